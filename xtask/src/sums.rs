//! `dist/SHA384SUMS`: the hash of every other file, in the form that `sha384sum -c` reads.

use std::path::Path;

use sha2::{Digest, Sha384};

use crate::error::Error;
use crate::hosting;

/// The file's name, beside the files it lists.
pub const NAME: &str = "SHA384SUMS";

/// Writes the file into the folder of the finished site.
pub fn write(site: &Path) -> Result<(), Error> {
    let path = site.join(NAME);
    std::fs::write(&path, text(site)?).map_err(Error::file("write", &path))
}

/// A line for each file: its hash, two blanks, its path from the folder (GNU coreutils, `cksum
/// invocation`). Sorted, so that two builds can be compared line by line.
pub fn text(site: &Path) -> Result<String, Error> {
    let mut text = String::new();
    for path in hosting::files(site)? {
        let inside = path.trim_start_matches('/');
        if inside == NAME {
            continue;
        }
        let file = site.join(inside);
        let content = std::fs::read(&file).map_err(Error::file("read", &file))?;
        let digest = Sha384::digest(&content);
        let hash: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        text += &format!("{hash}  {inside}\n");
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_listed_once_and_by_its_content() {
        let site = std::env::temp_dir().join(format!("xtask sums {}", std::process::id()));
        std::fs::create_dir_all(site.join("folder")).unwrap();
        std::fs::write(site.join("folder/b"), "").unwrap();
        std::fs::write(site.join("a"), "abc").unwrap();
        write(&site).unwrap();
        // Written again, it does not list itself.
        write(&site).unwrap();
        let sums = std::fs::read_to_string(site.join(NAME)).unwrap();
        // The hash of "abc" is from FIPS 180-4's examples, that of nothing from NIST's test vectors.
        assert_eq!(
            sums,
            "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed\
             8086072ba1e7cc2358baeca134c825a7  a\n\
             38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da\
             274edebfe76f65fbd51ad2f14898b95b  folder/b\n"
        );
        std::fs::remove_dir_all(&site).unwrap();
    }
}
