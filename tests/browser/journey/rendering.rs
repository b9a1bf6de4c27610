//! What the `job-posting` command writes of a posting, with the files of the tested build.

use std::path::Path;
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs};

use browser_tests::Outcome;

/// The page or fragment that `job-posting render` prints.
pub fn render(posting: &str, arguments: &[&str]) -> Outcome<String> {
    Ok(render_with_notes(posting, arguments)?.0)
}

/// The same, and what is said beside it.
pub fn render_with_notes(posting: &str, arguments: &[&str]) -> Outcome<(String, String)> {
    let Output {
        status,
        stdout,
        stderr,
    } = run(posting, arguments)?;
    let notes = String::from_utf8(stderr)?;
    assert!(status.success(), "{notes}");
    Ok((String::from_utf8(stdout)?, notes))
}

/// Runs the command, which the build has compiled beside this test.
fn run(posting: &str, arguments: &[&str]) -> Outcome<Output> {
    let test = env::current_exe()?;
    let folder = test.ancestors().nth(2).ok_or(std::fmt::Error)?;
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let name = format!("job-posting-rendering-{}-{number}.json", std::process::id());
    let file = env::temp_dir().join(name);
    fs::write(&file, posting)?;
    let dist = env::var_os("JOURNEY_DIST").unwrap_or_default();
    let output = Command::new(folder.join("job-posting"))
        .arg("render")
        .arg(&file)
        .arg("--manifest")
        .arg(Path::new(&dist).join("manifest.json"))
        .args(["--assets", "/", "--as-of", "2026-03-02"])
        .args(arguments)
        .output()?;
    fs::remove_file(&file)?;
    Ok(output)
}
