//! Lints: what a valid posting may still get wrong. Each has a name that stays the same, so that
//! authors can switch it.

mod dates;
mod gaps;
mod holidays;
mod place;
mod season;
mod texts;

use posting::date::CivilDate;
use posting::json::Json;
use posting::posting::Posting;

use super::finding::Severity;
use place::Place;

/// A rule beyond the format.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lint {
    /// A start date on a day that is no working day.
    StartOnDayOff,
    /// A start date on a public holiday.
    StartOnHoliday,
    /// A last day after the season that the programme names.
    EndAfterSeason,
    /// A date that has passed.
    PastDate,
    /// No pay.
    MissingPay,
    /// No place.
    MissingLocation,
    /// An address without encryption, written out in a text.
    HttpLink,
    /// A list item that is a paragraph.
    LongItem,
}

impl Lint {
    /// Every lint.
    pub const ALL: [Self; 8] = [
        Self::StartOnDayOff,
        Self::StartOnHoliday,
        Self::EndAfterSeason,
        Self::PastDate,
        Self::MissingPay,
        Self::MissingLocation,
        Self::HttpLink,
        Self::LongItem,
    ];

    /// The name by which it is switched.
    pub fn name(self) -> &'static str {
        match self {
            Self::StartOnDayOff => "start-on-day-off",
            Self::StartOnHoliday => "start-on-holiday",
            Self::EndAfterSeason => "end-after-season",
            Self::PastDate => "past-date",
            Self::MissingPay => "missing-pay",
            Self::MissingLocation => "missing-location",
            Self::HttpLink => "http-link",
            Self::LongItem => "long-item",
        }
    }

    /// What it asks, in a sentence.
    pub fn summary(self) -> &'static str {
        match self {
            Self::StartOnDayOff => "A programme starts on one of its working days.",
            Self::StartOnHoliday => "A programme starts on no public holiday.",
            Self::EndAfterSeason => "A programme ends within the season that it names.",
            Self::PastDate => "Start dates and the deadline lie ahead.",
            Self::MissingPay => "A posting says what is paid.",
            Self::MissingLocation => "A posting says where the work is done.",
            Self::HttpLink => "Texts write no address that starts with http://.",
            Self::LongItem => "List items can be read at a glance.",
        }
    }
}

/// What a lint says about a posting.
#[derive(Debug)]
pub struct Remark {
    /// The lint.
    pub lint: Lint,
    /// Where, as a JSON path.
    pub path: String,
    /// What is wrong; follows the path and a colon. After a semicolon: what to change.
    pub message: String,
}

/// Which lints are told, and how gravely.
#[derive(Clone, Debug, Default)]
pub struct Levels {
    /// What is not told.
    pub allowed: Vec<Selection>,
    /// What is told as an error.
    pub denied: Vec<Selection>,
}

/// One lint, or all of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Selection {
    /// Every lint.
    Warnings,
    /// This one.
    One(Lint),
}

impl Selection {
    /// What stands for all lints on the command line.
    pub const WARNINGS: &'static str = "warnings";

    /// What may be written on the command line.
    pub fn names() -> Vec<&'static str> {
        let names = Lint::ALL.map(Lint::name);
        [Self::WARNINGS].into_iter().chain(names).collect()
    }

    /// The selection with this name.
    pub fn named(name: &str) -> Option<Self> {
        if name == Self::WARNINGS {
            return Some(Self::Warnings);
        }
        let lint = Lint::ALL.into_iter().find(|lint| lint.name() == name)?;
        Some(Self::One(lint))
    }
}

impl Levels {
    /// How gravely a lint is told; `None` if not at all. What names the lint itself outweighs what
    /// stands for all, and then allowing outweighs denying.
    pub fn of(&self, lint: Lint) -> Option<Severity> {
        let one = Selection::One(lint);
        for selection in [one, Selection::Warnings] {
            if self.allowed.contains(&selection) {
                return None;
            }
            if self.denied.contains(&selection) {
                return Some(Severity::Error);
            }
        }
        Some(Severity::Warning)
    }
}

/// What all lints say about a posting, lint by lint. The file's JSON has the places, the posting
/// what follows from it.
pub fn remarks(json: &Json, posting: &Posting, today: CivilDate) -> Vec<Remark> {
    let document = Place::document(json);
    let mut remarks = Vec::new();
    dates::look(&document, posting, today, &mut remarks);
    gaps::look(&document, posting, &mut remarks);
    texts::look(&document, &mut remarks);
    remarks
}

#[cfg(test)]
mod tests;
