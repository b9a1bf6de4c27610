//! Dates that exist and are in order, but that nobody meant.

use posting::date::{CivilDate, Weekday};
use posting::posting::Posting;
use posting::program::Program;

use super::holidays::holiday;
use super::season::last_day_of;
use super::{Lint, Place, Remark};

/// Looks at all dates.
pub fn look(document: &Place<'_>, posting: &Posting, today: CivilDate, remarks: &mut Vec<Remark>) {
    if let Some(deadline) = document.member("validThrough") {
        past(&deadline, "so the posting is closed", today, remarks);
    }
    let (Some(place), Some(program)) = (document.member("program"), posting.program()) else {
        return;
    };
    let countries: Vec<&str> = posting
        .locations()
        .iter()
        .filter_map(|location| location.country.as_deref())
        .collect();
    let season = program.season();
    let season = season.and_then(|season| Some((season, last_day_of(season, &countries)?)));
    for start in place.member("startDates").iter().flat_map(Place::items) {
        let end = start.member("end");
        let start = start.member("start").unwrap_or(start);
        let Some(day) = date(&start) else {
            continue;
        };
        past(&start, "so nobody can start then", today, remarks);
        day_off(&start, day, program, remarks);
        if let Some(name) = holiday(day, &countries) {
            remarks.push(Remark {
                lint: Lint::StartOnHoliday,
                path: start.path.clone(),
                message: format!("is {name}; choose another day"),
            });
        }
        let cohort = program.cohort_starting(day);
        let last = cohort.and_then(|cohort| cohort.last_day());
        after_season(&end.unwrap_or(start), last, season, remarks);
    }
    let window = place.member("startWindow");
    if let Some(to) = window.and_then(|window| window.member("to")) {
        past(&to, "so nobody can start any more", today, remarks);
        let cohort = last_start(program).and_then(|day| program.cohort_starting(day));
        let last = cohort.and_then(|cohort| cohort.last_day());
        after_season(&to, last, season, remarks);
    }
}

/// The last day on which a programme with a window can be started.
fn last_start(program: &Program) -> Option<CivilDate> {
    program.starts_in_window(CivilDate::FIRST).last()
}

fn date(place: &Place<'_>) -> Option<CivilDate> {
    CivilDate::parse_iso(place.text()?).ok()
}

fn past(place: &Place<'_>, consequence: &str, today: CivilDate, remarks: &mut Vec<Remark>) {
    if date(place).is_some_and(|day| day < today) {
        remarks.push(Remark {
            lint: Lint::PastDate,
            path: place.path.clone(),
            message: format!("lies before {today}, {consequence}; change it or take it out"),
        });
    }
}

fn day_off(place: &Place<'_>, day: CivilDate, program: &Program, remarks: &mut Vec<Remark>) {
    let working_days = program.working_days();
    if !working_days.includes(day) {
        let next = working_days.on_or_after(day);
        remarks.push(Remark {
            lint: Lint::StartOnDayOff,
            path: place.path.clone(),
            message: format!(
                "is a {}, which is no working day; start on {}, {next}, or name the working days",
                name(day),
                name(next)
            ),
        });
    }
}

fn after_season(
    place: &Place<'_>,
    last: Option<CivilDate>,
    season: Option<(&str, CivilDate)>,
    remarks: &mut Vec<Remark>,
) {
    if let (Some(last), Some((season, end))) = (last, season)
        && last > end
    {
        remarks.push(Remark {
            lint: Lint::EndAfterSeason,
            path: place.path.clone(),
            message: format!(
                "leads to the last day {last}, when “{season}” is over; correct the date, the \
                 length or the season"
            ),
        });
    }
}

fn name(day: CivilDate) -> &'static str {
    match day.weekday() {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}
