//! Browsers and drivers that come from the operating system: by apt where apt is, by name elsewhere.

use std::process::Command;

use super::on_path;
use crate::error::Error;
use crate::process;
use crate::step::Step;

/// A program we need and the package that has it.
pub struct Requirement {
    /// Names the program goes by; one is enough.
    pub programs: &'static [&'static str],
    /// Names of the package, Debian's first, Ubuntu's after it.
    pub packages: &'static [&'static str],
}

/// Installs what is missing of the requirements.
///
/// # Errors
/// [`Error::Missing`] with the exact command when we may not or can't install it ourselves.
pub fn ensure(requirements: &[Requirement], purpose: &str) -> Result<(), Error> {
    let missing: Vec<&Requirement> = requirements.iter().filter(|need| !is_met(need)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = |needs: &[&Requirement]| {
        let first = needs
            .iter()
            .filter_map(|need| need.packages.first().copied());
        first.collect::<Vec<_>>().join(" ")
    };
    let Some(apt) = apt_get() else {
        let remedy = if on_path("apt-get").is_some() {
            format!("Run `sudo apt-get install {}`", names(&missing))
        } else {
            format!(
                "Install with your system's package manager: {}",
                names(&missing)
            )
        };
        return Err(Error::missing(
            format!(
                "not installed, but needed to {purpose}: {}",
                names(&missing)
            ),
            remedy,
        ));
    };
    let step = Step::begin(&format!("Installing {} to {purpose}", names(&missing)));
    process::stream(apt.command().args(["update", "--quiet"]))?;
    let packages: Vec<&str> = missing.iter().filter_map(|need| offered(need)).collect();
    process::stream(
        apt.command()
            .args(["install", "--yes", "--no-install-recommends"])
            .args(packages),
    )?;
    step.done();
    let still: Vec<&Requirement> = missing.into_iter().filter(|need| !is_met(need)).collect();
    if still.is_empty() {
        return Ok(());
    }
    Err(Error::missing(
        format!(
            "apt-get has not provided what is needed to {purpose}: {}",
            names(&still)
        ),
        "Install it another way, or leave the browser out with --engine",
    ))
}

/// The first program of these names that is installed.
pub fn first_on_path(programs: &[&str]) -> Option<std::path::PathBuf> {
    programs.iter().find_map(|program| on_path(program))
}

/// Whether we are the superuser, for whom browsers refuse their sandbox.
pub fn is_root() -> bool {
    process::quietly(Command::new("id").arg("-u"))
        .is_ok_and(|output| String::from_utf8_lossy(&output.stdout).trim() == "0")
}

fn is_met(need: &Requirement) -> bool {
    first_on_path(need.programs).is_some()
}

/// The package of the requirement that this system's lists know.
fn offered(need: &Requirement) -> Option<&'static str> {
    let is_known = |package: &&&'static str| {
        process::quietly(Command::new("apt-cache").args(["show", "--no-all-versions", package]))
            .is_ok_and(|output| output.status.success() && !output.stdout.is_empty())
    };
    // An unknown package is still asked for, so that apt-get itself names it.
    let known = need.packages.iter().find(is_known);
    known.or(need.packages.first()).copied()
}

/// How we may call apt-get.
enum Apt {
    AsRoot,
    WithSudo,
}

impl Apt {
    fn command(&self) -> Command {
        let mut command = match self {
            Self::AsRoot => Command::new("apt-get"),
            Self::WithSudo => {
                let mut command = Command::new("sudo");
                command.args(["-n", "--preserve-env=DEBIAN_FRONTEND", "apt-get"]);
                command
            }
        };
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    }
}

/// apt-get, if it is there and we may use it without being asked for a password.
fn apt_get() -> Option<Apt> {
    on_path("apt-get")?;
    if is_root() {
        return Some(Apt::AsRoot);
    }
    let may = process::quietly(Command::new("sudo").args(["-n", "true"]));
    may.is_ok_and(|output| output.status.success())
        .then_some(Apt::WithSudo)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_several_names_is_enough() {
        let need = Requirement {
            programs: &["no-such-program-anywhere", "cargo"],
            packages: &["cargo"],
        };
        assert!(is_met(&need));
        assert!(ensure(&[need], "test").is_ok());
    }

    #[test]
    fn an_absent_program_does_not_meet_a_requirement() {
        let need = Requirement {
            programs: &["no-such-program-anywhere"],
            packages: &["no-such-package-anywhere"],
        };
        assert!(!is_met(&need));
    }
}
