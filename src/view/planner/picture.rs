//! The picture of step 2: months from side to side, the candidate's free time, and
//! one bar per start date. It only repeats what the rows say in words.
//!
//! A track is drawn in whole days: its view box is as wide as the span has days, stretched to
//! the width at hand, so that shapes are integers and no style attribute is needed.

use posting::date::CivilDate;
use posting::program::{Cohort, Program, Starts};

use crate::locale::Year;
use crate::outlook::Outlook;
use crate::view::markup::{Element, element};
use crate::widget::Widget;

/// How many days an open cohort is drawn beyond the last start.
const OPEN_DAYS: i32 = 90;

/// The days the picture shows: whole months, from the first possible start to the last day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Span {
    first: CivilDate,
    last: CivilDate,
}

impl Span {
    /// The span of a programme's starts and ends.
    pub fn of(program: &Program) -> Self {
        let ends = |cohort: Cohort| {
            let open = cohort.start().plus_days(OPEN_DAYS);
            (cohort.start(), cohort.last_day().unwrap_or(open))
        };
        let days = match program.starts() {
            Starts::Cohorts(cohorts) => cohorts.iter().map(|cohort| ends(*cohort)).collect(),
            Starts::Window { first, last } => [*first, *last]
                .map(|day| Cohort::of_length(day, program.length(), program.working_days()))
                .map(ends)
                .to_vec(),
            Starts::Any => Vec::new(),
        };
        let first = days.iter().map(|(first, _)| *first).min();
        let last = days.iter().map(|(_, last)| *last).max();
        let first = first.unwrap_or(CivilDate::FIRST);
        let last = last.unwrap_or(first);
        Self {
            first: first.plus_days(1 - i32::from(first.day())),
            last: first_of_next_month(last).plus_days(-1),
        }
    }

    /// How many days it shows.
    pub fn days(self) -> i32 {
        self.first.days_until(self.last) + 1
    }

    /// The first days of its months.
    fn months(self) -> Vec<CivilDate> {
        let months = (0..).map(|months| self.first.plus_months(months));
        months
            .take_while(|month| *month <= self.last)
            .take(240)
            .collect()
    }

    /// A shape covering the days from `first` to `last` as far as they are in the span; empty if
    /// none is.
    fn shape(self, first: CivilDate, last: CivilDate) -> String {
        let from = self.first.days_until(first.max(self.first));
        let width = self.first.days_until(last.min(self.last)) + 1 - from;
        if width > 0 {
            format!("M{from} 0h{width}v1h-{width}z")
        } else {
            String::new()
        }
    }
}

fn first_of_next_month(date: CivilDate) -> CivilDate {
    date.plus_days(1 - i32::from(date.day())).plus_months(1)
}

/// The names of the months above the rows, with the year where a year begins if there are several.
pub fn axis(widget: Widget, span: Span) -> Element {
    let months = span.months();
    let over_years = Year::of([span.first, span.last]);
    // As many names as a phone has room for.
    let names = match over_years {
        Year::Known => 6,
        Year::Written => 4,
    };
    let step = months.len().div_ceil(names).max(1);
    let days = span.days();
    let mut before = None;
    let names = months.into_iter().step_by(step).map(|month| {
        let year = match before.replace(month.year()) {
            Some(before) if before == month.year() => Year::Known,
            _ => over_years,
        };
        let thousandths = span.first.days_until(month) * 1000 / days;
        element("text")
            .with("x", &format!("{}.{}%", thousandths / 10, thousandths % 10))
            .with("y", "12")
            .text(&widget.text.short_month(month, year))
    });
    drawing("axis").children(names)
}

/// The shape of the lines between months.
pub fn gridlines(span: Span) -> String {
    let months = span.months().into_iter();
    months
        .map(|month| format!("M{} 0v1", span.first.days_until(month)))
        .collect()
}

/// The shape of a cohort's bar.
pub fn bar(span: Span, cohort: Cohort) -> String {
    span.shape(cohort.start(), cohort.last_day().unwrap_or(span.last))
}

/// What a track shows whatever is typed.
#[derive(Clone, Copy)]
pub struct Shapes<'a> {
    /// The lines between months.
    pub gridlines: &'a str,
    /// How many days it shows.
    pub days: &'a str,
    /// The cohort's bar.
    pub bar: &'a str,
}

/// The bar of one cohort against the candidate's free time.
pub fn track(widget: Widget, span: Span, cohort: Cohort, shapes: Shapes<'_>) -> Element {
    let drawn = |class: &'static str, draw: fn(&Outlook, Span, Cohort) -> String| {
        element("path")
            .class(class)
            .with_live("d", move || Some(draw(&widget.judgement(), span, cohort)))
    };
    let still = |class: &'static str, shape: &str| element("path").class(class).with("d", shape);
    drawing("track")
        .with("viewBox", &format!("0 0 {} 1", shapes.days))
        .with("preserveAspectRatio", "none")
        .child(drawn("track-free", free))
        .child(still("track-grid", shapes.gridlines))
        .child(still("track-bar", shapes.bar))
        .child(drawn("track-over", over))
        .child(drawn("track-busy", busy))
        .child(drawn("track-lost", lost))
}

/// A drawing that only repeats what words say.
fn drawing(class: &'static str) -> Element {
    element("svg").class(class).with("aria-hidden", "true")
}

/// The candidate's free time; nothing before any date is stated.
fn free(outlook: &Outlook, span: Span, _: Cohort) -> String {
    if outlook.availability.is_empty() {
        return String::new();
    }
    let first = outlook.availability.earliest_start().unwrap_or(span.first);
    let last = outlook.availability.latest_end().unwrap_or(span.last);
    span.shape(first, last)
}

/// The parts of a cohort before the candidate is free and after they must stop.
fn over(outlook: &Outlook, span: Span, cohort: Cohort) -> String {
    let end = cohort.last_day().unwrap_or(span.last);
    let before = outlook.availability.earliest_start().map(|earliest| {
        let until = earliest.plus_days(-1).min(end);
        span.shape(cohort.start(), until)
    });
    let after = outlook.availability.latest_end().map(|latest| {
        let from = latest.plus_days(1).max(cohort.start());
        span.shape(from, end)
    });
    before.unwrap_or_default() + &after.unwrap_or_default()
}

/// The busy ranges.
fn busy(outlook: &Outlook, span: Span, _: Cohort) -> String {
    let ranges = outlook.availability.busy().iter();
    ranges
        .map(|range| span.shape(range.first(), range.last()))
        .collect()
}

/// The working days the cohort loses.
fn lost(outlook: &Outlook, span: Span, cohort: Cohort) -> String {
    let option = outlook.option(cohort.start());
    let days = option
        .map(|option| option.fit.lost_days())
        .unwrap_or_default();
    days.iter().map(|day| span.shape(*day, *day)).collect()
}

/// What the shades of the picture mean, once there is more than one.
pub fn key(widget: Widget) -> Element {
    let text = widget.text;
    let entry = |class: &'static str, words: &str| {
        let swatch = drawing("swatch")
            .with("viewBox", "0 0 1 1")
            .child(element("path").class(class).with("d", "M0 0h1v1h-1z"));
        element("li").child(swatch).text(words)
    };
    element("ul")
        .class("key")
        .flag("hidden", move || widget.judgement().availability.is_empty())
        .child(entry("track-bar", text.picture_key_fits()))
        .child(entry("track-free", text.picture_key_free()))
        .child(entry("track-over", text.picture_key_over()))
        .child(entry("track-busy", text.picture_key_busy()))
        .child(entry("track-lost", text.picture_key_lost()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> CivilDate {
        CivilDate::parse_iso(text).unwrap()
    }

    fn span() -> Span {
        Span {
            first: day("2026-05-01"),
            last: day("2026-09-30"),
        }
    }

    #[test]
    fn a_shape_starts_at_its_day_and_is_as_wide_as_it_has_days() {
        assert_eq!(
            span().shape(day("2026-05-01"), day("2026-05-01")),
            "M0 0h1v1h-1z"
        );
        assert_eq!(
            span().shape(day("2026-05-11"), day("2026-05-12")),
            "M10 0h2v1h-2z"
        );
    }

    #[test]
    fn a_shape_is_cut_off_at_the_edges_of_the_picture() {
        assert_eq!(
            span().shape(day("2026-01-01"), day("2026-05-02")),
            "M0 0h2v1h-2z"
        );
        assert_eq!(
            span().shape(day("2026-09-30"), day("2027-05-02")),
            "M152 0h1v1h-1z"
        );
        assert_eq!(span().shape(day("2026-01-01"), day("2026-04-30")), "");
        assert_eq!(span().shape(day("2026-06-02"), day("2026-06-01")), "");
    }

    #[test]
    fn a_span_has_its_months_and_their_days() {
        assert_eq!(span().days(), 153);
        assert_eq!(span().months().len(), 5);
    }
}
