//! Valid documents of every shape, for properties.

use posting::document::{
    Application, ApplicationLimit, Block, Document, EmploymentType, Inline, Location, Organization,
    Pay, PayUnit, PrivacyPolicy, Program, Qualification, Qualifications, RichText, Rule,
    RuleOrRules, Section, StartDate, StartWindow, WorkingDay,
};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use posting::date::CivilDate;
use posting::pay::Amount;

/// A valid document.
pub fn document() -> impl Strategy<Value = Document> {
    let head = (
        "[a-z0-9._-]{1,80}",
        option::of(select(vec!["en", "pt-BR", "zh-Hant", "es-419", "de-1901"])),
        text(),
        (text(), option::of(url()), option::of(text())),
        vec(location(), 0..3),
        (option::of(employment_type()), option::of(pay())),
        option::of((date(), option::of(0..400))),
    );
    let body = (
        option::of(program()),
        vec(rich_text(), 0..3),
        vec(rich_text(), 0..3),
        (vec(qualification(), 0..3), vec(qualification(), 0..3)),
        vec(section(), 0..3),
        option::of(application()),
        option::of(url().prop_map(|url| PrivacyPolicy { url })),
    );
    (head, body).prop_map(|(head, body)| {
        let (id, lang, title, (name, url, team), locations, (employment_type, pay), dates) = head;
        let (
            program,
            about,
            responsibilities,
            (minimum, preferred),
            sections,
            application,
            privacy,
        ) = body;
        let valid_through =
            dates.and_then(|(posted, days)| days.map(|days| posted.plus_days(days)));
        Document {
            lang: lang.map(str::to_owned),
            locations,
            employment_type,
            pay,
            date_posted: dates.map(|(posted, _)| posted.to_string()),
            valid_through: valid_through.map(|last| last.to_string()),
            program,
            about,
            responsibilities,
            qualifications: number_ids(minimum, preferred),
            sections,
            application,
            privacy_policy: privacy,
            ..Document::new(&id, &title, Organization { name, url, team })
        }
    })
}

/// Ids given at random may meet; a number keeps them apart.
fn number_ids(
    mut minimum: Vec<Qualification>,
    mut preferred: Vec<Qualification>,
) -> Qualifications {
    for (index, one) in minimum.iter_mut().chain(&mut preferred).enumerate() {
        if let Qualification::Full { id: Some(id), .. } = one {
            *id = format!("{id}-{index}");
        }
    }
    Qualifications { minimum, preferred }
}

/// Text of any characters, with at least one that can be seen.
pub fn text() -> impl Strategy<Value = String> {
    ("\\PC{0,20}", "[a-zäß中🦀\"\\\\<&]", ".{0,20}").prop_map(|(a, b, c)| a + &b + &c)
}

pub fn url() -> impl Strategy<Value = String> {
    prop_oneof![
        "https://[a-z0-9]{1,9}(\\.[a-z]{2,5}){0,2}(:[1-9][0-9]{1,3})?(/[a-zé0-9._~%-]{0,9})?(\\?[a-z=&]{0,9})?",
        "mailto:[a-z.+]{1,9}@[a-z]{1,9}\\.example(\\?subject=[a-z%20]{0,9})?",
    ]
}

fn date() -> impl Strategy<Value = CivilDate> {
    (1990..2100, 1..=12_u8, 1..=28_u8)
        .prop_map(|(year, month, day)| CivilDate::new(year, month, day).unwrap())
}

fn location() -> impl Strategy<Value = Location> {
    (text(), option::of("[A-Z]{2}"), any::<bool>()).prop_map(|(name, country, remote)| Location {
        name,
        country,
        remote,
    })
}

fn employment_type() -> impl Strategy<Value = EmploymentType> {
    use EmploymentType::*;
    select(vec![
        FullTime, PartTime, Contractor, Temporary, Intern, Volunteer, PerDiem, Other,
    ])
}

fn pay() -> impl Strategy<Value = Pay> {
    use PayUnit::*;
    let amounts = (1..=Amount::MOST as i64 * 100, 0..1_000_000_i64);
    let units = select(vec![Hour, Day, Week, Month, Year]);
    ("[A-Z]{3}", amounts, units).prop_map(|(currency, (most, less), unit)| {
        let number = |hundredths| Amount::from_hundredths(hundredths).unwrap().into();
        Pay {
            currency,
            min: number((most - less).max(1)),
            max: number(most),
            unit,
        }
    })
}

fn program() -> impl Strategy<Value = Program> {
    use WorkingDay::*;
    let length = prop_oneof![
        Just((None, None)),
        (1..=260_u16).prop_map(|weeks| (Some(weeks), None)),
        (1..=60_u16).prop_map(|months| (None, Some(months))),
    ];
    let days = subsequence(vec![Mon, Tue, Wed, Thu, Fri, Sat, Sun], 1..=7).prop_shuffle();
    let starts = prop_oneof![
        Just((None, None)),
        start_dates().prop_map(|dates| (Some(dates), None)),
        // A week holds every working day; three years are the most.
        (date(), 7..1_090).prop_map(|(from, days)| {
            let to = from.plus_days(days).to_string();
            let from = from.to_string();
            (None, Some(StartWindow { from, to }))
        }),
    ];
    (length, option::of(text()), option::of(days), starts).prop_map(
        |((weeks, months), season, working_days, (start_dates, start_window))| Program {
            weeks,
            months,
            season,
            working_days,
            start_dates,
            start_window,
        },
    )
}

fn start_dates() -> impl Strategy<Value = Vec<StartDate>> {
    let starts = btree_set(date(), 1..6);
    let starts = starts.prop_map(|starts| starts.into_iter().collect::<Vec<_>>());
    (starts.prop_shuffle(), vec(option::of(0..400), 6)).prop_map(|(starts, lengths)| {
        let pairs = starts.into_iter().zip(lengths);
        let one = |(start, days): (CivilDate, Option<i32>)| match days {
            None => StartDate::Day(start.to_string()),
            Some(days) => StartDate::WithEnd {
                start: start.to_string(),
                end: start.plus_days(days).to_string(),
            },
        };
        pairs.map(one).collect()
    })
}

fn rich_text() -> impl Strategy<Value = RichText> {
    let marked = (text(), option::of(url()), any::<bool>(), any::<bool>()).prop_map(
        |(text, href, strong, emphasis)| Inline::Marked {
            // What is neither a link nor set apart is written as text.
            strong: strong || href.is_none() && !emphasis,
            text,
            href,
            emphasis,
        },
    );
    let piece = prop_oneof![
        text().prop_map(Inline::Text),
        Just(Inline::Text(" ".into())),
        marked
    ];
    prop_oneof![
        text().prop_map(RichText::Text),
        (vec(piece, 0..3), text()).prop_map(|(mut pieces, last)| {
            pieces.push(Inline::Text(last));
            RichText::Pieces(pieces)
        }),
    ]
}

fn qualification() -> impl Strategy<Value = Qualification> {
    let rules = prop_oneof![
        rule().prop_map(RuleOrRules::One),
        vec(rule(), 1..3).prop_map(RuleOrRules::All),
    ];
    prop_oneof![
        rich_text().prop_map(Qualification::Text),
        (
            option::of("[a-z0-9-]{1,60}"),
            rich_text(),
            option::of(rules)
        )
            .prop_map(|(id, text, rule)| Qualification::Full { id, text, rule }),
    ]
}

fn rule() -> impl Strategy<Value = Rule> {
    prop_oneof![
        (1..=260_u16).prop_map(Rule::CommitWeeks),
        "20[0-9]{2}-(0[1-9]|1[0-2])".prop_map(Rule::GraduateOnOrAfter),
        Just(Rule::ReturnToDegree(true)),
        vec(text(), 1..4).prop_map(Rule::EnrolledIn),
    ]
}

fn section() -> impl Strategy<Value = Section> {
    let block = prop_oneof![
        rich_text().prop_map(Block::Paragraph),
        vec(rich_text(), 1..4).prop_map(|list| Block::List { list }),
    ];
    (text(), vec(block, 1..4)).prop_map(|(title, body)| Section { title, body })
}

fn application() -> impl Strategy<Value = Application> {
    let limit =
        (1..=20_u8, any::<bool>(), option::of(text())).prop_map(|(positions, in_order, scope)| {
            ApplicationLimit {
                positions,
                in_order,
                scope,
            }
        });
    (option::of(url()), option::of(limit), any::<bool>()).prop_map(
        |(url, limit, rolling_review)| Application {
            url,
            limit,
            rolling_review,
        },
    )
}
