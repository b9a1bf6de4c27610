//! Whether the browser, or whoever clears what a site has stored, has taken texts away that were on the
//! device.

use posting::draft::Revision;

use super::draft_key;
use super::saver::Saver;
use super::shelf::Held;

/// What has become of texts that were on the device.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Loss {
    /// All are where they were.
    None,
    /// Some are gone from one place, and none from both.
    OnePlace,
    /// Some are gone.
    Both,
}

impl Saver {
    /// Looks where the texts are that were on the device; `rows` is what the database holds, if it says so. Gives
    /// that as records, without what can't be read.
    pub fn look_for_loss(
        &mut self,
        rows: Option<&[(String, String)]>,
    ) -> (Loss, Vec<(String, Revision)>) {
        let texts = self.held.iter().filter(|(_, held)| !held.is_deletion());
        let before: Vec<_> = texts
            .map(|(name, held)| (name.to_owned(), held.clone(), self.places(name, held)))
            .collect();
        self.look_again();
        let records = rows.map_or_else(Vec::new, |rows| self.take_settled(rows));
        let mut loss = Loss::None;
        for (name, held, before) in before {
            let now = self.places(&name, &held);
            if before.contains(&true) && !now.contains(&true) {
                loss = Loss::Both;
                break;
            }
            if before.iter().zip(now).any(|(before, now)| *before && !now) {
                loss = Loss::OnePlace;
            }
        }
        (loss, records)
    }

    /// Whether localStorage and the database have a revision, or one that has taken its place.
    fn places(&self, name: &str, revision: &Revision) -> [bool; 2] {
        [&self.shelved, &self.settled].map(|stored| {
            let stored = stored.get(name);
            stored.is_some_and(|stored| stored == revision || stored.is_newer_than(revision))
        })
    }

    /// Notes what localStorage still has of the texts that it was known to have.
    pub fn look_again(&mut self) {
        let texts = self
            .shelved
            .iter()
            .filter(|(_, known)| !known.is_deletion());
        let names: Vec<String> = texts.map(|(name, _)| name.to_owned()).collect();
        for name in names {
            match self.shelf.get(&draft_key(&self.posting_id, &name)) {
                Held::Revision(revision) => self.shelved.put(&name, revision),
                Held::Nothing | Held::Unreadable(_) => self.shelved.remove(&name),
            }
        }
    }
}
