//! From parts and facts to a posting file: what goes into which list or
//! section, so that every word has a place.

mod between;
mod currency;
mod entries;
mod ids;
mod lacking;
mod lead_in;
mod list;
mod pay;

use posting::document::{
    Application, Document, Location, Organization, PrivacyPolicy, Program, Qualifications,
    StartDate,
};
use posting::rich_text::SafeUrl;
use serde_json::{Value, json};

use crate::block::Block;
use crate::error::ImportError;
use crate::facts::{self, Facts};
use crate::format::Format;
use crate::language;
use crate::recognize::parts_of;
use crate::report::PostingReport;
use crate::source::{Fact, Source, Stated};
use crate::{Imported, Options};

use entries::Texts;
pub(crate) use ids::Ids;
use lacking::{missing, problems};

/// The largest posting file, in bytes.
const MAX_FILE: usize = 4 * 1024 * 1024;

/// Longer titles, in characters, are texts.
const LONGEST_TITLE: usize = 300;

/// Makes the posting file of a source.
pub(crate) fn assemble(
    mut source: Source,
    format: Format,
    options: &Options,
    ids: &mut Ids,
) -> Result<(Imported, PostingReport), ImportError> {
    apply(options, &mut source);
    shorten_title(&mut source);
    let mut facts = facts::read(&mut source);
    let mut report = PostingReport::default();
    let lang = language_of(&source, &mut report);

    let mut blocks = std::mem::take(&mut source.blocks);
    if !blocks.iter().all(Block::fits) {
        blocks = blocks.into_iter().flat_map(Block::divided).collect();
    }
    let (blocks, around) = entries::apart_from_page(blocks);
    let mut texts = Texts::new(lang.as_deref());
    let employer = source.organization.as_ref();
    let employer = employer.map_or("", |stated| stated.value.as_str());
    let parts = entries::without_lone_sentences(parts_of(blocks, employer));
    let parts = between::told(entries::with_list(parts));
    texts.add_parts(parts, &mut report);
    texts.add_page(around, &mut report);
    texts.labels.append(&mut source.labels);

    let value = |stated: &Option<Stated>| stated.as_ref().map(|stated| stated.value.clone());
    let organization = Organization {
        name: value(&source.organization).unwrap_or_default(),
        url: safe(value(&source.organization_url)),
        team: value(&source.team),
    };
    let id = ids.choose(options.id.as_deref(), &source);
    let title = value(&source.title).unwrap_or_default();
    let mut document = Document::new(&id, &title, organization);
    document.lang = lang.filter(|lang| lang != "en");
    document.locations = locations(&source, &facts, &mut report);
    let concluded = facts
        .is_internship
        .then_some(posting::document::EmploymentType::Intern);
    document.employment_type = source.employment.or(concluded);
    currency::doubt(&mut facts.found, &document.locations);
    let told = source.facts.iter_mut().chain(&mut facts.found);
    document.pay = pay::told(told, &mut report.notes);
    document.date_posted = value(&source.posted);
    document.valid_through = value(&source.valid_through).or_else(|| facts.deadline.clone());
    if document.valid_through < document.date_posted
        && document.date_posted.is_some()
        && let Some(day) = document.valid_through.take()
    {
        report.notes.push(format!(
            "the deadline {day} lies before the day of publication; it was left out"
        ));
    }
    document.program = program(&source, &facts);
    document.application = application(&source, &facts);
    let privacy = options
        .privacy_url
        .clone()
        .or_else(|| facts.privacy.clone());
    document.privacy_policy = safe(privacy).map(|url| PrivacyPolicy { url });
    let labels = std::mem::take(&mut texts.labels);
    document.about = texts.about;
    document.responsibilities = texts.responsibilities;
    document.qualifications = Qualifications {
        minimum: texts.minimum,
        preferred: texts.preferred,
    };
    document.sections = texts.sections;

    let json = to_json(&document, format, &labels, &title)?;
    stated_facts(&source, &mut report);
    report.facts.extend(source.facts);
    report.facts.extend(facts.found);
    report.notes.extend(source.notes);
    report.missing = missing(&document);
    report.problems = problems(&json, &report.missing);
    report.id.clone_from(&id);
    report.title = title;
    Ok((Imported { id, json }, report))
}

/// What the caller knows better.
fn apply(options: &Options, source: &mut Source) {
    let given = |value: &Option<String>| value.as_deref().and_then(|value| Stated::new(value, 1));
    let fields = [
        (&mut source.title, &options.title),
        (&mut source.organization, &options.organization),
        (&mut source.organization_url, &options.organization_url),
        (&mut source.lang, &options.lang),
        (&mut source.apply_url, &options.apply_url),
    ];
    for (field, option) in fields {
        if let Some(stated) = given(option) {
            let replaced = field.replace(stated).map(|replaced| replaced.value);
            source
                .labels
                .extend(replaced.filter(|replaced| Some(replaced) != option.as_ref()));
        }
    }
}

/// A title without an end is a text, whose start serves as the title.
fn shorten_title(source: &mut Source) {
    let Some(title) = source.title.as_mut() else {
        return;
    };
    if title.value.chars().count() > LONGEST_TITLE {
        let whole = Block::new(crate::block::BlockKind::Paragraph, &title.value, title.line);
        title.value = title.value.chars().take(LONGEST_TITLE).collect();
        title.value = title.value.trim().to_owned();
        title.uncertain = true;
        source.blocks.insert(0, whole);
    }
}

fn safe(url: Option<String>) -> Option<String> {
    url.filter(|url| SafeUrl::parse(url).is_ok())
}

/// The language that the source states, else the one that its words tell.
fn language_of(source: &Source, report: &mut PostingReport) -> Option<String> {
    let stated = source
        .lang
        .as_ref()
        .map(|lang| lang.value.replace('_', "-"));
    let is_tag = |tag: &str| {
        let mut parts = tag.split('-');
        let language = parts.next().unwrap_or_default();
        (2..=3).contains(&language.len())
            && language
                .chars()
                .all(|character| character.is_ascii_alphabetic())
            && parts.all(|part| part.len() == 2 && part.chars().all(|c| c.is_ascii_alphabetic()))
    };
    let texts = source.blocks.iter().flat_map(Block::texts);
    let guessed = language::guess(texts);
    match (stated.filter(|tag| is_tag(tag)), guessed) {
        (Some(stated), _) => Some(stated),
        (None, Some(guessed)) => {
            if guessed != "en" {
                report.notes.push(format!(
                    "the language was taken for “{guessed}”; please review"
                ));
            }
            Some(guessed.to_owned())
        }
        (None, None) => None,
    }
}

/// The places that the source states, or one that its sentences name.
fn locations(source: &Source, facts: &Facts, report: &mut PostingReport) -> Vec<Location> {
    let named = facts.place.as_ref().filter(|_| source.locations.is_empty());
    let Some((name, line)) = named else {
        return source.locations.clone();
    };
    report.facts.push(Fact {
        field: "locations",
        value: name.clone(),
        words: name.clone(),
        line: *line,
        review: true,
    });
    crate::read::places_of(name)
}

fn program(source: &Source, facts: &Facts) -> Option<Program> {
    let mut program = facts.program.clone();
    if let Some(start) = &source.start {
        let known = program.start_dates.get_or_insert_default();
        if known.is_empty() {
            known.push(StartDate::Day(start.value.clone()));
        }
        program.start_window = None;
    }
    (program != Program::default()).then_some(program)
}

fn application(source: &Source, facts: &Facts) -> Option<Application> {
    let application = Application {
        url: safe(source.apply_url.as_ref().map(|url| url.value.clone())),
        limit: facts.limit.clone(),
        rolling_review: facts.rolling,
    };
    (application != Application::default()).then_some(application)
}

/// The file, with what the format has no field for under a key of ours: the words of headings that
/// the widget replaces by its own, and labels.
fn to_json(
    document: &Document,
    format: Format,
    labels: &[String],
    title: &str,
) -> Result<String, ImportError> {
    let too_large = || ImportError::PostingTooLarge {
        title: title.to_owned(),
    };
    let imported = json!({ "format": format, "headings": labels });
    let json = in_order(document, &imported).map_err(|_| too_large())?;
    if json.len() > MAX_FILE {
        return Err(too_large());
    }
    Ok(json)
}

/// The members in the order in which people read them, whether or not JSON objects keep an order.
fn in_order(document: &Document, imported: &Value) -> Result<String, serde_json::Error> {
    let mut file = document.to_json()?;
    let extra = serde_json::to_string_pretty(imported)?;
    let body = file.trim_end().trim_end_matches('}').trim_end();
    file.truncate(body.len());
    file.push_str(",\n  \"x-import\": ");
    file.push_str(&extra.replace('\n', "\n  "));
    file.push_str("\n}\n");
    Ok(file)
}

/// Facts that the source states outright.
fn stated_facts(source: &Source, report: &mut PostingReport) {
    let stated = [
        ("title", &source.title),
        ("organization.name", &source.organization),
        ("organization.url", &source.organization_url),
        ("organization.team", &source.team),
        ("datePosted", &source.posted),
        ("validThrough", &source.valid_through),
        ("application.url", &source.apply_url),
        ("program.startDates", &source.start),
    ];
    for (field, stated) in stated {
        if let Some(Stated {
            value,
            line,
            uncertain,
        }) = stated
        {
            report.facts.push(Fact {
                field,
                value: value.clone(),
                words: value.clone(),
                line: *line,
                review: *uncertain,
            });
        }
    }
    for location in &source.locations {
        let remote = if location.remote { " (remote)" } else { "" };
        report.facts.push(Fact {
            field: "locations",
            value: format!("{}{remote}", location.name),
            words: location.name.clone(),
            line: source.title.as_ref().map_or(1, |title| title.line),
            review: source.are_places_guessed,
        });
    }
}
