//! Fills message patterns: the part of ICU MessageFormat that the catalogue uses,
//! `{name}` and `{count, plural, one {# day} other {# days}}`.

/// A value for a placeholder.
#[derive(Clone, Copy)]
pub enum Value<'a> {
    /// Text that is put in as it is.
    Text(&'a str),
    /// A number, which also chooses a plural form.
    Count(u32),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Value<'_> {
    fn from(count: u32) -> Self {
        Self::Count(count)
    }
}

/// How a language writes numbers and which plural category a number takes (CLDR).
pub trait Plurals {
    /// The number in digits.
    fn number(&self, count: u32) -> String;
    /// The plural category, such as `one` or `other`.
    fn category(&self, count: u32) -> String;
}

/// Adds a text; one that runs from right to left between marks (Unicode Standard Annex 9, section
/// 2.4), or "18 May 2026" in Hebrew would fall into pieces within English words.
fn isolate(text: &mut String, value: &str) {
    // Hebrew, Arabic, Syriac, Thaana and their extensions.
    if value.contains(|letter| ('\u{590}'..='\u{8ff}').contains(&letter)) {
        text.extend(["\u{2068}", value, "\u{2069}"]);
    } else {
        text.push_str(value);
    }
}

/// Fills `pattern` with `values`. A placeholder without a value stays as it stands, so that a
/// mistake in a catalogue can be seen and loses nothing.
pub fn fill(pattern: &str, values: &[(&str, Value<'_>)], plurals: &dyn Plurals) -> String {
    let mut text = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((inside, remainder)) = split_group(after) else {
            text.push('{');
            rest = after;
            continue;
        };
        let (name, style) = inside.split_once(',').unwrap_or((inside, ""));
        let name = name.trim();
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, Value::Text(value))) => isolate(&mut text, value),
            Some((_, Value::Count(count))) => match style.trim_start().strip_prefix("plural,") {
                Some(forms) => {
                    let form = plural_form(forms, *count, plurals);
                    let form = form.replace('#', &plurals.number(*count));
                    text.push_str(&fill(&form, values, plurals));
                }
                None => text.push_str(&plurals.number(*count)),
            },
            None => {
                text.push('{');
                text.push_str(inside);
                text.push('}');
            }
        }
        rest = remainder;
    }
    text.push_str(rest);
    text
}

/// Splits what follows an opening brace at the closing brace that belongs to it.
fn split_group(text: &str) -> Option<(&str, &str)> {
    let mut depth = 1;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((text.get(..at)?, text.get(at + 1..)?));
        }
    }
    None
}

/// The form for `count`: an exact one (`=0 {…}`) first, then its category, then `other`.
fn plural_form(forms: &str, count: u32, plurals: &dyn Plurals) -> String {
    let exact = format!("={count}");
    let category = plurals.category(count);
    let mut chosen = "";
    let mut best = 0;
    let mut rest = forms;
    while let Some((name, after)) = rest.split_once('{') {
        let Some((form, remainder)) = split_group(after) else {
            break;
        };
        let name = name.trim();
        let rank = match name {
            _ if name == exact => 3,
            _ if name == category => 2,
            "other" => 1,
            _ => 0,
        };
        if rank > best {
            (best, chosen) = (rank, form);
        }
        rest = remainder;
    }
    chosen.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct English;

    impl Plurals for English {
        fn number(&self, count: u32) -> String {
            count.to_string()
        }

        fn category(&self, count: u32) -> String {
            if count == 1 { "one" } else { "other" }.to_owned()
        }
    }

    #[track_caller]
    fn check(pattern: &str, values: &[(&str, Value<'_>)], expected: &str) {
        assert_eq!(fill(pattern, values, &English), expected);
    }

    #[test]
    fn words_from_right_to_left_stand_apart_from_those_around() {
        check(
            "From {date}.",
            &[("date", Value::Text("18 במאי 2026"))],
            "From \u{2068}18 במאי 2026\u{2069}.",
        );
        check(
            "From {date}.",
            &[("date", Value::Text("18. März"))],
            "From 18. März.",
        );
    }

    #[test]
    fn names_are_replaced_and_unknown_ones_stay() {
        check(
            "Saved at {time}",
            &[("time", "14:03".into())],
            "Saved at 14:03",
        );
        check("{a}{b}", &[("a", "{b}".into()), ("b", "x".into())], "{b}x");
        check("{nobody} {", &[], "{nobody} {");
    }

    #[test]
    fn plural_forms_follow_the_count() {
        let pattern = "{n, plural, =0 {none} one {# day for {who}} other {# days for {who}}} left";
        for (count, expected) in [
            (0, "none left"),
            (1, "1 day for you left"),
            (2, "2 days for you left"),
        ] {
            check(
                pattern,
                &[("n", count.into()), ("who", "you".into())],
                expected,
            );
        }
    }
}
