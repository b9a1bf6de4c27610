//! An element whose page changes it: its attributes while it is in the page or out of it, the document
//! it stands in, and what of it is kept.

use browser_tests::{Journey, Outcome, Role};

use crate::hosts::{EXAMPLE, count_events, posting, put_page, put_page_with, warnings};
use crate::planner::{EARLIEST, LATEST, Planner};
use crate::support::{assert_contains, eventually};

/// What is under way in the page has come to its end.
const PAUSE: &str = "const pause = () => new Promise((resolve) => setTimeout(resolve, 100));";

/// Takes the element out and puts it back in several ways, and changes an attribute in between.
const AWAY: [(&str, &str); 4] = [
    (
        "long after",
        "kept.remove(); await pause(); change(); await pause(); put()",
    ),
    ("at once", "kept.remove(); change(); put()"),
    (
        "in the middle of a start",
        "kept.lang = 'fr'; kept.remove(); await pause(); change(); await pause(); put()",
    ),
    (
        "before it starts again",
        "kept.remove(); await pause(); put(); kept.remove(); change(); await pause(); put()",
    ),
];

#[test]
fn an_attribute_changed_out_of_the_page_counts_on_return() -> Outcome {
    Journey::new().run(|site, page| {
        site.put("/other.json", posting("other", "Gardener", &["2099-05-11"]));
        put_page(site, "/careers.html", EXAMPLE);
        for (when, steps) in AWAY {
            for (change, title) in [
                ("kept.setAttribute('src', '/other.json')", "Gardener"),
                (
                    "kept.setAttribute('heading-level', '3')",
                    "E-commerce Strategy Intern, Summer/Fall 2026",
                ),
            ] {
                println!("{when}: {change}");
                let planner = Planner::open(page, "/careers.html")?;
                planner.fill(EARLIEST, "18 May 2026")?;
                let script = format!(
                    "const done = arguments[0];
                    window.kept = widget;
                    const put = () => document.querySelector('main').append(kept);
                    const change = () => {change};
                    {PAUSE}
                    (async () => {{ {steps} }})().then(() => done('done'), (error) => done(String(error)))"
                );
                assert_eq!(page.script_async::<String>(&script, &[])?, "done");
                let planner = Planner::on(page)?;
                page.heading(title)?;
                let kept = if title == "Gardener" { "" } else { "18 May 2026" };
                assert_eq!(planner.field(EARLIEST)?.value()?, kept);
                planner.fill(LATEST, "31 August 2099")?;
                assert_contains(&planner.statement()?, "2099");
            }
        }
        Ok(())
    })
}

#[test]
fn d15_what_is_typed_into_one_posting_answers_no_other() -> Outcome {
    // The language has the widget built anew around what is being typed; then there is another posting.
    const CHANGES: [&str; 2] = [
        "widget.lang = 'en-GB'; widget.setAttribute('src', '/other.json')",
        "widget.lang = 'en-US'; widget.setAttribute('src', first)",
    ];
    Journey::new().run(|site, page| {
        site.put("/other.json", posting("other", "Gardener", &["2099-05-11"]));
        put_page(site, "/careers.html", EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        page.script::<()>("window.first = widget.getAttribute('src')", &[])?;
        planner.field(EARLIEST)?.type_over("18 May 2026")?;
        for (change, kept) in CHANGES.into_iter().zip(["", "18 May 2026"]) {
            let ready = count_events(page, "ready")?;
            page.script::<()>(change, &[])?;
            eventually(page, true, || Ok(count_events(page, "ready")? > ready))?;
            eventually(page, kept.to_owned(), || planner.field(EARLIEST)?.value())?;
            page.settle()?;
            assert_eq!(planner.field(EARLIEST)?.value()?, kept, "{change}");
        }
        Ok(())
    })
}

#[test]
fn what_was_typed_stays_where_nothing_is_stored() -> Outcome {
    const CHANGES: [&str; 4] = [
        "widget.lang = 'en-GB'",
        "widget.setAttribute('heading-level', '3')",
        "widget.setAttribute('src', '/other.json')",
        "widget.setAttribute('src', first)",
    ];
    const REMOVE: &str = "window.kept = widget; widget.remove()";
    Journey::new().run(|site, page| {
        site.header(
            "Content-Security-Policy",
            "sandbox allow-scripts allow-downloads",
        );
        site.header("Access-Control-Allow-Origin", "*");
        site.put("/other.json", posting("other", "Gardener", &["2099-05-11"]));
        put_page(site, "/careers.html", EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        page.script::<()>("window.first = widget.getAttribute('src')", &[])?;
        planner.fill(EARLIEST, "18 May 2026")?;
        planner.add_busy(1, "1 June 2026", "5 June 2026", "Exams")?;
        for (done, change) in CHANGES.into_iter().enumerate() {
            page.script::<()>(change, &[])?;
            eventually(page, done + 2, || count_events(page, "ready"))?;
            let kept = if change.contains("other") {
                ""
            } else {
                "18 May 2026"
            };
            assert_eq!(planner.field(EARLIEST)?.value()?, kept, "{change}");
        }
        page.script::<()>(REMOVE, &[])?;
        page.settle()?;
        page.script::<()>("document.querySelector('main').append(kept)", &[])?;
        eventually(page, CHANGES.len() + 2, || count_events(page, "ready"))?;
        assert_eq!(planner.field(EARLIEST)?.value()?, "18 May 2026");
        assert_eq!(planner.field("What for")?.value()?, "Exams");
        assert_contains(&planner.statement()?, "18 May 2026");
        Ok(())
    })
}

#[test]
fn a_posting_that_was_read_is_not_asked_for_again() -> Outcome {
    const RELATIVE: &str = r#"<job-posting id="widget" src="one.json"></job-posting>"#;
    Journey::new().run(|site, page| {
        site.put(
            "/jobs/one.json",
            posting("one", "Gardener", &["2099-05-11"]),
        );
        put_page(site, "/jobs/careers.html", RELATIVE);
        Planner::open(page, "/jobs/careers.html")?;
        // A router shows another address by now, from which the posting's can't be told.
        page.script::<()>("history.pushState(null, '', '/elsewhere/gardener')", &[])?;
        for (done, change) in ["lang", "as-of", "heading-level"].into_iter().enumerate() {
            page.script::<()>("widget.setAttribute(arguments[0], '2')", &[change.into()])?;
            eventually(page, done + 2, || count_events(page, "ready"))?;
        }
        page.heading("Gardener")?;
        let requests = site.requests();
        let asked = requests
            .iter()
            .filter(|seen| seen.target.ends_with("one.json"));
        assert_eq!(asked.count(), 1, "{requests:?}");
        page.reports().map(drop)?;
        Ok(())
    })
}

#[test]
fn who_types_while_an_attribute_changes_goes_on_typing() -> Outcome {
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        planner.choose_start("May 18")?;
        planner.field(EARLIEST)?.type_text("18 Ma")?;
        page.script::<()>("widget.lang = 'en-GB'", &[])?;
        page.type_text("y 2")?;
        eventually(page, 2, || count_events(page, "ready"))?;
        assert!(planner.is_focused(Role::TextBox, EARLIEST)?);
        page.type_text("026")?;
        assert_eq!(planner.field(EARLIEST)?.value()?, "18 May 2026");
        assert_contains(&planner.below(EARLIEST)?, "Monday");
        assert_contains(&planner.statement()?, "preferred start: 18 May 2026");
        let places = "return [widget.shadowRoot.childElementCount, widget.shadowRoot.querySelectorAll('.prerendered').length]";
        assert_eq!(page.script::<[usize; 2]>(places, &[])?, [1, 0]);
        Ok(())
    })
}

#[test]
fn the_language_around_is_found_through_shadow_roots() -> Outcome {
    const NESTED: &str = "
        const [src] = arguments;
        let place = document.querySelector('#nest');
        for (let depth = 0; depth < 2; depth += 1) {
            const root = place.attachShadow({ mode: 'open' });
            place = root.appendChild(document.createElement('div'));
        }
        place.append(widget);
        window.widget = place.firstChild;
        widget.setAttribute('src', src)";
    Journey::new().run(|site, page| {
        let body = r#"<div id="nest" lang="fr"></div><job-posting id="widget"></job-posting>"#;
        site.put("/one.json", posting("one", "Gardener", &["2099-05-11"]));
        put_page(site, "/careers.html", body);
        page.open("/careers.html")?;
        page.script::<()>(NESTED, &["/one.json".into()])?;
        page.wait_until_script("the widget", "return widget.dataset.state === 'ready'")?;
        assert_contains(&page.text_of_part("cohorts")?, "11 mai");
        // Without a source it was an error first.
        page.reports().map(drop)?;
        Ok(())
    })
}

#[test]
fn a_widget_in_another_document_is_dressed_and_works() -> Outcome {
    const STYLES: &str = "
        const root = kept.shadowRoot;
        const { containerType } = root.ownerDocument.defaultView.getComputedStyle(root.querySelector('.widget') ?? kept);
        return [kept.dataset.state ?? '', String(root.adoptedStyleSheets.length), containerType]";
    const TYPE: &str = "
        const field = kept.shadowRoot.querySelector('#earliest-start');
        field.value = arguments[0];
        field.dispatchEvent(new Event('input', { bubbles: true }));";
    const STATEMENT: &str = "return kept.shadowRoot.querySelector('[part~=statement]').textContent";
    let element = format!(
        "{EXAMPLE}<iframe id='inner' title='Inner' srcdoc='<!doctype html><p>Inner'></iframe>"
    );
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", &element);
        Planner::open(page, "/careers.html")?;
        let state = || page.script::<[String; 3]>(STYLES, &[]);
        page.script::<()>("window.kept = widget", &[])?;
        let dressed = state()?;
        assert_eq!(dressed[..2], ["ready", "1"]);
        for target in [
            "inner.contentDocument.body",
            "document.querySelector('main')",
        ] {
            page.script::<()>(&format!("{target}.append(kept)"), &[])?;
            eventually(page, dressed.clone(), state)?;
            page.script::<()>(TYPE, &["18 May 2026".into()])?;
            eventually(page, true, || {
                Ok(page.script::<String>(STATEMENT, &[])?.contains("May 18"))
            })?;
            page.script::<()>(TYPE, &["25 May 2026".into()])?;
        }
        // One that begins there, as a portal has it.
        page.script::<()>(
            "const made = kept.cloneNode();
            window.kept = made;
            inner.contentDocument.body.append(made)",
            &[],
        )?;
        eventually(page, dressed.clone(), state)?;
        Ok(())
    })
}

#[test]
fn what_fails_at_the_start_is_told() -> Outcome {
    const BREAK: &str = "
        const { set, get } = Object.getOwnPropertyDescriptor(window.ShadowRoot.prototype, 'adoptedStyleSheets')
            ?? Object.getOwnPropertyDescriptor(window.Document.prototype, 'adoptedStyleSheets');
        window.broken = true;
        Object.defineProperty(window.ShadowRoot.prototype, 'adoptedStyleSheets', {
            configurable: true,
            get,
            set(sheets) {
                if (window.broken) throw new Error('no styles here');
                set.call(this, sheets);
            },
        });";
    Journey::new().run(|site, page| {
        put_page_with(site, "/careers.html", BREAK, EXAMPLE);
        page.open("/careers.html")?;
        eventually(page, 1, || count_events(page, "error"))?;
        let state: String = page.script("return widget.dataset.state", &[])?;
        assert_eq!(state, "error");
        let reports = page.reports()?;
        assert!(
            reports
                .iter()
                .any(|one| one.text.contains("no styles here")),
            "{reports:?}"
        );
        page.script::<()>("window.broken = false", &[])?;
        page.button("Try again")?.click()?;
        Planner::on(page)?;
        Ok(())
    })
}

#[test]
fn a_clone_is_a_widget_of_its_own() -> Outcome {
    const REFUSED: &str = "
        window.copy = widget.cloneNode(true);
        copy.id = 'copy';
        try { copy.importDraft('{}'); return 'taken'; }
        catch (error) { return String(error); }";
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        Planner::open(page, "/careers.html")?;
        assert_eq!(
            page.script::<String>(REFUSED, &[])?,
            "Error: job-posting: wait for the event job-posting-ready"
        );
        // Far from the screen it waits, and so has no state.
        let far = "copy.setAttribute('loading', 'lazy');
            copy.style.marginBlockStart = '900vh';
            document.querySelector('main').append(copy);
            return copy.dataset.state ?? ''";
        assert_eq!(page.script::<String>(far, &[])?, "");
        page.script::<()>("copy.scrollIntoView()", &[])?;
        eventually(page, 2, || count_events(page, "ready"))?;
        Ok(())
    })
}

#[test]
fn words_that_mean_nothing_are_named() -> Outcome {
    const ODD: &str = "<job-posting loading='soon' theme='blue' id=";
    Journey::new().run(|site, page| {
        put_page(
            site,
            "/careers.html",
            &EXAMPLE.replace("<job-posting id=", ODD),
        );
        Planner::open(page, "/careers.html")?;
        let told = warnings(page)?.join("\n");
        assert_contains(&told, "loading=\"soon\"");
        assert_contains(&told, "eager is used instead");
        assert_contains(&told, "theme=\"blue\"");
        Ok(())
    })
}
