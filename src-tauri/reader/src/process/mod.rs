//! The child process in which a document is parsed.
//!
//! The program starts itself with [`FLAG`], writes the file's bytes to the child's standard input and reads the article
//! from its standard output. Before the child looks at a byte it gives up what it does not need (`limits`, `fence`).
mod child;
#[cfg(target_os = "linux")]
mod fence;
mod limits;
mod reader;
mod slots;
mod spares;

pub use child::serve;
pub use reader::Reader;

use serde::{Deserialize, Serialize};

use parallax_engine::model::Format;

use crate::Ask;

/// The only argument of a child.
pub(crate) const FLAG: &str = "--read-one";

/// What a child is told before the bytes: one line of JSON.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Task {
    file: String,
    format: Format,
    ask: Ask,
}
