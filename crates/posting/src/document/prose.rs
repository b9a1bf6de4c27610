//! Texts of the format: paragraphs with links and emphasis, qualifications with rules, sections.

#[cfg(feature = "schema")]
use super::schema;
use serde::{Deserialize, Serialize};

/// A paragraph or list item: text, or texts, links and emphasis in order.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum RichText {
    /// Text alone.
    Text(#[cfg_attr(feature = "schema", schemars(schema_with = "schema::text"))] String),
    /// Texts, links and emphasis in order, shown without a break between them.
    Pieces(#[cfg_attr(feature = "schema", schemars(length(min = 1)))] Vec<Inline>),
}

impl From<&str> for RichText {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// A piece of a paragraph.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Inline {
    /// Text.
    Text(#[cfg_attr(feature = "schema", schemars(length(min = 1, max = 20000)))] String),
    /// A link, text that is set apart, or both.
    #[cfg_attr(feature = "schema", schemars(transform = schema::link_or_emphasis))]
    Marked {
        /// What the candidate reads.
        #[cfg_attr(feature = "schema", schemars(schema_with = "schema::text"))]
        text: String,
        /// Where it leads.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(schema_with = "schema::url"))]
        href: Option<String>,
        /// Whether it is important, shown in bold.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        strong: bool,
        /// Whether it is stressed, shown in italics.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        emphasis: bool,
    },
}

impl Inline {
    /// A link.
    pub fn link(text: &str, href: &str) -> Self {
        Self::Marked {
            text: text.to_owned(),
            href: Some(href.to_owned()),
            strong: false,
            emphasis: false,
        }
    }
}

/// What the candidate should bring.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Qualifications {
    /// What is needed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub minimum: Vec<Qualification>,
    /// What is welcome besides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub preferred: Vec<Qualification>,
}

impl Qualifications {
    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        self.minimum.is_empty() && self.preferred.is_empty()
    }
}

/// A qualification: its text alone, or with an id and rules.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Qualification {
    /// The text alone.
    Text(RichText),
    /// The text with an id and rules.
    Full {
        /// A name that keeps the candidate's answer when the text is reworded. 1 to 80 of the
        /// characters a-z, 0-9 and "-"; derived from the text if left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(schema_with = "schema::qualification_id"))]
        id: Option<String>,
        /// What is asked.
        text: RichText,
        /// What it comes down to, in a form that can be computed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rule: Option<RuleOrRules>,
    },
}

/// One rule, or several that all hold.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum RuleOrRules {
    /// One rule.
    One(Rule),
    /// Several rules.
    All(#[cfg_attr(feature = "schema", schemars(length(min = 1)))] Vec<Rule>),
}

/// A rule that a qualification states: an object with one key.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Rule {
    /// Commit to this many weeks.
    CommitWeeks(#[cfg_attr(feature = "schema", schemars(range(min = 1, max = 260)))] u16),
    /// Graduate in this month or later, such as "2026-12".
    GraduateOnOrAfter(
        #[cfg_attr(feature = "schema", schemars(schema_with = "schema::month"))] String,
    ),
    /// Go back to the degree after the programme: true.
    ReturnToDegree(#[cfg_attr(feature = "schema", schemars(extend("const" = true)))] bool),
    /// Study one of these fields.
    EnrolledIn(
        #[cfg_attr(feature = "schema", schemars(schema_with = "schema::texts"))] Vec<String>,
    ),
}

/// A section with a heading of its own.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Section {
    /// The heading.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::text"))]
    pub title: String,
    /// Paragraphs and lists in order.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub body: Vec<Block>,
}

/// A block of a section.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Block {
    /// A bulleted list.
    List {
        /// The items.
        #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
        list: Vec<RichText>,
    },
    /// A paragraph.
    Paragraph(RichText),
}
