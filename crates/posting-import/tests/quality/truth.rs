//! Sources with their truth: `name.truth.json` beside `name.<extension>`, with
//! the words of the source's text in `words`.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::score::words_of;

/// A source with its truth.
pub struct Case {
    pub name: String,
    pub source: Vec<u8>,
    pub truth: Value,
    pub words: Vec<String>,
}

/// Every case of the folder.
pub fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/quality");
    let mut cases = Vec::new();
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let file = path.file_name().unwrap().to_str().unwrap().to_owned();
        if file.ends_with(".truth.json") {
            continue;
        }
        let name = file.rsplit_once('.').unwrap().0;
        let truth = fs::read_to_string(folder.join(format!("{name}.truth.json")));
        let truth: Value =
            serde_json::from_str(&truth.unwrap_or_else(|_| panic!("{file}: no truth"))).unwrap();
        cases.push(Case {
            words: words_of(truth["words"].as_str().unwrap_or_default()),
            source: fs::read(&path).unwrap(),
            name: file,
            truth,
        });
    }
    assert!(!cases.is_empty());
    cases
}
