//! What a posting file lacks, and what a check finds wrong with it.

use posting::document::Document;
use posting::posting::Posting;

use crate::report::Missing;

/// The fields that a posting needs or should have, and how to give them.
pub(super) fn missing(document: &Document) -> Vec<Missing> {
    let mut missing = Vec::new();
    let mut look = |is_missing: bool, field, required, how| {
        if is_missing {
            missing.push(Missing {
                field,
                required,
                how,
            });
        }
    };
    look(
        document.title.is_empty(),
        "title",
        true,
        "give it with --title",
    );
    let name = document.organization.name.is_empty();
    look(
        name,
        "organization.name",
        true,
        "give it with --organization",
    );
    let url = document
        .application
        .as_ref()
        .is_none_or(|application| application.url.is_none());
    look(url, "application.url", false, "give it with --apply-url");
    look(
        document.locations.is_empty(),
        "locations",
        false,
        "write them into the posting file",
    );
    look(
        document.responsibilities.is_empty(),
        "responsibilities",
        false,
        "no heading for them was known",
    );
    let qualifications = document.qualifications.is_empty();
    look(
        qualifications,
        "qualifications",
        false,
        "no heading for them was known",
    );
    look(
        document.privacy_policy.is_none(),
        "privacyPolicy",
        false,
        "give it with --privacy-url",
    );
    missing
}

/// What a check finds besides what is known to be missing.
pub(super) fn problems(json: &str, missing: &[Missing]) -> Vec<String> {
    let Err(problems) = Posting::from_json(json) else {
        return Vec::new();
    };
    let is_known = |path: &str| {
        missing
            .iter()
            .any(|missing| path == format!("$.{}", missing.field))
    };
    let problems = problems
        .into_iter()
        .filter(|problem| !is_known(&problem.path));
    problems.map(|problem| problem.to_string()).collect()
}
