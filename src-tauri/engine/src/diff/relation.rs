//! How two linked statements relate, conflicts aside.
use super::roles::kin;
use super::stand::Stand;
use crate::facts::content_words;
use crate::model::Relation;

/// From this share of content words found on the other side a statement counts as told there.
const TOLD: f32 = 0.5;
/// Of a statement of more content words only so many are looked at.
const MOST: usize = 1000;
/// Across languages: shorter statements than this share of the other tell only a part.
const SHORT: f32 = 0.5;
/// Across languages: from this strength on the whole is shared.
const STRONG: f32 = 0.6;

/// `Same`: the same words, punctuation and case aside. `Reworded`: most of each is told by the other. Else `Overlap`.
pub fn relation(a: &Stand<'_>, b: &Stand<'_>, strength: f32) -> Relation {
    if plain(a.text) == plain(b.text) {
        return Relation::Same;
    }
    let whole = if a.language == b.language {
        let (x, y) = (content_words(a.text, a.language), content_words(b.text, b.language));
        let (x, y) = (x.get(..MOST).unwrap_or(&x), y.get(..MOST).unwrap_or(&y));
        let told = |x: &[String], y: &[String]| {
            let found = x.iter().filter(|v| y.iter().any(|w| kin(v, w))).count();
            found as f32 / x.len().max(1) as f32
        };
        told(x, y).min(told(y, x)) >= TOLD
    } else {
        let (x, y) = (a.text.chars().count() as f32, b.text.chars().count() as f32);
        strength >= STRONG && x.min(y) >= SHORT * x.max(y)
    };
    if whole { Relation::Reworded } else { Relation::Overlap }
}

/// Letters and digits in lower case, words parted by one space.
fn plain(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if c.is_alphanumeric() {
            out.extend(c.to_lowercase());
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.trim_end().to_owned()
}
