//! Prints what `align` measures of every pair of the given gold files, for `scripts/train_align.py`.
//!
//! usage: align_measure WEIGHTS.tsv GOLD.json...    (gold: `articles`, `sentences`, `lang`, as in eval/)
#![allow(clippy::unwrap_used, clippy::expect_used)]
use std::io::Write;

use parallax_engine::align::{Telling, Witness, figure_names, measured};
use parallax_engine::facts::{Context, Fact, find};
use parallax_engine::model::Language;

fn main() {
    let mut files = std::env::args().skip(1);
    let weights = std::fs::read_to_string(files.next().expect("weights file")).unwrap();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    writeln!(out, "file\ta\tai\tb\tbi\tforeign\t{}", figure_names().join("\t")).unwrap();
    for file in files {
        let gold: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        let names: Vec<&str> = gold["articles"].as_array().unwrap().iter().filter_map(|a| a.as_str()).collect();
        let facts: Vec<Vec<Vec<Fact>>> = names.iter().map(|name| facts(&gold, name)).collect();
        let witnesses: Vec<Witness<'_>> =
            names.iter().zip(&facts).map(|(name, facts)| witness(&gold, name, facts)).collect();
        for pair in measured(&witnesses, &weights) {
            let figures: Vec<String> = pair.figures.iter().map(|f| format!("{f:.5}")).collect();
            let (x, y, foreign) = (names[pair.a.0], names[pair.b.0], u8::from(pair.foreign));
            writeln!(out, "{file}\t{x}\t{}\t{y}\t{}\t{foreign}\t{}", pair.a.1, pair.b.1, figures.join("\t")).unwrap();
        }
    }
}

fn language(gold: &serde_json::Value, name: &str) -> Language {
    let code = gold["lang"].as_str().filter(|code| code.len() == 2);
    let code = code.unwrap_or(if name == "ind" { "id" } else { "en" });
    Language::parse(code).unwrap_or(Language::UNKNOWN)
}

fn facts(gold: &serde_json::Value, name: &str) -> Vec<Vec<Fact>> {
    let sentences = gold["sentences"][name].as_array().unwrap();
    let read = |s: &serde_json::Value| find(s.as_str().unwrap_or(""), language(gold, name), Context::default());
    sentences.iter().map(read).collect()
}

fn witness<'g>(gold: &'g serde_json::Value, name: &str, facts: &'g [Vec<Fact>]) -> Witness<'g> {
    let sentences = gold["sentences"][name].as_array().unwrap();
    let statements = sentences.iter().zip(facts).enumerate().map(|(at, (s, facts))| {
        let text = s.as_str().unwrap_or("");
        Telling { text, paragraph: at, headline: at == 0 && !text.ends_with(is_stop), facts }
    });
    Witness { language: language(gold, name), statements: statements.collect() }
}

fn is_stop(letter: char) -> bool {
    matches!(letter, '.' | '!' | '?' | '"' | '”')
}
