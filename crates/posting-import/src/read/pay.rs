//! Pay that a source states in fields: a section says it in words, and the report
//! tells it as the posting format writes pay.

use crate::block::{Block, BlockKind};
use crate::pay::{Amount, Pay, Unit, currency_of};
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
    // Words that name amounts name these.
    let says_amounts = words.contains(|character: char| character.is_ascii_digit());
    let parts = [words.trim(), if says_amounts { "" } else { range.as_str() }];
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
    let told = pay(least, most, currency, period);
    let is_range = least.is_some();
    source.facts.push(Fact {
        field: "pay",
        review: told.is_none() || !is_range,
        value: match told {
            Some(told) => told.to_string(),
            None if range.is_empty() => text.clone(),
            None => range,
        },
        words: text,
        line,
    });
}

/// The pay that fields state, if they state all of it.
fn pay(
    least: Option<f64>,
    most: Option<f64>,
    currency: Option<&str>,
    period: Option<&str>,
) -> Option<Pay> {
    let (least, most) = (least.and_then(Amount::of), most.and_then(Amount::of));
    let least = least.or(most)?;
    let most = most.unwrap_or(least);
    Some(Pay {
        currency: currency_of(currency?)?,
        least: least.min(most),
        most: most.max(least),
        unit: Unit::of(period?)?,
    })
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
