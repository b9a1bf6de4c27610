//! A server program of a test: on a port of its own, awaited until it answers, never left behind.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// How long a server may take to listen. Drivers measured here need 60 ms.
pub(crate) const START_LIMIT: Duration = Duration::from_secs(10);

/// A shell that keeps the server until its own standard input ends. The test process holds the
/// other end of that pipe, so the server goes however the tests end: normally, by panic, or killed.
/// The whole process group goes with it, a driver's browsers included.
const KEEPER: &str = r#""$@" & cat >/dev/null; trap '' TERM; kill 0; wait"#;

/// A running server; dropping it stops it.
pub(crate) struct Server {
    address: SocketAddr,
    keeper: Child,
}

/// What to start.
pub(crate) struct Call<'a> {
    /// A path, or a name to be looked up on `PATH`.
    pub(crate) program: &'a Path,
    /// Its arguments, which tell it to listen on `address`.
    pub(crate) arguments: Vec<OsString>,
    /// Variables added to the environment.
    pub(crate) environment: Vec<(&'static str, OsString)>,
    /// Where it will listen.
    pub(crate) address: SocketAddr,
    /// Where its output goes.
    pub(crate) log: &'a Path,
}

/// Why no server runs.
pub(crate) enum ServerError {
    /// The log can't be written.
    Log(io::Error),
    /// The shell that keeps the server can't be started.
    NoShell(io::Error),
    /// It did not listen in time.
    Silent,
}

impl Server {
    /// Starts a program and waits until it listens.
    pub(crate) fn start(call: Call<'_>) -> Result<Self, ServerError> {
        let output = create_log(call.log).map_err(ServerError::Log)?;
        let errors = output.try_clone().map_err(ServerError::Log)?;
        let keeper = Command::new("sh")
            .args(["-c", KEEPER, "sh"])
            .arg(call.program)
            .args(call.arguments)
            .envs(call.environment)
            .stdin(Stdio::piped())
            .stdout(output)
            .stderr(errors)
            .process_group(0)
            .spawn()
            .map_err(ServerError::NoShell)?;
        let server = Self {
            address: call.address,
            keeper,
        };
        if server.answers_within(START_LIMIT) {
            Ok(server)
        } else {
            Err(ServerError::Silent)
        }
    }

    /// Where it listens.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    fn answers_within(&self, limit: Duration) -> bool {
        let deadline = Instant::now() + limit;
        while Instant::now() < deadline {
            if TcpStream::connect_timeout(&self.address, limit).is_ok() {
                return true;
            }
            thread::sleep(Duration::from_millis(20));
        }
        false
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        if let Err(error) = self.keeper.wait() {
            eprintln!("the server at {} may still run: {error}", self.address);
        }
    }
}

/// Where the ports for servers begin and how many there are: below those that the kernel gives out
/// by itself, which start at 32768 on Linux. On one of those, asking whether the server answers
/// can be answered by the question: a connection to a port on which nobody listens yet may be
/// given that very port to come from, and then is connected to itself.
const FIRST_PORT: u16 = 20_000;
const PORTS: u16 = 12_000;

/// A port nobody listens on, another one at each call.
pub(crate) fn free_address() -> io::Result<SocketAddr> {
    free_listener()?.local_addr()
}

/// A listener on a port of its own: no other call in this process gets the same one. An origin is named by its port, and
/// what a browser has stored for one test must not be there for another.
pub(crate) fn free_listener() -> io::Result<TcpListener> {
    static CALLS: AtomicU16 = AtomicU16::new(0);
    // Test processes that run side by side begin far apart.
    let start = std::process::id().wrapping_mul(97);
    let mut last = Err(io::ErrorKind::AddrInUse.into());
    for _ in 0..PORTS {
        let call = u32::from(CALLS.fetch_add(1, Ordering::Relaxed));
        let offset = start.wrapping_add(call) % u32::from(PORTS);
        let port = u32::from(FIRST_PORT) + offset;
        let port = u16::try_from(port).unwrap_or(FIRST_PORT);
        last = TcpListener::bind((Ipv4Addr::LOCALHOST, port));
        if last.is_ok() {
            break;
        }
    }
    last
}

fn create_log(path: &Path) -> io::Result<File> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    File::options().create(true).append(true).open(path)
}
