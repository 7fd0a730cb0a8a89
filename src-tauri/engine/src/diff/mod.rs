//! Stage 6: what differs between aligned statements: word by word, and reading by reading.
//!
//! [`two`] asks one file a kind: [`values`] (figures and dates), [`names`] (people, places), [`quotes`],
//! [`speaker`], [`tone`] (certainty, negation); [`differences`] puts together what they say
//! of all statements of a claim ([`groups`]); its one line of reason is written by [`reason`].
mod ages;
mod explained;
mod frame;
mod grade;
mod groups;
mod leftover;
mod names;
mod periods;
mod quotes;
mod reason;
mod relation;
mod roles;
mod speaker;
mod stand;
#[cfg(test)]
mod tests;
mod tone;
mod values;
mod wording;
mod words;

use std::cell::OnceCell;
use std::sync::Arc;

use frame::Frame;

use crate::model::{DifferenceKind, Verdict};
pub use grade::Grade;
pub use reason::sentence;
pub use relation::relation;
pub use stand::{Finding, Pair, Stand, Told};
pub use wording::Wording;
pub use words::words;

/// What is found of two statements of different articles: readings at the positions 0 (`a`) and 1 (`b`).
pub fn two(a: &Stand<'_>, b: &Stand<'_>, grade: Grade) -> Vec<Pair> {
    if grade < Grade::Linked {
        return Vec::new();
    }
    let laid = OnceCell::new();
    let frame = || laid.get_or_init(|| Frame::of(a, b)).as_ref();
    let mut pairs = values::values(a, b, grade, &frame);
    let named = names::names(a, b, grade, &frame);
    // "15 boats in Sukamaju", "18 boats in Tanjung" may be two things.
    if named.iter().any(|pair| pair.kind == DifferenceKind::Place && pair.verdict == Some(Verdict::Check)) {
        pairs.iter_mut().for_each(Pair::soften);
    }
    pairs.extend(named);
    pairs.extend(quotes::quotes(a, b));
    pairs.extend(speaker::speakers(a, b));
    pairs.extend(tone::tones(a, b, grade));
    pairs
}

/// What the statements of a claim do not read alike, by importance. `pairs` gives what is found of the statements at two
/// positions, see [`two`].
pub fn differences(claim: &[Stand<'_>], pairs: &dyn Fn(usize, usize) -> Arc<Vec<Pair>>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (i, a) in claim.iter().enumerate() {
        for (j, _) in claim.iter().enumerate().skip(i + 1).filter(|(_, b)| b.article != a.article) {
            found.push((i, j, pairs(i, j)));
        }
    }
    if found.iter().all(|(_, _, pairs)| pairs.iter().all(|pair| pair.verdict.is_none())) {
        return Vec::new();
    }
    groups::findings(claim, found.iter().flat_map(|(i, j, pairs)| pairs.iter().map(|pair| pair.at(*i, *j))).collect())
}
