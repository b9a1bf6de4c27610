//! The public posting format, version 1, as types to write it with.
//!
//! What they serialize to is read by [`Posting::from_json`](crate::posting::Posting::from_json),
//! which also checks what types can't say. The comments on them are the descriptions in the
//! published JSON Schema.

mod parts;
mod pay;
mod program;
mod prose;
#[cfg(feature = "schema")]
mod schema;

use serde::{Deserialize, Serialize};

pub use parts::{
    Application, ApplicationLimit, EmploymentType, Location, Organization, PrivacyPolicy,
};
pub use pay::{Pay, PayUnit};
pub use program::{Program, StartDate, StartWindow, WorkingDay};
pub use prose::{
    Block, Inline, Qualification, Qualifications, RichText, Rule, RuleOrRules, Section,
};
#[cfg(feature = "schema")]
pub use schema::schema;

pub use crate::check::VERSION;

/// A job posting: what it says, in the order in which people read it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Document {
    /// The version of this format: 1.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::version"))]
    pub version: u16,
    /// A name that stays the same for as long as the posting lives: candidates' drafts are kept
    /// under it. 1 to 80 of the characters a-z, 0-9, "-", "_" and ".".
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::posting_id"))]
    pub id: String,
    /// The language of the posting's texts, a BCP 47 tag without extensions such as "pt-BR".
    /// English if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::lang"))]
    pub lang: Option<String>,
    /// The title of the position.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::text"))]
    pub title: String,
    /// Who offers the position.
    pub organization: Organization,
    /// Where the work is done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub locations: Vec<Location>,
    /// The kind of employment, in schema.org's terms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employment_type: Option<EmploymentType>,
    /// What the position is paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pay: Option<Pay>,
    /// The day of publication, such as "2025-11-03".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::date"))]
    pub date_posted: Option<String>,
    /// The last day on which applications are taken; not before "datePosted". Left out where
    /// there is no deadline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::date"))]
    pub valid_through: Option<String>,
    /// The programme with its length and starts. Left out for an ordinary job.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub program: Option<Program>,
    /// Introductory paragraphs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<RichText>,
    /// What the candidate will do, one entry for each task.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub responsibilities: Vec<RichText>,
    /// What the candidate should bring.
    #[serde(default, skip_serializing_if = "Qualifications::is_empty")]
    pub qualifications: Qualifications,
    /// Further sections with headings of their own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
    /// How to apply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub application: Option<Application>,
    /// The privacy notice that applicants accept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub privacy_policy: Option<PrivacyPolicy>,
}

impl Document {
    /// A document that says only what every posting must.
    pub fn new(id: &str, title: &str, organization: Organization) -> Self {
        Self {
            version: VERSION,
            id: id.to_owned(),
            lang: None,
            title: title.to_owned(),
            organization,
            locations: Vec::new(),
            employment_type: None,
            pay: None,
            date_posted: None,
            valid_through: None,
            program: None,
            about: Vec::new(),
            responsibilities: Vec::new(),
            qualifications: Qualifications::default(),
            sections: Vec::new(),
            application: None,
            privacy_policy: None,
        }
    }

    /// The document as a file: JSON, indented by two spaces, with a final line break.
    ///
    /// # Errors
    /// None that these types can cause; `serde_json`'s are passed on.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(self).map(|text| text + "\n")
    }
}
