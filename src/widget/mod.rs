//! The state of one widget, as a handle that every view copies: the posting, the
//! draft, what follows from them, and how the draft is saved.

mod count;
mod presentation;
mod slots;

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use posting::date::CivilDate;
use posting::draft::Draft;
use posting::posting::Posting;
use posting::slots::Slots;
use posting::typed_date::DateLanguage;

pub use count::Count;
pub use presentation::{Emit, Presentation, Surroundings};

use crate::clock;
use crate::locale::{Text, unused_date_language};
use crate::outlook::Outlook;
use crate::storage::{SaveState, Saver, Shelf};

/// How long an edit may wait to be written, so that a fast typist is written once per moment
/// and not once per key.
const SAVE_AFTER: Duration = Duration::from_millis(300);

/// How long the answers must rest before the live region speaks, so that it does not talk over
/// someone who is still typing.
const SPEAK_AFTER: Duration = Duration::from_millis(900);

/// One widget. A handle: copies share the same state.
#[derive(Clone, Copy)]
pub struct Widget {
    /// The posting and how it is presented.
    pub presentation: Presentation,
    /// The words and formats of its language.
    pub text: Text,
    /// The day on which everything is judged.
    pub today: CivilDate,
    /// Whether part of the stored draft could not be read.
    pub has_unreadable: bool,
    /// What the live region says.
    pub spoken: RwSignal<String>,
    outlook: Memo<Arc<Outlook>>,
    draft_changed: Count,
    draft_replaced: Count,
    save_state_changed: Count,
    slots_changed: Count,
    shared: StoredValue<Rc<Shared>, LocalStorage>,
}

/// What the copies of a handle share.
struct Shared {
    posting: Arc<Posting>,
    draft: RefCell<Draft>,
    /// The draft as it was before it was deleted or a file was opened, and what took its place.
    replaced: RefCell<Option<(Draft, Draft)>>,
    saver: RefCell<Saver>,
    save_state: Cell<SaveState>,
    slots: RefCell<Option<Slots>>,
    save_timer: Cell<Option<TimeoutHandle>>,
    speak_timer: Cell<Option<TimeoutHandle>>,
    emit: Emit,
}

impl Widget {
    /// A widget for a posting, with the draft that this device holds for it.
    pub fn new(presentation: Presentation, emit: Emit) -> Self {
        let Presentation { text, today, .. } = presentation;
        let posting = presentation.posting();
        let (saver, draft) = Saver::load(Shelf::open(), &posting);
        let slots = slots::stored(&posting, &saver);
        let has_unreadable = saver.has_unreadable();
        let shared = Rc::new(Shared {
            posting,
            draft: RefCell::new(draft),
            replaced: RefCell::default(),
            save_state: Cell::new(saver.initial_state()),
            saver: RefCell::new(saver),
            slots: RefCell::new(slots),
            save_timer: Cell::default(),
            speak_timer: Cell::default(),
            emit,
        });
        let shared = StoredValue::new_local(shared);
        let draft_changed = Count::new();
        let outlook = Memo::new(move |_| {
            draft_changed.get();
            let shared = shared.get_value();
            let draft = shared.draft.borrow();
            let language = language(text, &draft);
            Arc::new(Outlook::new(&shared.posting, &draft, &language, today))
        });
        Self {
            presentation,
            text,
            today,
            has_unreadable,
            spoken: RwSignal::new(String::new()),
            outlook,
            draft_changed,
            draft_replaced: Count::new(),
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

    /// What follows from posting, draft and today, as it stands now.
    #[inline(never)]
    pub fn outlook_now(self) -> Arc<Outlook> {
        self.outlook.get_untracked()
    }

    /// The posting.
    pub fn posting(self) -> Arc<Posting> {
        Arc::clone(&self.shared().posting)
    }

    /// The text of a record; the caller is run again when any record changes.
    #[inline(never)]
    pub fn typed(self, record: &str) -> String {
        self.draft_changed.get();
        self.typed_now(record)
    }

    /// The text of a record as it stands now.
    #[inline(never)]
    pub fn typed_now(self, record: &str) -> String {
        self.shared().draft.borrow().text(record).to_owned()
    }

    /// The text a field starts with, taken anew only when the whole draft is replaced: writing
    /// into a field in which someone types would move the cursor.
    pub fn initial(self, record: &str) -> String {
        self.draft_replaced.get();
        self.typed_now(record)
    }

    /// How often the whole draft was replaced, as of now.
    pub fn replacements(self) -> u32 {
        self.draft_replaced.now()
    }

    /// A copy of the draft; the caller is run again when any record changes.
    pub fn draft(self) -> Draft {
        self.draft_changed.get();
        self.draft_now()
    }

    /// A copy of the draft as it stands now.
    pub fn draft_now(self) -> Draft {
        self.shared().draft.borrow().clone()
    }

    /// How the draft stands on this device.
    pub fn save_state(self) -> SaveState {
        self.save_state_changed.get();
        self.shared().save_state.get()
    }

    /// Takes what the candidate typed.
    #[inline(never)]
    pub fn edit(self, record: &str, text: &str) {
        self.shared().draft.borrow_mut().set(record, text);
        self.edited();
        self.tell_change(record);
    }

    /// Deletes the draft from this device. It can be brought back until the page is left.
    pub fn delete_draft(self) {
        self.replace_undoably(Draft::default());
    }

    /// Brings back the draft that was deleted, or was there before a file was opened. What was
    /// typed since then stays.
    pub fn undo_replace(self) {
        let replaced = self.shared().replaced.take();
        if let Some((mut draft, replacement)) = replaced {
            for (name, text) in self.draft_now().records() {
                if replacement.text(name) != text {
                    draft.set(name, text);
                }
            }
            self.replace_draft(draft);
        }
    }

    /// Takes over a draft file's content; changes nothing if it is no draft for this posting.
    ///
    /// # Errors
    /// What is wrong with it, in the reader's language.
    pub fn open_file(self, content: &str) -> Result<(), String> {
        let draft = Draft::from_file(content, self.posting().id())
            .map_err(|error| self.text.file_error(&error))?;
        self.replace_undoably(draft);
        Ok(())
    }

    fn replace_undoably(self, replacement: Draft) {
        let before = self.draft_now();
        self.replace_draft(replacement.clone());
        *self.shared().replaced.borrow_mut() = Some((before, replacement));
    }

    fn replace_draft(self, draft: Draft) {
        *self.shared().draft.borrow_mut() = draft;
        self.draft_replaced.bump();
        self.edited();
        self.flush();
    }

    fn edited(self) {
        self.draft_changed.bump();
        self.save_soon();
        self.speak_soon();
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

    fn save_soon(self) {
        let shared = self.shared();
        let waiting = shared.save_timer.take();
        if waiting.is_some() {
            shared.save_timer.set(waiting);
            return;
        }
        if !matches!(shared.save_state.get(), SaveState::Refused(_)) {
            self.set_save_state(SaveState::Waiting);
        }
        let timer = set_timeout_with_handle(move || self.flush(), SAVE_AFTER);
        shared.save_timer.set(timer.ok());
    }

    fn speak_soon(self) {
        let shared = self.shared();
        if let Some(waiting) = shared.speak_timer.take() {
            waiting.clear();
        }
        let speak = move || {
            if let Some(outlook) = self.outlook.try_get_untracked() {
                let _ = self.spoken.try_set(self.text.fit_summary(&outlook));
            }
        };
        let timer = set_timeout_with_handle(speak, SPEAK_AFTER);
        shared.speak_timer.set(timer.ok());
    }

    /// Writes every waiting edit now. Does nothing for a widget that has left the page.
    pub fn flush(self) {
        let Some(shared) = self.shared.try_get_value() else {
            return;
        };
        let Some(timer) = shared.save_timer.take() else {
            return;
        };
        timer.clear();
        let state = shared
            .saver
            .borrow_mut()
            .save(&shared.draft.borrow(), clock::now());
        self.set_save_state(state);
    }

    fn set_save_state(self, state: SaveState) {
        self.shared().save_state.set(state);
        self.save_state_changed.bump();
    }

    #[inline(never)]
    fn shared(self) -> Rc<Shared> {
        self.shared.get_value()
    }
}

/// What reads typed dates; a stand-in while there is nothing to read.
fn language(text: Text, draft: &Draft) -> DateLanguage {
    if draft.is_empty() {
        unused_date_language()
    } else {
        text.date_language()
    }
}
