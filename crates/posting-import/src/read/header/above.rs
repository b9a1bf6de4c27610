//! What stands above a posting that was copied from a page.

use crate::block::Block;

/// What pages have above a posting that was copied from them, in small letters.
const OF_PAGES: [&str; 14] = [
    "apply",
    "apply now",
    "back",
    "back to jobs",
    "back to all jobs",
    "back to search",
    "back to results",
    "view all jobs",
    "all jobs",
    "open positions",
    "save job",
    "share",
    "skip to content",
    "skip to main content",
];

/// Whether a line belongs to the page that the posting was copied from.
pub(super) fn is_of_page(block: &Block) -> bool {
    let small = block.plain().to_lowercase();
    OF_PAGES.contains(&small.trim_matches([' ', '<', '←', '‹', '«', '|']))
}
