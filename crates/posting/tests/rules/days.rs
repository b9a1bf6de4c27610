//! A calendar made by walking: day after day by the month lengths of the Gregorian
//! calendar, weekdays counted on. The oracle for everything else.

use posting::date::CivilDate;

/// A day as walked to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Day {
    pub year: i32,
    pub month: u8,
    pub day: u8,
    /// 0 is Monday.
    pub weekday: usize,
}

impl Day {
    /// 1 January 1900, which was a Monday.
    const FIRST: Self = Self {
        year: 1900,
        month: 1,
        day: 1,
        weekday: 0,
    };

    fn next(self) -> Self {
        let weekday = (self.weekday + 1) % 7;
        let (year, month, day) = if self.day < month_length(self.year, self.month) {
            (self.year, self.month, self.day + 1)
        } else if self.month < 12 {
            (self.year, self.month + 1, 1)
        } else {
            (self.year + 1, 1, 1)
        };
        Self {
            year,
            month,
            day,
            weekday,
        }
    }

    pub fn date(self) -> CivilDate {
        CivilDate::new(self.year, self.month, self.day).expect("a walked day is a date")
    }

    /// Whether it lies on Monday to Friday.
    pub fn is_working(self) -> bool {
        self.weekday < 5
    }
}

/// The days of a month, by the rule of the calendar's reform in 1582.
pub fn month_length(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Every day of these years in order.
pub fn days_of(years: std::ops::RangeInclusive<i32>) -> Vec<Day> {
    std::iter::successors(Some(Day::FIRST), |day| Some(day.next()))
        .skip_while(|day| day.year < *years.start())
        .take_while(|day| day.year <= *years.end())
        .collect()
}
