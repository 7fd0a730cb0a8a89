//! How rare a word is in the event: what every article says of it tells no statement from another. By the vector model of
//! retrieval (Salton and Buckley 1988), with the statements of all articles in one language as its documents.
use rustc_hash::FxHashMap as HashMap;

use super::testimony::Testimony;
use crate::model::Language;

/// The statements of all witnesses, counted through, as vectors of length 1 over their stems.
pub(super) struct EventRarity {
    /// By statement, in the order of its stems: the number of each in the event and its weight.
    vectors: Vec<Vec<(u32, f32)>>,
    /// How many stems the event has.
    stems: usize,
}

impl EventRarity {
    pub(super) fn of(testimonies: &[&Testimony]) -> EventRarity {
        let mut statements: HashMap<Language, f32> = HashMap::default();
        let mut number_of: HashMap<(Language, u32), u32> = HashMap::default();
        let mut holding: Vec<(Language, f32)> = Vec::new();
        let mut vectors: Vec<Vec<(u32, f32)>> = Vec::new();
        for testimony in testimonies {
            let language = testimony.language;
            *statements.entry(language).or_default() += testimony.statements.len() as f32;
            let mut number = |stem: &u32| {
                let number = *number_of.entry((language, *stem)).or_insert(holding.len() as u32);
                match holding.get_mut(number as usize) {
                    Some((_, statements)) => *statements += 1.0,
                    None => holding.push((language, 1.0)),
                }
                (number, 0.0)
            };
            vectors.extend(testimony.statements.iter().map(|s| s.content.iter().map(&mut number).collect()));
        }
        let all = |language: &Language| statements.get(language).copied().unwrap_or_default();
        let rarity: Vec<f32> = holding.iter().map(|(language, here)| ((all(language) + 1.0) / here).ln()).collect();
        vectors.iter_mut().for_each(|vector| unit_length(vector, &rarity));
        EventRarity { vectors, stems: rarity.len() }
    }

    /// A vector of nothing, for [`EventRarity::lay`].
    pub(super) fn blank(&self) -> Vec<f32> {
        vec![0.0; self.stems]
    }

    /// Lays a statement out by the numbers of all stems, in place of the one that lay there `before`.
    pub(super) fn lay(&self, statement: usize, before: Option<usize>, laid: &mut [f32]) {
        for (stem, _) in before.into_iter().flat_map(|before| &self.vectors[before]) {
            laid[*stem as usize] = 0.0;
        }
        for (stem, weight) in &self.vectors[statement] {
            laid[*stem as usize] = *weight;
        }
    }

    /// The cosine of the statement that is laid out and another one, 0 to 1.
    pub(super) fn likeness(&self, laid: &[f32], other: usize) -> f32 {
        self.vectors[other].iter().map(|(stem, weight)| laid[*stem as usize] * weight).sum()
    }
}

fn unit_length(vector: &mut [(u32, f32)], rarity: &[f32]) {
    vector.iter_mut().for_each(|(stem, weight)| *weight = rarity[*stem as usize]);
    let norm = vector.iter().map(|(_, w)| w * w).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
    vector.iter_mut().for_each(|(_, weight)| *weight /= norm);
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

    /// Another statement lay there before.
    fn likeness(rarity: &EventRarity, a: usize, b: usize) -> f32 {
        let mut laid = rarity.blank();
        rarity.lay(b, None, &mut laid);
        rarity.lay(a, Some(b), &mut laid);
        rarity.likeness(&laid, b)
    }

    #[test]
    fn a_word_of_every_sentence_counts_little_and_a_rare_one_much() {
        let one = read(&["Orla river flooded", "Orla river bakery", "Orla river railway"]);
        let two = read(&["Orla river bakery", "Orla river mayor"]);
        let rarity = EventRarity::of(&[&one, &two]);
        let bakeries = likeness(&rarity, 1, 3);
        let others = likeness(&rarity, 0, 4);
        assert!(bakeries > 0.99, "{bakeries}");
        assert!(others < 0.2, "{others}");
        assert_eq!(likeness(&rarity, 0, 4), likeness(&rarity, 4, 0));
    }

    #[test]
    fn a_statement_without_words_is_like_none() {
        let blank = read(&["", "Orla river"]);
        let rarity = EventRarity::of(&[&blank, &blank]);
        assert_eq!(likeness(&rarity, 0, 3), 0.0);
    }
}
