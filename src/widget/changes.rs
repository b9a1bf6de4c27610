//! Who is told when a record of the draft changes: those who read that record, and those who read the
//! whole draft.

use std::cell::Cell;

use posting::draft::record;

use super::Count;

/// How many signals the records share. A signal for each would have to be made and found by its name, and
/// one for all would run every view again at each key.
const SHARES: usize = 16;

/// The signals behind a draft.
pub struct Changes {
    any: Count,
    records: [Count; SHARES],
    /// The shares of what has changed and was not told yet, a bit for each.
    noted: Cell<u32>,
}

impl Changes {
    /// Nothing has changed yet.
    pub fn new() -> Self {
        Self {
            any: Count::new(),
            records: std::array::from_fn(|_| Count::new()),
            noted: Cell::default(),
        }
    }

    /// Has the caller run again when anything changes.
    pub fn of_any(&self) {
        self.any.get();
    }

    /// Has the caller run again when this record changes, or one that is offered for it.
    pub fn of(&self, record: &str) {
        if let Some(count) = self.records.get(share(record)) {
            count.get();
        }
    }

    /// Notes that a record has changed.
    pub fn note(&self, record: &str) {
        let record = record::offered_for(record).unwrap_or(record);
        self.noted.set(self.noted.get() | 1 << share(record));
    }

    /// Tells of what was noted.
    pub fn tell(&self) {
        let noted = self.noted.take();
        for (share, count) in self.records.iter().enumerate() {
            if noted & 1 << share != 0 {
                count.bump();
            }
        }
        self.any.bump();
    }

    /// Tells that anything may have changed.
    pub fn tell_all(&self) {
        self.noted.set(u32::MAX);
        self.tell();
    }
}

/// The share of a record: always the same, and different for most.
fn share(record: &str) -> usize {
    let sum = record.bytes().fold(0_u32, |sum, byte| {
        sum.wrapping_mul(31).wrapping_add(u32::from(byte))
    });
    sum as usize % SHARES
}

#[cfg(test)]
mod tests {
    use leptos::prelude::Owner;

    use super::*;

    /// How often readers of "choices", of "earliest-start" and of anything were told.
    fn told(changes: &Changes) -> [u32; 3] {
        let of = |record| changes.records.get(share(record)).copied();
        let counts = [of("choices"), of("earliest-start"), Some(changes.any)];
        counts.map(|count| count.map_or(0, Count::now))
    }

    #[test]
    fn who_reads_a_record_is_told_of_that_record() {
        let owner = Owner::new();
        owner.set();
        let changes = Changes::new();
        changes.note("choices");
        assert_eq!(told(&changes), [0, 0, 0]);
        changes.tell();
        assert_eq!(told(&changes), [1, 0, 1]);
        changes.note(&record::elsewhere("earliest-start", 7));
        changes.tell();
        assert_eq!(told(&changes), [1, 1, 2]);
        changes.tell();
        assert_eq!(told(&changes), [1, 1, 3]);
        changes.tell_all();
        assert_eq!(told(&changes), [2, 2, 4]);
    }
}
