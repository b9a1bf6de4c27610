//! Digits of other scripts, and the marks between them that come from the same keyboards.

/// The digit zero of each script whose digits are read; nine more follow it (Unicode 16.0, `Nd`): of full
/// width, Arabic-Indic, extended Arabic-Indic, Devanagari.
const ZEROS: [char; 4] = ['\u{ff10}', '\u{660}', '\u{6f0}', '\u{966}'];

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
    let digit = ZEROS.iter().find_map(|zero| {
        let value = u32::from(c).checked_sub(u32::from(*zero))?;
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
