//! Prints what `align` measures of every pair of the given gold files, for `scripts/train_align.py`.
//!
//! usage: align_measure WEIGHTS.tsv GOLD.json...    (gold: `articles`, `sentences`, `lang`, as in eval/)
#![allow(clippy::unwrap_used, clippy::expect_used)]
use std::io::Write;

use parallax_engine::align::{Telling, Witness, figure_names, measured};
use parallax_engine::model::Language;

fn main() {
    let mut files = std::env::args().skip(1);
    let weights = std::fs::read_to_string(files.next().expect("weights file")).unwrap();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    writeln!(out, "file\ta\tai\tb\tbi\tforeign\t{}", figure_names().join("\t")).unwrap();
    for file in files {
        let gold: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        let names: Vec<&str> = gold["articles"].as_array().unwrap().iter().filter_map(|a| a.as_str()).collect();
        let witnesses: Vec<Witness<'_>> = names.iter().map(|name| witness(&gold, name)).collect();
        for pair in measured(&witnesses, &weights) {
            let figures: Vec<String> = pair.figures.iter().map(|f| format!("{f:.5}")).collect();
            let (x, y, foreign) = (names[pair.a.0], names[pair.b.0], u8::from(pair.foreign));
            writeln!(out, "{file}\t{x}\t{}\t{y}\t{}\t{foreign}\t{}", pair.a.1, pair.b.1, figures.join("\t")).unwrap();
        }
    }
}

fn witness<'g>(gold: &'g serde_json::Value, name: &str) -> Witness<'g> {
    let language = match gold["lang"].as_str() {
        Some(code) if code.len() == 2 => Language::parse(code),
        _ => Language::parse(match name {
            "ind" => "id",
            _ => "en",
        }),
    };
    let sentences = gold["sentences"][name].as_array().unwrap();
    let statements = sentences.iter().enumerate().filter_map(|(at, s)| {
        Some(Telling {
            text: s.as_str()?,
            paragraph: at,
            headline: at == 0 && !s.as_str()?.ends_with(is_stop),
            facts: &[],
        })
    });
    Witness { language: language.unwrap_or(Language::UNKNOWN), statements: statements.collect() }
}

fn is_stop(letter: char) -> bool {
    matches!(letter, '.' | '!' | '?' | '"' | '”')
}
