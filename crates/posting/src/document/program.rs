//! The programme as the format writes it.

#[cfg(feature = "schema")]
use super::schema;
use serde::{Deserialize, Serialize};

/// A programme: how long it lasts and when it can be started. Without "weeks", "months" and
/// stated ends its length is open.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = schema::exclusive_fields))]
#[serde(rename_all = "camelCase")]
pub struct Program {
    /// The length in weeks. Not together with "months".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 260)))]
    pub weeks: Option<u16>,
    /// The length in calendar months. Not together with "weeks".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 60)))]
    pub months: Option<u16>,
    /// The season in words, such as "Summer 2026".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::text"))]
    pub season: Option<String>,
    /// The days of the week that count as working days. Monday to Friday if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 7), extend("uniqueItems" = true)))]
    pub working_days: Option<Vec<WorkingDay>>,
    /// The days on which the programme starts, each once, in any order. Not together with
    /// "startWindow".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub start_dates: Option<Vec<StartDate>>,
    /// The time within which the programme can be started on any working day. Not together with
    /// "startDates".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start_window: Option<StartWindow>,
}

/// A day of the week.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "schema", schemars(transform = schema::plain_enum))]
pub enum WorkingDay {
    /// Monday.
    Mon,
    /// Tuesday.
    Tue,
    /// Wednesday.
    Wed,
    /// Thursday.
    Thu,
    /// Friday.
    Fri,
    /// Saturday.
    Sat,
    /// Sunday.
    Sun,
}

/// A start date, alone or with its last day.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum StartDate {
    /// The first day; the last one follows from the programme's length.
    Day(#[cfg_attr(feature = "schema", schemars(schema_with = "schema::date"))] String),
    /// The first and the last day.
    WithEnd {
        /// The first day.
        #[cfg_attr(feature = "schema", schemars(schema_with = "schema::date"))]
        start: String,
        /// The last day, not before the first.
        #[cfg_attr(feature = "schema", schemars(schema_with = "schema::date"))]
        end: String,
    },
}

/// The time within which a programme can be started: at most three years, with a working day.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct StartWindow {
    /// The first day on which it can be started.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::date"))]
    pub from: String,
    /// The last day on which it can be started, not before the first.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::date"))]
    pub to: String,
}
