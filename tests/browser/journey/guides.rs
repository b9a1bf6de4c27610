//! The examples of our pages, pasted into a careers page as they stand there; only the addresses of
//! folders and other hosts become those of this test.

use browser_tests::{Journey, Outcome, Page, Site};

use crate::hosts::{EXAMPLE, count_events, posting, put_page};
use crate::planner::Planner;
use crate::support::eventually;

const README: &str = include_str!("../../../README.md");
const EMBEDDING: &str = include_str!("../../../docs/embedding.md");
const HOSTING: &str = include_str!("../../../docs/hosting.md");
const POLICY: &str = include_str!("../../../docs/csp.md");
const FRAME: &str = include_str!("../../../docs/frame.md");
const THEMING: &str = include_str!("../../../docs/theming.md");

/// The blocks of a page in one language.
fn blocks<'a>(page: &'a str, language: &str) -> Vec<&'a str> {
    let opening = format!("```{language}\n");
    let parts = page.split(opening.as_str()).skip(1);
    parts
        .filter_map(|part| Some(part.split_once("```")?.0))
        .collect()
}

/// An example with addresses of this site, and the posting they lead to.
fn here(site: &Site, block: &str) -> String {
    let intern = posting("summer-intern", "Summer intern", &["2099-05-11"]);
    site.put("/postings/summer-intern.json", intern.clone());
    let mut block = block.replace("{ \"version\": 1, … }", &intern);
    for folder in [
        "https://cdn.example/jobs/",
        "https://jobs.example/",
        "\"/jobs/",
    ] {
        let here = if folder.starts_with('"') { "\"/" } else { "/" };
        block = block.replace(folder, here);
    }
    block
}

#[test]
fn what_our_pages_say_to_paste_becomes_a_widget() -> Outcome {
    Journey::new().run(|site, page| {
        let mut pasted = 0;
        for guide in [README, EMBEDDING, HOSTING, POLICY] {
            let blocks = blocks(guide, "html");
            // A template in a page is only outlined there; prerendered pages have tests of their own.
            let whole =
                |block: &&&str| block.contains("<job-posting") && !block.contains("<template");
            for block in blocks.iter().filter(whole) {
                put_page(site, "/guide.html", &here(site, block));
                Planner::open(page, "/guide.html")?;
                assert_eq!(count_events(page, "ready")?, 1, "{block}");
                pasted += 1;
            }
        }
        assert!(pasted >= 5, "only {pasted} examples were found");
        Ok(())
    })
}

#[test]
fn the_frame_of_our_page_shows_its_posting() -> Outcome {
    Journey::new().run(|site, page| {
        let blocks = blocks(FRAME, "html");
        let block = blocks
            .iter()
            .find(|block| block.contains("<job-posting-frame"));
        let block = here(site, block.expect("an example of a frame"));
        assert!(block.contains("src=\"/embed.html\""), "{block}");
        put_page(site, "/guide.html", &block);
        page.open("/guide.html")?;
        eventually(page, 1, || count_events(page, "ready"))
    })
}

#[test]
fn the_styles_of_our_page_take_effect() -> Outcome {
    Journey::new().run(|site, page| {
        let sheet = blocks(THEMING, "css").join("\n");
        site.put("/guide.css", sheet);
        let body = format!("<link rel=\"stylesheet\" href=\"/guide.css\">{EXAMPLE}");
        put_page(site, "/guide.html", &body);
        Planner::open(page, "/guide.html")?;
        assert_eq!(style(page, "apply", "backgroundColor")?, "rgb(140, 27, 27)");
        assert_eq!(style(page, "apply", "borderTopLeftRadius")?, "0px");
        assert_eq!(style(page, "title", "fontWeight")?, "400");
        assert!(style(page, "title", "fontFamily")?.starts_with("Georgia"));
        Ok(())
    })
}

/// A computed style of a part.
fn style(page: &Page, part: &str, property: &str) -> Outcome<String> {
    const STYLE: &str = "
        const [part, property] = arguments;
        const { shadowRoot } = document.querySelector('job-posting');
        return getComputedStyle(shadowRoot.querySelector(`[part~=${part}]`))[property]";
    Ok(page.script(STYLE, &[part.into(), property.into()])?)
}
