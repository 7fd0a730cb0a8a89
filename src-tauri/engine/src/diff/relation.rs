//! How two linked statements relate, conflicts aside.
use super::Grade;
use super::roles::kin;
use super::stand::Stand;
use crate::model::Relation;

/// From this share of content words found on the other side a statement counts as told there.
const TOLD: f32 = 0.5;
/// Across languages: shorter statements than this share of the other tell only a part.
const SHORT: f32 = 0.5;

/// `Same`: the same words, punctuation and case aside. `Reworded`: most of each is told by the other. Else `Overlap`.
pub fn relation(a: &Stand<'_>, b: &Stand<'_>, grade: Grade) -> Relation {
    if a.wording.plain == b.wording.plain {
        return Relation::Same;
    }
    let whole = if a.language == b.language {
        let (x, y) = (a.wording.content.as_slice(), b.wording.content.as_slice());
        let told = |x: &[String], y: &[String]| {
            let found = x.iter().filter(|v| y.iter().any(|w| kin(v, w))).count();
            found as f32 / x.len().max(1) as f32
        };
        told(x, y).min(told(y, x)) >= TOLD
    } else {
        let (x, y) = (a.text.chars().count() as f32, b.text.chars().count() as f32);
        grade >= Grade::Firm && x.min(y) >= SHORT * x.max(y)
    };
    if whole { Relation::Reworded } else { Relation::Overlap }
}
