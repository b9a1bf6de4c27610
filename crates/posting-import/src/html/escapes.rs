//! Escapes that are taken off without a parser, as nearly all texts have no others.

/// The names that programs write.
const NAMES: [(&str, char); 16] = [
    ("lt", '<'),
    ("gt", '>'),
    ("amp", '&'),
    ("quot", '"'),
    ("nbsp", '\u{a0}'),
    ("apos", '\''),
    ("rsquo", '’'),
    ("lsquo", '‘'),
    ("rdquo", '”'),
    ("ldquo", '“'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("bull", '•'),
    ("middot", '·'),
    ("eacute", 'é'),
];

/// A text of HTML with its escapes taken off once, if it has only those that need no parser to be read
/// as browsers do.
pub(super) fn decoded(text: &str) -> Option<String> {
    if text.contains(['<', '\r', '\0']) {
        return None;
    }
    let mut decoded = String::with_capacity(text.len());
    let mut parts = text.split('&');
    decoded.push_str(parts.next()?);
    for part in parts {
        if part.starts_with(|next: char| next.is_ascii_alphanumeric() || next == '#') {
            let (name, rest) = part.split_once(';')?;
            decoded.push(character(name)?);
            decoded.push_str(rest);
        } else {
            decoded.push('&');
            decoded.push_str(part);
        }
    }
    Some(decoded)
}

fn character(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        let known = NAMES.iter().find(|(known, _)| *known == name);
        return known.map(|(_, character)| *character);
    };
    let number = match number.strip_prefix(['x', 'X']) {
        // Rust reads a sign before digits, too.
        _ if number.contains('+') => return None,
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    // Browsers take other numbers for those of windows-1252, or for none at all.
    let is_itself = matches!(number, 0x20..=0x7e | 0xa0..=0xd7ff);
    char::from_u32(number).filter(|_| is_itself)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::decoded;
    use crate::format::Format;
    use crate::html::decoded_by_parser;

    #[test]
    fn common_escapes_need_no_parser() {
        for (text, expected) in [
            (
                "&lt;p&gt;Roses &amp;amp; trees",
                Some("<p>Roses &amp; trees"),
            ),
            ("It&#39;s&nbsp;&#x2019;&rsquo; R&D & more &", None),
            (
                "It&#39;s&nbsp;&#x2019;&rsquo; & more &",
                Some("It's\u{a0}’’ & more &"),
            ),
            ("&ltp&gt;", None),
            ("&#150;", None),
            ("&#+65;", None),
            ("&zwj;", None),
            ("<p>&amp;", None),
        ] {
            assert_eq!(decoded(text).as_deref(), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_needs_no_parser_is_what_a_parser_reads(
            parts in prop::collection::vec("&|#|x|;|\n|[a-z]{1,6}|[0-9]{1,5}|&[a-z]{2,6};|&#[0-9]{1,5};|&(lt|amp|nbsp);|\\PC", 0..12)
        ) {
            let text = parts.concat();
            if let Some(fast) = decoded(&text) {
                prop_assert_eq!(fast, decoded_by_parser(&text, Format::Html).unwrap());
            }
        }
    }
}
