//! How far the rendering is, for a person at a terminal. Elsewhere nothing is drawn.

use std::fmt::Write;

use indicatif::{ProgressBar, ProgressState, ProgressStyle};

/// Postings done, postings per second, time left.
const FORM: &str = "{wide_bar} {human_pos}/{human_len} postings, {rate}, {eta} left";

/// The bar on standard error.
pub struct Progress(ProgressBar);

impl Progress {
    /// Begins with nothing of `count` postings done.
    pub fn begin(count: u64) -> Self {
        // The library draws nothing where standard error is no terminal.
        let bar = ProgressBar::new(count);
        if let Ok(style) = ProgressStyle::with_template(FORM) {
            bar.set_style(style.with_key("rate", write_rate));
        }
        Self(bar)
    }

    /// One more is done.
    pub fn advance(&self) {
        self.0.inc(1);
    }

    /// Prints a line on standard output, above the bar.
    pub fn print(&self, line: &str) {
        self.0.suspend(|| println!("{line}"));
    }

    /// Takes the bar away.
    pub fn end(&self) {
        self.0.finish_and_clear();
    }
}

/// Postings per second as a whole number.
fn write_rate(state: &ProgressState, text: &mut dyn Write) {
    // Nobody could be told that a text in memory refused a number.
    let _ = write!(text, "{:.0}/s", state.per_sec());
}
