//! What a page says went wrong: exceptions, unloaded resources, refusals, `console.error`.

use std::fmt::{self, Display, Formatter};

use serde::Deserialize;

use super::{Page, PageError};

/// One thing a page reported.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
pub struct Report {
    /// `exception`, `rejection`, `resource` (a script, style or image that didn't load), `policy`
    /// (refused by the content security policy) or `console`.
    pub kind: String,
    /// The message; the address for a resource.
    pub text: String,
}

impl Display for Report {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.kind, self.text)
    }
}

impl Page {
    /// What pages reported since this was last asked. A test that ends without asking fails if
    /// there is something. Reports of a page that was left by a link are lost.
    ///
    /// # Errors
    /// When the page can't be asked.
    pub fn reports(&self) -> Result<Vec<Report>, PageError> {
        self.keep_reports()?;
        Ok(self.reports.take())
    }

    /// Takes over the reports of the current document, which end with it.
    pub(super) fn keep_reports(&self) -> Result<(), PageError> {
        let reports: Vec<Report> = self.script(
            "return window.__reports ? window.__reports.splice(0) : []",
            &[],
        )?;
        self.reports.borrow_mut().extend(reports);
        Ok(())
    }
}
