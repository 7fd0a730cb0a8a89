//! Finished comparisons for people outside the window.
mod html;

pub use html::html;
