//! The candidate's journey, driven through a real browser: one binary for all of it, run once per
//! engine. See the library for the variables it reads.

mod accessibility;
mod ahead;
mod bad_dates;
mod copying;
mod element;
mod embedding;
mod files;
mod forgery;
mod frame;
mod gallery;
mod harness;
mod host_scripts;
mod host_styles;
mod hosting;
mod hosts;
mod interaction;
mod keyboard;
mod language;
mod many;
mod origins;
mod packages;
mod planner;
mod policy;
mod prerender;
mod printing;
mod reading;
mod scenes;
mod slots;
mod states;
mod storage;
mod support;
mod two_files;
mod whole;
mod without_app;
mod zones;
