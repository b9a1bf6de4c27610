//! Finds elements the way assistive technology names them: by role and accessible name.

use std::cell::RefCell;
use std::rc::Rc;
use std::thread;
use std::time::Instant;

use serde_json::{Value, json};
use thirtyfour::WebElement;

use super::{Element, PAUSE, Page, PageError};

const FIND: &str = include_str!("../scripts/find.js");
const PART: &str = include_str!("../scripts/part.js");
const FOCUSED: &str = include_str!("../scripts/focused.js");

/// What an element is looked for by.
#[derive(Clone, Debug)]
pub(super) enum Query {
    /// Role, `None` for any labelled control, and accessible name.
    Named(Option<Role>, String),
    /// The name in the `part` attribute.
    Part(String),
    /// The keyboard's focus.
    Focus,
}

impl Query {
    pub(super) fn named(role: Option<Role>, name: &str) -> Self {
        Self::Named(role, name.to_owned())
    }
}

/// An element, and how to find it again when the page has replaced it.
pub(super) struct Found {
    query: Query,
    scope: Option<Rc<Found>>,
    element: RefCell<WebElement>,
}

impl Found {
    pub(super) fn new(query: Query, scope: Option<Rc<Found>>, element: WebElement) -> Self {
        Self {
            query,
            scope,
            element: RefCell::new(element),
        }
    }

    pub(super) fn element(&self) -> WebElement {
        self.element.borrow().clone()
    }
}

/// What a look at the page has seen.
pub(super) struct Seen {
    pub(super) elements: Vec<WebElement>,
    /// The names of all elements with the role that was asked for.
    names: Vec<String>,
}

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
        self.one(Query::named(None, label), None)
    }

    /// The element with this role and name.
    ///
    /// # Errors
    /// As [`by_label`](Self::by_label).
    pub fn by_role(&self, role: Role, name: &str) -> Result<Element<'_>, PageError> {
        self.one(Query::named(Some(role), name), None)
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
        self.names_in(role, None)
    }

    /// The visible element with this `part` name.
    ///
    /// # Errors
    /// When there is none within thirty seconds, or more than one.
    pub fn part(&self, part: &str) -> Result<Element<'_>, PageError> {
        self.one(Query::Part(part.to_owned()), None)
    }

    /// Whether there is a visible element with this `part` name right now.
    ///
    /// # Errors
    /// When the page can't be searched.
    pub fn has_part(&self, part: &str) -> Result<bool, PageError> {
        let seen = self.look(&Query::Part(part.to_owned()), None)?;
        Ok(!seen.elements.is_empty())
    }

    /// The text of the element with this `part` name, as it is drawn.
    ///
    /// # Errors
    /// As [`part`](Self::part).
    pub fn text_of_part(&self, part: &str) -> Result<String, PageError> {
        self.part(part)?.text()
    }

    /// The one element that the query describes, in the whole document or inside an element.
    pub(super) fn one(
        &self,
        query: Query,
        scope: Option<&Rc<Found>>,
    ) -> Result<Element<'_>, PageError> {
        let element = self.wait_for_one(&query, scope)?;
        Ok(Element::new(
            self,
            Found::new(query, scope.cloned(), element),
        ))
    }

    /// Finds what has replaced an element, and before it what it is in.
    pub(super) fn find_again(&self, found: &Found) -> Result<(), PageError> {
        let element = self.wait_for_one(&found.query, found.scope.as_ref())?;
        found.element.replace(element);
        Ok(())
    }

    fn wait_for_one(
        &self,
        query: &Query,
        scope: Option<&Rc<Found>>,
    ) -> Result<WebElement, PageError> {
        let deadline = Instant::now() + self.patience.get();
        loop {
            let Seen {
                mut elements,
                names,
            } = self.look(query, scope)?;
            match (elements.pop(), elements.len()) {
                (Some(element), 0) => return Ok(element),
                (None, _) if Instant::now() < deadline => thread::sleep(PAUSE),
                (last, before) => {
                    let count = before + usize::from(last.is_some());
                    return Err(self.not_one(query, count, names)?);
                }
            }
        }
    }

    /// Why there is not exactly one.
    fn not_one(
        &self,
        query: &Query,
        count: usize,
        names: Vec<String>,
    ) -> Result<PageError, PageError> {
        let query = query.clone();
        Ok(match query {
            Query::Named(role, name) if count == 0 => PageError::NotFound {
                role,
                name,
                names,
                address: self.script("return location.href", &[])?,
            },
            Query::Named(role, name) => PageError::Ambiguous { role, name, count },
            Query::Part(part) => PageError::Part { part, count },
            Query::Focus => PageError::TimedOut {
                what: "the focus".to_owned(),
            },
        })
    }

    /// The elements that a query describes right now.
    ///
    /// The page may replace an element between the script that finds it and the driver that passes it
    /// on: then that says so, or WebKit's passes on nothing in its place. It is looked for once more.
    pub(super) fn look(&self, query: &Query, scope: Option<&Rc<Found>>) -> Result<Seen, PageError> {
        let deadline = Instant::now() + self.patience.get();
        loop {
            let within = scope.map(|scope| scope.element());
            let within = argument(within.as_ref())?;
            let (script, arguments) = match query {
                Query::Named(role, name) => {
                    let role = role.map_or("labelled", Role::name);
                    (FIND, vec![json!(role), json!(name), within])
                }
                Query::Part(part) => (PART, vec![json!(part), within]),
                Query::Focus => (FOCUSED, Vec::new()),
            };
            let seen = self.drive(async |driver| {
                let answer = driver.execute(script, arguments).await?;
                let (elements, names): (Vec<Value>, Vec<String>) = answer.convert()?;
                if elements.iter().any(is_nothing) {
                    return Ok(None);
                }
                let elements = elements
                    .into_iter()
                    .map(|element| WebElement::from_json(element, driver.handle().clone()))
                    .collect::<Result<_, _>>()?;
                Ok(Some(Seen { elements, names }))
            });
            match seen {
                Ok(Some(seen)) => return Ok(seen),
                Err(error) if !error.is_stale() => return Err(error),
                _ if Instant::now() >= deadline => {
                    return Err(PageError::TimedOut {
                        what: "an element that stays in the page".to_owned(),
                    });
                }
                Ok(None) => {}
                Err(_) => {
                    if let Some(scope) = scope {
                        self.find_again(scope)?;
                    }
                }
            }
        }
    }

    /// The names of all elements of a role, and no element: those could be gone by the time it is
    /// passed on.
    pub(super) fn names_in(
        &self,
        role: Role,
        scope: Option<&WebElement>,
    ) -> Result<Vec<String>, PageError> {
        let arguments = [json!(role.name()), Value::Null, argument(scope)?];
        let (_, names): (Vec<Value>, Vec<String>) = self.script(FIND, &arguments)?;
        Ok(names)
    }
}

/// Whether this stands where an element was.
fn is_nothing(passed: &Value) -> bool {
    passed.as_object().is_none_or(serde_json::Map::is_empty)
}

fn argument(element: Option<&WebElement>) -> Result<Value, PageError> {
    Ok(element.map_or(Ok(Value::Null), WebElement::to_json)?)
}
