//! S1 in what stands around postings: the lists, the search and the feeds of a site, and the studio. They
//! have to be built as harmless postings build them, element by element, and nothing may run or load.

use browser_tests::{Journey, Outcome};
use serde_json::json;

use crate::hostile::{OBSERVER, expect_nothing_seen, posting_with, texts};
use crate::rendering::render_site;

const URL: &str = "https://careers.example/jobs/";

/// A posting with a text in every field, and an id of its own.
fn posting(number: usize, text: &str) -> Outcome<String> {
    let id = format!("\"of-ours-{number}\"");
    Ok(posting_with(text)?.replacen("\"hostile\"", &id, 1))
}

/// Finds documents that hold other kinds of elements, or attributes, than some harmless ones do together.
/// A parsed document runs and loads nothing.
const FOREIGN: &str = "
    const [paths, harmless, type, done] = arguments;
    const kinds = async (path) => {
        const text = await (await fetch(path)).text();
        const read = new DOMParser().parseFromString(text, type);
        if (read.querySelector('parsererror')) return ['no document'];
        const all = [...read.querySelectorAll('*')];
        return all.map((one) => [one.nodeName, ...[...one.attributes].map(({ name }) => name).sort()].join(' '));
    };
    (async () => {
        const known = new Set((await Promise.all(harmless.map(kinds))).flat());
        if (known.has('no document')) return ['the harmless ones are no documents'];
        const wrong = [];
        for (const path of paths) {
            const foreign = (await kinds(path)).filter((kind) => !known.has(kind));
            if (foreign.length) wrong.push(`${path}: ${foreign.join(', ')}`);
        }
        return wrong;
    })().then(done, (error) => done([String(error)]));";

/// Searches for each text; says so where that leaves other elements in the page.
const SEARCH: &str = "
    const [texts, done] = arguments;
    const field = document.querySelector('input[type=search]');
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const search = async (text) => {
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        await frame();
        return [...new Set(deep(document))].sort().join('\\n');
    };
    (async () => {
        const known = new Set([await search('harmless'), await search('title'), await search('')]);
        const wrong = [];
        for (const text of texts) if (!known.has(await search(text))) wrong.push(text);
        return wrong;
    })().then(done, (error) => done([String(error)]));";

/// The site of postings with each of these texts.
fn site_of(texts: &[String]) -> Outcome<Vec<(String, Vec<u8>)>> {
    let numbered = texts.iter().enumerate();
    let postings = numbered.map(|(number, text)| posting(number, text));
    render_site(&postings.collect::<Outcome<Vec<_>>>()?, &["--url", URL])
}

/// The files of a kind that are about many postings.
fn lists(files: &[(String, Vec<u8>)], folder: &str, kind: &str) -> Vec<String> {
    let paths = files.iter().map(|(path, _)| path);
    let lists = paths.filter(|path| path.ends_with(kind) && !path.contains("of-ours"));
    lists.map(|path| format!("/{folder}/{path}")).collect()
}

#[test]
fn s1_no_text_of_a_posting_does_anything_in_lists_search_and_feeds() -> Outcome {
    let texts: Vec<String> = texts()?.into_iter().map(|one| one.text).collect();
    let harmless: Vec<String> = (0..texts.len())
        .map(|number| format!("harmless {number}"))
        .collect();
    let (hostile, harmless) = (site_of(&texts)?, site_of(&harmless)?);
    Journey::new().run(|site, page| {
        site.put("/observer.js", OBSERVER);
        for (path, content) in &harmless {
            site.put(&format!("/harmless/{path}"), content.clone());
        }
        for (path, content) in &hostile {
            let mut content = content.clone();
            if path.ends_with(".html") {
                let text = String::from_utf8(content)?;
                content = text
                    .replacen("<head>", "<head><script src=\"/observer.js\"></script>", 1)
                    .into_bytes();
            }
            site.put(&format!("/careers/{path}"), content);
        }
        site.put("/blank.html", "<title>Blank</title>");
        page.open("/blank.html")?;
        for (kind, type_, fewest) in [(".html", "text/html", 20), (".xml", "text/xml", 2)] {
            let paths = lists(&hostile, "careers", kind);
            assert!(paths.len() >= fewest, "{paths:?}");
            let harmless = lists(&harmless, "harmless", kind);
            for some in paths.chunks(100) {
                let arguments = [json!(some), json!(harmless), json!(type_)];
                let wrong: Vec<String> = page.script_async(FOREIGN, &arguments)?;
                assert_eq!(wrong, [""; 0]);
            }
        }
        page.open("/careers/index.html")?;
        page.settle()?;
        let wrong: Vec<String> = page.script_async(SEARCH, &[json!(texts)])?;
        assert_eq!(wrong, [""; 0]);
        expect_nothing_seen(site, page, "in the list of all")?;
        let paths = lists(&hostile, "careers", ".html");
        let team = paths.iter().find(|path| path.contains("team"));
        page.open(team.ok_or(std::fmt::Error)?)?;
        expect_nothing_seen(site, page, "in the list of a team")
    })
}

/// Brings postings to the studio, each with some of the texts, and gives the numbers of those of which the
/// studio or its preview makes other elements than of the first.
const BRING_EACH: &str = "
    const [postings, titles, done] = arguments;
    const root = document.querySelector('#studio').shadowRoot;
    const source = root.querySelector('#source-text');
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const bring = async (posting, title) => {
        source.value = posting;
        source.dispatchEvent(new Event('input', { bubbles: true }));
        const again = () => [...root.querySelectorAll('button')].find((one) => one.textContent.includes('Read it again'));
        const preview = () => root.querySelector('#stage job-posting:not([hidden])')?.shadowRoot?.textContent;
        for (let waited = 0; waited < 300; waited += 1) {
            await frame();
            const button = again();
            if (button?.checkVisibility()) button.click();
            if (preview()?.includes(title)) break;
        }
        if (!preview()?.includes(title)) return 'not shown';
        await frame();
        return deep(root).join('\\n');
    };
    (async () => {
        const harmless = await bring(postings[0], titles[0]);
        if (harmless === 'not shown') return ['the harmless posting is not shown'];
        const wrong = [];
        for (const [index, posting] of postings.entries()) {
            const built = await bring(posting, titles[index]);
            if (built !== harmless) {
                const [a, b] = [built, harmless].map((one) => one.split('\\n'));
                wrong.push(`${index}: ${built.slice(0, 40)} ${a.filter((one) => !b.includes(one)).slice(0, 9)}`);
            }
        }
        return wrong;
    })().then(done, (error) => done([String(error)]));";

#[test]
fn s1_no_text_of_a_posting_does_anything_in_the_studio() -> Outcome {
    let texts: Vec<String> = texts()?.into_iter().map(|one| one.text).collect();
    Journey::new().run(|site, page| {
        page.open("/studio.html")?;
        page.wait_until_script(
            "the studio",
            "return document.querySelector('#studio').dataset.state === 'ready'",
        )?;
        page.script::<()>(OBSERVER, &[])?;
        for some in texts.chunks(14) {
            // The studio's preview keeps what it shows of a posting by its id.
            let joined: Vec<String> = some.chunks(7).map(|seven| seven.join(" ")).collect();
            let all: Vec<&str> = ["harmless"]
                .into_iter()
                .chain(joined.iter().map(String::as_str))
                .collect();
            let postings = all
                .iter()
                .map(|text| posting_with(text))
                .collect::<Outcome<Vec<_>>>()?;
            let titles: Vec<String> = all.iter().map(|text| format!("title {text}")).collect();
            let wrong: Vec<String> =
                page.script_async(BRING_EACH, &[json!(postings), json!(titles)])?;
            assert_eq!(wrong, [""; 0]);
            expect_nothing_seen(site, page, "in the studio")?;
        }
        Ok(())
    })
}
