//! Ashby's job postings. What is not listed is not public.

use serde_json::Value;

use super::json::{Json, Object, found, location};
use super::{header, pay, place_name};
use crate::error::ImportError;
use crate::format::Format;
use crate::source::Source;

const FORMAT: Format = Format::Ashby;

/// Reads a job, or the listed jobs of a board.
pub(super) fn read(text: &str) -> Result<Vec<Source>, ImportError> {
    let json = Json::parse(text, FORMAT)?;
    let is_job = |value: &Value| {
        let keys = ["descriptionHtml", "descriptionPlain", "jobUrl"];
        value.get("title").is_some_and(Value::is_string)
            && keys.iter().any(|key| value.get(key).is_some())
    };
    let jobs = json.postings(is_job);
    let unlisted = |job: &Object<'_>| job.at("isListed") == Some(&Value::Bool(false));
    // Someone who brings one job alone means that one, listed or not.
    let alone = jobs.len() == 1 && json.value.get("title").is_some();
    let mut sources = Vec::new();
    let mut skipped = 0;
    for job in &jobs {
        if unlisted(job) && !alone {
            skipped += 1;
            continue;
        }
        let mut source = read_job(job)?;
        if unlisted(job) {
            source
                .notes
                .push("the source does not list this job; it may not be public".to_owned());
        }
        sources.push(source);
    }
    if let (Some(first), 1..) = (sources.first_mut(), skipped) {
        first.notes.push(format!(
            "{skipped} jobs that the source does not list were left out"
        ));
    }
    found(sources, FORMAT)
}

fn read_job(job: &Object<'_>) -> Result<Source, ImportError> {
    let mut source = Source {
        title: job.stated(&["title"]),
        organization: job.stated(&["companyName", "organizationName"]),
        team: job.stated(&["team", "department"]),
        employment: job.text("employmentType").and_then(header::employment_of),
        posted: job.day(&["publishedAt", "publishedDate"]),
        apply_url: job.stated(&["applyUrl", "jobUrl"]),
        own_id: job.word("id"),
        ..Source::default()
    };
    let remote = (job.text("workplaceType") == Some("Remote")).then_some(true);
    if let Some(name) = job.text("location") {
        source.locations.extend(location(name, None, remote));
    }
    for other in job.list("secondaryLocations") {
        let name = other
            .text("location")
            .or_else(|| other.text("locationName"));
        source
            .locations
            .extend(name.and_then(|name| location(name, None, None)));
    }
    if job.text("descriptionHtml").is_some() {
        job.add_part(&mut source, None, "descriptionHtml")?;
    } else {
        job.add_part(&mut source, None, "descriptionPlain")?;
    }
    if let Some(summary) = job.text("compensation/compensationTierSummary") {
        let components = job.list("compensation/summaryComponents");
        let salary = components
            .iter()
            .find(|component| component.text("compensationType") == Some("Salary"));
        let amount = |key| salary.and_then(|salary| salary.at(key)?.as_f64());
        let word = |key| salary.and_then(|salary| salary.text(key));
        pay::add(
            &mut source,
            amount("minValue"),
            amount("maxValue"),
            word("currencyCode"),
            word("interval"),
            summary,
        );
    }
    place_name(&mut source);
    Ok(source)
}
