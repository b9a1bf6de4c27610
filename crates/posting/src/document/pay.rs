//! Pay as the format writes it.

#[cfg(feature = "schema")]
use super::schema;
use serde::{Deserialize, Serialize};
use serde_json::Number;

use crate::pay::Amount;

/// What the position is paid, before taxes.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Pay {
    /// The currency, three capital letters (ISO 4217) such as "USD".
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::currency"))]
    pub currency: String,
    /// The least that is paid for a unit of time: a number with at most two decimal places.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::amount"))]
    pub min: Number,
    /// The most that is paid, not below "min". The same as "min" for a fixed sum.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::amount"))]
    pub max: Number,
    /// The time for which it is paid.
    pub unit: PayUnit,
}

/// An amount as a JSON number. Floating point holds the hundredths of every amount exactly enough
/// to be written as they are.
impl From<Amount> for Number {
    fn from(amount: Amount) -> Self {
        let hundredths = amount.hundredths();
        let whole = Self::from(hundredths / 100);
        match hundredths % 100 {
            0 => whole,
            _ => Self::from_f64(hundredths as f64 / 100.0).unwrap_or(whole),
        }
    }
}

/// The time for which an amount is paid, in schema.org's terms.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[cfg_attr(feature = "schema", schemars(transform = schema::plain_enum))]
pub enum PayUnit {
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}
