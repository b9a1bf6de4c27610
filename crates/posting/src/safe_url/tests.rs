//! Which links are taken as they are written, and why the others are refused.

use super::*;

#[track_caller]
fn check(text: &str, expected: UrlError) {
    assert_eq!(SafeUrl::parse(text), Err(expected), "{text:?}");
}

#[test]
fn links_stay_as_written() {
    for text in [
        "https://example.com",
        "HTTPS://Example.COM/a%20b?q=[1]#top",
        "https://careers.example.com:8443/jobs?team=a@b",
        "https://xn--bcher-kva.example/",
        "https://example.com/büro",
        "https://localhost/",
        "https://192.0.2.1/",
        "mailto:jobs+2026@example.com",
        "MailTo:jobs@example.com?subject=Hello%20there",
    ] {
        let url = SafeUrl::parse(text).map(|url| url.as_str().to_owned());
        assert_eq!(url.as_deref(), Ok(text));
    }
}

#[test]
fn other_schemes_are_refused() {
    for text in [
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "javascript%3Aalert(1)",
        "data:text/html,hello",
        "vbscript:x",
        "http://example.com",
        "//example.com",
        "https:example.com",
        "https:/example.com",
        "example.com",
        "blob:https://example.com/1",
        "view-source:https://example.com",
        "ｈttps://example.com",
    ] {
        check(text, UrlError::Scheme);
    }
}

#[test]
fn what_cannot_be_seen_is_refused() {
    for character in [
        ' ',
        '\t',
        '\n',
        '\r',
        '\0',
        '\u{7f}',
        '\u{85}',
        '\u{a0}',
        '\u{ad}',
        '\u{200b}',
        '\u{200d}',
        '\u{200e}',
        '\u{202e}',
        '\u{2028}',
        '\u{2066}',
        '\u{2069}',
        '\u{3000}',
        '\u{3164}',
        '\u{fe0f}',
        '\u{feff}',
        '\u{e0041}',
    ] {
        check(
            &format!("https://example.com/{character}jobs"),
            UrlError::Character(character),
        );
        check(
            &format!("java{character}script:alert(1)"),
            UrlError::Character(character),
        );
        check(
            &format!("{character}https://example.com"),
            UrlError::Character(character),
        );
    }
}

#[test]
fn markup_and_backslashes_are_refused() {
    for character in ['"', '<', '>', '\\', '^', '`', '{', '|', '}'] {
        check(
            &format!("https://example.com/{character}"),
            UrlError::Character(character),
        );
    }
    check(
        "https://good.example\\@evil.example",
        UrlError::Character('\\'),
    );
}

#[test]
fn hosts_that_mislead_are_refused() {
    check("https://", UrlError::Empty);
    check("https:///example.com", UrlError::Empty);
    check("https://?q", UrlError::Empty);
    check("https://:443/", UrlError::Empty);
    check("https://good.example@evil.example/", UrlError::Credentials);
    check("https://user:word@evil.example", UrlError::Credentials);
    check("https://@evil.example", UrlError::Credentials);
    check("https://exаmple.com/", UrlError::Host('а'));
    check("https://example。com/", UrlError::Host('。'));
    check("https://ex%61mple.com/", UrlError::Host('%'));
    check("https://[::1]/", UrlError::Host('['));
    check("https://example..com/", UrlError::Host('.'));
    check("https://.example.com/", UrlError::Host('.'));
    check("https://-example.com/", UrlError::Host('-'));
    check("https://ex_ample.com/", UrlError::Host('_'));
    for port in ["", "0", "65536", "+80", "80a", "80:80"] {
        check(&format!("https://example.com:{port}/"), UrlError::Port);
    }
}

#[test]
fn mail_addresses_name_one_mailbox() {
    check("mailto:", UrlError::Empty);
    check("mailto:jobs", UrlError::Empty);
    check("mailto:@example.com", UrlError::Empty);
    check("mailto:jobs@", UrlError::Empty);
    check("mailto:?to=jobs@example.com", UrlError::Empty);
    check("mailto:a,b@example.com", UrlError::Character(','));
    check("mailto:a%0Ab@example.com", UrlError::Character('%'));
    check("mailto:a@b@example.com", UrlError::Host('@'));
    check("mailto:jobs@exаmple.com", UrlError::Host('а'));
}

#[test]
fn messages_show_what_can_be_seen_and_name_the_rest() {
    let message = |text| SafeUrl::parse(text).map_err(|error| error.to_string());
    assert_eq!(
        message("https://example.com/\u{202e}"),
        Err("holds U+202E, which has no place in a link; remove or percent-encode it".to_owned())
    );
    assert_eq!(
        message("https://ex_ample.com"),
        Err("has a misplaced “_” in its host; write it like www.example.com".to_owned())
    );
    assert_eq!(
        message("https://bücher.example"),
        Err(
            "has “ü” (U+00FC) in its host, which may look like another one; write the host in \
             its ASCII form (punycode, xn--…)"
                .to_owned()
        )
    );
}
