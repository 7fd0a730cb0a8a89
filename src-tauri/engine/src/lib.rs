//! Parallax's engine: files in, one [`model::Comparison`] out.
//!
//! The folders are the stages, in the order the data takes: [`open`] → [`extract`] → [`language`] → [`segment`] →
//! [`facts`] → [`align`] → [`diff`]; only [`compare`] chains them. [`work`] is what a person does by hand, [`session`] the
//! saved file. The engine is pure and deterministic: it knows of no
//! window, locale, clock, network or randomness, and the same files in any order give the same result.
pub mod align;
pub mod compare;
pub mod diff;
pub mod export;
pub mod extract;
pub mod facts;
pub mod language;
pub mod model;
pub mod open;
pub mod segment;
pub mod session;
pub mod work;
