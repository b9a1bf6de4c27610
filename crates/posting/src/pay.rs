//! What a position is paid: from one amount to another, of a currency, for a unit of time.
//!
//! Amounts are counted in hundredths and written as decimals, so that no floating point comes
//! into the wasm and no amount is ever a hair beside what the posting says.

use std::fmt;

/// A range of pay.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pay {
    /// ISO 4217 code of the currency, in capitals.
    pub currency: String,
    /// The least that is paid.
    pub least: Amount,
    /// The most that is paid, not below the least; the same for a fixed sum.
    pub most: Amount,
    /// The time for which it is paid.
    pub unit: PayUnit,
}

impl Pay {
    /// Whether it is one sum instead of a range.
    pub fn is_fixed(&self) -> bool {
        self.least == self.most
    }
}

/// An amount of money above nothing, in some currency.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Amount {
    hundredths: u64,
}

impl Amount {
    /// The largest amount: all its hundredths are exact in JSON readers that know only floating
    /// point, and no currency needs more for a year.
    pub const MOST: u64 = 1_000_000_000_000;

    /// An amount by its hundredths; `None` if it is nothing, or more than [`Self::MOST`].
    pub fn from_hundredths(hundredths: i64) -> Option<Self> {
        let hundredths = u64::try_from(hundredths).ok()?;
        (1..=Self::MOST * 100)
            .contains(&hundredths)
            .then_some(Self { hundredths })
    }

    /// How many hundredths it is.
    pub fn hundredths(self) -> u64 {
        self.hundredths
    }
}

/// "50000" or "15.50": decimal, with a point before two places or none.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = self.hundredths / 100;
        match self.hundredths % 100 {
            0 => write!(f, "{whole}"),
            rest => write!(f, "{whole}.{rest:02}"),
        }
    }
}

/// The time for which an amount is paid, in schema.org's terms.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PayUnit {
    /// `HOUR`
    Hour,
    /// `DAY`
    Day,
    /// `WEEK`
    Week,
    /// `MONTH`
    Month,
    /// `YEAR`
    Year,
}

impl PayUnit {
    /// All units, the shortest first.
    pub const ALL: [Self; 5] = [Self::Hour, Self::Day, Self::Week, Self::Month, Self::Year];

    /// The name that documents and structured data use, such as `YEAR`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hour => "HOUR",
            Self::Day => "DAY",
            Self::Week => "WEEK",
            Self::Month => "MONTH",
            Self::Year => "YEAR",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(hundredths: i64, expected: Option<&str>) {
        let written = Amount::from_hundredths(hundredths).map(|amount| amount.to_string());
        assert_eq!(written.as_deref(), expected);
    }

    #[test]
    fn amounts_are_written_as_decimals() {
        check(5_000_000, Some("50000"));
        check(1_550, Some("15.50"));
        check(1_505, Some("15.05"));
        check(1, Some("0.01"));
        check(100_000_000_000_000, Some("1000000000000"));
    }

    #[test]
    fn nothing_and_too_much_are_no_amounts() {
        check(0, None);
        check(-1, None);
        check(100_000_000_000_001, None);
        check(i64::MAX, None);
    }
}
