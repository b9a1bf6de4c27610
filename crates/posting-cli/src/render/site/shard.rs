//! One of several machines that write a site together. Each file of the site belongs to one of them
//! by a hash of its path, so that none has to know what the others do.

use std::fmt::{self, Display, Formatter};
use std::str::FromStr;

use super::digest::Digest;

/// The share of one machine: number `index` of `count`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Shard {
    index: u32,
    count: u32,
}

impl Shard {
    /// Whether this machine writes the file at this path of the site.
    pub fn owns(self, path: &str) -> bool {
        self.count == 1 || Digest::of(path.as_bytes()).modulo(self.count) == self.index - 1
    }

    /// Whether nobody else writes.
    pub fn is_whole(self) -> bool {
        self.count == 1
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let numbers = text
            .split_once('/')
            .and_then(|(index, count)| Some((index.parse().ok()?, count.parse().ok()?)));
        match numbers {
            Some((index, count)) if (1..=count).contains(&index) => Ok(Self { index, count }),
            _ => Err("write it as 2/3, for the second of three".to_owned()),
        }
    }
}

impl Display for Shard {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-of-{}", self.index, self.count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_written_as_fractions() {
        let shard: Shard = "2/3".parse().unwrap();
        assert_eq!(shard, Shard { index: 2, count: 3 });
        for refused in ["", "2", "0/3", "4/3", "a/b", "1/0"] {
            assert!(refused.parse::<Shard>().is_err(), "{refused}");
        }
    }

    #[test]
    fn each_path_belongs_to_one_share() {
        for number in 0..100 {
            let path = format!("jobs/{number}.html");
            let owners = (1..=3).filter(|index| {
                Shard {
                    index: *index,
                    count: 3,
                }
                .owns(&path)
            });
            assert_eq!(owners.count(), 1, "{path}");
        }
    }
}
