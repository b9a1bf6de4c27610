//! What several copies of one draft agree on: of each record the newest revision. That a text was
//! deleted is a revision too, or an older copy would bring it back.

use super::revision::{LAST_MOMENT, Revision};
use super::{Draft, record};

/// What became of a revision that came from elsewhere.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Meeting {
    /// Nothing changed: it was known, or is older than what is.
    Known,
    /// It is the newest, and nothing was lost by it.
    Followed,
    /// Each was typed without knowing of the other. The newer one stands, the other is offered.
    Conflict,
}

/// The newest known revision of every record.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Revisions {
    /// By name, each name once.
    records: Vec<(String, Revision)>,
}

impl Revisions {
    /// The newest revision of a record.
    pub fn get(&self, name: &str) -> Option<&Revision> {
        let mut records = self.records.iter();
        records.find_map(|(other, revision)| (other == name).then_some(revision))
    }

    /// Every record with its revision, deleted ones included.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Revision)> {
        let records = self.records.iter();
        records.map(|(name, revision)| (name.as_str(), revision))
    }

    /// What was typed and not deleted.
    pub fn draft(&self) -> Draft {
        let mut draft = Draft::default();
        for (name, revision) in &self.records {
            draft.set(name, &revision.text);
        }
        draft
    }

    /// When the newest text was typed; `None` if there is no text.
    pub fn newest(&self) -> Option<i64> {
        let texts = self.iter().filter(|(_, revision)| !revision.is_deletion());
        texts.map(|(_, revision)| revision.at).max()
    }

    /// Whether the draft has rested for as many days as the candidate wanted it to be kept.
    pub fn is_expired(&self, now: i64) -> bool {
        const DAY: i64 = 86_400_000;
        let expiry = self.get(record::EXPIRY).map(|revision| &revision.text);
        let days = expiry.and_then(|days| days.parse::<u16>().ok());
        let rested = self.newest().map(|newest| now.saturating_sub(newest));
        let has_rested = days
            .zip(rested)
            .is_some_and(|(days, rested)| rested > i64::from(days) * DAY);
        has_rested && !self.draft().is_empty()
    }

    /// Takes what was typed at `now`. A clock that was set back does not make it older than what
    /// it replaces.
    pub fn edit(&mut self, name: &str, text: &str, now: i64) -> Revision {
        let over = self.get(name).map_or(0, |known| known.at);
        let revision = Revision {
            text: text.to_owned(),
            at: now.max(over.saturating_add(1)).min(LAST_MOMENT),
            over,
        };
        self.put(name, revision.clone());
        revision
    }

    /// Whether a revision is newer than what is known of its record.
    pub fn lacks(&self, name: &str, revision: &Revision) -> bool {
        self.get(name)
            .is_none_or(|known| revision.is_newer_than(known))
    }

    /// Takes a revision if it is newer than what is known; says whether it was.
    pub fn take(&mut self, name: &str, revision: &Revision) -> bool {
        let is_newer = self.lacks(name, revision);
        if is_newer {
            self.put(name, revision.clone());
        }
        is_newer
    }

    /// Takes over whatever is newer in another copy. The order in which copies are merged, and
    /// how often, makes no difference.
    pub fn merge(&mut self, other: &Self) {
        for (name, revision) in other.iter() {
            self.take(name, revision);
        }
    }

    /// Takes a revision that came from elsewhere. If neither it nor the one known here was typed
    /// with knowledge of the other, the older text is kept under [`record::elsewhere`]: in the same
    /// revision wherever the two meet.
    pub fn meet(&mut self, name: &str, revision: &Revision) -> Meeting {
        let Some(known) = self.get(name).cloned() else {
            self.take(name, revision);
            return Meeting::Followed;
        };
        let is_newer = self.take(name, revision);
        let (newer, older) = if is_newer {
            (revision, &known)
        } else {
            (&known, revision)
        };
        let is_unknown = !older.is_deletion() && older.text != newer.text && newer.over < older.at;
        let offered = Revision {
            text: older.text.clone(),
            at: newer.at,
            over: older.at,
        };
        if is_unknown
            && !record::is_elsewhere(name)
            && self.take(&record::elsewhere(name), &offered)
        {
            Meeting::Conflict
        } else if is_newer {
            Meeting::Followed
        } else {
            Meeting::Known
        }
    }

    /// Takes a revision whatever is known.
    pub fn put(&mut self, name: &str, revision: Revision) {
        let place = self
            .records
            .binary_search_by(|(other, _)| other.as_str().cmp(name));
        match place {
            Ok(place) => {
                if let Some((_, known)) = self.records.get_mut(place) {
                    *known = revision;
                }
            }
            Err(place) => self.records.insert(place, (name.to_owned(), revision)),
        }
    }
}

#[cfg(test)]
mod tests;
