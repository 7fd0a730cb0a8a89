//! The real program in a real (virtual) display, driven by WebDriver; files are dropped on it from outside.
//! Pictures of the window are kept under target/tmp/pictures.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod acceptance;
mod adding;
mod appearance;
mod bad_files;
mod by_hand;
mod contrast;
mod dialog;
mod ending;
mod exporting;
mod formats;
mod keys;
mod menu;
mod opening;
mod reading;
mod robust;
mod saving;
mod screen_reader;
mod security;
mod soak;
mod stage;
mod troubled;
mod views;
mod window;
mod xdnd;
