//! The words the whole program speaks, in the order the data takes:
//! [`Source`] → [`Article`] → [`Statement`] with its [`Mention`]s → [`Link`] → [`Claim`] → [`Difference`] →
//! [`Comparison`].
//!
//! `model` depends on no stage. Stages work on byte ranges of `&str`; every [`Span`] in this module counts
//! UTF-16 code units, as the window and the JSON of the headless program do. [`crate::compare`] converts.
mod article;
mod by_hand;
mod claim;
mod comparison;
mod corrections;
mod difference;
mod language;
mod link;
mod mention;
mod notice;
mod reason;
mod sent;
mod source;
mod span;
mod voice;

pub use article::{Article, Role, Statement};
pub use by_hand::{ByHand, ClaimByHand, Lost, LostKind, LostThing, PassageByHand, Tag};
pub use claim::{Claim, ClaimKind, Gap, PairReading};
pub use comparison::{Comparison, SCHEMA};
pub use corrections::{Corrections, Passage};
pub use difference::{Difference, DifferenceKind, Reading, Verdict};
pub use language::Language;
pub use link::{Alike, Edit, EditKind, Evidence, EvidenceKind, Link, Relation, StatementRef};
pub use mention::{Mention, MentionKind, NameKind};
pub use notice::{Notice, NoticeCode};
pub use reason::{Doubt, Reason, ReasonCode, Thing};
pub use sent::sent;
pub use source::{Format, Source};
pub use span::{Ruler, Span};
pub use voice::Voice;
