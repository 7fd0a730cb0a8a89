//! Stage 6: what differs between aligned statements: word by word, and value by value.
mod values;
mod words;

pub use values::{Finding, Stand, differ, differences, relation};
pub use words::words;
