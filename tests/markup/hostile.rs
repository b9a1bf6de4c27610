//! S1 and S2, natively: every hostile text in every text field gives the elements and attributes that
//! a harmless text gives, and no others; every hostile address is text and no link.

use job_posting::locale::Text;
use job_posting::prerender::{Day, FirstView, Setting};
use job_posting::view;
use job_posting::widget::{Presentation, Surroundings, Widget};
use leptos::prelude::Owner;
use posting::date::CivilDate;
use posting::posting::Posting;
use serde::Deserialize;
use serde_json::Value;

use crate::TODAY;
use crate::skeleton::{Scripting, Skeleton, as_parsed, skeleton};

const TEMPLATE: &str = include_str!("../fixtures/hostile/posting.json");
const TEXTS: &str = include_str!("../fixtures/hostile/texts.json");
const ADDRESSES: &str = include_str!("../fixtures/hostile/addresses.json");

#[derive(Deserialize)]
struct Hostile {
    name: String,
    text: String,
}

#[derive(Deserialize)]
struct Address {
    name: String,
    address: String,
}

fn texts() -> Vec<Hostile> {
    serde_json::from_str(TEXTS).unwrap()
}

fn addresses() -> Vec<Address> {
    serde_json::from_str(ADDRESSES).unwrap()
}

/// The posting with this text in every text field, behind the field's own name.
fn posting_with(text: &str) -> String {
    let mut posting: Value = serde_json::from_str(TEMPLATE).unwrap();
    replace(&mut posting, text);
    posting.to_string()
}

fn replace(value: &mut Value, text: &str) {
    match value {
        Value::String(own) => *own = own.replace("{text}", text),
        Value::Array(items) => items.iter_mut().for_each(|item| replace(item, text)),
        Value::Object(members) => members.values_mut().for_each(|item| replace(item, text)),
        _ => {}
    }
}

/// The names of the fields in the template: the word before each placeholder.
fn fields() -> Vec<&'static str> {
    let before = TEMPLATE
        .split(" {text}")
        .map(|part| part.rsplit('"').next().unwrap());
    let mut fields: Vec<&str> = before.collect();
    fields.pop();
    assert!(fields.len() > 15, "{fields:?}");
    fields
}

/// Every markup that is made of a posting, by what it is for.
fn markups(posting: &str) -> [(&'static str, String); 4] {
    let posting = Posting::from_json(posting).unwrap_or_else(|problems| panic!("{problems:?}"));
    let today = CivilDate::parse_iso(TODAY).unwrap();
    let app = Owner::new().with(|| {
        let surroundings = Surroundings {
            lang: "en-GB".to_owned(),
            heading_level: 2,
            as_of: Some(today),
            emit: Box::new(|_, _| true),
        };
        let presentation = Presentation::new(posting.clone(), &surroundings);
        view::app(Widget::new(presentation, surroundings.emit)).into_html()
    });
    let setting = Setting {
        lang: "en-GB".to_owned(),
        heading_level: 2,
        day: Day::AnyFrom(today),
    };
    let FirstView {
        shadow,
        light,
        description,
        ..
    } = FirstView::new(&posting.into(), &setting);
    [
        ("app", app),
        ("written ahead", shadow),
        ("plain", light),
        ("description", description),
    ]
}

fn broken(posting: &str) -> String {
    let problems = Posting::from_json(posting).expect_err("the posting should have problems");
    Owner::new().with(|| {
        let text = Text::new("en-GB");
        view::broken(text, text.posting_unavailable(), &problems, || {}).into_html()
    })
}

fn assert_same(name: &str, hostile: &Skeleton, harmless: &Skeleton) {
    for (index, element) in hostile.elements.iter().enumerate() {
        let expected = harmless.elements.get(index).map(String::as_str);
        assert_eq!(Some(element.as_str()), expected, "{name}");
    }
    assert_eq!(hostile.elements.len(), harmless.elements.len(), "{name}");
    assert_eq!(hostile.comments, harmless.comments, "{name}");
}

#[test]
fn s1_no_text_of_a_posting_becomes_an_element_or_an_attribute() {
    let harmless = markups(&posting_with("harmless"));
    for scripting in [Scripting::On, Scripting::Off] {
        let harmless = harmless
            .each_ref()
            .map(|(_, html)| skeleton(html, scripting));
        for Hostile { name, text } in texts() {
            let hostile = markups(&posting_with(&text));
            for ((kind, hostile), harmless) in hostile.iter().zip(&harmless) {
                let name = format!("{name} in the markup {kind} with scripts {scripting:?}");
                assert_same(&name, &skeleton(hostile, scripting), harmless);
            }
        }
    }
}

/// Without the escaping of angle brackets the tests above would fail.
#[test]
fn a_text_that_is_not_escaped_is_seen() {
    let [(_, harmless), ..] = markups(&posting_with("harmless"));
    let harmless = skeleton(&harmless, Scripting::On);
    for Hostile { name, text } in texts() {
        let [(_, app), ..] = markups(&posting_with(&text));
        if text.contains("<img") || text.contains("<script") {
            let seen = skeleton(&app.replace("&lt;", "<"), Scripting::On);
            assert_ne!(seen.elements, harmless.elements, "{name}");
        }
    }
}

#[test]
fn s1_every_text_is_read_as_it_was_written() {
    for Hostile { name, text } in texts() {
        let [(_, app), ..] = markups(&posting_with(&text));
        let shown = skeleton(&app, Scripting::On).text;
        for field in fields() {
            let wanted = as_parsed(&format!("{field} {text}"));
            assert!(
                shown.contains(&wanted),
                "{name}: {field} is not shown as it stands"
            );
        }
    }
}

#[test]
fn s1_no_problem_of_a_posting_becomes_an_element() {
    let with_keys = |text: &str| {
        let mut posting: Value = serde_json::from_str(&posting_with("harmless")).unwrap();
        posting["employmentType"] = text.into();
        posting["organization"][text] = 1.into();
        posting.to_string()
    };
    let harmless = skeleton(&broken(&with_keys("harmless")), Scripting::On);
    for Hostile { name, text } in texts() {
        assert_same(
            &name,
            &skeleton(&broken(&with_keys(&text)), Scripting::On),
            &harmless,
        );
    }
}

/// The places of a posting that hold an address.
const PLACES: [(&str, &str); 4] = [
    ("/organization/url", "$.organization.url"),
    ("/about/1/1/href", "$.about[1][1].href"),
    ("/application/url", "$.application.url"),
    ("/privacyPolicy/url", "$.privacyPolicy.url"),
];

#[test]
fn s2_a_hostile_address_is_named_by_its_place_and_is_never_a_link() {
    for Address { name, address } in addresses() {
        for (place, path) in PLACES {
            let mut posting: Value = serde_json::from_str(&posting_with("harmless")).unwrap();
            *posting.pointer_mut(place).unwrap() = address.as_str().into();
            let shown = skeleton(&broken(&posting.to_string()), Scripting::On);
            assert!(
                shown.text.contains(path),
                "{name}: {path} is not in {}",
                shown.text
            );
            let link = shown
                .elements
                .iter()
                .find(|element| element.contains(" <a "));
            assert_eq!(link, None, "{name}");
            let leads = shown
                .elements
                .iter()
                .find(|element| element.contains("href="));
            assert_eq!(leads, None, "{name}");
        }
    }
}

#[test]
fn s2_an_address_in_a_text_is_no_link() {
    let skeletons =
        |text: &str| markups(&posting_with(text)).map(|(_, html)| skeleton(&html, Scripting::On));
    let harmless = skeletons("harmless");
    for Address { name, address } in addresses() {
        for (hostile, harmless) in skeletons(&address).iter().zip(&harmless) {
            assert_same(&name, hostile, harmless);
        }
    }
}

/// The parser has to see what it is asked for, or all else here proves nothing.
#[test]
fn the_parser_tells_elements_from_text() {
    let escaped = skeleton("<p>&lt;img src=x&gt;</p>", Scripting::On);
    assert_eq!(escaped.text, "<img src=x>");
    let raw = skeleton("<p><img src=x onerror=y></p>", Scripting::On);
    assert!(
        raw.elements
            .iter()
            .any(|line| line.contains("<img src=\"x\" onerror")),
        "{raw:?}"
    );
    let shadow = skeleton(
        "<b><template shadowrootmode=open><i></i></template></b>",
        Scripting::On,
    );
    assert!(
        shadow.elements.iter().any(|line| line.contains("<i")),
        "{shadow:?}"
    );
}
