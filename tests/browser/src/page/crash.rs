//! Browsers and tabs that die: their processes are killed as a power cut or a lack of memory would
//! end them, without a chance to finish anything. Linux only, where `/proc` tells whose they are.

use std::collections::HashMap;
use std::fs;
use std::process::Command;

use super::{Page, PageError};
use crate::browser::Browser;
use crate::engine::{Engine, Zone};

impl Page {
    /// Kills the browser with all its processes, and starts it again on the same profile, on an
    /// empty page.
    ///
    /// # Errors
    /// In WebKit, which keeps no profile under automation; when the browser can't be killed or
    /// does not start again.
    pub fn kill_browser(&self) -> Result<(), PageError> {
        self.needs("to be killed", self.engine != Engine::Webkit)?;
        kill(&self.processes()?)?;
        self.start_again()
    }

    /// Kills what draws the page, as when a tab runs out of memory; closes the browser and starts
    /// it again.
    ///
    /// # Errors
    /// In other engines than Chromium; when nothing could be killed; when the browser does not
    /// start again.
    pub fn kill_renderers(&self) -> Result<(), PageError> {
        self.needs("to lose a tab", self.engine == Engine::Chromium)?;
        let processes = self.processes()?.into_iter();
        let renderers = processes.filter(|process| process.command.contains("--type=renderer"));
        kill(&renderers.collect::<Vec<_>>())?;
        self.start_again()
    }

    /// Has the browser be in another time zone when it is started the next time.
    pub fn move_to(&self, zone: Zone) {
        self.zone.set(zone);
    }

    fn start_again(&self) -> Result<(), PageError> {
        self.is_changed.set(true);
        if let Some(browser) = self.browser.take() {
            // What was killed can't be closed properly any more; its driver goes in any case.
            let _ = browser.quit();
        }
        self.profile.forget_last_run();
        let browser = Browser::start(self.engine, self.zone.get(), &self.profile)?;
        self.browser.replace(Some(browser));
        self.resize(self.window.get())
    }

    /// The browser's processes: the one that was given the profile, and all that come from it.
    fn processes(&self) -> Result<Vec<Process>, PageError> {
        let profile = self.profile.browser_folder();
        let profile = profile.to_string_lossy();
        let all = running().map_err(PageError::Processes)?;
        let parents: HashMap<u32, u32> = all.iter().map(|one| (one.id, one.parent)).collect();
        let is_first = |process: &Process| {
            process.command.contains(&*profile) && !process.command.contains("driver")
        };
        let first: Vec<u32> = all
            .iter()
            .filter(|one| is_first(one))
            .map(|one| one.id)
            .collect();
        let comes_from_first = |process: &Process| {
            let mut id = Some(process.id);
            while let Some(one) = id {
                if first.contains(&one) {
                    return true;
                }
                id = parents.get(&one).copied();
            }
            false
        };
        Ok(all.into_iter().filter(comes_from_first).collect())
    }
}

struct Process {
    id: u32,
    parent: u32,
    command: String,
}

/// Every process of this machine that can be looked at.
fn running() -> std::io::Result<Vec<Process>> {
    let mut processes = Vec::new();
    for entry in fs::read_dir("/proc")?.flatten() {
        let Some(id) = entry
            .file_name()
            .to_str()
            .and_then(|name| name.parse().ok())
        else {
            continue;
        };
        // A process may end while it is looked at.
        let read = |file: &str| fs::read_to_string(entry.path().join(file));
        let (Ok(command), Ok(stat)) = (read("cmdline"), read("stat")) else {
            continue;
        };
        // After the name, which ends with the last bracket, come state and parent (proc(5)).
        let parent = stat
            .rsplit_once(')')
            .and_then(|(_, rest)| rest.split_whitespace().nth(1));
        if let Some(parent) = parent.and_then(|parent| parent.parse().ok()) {
            processes.push(Process {
                id,
                parent,
                command,
            });
        }
    }
    Ok(processes)
}

fn kill(processes: &[Process]) -> Result<(), PageError> {
    if processes.is_empty() {
        return Err(PageError::NothingToKill);
    }
    let ids = processes.iter().map(|process| process.id.to_string());
    let killed = Command::new("kill").arg("-KILL").args(ids).status();
    // Some may have gone by themselves with the first; that is no failure.
    killed.map(|_| ()).map_err(PageError::Processes)
}
