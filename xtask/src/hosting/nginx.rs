//! A snippet for nginx, to be included in a `server` or `location` of one's own.

use super::rules::{COMMON, Group, HeldStyles, TYPES};

/// The text of the snippet for pages that may hold these styles.
pub fn snippet(held: &HeldStyles) -> String {
    let mut text = String::from(
        "# For nginx: include this in the server or location that serves the folder, as in\n\
         #   location /jobs/ { include /etc/nginx/snippets/job-posting.conf; }\n\
         # A block with headers of its own inherits none, so each one has all of them.\n\n\
         index index.html;\ncharset utf-8;\n\
         charset_types text/css text/javascript text/markdown text/plain;\n\
         types {\n",
    );
    for (extension, media_type) in TYPES {
        let bare = media_type.trim_end_matches("; charset=utf-8");
        text += &format!("    {bare} {extension};\n");
    }
    text += "}\n\n\
        gzip on;\n\
        gzip_vary on;\n\
        gzip_min_length 1024;\n\
        gzip_types application/json application/wasm image/svg+xml text/css text/javascript;\n";
    for group in Group::ALL {
        text += &format!("\n# {}.\n", group.reason());
        match group.pattern() {
            Some(pattern) => {
                text += &format!(
                    "location ~ \"{pattern}\" {{\n{}}}\n",
                    headers(group, held, "    ")
                );
            }
            None => text += &headers(group, held, ""),
        }
    }
    text
}

fn headers(group: Group, held: &HeldStyles, indent: &str) -> String {
    let policy = group.policy(held);
    let own = [
        Some(("Cache-Control", group.cache())),
        policy
            .as_deref()
            .map(|policy| ("Content-Security-Policy", policy)),
    ];
    let all = own.into_iter().flatten().chain(COMMON);
    all.map(|(name, value)| format!("{indent}add_header {name} \"{value}\";\n"))
        .collect()
}
