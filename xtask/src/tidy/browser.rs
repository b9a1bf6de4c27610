//! How the widget touches the browser: text only as text, and one door each to clock, storage and Intl.

use super::{File, accepts, holds, refuses};

/// Words that may stand only in one place, or nowhere.
struct Ban {
    /// Which files are looked at: those whose path begins like this.
    within: &'static str,
    /// The ending of those files.
    extension: &'static str,
    /// Paths that begin like this are free to use the words.
    except: &'static str,
    words: &'static [&'static str],
    why: &'static str,
}

const BANS: [Ban; 8] = [
    Ban {
        within: "src/",
        extension: ".rs",
        except: NOWHERE,
        words: &[
            "inner_html",
            "outer_html",
            "insert_adjacent_html",
            "template!",
            "srcdoc",
        ],
        why: "text from a posting reaches the page as text nodes only",
    },
    Ban {
        within: "public/",
        extension: ".js",
        except: NOWHERE,
        words: &[
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "new Function",
        ],
        why: "text reaches the page as text nodes only, and a strict policy blocks eval",
    },
    Ban {
        within: "src/",
        extension: ".rs",
        except: "src/clock.rs",
        words: &[
            "Date::now",
            "Date::new_0",
            "SystemTime",
            "Instant::now",
            "now_utc",
            "now_local",
        ],
        why: "only src/clock.rs reads the clock, pass today as an argument",
    },
    Ban {
        within: "crates/posting/src/",
        extension: ".rs",
        except: NOWHERE,
        words: &[
            "SystemTime",
            "Instant::now",
            "now_utc",
            "now_local",
            "std::fs",
            "std::net",
            "std::env",
        ],
        why: "the domain reads no clock and does no IO, take the value as an argument",
    },
    Ban {
        within: "src/",
        extension: ".rs",
        except: "src/storage/",
        words: &[
            "local_storage",
            "session_storage",
            "gloo_storage",
            "LocalStorage::",
            "indexed_db",
        ],
        why: "only src/storage/ touches the browser's storage",
    },
    Ban {
        within: "src/",
        extension: ".rs",
        except: "src/locale/",
        words: &[
            "Intl::",
            "js_sys::Intl",
            "to_locale_string",
            "to_locale_date_string",
        ],
        why: "only src/locale/ formats with Intl",
    },
    Ban {
        within: "public/",
        extension: ".js",
        except: NOWHERE,
        words: &[
            "new Date",
            "Date.now",
            "localStorage",
            "sessionStorage",
            "indexedDB",
            "Intl.",
        ],
        why: "the loader only loads; clock, storage and Intl belong to the widget",
    },
    Ban {
        within: "crates/posting-studio/",
        // Rust and JavaScript alike.
        extension: "s",
        except: NOWHERE,
        words: &[
            "inner_html",
            "innerHTML",
            "outer_html",
            "outerHTML",
            "insert_adjacent_html",
            "srcdoc",
            "eval(",
            "local_storage",
            "localStorage",
            "XmlHttpRequest",
            "send_beacon",
        ],
        why: "a source is text, kept on the widget's shelf and sent nowhere",
    },
];

/// No path begins like this.
const NOWHERE: &str = "//";

fn keeps_to_its_doors(files: &[File]) -> Vec<String> {
    let mut complaints = Vec::new();
    for ban in &BANS {
        let concerned = files.iter().filter(|file| {
            file.path.starts_with(ban.within)
                && file.path.ends_with(ban.extension)
                && !file.path.starts_with(ban.except)
        });
        for file in concerned {
            for (number, line) in file.code_lines() {
                if let Some(word) = ban.words.iter().find(|word| line.contains(**word)) {
                    complaints.push(file.complaint(number, &format!("`{word}`: {}", ban.why)));
                }
            }
        }
    }
    complaints
}

#[test]
fn the_widget_keeps_to_its_doors() {
    holds(keeps_to_its_doors);
}

#[test]
fn every_ban_bites_and_spares_its_door() {
    for ban in &BANS {
        for word in ban.words {
            let code = format!("//! {word}\nlet a = {word}();\n");
            let path = format!("{}a{}", ban.within, ban.extension);
            refuses(
                keeps_to_its_doors,
                &[File::sample(&path, &code)],
                &format!("{path}:2"),
            );
            if ban.except != NOWHERE {
                let door = format!(
                    "{}{}",
                    ban.except,
                    if ban.except.ends_with('/') {
                        "a.rs"
                    } else {
                        ""
                    }
                );
                accepts(keeps_to_its_doors, &[File::sample(&door, &code)]);
            }
        }
    }
}
