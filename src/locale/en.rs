//! The messages in English.

mod planner;

use super::Catalogue;

pub use planner::PLANNER;

/// English, for the posting.
pub static ENGLISH: Catalogue = Catalogue {
    lang: "en",
    about: "About the role",
    responsibilities: "What you’ll do",
    minimum_qualifications: "Minimum qualifications",
    preferred_qualifications: "Preferred qualifications",
    privacy_title: "Privacy notice",
    privacy_link: "By applying you accept the applicant privacy policy.",
    fact_team: "Team",
    fact_location: "Location",
    fact_employment: "Employment",
    fact_pay: "Pay",
    fact_length: "Length",
    fact_season: "Season",
    fact_starts: "Start dates",
    fact_limit: "Applications",
    fact_review: "Review",
    fact_posted: "Posted",
    fact_closes: "Apply by",
    open_length: "Open-ended",
    any_start: "Agreed with you",
    in_order: "Considered in the order you apply",
    rolling_review: "Rolling, so applying early helps",
    remote: "Remote",
    employment_full_time: "Full time",
    employment_part_time: "Part time",
    employment_contractor: "Contract",
    employment_temporary: "Temporary",
    employment_intern: "Internship",
    employment_volunteer: "Volunteer",
    employment_per_diem: "By the day",
    employment_other: "Other",
    pay_hour: "per hour",
    pay_day: "per day",
    pay_week: "per week",
    pay_month: "per month",
    pay_year: "per year",
    plan_link: "Check your dates",

    posting_unavailable: "This posting can’t be shown right now.",
    posting_unavailable_offline: "You seem to be offline, so this posting can’t be loaded.",
    planner_forbidden: "This page doesn’t let the posting’s planner run.",
    for_the_author: "Details for the author of this page",
    retry: "Try again",
    needs_script: "Planning your dates needs JavaScript, which is off here. What you type is not kept.",
    all_passed: "All start dates of this posting have passed. You can still read it, but there is no date left to plan for.",
    closed: "This posting no longer takes applications.",

    preview: "Preview as of {date}. Visitors see it as of today.",
    weeks: "{count, plural, one {# week} other {# weeks}}",
    months: "{count, plural, one {# month} other {# months}}",
    window: "Any working day, {range}",
    cohort_from: "from {date}",
    pay: "{amount} {unit}",
    pay_range: "{least} – {most}",
    location_remote: "{place} (remote)",
    limit: "{count, plural, one {# position} other {Up to # positions}} per person",
    limit_scope: "{count, plural, one {# position} other {Up to # positions}} per person: {scope}",
    problem_count: "{count, plural, one {# problem} other {# problems}} in the posting file",
};

#[cfg(test)]
mod tests {
    use super::{ENGLISH, PLANNER};

    #[test]
    fn every_value_stands_in_its_pattern_and_nothing_else_does() {
        for (name, pattern, values) in [ENGLISH.patterns(), PLANNER.patterns()].concat() {
            assert!(!pattern.is_empty(), "{name} has no text");
            let opened = pattern.matches('{').count();
            assert_eq!(opened, pattern.matches('}').count(), "{name}: {pattern}");
            for value in &values {
                let named = [format!("{{{value}}}"), format!("{{{value}, plural,")];
                assert!(
                    named
                        .iter()
                        .any(|placeholder| pattern.contains(placeholder)),
                    "{name} does not use {value}: {pattern}"
                );
            }
            assert!(
                !values.is_empty() || opened == 0,
                "{name} takes no value: {pattern}"
            );
        }
    }
}
