//! The whole chain, from files to a comparison, without a window.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod alike;
mod any_bytes;
mod events;
mod large;
mod order;
mod sample;
mod support;
