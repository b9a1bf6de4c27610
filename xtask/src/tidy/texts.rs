//! What no committed text may hold: places to download from, which differ from machine to machine.

use super::{File, accepts, holds, refuses};

/// Hosts of package registries, put together here so that this file does not hold them either.
const HOSTS: [&str; 5] = [
    concat!("crates", ".io"),
    concat!("npm", "js"),
    concat!("registry.", "yarn"),
    concat!("py", "pi"),
    concat!("proxy.", "golang"),
];

fn names_no_registry(files: &[File]) -> Vec<String> {
    let mut complaints = Vec::new();
    // Cargo itself writes the name of its index into its lock, whatever mirror is in use.
    for file in files.iter().filter(|file| file.path != "Cargo.lock") {
        for (index, line) in file.text.lines().enumerate() {
            if let Some(host) = HOSTS.iter().find(|host| line.contains(**host)) {
                complaints
                    .push(file.complaint(index + 1, &format!("remove the registry `{host}`")));
            }
        }
    }
    complaints
}

fn locks_no_address(files: &[File]) -> Vec<String> {
    let mut complaints = Vec::new();
    for file in files
        .iter()
        .filter(|file| file.path.ends_with("package-lock.json"))
    {
        let resolved = file
            .text
            .lines()
            .position(|line| line.contains("\"resolved\""));
        if let Some(index) = resolved {
            let why =
                "an address is locked; keep .npmrc and write the lock again with `npm install`";
            complaints.push(file.complaint(index + 1, why));
        }
    }
    complaints
}

#[test]
fn no_registry_is_named() {
    holds(names_no_registry);
    for host in HOSTS {
        let sample = File::sample("docs/a.md", &format!("\nsee https://{host}/x\n"));
        refuses(names_no_registry, &[sample], "docs/a.md:2");
    }
    accepts(
        names_no_registry,
        &[File::sample("docs/a.md", "see https://leptos.dev\n")],
    );
}

#[test]
fn no_address_is_locked() {
    holds(locks_no_address);
    let sample = File::sample("package-lock.json", "{\n\"resolved\": \"https://a\"\n}\n");
    refuses(locks_no_address, &[sample], "package-lock.json:2");
}
