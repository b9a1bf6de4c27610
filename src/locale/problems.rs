//! What is wrong with something typed or opened, and what to change, in words.

use posting::availability::FieldError;
use posting::date::{Weekday, YEARS};
use posting::draft::DraftFileError;
use posting::draft::link::{DraftLinkError, LONGEST_LINK};
use posting::program::WorkingDays;
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
            FieldError::DayOff(day, working_days) => {
                self.day_off(&self.weekday_date(*day), &self.weekdays(*working_days))
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
            TypedDateError::Day { day: 0, last, .. } => self.date_day_zero(u32::from(*last)),
            TypedDateError::Day { month, last, .. } => {
                self.date_day(&self.month_year(*month), u32::from(*last))
            }
            TypedDateError::DayOfNoYear { last } => self.date_day_of_no_year(u32::from(*last)),
            TypedDateError::MonthName(word) => self.date_month_name(word),
        }
    }

    /// What is wrong with a typed month and what to change.
    pub fn typed_month_error(self, error: &TypedDateError) -> String {
        match error {
            TypedDateError::NotADate => self.month_not_a_month().to_owned(),
            TypedDateError::YearMissing => self.month_year_missing().to_owned(),
            error => self.typed_date_error(error),
        }
    }

    /// "from Tuesday to Saturday", or "on Monday and Thursday" where the days are not three or more in a row
    fn weekdays(self, days: WorkingDays) -> String {
        let numbers = days.numbers();
        let is_row = numbers.len() > 2 && "1234567".contains(&numbers);
        let names: Vec<String> = days
            .weekdays()
            .map(|day| self.weekday(day).to_owned())
            .collect();
        match names.as_slice() {
            [first, .., last] if is_row => self.weekdays_from(first, last),
            names => self.weekdays_on(&self.list(names)),
        }
    }

    fn weekday(self, day: Weekday) -> &'static str {
        match day {
            Weekday::Monday => self.monday(),
            Weekday::Tuesday => self.tuesday(),
            Weekday::Wednesday => self.wednesday(),
            Weekday::Thursday => self.thursday(),
            Weekday::Friday => self.friday(),
            Weekday::Saturday => self.saturday(),
            Weekday::Sunday => self.sunday(),
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

#[cfg(test)]
mod tests {
    use leptos::prelude::Owner;
    use posting::typed_date::{DateLanguage, DateOrder, parse_typed_date, parse_typed_month};

    use super::*;

    /// The words in British English.
    fn in_words(words: impl FnOnce(Text) -> String) -> String {
        Owner::new().with(|| words(Text::new("en-GB")))
    }

    #[track_caller]
    fn check_month(typed: &str, expected: &str) {
        let language = DateLanguage::english(DateOrder::DayMonthYear);
        let error = parse_typed_month(typed, &language).expect_err("no month");
        let words = in_words(|text| text.typed_month_error(&error));
        assert_eq!(words, expected, "{typed}");
    }

    #[test]
    fn a_field_for_a_month_is_explained_by_months() {
        check_month("December", "Add the year, as in December 2026.");
        check_month(
            "soon",
            "That isn’t a month we can read. Write it like December 2026.",
        );
    }

    #[track_caller]
    fn check_date(typed: &str, expected: &str) {
        let language = DateLanguage::english(DateOrder::DayMonthYear);
        let error = parse_typed_date(typed, &language).expect_err("no date");
        let words = in_words(|text| text.typed_date_error(&error));
        assert_eq!(words, expected, "{typed}");
    }

    #[test]
    fn the_number_that_is_wrong_is_named() {
        check_date("0/5/2026", "There is no day 0. Days go from 1 to 31.");
        check_date("0 Feb", "There is no day 0. Days go from 1 to 29.");
        check_date("32/5/2026", "May 2026 ends on day 31.");
        check_date("5/0/2026", "There is no month 0. Months go from 1 to 12.");
    }

    #[track_caller]
    fn check_day_off(working: &[Weekday], expected: &str) {
        let monday = posting::date::CivilDate::parse_iso("2026-04-06").expect("a date");
        let days = WorkingDays::new(working.iter().copied()).expect("some days");
        let words = in_words(|text| text.field_error(&FieldError::DayOff(monday, days)));
        assert_eq!(
            words,
            format!("Monday, 6 April 2026 is a day off here. Work is {expected}.")
        );
    }

    #[test]
    fn a_day_off_is_told_with_the_days_that_are_worked() {
        use Weekday::{Friday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
        let to_saturday = [Tuesday, Wednesday, Thursday, Friday, Saturday];
        check_day_off(&to_saturday, "from Tuesday to Saturday");
        check_day_off(&[Saturday, Sunday], "on Saturday and Sunday");
        check_day_off(
            &[Tuesday, Thursday, Friday],
            "on Tuesday, Thursday and Friday",
        );
        check_day_off(&[Wednesday], "on Wednesday");
    }
}
