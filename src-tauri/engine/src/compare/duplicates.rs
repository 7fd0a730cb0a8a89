//! Finds sources that are one text: an agency report printed twice must not count as two witnesses.
use std::collections::BTreeMap;

use super::Account;
use crate::segment;

/// How alike two texts are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    /// The same statements, word by word.
    Same,
    /// More than 90% of the words, counted with repetition, are shared.
    Near,
}

/// For each account the first account before it that is the same text or nearly so.
pub fn duplicates(accounts: &[&Account]) -> Vec<Option<(usize, Likeness)>> {
    let bags: Vec<_> = accounts.iter().map(|account| bag(account)).collect();
    let twin = |later: usize| {
        (0..later).find_map(|earlier| {
            let likeness = if accounts[earlier].text_digest == accounts[later].text_digest {
                Some(Likeness::Same)
            } else {
                (shared(&bags[earlier], &bags[later]) > 0.9).then_some(Likeness::Near)
            };
            likeness.map(|l| (earlier, l))
        })
    };
    (0..accounts.len()).map(twin).collect()
}

fn bag(account: &Account) -> BTreeMap<String, usize> {
    let mut bag = BTreeMap::new();
    for statement in &account.statements {
        for word in segment::words(&statement.text) {
            *bag.entry(statement.text.get(word).unwrap_or_default().to_lowercase()).or_default() += 1;
        }
    }
    bag
}

/// Share of the longer text's words that the other has too, 0 to 1 (a Dice coefficient would call a half-length copy near).
fn shared(a: &BTreeMap<String, usize>, b: &BTreeMap<String, usize>) -> f64 {
    let common: usize = a.iter().map(|(word, n)| n.min(b.get(word).unwrap_or(&0))).sum();
    let longest = a.values().sum::<usize>().max(b.values().sum());
    if longest == 0 { 0.0 } else { common as f64 / longest as f64 }
}
