//! What was typed into one field elsewhere at the same time, and is offered back.

use posting::draft::{Revision, record};

use super::saver::Saver;

/// A record with its new revision.
pub type Revised = (String, Revision);

impl Saver {
    /// The text that is offered in the place of a record's, the newest of them; empty if there is none.
    pub fn offered(&self, name: &str) -> String {
        let offers = self.held.offers(name);
        let newest = offers.first();
        newest.map_or(String::new(), |(_, offer)| offer.text.clone())
    }

    /// Offers the text that stands, because another takes its place unseen.
    pub fn offer(&mut self, name: &str) -> Option<Revised> {
        let offer = self.held.offer(name)?;
        self.revised(offer)
    }

    /// Offers a text beside the one that stands.
    pub fn offer_text(&mut self, name: &str, text: &str, now: i64) -> Vec<Revised> {
        let stands = self.held.get(name).map(|stands| stands.text.clone());
        self.held.replace(name, text, now);
        let mut revised: Vec<Revised> = self.offer(name).into_iter().collect();
        let revision = self.held.replace(name, &stands.unwrap_or_default(), now);
        revised.push((name.to_owned(), revision));
        revised
    }

    /// Forgets what is offered in the place of a record's text; of several the newest, so that the next
    /// can be seen.
    pub fn dismiss(&mut self, name: &str, now: i64) -> Vec<Revised> {
        let text = self.offered(name);
        let offers = self.held.offers(name).into_iter();
        let same = offers.filter(|(_, offer)| offer.text == text);
        let same: Vec<String> = same.map(|(offer, _)| offer.to_owned()).collect();
        let dismissed = same.into_iter().filter_map(|offer| {
            self.held.dismiss(&offer, now);
            self.revised(offer)
        });
        dismissed.collect()
    }

    /// Puts what is offered in the place of what stands, and offers that.
    pub fn use_offered(&mut self, name: &str, now: i64) -> Vec<Revised> {
        let offered = self.offered(name);
        let mut revised = self.dismiss(name, now);
        revised.extend(self.offer(name));
        let revision = self.held.replace(name, &offered, now);
        revised.push((name.to_owned(), revision));
        revised
    }

    /// Offers a text that was typed here and refused by the device, where a newer one of another tab takes its
    /// place: that tab can't have seen it, whatever the times say.
    pub(super) fn offer_unseen(&mut self, name: &str, other: &Revision) {
        let Some(ours) = self.held.get(name).cloned() else {
            return;
        };
        let is_unseen = self.held.is_own(ours.run) && !self.is_stored(name);
        let is_lost = !ours.is_deletion() && ours.text != other.text && ours.run != other.run;
        if is_unseen && is_lost && other.is_newer_than(&ours) && record::is_kept_twice(name) {
            self.held.take(&record::elsewhere(name, ours.run), &ours);
        }
    }

    /// Forgets all that is offered in the place of a record's text.
    pub fn dismiss_all(&mut self, name: &str, now: i64) -> Vec<Revised> {
        let dismissed = self.held.dismiss_all(name, now).into_iter();
        dismissed.filter_map(|offer| self.revised(offer)).collect()
    }

    fn revised(&self, name: String) -> Option<Revised> {
        let revision = self.held.get(&name)?.clone();
        Some((name, revision))
    }
}
