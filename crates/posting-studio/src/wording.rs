//! What the studio says of its own accord. It speaks English, as reports and problems do.

use posting_import::PostingReport;

use crate::items::List;
use crate::reading::Reading;
use crate::tree::Tree;

/// After a correction was taken back.
pub const UNDONE: &str = "The last correction is taken back.";

/// What the live region says once a source was read.
pub fn reading(reading: &Reading) -> String {
    match reading {
        Reading::Nothing => String::new(),
        Reading::PostingFile(_) => "This is a posting file; it is taken as it stands.".to_owned(),
        Reading::Imported(trees, report) => {
            let format = report.format;
            match (trees.len(), report.postings.first()) {
                (1, Some(posting)) => format!("Read as {format}. {}", summary(posting)),
                (count, _) => format!("Read as {format}: {count} postings."),
            }
        }
        Reading::Refused(_) => "No posting was found.".to_owned(),
    }
}

/// One sentence on a report.
pub fn summary(report: &PostingReport) -> String {
    let parts = report.recognized.iter().map(|part| part.review);
    let facts = report.facts.iter().map(|fact| fact.review);
    let uncertain = parts.chain(facts).filter(|review| *review).count();
    let found = count(report.recognized.len(), "part");
    let facts = count(report.facts.len(), "fact");
    let missing = count(report.missing.len(), "field");
    format!("{found} and {facts} were recognised, {uncertain} to review; {missing} not found.")
}

/// A number with its noun.
pub fn count(number: usize, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{ending}")
}

/// A list's name.
pub fn list(list: List, tree: &Tree) -> String {
    match list {
        List::About => "Introduction".to_owned(),
        List::Responsibilities => "Responsibilities".to_owned(),
        List::Minimum => "Minimum qualifications".to_owned(),
        List::Preferred => "Preferred qualifications".to_owned(),
        List::Section(number) => {
            let title = list
                .place()
                .parent()
                .map(|(section, _)| section.member("title"));
            let title = title.and_then(|place| tree.at(&place)?.as_text().map(str::to_owned));
            match title.filter(|title| !title.trim().is_empty()) {
                Some(title) => format!("Section “{title}”"),
                None => format!("Section {}", number + 1),
            }
        }
    }
}

/// An item's name without its number.
pub fn item(list: List) -> &'static str {
    match list {
        List::About => "Paragraph",
        List::Responsibilities => "Responsibility",
        List::Minimum => "Minimum qualification",
        List::Preferred => "Preferred qualification",
        List::Section(_) => "Entry",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_is_told_in_a_sentence() {
        let text = b"Gardener\n\nWhat you'll do\n- Prune the apple trees.\n";
        let told = reading(&Reading::of(text, None));
        assert!(told.starts_with("Read as text. 1 part and "), "{told}");
    }

    #[test]
    fn sections_are_named_by_their_titles() {
        let tree =
            Tree::parse(r#"{ "sections": [{ "title": "Pay" }, { "title": " " }] }"#).unwrap();
        assert_eq!(list(List::Section(0), &tree), "Section “Pay”");
        assert_eq!(list(List::Section(1), &tree), "Section 2");
    }
}
