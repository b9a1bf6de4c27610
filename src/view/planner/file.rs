//! Files: saving a text as a download, reading one the candidate picked.

use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

use super::promise::when_done;

/// The largest draft file that is read, in bytes. A draft is a few thousand; all that localStorage keeps for a
/// site, five million letters of up to three bytes each, has to come back.
const LARGEST: f64 = 16_000_000.0;

/// Offers `content` as a download named `name`.
pub fn save(name: &str, kind: &str, content: &str) {
    // A browser that can't make the file leaves the page as it is: the candidate sees that no
    // download came, and everything is still on the screen to copy.
    if let Err(error) = try_save(name, kind, content) {
        leptos::logging::error!("job-posting: the file {name} could not be made: {error:?}");
    }
}

fn try_save(name: &str, kind: &str, content: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(&format!("{kind};charset=utf-8"));
    let parts = js_sys::Array::of1(&content.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The download has its own hold on the data once the click is through.
    set_timeout(
        move || {
            let _ = Url::revoke_object_url(&url);
        },
        std::time::Duration::from_secs(60),
    );
    Ok(())
}

/// Reads a picked file as text, then calls `then`; `None` if it is too large or can't be read.
pub fn read(file: &File, then: impl FnOnce(Option<String>) + 'static) {
    if file.size() > LARGEST {
        return then(None);
    }
    when_done(Ok(file.text()), move |text| {
        then(text.ok().and_then(|text| text.as_string()));
    });
}
