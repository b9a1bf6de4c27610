//! The TypeScript types of the package: the elements themselves, and what three frameworks want to
//! know about their tags.

use super::interface::{ELEMENTS, Element};

const HEAD: &str =
    "// Written by `cargo xtask interface`: change xtask/src/npm/interface.rs instead.\n";

/// `index.d.ts`: elements, attributes and events.
pub fn elements() -> String {
    let mut text = format!("{HEAD}\n");
    for element in &ELEMENTS {
        text += &attributes(element);
        text += &events(element);
        text += &interface(element);
    }
    text += "declare global {\n  interface HTMLElementTagNameMap {\n";
    for element in &ELEMENTS {
        text += &format!("    \"{}\": {};\n", element.tag, element.interface);
    }
    text + "  }\n}\n"
}

fn attributes(element: &Element) -> String {
    let mut text = format!(
        "/** The attributes of `<{}>`. */\nexport interface {}Attributes {{\n",
        element.tag, element.interface
    );
    for attribute in element.attributes {
        text += &format!(
            "  /** {}. */\n  \"{}\"?: {};\n",
            capitalised(attribute.summary),
            attribute.name,
            attribute.values
        );
    }
    text + "}\n\n"
}

fn events(element: &Element) -> String {
    let mut text = format!(
        "/** The events of `<{}>`. */\nexport interface {}EventMap {{\n",
        element.tag, element.interface
    );
    for event in element.events {
        text += &format!(
            "  /** {} */\n  \"{}\": CustomEvent<{}>;\n",
            event.summary, event.name, event.detail
        );
    }
    text + "}\n\n"
}

fn interface(element: &Element) -> String {
    let name = element.interface;
    let mut text = format!(
        "/** {} */\nexport interface {name} extends HTMLElement {{\n",
        element.summary
    );
    for method in element.methods {
        let parameter = method
            .parameter
            .map(|(name, kind)| format!("{name}: {kind}"));
        text += &format!(
            "  /** {} */\n  {}({}): {};\n",
            method.summary,
            method.name,
            parameter.unwrap_or_default(),
            method.returns
        );
    }
    for (verb, options) in [
        ("add", "AddEventListenerOptions"),
        ("remove", "EventListenerOptions"),
    ] {
        for map in [&format!("{name}EventMap"), "HTMLElementEventMap"] {
            text += &format!(
                "  {verb}EventListener<K extends keyof {map}>(type: K, listener: (this: {name}, event: {map}[K]) => unknown, options?: boolean | {options}): void;\n"
            );
        }
        text += &format!(
            "  {verb}EventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | {options}): void;\n"
        );
    }
    text + "}\n\n"
}

/// `react.d.ts`: the tags in React 19's JSX, where a property `on` plus an event's name listens.
pub fn react() -> String {
    let tags = tags("        ", |element| {
        let listeners = listeners(element, |event| format!("on{event}"));
        format!(
            "DetailedHTMLProps<HTMLAttributes<{0}>, {0}> & {0}Attributes & {{ {listeners} }}",
            element.interface
        )
    });
    format!(
        "{HEAD}\nimport type {{ DetailedHTMLProps, HTMLAttributes }} from \"react\";\n{}\n\
         declare module \"react\" {{\n  namespace JSX {{\n    interface IntrinsicElements {{\n{tags}    }}\n  }}\n}}\n",
        imports()
    )
}

/// `vue.d.ts`: the tags in Vue's templates and JSX, where events are in Pascal case.
pub fn vue() -> String {
    let props = |element: &Element| {
        let listeners = listeners(element, |event| format!("on{}", pascal(event)));
        format!("{}Attributes & {{ {listeners} }}", element.interface)
    };
    let components = tags("    ", |element| {
        format!("DefineComponent<{}>", props(element))
    });
    let natives = tags("    ", |element| {
        format!("HTMLAttributes & {}", props(element))
    });
    format!(
        "{HEAD}\nimport type {{ DefineComponent, HTMLAttributes }} from \"vue\";\n{}\n\
         declare module \"vue\" {{\n  interface GlobalComponents {{\n{components}  }}\n}}\n\n\
         declare module \"@vue/runtime-dom\" {{\n  interface IntrinsicElementAttributes {{\n{natives}  }}\n}}\n",
        imports()
    )
}

/// `svelte.d.ts`: the tags in Svelte 5's markup.
pub fn svelte() -> String {
    let tags = tags("    ", |element| {
        let listeners = listeners(element, |event| format!("on{event}"));
        format!(
            "HTMLAttributes<{0}> & {0}Attributes & {{ {listeners} }}",
            element.interface
        )
    });
    format!(
        "{HEAD}\nimport type {{ HTMLAttributes }} from \"svelte/elements\";\n{}\n\
         declare module \"svelte/elements\" {{\n  interface SvelteHTMLElements {{\n{tags}  }}\n}}\n",
        imports()
    )
}

fn imports() -> String {
    let names = ELEMENTS.iter().flat_map(|element| {
        ["", "Attributes", "EventMap"].map(|ending| format!("{}{ending}", element.interface))
    });
    let names: Vec<String> = names.collect();
    format!(
        "import type {{ {} }} from \"./index.js\";\n",
        names.join(", ")
    )
}

/// One line for each tag.
fn tags(indent: &str, kind: impl Fn(&Element) -> String) -> String {
    let lines = ELEMENTS.iter();
    lines
        .map(|element| format!("{indent}\"{}\": {};\n", element.tag, kind(element)))
        .collect()
}

fn listeners(element: &Element, property: impl Fn(&str) -> String) -> String {
    let listeners = element.events.iter().map(|event| {
        format!(
            "\"{}\"?: (event: {}EventMap[\"{}\"]) => void",
            property(event.name),
            element.interface,
            event.name
        )
    });
    listeners.collect::<Vec<_>>().join("; ")
}

/// "job-posting-ready" as "JobPostingReady".
fn pascal(name: &str) -> String {
    name.split('-').map(capitalised).collect()
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}
