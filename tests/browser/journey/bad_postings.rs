//! B1: posting files that can't be shown. Each is told with its places, at once for the author and in one
//! sentence for the candidate, and what the page has written inside the element stays.

use browser_tests::{Fault, Journey, Outcome};
use serde_json::{Value, json};

use crate::hosts::{events, posting, put_page};
use crate::support::{assert_contains, plain};

const FALLBACK: &str = "Read this posting elsewhere";

/// What is served, and what the author is told first.
fn cases() -> Vec<(&'static str, Fault, &'static str)> {
    let good = posting("one", "Gardener", &["2099-05-11"]);
    let changed = |pointer: &str, value: Value| {
        let mut changed: Value = serde_json::from_str(&good).unwrap_or_default();
        if let Some(place) = changed.pointer_mut(pointer) {
            *place = value;
        }
        Fault::Body(changed.to_string().into_bytes())
    };
    let body = |text: String| Fault::Body(text.into_bytes());
    let twice = good.replacen('{', "{\"title\":\"Baker\",", 1);
    let cut = good.get(..good.len() / 2).unwrap_or_default();
    let deep = "[".repeat(200_000);
    vec![
        ("not there", Fault::Status(404), "src: "),
        ("refused", Fault::Status(500), "src: "),
        ("no answer", Fault::Drop, "src: "),
        (
            "a page",
            body("<!doctype html><title>Not found</title>".to_owned()),
            "$: ",
        ),
        ("nothing", body(String::new()), "$: "),
        ("cut off", body(cut.to_owned()), "$: "),
        (
            "another type",
            changed("/title", json!(["Gardener"])),
            "$.title: must be text, not a list",
        ),
        (
            "another version",
            changed("/version", json!(2)),
            "$.version: ",
        ),
        ("a key twice", body(twice), "$.title"),
        (
            "too deep",
            body(deep),
            "$: nests lists and objects more than 127 deep",
        ),
        (
            "too long",
            changed("/about", json!(vec!["x"; 5_001])),
            "$.about: has 5001",
        ),
        (
            "too much text",
            changed("/title", json!("x".repeat(2_000_000))),
            "$.title: has 2000000 characters",
        ),
        (
            "no Unicode",
            Fault::Body(vec![0xff, 0xfe, 0x00, 0xd8]),
            "$: ",
        ),
    ]
}

#[test]
fn b1_each_is_told_with_its_place_and_the_pages_own_words_stay() -> Outcome {
    Journey::new().run(|site, page| {
        site.put("/posting.json", "{}");
        let body = format!(
            r#"<job-posting id="widget" src="/posting.json"><p>{FALLBACK}</p></job-posting>"#
        );
        put_page(site, "/careers.html", &body);
        for (name, fault, told) in cases() {
            site.fault("/posting.json", fault);
            page.open("/careers.html")?;
            page.wait_until_script(name, "return widget.dataset.state === 'error'")?;
            let last = events(page)?.pop().ok_or(std::fmt::Error)?;
            let problems = last.detail.get("problems").and_then(Value::as_array);
            let first = problems
                .and_then(|problems| problems.first())
                .and_then(Value::as_str);
            let first = first.unwrap_or_default();
            assert!(first.starts_with(told), "{name}: {first}");
            let shown: String = page.script("return widget.innerText", &[])?;
            assert_contains(&plain(&shown), FALLBACK);
            page.button("Try again")?;
            assert!(
                !page.reports()?.is_empty(),
                "{name}: nothing is on the console"
            );
        }
        site.fault(
            "/posting.json",
            Fault::Body(posting("one", "Gardener", &["2099-05-11"]).into_bytes()),
        );
        page.button("Try again")?.click()?;
        page.heading("Gardener")?;
        page.reports()?;
        Ok(())
    })
}
