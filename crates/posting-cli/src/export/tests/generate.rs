//! Postings that all formats can hold: their prose is made of plain words and of signs that mean
//! something to one format or another.

use posting::date::CivilDate;
use posting::document::{
    Application, ApplicationLimit, Block, Document, EmploymentType, Inline, Location, Organization,
    Pay, PayUnit, PrivacyPolicy, Program, Qualification, Qualifications, RichText, Section,
    StartDate,
};
use posting::pay::Amount;
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// Words that tell no fact and open no part.
const WORDS: [&str; 16] = [
    "apples",
    "baskets",
    "carefully",
    "ditches",
    "every",
    "gravel",
    "ladders",
    "mend",
    "narrow",
    "orchards",
    "prune",
    "quietly",
    "rainwater",
    "sweep",
    "tools",
    "walls",
];

/// Signs that have to be escaped somewhere.
const SIGNS: [&str; 14] = [
    "<b>",
    "&amp;",
    "*",
    "_so_",
    "[x]",
    "\\",
    "`",
    "C++",
    "\"quoted\"",
    "~~",
    "|",
    "</script>",
    "#2",
    "1.5",
];

/// A posting.
pub fn document() -> impl Strategy<Value = Document> {
    let head = (
        (title(), title(), option::of(url()), option::of(title())),
        vec(location(), 0..3),
        option::of(select(vec![
            EmploymentType::FullTime,
            EmploymentType::PartTime,
            EmploymentType::Contractor,
            EmploymentType::Temporary,
            EmploymentType::Intern,
            EmploymentType::Volunteer,
            EmploymentType::PerDiem,
            EmploymentType::Other,
        ])),
        option::of(pay()),
        option::of((date(), 0..400)),
    );
    let body = (
        option::of(program()),
        vec(rich_text(), 1..3),
        vec(rich_text(), 0..4),
        (vec(rich_text(), 0..3), vec(rich_text(), 0..3)),
        vec(section(), 0..3),
        option::of((
            option::of(url()),
            option::of((1..=20_u8, any::<bool>())),
            any::<bool>(),
        )),
        option::of(url()),
    );
    (head, body).prop_map(|(head, body)| {
        let ((title, name, url, team), places, employment_type, pay, dates) = head;
        let (program, about, responsibilities, (minimum, preferred), sections, application, policy) =
            body;
        let asked = |items: Vec<RichText>| items.into_iter().map(Qualification::Text).collect();
        Document {
            locations: places,
            employment_type,
            pay,
            date_posted: dates.map(|(posted, _)| posted.to_string()),
            valid_through: dates.map(|(posted, days)| posted.plus_days(days).to_string()),
            program,
            about,
            responsibilities,
            qualifications: Qualifications {
                minimum: asked(minimum),
                preferred: asked(preferred),
            },
            sections,
            application: application.map(|(url, limit, rolling_review)| Application {
                url,
                limit: limit.map(|(positions, in_order)| ApplicationLimit {
                    positions,
                    in_order,
                    scope: None,
                }),
                rolling_review,
            }),
            privacy_policy: policy.map(|url| PrivacyPolicy { url }),
            ..Document::new("example", &title, Organization { name, url, team })
        }
    })
}

/// Two or three words, the first with a capital.
fn title() -> impl Strategy<Value = String> {
    vec(select(&WORDS[..]), 2..4).prop_map(|words| capital(&words.join(" ")))
}

fn capital(text: &str) -> String {
    let (first, rest) = text.split_at(1);
    first.to_uppercase() + rest
}

/// A sentence with signs in it.
fn sentence() -> impl Strategy<Value = String> {
    let word = prop_oneof![4 => select(&WORDS[..]), 1 => select(&SIGNS[..])];
    (select(&WORDS[..]), vec(word, 4..9), select(&WORDS[..])).prop_map(|(first, middle, last)| {
        format!("{} {} {last}.", capital(first), middle.join(" "))
    })
}

fn url() -> impl Strategy<Value = String> {
    "https://[a-z]{3,9}\\.example/[a-z(!~*_]{1,9}\\?a=[0-9]{1,2}&b=[a-z]{2}"
}

fn rich_text() -> impl Strategy<Value = RichText> {
    let link = (sentence(), title(), url(), sentence()).prop_map(|(before, text, href, after)| {
        RichText::Pieces(vec![
            Inline::Text(format!("{} ", before.trim_end_matches('.'))),
            Inline::link(&text, &href),
            Inline::Text(format!(" {}", after.to_lowercase())),
        ])
    });
    prop_oneof![3 => sentence().prop_map(RichText::Text), 1 => link, 1 => set_apart()]
}

/// A sentence in which words, linked or not, are important, stressed or both; some right beside a
/// sign or within a word.
fn set_apart() -> impl Strategy<Value = RichText> {
    let marks = select(vec![(true, false), (false, true), (true, true)]);
    let ending = select(vec![" so", ", so", "-so", "so", "! so", ") so"]);
    (sentence(), title(), option::of(url()), marks, ending).prop_map(
        |(before, text, href, (strong, emphasis), ending)| {
            RichText::Pieces(vec![
                Inline::Text(format!("{} ", before.trim_end_matches('.'))),
                Inline::Marked {
                    text: text.to_lowercase(),
                    href,
                    strong,
                    emphasis,
                },
                Inline::Text(ending.to_owned()),
            ])
        },
    )
}

fn location() -> impl Strategy<Value = Location> {
    let country = option::of(select(vec!["AT", "GB", "JP"]));
    (title(), country, any::<bool>()).prop_map(|(name, country, remote)| Location {
        name,
        country: country.map(str::to_owned),
        remote,
    })
}

fn section() -> impl Strategy<Value = Section> {
    (
        title(),
        vec(rich_text(), 1..3),
        option::of(vec(rich_text(), 1..4)),
    )
        .prop_map(|(title, paragraphs, list)| {
            let mut body: Vec<_> = paragraphs.into_iter().map(Block::Paragraph).collect();
            body.extend(list.map(|list| Block::List { list }));
            Section { title, body }
        })
}

fn date() -> impl Strategy<Value = CivilDate> {
    (2001..2090, 1..=12_u8, 1..=28_u8)
        .prop_map(|(year, month, day)| CivilDate::new(year, month, day).unwrap())
}

fn pay() -> impl Strategy<Value = Pay> {
    (1..9_000_000_i64, 0..9_000_000_i64).prop_map(|(least, more)| {
        let number = |hundredths| Amount::from_hundredths(hundredths).unwrap().into();
        Pay {
            currency: "EUR".to_owned(),
            min: number(least),
            max: number(least + more),
            unit: PayUnit::Month,
        }
    })
}

/// A programme with a length, or with stated ends.
fn program() -> impl Strategy<Value = Program> {
    let season = option::of(select(vec!["Summer 2026", "Fall 2027", "Summer/Fall 2026"]));
    let length = prop_oneof![
        (1..=260_u16).prop_map(|weeks| (Some(weeks), None)),
        (1..=60_u16).prop_map(|months| (None, Some(months))),
    ];
    let fixed =
        (length, option::of(btree_set(date(), 1..5))).prop_map(|((weeks, months), days)| {
            let days = days.map(|days| {
                days.iter()
                    .map(|day| StartDate::Day(day.to_string()))
                    .collect()
            });
            (weeks, months, days)
        });
    let open = btree_set(date(), 1..5).prop_map(|days| {
        let with_end = |start: &CivilDate| StartDate::WithEnd {
            start: start.to_string(),
            end: start.plus_days(80).to_string(),
        };
        (None, None, Some(days.iter().map(with_end).collect()))
    });
    (season, prop_oneof![fixed, open]).prop_map(|(season, (weeks, months, start_dates))| Program {
        weeks,
        months,
        season: season.map(str::to_owned),
        start_dates,
        ..Program::default()
    })
}
