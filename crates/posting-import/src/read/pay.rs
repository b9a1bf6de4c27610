//! Pay that a source states in fields: the posting format has no field for it,
//! so it becomes a section in words.

use crate::block::{Block, BlockKind};
use crate::recognize::Role;
use crate::source::{Fact, Source};

/// Adds a section with a range of pay, and `words` that the source has for it.
pub(super) fn add(
    source: &mut Source,
    least: Option<f64>,
    most: Option<f64>,
    currency: Option<&str>,
    period: Option<&str>,
    words: &str,
) {
    let least = least.filter(|amount| *amount > 0.0);
    let most = most.filter(|amount| *amount > 0.0);
    let amounts = match (least, most) {
        (Some(least), Some(most)) if least < most => {
            format!("{} – {}", amount(least), amount(most))
        }
        (Some(only), _) | (None, Some(only)) => amount(only),
        (None, None) => String::new(),
    };
    let range = [
        currency.unwrap_or_default(),
        &amounts,
        period.unwrap_or_default(),
    ];
    let range = range
        .iter()
        .filter(|part| !part.is_empty())
        .copied()
        .collect::<Vec<_>>();
    let range = if amounts.is_empty() {
        String::new()
    } else {
        range.join(" ")
    };
    let parts = [words.trim(), range.as_str()];
    let text = parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    if text.is_empty() {
        return;
    }
    let line = source.title.as_ref().map_or(1, |title| title.line);
    source
        .blocks
        .push(Block::heading("Pay", 1, Some(Role::Pay), line));
    source
        .blocks
        .push(Block::new(BlockKind::Paragraph, &text, line));
    source.facts.push(Fact {
        field: "pay",
        value: if range.is_empty() {
            text.clone()
        } else {
            range
        },
        words: text,
        line,
        review: false,
    });
}

fn amount(amount: f64) -> String {
    let digits = if amount.fract().abs() < 0.005 {
        format!("{amount:.0}")
    } else {
        format!("{amount:.2}")
    };
    let (whole, rest) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if rest.is_empty() {
        grouped
    } else {
        format!("{grouped}.{rest}")
    }
}
