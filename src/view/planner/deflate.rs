//! Compresses and expands bytes with what the browser has for it (the Compression Streams standard):
//! a library of ours would be downloaded by everybody for the few who need it.

use js_sys::{Promise, Uint8Array};
use leptos::wasm_bindgen::prelude::*;

use super::promise::when_done;

/// The form of the compressed bytes: bare, because a link is short and says itself what it holds.
const FORMAT: &str = "deflate-raw";

/// Whether the browser can do both.
pub fn is_supported() -> bool {
    CompressionStream::new(FORMAT).is_ok() && DecompressionStream::new(FORMAT).is_ok()
}

/// Compresses, then calls `then`; `None` if the browser can't.
pub fn compress(bytes: &[u8], then: impl FnOnce(Option<Vec<u8>>) + 'static) {
    let stream = CompressionStream::new(FORMAT).map(JsValue::from);
    send(bytes, stream, then);
}

/// Expands, then calls `then`; `None` if the bytes are none that were compressed. At most 1,032
/// bytes come of one, so a caller bounds what comes by what it gives.
pub fn expand(bytes: &[u8], then: impl FnOnce(Option<Vec<u8>>) + 'static) {
    let stream = DecompressionStream::new(FORMAT).map(JsValue::from);
    send(bytes, stream, then);
}

fn send(
    bytes: &[u8],
    stream: Result<JsValue, JsValue>,
    then: impl FnOnce(Option<Vec<u8>>) + 'static,
) {
    let arriving = stream.and_then(|stream| {
        let body = Response::new(&Uint8Array::from(bytes))?.body();
        Response::new(&body.pipe_through(&stream)?)?.array_buffer()
    });
    when_done(arriving, move |buffer| {
        let bytes = buffer.map(|buffer| Uint8Array::new(&buffer).to_vec());
        then(bytes.ok());
    });
}

#[wasm_bindgen]
extern "C" {
    type CompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<CompressionStream, JsValue>;

    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;

    /// What turns bytes into a stream and a stream into bytes.
    type Response;
    #[wasm_bindgen(constructor, catch)]
    fn new(body: &JsValue) -> Result<Response, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn body(this: &Response) -> ReadableStream;
    #[wasm_bindgen(method, catch, js_name = arrayBuffer)]
    fn array_buffer(this: &Response) -> Result<Promise, JsValue>;

    type ReadableStream;
    #[wasm_bindgen(method, catch, js_name = pipeThrough)]
    fn pipe_through(this: &ReadableStream, stream: &JsValue) -> Result<JsValue, JsValue>;
}
