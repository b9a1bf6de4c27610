//! The state of the studio, as a handle that views copy: the source, what was read of it, and the
//! posting as the author corrects it.

use std::sync::Arc;
use std::time::Duration;

use job_posting::storage::Shelf;
use job_posting::widget::Count;
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use posting_import::{Format, PostingReport};

use crate::checked::Checked;
use crate::history::History;
use crate::place::Place;
use crate::reading::{self, Reading};
use crate::tree::Tree;
use crate::work::Work;

/// How long typing must rest before the source is read, or the widget shown anew.
pub const REST: Duration = Duration::from_millis(400);

/// How long an edit may wait to be kept.
const KEEP_AFTER: Duration = Duration::from_millis(300);

/// The studio. A handle: copies share the same state.
#[derive(Clone, Copy)]
pub struct Studio {
    /// What was read of the source.
    pub reading: RwSignal<Arc<Reading>>,
    /// Which of the source's postings is corrected, from 0.
    pub number: RwSignal<usize>,
    /// The format the author has chosen; `None` to have it detected.
    pub format: RwSignal<Option<Format>>,
    /// Whether the source was changed after the posting had been corrected.
    pub is_stale: RwSignal<bool>,
    /// Where the widget's files are: an address that ends with a slash.
    pub assets: RwSignal<String>,
    /// Why the last file was not taken; empty if it was.
    pub untaken: RwSignal<String>,
    /// Whether this device refuses to keep the work.
    pub is_unkept: RwSignal<bool>,
    /// Whether there is a step to take back.
    pub can_undo: RwSignal<bool>,
    /// What the live region says.
    said: RwSignal<String>,
    source: StoredValue<String>,
    source_replaced: Count,
    posting: StoredValue<Option<Tree>>,
    is_corrected: StoredValue<bool>,
    edited: Count,
    shape: Count,
    checked: Memo<Option<Arc<Checked>>>,
    history: StoredValue<History>,
    shelf: StoredValue<Shelf, LocalStorage>,
    reader: Later,
    keeper: Later,
}

impl Studio {
    /// The studio with the work that this device holds, else empty.
    pub fn open(assets: String) -> Self {
        let shelf = Shelf::open();
        let work = crate::shelf::work(&shelf);
        let is_unkept = RwSignal::new(!shelf.is_lasting());
        let work = work.unwrap_or_default();
        let posting = StoredValue::new(work.posting);
        let edited = Count::new();
        let checked = Memo::new(move |_| {
            edited.get();
            posting.with_value(|posting| posting.as_ref().map(|tree| Arc::new(Checked::of(tree))))
        });
        let reading = Reading::of(work.source.as_bytes(), work.format);
        Self {
            reading: RwSignal::new(Arc::new(reading)),
            number: RwSignal::new(work.number),
            format: RwSignal::new(work.format),
            is_stale: RwSignal::new(false),
            said: RwSignal::new(String::new()),
            assets: RwSignal::new(work.assets.unwrap_or(assets)),
            untaken: RwSignal::new(String::new()),
            is_unkept,
            can_undo: RwSignal::new(false),
            source: StoredValue::new(work.source),
            source_replaced: Count::new(),
            posting,
            is_corrected: StoredValue::new(work.is_corrected),
            edited,
            shape: Count::new(),
            checked,
            history: StoredValue::new(History::default()),
            shelf: StoredValue::new_local(shelf),
            reader: Later::new(),
            keeper: Later::new(),
        }
    }

    /// Lets the live region say something.
    pub fn say(self, words: &str) {
        self.said.set(words.to_owned());
    }

    /// What the live region says; the caller is run again when it speaks.
    pub fn said(self) -> String {
        self.said.get()
    }

    /// The text of the source; the caller is run again when all of it is replaced, but not while
    /// the author types in it.
    pub fn source(self) -> String {
        self.source_replaced.get();
        self.source.get_value()
    }

    /// The text of the source as it stands now.
    pub fn source_now(self) -> String {
        self.source.get_value()
    }

    /// Takes what the author has typed or pasted. It is read once typing rests, unless corrections
    /// would be lost by it.
    pub fn type_source(self, text: String) {
        self.source.set_value(text);
        if self.is_corrected.get_value() {
            self.is_stale.set(true);
        } else {
            self.reader.run(REST, move || self.read());
        }
        self.keep_soon();
    }

    /// Reads the source. Corrections are replaced, and can be brought back.
    pub fn read(self) {
        let source = self.source.get_value();
        let reading = Reading::of(source.as_bytes(), self.format.get_untracked());
        self.take_reading(reading);
    }

    /// Takes a file as the source; says whether it is a text. What is none leaves all as it is.
    pub fn take_file(self, content: &[u8]) -> bool {
        let reading = Reading::of(content, self.format.get_untracked());
        let source = reading::decoded(content, &reading);
        if !reading::is_text(&source) {
            return false;
        }
        self.source.set_value(source);
        self.source_replaced.bump();
        self.take_reading(reading);
        true
    }

    /// Corrects another of the source's postings.
    pub fn choose(self, number: usize) {
        let chosen = self.reading.get_untracked().posting(number).cloned();
        if chosen.is_some() {
            self.number.set(number);
            self.replace(chosen);
        }
    }

    /// Begins a posting without a source.
    pub fn begin(self) {
        self.replace(Some(Checked::blank()));
    }

    fn take_reading(self, reading: Reading) {
        let posting = reading.posting(0).cloned();
        self.number.set(0);
        self.untaken.set(String::new());
        self.say(&crate::wording::reading(&reading));
        self.reading.set(Arc::new(reading));
        self.replace(posting);
    }

    fn replace(self, posting: Option<Tree>) {
        if self.is_corrected.get_value() {
            self.remember(None);
        }
        self.posting.set_value(posting);
        self.is_corrected.set_value(false);
        self.is_stale.set(false);
        self.reshaped();
    }

    /// The report on the posting that is corrected.
    pub fn report(self) -> Option<PostingReport> {
        let number = self.number.get();
        match &*self.reading.get() {
            Reading::Imported(_, report) => report.postings.get(number).cloned(),
            _ => None,
        }
    }

    /// What a check says of the posting; the caller is run again after each edit.
    pub fn checked(self) -> Option<Arc<Checked>> {
        self.checked.get()
    }

    /// What a check says of the posting as it stands now.
    pub fn checked_now(self) -> Option<Arc<Checked>> {
        self.checked.get_untracked()
    }

    /// What is wrong at a place or further in, in words that follow its name.
    pub fn problem_at(self, place: &Place) -> Option<String> {
        let checked = self.checked()?;
        let problems = checked.problems.iter();
        let mut found = problems.filter(|problem| place.holds(&problem.path));
        found.next().map(|problem| problem.message.clone())
    }

    /// The posting; the caller is run again when its shape changes, but not when a text does.
    pub fn shape(self) -> Option<Tree> {
        self.shape.get();
        self.posting.get_value()
    }

    /// Reads the value at a place as it stands now. The posting itself is not copied: each field looks here.
    pub fn read_at<T>(self, place: &Place, read: impl FnOnce(Option<&Tree>) -> T) -> T {
        self.posting
            .with_value(|posting| read(posting.as_ref().and_then(|tree| tree.at(place))))
    }

    /// Changes a text at a place, whose field has it already.
    pub fn retype(self, place: &Place, change: impl FnOnce(&mut Tree)) {
        self.remember(Some(place.clone()));
        self.correct(change);
        self.edited.bump();
        self.keep_soon();
    }

    /// Changes what there is to edit.
    pub fn reshape<T: Default>(self, change: impl FnOnce(&mut Tree) -> T) -> T {
        self.remember(None);
        let given = self.correct(change);
        self.reshaped();
        given
    }

    /// Takes the last correction back.
    pub fn undo(self) {
        let before = self.history.try_update_value(History::back).flatten();
        let Some(before) = before else { return };
        self.posting.set_value(before.posting);
        self.is_corrected.set_value(before.is_corrected);
        self.reshaped();
        self.say(crate::wording::UNDONE);
    }

    fn correct<T: Default>(self, change: impl FnOnce(&mut Tree) -> T) -> T {
        self.is_corrected.set_value(true);
        let given = self
            .posting
            .try_update_value(|posting| posting.as_mut().map(change));
        given.flatten().unwrap_or_default()
    }

    fn remember(self, place: Option<Place>) {
        let posting = self.posting.get_value();
        let is_corrected = self.is_corrected.get_value();
        self.history
            .update_value(|history| history.remember(posting, is_corrected, place));
    }

    fn reshaped(self) {
        let is_empty = self.history.with_value(History::is_empty);
        self.can_undo.set(!is_empty);
        self.edited.bump();
        self.shape.bump();
        self.keep_soon();
    }

    /// Keeps the work a moment later.
    pub fn keep_soon(self) {
        self.can_undo
            .set(!self.history.with_value(History::is_empty));
        self.keeper.run(KEEP_AFTER, move || self.keep());
    }

    /// Keeps the work now if it waits to be kept.
    pub fn keep_waiting(self) {
        if self.keeper.stop() {
            self.keep();
        }
    }

    fn keep(self) {
        let work = Work {
            source: self.source.get_value(),
            format: self.format.get_untracked(),
            number: self.number.get_untracked(),
            posting: self.posting.get_value(),
            is_corrected: self.is_corrected.get_value(),
            assets: Some(self.assets.get_untracked()),
        };
        let is_kept = self
            .shelf
            .with_value(|shelf| crate::shelf::keep(shelf, &work));
        self.is_unkept.set(!is_kept);
    }
}

/// Something that is done after a rest, once for many requests.
#[derive(Clone, Copy)]
pub struct Later(StoredValue<Option<TimeoutHandle>, LocalStorage>);

impl Later {
    /// Nothing is waiting.
    pub fn new() -> Self {
        Self(StoredValue::new_local(None))
    }

    /// Does it after this time, instead of what is waiting.
    pub fn run(self, after: Duration, work: impl FnOnce() + 'static) {
        self.stop();
        let waiting = self.0;
        let work = move || {
            waiting.set_value(None);
            work();
        };
        self.0.set_value(set_timeout_with_handle(work, after).ok());
    }

    /// Leaves what is waiting undone; whether something was.
    pub fn stop(self) -> bool {
        let waiting = self.0.try_update_value(Option::take).flatten();
        waiting.inspect(TimeoutHandle::clear).is_some()
    }
}

impl Default for Later {
    fn default() -> Self {
        Self::new()
    }
}
