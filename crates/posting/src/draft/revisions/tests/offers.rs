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

#[test]
fn an_offer_is_put_away_a_moment_after_what_was_seen_and_on_the_day_it_was_done() {
    let offer = record::elsewhere(NAME, 2);
    let mut revisions = holding(&stage("8 August", 9, 2, 1));
    revisions.put(&offer, stage("7 August", 5, 2, 2));
    revisions.dismiss(&offer, 200_000);
    let dismissed = revisions.get(&offer).unwrap();
    assert!(dismissed.is_deletion());
    assert_eq!((dismissed.at, dismissed.over), (6, 200_000));
}

#[test]
fn what_was_an_offer_stands_a_moment_later_than_it_was_typed() {
    let offer = record::elsewhere(NAME, 2);
    let mut revisions = holding(&stage("8 August", 9, 2, 1));
    revisions.put(&offer, stage("9 August", 20, 9, 2));
    revisions.promote(&offer);
    let stands = revisions.get(NAME).unwrap();
    assert_eq!((stands.text.as_str(), stands.at), ("9 August", 21));
}

#[test]
fn one_record_is_forgotten_and_no_other() {
    let mut revisions = holding(&stage("8 August", 9, 2, 1));
    revisions.put("earliest-start", stage("1 May", 3, 0, 2));
    revisions.remove(NAME);
    assert_eq!(revisions.get(NAME), None);
    assert!(revisions.get("earliest-start").is_some());
}

#[test]
fn what_is_forgotten_is_forgotten_once() {
    let mut here = Revisions::with_seed(1_000);
    let first = here.edit(NAME, "8", 5);
    let offer = record::elsewhere(NAME, first.run);
    here.meet(&offer, &first);
    here.edit(NAME, "8 May", 6);
    let forgotten = here.get(&offer).cloned();
    here.edit(NAME, "8 May 2026", 7);
    // Were it written with each key, other tabs would have to follow each time.
    assert_eq!(here.get(&offer), forgotten.as_ref());
}

#[test]
fn what_began_in_no_known_run_stays_offered() {
    let mut here = holding(&revision("8 May", 5, 0));
    here.put(&elsewhere(), revision("7 May", 4, 0));
    here.meet(NAME, &revision("9 May", 9, 5));
    assert_eq!(offered(&here), ["7 May"]);
}
