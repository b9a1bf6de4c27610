//! In the browser Leptos only builds elements, so they are built apart from the page and read back
//! (HTML Living Standard, section 13.3, "serializing HTML fragments").

use leptos::prelude::{AnyView, Mountable, Render, document};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Node};

use super::Setting;

/// Elements that have no end tag. Views use no others.
const VOID: [&str; 2] = ["input", "br"];

/// Writes in a setting.
pub fn in_setting<T>(_setting: &Setting, write: impl FnOnce() -> T) -> T {
    write()
}

/// The view's markup.
pub fn html(view: AnyView) -> String {
    let Ok(holder) = document().create_element("div") else {
        return String::new();
    };
    let mut state = view.build();
    state.mount(&holder, None);
    let mut html = String::new();
    write_children(&holder, &mut html);
    state.unmount();
    html
}

fn write_children(parent: &Node, html: &mut String) {
    let mut next = parent.first_child();
    while let Some(node) = next {
        match node.dyn_ref::<Element>() {
            Some(element) => write_element(element, html),
            // Comments are only the places where Leptos exchanges views.
            None if node.node_type() == Node::TEXT_NODE => {
                write_text(&node.text_content().unwrap_or_default(), html);
            }
            None => {}
        }
        next = node.next_sibling();
    }
}

fn write_element(element: &Element, html: &mut String) {
    let name = element.local_name();
    html.push('<');
    html.push_str(&name);
    for attribute in element.get_attribute_names() {
        let attribute = attribute.as_string().unwrap_or_default();
        let value = element.get_attribute(&attribute).unwrap_or_default();
        html.push(' ');
        html.push_str(&attribute);
        if !value.is_empty() {
            html.push_str("=\"");
            write_text(&value, html);
            html.push('"');
        }
    }
    html.push('>');
    if VOID.contains(&name.as_str()) {
        return;
    }
    write_children(element, html);
    html.push_str("</");
    html.push_str(&name);
    html.push('>');
}

/// A text for an element's content or for an attribute in double quotes.
fn write_text(text: &str, html: &mut String) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\u{a0}' => html.push_str("&nbsp;"),
            _ => html.push(character),
        }
    }
}
