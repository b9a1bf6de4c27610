//! Starting other programs: streamed for a person, captured for us, or both.

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, ExitStatus, Output, Stdio};

use crate::error::Error;

/// Runs the command with its output going straight to the terminal, and fails when it fails.
pub fn stream(command: &mut Command) -> Result<(), Error> {
    let status = command.status().map_err(not_started(command))?;
    succeed(command, status)
}

/// Runs the command silently and returns what it printed; on failure its complaints are shown.
pub fn capture(command: &mut Command) -> Result<String, Error> {
    let output = quietly(command)?;
    if !output.status.success() {
        eprint!("{}", String::from_utf8_lossy(&output.stderr));
    }
    succeed(command, output.status)?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs the command silently and returns everything about its end, whether it succeeded or not.
pub fn quietly(command: &mut Command) -> Result<Output, Error> {
    command
        .stdin(Stdio::null())
        .output()
        .map_err(not_started(command))
}

/// Runs the command with its output on the terminal as it comes, and returns its standard output too.
pub fn tee(command: &mut Command) -> Result<(ExitStatus, String), Error> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(not_started(command))?;
    let mut seen = Vec::new();
    if let Some(mut pipe) = child.stdout.take() {
        let mut chunk = [0_u8; 4096];
        // Chunks instead of lines: a test runner's dots appear one by one, long before the line ends.
        while let Ok(length) = pipe.read(&mut chunk) {
            let Some(bytes) = chunk.get(..length).filter(|bytes| !bytes.is_empty()) else {
                break;
            };
            let mut terminal = std::io::stdout().lock();
            // A closed terminal must not hide the result that the caller is going to report.
            let _ = terminal.write_all(bytes).and_then(|()| terminal.flush());
            seen.extend_from_slice(bytes);
        }
    }
    let status = child.wait().map_err(not_started(command))?;
    Ok((status, String::from_utf8_lossy(&seen).into_owned()))
}

/// Where the program of this name is, looking through `folders` in order.
pub fn find_in<'a>(
    program: &str,
    folders: impl IntoIterator<Item = &'a Path>,
) -> Option<std::path::PathBuf> {
    folders
        .into_iter()
        .map(|folder| folder.join(program))
        .find(|path| path.is_file())
}

/// The command with its arguments, as one would type it.
pub fn call(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let quoted = words.map(|word| {
        let word = word.to_string_lossy();
        if word.contains(char::is_whitespace) {
            format!("'{word}'")
        } else {
            word.into_owned()
        }
    });
    quoted.collect::<Vec<_>>().join(" ")
}

fn succeed(command: &Command, status: ExitStatus) -> Result<(), Error> {
    if status.success() {
        return Ok(());
    }
    Err(Error::Failed {
        call: call(command),
        status,
    })
}

fn not_started(command: &Command) -> impl FnOnce(std::io::Error) -> Error + use<> {
    let program = command.get_program().to_string_lossy().into_owned();
    move |source| Error::NotStarted { program, source }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_is_shown_as_one_would_type_it() {
        let mut command = Command::new("cargo");
        command.args(["install", "--root", "/tools of mine"]);
        assert_eq!(call(&command), "cargo install --root '/tools of mine'");
    }

    #[test]
    fn teeing_returns_the_output_and_the_status() {
        let (status, output) = tee(Command::new("cargo").arg("--version")).unwrap();
        assert!(status.success());
        assert!(output.starts_with("cargo "), "{output}");
    }

    #[test]
    fn a_failing_program_is_named_with_its_arguments() {
        let error = stream(Command::new("cargo").args(["--quiet", "no-such-command"])).unwrap_err();
        let message = error.to_string();
        assert!(
            message.contains("cargo --quiet no-such-command"),
            "{message}"
        );
    }

    #[test]
    fn an_absent_program_is_named() {
        let error = capture(&mut Command::new("no-such-program-anywhere")).unwrap_err();
        assert!(error.to_string().contains("no-such-program-anywhere"));
    }
}
