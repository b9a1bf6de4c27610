//! Drives a real browser through the candidate's journey: one empty window and one static server,
//! with an origin of its own, per test, in the engine named by `JOURNEY_ENGINE`.
//!
//! The tests are in `journey/`; this library is the harness they are written with. It blocks, so
//! that a test reads from top to bottom, and it waits for conditions, never for an amount of time.
//!
//! ```no_run
//! use browser_tests::{Journey, Outcome, Role, Window, Zone};
//!
//! fn the_statement_follows_what_is_typed() -> Outcome {
//!     Journey::new().zone(Zone::Auckland).window(Window::PHONE).run(|_site, page| {
//!         page.open("/")?;
//!         page.by_label("First day you are free")?.type_text("18 May 2026")?;
//!         page.button("Copy")?.click()?;
//!         assert!(page.clipboard()?.contains("18 May 2026"));
//!         assert_eq!(page.names_of(Role::Alert)?, [""; 0]);
//!         Ok(())
//!     })
//! }
//! ```
//!
//! | variable | meaning |
//! | --- | --- |
//! | `JOURNEY_ENGINE` | `chromium` (when unset), `firefox` or `webkit` |
//! | `JOURNEY_DIST` | absolute path of the built site; without it only a test's own files are served |
//! | `JOURNEY_NGINX` | path of nginx, else the one on `PATH` |
//! | `JOURNEY_HUGO` | path of Hugo, else the one on `PATH` |
//! | `CHROMEDRIVER`, `GECKODRIVER`, `WEBKITDRIVER` | path of the driver, else Debian's or the one on `PATH` |
//! | `DISPLAY` | the X display WebKit draws on |

mod browser;
mod driver;
mod engine;
mod examples;
mod failure;
mod journey;
mod nginx;
mod opened;
mod page;
mod pdf;
mod profile;
mod server;
mod site;
mod slots;
mod workspace;

pub use browser::BrowserError;
pub use driver::DriverError;
pub use engine::{Engine, EngineError, Zone};
pub use examples::{ExampleError, bundle, hugo, wordpress_blocks};
pub use failure::{Failure, Outcome};
pub use journey::{Journey, JourneyError};
pub use nginx::{Nginx, NginxError};
pub use page::{
    Element, Footprint, Key, Media, Page, PageError, Report, Role, Tab, Violation, Window,
};
pub use pdf::{Pdf, PdfError};
pub use site::{Fault, Request, Site, SiteError};
