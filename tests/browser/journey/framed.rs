//! The frame and the page around it: its place, what is in reach before it has spoken, and a page that
//! changes its mind about source, looks, language and prefill.

use browser_tests::{Journey, Outcome, Page, Site};

use crate::frame::{
    RECORDER, TITLE, expect_fallback, frame_height, open, put_frame_page, put_host_page,
};
use crate::planner::{EARLIEST, Planner};
use crate::support::eventually;

const FRAME: &str = "document.querySelector('job-posting-frame')";

/// Serves a careers page of our own with `body`, in which `{src}` is the frame's address.
fn put_page(site: &Site, styles: &str, body: &str) -> Outcome {
    put_frame_page(site, &site.origin())?;
    site.put("/recorder.js", RECORDER);
    let src = format!("{}/embed.html", site.other_origin());
    let page = format!(
        r#"<!doctype html><html lang="en-US"><head><meta charset="utf-8"><title>Careers</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <style>{styles}</style>
        <script src="/recorder.js"></script>
        <script type="module" src="/job-posting-frame.js"></script></head>
        <body><main><h1>Careers</h1>{}</main></body></html>"#,
        body.replace("{src}", &src)
    );
    site.put("/careers.html", page);
    Ok(())
}

/// Waits for the language and colour scheme of the page in the frame.
fn expect_looks(page: &Page, lang: &str, scheme: &str) -> Outcome {
    // Nothing is there while the frame's page comes in, and Firefox answers nothing while it goes.
    const LOOKS: &str = "
        const page = document.documentElement;
        return page && [page.lang, page.style.colorScheme]";
    page.in_frame(TITLE, || {
        let expected = Some([lang, scheme].map(str::to_owned));
        eventually(page, expected, || page.script(LOOKS, &[]))
    })
}

#[test]
fn the_frame_takes_the_width_of_its_place() -> Outcome {
    const PLACES: [&str; 3] = [
        "display: flex",
        "display: flex; flex-direction: column; align-items: center",
        "display: grid; justify-items: start",
    ];
    const WIDTHS: &str = "
        const frame = document.querySelector('job-posting-frame');
        return [frame, frame.parentElement].map((one) => Math.round(one.getBoundingClientRect().width))";
    Journey::new().run(|site, page| {
        for place in PLACES {
            let body = format!(
                r#"<section style="{place}"><job-posting-frame title="{TITLE}" src="{{src}}"></job-posting-frame></section>"#
            );
            put_page(site, "", &body)?;
            open(page)?;
            let [frame, around]: [u32; 2] = page.script(WIDTHS, &[])?;
            assert_eq!(frame, around, "{place}");
        }
        Ok(())
    })
}

#[test]
fn a_frame_that_has_not_spoken_is_out_of_reach() -> Outcome {
    const VISIBILITY: &str = "
        const frame = document.querySelector('job-posting-frame').shadowRoot.querySelector('iframe');
        return getComputedStyle(frame).visibility";
    Journey::new().run(|site, page| {
        put_host_page(site, "");
        // Its page names nobody as host.
        page.open("/careers.html")?;
        page.in_frame(TITLE, || Ok(Planner::on(page).map(drop)?))?;
        expect_fallback(page)?;
        assert_eq!(page.script::<String>(VISIBILITY, &[])?, "hidden");
        page.reports().map(drop)?;
        put_frame_page(site, &site.origin())?;
        open(page)?;
        assert_eq!(page.script::<String>(VISIBILITY, &[])?, "visible");
        Ok(())
    })
}

#[test]
fn the_frame_may_print() -> Outcome {
    const ALLOWED: &str = "
        const frame = document.querySelector('job-posting-frame').shadowRoot.querySelector('iframe');
        return frame.sandbox.contains('allow-modals')";
    Journey::new().run(|site, page| {
        put_frame_page(site, &site.origin())?;
        put_host_page(site, "");
        open(page)?;
        assert!(page.script::<bool>(ALLOWED, &[])?);
        Ok(())
    })
}

#[test]
fn the_frame_follows_the_pages_own_switches() -> Outcome {
    const STYLES: &str = "html { color-scheme: light } html.dark { color-scheme: dark }";
    Journey::new().run(|site, page| {
        let body =
            format!(r#"<job-posting-frame title="{TITLE}" src="{{src}}"></job-posting-frame>"#);
        put_page(site, STYLES, &body)?;
        open(page)?;
        expect_looks(page, "en-US", "light")?;
        page.script::<()>("document.documentElement.className = 'dark'", &[])?;
        expect_looks(page, "en-US", "dark")?;
        page.script::<()>("document.documentElement.lang = 'de'", &[])?;
        expect_looks(page, "de", "dark")?;
        page.script::<()>("document.documentElement.className = ''", &[])?;
        expect_looks(page, "de", "light")
    })
}

#[test]
fn the_frame_takes_no_paper_of_its_own() -> Outcome {
    const PADDING: &str = "
        const widget = document.querySelector('job-posting').shadowRoot.querySelector('.widget');
        const { paddingInlineStart, backgroundColor } = getComputedStyle(widget);
        return [paddingInlineStart, backgroundColor]";
    Journey::new().run(|site, page| {
        let body =
            format!(r#"<job-posting-frame title="{TITLE}" src="{{src}}"></job-posting-frame>"#);
        put_page(site, "", &body)?;
        open(page)?;
        expect_looks(page, "en-US", "light")?;
        page.in_frame(TITLE, || {
            let [padding, paper]: [String; 2] = page.script(PADDING, &[])?;
            assert_eq!(
                [padding.as_str(), paper.as_str()],
                ["0px", "rgba(0, 0, 0, 0)"]
            );
            Ok(())
        })
    })
}

#[test]
fn the_language_around_the_frame_is_found_through_shadow_roots() -> Outcome {
    const NEST: &str = "
        const root = document.querySelector('#nest').attachShadow({ mode: 'open' });
        root.append(document.querySelector('job-posting-frame'))";
    Journey::new().run(|site, page| {
        let body = format!(
            r#"<div id="nest" lang="fr"></div><job-posting-frame title="{TITLE}" src="{{src}}"></job-posting-frame>"#
        );
        put_page(site, "", &body)?;
        open(page)?;
        page.script::<()>(NEST, &[])?;
        expect_looks(page, "fr", "light")
    })
}

#[test]
fn attributes_set_after_the_source_are_no_error() -> Outcome {
    const ADD: &str = "
        const frame = document.createElement('job-posting-frame');
        frame.title = arguments[0];
        frame.setAttribute('src', arguments[1]);
        document.querySelector('main').append(frame);
        window.greeted = 0;
        frame.shadowRoot.querySelector('iframe').contentWindow.postMessage = () => { greeted += 1 };
        frame.setAttribute('lang', 'de');
        frame.setAttribute('theme', 'dark');
        frame.setAttribute('prefill', JSON.stringify({ 'earliest-start': '18 May 2026' }));
        return greeted";
    Journey::new().run(|site, page| {
        put_page(site, "", "")?;
        page.open("/careers.html")?;
        let known = "return Boolean(customElements.get('job-posting-frame'))";
        page.wait_until_script("the element", known)?;
        let src = format!("{}/embed.html", site.other_origin());
        let early: usize = page.script(ADD, &[TITLE.into(), src.into()])?;
        assert_eq!(early, 0, "told to the empty page that was there first");
        expect_looks(page, "de", "dark")?;
        page.wait_until("the frame's height", || Ok(frame_height(page)? > 0))?;
        assert_eq!(page.reports()?, []);
        Ok(())
    })
}

#[test]
fn a_source_that_never_speaks_gives_way_to_the_fallback() -> Outcome {
    Journey::new().run(|site, page| {
        site.put(
            "/silent.html",
            "<!doctype html><title>Silent</title><p>Nothing to say",
        );
        put_frame_page(site, &site.origin())?;
        put_host_page(site, "");
        open(page)?;
        let first: String = page.script(&format!("return {FRAME}.getAttribute('src')"), &[])?;
        let set = format!("{FRAME}.setAttribute('src', arguments[0])");
        for silent in ["/silent.html", "javascript:alert(1)"] {
            page.script::<()>(&set, &[silent.into()])?;
            expect_fallback(page)?;
            page.reports().map(drop)?;
            page.script::<()>("told.length = 0", &[])?;
            page.script::<()>(&set, &[first.clone().into()])?;
            page.wait_until("the frame", || Ok(frame_height(page)? > 0))?;
        }
        Ok(())
    })
}

#[test]
fn the_page_may_prefill_until_the_candidate_has_typed() -> Outcome {
    const SET: &str = "
        document.querySelector('job-posting-frame')
            .setAttribute('prefill', JSON.stringify({ 'earliest-start': arguments[0] }))";
    Journey::new().run(|site, page| {
        put_frame_page(site, &site.origin())?;
        put_host_page(site, "");
        open(page)?;
        let expect = |text: &str| {
            page.in_frame(TITLE, || {
                eventually(page, text.to_owned(), || {
                    Planner::on(page)?.field(EARLIEST)?.value()
                })
            })
        };
        for text in ["18 May 2026", "25 May 2026"] {
            page.script::<()>(SET, &[text.into()])?;
            expect(text)?;
        }
        page.in_frame(TITLE, || {
            let planner = Planner::on(page)?;
            planner.fill(EARLIEST, "1 June 2026")?;
            Ok(planner.wait_until_saved()?)
        })?;
        page.script::<()>(SET, &["8 June 2026".into()])?;
        page.settle()?;
        expect("1 June 2026")
    })
}

/// Firefox forgets the second of two addresses that one frame is given within some ten milliseconds.
#[test]
fn an_address_set_right_after_another_is_the_one_that_comes() -> Outcome {
    const LOST: &str = "
        const [first, done] = arguments;
        const host = document.querySelector('job-posting-frame');
        const steps = history.length;
        const sleep = (time) => new Promise((wake) => setTimeout(wake, time));
        (async () => {
            const lost = [];
            for (let pause = 0; pause < 24; pause += 2) {
                host.setAttribute('src', ['/silent.html', 'javascript:alert(1)'][(pause / 2) % 2]);
                await sleep(pause);
                host.setAttribute('src', first);
                const isThere = () => host.shadowRoot.querySelector('iframe').clientHeight > 0;
                for (let look = 0; look < 300 && !isThere(); look += 1) await sleep(20);
                if (!isThere()) lost.push(pause);
            }
            return [lost, history.length - steps];
        })().then(done)";
    Journey::new().run(|site, page| {
        site.put("/silent.html", "<!doctype html><title>Silent</title>");
        put_frame_page(site, &site.origin())?;
        put_host_page(site, "");
        open(page)?;
        let first: String = page.script(&format!("return {FRAME}.getAttribute('src')"), &[])?;
        let lost: (Vec<u32>, u32) = page.script_async(LOST, &[first.into()])?;
        assert_eq!(
            lost,
            (Vec::new(), 0),
            "pauses in ms, and steps for the button Back"
        );
        page.reports().map(drop)?;
        Ok(())
    })
}
