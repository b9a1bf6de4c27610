//! What becomes of revisions that meet, in examples; `laws.rs` has what holds for all.

use super::*;

mod laws;
mod offers;
mod tabs;

const NAME: &str = "latest-end";

fn revision(text: &str, at: i64, over: i64) -> Revision {
    stage(text, at, over, 0)
}

fn stage(text: &str, at: i64, over: i64, run: u32) -> Revision {
    Revision {
        text: text.to_owned(),
        at,
        over,
        run,
    }
}

fn elsewhere() -> String {
    record::elsewhere(NAME, 0)
}

/// The texts that are offered, newest first.
fn offered(revisions: &Revisions) -> Vec<&str> {
    let offers = revisions.offers(NAME).into_iter();
    offers.map(|(_, offer)| &*offer.text).collect()
}

fn holding(known: &Revision) -> Revisions {
    let mut revisions = Revisions::default();
    revisions.take(NAME, known);
    revisions
}

/// What stands and what is offered once two revisions have met, whichever was there first.
#[track_caller]
fn check(one: &Revision, other: &Revision, stands: &str, offered: &str) {
    for (first, second) in [(one, other), (other, one)] {
        let mut revisions = holding(first);
        revisions.meet(NAME, second);
        let draft = revisions.draft();
        assert_eq!(draft.text(NAME), stands, "{first:?} met {second:?}");
        let expected: &[&str] = if offered.is_empty() { &[] } else { &[offered] };
        assert_eq!(
            self::offered(&revisions),
            expected,
            "{first:?} met {second:?}"
        );
    }
}

#[test]
fn what_a_page_that_was_left_has_put_beside_stands_where_it_is_newer() {
    let beside = |stands: &Revision, left: &Revision| {
        let mut revisions = holding(stands);
        let name = record::elsewhere(NAME, left.run);
        revisions.meet(&name, left);
        revisions.promote(&name);
        (
            revisions.draft().text(NAME).to_owned(),
            offered(&revisions).join(" and "),
        )
    };
    let told = |stands: &str, offered: &str| (stands.to_owned(), offered.to_owned());
    // A later stage of the same text, and one that was typed over it.
    let left = stage("9 August", 9, 1, 2);
    let expected = told("9 August", "");
    assert_eq!(beside(&stage("8", 5, 1, 2), &left), expected);
    assert_eq!(beside(&stage("7 August", 1, 0, 1), &left), expected);
    // One that another did not know of; and an offer as ever.
    let expected = told("9 August", "7 August");
    assert_eq!(beside(&stage("7 August", 5, 0, 1), &left), expected);
    let expected = told("7 August", "9 August");
    assert_eq!(beside(&stage("7 August", 12, 0, 1), &left), expected);
}

#[test]
fn the_newer_of_two_revisions_stands() {
    check(
        &revision("7 August", 5, 0),
        &revision("8 August", 9, 5),
        "8 August",
        "",
    );
    check(&revision("7 August", 5, 0), &revision("", 9, 5), "", "");
    check(
        &revision("", 5, 0),
        &revision("8 August", 9, 0),
        "8 August",
        "",
    );
    check(&revision("same", 5, 0), &revision("same", 9, 0), "same", "");
}

#[test]
fn d4_texts_typed_without_knowing_of_each_other_are_both_kept() {
    check(
        &revision("7 August", 5, 2),
        &revision("8 August", 9, 2),
        "8 August",
        "7 August",
    );
    check(
        &revision("7 August", 5, 0),
        &revision("", 9, 2),
        "",
        "7 August",
    );
    check(&revision("a", 5, 0), &revision("b", 5, 0), "b", "a");
}

#[test]
fn d4_of_the_stages_of_a_text_the_last_is_offered() {
    let here = stage("8 May", 9, 2, 1);
    let stages = [stage("3", 5, 2, 2), stage("3 May", 6, 2, 2)];
    for (first, second) in [(0, 1), (1, 0)] {
        let mut revisions = holding(&here);
        revisions.meet(NAME, &stages[first]);
        revisions.meet(NAME, &stages[second]);
        assert_eq!(offered(&revisions), ["3 May"]);
    }
}

#[test]
fn d4_what_another_typed_is_offered_though_its_first_keys_went_by_unseen() {
    // The first key was typed without knowing of ours, and so were all after it.
    check(
        &stage("7 August", 5, 2, 1),
        &stage("8 August", 9, 2, 2),
        "8 August",
        "7 August",
    );
    let mut there = Revisions::with_seed(2);
    for (text, now) in [("8", 4), ("8 Au", 6), ("8 August", 9)] {
        there.edit(NAME, text, now);
    }
    let mut here = Revisions::with_seed(1_000);
    here.edit(NAME, "7 August", 5);
    here.meet(NAME, there.get(NAME).unwrap());
    assert_eq!(offered(&here), ["7 August"]);
}

#[test]
fn d4_of_three_texts_that_meet_all_are_kept() {
    let texts = [
        stage("7 August", 5, 2, 1),
        stage("8 August", 9, 2, 2),
        stage("9 August", 7, 2, 3),
    ];
    for order in [
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
        [1, 2, 0],
        [2, 0, 1],
        [2, 1, 0],
    ] {
        let mut revisions = Revisions::default();
        for at in order {
            revisions.meet(NAME, &texts[at]);
        }
        assert_eq!(revisions.draft().text(NAME), "8 August");
        assert_eq!(offered(&revisions), ["9 August", "7 August"], "{order:?}");
    }
}

#[test]
fn a_second_conflict_leaves_the_first_offer_open() {
    let mut here = Revisions::with_seed(1_000);
    here.edit(NAME, "first", 5);
    here.meet(NAME, &stage("other", 6, 0, 1));
    here.edit(NAME, "second", 8);
    here.meet(NAME, &stage("another", 9, 6, 1));
    assert_eq!(here.draft().text(NAME), "another");
    assert_eq!(offered(&here), ["second", "first"]);
}

#[test]
fn a_stage_of_what_stands_is_no_offer() {
    let mut revisions = holding(&stage("8", 5, 0, 1));
    revisions.meet(NAME, &stage("7", 6, 0, 2));
    assert_eq!(offered(&revisions), ["8"]);
    revisions.meet(NAME, &stage("8 May", 7, 0, 1));
    assert_eq!(offered(&revisions), ["7"]);
}

#[test]
fn typing_on_forgets_the_stage_that_was_offered() {
    let mut here = Revisions::with_seed(1_000);
    let first = here.edit(NAME, "8", 5);
    // Another copy took it for lost, and offers it.
    here.meet(&record::elsewhere(NAME, first.run), &first);
    here.edit(NAME, "8 May", 6);
    assert_eq!(offered(&here), [""; 0]);
    let open = here.iter().filter(|(_, one)| !one.is_deletion());
    assert_eq!(open.count(), 1, "nothing is left of it");
}

#[test]
fn all_offers_are_dismissed_at_once() {
    let mut revisions = holding(&stage("8 August", 9, 2, 2));
    revisions.meet(NAME, &stage("7 August", 5, 2, 1));
    revisions.meet(NAME, &stage("6 August", 6, 2, 3));
    assert_eq!(revisions.dismiss_all(NAME, 10).len(), 2);
    assert_eq!(offered(&revisions), [""; 0]);
    assert_eq!(revisions.draft().records().count(), 1);
}

#[test]
fn an_offer_that_was_dismissed_is_not_made_again() {
    let (older, newer) = (stage("7 Aug", 5, 2, 1), stage("8 August", 9, 2, 2));
    let mut revisions = holding(&newer);
    assert_eq!(revisions.meet(NAME, &older), Meeting::Conflict);
    assert_eq!(revisions.meet(NAME, &older), Meeting::Known);
    revisions.dismiss(&record::elsewhere(NAME, 1), 20);
    assert_eq!(revisions.meet(NAME, &older), Meeting::Known);
    assert_eq!(offered(&revisions), [""; 0]);
    // What was typed after it has not been seen.
    let later = stage("7 August", 8, 2, 1);
    assert_eq!(revisions.meet(NAME, &later), Meeting::Conflict);
    assert_eq!(offered(&revisions), ["7 August"]);
}

#[test]
fn what_stands_is_offered_beside_what_waits_already() {
    let mut revisions = Revisions::with_seed(1_000);
    revisions.take(NAME, &stage("8 August", 9, 2, 2));
    revisions.meet(NAME, &stage("7 August", 5, 2, 1));
    let name = revisions.offer(NAME).unwrap();
    assert_eq!(name, record::elsewhere(NAME, 2));
    revisions.replace(NAME, "9 August", 10);
    assert_eq!(offered(&revisions), ["8 August", "7 August"]);
    // Also when it was dismissed before.
    revisions.dismiss(&name, 11);
    revisions.put(NAME, stage("8 August", 9, 2, 2));
    revisions.offer(NAME);
    revisions.replace(NAME, "9 August", 10);
    assert_eq!(offered(&revisions), ["8 August", "7 August"]);
    revisions.replace(NAME, "", 11);
    assert_eq!(revisions.offer(NAME), None);
}

#[test]
fn an_offer_is_never_offered_elsewhere_again() {
    let name = elsewhere();
    let mut revisions = Revisions::default();
    revisions.take(&name, &revision("7 August", 5, 2));
    let newer = revision("8 August", 9, 2);
    assert_eq!(revisions.meet(&name, &newer), Meeting::Followed);
    assert_eq!(revisions.iter().collect::<Vec<_>>(), [(&*name, &newer)]);
}

#[test]
fn what_the_candidate_did_not_type_is_not_offered() {
    for name in [record::TERMS, record::EXPIRY, record::TAKEN] {
        let mut revisions = Revisions::default();
        revisions.take(name, &stage("here", 5, 0, 1));
        let meeting = revisions.meet(name, &stage("there", 6, 0, 2));
        assert_eq!(meeting, Meeting::Followed);
        assert_eq!(revisions.iter().count(), 1);
    }
}

#[test]
fn what_is_known_is_not_taken_again() {
    let known = revision("8 August", 9, 2);
    let mut revisions = Revisions::default();
    assert_eq!(revisions.newest(), None);
    assert!(revisions.lacks(NAME, &known));
    assert_eq!(revisions.meet(NAME, &known), Meeting::Followed);
    assert!(!revisions.lacks(NAME, &known));
    assert!(!revisions.take(NAME, &known));
    assert_eq!(revisions.meet(NAME, &known), Meeting::Known);
    assert_eq!(revisions.newest(), Some(9));
}

#[test]
fn an_edit_is_newer_than_what_it_replaces_even_if_the_clock_was_set_back() {
    let mut revisions = Revisions::with_seed(6);
    let mut type_in = |text: &str, now| revisions.edit(NAME, text, now);
    assert_eq!(type_in("7 August", 1_000), stage("7 August", 1_000, 0, 7));
    assert_eq!(type_in("8 August", 10), stage("8 August", 1_001, 0, 7));
    assert_eq!(type_in("", 10), stage("", 1_002, 0, 7));
    assert_eq!(revisions.newest(), None);
    // What came from elsewhere is where another run begins.
    revisions.take(NAME, &stage("9 August", 2_000, 0, 1));
    let over = revisions.edit(NAME, "10 August", 10);
    assert_eq!(over, stage("10 August", 2_001, 2_000, 8));
}

#[test]
fn what_replaces_a_text_is_no_stage_of_it() {
    let mut revisions = Revisions::with_seed(7);
    revisions.edit(NAME, "7 August", 5);
    let replaced = revisions.replace(NAME, "8 August", 6);
    assert_eq!(replaced, stage("8 August", 6, 5, 9));
}

#[track_caller]
fn check_expiry(records: &[(&str, &str, i64)], now: i64, expected: bool) {
    let mut revisions = Revisions::default();
    for (name, text, at) in records {
        revisions.edit(name, text, *at);
    }
    assert_eq!(revisions.is_expired(now), expected, "{records:?} at {now}");
}

#[test]
fn a_draft_expires_once_it_has_rested_for_as_long_as_was_chosen() {
    const DAY: i64 = 86_400_000;
    let start = (record::EARLIEST_START, "18 May", 5);
    let expiry = |days| (record::EXPIRY, days, 0);
    check_expiry(&[expiry("30"), start], 5 + 30 * DAY, false);
    check_expiry(&[expiry("30"), start], 6 + 30 * DAY, true);
    check_expiry(&[expiry("90"), start], 6 + 30 * DAY, false);
    // Choosing it is a change too.
    check_expiry(&[(record::EXPIRY, "30", 9), start], 8 + 30 * DAY, false);
    for never in ["", "0.5", "-1", "soon", "99999999"] {
        check_expiry(&[expiry(never), start], i64::MAX, false);
    }
    check_expiry(&[start], i64::MAX, false);
    check_expiry(&[expiry("30")], i64::MAX, false);
    check_expiry(&[expiry("30"), start], -DAY, false);
}

/// A page that slept hears of all at once, and what is offered may come before what stands.
#[test]
fn an_offer_that_is_newer_than_what_stood_here_is_no_text_that_was_typed_over() {
    let mut here = holding(&stage("7 August", 2_000, 0, 1));
    let offer = record::elsewhere(NAME, 2);
    here.meet(&offer, &stage("8 August", 3_000, 0, 2));
    // It was typed over another, of another run.
    here.meet(NAME, &stage("9 August", 6_000, 4_000, 3));
    here.promote(&offer);
    assert_eq!(here.draft().text(NAME), "9 August");
    assert_eq!(offered(&here), ["8 August"]);
}
