//! The records that a posting's draft can have. They are looked for by name, so that a damaged index hides
//! none of them.

use posting::draft::{MAX_BUSY_RANGES, record};
use posting::posting::Posting;

use crate::outlook::{qualifications, rule_name};

/// Names the records a draft for this posting can have.
pub fn implied_records(posting: &Posting) -> Vec<String> {
    let fixed = [
        record::EARLIEST_START,
        record::LATEST_END,
        record::CHOICES,
        record::WISHED_START,
        record::GRADUATION,
        record::APPLIED_ON,
        record::TAKEN,
        record::TERMS,
        record::EXPIRY,
    ];
    let mut names: Vec<String> = fixed.map(str::to_owned).into();
    for index in 0..MAX_BUSY_RANGES {
        names.push(record::busy_first(index));
        names.push(record::busy_last(index));
        names.push(record::busy_label(index));
    }
    for qualification in qualifications(posting) {
        for index in 0..qualification.rules.len().max(1) {
            names.push(record::answer(&rule_name(qualification, index)));
        }
        names.push(record::note(&qualification.id));
    }
    let elsewhere: Vec<String> = names
        .iter()
        .map(|name| record::elsewhere(name, 0))
        .collect();
    names.extend(elsewhere);
    names
}
