//! The value of a number as it is written, without floating point: `12.0` and
//! `1.2e1` are the whole number 12.

/// The value of a number's literal, shifted by so many decimal places, if that is whole and its
/// digits and itself are within range. Computed exactly, below zero, where one more number has its
/// place than above.
pub(super) fn whole(literal: &str, shift: i64) -> Option<i64> {
    let mut bytes = literal.bytes();
    let (mut value, mut places, mut in_fraction) = (0_i64, shift, false);
    for byte in bytes.by_ref() {
        match byte {
            b'-' => {}
            b'.' => in_fraction = true,
            b'e' | b'E' => break,
            digit => {
                value = value
                    .checked_mul(10)?
                    .checked_sub(i64::from(digit - b'0'))?;
                places -= i64::from(in_fraction);
            }
        }
    }
    let (mut exponent, mut sign) = (0_i64, 1);
    for byte in bytes {
        match byte {
            b'-' => sign = -1,
            b'+' => {}
            // No text is long enough for its fraction to make up for more.
            digit => exponent = (exponent * 10 + i64::from(digit - b'0')).min(i64::from(u32::MAX)),
        }
    }
    places += sign * exponent;
    while places != 0 && value != 0 {
        if places > 0 {
            value = value.checked_mul(10)?;
            places -= 1;
        } else if value % 10 == 0 {
            value /= 10;
            places += 1;
        } else {
            return None;
        }
    }
    if literal.starts_with('-') {
        Some(value)
    } else {
        value.checked_neg()
    }
}
