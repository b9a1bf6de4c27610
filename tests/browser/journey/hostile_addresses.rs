//! S2 and S11: hostile addresses in postings, and hostile words in the page's own address.

use browser_tests::{Journey, Outcome};
use serde::Deserialize;
use serde_json::Value;

use crate::hostile::{OBSERVER, expect_nothing_seen, posting_with};
use crate::hosts::{EXAMPLE, put_page, put_page_with};
use crate::planner::Planner;
use crate::support::assert_contains;

const ADDRESSES: &str = include_str!("../../fixtures/hostile/addresses.json");

#[derive(Deserialize)]
struct Address {
    address: String,
}

/// S2: an address that is refused is told with its place, as a text.
#[test]
fn s2_no_hostile_address_becomes_a_link() -> Outcome {
    const LINKS: &str = "const root = widget.shadowRoot;
        return [root.querySelectorAll('a[href], [src], form').length, root.textContent]";
    let addresses: Vec<Address> = serde_json::from_str(ADDRESSES)?;
    let mut posting: Value = serde_json::from_str(&posting_with("harmless")?)?;
    let links: Vec<Value> = addresses
        .iter()
        .map(|one| serde_json::json!([{ "text": "here", "href": one.address }]))
        .collect();
    let count = links.len();
    posting["about"] = links.into();
    Journey::new().run(|site, page| {
        site.put("/of-ours.json", posting.to_string());
        let element = r#"<job-posting id="widget" src="/of-ours.json"></job-posting>"#;
        put_page_with(site, "/careers.html", OBSERVER, element);
        page.open("/careers.html")?;
        page.wait_until_script("the error", "return widget.dataset.state === 'error'")?;
        let (links, text): (usize, String) = page.script(LINKS, &[])?;
        assert_eq!(links, 0);
        for index in 0..count {
            assert_contains(&text, &format!("$.about[{index}][0].href"));
        }
        page.reports()?;
        expect_nothing_seen(site, page, "addresses")
    })
}

/// S11: nothing in the page's own address chooses a posting or puts in a word.
#[test]
fn s11_the_pages_address_chooses_nothing() -> Outcome {
    const HOSTILE: &str = "src=/other.json&posting=/other.json&lang=de&theme=dark&as-of=2020-01-01\
        &title=%3Cimg%20src=/hostile%20onerror=hostile()%3E&earliest-start=1%20May%202026";
    const LOOK: &str = "return [widget.shadowRoot.textContent, widget.getAttribute('src'), deep(widget.shadowRoot)]";
    Journey::new().run(|site, page| {
        put_page_with(site, "/careers.html", OBSERVER, EXAMPLE);
        put_page(site, "/blank.html", "");
        let mut looks = Vec::new();
        for address in [String::new(), format!("?{HOSTILE}#{HOSTILE}")] {
            // A new document, not a jump within the same one.
            page.open("/blank.html")?;
            Planner::open(page, &format!("/careers.html{address}"))?;
            looks.push(page.script::<Value>(LOOK, &[])?);
            let asked = site.requests();
            assert!(
                !asked
                    .iter()
                    .any(|request| request.target.starts_with("/other")),
                "{asked:?}"
            );
            assert_eq!(page.script::<Vec<String>>("return seen", &[])?, [""; 0]);
        }
        assert_eq!(looks[0], looks[1]);
        Ok(())
    })
}
