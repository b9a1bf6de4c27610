//! The numbers of items, which Markdown counts by itself.

/// The number with its sign at a place, "1."; nothing before other items.
pub(super) fn at(markdown: &str, place: usize) -> String {
    let rest = markdown.get(place..).unwrap_or_default();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let sign = usize::from(digits > 0);
    rest.get(..digits + sign).unwrap_or_default().to_owned()
}
