//! Workable's jobs: the organization stands around the list.

use serde_json::Value;

use super::json::{Json, Object, found, location};
use super::{header, place_name};
use crate::error::ImportError;
use crate::format::Format;
use crate::recognize::Role;
use crate::source::{Source, Stated};

const FORMAT: Format = Format::Workable;

/// Reads a job, or the jobs of an account.
pub(super) fn read(text: &str) -> Result<Vec<Source>, ImportError> {
    let json = Json::parse(text, FORMAT)?;
    let is_job = |value: &Value| {
        value.get("title").is_some_and(Value::is_string)
            && (value.get("shortcode").is_some() || value.get("application_url").is_some())
    };
    let jobs = json.postings(is_job);
    let around = json.object(&json.value);
    let organization = around.stated(&["name", "widget/name", "account/name"]);
    let sources = jobs.iter().map(|value| {
        let mut source = job(value, organization.clone())?;
        // What the account says of itself stands on each of its jobs' pages.
        if !std::ptr::eq(value.value, around.value) {
            around.add_part(
                &mut source,
                Some(("About us", Some(Role::About))),
                "description",
            )?;
        }
        Ok(source)
    });
    found(sources.collect::<Result<_, _>>()?, FORMAT)
}

fn job(job: &Object<'_>, organization: Option<Stated>) -> Result<Source, ImportError> {
    let mut source = Source {
        title: job.stated(&["title", "full_title"]),
        organization: job.stated(&["company", "company/name"]).or(organization),
        team: team(job),
        employment: job.text("employment_type").and_then(header::employment_of),
        posted: job.day(&["published_on", "published", "created_at"]),
        lang: job.stated(&["language"]),
        apply_url: job.stated(&["application_url", "url", "shortlink"]),
        own_id: job.word("shortcode"),
        ..Source::default()
    };
    let remote = job.is("telecommuting") || job.is("remote") || job.is("location/telecommuting");
    let mut places = job.list("locations");
    if places.is_empty() {
        places.extend(job.inner("location").or(Some(*job)));
    }
    for place in places {
        let keys = ["city", "region", "state", "country"];
        let parts = keys
            .iter()
            .filter_map(|key| place.text(key))
            .collect::<Vec<_>>();
        let code = place
            .text("countryCode")
            .or_else(|| place.text("country_code"));
        source
            .locations
            .extend(location(&parts.join(", "), code, Some(remote)));
    }
    if source.locations.is_empty() && remote {
        source
            .locations
            .extend(location("Remote", None, Some(true)));
    }
    if job.text("description").is_some() {
        job.add_part(&mut source, None, "description")?;
    } else {
        job.add_part(&mut source, None, "full_description")?;
    }
    job.add_part(
        &mut source,
        Some(("Requirements", Some(Role::Minimum))),
        "requirements",
    )?;
    job.add_part(
        &mut source,
        Some(("Benefits", Some(Role::Benefits))),
        "benefits",
    )?;
    place_name(&mut source);
    Ok(source)
}

/// The department is a text or a list of texts from the whole to its part.
fn team(job: &Object<'_>) -> Option<Stated> {
    let last = job
        .at("department")
        .and_then(Value::as_array)
        .and_then(|list| list.last());
    match last.and_then(Value::as_str) {
        Some(name) => Stated::new(name, job.line_of(name)),
        None => job.stated(&["department"]),
    }
}
