//! The terms of a posting for which a draft was answered: its start dates and requirements, as a
//! short text that is kept with the draft, so that a change of the posting can be told.

use crate::date::CivilDate;
use crate::posting::Posting;
use crate::program::{Cohort, Length, Program, Starts};
use crate::requirement::Rule;

/// Words of the text. Each is a term on its own, so that an old text with words of another build
/// is compared as far as it can be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Terms {
    /// First days with last days; a last day that is open is empty.
    starts: Vec<Term>,
    /// First and last day of a start window.
    window: Option<Term>,
    /// How long a programme with a start window lasts, in short.
    length: Option<String>,
    /// Ids of requirements with their rules in short.
    requirements: Vec<Term>,
}

/// A word of the text: a name, and what is said of it.
type Term = (String, String);

/// One difference between a posting now and when a draft was answered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// A start date is offered no more.
    StartGone(CivilDate),
    /// A start date is new.
    StartNew(CivilDate),
    /// The days on which the programme can be started are others: from the first to the last.
    WindowMoved(CivilDate, CivilDate),
    /// A programme that can be started within a window is longer or shorter than it was.
    LengthChanged,
    /// A programme that starts on the same day ends on another, or its end is open now.
    EndMoved(CivilDate, Option<CivilDate>),
    /// The requirement with this id is new.
    RequirementNew(String),
    /// The requirement with this id has other rules.
    RequirementChanged(String),
    /// The requirement with this id is gone.
    RequirementGone(String),
}

/// Between a first and a last day, and between a requirement and its rules.
const SEPARATOR: char = '/';

/// Before a requirement's id, which is no date.
const REQUIREMENT: &str = "needs-";

/// Before the first day of a start window.
const WINDOW: &str = "window-";

/// Before how long a programme lasts.
const LENGTH: &str = "lasts";

impl Terms {
    /// The terms of a posting.
    pub fn of(posting: &Posting) -> Self {
        let program = posting.program();
        let cohorts = program.map_or(&[] as &[Cohort], Program::cohorts);
        let starts = cohorts.iter().map(|cohort| {
            let last = cohort.last_day();
            let last = last.map_or_else(String::new, |last| last.to_string());
            (cohort.start().to_string(), last)
        });
        let window = program.and_then(|program| match program.starts() {
            Starts::Window { first, last } => Some((first.to_string(), last.to_string())),
            Starts::Cohorts(_) | Starts::Any => None,
        });
        let length = program.map(|program| match program.length() {
            Length::Weeks(weeks) => format!("{weeks}w"),
            Length::Months(months) => format!("{months}m"),
            Length::Open => "open".to_owned(),
        });
        let minimum = posting.minimum_qualifications().iter();
        let all = minimum.chain(posting.preferred_qualifications());
        let requirements = all.map(|one| (one.id.clone(), in_short(&one.rules)));
        Self {
            starts: starts.collect(),
            length: length.filter(|_| window.is_some()),
            window,
            requirements: requirements.collect(),
        }
    }

    /// The text that is kept: `2026-05-18/2026-08-07 needs-logic/ needs-degree/from=2026-12`, or
    /// `window-2026-05-01/2026-09-30 lasts/12w` for a programme with a start window.
    pub fn to_text(&self) -> String {
        let starts = self.starts.iter();
        let starts = starts.map(|(start, last)| format!("{start}{SEPARATOR}{last}"));
        let window = self.window.iter();
        let window = window.map(|(first, last)| format!("{WINDOW}{first}{SEPARATOR}{last}"));
        let length = self.length.iter();
        let length = length.map(|length| format!("{LENGTH}{SEPARATOR}{length}"));
        let requirements = self.requirements.iter();
        let requirements =
            requirements.map(|(id, rules)| format!("{REQUIREMENT}{id}{SEPARATOR}{rules}"));
        let words = starts.chain(window).chain(length).chain(requirements);
        words.collect::<Vec<_>>().join(" ")
    }

    /// Reads what [`Self::to_text`] wrote; words that are no terms are passed over.
    pub fn from_text(text: &str) -> Self {
        let mut terms = Self {
            starts: Vec::new(),
            window: None,
            length: None,
            requirements: Vec::new(),
        };
        for word in text.split_whitespace() {
            let Some((name, rest)) = word.split_once(SEPARATOR) else {
                continue;
            };
            let rest = rest.to_owned();
            if let Some(id) = name.strip_prefix(REQUIREMENT) {
                terms.requirements.push((id.to_owned(), rest));
            } else if let Some(first) = name.strip_prefix(WINDOW) {
                terms.window = Some((first.to_owned(), rest));
            } else if name == LENGTH {
                terms.length = Some(rest);
            } else {
                terms.starts.push((name.to_owned(), rest));
            }
        }
        terms
    }

    /// What has changed since `before`: start dates first, each kind in the order of the posting.
    pub fn changes_since(&self, before: &Self) -> Vec<Change> {
        let day = |text: &str| CivilDate::parse_iso(text).ok();
        let mut changes = Vec::new();
        // Days are written so that they are in the order of their texts.
        let is_in_window = |start: &str| {
            let mut window = self.window.iter();
            window.any(|(first, last)| (first.as_str()..=last.as_str()).contains(&start))
        };
        for (start, _) in missing_from(&before.starts, &self.starts) {
            if !is_in_window(start) {
                changes.extend(day(start).map(Change::StartGone));
            }
        }
        if let Some((first, last)) = &self.window
            && before.window.is_some()
            && before.window != self.window
        {
            let days = day(first).zip(day(last));
            changes.extend(days.map(|(first, last)| Change::WindowMoved(first, last)));
        }
        if before.length.is_some() && self.length.is_some() && before.length != self.length {
            changes.push(Change::LengthChanged);
        }
        for (start, _) in missing_from(&self.starts, &before.starts) {
            changes.extend(day(start).map(Change::StartNew));
        }
        for (start, last) in differing(&self.starts, &before.starts) {
            changes.extend(day(start).map(|start| Change::EndMoved(start, day(last))));
        }
        for (id, _) in missing_from(&before.requirements, &self.requirements) {
            changes.push(Change::RequirementGone(id.clone()));
        }
        for (id, _) in missing_from(&self.requirements, &before.requirements) {
            changes.push(Change::RequirementNew(id.clone()));
        }
        for (id, _) in differing(&self.requirements, &before.requirements) {
            changes.push(Change::RequirementChanged(id.clone()));
        }
        changes
    }
}

fn missing_from<'a>(these: &'a [Term], others: &'a [Term]) -> impl Iterator<Item = &'a Term> {
    let is_missing = |(name, _): &&Term| !others.iter().any(|(other, _)| other == name);
    these.iter().filter(is_missing)
}

fn differing<'a>(these: &'a [Term], others: &'a [Term]) -> impl Iterator<Item = &'a Term> {
    let differs = |(name, rest): &&Term| {
        let mut others = others.iter();
        others.any(|(other, other_rest)| other == name && other_rest != rest)
    };
    these.iter().filter(differs)
}

/// Rules without a blank or a separator.
fn in_short(rules: &[Rule]) -> String {
    let rules = rules.iter().map(|rule| match rule {
        Rule::CommitWeeks(weeks) => format!("weeks={weeks}"),
        Rule::GraduateOnOrAfter(month) => format!("from={}", month.first_day()),
        Rule::ReturnToDegree => "return".to_owned(),
        Rule::EnrolledIn(fields) => {
            let is_plain = |letter: char| letter.is_alphanumeric();
            let fields = fields.join("+");
            format!("study={}", fields.replace(|letter| !is_plain(letter), "+"))
        }
    });
    rules.collect::<Vec<_>>().join(";")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::date;

    fn posting(starts: &str, minimum: &str) -> Posting {
        let text = format!(
            r#"{{ "version": 1, "id": "a", "title": "A", "organization": {{ "name": "B" }},
                "program": {{ "weeks": 12, "startDates": [{starts}] }},
                "qualifications": {{ "minimum": [{minimum}] }} }}"#
        );
        Posting::from_json(&text).unwrap()
    }

    const DEGREE: &str = r#"{ "id": "degree", "text": "Graduate late", "rule": { "graduateOnOrAfter": "2026-12" } }"#;

    #[track_caller]
    fn check(before: &Posting, after: &Posting, expected: &[Change]) {
        // Through the text, as a draft keeps it.
        let kept = Terms::from_text(&Terms::of(before).to_text());
        assert_eq!(kept, Terms::of(before));
        assert_eq!(Terms::of(after).changes_since(&kept), expected);
    }

    #[test]
    fn d16_every_change_of_dates_and_rules_is_told() {
        let before = posting(
            r#""2026-05-11", "2026-05-18""#,
            &format!(r#"{DEGREE}, {{ "id": "logic", "text": "Think" }}"#),
        );
        check(&before, &before, &[]);
        let later = posting(
            r#"{ "start": "2026-05-18", "end": "2026-08-14" }, "2026-06-08""#,
            &DEGREE
                .replace("2026-12", "2027-06")
                .replace(r#""text": "G"#, r#""text": "Now g"#),
        );
        check(
            &before,
            &later,
            &[
                Change::StartGone(date("2026-05-11")),
                Change::StartNew(date("2026-06-08")),
                Change::EndMoved(date("2026-05-18"), Some(date("2026-08-14"))),
                Change::RequirementGone("logic".to_owned()),
                Change::RequirementChanged("degree".to_owned()),
            ],
        );
        let more = posting(
            r#""2026-05-11", "2026-05-18""#,
            &format!(
                r#"{DEGREE}, {{ "id": "logic", "text": "Think" }}, {{ "id": "new", "text": "More" }}"#
            ),
        );
        check(&before, &more, &[Change::RequirementNew("new".to_owned())]);
    }

    #[test]
    fn d16_a_start_window_that_moved_is_told_as_a_window() {
        let windowed = |first: &str, last: &str, weeks: u8| {
            let text = format!(
                r#"{{ "version": 1, "id": "a", "title": "A", "organization": {{ "name": "B" }},
                    "program": {{ "weeks": {weeks},
                        "startWindow": {{ "from": "{first}", "to": "{last}" }} }} }}"#
            );
            Posting::from_json(&text).unwrap()
        };
        let before = windowed("2026-04-01", "2026-06-30", 12);
        check(&before, &before, &[]);
        let earlier = windowed("2026-03-02", "2026-06-30", 12);
        let moved = Change::WindowMoved(date("2026-03-02"), date("2026-06-30"));
        check(&before, &earlier, std::slice::from_ref(&moved));
        let longer = windowed("2026-03-02", "2026-06-30", 24);
        check(&before, &longer, &[moved, Change::LengthChanged]);
        // Fixed dates that became a window are gone where it leaves them out.
        let fixed = posting(r#""2026-05-11", "2026-07-06""#, "");
        check(&fixed, &before, &[Change::StartGone(date("2026-07-06"))]);
        let listed = [date("2026-05-11"), date("2026-07-06")].map(Change::StartNew);
        check(&before, &fixed, &listed);
    }

    #[test]
    fn a_window_that_an_older_build_kept_as_two_starts_is_no_change() {
        let text = r#"{ "version": 1, "id": "a", "title": "A", "organization": { "name": "B" },
            "program": { "weeks": 12, "startWindow": { "from": "2026-04-01", "to": "2026-06-30" } } }"#;
        let now = Terms::of(&Posting::from_json(text).unwrap());
        let kept = Terms::from_text("2026-04-01/ 2026-06-30/");
        assert_eq!(now.changes_since(&kept), []);
    }

    #[test]
    fn a_text_of_another_build_is_read_as_far_as_it_can_be() {
        let terms = Terms::from_text("v9 2026-05-18/2026-08-07 ??? needs-a/");
        assert_eq!(terms.to_text(), "2026-05-18/2026-08-07 needs-a/");
        assert_eq!(Terms::from_text("").to_text(), "");
    }
}
