//! A draft in a link: the part of an address after `#`, which a browser sends to no server. What
//! stands in it is a draft file, compressed and then written in base64url (RFC 4648 section 5).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::calendar::safe_id;

/// The longest link, in characters. Browsers take far more; some messengers and mail programs cut
/// longer ones off, and a link that was cut brings nothing across.
pub const LONGEST_LINK: usize = 8_000;

/// The longest draft file that is taken from a link, in bytes. As `deflate` makes nothing smaller
/// than a 1,032nd part, the longest link could hold six million.
pub const LONGEST_LINKED: usize = 200_000;

/// Begins the fragment of every such link.
const MARK: &str = "job-posting-draft=";

/// Between the posting and what was compressed. Neither has it.
const SEPARATOR: char = '/';

/// The link to the page at `address` that holds a compressed draft file for a posting. What the
/// address says after `#` is left out.
///
/// # Errors
/// If it is longer than [`LONGEST_LINK`].
pub fn to_link(address: &str, posting_id: &str, packed: &[u8]) -> Result<String, DraftLinkError> {
    let page = address.split('#').next().unwrap_or_default();
    let id = safe_id(posting_id);
    let packed = URL_SAFE_NO_PAD.encode(packed);
    let link = format!("{page}#{MARK}{id}{SEPARATOR}{packed}");
    match link.chars().count() {
        length if length > LONGEST_LINK => Err(DraftLinkError::TooLong(length)),
        _ => Ok(link),
    }
}

/// The compressed draft file that an address holds for a posting; `None` if it holds none for it.
///
/// # Errors
/// If it is for the posting and can't be read.
pub fn from_link(address: &str, posting_id: &str) -> Result<Option<Vec<u8>>, DraftLinkError> {
    let Some((_, fragment)) = address.split_once('#') else {
        return Ok(None);
    };
    let Some((id, packed)) = fragment
        .strip_prefix(MARK)
        .and_then(|marked| marked.split_once(SEPARATOR))
    else {
        return Ok(None);
    };
    if id != safe_id(posting_id) {
        return Ok(None);
    }
    if fragment.len() > LONGEST_LINK {
        return Err(DraftLinkError::TooLong(fragment.chars().count()));
    }
    let packed = URL_SAFE_NO_PAD.decode(packed);
    packed.map(Some).map_err(|_| DraftLinkError::Damaged)
}

/// The draft file that was compressed, as text.
///
/// # Errors
/// If it is longer than [`LONGEST_LINKED`], or no text.
pub fn unpacked(bytes: Vec<u8>) -> Result<String, DraftLinkError> {
    if bytes.len() > LONGEST_LINKED {
        return Err(DraftLinkError::Damaged);
    }
    String::from_utf8(bytes).map_err(|_| DraftLinkError::Damaged)
}

/// Why a link can't be made or read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DraftLinkError {
    /// It has this many characters, which is more than [`LONGEST_LINK`].
    TooLong(usize),
    /// What it holds was cut short or changed, or nobody's draft is as large.
    Damaged,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PAGE: &str = "https://careers.example/jobs?team=garden";

    #[track_caller]
    fn check(fragment: &str, expected: Result<Option<&[u8]>, DraftLinkError>) {
        let read = from_link(&format!("{PAGE}{fragment}"), "garden");
        let expected = expected.map(|packed| packed.map(<[u8]>::to_vec));
        assert_eq!(read, expected, "{fragment}");
    }

    #[test]
    fn only_a_fragment_for_this_posting_is_read() {
        check("", Ok(None));
        check("#", Ok(None));
        check("#step-1", Ok(None));
        check("#job-posting-draft=", Ok(None));
        check("#job-posting-draft=garden", Ok(None));
        check("#job-posting-draft=kitchen/AAEC", Ok(None));
        check("#job-posting-draft=Garden/AAEC", Ok(None));
        check("#more&job-posting-draft=garden/AAEC", Ok(None));
        check("#job-posting-draft=garden/AAEC", Ok(Some(&[0, 1, 2])));
        check("#job-posting-draft=garden/", Ok(Some(&[])));
    }

    #[test]
    fn what_is_no_base64url_is_refused() {
        for damaged in [
            "A", "AAE+", "AAE=", "AA EC", "AAEC/", "AAEC#", "%41", "ä", "AB",
        ] {
            let fragment = format!("#job-posting-draft=garden/{damaged}");
            check(&fragment, Err(DraftLinkError::Damaged));
        }
    }

    #[test]
    fn a_link_longer_than_the_limit_is_neither_made_nor_read() {
        let overhead = to_link(PAGE, "garden", &[]).unwrap().len();
        // Three bytes are four characters.
        let fitting = vec![7; (LONGEST_LINK - overhead) / 4 * 3];
        let link = to_link(PAGE, "garden", &fitting).unwrap();
        assert!(link.len() <= LONGEST_LINK && link.len() > LONGEST_LINK - 4);
        assert_eq!(from_link(&link, "garden"), Ok(Some(fitting.clone())));
        let longer = [&fitting[..], &[7; 3]].concat();
        let refused = to_link(PAGE, "garden", &longer);
        assert!(matches!(
            refused,
            Err(DraftLinkError::TooLong(8_001..=8_004))
        ));
        let huge = format!("{PAGE}#{MARK}garden/{}", "A".repeat(1_000_000));
        let refused = from_link(&huge, "garden");
        assert!(matches!(refused, Err(DraftLinkError::TooLong(_))));
    }

    #[test]
    fn a_link_as_long_as_the_limit_is_made_and_read() {
        let room = LONGEST_LINK - to_link(&format!("{PAGE}?"), "garden", &[]).unwrap().len();
        let page = |length| format!("{PAGE}?{}", "x".repeat(length));
        let longest = to_link(&page(room), "garden", &[]).unwrap();
        assert_eq!(longest.len(), LONGEST_LINK);
        assert!(to_link(&page(room + 1), "garden", &[]).is_err());

        // Of what comes, the fragment alone is known to be ours.
        let begun = format!("{MARK}garden{SEPARATOR}");
        let fragment = |length| format!("#{begun}{}", "A".repeat(length));
        let room = LONGEST_LINK - begun.len();
        assert!(matches!(from_link(&fragment(room), "garden"), Ok(Some(_))));
        let refused = from_link(&fragment(room + 1), "garden");
        assert_eq!(refused, Err(DraftLinkError::TooLong(LONGEST_LINK + 1)));
    }

    #[test]
    fn a_draft_file_that_is_huge_or_no_text_is_refused() {
        assert_eq!(unpacked(b"{}".to_vec()), Ok("{}".to_owned()));
        assert!(unpacked(vec![b' '; LONGEST_LINKED]).is_ok());
        let bomb = vec![b' '; LONGEST_LINKED + 1];
        assert_eq!(unpacked(bomb), Err(DraftLinkError::Damaged));
        assert_eq!(unpacked(vec![0xff]), Err(DraftLinkError::Damaged));
    }

    proptest! {
        #[test]
        fn what_a_link_is_made_of_is_read_from_it(
            id in ".{1,40}", packed in prop::collection::vec(any::<u8>(), 0..400),
        ) {
            let link = to_link(&format!("{PAGE}#elsewhere"), &id, &packed).unwrap();
            prop_assert!(link.starts_with(&format!("{PAGE}#job-posting-draft=")), "{link}");
            prop_assert!(link.is_ascii());
            prop_assert_eq!(from_link(&link, &id), Ok(Some(packed)));
            prop_assert_eq!(from_link(&link, &format!("{id}!")), Ok(None));
        }

        #[test]
        fn no_address_is_too_strange(address in ".*", after in ".*", id in ".*") {
            let _ = from_link(&address, &id);
            let _ = from_link(&format!("#{MARK}{}/{after}", safe_id(&id)), &id);
        }
    }
}
