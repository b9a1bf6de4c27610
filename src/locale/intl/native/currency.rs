//! Currencies in English as browsers write them (Unicode's locale data, CLDR 48): a symbol, or the
//! code and a blank.

/// The symbols of British English, which most other regions share.
const SYMBOLS: [(&str, &str); 18] = [
    ("AUD", "A$"),
    ("BRL", "R$"),
    ("CAD", "CA$"),
    ("CNY", "CN¥"),
    ("EUR", "€"),
    ("GBP", "£"),
    ("HKD", "HK$"),
    ("ILS", "₪"),
    ("INR", "₹"),
    ("JPY", "JP¥"),
    ("KRW", "₩"),
    ("MXN", "MX$"),
    ("NZD", "NZ$"),
    ("PHP", "₱"),
    ("TWD", "NT$"),
    ("USD", "US$"),
    ("VND", "₫"),
    ("XCD", "EC$"),
];

/// The symbols that are shorter in the United States.
const AMERICAN: [(&str, &str); 2] = [("JPY", "¥"), ("USD", "$")];

/// What stands before an amount. A currency without a symbol keeps its code, with a blank at which
/// no line is broken.
pub(super) fn symbol(code: &str, is_american: bool) -> String {
    let shorter = AMERICAN.iter().filter(|_| is_american);
    let found = shorter.chain(&SYMBOLS).find(|(known, _)| *known == code);
    match found {
        Some((_, symbol)) => (*symbol).to_owned(),
        None => format!("{code}\u{a0}"),
    }
}

/// A decimal with a comma before each three digits of its whole part.
pub(super) fn grouped(decimal: &str) -> String {
    let (whole, fraction) = decimal.split_at(decimal.find('.').unwrap_or(decimal.len()));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + fraction
}
