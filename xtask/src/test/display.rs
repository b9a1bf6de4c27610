//! A display without a screen, because WebKitGTK's browser has no mode without windows.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::error::Error;

/// A running X server; dropping it stops it.
pub struct Display {
    server: Child,
    name: String,
}

impl Display {
    /// Starts a server on a display number that nobody uses.
    pub fn start() -> Result<Self, Error> {
        let mut server = Command::new("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1440x1200x24",
                "-nolisten",
                "tcp",
            ])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|source| Error::NotStarted {
                program: "Xvfb".to_owned(),
                source,
            })?;
        let mut number = String::new();
        if let Some(pipe) = server.stdout.take() {
            // The server writes its number once it is ready; an end without one means it gave up.
            let _ = BufReader::new(pipe).read_line(&mut number);
        }
        let display = Self {
            server,
            name: format!(":{}", number.trim()),
        };
        if display.name == ":" {
            return Err(Error::missing(
                "Xvfb ended before it was ready",
                "Run `Xvfb -displayfd 1` to see why, or leave WebKit out with --engine",
            ));
        }
        Ok(display)
    }

    /// The value for `DISPLAY`.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // Asked politely the server removes its lock file, which a plain kill would leave behind.
        let asked = Command::new("kill")
            .arg(self.server.id().to_string())
            .status();
        if !asked.is_ok_and(|status| status.success()) {
            let _ = self.server.kill();
        }
        let _ = self.server.wait();
    }
}
