//! What `cargo xtask assemble` builds for `studio.html`.

#[cfg(target_arch = "wasm32")]
mod start;

fn main() {}
