//! What every view needs: the posting, the words, the day, and the place in the
//! page's outline. All there is until the planner has come.

use std::sync::Arc;

use leptos::prelude::*;
use posting::date::CivilDate;
use posting::posting::Posting;

use crate::clock;
use crate::locale::Text;

/// Tells the page of an event, by its name and the record it is about (empty for none); `false`
/// if the page cancelled it.
pub type Emit = Box<dyn Fn(&'static str, &str) -> bool>;

/// What the page around the widget decides.
pub struct Surroundings {
    /// BCP 47 tag of the interface's language.
    pub lang: String,
    /// The level of the posting's title in the page's outline, 1 to 4.
    pub heading_level: u8,
    /// The date that stands in for today, if the page asks for a preview.
    pub as_of: Option<CivilDate>,
    /// Tells the page of an event.
    pub emit: Emit,
}

/// A posting as one place of one page presents it. A handle: copies share the same posting.
#[derive(Clone, Copy)]
pub struct Presentation {
    /// The words and formats of its language.
    pub text: Text,
    /// The day on which everything is judged.
    pub today: CivilDate,
    /// Whether [`Self::today`] is a stand-in for the real day.
    pub is_preview: bool,
    heading_level: u8,
    posting: StoredValue<Arc<Posting>, LocalStorage>,
}

impl Presentation {
    /// Presents a posting as the page wishes.
    pub fn new(posting: impl Into<Arc<Posting>>, surroundings: &Surroundings) -> Self {
        Self {
            text: Text::new(&surroundings.lang),
            today: surroundings.as_of.unwrap_or_else(clock::today),
            is_preview: surroundings.as_of.is_some(),
            heading_level: surroundings.heading_level,
            posting: StoredValue::new_local(posting.into()),
        }
    }

    /// The posting.
    pub fn posting(self) -> Arc<Posting> {
        self.posting.get_value()
    }

    /// The outline level of a heading `below` levels under the posting's title.
    pub fn heading_level(self, below: u8) -> &'static str {
        match self.heading_level + below {
            ..2 => "1",
            2 => "2",
            3 => "3",
            4 => "4",
            5 => "5",
            6.. => "6",
        }
    }
}
