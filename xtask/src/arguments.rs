//! The command line: what can be asked, and the overview that `--help` prints.

use lexopt::prelude::*;

use crate::chaos;
use crate::error::Error;
use crate::size::Build;
use crate::test;

/// What `cargo xtask` and `cargo xtask --help` print.
pub const HELP: &str = "\
cargo xtask <command>: everything one does with this project. Missing tools are installed on the way.

  serve [--port N] [--release]   build the example page and serve it, with live reload
  test [options] [-- filter]     run every test: domain, markup, wasm, chaos, journey
         --engine <name>         only in chromium, firefox or webkit (repeatable)
         --only <kind>           only domain, tidy, markup, wasm, chaos or journey (repeatable)
  chaos [--seed N] [--rounds N]  kill browsers at random moments, amid other troubles, and count what of a saved draft is lost
         [--longest-wait N]      within N seconds after the last edit (20 when not given)
         [--engine <name>]       in chromium (when not given) or firefox
  check                          format, lints, documentation, rules of the house, licences
  dist                           release build into dist/
  reproduce                      build again in another folder, and compare dist/ byte by byte
  size [--no-build]              sizes of what the first view needs, against size-budget.toml
  setup                          install what `serve` and `dist` need, without building
  schema                         write docs/posting.schema.json from the types
  interface                      write the npm package's types and manifest from their table
  assemble                       Trunk's hook: style sheet, loader and content-hashed names

Tools go to a folder of their own (~/.cache/job-posting/tools, or JOB_POSTING_TOOLS), never to ~/.cargo/bin.
";

/// One request to `cargo xtask`.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Print the overview.
    Help,
    /// Install what is missing.
    Setup,
    /// Build and serve the example page.
    Serve(ServeOptions),
    /// Run the tests.
    Test(test::Options),
    /// Kill browsers, and see what is left of a draft.
    Chaos(chaos::Options),
    /// Judge what can be judged without running.
    Check,
    /// Make the release build.
    Dist,
    /// Build again in another folder and compare.
    Reproduce,
    /// Measure what visitors download.
    Size(Build),
    /// Write the schema of the posting file.
    Schema,
    /// Write the types and the manifest of the npm package.
    Interface,
    /// Finish what Trunk has staged.
    Assemble,
}

/// How to serve.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct ServeOptions {
    /// The port that was asked for, if one was.
    pub port: Option<u16>,
    /// How to compile.
    pub profile: Profile,
}

/// How to compile the widget.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Profile {
    /// Quickly, with readable panics.
    #[default]
    Development,
    /// Small and fast, as visitors get it.
    Release,
}

/// Reads the command line.
pub fn parse(mut parser: lexopt::Parser) -> Result<Command, Error> {
    let name = match parser.next()? {
        None | Some(Short('h') | Long("help")) => return Ok(Command::Help),
        Some(Value(name)) => name.string()?,
        Some(other) => return Err(other.unexpected().into()),
    };
    match name.as_str() {
        "help" => Ok(Command::Help),
        "serve" => serve(parser),
        "test" => test(parser),
        "chaos" => chaos(parser),
        "size" => size(parser),
        "check" => plain(parser, Command::Check),
        "schema" => plain(parser, Command::Schema),
        "interface" => plain(parser, Command::Interface),
        "setup" => plain(parser, Command::Setup),
        "dist" => plain(parser, Command::Dist),
        "reproduce" => plain(parser, Command::Reproduce),
        "assemble" => plain(parser, Command::Assemble),
        unknown => Err(Error::Arguments(format!("there is no command {unknown:?}"))),
    }
}

fn plain(mut parser: lexopt::Parser, command: Command) -> Result<Command, Error> {
    match parser.next()? {
        None => Ok(command),
        Some(Short('h') | Long("help")) => Ok(Command::Help),
        Some(other) => Err(other.unexpected().into()),
    }
}

fn serve(mut parser: lexopt::Parser) -> Result<Command, Error> {
    let mut options = ServeOptions::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Short('p') | Long("port") => options.port = Some(parser.value()?.parse()?),
            Long("release") => options.profile = Profile::Release,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Command::Serve(options))
}

fn test(mut parser: lexopt::Parser) -> Result<Command, Error> {
    let mut options = test::Options::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("engine") => options.engines.push(parser.value()?.string()?.parse()?),
            Long("only") => options.kinds.push(parser.value()?.string()?.parse()?),
            // From the first free word on, or after `--`, the line belongs to the test runners.
            Value(word) => {
                options.filter.push(word);
                options.filter.extend(parser.raw_args()?);
            }
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Command::Test(options))
}

fn chaos(mut parser: lexopt::Parser) -> Result<Command, Error> {
    let mut options = chaos::Options::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("seed") => options.seed = parser.value()?.parse()?,
            Long("rounds") => options.rounds = parser.value()?.parse()?,
            Long("longest-wait") => options.longest_wait = parser.value()?.parse()?,
            Long("engine") => options.engine = parser.value()?.string()?.parse()?,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Command::Chaos(options))
}

fn size(mut parser: lexopt::Parser) -> Result<Command, Error> {
    let mut build = Build::Fresh;
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("no-build") => build = Build::AsIs,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Command::Size(build))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test::{Engine, Kind};

    #[track_caller]
    fn check(words: &str, expected: Command) {
        let parser = lexopt::Parser::from_args(words.split_whitespace());
        assert_eq!(parse(parser).unwrap(), expected);
    }

    #[track_caller]
    fn refused(words: &str, complaint: &str) {
        let parser = lexopt::Parser::from_args(words.split_whitespace());
        let message = parse(parser).unwrap_err().to_string();
        assert!(message.contains(complaint), "{message}");
    }

    #[test]
    fn no_command_prints_the_overview() {
        check("", Command::Help);
        check("--help", Command::Help);
        check("serve --help", Command::Help);
    }

    #[test]
    fn serve_takes_a_port_and_a_profile() {
        let options = ServeOptions {
            port: Some(9000),
            profile: Profile::Release,
        };
        check("serve --port 9000 --release", Command::Serve(options));
        refused("serve --port high", "high");
    }

    #[test]
    fn test_takes_engines_kinds_and_a_filter() {
        let options = test::Options {
            engines: vec![Engine::Firefox, Engine::Webkit],
            kinds: vec![Kind::Journey],
            filter: vec!["draft".into(), "--nocapture".into()],
        };
        check(
            "test --engine firefox --engine=webkit --only journey -- draft --nocapture",
            Command::Test(options),
        );
        check("test", Command::Test(test::Options::default()));
        refused("test --engine netscape", "netscape");
    }

    #[test]
    fn chaos_takes_a_seed_and_a_number_of_rounds() {
        check("chaos", Command::Chaos(chaos::Options::default()));
        let options = chaos::Options {
            seed: 7,
            rounds: 60,
            longest_wait: 5,
            engine: Engine::Firefox,
        };
        check(
            "chaos --seed 7 --rounds 60 --longest-wait 5 --engine firefox",
            Command::Chaos(options),
        );
        refused("chaos --rounds many", "many");
    }

    #[test]
    fn size_can_leave_the_build_alone() {
        check("size", Command::Size(Build::Fresh));
        check("size --no-build", Command::Size(Build::AsIs));
    }

    #[test]
    fn reproducing_takes_nothing_else() {
        check("reproduce", Command::Reproduce);
        refused("reproduce elsewhere", "elsewhere");
    }

    #[test]
    fn what_we_do_not_know_is_refused_by_name() {
        refused("launch", "\"launch\"");
        refused("dist --fast", "--fast");
    }
}
