//! What Trunk builds. The widget is the library; this only names it, because a
//! `cdylib` beside an `rlib` would be built without link-time optimisation.

use job_posting as _;

fn main() {}
