//! The studio: a page on which authors bring a posting they already have, see what was understood
//! of it, correct it, and take away what a careers page needs. Nothing leaves the browser.
//!
//! | module | what lives there |
//! | --- | --- |
//! | [`tree`], [`place`] | the posting file being corrected, and places in it |
//! | [`notation`] | rich text as an author types it |
//! | [`items`] | the lists whose items are edited and moved |
//! | [`reading`] | from a source to a posting |
//! | [`work`] | work in progress as it is kept on the device |

pub mod items;
pub mod notation;
pub mod place;
pub mod reading;
pub mod tree;
pub mod work;
