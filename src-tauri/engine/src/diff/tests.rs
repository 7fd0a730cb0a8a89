//! Runs the readable cases under `tests/cases/diff/`.
#![allow(clippy::unwrap_used, clippy::panic)]
use super::*;
use crate::facts::{self, Context, Fact, Passage, Toned, tones};
use crate::model::{Language, Relation, Verdict};

/// One statement of a case.
struct Line<'a> {
    side: usize,
    language: Language,
    published: Option<&'a str>,
    text: &'a str,
    facts: Vec<Fact>,
    tones: Vec<Toned>,
    speaker: Option<String>,
}

/// Two statements, what else their articles say, and what is expected of them.
#[derive(Default)]
struct Case<'a> {
    title: &'a str,
    strength: f32,
    pair: Vec<Line<'a>>,
    others: Vec<Line<'a>>,
    want: Vec<&'a str>,
}

fn line(head: &str, text: &'static str) -> Line<'static> {
    let mut words = head.split(' ');
    let side = usize::from(words.next().unwrap() == "B");
    let language = Language::parse(words.next().unwrap()).unwrap();
    let published = words.next().map(|p| &*p.to_owned().leak());
    let passage = Passage { text, paragraph: 0, headline: false };
    let told = facts::read(&[passage], language, Context { published }).pop().unwrap();
    let (facts, speaker) = (told.facts, told.attribution.speaker);
    Line { side, language, published, text, facts, tones: tones(text, language), speaker }
}

fn cases(file: &'static str) -> Vec<Case<'static>> {
    let mut out: Vec<Case<'static>> = Vec::new();
    // The first paragraph tells the format.
    for block in file.split("\n\n").skip(1) {
        let mut case = Case { strength: 0.8, ..Case::default() };
        for row in block.lines().filter(|l| !l.trim().is_empty()) {
            if let Some(title) = row.strip_prefix("# ") {
                case.title = title;
            } else if let Some((head, text)) = row.strip_prefix('[').and_then(|l| l.split_once("] ")) {
                case.pair.push(line(head, text));
            } else if let Some((head, text)) = row.strip_prefix('(').and_then(|l| l.split_once(") ")) {
                case.others.push(line(head, text));
            } else if let Some(strength) = row.strip_prefix("strength ") {
                case.strength = strength.parse().unwrap();
            } else {
                case.want.push(row.trim());
            }
        }
        assert_eq!(case.pair.len(), 2, "{}", case.title);
        out.push(case);
    }
    assert!(out.len() > 3);
    out
}

/// The case's stands, in the order that `turned` asks for.
fn with_stands<T>(case: &Case<'_>, turned: bool, use_them: impl Fn(&[Stand<'_>]) -> T) -> T {
    let lines = |side: usize| case.pair.iter().chain(&case.others).filter(move |l| l.side == side);
    let facts = [0, 1].map(|side| lines(side).map(|l| l.facts.as_slice()).collect::<Vec<_>>());
    let tones = [0, 1].map(|side| lines(side).map(|l| l.tones.as_slice()).collect::<Vec<_>>());
    let mut stands: Vec<Stand<'_>> = case
        .pair
        .iter()
        .map(|l| Stand {
            article: l.side,
            statement: 0,
            text: l.text,
            language: l.language,
            facts: &l.facts,
            tones: &l.tones,
            speaker: l.speaker.as_deref(),
            published: l.published,
            article_facts: &facts[l.side],
            article_tones: &tones[l.side],
        })
        .collect();
    if turned {
        stands.reverse();
    }
    use_them(&stands)
}

fn name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Conflict => "conflict",
        Verdict::Check => "check",
        Verdict::Update => "update",
        Verdict::MoreSpecific => "more_specific",
        Verdict::Note => "note",
        Verdict::Equivalent => "equivalent",
    }
}

fn found(case: &Case<'_>, turned: bool) -> Vec<String> {
    with_stands(case, turned, |stands| {
        differences(stands, &|_, _| case.strength)
            .iter()
            .map(|finding| {
                let mut readings: Vec<(usize, usize, &str)> = finding
                    .readings
                    .iter()
                    .map(|told| {
                        let stand = &stands[told.stand];
                        (stand.article, told.at.0, &stand.text[told.at.0..told.at.1])
                    })
                    .collect();
                readings.sort_unstable();
                let shown: Vec<&str> = readings.iter().map(|r| r.2).collect();
                format!("{}: {}", name(finding.verdict), shown.join(" | "))
            })
            .collect()
    })
}

/// Runs the cases of one file in both orders of the two articles.
fn run(file: &'static str) {
    for turned in [false, true] {
        let wrong: Vec<String> = cases(file)
            .iter()
            .filter(|case| found(case, turned) != case.want)
            .map(|case| format!("{}\n  want {:?}\n  got  {:?}", case.title, case.want, found(case, turned)))
            .collect();
        assert!(wrong.is_empty(), "turned: {turned}, {} cases\n{}", wrong.len(), wrong.join("\n"));
    }
}

#[test]
fn values() {
    run(include_str!("../../../../tests/cases/diff/values.txt"));
}

#[test]
fn quotes() {
    run(include_str!("../../../../tests/cases/diff/quotes.txt"));
}

#[test]
fn certainty() {
    run(include_str!("../../../../tests/cases/diff/certainty.txt"));
}

#[test]
fn negation() {
    run(include_str!("../../../../tests/cases/diff/negation.txt"));
}

#[test]
fn relations() {
    for case in cases(include_str!("../../../../tests/cases/diff/relations.txt")) {
        let got = with_stands(&case, false, |stands| relation(&stands[0], &stands[1], case.strength));
        let got = match got {
            Relation::Same => "same",
            Relation::Reworded => "reworded",
            Relation::Overlap => "overlap",
            Relation::Conflict => "conflict",
        };
        assert_eq!([got].as_slice(), case.want, "{}", case.title);
    }
}
