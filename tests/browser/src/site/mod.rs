//! The static host of one test: serves the built site and the test's own files on a port of its
//! own, misbehaves where the test asks for it, and remembers what was requested.

mod connection;
pub(crate) mod files;

use std::collections::HashMap;
use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::io;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use std::{env, thread};

use crate::server;

/// What happens to requests of one path instead of being served.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fault {
    /// Answered with this status and a short text.
    Status(u16),
    /// Served as usual, but only after this time.
    Delay(Duration),
    /// Answered with status 200, the path's media type, and this body.
    Body(Vec<u8>),
    /// Kept waiting until [`Site::mend`] is called for the path, then served as usual.
    Hold,
    /// The connection is closed without an answer.
    Drop,
}

/// One request that reached the site.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Request {
    /// The method, such as `GET`.
    pub method: String,
    /// The path with its query, such as `/postings/example.json?v=2`.
    pub target: String,
    /// The status it was answered with; `None` while it waits and when the connection was dropped.
    pub status: Option<u16>,
}

/// A site on 127.0.0.1. Stops when dropped.
pub struct Site {
    address: SocketAddr,
    shared: Arc<Shared>,
}

#[derive(Default)]
struct State {
    files: HashMap<String, Vec<u8>>,
    headers: Vec<(String, String)>,
    faults: HashMap<String, Fault>,
    requests: Vec<Request>,
    /// How many requests came before the first of `requests`.
    forgotten: usize,
    stopped: bool,
}

impl State {
    /// Notes how the request with this number, counted from the site's start, was answered.
    fn note_status(&mut self, number: usize, status: u16) {
        let index = number.checked_sub(self.forgotten);
        if let Some(request) = index.and_then(|index| self.requests.get_mut(index)) {
            request.status = Some(status);
        }
    }
}

struct Shared {
    folder: Option<PathBuf>,
    state: Mutex<State>,
    changed: Condvar,
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Site {
    /// Serves the folder `JOURNEY_DIST`, or no files at all where that is unset.
    pub(crate) fn start() -> Result<Self, SiteError> {
        let folder = env::var_os("JOURNEY_DIST").map(PathBuf::from);
        if let Some(missing) = folder.as_ref().filter(|folder| !folder.is_dir()) {
            return Err(SiteError::NoFolder(missing.clone()));
        }
        let listener = server::free_listener().map_err(SiteError::NoPort)?;
        let address = listener.local_addr().map_err(SiteError::NoPort)?;
        let state = Mutex::new(State::default());
        let shared = Arc::new(Shared {
            folder,
            state,
            changed: Condvar::new(),
        });
        let serving = Arc::clone(&shared);
        thread::spawn(move || serve(&listener, &serving));
        Ok(Self { address, shared })
    }

    /// The site's origin, such as `http://127.0.0.1:40123`.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The same files under another origin, for whatever depends on being in a foreign page.
    pub fn other_origin(&self) -> String {
        format!("http://localhost:{}", self.address.port())
    }

    /// Serves `content` at `path` (which starts with `/`), in place of a file of the built site.
    /// The media type follows from the path's extension.
    pub fn put(&self, path: &str, content: impl Into<Vec<u8>>) {
        self.shared
            .state()
            .files
            .insert(files::file_path(path), content.into());
    }

    /// The content of the file at `path` as it is served, faults apart; `None` where there is none.
    pub fn content(&self, path: &str) -> Option<Vec<u8>> {
        files::content(&self.shared, &files::file_path(path))
    }

    /// Sends a header with every response from now on.
    pub fn header(&self, name: &str, value: &str) {
        self.shared
            .state()
            .headers
            .push((name.to_owned(), value.to_owned()));
    }

    /// Misbehaves at `path`, with any query, until [mended](Self::mend).
    pub fn fault(&self, path: &str, fault: Fault) {
        self.shared
            .state()
            .faults
            .insert(files::file_path(path), fault);
        self.shared.changed.notify_all();
    }

    /// Serves `path` as usual again.
    pub fn mend(&self, path: &str) {
        self.shared.state().faults.remove(&files::file_path(path));
        self.shared.changed.notify_all();
    }

    /// Every request since the start or the last [`forget_requests`](Self::forget_requests), in
    /// order of arrival; without the harness's own script and the browser's `/favicon.ico`.
    pub fn requests(&self) -> Vec<Request> {
        self.shared.state().requests.clone()
    }

    /// Starts the list of [requests](Self::requests) afresh.
    pub fn forget_requests(&self) {
        let mut state = self.shared.state();
        state.forgotten += state.requests.len();
        state.requests.clear();
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.shared.state().stopped = true;
        self.shared.changed.notify_all();
        // The accepting thread sees the flag when a last connection wakes it.
        drop(TcpStream::connect(self.address));
    }
}

fn serve(listener: &TcpListener, shared: &Arc<Shared>) {
    for stream in listener.incoming() {
        if shared.state().stopped {
            return;
        }
        // A connection that fails here is the browser's own doing, such as a closed tab; what it
        // means for the page is the test's to see.
        if let Ok(stream) = stream {
            let shared = Arc::clone(shared);
            thread::spawn(move || connection::answer(stream, &shared));
        }
    }
}

/// Why a site can't be served.
#[derive(Debug)]
pub enum SiteError {
    /// `JOURNEY_DIST` names no folder.
    NoFolder(PathBuf),
    /// No local port is free.
    NoPort(io::Error),
}

impl Display for SiteError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFolder(folder) => write!(
                formatter,
                "JOURNEY_DIST is `{}`, which is no folder: build the site, then give its full path",
                folder.display()
            ),
            Self::NoPort(_) => formatter.write_str("no free port on 127.0.0.1 for the test's site"),
        }
    }
}

impl Error for SiteError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::NoFolder(_) => None,
            Self::NoPort(error) => Some(error),
        }
    }
}
