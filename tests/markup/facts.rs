//! That nothing of a posting is left out: every value in the file is looked for in the
//! markup, and a field that this test has never heard of fails it.

use posting::date::CivilDate;
use serde_json::Value;

use crate::scan::Node;
use crate::{BUNDLED, Page, bundled, file, render, values};

/// "18 May 2026" for an ISO date, as the native stand-in for `Intl` writes it.
fn in_words(iso: &Value) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let day = CivilDate::parse_iso(iso.as_str().unwrap()).unwrap();
    let month = MONTHS[usize::from(day.month()) - 1];
    format!("{} {month} {}", day.day(), day.year())
}

/// "€42,000 – €48,000 per year" for pay, as the native stand-in for `Intl` writes it.
fn in_money(pay: &Value) -> String {
    let amount = |key: &str| {
        let (symbol, digits) = match pay["currency"].as_str().unwrap() {
            "EUR" => ("€", pay[key].to_string()),
            other => panic!("add the symbol for {other}"),
        };
        let (thousands, rest) = digits.split_at(digits.len() - 3);
        format!("{symbol}{thousands},{rest}")
    };
    let unit = pay["unit"].as_str().unwrap().to_lowercase();
    format!("{} – {} per {unit}", amount("min"), amount("max"))
}

/// The text of a rich text: a string, or strings and links in order.
fn plain(rich: &Value) -> String {
    match rich {
        Value::String(text) => text.clone(),
        Value::Array(pieces) => pieces.iter().map(plain).collect(),
        Value::Object(link) => link["text"].as_str().unwrap().to_owned(),
        other => panic!("{other} is no rich text"),
    }
}

/// What one posting has to show, and where it is looked for.
struct Sought<'a> {
    name: &'a str,
    posting: &'a Node,
    planner: &'a Node,
}

impl Sought<'_> {
    #[track_caller]
    fn says(&self, text: &str) {
        assert!(
            self.posting.says(text),
            "{}: nothing says {text:?}",
            self.name
        );
    }

    /// A fact's value stands in a `<dd>`.
    #[track_caller]
    fn states(&self, value: &str) {
        let values = self.posting.part("facts").find(|node| node.tag == "dd");
        assert!(
            values.iter().any(|node| node.text() == value),
            "{}: no fact {value:?}",
            self.name
        );
    }

    #[track_caller]
    fn links(&self, place: &Node, url: &Value) {
        let url = url.as_str().unwrap();
        let links = place.find(|node| node.tag == "a" && node.attribute("href") == Some(url));
        assert!(!links.is_empty(), "{}: no link to {url}", self.name);
    }

    fn rich(&self, rich: &Value) {
        self.says(&plain(rich));
        for piece in rich.as_array().into_iter().flatten() {
            if piece.is_object() {
                self.links(self.posting, &piece["href"]);
            }
        }
    }

    fn organization(&self, organization: &Value) {
        for (key, value) in organization.as_object().unwrap() {
            match key.as_str() {
                "name" => self.says(value.as_str().unwrap()),
                "team" => self.states(value.as_str().unwrap()),
                "url" => self.links(self.posting, value),
                other => panic!("organization.{other} is looked for nowhere"),
            }
        }
    }

    fn location(&self, location: &Value) {
        let name = location["name"].as_str().unwrap();
        match location["remote"].as_bool() {
            Some(true) => self.states(&format!("{name} (remote)")),
            _ => self.states(name),
        }
    }

    fn program(&self, program: &Value) {
        for (key, value) in program.as_object().unwrap() {
            match key.as_str() {
                "weeks" => self.states(&format!("{value} weeks")),
                "months" => self.states(&format!("{value} months")),
                "season" => self.states(value.as_str().unwrap()),
                "startDates" => value.as_array().unwrap().iter().for_each(|s| self.start(s)),
                "startWindow" => {
                    let facts = self.posting.part("facts").text();
                    // The first day leaves out the year it shares with the last.
                    let from = in_words(&value["from"]);
                    assert!(facts.contains(from.rsplit_once(' ').unwrap().0), "{facts}");
                    assert!(facts.contains(&in_words(&value["to"])), "{facts}");
                }
                // They decide on last days and on the days of a window, which other tests prove.
                "workingDays" => {}
                other => panic!("program.{other} is looked for nowhere"),
            }
        }
    }

    fn start(&self, start: &Value) {
        if start.is_string() {
            return self.states(&in_words(start));
        }
        let facts = self.posting.part("facts").text();
        let (from, to) = (in_words(&start["start"]), in_words(&start["end"]));
        // The first day leaves out the month and year it shares with the last.
        let (day, month_year) = from.split_once(' ').unwrap();
        let first = match to.ends_with(month_year) {
            true => format!("{day} – "),
            false => from.rsplit_once(' ').unwrap().0.to_owned(),
        };
        assert!(facts.contains(&first), "{facts}");
        assert!(facts.contains(&to), "{facts}");
    }

    /// Each stands in the posting, and again in the self-check.
    fn qualification(&self, qualification: &Value) {
        let text = match qualification.get("text") {
            Some(text) if qualification.get("href").is_none() => plain(text),
            _ => plain(qualification),
        };
        self.says(&text);
        let asked = self.planner.part("requirements");
        assert!(asked.says(&text), "{}: nothing asks {text:?}", self.name);
    }

    fn section(&self, section: &Value) {
        self.says(section["title"].as_str().unwrap());
        for block in section["body"].as_array().unwrap() {
            match block.get("list") {
                Some(items) => items.as_array().unwrap().iter().for_each(|i| self.rich(i)),
                None => self.rich(block),
            }
        }
    }

    fn application(&self, application: &Value) {
        for (key, value) in application.as_object().unwrap() {
            match key.as_str() {
                // A closed posting leads nowhere, which the test of that state proves.
                "url" if self.name == "closed" => {}
                "url" => self.links(self.planner, value),
                "limit" => self.limit(value),
                "rollingReview" => self.states("Rolling, so applying early helps"),
                other => panic!("application.{other} is looked for nowhere"),
            }
        }
    }

    fn limit(&self, limit: &Value) {
        let counted = format!("Up to {} positions per person", limit["positions"]);
        let scope = limit["scope"].as_str().unwrap();
        self.states(&format!("{counted}: {scope}"));
        if limit["inOrder"] == true {
            self.states("Considered in the order you apply");
        }
        let places = self.planner.part("slots").find(|node| node.tag == "li");
        assert_eq!(places.len() as u64, limit["positions"].as_u64().unwrap());
    }
}

#[track_caller]
fn check(name: &str) {
    let root = bundled(name);
    let sought = Sought {
        name,
        posting: root.part("posting"),
        planner: root.part("planner"),
    };
    for (key, value) in values(name).as_object().unwrap() {
        let items = || value.as_array().unwrap().iter();
        match key.as_str() {
            // They are for machines, or stand in an attribute that another test reads.
            "version" | "id" | "lang" => {}
            "title" => assert_eq!(root.part("title").text(), value.as_str().unwrap()),
            "organization" => sought.organization(value),
            "locations" => items().for_each(|it| sought.location(it)),
            "employmentType" => sought.states(match value.as_str().unwrap() {
                "FULL_TIME" => "Full time",
                "INTERN" => "Internship",
                "TEMPORARY" => "Temporary",
                "VOLUNTEER" => "Volunteer",
                other => panic!("add the words for {other}"),
            }),
            "pay" => sought.states(&in_money(value)),
            "datePosted" | "validThrough" => sought.states(&in_words(value)),
            "program" => sought.program(value),
            "about" | "responsibilities" => items().for_each(|it| sought.rich(it)),
            "qualifications" => {
                let lists = value.as_object().unwrap().values();
                let all = lists.flat_map(|list| list.as_array().unwrap());
                all.for_each(|it| sought.qualification(it));
            }
            "sections" => items().for_each(|it| sought.section(it)),
            "application" => sought.application(value),
            "privacyPolicy" => {
                sought.links(sought.posting, &value["url"]);
                sought.links(sought.planner, &value["url"]);
            }
            other => panic!("{name}: {other} is looked for nowhere"),
        }
    }
}

#[test]
fn every_value_of_every_bundled_posting_is_shown() {
    for name in BUNDLED {
        check(name);
    }
}

#[test]
fn every_start_date_can_be_chosen() {
    let root = bundled("tiktok-ecommerce-strategy-intern-2026");
    let cohorts = root.part("cohorts");
    let boxes = cohorts.find(|node| node.attribute("type") == Some("checkbox"));
    assert_eq!(boxes.len(), 5);
    // The last days are those of the design: the Friday after twelve weeks, a Monday where the
    // start is a Tuesday.
    for row in [
        "Mon 11 May – Fri 31 Jul",
        "Mon 18 May – Fri 7 Aug",
        "Tue 26 May – Mon 17 Aug",
        "Mon 8 Jun – Fri 28 Aug",
        "Mon 22 Jun – Fri 11 Sept",
    ] {
        assert!(cohorts.says(row), "{row}");
    }
}

#[test]
fn what_a_posting_does_not_say_leaves_no_empty_place() {
    let least = r#"{ "version": 1, "id": "least", "title": "Gardener", "organization": { "name": "Example" } }"#;
    let root = render(least, Page::default());
    let lists = root.part("posting").find(|node| node.tag == "dl");
    assert!(lists.is_empty(), "a list without facts");
    let headings = root.part("posting").find(|node| node.tag == "h3");
    assert!(headings.is_empty(), "{}", headings.len());
    assert!(!file("ordinary-job").contains("program"));
}

#[test]
fn emphasis_is_markup_around_text_and_links() {
    let posting = r#"{ "version": 1, "id": "least", "title": "Gardener", "organization": { "name": "Example" },
        "about": [["Dig ", { "text": "deep", "strong": true }, " and ", { "text": "well", "emphasis": true }, " as ",
            { "text": "here", "href": "https://a.example/", "strong": true, "emphasis": true }]] }"#;
    let root = render(posting, Page::default());
    let texts = |tag: &str| -> Vec<String> {
        let found = root.part("posting").find(|node| node.tag == tag);
        found.into_iter().map(Node::text).collect()
    };
    assert_eq!(texts("em"), ["well", "here"]);
    let strong = texts("strong");
    assert_eq!(strong, ["deep", "here"]);
    assert!(root.says("Dig deep and well as here"));
}
