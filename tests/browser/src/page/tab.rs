//! More tabs of the same browser: documents of their own that share what is stored.

use thirtyfour::WindowHandle;

use super::{Page, PageError};

/// A tab of a test's browser.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tab(WindowHandle);

impl Page {
    /// The tab in which steps are taken.
    ///
    /// # Errors
    /// When it was closed.
    pub fn tab(&self) -> Result<Tab, PageError> {
        self.drive(async |driver| driver.window().await.map(Tab))
    }

    /// Opens an empty tab of the same size and goes there. The others stay as they are.
    ///
    /// It has a window of its own: under automation WebKit never brings a tab to the front of one.
    ///
    /// # Errors
    /// When the browser opens none.
    pub fn open_tab(&self) -> Result<Tab, PageError> {
        let opened = self.drive(async |driver| driver.new_window().await.map(Tab))?;
        self.go_to(&opened)?;
        self.resize(self.window.get())?;
        Ok(opened)
    }

    /// Takes the next steps in this tab, as after a click on it.
    ///
    /// # Errors
    /// When it was closed.
    pub fn go_to(&self, tab: &Tab) -> Result<(), PageError> {
        self.keep_reports()?;
        self.drive(async |driver| driver.switch_to_window(tab.0.clone()).await)
    }

    /// Closes the tab in which steps are taken, as its user would, and goes to another.
    ///
    /// # Errors
    /// When the browser does not close it.
    pub fn close_tab(&self, next: &Tab) -> Result<(), PageError> {
        self.keep_reports()?;
        self.drive(async |driver| {
            driver.close_window().await?;
            driver.switch_to_window(next.0.clone()).await
        })
    }
}
