//! Style sheets of pages that know nothing of the widget: resets, huge and tiny texts, narrow
//! places, text from right to left. The widget takes font, colour and scheme, and nothing else.

use browser_tests::{Journey, Outcome, Page, Window};
use serde_json::json;

use crate::hosts::{EXAMPLE, put_page};
use crate::planner::{EARLIEST, Planner};

/// What pages do to everything, or to all that is around the widget.
const HOSTILE: [&str; 7] = [
    "* { all: unset }",
    "* { all: unset !important }",
    "div, p, ul, li, h2, h3, dl, form, section, fieldset, legend, label, button, input, svg, textarea \
     { display: none }",
    "* { box-sizing: content-box; margin: 3em; padding: 3em; border: 9px solid; float: right } \
     html, body, main, h1, job-posting { margin: 0; padding: 0; border: 0; float: none }",
    "job-posting { display: inline }",
    "body { font-size: 8px }",
    "main { text-align: center; text-transform: uppercase; letter-spacing: 1em; word-spacing: 1em; \
     text-indent: 3em; text-shadow: 1px 1px red; white-space: pre; line-height: 3; cursor: wait; \
     list-style: square; word-break: break-all; tab-size: 9; hyphens: auto; border-collapse: collapse; \
     -webkit-user-select: none; user-select: none; quotes: none; fill: red; stroke: red; text-wrap: nowrap }",
];

/// Keeps, for every element in the shadow root, every computed property that has a value there.
const KEEP: &str = "
    window.drawn = () => [...widget.shadowRoot.querySelectorAll('*')].map((one) => {
        const style = getComputedStyle(one);
        const properties = [...style].filter((name) => !name.startsWith('--'));
        return [one, Object.fromEntries(properties.map((name) => [name, style[name]]))];
    });
    window.before = new Map(drawn());";

/// Adds a style sheet, and tells in which elements which properties now differ.
const DIFFERENCES: &str = "
    const sheet = document.createElement('style');
    sheet.textContent = arguments[0];
    document.head.append(sheet);
    const found = [];
    for (const [one, now] of drawn()) {
        if (one.matches('.widget, .widget *')) for (const [name, value] of Object.entries(now)) {
            const was = before.get(one)[name];
            if (was !== value) found.push(`${one.localName}.${one.className.baseVal ?? one.className}: \
${name} was ${was}, is ${value}`);
        }
    }
    sheet.remove();
    return found.slice(0, 20);";

/// The page around the widget as plain as `* { all: unset }` would make it.
fn put_bare_page(site: &browser_tests::Site) {
    site.put("/bare.css", "body { margin: 0 } main { display: block }");
    let body = format!(r#"<link rel="stylesheet" href="/bare.css">{EXAMPLE}"#);
    put_page(site, "/careers.html", &body);
}

fn width(page: &Page, element: &str) -> Result<f64, browser_tests::PageError> {
    let body = format!("return {element}.getBoundingClientRect().width");
    page.script(&body, &[])
}

/// Adds a style sheet to the page for good.
fn style(page: &Page, sheet: &str) -> Outcome {
    const ADD: &str = "
        document.querySelectorAll('style').forEach((one) => one.remove());
        document.head.append(Object.assign(document.createElement('style'),
            { textContent: arguments[0] }))";
    Ok(page.script::<()>(ADD, &[json!(sheet)])?)
}

#[test]
fn a_page_s_style_sheet_changes_nothing_inside() -> Outcome {
    Journey::new().run(|site, page| {
        put_bare_page(site);
        let planner = Planner::open(page, "/careers.html")?;
        planner.state_dates("18 May 2026", "14 August 2026")?;
        planner.choose_start("May 18")?;
        planner.wait_until_saved()?;
        page.press(browser_tests::Key::Escape)?;
        // What is folded away has no layout to compare.
        const UNFOLD: &str = "document.querySelector('job-posting').shadowRoot
            .querySelectorAll('details').forEach((one) => { one.open = true; })";
        page.script::<()>(UNFOLD, &[])?;
        page.settle()?;
        page.wait_until_script(
            "every transition to end",
            "return document.querySelector('job-posting').shadowRoot.getAnimations().length === 0",
        )?;
        page.script::<()>(KEEP, &[])?;
        for sheet in HOSTILE {
            let differences: Vec<String> = page.script(DIFFERENCES, &[json!(sheet)])?;
            assert!(differences.is_empty(), "{sheet}: {differences:#?}");
        }
        // The comparison itself sees what it should: a colour is taken over.
        let seen: Vec<String> = page.script(DIFFERENCES, &[json!("main { color: red }")])?;
        assert!(!seen.is_empty());
        Ok(())
    })
}

#[test]
fn the_base_size_follows_the_page_within_reason() -> Outcome {
    Journey::new().run(|site, page| {
        put_bare_page(site);
        Planner::open(page, "/careers.html")?;
        for (sheet, size) in [
            ("", "16px"),
            ("html { font-size: 62.5% }", "16px"),
            ("html { font-size: 18px }", "18px"),
            ("html { font-size: 40px }", "24px"),
            ("html { --jp-font-size: 14px }", "14px"),
        ] {
            style(page, sheet)?;
            let hint = page.part("about")?;
            let drawn: String = hint.script("return getComputedStyle(arguments[0]).fontSize")?;
            assert_eq!(drawn, size, "{sheet}");
            // Two columns fit beside each other at these sizes, whatever the page's own unit is.
            let beside: bool = page.script(
                "const at = (part) => widget.shadowRoot.querySelector(`[part~=${part}]`)
                    .getBoundingClientRect();
                return at('planner').left > at('posting').left + 300",
                &[],
            )?;
            assert_eq!(beside, size != "24px", "{sheet}");
        }
        Ok(())
    })
}

#[test]
fn places_that_shrink_to_their_content_leave_it_room() -> Outcome {
    const PLACES: [&str; 6] = [
        "main { display: flex }",
        "main { display: flex; flex-direction: column; align-items: center }",
        "main { display: grid; justify-items: center }",
        "main { float: left }",
        "job-posting { display: inline-block }",
        "job-posting { display: flex }",
    ];
    Journey::new().run(|site, page| {
        put_bare_page(site);
        Planner::open(page, "/careers.html")?;
        for window in [Window::PHONE, Window::DESKTOP] {
            page.resize(window)?;
            for place in PLACES {
                style(page, place)?;
                let inside = width(page, "widget.shadowRoot.querySelector('[part=title]')")?;
                assert!(inside > 150.0, "{place} leaves {inside} pixels");
                let beyond: i32 = page.script(
                    "return document.documentElement.scrollWidth - innerWidth",
                    &[],
                )?;
                assert!(beyond <= 0, "{place} scrolls sideways by {beyond}");
            }
        }
        Ok(())
    })
}

#[test]
fn a_page_from_right_to_left_mirrors_the_layout_and_keeps_words_readable() -> Outcome {
    const SEEN: &str = "
        const root = widget.shadowRoot;
        const at = (part) => root.querySelector(`[part~=${part}]`).getBoundingClientRect();
        const months = [...root.querySelectorAll('[part~=cohorts] svg text')]
            .map((name) => name.getBoundingClientRect());
        const words = root.querySelector('[part~=about] p').firstChild;
        const letter = (index) => {
            const range = document.createRange();
            range.setStart(words, index);
            range.setEnd(words, index + 1);
            return range.getClientRects()[0];
        };
        const end = (words.data.search(/[.!?] /) + 1 || words.data.length) - 1;
        return {
            planner: at('planner').left < at('posting').left,
            months: months[0].left < months.at(-1).left && months[0].left >= at('cohorts').left,
            aligned: getComputedStyle(root.querySelector('[part~=title]')).textAlign,
            letters: letter(0).left < letter(1).left && letter(end).left > letter(end - 1).left,
            sideways: document.documentElement.scrollWidth > innerWidth,
        }";
    Journey::new().run(|site, page| {
        for (direction, mirrored) in [("ltr", false), ("rtl", true)] {
            let set = format!("document.documentElement.dir = '{direction}'");
            site.put("/direction.js", set);
            let body = format!(r#"<script src="/direction.js"></script>{EXAMPLE}"#);
            put_page(site, "/careers.html", &body);
            Planner::open(page, "/careers.html")?;
            let seen: serde_json::Value = page.script(SEEN, &[])?;
            let aligned = if mirrored { "right" } else { "left" };
            let expected = json!({
                "planner": mirrored, "months": true, "aligned": aligned, "letters": true, "sideways": false,
            });
            assert_eq!(seen, expected, "{direction}");
        }
        Ok(())
    })
}

#[test]
fn what_a_page_hides_stays_hidden() -> Outcome {
    Journey::new().run(|site, page| {
        put_bare_page(site);
        let planner = Planner::open(page, "/careers.html")?;
        let is_shown = "return widget.shadowRoot.querySelector('[part~=title]')
            .checkVisibility({ visibilityProperty: true })";
        for (sheet, expected) in [
            ("main { visibility: hidden }", false),
            ("body > main { display: none }", false),
            ("", true),
        ] {
            style(page, sheet)?;
            assert_eq!(page.script::<bool>(is_shown, &[])?, expected, "{sheet}");
        }
        page.script::<()>("widget.hidden = true", &[])?;
        assert!(!page.script::<bool>(is_shown, &[])?);
        page.script::<()>("widget.hidden = false", &[])?;
        planner.fill(EARLIEST, "18 May 2026")?;
        Ok(())
    })
}
