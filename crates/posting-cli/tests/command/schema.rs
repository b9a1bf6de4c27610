//! `job-posting schema`.

use std::fs;

use crate::{job_posting, printed, project};

#[test]
fn the_schema_is_the_published_one() {
    let published = fs::read_to_string(project().join("docs/posting.schema.json")).unwrap();
    assert_eq!(printed(&job_posting(&["schema"])), published);
}
