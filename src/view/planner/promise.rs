//! Waits for a promise with a plain callback. An `async` block would bring a state
//! machine and a task of its own into the download for each place that waits.

use js_sys::Promise;
use leptos::wasm_bindgen::prelude::*;

/// Calls `then` with what `promise` gives, or with why there is no promise or no result.
pub fn when_done(
    promise: Result<Promise, JsValue>,
    then: impl FnOnce(Result<JsValue, JsValue>) + 'static,
) {
    let promise = promise.unwrap_or_else(|error| Promise::reject(&error));
    wait(&promise, Box::new(then));
}

fn wait(promise: &Promise, then: Box<dyn FnOnce(Result<JsValue, JsValue>)>) {
    let then = std::rc::Rc::new(std::cell::Cell::new(Some(then)));
    let other = std::rc::Rc::clone(&then);
    // Only one of the two is ever called; each frees itself when it is.
    let done = Closure::once_into_js(move |value: JsValue| {
        if let Some(then) = then.take() {
            then(Ok(value));
        }
    });
    let failed = Closure::once_into_js(move |error: JsValue| {
        if let Some(then) = other.take() {
            then(Err(error));
        }
    });
    promise.unchecked_ref::<Thenable>().then(&done, &failed);
}

#[wasm_bindgen]
extern "C" {
    /// A promise, by the one method that is needed of it.
    type Thenable;
    #[wasm_bindgen(method, structural)]
    fn then(this: &Thenable, done: &JsValue, failed: &JsValue) -> JsValue;
}
