//! Files named after their content, and the placeholders that stand for these names in sources.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

/// What stands in the loader's and the pages' sources for what only the build knows.
pub const PLACEHOLDERS: [&str; 8] = [
    "__GLUE__",
    "__WASM__",
    "__PLANNER__",
    "__STYLE__",
    "__GLUE_INTEGRITY__",
    "__WASM_INTEGRITY__",
    "__PLANNER_INTEGRITY__",
    "__STYLE_INTEGRITY__",
];

/// A finished file whose name may be cached for ever, because other content has another name.
pub struct Asset {
    /// The file's name, without a folder.
    pub name: String,
    /// `sha384-…` as W3C Subresource Integrity, section 3.1, writes it.
    pub integrity: String,
    /// The file's bytes.
    pub content: Vec<u8>,
}

impl Asset {
    /// Names the content: the `{}` in `pattern` becomes the first 64 bits of its hash.
    pub fn new(pattern: impl AsRef<str>, content: Vec<u8>) -> Self {
        let digest = Sha384::digest(&content);
        let hash: String = digest
            .iter()
            .take(8)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        Self {
            name: pattern.as_ref().replace("{}", &hash),
            integrity: format!("sha384-{}", STANDARD.encode(digest)),
            content,
        }
    }
}

/// The files that the loader fetches.
pub struct Assets {
    /// The JavaScript between the browser and the compiled widget.
    pub glue: Asset,
    /// The compiled widget as far as the first view needs it.
    pub wasm: Asset,
    /// The rest of it: the planner.
    pub planner: Asset,
    /// The style sheet for the shadow root.
    pub style: Asset,
}

impl Assets {
    /// All of them.
    pub fn all(&self) -> [&Asset; 4] {
        [&self.glue, &self.wasm, &self.planner, &self.style]
    }

    /// Replaces every placeholder in the text.
    pub fn fill(&self, text: &str) -> String {
        let values = [
            &self.glue.name,
            &self.wasm.name,
            &self.planner.name,
            &self.style.name,
            &self.glue.integrity,
            &self.wasm.integrity,
            &self.planner.integrity,
            &self.style.integrity,
        ];
        let pairs = PLACEHOLDERS.iter().zip(values);
        pairs.fold(text.to_owned(), |text, (placeholder, value)| {
            text.replace(placeholder, value)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_follows_the_content() {
        let first = Asset::new("a-{}.js", b"one".to_vec());
        let second = Asset::new("a-{}.js", b"two".to_vec());
        assert_ne!(first.name, second.name);
        assert_eq!(first.name.len(), "a-.js".len() + 16);
    }

    #[test]
    fn integrity_is_that_of_the_specification_s_example() {
        // W3C Subresource Integrity, section 3.1, gives this value for this script.
        let asset = Asset::new("{}", b"alert('Hello, world.');".to_vec());
        assert_eq!(
            asset.integrity,
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }

    #[test]
    fn filling_leaves_no_placeholder() {
        let asset = |text: &str| Asset::new(format!("{text}-{{}}"), text.as_bytes().to_vec());
        let assets = Assets {
            glue: asset("glue"),
            wasm: asset("wasm"),
            planner: asset("planner"),
            style: asset("style"),
        };
        let filled = assets.fill(&PLACEHOLDERS.join("|"));
        assert!(!filled.contains("__"), "{filled}");
        let first = filled.split('|').next().unwrap();
        assert_eq!(first, assets.glue.name);
    }
}
