//! Days, lengths and amounts that are those of something else than the posting.

use super::*;

#[test]
fn what_else_starts_is_no_start() {
    for (line, expected) in [
        ("We begin reviewing letters on October 1, 2026.", &[][..]),
        ("Applications reviewed starting September 1, 2026.", &[]),
        ("The application period starts on September 1, 2026.", &[]),
        ("Interviews start on October 1, 2026.", &[]),
        ("Recruiting for this role begins on May 1, 2026.", &[]),
        ("Our last conference was held from 3 to 5 March 2026.", &[]),
        ("Our new mill starts production on March 1, 2027.", &[]),
        ("Classes start on January 20, 2027.", &[]),
        (
            "Insight event from 12 to 14 April 2027, followed by an internship from 14 June 2027.",
            &["2027-06-14"],
        ),
        (
            "Internship dates: 7 June 2027 to 20 August 2027, with a break from 5 to 9 July 2027.",
            &["2027-06-07/2027-08-20"],
        ),
        (
            "The next cohort begins June 7, 2027; info sessions on May 1, 2027 and May 8, 2027.",
            &["2027-06-07"],
        ),
        (
            "Applications for the cohort beginning June 7, 2027 are due on January 22, 2027.",
            &["2027-06-07"],
        ),
        (
            "Deadline for the program starting June 7, 2027: November 1, 2026.",
            &["2027-06-07"],
        ),
        (
            "Start date: June 7, 2027. Interviews start in May 2027.",
            &["2027-06-07"],
        ),
    ] {
        let found = facts("Garden Intern", &[line]);
        assert_eq!(days(&found), expected, "{line}");
    }
}

#[test]
fn what_may_be_that_of_something_else_is_looked_at() {
    for (line, field, review) in [
        (
            "Our two-year program has six-month placements.",
            "program.months",
            true,
        ),
        (
            "Our hiring takes 4 weeks for interns.",
            "program.weeks",
            true,
        ),
        (
            "You must not have completed a 12-week internship.",
            "program.weeks",
            true,
        ),
        (
            "This two-year (24 months) internship is paid.",
            "program.months",
            false,
        ),
        ("The internship lasts 12 weeks.", "program.weeks", false),
        (
            "Applicants rank up to five teams.",
            "application.limit.positions",
            true,
        ),
        (
            "Rank up to five teams: you may apply to up to five teams.",
            "application.limit.positions",
            false,
        ),
        (
            "The deadline to accept your offer is March 1, 2027.",
            "validThrough",
            true,
        ),
        ("The deadline is March 1, 2027.", "validThrough", false),
        (
            "The average salary of our alumni is $95,000 per year.",
            "pay",
            true,
        ),
        ("The salary is $95,000 per year.", "pay", false),
        (
            "The salary of this role for our clients is $95,000 per year.",
            "pay",
            false,
        ),
        (
            "You’ll review designs on a rolling basis.",
            "application.rollingReview",
            true,
        ),
    ] {
        let found = facts("Garden Intern", &[line]).found;
        let told = found.iter().find(|fact| fact.field == field);
        assert_eq!(told.map(|fact| fact.review), Some(review), "{line}");
    }
}
