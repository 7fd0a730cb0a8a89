//! Stage 6: what differs between aligned statements: word by word, and value by value.
mod relation;
mod roles;
#[cfg(test)]
mod tests;
mod values;
mod words;

pub use relation::relation;
pub use values::{Finding, Stand, differ, differences};
pub use words::words;
