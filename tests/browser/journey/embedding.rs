//! Ways to embed the element: a posting inside the page, loading when it comes near, attributes
//! that change, a theme.

use browser_tests::{Journey, Media, Outcome};

use crate::hosts::{EXAMPLE, count_events, posting, put_page};
use crate::planner::{EARLIEST, Planner};
use crate::support::{assert_contains, eventually, plain};

#[test]
fn a_posting_inside_the_page_needs_no_request() -> Outcome {
    Journey::new().run(|site, page| {
        let json = posting("one", "Gardener <b>& more</b>", &["2099-05-11"]);
        let body = format!(
            r#"<job-posting id="widget"><script type="application/json">{json}</script></job-posting>"#
        );
        put_page(site, "/careers.html", &body);
        let planner = Planner::open(page, "/careers.html")?;
        // Text stays text, whatever it looks like.
        page.heading("Gardener <b>& more</b>")?;
        planner.fill(EARLIEST, "1 May 2099")?;
        assert_contains(&planner.statement()?, "May 1, 2099");
        let requests = site.requests();
        let asked = requests.iter().filter(|request| request.target.ends_with(".json"));
        assert_eq!(asked.count(), 0, "{requests:?}");
        Ok(())
    })
}

#[test]
fn a_lazy_widget_loads_when_it_comes_near() -> Outcome {
    const FAR: &str = r#"<div style="block-size: 500vh">Far to go</div><job-posting id="widget"
        loading="lazy" src="/postings/ordinary-job.json"></job-posting>"#;
    // Two frames after the load event every observer has had its first say.
    const SETTLED: &str = "
        const done = arguments[0];
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));";
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", FAR);
        page.open("/careers.html")?;
        page.wait_until_script(
            "the element",
            "return Boolean(customElements.get('job-posting'))",
        )?;
        page.script_async::<()>(SETTLED, &[])?;
        let asked = |ending: &str| {
            site.requests()
                .iter()
                .any(|request| request.target.ends_with(ending))
        };
        assert!(!asked(".json") && !asked(".wasm"), "{:?}", site.requests());
        page.script::<()>("widget.scrollIntoView()", &[])?;
        Planner::on(page)?;
        assert!(asked(".json") && asked(".wasm"));
        Ok(())
    })
}

#[test]
fn attributes_that_change_take_effect_and_keep_the_draft() -> Outcome {
    Journey::new().run(|site, page| {
        site.put("/other.json", posting("other", "Gardener", &["2099-05-11"]));
        put_page(site, "/careers.html", EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        planner.fill(EARLIEST, "18 May 2026")?;
        page.script::<()>("widget.setAttribute('as-of', '2026-05-20')", &[])?;
        eventually(page, 2, || count_events(page, "ready"))?;
        assert_contains(&plain(&page.text_of_part("preview")?), "May 20, 2026");
        assert_eq!(planner.field(EARLIEST)?.value()?, "18 May 2026");
        let first = planner
            .starts()?
            .into_iter()
            .next()
            .map(|start| start.verdict);
        assert_contains(&first.unwrap_or_default(), "Started 9 days ago");

        page.script::<()>("widget.setAttribute('src', '/other.json')", &[])?;
        eventually(page, 3, || count_events(page, "ready"))?;
        page.heading("Gardener")?;
        assert_eq!(planner.field(EARLIEST)?.value()?, "");
        Ok(())
    })
}

/// How light the text of an element is, from 0 to 255.
const LIGHTNESS: &str = "
    const canvas = document.createElement('canvas').getContext('2d');
    canvas.fillStyle = getComputedStyle(arguments[0]).color;
    canvas.fillRect(0, 0, 1, 1);
    return Math.max(...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3))";

#[test]
fn a_theme_changes_at_once_and_builds_nothing_anew() -> Outcome {
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        planner.field(EARLIEST)?.type_over("18 May 2026")?;
        let is_light = |element: &str| {
            let light = page.part(element)?.script::<u8>(LIGHTNESS)?;
            Ok::<_, browser_tests::PageError>(light > 127)
        };
        let page_is_dark = is_light("title")?;
        for (theme, expected) in [("dark", true), ("light", false), ("auto", page_is_dark)] {
            let set = format!("widget.setAttribute('theme', '{theme}')");
            page.script::<()>(&set, &[])?;
            assert_eq!(is_light("title")?, expected, "{theme}");
        }
        assert!(planner.field(EARLIEST)?.is_focused()?);
        assert_eq!(count_events(page, "ready")?, 1);
        Ok(())
    })
}

#[test]
fn the_scheme_of_page_and_reader_is_followed_live() -> Outcome {
    Journey::new().run(|site, page| {
        put_page(site, "/careers.html", EXAMPLE);
        Planner::open(page, "/careers.html")?;
        let accent = "return getComputedStyle(arguments[0].querySelector('input')).accentColor";
        let colours = || {
            let text = page.part("title")?.script::<u8>(LIGHTNESS)?;
            let button = page.part("cohorts")?.script::<String>(accent)?;
            Ok::<_, browser_tests::PageError>((text > 127, button))
        };
        // The page says which schemes it knows; a script may settle for one at any time.
        let mut seen = Vec::new();
        for scheme in ["light", "dark"] {
            let set = format!("document.documentElement.style.colorScheme = '{scheme}'");
            page.script::<()>(&set, &[])?;
            seen.push(colours()?);
        }
        let [light, dark] = seen.as_slice() else {
            panic!("two schemes");
        };
        assert!(!light.0 && dark.0 && light.1 != dark.1, "{seen:?}");
        page.script::<()>("document.documentElement.style.colorScheme = ''", &[])?;
        for (scheme, expected) in [(Media::Light, light), (Media::Dark, dark)] {
            if crate::support::if_able(page.emulate(&[scheme]))?.is_some() {
                assert_eq!(&colours()?, expected);
            }
        }
        assert_eq!(count_events(page, "ready")?, 1);
        Ok(())
    })
}

#[test]
fn a_theme_holds_against_the_readers_preference() -> Outcome {
    Journey::new().run(|site, page| {
        let themed = |theme: &str| EXAMPLE.replace("id=", &format!("theme='{theme}' id="));
        let mut lightness = Vec::new();
        for theme in ["light", "dark"] {
            put_page(site, "/careers.html", &themed(theme));
            Planner::open(page, "/careers.html")?;
            lightness.push(page.part("title")?.script::<u8>(LIGHTNESS)?);
        }
        let [light, dark] = lightness.as_slice() else {
            panic!("two themes");
        };
        assert!(
            *light < 100 && *dark > 155,
            "text is as light as {light} and {dark} of 255"
        );
        Ok(())
    })
}
