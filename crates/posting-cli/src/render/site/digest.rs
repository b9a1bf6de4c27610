//! Hashes of content: what says that a file is the same as before, and which machine writes it.

use sha2::{Digest as _, Sha256};

/// The first half of a SHA-256 hash: enough to tell any two files apart.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Digest(u128);

impl Digest {
    /// The digest of bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self::from_hash(&Sha256::digest(bytes))
    }

    /// The digest of several parts, of which none can be taken for a piece of another.
    pub fn of_parts<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Self {
        let mut hash = Sha256::new();
        for part in parts {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        Self::from_hash(&hash.finalize())
    }

    fn from_hash(hash: &[u8]) -> Self {
        let half = hash.iter().take(16);
        Self(half.fold(0, |all, byte| (all << 8) | u128::from(*byte)))
    }

    /// The remainder of the digest as a number, divided by `count`.
    pub fn modulo(self, count: u32) -> u32 {
        // A remainder is smaller than what it is the remainder of.
        (self.0 % u128::from(count.max(1))) as u32
    }

    /// The first eight hexadecimal digits.
    pub fn short(self) -> String {
        format!("{:08x}", self.0 >> 96)
    }
}

impl std::fmt::Display for Digest {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{:032x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_half_of_the_hash() {
        // FIPS 180-4's hash of "abc".
        let digest = Digest::of(b"abc");
        assert_eq!(digest.to_string(), "ba7816bf8f01cfea414140de5dae2223");
        assert_eq!(digest.short(), "ba7816bf");
    }

    #[test]
    fn parts_are_kept_apart() {
        let digest = |parts: [&str; 2]| Digest::of_parts(parts.map(str::as_bytes));
        assert_ne!(digest(["ab", "c"]), digest(["a", "bc"]));
    }
}
