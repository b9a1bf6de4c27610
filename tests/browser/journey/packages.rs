//! The npm package: what is in it, and the examples, each built by the tools of its kind.

use std::path::Path;
use std::process::Command;

use browser_tests::{Journey, Outcome, Page, Role, Site, bundle, hugo, wordpress_blocks};
use serde_json::Value;

use crate::hosts::put_page;
use crate::planner::{EARLIEST, Planner};
use crate::support::{assert_contains, eventually};

fn example(file: &str) -> Outcome<Vec<u8>> {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    Ok(std::fs::read(examples.join(file))?)
}

/// Serves an example's page and script beside the built site.
fn put_example(site: &Site, page: &str, script: Vec<u8>) -> Outcome {
    site.put("/example.html", example(page)?);
    site.put("/main.js", script);
    Ok(())
}

/// Works the widget and reads what the example's own code made of its events.
fn walk(page: &Page) -> Outcome {
    let planner = Planner::open(page, "/example.html")?;
    let status = |expected: &str| {
        let expected = expected.to_owned();
        eventually(page, true, || {
            Ok(page
                .names_of(Role::Heading)?
                .contains(&"Careers".to_owned())
                && page
                    .script::<String>("return document.querySelector('main > p').innerText", &[])?
                    == expected)
        })
    };
    status("The posting is here")?;
    planner.fill(EARLIEST, "18 May 2026")?;
    status("Changed: earliest-start")?;
    assert_contains(&planner.statement()?, "May 18, 2026");
    assert_eq!(page.reports()?, []);
    Ok(())
}

#[test]
fn a_page_without_a_build_step_follows_the_widget() -> Outcome {
    Journey::new().run(|site, page| {
        put_example(site, "plain/index.html", example("plain/main.js")?)?;
        walk(page)
    })
}

#[test]
fn a_page_in_react_follows_the_widget() -> Outcome {
    Journey::new().run(|site, page| {
        put_example(site, "react/index.html", bundle("examples/react/main.tsx")?)?;
        walk(page)
    })
}

#[test]
fn a_page_in_vue_follows_the_widget() -> Outcome {
    Journey::new().run(|site, page| {
        put_example(site, "vue/index.html", bundle("examples/vue/main.ts")?)?;
        walk(page)
    })
}

/// Works a widget in a page that has no code of its own.
fn plan(page: &Page, path: &str) -> Outcome {
    let planner = Planner::open(page, path)?;
    planner.fill(EARLIEST, "18 May 2026")?;
    assert_contains(&planner.statement()?, "May 18, 2026");
    assert_eq!(page.reports()?, []);
    Ok(())
}

#[test]
fn a_page_that_hugo_builds_has_the_widget() -> Outcome {
    Journey::new().run(|site, page| {
        site.put("/hugo.html", hugo("examples/hugo")?);
        plan(page, "/hugo.html")?;
        let fallback = "return document.querySelector('job-posting a').innerText";
        assert_eq!(page.script::<String>(fallback, &[])?, "Read this posting");
        Ok(())
    })
}

#[test]
fn a_post_of_wordpress_has_the_widget() -> Outcome {
    Journey::new().run(|site, page| {
        let content = wordpress_blocks("examples/wordpress/post.html")?;
        put_page(site, "/post.html", &String::from_utf8_lossy(&content));
        plan(page, "/post.html")
    })
}

#[test]
fn the_package_holds_what_it_should_and_nothing_else() -> Outcome {
    const FIXED: [&str; 13] = [
        "LICENSE",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "README.md",
        "custom-elements.json",
        "frame.d.ts",
        "frame.js",
        "index.d.ts",
        "index.js",
        "package.json",
        "react.d.ts",
        "svelte.d.ts",
        "vue.d.ts",
    ];
    let site = std::env::var("JOURNEY_DIST")?;
    let listed = Command::new("npm")
        .args(["pack", "--dry-run", "--json", "--ignore-scripts"])
        .current_dir(Path::new(&site).join("npm"))
        .output()?;
    let listed: Value = serde_json::from_slice(&listed.stdout)?;
    let files = listed.pointer("/0/files").and_then(Value::as_array);
    let names = files.into_iter().flatten();
    let names: Vec<&str> = names
        .filter_map(|file| file.get("path").and_then(Value::as_str))
        .collect();
    let index = std::fs::read_to_string(Path::new(&site).join("npm/index.js"))?;
    let mut loaded = 0;
    for name in &names {
        if name.starts_with("job-posting-") {
            assert!(index.contains(name), "nobody asks for {name}");
            loaded += 1;
        } else {
            assert!(FIXED.contains(name), "{name} should not be in {names:?}");
        }
    }
    assert!(loaded >= 3, "{names:?}");
    for name in FIXED.iter() {
        assert!(names.contains(name), "{name} is not in {names:?}");
    }
    Ok(())
}
