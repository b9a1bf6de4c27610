//! The snippet that puts the posting onto a careers page.

use posting::posting::Posting;

use crate::checked::Checked;

/// The loader's script and the element, for a posting file that lies among the widget's files in
/// the folder `postings`. Inside the element stands what is shown where the widget can't come.
pub fn snippet(checked: &Checked, assets: &str) -> String {
    let posting = Posting::from_json(&checked.text).ok();
    let address = posting
        .as_ref()
        .and_then(|posting| Some(posting.application()?.url.as_ref()?.as_str()));
    let title = posting.as_ref().map_or("Read this posting", Posting::title);
    let inside = match address {
        Some(address) => format!("<a href=\"{}\">{}</a>", escaped(address), escaped(title)),
        None => format!("<p>{}</p>", escaped(title)),
    };
    let (assets, id) = (escaped(assets), checked.id());
    format!(
        "<script type=\"module\" src=\"{assets}job-posting.js\"></script>\n\
         <job-posting src=\"{assets}postings/{id}.json\">\n  {inside}\n</job-posting>\n"
    )
}

/// A text for an attribute or an element's content (HTML Living Standard, section 13.3).
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::Tree;

    #[test]
    fn the_snippet_names_posting_and_way_to_apply() {
        let json = r#"{ "version": 1, "id": "a", "title": "R & D <b>", "organization": { "name": "c" },
            "application": { "url": "https://d.example/?e=1&f" } }"#;
        let checked = Checked::of(&Tree::parse(json).unwrap());
        assert_eq!(
            snippet(&checked, "/jobs/"),
            "<script type=\"module\" src=\"/jobs/job-posting.js\"></script>\n\
             <job-posting src=\"/jobs/postings/a.json\">\n  \
             <a href=\"https://d.example/?e=1&amp;f\">R &amp; D &lt;b&gt;</a>\n</job-posting>\n"
        );
    }
}
