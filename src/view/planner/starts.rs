//! Step "Which start dates suit?": every start date with its verdict in words and
//! as a picture, to choose from and to rank.

use leptos::ev::Event;
use leptos::prelude::*;
use posting::date::CivilDate;
use posting::draft::record;
use posting::fit::Reason;
use posting::program::{Cohort, Program, Starts};

use super::date_field::date_field;
use super::elsewhere::elsewhere;
use super::hint;
use super::picture::{self, Shapes, Span};
use super::ranking::{self, Order};
use crate::locale::{Text, Year};
use crate::outlook::Outlook;
use crate::view::focus;
use crate::view::icon::{TICK, icon};
use crate::view::markup::{Element, alike, alike_but, element, live};
use crate::widget::Widget;

/// The choices; nothing where the job has no start dates to choose from.
pub fn starts(widget: Widget) -> Vec<Element> {
    let text = widget.text;
    let posting = widget.posting();
    let program = posting.program();
    let Some(program) = program.filter(|program| *program.starts() != Starts::Any) else {
        return Vec::new();
    };
    let wished = matches!(program.starts(), Starts::Window { .. }).then(|| {
        alike("wished", || {
            date_field(
                widget,
                record::WISHED_START,
                text.wished_start(),
                text.wished_hint(),
            )
        })
    });
    let (span, year) = (Span::of(program), year_of(program));
    let order = Order::new(widget);
    // Which rows there are changes only for a window, as the wished day does.
    let starts = Memo::new(move |_| {
        let outlook = widget.judgement();
        let starts = outlook.options.iter().map(|option| option.cohort.start());
        starts.map(|start| start.to_string()).collect::<String>()
    });
    let rows = live(move || {
        starts.get();
        let outlook = widget.outlook_now();
        let rows = outlook.options.iter();
        let gridlines = picture::gridlines(span);
        element("ul")
            .class("options")
            .children(rows.map(|row| option(order, span, year, &gridlines, row.cohort)))
            .view()
    });
    let summary = element("strong")
        .class("fit-count")
        .live_text(move || text.fit_summary(&widget.judgement()));
    // Within a window the rows are suggestions, which follow today.
    let class = match program.starts() {
        Starts::Window { .. } => "group cohorts suggested",
        Starts::Cohorts(_) | Starts::Any => "group cohorts",
    };
    let choices = element("fieldset")
        .class(class)
        .part("cohorts")
        .with("id", record::CHOICES)
        .with("tabindex", "-1")
        .child(element("legend").class("legend").text(text.starts_legend()))
        .child(hint(text.starts_hint()).text(" ").child(summary))
        .child(picture::axis(widget, span))
        .view_child(rows)
        .child(alike("key", || picture::key(widget)));
    let ranking = element("div")
        .class("live")
        .view_child(ranking::ranking(order));
    let words = move |stored: &str| days_in_words(text, stored, year);
    let elsewhere = elsewhere(widget, record::CHOICES, words);
    let below = [choices, ranking, elsewhere];
    wished.into_iter().chain(below).collect()
}

/// One start date: checkbox, verdict, picture, and the reasons in words.
fn option(order: Order, span: Span, year: Year, gridlines: &str, cohort: Cohort) -> Element {
    let widget = order.widget;
    let shapes = Shapes {
        gridlines,
        days: &span.days().to_string(),
        bar: &picture::bar(span, cohort),
    };
    let texts = [
        &*cohort.start().to_string(),
        &cohort_short(widget.text, cohort, year),
        shapes.days,
        shapes.gridlines,
        shapes.bar,
    ];
    // As long as nothing speaks for or against it, and it isn't chosen, it is like any other.
    let name = || {
        let outlook = widget.outlook_now();
        let start = cohort.start();
        let rank = outlook.option(start).and_then(|option| option.rank);
        (fits(&outlook, start).is_none() && rank.is_none()).then_some("option")
    };
    alike_but(name, texts, |[start, words, days, gridlines, bar]| {
        let shapes = Shapes {
            gridlines,
            days,
            bar,
        };
        judged(order, span, cohort, year, start, words, shapes)
    })
}

/// As [`option`], with its first day and its days in words.
fn judged(
    order: Order,
    span: Span,
    cohort: Cohort,
    year: Year,
    day: &str,
    words: &str,
    shapes: Shapes<'_>,
) -> Element {
    let widget = order.widget;
    let text = widget.text;
    let start = cohort.start();
    let id = format!("start-{day}");
    let (why_id, rank_id) = (format!("{id}-why"), format!("{id}-rank"));
    // Of a choice elsewhere nothing here has to hear. Empty where this is not chosen.
    let rank = Memo::new(move |_| {
        let outlook = widget.outlook();
        let rank = outlook.option(start).and_then(|option| option.rank);
        rank.map(|rank| text.rank(rank)).unwrap_or_default()
    });
    let is_chosen = move || !rank.get().is_empty();
    let verdict = move || {
        let verdict = match fits(&widget.judgement(), start) {
            Some(true) => text.fits(),
            Some(false) => text.misses(),
            None => "",
        };
        verdict.to_owned()
    };
    let class = move || match (fits(&widget.judgement(), start), is_chosen()) {
        (Some(true), false) => "option fits",
        (Some(true), true) => "option fits chosen",
        (Some(false), false) => "option misses",
        (Some(false), true) => "option misses chosen",
        (None, false) => "option",
        (None, true) => "option chosen",
    };
    let choose = move |event: Event| {
        let choices = widget.typed_now(record::CHOICES);
        let chosen = if event_target_checked(&event) {
            ranking::with(&choices, start)
        } else {
            ranking::without(&choices, start)
        };
        // What was pressed before the app came is all there when that takes over, and who goes on by keyboard does not
        // get past the list before it is there.
        if event.is_trusted() && !focus::is_by_keyboard(&event) {
            order.follow_later();
        }
        widget.edit(record::CHOICES, &chosen);
        // Within a window a day that is not chosen any more may not be offered any more.
        focus::focus_instead(&event, format!("start-{start}"), record::CHOICES);
    };
    let checkbox = element("input")
        .with("type", "checkbox")
        .with("id", &id)
        .with("aria-describedby", &format!("{why_id} {rank_id}"))
        .checked(is_chosen)
        .on("change", choose);
    let label = element("label")
        .class("option-label")
        .child(checkbox)
        .child(element("span").text(words));
    let badge = element("span")
        .class("option-rank")
        .with("id", &rank_id)
        .live_text(move || rank.get());
    let shown_verdict = element("span")
        .class("verdict")
        .with("aria-hidden", "true")
        .child(icon(TICK))
        .child(element("span").live_text(verdict));
    let state = element("span")
        .class("option-state")
        .child(shown_verdict)
        .child(badge);
    let change = element("span")
        .class("change")
        .live_text(move || nearest_change(text, &widget.judgement(), start, year));
    let why = element("p")
        .class("why")
        .with("id", &why_id)
        .child(element("span").class("unseen").live_text(verdict))
        .text(" ")
        .child(element("span").live_text(move || reasons(text, &widget.judgement(), start)))
        .text(" ")
        .child(change);
    element("li")
        .class_live(class)
        .child(label)
        .child(state)
        .child(picture::track(widget, span, cohort, shapes))
        .child(why)
}

/// Whether a start date fits; `None` while nothing is stated that could speak against it.
fn fits(outlook: &Outlook, start: CivilDate) -> Option<bool> {
    let fits = outlook.option(start)?.fit.fits();
    (!outlook.availability.is_empty() || !fits).then_some(fits)
}

/// "Mon 18 May – Fri 7 Aug", or the start alone where the length is open.
pub fn cohort_short(text: Text, cohort: Cohort, year: Year) -> String {
    match cohort.last_day() {
        Some(last) => text.short_range(cohort.start(), last, year),
        None => text.cohort_from(&text.short_date(cohort.start(), year)),
    }
}

/// Stored choices: "Mon 8 Jun and Mon 18 May".
pub fn days_in_words(text: Text, stored: &str, year: Year) -> String {
    let days = stored.split_whitespace();
    let days = days.filter_map(|day| CivilDate::parse_iso(day).ok());
    let days = days.map(|day| text.short_date(day, year));
    text.list(&days.collect::<Vec<_>>())
}

/// Whether the years of a programme's start dates are written: not where all lie in one.
pub fn year_of(program: &Program) -> Year {
    match program.starts() {
        Starts::Cohorts(cohorts) => Year::of(cohorts.iter().map(|cohort| cohort.start())),
        Starts::Window { first, last } => Year::of([*first, *last]),
        Starts::Any => Year::Known,
    }
}

/// Every reason against a cohort, as a list in words.
fn reasons(text: Text, outlook: &Outlook, start: CivilDate) -> String {
    let busy_ranges = outlook.availability.busy();
    let reasons = outlook
        .option(start)
        .map(|option| option.fit.reasons())
        .unwrap_or_default();
    let reasons: Vec<String> = reasons
        .iter()
        .map(|reason| match *reason {
            Reason::AlreadyStarted { days } => text.already_started(days),
            Reason::StartsTooEarly { days } => text.starts_too_early(days),
            Reason::EndsTooLate { days } => text.ends_too_late(days),
            Reason::StartsTooLate { days } => text.starts_too_late(days),
            Reason::LosesWorkingDays { days, busy } => match busy_ranges.get(busy) {
                Some(range) if !range.label().is_empty() => text.loses_days_to(days, range.label()),
                Some(range) => text.loses_days(days, &text.range(range.first(), range.last())),
                None => String::new(),
            },
        })
        .collect();
    if reasons.is_empty() {
        return String::new();
    }
    let mut sentence = text.sentence(&text.list(&reasons));
    // Each may stand first, and only there begins with a capital.
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    sentence
}

/// "It would fit if you could stay until 7 August."; empty if it fits or no change would help. A day of another
/// year than those that were typed has its year, also where `year` would be known.
fn nearest_change(text: Text, outlook: &Outlook, start: CivilDate, year: Year) -> String {
    let option = outlook.option(start);
    let Some(change) = option.and_then(|option| option.fit.nearest_change()) else {
        return String::new();
    };
    let availability = &outlook.availability;
    let typed = [availability.earliest_start(), availability.latest_end()];
    let suggested = [change.free_from, change.stay_until].map(|day| day.map(|(day, _)| day));
    let year = match Year::of(typed.into_iter().chain(suggested).flatten()) {
        Year::Known => year,
        Year::Written => Year::Written,
    };
    let mut changes = Vec::new();
    if let Some((from, days)) = change.free_from {
        changes.push(text.change_free_from(&text.date_in(from, year), days));
    }
    if let Some((until, _)) = change.stay_until {
        changes.push(text.change_stay_until(&text.date_in(until, year)));
    }
    let ranges = option.map(|option| option.fit.lost_ranges());
    let ranges = ranges.unwrap_or_default().iter();
    let ranges: Vec<String> = ranges
        .map(|&(first, last)| text.range(first, last))
        .collect();
    if !ranges.is_empty() {
        changes.push(text.change_keep_free(&text.list(&ranges)));
    }
    text.would_fit(&text.list(&changes))
}

#[cfg(test)]
mod tests;
