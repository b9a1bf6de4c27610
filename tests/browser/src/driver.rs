//! WebDriver processes: one per browser, in the time zone asked for, and never left behind.

use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::fs::{self, File};
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::engine::{Engine, Zone};
use crate::workspace::{self, TemporaryFolder};

/// How long a driver may take to listen. Drivers measured here need 60 ms.
const START_LIMIT: Duration = Duration::from_secs(10);

/// A shell that keeps the driver until its own standard input ends. The test process holds the
/// other end of that pipe, so the driver goes however the tests end: normally, by panic, or killed.
/// The whole process group goes with it, browsers included.
const KEEPER: &str = r#""$@" & cat >/dev/null; trap '' TERM; kill 0; wait"#;

/// A running driver.
pub(crate) struct Driver {
    address: SocketAddr,
    keeper: Child,
    /// WebKitGTK's configuration, which has to live as long as the driver.
    _configuration: Option<TemporaryFolder>,
}

impl Driver {
    /// Where the driver listens.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Starts a driver whose browser runs in `zone`. WebKitWebDriver and geckodriver serve one
    /// session at a time, so every session has a driver of its own; it costs 60 ms.
    pub(crate) fn start(engine: Engine, zone: Zone) -> Result<Self, DriverError> {
        let program = engine.driver_program();
        let address = free_address().map_err(DriverError::NoPort)?;
        let configuration = match engine {
            Engine::Webkit => Some(gtk_configuration().map_err(DriverError::Folder)?),
            Engine::Chromium | Engine::Firefox => None,
        };
        let log = log_path(engine, zone);
        let output = create_log(&log).map_err(DriverError::Folder)?;
        let errors = output.try_clone().map_err(DriverError::Folder)?;

        let mut command = Command::new("sh");
        command.args(["-c", KEEPER, "sh"]).arg(&program);
        match engine {
            Engine::Chromium | Engine::Webkit => {
                command.arg(format!("--port={}", address.port()));
            }
            Engine::Firefox => {
                // Firefox also opens a port for the driver; the fixed default would be shared.
                command.args([
                    "--port",
                    &address.port().to_string(),
                    "--websocket-port",
                    "0",
                ]);
            }
        }
        command
            .env("TZ", zone.name())
            .stdin(Stdio::piped())
            .stdout(output)
            .stderr(errors);
        if let Some(folder) = &configuration {
            command.env("XDG_CONFIG_HOME", folder.path());
        }
        let keeper = command
            .process_group(0)
            .spawn()
            .map_err(DriverError::NoShell)?;
        let driver = Self {
            address,
            keeper,
            _configuration: configuration,
        };
        if driver.answers_within(START_LIMIT) {
            Ok(driver)
        } else {
            Err(DriverError::Silent {
                engine,
                program,
                log,
            })
        }
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

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        if let Err(error) = self.keeper.wait() {
            eprintln!("the driver at {} may still run: {error}", self.address);
        }
    }
}

/// Where the ports for drivers begin and how many there are: below those that the kernel gives out
/// by itself, which start at 32768 on Linux. On one of those, asking whether the driver answers
/// can be answered by the question: a connection to a port on which nobody listens yet may be
/// given that very port to come from, and then is connected to itself.
const FIRST_PORT: u16 = 20_000;
const PORTS: u16 = 12_000;

/// A port nobody listens on, another one at each call.
fn free_address() -> io::Result<SocketAddr> {
    static CALLS: AtomicU16 = AtomicU16::new(0);
    // Test processes that run side by side begin far apart.
    let start = std::process::id().wrapping_mul(97);
    let mut last = Err(io::ErrorKind::AddrInUse.into());
    for _ in 0..PORTS {
        let call = u32::from(CALLS.fetch_add(1, Ordering::Relaxed));
        let offset = start.wrapping_add(call) % u32::from(PORTS);
        let port = u32::from(FIRST_PORT) + offset;
        let port = u16::try_from(port).unwrap_or(FIRST_PORT);
        last = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .and_then(|listener| listener.local_addr());
        if last.is_ok() {
            break;
        }
    }
    last
}

fn log_path(engine: Engine, zone: Zone) -> PathBuf {
    let file = format!("{engine}-{}.log", zone.name().replace('/', "-"));
    workspace::root().join("target/journey").join(file)
}

fn create_log(path: &PathBuf) -> io::Result<File> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    File::options().create(true).append(true).open(path)
}

/// MiniBrowser's toolbar asks for 447 pixels, more than a phone has. Without padding and borders
/// it fits 360, and the window of a phone is a real window in WebKit too.
fn gtk_configuration() -> io::Result<TemporaryFolder> {
    let folder = TemporaryFolder::new()?;
    let style = "* { min-width: 0; min-height: 0; margin: 0; padding: 0; border-width: 0; }\n\
                 image { -gtk-icon-transform: scale(0.1); }\n";
    for version in ["gtk-3.0", "gtk-4.0"] {
        let place = folder.path().join(version);
        fs::create_dir_all(&place)?;
        fs::write(place.join("gtk.css"), style)?;
    }
    Ok(folder)
}

/// Why no driver runs.
#[derive(Debug)]
pub enum DriverError {
    /// No local port is free.
    NoPort(io::Error),
    /// A folder or log file could not be written.
    Folder(io::Error),
    /// The shell that keeps the driver could not be started.
    NoShell(io::Error),
    /// The program does not listen: it is missing, of another kind, or refused to start.
    Silent {
        /// The engine it should drive.
        engine: Engine,
        /// What was started.
        program: PathBuf,
        /// What it said.
        log: PathBuf,
    },
}

impl Display for DriverError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoPort(_) => formatter.write_str("no free port on 127.0.0.1 for a driver"),
            Self::Folder(_) => formatter.write_str("the driver's files can't be written"),
            Self::NoShell(_) => formatter.write_str("`sh`, which keeps the driver, can't be run"),
            Self::Silent {
                engine,
                program,
                log,
            } => write!(
                formatter,
                "the driver of {engine}, `{}`, did not answer within {} s: install it, or set {} \
                 to its path; its output is in {}",
                program.display(),
                START_LIMIT.as_secs(),
                match engine {
                    Engine::Chromium => "CHROMEDRIVER",
                    Engine::Firefox => "GECKODRIVER",
                    Engine::Webkit => "WEBKITDRIVER",
                },
                log.display()
            ),
        }
    }
}

impl Error for DriverError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::NoPort(error) | Self::Folder(error) | Self::NoShell(error) => Some(error),
            Self::Silent { .. } => None,
        }
    }
}
