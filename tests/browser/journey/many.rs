//! Many elements in a page, coming and going as a router has it, and more than one loader: all
//! share one app, and what goes leaves nothing behind.

use browser_tests::{Engine, Journey, Outcome, Page, Site};

use crate::hosts::{count_events, posting, put_page_with};
use crate::planner::{EARLIEST, Planner};
use crate::support::{assert_contains, eventually, if_able};

/// The app's compiled files: one for the posting, one for the planner.
const FILES: usize = 2;

/// Counts what the page's scripts hold on to: instances of the app's files, listeners on the window,
/// and timers that have not run.
const COUNTERS: &str = "
    window.instances = [];
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const original = WebAssembly[name];
        WebAssembly[name] = async (...parts) => {
            const made = await original.apply(WebAssembly, parts);
            instances.push(made.instance ?? made);
            return made;
        };
    }
    window.listening = new Map();
    const { addEventListener: add, removeEventListener: remove } = window;
    window.addEventListener = (name, callback, options) => {
        listening.set(callback, name);
        return add.call(window, name, callback, options);
    };
    window.removeEventListener = (name, callback, options) => {
        listening.delete(callback);
        return remove.call(window, name, callback, options);
    };
    window.timers = new Map();
    const { setTimeout: start, clearTimeout: stop } = window;
    window.setTimeout = (callback, ...rest) => {
        const timer = start.call(window, (...parts) => {
            timers.delete(timer);
            callback(...parts);
        }, ...rest);
        // The longest is set by WebKit's driver, to end scripts that take a minute.
        if (!(rest[0] >= 60_000)) timers.set(timer, Number(rest[0] ?? 0));
        return timer;
    };
    window.clearTimeout = (timer) => {
        timers.delete(timer);
        stop.call(window, timer);
    };";

/// By how many bytes WebAssembly's memory grows at least.
const WASM_PAGE: u64 = 65_536;

/// Adds and removes this many elements one after the other: most once they are ready and edited,
/// every fifth while it still loads.
const CYCLE: &str = "
    const [count, done] = arguments;
    const main = document.querySelector('main');
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    (async () => {
        for (let index = 0; index < count; index += 1) {
            const element = document.createElement('job-posting');
            const ready = new Promise((resolve) =>
                element.addEventListener('job-posting-ready', resolve, { once: true }));
            element.setAttribute('src', '/garden.json');
            main.append(element);
            if (index % 5) {
                await ready;
                const field = element.shadowRoot.querySelector('input');
                field.value = `1${index % 10} May 2099`;
                field.dispatchEvent(new Event('input', { bubbles: true }));
            } else await null;
            element.remove();
            await frame();
        }
    })().then(() => done('done'), (error) => done(String(error)));";

const SHARED: &str = "
    const all = [...document.querySelectorAll('job-posting')];
    const sheets = all.flatMap((one) => [...one.shadowRoot.adoptedStyleSheets]);
    return [instances.length, new Set(sheets).size, sheets.length]";

fn put_garden(site: &Site) {
    site.put(
        "/garden.json",
        posting("garden", "Gardener", &["2099-05-11", "2099-06-08"]),
    );
}

fn cycle(page: &Page, count: u32) -> Outcome {
    // A busy machine needs a while for each, and a driver has little patience with one script.
    for _ in 0..count / 5 {
        let ended: String = page.script_async(CYCLE, &[5.into()])?;
        assert_eq!(ended, "done");
    }
    Ok(())
}

fn wasm_bytes(page: &Page) -> Outcome<u64> {
    const BYTES: &str = "
        const exports = Object.values(instances[0].exports);
        return exports.find(({ buffer }) => buffer).buffer.byteLength";
    Ok(page.script(BYTES, &[])?)
}

/// What the counters say once the page is at rest, with no widget in it.
fn held(page: &Page) -> Outcome<(usize, usize)> {
    let delays = || page.script::<Vec<u32>>("return [...timers.values()]", &[]);
    eventually(page, Vec::new(), delays)?;
    Ok(page.script("return [listening.size, timers.size]", &[])?)
}

#[test]
fn fifty_widgets_share_one_app_and_one_style_sheet() -> Outcome {
    Journey::new().run(|site, page| {
        put_garden(site);
        let body = r#"<job-posting src="/garden.json"></job-posting>"#.repeat(50);
        put_page_with(site, "/careers.html", COUNTERS, &body);
        page.open("/careers.html")?;
        // One after the other, because a busy machine needs a while for all of them.
        for count in 1..=50 {
            let ready = format!("return recorded.events.length >= {count}");
            page.wait_until_script(&format!("{count} ready widgets"), &ready)?;
        }
        Planner::on(page)?;
        assert_eq!(page.script::<[usize; 3]>(SHARED, &[])?, [FILES, 1, 50]);
        for (ending, files) in [(".wasm", FILES), (".css", 1)] {
            let requests = site.requests();
            let fetched = requests
                .iter()
                .filter(|request| request.target.ends_with(ending));
            assert_eq!(fetched.count(), files, "{ending}: {requests:?}");
        }
        assert_eq!(count_events(page, "ready")?, 50);
        Ok(())
    })
}

#[test]
fn of_many_widgets_those_far_away_are_laid_out_once_they_come_near() -> Outcome {
    const LAID_OUT: &str = "
        return [...document.querySelectorAll('job-posting')].map(({ shadowRoot }) =>
            shadowRoot.getElementById('earliest-start').checkVisibility({ contentVisibilityAuto: true }))";
    const GO_TO_LAST: &str = "
        const field = [...document.querySelectorAll('job-posting')].at(-1)
            .shadowRoot.getElementById('earliest-start');
        field.scrollIntoView({ block: 'center', behavior: 'instant' });
        field.focus()";
    const LAST: &str = "
        const { shadowRoot } = [...document.querySelectorAll('job-posting')].at(-1);
        const field = shadowRoot.getElementById('earliest-start');
        const { top, bottom } = field.getBoundingClientRect();
        return [field.value, top > 0 && bottom < innerHeight]";
    Journey::new().run(|site, page| {
        let body: String = (0..8)
            .map(|number| {
                let path = format!("/{number}.json");
                let id = format!("garden-{number}");
                site.put(&path, posting(&id, "Gardener", &["2099-05-11"]));
                format!(r#"<job-posting src="{path}"></job-posting>"#)
            })
            .collect();
        put_page_with(site, "/careers.html", "", &body);
        Planner::open(page, "/careers.html")?;
        page.settle()?;
        let laid_out: Vec<bool> = page.script(LAID_OUT, &[])?;
        assert_eq!(laid_out[..3], [true; 3]);
        assert_eq!(laid_out[6..], [false; 2]);
        page.script::<()>(GO_TO_LAST, &[])?;
        page.settle()?;
        for key in "1 May 2099".chars() {
            page.chord(&[], key)?;
        }
        let last: (String, bool) = page.script(LAST, &[])?;
        assert_eq!(last, ("1 May 2099".to_owned(), true));
        let laid_out: Vec<bool> = page.script(LAID_OUT, &[])?;
        assert_eq!(laid_out.last(), Some(&true));
        Ok(())
    })
}

#[test]
fn a_router_takes_a_widget_out_and_brings_it_back_as_often_as_it_likes() -> Outcome {
    const LEAVE: &str = "
        window.kept ??= document.querySelector('job-posting');
        document.querySelector('main').replaceChildren('Another view')";
    const RETURN: &str = "document.querySelector('main').replaceChildren(kept)";
    Journey::new().run(|site, page| {
        put_garden(site);
        let body = r#"<job-posting src="/garden.json"></job-posting>"#;
        put_page_with(site, "/careers.html", COUNTERS, body);
        let planner = Planner::open(page, "/careers.html")?;
        planner.fill(EARLIEST, "1 May 2099")?;
        for visit in 2..5 {
            page.script::<()>(LEAVE, &[])?;
            // Out and in within one task, as frameworks do it, and once more for good.
            page.script::<()>(&format!("{RETURN}; {LEAVE}; {RETURN}"), &[])?;
            eventually(page, visit, || count_events(page, "ready"))?;
            let planner = Planner::on(page)?;
            assert_eq!(planner.field(EARLIEST)?.value()?, "1 May 2099");
            planner.fill(EARLIEST, "1 May 2099")?;
            assert_contains(&planner.statement()?, "May 1, 2099");
        }
        assert_eq!(page.script::<[usize; 3]>(SHARED, &[])?, [FILES, 1, 1]);
        Ok(())
    })
}

#[test]
fn five_hundred_widgets_that_came_and_went_leave_nothing() -> Outcome {
    // When a browser collects garbage depends on what it had to do before.
    Journey::new().alone().run(|site, page| {
        put_garden(site);
        put_page_with(site, "/careers.html", COUNTERS, "");
        page.open("/careers.html")?;
        // What is made once and kept for the next one is made here.
        cycle(page, 50)?;
        let (before, bytes) = (held(page)?, wasm_bytes(page)?);
        let counted = if_able(page.footprint())?;
        cycle(page, 500)?;
        assert_eq!(held(page)?, before);
        let grown = wasm_bytes(page)? - bytes;
        // Memory grows by whole pages. Engines other than Chromium collect late what scripts hold of the
        // app's closures; a widget that stayed would still be many times this.
        let allowed = match page.engine() {
            Engine::Chromium => WASM_PAGE,
            Engine::Firefox | Engine::Webkit => 500 * 1024,
        };
        assert!(
            grown <= allowed,
            "the app's memory grew from {bytes} by {grown} bytes"
        );
        if let Some(before) = counted {
            let after = page.footprint()?;
            println!("before {before:?}, after {after:?}, wasm {bytes} bytes");
            // Far below one listener, one widget's nodes or 1 kB for each of the five hundred.
            assert!(
                after.listeners <= before.listeners + 5.0,
                "{before:?} {after:?}"
            );
            assert!(after.nodes <= before.nodes + 100.0, "{before:?} {after:?}");
            assert!(
                after.heap <= before.heap + 500_000.0,
                "{before:?} {after:?}"
            );
        }
        Ok(())
    })
}

#[test]
fn two_loaders_of_the_same_or_of_different_versions_do_no_harm() -> Outcome {
    const COPY: &str = "
        const done = arguments[0];
        fetch('/job-posting.js').then((one) => one.text()).then(done, (error) => done(String(error)))";
    Journey::new().run(|site, page| {
        put_garden(site);
        page.open("/blank.html")?;
        let loader: String = page.script_async(COPY, &[])?;
        // Another version names other files, which this site doesn't have.
        let other = loader.replace("_bg.wasm", "_bg.other.wasm");
        assert_ne!(loader, other);
        for (version, copy) in [("same", loader), ("other", other)] {
            let path = format!("/{version}/job-posting.js");
            site.put(&path, copy);
            let body = format!(
                r#"<script type="module" src="{path}"></script>
                <job-posting src="/garden.json"></job-posting>
                <script type="module" src="{path}?again"></script>
                <job-posting src="/garden.json"></job-posting>"#
            );
            put_page_with(site, "/careers.html", COUNTERS, &body);
            site.forget_requests();
            Planner::open(page, "/careers.html")?;
            assert_eq!(
                page.script::<[usize; 3]>(SHARED, &[])?,
                [FILES, 1, 2],
                "{version}"
            );
            let requests = site.requests();
            let asked = requests
                .iter()
                .filter(|request| request.target.contains(&path));
            assert_eq!(asked.count(), 2, "{requests:?}");
            let fetched = requests
                .iter()
                .filter(|request| request.target.contains(".wasm"));
            assert_eq!(fetched.count(), FILES, "{requests:?}");
        }
        Ok(())
    })
}
