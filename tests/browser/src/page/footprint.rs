//! What a page keeps alive, as Chromium counts it.

use serde_json::{Value, json};

use super::{Page, PageError};
use crate::engine::Engine;

/// What is left of everything a page ever made, right after a garbage collection.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Footprint {
    /// Event listeners written in JavaScript.
    pub listeners: f64,
    /// Nodes, in the document or kept by a script.
    pub nodes: f64,
    /// Bytes of JavaScript objects, without WebAssembly's memory.
    pub heap: f64,
}

impl Page {
    /// Collects garbage, and counts what is left. Chromium only.
    ///
    /// # Errors
    /// In the other engines; when the browser doesn't answer.
    pub fn footprint(&self) -> Result<Footprint, PageError> {
        self.needs("to count what is alive", self.engine == Engine::Chromium)?;
        let answer = self.drive(async |driver| {
            let cdp = driver.cdp();
            // A second collection takes what the finalizers of the first let go.
            for _ in 0..2 {
                cdp.send_raw("HeapProfiler.collectGarbage", json!({}))
                    .await?;
            }
            cdp.send_raw("Performance.enable", json!({})).await?;
            cdp.send_raw("Performance.getMetrics", json!({})).await
        })?;
        let metrics = answer.get("metrics").and_then(Value::as_array);
        let metric = |name: &str| {
            let mut metrics = metrics.into_iter().flatten();
            let found =
                metrics.find(|metric| metric.get("name").and_then(Value::as_str) == Some(name));
            let value = found.and_then(|metric| metric.get("value")?.as_f64());
            value.unwrap_or(f64::NAN)
        };
        Ok(Footprint {
            listeners: metric("JSEventListeners"),
            nodes: metric("Nodes"),
            heap: metric("JSHeapUsedSize"),
        })
    }
}
