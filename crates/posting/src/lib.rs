//! The domain of the job posting widget: what a posting says, when a candidate
//! is free, and what follows from the two.
//!
//! Pure values only. Nothing here reads a clock, touches a browser or does IO:
//! *today* is an argument, and every rule is a function of its arguments.

pub mod availability;
pub mod calendar;
mod check;
pub mod date;
#[cfg(any(feature = "document", not(target_arch = "wasm32")))]
pub mod document;
pub mod draft;
pub mod fit;
pub mod json;
pub mod pay;
pub mod posting;
pub mod problem;
pub mod program;
pub mod requirement;
pub mod rich_text;
mod safe_url;
#[cfg(any(feature = "document", not(target_arch = "wasm32")))]
pub mod schema_org;
pub mod slots;
pub mod statement;
#[cfg(test)]
mod testing;
pub mod typed_date;
