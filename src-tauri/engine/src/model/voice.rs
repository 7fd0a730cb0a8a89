//! Who answers for a statement.
use serde::Serialize;

/// Who answers for what a statement says; told of the whole statement, by its outermost attribution.
///
/// A body counts as named, also by a common noun ("the ministry", "polisi"): it can be asked. People without a name
/// ("officials", "a source", "seorang warga") do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum Voice {
    /// The article itself.
    #[default]
    Asserted,
    /// A person or body that is named.
    Named,
    /// Someone without a name.
    Unnamed,
    /// Nobody in particular: "reportedly", "kabarnya", "media reports".
    Hearsay,
}
