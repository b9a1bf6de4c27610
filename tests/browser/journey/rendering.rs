//! What the `job-posting` command writes of a posting, with the files of the tested build.

use std::path::{Path, PathBuf};
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

/// The files of the site that `job-posting render` writes of a folder of postings, by their paths in it.
pub fn render_site(postings: &[String], arguments: &[&str]) -> Outcome<Vec<(String, Vec<u8>)>> {
    let folder = temporary("site");
    let sources = folder.join("postings");
    fs::create_dir_all(&sources)?;
    for (number, posting) in postings.iter().enumerate() {
        fs::write(sources.join(format!("{number}.json")), posting)?;
    }
    let out = folder.join("out");
    let output = command(&sources)?
        .arg("--out")
        .arg(&out)
        .args(arguments)
        .output()?;
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8(output.stderr)?
    );
    let mut files = Vec::new();
    let mut folders = vec![out.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(&out)?.to_string_lossy().into_owned();
                files.push((name, fs::read(&path)?));
            }
        }
    }
    fs::remove_dir_all(&folder)?;
    Ok(files)
}

fn run(posting: &str, arguments: &[&str]) -> Outcome<Output> {
    let file = temporary("rendering").with_extension("json");
    fs::write(&file, posting)?;
    let output = command(&file)?.args(arguments).output()?;
    fs::remove_file(&file)?;
    Ok(output)
}

/// A path that no other test uses.
fn temporary(name: &str) -> PathBuf {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    env::temp_dir().join(format!(
        "job-posting-{name}-{}-{number}",
        std::process::id()
    ))
}

/// The command, which the build has compiled beside this test, for a posting file or a folder of them.
fn command(source: &Path) -> Outcome<Command> {
    let test = env::current_exe()?;
    let folder = test.ancestors().nth(2).ok_or(std::fmt::Error)?;
    let dist = env::var_os("JOURNEY_DIST").unwrap_or_default();
    let mut command = Command::new(folder.join("job-posting"));
    command
        .arg("render")
        .arg(source)
        .arg("--manifest")
        .arg(Path::new(&dist).join("manifest.json"))
        .args(["--assets", "/", "--as-of", "2026-03-02"]);
    Ok(command)
}
