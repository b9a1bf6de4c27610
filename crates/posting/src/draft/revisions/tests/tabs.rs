//! Several tabs of one device, and what the person in each of them has seen: nothing vanishes that was typed and
//! that nobody has replaced or put away with open eyes. What was seen is noted by the test, and asked of no revision.
//! No two things happen in one millisecond: revisions that do are told apart, but not whether one knows of the other.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

/// What a person does in a tab.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Type,
    Empty,
    UseOffer,
    DismissOffer,
    /// The tab hears of what others have stored.
    Follow,
    /// The tab is closed, and another opened in its place.
    Reopen,
}

fn any_deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        6 => Just(Deed::Type),
        1 => Just(Deed::Empty),
        1 => Just(Deed::UseOffer),
        1 => Just(Deed::DismissOffer),
        4 => Just(Deed::Follow),
        1 => Just(Deed::Reopen),
    ]
}

/// The tabs, and what the device holds.
struct Device {
    tabs: Vec<Revisions>,
    stored: Revisions,
    /// How many tabs were ever opened.
    opened: u32,
    typed: Vec<String>,
    /// What someone who saw it has replaced or put away.
    given_up: BTreeSet<String>,
}

impl Device {
    fn new(tabs: u32) -> Self {
        Self {
            tabs: (0..tabs)
                .map(|tab| Revisions::with_seed(tab * 1_000))
                .collect(),
            stored: Revisions::default(),
            opened: tabs,
            typed: Vec::new(),
            given_up: BTreeSet::new(),
        }
    }

    fn act(&mut self, at: usize, deed: Deed, now: i64) {
        let tab = &mut self.tabs[at];
        let stands = tab.draft().text(NAME).to_owned();
        let offer = offered(tab).first().map(|text| (*text).to_owned());
        match deed {
            Deed::Type | Deed::Empty => {
                let text = match deed {
                    Deed::Type => format!("{} by {at}", self.typed.len()),
                    _ => String::new(),
                };
                tab.edit(NAME, &text, now);
                self.given_up.insert(stands);
                self.typed.push(text);
            }
            Deed::UseOffer | Deed::DismissOffer => {
                let Some(text) = offer else {
                    return;
                };
                let same = tab
                    .offers(NAME)
                    .into_iter()
                    .filter(|(_, one)| one.text == text);
                let same: Vec<String> = same.map(|(name, _)| name.to_owned()).collect();
                for name in same {
                    tab.dismiss(&name, now);
                }
                if matches!(deed, Deed::UseOffer) {
                    tab.offer(NAME);
                    tab.replace(NAME, &text, now);
                } else {
                    self.given_up.insert(text);
                }
            }
            Deed::Follow => return self.follow(at),
            Deed::Reopen => {
                self.opened += 1;
                self.tabs[at] = Revisions::with_seed(self.opened * 1_000);
                return self.follow(at);
            }
        }
        self.store(at);
    }

    fn follow(&mut self, at: usize) {
        let tab = &mut self.tabs[at];
        for (name, revision) in self.stored.iter() {
            tab.meet(name, revision);
        }
        for (name, _) in self.stored.iter() {
            tab.promote(name);
        }
    }

    /// What is there is taken over before anything takes its place, record by record.
    fn store(&mut self, at: usize) {
        let tab = &mut self.tabs[at];
        let mut read = BTreeSet::new();
        loop {
            let mut names = tab.iter().map(|(name, _)| name.to_owned());
            let next = names.find(|name| !read.contains(name));
            drop(names);
            let Some(name) = next else {
                break;
            };
            read.insert(name.clone());
            if let Some(revision) = self.stored.get(&name) {
                tab.meet(&name, revision);
            }
        }
        for (name, revision) in tab.iter() {
            self.stored.put(name, revision.clone());
        }
    }
}

proptest! {
    #[test]
    fn nothing_vanishes_that_nobody_gave_up(
        steps in prop::collection::vec((0_usize..3, any_deed(), 1_i64..4), 1..60),
    ) {
        let mut device = Device::new(3);
        let mut now = 1;
        for (tab, deed, later) in steps {
            now += later;
            device.act(tab, deed, now);
        }
        let last = &device.stored;
        let draft = last.draft();
        let mut kept = offered(last);
        kept.push(draft.text(NAME));
        for text in &device.typed {
            let is_kept = kept.contains(&text.as_str()) || device.given_up.contains(text);
            prop_assert!(is_kept, "{:?} is not in {:?}", text, kept);
        }
    }
}
