//! Reads the cases under `tests/cases/segment`, and what must hold for any text in any language.
#![allow(clippy::unwrap_used, clippy::panic)]
use std::fs;
use std::path::PathBuf;

use proptest::prelude::*;

use super::{is_furniture, rules, sentences, words};
use crate::model::Language;

fn cases(name: &str) -> Vec<String> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases/segment").join(name);
    let text = fs::read_to_string(path).unwrap();
    text.lines().filter(|line| !line.starts_with("# ") && !line.trim().is_empty()).map(str::to_owned).collect()
}

/// The text with a bar before each sentence but the first, as the case files write it.
fn marked(text: &str, language: Language) -> String {
    sentences(text, language).into_iter().map(|range| text[range].to_owned()).collect::<Vec<_>>().join("|")
}

fn check(code: &str) {
    let language = Language::parse(code).unwrap();
    let cases = cases(&format!("{code}.txt"));
    assert!(cases.len() >= 3, "{code}: too few cases");
    let wrong: Vec<String> = cases
        .iter()
        .map(|case| case.replace("\\n", "\n"))
        .filter_map(|case| {
            let found = marked(&case.replace('|', ""), language);
            (found != case).then(|| format!("wanted: {case}\n found: {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{code}:\n{}", wrong.join("\n\n"));
}

macro_rules! languages {
    ($($code:ident)*) => {$(
        #[test]
        fn $code() {
            check(stringify!($code));
        }
    )*};
}

languages!(ar da de en es fr hi hy id it ja nl pt ru sk th und zh);

#[test]
fn furniture_is_told_from_statements() {
    let mut wanted = false;
    for case in cases("furniture.txt") {
        match case.as_str() {
            "== furniture" => wanted = true,
            "== statements" => wanted = false,
            line => {
                let (code, sentence) = line.split_once(' ').unwrap();
                let found = is_furniture(sentence, Language::parse(code).unwrap());
                assert_eq!(found, wanted, "{line}");
            }
        }
    }
}

#[test]
fn an_empty_text_has_no_sentence_and_white_space_has_one() {
    assert!(sentences("", Language::ENGLISH).is_empty());
    assert_eq!(sentences(" \n\n ", Language::ENGLISH).first(), Some(&(0..4)));
}

#[test]
fn words_keep_figures_whole() {
    let text = "M4,9 di 150.000 rumah, 8.72 LS!";
    let found: Vec<&str> = words(text).into_iter().map(|range| &text[range]).collect();
    assert_eq!(found, ["M4,9", "di", "150.000", "rumah", "8.72", "LS"]);
}

#[test]
fn word_lists_name_no_word_twice() {
    for rules in rules::ALL {
        for list in [rules.before_name, rules.before_number, rules.anywhere, rules.starters, rules.lettered, rules.says]
        {
            let mut entries: Vec<&str> = list.0.split_whitespace().collect();
            let count = entries.len();
            entries.sort_unstable();
            entries.dedup();
            assert_eq!(entries.len(), count, "a word stands twice in: {}", list.0);
        }
        for phrases in [rules.furniture, rules.furniture_leads, rules.furniture_labels] {
            assert!(
                phrases.iter().all(|phrase| phrase.to_lowercase() == phrase),
                "not in small letters: {}",
                phrases.0
            );
        }
    }
}

#[test]
fn time_grows_with_length_only() {
    // Each of these once could make a splitter look back or ahead without end.
    for piece in ["a.", "\"a ", "(", "a. \"", "[1] ", ". . ", "A.B.", "?!\" ", "\n- ", "'' ", "「", "Ia a a "] {
        let text = piece.repeat(200_000 / piece.len());
        let tiled: usize = sentences(&text, Language::INDONESIAN).iter().map(|range| range.len()).sum();
        assert_eq!(tiled, text.len(), "{piece}");
    }
}

/// Text of the signs that matter, so that rare paths are reached often.
fn tricky() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("."),
        Just("?"),
        Just("!"),
        Just("…"),
        Just("\""),
        Just("“"),
        Just("”"),
        Just("'"),
        Just("("),
        Just(")"),
        Just("["),
        Just("]"),
        Just(" "),
        Just("  "),
        Just("\n"),
        Just("\n\n"),
        Just("\r\n"),
        Just("\u{a0}"),
        Just("。"),
        Just("「"),
        Just("」"),
        Just("؟"),
        Just("।"),
        Just("Dr"),
        Just("No"),
        Just("U.S"),
        Just("J"),
        Just("5"),
        Just("20"),
        Just("Dia"),
        Just("kata"),
        Just("The"),
        Just("a.m"),
        Just("dll"),
        Just("\u{301}"),
        Just("ß"),
        Just("İ"),
        Just("说"),
        Just("ADVERTISEMENT "),
        Just("[Gambas:"),
        Just("Baca juga:"),
        Just("•"),
        Just("1)"),
        Just("🦀"),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn languages() -> impl Strategy<Value = Language> {
    let codes = [
        "id", "en", "pt", "es", "fr", "de", "it", "nl", "da", "ru", "sk", "el", "hy", "ja", "zh", "ar", "hi", "th",
        "und",
    ];
    prop::sample::select(codes.to_vec()).prop_map(|code| Language::parse(code).unwrap())
}

fn tiles(text: &str, language: Language) -> Result<(), TestCaseError> {
    let mut at = 0;
    for range in sentences(text, language) {
        prop_assert_eq!(range.start, at);
        prop_assert!(range.end > range.start);
        prop_assert!(text.is_char_boundary(range.end));
        let _ = is_furniture(&text[range.clone()], language);
        at = range.end;
    }
    prop_assert_eq!(at, text.len());
    Ok(())
}

proptest! {
    #[test]
    fn ranges_tile_any_text(text in "\\PC{0,200}", language in languages()) {
        tiles(&text, language)?;
    }

    #[test]
    fn ranges_tile_tricky_text(text in tricky(), language in languages()) {
        tiles(&text, language)?;
    }

    #[test]
    fn a_sentence_never_begins_with_white_space(text in tricky(), language in languages()) {
        for range in sentences(&text, language).into_iter().skip(1) {
            prop_assert!(!text[range].starts_with(char::is_whitespace));
        }
    }

    #[test]
    fn a_blank_line_always_parts(language in languages()) {
        prop_assert_eq!(sentences("kata dan\n\nlagi kata", language).len(), 2);
    }
}
