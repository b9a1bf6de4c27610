//! Where things of the site are: paths within it, and addresses by which pages link to each other.

use super::digest::Digest;

/// The page of a posting. An id has no character that an address would have to escape.
pub fn job(id: &str) -> String {
    format!("jobs/{id}.html")
}

/// The folder of all postings' pages.
pub const JOBS: &str = "jobs";

/// The way from a page back to the root of the site, such as `../`.
pub fn to_root(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

/// An address as pages of the site write it: what is relative is relative to the root.
pub fn from_page(path: &str, address: &str) -> String {
    let is_whole = address.starts_with('/') || address.contains("://");
    if is_whole {
        return address.to_owned();
    }
    let address = address.strip_prefix("./").unwrap_or(address);
    format!("{}{address}", to_root(path))
}

/// A value as a part of an address, different for different values: ASCII letters and digits
/// stay; where anything but blanks is left out, a few digits of a hash tell the value apart.
pub fn slug(value: &str) -> String {
    let words = value.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let slug = words.join("-").to_ascii_lowercase();
    let is_whole = words.join(" ") == value && !slug.is_empty();
    if is_whole {
        return slug;
    }
    let digest = Digest::of(value.as_bytes()).short();
    if slug.is_empty() {
        digest
    } else {
        format!("{slug}-{digest}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_relative_to_the_root() {
        assert_eq!(from_page("index.html", "./widget/"), "widget/");
        assert_eq!(from_page("jobs/a.html", "./widget/"), "../widget/");
        assert_eq!(from_page("list/place/a.html", "../x/"), "../../../x/");
        for whole in ["https://cdn.example/", "/widget/"] {
            assert_eq!(from_page("jobs/a.html", whole), whole);
        }
    }

    #[test]
    fn different_values_have_different_slugs() {
        assert_eq!(slug("new york"), "new-york");
        let values = ["new york", "new-york", "münchen", "m nchen", "東京", "大阪"];
        let mut slugs = values.map(slug);
        slugs.sort();
        assert!(slugs.windows(2).all(|pair| pair[0] != pair[1]), "{slugs:?}");
        assert!(
            slugs
                .concat()
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || c == '-')
        );
    }
}
