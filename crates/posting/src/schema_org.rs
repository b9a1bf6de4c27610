//! A posting as schema.org's `JobPosting`, for search engines. Native only.
//!
//! The names are those of <https://schema.org/JobPosting>; what is required of them is Google's
//! guide for job postings. schema.org has no place for a limit on applications or for several
//! start dates, so the caller's description has to state them.

use serde_json::{Map, Number, Value, json};

use crate::date::CivilDate;
use crate::pay::Pay;
use crate::posting::{Location, Posting, Qualification};
use crate::program::Starts;
use crate::rich_text::RichText;

/// What structured data says besides the posting itself.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Listing<'a> {
    /// The complete posting as markup: search engines show it. `<p>`, `<ul>`, `<li>`, `<strong>`,
    /// `<em>` and `<a>` are understood; texts in it must be escaped.
    pub description: &'a str,
    /// The address of the page that shows the posting.
    pub url: Option<&'a str>,
    /// The day on which the listing was published, for postings that don't state it.
    pub published: CivilDate,
}

/// The posting as a JSON-LD document.
///
/// `directApply` is false: the page leads to the employer's own application. Dates are days,
/// `YYYY-MM-DD`; the last day for applications is still within `validThrough`.
pub fn job_posting(posting: &Posting, listing: Listing<'_>) -> Value {
    let mut document = Map::new();
    let mut state = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            document.insert(key.to_owned(), value);
        }
    };
    let organization = posting.organization();
    let program = posting.program();
    let posted = posting.date_posted().unwrap_or(listing.published);
    state("@context", Some(json!("https://schema.org/")));
    state("@type", Some(json!("JobPosting")));
    state("title", Some(json!(posting.title())));
    state("description", Some(json!(listing.description)));
    state("url", listing.url.map(|url| json!(url)));
    state("identifier", Some(identifier(posting)));
    state("datePosted", Some(day(posted)));
    state("validThrough", posting.valid_through().map(day));
    let kind = posting.employment_type().map(|kind| json!(kind.as_str()));
    state("employmentType", kind);
    state("baseSalary", posting.pay().map(base_salary));
    state("hiringOrganization", Some(hiring_organization(posting)));
    let unit = organization.team.as_ref();
    state(
        "employmentUnit",
        unit.map(|team| json!({ "@type": "Organization", "name": team })),
    );
    let remote = |place: &&Location| place.remote;
    let (at_home, on_site): (Vec<_>, Vec<_>) = posting.locations().iter().partition(remote);
    state(
        "jobLocation",
        one_or_all(on_site.iter().map(|place| job_location(place))),
    );
    let anywhere = (!at_home.is_empty()).then(|| json!("TELECOMMUTE"));
    state("jobLocationType", anywhere);
    state(
        "applicantLocationRequirements",
        one_or_all(at_home.iter().map(|place| applicant_location(place))),
    );
    state(
        "jobStartDate",
        program
            .and_then(|program| first_start(program.starts()))
            .map(day),
    );
    state(
        "responsibilities",
        texts(&mut posting.responsibilities().iter()),
    );
    let minimum = posting.minimum_qualifications().iter();
    let qualifications = minimum.chain(posting.preferred_qualifications());
    let mut qualifications = qualifications.map(|item: &Qualification| &item.text);
    state("qualifications", texts(&mut qualifications));
    state("directApply", Some(json!(false)));
    Value::Object(document)
}

fn identifier(posting: &Posting) -> Value {
    json!({
        "@type": "PropertyValue",
        "name": posting.organization().name,
        "value": posting.id(),
    })
}

fn hiring_organization(posting: &Posting) -> Value {
    let organization = posting.organization();
    let mut value = json!({ "@type": "Organization", "name": organization.name });
    if let (Some(url), Some(members)) = (&organization.url, value.as_object_mut()) {
        members.insert("sameAs".to_owned(), json!(url.as_str()));
    }
    value
}

fn job_location(place: &Location) -> Value {
    let mut address = json!({ "@type": "PostalAddress", "addressLocality": place.name });
    if let (Some(country), Some(members)) = (&place.country, address.as_object_mut()) {
        members.insert("addressCountry".to_owned(), json!(country));
    }
    json!({ "@type": "Place", "name": place.name, "address": address })
}

/// <https://schema.org/MonetaryAmount> with a `QuantitativeValue`: a fixed sum is its `value`.
fn base_salary(pay: &Pay) -> Value {
    let mut value = json!({ "@type": "QuantitativeValue", "unitText": pay.unit.as_str() });
    let amounts = match pay.is_fixed() {
        true => vec![("value", pay.least)],
        false => vec![("minValue", pay.least), ("maxValue", pay.most)],
    };
    if let Some(members) = value.as_object_mut() {
        members.extend(
            amounts
                .into_iter()
                .map(|(key, amount)| (key.to_owned(), Value::Number(Number::from(amount)))),
        );
    }
    json!({ "@type": "MonetaryAmount", "currency": pay.currency, "value": value })
}

/// Where applicants have to live. Whether the place is a country or a part of one, the posting
/// doesn't say, so the type is the one that stands for both.
fn applicant_location(place: &Location) -> Value {
    let mut area = json!({ "@type": "AdministrativeArea", "name": place.name });
    if let (Some(country), Some(members)) = (&place.country, area.as_object_mut()) {
        let address = json!({ "@type": "PostalAddress", "addressCountry": country });
        members.insert("address".to_owned(), address);
    }
    area
}

/// The first day on which the job can be started; `jobStartDate` holds one.
fn first_start(starts: &Starts) -> Option<CivilDate> {
    match starts {
        Starts::Cohorts(cohorts) => cohorts.iter().map(|cohort| cohort.start()).min(),
        Starts::Window { first, .. } => Some(*first),
        Starts::Any => None,
    }
}

fn texts(items: &mut dyn Iterator<Item = &RichText>) -> Option<Value> {
    let lines: Vec<String> = items.map(RichText::plain).collect();
    (!lines.is_empty()).then(|| json!(lines.join("\n")))
}

/// One value by itself, several as a list.
fn one_or_all(values: impl Iterator<Item = Value>) -> Option<Value> {
    let mut values: Vec<Value> = values.collect();
    match values.len() {
        0 | 1 => values.pop(),
        _ => Some(Value::Array(values)),
    }
}

fn day(date: CivilDate) -> Value {
    json!(date.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTING: Listing<'_> = Listing {
        description: "<p>All &amp; everything</p>",
        url: Some("https://careers.example/gardener"),
        published: CivilDate::FIRST,
    };

    #[track_caller]
    fn check(fields: &str, expected: Value) {
        let text = format!(
            r#"{{ "version": 1, "id": "gardener", "title": "Gardener",
                "organization": {{ "name": "Example Gardens" }} {fields} }}"#
        );
        let posting = Posting::from_json(&text).unwrap();
        let document = job_posting(&posting, LISTING);
        for (key, value) in expected.as_object().unwrap() {
            assert_eq!(document.get(key).unwrap_or(&Value::Null), value, "{key}");
        }
    }

    #[test]
    fn the_least_posting_has_what_is_always_known() {
        let expected = json!({
            "@context": "https://schema.org/", "@type": "JobPosting", "title": "Gardener",
            "description": "<p>All &amp; everything</p>", "datePosted": "1900-01-01",
            "url": "https://careers.example/gardener", "directApply": false,
            "identifier": { "@type": "PropertyValue", "name": "Example Gardens", "value": "gardener" },
            "hiringOrganization": { "@type": "Organization", "name": "Example Gardens" },
            "validThrough": null, "jobLocation": null, "jobLocationType": null,
            "employmentType": null, "baseSalary": null, "jobStartDate": null, "qualifications": null,
        });
        check("", expected);
    }

    #[test]
    fn dates_are_the_posting_s_own() {
        let fields = r#", "datePosted": "2026-10-01", "validThrough": "2027-03-31",
            "employmentType": "INTERN",
            "program": { "weeks": 12, "startDates": ["2027-06-07", "2027-05-10"] }"#;
        let expected = json!({
            "datePosted": "2026-10-01", "validThrough": "2027-03-31",
            "employmentType": "INTERN", "jobStartDate": "2027-05-10",
        });
        check(fields, expected);
    }

    #[test]
    fn pay_is_a_range_or_a_value() {
        let salary = |value: Value| json!({ "baseSalary": { "@type": "MonetaryAmount", "currency": "EUR", "value": value } });
        let range = json!({ "@type": "QuantitativeValue", "unitText": "HOUR", "minValue": 15, "maxValue": 17.5 });
        let fields = r#", "pay": { "currency": "EUR", "min": 15, "max": 17.50, "unit": "HOUR" }"#;
        check(fields, salary(range));
        let sum = json!({ "@type": "QuantitativeValue", "unitText": "MONTH", "value": 2100 });
        let fields = r#", "pay": { "currency": "EUR", "min": 2100, "max": 2100, "unit": "MONTH" }"#;
        check(fields, salary(sum));
    }

    #[test]
    fn places_are_where_one_works_or_where_one_may_live() {
        let fields = r#", "locations": [{ "name": "York", "country": "GB" },
            { "name": "Leeds" }, { "name": "Ireland", "country": "IE", "remote": true }]"#;
        let place = |name: &str, address: Value| json!({ "@type": "Place", "name": name, "address": address });
        let expected = json!({
            "jobLocation": [
                place("York", json!({ "@type": "PostalAddress", "addressLocality": "York", "addressCountry": "GB" })),
                place("Leeds", json!({ "@type": "PostalAddress", "addressLocality": "Leeds" })),
            ],
            "jobLocationType": "TELECOMMUTE",
            "applicantLocationRequirements": {
                "@type": "AdministrativeArea", "name": "Ireland",
                "address": { "@type": "PostalAddress", "addressCountry": "IE" },
            },
        });
        check(fields, expected);
    }

    #[test]
    fn lists_are_lines() {
        let fields = r#", "responsibilities": ["Dig.", ["Read ", { "text": "this", "href": "https://a.example/" }]],
            "qualifications": { "minimum": ["Care."], "preferred": ["Patience."] }"#;
        let expected =
            json!({ "responsibilities": "Dig.\nRead this", "qualifications": "Care.\nPatience." });
        check(fields, expected);
    }
}
