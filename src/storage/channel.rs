//! Tells the widgets of one page what is typed into each of them: browsers announce a change of
//! storage to other pages only.

use std::cell::RefCell;
use std::rc::Rc;

use posting::draft::Revision;

/// What a widget does about an edit in another one.
type Hear = Rc<dyn Fn(&str, &Revision)>;

/// Everyone who listens, by number, with the posting they show.
type Listeners = Vec<(u32, String, Hear)>;

thread_local! {
    static LISTENERS: RefCell<(u32, Listeners)> = const { RefCell::new((0, Vec::new())) };
}

/// One widget's place among those of its page; dropping it leaves the others.
pub struct Channel(u32);

impl Channel {
    /// Calls `hear` with the name and revision of each record of the same posting that another
    /// widget tells of.
    pub fn join(posting_id: &str, hear: impl Fn(&str, &Revision) + 'static) -> Self {
        LISTENERS.with_borrow_mut(|(next, listeners)| {
            *next = next.wrapping_add(1);
            listeners.push((*next, posting_id.to_owned(), Rc::new(hear)));
            Self(*next)
        })
    }

    /// Tells the others of an edit.
    pub fn tell(&self, posting_id: &str, name: &str, revision: &Revision) {
        // Whoever hears it may leave or join, so nothing is borrowed while they do.
        let others = LISTENERS.with_borrow(|(_, listeners)| {
            let others = listeners
                .iter()
                .filter(|(number, posting, _)| *number != self.0 && posting == posting_id);
            others
                .map(|(_, _, hear)| Rc::clone(hear))
                .collect::<Vec<_>>()
        });
        for hear in others {
            hear(name, revision);
        }
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        let gone = LISTENERS.with_borrow_mut(|(_, listeners)| {
            let place = listeners
                .iter()
                .position(|(number, _, _)| *number == self.0);
            place.map(|place| listeners.swap_remove(place))
        });
        // What it captured may end other things; that must not happen within the borrow.
        drop(gone);
    }
}
