//! The texts of a posting: which part becomes which list, and what becomes a
//! section.

use std::borrow::Cow;

use posting::document::{Block as Body, Qualification, RichText, RuleOrRules, Section};

use super::list::List;
use crate::block::{Block, BlockKind};
use crate::facts::rules_of;
use crate::recognize::{Part, Role};
use crate::report::{PostingReport, Recognized};

/// The format's longest list.
const LONGEST_LIST: usize = 5_000;

/// The texts of a posting.
#[derive(Default)]
pub(super) struct Texts {
    pub about: Vec<RichText>,
    pub responsibilities: Vec<RichText>,
    pub minimum: Vec<Qualification>,
    pub preferred: Vec<Qualification>,
    pub sections: Vec<Section>,
    /// Words that the posting shows in other words: headings of its lists, and what leads to them.
    pub labels: Vec<String>,
    more: &'static str,
    page: &'static str,
}

/// Divides what a page says around the posting from the posting, unless it is all there is.
pub(super) fn apart_from_page(blocks: Vec<Block>) -> (Vec<Block>, Vec<Block>) {
    if !blocks.iter().any(|block| block.around) {
        return (blocks, Vec::new());
    }
    let (mut around, mut posting) = (0, 0);
    for block in &blocks {
        let words = block.plain().split(' ').count();
        if block.around {
            around += words;
        } else {
            posting += words;
        }
    }
    if around > posting {
        return (blocks, Vec::new());
    }
    blocks.into_iter().partition(|block| !block.around)
}

/// Where no heading says what the candidate will do, the list below "Job description" does.
pub(super) fn with_list(mut parts: Vec<Part>) -> Vec<Part> {
    if parts.iter().any(|part| part.role == Role::Responsibilities) {
        return parts;
    }
    let is_description = |part: &&mut Part| {
        let heading = part
            .heading
            .as_ref()
            .map(|heading| heading.plain().to_lowercase());
        let names = [
            "description",
            "the role",
            "position",
            "role",
            "the job",
            "stelle",
            "poste",
            "puesto",
        ];
        let items = part
            .blocks
            .iter()
            .filter(|block| block.kind == BlockKind::Item)
            .count();
        part.role == Role::About
            && items >= 3
            && heading.is_some_and(|heading| {
                names.iter().any(|name| heading.contains(name)) && !heading.contains("company")
            })
    };
    if let Some(part) = parts.iter_mut().find(is_description) {
        part.role = Role::Responsibilities;
        part.uncertain = true;
    }
    parts
}

/// Where a list says what the candidate will do, a sentence below another heading of that kind, "A day in the
/// life", is none of its entries.
pub(super) fn without_lone_sentences(mut parts: Vec<Part>) -> Vec<Part> {
    let is_item = |block: &&Block| block.kind == BlockKind::Item;
    let is_list = |part: &Part| {
        part.role == Role::Responsibilities && part.blocks.iter().filter(is_item).nth(1).is_some()
    };
    if !parts.iter().any(is_list) {
        return parts;
    }
    for part in &mut parts {
        let is_sentence = matches!(part.blocks.as_slice(), [only]
            if only.kind == BlockKind::Paragraph && only.plain().ends_with(['.', '!']));
        if part.role == Role::Responsibilities && is_sentence {
            part.role = Role::About;
        }
    }
    parts
}

impl Texts {
    pub fn new(lang: Option<&str>) -> Self {
        let language = lang.unwrap_or("en").split('-').next().unwrap_or_default();
        let (more, page) = match language {
            "de" => ("Weitere Informationen", "Von der Seite um die Stelle"),
            "fr" => ("Informations complémentaires", "Autour de l’annonce"),
            "es" => ("Más información", "Alrededor de la oferta"),
            _ => ("More information", "From the page around the posting"),
        };
        Self {
            more,
            page,
            ..Self::default()
        }
    }

    /// Gives each part its place.
    pub fn add_parts(&mut self, parts: Vec<Part>, report: &mut PostingReport) {
        let mut is_start = true;
        for mut part in parts {
            self.take_tags(&mut part);
            let has_items = part
                .blocks
                .iter()
                .any(|block| block.kind != BlockKind::Paragraph);
            let mut recognized = recognized(&part);
            (recognized.at, recognized.entries) = if part.role.is_list() {
                self.list(part)
            } else if part.role == Role::About && is_start && !has_items {
                self.label(part.heading.as_ref());
                let count = part.blocks.len();
                let texts = part.blocks.into_iter().map(Block::into_rich_text);
                self.about.extend(texts);
                ("about".to_owned(), count)
            } else {
                is_start = false;
                self.section(part, self.more)
            };
            if recognized.entries > 0 {
                report.recognized.push(recognized);
            }
        }
    }

    /// What stands around the posting on its page, as the last section.
    pub fn add_page(&mut self, mut blocks: Vec<Block>, report: &mut PostingReport) {
        blocks.retain(|block| !block.is_empty());
        if blocks.is_empty() {
            return;
        }
        let part = Part {
            role: Role::Other,
            heading: None,
            blocks,
            uncertain: true,
        };
        let mut recognized = recognized(&part);
        (recognized.at, recognized.entries) = self.section(part, self.page);
        report.recognized.push(recognized);
    }

    fn label(&mut self, block: Option<&Block>) {
        let words = block.map(Block::plain).filter(|words| !words.is_empty());
        self.labels.extend(words.map(Cow::into_owned));
    }

    /// Tags for job boards such as "#LI-Remote" say nothing to candidates.
    fn take_tags(&mut self, part: &mut Part) {
        let is_tag = |block: &Block| {
            let text = block.plain();
            !text.is_empty()
                && text
                    .split(' ')
                    .all(|word| word.starts_with("#LI-") || word == "|")
        };
        let labels = &mut self.labels;
        part.blocks.retain(|block| {
            let (is_tag, is_empty) = (is_tag(block), block.is_empty());
            if is_tag {
                labels.push(block.plain().into_owned());
            }
            // As markup has items without a word.
            if is_empty {
                labels.extend(block.number.clone());
            }
            !is_tag && !is_empty
        });
        if part.heading.as_ref().is_some_and(is_tag) {
            self.label(part.heading.take().as_ref());
        }
    }

    /// A list, whose entries go to their field, and what else stands in it to a section.
    fn list(&mut self, part: Part) -> (String, usize) {
        self.label(part.heading.as_ref());
        let List {
            mut entries,
            mut paragraphs,
            labels,
        } = List::of(part.role, part.blocks);
        self.labels.extend(labels);
        let rest = entries.split_off(entries.len().min(LONGEST_LIST));
        paragraphs.extend(rest);
        let total = entries.len();
        for entry in entries {
            match part.role {
                Role::Minimum => self.minimum.push(qualification(entry)),
                Role::Preferred => self.preferred.push(qualification(entry)),
                _ => self.responsibilities.push(entry.into_rich_text()),
            }
        }
        let path = match part.role {
            Role::Minimum => "qualifications.minimum",
            Role::Preferred => "qualifications.preferred",
            _ => "responsibilities",
        };
        if !paragraphs.is_empty() {
            let rest = Part {
                role: Role::Other,
                heading: part.heading,
                blocks: paragraphs,
                uncertain: false,
            };
            self.section(rest, self.more);
        }
        (path.to_owned(), total)
    }

    /// A part as a section: items become lists, headings inside become paragraphs.
    fn section(&mut self, part: Part, title: &str) -> (String, usize) {
        let heading = part
            .heading
            .as_ref()
            .map(|block| block.plain().into_owned());
        let heading = heading.filter(|heading| !heading.is_empty());
        if part.blocks.is_empty() {
            // A heading alone still says something.
            match (part.heading, self.sections.last_mut()) {
                (Some(block), Some(last)) if heading.is_some() => {
                    last.body.push(Body::Paragraph(block.into_rich_text()));
                }
                _ => self.labels.extend(heading),
            }
            return (String::new(), 0);
        }
        let title = heading.unwrap_or_else(|| title.to_owned());
        let count = part.blocks.len();
        let mut blocks = part.blocks.into_iter().peekable();
        while blocks.peek().is_some() {
            let mut body: Vec<Body> = Vec::new();
            for mut block in blocks.by_ref().take(LONGEST_LIST) {
                self.labels.extend(block.number.take());
                let kind = block.kind;
                let text = block.into_rich_text();
                match (kind, body.last_mut()) {
                    (BlockKind::Item, Some(Body::List { list })) => list.push(text),
                    (BlockKind::Item, _) => body.push(Body::List { list: vec![text] }),
                    _ => body.push(Body::Paragraph(text)),
                }
            }
            self.sections.push(Section {
                title: title.clone(),
                body,
            });
        }
        (format!("sections “{title}”"), count)
    }
}

/// A part that has not been given its place yet.
fn recognized(part: &Part) -> Recognized {
    let first = part.heading.as_ref().or(part.blocks.first());
    Recognized {
        role: part.role,
        at: String::new(),
        heading: part
            .heading
            .as_ref()
            .map(|block| block.plain().into_owned()),
        line: first.map_or(1, |block| block.line),
        entries: 0,
        review: part.uncertain,
    }
}

fn qualification(block: Block) -> Qualification {
    let mut rules = rules_of(&block.plain());
    let text = block.into_rich_text();
    let rule = match rules.len() {
        0 => return Qualification::Text(text),
        1 => rules.pop().map(RuleOrRules::One),
        _ => Some(RuleOrRules::All(rules)),
    };
    Qualification::Full {
        id: None,
        text,
        rule,
    }
}
