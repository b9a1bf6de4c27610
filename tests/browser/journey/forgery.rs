//! Messages that a stranger sends to the frame, or to the page around it: ignored and not answered.

use browser_tests::{Journey, Outcome, Page, Site};
use serde_json::{Value, json};

use crate::frame::{
    Message, RECORDER, TITLE, expect_fallback, frame_height, open, put_frame_page, put_host_page,
};
use crate::planner::{EARLIEST, Planner};

/// What a stranger would tell the page around the frame.
fn forged_height() -> Value {
    json!({ "type": "job-posting-frame", "height": 12_345, "event": "apply" })
}

/// What a stranger would tell the frame.
fn forged_settings() -> Value {
    json!({
        "type": "job-posting-frame", "theme": "dark", "lang": "de", "src": "/other.json",
        "prefill": { "earliest-start": "1 April 2026" },
    })
}

/// Serves a page that posts `message` to the window that `target`, a script, gives.
fn put_stranger(site: &Site, path: &str, target: &str, message: &Value) {
    let script = format!("{path}.js");
    site.put(
        &script,
        format!(
            "{RECORDER}\naddEventListener('load', () => ({target}).postMessage({message}, '*'));"
        ),
    );
    let page = format!("<!doctype html><title>Stranger</title><script src='{script}'></script>");
    site.put(path, page);
}

/// Waits until the window has heard a message from this origin that says what was forged.
fn wait_for_forgery(page: &Page, origin: &str, forged: &Value) -> Outcome {
    Ok(page.wait_until("the forged message", || {
        // A frame may still be on its way to the page that records.
        let heard: Vec<Message> = page.script("return window.heard ?? []", &[])?;
        Ok(heard
            .iter()
            .any(|message| message.origin == origin && &message.data == forged))
    })?)
}

/// That the page around has believed nothing.
fn expect_unmoved(page: &Page, height: u32) -> Outcome {
    page.settle()?;
    assert_eq!(frame_height(page)?, height);
    let told: Vec<(String, String)> = page.script("return told", &[])?;
    assert!(!told.iter().any(|(name, _)| name == "apply"), "{told:?}");
    Ok(())
}

const ADD_FRAME: &str = "
    const frame = document.createElement('iframe');
    if (arguments[1]) frame.setAttribute('sandbox', arguments[1]);
    frame.src = arguments[0];
    frame.title = 'Stranger';
    document.body.append(frame);";

#[test]
fn s3_the_page_believes_no_other_window_than_its_frame() -> Outcome {
    Journey::new().run(|site, page| {
        put_frame_page(site, &site.origin())?;
        put_host_page(site, "");
        put_stranger(site, "/stranger.html", "parent", &forged_height());
        open(page)?;
        let height = frame_height(page)?;

        // The page's own window, which has the page's origin.
        page.script::<()>("postMessage(arguments[0], '*')", &[forged_height()])?;
        wait_for_forgery(page, &site.origin(), &forged_height())?;
        expect_unmoved(page, height)?;

        // Another frame, of the same origin as the right one.
        let stranger = format!("{}/stranger.html", site.other_origin());
        page.script::<()>(ADD_FRAME, &[json!(stranger)])?;
        wait_for_forgery(page, &site.other_origin(), &forged_height())?;
        expect_unmoved(page, height)?;

        // A frame without an origin of its own.
        page.script::<()>(ADD_FRAME, &[json!(stranger), json!("allow-scripts")])?;
        wait_for_forgery(page, "null", &forged_height())?;
        expect_unmoved(page, height)
    })
}

#[test]
fn s3_the_page_believes_its_frame_no_more_once_it_shows_another_origin() -> Outcome {
    const LEAVE: &str = "document.querySelector('job-posting-frame').shadowRoot
        .querySelector('iframe').src = arguments[0]";
    Journey::new().run(|site, page| {
        put_frame_page(site, &site.origin())?;
        put_host_page(site, "");
        put_stranger(site, "/stranger.html", "parent", &forged_height());
        open(page)?;
        let height = frame_height(page)?;
        let stranger = format!("{}/stranger.html", site.origin());
        page.script::<()>(LEAVE, &[json!(stranger)])?;
        wait_for_forgery(page, &site.origin(), &forged_height())?;
        expect_unmoved(page, height)?;
        // The greeting was meant for the right origin, so the stranger has not heard it.
        page.in_frame(TITLE, || {
            let heard: Vec<Message> = page.script("return heard", &[])?;
            assert_eq!(heard, []);
            Ok(())
        })?;
        // The browser may say that a message was not delivered.
        page.reports()?;
        Ok(())
    })
}

/// That the frame has believed nothing: it looks as its own file says.
fn expect_unchanged(page: &Page) -> Outcome {
    let look: [Value; 3] = page.script(
        "const page = document.documentElement;
        return [page.lang, page.style.colorScheme, page.dataset.framed ?? null]",
        &[],
    )?;
    assert_eq!(look, [json!("en"), json!(""), Value::Null]);
    // Before it has spoken the frame is hidden, and nothing in it can be found as a reader finds it.
    Planner::on(page)?;
    let draft: String = page.script(
        "return document.querySelector('job-posting').exportDraft()",
        &[],
    )?;
    assert!(!draft.contains("earliest-start"), "{draft}");
    Ok(())
}

#[test]
fn s3_the_frame_answers_no_page_that_it_does_not_name() -> Outcome {
    Journey::new().run(|site, page| {
        put_frame_page(site, "https://careers.example")?;
        put_host_page(site, "theme='dark' lang='de'");
        page.open("/careers.html")?;
        page.in_frame(TITLE, || {
            Planner::on(page)?;
            Ok(page.wait_until_script("the greeting", "return heard.length > 0")?)
        })?;
        // A hidden frame is not drawn, so only the page around it can be waited for.
        expect_fallback(page)?;
        page.in_frame(TITLE, || expect_unchanged(page))?;
        let heard: Vec<Message> = page.script("return heard", &[])?;
        assert_eq!(heard, []);
        Ok(())
    })
}

#[test]
fn s3_the_frame_answers_no_page_without_an_origin() -> Outcome {
    Journey::new().run(|site, page| {
        // Even a frame that lets every page talk to it.
        put_frame_page(site, "*")?;
        // Nothing in a sandbox has an origin, so what it loads has to be shared with all.
        site.header("Access-Control-Allow-Origin", "*");
        put_stranger(site, "/outer.html", "frames[0]", &forged_settings());
        let outer = String::from_utf8(site.content("/outer.html").unwrap_or_default())?;
        let frame = format!("<iframe title='{TITLE}' src='/embed.html'></iframe>");
        site.put("/outer.html", format!("{outer}{frame}"));
        site.put("/blank.html", "<!doctype html><title>Blank</title><body>");
        page.open("/blank.html")?;
        page.script::<()>(ADD_FRAME, &[json!("/outer.html"), json!("allow-scripts")])?;
        page.in_frame("Stranger", || {
            page.in_frame(TITLE, || {
                wait_for_forgery(page, "null", &forged_settings())?;
                page.settle()?;
                expect_unchanged(page)
            })?;
            let heard: Vec<Message> = page.script("return heard", &[])?;
            assert_eq!(heard, []);
            Ok(())
        })
    })
}

#[test]
fn s3_the_frame_believes_no_window_but_the_one_around_it() -> Outcome {
    const FRAME: &str = "parent.document.querySelector('job-posting-frame').shadowRoot.querySelector('iframe').contentWindow";
    Journey::new().run(|site, page| {
        put_frame_page(site, &site.origin())?;
        put_host_page(site, "");
        put_stranger(site, "/stranger.html", FRAME, &forged_settings());
        open(page)?;
        let height = frame_height(page)?;
        // A sibling of an origin that may talk to the frame, but is not the page around it.
        page.script::<()>(
            ADD_FRAME,
            &[json!(format!("{}/stranger.html", site.origin()))],
        )?;
        page.in_frame(TITLE, || {
            wait_for_forgery(page, &site.origin(), &forged_settings())?;
            page.settle()?;
            let lang: String = page.script("return document.documentElement.lang", &[])?;
            assert_eq!(lang, "en-US");
            assert_eq!(Planner::on(page)?.field(EARLIEST)?.value()?, "");
            Ok(())
        })?;
        assert_eq!(frame_height(page)?, height);
        page.in_frame("Stranger", || {
            let heard: Vec<Message> = page.script("return heard", &[])?;
            assert_eq!(heard, []);
            Ok(())
        })?;

        // The frame's own window, where it stands in no frame at all.
        page.open(&format!("{}/embed.html", site.origin()))?;
        Planner::on(page)?;
        page.script::<()>("postMessage(arguments[0], '*')", &[forged_settings()])?;
        wait_for_forgery(page, &site.origin(), &forged_settings())?;
        page.settle()?;
        expect_unchanged(page)
    })
}
