//! When a candidate is free: an earliest start, a latest end, and busy ranges
//! between them.

use crate::date::CivilDate;
use crate::draft::{Draft, MAX_BUSY_RANGES, record};
use crate::program::WorkingDays;
use crate::typed_date::{DateLanguage, TypedDateError, parse_typed_date};

/// Days on which the candidate can't work although they lie between the earliest start and the
/// latest end; `first <= last`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BusyRange {
    first: CivilDate,
    last: CivilDate,
    label: String,
}

impl BusyRange {
    /// A range with both ends included; `None` if it ends before it starts.
    pub fn new(first: CivilDate, last: CivilDate, label: &str) -> Option<Self> {
        (first <= last).then(|| Self {
            first,
            last,
            label: label.trim().to_owned(),
        })
    }

    /// The first busy day.
    pub fn first(&self) -> CivilDate {
        self.first
    }

    /// The last busy day.
    pub fn last(&self) -> CivilDate {
        self.last
    }

    /// What the candidate called it; may be empty.
    pub fn label(&self) -> &str {
        &self.label
    }
}

/// When a candidate is free, checked: no end before the start.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Availability {
    earliest_start: Option<CivilDate>,
    latest_end: Option<CivilDate>,
    busy: Vec<BusyRange>,
}

impl Availability {
    /// Free from `earliest_start` to `latest_end` (`None`: no limit on that side) except for the
    /// busy ranges, which are put in order; `None` if the end lies before the start.
    pub fn new(
        earliest_start: Option<CivilDate>,
        latest_end: Option<CivilDate>,
        busy: Vec<BusyRange>,
    ) -> Option<Self> {
        if let (Some(start), Some(end)) = (earliest_start, latest_end)
            && end < start
        {
            return None;
        }
        // The few ranges are put in their places one by one, as sorting takes much more code.
        let mut in_order: Vec<BusyRange> = Vec::with_capacity(busy.len());
        for range in busy {
            let days = (range.first, range.last);
            let at = in_order.partition_point(|other| (other.first, other.last) <= days);
            in_order.insert(at, range);
        }
        Some(Self {
            earliest_start,
            latest_end,
            busy: in_order,
        })
    }

    /// The first free day; `None`: no limit.
    pub fn earliest_start(&self) -> Option<CivilDate> {
        self.earliest_start
    }

    /// The last free day; `None`: no limit.
    pub fn latest_end(&self) -> Option<CivilDate> {
        self.latest_end
    }

    /// The busy ranges by first day.
    pub fn busy(&self) -> &[BusyRange] {
        &self.busy
    }

    /// Whether anything was stated at all.
    pub fn is_empty(&self) -> bool {
        self.earliest_start.is_none() && self.latest_end.is_none() && self.busy.is_empty()
    }

    /// Reads the typed dates of a draft.
    ///
    /// # Errors
    /// Every problem, in the order of the fields. Blank fields are no problem, except in a busy range
    /// of which something was typed.
    pub fn from_draft(draft: &Draft, language: &DateLanguage) -> Result<Self, Vec<FieldProblem>> {
        if draft.is_empty() {
            return Ok(Self::default());
        }
        let mut fields = Fields {
            draft,
            language,
            problems: Vec::new(),
        };
        let earliest_start = fields.date(record::EARLIEST_START);
        let latest_end = fields.date(record::LATEST_END);
        if let (Some(start), Some(end)) = (earliest_start, latest_end)
            && end < start
        {
            fields.refuse(record::LATEST_END, FieldError::EndsBeforeStart(start));
        }
        let mut busy = Vec::new();
        for index in 0..MAX_BUSY_RANGES {
            if let Some(range) = fields.busy_range(index) {
                busy.push(range);
            }
        }
        if !fields.problems.is_empty() {
            return Err(fields.problems);
        }
        Ok(Self::new(earliest_start, latest_end, busy).unwrap_or_default())
    }
}

/// Reads fields and gathers their problems.
struct Fields<'a> {
    draft: &'a Draft,
    language: &'a DateLanguage,
    problems: Vec<FieldProblem>,
}

impl Fields<'_> {
    fn refuse(&mut self, record: &str, error: FieldError) {
        self.problems.push(FieldProblem {
            record: record.to_owned(),
            error,
        });
    }

    fn date(&mut self, record: &str) -> Option<CivilDate> {
        let text = self.draft.text(record);
        if text.trim().is_empty() {
            return None;
        }
        match parse_typed_date(text, self.language) {
            Ok(typed) => Some(typed.date),
            Err(error) => {
                self.refuse(record, FieldError::Date(error));
                None
            }
        }
    }

    fn busy_range(&mut self, index: usize) -> Option<BusyRange> {
        let (first_record, last_record) = (record::busy_first(index), record::busy_last(index));
        let is_blank = |record: &str| self.draft.text(record).trim().is_empty();
        match (is_blank(&first_record), is_blank(&last_record)) {
            (true, true) if is_blank(&record::busy_label(index)) => return None,
            (true, true) => self.refuse(&first_record, FieldError::DaysMissing),
            (true, false) => self.refuse(&first_record, FieldError::Missing),
            (false, true) => self.refuse(&last_record, FieldError::Missing),
            (false, false) => {}
        }
        let (first, last) = (self.date(&first_record), self.date(&last_record));
        let (first, last) = (first?, last?);
        let range = BusyRange::new(first, last, self.draft.text(&record::busy_label(index)));
        if range.is_none() {
            self.refuse(&last_record, FieldError::EndsBeforeStart(first));
        }
        range
    }
}

/// What is wrong with one typed field.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FieldProblem {
    /// The record's name, see [`crate::draft::record`].
    pub record: String,
    /// What is wrong with it.
    pub error: FieldError,
}

/// Why a typed field can't be used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FieldError {
    /// What was typed is not a date.
    Date(TypedDateError),
    /// The latest end lies before the earliest start (or a busy range's last day before its
    /// first), which is this day.
    EndsBeforeStart(CivilDate),
    /// The programme can only be started from the first to the second of these days, both
    /// included, and only on a working day.
    OutsideWindow(CivilDate, CivilDate),
    /// The programme does not work on this day of the week, but on these.
    DayOff(CivilDate, WorkingDays),
    /// The other half of a busy range is typed, this one is blank.
    Missing,
    /// Of a busy range only the label is typed.
    DaysMissing,
}

#[cfg(test)]
mod tests;
