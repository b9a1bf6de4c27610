//! Standard output in colours where somebody sees them, and texts that can't steer a terminal.

use std::io::StdoutLock;

use anstream::AutoStream;
use clap::ColorChoice;

/// Standard output that keeps what is written in colours, or drops the colours: by `choice`, else
/// where it is no terminal or `NO_COLOR` is set (<https://no-color.org>).
pub fn output(choice: ColorChoice) -> AutoStream<StdoutLock<'static>> {
    let choice = match choice {
        ColorChoice::Auto => anstream::ColorChoice::Auto,
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    };
    AutoStream::new(std::io::stdout().lock(), choice)
}

/// A text of somebody else's for one line of a terminal: without characters that steer it or that
/// turn the direction of writing, so that it can't pass for something that we say.
pub fn harmless(text: &str) -> String {
    let steers = |character: char| {
        character.is_control()
            || matches!(
                character,
                '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            )
            || matches!(character, '\u{2028}' | '\u{2029}' | '\u{2066}'..='\u{2069}')
    };
    text.replace(steers, "\u{fffd}")
}
