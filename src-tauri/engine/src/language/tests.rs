//! Reads `tests/cases/language/languages.txt`; and no text makes the stage panic.
#![allow(clippy::unwrap_used)]
use std::fs;
use std::path::PathBuf;

use proptest::prelude::*;

use super::{KNOWN, detect};
use crate::model::Language;

fn language(code: &str) -> Option<Language> {
    (code != "-").then(|| Language::parse(code).unwrap())
}

#[test]
fn cases_are_found() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases/language/languages.txt");
    let cases = fs::read_to_string(path).unwrap();
    let mut count = 0;
    for line in cases.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        let mut parts = line.splitn(3, ' ');
        let (wanted, declared, text) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
        assert_eq!(detect(text, language(declared)).code(), wanted, "{line}");
        count += 1;
    }
    assert!(count > 30);
}

#[test]
fn nothing_is_claimed_of_an_empty_text() {
    assert_eq!(detect("", None), Language::UNKNOWN);
    assert_eq!(detect("", Some(Language::ENGLISH)), Language::ENGLISH);
    assert_eq!(detect("12:30 +++ 2025", None), Language::UNKNOWN);
}

#[test]
fn every_known_language_has_a_code_of_its_own() {
    let mut codes: Vec<Language> = KNOWN.iter().map(|(_, code)| Language::parse(code).unwrap()).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), KNOWN.len());
}

proptest! {
    #[test]
    fn any_text_has_an_answer(text in "\\PC{0,300}") {
        let found = detect(&text, None);
        prop_assert_eq!(found, detect(&text, None));
    }

    #[test]
    fn text_beyond_the_reach_changes_nothing(tail in "[a-z ]{0,50}") {
        let head = "Polisi menangkap dua orang di Bandung karena diduga mencuri sepeda motor. ".repeat(60);
        prop_assert_eq!(detect(&(head + &tail), None), Language::INDONESIAN);
    }
}
