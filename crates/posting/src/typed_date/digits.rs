//! Digits of other scripts, and the marks between them that come from the same keyboards.

/// The digit zero of each script whose digits are read; nine more follow it (Unicode 16.0, `Nd`): of full
/// width, Arabic-Indic, extended Arabic-Indic, Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, Tamil,
/// Telugu, Kannada, Malayalam, Thai, Lao, Tibetan, Myanmar, Khmer.
const ZEROS: [u16; 17] = [
    0xff10, 0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50,
    0xed0, 0xf20, 0x1040, 0x17e0,
];

/// The text with the digits 0 to 9 for those of other scripts, and `,`, `-`, `.` and `/` for those of full
/// width.
pub(super) fn plain(text: &str) -> String {
    text.chars().map(plain_char).collect()
}

fn plain_char(c: char) -> char {
    if let full @ '\u{ff0c}'..='\u{ff0f}' = c {
        // They stand in the order of ASCII.
        return char::from_u32(u32::from(full) - 0xfee0).unwrap_or(full);
    }
    let digit = ZEROS.iter().find_map(|&zero| {
        let value = u32::from(c).checked_sub(zero.into())?;
        char::from_digit(value, 10)
    });
    digit.unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_full_width_become_those_of_ascii() {
        assert_eq!(plain("２０２６－０５－１８"), "2026-05-18");
        assert_eq!(plain("１８．５．２６，５／６"), "18.5.26,5/6");
    }
}
