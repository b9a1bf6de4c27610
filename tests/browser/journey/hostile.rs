//! S1: hostile postings in real browsers, by every route. An observer in the page fails the
//! test on any script that runs, any dialog, any navigation and any request; and what is built has to be
//! what a harmless posting gives, element by element.

use browser_tests::{Journey, Outcome, Page, Site};
use serde::Deserialize;
use serde_json::Value;

use crate::frame::TITLE;
use crate::hosts::put_page_with;
use crate::planner::Planner;
use crate::rendering::render;

const TEMPLATE: &str = include_str!("../../fixtures/hostile/posting.json");
const TEXTS: &str = include_str!("../../fixtures/hostile/texts.json");

/// Sees what hostile texts try: `hostile()`, dialogs, windows, navigations. What they would load is seen
/// by the site, since every address of theirs has the word in it.
pub const OBSERVER: &str = "
    window.seen = [];
    window.hostile = () => seen.push('a script ran');
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
        window[name] = () => seen.push(`${name} was called`);
    window.navigation?.addEventListener('navigate', ({ destination, navigationType }) => {
        // A list keeps what is searched for in its own address.
        const isOwn = navigationType === 'replace' && destination.sameDocument
            && new URL(destination.url).pathname === location.pathname;
        if (!isOwn) seen.push(`to ${destination.url}`);
    });
    document.addEventListener('securitypolicyviolation', ({ blockedURI }) => seen.push(`refused ${blockedURI}`));
    window.deep = (root) => [...root.querySelectorAll('*')].flatMap((one) => [
        [one.localName, ...[...one.attributes].map(({ name }) => name).sort()].join(' '),
        ...(one.shadowRoot ? deep(one.shadowRoot) : []),
    ]);";

/// Mounts a widget with each text in turn, types the text into every field, and gives the names of texts
/// that left other elements or attributes than the first one.
const MOUNT_EACH: &str = "
    const [template, texts, done] = arguments;
    const fill = (value, text) => typeof value === 'string' ? value.replaceAll('{text}', () => text)
        : Array.isArray(value) ? value.map((one) => fill(one, text))
        : Object(value) === value
            ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fill(one, text)])) : value;
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const one = async (text) => {
        // A posting of its own each time, because drafts are found again under a posting's id.
        window.mounted = (window.mounted ?? 0) + 1;
        const element = document.createElement('job-posting');
        const ready = new Promise((resolve, reject) => {
            element.addEventListener('job-posting-ready', resolve, { once: true });
            element.addEventListener('job-posting-error', ({ detail }) => reject(detail.problems), { once: true });
        });
        const data = document.createElement('script');
        data.type = 'application/json';
        data.textContent = JSON.stringify({ ...fill(template, text), id: `of-ours-${mounted}` });
        element.append(data);
        document.querySelector('main').append(element);
        await ready;
        const press = (words) => [...element.shadowRoot.querySelectorAll('button')]
            .filter((button) => button.textContent.includes(words)).forEach((button) => button.click());
        press('Add days');
        press('Note');
        await frame();
        for (const field of element.shadowRoot.querySelectorAll('input[type=text], textarea:not([readonly])')) {
            field.value = text;
            field.dispatchEvent(new Event('input', { bubbles: true }));
            field.dispatchEvent(new Event('change', { bubbles: true }));
        }
        await frame();
        const shown = element.shadowRoot.textContent;
        const built = deep(element.shadowRoot).join('\\n');
        element.remove();
        await frame();
        return { shown, built };
    };
    (async () => {
        // What is typed is no date, so the first text has to be none either.
        const harmless = (await one('harmless')).built;
        const wrong = [];
        for (const { name, text } of texts) {
            const { built, shown } = await one(text);
            if (built !== harmless) wrong.push(`${name}: other elements`);
            if (!shown.includes(`title ${text}`)) wrong.push(`${name}: the title is not shown as it stands`);
        }
        return wrong;
    })().then(done, (error) => done([String(error)]));";

/// A hostile text.
#[derive(Deserialize)]
pub struct Hostile {
    name: String,
    pub text: String,
}

pub fn texts() -> Outcome<Vec<Hostile>> {
    Ok(serde_json::from_str(TEXTS)?)
}

/// The template with a text in every text field.
pub fn posting_with(text: &str) -> Outcome<String> {
    let quoted = serde_json::to_string(text)?;
    let escaped = quoted.get(1..quoted.len() - 1).unwrap_or_default();
    Ok(TEMPLATE.replace("{text}", escaped))
}

/// Nothing ran, opened, went elsewhere or was asked for.
pub fn expect_nothing_seen(site: &Site, page: &Page, what: &str) -> Outcome {
    page.settle()?;
    let seen: Vec<String> = page.script("return seen", &[])?;
    assert_eq!(seen, [""; 0], "{what}");
    let requests = site.requests();
    let hostile: Vec<_> = requests
        .iter()
        .filter(|request| {
            // What the lists of a site are about is in their addresses.
            let is_list = request.target.starts_with("/careers/list/");
            request.target.contains("hostile")
                && !request.target.starts_with("/of-ours")
                && !is_list
        })
        .collect();
    assert!(hostile.is_empty(), "{what}: {hostile:?}");
    const ELSEWHERE: &str =
        "return performance.getEntriesByType('resource').map(({ name }) => name)
        .filter((name) => !name.startsWith(location.origin) && !name.startsWith('data:'))";
    let elsewhere: Vec<String> = page.script(ELSEWHERE, &[])?;
    assert_eq!(elsewhere, [""; 0], "{what}");
    Ok(())
}

#[test]
fn s1_no_text_of_a_posting_or_of_a_candidate_does_anything_in_the_app() -> Outcome {
    let template: Value = serde_json::from_str(TEMPLATE)?;
    let texts: Vec<Value> = serde_json::from_str(TEXTS)?;
    Journey::new().run(|site, page| {
        put_page_with(site, "/careers.html", OBSERVER, "");
        page.open("/careers.html")?;
        page.wait_until_script(
            "the element",
            "return Boolean(customElements.get('job-posting'))",
        )?;
        // A busy machine needs a while for each, and a driver has little patience with one script.
        for some in texts.chunks(7) {
            let arguments = [template.clone(), Value::from(some)];
            let wrong: Vec<String> = page.script_async(MOUNT_EACH, &arguments)?;
            assert_eq!(wrong, [""; 0]);
            expect_nothing_seen(site, page, &some[0].to_string())?;
        }
        Ok(())
    })
}

#[test]
fn s1_no_text_of_a_fragment_does_anything_before_or_after_the_app_has_come() -> Outcome {
    const DIFFERING: &str = "
        const all = [...document.querySelectorAll('section')].map((one) => [one.title, deep(one).join('\\n')]);
        const lines = all[0][1].split('\\n');
        return all.filter(([, built]) => built !== all[0][1]).map(([name, built]) => {
            const other = built.split('\\n');
            const foreign = other.filter((line) => !lines.includes(line));
            return `${name}: ${other.length} elements instead of ${lines.length}, ${foreign}`;
        })";
    let texts = texts()?;
    Journey::new().run(|site, page| {
        for some in texts.chunks(14) {
            let mut body = String::new();
            let harmless = [("harmless", "harmless")];
            let pairs = some.iter().map(|one| (one.name.as_str(), one.text.as_str()));
            for (name, text) in harmless.into_iter().chain(pairs) {
                let fragment = render(&posting_with(text)?, &["--fragment", "--loading", "interaction"])?;
                body += &format!("<section title='{name}'>{fragment}</section>\n");
            }
            put_page_with(site, "/careers.html", OBSERVER, &body);
            page.open("/careers.html")?;
            // Drivers do not always wait for the end of a page as long as this one.
            page.wait_until_script("the whole page", "return document.readyState === 'complete'")?;
            let differing: Vec<String> = page.script(DIFFERING, &[])?;
            assert_eq!(differing, [""; 0], "before the app");
            expect_nothing_seen(site, page, "before the app")?;
            const LOAD: &str = "for (const one of document.querySelectorAll('job-posting'))
                one.shadowRoot.querySelector('input').dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }))";
            // Before the loader nobody listens. WebKit's driver does not always wait for it.
            page.wait_until_script("the loader", "return !!customElements.get('job-posting')")?;
            page.script::<()>(LOAD, &[])?;
            Planner::on(page)?;
            let differing: Vec<String> = page.script(DIFFERING, &[])?;
            assert_eq!(differing, [""; 0], "with the app");
            expect_nothing_seen(site, page, "with the app")?;
        }
        Ok(())
    })
}

/// A whole page: title, description, Open Graph and structured data besides. Each in a frame of its own,
/// which is as good as a window for what runs or loads.
#[test]
fn s1_no_text_of_a_rendered_page_does_anything() -> Outcome {
    const HEAD: &str = "
        const [pages, names] = [[...document.querySelectorAll('iframe')], arguments[0]];
        const read = ({ contentWindow: { deep, document } }) => deep(document).join('\\n');
        return names.filter((_, index) => read(pages[index]) !== read(pages[0]))";
    const SEEN: &str = "for (const { contentWindow } of document.querySelectorAll('iframe'))
        seen.push(...contentWindow.seen)";
    let texts = texts()?;
    Journey::new().run(|site, page| {
        site.put("/observer.js", OBSERVER);
        for some in texts.chunks(14) {
            let mut body = String::new();
            let mut names = Vec::new();
            let harmless = [("harmless", "harmless")];
            let pairs = some
                .iter()
                .map(|one| (one.name.as_str(), one.text.as_str()));
            for (index, (name, text)) in harmless.into_iter().chain(pairs).enumerate() {
                let address = "https://careers.example/intern/";
                let arguments = ["--url", address, "--loading", "interaction"];
                let rendered = render(&posting_with(text)?, &arguments)?;
                let observed =
                    rendered.replacen("<head>", "<head><script src=\"/observer.js\"></script>", 1);
                assert_ne!(observed, rendered);
                site.put(&format!("/page-{index}.html"), observed);
                body += &format!("<iframe src='/page-{index}.html'></iframe>");
                names.push(name.to_owned());
            }
            put_page_with(site, "/careers.html", OBSERVER, &body);
            page.open("/careers.html")?;
            page.settle()?;
            let differing: Vec<String> = page.script(HEAD, &[names.into()])?;
            assert_eq!(differing, [""; 0]);
            page.script::<()>(SEEN, &[])?;
            expect_nothing_seen(site, page, &some[0].name)?;
        }
        Ok(())
    })
}

#[test]
fn s1_no_text_of_a_posting_does_anything_in_the_frame() -> Outcome {
    let all: Vec<String> = texts()?.into_iter().map(|one| one.text).collect();
    let posting = posting_with(&all.join(" "))?;
    Journey::new().run(|site, page| {
        let embed = String::from_utf8(site.content("/embed.html").unwrap_or_default())?;
        let observed = embed.replacen("<base", "<script src=\"/observer.js\"></script><base", 1);
        let start = observed.find("<job-posting").ok_or(std::fmt::Error)?;
        let src = observed[start..].split("src=\"").nth(1).and_then(|rest| rest.split('"').next());
        let src = src.ok_or(std::fmt::Error)?.trim_start_matches('.').to_owned();
        site.put("/observer.js", OBSERVER);
        site.put(&src, posting);
        site.put("/embed.html", observed);
        let frame = format!("<iframe title='{TITLE}' src='/embed.html?src=/hostile.json#src=/hostile.json'></iframe>");
        let frame = frame.replace("hostile", "other");
        put_page_with(site, "/careers.html", OBSERVER, &frame);
        page.open("/careers.html")?;
        page.in_frame(TITLE, || {
            Planner::on(page)?;
            expect_nothing_seen(site, page, "in the frame")
        })?;
        expect_nothing_seen(site, page, "around the frame")?;
        let requests = site.requests();
        assert!(!requests.iter().any(|request| request.target == "/other.json"), "{requests:?}");
        Ok(())
    })
}

/// Were the markup not escaped, the tests above would fail.
#[test]
fn the_observer_sees_what_it_is_there_for() -> Outcome {
    Journey::new().run(|site, page| {
        let raw = "<img src=/hostile onerror=hostile()>";
        put_page_with(site, "/careers.html", OBSERVER, raw);
        page.open("/careers.html")?;
        page.wait_until_script("the script", "return seen.length > 0")?;
        assert!(
            site.requests()
                .iter()
                .any(|request| request.target == "/hostile")
        );
        page.reports()?;
        Ok(())
    })
}
