//! The small objects of the format: organization, places, application.

#[cfg(feature = "schema")]
use super::schema;
use serde::{Deserialize, Serialize};

/// Who offers the position.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Organization {
    /// The organization's name.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::text"))]
    pub name: String,
    /// Its home page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::url"))]
    pub url: Option<String>,
    /// The team within it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::text"))]
    pub team: Option<String>,
}

/// A place where the work is done.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Location {
    /// The place as people call it.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::text"))]
    pub name: String,
    /// Its country, two capital letters (ISO 3166-1 alpha-2) such as "US".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::country"))]
    pub country: Option<String>,
    /// Whether the work can be done from anywhere in that place.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub remote: bool,
}

/// The kind of employment, in schema.org's terms.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[cfg_attr(feature = "schema", schemars(transform = schema::plain_enum))]
pub enum EmploymentType {
    /// A whole working week.
    FullTime,
    /// Less than a whole working week.
    PartTime,
    /// Work on a contract of its own.
    Contractor,
    /// Employment for a limited time.
    Temporary,
    /// An internship.
    Intern,
    /// Unpaid work for a cause.
    Volunteer,
    /// Work by the day.
    PerDiem,
    /// Anything else.
    Other,
}

/// How to apply.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Application {
    /// The employer's own application page, or an address to write to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::url"))]
    pub url: Option<String>,
    /// How many positions one candidate may apply for. Left out where there is no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<ApplicationLimit>,
    /// Whether applications are reviewed as they arrive.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub rolling_review: bool,
}

/// A limit on applications per candidate.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ApplicationLimit {
    /// The number of positions.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 20)))]
    pub positions: u8,
    /// Whether applications are considered in the order in which they are made.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_order: bool,
    /// What the limit counts. Postings that state the same scope share their slots.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::text"))]
    pub scope: Option<String>,
}

/// The privacy notice that applicants accept.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PrivacyPolicy {
    /// Where it can be read.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::url"))]
    pub url: String,
}
