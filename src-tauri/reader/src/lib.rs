//! Reads article files of every kind, and lets no file harm the program.
//!
//! [`Reader::read`] takes a path to an [`Account`](parallax_engine::compare::Account). Plain text and Markdown are read
//! where they are; everything else is parsed in a child process of the same program that may use little memory and time
//! and has no files and no network ([`serve`]). A file that breaks its child costs a [`Problem`] and nothing else.
//!
//! `formats` holds one reader a kind of document; `process` the child, its limits and the talk with it.
mod ask;
mod folder;
mod formats;
mod process;

pub use ask::Ask;
pub use folder::{ENDINGS, files_in, is_readable};
pub use formats::article;
pub use process::{Reader, serve};

use parallax_engine::open::Problem;
