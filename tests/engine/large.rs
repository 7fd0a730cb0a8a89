//! Very long texts: an answer in time, marked when it is not complete.
use std::time::{Duration, Instant};

use parallax_engine::compare::Options;
use parallax_engine::model::NoticeCode;

use crate::support::{compare_all, read};

const WORDS: [&str; 24] = [
    "harbour", "minister", "Dana", "Frost", "12", "people", "bridge", "Monday", "said", "closed", "storm", "136", "km",
    "police", "«open»", "Port", "Alder", "ferries", "3.5", "percent", "reported", "near", "river", "night",
];

/// A text of so many words, the same for the same seed; a full stop after every `sentence` words.
fn text(mut seed: u64, words: usize, sentence: usize) -> String {
    let mut text = String::from("A long report\n\n");
    for n in 1..=words {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        text.push_str(WORDS[(seed >> 33) as usize % WORDS.len()]);
        text.push_str(if n % sentence == 0 { ".\n\nThe " } else { " " });
    }
    text
}

#[test]
fn ten_thousand_statements_end_in_time_and_say_that_not_all_was_compared() {
    let [one, two] = [1, 2].map(|seed| read(&format!("{seed}.txt"), text(seed, 40_000, 8).as_bytes()));
    assert!(one.statements.len() + two.statements.len() >= 10_000);
    let options = Options { time_limit: Some(Duration::from_secs(2)), ..Options::default() };
    let begun = Instant::now();
    let event = compare_all(&[&one, &two], &options);
    assert!(begun.elapsed().as_secs() < 40, "{:?}", begun.elapsed());
    assert!(!event.complete);
    assert!(event.notices.iter().any(|notice| notice.code == NoticeCode::CutShort), "{:?}", event.notices);
}

#[test]
fn a_statement_of_fifty_thousand_words_is_compared() {
    let [one, two] = [1, 2].map(|seed| read(&format!("{seed}.txt"), text(seed, 50_000, usize::MAX).as_bytes()));
    let begun = Instant::now();
    let event = compare_all(&[&one, &two], &Options { time_limit: Some(Duration::from_secs(5)), ..Options::default() });
    assert!(begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
    assert_eq!(event.articles.len(), 2);
}
