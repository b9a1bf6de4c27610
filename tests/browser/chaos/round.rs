//! One round: type, wait, kill, come back, and see what is there.

use std::fmt::{self, Display, Formatter};
use std::thread;
use std::time::Duration;

use browser_tests::{Engine, Outcome, Page};

use crate::chance::Chance;
use crate::desk::{self, FIELDS, PLANNED, SLOTS};

/// Who is killed, and at what.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The browser, some time after the last edit (D1).
    Browser,
    /// The tabs, right after the last key (D2).
    Tabs,
    /// The browser, after two tabs have typed into fields of their own (D3).
    Race,
}

impl Kind {
    /// Each in turn, as far as the engine can be driven to it.
    pub fn of_round(number: u64, engine: Engine) -> Self {
        match (number % 3, engine) {
            (1, Engine::Chromium) => Self::Tabs,
            (2, _) => Self::Race,
            _ => Self::Browser,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Browser => "the browser is killed",
            Self::Tabs => "the tabs are killed",
            Self::Race => "two tabs race and the browser is killed",
        }
    }
}

/// What came of a round.
#[derive(Clone, Copy, Default)]
pub struct Tally {
    /// How often something was typed.
    pub edits: usize,
    /// How many fields had been shown as saved, or, where only tabs die, typed into.
    pub claimed: usize,
    /// How many of them did not come back.
    pub lost: usize,
}

impl Tally {
    pub fn plus(self, other: Self) -> Self {
        Self {
            edits: self.edits + other.edits,
            claimed: self.claimed + other.claimed,
            lost: self.lost + other.lost,
        }
    }
}

impl Display for Tally {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        let Self {
            edits,
            claimed,
            lost,
        } = self;
        write!(
            formatter,
            "{edits} edits, {claimed} fields claimed, {lost} lost"
        )
    }
}

/// What was typed into a field, and the first of the texts that may be there afterwards.
#[derive(Default)]
struct Typed {
    texts: Vec<String>,
    claimed: Option<usize>,
}

pub fn run(page: &Page, kind: Kind, number: u64, wait: u64, chance: &mut Chance) -> Outcome<Tally> {
    desk::open(page)?;
    let mut typed: [Typed; FIELDS.len()] = Default::default();
    let edits = 3 + chance.below(12) as usize;
    for edit in 0..edits {
        let frame = match kind {
            Kind::Race => edit % 2,
            Kind::Browser | Kind::Tabs => 0,
        };
        // In a race each tab has fields of its own.
        let field = match kind {
            Kind::Race => 2 * frame + chance.below(2) as usize,
            Kind::Browser | Kind::Tabs => chance.below(FIELDS.len() as u64) as usize,
        };
        let text = match chance.below(8) {
            0 => String::new(),
            half if FIELDS[field] == SLOTS => PLANNED.repeat(usize::from(half % 2 == 0)),
            _ => format!(
                "{} {number}.{edit}",
                chance.one_of(&["18 May", "mid may", "ü 日本"])
            ),
        };
        desk::edit(page, frame, FIELDS[field], &text)?;
        typed[field].texts.push(text);
        if chance.below(3) == 0 {
            thread::sleep(Duration::from_millis(chance.below(400)));
        }
        claim(page, kind, &mut typed)?;
    }
    if kind != Kind::Tabs {
        thread::sleep(Duration::from_millis(chance.below(wait.max(1))));
        claim(page, kind, &mut typed)?;
        page.kill_browser()?;
    } else {
        page.kill_renderers()?;
    }
    desk::open(page)?;
    let mut tally = Tally {
        edits,
        ..Tally::default()
    };
    for (field, typed) in FIELDS.iter().zip(&typed) {
        let Some(claimed) = typed.claimed else {
            continue;
        };
        tally.claimed += 1;
        // The database answers a moment after the page is there.
        let allowed = &typed.texts[claimed..];
        let is_there = || Ok(allowed.contains(&desk::text(page, 0, field)?));
        if page.wait_until("the text", is_there).is_err() {
            tally.lost += 1;
            let shown = desk::text(page, 0, field)?;
            println!("lost in {field}: {allowed:?} expected, {shown:?} found");
        }
    }
    Ok(tally)
}

/// Notes what must survive from now on.
fn claim(page: &Page, kind: Kind, typed: &mut [Typed]) -> Outcome {
    for (field, typed) in typed.iter_mut().enumerate() {
        let frame = match kind {
            Kind::Race => field / 2,
            Kind::Browser | Kind::Tabs => 0,
        };
        if typed.texts.is_empty() {
            continue;
        }
        // A tab's every key is with the browser, which lives on.
        if kind == Kind::Tabs || desk::is_saved(page, frame)? {
            typed.claimed = Some(typed.texts.len() - 1);
        }
    }
    Ok(())
}
