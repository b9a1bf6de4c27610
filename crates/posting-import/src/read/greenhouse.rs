//! Greenhouse's job board: `content` is HTML, escaped once.

use serde_json::Value;

use super::json::{Json, Object, found, location};
use super::{header, pay, place_name};
use crate::error::ImportError;
use crate::format::Format;
use crate::html;
use crate::source::Source;

const FORMAT: Format = Format::Greenhouse;

/// Reads a job, or the jobs of a board.
pub(super) fn read(text: &str) -> Result<Vec<Source>, ImportError> {
    let json = Json::parse(text, FORMAT)?;
    let is_job = |value: &Value| {
        value.get("title").is_some_and(Value::is_string)
            && (value.get("content").is_some() || value.get("absolute_url").is_some())
    };
    let jobs = json.postings(is_job);
    found(jobs.iter().map(job).collect::<Result<_, _>>()?, FORMAT)
}

fn job(job: &Object<'_>) -> Result<Source, ImportError> {
    let mut source = Source {
        title: job.stated(&["title"]),
        organization: job.stated(&["company_name"]),
        posted: job.day(&["first_published"]),
        valid_through: job.day(&["application_deadline"]),
        lang: job.stated(&["language"]),
        apply_url: job.stated(&["absolute_url"]),
        own_id: job.word("id"),
        ..Source::default()
    };
    let departments = job.list("departments");
    source.team = departments
        .iter()
        .find_map(|department| department.stated(&["name"]));
    if let Some(name) = job.text("location/name") {
        header::take_places(name, &mut source);
    }
    let offices = job.list("offices");
    if source.locations.is_empty() {
        let names = offices.iter().filter_map(|office| office.text("name"));
        source.locations = names
            .filter_map(|name| location(name, None, None))
            .collect();
    }
    for metadata in job.list("metadata") {
        let name = metadata.text("name").unwrap_or_default().to_lowercase();
        if name.contains("employment") || name.contains("contract type") {
            source.employment = metadata.text("value").and_then(header::employment_of);
        }
    }
    if let Some(content) = job.text("content") {
        let line = job.line_of(content);
        source.blocks = html::blocks_of_value(&unescaped(content)?, line, FORMAT)?;
    }
    for range in job.list("pay_input_ranges") {
        let amount = |key: &str| {
            range
                .at(key)
                .and_then(Value::as_f64)
                .map(|cents| cents / 100.0)
        };
        let words = [range.text("title"), range.text("blurb")];
        let words = words
            .into_iter()
            .flatten()
            .map(super::json::plain)
            .collect::<Vec<_>>();
        pay::add(
            &mut source,
            amount("min_cents"),
            amount("max_cents"),
            range.text("currency_type"),
            None,
            &words.join(" "),
        );
    }
    place_name(&mut source);
    Ok(source)
}

/// Takes off the level of escapes that Greenhouse adds; another one comes off where the markup is read.
/// Content that is not escaped stays.
fn unescaped(content: &str) -> Result<String, ImportError> {
    let is_escaped = content.trim_start().starts_with("&lt;")
        || ["&lt;", "&amp;lt;"].iter().any(|tag| content.contains(tag)) && !content.contains('<');
    if !is_escaped {
        return Ok(content.to_owned());
    }
    html::decoded(content, FORMAT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_that_is_escaped_twice_has_no_tags_to_be_read() {
        let text = r#"{"jobs":[{"id":7,"title":"Gardener","absolute_url":"https://boards.greenhouse.io/green/jobs/7",
            "content":"&amp;lt;p&amp;gt;Roses&amp;lt;/p&amp;gt;&amp;lt;ul&amp;gt;&amp;lt;li&amp;gt;Prune&amp;lt;/li&amp;gt;&amp;lt;/ul&amp;gt;"}]}"#;
        let sources = read(text).unwrap();
        let blocks: Vec<_> = sources[0]
            .blocks
            .iter()
            .map(|block| block.plain())
            .collect();
        assert_eq!(blocks, ["Roses", "Prune"]);
    }

    #[test]
    fn content_is_unescaped_once() {
        let text = r#"{"jobs":[{"id":7,"title":"Gardener","absolute_url":"https://boards.greenhouse.io/green/jobs/7",
            "content":"&lt;p&gt;Roses &amp;amp; trees, &amp;lt;b&amp;gt; is a tag&lt;/p&gt;"}]}"#;
        let sources = read(text).unwrap();
        assert_eq!(sources[0].title.as_ref().unwrap().value, "Gardener");
        assert_eq!(sources[0].blocks[0].plain(), "Roses & trees, <b> is a tag");
        assert_eq!(sources[0].blocks[0].line, 2);
        let organization = sources[0].organization.as_ref().unwrap();
        assert_eq!(organization.value, "Green");
        assert!(organization.uncertain);
    }
}
