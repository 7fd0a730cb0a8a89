//! Indonesian word forms: the roots an affixed word may come from ("menewaskan" → "tewas").
//!
//! Prefixes me-, di-, ber-, ter-, pe-, se-, ke-, suffixes -kan, -i, -an, -nya, -lah, -kah, -pun, -ku, -mu, with the
//! sound changes of me- and pe-. Several roots may fit; whoever asks keeps those that are words. The result is for
//! matching only and never shown.
use super::lexicon;
use crate::model::Language;

/// The shortest root that is looked for: shorter ones are found in anything.
const SHORTEST: usize = 3;

/// Prefixes, and what the root may have lost to them.
const PREFIXES: &[(&str, &[&str])] = &[
    ("memper", &[""]),
    ("menge", &[""]),
    ("peng", &["", "k"]),
    ("peny", &["s"]),
    ("pem", &["", "p"]),
    ("pen", &["", "t"]),
    ("per", &["", "r"]),
    ("pel", &[""]),
    ("pe", &[""]),
    ("meng", &["", "k"]),
    ("meny", &["s"]),
    ("mem", &["", "p"]),
    ("men", &["", "t"]),
    ("me", &[""]),
    ("diper", &[""]),
    ("di", &[""]),
    ("ber", &["", "r"]),
    ("bel", &[""]),
    ("be", &[""]),
    ("ter", &["", "r"]),
    ("te", &[""]),
    ("se", &[""]),
    ("ke", &[""]),
    ("ku", &[""]),
];

const ENDINGS: &[&str] = &["nya", "lah", "kah", "pun", "ku", "mu"];
const SUFFIXES: &[&str] = &["kan", "an", "i"];

/// The word itself, then every root it may come from, those with less taken off first, without repeats.
pub(super) fn roots(word: &str) -> Vec<String> {
    let mut found = vec![word.to_string()];
    let whole = with_cuts(word, ENDINGS);
    for stem in &whole {
        for cut in with_cuts(stem, SUFFIXES) {
            push(&mut found, cut.to_string());
        }
    }
    // "memperingatkan" and "keterlibatan" carry two prefixes.
    for _ in 0..2 {
        for stem in found.clone() {
            for (prefix, lost) in PREFIXES {
                let Some(rest) = stem.strip_prefix(prefix) else { continue };
                for letters in *lost {
                    push(&mut found, format!("{letters}{rest}"));
                }
            }
        }
    }
    found
}

/// One root for a word: the most used one among those that are words, else the word.
pub(super) fn stem(word: &str) -> String {
    let candidates = roots(word);
    candidates
        .iter()
        .filter(|root| lexicon::english(root, Language::INDONESIAN).next().is_some())
        .max_by(|a, b| (longest_cut(a, word)).cmp(&longest_cut(b, word)))
        .cloned()
        .unwrap_or_else(|| word.to_string())
}

/// How much shorter the root is: the root with most taken off groups a family best.
fn longest_cut(root: &str, word: &str) -> usize {
    word.len().saturating_sub(root.len())
}

fn with_cuts<'w>(word: &'w str, endings: &[&str]) -> Vec<&'w str> {
    let cut = endings.iter().filter_map(|e| word.strip_suffix(e)).filter(|w| w.len() >= SHORTEST);
    std::iter::once(word).chain(cut).collect()
}

fn push(found: &mut Vec<String>, root: String) {
    if root.len() >= SHORTEST && !found.contains(&root) {
        found.push(root);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roots_are_among_the_candidates() {
        for (word, root) in [
            ("menewaskan", "tewas"),
            ("mengatakan", "kata"),
            ("penembakan", "tembak"),
            ("keterlibatan", "libat"),
            ("memperingatkan", "ingat"),
            ("bertemu", "temu"),
            ("menyerang", "serang"),
            ("diselamatkan", "selamat"),
            ("rekannya", "rekan"),
            ("mengirim", "kirim"),
        ] {
            assert!(roots(word).iter().any(|r| r == root), "{word}: {:?}", roots(word));
        }
    }
}
