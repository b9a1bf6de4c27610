//! One connection of the test's site: reads a request, answers it, closes (RFC 9112).
//!
//! Written by hand rather than with a server crate because tests need what servers rightly
//! prevent: connections that break and answers that never come.

use std::io::{self, BufRead, BufReader, Write};
use std::net::TcpStream;
use std::sync::PoisonError;
use std::thread;

use super::files::{self, LISTENER_PATH};
use super::{Fault, Request, Shared};

/// Answers one request. An error means that the browser closed the connection first, which it may.
pub(super) fn answer(stream: TcpStream, shared: &Shared) -> io::Result<()> {
    match read_head(&stream)? {
        Some((method, target)) => respond(&stream, shared, method, target),
        // Browsers open connections ahead of need and may never use them.
        None => Ok(()),
    }
}

/// The method and target of the request line. Header fields are read and not kept.
fn read_head(stream: &TcpStream) -> io::Result<Option<(String, String)>> {
    let mut lines = BufReader::new(stream).lines();
    let Some(request_line) = lines.next().transpose()? else {
        return Ok(None);
    };
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = request_line.split(' ').map(str::to_owned);
    Ok(words.next().zip(words.next()))
}

fn respond(stream: &TcpStream, shared: &Shared, method: String, target: String) -> io::Result<()> {
    let path = files::file_path(target.split('?').next().unwrap_or(&target));
    if path == "/favicon.ico" {
        return send(stream, shared, 204, &path, b"");
    }
    let number = (path != LISTENER_PATH).then(|| {
        let mut state = shared.state();
        state.requests.push(Request {
            method,
            target,
            status: None,
        });
        state.forgotten + state.requests.len() - 1
    });
    let fault = wait_out(shared, &path);
    let (status, body) = match fault {
        Some(Fault::Drop) => return Ok(()),
        Some(Fault::Status(status)) => (status, b"as the test asked".to_vec()),
        Some(Fault::Body(body)) => (200, body),
        Some(Fault::Hold | Fault::Delay(_)) | None => match files::content(shared, &path) {
            Some(content) => (200, content),
            None => (404, b"nothing here; is JOURNEY_DIST set?".to_vec()),
        },
    };
    if let Some(number) = number {
        shared.state().note_status(number, status);
    }
    send(stream, shared, status, &path, &body)
}

/// The fault of a path, once any waiting it asks for is over.
fn wait_out(shared: &Shared, path: &str) -> Option<Fault> {
    let mut state = shared.state();
    while !state.stopped && state.faults.get(path) == Some(&Fault::Hold) {
        state = shared
            .changed
            .wait(state)
            .unwrap_or_else(PoisonError::into_inner);
    }
    let fault = state.faults.get(path).cloned();
    drop(state);
    if let Some(Fault::Delay(time)) = fault {
        thread::sleep(time);
    }
    fault
}

fn send(
    mut stream: &TcpStream,
    shared: &Shared,
    status: u16,
    path: &str,
    body: &[u8],
) -> io::Result<()> {
    let media_type = if status == 200 {
        files::media_type(path)
    } else {
        "text/plain"
    };
    let length = body.len();
    let mut head = format!(
        "HTTP/1.1 {status} -\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\n\
         Cache-Control: no-store\r\nConnection: close\r\n"
    );
    for (name, value) in &shared.state().headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    stream.write_all(head.as_bytes())?;
    stream.write_all(body)
}
