//! "Did you mean …?" for keys and names that are nearly right.

/// The known name that `typed` was probably meant to be.
pub(super) fn suggest<'a>(typed: &str, known: &[&'a str]) -> Option<&'a str> {
    /// No known name is longer, so nothing longer can be near one.
    const LONGEST: usize = 40;
    if typed.len() > LONGEST {
        return None;
    }
    let typed = plain(typed);
    known
        .iter()
        .map(|&name| (distance(&typed, &plain(name)), name))
        .filter(|&(distance, _)| distance <= 1.max(typed.len() / 3))
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, name)| name)
}

/// Without case and separators, so that `start_dates` is `startDates`.
fn plain(name: &str) -> Vec<char> {
    name.chars()
        .filter(|&character| !matches!(character, '_' | '-' | ' '))
        .map(|character| character.to_ascii_lowercase())
        .collect()
}

/// How many letters have to be added, dropped or changed (Levenshtein's distance).
fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, letter) in one.iter().enumerate() {
        let mut diagonal = index;
        let mut left = index + 1;
        for (cell, other_letter) in row.iter_mut().skip(1).zip(other) {
            let changed = diagonal + usize::from(letter != other_letter);
            diagonal = *cell;
            *cell = changed.min(diagonal + 1).min(left + 1);
            left = *cell;
        }
        if let Some(first) = row.first_mut() {
            *first = index + 1;
        }
    }
    row.last().copied().unwrap_or(one.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [&str; 4] = ["startDates", "startWindow", "url", "text"];

    #[track_caller]
    fn check(typed: &str, expected: Option<&str>) {
        assert_eq!(suggest(typed, &KNOWN), expected);
    }

    #[test]
    fn near_names_are_suggested() {
        check("startDate", Some("startDates"));
        check("start_dates", Some("startDates"));
        check("startdates", Some("startDates"));
        check("stratWindow", Some("startWindow"));
        check("uri", Some("url"));
        check("txt", Some("text"));
    }

    #[test]
    fn far_names_are_not() {
        check("salary", None);
        check("", None);
        check("id", None);
        check(&"startDates".repeat(5), None);
    }

    #[test]
    fn distances_count_letters() {
        let between = |one: &str, other: &str| distance(&plain(one), &plain(other));
        assert_eq!(between("kitten", "sitting"), 3);
        assert_eq!(between("", "abc"), 3);
        assert_eq!(between("abc", ""), 3);
        assert_eq!(between("same", "same"), 0);
    }
}
