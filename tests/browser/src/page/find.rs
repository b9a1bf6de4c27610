//! Finds elements the way assistive technology names them: by role and accessible name.

use std::time::Instant;

use serde_json::{Value, json};
use thirtyfour::WebElement;
use thirtyfour::error::WebDriverError;

use super::{Element, PATIENCE, PAUSE, Page, PageError};

const FIND: &str = include_str!("../scripts/find.js");
const PART: &str = include_str!("../scripts/part.js");

macro_rules! roles {
    ($($variant:ident $name:literal,)*) => {
        /// A role of WAI-ARIA 1.2, as far as tests need them.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum Role {
            $(#[doc = concat!("`", $name, "`")] $variant,)*
        }

        impl Role {
            /// The name in WAI-ARIA.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

roles! {
    Alert "alert",
    Button "button",
    Checkbox "checkbox",
    Combobox "combobox",
    Dialog "dialog",
    Group "group",
    Heading "heading",
    Image "img",
    Link "link",
    List "list",
    ListItem "listitem",
    Navigation "navigation",
    Progress "progressbar",
    Radio "radio",
    RadioGroup "radiogroup",
    Region "region",
    Status "status",
    Table "table",
    TextBox "textbox",
}

impl Page {
    /// The form control with this label, or whose label contains it where none equals it.
    ///
    /// Like every finder it waits for the element to become visible, looks into open shadow roots,
    /// and takes an equal name before a containing one.
    ///
    /// # Errors
    /// When there is none within thirty seconds, or more than one.
    pub fn by_label(&self, label: &str) -> Result<Element<'_>, PageError> {
        self.one(None, label, None)
    }

    /// The element with this role and name.
    ///
    /// # Errors
    /// As [`by_label`](Self::by_label).
    pub fn by_role(&self, role: Role, name: &str) -> Result<Element<'_>, PageError> {
        self.one(Some(role), name, None)
    }

    /// The button with this name.
    ///
    /// # Errors
    /// As [`by_label`](Self::by_label).
    pub fn button(&self, name: &str) -> Result<Element<'_>, PageError> {
        self.by_role(Role::Button, name)
    }

    /// The checkbox with this name.
    ///
    /// # Errors
    /// As [`by_label`](Self::by_label).
    pub fn checkbox(&self, name: &str) -> Result<Element<'_>, PageError> {
        self.by_role(Role::Checkbox, name)
    }

    /// The radio button with this name.
    ///
    /// # Errors
    /// As [`by_label`](Self::by_label).
    pub fn radio(&self, name: &str) -> Result<Element<'_>, PageError> {
        self.by_role(Role::Radio, name)
    }

    /// The link with this name.
    ///
    /// # Errors
    /// As [`by_label`](Self::by_label).
    pub fn link(&self, name: &str) -> Result<Element<'_>, PageError> {
        self.by_role(Role::Link, name)
    }

    /// The heading with this name.
    ///
    /// # Errors
    /// As [`by_label`](Self::by_label).
    pub fn heading(&self, name: &str) -> Result<Element<'_>, PageError> {
        self.by_role(Role::Heading, name)
    }

    /// The names of all visible elements of a role right now, in the order of the document.
    ///
    /// # Errors
    /// When the page can't be searched.
    pub fn names_of(&self, role: Role) -> Result<Vec<String>, PageError> {
        Ok(self.search(Some(role), None, None)?.1)
    }

    /// The visible element with this `part` name.
    ///
    /// # Errors
    /// When there is none within thirty seconds, or more than one.
    pub fn part(&self, part: &str) -> Result<Element<'_>, PageError> {
        self.one_part(part, None)
    }

    pub(super) fn one_part(
        &self,
        part: &str,
        scope: Option<&WebElement>,
    ) -> Result<Element<'_>, PageError> {
        let deadline = Instant::now() + PATIENCE;
        let arguments = [json!(part), scope_argument(scope)?];
        loop {
            let mut found = self
                .drive(async |driver| driver.execute(PART, arguments.clone()).await?.elements())?;
            match (found.pop(), found.len()) {
                (Some(element), 0) => return Ok(Element::new(self, element)),
                (None, _) if Instant::now() < deadline => std::thread::sleep(PAUSE),
                (last, before) => {
                    let count = before + usize::from(last.is_some());
                    return Err(PageError::Part {
                        part: part.to_owned(),
                        count,
                    });
                }
            }
        }
    }

    /// The text of the element with this `part` name, as it is drawn.
    ///
    /// # Errors
    /// As [`part`](Self::part).
    pub fn text_of_part(&self, part: &str) -> Result<String, PageError> {
        self.part(part)?.text()
    }

    /// The one element with a role and name, in the whole document or inside an element.
    pub(super) fn one(
        &self,
        role: Option<Role>,
        name: &str,
        scope: Option<&WebElement>,
    ) -> Result<Element<'_>, PageError> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let (mut found, names) = self.search(role, Some(name), scope)?;
            let name = name.to_owned();
            match (found.pop(), found.len()) {
                (Some(element), 0) => return Ok(Element::new(self, element)),
                (Some(_), before) => {
                    return Err(PageError::Ambiguous {
                        role,
                        name,
                        count: before + 1,
                    });
                }
                (None, _) if Instant::now() < deadline => std::thread::sleep(PAUSE),
                (None, _) => {
                    let address = self.script("return location.href", &[])?;
                    return Err(PageError::NotFound {
                        role,
                        name,
                        names,
                        address,
                    });
                }
            }
        }
    }

    /// The matching elements and the names of all that have the role.
    pub(super) fn search(
        &self,
        role: Option<Role>,
        name: Option<&str>,
        scope: Option<&WebElement>,
    ) -> Result<(Vec<WebElement>, Vec<String>), PageError> {
        let role = role.map_or("labelled", Role::name);
        let arguments = [json!(role), json!(name), scope_argument(scope)?];
        self.drive(async |driver| {
            let answer = driver.execute(FIND, arguments).await?;
            let (elements, names): (Vec<Value>, Vec<String>) = answer.convert()?;
            let elements = elements
                .into_iter()
                .map(|element| WebElement::from_json(element, driver.handle().clone()))
                .collect::<Result<_, WebDriverError>>()?;
            Ok((elements, names))
        })
    }
}

fn scope_argument(scope: Option<&WebElement>) -> Result<Value, PageError> {
    Ok(scope.map_or(Ok(Value::Null), WebElement::to_json)?)
}
