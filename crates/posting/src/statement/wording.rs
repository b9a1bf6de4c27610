//! What a statement needs from a language. Whole sentences are one message each, so
//! that a translator is free in their order and grammar.

use crate::date::CivilDate;
use crate::program::Length;

/// The words and date formats of one language.
pub trait Wording {
    /// A single day, such as "18 May 2026".
    fn date(&self, date: CivilDate) -> String;
    /// A range of days, such as "18 May – 7 August 2026"; for one day the same as [`Self::date`].
    fn date_range(&self, first: CivilDate, last: CivilDate) -> String;
    /// Items joined, such as "a, b, and c".
    fn list(&self, items: &[String]) -> String;
    /// A programme's length, such as "12 weeks"; `None` for an open one.
    fn length(&self, length: Length) -> Option<String>;
    /// One message of the statement, see [`Message`].
    fn message(&self, message: Message<'_>) -> String;
}

/// From when until when a candidate is free, with the dates in words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Period<'a> {
    /// "11 May – 28 August 2026", with both days for a language that puts words between them.
    Range {
        /// Both in words.
        range: &'a str,
        /// The first day.
        first: CivilDate,
        /// The last day, maybe the same.
        last: CivilDate,
    },
    /// No end is stated: "from 11 May 2026".
    From(&'a str),
    /// No start is stated: "until 28 August 2026".
    Until(&'a str),
    /// Only exceptions are stated.
    Unlimited,
}

/// The messages a statement is made of; the values are already in words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Message<'a> {
    /// "Available 11 May – 28 August 2026 except 3–5 June 2026 (exam)"
    Available {
        /// From when until when.
        period: Period<'a>,
        /// The busy ranges joined; always there if the period is unlimited.
        except: Option<&'a str>,
    },
    /// A busy range with what it is for: "3–5 June 2026 (exam)"
    BusyFor {
        /// The range.
        range: &'a str,
        /// The candidate's label, never empty.
        label: &'a str,
    },
    /// A resume line without an availability: "Preferred start 18 May 2026"
    PreferredStarts {
        /// The starts joined, best first.
        starts: &'a str,
        /// How many there are.
        count: usize,
    },
    /// A resume line with both parts: "Available …; preferred start 18 May 2026"
    ResumeLine {
        /// The first part: [`Message::Available`] in words.
        availability: &'a str,
        /// The starts joined, best first.
        starts: &'a str,
        /// How many there are.
        count: usize,
    },
    /// The sentence for a letter: "I am available for the … position at … from … to …."
    SentenceAvailable {
        /// From when until when.
        period: Period<'a>,
        /// The busy ranges joined; always there if the period is unlimited.
        except: Option<&'a str>,
        /// The posting's title.
        title: &'a str,
        /// The organization.
        organization: &'a str,
    },
    /// The sentence for a letter without an availability: "For the … position at …, my preferred
    /// dates for the 12 weeks are 18 May – 7 August 2026."
    SentencePreferred {
        /// The cohorts joined, best first.
        cohorts: &'a str,
        /// How many there are.
        count: usize,
        /// The programme's length; `None` if open.
        length: Option<&'a str>,
        /// The posting's title.
        title: &'a str,
        /// The organization.
        organization: &'a str,
    },
    /// The sentence that follows [`Message::SentenceAvailable`]: "My preferred dates for the 12
    /// weeks are 18 May – 7 August 2026."
    ///
    /// It must not claim that the candidate is free for all of them: those that the availability
    /// does not cover are marked by [`Message::Conflicts`], but still preferred.
    SentenceChoices {
        /// The cohorts joined, best first.
        cohorts: &'a str,
        /// How many there are.
        count: usize,
        /// The programme's length; `None` if open.
        length: Option<&'a str>,
    },
    /// Two sentences, one after the other.
    Sentences {
        /// The first, with its full stop.
        first: &'a str,
        /// The second, with its full stop.
        second: &'a str,
    },
    /// A cohort without a last day: "from 18 May 2026"
    OpenCohort {
        /// The start.
        date: &'a str,
    },
    /// A chosen cohort that the stated availability does not cover: "22 June – 11 September 2026
    /// (not fully within these dates)"
    Conflicts {
        /// The cohort.
        cohort: &'a str,
    },
    /// An item of the Markdown and LaTeX lists: "Choice 1: 18 May – 7 August 2026", or with a
    /// single choice "Preferred dates: 18 May – 7 August 2026".
    Choice {
        /// Its rank, from 1.
        rank: usize,
        /// How many choices there are.
        count: usize,
        /// The cohort.
        cohort: &'a str,
    },
    /// Heading of the Markdown and LaTeX forms: "Availability"
    Heading,
}
