//! What is offered beside what stands.

use super::*;

#[test]
fn what_stands_is_not_offered_nor_an_earlier_stage_of_it() {
    let beside = |offer: &Revision| {
        let mut revisions = holding(&stage("8 August", 9, 2, 1));
        revisions.put(&record::elsewhere(NAME, offer.run), offer.clone());
        offered(&revisions).len()
    };
    assert_eq!(beside(&stage("7 August", 5, 2, 2)), 1);
    assert_eq!(beside(&stage("8 August", 5, 2, 2)), 0);
    assert_eq!(beside(&stage("8 Aug", 5, 2, 1)), 0);
    // Texts of no run are no stages of each other.
    let mut revisions = holding(&stage("8 August", 9, 2, 0));
    revisions.put(&record::elsewhere(NAME, 0), stage("7 August", 5, 2, 0));
    assert_eq!(offered(&revisions), ["7 August"]);
}
