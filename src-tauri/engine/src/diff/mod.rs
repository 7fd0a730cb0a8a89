//! Stage 6: what differs between aligned statements: word by word, and reading by reading.
//!
//! [`differences`] asks one file a kind: [`values`] (figures and dates), [`names`] (people, places), [`quotes`],
//! [`speaker`], [`tone`] (certainty, negation); what they say of two statements is put together by [`groups`], its one
//! line of reason is written by [`reason`].
mod groups;
mod names;
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

pub use reason::sentence;
pub use relation::relation;
pub use stand::{Finding, Stand, Told};
pub use wording::Wording;
pub use words::words;

/// From this strength on a difference is worth a look.
const LINKED: f32 = 0.3;

/// What the statements of a claim do not read alike, by importance. `strength` gives the link strength of two of them
/// (0: none).
pub fn differences(claim: &[Stand<'_>], strength: &dyn Fn(usize, usize) -> f32) -> Vec<Finding> {
    let mut pairs = Vec::new();
    for (i, a) in claim.iter().enumerate() {
        for (j, b) in claim.iter().enumerate().skip(i + 1).filter(|(_, b)| b.article != a.article) {
            let linked = strength(i, j);
            if linked < LINKED {
                continue;
            }
            pairs.extend(values::values((i, a), (j, b), linked));
            pairs.extend(names::names((i, a), (j, b), linked));
            pairs.extend(quotes::quotes((i, a), (j, b)));
            pairs.extend(speaker::speakers((i, a), (j, b)));
            pairs.extend(tone::tones((i, a), (j, b), linked));
        }
    }
    groups::findings(claim, pairs)
}
