//! What pages can say to our elements and hear from them, as a table. Types and manifest are
//! written from it; `docs/embedding.md` and `docs/frame.md` say the same in more words.

/// One custom element.
pub struct Element {
    /// The tag's name.
    pub tag: &'static str,
    /// The name of its type in TypeScript.
    pub interface: &'static str,
    /// The module of the package that defines it.
    pub module: &'static str,
    /// What it is, in one sentence.
    pub summary: &'static str,
    /// Its attributes.
    pub attributes: &'static [Attribute],
    /// Its events.
    pub events: &'static [Event],
    /// Its methods.
    pub methods: &'static [Method],
    /// Custom properties of CSS that it reads, with what each is.
    pub properties: &'static [(&'static str, &'static str)],
    /// Names for `::part()`.
    pub parts: &'static [&'static str],
}

/// An attribute.
pub struct Attribute {
    /// Its name in HTML.
    pub name: &'static str,
    /// Its values as a TypeScript type.
    pub values: &'static str,
    /// What it does.
    pub summary: &'static str,
}

/// An event. All bubble and cross shadow roots.
pub struct Event {
    /// Its name.
    pub name: &'static str,
    /// The type of its `detail`.
    pub detail: &'static str,
    /// When it is fired.
    pub summary: &'static str,
}

/// A method.
pub struct Method {
    /// Its name.
    pub name: &'static str,
    /// The name and type of its parameter, if it has one.
    pub parameter: Option<(&'static str, &'static str)>,
    /// What it returns.
    pub returns: &'static str,
    /// What it does.
    pub summary: &'static str,
}

/// Every element.
pub const ELEMENTS: [Element; 2] = [JOB_POSTING, JOB_POSTING_FRAME];

const JOB_POSTING: Element = Element {
    tag: "job-posting",
    interface: "JobPosting",
    module: "index.js",
    summary: "A job posting with a planner for the candidate's availability.",
    attributes: &[
        attribute("src", "string", "address of the posting file"),
        attribute("lang", "string", "language of dates and interface"),
        attribute(
            "heading-level",
            "1 | 2 | 3 | 4 | \"1\" | \"2\" | \"3\" | \"4\"",
            "level of the posting's title in the page's outline",
        ),
        attribute(
            "theme",
            "\"auto\" | \"light\" | \"dark\"",
            "colours; auto follows the page",
        ),
        attribute(
            "as-of",
            "string",
            "a date, 2026-03-02, that stands in for today",
        ),
        attribute(
            "loading",
            "\"eager\" | \"lazy\" | \"interaction\"",
            "whether to wait until the element is near the screen, or used",
        ),
    ],
    events: &[
        event("job-posting-ready", "null", "The widget can be used."),
        event(
            "job-posting-error",
            "{ problems: string[] }",
            "The posting or the app can't be loaded.",
        ),
        event(
            "job-posting-change",
            "{ record: string } | null",
            "The candidate changed something: which answer, never what it says.",
        ),
        event(
            "job-posting-apply",
            "null",
            "The candidate follows the link to the employer; `preventDefault()` stops it.",
        ),
    ],
    methods: &[
        Method {
            name: "exportDraft",
            parameter: None,
            returns: "string | undefined",
            summary: "The text of a draft file; undefined while there is no widget.",
        },
        Method {
            name: "importDraft",
            parameter: Some(("text", "string")),
            returns: "void",
            summary: "Takes over a draft file. Throws an Error that says why if it can't.",
        },
        Method {
            name: "clearDraft",
            parameter: None,
            returns: "void",
            summary: "Deletes this posting's draft from the device.",
        },
    ],
    properties: &[
        ("--jp-accent", "colour of buttons, bars, links"),
        ("--jp-on-accent", "text on the accent"),
        ("--jp-font-size", "base size from which all sizes follow"),
        ("--jp-radius", "roundness of corners"),
        (
            "--jp-sticky-top",
            "where the planner sticks, for pages with a fixed header",
        ),
        (
            "--jp-window-height",
            "how high the window is for the planner, where something else than the window scrolls",
        ),
    ],
    parts: &[
        "title",
        "organization",
        "facts",
        "posting",
        "about",
        "responsibilities",
        "minimum",
        "preferred",
        "privacy",
        "planner",
        "progress",
        "cohorts",
        "ranking",
        "busy",
        "requirements",
        "statement",
        "slots",
        "apply",
        "draft",
        "save-state",
        "elsewhere",
        "link",
        "stored",
        "changes",
        "preview",
        "notice",
        "error",
        "problems",
        "status",
    ],
};

const JOB_POSTING_FRAME: Element = Element {
    tag: "job-posting-frame",
    interface: "JobPostingFrame",
    module: "frame.js",
    summary: "A posting in a frame that is as high as the posting.",
    attributes: &[
        attribute("src", "string", "address of the frame's page"),
        attribute("title", "string", "the frame's name for screen readers"),
        attribute("lang", "string", "language of dates and interface"),
        attribute(
            "theme",
            "\"auto\" | \"light\" | \"dark\"",
            "colours; auto follows the page",
        ),
        attribute(
            "prefill",
            "string",
            "JSON with answers by record, for candidates who have typed nothing yet",
        ),
    ],
    events: &[
        event(
            "job-posting-ready",
            "null",
            "The widget in the frame can be used.",
        ),
        event(
            "job-posting-error",
            "null",
            "The posting or the app can't be loaded.",
        ),
        event(
            "job-posting-apply",
            "null",
            "The candidate follows the link to the employer.",
        ),
    ],
    methods: &[],
    properties: &[],
    parts: &[],
};

const fn attribute(name: &'static str, values: &'static str, summary: &'static str) -> Attribute {
    Attribute {
        name,
        values,
        summary,
    }
}

const fn event(name: &'static str, detail: &'static str, summary: &'static str) -> Event {
    Event {
        name,
        detail,
        summary,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Project;

    fn text(path: &str) -> String {
        let path = Project::open().unwrap().path(path);
        std::fs::read_to_string(path).unwrap()
    }

    #[test]
    fn the_pages_about_the_elements_name_everything() {
        // What a host may style has a page of its own.
        let pages = [
            &["docs/embedding.md", "docs/theming.md"][..],
            &["docs/frame.md"],
        ];
        for (element, pages) in ELEMENTS.iter().zip(pages) {
            let page = pages.join(" or ");
            let text: String = pages.iter().map(|page| text(page)).collect();
            let attributes = element.attributes.iter().map(|one| one.name);
            let events = element.events.iter().map(|one| one.name);
            let properties = element.properties.iter().map(|one| one.0);
            let parts = element.parts.iter().copied();
            for name in attributes.chain(events).chain(properties).chain(parts) {
                assert!(
                    text.contains(&format!("`{name}`")),
                    "{name} is not in {page}"
                );
            }
            for method in element.methods {
                assert!(
                    text.contains(&format!("`{}(", method.name)),
                    "{}",
                    method.name
                );
            }
        }
    }

    #[test]
    fn the_table_has_every_attribute_that_the_scripts_observe() {
        for (element, script) in ELEMENTS
            .iter()
            .zip(["public/job-posting.js", "public/job-posting-frame.js"])
        {
            let text = text(script);
            let (_, rest) = text.split_once("observedAttributes = [").unwrap();
            let (list, _) = rest.split_once(']').unwrap();
            for name in list.split(',').map(|word| word.trim().trim_matches('"')) {
                let mut known = element.attributes.iter();
                assert!(
                    known.any(|attribute| attribute.name == name),
                    "{script}: {name}"
                );
            }
        }
    }
}
