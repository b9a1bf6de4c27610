//! JSON-LD: postings anywhere in a document, and mistakes that pages make.

use serde_json::Value;

use super::super::json::Json;
use super::posting;
use crate::error::ImportError;
use crate::source::Source;

/// Every `JobPosting` of a document, in graphs and lists too.
pub(super) fn postings(json: &Json) -> Result<Vec<Source>, ImportError> {
    let mut found = json.postings(is_posting);
    if found.is_empty() {
        // Some sources leave the type out.
        found = json.postings(|value| {
            value.get("title").is_some()
                && (value.get("hiringOrganization").is_some() || value.get("jobLocation").is_some())
        });
    }
    found
        .iter()
        .map(|object| posting::read(object, true))
        .collect()
}

fn is_posting(value: &Value) -> bool {
    let is_type = |value: &Value| {
        let name = value.as_str().unwrap_or_default();
        name.rsplit(['/', ':', '#']).next() == Some("JobPosting")
    };
    match value.get("@type") {
        Some(Value::Array(types)) => types.iter().any(is_type),
        Some(value) => is_type(value),
        None => false,
    }
}

/// JSON as pages should have written it: without comments around it, line breaks and tabs inside
/// texts, and commas before an end.
pub(super) fn mended(text: &str) -> String {
    let text = text.trim();
    let text = text.strip_prefix("<![CDATA[").unwrap_or(text);
    let text = text
        .strip_prefix("//<![CDATA[")
        .unwrap_or(text)
        .trim_end_matches("]]>");
    let text = text
        .strip_prefix("<!--")
        .unwrap_or(text)
        .trim_end_matches("-->");
    let text = text.trim().trim_end_matches([';', '/']).trim();
    let mut mended = String::with_capacity(text.len());
    let mut in_text = false;
    let mut escaped = false;
    for character in text.chars() {
        match character {
            '"' if !escaped => in_text = !in_text,
            '\n' if in_text => {
                mended.push_str("\\n");
                escaped = false;
                continue;
            }
            '\t' if in_text => {
                mended.push_str("\\t");
                escaped = false;
                continue;
            }
            '}' | ']' if !in_text => {
                let kept = mended.trim_end();
                if kept.ends_with(',') {
                    mended.truncate(kept.len() - 1);
                }
            }
            _ => {}
        }
        escaped = in_text && character == '\\' && !escaped;
        mended.push(character);
    }
    mended
}

/// Lines inside a script count from the script's.
pub(super) fn shift_lines(source: &mut Source, line: usize) {
    let shift = |at: &mut usize| *at += line.saturating_sub(1);
    each_line(source, shift);
}

/// Everything stands on the line of its element.
pub(super) fn set_line(source: &mut Source, line: usize) {
    each_line(source, |at| *at = line);
}

fn each_line(source: &mut Source, change: impl Fn(&mut usize)) {
    let stated = [
        &mut source.title,
        &mut source.organization,
        &mut source.organization_url,
        &mut source.posted,
        &mut source.valid_through,
        &mut source.lang,
        &mut source.apply_url,
        &mut source.start,
    ];
    for stated in stated.into_iter().flatten() {
        change(&mut stated.line);
    }
    for block in &mut source.blocks {
        change(&mut block.line);
    }
    for fact in &mut source.facts {
        change(&mut fact.line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mistakes_of_pages_are_mended() {
        let text = "<!-- {\"a\": \"x\ny \\\" z\", \"b\": [1,\n ], } -->";
        assert_eq!(mended(text), "{\"a\": \"x\\ny \\\" z\", \"b\": [1]}");
    }
}
