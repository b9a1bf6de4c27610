//! What Trunk builds: the loader's way in, and the door to the second wasm file, in which
//! everything is that only the planner needs.
//!
//! A binary, because a `cdylib` beside an `rlib` would be built without link-time optimisation.

#[cfg(target_arch = "wasm32")]
mod split;

fn main() {
    job_posting::panic::remember_place();
}
