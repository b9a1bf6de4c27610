//! The studio, as an author works it: a posting comes in, is corrected, and leaves. Everything runs
//! under the strict policy of our guide, and asks for nothing but the site's own files.

use std::io;

use browser_tests::{Element, Journey, Key, Media, Outcome, Page, PageError, Role, Site, Window};
use job_posting::clock;
use job_posting::prerender::{Day, FirstView, Setting};
use posting::posting::Posting;
use serde_json::{Value, json};

use crate::planner::Planner;
use crate::policy::{assert_no_refusal, be_strict};
use crate::support::{assert_contains, eventually, if_able, plain};

const SOURCE: &str = "Text, Markdown, HTML or JSON";

const POSTING: &str = "Orchard intern\n\nWhat you'll do\n- Prune the apple trees.\n- Sow, water and weed.\n\nRequirements\n- You like to be outdoors.\n";

/// Keeps what the page hands to the browser as files, where the driver keeps no downloads.
const KEEP_FILES: &str = "
    window.recorded = { files: [] };
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
        recorded.files.push(blob);
        return createObjectURL.call(URL, blob);
    };";

/// The studio in a page.
struct Studio<'a> {
    page: &'a Page,
}

impl<'a> Studio<'a> {
    fn open(site: &Site, page: &'a Page) -> Outcome<Self> {
        be_strict(site);
        page.open("/studio.html")?;
        Self::on(page)
    }

    fn on(page: &'a Page) -> Outcome<Self> {
        page.wait_until_script(
            "the studio",
            "return document.querySelector('#studio').dataset.state === 'ready'",
        )?;
        page.script::<()>(KEEP_FILES, &[])?;
        Ok(Self { page })
    }

    /// Brings a source and waits until it was read.
    fn bring(&self, source: &str, title: &str) -> Outcome {
        // WebKit's driver types no line break that is not a key.
        let enter = char::from(Key::Enter).to_string();
        self.field(SOURCE)?
            .type_text(&source.replace('\n', &enter))?;
        self.expect("Title", title)
    }

    fn field(&self, label: &str) -> Result<Element<'a>, PageError> {
        self.page.by_label(label)
    }

    /// Waits until the field with exactly this label holds the text. Asked in one go, because fields
    /// are made anew while one looks at them.
    fn expect(&self, label: &str, text: &str) -> Outcome {
        const HELD: &str = "
            const root = document.querySelector('#studio').shadowRoot;
            const name = (field) => field.ariaLabel ?? field.labels?.[0]?.innerText;
            const fields = [...root.querySelectorAll('input, textarea')];
            return fields.find((field) => name(field) === arguments[0])?.value ?? null;";
        eventually(self.page, Some(text.to_owned()), || {
            self.page.script::<Option<String>>(HELD, &[json!(label)])
        })
    }

    /// Chooses an option as a person does by keyboard: by the beginning of its words.
    fn choose(&self, label: &str, option: &str) -> Outcome {
        self.field(label)?.type_text(option)?;
        Ok(())
    }

    /// The texts of the list items that the widget shows.
    fn shown(&self) -> Result<Vec<String>, PageError> {
        const SHOWN: &str = "
            const stage = document.querySelector('#studio').shadowRoot.querySelector('#stage');
            const widget = stage.querySelector('job-posting:not([hidden])');
            if (widget?.dataset.state !== 'ready') return [];
            const items = widget.shadowRoot.querySelectorAll('.posting li');
            return [...items].map((item) => item.innerText.trim());";
        self.page.script(SHOWN, &[])
    }

    fn take(&self, button: &str, name: &str) -> Outcome<String> {
        self.page.button(button)?.click()?;
        crate::hosts::saved_file(self.page, name)
    }
}

/// Every request was for a file of the site, and read only.
#[track_caller]
fn assert_own_files(site: &Site) {
    let requests = site.requests();
    assert!(!requests.is_empty());
    for request in requests {
        let path = request.target.as_str();
        let is_own = ["/studio.", "/job-posting", "/icon.svg"]
            .iter()
            .any(|start| path.starts_with(start));
        assert!(is_own && request.method == "GET", "{request:?}");
    }
}

#[test]
fn a_pasted_text_is_corrected_and_leaves_as_a_posting_file() -> Outcome {
    Journey::new().run(|site, page| {
        let studio = Studio::open(site, page)?;
        studio.bring(POSTING, "Orchard intern")?;
        studio.expect("Responsibility 2", "Sow, water and weed.")?;
        studio.field("Organization")?.type_text("Example Gardens")?;
        eventually(page, true, || {
            Ok(studio.shown()?.contains(&"Sow, water and weed.".to_owned()))
        })?;

        studio
            .field("Responsibility 1")?
            .type_over("Prune [the trees](https://trees.example/).")?;
        studio.choose("Move responsibility 2 to", "Pref")?;
        page.button("Move responsibility 2")?.click()?;
        studio.expect("Preferred qualification 1", "Sow, water and weed.")?;
        studio.field("Weeks")?.type_text("12")?;
        page.button("Add a start date")?.click()?;
        studio.field("Start date 1")?.type_text("2099-05-18")?;
        studio.field("Positions per candidate")?.type_text("2")?;
        studio
            .field("Where to apply")?
            .type_text("https://gardens.example/apply")?;
        eventually(page, true, || {
            Ok(studio.shown()?.contains(&"Prune the trees.".to_owned()))
        })?;

        let file = studio.take("Download posting file", "orchard-intern.json")?;
        let file: Value = serde_json::from_str(&file)?;
        let link = json!({ "text": "the trees", "href": "https://trees.example/" });
        let expected = json!({
            "title": "Orchard intern",
            "organization": { "name": "Example Gardens" },
            "responsibilities": [["Prune ", link, "."]],
            "qualifications": {
                "minimum": ["You like to be outdoors."],
                "preferred": ["Sow, water and weed."],
            },
            "program": { "weeks": 12, "startDates": ["2099-05-18"] },
            "application": {
                "url": "https://gardens.example/apply", "limit": { "positions": 2 },
            },
        });
        for (key, value) in expected.as_object().into_iter().flatten() {
            assert_eq!(file.get(key), Some(value), "{key}");
        }
        assert_own_files(site);
        assert_no_refusal(site, page)
    })
}

#[test]
fn a_file_comes_in_by_picker_and_by_drop() -> Outcome {
    const DROP: &str = "
        const transfer = new DataTransfer();
        transfer.items.add(new File([arguments[0]], 'posting.html', { type: 'text/html' }));
        const root = document.querySelector('#studio').shadowRoot;
        const event = new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true });
        root.querySelector('#source-text').dispatchEvent(event);";
    const PAGE: &str = "<h1>Gardener</h1><h2>What you'll do</h2><ul><li>Prune</li></ul>";
    Journey::new().run(|site, page| {
        let studio = Studio::open(site, page)?;
        studio.field("Choose a file")?.pick_file(
            "posting.md",
            "# Beekeeper\n\n## What you'll do\n\n- Keep bees\n",
        )?;
        studio.expect("Title", "Beekeeper")?;
        assert_contains(&studio.field(SOURCE)?.value()?, "- Keep bees");
        // What is no text changes nothing, and is told.
        studio
            .field("Choose a file")?
            .pick_file("picture.png", "\u{89}PNG\r\n\u{1a}\n\0\0\0\rIHDR")?;
        page.wait_until("it is told", || {
            Ok(page
                .names_of(Role::Alert)?
                .join(" ")
                .contains("picture.png is no text"))
        })?;
        studio.expect("Title", "Beekeeper")?;
        assert_contains(&studio.field(SOURCE)?.value()?, "- Keep bees");
        page.script::<()>(DROP, &[json!(PAGE)])?;
        studio.expect("Title", "Gardener")?;
        studio.expect("Responsibility 1", "Prune")?;
        assert_contains(&studio.field(SOURCE)?.value()?, "<li>Prune</li>");
        assert_own_files(site);
        assert_no_refusal(site, page)
    })
}

#[test]
fn a_reload_loses_nothing_and_undo_brings_back() -> Outcome {
    Journey::new().run(|site, page| {
        let studio = Studio::open(site, page)?;
        studio.bring(POSTING, "Orchard intern")?;
        page.button("Remove responsibility 1")?.click()?;
        studio.expect("Responsibility 1", "Sow, water and weed.")?;
        studio.field("Title")?.type_over("Orchard hand")?;
        page.reload()?;
        let studio = Studio::on(page)?;
        studio.expect("Title", "Orchard hand")?;
        assert_eq!(studio.field(SOURCE)?.value()?, POSTING);
        studio.expect("Responsibility 1", "Sow, water and weed.")?;

        page.button("Remove responsibility 1")?.click()?;
        page.button("Undo")?.click()?;
        studio.expect("Responsibility 1", "Sow, water and weed.")?;
        // Corrections are not replaced unless the author says so.
        studio.field(SOURCE)?.type_text("- Feed the hens.")?;
        page.button("Read it again")?.click()?;
        studio.expect("Title", "Orchard intern")?;
        page.button("Undo")?.click()?;
        studio.expect("Title", "Orchard hand")?;
        assert_no_refusal(site, page)
    })
}

#[test]
fn problems_stand_at_their_fields() -> Outcome {
    Journey::new().run(|site, page| {
        let studio = Studio::open(site, page)?;
        page.button("Start without a source")?.click()?;
        page.button("title")?.click()?;
        let title = studio.field("Title")?;
        eventually(page, true, || title.is_focused())?;
        assert_eq!(title.attribute("aria-invalid")?.as_deref(), Some("true"));
        title.type_text("Gardener")?;
        studio.field("Organization")?.type_text("Example Gardens")?;
        studio.field("Id")?.type_text("gardener")?;
        studio.field("Weeks")?.type_text("a few")?;
        let weeks = studio.field("Weeks")?;
        eventually(page, Some("true".to_owned()), || {
            weeks.attribute("aria-invalid")
        })?;
        weeks.type_over("12")?;
        eventually(page, None, || weeks.attribute("aria-invalid"))?;
        assert_no_refusal(site, page)
    })
}

/// What the command writes for the posting.
fn written_natively(file: &str) -> Outcome<FirstView> {
    let posting =
        Posting::from_json(file).map_err(|problems| io::Error::other(format!("{problems:?}")))?;
    let setting = Setting {
        lang: posting.lang().to_owned(),
        heading_level: 1,
        day: Day::AnyFrom(clock::today()),
    };
    Ok(FirstView::new(&posting.into(), &setting))
}

/// Markup without the freedoms that HTML leaves its writers.
fn comparable(markup: &str) -> String {
    plain(&markup.replace("&nbsp;", " ").replace("=\"\"", ""))
}

#[test]
fn the_page_it_writes_works_on_its_own() -> Outcome {
    Journey::new().run(|site, page| {
        let studio = Studio::open(site, page)?;
        studio.bring(POSTING, "Orchard intern")?;
        studio.field("Organization")?.type_text("Example Gardens")?;
        page.button("Snippet for your careers page")?.click()?;
        studio.expect(
            "Where the widget’s files are",
            &format!("{}/", site.origin()),
        )?;
        let snippet = studio.field("Snippet")?.value()?;
        assert_contains(&snippet, "postings/orchard-intern.json\">");
        let written = studio.take("Download page", "orchard-intern.html")?;
        assert_contains(&written, "<script type=\"application/ld+json\">");
        let file = studio.take("Download posting file", "orchard-intern.json")?;
        let native = written_natively(&file)?;
        for markup in [&native.shadow, &native.light] {
            assert_contains(&comparable(&written), &comparable(markup));
        }
        let before_scripts = written.replace("type=\"module\"", "type=\"text/plain\"");
        site.put("/before.html", before_scripts);
        page.open("/before.html")?;
        page.heading("Orchard intern")?;
        site.put("/written.html", written);
        Planner::open(page, "/written.html")?;
        assert_no_refusal(site, page)
    })
}

/// Waits until no colour is on its way to another, which axe would take for the one that stays.
fn rest(page: &Page) -> Outcome {
    const RESTS: &str = "
        const hosts = (root) => [...root.querySelectorAll('*')].filter((one) => one.shadowRoot);
        const all = (root) => [root, ...hosts(root).flatMap((host) => all(host.shadowRoot))];
        return all(document).every((root) => root.getAnimations().length === 0);";
    page.settle()?;
    Ok(page.wait_until_script("colours to rest", RESTS)?)
}

#[test]
fn axe_finds_nothing_in_the_studio() -> Outcome {
    const SIDEWAYS: &str = "return document.documentElement.scrollWidth > innerWidth";
    Journey::new().run(|site, page| {
        let studio = Studio::open(site, page)?;
        let mut found = page.violations()?;
        studio.bring(POSTING, "Orchard intern")?;
        page.button("Add a start date")?.click()?;
        page.button("Add a section")?.click()?;
        for window in [Window::DESKTOP, Window::PHONE] {
            page.resize(window)?;
            for scheme in [Media::Light, Media::Dark] {
                if_able(page.emulate(&[scheme]))?;
                rest(page)?;
                found.extend(page.violations()?);
                page.screenshot(&format!("studio-{}-{scheme:?}", window.width))?;
            }
            assert!(!page.script::<bool>(SIDEWAYS, &[])?, "{window:?}");
        }
        assert!(found.is_empty(), "{found:?}");
        Ok(())
    })
}
