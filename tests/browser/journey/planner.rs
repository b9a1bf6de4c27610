//! The widget as a candidate works it, in the candidate's words. Everything is found by role,
//! label and the public part names.

use browser_tests::{Element, Key, Outcome, Page, PageError, Role};
use serde::Deserialize;

use crate::support::plain;

pub const EARLIEST: &str = "First day you are free";
pub const LATEST: &str = "Last day you are free";
pub const STARTS: &str = "Start dates you would take";

/// One ready widget.
#[derive(Clone, Copy)]
pub struct Planner<'a> {
    page: &'a Page,
    /// The name of the page's region around the widget, where the page has several.
    region: Option<&'static str>,
}

/// A start date as it is offered.
#[derive(Clone, PartialEq, Debug, Deserialize)]
pub struct Start {
    /// First and last day.
    pub days: String,
    /// Whether it fits and why not; empty before a date is stated.
    pub verdict: String,
    pub chosen: bool,
}

impl<'a> Planner<'a> {
    /// Loads a page and waits for its widgets.
    pub fn open(page: &'a Page, path: &str) -> Result<Self, PageError> {
        page.open(path)?;
        Self::on(page)
    }

    /// The widget of the current page, once all its widgets are ready.
    pub fn on(page: &'a Page) -> Result<Self, PageError> {
        page.wait_until_script(
            "every widget to be ready",
            "const all = [...document.querySelectorAll('job-posting')];
            return all.length > 0 && all.every((one) => one.dataset.state === 'ready')",
        )?;
        Ok(Self { page, region: None })
    }

    /// The widget in a region of the page.
    pub fn in_region(self, region: &'static str) -> Self {
        Self {
            region: Some(region),
            ..self
        }
    }

    fn region(&self) -> Result<Option<Element<'a>>, PageError> {
        let found = self
            .region
            .map(|name| self.page.by_role(Role::Region, name));
        found.transpose()
    }

    /// The control with this role and name.
    pub fn by_role(&self, role: Role, name: &str) -> Result<Element<'a>, PageError> {
        match self.region()? {
            Some(region) => region.by_role(role, name),
            None => self.page.by_role(role, name),
        }
    }

    pub fn button(&self, name: &str) -> Result<Element<'a>, PageError> {
        self.by_role(Role::Button, name)
    }

    /// The field with this label.
    pub fn field(&self, label: &str) -> Result<Element<'a>, PageError> {
        match self.region()? {
            Some(region) => region.by_label(label),
            None => self.page.by_label(label),
        }
    }

    fn part(&self, part: &str) -> Result<Element<'a>, PageError> {
        match self.region()? {
            Some(region) => region.part(part),
            None => self.page.part(part),
        }
    }

    /// Types over a field and leaves it.
    pub fn fill(&self, label: &str, text: &str) -> Result<(), PageError> {
        self.field(label)?.type_over(text)?;
        self.page.press(Key::Tab)
    }

    /// States when the candidate is free.
    pub fn state_dates(&self, earliest: &str, latest: &str) -> Result<(), PageError> {
        self.fill(EARLIEST, earliest)?;
        self.fill(LATEST, latest)
    }

    /// Adds days on which the candidate can't work; `number` is the place of the new range.
    pub fn add_busy(
        &self,
        number: usize,
        first: &str,
        last: &str,
        label: &str,
    ) -> Result<(), PageError> {
        self.button("Add days you can’t work")?.click()?;
        let range = self.by_role(Role::Group, &format!("Busy days {number}"))?;
        range.by_label("From")?.type_over(first)?;
        range.by_label("To")?.type_over(last)?;
        range.by_label("What for")?.type_over(label)
    }

    /// What stands below a field: its hint and how it was read, or what is wrong with it.
    pub fn below(&self, label: &str) -> Result<String, PageError> {
        Ok(plain(&self.field(label)?.script::<String>(
            "const ids = (arguments[0].getAttribute('aria-describedby') || '').split(' ');
            const root = arguments[0].getRootNode();
            return ids.map((id) => root.getElementById(id)?.textContent ?? '').join(' ')",
        )?))
    }

    /// Whether a field is marked as wrong.
    pub fn is_invalid(&self, label: &str) -> Result<bool, PageError> {
        let marked = self.field(label)?.attribute("aria-invalid")?;
        Ok(marked.as_deref() == Some("true"))
    }

    /// Every start date in the order shown.
    pub fn starts(&self) -> Result<Vec<Start>, PageError> {
        let group = self.by_role(Role::Group, STARTS)?;
        let starts: Vec<Start> = group.script(
            "const root = arguments[0].getRootNode();
            const described = (box) => (box.getAttribute('aria-describedby') || '').split(' ')
                .map((id) => root.getElementById(id)?.textContent ?? '').join(' ');
            return [...arguments[0].querySelectorAll('input[type=checkbox]')].map((box) => ({
                days: box.labels[0].innerText, verdict: described(box), chosen: box.checked,
            }))",
        )?;
        let tidy = |start: Start| Start {
            days: plain(&start.days),
            verdict: plain(&start.verdict),
            ..start
        };
        Ok(starts.into_iter().map(tidy).collect())
    }

    /// The days of the start dates that fit.
    pub fn fitting(&self) -> Result<Vec<String>, PageError> {
        let starts = self.starts()?.into_iter();
        let fitting = starts.filter(|start| start.verdict.starts_with("Fits"));
        Ok(fitting.map(|start| start.days).collect())
    }

    /// Ticks a start date, or unticks a chosen one.
    pub fn choose_start(&self, days: &str) -> Result<(), PageError> {
        self.by_role(Role::Group, STARTS)?
            .by_role(Role::Checkbox, days)?
            .click()
    }

    /// Answers the requirement or question whose words contain `question`.
    pub fn answer(&self, question: &str, answer: &str) -> Result<(), PageError> {
        self.by_role(Role::RadioGroup, question)?
            .by_role(Role::Radio, answer)?
            .click()
    }

    /// Whether an answer is given.
    pub fn is_answered(&self, question: &str, answer: &str) -> Result<bool, PageError> {
        self.by_role(Role::RadioGroup, question)?
            .by_role(Role::Radio, answer)?
            .is_checked()
    }

    /// Everything the step with the requirements says.
    pub fn requirements(&self) -> Result<String, PageError> {
        Ok(plain(&self.part("requirements")?.text()?))
    }

    /// The statement as it stands.
    pub fn statement(&self) -> Result<String, PageError> {
        Ok(plain(&self.part("statement")?.text()?))
    }

    /// The statement with its line ends, as it would be copied.
    pub fn statement_lines(&self) -> Result<String, PageError> {
        self.part("statement")?.text()
    }

    /// "2 of 5 answered"
    pub fn progress(&self) -> Result<String, PageError> {
        Ok(plain(&self.part("progress")?.text()?))
    }

    /// What the step with the application slots says.
    pub fn slots(&self) -> Result<String, PageError> {
        Ok(plain(&self.part("slots")?.text()?))
    }

    /// Whether and when the draft was saved.
    pub fn save_state(&self) -> Result<String, PageError> {
        Ok(plain(&self.part("save-state")?.text()?))
    }

    /// Waits until everything typed is on this device.
    pub fn wait_until_saved(&self) -> Result<(), PageError> {
        self.page.wait_until("the draft to be saved", || {
            Ok(self.save_state()?.starts_with("Saved on this device at"))
        })
    }

    /// Whether the focus is on the control with this role and name.
    pub fn is_focused(&self, role: Role, name: &str) -> Result<bool, PageError> {
        self.by_role(role, name)?.is_focused()
    }

    /// Waits until the focus is on the control with this role and name.
    pub fn wait_for_focus(&self, role: Role, name: &str) -> Outcome {
        let what = format!("the focus on the {} `{name}`", role.name());
        Ok(self
            .page
            .wait_until(&what, || self.is_focused(role, name))?)
    }
}
