//! `cargo xtask chaos`: kills real browsers at random moments, amid full devices, set clocks and missing
//! files, and counts what of a draft that was shown as saved is lost. The rounds are in `tests/browser/chaos/`.

use std::process::Command;

use crate::dist;
use crate::error::Error;
use crate::process;
use crate::project::Project;
use crate::setup;
use crate::step::Step;
use crate::test::Engine;

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    /// Chooses what is typed and when who is killed.
    pub seed: u64,
    /// How many are killed.
    pub rounds: u64,
    /// How long to wait at most between the last edit and the end, in seconds: an order of magnitude
    /// within which browsers write localStorage to disk, or do not.
    pub longest_wait: u64,
    /// Whose browser.
    pub engine: Engine,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            seed: 1,
            rounds: 30,
            longest_wait: 20,
            engine: Engine::Chromium,
        }
    }
}

/// Builds the widget, and runs the rounds.
pub fn run(project: &Project, options: &Options) -> Result<(), Error> {
    let mut toolbox = setup::for_build(project)?;
    dist::build(project, &toolbox)?;
    let (variable, driver) = options.engine.ensure(project, &mut toolbox)?;
    let step = Step::begin(&format!(
        "Killing {} {} times, seed {}",
        options.engine.name(),
        options.rounds,
        options.seed
    ));
    let wait = options.longest_wait.saturating_mul(1_000);
    let mut command = cargo_test(project, options.engine);
    command
        .env("CHAOS_SEED", options.seed.to_string())
        .env("CHAOS_ROUNDS", options.rounds.to_string())
        .env("CHAOS_WAIT", wait.to_string())
        .env(variable, driver)
        .args(["--", "--nocapture"]);
    process::stream(&mut command)?;
    step.done();
    Ok(())
}

/// The test runner for the rounds, which by themselves are few and short.
pub fn cargo_test(project: &Project, engine: Engine) -> Command {
    let mut command = Command::new("cargo");
    command
        .args(["test", "--package", "browser-tests", "--test", "chaos"])
        .current_dir(project.root())
        .env("JOURNEY_ENGINE", engine.name())
        .env("JOURNEY_DIST", project.path("dist"));
    command
}
