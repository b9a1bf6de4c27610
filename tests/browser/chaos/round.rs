//! One round: type, wait, kill, come back, and see what is there.

use std::fmt::{self, Display, Formatter};
use std::thread;
use std::time::Duration;

use browser_tests::{Engine, Outcome, Page, Site};

use crate::chance::Chance;
use crate::desk::{self, FIELDS, PLANNED, SLOTS};
use crate::trouble::Trouble;

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

/// What a round is of.
#[derive(Clone, Copy)]
pub struct Round {
    pub number: u64,
    pub kind: Kind,
    pub trouble: Trouble,
    /// The longest wait after the last edit, in milliseconds.
    pub wait: u64,
}

pub fn run(site: &Site, page: &Page, round: Round, chance: &mut Chance) -> Outcome<Tally> {
    let Round { kind, trouble, .. } = round;
    desk::open(page)?;
    let mut typed: [Typed; FIELDS.len()] = Default::default();
    let edits = 3 + chance.below(12) as usize;
    // Of a full device's keys the browser knows nothing; what is shown as saved counts there too.
    let mut is_kept_at_once = kind == Kind::Tabs;
    for edit in 0..edits {
        if trouble == Trouble::Full && edit == edits / 2 {
            desk::fill(page)?;
            is_kept_at_once = false;
        }
        let frame = match kind {
            Kind::Race => edit % 2,
            Kind::Browser | Kind::Tabs => 0,
        };
        // In a race each tab has fields of its own.
        let field = match kind {
            Kind::Race => 2 * frame + chance.below(2) as usize,
            Kind::Browser | Kind::Tabs => chance.below(FIELDS.len() as u64) as usize,
        };
        let name = format!("{}.{edit}", round.number);
        let text = text(FIELDS[field], &name, chance);
        desk::edit(page, frame, FIELDS[field], &text)?;
        typed[field].texts.push(text);
        if chance.below(3) == 0 {
            thread::sleep(Duration::from_millis(chance.below(400)));
        }
        claim(page, kind, is_kept_at_once, &mut typed)?;
    }
    trouble.before_the_end(site, page, chance);
    if kind == Kind::Tabs {
        page.kill_renderers()?;
    } else {
        thread::sleep(Duration::from_millis(chance.below(round.wait.max(1))));
        claim(page, kind, is_kept_at_once, &mut typed)?;
        page.kill_browser()?;
    }
    desk::make_room(page)?;
    trouble.on_the_way_back(site, page, chance)?;
    desk::open(page)?;
    let mut tally = Tally {
        edits: edits + 1,
        ..Tally::default()
    };
    for (field, typed) in FIELDS.iter().zip(&typed) {
        if let Some(claimed) = typed.claimed {
            tally.claimed += 1;
            tally.lost += lost(page, field, &typed.texts[claimed..])?;
        }
    }
    // Whatever the clock says now: what is typed last stands.
    let last = format!("{}.{edits}", round.number);
    desk::edit(page, 0, FIELDS[0], &last)?;
    page.wait_until("it is saved", || desk::is_saved(page, 0))?;
    desk::open(page)?;
    tally.claimed += 1;
    tally.lost += lost(page, FIELDS[0], &[last])?;
    site.put("/careers.html", desk::careers(0));
    Ok(tally)
}

/// What is typed into a field, now and then nothing.
fn text(field: &str, name: &str, chance: &mut Chance) -> String {
    match chance.below(8) {
        0 => String::new(),
        half if field == SLOTS => PLANNED.repeat(usize::from(half % 2 == 0)),
        _ => format!("{} {name}", chance.one_of(&["18 May", "mid may", "ü 日本"])),
    }
}

/// 1 if a field comes to show none of the texts that may be there.
fn lost(page: &Page, field: &str, allowed: &[String]) -> Outcome<usize> {
    // The database answers a moment after the page is there.
    let is_there = || Ok(allowed.contains(&desk::text(page, 0, field)?));
    if page.wait_until("the text", is_there).is_ok() {
        return Ok(0);
    }
    let shown = desk::text(page, 0, field)?;
    let stored = desk::stored(page, field)?;
    println!("lost in {field}: {allowed:?} expected, {shown:?} found, stored is {stored}");
    Ok(1)
}

/// Notes what must survive from now on.
fn claim(page: &Page, kind: Kind, is_kept_at_once: bool, typed: &mut [Typed]) -> Outcome {
    for (field, typed) in typed.iter_mut().enumerate() {
        let frame = match kind {
            Kind::Race => field / 2,
            Kind::Browser | Kind::Tabs => 0,
        };
        if typed.texts.is_empty() {
            continue;
        }
        // A tab's every key is with the browser, which lives on.
        if is_kept_at_once || desk::is_saved(page, frame)? {
            typed.claimed = Some(typed.texts.len() - 1);
        }
    }
    Ok(())
}
