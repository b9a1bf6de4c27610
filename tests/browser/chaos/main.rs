//! Browsers killed at random moments, on full devices, with clocks that are set and files that don't come: whatever
//! was shown as saved must be back afterwards. Moments and troubles follow from a seed, so that a failure can be had again.
//!
//! | variable | meaning |
//! | --- | --- |
//! | `CHAOS_SEED` | chooses what is typed and when who is killed; 1 when unset |
//! | `CHAOS_ROUNDS` | how many are killed; 4 when unset |
//! | `CHAOS_WAIT` | the longest wait before it, in milliseconds; 1000 when unset |
#![allow(clippy::indexing_slicing, reason = "a test fails by panicking")]

mod chance;
mod desk;
mod round;
mod trouble;

use std::env;

use browser_tests::{Journey, Outcome};

use chance::Chance;
use round::{Kind, Round, Tally};
use trouble::Trouble;

fn setting(name: &str, otherwise: u64) -> u64 {
    let value = env::var(name).ok().and_then(|value| value.parse().ok());
    value.unwrap_or(otherwise)
}

#[test]
fn d1_d2_d3_d5_edits_shown_as_saved_survive_whatever_is_killed() -> Outcome {
    let seed = setting("CHAOS_SEED", 1);
    let rounds = setting("CHAOS_ROUNDS", 4);
    let wait = setting("CHAOS_WAIT", 1_000);
    let mut chance = Chance::new(seed);
    let mut tallies = Vec::new();
    Journey::new().run(|site, page| {
        desk::put(site);
        for number in 0..rounds {
            let round = Round {
                number,
                kind: Kind::of_round(number, page.engine()),
                trouble: Trouble::of_round(number),
                wait,
            };
            let tally = round::run(site, page, round, &mut chance)?;
            let (kind, trouble) = (round.kind.name(), round.trouble.name());
            println!("round {number}, {kind}, {trouble}: {tally}");
            tallies.push(tally);
        }
        Ok(())
    })?;
    let total = tallies.into_iter().fold(Tally::default(), Tally::plus);
    println!("seed {seed}, {rounds} rounds: {total}");
    assert_eq!(
        total.lost, 0,
        "edits were lost: run the seed again to see them"
    );
    Ok(())
}
