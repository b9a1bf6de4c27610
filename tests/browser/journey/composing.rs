//! Input methods: what is being composed is not entered yet, and is nobody's but theirs. Of the three
//! drivers Chromium's alone has one.

use browser_tests::{Engine, Journey, Key, Outcome};

use crate::ahead::{EAGER, open_held};
use crate::hosts::{EXAMPLE, put_page};
use crate::planner::{EARLIEST, Planner};
use crate::support::assert_contains;

#[test]
fn what_an_input_method_enters_is_taken_as_it_is() -> Outcome {
    const OPEN: &str = "
        const { shadowRoot } = document.querySelector('job-posting');
        const note = shadowRoot.querySelector('#note-degree');
        note.closest('details')?.setAttribute('open', '');
        note.focus();";
    const NOTE: &str = "
        return document.querySelector('job-posting').shadowRoot
            ?.querySelector('#note-degree')?.value === '日本語'";
    Journey::new().run(|site, page| {
        if page.engine() != Engine::Chromium {
            return Ok(());
        }
        put_page(site, "/careers.html", EXAMPLE);
        let planner = Planner::open(page, "/careers.html")?;
        planner.field(EARLIEST)?.click()?;
        for stage in ["２", "２０２６", "２０２６ねん"] {
            page.compose(stage)?;
            assert_eq!(planner.field(EARLIEST)?.value()?, stage);
        }
        page.enter_composed("２０２６年５月１８日")?;
        page.press(Key::Tab)?;
        assert_eq!(planner.field(EARLIEST)?.value()?, "２０２６年５月１８日");
        assert!(!planner.is_invalid(EARLIEST)?);
        assert_contains(&planner.statement()?, "May 18, 2026");
        page.script::<()>(OPEN, &[])?;
        page.compose("にほん")?;
        page.enter_composed("日本")?;
        page.compose("ご")?;
        page.enter_composed("語")?;
        planner.wait_until_saved()?;
        page.reload()?;
        page.wait_until_script("the note is there again", NOTE)?;
        Ok(())
    })
}

/// A field that is exchanged while a word is composed in it loses the word.
#[test]
fn the_app_waits_for_the_end_of_a_word_that_is_being_composed() -> Outcome {
    const FIELD: &str = "
        document.querySelector('job-posting').shadowRoot.getElementById('earliest-start').focus()";
    const SHOWN: &str = "
        return document.querySelector('job-posting').shadowRoot.getElementById('earliest-start').value";
    const HAS_COME: &str = "
        const files = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.wasm'));
        return files.length === 2 && files.every(({ responseEnd }) => responseEnd > 0)";
    const IS_AHEAD: &str = "
        return !!document.querySelector('job-posting').shadowRoot.querySelector('.prerendered')";
    Journey::new().run(|site, page| {
        if page.engine() != Engine::Chromium {
            return Ok(());
        }
        let wasm = open_held(site, page, EAGER)?;
        page.script::<()>(FIELD, &[])?;
        page.compose("２０２６ねん")?;
        site.mend(&wasm);
        page.wait_until_script("all of the app has come", HAS_COME)?;
        page.settle()?;
        assert!(page.script::<bool>(IS_AHEAD, &[])?, "the field is gone");
        page.compose("２０２６年５がつ")?;
        assert_eq!(page.script::<String>(SHOWN, &[])?, "２０２６年５がつ");
        page.enter_composed("２０２６年５月１８日")?;
        page.wait_until_script(
            "the app is there",
            "return document.querySelector('job-posting').dataset.state === 'ready'
                && !document.querySelector('job-posting').shadowRoot.querySelector('.prerendered')",
        )?;
        assert_eq!(page.script::<String>(SHOWN, &[])?, "２０２６年５月１８日");
        let planner = Planner::on(page)?;
        assert_contains(&planner.statement()?, "May 18, 2026");
        Ok(())
    })
}
