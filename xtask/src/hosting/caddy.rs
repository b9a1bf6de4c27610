//! A snippet for Caddy, to be imported into a site of one's own.

use super::rules::{COMMON, Group, HeldStyles, TYPES};

/// The text of the snippet for pages that may hold these styles.
pub fn snippet(held: &HeldStyles) -> String {
    let mut text = String::from(
        "# For Caddy: import this file, and the snippet in it into your site, as in\n\
         #   import hosting/Caddyfile\n\
         #   jobs.example { root * /srv/jobs\n\
         #     import job_posting\n\
         #     file_server }\n\n\
         (job_posting) {\n\
         \tencode gzip\n\n\
         \tmap {path} {job_posting_type} {\n\
         \t\t~/$ \"text/html; charset=utf-8\"\n",
    );
    for (extension, media_type) in TYPES {
        text += &format!("\t\t~\\.{extension}$ \"{media_type}\"\n");
    }
    text += "\t\tdefault application/octet-stream\n\t}\n\n\t# The first pattern that fits a path decides.\n\tmap {path} {job_posting_cache} {\n";
    for group in Group::ALL {
        text += &format!("\t\t# {}.\n", group.reason());
        let pattern = group
            .pattern()
            .map_or("default".to_owned(), |pattern| format!("~{pattern}"));
        text += &format!("\t\t{pattern} \"{}\"\n", group.cache());
    }
    // What is not there may come later, so nothing is said about it that would be remembered.
    text += "\t}\n\n\t@job_posting_file file {path} {path}/index.html\n\theader @job_posting_file {\n\t\tCache-Control {job_posting_cache}\n\t\tContent-Type {job_posting_type}\n";
    for (name, value) in COMMON {
        text += &format!("\t\t{name} \"{value}\"\n");
    }
    text += "\t}\n";
    let mut earlier = Vec::new();
    for group in Group::ALL {
        let Some((pattern, policy)) = group.pattern().zip(group.policy(held)) else {
            continue;
        };
        let name = format!("@{group:?}").to_lowercase();
        text += &format!("\n\t{name} {{\n\t\tpath_regexp {pattern}\n");
        for pattern in &earlier {
            text += &format!("\t\tnot path_regexp {pattern}\n");
        }
        text += &format!("\t}}\n\theader {name} Content-Security-Policy \"{policy}\"\n");
        earlier.push(pattern);
    }
    text + "}\n"
}
