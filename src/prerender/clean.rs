//! Removes from markup what only hydration needs. The app doesn't hydrate, it replaces, and what
//! it builds has none of it; left in, it would also keep `:empty` from matching.

/// How Leptos keeps neighbouring texts apart. A text of the posting can't look like it: its angle
/// brackets are escaped.
const SEPARATOR: &str = "<!>";

/// The markup without separators, and without the blank that stands for an empty text.
pub fn markup(html: &str) -> String {
    html.replace(SEPARATOR, "").replace("> </", "></")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_and_stand_ins_go_and_texts_stay() {
        assert_eq!(markup("<p> </p><p>a<!> <!>b</p>"), "<p></p><p>a b</p>");
        assert_eq!(
            markup("<b>a</b> <b>&lt;!&gt;</b>"),
            "<b>a</b> <b>&lt;!&gt;</b>"
        );
    }
}
