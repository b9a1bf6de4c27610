//! The posting in a frame of another origin: its height, what is passed on, and what is not.

use browser_tests::{Engine, Journey, Key, Outcome, Page, PageError, Role, Site, Window};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::planner::{EARLIEST, Planner};
use crate::support::{assert_contains, eventually, plain};

pub const TITLE: &str = "Strategy internship";
const FALLBACK: &str = "Read it on our careers page.";

/// Keeps every message that reaches a window.
pub const RECORDER: &str = "
    window.heard = [];
    addEventListener('message', ({ origin, data }) => heard.push({ origin, data }));
    window.told = [];
    for (const name of ['ready', 'error', 'apply']) {
      document.addEventListener(`job-posting-${name}`, (event) => told.push([name, event.target.localName]));
    }";

/// What every window of the frame tests may do.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    connect-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

/// One message as a window heard it.
#[derive(Clone, PartialEq, Debug, Deserialize)]
pub struct Message {
    pub origin: String,
    pub data: Value,
}

/// Serves the frame's page with `hosts` as those who may talk to it, and with a recorder.
pub fn put_frame_page(site: &Site, hosts: &str) -> Outcome {
    let page = String::from_utf8(site.content("/embed.html").unwrap_or_default())?;
    let named = format!(r#"name="job-posting-hosts" content="{hosts}""#);
    let page = page.replace(r#"name="job-posting-hosts" content="""#, &named);
    assert_contains(&page, &named);
    site.put("/recorder.js", RECORDER);
    let recorder = r#"<script src="/recorder.js"></script><base"#;
    site.put("/embed.html", page.replacen("<base", recorder, 1));
    Ok(())
}

/// Serves a careers page with a frame from the site's other origin.
pub fn put_host_page(site: &Site, attributes: &str) {
    let frame = format!("{}/embed.html", site.other_origin());
    put_host_page_with(site, &format!("src='{frame}' {attributes}"));
}

fn put_host_page_with(site: &Site, attributes: &str) {
    site.put("/recorder.js", RECORDER);
    let page = format!(
        r#"<!doctype html><html lang="en-US"><head><meta charset="utf-8"><title>Careers</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <script src="/recorder.js"></script>
        <script type="module" src="/job-posting-frame.js"></script></head>
        <body><main><h1>Careers</h1><job-posting-frame title="{TITLE}" {attributes}>
        <p>{FALLBACK}</p></job-posting-frame></main></body></html>"#
    );
    site.put("/careers.html", page);
}

/// The frame's height as the page around has made it, in CSS pixels.
pub fn frame_height(page: &Page) -> Result<u32, PageError> {
    page.script(
        "return document.querySelector('job-posting-frame').shadowRoot.querySelector('iframe').clientHeight",
        &[],
    )
}

/// Opens the careers page and waits until its frame shows the posting at full height.
pub fn open(page: &Page) -> Outcome {
    page.open("/careers.html")?;
    page.in_frame(TITLE, || Ok(Planner::on(page).map(drop)?))?;
    page.wait_until_script("the frame's word", "return told.length > 0")?;
    expect_full_height(page).map(drop)
}

/// Waits until the frame is as high as the page in it, and nothing in it scrolls; gives the height.
fn expect_full_height(page: &Page) -> Outcome<u32> {
    const INSIDE: &str = "return Math.ceil(document.body.getBoundingClientRect().height)";
    page.wait_until("the frame to be as high as its page", || {
        let inside = page.in_frame(TITLE, || Ok(page.script::<u32>(INSIDE, &[])?));
        Ok(inside.is_ok_and(|inside| frame_height(page).is_ok_and(|around| around == inside)))
    })?;
    frame_height(page).map_err(Into::into)
}

/// Presses a button in the frame. WebKit does not scroll the page around a frame of another origin,
/// so there the page is scrolled first, as a person would.
fn press(page: &Page, name: &str) -> Outcome {
    const MIDDLE: &str = "
        const { top, bottom } = arguments[0].getBoundingClientRect();
        return (top + bottom) / 2";
    const SCROLL: &str = "
        const frame = document.querySelector('job-posting-frame');
        scrollBy(0, frame.getBoundingClientRect().top + arguments[0] - innerHeight / 2)";
    if page.engine() == Engine::Webkit {
        let middle = page.in_frame(TITLE, || Ok(page.button(name)?.script::<f64>(MIDDLE)?))?;
        page.script::<()>(SCROLL, &[json!(middle)])?;
        page.settle()?;
    }
    page.in_frame(TITLE, || Ok(page.button(name)?.click()?))
}

fn grow_and_shrink(window: Window) -> Outcome {
    Journey::new().window(window).run(|site, page| {
        let policy = format!("{POLICY}; frame-src {}", site.other_origin());
        site.header("Content-Security-Policy", &policy);
        put_frame_page(site, &site.origin())?;
        put_host_page(site, "");
        open(page)?;
        let before = frame_height(page)?;
        press(page, "Add days you can’t work")?;
        page.wait_until("the frame to grow", || Ok(frame_height(page)? > before))?;
        let grown = expect_full_height(page)?;
        press(page, "Remove busy days 1")?;
        page.wait_until("the frame to shrink", || Ok(frame_height(page)? < grown))?;
        expect_full_height(page)?;
        page.in_frame(TITLE, || {
            assert!(scrollers(page)?.is_empty(), "{:?}", scrollers(page)?);
            assert_eq!(page.reports()?, []);
            Ok(())
        })?;
        page.screenshot(&format!("frame-{}", window.width))?;
        assert_eq!(page.reports()?, []);
        Ok(())
    })
}

/// What in the current document could be scrolled up and down.
fn scrollers(page: &Page) -> Result<Vec<String>, PageError> {
    page.script(
        "const found = [];
        (function search(root) {
          for (const element of root.querySelectorAll('*')) {
            const { overflowY } = getComputedStyle(element);
            const scrolls = element === document.documentElement
              ? overflowY !== 'hidden' : ['auto', 'scroll'].includes(overflowY);
            if (scrolls && element.scrollHeight > element.clientHeight + 1) {
              found.push(element.localName + '.' + element.className);
            }
            if (element.shadowRoot) search(element.shadowRoot);
          }
        })(document);
        return found",
        &[],
    )
}

#[test]
fn the_frame_grows_and_shrinks_with_the_planner() -> Outcome {
    grow_and_shrink(Window::DESKTOP)
}

#[test]
fn the_frame_grows_and_shrinks_on_a_phone() -> Outcome {
    grow_and_shrink(Window::PHONE)
}

#[test]
fn no_message_says_what_a_candidate_types() -> Outcome {
    Journey::new().run(|site, page| {
        put_frame_page(site, &site.origin())?;
        put_host_page(site, "");
        open(page)?;
        page.in_frame(TITLE, || {
            let planner = Planner::on(page)?;
            planner.state_dates("18 May 2026", "31 August 2026")?;
            // By the keyboard: WebKit's driver points at nothing in a frame that the window does not show.
            planner.button("Add days you can’t work")?.click()?;
            planner.wait_for_focus(Role::TextBox, "From")?;
            for text in ["1 June 2026", "2 June 2026", "exams"] {
                page.type_text(text)?;
                // Behind each date comes the button of its calendar.
                page.press(Key::Tab)?;
                page.press(Key::Tab)?;
            }
            assert_eq!(planner.field("What for")?.value()?, "exams");
            Ok(planner.wait_until_saved()?)
        })?;
        expect_full_height(page)?;
        let heard: Vec<Message> = page.script("return heard", &[])?;
        assert!(heard.len() > 2, "{heard:?}");
        for Message { origin, data } in &heard {
            assert_eq!(origin, &site.other_origin());
            let members = data
                .as_object()
                .map(|members| members.keys().map(String::as_str));
            let members: Vec<_> = members.into_iter().flatten().collect();
            let is_plain = data.get("height").is_some_and(Value::is_u64)
                || data.get("event") == Some(&json!("ready"));
            assert!(is_plain && members.len() == 2, "{data}");
        }
        // What was typed stays with the frame's origin.
        let stored: u32 = page.script("return localStorage.length", &[])?;
        assert_eq!(stored, 0);
        Ok(())
    })
}

#[test]
fn theme_language_and_prefill_are_passed_on() -> Outcome {
    const PREFILL: &str = r#"lang="de" theme="dark" prefill='{"earliest-start":"18 May 2026"}'"#;
    Journey::new().run(|site, page| {
        put_frame_page(site, &site.origin())?;
        put_host_page(site, PREFILL);
        open(page)?;
        let read = "const { lang, style } = document.documentElement;
            return [lang, style.colorScheme]";
        let look = |expected: [&str; 2]| -> Outcome {
            page.in_frame(TITLE, || {
                eventually(page, expected.map(str::to_owned), || page.script(read, &[]))
            })
        };
        look(["de", "dark"])?;
        page.in_frame(TITLE, || {
            eventually(page, "18 May 2026".to_owned(), || {
                Planner::on(page)?.field(EARLIEST)?.value()
            })
        })?;
        let set =
            "document.querySelector('job-posting-frame').setAttribute(arguments[0], arguments[1])";
        page.script::<()>(set, &["theme".into(), "light".into()])?;
        look(["de", "light"])?;
        page.script::<()>(set, &["theme".into(), "auto".into()])?;
        look(["de", ""])?;

        // What the candidate typed stays, whatever the page around would fill in.
        page.in_frame(TITLE, || {
            let planner = Planner::on(page)?;
            planner.fill(EARLIEST, "25 May 2026")?;
            Ok(planner.wait_until_saved()?)
        })?;
        page.reload()?;
        page.in_frame(TITLE, || {
            let planner = Planner::on(page)?;
            assert_eq!(planner.field(EARLIEST)?.value()?, "25 May 2026");
            Ok(())
        })?;
        Ok(())
    })
}

#[test]
fn the_address_of_the_frame_chooses_and_says_nothing() -> Outcome {
    const HOSTILE: &str = "?src=/other.json&lang=de&theme=dark&hosts=*&prefill=%7B%22earliest-start%22:%22hostile%22%7D\
        #src=/other.json&%3Cimg%20src=x%20onerror=alert(1)%3Ehostile";
    Journey::new().run(|site, page| {
        let other = crate::hosts::posting("other", "Hostile posting", &["2099-05-11"]);
        site.put("/other.json", other);
        page.open(&format!("/embed.html{HOSTILE}"))?;
        let planner = Planner::on(page)?;
        page.heading("E-commerce Strategy Intern, Summer/Fall 2026")?;
        assert_eq!(planner.field(EARLIEST)?.value()?, "");
        let text: String = page.script(
            "return document.querySelector('job-posting').shadowRoot.textContent",
            &[],
        )?;
        assert!(!text.to_lowercase().contains("hostile"), "{text}");
        let lang: String = page.script("return document.documentElement.lang", &[])?;
        assert_eq!(lang, "en");
        let requests = site.requests();
        assert!(
            !requests
                .iter()
                .any(|request| request.target.contains("other.json")
                    && !request.target.starts_with("/embed.html")),
            "{requests:?}"
        );
        Ok(())
    })
}

#[test]
fn a_frame_that_does_not_come_leaves_the_fallback() -> Outcome {
    Journey::new().run(|site, page| {
        put_host_page_with(site, "src='/gone.html'");
        page.open("/careers.html")?;
        page.wait_until("the answer", || {
            let requests = site.requests();
            Ok(requests
                .iter()
                .any(|seen| seen.target == "/gone.html" && seen.status == Some(404)))
        })?;
        expect_fallback(page)?;
        put_host_page_with(site, "src='javascript:alert(1)'");
        page.open("/careers.html")?;
        page.wait_until_script(
            "the element",
            "return Boolean(customElements.get('job-posting-frame'))",
        )?;
        expect_fallback(page)?;
        let reports = page.reports()?;
        assert!(
            reports
                .iter()
                .any(|report| report.text.contains("src has to be the address of a page"))
        );
        Ok(())
    })
}

pub fn expect_fallback(page: &Page) -> Outcome {
    page.settle()?;
    let text: String = page.script("return document.body.innerText", &[])?;
    assert_contains(&plain(&text), FALLBACK);
    assert_eq!(page.names_of(Role::Alert)?, [""; 0]);
    assert_eq!(frame_height(page)?, 0);
    Ok(())
}
