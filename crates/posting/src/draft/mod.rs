//! What the candidate typed, exactly as typed: a set of named texts. Only this is
//! stored; everything else follows from it and the posting.

mod file;
mod index;
pub mod link;
mod revision;
mod revisions;
mod terms;

pub use file::DraftFileError;
pub use index::{Index, IndexError, STORED_VERSION};
pub use revision::Revision;
pub use revisions::{Meeting, Revisions};
pub use terms::{Change, Terms};

/// How many busy ranges a draft can hold.
pub const MAX_BUSY_RANGES: usize = 20;

/// Names of the records of a draft. A record is one text under one name, saved on its own, so
/// that two tabs editing different fields never overwrite each other.
pub mod record {
    /// First day the candidate is free, as typed.
    pub const EARLIEST_START: &str = "earliest-start";
    /// Last day the candidate is free, as typed.
    pub const LATEST_END: &str = "latest-end";
    /// Chosen start dates, ISO, ranked, separated by blanks.
    pub const CHOICES: &str = "choices";
    /// The wished start within a start window, as typed.
    pub const WISHED_START: &str = "wished-start";
    /// The day on which the candidate applied, as typed.
    pub const APPLIED_ON: &str = "applied-on";
    /// Holds [`YES`] once a statement was copied, printed or saved.
    pub const TAKEN: &str = "taken";
    /// The text of a record that only says that something is so.
    pub const YES: &str = "yes";
    /// The month of graduation, as typed.
    pub const GRADUATION: &str = "graduation";

    /// How the names of the records of busy ranges begin.
    pub const BUSY: &str = "busy-";

    /// First day of busy range `index` (from 0), as typed.
    pub fn busy_first(index: usize) -> String {
        format!("{BUSY}{index}-first")
    }

    /// Last day of busy range `index`, as typed.
    pub fn busy_last(index: usize) -> String {
        format!("{BUSY}{index}-last")
    }

    /// What busy range `index` is for, as typed.
    pub fn busy_label(index: usize) -> String {
        format!("{BUSY}{index}-label")
    }

    /// The answer to the qualification with this id: see [`super::Answer`].
    pub fn answer(qualification: &str) -> String {
        format!("answer-{qualification}")
    }

    /// The note on the qualification with this id.
    pub fn note(qualification: &str) -> String {
        format!("note-{qualification}")
    }

    /// The terms of the posting for which the draft was answered: see [`super::Terms`].
    pub const TERMS: &str = "terms";

    /// After how many days without a change the draft is to be deleted: "30", or never when empty.
    pub const EXPIRY: &str = "expiry";

    /// A text that was typed into the field of this record elsewhere (in another tab, say) at the
    /// same time, and is offered back: one for each run of typing. See [`super::Revision::run`].
    pub fn elsewhere(record: &str, run: u32) -> String {
        match run {
            0 => format!("{ELSEWHERE}{record}"),
            run => format!("{ELSEWHERE}{run}-{record}"),
        }
    }

    /// Whether [`elsewhere`] made this name.
    pub fn is_elsewhere(record: &str) -> bool {
        record.starts_with(ELSEWHERE)
    }

    /// The record for which [`elsewhere`] made a name; `None` if it made none.
    pub fn offered_for(offer: &str) -> Option<&str> {
        let rest = offer.strip_prefix(ELSEWHERE)?;
        // No record's name begins with a digit.
        let record = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        Some(record.strip_prefix('-').unwrap_or(record))
    }

    /// Whether [`elsewhere`] made the name `offer` for a record.
    pub fn is_offer_for(offer: &str, record: &str) -> bool {
        offered_for(offer) == Some(record)
    }

    /// Whether a text of this record is offered back when another takes its place: not what the
    /// candidate never typed, and no offer again.
    pub fn is_kept_twice(record: &str) -> bool {
        ![TERMS, EXPIRY, TAKEN].contains(&record) && !is_elsewhere(record)
    }

    const ELSEWHERE: &str = "elsewhere-";
}

/// A candidate's own answer to a qualification.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Answer {
    /// "I meet this."
    Met,
    /// "I partly meet this."
    Partly,
    /// "I don't meet this yet."
    NotYet,
}

impl Answer {
    /// All answers in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Met, Self::Partly, Self::NotYet];

    /// The text stored for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Partly => "partly",
            Self::NotYet => "not-yet",
        }
    }

    /// Reads what [`Self::as_str`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.as_str() == text)
    }
}

/// Everything the candidate typed for one posting.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Draft {
    /// Names and texts by name, each name once. A draft has a few dozen records at most.
    records: Vec<(String, String)>,
}

impl Draft {
    /// The text of a record; empty if nothing was typed.
    pub fn text(&self, name: &str) -> &str {
        let mut records = self.records.iter();
        let record = records.find(|(other, _)| other == name);
        record.map_or("", |(_, text)| text)
    }

    /// Puts a text under a name; an empty text removes the record.
    pub fn set(&mut self, name: &str, text: &str) {
        self.records.retain(|(other, _)| other != name);
        if !text.is_empty() {
            let at = self
                .records
                .partition_point(|(other, _)| other.as_str() < name);
            self.records.insert(at, (name.to_owned(), text.to_owned()));
        }
    }

    /// All records that hold a text, by name.
    pub fn records(&self) -> impl Iterator<Item = (&str, &str)> {
        self.records
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        // For which terms it would have been, and how long to keep it, is no answer.
        let about_it = [record::TERMS, record::EXPIRY];
        let mut names = self.records.iter().map(|(name, _)| name.as_str());
        names.all(|name| about_it.contains(&name))
    }

    /// The candidate's answer to a qualification.
    pub fn answer(&self, qualification: &str) -> Option<Answer> {
        Answer::parse(self.text(&record::answer(qualification)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_text_is_no_record() {
        let mut draft = Draft::default();
        draft.set("choices", "2026-05-18");
        assert_eq!(draft.text("choices"), "2026-05-18");
        draft.set("choices", "");
        assert!(draft.is_empty());
    }

    #[test]
    fn only_what_was_typed_makes_a_draft() {
        let mut draft = Draft::default();
        assert!(draft.is_empty());
        draft.set(record::TERMS, "2026-05-18/");
        assert!(draft.is_empty());
        draft.set(record::CHOICES, "2026-05-18");
        assert!(!draft.is_empty());
    }

    #[test]
    fn records_are_named_as_the_format_says() {
        assert_eq!(record::busy_first(7), "busy-7-first");
        assert_eq!(record::busy_last(7), "busy-7-last");
        assert_eq!(record::busy_label(7), "busy-7-label");
        assert_eq!(record::answer("thinking"), "answer-thinking");
        assert_eq!(record::note("thinking"), "note-thinking");
        assert_eq!(record::elsewhere("choices", 0), "elsewhere-choices");
        assert_eq!(record::elsewhere("choices", 17), "elsewhere-17-choices");
        assert!(record::is_elsewhere("elsewhere-choices"));
        assert!(!record::is_elsewhere("choices"));
    }

    #[test]
    fn an_offer_is_for_one_record() {
        #[track_caller]
        fn check(offer: &str, record: &str, expected: bool) {
            let found = record::is_offer_for(offer, record);
            assert_eq!(found, expected, "{offer} {record}");
        }
        for run in [0, 7, u32::MAX] {
            check(&record::elsewhere("note-a", run), "note-a", true);
        }
        check("elsewhere-note-a", "a", false);
        check("elsewhere-7-note-a", "a", false);
        check("elsewhere-note-7-a", "a", false);
        check("elsewhere-7-note-a", "note-b", false);
        check("note-a", "note-a", false);
        check("elsewhere-", "note-a", false);
    }

    #[test]
    fn answers_are_read_by_qualification() {
        let mut draft = Draft::default();
        draft.set(&record::answer("thinking"), Answer::Partly.as_str());
        draft.set(&record::answer("other"), "perhaps");
        assert_eq!(draft.answer("thinking"), Some(Answer::Partly));
        assert_eq!(draft.answer("other"), None);
        for answer in Answer::ALL {
            assert_eq!(Answer::parse(answer.as_str()), Some(answer));
        }
    }
}
