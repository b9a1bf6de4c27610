//! WebDriver processes: one per browser, in the time zone asked for, and never left behind.

use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::fs;
use std::io;
use std::path::PathBuf;

use crate::engine::{Engine, Zone};
use crate::server::{self, Call, START_LIMIT, Server, ServerError};
use crate::workspace::{self, TemporaryFolder};

/// A running driver.
pub(crate) struct Driver {
    server: Server,
    /// WebKitGTK's configuration, which has to live as long as the driver.
    _configuration: Option<TemporaryFolder>,
}

impl Driver {
    /// Where the driver listens.
    pub(crate) fn url(&self) -> String {
        self.server.url()
    }

    /// Starts a driver whose browser runs in `zone`, and on `display` if it needs one. WebKitWebDriver and geckodriver serve one
    /// session at a time, so every session has a driver of its own; it costs 60 ms.
    pub(crate) fn start(
        engine: Engine,
        zone: Zone,
        display: Option<&str>,
    ) -> Result<Self, DriverError> {
        let program = engine.driver_program();
        let address = server::free_address().map_err(DriverError::NoPort)?;
        let port = address.port();
        let configuration = match engine {
            Engine::Webkit => Some(gtk_configuration().map_err(DriverError::Folder)?),
            Engine::Chromium | Engine::Firefox => None,
        };
        let arguments = match engine {
            Engine::Chromium | Engine::Webkit => vec![format!("--port={port}")],
            // Firefox also opens a port for the driver; the fixed default would be shared.
            Engine::Firefox => ["--port", &port.to_string(), "--websocket-port", "0"]
                .map(str::to_owned)
                .to_vec(),
        };
        let mut environment = vec![("TZ", zone.name().into())];
        if let Some(folder) = &configuration {
            environment.push(("XDG_CONFIG_HOME", folder.path().into()));
        }
        if let Some(display) = display {
            environment.push(("DISPLAY", display.into()));
        }
        let log = log_path(engine, zone);
        let started = Server::start(Call {
            program: &program,
            arguments: arguments.into_iter().map(Into::into).collect(),
            environment,
            address,
            log: &log,
        });
        let server = started.map_err(|error| match error {
            ServerError::Log(error) => DriverError::Folder(error),
            ServerError::NoShell(error) => DriverError::NoShell(error),
            ServerError::Silent => DriverError::Silent {
                engine,
                program,
                log,
            },
        })?;
        Ok(Self {
            server,
            _configuration: configuration,
        })
    }
}

fn log_path(engine: Engine, zone: Zone) -> PathBuf {
    let file = format!("{engine}-{}.log", zone.name().replace('/', "-"));
    workspace::root().join("target/journey").join(file)
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
