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
    /// The runs of typing that began here have the numbers after this one,
    seed: u32,
    /// and there are so many.
    runs: u32,
}

impl Revisions {
    /// Nothing yet. Runs of typing get the numbers after `seed`, which should be a random one: no other
    /// widget may give the same.
    pub fn with_seed(seed: u32) -> Self {
        Self {
            seed,
            ..Self::default()
        }
    }

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
        let stands = self.get(name).filter(|known| self.is_own(known.run));
        match stands.map(|stands| (stands.over, stands.run)) {
            Some((over, run)) => self.revise(name, text, now, over, run),
            None => self.replace(name, text, now),
        }
    }

    /// Takes a text that was not made from the one that stands: brought from elsewhere, or deleted.
    pub fn replace(&mut self, name: &str, text: &str, now: i64) -> Revision {
        let over = self.get(name).map_or(0, |known| known.at);
        self.runs = self.runs.saturating_add(1);
        let run = self.seed.wrapping_add(self.runs);
        self.revise(name, text, now, over, run)
    }

    fn revise(&mut self, name: &str, text: &str, now: i64, over: i64, run: u32) -> Revision {
        let known = self.get(name).map_or(0, |known| known.at);
        let revision = Revision {
            text: text.to_owned(),
            at: now.max(known.saturating_add(1)).min(LAST_MOMENT),
            over,
            run,
        };
        self.put(name, revision.clone());
        self.dismiss_stage(name);
        revision
    }

    /// Whether a run of typing began here.
    pub fn is_own(&self, run: u32) -> bool {
        (1..=self.runs).contains(&run.wrapping_sub(self.seed))
    }

    /// What was typed elsewhere and is offered in the place of what stands, newest first, with the
    /// names under which it is kept.
    pub fn offers(&self, name: &str) -> Vec<(&str, &Revision)> {
        let stands = self.get(name);
        let is_open = |offer: &Revision| {
            let is_same = stands.is_some_and(|stands| {
                // A stage of what stands was taken for lost where that was not known.
                stands.text == offer.text || (offer.run != 0 && stands.run == offer.run)
            });
            !offer.is_deletion() && !is_same
        };
        let mut offers: Vec<(&str, &Revision)> = Vec::new();
        for (offer, revision) in self.iter() {
            if record::is_offer_for(offer, name) && is_open(revision) {
                // They are few: sorting by the standard library would be the larger part of this.
                let place = offers
                    .iter()
                    .position(|(_, other)| revision.is_newer_than(other));
                offers.insert(place.unwrap_or(offers.len()), (offer, revision));
            }
        }
        offers
    }

    /// Offers the text that stands, because another takes its place unseen; says under which name.
    pub fn offer(&mut self, name: &str) -> Option<String> {
        let stands = self.get(name).filter(|stands| !stands.is_deletion())?;
        let (offer, mut stands) = (record::elsewhere(name, stands.run), stands.clone());
        if let Some(known) = self.get(&offer) {
            stands.at = stands.at.max(known.at.saturating_add(1));
        }
        self.put(&offer, stands);
        Some(offer)
    }

    /// Forgets all that is offered in the place of a record's text; says under which names.
    pub fn dismiss_all(&mut self, name: &str, now: i64) -> Vec<String> {
        let open = self
            .iter()
            .filter(|(offer, known)| record::is_offer_for(offer, name) && !known.is_deletion());
        let open: Vec<String> = open.map(|(offer, _)| offer.to_owned()).collect();
        for offer in &open {
            self.dismiss(offer, now);
        }
        open
    }

    /// Forgets a stage of the text that stands, which was offered where that was not known.
    fn dismiss_stage(&mut self, name: &str) {
        let run = self.get(name).map_or(0, |stands| stands.run);
        let offer = record::elsewhere(name, run);
        let is_open = self.get(&offer).is_some_and(|known| !known.is_deletion());
        if run != 0 && is_open {
            // No one has put it away: where the same is offered again, that counts.
            self.dismiss(&offer, 0);
        }
    }

    /// Forgets an offer at `now`, which the deletion is over: as a revision it is a moment later than what was seen, so
    /// that a later stage, which nobody has seen, is offered all the same.
    pub fn dismiss(&mut self, offer: &str, now: i64) {
        if let Some(known) = self.get(offer).cloned() {
            let dismissed = Revision {
                text: String::new(),
                at: known.at.saturating_add(1).min(LAST_MOMENT),
                over: known.over.max(now.min(LAST_MOMENT)),
                ..known
            };
            self.put(offer, dismissed);
        }
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

    /// Has an offer stand that is newer than what stands: a page that was left in the moment between could put its
    /// text nowhere else. What else is stored must have been met before, or it would be taken for what this one was
    /// typed over.
    pub fn promote(&mut self, offer: &str) -> Meeting {
        let known = self.get(offer).filter(|offered| !offered.is_deletion());
        let record = record::offered_for(offer);
        let Some((record, known)) = record.zip(known.cloned()) else {
            return Meeting::Known;
        };
        if self
            .get(record)
            .is_none_or(|stands| !known.is_newer_than(stands))
        {
            return Meeting::Known;
        }
        // Newer than the end of the offer, or it could not be offered again.
        let at = known.at.saturating_add(1).min(LAST_MOMENT);
        self.meet(record, &Revision { at, ..known })
    }

    /// Takes a revision that came from elsewhere. If the newer of it and the one known here was typed
    /// without knowledge of the other, the older one is kept under [`record::elsewhere`].
    pub fn meet(&mut self, name: &str, revision: &Revision) -> Meeting {
        let Some(known) = self.get(name).cloned() else {
            self.take(name, revision);
            return Meeting::Followed;
        };
        let is_newer = self.take(name, revision);
        self.dismiss_stage(name);
        let (newer, older) = if is_newer {
            (revision, &known)
        } else {
            (&known, revision)
        };
        if newer.loses(older)
            && record::is_kept_twice(name)
            && self.take(&record::elsewhere(name, older.run), older)
        {
            Meeting::Conflict
        } else if is_newer {
            Meeting::Followed
        } else {
            Meeting::Known
        }
    }

    /// Forgets a record altogether.
    pub fn remove(&mut self, name: &str) {
        self.records.retain(|(other, _)| other != name);
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
