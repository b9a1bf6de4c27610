//! A real static host: nginx, serving the built site with the snippet that comes with it.

use std::env;
use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::fs;
use std::io;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use crate::server::{self, Call, Server, ServerError};
use crate::site::files::{LISTENER, LISTENER_PATH, with_listener};
use crate::workspace::{self, TemporaryFolder};

/// A running nginx. Stops when dropped.
pub struct Nginx {
    server: Server,
    _folder: TemporaryFolder,
}

impl Nginx {
    /// Serves the folder `JOURNEY_DIST` under its own `hosting/nginx.conf`, and beside its files a
    /// test's own pages, given as path (which starts with `/`) and content.
    ///
    /// # Errors
    /// When there is no built site, or nginx doesn't start.
    pub fn start(pages: &[(&str, &str)]) -> Result<Self, NginxError> {
        let site = env::var_os("JOURNEY_DIST").map(PathBuf::from);
        let site = site.ok_or(NginxError::NoSite)?;
        let folder = TemporaryFolder::new().map_err(NginxError::Folder)?;
        let address = server::free_address().map_err(NginxError::Folder)?;
        let port = address.port();
        lay_out(&site, folder.path(), pages, port).map_err(NginxError::Folder)?;
        let program = env::var_os("JOURNEY_NGINX").unwrap_or_else(|| "nginx".into());
        let program = PathBuf::from(program);
        let log = workspace::root().join("target/journey/nginx.log");
        let call = Call {
            program: &program,
            arguments: ["-p".into(), folder.path().into(), "-c".into()]
                .into_iter()
                .chain([folder.path().join("nginx.conf").into()])
                .collect(),
            environment: Vec::new(),
            address,
            log: &log,
        };
        let server = Server::start(call).map_err(|error| match error {
            ServerError::Log(error) | ServerError::NoShell(error) => NginxError::Folder(error),
            ServerError::Silent => NginxError::Silent { program, log },
        })?;
        Ok(Self {
            server,
            _folder: folder,
        })
    }

    /// The host's origin, such as `http://127.0.0.1:20123`.
    pub fn origin(&self) -> String {
        self.server.url()
    }
}

/// Fills nginx's own folder: its configuration, and a root with the built site and the pages.
fn lay_out(site: &Path, folder: &Path, pages: &[(&str, &str)], port: u16) -> io::Result<()> {
    let root = folder.join("site");
    fs::create_dir_all(&root)?;
    for entry in fs::read_dir(site)? {
        let entry = entry?;
        symlink(entry.path(), root.join(entry.file_name()))?;
    }
    let own = pages
        .iter()
        .map(|(path, text)| (*path, with_listener_in_pages(path, text)));
    let listener = (LISTENER_PATH, LISTENER.as_bytes().to_vec());
    for (path, content) in own.chain([listener]) {
        let path = root.join(path.trim_start_matches('/'));
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, content)?;
    }
    let snippet = site.join("hosting/nginx.conf");
    let snippet = snippet.display();
    // Without a master nginx is one ordinary process, of whoever runs the tests.
    let configuration = format!(
        "daemon off;\nmaster_process off;\npid nginx.pid;\nerror_log stderr;\nevents {{}}\n\
         http {{\n    access_log off;\n    client_body_temp_path body;\n    proxy_temp_path proxy;\n\
         \x20   fastcgi_temp_path fastcgi;\n    uwsgi_temp_path uwsgi;\n    scgi_temp_path scgi;\n\
         \x20   server {{\n        listen 127.0.0.1:{port};\n        root site;\n\
         \x20       include \"{snippet}\";\n    }}\n}}\n"
    );
    fs::write(folder.join("nginx.conf"), configuration)
}

fn with_listener_in_pages(path: &str, text: &str) -> Vec<u8> {
    let content = text.as_bytes().to_vec();
    if path.ends_with(".html") {
        with_listener(content)
    } else {
        content
    }
}

/// Why nginx does not serve.
#[derive(Debug)]
pub enum NginxError {
    /// `JOURNEY_DIST` is unset.
    NoSite,
    /// Its folder, log or port can't be had.
    Folder(io::Error),
    /// It does not listen: it is missing, or refuses its configuration.
    Silent {
        /// What was started.
        program: PathBuf,
        /// What it said.
        log: PathBuf,
    },
}

impl Display for NginxError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSite => formatter
                .write_str("JOURNEY_DIST is unset: build the site, then give its full path"),
            Self::Folder(_) => formatter.write_str("nginx's files can't be written"),
            Self::Silent { program, log } => write!(
                formatter,
                "`{}` did not answer: install nginx, or set JOURNEY_NGINX to its path; its output \
                 is in {}",
                program.display(),
                log.display()
            ),
        }
    }
}

impl Error for NginxError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Folder(error) => Some(error),
            Self::NoSite | Self::Silent { .. } => None,
        }
    }
}
