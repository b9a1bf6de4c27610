//! One element of a page: what a person can do with it and what it shows.

use std::fs;
use std::rc::Rc;
use std::time::Instant;

use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::{Key, WebElement};

use super::find::{Found, Query};
use super::{Page, PageError, Role};
use crate::engine::Engine;

/// An element, wherever it is in the page's shadow roots. All input goes through the browser as if
/// from a person; nothing is set by script.
///
/// It is what its name says at the time of each step: should the page have replaced it since it was
/// found, it is looked for again.
pub struct Element<'a> {
    page: &'a Page,
    found: Rc<Found>,
}

impl<'a> Element<'a> {
    pub(super) fn new(page: &'a Page, found: Found) -> Self {
        Self {
            page,
            found: Rc::new(found),
        }
    }

    /// Scrolls to the element and clicks its middle, once the page shows what came before.
    ///
    /// # Errors
    /// When something else is in front of it, which WebKit doesn't notice.
    pub fn click(&self) -> Result<(), PageError> {
        self.page.settle()?;
        if self.page.engine() != Engine::Webkit {
            return self.step(|element| self.page.wait_for(element.click()));
        }
        // WebKit's own command takes a text field in a shadow root to be covered by itself, so
        // the pointer is moved there and pressed.
        self.script::<()>("arguments[0].scrollIntoView({ block: 'center' })")?;
        self.page.settle()?;
        // The driver may scroll once more, after it has looked where the element is.
        self.step(|element| {
            self.page.drive(async |driver| {
                let chain = driver.action_chain().move_to_element_center(element);
                chain.perform().await
            })
        })?;
        self.page.settle()?;
        self.step(|element| {
            self.page.drive(async |driver| {
                driver
                    .action_chain()
                    .move_to_element_center(element)
                    .click()
                    .perform()
                    .await
            })
        })
    }

    /// Types at the end of what the element holds.
    ///
    /// # Errors
    /// When it takes no keyboard input.
    pub fn type_text(&self, text: &str) -> Result<(), PageError> {
        self.step(|element| self.page.wait_for(element.send_keys(text)))
    }

    /// Selects what the element holds and types over it. An empty text deletes it.
    ///
    /// # Errors
    /// When it takes no keyboard input.
    pub fn type_over(&self, text: &str) -> Result<(), PageError> {
        self.click()?;
        self.page.chord(&[Key::Control], 'a')?;
        // WebDriver's command for typing into an element may first move the caret to its end.
        if text.is_empty() {
            self.page.press(Key::Delete)
        } else {
            self.page.type_text(text)
        }
    }

    /// Picks a file with this name and content, if the element is a file field.
    ///
    /// # Errors
    /// When the file can't be written beside the browser's profile or the field doesn't take it.
    pub fn pick_file(&self, name: &str, content: &str) -> Result<(), PageError> {
        let path = self.page.profile.downloads().with_file_name(name);
        fs::write(&path, content).map_err(|error| PageError::File {
            path: path.clone(),
            error,
        })?;
        self.type_text(&path.to_string_lossy())
    }

    /// The text as it is drawn, without what is hidden.
    ///
    /// # Errors
    /// When the element is gone.
    pub fn text(&self) -> Result<String, PageError> {
        self.script("return arguments[0].innerText")
    }

    /// What a field holds.
    ///
    /// # Errors
    /// When the element is gone or holds no value.
    pub fn value(&self) -> Result<String, PageError> {
        self.script("return arguments[0].value")
    }

    /// Whether a checkbox or radio button is checked.
    ///
    /// # Errors
    /// When the element is gone or can't be checked.
    pub fn is_checked(&self) -> Result<bool, PageError> {
        self.script("return arguments[0].checked")
    }

    /// Whether the keyboard's focus is on the element.
    ///
    /// # Errors
    /// When the element is gone.
    pub fn is_focused(&self) -> Result<bool, PageError> {
        self.script("return arguments[0].getRootNode().activeElement === arguments[0]")
    }

    /// An attribute, `None` where it is absent.
    ///
    /// # Errors
    /// When the element is gone.
    pub fn attribute(&self, name: &str) -> Result<Option<String>, PageError> {
        self.step(|element| self.page.wait_for(element.attr(name)))
    }

    /// The element with this role and name inside this one.
    ///
    /// # Errors
    /// As [`Page::by_label`].
    pub fn by_role(&self, role: Role, name: &str) -> Result<Element<'a>, PageError> {
        self.page
            .one(Query::named(Some(role), name), Some(&self.found))
    }

    /// The form control with this label inside this element.
    ///
    /// # Errors
    /// As [`Page::by_label`].
    pub fn by_label(&self, label: &str) -> Result<Element<'a>, PageError> {
        self.page.one(Query::named(None, label), Some(&self.found))
    }

    /// The visible element with this `part` name inside this element.
    ///
    /// # Errors
    /// As [`Page::part`].
    pub fn part(&self, part: &str) -> Result<Element<'a>, PageError> {
        self.page
            .one(Query::Part(part.to_owned()), Some(&self.found))
    }

    /// The names of all visible elements of a role inside this one right now.
    ///
    /// # Errors
    /// When the page can't be searched.
    pub fn names_of(&self, role: Role) -> Result<Vec<String>, PageError> {
        self.step(|element| self.page.names_in(role, Some(element)))
    }

    /// Runs the body of a function with the element as `arguments[0]`.
    ///
    /// # Errors
    /// When the script throws or returns something else than a `T`.
    pub fn script<T: DeserializeOwned>(&self, body: &str) -> Result<T, PageError> {
        self.step(|element| {
            let element: Value = element.to_json()?;
            self.page.script(body, &[element])
        })
    }

    /// Takes one step with the element as it is now.
    fn step<T>(
        &self,
        mut take: impl FnMut(&WebElement) -> Result<T, PageError>,
    ) -> Result<T, PageError> {
        let deadline = Instant::now() + self.page.patience.get();
        loop {
            let element = self.found.element();
            match take(&element) {
                Err(error) if error.is_stale() && Instant::now() < deadline => {
                    self.page.find_again(&self.found)?;
                }
                taken => return taken,
            }
        }
    }
}

impl Page {
    /// The element that has the keyboard's focus, `None` when only the page itself has it.
    ///
    /// # Errors
    /// When the page can't be asked.
    pub fn focused(&self) -> Result<Option<Element<'_>>, PageError> {
        let found = self.look(&Query::Focus, None)?.elements.pop();
        Ok(found.map(|element| Element::new(self, Found::new(Query::Focus, None, element))))
    }
}
