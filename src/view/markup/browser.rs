//! Elements for views in the browser, all of one Leptos type.
//!
//! Leptos' `view!` gives every place in the markup a type of its own, and with it its own code to
//! build, update and remove it: for a page of this size four times the whole download allowed
//! (see `docs/decisions/`). Here the tag, attributes and children of an element are values, so
//! that the code for all of them is compiled once. Nothing is ever parsed as markup, which is what
//! pages that enforce Trusted Types require.

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::ev::{self, Event};
use leptos::html;
pub use leptos::prelude::AnyView;
use leptos::prelude::*;
use leptos::svg;
use leptos::tachys::html::property::{IntoProperty, prop};
use leptos::tachys::view::iterators::StaticVec;
use leptos::web_sys;

/// Text that follows the answers.
type LiveText = Box<dyn Fn() -> String + Send>;
/// An attribute's value that follows the answers; `None` leaves the attribute out.
type LiveValue = Box<dyn Fn() -> Option<String> + Send>;
/// Whether something holds, following the answers.
type LiveFlag = Box<dyn Fn() -> bool + Send>;
/// Part of a view that follows the answers.
type LiveView = Box<dyn Fn() -> AnyView + Send>;
/// What happens on an event.
type Handler = Box<dyn Fn(Event)>;

/// An element being put together. Becomes a view by [`Element::view`], or as another's child.
pub struct Element(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element with this tag.
#[inline(never)]
pub fn element(tag: &'static str) -> Element {
    Element(Box::new(Parts {
        tag,
        attributes: Vec::new(),
        children: Vec::new(),
    }))
}

/// A text on its own.
#[inline(never)]
pub fn text(words: &str) -> AnyView {
    words.to_owned().into_any()
}

/// A part of a view that is made anew whenever what it reads changes.
pub fn live(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let view: LiveView = Box::new(view);
    view.into_any()
}

/// A part that is alike for all postings as long as nothing is typed. Here much may be typed.
#[inline(always)]
pub fn alike(name: &'static str, make: impl FnOnce() -> Element) -> Element {
    alike_by(|| name, make)
}

/// A part of which there are few kinds as long as nothing is typed.
#[inline(always)]
pub fn alike_by(name: impl FnOnce() -> &'static str, make: impl FnOnce() -> Element) -> Element {
    alike_but(|| Some(name()), [], |[]| make())
}

/// A part that is alike but for some texts as long as nothing is typed.
#[inline(always)]
pub fn alike_but<const TEXTS: usize>(
    _name: impl FnOnce() -> Option<&'static str>,
    texts: [&str; TEXTS],
    make: impl FnOnce([&str; TEXTS]) -> Element,
) -> Element {
    make(texts)
}

/// The same element for two places.
#[cfg(target_arch = "wasm32")]
pub fn twice(make: impl Fn() -> Element) -> [Element; 2] {
    [make(), make()]
}

/// Nothing.
pub fn nothing() -> AnyView {
    text("")
}

// The methods that callers reach with their own closures only box them; what follows is compiled
// once.
impl Element {
    /// Sets an attribute.
    #[inline(never)]
    pub fn with(self, name: &'static str, value: &str) -> Self {
        self.attribute(custom_attribute(name, value.to_owned()).into_any_attr())
    }

    /// Sets an attribute that follows the answers.
    pub fn with_live(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + Send + 'static,
    ) -> Self {
        self.with_boxed(name, Box::new(value))
    }

    /// Sets the classes.
    #[inline(never)]
    pub fn class(self, names: &'static str) -> Self {
        self.with("class", names)
    }

    /// Sets the classes, which follow the answers.
    pub fn class_live(self, names: impl Fn() -> &'static str + Send + 'static) -> Self {
        self.with_live("class", move || Some(names().to_owned()))
    }

    /// Sets the part names by which a host page styles the element.
    #[inline(never)]
    pub fn part(self, names: &'static str) -> Self {
        self.with("part", names)
    }

    /// Sets an attribute that is there or not, following the answers.
    pub fn flag(self, name: &'static str, is_set: impl Fn() -> bool + Send + 'static) -> Self {
        self.with_live(name, move || is_set().then(String::new))
    }

    /// Sets the text of a field; what is typed since then stays until the value changes.
    pub fn value(self, value: impl Fn() -> String + Send + 'static) -> Self {
        self.value_boxed(Box::new(value))
    }

    /// Checks or clears a checkbox or radio button.
    pub fn checked(self, checked: impl Fn() -> bool + Send + 'static) -> Self {
        self.checked_boxed(Box::new(checked))
    }

    /// Calls `handler` on an event.
    pub fn on(self, event: &'static str, handler: impl Fn(Event) + 'static) -> Self {
        self.on_boxed(event, Box::new(handler))
    }

    /// Adds a text.
    #[inline(never)]
    pub fn text(self, words: &str) -> Self {
        self.view_child(text(words))
    }

    /// Sets a text that follows the answers, and is all that the element holds. It is told to the
    /// element, not to a text node: translators put their own nodes in the place of those.
    pub fn live_text(self, words: impl Fn() -> String + Send + 'static) -> Self {
        self.text_boxed(Box::new(words))
    }

    /// Adds an element.
    #[inline(never)]
    pub fn child(self, child: Self) -> Self {
        self.view_child(child.view())
    }

    /// Adds a view.
    #[inline(never)]
    pub fn view_child(mut self, child: AnyView) -> Self {
        self.0.children.push(child);
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

    #[inline(never)]
    fn with_boxed(self, name: &'static str, value: LiveValue) -> Self {
        self.attribute(custom_attribute(name, value).into_any_attr())
    }

    #[inline(never)]
    fn value_boxed(self, value: LiveText) -> Self {
        self.attribute(prop("value", value).into_any_attr())
    }

    #[inline(never)]
    fn checked_boxed(self, checked: LiveFlag) -> Self {
        self.attribute(prop("checked", checked).into_any_attr())
    }

    #[inline(never)]
    fn on_boxed(self, event: &'static str, handler: Handler) -> Self {
        self.attribute(ev::on(ev::Custom::<Event>::new(event), handler).into_any_attr())
    }

    #[inline(never)]
    fn text_boxed(self, words: LiveText) -> Self {
        if cfg!(target_arch = "wasm32") {
            self.attribute(prop("textContent", move || Words(words())).into_any_attr())
        } else {
            // Natively this is a test's, and Leptos writes no properties.
            self.view_child(words.into_any())
        }
    }

    #[inline(never)]
    fn attribute(mut self, attribute: AnyAttribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    /// The finished view.
    #[inline(never)]
    pub fn view(self) -> AnyView {
        let Parts {
            tag,
            attributes,
            children,
        } = *self.0;
        let children = StaticVec::from(children);
        // Elements without an end tag, and those of SVG, have kinds of their own in the page.
        match tag {
            "input" => html::input().add_any_attr(attributes).into_any(),
            "svg" => svg::svg()
                .child(children)
                .add_any_attr(attributes)
                .into_any(),
            "path" => svg::path().add_any_attr(attributes).into_any(),
            "text" => svg::text()
                .child(children)
                .add_any_attr(attributes)
                .into_any(),
            tag => html::custom(tag)
                .child(children)
                .add_any_attr(attributes)
                .into_any(),
        }
    }
}

/// The text of an element, told to it only where it has changed: what is told anew takes away what a reader has
/// marked in it and what a translator has made of it, and is laid out again.
#[derive(Clone)]
struct Words(String);

impl IntoProperty for Words {
    type State = (web_sys::Element, String);
    type Cloneable = Self;
    type CloneableOwned = Self;

    fn hydrate<const FROM_SERVER: bool>(self, element: &web_sys::Element, _: &str) -> Self::State {
        let mut state = (element.clone(), String::new());
        self.rebuild(&mut state, "");
        state
    }

    fn build(self, element: &web_sys::Element, name: &str) -> Self::State {
        self.hydrate::<false>(element, name)
    }

    fn rebuild(self, (element, shown): &mut Self::State, _: &str) {
        if *shown != self.0 {
            element.set_text_content(Some(&self.0));
            *shown = self.0;
        }
    }

    fn into_cloneable(self) -> Self {
        self
    }

    fn into_cloneable_owned(self) -> Self {
        self
    }
}
