//! What holds in every scene: no finding of axe-core in light and dark, no sideways scrolling on
//! the narrowest phone, targets large enough for a finger.

use std::fmt::Write;

use browser_tests::{Journey, Media, Outcome, Window};

use crate::scenes::SCENES;
use crate::support::{eventually, plain};

const NARROWEST: Window = Window {
    width: 320,
    height: 640,
};

#[test]
fn axe_finds_nothing_in_light() -> Outcome {
    expect_no_findings(Media::Light)
}

#[test]
fn axe_finds_nothing_in_dark() -> Outcome {
    expect_no_findings(Media::Dark)
}

fn expect_no_findings(scheme: Media) -> Outcome {
    Journey::new().run(|site, page| {
        if crate::support::if_able(page.emulate(&[scheme]))?.is_none() {
            return Ok(());
        }
        let mut found = String::new();
        for scene in &SCENES {
            scene.enter(site, page)?;
            for violation in page.violations()? {
                let (rule, targets) = (violation.rule, violation.targets.join(", "));
                writeln!(
                    found,
                    "{}: {rule} ({}) at {targets}",
                    scene.name, violation.help
                )?;
            }
        }
        assert!(found.is_empty(), "{found}");
        Ok(())
    })
}

/// WCAG 2.2, success criteria 1.4.10 and 2.5.8. A link within a sentence and a control whose label
/// is the target are excepted there; for the latter the label is measured.
#[test]
fn the_narrowest_phone_shows_everything_with_targets_to_hit() -> Outcome {
    const SMALL: &str = "
        const small = [];
        for (const host of document.querySelectorAll('job-posting')) {
            for (const one of host.shadowRoot.querySelectorAll(
                'button, input, textarea, select, summary, a[href]')) {
                if (!one.checkVisibility({ visibilityProperty: true })) continue;
                if (one.tabIndex < 0) continue;
                if (one.localName === 'a' && getComputedStyle(one).display === 'inline') continue;
                const target = one.labels?.length && /radio|checkbox|file/.test(one.type)
                    ? one.labels[0] : one;
                const { width, height } = target.getBoundingClientRect();
                if (width >= 24 && height >= 24) continue;
                const name = one.ariaLabel || one.labels?.[0]?.innerText || one.innerText;
                small.push(`${name} (${Math.round(width)} × ${Math.round(height)})`);
            }
        }
        return small";
    const SIDEWAYS: &str = "return document.documentElement.scrollWidth - innerWidth";
    Journey::new().window(NARROWEST).run(|site, page| {
        let mut found = String::new();
        for scene in &SCENES {
            scene.enter(site, page)?;
            let beyond: i32 = page.script(SIDEWAYS, &[])?;
            if beyond > 0 {
                writeln!(found, "{}: scrolls sideways by {beyond} pixels", scene.name)?;
            }
            let small: Vec<String> = page.script(SMALL, &[])?;
            if !small.is_empty() {
                writeln!(found, "{}: small targets: {}", scene.name, small.join("; "))?;
            }
        }
        assert!(found.is_empty(), "{found}");
        Ok(())
    })
}

#[test]
fn nothing_moves_where_motion_is_not_wanted() -> Outcome {
    const LONGEST: &str = "
        const times = (style) => [style.transitionDuration, style.animationDuration]
            .flatMap((list) => list.split(',')).map((time) =>
                parseFloat(time) * (time.trim().endsWith('ms') ? 1 : 1000));
        const all = [...document.querySelector('job-posting').shadowRoot.querySelectorAll('*')];
        return Math.max(...all.flatMap((one) => times(getComputedStyle(one))))";
    Journey::new().run(|site, page| {
        let reduced = page.emulate(&[Media::Light, Media::ReducedMotion]);
        if crate::support::if_able(reduced)?.is_none() {
            return Ok(());
        }
        for scene in &SCENES {
            scene.enter(site, page)?;
            let milliseconds: f64 = page.script(LONGEST, &[])?;
            // Some style sheets use a hundredth of a millisecond, so that end events still come.
            assert!(milliseconds < 1.0, "{}: {milliseconds} ms", scene.name);
        }
        Ok(())
    })
}

#[test]
fn the_live_region_speaks_of_what_fits_once_typing_rests() -> Outcome {
    // A rest is a pause that a slow machine may also make between two keys.
    const RECORD: &str = "
        window.spoken = [];
        window.rests = 1;
        const region = arguments[0];
        new MutationObserver(() => spoken.push(region.textContent.trim()))
            .observe(region, { childList: true, characterData: true, subtree: true });
        let before;
        region.getRootNode().addEventListener('input', () => {
            if (performance.now() - before > 800) rests += 1;
            before = performance.now();
        });";
    Journey::new().run(|_site, page| {
        let planner = crate::planner::Planner::open(page, "/")?;
        page.part("status")?.script::<()>(RECORD)?;
        planner.state_dates("18 May 2026", "28 August 2026")?;
        page.wait_until_script(
            "the live region to speak",
            "return spoken.at(-1) === '3 of 5 start dates fit'",
        )?;
        let (spoken, rests): (Vec<String>, usize) = page.script("return [spoken, rests]", &[])?;
        assert!(spoken.len() <= 1 + rests, "it chatters: {spoken:?}");
        Ok(())
    })
}

/// The button that was pressed keeps the focus and its name, or nothing near it changes.
#[test]
fn what_a_button_has_done_is_said() -> Outcome {
    Journey::new().run(|_site, page| {
        let planner = crate::planner::Planner::open(page, "/")?;
        let says = |words: &'static str| {
            eventually(page, words.to_owned(), || {
                Ok(plain(&page.text_of_part("status")?))
            })
        };
        planner.state_dates("18 May 2026", "28 August 2026")?;
        says("3 of 5 start dates fit")?;
        planner.choose_start("May 18")?;
        planner.choose_start("May 26")?;
        planner.choose_start("Jun 8")?;
        planner.button("Move Mon, Jun 8 up")?.click()?;
        says("Mon, Jun 8 is now choice 2 of 3")?;
        planner.button("Move Mon, Jun 8 up")?.click()?;
        says("Mon, Jun 8 is now choice 1 of 3")?;
        // Once the answers rest, a number that is the same is not said again.
        std::thread::sleep(std::time::Duration::from_millis(1500));
        says("Mon, Jun 8 is now choice 1 of 3")?;
        let starts = planner.starts()?;
        let first = starts.iter().find(|start| start.days.contains("Jun 8"));
        assert!(
            first.is_some_and(|start| start.verdict.contains("Choice 1")),
            "{starts:?}"
        );
        planner.button("Plan to apply here")?.click()?;
        says("Planned as 1 of 2")?;
        planner.button("I applied")?.click()?;
        says("Marked as applied")
    })
}
