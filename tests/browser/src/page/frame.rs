//! Steps inside a frame of the page, which may be of another origin.

use serde_json::Value;

use super::{Page, PageError};
use crate::failure::Outcome;

/// Looks for a frame by its title, in the document and in every open shadow root.
const FIND: &str = "
    const [title] = arguments;
    return (function search(root) {
      for (const element of root.querySelectorAll('*')) {
        if (element.localName === 'iframe' && element.title === title) return element;
        const inside = element.shadowRoot && search(element.shadowRoot);
        if (inside) return inside;
      }
      return null;
    })(document);";

impl Page {
    /// Waits for the frame with this title in the current document, takes `steps` in it, then goes
    /// back to the document around it. Frames in frames are reached by steps within steps.
    ///
    /// # Errors
    /// Those of `steps`, and when no such frame comes.
    pub fn in_frame<T>(&self, title: &str, steps: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
        self.wait_until(&format!("a frame with the title `{title}`"), || {
            let found: Value = self.script(FIND, &[title.into()])?;
            Ok(!found.is_null())
        })?;
        self.drive(async |driver| {
            let found = driver.execute(FIND, vec![title.into()]).await?;
            found.element()?.enter_frame().await
        })?;
        let ended = steps();
        let back: Result<(), PageError> =
            self.drive(async |driver| driver.enter_parent_frame().await);
        let ended = ended?;
        back?;
        Ok(ended)
    }
}
