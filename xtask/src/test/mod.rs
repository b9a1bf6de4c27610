//! `cargo xtask test`: every kind of test, each run even when an earlier one failed.

mod display;
mod engine;
mod tally;

use std::cell::RefCell;
use std::ffi::OsString;
use std::process::Command;
use std::time::Instant;

pub use engine::Engine;
use tally::{Ended, Tally};

use crate::chaos;
use crate::dist;
use crate::error::Error;
use crate::process;
use crate::project::Project;
use crate::setup;
use crate::tools::{Toolbox, node, rust};
use display::Display;

/// A kind of test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The rules of the domain and everything around it that runs without a browser.
    Domain,
    /// The rules of the house, and the tools for people and tests.
    Tidy,
    /// The widget's markup, written natively.
    Markup,
    /// The widget's code that needs a browser, one function at a time.
    Wasm,
    /// Whether a draft outlives browsers that are killed, in a few rounds.
    Chaos,
    /// The candidate's journey through the release build.
    Journey,
}

impl Kind {
    /// Every kind, the quickest first.
    pub const ALL: [Self; 6] = [
        Self::Domain,
        Self::Tidy,
        Self::Markup,
        Self::Wasm,
        Self::Chaos,
        Self::Journey,
    ];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Domain => "domain",
            Self::Tidy => "tidy",
            Self::Markup => "markup",
            Self::Wasm => "wasm",
            Self::Chaos => "chaos",
            Self::Journey => "journey",
        }
    }
}

impl std::str::FromStr for Kind {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let found = Self::ALL.into_iter().find(|kind| kind.name() == name);
        found.ok_or_else(|| {
            let names = Self::ALL.map(Self::name).join(", ");
            Error::Arguments(format!(
                "there is no kind of test {name:?}, choose one of {names}"
            ))
        })
    }
}

/// What to run.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The engines; empty for all.
    pub engines: Vec<Engine>,
    /// The kinds; empty for all.
    pub kinds: Vec<Kind>,
    /// Handed to every test runner: part of a test's name, or the runner's own options.
    pub filter: Vec<OsString>,
}

/// Runs the tests and prints the table.
pub fn run(project: &Project, options: &Options) -> Result<(), Error> {
    let kinds = if options.kinds.is_empty() {
        &Kind::ALL[..]
    } else {
        &options.kinds
    };
    let engines = if options.engines.is_empty() {
        &Engine::ALL[..]
    } else {
        &options.engines
    };
    let run = Run {
        project,
        engines,
        filter: &options.filter,
        built: RefCell::default(),
    };
    let mut tallies = Vec::new();
    for kind in kinds {
        match kind {
            Kind::Domain => tallies.push(run.domain()),
            Kind::Tidy => tallies.push(run.tidy()),
            Kind::Markup => tallies.push(run.markup()),
            Kind::Wasm => tallies.extend(run.wasm()),
            Kind::Chaos => tallies.push(run.chaos()),
            Kind::Journey => tallies.extend(run.journey()),
        }
    }
    print!("\n{}", tally::table(&tallies));
    let failed: Vec<String> = tallies
        .into_iter()
        .filter(|tally| tally.failed > 0)
        .map(|tally| tally.name)
        .collect();
    if failed.is_empty() {
        return Ok(());
    }
    Err(Error::Parts { failed })
}

/// The packages that are tested apart from the domain's.
const APART: [&str; 3] = ["job-posting", "xtask", "browser-tests"];

/// One run of tests.
struct Run<'a> {
    project: &'a Project,
    engines: &'a [Engine],
    filter: &'a [OsString],
    built: RefCell<Option<Toolbox>>,
}

impl Run<'_> {
    fn domain(&self) -> Tally {
        // Excluding instead of naming: a new crate is tested without anyone thinking of this line.
        let mut command = self.cargo_test();
        command.args(["--workspace", "--all-features"]);
        for package in APART {
            command.args(["--exclude", package]);
        }
        self.count("domain", "Testing the domain", || {
            // Rendered pages are judged by a validator that comes by npm.
            node::ensure(self.project, &mut Toolbox::default())?;
            Ok(command)
        })
    }

    fn tidy(&self) -> Tally {
        let mut command = self.cargo_test();
        command.args([
            "--package",
            "xtask",
            "--package",
            "browser-tests",
            "--lib",
            "--bins",
        ]);
        self.count(
            "tidy",
            "Testing the rules of the house and the tools",
            || Ok(command),
        )
    }

    fn markup(&self) -> Tally {
        let mut command = self.cargo_test();
        command.args(["--package", "job-posting"]);
        self.count("markup", "Testing the widget's markup", || Ok(command))
    }

    fn wasm(&self) -> Vec<Tally> {
        let engines = self.engines.iter();
        engines.map(|engine| self.wasm_in(*engine)).collect()
    }

    fn wasm_in(&self, engine: Engine) -> Tally {
        // The display has to live as long as the tests, so it is kept outside of the closure.
        let mut display = None;
        let name = format!("wasm ({})", engine.name());
        let words = format!("Testing the compiled widget's parts in {}", engine.name());
        self.count(&name, &words, || {
            let mut toolbox = setup::for_build(self.project)?;
            let (_, driver) = engine.ensure(self.project, &mut toolbox)?;
            let mut command = self.cargo_test();
            command
                .args(["--package", "job-posting"])
                .args(["--target", rust::WASM, "--test", "wasm"])
                // By name instead of by path: Cargo splits the value at blanks.
                .env(
                    "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
                    "wasm-bindgen-test-runner",
                )
                .env("PATH", toolbox.path()?)
                .env("WASM_BINDGEN_USE_BROWSER", "1")
                // In seconds, for all of them; some wait for what takes its time.
                .env("WASM_BINDGEN_TEST_TIMEOUT", "300");
            // It takes the first that it finds.
            for other in Engine::ALL {
                command.env_remove(other.runner_variable());
            }
            command.env(engine.runner_variable(), driver);
            if engine == Engine::Webkit {
                command.env("DISPLAY", display.insert(Display::start()?).name());
                engine::allow_root(&mut command);
            }
            Ok(command)
        })
    }

    fn chaos(&self) -> Tally {
        // WebKit keeps nothing on disk under automation.
        let lasting = [Engine::Chromium, Engine::Firefox];
        let engine = lasting
            .into_iter()
            .find(|engine| self.engines.contains(engine));
        self.count("chaos", "Killing browsers", || {
            let engine = engine.ok_or_else(|| {
                Error::Arguments(
                    "browsers are killed in chromium or firefox, add one with --engine or choose other kinds with --only".to_owned(),
                )
            })?;
            let mut toolbox = self.built()?;
            let (variable, driver) = engine.ensure(self.project, &mut toolbox)?;
            let mut command = chaos::cargo_test(self.project, engine);
            command.env(variable, driver);
            Ok(command)
        })
    }

    fn journey(&self) -> Vec<Tally> {
        let started = Instant::now();
        match self.built() {
            Ok(toolbox) => {
                let each = self.engines.iter();
                each.map(|engine| self.journey_in(*engine, toolbox.clone()))
                    .collect()
            }
            Err(error) => vec![Tally::failure("journey", &error, started.elapsed())],
        }
    }

    /// The tools, once the release build is there, which is made once for all kinds of test.
    fn built(&self) -> Result<Toolbox, Error> {
        if let Some(toolbox) = &*self.built.borrow() {
            return Ok(toolbox.clone());
        }
        let toolbox = setup::for_build(self.project)?;
        dist::build(self.project, &toolbox)?;
        self.built.replace(Some(toolbox.clone()));
        Ok(toolbox)
    }

    fn journey_in(&self, engine: Engine, mut toolbox: Toolbox) -> Tally {
        // The displays have to live as long as the tests, so they are kept outside of the closure.
        let mut displays = Vec::new();
        let name = format!("journey ({})", engine.name());
        let purpose = format!("Walking the candidate's journey in {}", engine.name());
        self.count(&name, &purpose, || {
            let (variable, driver) = engine.ensure(self.project, &mut toolbox)?;
            let mut command = self.cargo_test();
            command
                .args(["--package", "browser-tests", "--test", "journey"])
                .env("JOURNEY_ENGINE", engine.name())
                .env("JOURNEY_DIST", self.project.path("dist"))
                .env("JOURNEY_NGINX", engine::ensure_nginx()?)
                .env("JOURNEY_HUGO", engine::ensure_hugo()?)
                .env(variable, driver);
            if engine == Engine::Webkit {
                // Sessions wait more than they work: two of them keep two cores busy.
                for _ in 0..2 {
                    displays.push(Display::start()?);
                }
                let names: Vec<&str> = displays.iter().map(Display::name).collect();
                command.env("JOURNEY_DISPLAYS", names.join(" "));
                engine::allow_root(&mut command);
            }
            Ok(command)
        })
    }

    fn cargo_test(&self) -> Command {
        let mut command = Command::new("cargo");
        command
            .args(["test", "--locked", "--no-fail-fast"])
            .current_dir(self.project.root());
        command
    }

    /// Prepares and runs a test command, and counts its tests; every trouble becomes a failure.
    fn count(
        &self,
        name: &str,
        purpose: &str,
        prepare: impl FnOnce() -> Result<Command, Error>,
    ) -> Tally {
        let started = Instant::now();
        println!("==> {purpose}");
        let outcome = prepare().and_then(|mut command| {
            command.arg("--").args(self.filter);
            process::tee(&mut command)
        });
        match outcome {
            Ok((status, output)) => {
                let ended = match (status.success(), self.filter.is_empty()) {
                    (true, true) => Ended::Well,
                    (true, false) => Ended::WellInPart,
                    (false, _) => Ended::Badly,
                };
                Tally::count(name.to_owned(), &output, ended, started.elapsed())
            }
            Err(error) => Tally::failure(name, &error, started.elapsed()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_read_back() {
        for kind in Kind::ALL {
            assert_eq!(kind.name().parse::<Kind>().unwrap(), kind);
        }
        let message = "speed".parse::<Kind>().unwrap_err().to_string();
        assert!(message.contains("journey"), "{message}");
    }
}
