//! The bundled posting states every fact it was asked to state: what the format
//! has a field for as a value, the rest in its prose.

use posting::date::YearMonth;
use posting::posting::{Block, EmploymentType, Posting, Qualification};
use posting::program::Length;
use posting::requirement::Rule;
use posting::rich_text::RichText;

use crate::{accept, read};

fn bundled() -> Posting {
    accept(&read(
        "public/postings/tiktok-ecommerce-strategy-intern-2026.json",
    ))
}

/// Asserts that a text speaks of everything in `words`, in any order and case.
#[track_caller]
fn speaks_of(text: &str, words: &[&str]) {
    let lower = text.to_lowercase();
    for word in words {
        assert!(
            lower.contains(&word.to_lowercase()),
            "{word:?} is missing in: {text}"
        );
    }
}

#[track_caller]
fn each_speaks_of(texts: &[RichText], words: &[&[&str]]) {
    assert_eq!(texts.len(), words.len());
    for (text, words) in texts.iter().zip(words) {
        speaks_of(&text.plain(), words);
    }
}

fn texts(qualifications: &[Qualification]) -> Vec<RichText> {
    let texts = qualifications.iter();
    texts
        .map(|qualification| qualification.text.clone())
        .collect()
}

fn section(posting: &Posting, title: &str) -> String {
    let section = posting.sections().iter().find(|s| s.title == title);
    let blocks = section.unwrap().body.iter();
    let texts = blocks.flat_map(|block| match block {
        Block::Paragraph(text) => std::slice::from_ref(text),
        Block::List(items) => items,
    });
    texts.map(|text| text.plain() + "\n").collect()
}

#[test]
fn who_offers_it_and_where() {
    let posting = bundled();
    assert_eq!(posting.organization().name, "TikTok");
    let team = posting.organization().team.as_deref().unwrap();
    speaks_of(team, &["US TikTok Shop", "e-commerce"]);
    assert_eq!(posting.locations()[0].country.as_deref(), Some("US"));
    assert_eq!(posting.employment_type(), Some(EmploymentType::Intern));
    speaks_of(posting.title(), &["e-commerce strategy intern", "2026"]);
    let about: String = posting.about().iter().map(|text| text.plain()).collect();
    speaks_of(
        &about,
        &[
            "builds",
            "e-commerce business",
            "over one billion users worldwide",
            "better",
            "innovative",
            "secure",
            "intuitive",
            "shop",
            "strategy internship",
            "in the US",
            "2026",
            "hands-on",
            "explore",
            "career",
            "social events",
            "development workshops",
        ],
    );
}

#[test]
fn when_it_takes_place() {
    let posting = bundled();
    let program = posting.program().unwrap();
    assert!(matches!(program.length(), Length::Weeks(weeks) if weeks.get() == 12));
    speaks_of(program.season().unwrap(), &["summer", "fall", "2026"]);
    let days: Vec<_> = program
        .cohorts()
        .iter()
        .map(|cohort| {
            let last = cohort.last_day().unwrap();
            format!("{} {last}", cohort.start())
        })
        .collect();
    assert_eq!(
        days,
        [
            "2026-05-11 2026-07-31",
            "2026-05-18 2026-08-07",
            "2026-05-26 2026-08-17",
            "2026-06-08 2026-08-28",
            "2026-06-22 2026-09-11",
        ]
    );
    speaks_of(
        &section(&posting, "When you can start"),
        &[
            "12 weeks",
            "May 11",
            "May 18",
            "May 26",
            "June 8",
            "June 22",
            "2026",
            "availability clearly in your resume",
            "start date",
            "end date",
        ],
    );
}

#[test]
fn how_to_apply() {
    let posting = bundled();
    let application = posting.application().unwrap();
    let limit = application.limit.as_ref().unwrap();
    assert_eq!((limit.positions, limit.in_order), (2, true));
    speaks_of(
        limit.scope.as_deref().unwrap(),
        &["TikTok", "affiliates", "worldwide"],
    );
    assert!(application.rolling_review);
    let url = application.url.as_ref().unwrap();
    assert_eq!(url.as_str(), "https://careers.tiktok.com/");
    assert_eq!(posting.valid_through(), None);
    let privacy = posting.privacy_policy().unwrap();
    assert_eq!(privacy.as_str(), "https://careers.tiktok.com/legal/privacy");
    speaks_of(
        &section(&posting, "Before you apply"),
        &[
            "at most two positions",
            "TikTok and its affiliates worldwide",
            "in the order",
            "rolling basis",
            "apply early",
            "by applying you accept",
            "privacy policy",
        ],
    );
}

#[test]
fn seven_responsibilities() {
    each_speaks_of(
        bundled().responsibilities(),
        &[
            &[
                "strategies and tactics",
                "global business",
                "leaders",
                "break",
                "priorities",
                "add value",
            ],
            &[
                "strategy",
                "carry it out",
                "goals",
                "budget",
                "review",
                "performance",
            ],
            &[
                "analyze",
                "merchandise",
                "seller",
                "growth",
                "trends",
                "recommend improvements",
            ],
            &["across functions", "plan"],
            &[
                "help design and run",
                "management systems and processes",
                "operations",
            ],
            &[
                "spot",
                "reduce",
                "risks",
                "grow fast",
                "compliant",
                "regulation",
                "policy",
            ],
            &[
                "clear",
                "efficient",
                "communication",
                "inside and outside",
                "worldwide",
                "coordinate",
                "systems",
                "departments",
            ],
        ],
    );
}

#[test]
fn four_minimum_qualifications() {
    let posting = bundled();
    let minimum = posting.minimum_qualifications();
    each_speaks_of(
        &texts(minimum),
        &[
            &[
                "undergraduate",
                "master",
                "business administration",
                "project management",
                "marketing",
                "related",
            ],
            &["commit", "12 weeks", "summer", "fall", "2026"],
            &["logical", "analytical", "systematic", "critical"],
            &[
                "learn fast",
                "execute",
                "under pressure",
                "communication",
                "coordination",
                "resources",
                "project management",
            ],
        ],
    );
    let fields = ["business administration", "project management", "marketing"];
    let fields = fields.map(str::to_owned).to_vec();
    assert_eq!(minimum[0].rules, [Rule::EnrolledIn(fields)]);
    assert!(matches!(minimum[1].rules[..], [Rule::CommitWeeks(weeks)] if weeks.get() == 12));
}

#[test]
fn five_preferred_qualifications() {
    let posting = bundled();
    let preferred = posting.preferred_qualifications();
    each_speaks_of(
        &texts(preferred),
        &[
            &[
                "December 2026 or later",
                "return to your degree",
                "after the internship",
            ],
            &[
                "e-commerce",
                "interest",
                "internship",
                "solid understanding",
                "plus",
            ],
            &[
                "TikTok",
                "other content platforms",
                "content-based e-commerce",
                "highly preferred",
            ],
            &["network", "brands", "retailers"],
            &[
                "passionate",
                "product",
                "e-commerce",
                "exceed",
                "goals",
                "unique",
            ],
        ],
    );
    let december = YearMonth::new(2026, 12).unwrap();
    assert_eq!(
        preferred[0].rules,
        [Rule::GraduateOnOrAfter(december), Rule::ReturnToDegree]
    );
}
