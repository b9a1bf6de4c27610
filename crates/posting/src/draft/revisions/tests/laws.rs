//! What holds for all revisions, whatever their times and the order in which they meet.

use proptest::prelude::*;

use super::*;

fn any_revision() -> impl Strategy<Value = Revision> {
    let parts = ("[ab]{0,2}", 0_i64..6, 0_i64..6, 0_u32..4);
    parts.prop_map(|(text, at, over, run)| stage(&text, at, over, run))
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
        let mut kept = offered(&here);
        kept.push(draft.text(NAME));
        for (revision, other) in [(&a, &b), (&b, &a)] {
            let was_known = other.order() > revision.order() && other.knows(revision);
            prop_assert!(was_known || revision.is_deletion() || kept.contains(&&*revision.text));
        }
    }

    #[test]
    fn whatever_order_several_type_and_meet_in_the_last_text_of_each_is_kept(
        steps in prop::collection::vec((0_usize..4, 0_usize..4, any::<bool>()), 1..40),
    ) {
        let mut copies: Vec<_> = (0..4_u32).map(|at| Revisions::with_seed(at * 1_000)).collect();
        let mut typed: Vec<Option<Revision>> = vec![None; 4];
        for (now, (one, other, is_typed)) in (1..).zip(steps) {
            if is_typed {
                typed[one] = Some(copies[one].edit(NAME, &format!("{one} at {now}"), now));
            } else {
                let told: Vec<_> = copies[other].iter().map(|(name, it)| (name.to_owned(), it.clone())).collect();
                for (name, revision) in told {
                    copies[one].meet(&name, &revision);
                }
            }
        }
        // In the end all meet.
        let mut all = Revisions::default();
        for copy in &copies {
            for (name, revision) in copy.iter() {
                all.meet(name, revision);
            }
        }
        let mut kept = offered(&all);
        let draft = all.draft();
        kept.push(draft.text(NAME));
        for mine in typed.iter().flatten() {
            // Or someone has gone on from it, who saw it.
            let stands = all.get(NAME).unwrap();
            let seen = stands.over >= mine.at || all.iter().any(|(name, it)| {
                record::is_offer_for(name, NAME) && it.over >= mine.at
            });
            prop_assert!(seen || kept.contains(&&*mine.text), "{:?} is not in {:?}", mine, kept);
        }
    }
}
