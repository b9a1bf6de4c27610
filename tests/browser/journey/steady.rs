//! What stays where it is: a press that leaves a field, a reader whose page is taken over, long words
//! on small screens, and words that a translator has put in the place of ours.

use browser_tests::{Journey, Outcome, Page, PageError, Role, Window};
use serde_json::json;

use crate::ahead::{EAGER, INTERACTION, let_come, open_held};
use crate::hosts::{EXAMPLE, put_page};
use crate::planner::{EARLIEST, LATEST, Planner};
use crate::support::{assert_contains, eventually};

#[test]
fn the_press_that_leaves_a_wrong_date_is_a_click() -> Outcome {
    Journey::new().run(|_site, page| {
        let planner = Planner::open(page, "/")?;
        planner.field(LATEST)?.type_text("yesterday")?;
        planner.button("Add days you can’t work")?.click()?;
        planner.by_role(Role::Group, "Busy days 1")?;
        // What is wrong is told all the same.
        eventually(page, true, || planner.is_invalid(LATEST))?;

        planner.field("Month you graduate")?.type_text("soon")?;
        planner.answer("You think logically", "I meet this")?;
        assert!(planner.is_answered("You think logically", "I meet this")?);
        eventually(page, true, || planner.is_invalid("Month you graduate"))?;

        planner.field("What for")?.type_text("Exams")?;
        planner.choose_start("May 18")?;
        assert!(planner.starts()?.iter().any(|start| start.chosen));
        Ok(())
    })
}

#[test]
fn who_types_on_after_a_press_in_vain_is_not_taken_elsewhere() -> Outcome {
    Journey::new().run(|site, page| {
        let wasm = open_held(site, page, EAGER)?;
        for button in ["Add days you can’t work", "Apply not answered yet"] {
            page.button(button)?.click()?;
        }
        page.by_label(LATEST)?.click()?;
        page.type_text("20 Augus")?;
        let planner = let_come(site, page, &wasm)?;
        planner.by_role(Role::Group, "Busy days 1")?;
        page.settle()?;
        page.type_text("t 2026")?;
        assert_eq!(planner.field(LATEST)?.value()?, "20 August 2026");
        Ok(())
    })
}

#[test]
fn a_button_pressed_again_and_again_in_vain_is_meant_once() -> Outcome {
    Journey::new().run(|site, page| {
        let wasm = open_held(site, page, EAGER)?;
        let add = page.button("Add days you can’t work")?;
        for _ in 0..3 {
            add.click()?;
        }
        let planner = let_come(site, page, &wasm)?;
        planner.by_role(Role::Group, "Busy days 1")?;
        page.settle()?;
        assert!(!busy_ranges(page)?.contains(&"Busy days 2".to_owned()));
        Ok(())
    })
}

fn busy_ranges(page: &Page) -> Result<Vec<String>, PageError> {
    let mut names = page.names_of(Role::Group)?;
    names.retain(|name| name.starts_with("Busy days "));
    Ok(names)
}

/// Brings a heading to a place in the window.
const SHOW: &str = "
    const step = [...document.querySelector('job-posting').shadowRoot.querySelectorAll('.step-title')]
        .find((one) => one.textContent.includes(arguments[0]));
    step.scrollIntoView({ behavior: 'instant' });
    scrollBy({ top: -60, behavior: 'instant' })";

const TOP: &str = "
    return Math.round([...document.querySelector('job-posting').shadowRoot.querySelectorAll('.step-title')]
        .find((one) => one.textContent.includes(arguments[0])).getBoundingClientRect().top)";

#[test]
fn what_is_read_stays_in_sight_when_a_stored_draft_comes() -> Outcome {
    const STEP: &str = "Do you meet the requirements?";
    Journey::new().window(Window::PHONE).run(|site, page| {
        let planner = Planner::open(page, EAGER)?;
        planner.state_dates("11 May 2026", "28 August 2026")?;
        planner.add_busy(1, "1 June 2026", "5 June 2026", "Exams")?;
        planner.choose_start("May 11")?;
        planner.choose_start("May 18")?;
        planner.wait_until_saved()?;

        let wasm = open_held(site, page, EAGER)?;
        page.script::<()>(SHOW, &[STEP.into()])?;
        page.settle()?;
        let before: i64 = page.script(TOP, &[STEP.into()])?;
        let_come(site, page, &wasm)?;
        let after: i64 = page.script(TOP, &[STEP.into()])?;
        assert!((before - after).abs() <= 1, "from {before} to {after}");
        Ok(())
    })
}

#[test]
fn what_is_marked_in_the_posting_stays_marked() -> Outcome {
    const MARK: &str = "
        const root = document.querySelector('job-posting').shadowRoot;
        const [first, second] = root.querySelectorAll('.posting li');
        const end = second.firstChild;
        getSelection().setBaseAndExtent(first.firstChild, 4, end, 9);";
    const MARKED: &str = "
        const roots = { shadowRoots: [document.querySelector('job-posting').shadowRoot] };
        const [marked] = getSelection().getComposedRanges(roots);
        const range = document.createRange();
        range.setStart(marked.startContainer, marked.startOffset);
        range.setEnd(marked.endContainer, marked.endOffset);
        return range.toString()";
    Journey::new().run(|site, page| {
        let wasm = open_held(site, page, EAGER)?;
        if !page.script::<bool>("return 'getComposedRanges' in Selection.prototype", &[])? {
            println!("left out: this browser doesn't tell what is marked in a shadow root");
            return Ok(());
        }
        page.script::<()>(MARK, &[])?;
        let before: String = page.script(MARKED, &[])?;
        assert!(before.len() > 20, "{before}");
        let_come(site, page, &wasm)?;
        assert_eq!(page.script::<String>(MARKED, &[])?, before);
        Ok(())
    })
}

const COUNT_READY: &str = "
    window.readied = 0;
    document.addEventListener('job-posting-ready', () => { window.readied += 1 })";

/// Moves the element to the end of the page, out of sight.
const MOVE: &str = "
    const room = document.createElement('div');
    room.style.blockSize = '9000px';
    const place = document.createElement('div');
    document.body.append(room, place);
    place.append(document.querySelector('job-posting'))";

#[test]
fn a_lazy_element_that_is_moved_while_it_loads_is_built_once() -> Outcome {
    expect_built_once("/careers.html")
}

#[test]
fn a_touched_element_that_is_moved_while_it_loads_is_built_once() -> Outcome {
    expect_built_once(INTERACTION)
}

fn expect_built_once(path: &str) -> Outcome {
    Journey::new().run(|site, page| {
        let element = EXAMPLE.replace("id=", "loading=\"lazy\" id=");
        put_page(site, "/careers.html", &element);
        let wasm = open_held(site, page, path)?;
        page.script::<()>(COUNT_READY, &[])?;
        if path == INTERACTION {
            page.by_label(EARLIEST)?.type_text("1 May 2026")?;
        }
        page.wait_until_script(
            "the widget to start",
            "return document.querySelector('job-posting').dataset.state === 'loading'",
        )?;
        page.script::<()>(MOVE, &[])?;
        let planner = let_come(site, page, &wasm)?;
        planner.field(LATEST)?.click()?;
        page.type_text("20 August 2026")?;
        page.settle()?;
        assert_eq!(planner.field(LATEST)?.value()?, "20 August 2026");
        assert_eq!(page.script::<u32>("return readied", &[])?, 1);
        Ok(())
    })
}

/// How far texts and controls reach beyond the window, where nobody can scroll to them.
const BEYOND: &str = "
    const root = document.querySelector('job-posting').shadowRoot;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
        const text = walker.currentNode;
        if (!text.data.trim() || text.parentElement.closest('.unseen, [hidden], style')) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const { right, width } = range.getBoundingClientRect();
        if (width && right > innerWidth + 1) found.push(text.data.slice(0, 40));
    }
    for (const control of root.querySelectorAll('button, input:not([type=date]), a')) {
        const { right, width } = control.getBoundingClientRect();
        if (width && right > innerWidth + 1) found.push(control.id || control.textContent);
    }
    return found";

#[test]
fn words_longer_than_a_phone_is_wide_are_all_there() -> Outcome {
    const LONG: &str = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamte";
    const ADDRESS: &str =
        "https://careers.example.com/programmes/summer-2026/intern/apply-now?lang=en";
    let posting = json!({
        "version": 1, "id": "long", "lang": "en", "title": LONG,
        "organization": { "name": LONG },
        "program": { "weeks": 12, "startDates": ["2026-05-11", "2026-05-18"] },
        "about": [format!("Read more at {ADDRESS} today.")],
        "qualifications": { "minimum": [format!("Experience with {LONG}"), ADDRESS] },
        "application": {
            "url": "https://careers.example.com/apply",
            "limit": { "positions": 2, "scope": format!("Jobs at {LONG}") },
        },
    });
    let element = format!(
        r#"<job-posting as-of="2026-03-02"><script type="application/json">{posting}</script></job-posting>"#
    );
    Journey::new().window(Window::PHONE).run(|site, page| {
        put_page(site, "/careers.html", &element);
        let planner = Planner::open(page, "/careers.html")?;
        planner.fill(EARLIEST, &"days".repeat(20))?;
        planner.choose_start("May 11")?;
        planner.choose_start("May 18")?;
        planner.button("Plan to apply here")?.click()?;
        page.settle()?;
        assert_eq!(page.script::<Vec<String>>(BEYOND, &[])?, [""; 0]);
        Ok(())
    })
}

#[test]
fn text_twice_as_large_fits_a_phone() -> Outcome {
    const OVERLAPPING: &str = "
        const root = document.querySelector('job-posting').shadowRoot;
        const boxes = [...root.querySelectorAll('.jump > span:nth-child(2)')].map((one) => {
            const range = document.createRange();
            range.selectNodeContents(one);
            return range.getBoundingClientRect();
        });
        return boxes.some((one, at) => boxes.slice(at + 1).some((other) =>
            one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom))";
    Journey::new().window(Window::PHONE).run(|site, page| {
        site.put("/large.css", "html { font-size: 200% }");
        let body = format!(r#"<link rel="stylesheet" href="/large.css">{EXAMPLE}"#);
        put_page(site, "/careers.html", &body);
        let planner = Planner::open(page, "/careers.html")?;
        planner.state_dates("18 May 2026", "14 August 2026")?;
        planner.choose_start("May 18")?;
        page.settle()?;
        assert_eq!(page.script::<Vec<String>>(BEYOND, &[])?, [""; 0]);
        assert!(!page.script::<bool>(OVERLAPPING, &[])?);
        Ok(())
    })
}

#[test]
fn words_that_a_translator_has_replaced_follow_the_answers() -> Outcome {
    // As translators do it: every text node gives way to elements of theirs.
    const TRANSLATE: &str = "
        const walker = document.createTreeWalker(
            document.querySelector('job-posting').shadowRoot, NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
        for (const text of texts) {
            const font = document.createElement('font');
            font.append(document.createElement('font'));
            font.firstChild.textContent = text.data;
            text.replaceWith(font);
        }";
    Journey::new().run(|_site, page| {
        let planner = Planner::open(page, "/")?;
        planner.state_dates("18 May 2026", "28 August 2026")?;
        planner.choose_start("May 18")?;
        page.settle()?;
        page.script::<()>(TRANSLATE, &[])?;
        planner.fill(EARLIEST, "25 May 2026")?;
        page.settle()?;
        assert_contains(&planner.statement()?, "May 25");
        assert_contains(&planner.below(EARLIEST)?, "Read as Monday, May 25, 2026");
        let starts = planner.starts()?;
        let start = starts.iter().find(|start| start.chosen);
        let verdict = start
            .map(|start| start.verdict.as_str())
            .unwrap_or_default();
        assert!(!verdict.starts_with("Fits"), "{starts:?}");
        assert_contains(verdict, "Starts 7 days before you are free");
        Ok(())
    })
}

/// Where scrollbars take room, a width that depended on them would have every step laid out twice at each key.
#[test]
fn the_planner_is_as_wide_whether_it_scrolls_or_not() -> Outcome {
    const WIDTH_AND_SCROLLS: &str = "
        const root = document.querySelector('job-posting').shadowRoot;
        const body = root.querySelector('.planner-body');
        return [root.querySelector('[part~=cohorts]').clientWidth, body.scrollHeight > body.clientHeight]";
    Journey::new().run(|_site, page| {
        Planner::open(page, "/")?;
        let (width, scrolls): (u32, bool) = page.script(WIDTH_AND_SCROLLS, &[])?;
        assert!(scrolls);
        page.resize(Window {
            height: 6000,
            ..Window::DESKTOP
        })?;
        assert_eq!(
            page.script::<(u32, bool)>(WIDTH_AND_SCROLLS, &[])?,
            (width, false)
        );
        Ok(())
    })
}
