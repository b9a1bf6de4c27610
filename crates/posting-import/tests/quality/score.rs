//! Items exactly right, and words kept.

use std::collections::HashMap;

use serde_json::Value;

/// How much of a truth was met.
#[derive(Default)]
pub struct Score {
    hits: usize,
    found: usize,
    wanted: usize,
    words: usize,
    kept_words: usize,
    /// Words that stand nowhere in the posting.
    pub lost: Vec<String>,
}

impl Score {
    /// Compares a posting with the lists of its truth, and with the words of its source.
    pub fn of(posting: &Value, truth: &Value, words: &[String]) -> Self {
        let mut score = Self::default();
        for (key, pointer) in [
            ("responsibilities", "/responsibilities"),
            ("minimum", "/qualifications/minimum"),
            ("preferred", "/qualifications/preferred"),
        ] {
            let found: Vec<String> = posting
                .pointer(pointer)
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .map(text)
                .collect();
            let wanted: Vec<String> = truth[key]
                .as_array()
                .into_iter()
                .flatten()
                .map(text)
                .collect();
            score.hits += common(&found, &wanted);
            score.found += found.len();
            score.wanted += wanted.len();
        }
        let said = words_of(&all_text(posting));
        score.words = words.len();
        score.kept_words = common(words, &said);
        let mut left = counts(&said);
        for word in words {
            match left.get_mut(word.as_str()) {
                Some(count) if *count > 0 => *count -= 1,
                _ => score.lost.push(word.clone()),
            }
        }
        score
    }

    /// Adds another score.
    pub fn add(&mut self, other: &Self) {
        self.hits += other.hits;
        self.found += other.found;
        self.wanted += other.wanted;
        self.words += other.words;
        self.kept_words += other.kept_words;
    }

    /// The harmonic mean of precision and recall of items; 1 where there are none.
    pub fn f1(&self) -> f64 {
        match self.found + self.wanted {
            0 => 1.0,
            all => 2.0 * count(self.hits) / count(all),
        }
    }

    /// The share of words that were kept.
    pub fn kept(&self) -> f64 {
        if self.words == 0 {
            1.0
        } else {
            count(self.kept_words) / count(self.words)
        }
    }
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap())
}

/// A text in the forms that the posting format has for it.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(pieces) => pieces.iter().map(text).collect(),
        Value::Object(members) => members.get("text").map(text).unwrap_or_default(),
        _ => String::new(),
    }
}

/// Everything that the file says, without addresses.
fn all_text(value: &Value) -> String {
    match value {
        Value::String(text) => format!("{text} "),
        Value::Array(pieces) => pieces.iter().map(all_text).collect(),
        Value::Object(members) => {
            let said = members.iter().filter(|(key, _)| *key != "href");
            said.map(|(_, value)| all_text(value)).collect()
        }
        _ => String::new(),
    }
}

/// Words in small letters.
pub fn words_of(text: &str) -> Vec<String> {
    let words = text.split(|character: char| !character.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

fn counts(words: &[String]) -> HashMap<&str, usize> {
    let mut counts = HashMap::new();
    for word in words {
        *counts.entry(word.as_str()).or_insert(0) += 1;
    }
    counts
}

fn common(one: &[String], other: &[String]) -> usize {
    let other = counts(other);
    let one = counts(one);
    one.iter()
        .map(|(word, count)| (*count).min(other.get(word).copied().unwrap_or(0)))
        .sum()
}
