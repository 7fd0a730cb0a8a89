//! How rare a word is in the event: what every article says of it tells no statement from another. By the vector model of
//! retrieval (Salton and Buckley 1988), with the statements of all articles in one language as its documents.
use rustc_hash::FxHashMap as HashMap;

use super::testimony::Testimony;
use crate::model::Language;

/// The statements of all witnesses, counted through, as vectors of length 1 over their stems, sorted by stem.
pub(super) struct EventRarity {
    vectors: Vec<Vec<(u32, f32)>>,
}

impl EventRarity {
    pub(super) fn of(testimonies: &[&Testimony]) -> EventRarity {
        let mut statements: HashMap<Language, f32> = HashMap::default();
        let mut holding: HashMap<(Language, u32), f32> = HashMap::default();
        for testimony in testimonies {
            *statements.entry(testimony.language).or_default() += testimony.statements.len() as f32;
            for stem in testimony.statements.iter().flat_map(|s| &s.content) {
                *holding.entry((testimony.language, *stem)).or_default() += 1.0;
            }
        }
        let mut vectors = Vec::new();
        for testimony in testimonies {
            let all = statements.get(&testimony.language).copied().unwrap_or_default();
            let rarity = |stem: u32| {
                let here = holding.get(&(testimony.language, stem)).copied().unwrap_or(1.0);
                ((all + 1.0) / here).ln()
            };
            vectors.extend(testimony.statements.iter().map(|s| unit_length(&s.content, rarity)));
        }
        EventRarity { vectors }
    }

    /// The cosine of two statements, 0 to 1.
    pub(super) fn likeness(&self, a: usize, b: usize) -> f32 {
        let (Some(a), Some(b)) = (self.vectors.get(a), self.vectors.get(b)) else { return 0.0 };
        let (mut i, mut j, mut sum) = (0, 0, 0.0);
        while let (Some((x, v)), Some((y, w))) = (a.get(i), b.get(j)) {
            sum += if x == y { v * w } else { 0.0 };
            i += usize::from(x <= y);
            j += usize::from(y <= x);
        }
        sum
    }
}

fn unit_length(stems: &[u32], rarity: impl Fn(u32) -> f32) -> Vec<(u32, f32)> {
    let vector: Vec<(u32, f32)> = stems.iter().map(|&stem| (stem, rarity(stem))).collect();
    let norm = vector.iter().map(|(_, w)| w * w).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
    vector.into_iter().map(|(stem, w)| (stem, w / norm)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::{Telling, Witness, testimony};

    fn read(lines: &[&str]) -> Testimony {
        let telling = |(paragraph, text)| Telling { text, paragraph, headline: false, facts: &[] };
        let statements = lines.iter().copied().enumerate().map(telling).collect();
        testimony(&Witness { language: Language::ENGLISH, statements }, &[])
    }

    #[test]
    fn a_word_of_every_sentence_counts_little_and_a_rare_one_much() {
        let one = read(&["Orla river flooded", "Orla river bakery", "Orla river railway"]);
        let two = read(&["Orla river bakery", "Orla river mayor"]);
        let rarity = EventRarity::of(&[&one, &two]);
        let bakeries = rarity.likeness(1, 3);
        let others = rarity.likeness(0, 4);
        assert!(bakeries > 0.99, "{bakeries}");
        assert!(others < 0.2, "{others}");
        assert_eq!(rarity.likeness(0, 4), rarity.likeness(4, 0));
    }

    #[test]
    fn a_statement_without_words_is_like_none() {
        let blank = read(&["", "Orla river"]);
        let rarity = EventRarity::of(&[&blank, &blank]);
        assert_eq!(rarity.likeness(0, 3), 0.0);
    }
}
