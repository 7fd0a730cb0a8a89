//! Sessions on a disk that misbehaves and in a program that is killed: the very code that the window saves with, driven by
//! a small process that is this test program itself.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod driver;
mod holding;
mod killed;
mod troubled;
