//! The pages that show the widget off: the gallery of its states, and the five example hosts, in
//! which it has to look as if it had always been there. Their pictures are kept to be looked at.

use browser_tests::{Journey, Media, Outcome, Page, Window};

use crate::planner::Planner;
use crate::policy::{assert_no_refusal, be_strict};
use crate::support::if_able;

/// The states in the order of the gallery, and what the element says of itself in each.
const STATES: [(&str, &str); 9] = [
    ("offline", "error"),
    ("loading", "loading"),
    ("ready", "ready"),
    ("filled", "ready"),
    ("preview", "ready"),
    ("closed", "ready"),
    ("all passed", "ready"),
    ("no programme", "ready"),
    ("error", "error"),
];

const HOSTS: [&str; 5] = ["plain", "bootstrap", "brand", "newspaper", "rtl"];

const SIDEWAYS: &str = "return document.documentElement.scrollWidth > innerWidth";

#[test]
fn the_gallery_shows_every_state_in_every_theme_and_width() -> Outcome {
    Journey::new().run(|site, page| {
        be_strict(site);
        page.open("/gallery.html")?;
        page.wait_until_script(
            "all rows",
            "return document.querySelectorAll('main section').length === 9",
        )?;
        for (state, told) in STATES {
            for theme in ["light", "dark"] {
                for width in [360, 720, 1180] {
                    expect_frame(page, &format!("{state}, {theme}, {width} pixels"), told)?;
                }
            }
        }
        // The candidate's answers are there.
        let typed: String = page.script(
            "return document.querySelector('[aria-label^=filled] job-posting').exportDraft()",
            &[],
        )?;
        assert!(typed.contains("a wedding"), "{typed}");
        let reports = page.reports()?;
        let unexpected = reports.iter().filter(|report| report.kind != "console");
        assert_eq!(unexpected.count(), 0, "{reports:?}");
        assert_no_refusal(site, page)
    })
}

/// Scrolls to a frame, which loads it, and waits for what it shows.
fn expect_frame(page: &Page, label: &str, state: &str) -> Outcome {
    let find = format!("const frame = document.querySelector('[aria-label=\"{label}\"]');");
    page.script::<()>(
        &format!("{find} frame.scrollIntoView({{ inline: 'center' }})"),
        &[],
    )?;
    let told = format!("{find} return frame.firstChild.dataset.state === '{state}'");
    Ok(page.wait_until_script(label, &told)?)
}

#[test]
fn the_example_hosts_look_native() -> Outcome {
    // The widget has its host's font and text colour, and its own colour of things to press.
    const NATIVE: &str = "
        const widget = document.querySelector('job-posting');
        const part = (name) => getComputedStyle(widget.shadowRoot.querySelector(`[part~=${name}]`));
        const page = getComputedStyle(widget.parentElement);
        const taken = ['fontFamily', 'color', 'direction'];
        return taken.filter((name) => part('facts')[name] !== page[name])";
    Journey::new().run(|site, page| {
        be_strict(site);
        for host in HOSTS {
            for window in [Window::PHONE, Window::DESKTOP] {
                page.resize(window)?;
                Planner::open(page, &format!("/hosts/{host}.html"))?;
                let foreign: Vec<String> = page.script(NATIVE, &[])?;
                assert!(foreign.is_empty(), "{host} differs in {foreign:?}");
                assert!(
                    !page.script::<bool>(SIDEWAYS, &[])?,
                    "{host} scrolls sideways"
                );
                page.screenshot(&format!("host-{host}-{}", window.width))?;
            }
        }
        assert_no_refusal(site, page)
    })
}

#[test]
fn words_on_the_example_hosts_stand_out_in_light_and_dark() -> Outcome {
    Journey::new().run(|_site, page| {
        for scheme in [Media::Light, Media::Dark] {
            if if_able(page.emulate(&[scheme]))?.is_none() {
                return Ok(());
            }
            for host in HOSTS {
                Planner::open(page, &format!("/hosts/{host}.html"))?;
                let found = page.violations()?;
                assert!(found.is_empty(), "{host} in {scheme:?}: {found:?}");
                page.screenshot(&format!("host-{host}-{scheme:?}"))?;
            }
        }
        Ok(())
    })
}
