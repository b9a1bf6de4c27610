//! The LaTeX form, for text mode in any font encoding and without packages.

use super::one_line;

/// A heading in bold and a list of items, both plain text.
pub(super) fn list(heading: &str, items: &[String]) -> String {
    let mut text = format!(
        "\\textbf{{{}}}\n\\begin{{itemize}}\n",
        escape_latex(heading)
    );
    for item in items {
        text.push_str("  \\item ");
        text.push_str(&escape_latex(item));
        text.push('\n');
    }
    text.push_str("\\end{itemize}\n");
    text
}

/// Escapes text for LaTeX's text mode so that it shows as typed.
///
/// Special characters become commands, dashes TeX's own (`--`, `---`), no-break and thin blanks
/// `~` and `\,`; pairs that TeX would join (`--`, `''`, `,,`) are kept apart. Brackets are put in
/// braces, since one that follows `\item` would be taken for its option. Line breaks become
/// blanks, runs of blanks one, and control characters are dropped.
pub fn escape_latex(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut buffer = [0; 4];
    for c in one_line(text).chars() {
        let piece = match c {
            '\\' => "\\textbackslash{}",
            '{' => "\\{",
            '}' => "\\}",
            '$' => "\\$",
            '&' => "\\&",
            '#' => "\\#",
            '_' => "\\_",
            '%' => "\\%",
            '^' => "\\textasciicircum{}",
            '~' => "\\textasciitilde{}",
            '<' => "\\textless{}",
            '>' => "\\textgreater{}",
            '|' => "\\textbar{}",
            // The bare character is a command in German and some other languages.
            '"' => "\\symbol{34}",
            '`' => "\\symbol{96}",
            '[' => "{[}",
            ']' => "{]}",
            '–' => "--",
            '—' => "---",
            '\u{a0}' => "~",
            '\u{2009}' | '\u{202f}' => "\\,",
            other => other.encode_utf8(&mut buffer),
        };
        let joined = ['-', '\'', ',']
            .into_iter()
            .any(|mark| escaped.ends_with(mark) && piece.starts_with(mark));
        if joined {
            escaped.push_str("{}");
        }
        escaped.push_str(piece);
    }
    escaped
}
