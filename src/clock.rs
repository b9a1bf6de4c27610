//! The only reader of the clock. Everything else is told what day it is.

use posting::date::CivilDate;

/// Today in the reader's own time zone.
#[cfg(target_arch = "wasm32")]
pub fn today() -> CivilDate {
    let now = js_sys::Date::new_0();
    let day = CivilDate::new(
        now.get_full_year() as i32,
        now.get_month() as u8 + 1,
        now.get_date() as u8,
    );
    day.unwrap_or(CivilDate::FIRST)
}

/// Milliseconds since 1 January 1970.
#[cfg(target_arch = "wasm32")]
pub fn now() -> i64 {
    js_sys::Date::now() as i64
}

/// Today in UTC: natively there is no reader whose time zone would count.
#[cfg(not(target_arch = "wasm32"))]
pub fn today() -> CivilDate {
    CivilDate::from_days_since_epoch((now() / 86_400_000) as i32)
}

/// Milliseconds since 1 January 1970.
#[cfg(not(target_arch = "wasm32"))]
pub fn now() -> i64 {
    std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .map_or(0, |since| since.as_millis() as i64)
}
