//! Links that can be shown: what a person reads in them is where they lead, and
//! following them runs nothing.

use std::fmt;

/// An address a posting may link to: `https:` or `mailto:`, checked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SafeUrl(String);

/// Why a text is not a [`SafeUrl`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UrlError {
    /// Neither `https://` nor `mailto:`.
    Scheme,
    /// A character stands in it that RFC 3986 gives no place in an address, or that can't be
    /// seen: a blank, a control character, an invisible or bidirectional mark.
    Character(char),
    /// No host (or no mail address) follows the scheme.
    Empty,
    /// A user name or password stands before the host, which hides where the link leads.
    Credentials,
    /// This character stands in the host, or stands where none of its kind can.
    Host(char),
    /// What follows the host's colon is not a port, 1 to 65535.
    Port,
}

impl fmt::Display for UrlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Scheme => f.write_str("is not a safe link; start it with https:// or mailto:"),
            Self::Character(character) => {
                f.write_str("holds ")?;
                name_character(*character, f)?;
                f.write_str(", which has no place in a link; remove or percent-encode it")
            }
            Self::Empty => {
                f.write_str("leads nowhere; name a host after https://, or an address after mailto:")
            }
            Self::Credentials => f.write_str(
                "has a user name before the host, which hides where it leads; remove all up to the @",
            ),
            Self::Host(character) if !character.is_ascii() => {
                f.write_str("has ")?;
                name_character(*character, f)?;
                f.write_str(
                    " in its host, which may look like another one; write the host in its \
                     ASCII form (punycode, xn--…)",
                )
            }
            Self::Host(character) => {
                f.write_str("has a misplaced ")?;
                name_character(*character, f)?;
                f.write_str(" in its host; write it like www.example.com")
            }
            Self::Port => f.write_str("has a bad port after its host; use 1 to 65535 or none"),
        }
    }
}

impl std::error::Error for UrlError {}

/// Shows what can be seen, and the code point of what can't or may look like something else.
fn name_character(character: char, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let code = u32::from(character);
    if character.is_ascii_graphic() {
        write!(f, "“{character}”")
    } else if has_place(character) {
        write!(f, "“{character}” (U+{code:04X})")
    } else {
        write!(f, "U+{code:04X}")
    }
}

impl SafeUrl {
    /// Accepts `https://host…` and `mailto:someone@host…` exactly as written, nothing else.
    ///
    /// Stricter than RFC 3986 where an address could mislead a person: the host is plain ASCII
    /// without percent-encoding, no user name stands before it, and nothing is invisible.
    pub fn parse(text: &str) -> Result<Self, UrlError> {
        if let Some(character) = text.chars().find(|&character| !has_place(character)) {
            return Err(UrlError::Character(character));
        }
        if let Some(rest) = strip_scheme(text, "https://") {
            check_authority(rest)?;
        } else if let Some(rest) = strip_scheme(text, "mailto:") {
            check_mail_address(rest)?;
        } else {
            return Err(UrlError::Scheme);
        }
        Ok(Self(text.to_owned()))
    }

    /// The address as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Schemes are case-insensitive (RFC 3986 section 3.1).
fn strip_scheme<'a>(text: &'a str, scheme: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(scheme.len())?;
    start.eq_ignore_ascii_case(scheme).then_some(rest)
}

/// Whether a character may stand somewhere in an address. Letters of all scripts may, since
/// browsers encode them in paths; what can't be seen may not. A backslash is read as a slash by
/// browsers and as text by people, so it is out too.
fn has_place(character: char) -> bool {
    !(character.is_whitespace()
        || character.is_control()
        || matches!(
            character,
            '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}'
        )
        || is_invisible(character))
}

/// Code points with Unicode's properties `Default_Ignorable_Code_Point` or `Bidi_Control`, and
/// the interlinear marks.
fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

fn check_authority(rest: &str) -> Result<(), UrlError> {
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let authority = rest.get(..end).unwrap_or(rest);
    if authority.contains('@') {
        return Err(UrlError::Credentials);
    }
    let (host, port) = authority
        .split_once(':')
        .map_or((authority, None), |(host, port)| (host, Some(port)));
    check_host(host)?;
    let bad = |port: &str| {
        !port.bytes().all(|byte| byte.is_ascii_digit())
            || !port
                .parse()
                .is_ok_and(|port: u32| (1..=65535).contains(&port))
    };
    if port.is_some_and(bad) {
        return Err(UrlError::Port);
    }
    Ok(())
}

/// A host of letters, digits and hyphens (RFC 1123 section 2.1): labels between dots, each of
/// them beginning and ending with a letter or digit.
fn check_host(host: &str) -> Result<(), UrlError> {
    if host.is_empty() {
        return Err(UrlError::Empty);
    }
    let allowed =
        |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '.');
    if let Some(character) = host.chars().find(|&character| !allowed(character)) {
        return Err(UrlError::Host(character));
    }
    for label in host.split('.') {
        if label.is_empty() {
            return Err(UrlError::Host('.'));
        }
        if label.starts_with('-') || label.ends_with('-') {
            return Err(UrlError::Host('-'));
        }
    }
    Ok(())
}

/// One address, as RFC 6068 writes it: its fields after `?` are left to the mail program.
fn check_mail_address(rest: &str) -> Result<(), UrlError> {
    let end = rest.find(['?', '#']).unwrap_or(rest.len());
    let address = rest.get(..end).unwrap_or(rest);
    let (mailbox, host) = address.split_once('@').ok_or(UrlError::Empty)?;
    if mailbox.is_empty() {
        return Err(UrlError::Empty);
    }
    let allowed = |byte: &u8| byte.is_ascii_alphanumeric() || b"!#$&'*+-./=_~".contains(byte);
    let allowed = |character: char| u8::try_from(character).is_ok_and(|byte| allowed(&byte));
    if let Some(character) = mailbox.chars().find(|&character| !allowed(character)) {
        return Err(UrlError::Character(character));
    }
    check_host(host)
}

#[cfg(test)]
mod tests;
