//! iCalendar files (RFC 5545) for chosen cohorts.

use crate::date::CivilDate;
use crate::program::Cohort;

/// One all-day event.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Event<'a> {
    /// The days of the event.
    pub cohort: Cohort,
    /// SUMMARY, plain text.
    pub summary: &'a str,
    /// DESCRIPTION, plain text.
    pub description: &'a str,
    /// LOCATION, plain text; empty for none.
    pub location: &'a str,
    /// URL, an https address; empty for none.
    pub url: &'a str,
}

/// The most octets of a line, without its CRLF (RFC 5545 section 3.1).
const MAX_LINE: usize = 75;

/// One calendar with an all-day event per cohort.
///
/// Lines end in CRLF and are folded at 75 octets without splitting a character (RFC 5545
/// section 3.1); text is escaped (3.3.11); DTEND is the day after the last day (3.6.1); an open
/// cohort is a one-day event at its start. The UID depends only on `posting_id` and the start, so
/// that importing twice replaces the event. `stamp` gives DTSTAMP, at midnight UTC, and SEQUENCE,
/// its days since 1970: a file made later replaces one made earlier (3.8.7.4). The events are
/// tentative and leave the time free, as they are wishes (3.8.1.11 and 3.8.2.7). A calendar needs
/// at least one event to be valid (3.6).
pub fn calendar(posting_id: &str, events: &[Event<'_>], stamp: CivilDate) -> String {
    let mut text = String::new();
    let mut line = |name: &str, value: &str| push_folded(&mut text, &format!("{name}:{value}"));
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//job-posting//availability planner//EN");
    line("CALSCALE", "GREGORIAN");
    for event in events {
        let start = event.cohort.start();
        let last = event.cohort.last_day().unwrap_or(start);
        line("BEGIN", "VEVENT");
        line(
            "UID",
            &format!("{}-{start}@job-posting", safe_id(posting_id)),
        );
        line("DTSTAMP", &(basic(stamp) + "T000000Z"));
        line("SEQUENCE", &stamp.days_since_epoch().max(0).to_string());
        line("DTSTART;VALUE=DATE", &basic(start));
        line("DTEND;VALUE=DATE", &day_after(last));
        line("SUMMARY", &escape(event.summary));
        for (name, value) in [
            ("DESCRIPTION", escape(event.description)),
            ("LOCATION", escape(event.location)),
            ("URL", safe_url(event.url)),
        ] {
            if !value.is_empty() {
                line(name, &value);
            }
        }
        line("STATUS", "TENTATIVE");
        line("TRANSP", "TRANSPARENT");
        line("END", "VEVENT");
    }
    line("END", "VCALENDAR");
    text
}

/// Appends a content line, folded: a line that goes on starts with a blank, which counts.
fn push_folded(text: &mut String, content: &str) {
    let mut length = 0;
    for c in content.chars() {
        if length + c.len_utf8() > MAX_LINE {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(c);
        length += c.len_utf8();
    }
    text.push_str("\r\n");
}

/// A text value (RFC 5545 section 3.3.11). Whatever some reader takes for a line break becomes an
/// escaped one, and other control characters but the tab are dropped.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut previous = ' ';
    for c in text.chars() {
        match c {
            // CRLF is one line break.
            '\n' if previous == '\r' => {}
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(c);
            }
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                escaped.push_str("\\n");
            }
            '\t' => escaped.push(c),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
        previous = c;
    }
    escaped
}

/// The id with every byte but letters, digits, `-`, `_` and `.` written as `%XX`, so that no two
/// ids become the same.
pub(crate) fn safe_id(id: &str) -> String {
    let mut safe = String::with_capacity(id.len());
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.".contains(&byte) {
            safe.push(char::from(byte));
        } else {
            safe.push_str(&format!("%{:02X}", u32::from(byte)));
        }
    }
    safe
}

/// An address is not escaped (RFC 5545 section 3.3.13), so nothing may stand in it that could end
/// the line.
fn safe_url(url: &str) -> String {
    let ends_line = |c: char| c.is_control() || matches!(c, ' ' | '\u{2028}' | '\u{2029}');
    url.chars().filter(|c| !ends_line(*c)).collect()
}

/// The day in ISO 8601's basic form, `20260518` (RFC 5545 section 3.3.4).
fn basic(date: CivilDate) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

fn day_after(date: CivilDate) -> String {
    if date == CivilDate::LAST {
        // The one day after it that a calendar can need but a civil date can't hold.
        return format!("{:04}0101", date.year() + 1);
    }
    basic(date.plus_days(1))
}

#[cfg(test)]
mod tests;
