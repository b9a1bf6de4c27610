//! Application slots: a limit on applications as an ordered row of places that
//! all postings of the same limit scope share.

use crate::date::CivilDate;
use crate::json::{Json, Writer};

/// The version of the stored form.
const VERSION: i64 = 1;

/// One used slot.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Slot {
    /// The posting's id.
    pub posting_id: String,
    /// The posting's title, for display on other postings' pages.
    pub title: String,
    /// What the candidate did.
    pub state: SlotState,
}

/// How far an application has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SlotState {
    /// The candidate means to apply.
    Planned,
    /// The candidate applied on this day.
    Applied(CivilDate),
}

/// The slots of one limit scope, in the candidate's order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Slots {
    positions: u8,
    used: Vec<Slot>,
}

/// Why stored slots can't be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SlotsError {
    /// Of a version this build does not know.
    Version(i64),
    /// Not what any build has stored.
    Damaged,
}

/// All slots are taken by other postings.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SlotsFull {
    /// The limit.
    pub positions: u8,
    /// The titles of the postings that take the slots, in order.
    pub taken_by: Vec<String>,
}

impl Slots {
    /// Slots for `positions` applications, filled with `used`: a posting counts once; entries
    /// beyond the limit are kept (a posting may have lowered it) but take no further one.
    pub fn new(positions: u8, used: Vec<Slot>) -> Self {
        let mut slots = Self {
            positions,
            used: Vec::new(),
        };
        for slot in used {
            if slots.of(&slot.posting_id).is_none() {
                slots.used.push(slot);
            }
        }
        slots
    }

    /// The limit.
    pub fn positions(&self) -> u8 {
        self.positions
    }

    /// The used slots in order.
    pub fn used(&self) -> &[Slot] {
        &self.used
    }

    /// How many are left.
    pub fn left(&self) -> u8 {
        let used = u8::try_from(self.used.len()).unwrap_or(u8::MAX);
        self.positions.saturating_sub(used)
    }

    /// The slot of a posting: its place (from 0) and the entry.
    pub fn of(&self, posting_id: &str) -> Option<(usize, &Slot)> {
        let mut places = self.used.iter().enumerate();
        places.find(|(_, slot)| slot.posting_id == posting_id)
    }

    /// Takes a slot for a posting, or updates the one it has (title and state).
    ///
    /// # Errors
    /// If no slot is left; then nothing changes.
    pub fn put(&mut self, slot: Slot) -> Result<(), SlotsFull> {
        let id = slot.posting_id.as_str();
        if let Some(own) = self.used.iter_mut().find(|own| own.posting_id == id) {
            *own = slot;
        } else if self.left() > 0 {
            self.used.push(slot);
        } else {
            return Err(SlotsFull {
                positions: self.positions,
                taken_by: self.used.iter().map(|slot| slot.title.clone()).collect(),
            });
        }
        Ok(())
    }

    /// Frees a posting's slot; does nothing if it has none.
    pub fn remove(&mut self, posting_id: &str) {
        self.used.retain(|slot| slot.posting_id != posting_id);
    }

    /// Moves a posting's slot one place earlier; does nothing for the first.
    pub fn move_earlier(&mut self, posting_id: &str) {
        let place = self.of(posting_id).map_or(0, |(place, _)| place);
        if place > 0 {
            self.used.swap(place - 1, place);
        }
    }

    /// The text to store for the scope: JSON, read back by [`Self::from_stored`]. The limit is
    /// not stored; it is the posting's to say.
    pub fn to_stored(&self) -> String {
        let mut stored = Writer::default();
        stored.open('{');
        stored.key("version");
        stored.word(&VERSION.to_string());
        stored.key("slots");
        stored.open('[');
        for slot in &self.used {
            stored.item();
            stored.open('{');
            stored.member("posting", Some(&slot.posting_id));
            stored.member("title", Some(&slot.title));
            if let SlotState::Applied(date) = slot.state {
                stored.member("applied", Some(&date.to_string()));
            }
            stored.close('}');
        }
        stored.close(']');
        stored.close('}');
        stored.finish()
    }

    /// Reads what [`Self::to_stored`] wrote.
    ///
    /// # Errors
    /// Why it is none for this build: see [`SlotsError`].
    pub fn from_stored(positions: u8, text: &str) -> Result<Self, SlotsError> {
        let stored = Json::parse(text).map_err(|_| SlotsError::Damaged)?;
        // The version comes first: another one may keep everything else elsewhere.
        let version = stored.get("version").and_then(Json::as_integer);
        match version.ok_or(SlotsError::Damaged)? {
            VERSION => {}
            other => return Err(SlotsError::Version(other)),
        }
        let Some(Json::List(slots)) = stored.get("slots") else {
            return Err(SlotsError::Damaged);
        };
        let used: Option<Vec<Slot>> = slots.iter().map(read_slot).collect();
        Ok(Self::new(positions, used.ok_or(SlotsError::Damaged)?))
    }

    /// Takes over the slots of another copy that these lack, so that neither copy loses one.
    pub fn merge(&mut self, other: &Self) {
        for slot in &other.used {
            if self.of(&slot.posting_id).is_none() {
                self.used.push(slot.clone());
            }
        }
    }
}

fn read_slot(stored: &Json) -> Option<Slot> {
    let state = match stored.get("applied") {
        None => SlotState::Planned,
        Some(date) => SlotState::Applied(CivilDate::parse_iso(date.as_text()?).ok()?),
    };
    Some(Slot {
        posting_id: stored.get("posting")?.as_text()?.to_owned(),
        title: stored.get("title")?.as_text()?.to_owned(),
        state,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slot(id: &str, state: SlotState) -> Slot {
        Slot {
            posting_id: id.to_owned(),
            title: format!("Title of {id}"),
            state,
        }
    }

    fn planned(id: &str) -> Slot {
        slot(id, SlotState::Planned)
    }

    #[track_caller]
    fn check_order(slots: &Slots, expected: &[&str]) {
        let order: Vec<_> = slots.used().iter().map(|slot| &slot.posting_id).collect();
        assert_eq!(order, expected);
    }

    #[test]
    fn a_third_application_is_refused_with_those_that_take_the_slots() {
        let mut slots = Slots::new(2, vec![]);
        assert_eq!(slots.left(), 2);
        assert_eq!(slots.put(planned("a")), Ok(()));
        assert_eq!(slots.put(planned("b")), Ok(()));
        assert_eq!(slots.left(), 0);
        let full = SlotsFull {
            positions: 2,
            taken_by: vec!["Title of a".to_owned(), "Title of b".to_owned()],
        };
        assert_eq!(slots.put(planned("c")), Err(full));
        check_order(&slots, &["a", "b"]);
    }

    #[test]
    fn a_posting_that_has_a_slot_keeps_its_place() {
        let mut slots = Slots::new(2, vec![planned("a"), planned("b"), planned("a")]);
        check_order(&slots, &["a", "b"]);
        let applied = slot("a", SlotState::Applied(CivilDate::FIRST));
        assert_eq!(slots.put(applied.clone()), Ok(()));
        assert_eq!(slots.of("a"), Some((0, &applied)));
    }

    #[test]
    fn a_lowered_limit_keeps_what_was_used() {
        let slots = Slots::new(1, vec![planned("a"), planned("b")]);
        check_order(&slots, &["a", "b"]);
        assert_eq!(slots.left(), 0);
    }

    #[test]
    fn slots_can_be_reordered_and_freed() {
        let mut slots = Slots::new(3, vec![planned("a"), planned("b"), planned("c")]);
        slots.move_earlier("c");
        check_order(&slots, &["a", "c", "b"]);
        slots.move_earlier("a");
        slots.move_earlier("unknown");
        check_order(&slots, &["a", "c", "b"]);
        slots.move_earlier("c");
        check_order(&slots, &["c", "a", "b"]);
        slots.remove("a");
        slots.remove("unknown");
        check_order(&slots, &["c", "b"]);
        assert_eq!(slots.left(), 1);
    }

    #[test]
    fn what_is_stored_can_be_read_back() {
        let applied = SlotState::Applied(CivilDate::FIRST);
        let slots = Slots::new(2, vec![planned("a \"quoted\" ü"), slot("b", applied)]);
        assert_eq!(Slots::from_stored(2, &slots.to_stored()), Ok(slots));
    }

    #[test]
    fn what_was_not_stored_by_us_is_not_read() {
        for text in [
            "",
            "[]",
            "{}",
            r#"{"version":1}"#,
            r#"{"version":1,"slots":[{"posting":"a"}]}"#,
            r#"{"version":1,"slots":[{"posting":"a","title":"A","applied":"31 Feb"}]}"#,
        ] {
            assert_eq!(
                Slots::from_stored(2, text),
                Err(SlotsError::Damaged),
                "{text}"
            );
        }
        let newer = Slots::from_stored(2, r#"{"version":2,"slots":[]}"#);
        assert_eq!(newer, Err(SlotsError::Version(2)));
    }

    #[test]
    fn copies_that_meet_lose_no_slot_of_either() {
        let mut slots = Slots::new(2, vec![planned("a"), planned("b")]);
        let applied = slot("b", SlotState::Applied(CivilDate::FIRST));
        slots.merge(&Slots::new(2, vec![applied, planned("c")]));
        check_order(&slots, &["a", "b", "c"]);
        assert_eq!(slots.of("b"), Some((1, &planned("b"))));
    }
}
