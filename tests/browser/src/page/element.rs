//! One element of a page: what a person can do with it and what it shows.

use std::fs;

use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::{Key, WebElement};

use super::{Page, PageError, Role};
use crate::engine::Engine;

/// An element, wherever it is in the page's shadow roots. All input goes through the browser as if
/// from a person; nothing is set by script.
pub struct Element<'a> {
    page: &'a Page,
    element: WebElement,
}

impl<'a> Element<'a> {
    pub(super) fn new(page: &'a Page, element: WebElement) -> Self {
        Self { page, element }
    }

    /// Scrolls to the element and clicks its middle, once the page shows what came before.
    ///
    /// # Errors
    /// When something else is in front of it, which WebKit doesn't notice.
    pub fn click(&self) -> Result<(), PageError> {
        self.page.settle()?;
        if self.page.engine() != Engine::Webkit {
            return self.page.wait_for(self.element.click());
        }
        // WebKit's own command takes a text field in a shadow root to be covered by itself, so
        // the pointer is moved there and pressed.
        self.script::<()>("arguments[0].scrollIntoView({ block: 'center' })")?;
        self.page.settle()?;
        // The driver may scroll once more, after it has looked where the element is.
        self.page.drive(async |driver| {
            let chain = driver.action_chain().move_to_element_center(&self.element);
            chain.perform().await
        })?;
        self.page.settle()?;
        self.page.drive(async |driver| {
            driver
                .action_chain()
                .move_to_element_center(&self.element)
                .click()
                .perform()
                .await
        })
    }

    /// Types at the end of what the element holds.
    ///
    /// # Errors
    /// When it takes no keyboard input.
    pub fn type_text(&self, text: &str) -> Result<(), PageError> {
        self.page.wait_for(self.element.send_keys(text))
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
        self.page.wait_for(self.element.attr(name))
    }

    /// The element with this role and name inside this one.
    ///
    /// # Errors
    /// As [`Page::by_label`].
    pub fn by_role(&self, role: Role, name: &str) -> Result<Element<'a>, PageError> {
        self.page.one(Some(role), name, Some(&self.element))
    }

    /// The form control with this label inside this element.
    ///
    /// # Errors
    /// As [`Page::by_label`].
    pub fn by_label(&self, label: &str) -> Result<Element<'a>, PageError> {
        self.page.one(None, label, Some(&self.element))
    }

    /// The visible element with this `part` name inside this element.
    ///
    /// # Errors
    /// As [`Page::part`].
    pub fn part(&self, part: &str) -> Result<Element<'a>, PageError> {
        self.page.one_part(part, Some(&self.element))
    }

    /// The names of all visible elements of a role inside this one right now.
    ///
    /// # Errors
    /// When the page can't be searched.
    pub fn names_of(&self, role: Role) -> Result<Vec<String>, PageError> {
        Ok(self.page.search(Some(role), None, Some(&self.element))?.1)
    }

    /// Runs the body of a function with the element as `arguments[0]`.
    ///
    /// # Errors
    /// When the script throws or returns something else than a `T`.
    pub fn script<T: DeserializeOwned>(&self, body: &str) -> Result<T, PageError> {
        let element: Value = self.element.to_json()?;
        self.page.script(body, &[element])
    }
}

impl Page {
    /// The element that has the keyboard's focus, `None` when only the page itself has it.
    ///
    /// # Errors
    /// When the page can't be asked.
    pub fn focused(&self) -> Result<Option<Element<'_>>, PageError> {
        const FOCUSED: &str = include_str!("../scripts/focused.js");
        let element = self.drive(async |driver| {
            let answer = driver.execute(FOCUSED, Vec::new()).await?;
            if answer.json().is_null() {
                Ok(None)
            } else {
                answer.element().map(Some)
            }
        })?;
        Ok(element.map(|element| Element::new(self, element)))
    }
}
