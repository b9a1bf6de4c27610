//! Elements for views, natively: text from the first to the last letter. It says what Leptos would
//! say for the same elements in the browser, in a small part of the time (see `docs/decisions/`).
//!
//! Nothing is ever anew here: what follows the answers is asked once, and nobody presses or types.

mod alike;
mod form;
mod sheets;
mod woven;

pub use alike::{alike, alike_but, alike_by, remembering};

use leptos::ev::Event;
use woven::Woven;

/// A finished piece of markup.
pub struct AnyView(Woven);

impl AnyView {
    /// The markup.
    pub fn into_html(self) -> String {
        self.0.finish()
    }
}

/// An element being put together. Becomes a view by [`Element::view`], or as another's child.
#[derive(Clone)]
pub struct Element {
    tag: &'static str,
    /// The start tag, and what follows it.
    markup: Woven,
    /// Where in it the content begins, after the end of the start tag; `None` until there is any.
    content: Option<usize>,
}

/// An element with this tag.
pub fn element(tag: &'static str) -> Element {
    let mut markup = Woven::new();
    markup.end().push('<');
    markup.end().push_str(tag);
    Element {
        tag,
        markup,
        content: None,
    }
}

/// A text on its own.
pub fn text(words: &str) -> AnyView {
    let mut markup = Woven::new();
    push_text(markup.end(), words);
    AnyView(markup)
}

/// A part of a view that would be made anew whenever what it reads changes.
pub fn live(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    view()
}

/// The same element for two places.
pub fn twice(make: impl Fn() -> Element) -> [Element; 2] {
    let made = make();
    [made.clone(), made]
}

/// Nothing.
pub fn nothing() -> AnyView {
    AnyView(Woven::default())
}

impl Element {
    /// Sets an attribute.
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        match self.content {
            None => push_attribute(self.markup.end(), name, value),
            // Hardly anything gets an attribute after its content.
            Some(content) => {
                let mut attribute = sheets::take();
                push_attribute(&mut attribute, name, value);
                self.markup.insert_before(content, &attribute);
                self.content = Some(content + attribute.len());
                sheets::give_back(attribute);
            }
        }
        self
    }

    /// Sets an attribute that follows the answers.
    pub fn with_live(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + Send + 'static,
    ) -> Self {
        match value() {
            Some(value) => self.with(name, &value),
            None => self,
        }
    }

    /// Sets the classes.
    pub fn class(self, names: &'static str) -> Self {
        self.with("class", names)
    }

    /// Sets the classes, which follow the answers.
    pub fn class_live(self, names: impl Fn() -> &'static str + Send + 'static) -> Self {
        self.with("class", names())
    }

    /// Sets the part names by which a host page styles the element.
    pub fn part(self, names: &'static str) -> Self {
        self.with("part", names)
    }

    /// Sets an attribute that is there or not, following the answers.
    pub fn flag(self, name: &'static str, is_set: impl Fn() -> bool + Send + 'static) -> Self {
        if is_set() { self.with(name, "") } else { self }
    }

    /// The text of a field is a property, which markup doesn't hold.
    pub fn value(self, _value: impl Fn() -> String + Send + 'static) -> Self {
        self
    }

    /// Whether a box is checked is a property, which markup doesn't hold.
    pub fn checked(self, _checked: impl Fn() -> bool + Send + 'static) -> Self {
        self
    }

    /// Nothing happens in markup.
    pub fn on(self, _event: &'static str, _handler: impl Fn(Event) + 'static) -> Self {
        self
    }

    /// Adds a text.
    pub fn text(mut self, words: &str) -> Self {
        push_text(self.inside().end(), words);
        self
    }

    /// Adds a text that follows the answers.
    pub fn live_text(self, words: impl Fn() -> String + Send + 'static) -> Self {
        self.text(&words())
    }

    /// Adds an element.
    pub fn child(mut self, child: Self) -> Self {
        let Self {
            tag,
            markup,
            content,
        } = child;
        let around = self.inside();
        // Room for all at once: the start tag's end, and the end tag.
        around.append(markup, tag.len() + "></>".len());
        push_end(around.end(), tag, content.is_some());
        self
    }

    /// Adds a view.
    pub fn view_child(mut self, child: AnyView) -> Self {
        self.inside().append(child.0, 0);
        self
    }

    /// Adds views.
    pub fn views(self, children: impl IntoIterator<Item = AnyView>) -> Self {
        children.into_iter().fold(self, Self::view_child)
    }

    /// Adds elements.
    pub fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// The finished view.
    pub fn view(mut self) -> AnyView {
        push_end(self.markup.end(), self.tag, self.content.is_some());
        AnyView(self.markup)
    }

    /// Where the content goes.
    fn inside(&mut self) -> &mut Woven {
        if self.content.is_none() {
            self.markup.end().push('>');
            self.content = Some(self.markup.place());
        }
        &mut self.markup
    }
}

/// Adds what is still missing after an element's own markup.
fn push_end(markup: &mut String, tag: &str, has_content: bool) {
    if !has_content {
        markup.push('>');
    }
    // The only one of our elements that has no end tag (HTML Living Standard, section 13.1.2).
    if tag != "input" {
        markup.push_str("</");
        markup.push_str(tag);
        markup.push('>');
    }
}

/// Adds an attribute after those that are there.
fn push_attribute(markup: &mut String, name: &str, value: &str) {
    // Once for the attribute, and not once for each of its pieces.
    markup.reserve(name.len() + value.len() + " =\"\"".len());
    markup.push(' ');
    markup.push_str(name);
    markup.push_str("=\"");
    push_value(markup, value);
    markup.push('"');
}

/// Adds a text. Its angle brackets and ampersands are escaped, so that it is never markup.
fn push_text(markup: &mut String, words: &str) {
    push_escaped(markup, words, |letter| match letter {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        _ => None,
    });
}

/// Adds the value of an attribute that stands in double quotes.
fn push_value(markup: &mut String, value: &str) {
    push_escaped(markup, value, |letter| match letter {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        _ => None,
    });
}

/// Whether a text is written as it is, wherever it stands.
fn is_plain(words: &str) -> bool {
    // Looking at every letter without stopping at one is many letters at a time.
    words.bytes().fold(true, |is_plain, letter| {
        is_plain & !matches!(letter, b'&' | b'<' | b'>' | b'"')
    })
}

fn push_escaped(markup: &mut String, words: &str, escape: fn(u8) -> Option<&'static str>) {
    if is_plain(words) {
        return markup.push_str(words);
    }
    let mut rest = words;
    let special = |letter: u8| escape(letter).is_some();
    while let Some((before, after)) = rest
        .bytes()
        .position(special)
        .and_then(|at| rest.split_at_checked(at))
    {
        markup.push_str(before);
        let mut letters = after.chars();
        // Whatever has to be escaped is one byte long.
        let letter = letters.next().and_then(|letter| u8::try_from(letter).ok());
        markup.push_str(letter.and_then(escape).unwrap_or_default());
        rest = letters.as_str();
    }
    markup.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(made: Element, expected: &str) {
        assert_eq!(made.view().into_html(), expected);
    }

    #[test]
    fn elements_become_markup() {
        let inner = element("b").class("c").text("d");
        check(
            element("p").child(inner).text(" e"),
            "<p><b class=\"c\">d</b> e</p>",
        );
        check(element("input").with("id", "a"), "<input id=\"a\">");
        check(
            element("path").with("d", "M0 0"),
            "<path d=\"M0 0\"></path>",
        );
    }

    #[test]
    fn attributes_stand_before_content_that_came_first() {
        let made = element("p").class("a").text("b").with("id", "c\"");
        let made = made.child(element("input").flag("hidden", || true));
        check(
            made.with("lang", "en").text("d"),
            "<p class=\"a\" id=\"c&quot;\" lang=\"en\">b<input hidden=\"\">d</p>",
        );
    }

    #[test]
    fn no_text_and_no_value_is_markup() {
        let evil = "<b> & \"é\" </b>";
        check(
            element("p").with("title", evil).text(evil),
            "<p title=\"&lt;b&gt; &amp; &quot;é&quot; &lt;/b&gt;\">&lt;b&gt; &amp; \"é\" &lt;/b&gt;</p>",
        );
    }

    #[test]
    fn what_follows_the_answers_is_asked_once() {
        let made = element("p")
            .with_live("lang", || None)
            .with_live("title", || Some("a".to_owned()))
            .flag("hidden", || true)
            .flag("open", || false)
            .class_live(|| "b")
            .live_text(|| "c".to_owned())
            .view_child(live(|| text("d")))
            .view_child(nothing());
        check(made, "<p title=\"a\" hidden=\"\" class=\"b\">cd</p>");
    }
}
