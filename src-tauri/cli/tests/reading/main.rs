//! How the program reads files, each through its child process: formats, hostile files, faulty readers, mutations.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod extremes;
mod guard;
mod hostile;
mod matrix;
mod mutations;
mod stage;
