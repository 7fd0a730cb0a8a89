//! How rare a word is in the event: what every article says of it tells no statement from another. By the vector model of
//! retrieval (Salton and Buckley 1988), with the statements of all articles in one language as its documents.
use std::collections::BTreeMap;

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
        let mut number_of: HashMap<u32, u32> = HashMap::default();
        let mut number = |stem: &u32| {
            let next = number_of.len() as u32;
            *number_of.entry(*stem).or_insert(next)
        };
        let stems = testimonies.iter().flat_map(|t| &t.statements).map(|s| s.content.iter().map(&mut number).collect());
        let stems: Vec<Vec<u32>> = stems.collect();
        // By language, how many statements there are and how many of them hold each stem. The same stem in two languages
        // is one: names are written alike.
        let mut counts: BTreeMap<Language, (f32, Vec<f32>)> = BTreeMap::new();
        let languages = || testimonies.iter().flat_map(|t| std::iter::repeat_n(t.language, t.statements.len()));
        for (language, stems) in languages().zip(&stems) {
            let (all, holding) = counts.entry(language).or_insert_with(|| (1.0, vec![0.0; number_of.len()]));
            *all += 1.0;
            stems.iter().for_each(|stem| holding[*stem as usize] += 1.0);
        }
        for (all, holding) in counts.values_mut() {
            holding.iter_mut().for_each(|here| *here = (*all / *here).ln());
        }
        let vector = |(language, stems): (Language, &Vec<u32>)| {
            let rarity = counts.get(&language).map_or(&[] as &[f32], |(_, rarity)| rarity.as_slice());
            unit_length(stems, rarity)
        };
        EventRarity { vectors: languages().zip(&stems).map(vector).collect(), stems: number_of.len() }
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

fn unit_length(stems: &[u32], rarity: &[f32]) -> Vec<(u32, f32)> {
    let vector = || stems.iter().map(|&stem| (stem, rarity[stem as usize]));
    let norm = vector().map(|(_, w)| w * w).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
    vector().map(|(stem, w)| (stem, w / norm)).collect()
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
