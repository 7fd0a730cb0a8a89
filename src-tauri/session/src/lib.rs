//! Sessions on disk: written whole or not at all ([`disk`]), known to be open elsewhere ([`hold`]), kept while they are
//! worked on so that a crash loses nothing ([`recovery`]).
//!
//! A crate of its own, so that the very code that the window saves with can be killed in tests without a window. What is
//! in a session is the engine's affair.
pub mod disk;
pub mod hold;
pub mod recovery;
mod trouble;

pub use trouble::{Trouble, TroubleCode};
