//! The lines that tell a person what happens, why, and how long it took.

use std::time::{Duration, Instant};

/// Steps shorter than this need no word about their end.
const WORTH_MENTIONING: Duration = Duration::from_secs(3);

/// A piece of work that was announced; [`Step::done`] reports its time when it was long.
#[must_use]
pub struct Step {
    started: Instant,
}

impl Step {
    /// Prints what begins now and why.
    pub fn begin(what: &str) -> Self {
        println!("==> {what}");
        Self {
            started: Instant::now(),
        }
    }

    /// Prints the elapsed time if the step was long.
    pub fn done(self) {
        let elapsed = self.started.elapsed();
        if elapsed >= WORTH_MENTIONING {
            println!("    took {}", in_words(elapsed));
        }
    }
}

/// Prints one more detail of the step under way.
pub fn detail(text: &str) {
    println!("    {text}");
}

/// A duration as a person reads it: "7 s" or "2 min 5 s".
pub fn in_words(duration: Duration) -> String {
    let seconds = duration.as_secs_f64().round() as u64;
    match seconds / 60 {
        0 => format!("{seconds} s"),
        minutes => format!("{minutes} min {} s", seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_like_speech() {
        assert_eq!(in_words(Duration::from_millis(6_600)), "7 s");
        assert_eq!(in_words(Duration::from_secs(125)), "2 min 5 s");
    }
}
