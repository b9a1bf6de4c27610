//! `cargo xtask serve`: the example page at a local address, rebuilt and reloaded at every change.

use std::net::{Ipv4Addr, TcpListener};

use crate::arguments::{Profile, ServeOptions};
use crate::dist;
use crate::error::Error;
use crate::process;
use crate::project::Project;
use crate::setup;

/// Where we serve unless asked otherwise.
const USUAL_PORT: u16 = 8080;

/// Installs what is missing, then builds and serves until interrupted.
pub fn run(project: &Project, options: &ServeOptions) -> Result<(), Error> {
    let toolbox = setup::for_build(project)?;
    let wanted = options.port.unwrap_or(USUAL_PORT);
    let port = free_port(wanted)?;
    if port != wanted {
        println!("Port {wanted} is taken, using {port} instead.");
    }
    println!("==> Building the widget: about two minutes the first time, then seconds");
    println!("    The page will be at http://127.0.0.1:{port}/ and reloads itself; Ctrl-C stops");
    let mut trunk = dist::trunk(project, &toolbox)?;
    // The release build in dist/ is left alone: size and journey tests measure that one.
    trunk.args(["serve", "--dist", "target/serve", "--address", "127.0.0.1"]);
    trunk.args(["--port", &port.to_string()]);
    if options.profile == Profile::Release {
        trunk.arg("--release");
    }
    process::stream(&mut trunk)
}

/// The wanted port if nobody listens there, else one of the next few, else any.
fn free_port(wanted: u16) -> Result<u16, Error> {
    let is_free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    let neighbours = wanted..=wanted.saturating_add(20);
    if let Some(port) = neighbours.into_iter().find(is_free) {
        return Ok(port);
    }
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|error| {
            Error::missing(format!("No port is free: {error}"), "Pass one with --port")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_passed_over() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let taken = listener.local_addr().unwrap().port();
        let found = free_port(taken).unwrap();
        assert_ne!(found, taken);
        drop(listener);
        assert_eq!(free_port(taken).unwrap(), taken);
    }
}
