//! The rules about dates, proved over whole ranges against oracles that share no code
//! with them: walking day by day instead of calculating.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

mod cohorts;
mod dates;
mod days;
mod fits;
mod typed_dates;
mod windows;
