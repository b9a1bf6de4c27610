//! Working days and the last days of cohorts.

use std::num::NonZeroU16;

use posting::date::Weekday;
use posting::program::{Cohort, Length, WorkingDays};

use crate::days::{Day, days_of};

fn weeks(count: usize) -> Length {
    let count = u16::try_from(count).ok().and_then(NonZeroU16::new);
    Length::Weeks(count.expect("at least one week"))
}

/// The working days whose bits are set, Monday being the lowest.
fn working_days(mask: u8) -> WorkingDays {
    let all = std::iter::successors(Some(Weekday::Monday), |day| Some(day.next()));
    let days = all.take(7).zip(0..).filter(|(_, bit)| mask >> bit & 1 == 1);
    WorkingDays::new(days.map(|(day, _)| day)).expect("a working day")
}

fn works(mask: u8, day: Day) -> bool {
    mask >> day.weekday & 1 == 1
}

#[test]
fn the_last_day_is_the_latest_working_day_within_the_weeks() {
    let days = days_of(2024..=2033);
    // Monday to Friday, Monday to Saturday, Sunday to Thursday, Wednesdays only, every day.
    for mask in [0b001_1111, 0b011_1111, 0b100_1111, 0b000_0100, 0b111_1111] {
        let working_days = working_days(mask);
        for (start, first) in days
            .iter()
            .enumerate()
            .take_while(|(_, day)| day.year <= 2032)
        {
            for count in 1..=30 {
                let within = &days[start..start + 7 * count];
                let last = within.iter().rev().find(|day| works(mask, **day));
                let cohort = Cohort::of_length(first.date(), weeks(count), working_days);
                assert_eq!(
                    cohort.last_day(),
                    last.map(|day| day.date()),
                    "{count} weeks from {}, working days {mask:07b}",
                    first.date()
                );
                assert_eq!(cohort.start(), first.date());
            }
        }
    }
}

#[test]
fn a_cohort_of_months_ends_before_the_same_day_of_a_later_month() {
    let days = days_of(2024..=2027);
    for (start, first) in days
        .iter()
        .enumerate()
        .take_while(|(_, day)| day.year < 2027)
    {
        let mut after = start;
        for count in 1..=12 {
            // On to the next first of a month, then to the same day or the month's last.
            let month = days[after].month;
            while days[after].month == month {
                after += 1;
            }
            let month = days[after].month;
            let mut same = after;
            while days[same].day < first.day && days[same + 1].month == month {
                same += 1;
            }
            let last = days[start..same].iter().rev().find(|day| day.is_working());
            let length = Length::Months(NonZeroU16::new(count).expect("a month"));
            let cohort = Cohort::of_length(first.date(), length, WorkingDays::default());
            assert_eq!(
                cohort.last_day(),
                last.map(|day| day.date()),
                "{count} from {}",
                first.date()
            );
        }
    }
}

#[test]
fn working_days_are_those_of_the_mask() {
    let days = days_of(2026..=2026);
    for mask in 1..=0b111_1111 {
        let working_days = working_days(mask);
        for start in 0..7 {
            let first = days[start].date();
            for end in start..start + 16 {
                let last = days[end].date();
                let expected: Vec<_> = days[start..=end]
                    .iter()
                    .filter(|day| works(mask, **day))
                    .map(|day| day.date())
                    .collect();
                let found: Vec<_> = working_days.between(first, last).collect();
                assert_eq!(found, expected);
                let count = working_days.count_between(first, last) as usize;
                assert_eq!(count, expected.len());
            }
            let later = days[start..].iter().find(|day| works(mask, **day));
            assert_eq!(
                Some(working_days.on_or_after(first)),
                later.map(|day| day.date())
            );
            let at = start + 7;
            let earlier = days[..=at].iter().rev().find(|day| works(mask, **day));
            let found = working_days.on_or_before(days[at].date());
            assert_eq!(Some(found), earlier.map(|day| day.date()));
        }
        let (first, second) = (days[0].date(), days[1].date());
        assert_eq!(working_days.count_between(second, first), 0);
        assert_eq!(working_days.count_between(days[9].date(), first), 0);
    }
}
