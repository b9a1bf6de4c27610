//! The state of one widget, as a handle that every view copies: the posting, the
//! draft, what follows from them, and how the draft is saved.

mod changes;
mod count;
mod drafting;
mod following;
mod links;
mod losing;
mod presentation;
mod saving;
mod slots;

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use posting::date::CivilDate;
use posting::draft::{Draft, Revision, record};
use posting::posting::Posting;
use posting::slots::Slots;
use posting::typed_date::DateLanguage;

use changes::Changes;
pub use count::Count;
pub use links::{Arrival, Difference, Links};
pub use presentation::{Emit, Presentation, Surroundings};

use crate::clock;
use crate::locale::{Text, unused_date_language};
use crate::outlook::Outlook;
use crate::storage::database::LossListener;
use crate::storage::{Channel, SaveState, Saver, Shelf};

/// One widget. A handle: copies share the same state.
#[derive(Clone, Copy)]
pub struct Widget {
    /// The posting and how it is presented.
    pub presentation: Presentation,
    /// The words and formats of its language.
    pub text: Text,
    /// The day on which the widget was mounted.
    pub today: CivilDate,
    /// What the live region says.
    pub spoken: RwSignal<String>,
    links: RwSignal<Links>,
    outlook: Memo<Arc<Outlook>>,
    judgement: Memo<Arc<Outlook>>,
    draft_replaced: Count,
    draft_followed: Count,
    save_state_changed: Count,
    slots_changed: Count,
    shared: StoredValue<Rc<Shared>, LocalStorage>,
}

/// What the copies of a handle share.
struct Shared {
    posting: Arc<Posting>,
    /// The day on which everything is judged.
    day: Cell<CivilDate>,
    /// What the saver holds, without deletions and times.
    draft: RefCell<Draft>,
    /// Who is told when that changes.
    changes: Changes,
    /// The draft as it was before it was deleted or a file was opened, and what took its place; the last of them last.
    replaced: RefCell<Vec<(Draft, Draft)>>,
    /// Whether it was deleted because the candidate wanted it to be kept no longer.
    has_expired: Cell<bool>,
    saver: RefCell<Saver>,
    save_state: Cell<SaveState>,
    /// Held for its drop.
    loss_listener: RefCell<Option<LossListener>>,
    /// Whether it is looked in a moment what is left of what was saved.
    is_looking: Cell<bool>,
    /// Whether the database has told what it holds, or that it tells nothing.
    is_read: Cell<bool>,
    /// How often something was handed to the database: only the last answer tells how all stands.
    batches: Cell<u32>,
    /// Whether its answer is still to come.
    is_unanswered: Cell<bool>,
    slots: RefCell<Option<Slots>>,
    /// The field in which the cursor is, by its record.
    entered: RefCell<Option<String>>,
    /// What came from elsewhere for that field, and waits until it is left or typed into.
    held_back: RefCell<Vec<(String, Revision)>>,
    /// The way to the other widgets of the page.
    channel: RefCell<Option<Channel>>,
    save_timer: Cell<Option<TimeoutHandle>>,
    /// Whether that timer stands for another try at what the device refused.
    is_trying_again: Cell<bool>,
    speak_timer: Cell<Option<TimeoutHandle>>,
    /// How many start dates fit, as it was said last: other things are said in between.
    summary: RefCell<String>,
    emit: Emit,
}

impl Widget {
    /// A widget for a posting, with the draft that this device holds for it.
    pub fn new(presentation: Presentation, emit: Emit) -> Self {
        let Presentation { text, today, .. } = presentation;
        let posting = presentation.posting();
        let saver = Saver::load(Shelf::open(), &posting);
        let slots = slots::stored(&posting, &saver);
        let shared = Rc::new(Shared {
            posting,
            day: Cell::new(today),
            draft: RefCell::new(saver.draft()),
            changes: Changes::new(),
            replaced: RefCell::default(),
            has_expired: Cell::default(),
            save_state: Cell::new(saver.state()),
            saver: RefCell::new(saver),
            loss_listener: RefCell::default(),
            is_looking: Cell::default(),
            is_read: Cell::default(),
            batches: Cell::default(),
            is_unanswered: Cell::default(),
            slots: RefCell::new(slots),
            entered: RefCell::default(),
            held_back: RefCell::default(),
            channel: RefCell::default(),
            save_timer: Cell::default(),
            is_trying_again: Cell::default(),
            speak_timer: Cell::default(),
            summary: RefCell::default(),
            emit,
        });
        let shared = StoredValue::new_local(shared);
        let outlook = Memo::new(move |_| {
            let shared = shared.get_value();
            shared.changes.of_any();
            let today = shared.day.get();
            let draft = shared.draft.borrow();
            let language = language(text, &draft);
            Arc::new(Outlook::new(&shared.posting, &draft, &language, today))
        });
        let judgement = Memo::new_with_compare(
            move |_| outlook.get(),
            |before, now| !matches!((before, now), (Some(before), Some(now)) if before.judges_like(now)),
        );
        Self {
            presentation,
            text,
            today,
            spoken: RwSignal::new(String::new()),
            links: RwSignal::new(Links::default()),
            outlook,
            judgement,
            draft_replaced: Count::new(),
            draft_followed: Count::new(),
            save_state_changed: Count::new(),
            slots_changed: Count::new(),
            shared,
        }
    }

    /// What follows from posting, draft and today; the caller is run again when it changes.
    #[inline(never)]
    pub fn outlook(self) -> Arc<Outlook> {
        self.outlook.get()
    }

    /// The same for who reads neither the choices nor the progress: the caller is run again only when anything else
    /// changes. A choice is made by a press, which nothing has to wait for that stays as it is.
    #[inline(never)]
    pub fn judgement(self) -> Arc<Outlook> {
        self.judgement.get()
    }

    /// What follows from posting, draft and today, as it stands now.
    #[inline(never)]
    pub fn outlook_now(self) -> Arc<Outlook> {
        self.outlook.get_untracked()
    }

    /// Today, or the day that the page asked to be taken for it.
    pub fn today_now(self) -> CivilDate {
        match self.presentation.is_preview {
            true => self.today,
            false => clock::today(),
        }
    }

    /// Judges everything anew if another day has begun.
    pub fn follow_day(self) {
        let today = self.today_now();
        if let Some(shared) = self.shared.try_get_value()
            && shared.day.replace(today) != today
        {
            shared.changes.tell_all();
        }
    }

    /// Whether applications are taken no more; the caller is run again when another day has begun.
    pub fn is_closed(self) -> bool {
        self.shared().posting.is_closed(self.latest_day())
    }

    /// Whether all start dates have passed; the caller is run again when another day has begun.
    pub fn has_started(self) -> bool {
        let today = self.latest_day();
        let posting = self.posting();
        let program = posting.program();
        program.is_some_and(|program| program.has_started(today))
    }

    /// The day by which things are over: what is over stays over. Markup written ahead judges by a day
    /// before all others, and only this is known of its own day.
    fn latest_day(self) -> CivilDate {
        let shared = self.shared();
        shared.changes.of_any();
        shared.day.get().max(self.today)
    }

    /// Whether it is still in the page.
    pub fn is_mounted(self) -> bool {
        self.shared.try_get_value().is_some()
    }

    /// The posting.
    pub fn posting(self) -> Arc<Posting> {
        Arc::clone(&self.shared().posting)
    }

    /// The text of a record; the caller is run again when that changes, and now and then without need.
    #[inline(never)]
    pub fn typed(self, record: &str) -> String {
        self.shared().changes.of(record);
        self.typed_now(record)
    }

    /// The text of a record as it stands now.
    #[inline(never)]
    pub fn typed_now(self, record: &str) -> String {
        self.shared().draft.borrow().text(record).to_owned()
    }

    /// The text a field starts with, taken anew only when the whole draft is replaced or follows
    /// another tab: writing into a field in which someone types would move the cursor.
    pub fn initial(self, record: &str) -> String {
        self.draft_replaced.get();
        self.draft_followed.get();
        self.typed_now(record)
    }

    /// How often the whole draft was replaced, as of now.
    pub fn replacements(self) -> u32 {
        self.draft_replaced.now()
    }

    /// Whether nothing is typed; the caller is run again when any record changes.
    pub fn is_blank(self) -> bool {
        let shared = self.shared();
        shared.changes.of_any();
        shared.draft.borrow().is_empty()
    }

    /// A copy of the draft; the caller is run again when any record changes.
    pub fn draft(self) -> Draft {
        self.shared().changes.of_any();
        self.draft_now()
    }

    /// A copy of the draft as it stands now.
    pub fn draft_now(self) -> Draft {
        self.shared().draft.borrow().clone()
    }

    /// Tells the page that the candidate changed something. What the page itself does through
    /// the element's methods is not told.
    pub fn tell_change(self, record: &str) {
        self.emit("job-posting-change", record);
    }

    /// Tells the page of an event; `false` if the page cancelled it.
    pub fn emit(self, event: &'static str, detail: &str) -> bool {
        (self.shared().emit)(event, detail)
    }

    #[inline(never)]
    fn shared(self) -> Rc<Shared> {
        self.shared.get_value()
    }
}

/// What reads typed dates; a stand-in while there is nothing to read.
fn language(text: Text, draft: &Draft) -> Rc<DateLanguage> {
    if draft.is_empty() {
        unused_date_language()
    } else {
        let is_day = |(name, _): &(&str, &str)| {
            matches!(
                *name,
                record::EARLIEST_START
                    | record::LATEST_END
                    | record::WISHED_START
                    | record::APPLIED_ON
                    | record::GRADUATION
            ) || name.starts_with(record::BUSY)
        };
        let days = draft.records().filter(is_day).map(|(_, text)| text);
        text.date_language(&days.collect::<String>())
    }
}
