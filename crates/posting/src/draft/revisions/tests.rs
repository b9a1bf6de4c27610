//! What becomes of revisions that meet, in examples and for all.

use proptest::prelude::*;

use super::*;

const NAME: &str = "latest-end";

fn revision(text: &str, at: i64, over: i64) -> Revision {
    let text = text.to_owned();
    Revision { text, at, over }
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
        let elsewhere = draft.text(&record::elsewhere(NAME));
        assert_eq!(elsewhere, offered, "{first:?} met {second:?}");
    }
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
    let here = revision("8 May", 9, 2);
    for stages in [["3 May", "1 May"], ["1 May", "3 May"]] {
        let mut revisions = holding(&here);
        revisions.meet(NAME, &revision(stages[0], 5, 2));
        revisions.meet(NAME, &revision(stages[1], 6, 5));
        assert_eq!(revisions.draft().text("elsewhere-latest-end"), stages[1]);
    }
}

#[test]
fn an_offer_that_was_dismissed_is_not_made_again() {
    let (older, newer) = (revision("7 August", 5, 2), revision("8 August", 9, 2));
    let mut revisions = holding(&newer);
    assert_eq!(revisions.meet(NAME, &older), Meeting::Conflict);
    assert_eq!(revisions.meet(NAME, &older), Meeting::Known);
    revisions.edit(&record::elsewhere(NAME), "", 1);
    assert_eq!(revisions.meet(NAME, &older), Meeting::Known);
    assert_eq!(revisions.draft().text(&record::elsewhere(NAME)), "");
}

#[test]
fn an_offer_is_never_offered_elsewhere_again() {
    let name = record::elsewhere(NAME);
    let mut revisions = Revisions::default();
    revisions.take(&name, &revision("7 August", 5, 2));
    let newer = revision("8 August", 9, 2);
    assert_eq!(revisions.meet(&name, &newer), Meeting::Followed);
    assert_eq!(revisions.iter().collect::<Vec<_>>(), [(&*name, &newer)]);
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
    let mut revisions = Revisions::default();
    assert_eq!(
        revisions.edit(NAME, "7 August", 1_000),
        revision("7 August", 1_000, 0)
    );
    assert_eq!(
        revisions.edit(NAME, "8 August", 10),
        revision("8 August", 1_001, 1_000)
    );
    assert_eq!(revisions.edit(NAME, "", 10), revision("", 1_002, 1_001));
    assert_eq!(revisions.newest(), None);
}

fn any_revision() -> impl Strategy<Value = Revision> {
    ("[ab]{0,2}", 0_i64..6, 0_i64..6).prop_map(|(text, at, over)| Revision { text, at, over })
}

fn any_revisions() -> impl Strategy<Value = Revisions> {
    prop::collection::vec(("[xyz]", any_revision()), 0..8).prop_map(|taken| {
        let mut revisions = Revisions::default();
        for (name, revision) in taken {
            revisions.take(&name, &revision);
        }
        revisions
    })
}

fn merged(one: &Revisions, other: &Revisions) -> Revisions {
    let mut merged = one.clone();
    merged.merge(other);
    merged
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

proptest! {
    #[test]
    fn merging_is_commutative_associative_and_idempotent(
        a in any_revisions(), b in any_revisions(), c in any_revisions(),
    ) {
        prop_assert_eq!(merged(&a, &b), merged(&b, &a));
        prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
        prop_assert_eq!(merged(&a, &a), a);
    }

    #[test]
    fn the_newest_of_each_record_wins(a in any_revisions(), b in any_revisions()) {
        let both = merged(&a, &b);
        for (name, revision) in a.iter().chain(b.iter()) {
            let winner = both.get(name).map(Revision::order);
            prop_assert!(winner >= Some(revision.order()));
            prop_assert!([a.get(name), b.get(name)].contains(&both.get(name)));
        }
    }

    #[test]
    fn two_that_meet_agree_and_lose_no_text(a in any_revision(), b in any_revision()) {
        let (mut here, mut there) = (holding(&a), holding(&b));
        here.meet(NAME, &b);
        there.meet(NAME, &a);
        prop_assert_eq!(&here, &there);
        let draft = here.draft();
        let kept = [draft.text(NAME), draft.text(&record::elsewhere(NAME))];
        for (revision, other) in [(&a, &b), (&b, &a)] {
            let was_known = other.order() > revision.order() && other.over >= revision.at;
            prop_assert!(was_known || revision.is_deletion() || kept.contains(&&*revision.text));
        }
    }
}
