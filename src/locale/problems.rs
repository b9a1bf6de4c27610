//! What is wrong with something typed or opened, and what to change, in words.

use posting::availability::FieldError;
use posting::date::YEARS;
use posting::draft::DraftFileError;
use posting::draft::link::{DraftLinkError, LONGEST_LINK};
use posting::typed_date::TypedDateError;

use super::Text;

impl Text {
    /// What is wrong with a typed field and what to change.
    pub fn field_error(self, error: &FieldError) -> String {
        match error {
            FieldError::Date(error) => self.typed_date_error(error),
            FieldError::EndsBeforeStart(first) => self.ends_before_start(&self.date(*first)),
            FieldError::OutsideWindow(first, last) => {
                self.outside_window(&self.range(*first, *last))
            }
            FieldError::Missing => self.busy_missing().to_owned(),
            FieldError::DaysMissing => self.busy_days_missing().to_owned(),
        }
    }

    /// What is wrong with a typed date and what to change.
    pub fn typed_date_error(self, error: &TypedDateError) -> String {
        match error {
            TypedDateError::NotADate => self.date_not_a_date().to_owned(),
            TypedDateError::YearMissing => self.date_year_missing().to_owned(),
            TypedDateError::DayMissing => self.date_day_missing().to_owned(),
            // As texts: a number would be grouped, as in 1,900.
            TypedDateError::Year(year) => {
                self.date_year(year, &YEARS.start().to_string(), &YEARS.end().to_string())
            }
            TypedDateError::Month(month) => self.date_month(&month.to_string()),
            TypedDateError::Day { month, last, .. } => {
                self.date_day(&self.month_year(*month), u32::from(*last))
            }
            TypedDateError::DayOfNoYear { last } => self.date_day_of_no_year(u32::from(*last)),
            TypedDateError::MonthName(word) => self.date_month_name(word),
        }
    }

    /// Why a file can't be opened as a draft.
    pub fn file_error(self, error: &DraftFileError) -> String {
        match error {
            DraftFileError::NotJson => self.file_not_json().to_owned(),
            DraftFileError::NotADraft => self.file_not_a_draft().to_owned(),
            DraftFileError::Version(version) => {
                self.file_version(u32::try_from(*version).unwrap_or(u32::MAX))
            }
            DraftFileError::OtherPosting(posting) => self.file_other_posting(posting),
        }
    }

    /// Why a link with a draft can't be made or used.
    pub fn link_error(self, error: &DraftLinkError) -> String {
        let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        match error {
            DraftLinkError::TooLong(length) => {
                self.link_too_long(count(*length), count(LONGEST_LINK))
            }
            DraftLinkError::Damaged => self.link_damaged().to_owned(),
        }
    }
}
