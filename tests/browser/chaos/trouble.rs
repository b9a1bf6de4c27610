//! What else goes wrong in a round: not with the browser, but around it.

use std::thread;
use std::time::Duration;
use std::{env, fs};

use browser_tests::{Fault, Outcome, Page, Site, Zone};
use serde_json::Value;

use crate::chance::Chance;
use crate::desk;

/// One trouble a round.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// None but that browsers die.
    Nothing,
    /// Half-way through the typing, the page's own scripts leave no room in localStorage (D5).
    Full,
    /// Between the two visits the clock is set, by up to a year, and the browser comes to another time zone.
    Clock,
    /// On the way back one of the files doesn't come, or comes late or in part.
    Network,
}

impl Trouble {
    /// Each in turn.
    pub fn of_round(number: u64) -> Self {
        match number % 4 {
            1 => Self::Full,
            2 => Self::Clock,
            3 => Self::Network,
            _ => Self::Nothing,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Nothing => "nothing else",
            Self::Full => "a full device",
            Self::Clock => "another clock and time zone",
            Self::Network => "a file that is missing, late or cut off",
        }
    }

    /// What happens before the browser dies and is started again.
    pub fn before_the_end(self, site: &Site, page: &Page, chance: &mut Chance) {
        if self == Self::Clock {
            let days = *chance.one_of(&[-365, -1, 1, 365]);
            site.put("/careers.html", desk::careers(days));
            page.move_to(*chance.one_of(&Zone::ALL));
        }
    }

    /// What happens on the way back, before the page is there as it should be.
    pub fn on_the_way_back(self, site: &Site, page: &Page, chance: &mut Chance) -> Outcome {
        if self != Self::Network {
            return Ok(());
        }
        let paths = files()?;
        let path = chance.one_of(&paths);
        let whole = site.content(path).unwrap_or_default();
        let part = whole.len() * chance.below(100) as usize / 100;
        let faults = [
            Fault::Drop,
            Fault::Status(503),
            Fault::Delay(Duration::from_secs(3)),
            Fault::Body(whole[..part].to_vec()),
        ];
        site.fault(path, chance.one_of(&faults).clone());
        page.open("/desk.html")?;
        thread::sleep(Duration::from_millis(500 + chance.below(3_000)));
        site.mend(path);
        Ok(())
    }
}

/// The paths of all files that a widget asks for.
fn files() -> Outcome<Vec<String>> {
    let folder = env::var_os("JOURNEY_DIST").unwrap_or_default();
    let manifest = fs::read_to_string(std::path::Path::new(&folder).join("manifest.json"))?;
    let manifest: Value = serde_json::from_str(&manifest)?;
    let files = manifest["files"].as_object().into_iter().flatten();
    let built = files.filter_map(|(_, file)| file["name"].as_str());
    let mut paths: Vec<String> = built.map(|name| format!("/{name}")).collect();
    paths.push("/chaos.json".to_owned());
    Ok(paths)
}
