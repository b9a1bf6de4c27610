//! Which format a source is in, told by what only that format has.

use serde_json::Value;

use crate::format::Format;

/// The format of a text.
pub(crate) fn detect(text: &str) -> Format {
    let start = text.trim_start();
    if start.starts_with(['{', '[']) {
        // JSON that can't be read is reported as such by its reader; Markdown can begin with a
        // link in brackets.
        return match serde_json::from_str::<Value>(start) {
            Ok(value) => of_json(&value),
            Err(_) if start.starts_with('{') || looks_like_json(start) => of_broken_json(start),
            Err(_) => of_text(text),
        };
    }
    if start.starts_with('<') {
        return of_markup(start);
    }
    of_text(text)
}

fn looks_like_json(start: &str) -> bool {
    let inner = start.trim_start_matches('[').trim_start();
    inner.starts_with(['{', '"'])
}

fn of_broken_json(text: &str) -> Format {
    let has = |key: &str| text.contains(key);
    if has("schema.org") {
        Format::SchemaOrg
    } else if has("\"descriptionHtml\"") {
        Format::Ashby
    } else if has("\"jobAd\"") {
        Format::SmartRecruiters
    } else if has("jsonfeed.org") {
        Format::Teamtailor
    } else {
        Format::Json
    }
}

fn of_json(value: &Value) -> Format {
    if is_schema_org(value) {
        return Format::SchemaOrg;
    }
    let is_feed = |value: &Value| text_at(value, "version").contains("jsonfeed.org");
    if is_feed(value) || has_all(value, &["data"]) && text_of(value).contains("teamtailor.com") {
        return Format::Teamtailor;
    }
    let job = first_job(value);
    let has = |keys: &[&str]| has_all(job, keys);
    if has(&["jobAd"]) || has(&["name", "releasedDate"]) || has(&["refNumber", "company"]) {
        Format::SmartRecruiters
    } else if has(&["descriptionHtml"]) || has(&["jobUrl", "isListed"]) {
        Format::Ashby
    } else if has(&["text", "hostedUrl"]) || has(&["text", "lists"]) || has(&["text", "categories"])
    {
        Format::Lever
    } else if has(&["absolute_url", "title"]) || has(&["content", "internal_job_id"]) {
        Format::Greenhouse
    } else if has(&["shortcode"]) || has(&["full_title", "application_url"]) {
        Format::Workable
    } else if has(&["careers_url"]) || has(&["careers_apply_url"]) {
        Format::Recruitee
    } else {
        Format::Json
    }
}

fn text_of(value: &Value) -> String {
    value.to_string()
}

fn text_at<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn has_all(value: &Value, keys: &[&str]) -> bool {
    keys.iter().all(|key| value.get(key).is_some())
}

/// The first object that is not only a wrapper.
fn first_job(value: &Value) -> &Value {
    let mut job = value;
    for _ in 0..4 {
        let lists = [
            "jobs", "offers", "results", "content", "postings", "data", "offer", "widget",
        ];
        let inner = match job {
            Value::Array(items) => items.first(),
            Value::Object(_) => lists.iter().find_map(|key| match job.get(key) {
                Some(Value::Array(items)) => items.first(),
                Some(inner @ Value::Object(_)) => Some(inner),
                _ => None,
            }),
            _ => None,
        };
        match inner {
            Some(inner @ (Value::Object(_) | Value::Array(_))) => job = inner,
            _ => break,
        }
    }
    job
}

fn is_schema_org(value: &Value) -> bool {
    let first = match value {
        Value::Array(items) => items.first().unwrap_or(value),
        _ => value,
    };
    let has_type = |value: &Value| value.get("@type").is_some() || value.get("@graph").is_some();
    has_type(first)
        || first.get("@context").is_some()
        || has_all(first, &["hiringOrganization", "title"]) && first.get("jobPostingInfo").is_none()
}

fn of_markup(start: &str) -> Format {
    let small = start.to_ascii_lowercase();
    let has = |sign: &str| small.contains(sign);
    if has("<workzag-jobs") || has("<position>") && has("<jobdescriptions") {
        Format::Personio
    } else if has("<rss") {
        Format::Teamtailor
    } else if has("jobposting") && (has("ld+json") || has("itemtype") || has("typeof")) {
        Format::SchemaOrg
    } else {
        Format::Html
    }
}

fn of_text(text: &str) -> Format {
    let begins_heading = |line: &str| {
        let rest = line.trim_start_matches('#');
        rest.starts_with(' ') && (1..=4).contains(&(line.len() - rest.len()))
    };
    let has_heading = || text.lines().any(begins_heading);
    if crate::html::looks_like_html(text) {
        let small = text.to_ascii_lowercase();
        let tags = ["<br", "<p>", "<li>", "<div", "<body", "<html", "<h2"];
        // Markdown has no other breaks in the cells of its tables.
        let breaks = usize::from(has_heading());
        let count = tags
            .iter()
            .skip(breaks)
            .map(|tag| small.matches(tag).count())
            .sum::<usize>();
        if count >= 2 {
            return of_markup(text);
        }
    }
    let is_bold = |line: &str| {
        let line = line.trim().trim_end_matches(':');
        line.len() > 4 && line.starts_with("**") && line.ends_with("**")
    };
    let mut bold = text.lines().filter(|line| is_bold(line));
    let has_link =
        text.contains("](https://") || text.contains("](http://") || text.contains("](mailto:");
    let is_marked = bold.nth(1).is_some() || has_strong_words(text);
    if text.starts_with("---\n") || has_link || has_heading() || is_marked {
        Format::Markdown
    } else {
        Format::Text
    }
}

/// Whether a text has marks that other texts may have as well: underlined headings, emphasis, code.
pub(crate) fn may_be_markdown(text: &str) -> bool {
    let underlines = |line: &str| {
        let line = line.trim();
        line.len() >= 3 && (line.trim_matches('=').is_empty() || line.trim_matches('-').is_empty())
    };
    text.contains("**") || text.contains('`') || text.lines().any(underlines)
}

/// Whether two lines have words in the marks of emphasis: "Write **short** posts".
fn has_strong_words(text: &str) -> bool {
    let has_pair = |line: &&str| {
        let mut parts = line.split("**").skip(1);
        let inner = parts.next().filter(|_| parts.next().is_some());
        inner.is_some_and(|inner| {
            !inner.is_empty() && !inner.starts_with(' ') && !inner.ends_with(' ')
        })
    };
    text.contains("**") && text.lines().filter(has_pair).nth(1).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, format: Format) {
        assert_eq!(detect(text), format, "{text}");
    }

    #[test]
    fn formats_are_told_apart() {
        check("Gardener\n\nWe look after gardens.", Format::Text);
        check("# Gardener\n\nWe look after gardens.", Format::Markdown);
        check(
            "[Our gardens](https://a.example) are large.",
            Format::Markdown,
        );
        check(
            "Gardener\n\nPrune **all** trees.\nWrite **short** notes.",
            Format::Markdown,
        );
        check(
            "Gardener\n\n**Paid by the hour.\n** Or by the week, 2 ** 3.",
            Format::Text,
        );
        check("<!doctype html><p>Gardener</p>", Format::Html);
        check(
            r#"<script type="application/ld+json">{"@type":"JobPosting"}"#,
            Format::SchemaOrg,
        );
        check(
            r#"{"@context":"https://schema.org","@graph":[]}"#,
            Format::SchemaOrg,
        );
        check(
            r#"{"jobs":[{"absolute_url":"","title":""}]}"#,
            Format::Greenhouse,
        );
        check(r#"[{"text":"","hostedUrl":""}]"#, Format::Lever);
        check(r#"{"jobs":[{"descriptionHtml":""}]}"#, Format::Ashby);
        check(r#"{"jobAd":{}}"#, Format::SmartRecruiters);
        check(
            r#"{"content":[{"name":"","releasedDate":""}]}"#,
            Format::SmartRecruiters,
        );
        check(r#"{"name":"","jobs":[{"shortcode":""}]}"#, Format::Workable);
        check(r#"{"offers":[{"careers_url":""}]}"#, Format::Recruitee);
        check("<?xml version=\"1.0\"?><workzag-jobs/>", Format::Personio);
        check("<?xml version=\"1.0\"?><rss/>", Format::Teamtailor);
        check(
            r#"{"version":"https://jsonfeed.org/version/1"}"#,
            Format::Teamtailor,
        );
        check(r#"{"Title":"Gardener"}"#, Format::Json);
        check(
            r#"{"@context":"https://schema.org", "title": "#,
            Format::SchemaOrg,
        );
    }
}
