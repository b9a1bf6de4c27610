//! What surrounds a page: its window, time zone, storage, preferences and picture.

use browser_tests::{Engine, Journey, Media, Outcome, PageError, Window, Zone};

use super::with_form;

#[test]
fn the_time_zone_is_in_force() -> Outcome {
    for (zone, minutes_behind_utc) in [
        (Zone::Auckland, -720),
        (Zone::LosAngeles, 420),
        (Zone::Utc, 0),
    ] {
        Journey::new().zone(zone).run(|_site, page| {
            let name: String = page.script(
                "return Intl.DateTimeFormat().resolvedOptions().timeZone",
                &[],
            )?;
            assert_eq!(name, zone.name());
            let offset: i32 =
                page.script("return new Date(2026, 5, 1).getTimezoneOffset()", &[])?;
            assert_eq!(offset, minutes_behind_utc);
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn the_window_has_the_size_asked_for() -> Outcome {
    with_form(Journey::new().window(Window::PHONE), |_site, page| {
        const SIZE: &str = "return [innerWidth, innerHeight]";
        assert_eq!(page.script::<[u32; 2]>(SIZE, &[])?, [360, 740]);
        const NARROW: &str = "return matchMedia('(width: 360px)').matches";
        assert!(page.script::<bool>(NARROW, &[])?);
        page.resize(Window::DESKTOP)?;
        assert_eq!(page.script::<[u32; 2]>(SIZE, &[])?, [1280, 900]);
        page.resize(Window {
            width: 320,
            height: 640,
        })?;
        assert_eq!(page.script::<[u32; 2]>(SIZE, &[])?, [320, 640]);
        Ok(())
    })
}

#[test]
fn a_screenshot_shows_the_window() -> Outcome {
    with_form(Journey::new().window(Window::PHONE), |_site, page| {
        let path = page.screenshot("harness-form")?;
        let picture = std::fs::read(path)?;
        assert!(picture.starts_with(b"\x89PNG"));
        // The header chunk states width and height (PNG, section 11.2.1).
        let size: Vec<u8> = picture.into_iter().skip(16).take(8).collect();
        assert_eq!(
            size,
            [360_u32.to_be_bytes(), 740_u32.to_be_bytes()].concat()
        );
        Ok(())
    })
}

#[test]
fn storage_outlives_the_browser() -> Outcome {
    with_form(Journey::new(), |_site, page| {
        page.script::<()>("localStorage.setItem('draft', 'kept')", &[])?;
        if page.engine() == Engine::Webkit {
            assert!(matches!(
                page.restart_browser(),
                Err(PageError::Unsupported { .. })
            ));
            return Ok(());
        }
        page.restart_browser()?;
        page.open("/form.html")?;
        assert_eq!(
            page.script::<String>("return localStorage.getItem('draft')", &[])?,
            "kept"
        );
        Ok(())
    })
}

/// The second gets the browser of the first, in engines whose browsers take long to start.
#[test]
fn nothing_of_one_test_is_there_in_the_next() -> Outcome {
    const LEFT: &str =
        "return [localStorage.length + Math.max(0, history.length - 2), window.name, innerWidth,
        matchMedia('(prefers-color-scheme: dark)').matches]";
    for _ in 0..2 {
        with_form(Journey::new(), |_site, page| {
            let left: (u32, String, u32, bool) = page.script(LEFT, &[])?;
            assert_eq!(left, (0, String::new(), Window::DESKTOP.width, false));
            page.script::<()>(
                "localStorage.setItem('draft', 'kept'); window.name = 'kept'",
                &[],
            )?;
            page.resize(Window::PHONE)?;
            if page.engine() == Engine::Chromium {
                page.emulate(&[Media::Dark])?;
            }
            if page.engine() != Engine::Webkit {
                page.link("Save")?.click()?;
                assert_eq!(page.download("draft.txt")?, b"a");
            }
            page.open_tab()?;
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn media_preferences_reach_the_page() -> Outcome {
    with_form(Journey::new(), |_site, page| {
        if page.engine() != Engine::Chromium {
            assert!(matches!(
                page.emulate(&[Media::Dark]),
                Err(PageError::Unsupported { .. })
            ));
            return Ok(());
        }
        const SEEN: &str = "return ['(prefers-color-scheme: dark)', '(forced-colors: active)', \
            '(prefers-reduced-motion: reduce)'].map((query) => matchMedia(query).matches)";
        page.emulate(&[Media::Light])?;
        assert_eq!(page.script::<[bool; 3]>(SEEN, &[])?, [false, false, false]);
        page.emulate(&[Media::Dark, Media::ForcedColors, Media::ReducedMotion])?;
        assert_eq!(page.script::<[bool; 3]>(SEEN, &[])?, [true, true, true]);
        Ok(())
    })
}
