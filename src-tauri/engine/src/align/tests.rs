//! Cases a person can read (`tests/cases/align/`), and what must hold for any input.
#![allow(clippy::unwrap_used)]
use std::collections::BTreeSet;

use proptest::prelude::*;

use super::sheet::{own_sheet, sheet};
use super::{Dictionary, Place, Scored, Telling, Testimony, Witness, claims, line, links, testimony};
use crate::facts::{self, Fact};
use crate::model::Language;

/// A case: articles under "== language", a statement a line, then "== links" with lines "1:4 = 2:1" (article from 1,
/// statement from 0). Every link listed must be selected, and nothing else; "1:0 ? 2:1" is right either way.
struct Case {
    articles: Vec<(Language, Vec<String>)>,
    links: BTreeSet<(Place, Place)>,
    open: BTreeSet<(Place, Place)>,
}

fn read(text: &str) -> Case {
    let mut case = Case { articles: Vec::new(), links: BTreeSet::new(), open: BTreeSet::new() };
    let mut in_links = false;
    for line in text.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty()) {
        if let Some(head) = line.strip_prefix("== ") {
            in_links = head == "links";
            if !in_links {
                case.articles.push((Language::parse(head).unwrap(), Vec::new()));
            }
        } else if let Some((a, b)) = line.split_once(" ? ").filter(|_| in_links) {
            case.open.insert((place(a), place(b)));
        } else if in_links {
            let (a, b) = line.split_once(" = ").unwrap();
            case.links.insert((place(a), place(b)));
        } else {
            case.articles.last_mut().unwrap().1.push(line.to_string());
        }
    }
    case
}

fn place(text: &str) -> Place {
    let (article, statement) = text.split_once(':').unwrap();
    (article.parse::<usize>().unwrap() - 1, statement.parse().unwrap())
}

/// Aligns articles given as lines; a first line without a full stop is the headline.
fn align(articles: &[(Language, Vec<String>)]) -> Vec<Scored> {
    align_with(articles, &[])
}

fn align_with(articles: &[(Language, Vec<String>)], dictionaries: &[Dictionary]) -> Vec<Scored> {
    let context = facts::Context::default();
    let values: Vec<Vec<Vec<Fact>>> = articles
        .iter()
        .map(|(language, lines)| lines.iter().map(|l| facts::find(l, *language, context)).collect())
        .collect();
    let witnesses: Vec<Witness<'_>> = articles
        .iter()
        .zip(&values)
        .map(|((language, lines), values)| Witness {
            language: *language,
            statements: lines
                .iter()
                .zip(values)
                .enumerate()
                .map(|(at, (text, facts))| Telling {
                    text,
                    paragraph: at,
                    headline: at == 0 && !text.ends_with('.'),
                    facts,
                })
                .collect(),
        })
        .collect();
    let testimonies: Vec<Testimony> = witnesses.iter().map(|w| testimony(w, dictionaries)).collect();
    let testimonies: Vec<&Testimony> = testimonies.iter().collect();
    let mut sheets = Vec::new();
    for (i, a) in testimonies.iter().enumerate() {
        sheets.push(((i, i), own_sheet(a, None)));
        sheets.extend(testimonies.iter().enumerate().skip(i + 1).map(|(j, b)| ((i, j), sheet(a, b, None))));
    }
    links(&testimonies, &sheets.iter().map(|(at, sheet)| (*at, sheet)).collect::<Vec<_>>())
}

fn check(text: &str) {
    let case = read(text);
    let all = align(&case.articles);
    let selected: BTreeSet<(Place, Place)> =
        all.iter().filter(|l| l.strength >= line(0.5)).map(|l| (l.a, l.b)).collect();
    let told = |p: &Place| case.articles[p.0].1[p.1].clone();
    let missed = case.links.difference(&selected).map(|(a, b)| format!("not linked:\n{}\n{}", told(a), told(b)));
    let wrong = selected.iter().filter(|l| !case.links.contains(l) && !case.open.contains(l));
    let wrong = wrong.map(|(a, b)| format!("wrongly linked:\n{}\n{}", told(a), told(b)));
    let faults: Vec<String> = missed.chain(wrong).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

#[test]
fn a_call_in_two_languages() {
    check(include_str!("../../../../tests/cases/align/call-en-id.txt"));
}

#[test]
fn three_reports_of_a_ferry() {
    check(include_str!("../../../../tests/cases/align/ferry-three.txt"));
}

#[test]
fn what_is_demanded_is_not_what_is_ruled() {
    check(include_str!("../../../../tests/cases/align/trial-id.txt"));
}

#[test]
fn the_name_of_an_agency_is_no_statement() {
    check(include_str!("../../../../tests/cases/align/agency-id.txt"));
}

/// A report of a case in several languages: its language, the letters of its statements and their words.
type Report = (Language, Vec<char>, Vec<String>);

fn reports(text: &str) -> Vec<Report> {
    let mut reports: Vec<Report> = Vec::new();
    for line in text.lines().filter(|l| !l.starts_with('#') && !l.is_empty()) {
        if let Some(code) = line.strip_prefix("== ") {
            reports.push((Language::parse(code).unwrap(), Vec::new(), Vec::new()));
        } else {
            let (letter, words) = line.split_once(": ").unwrap();
            let report = reports.last_mut().unwrap();
            report.1.push(letter.chars().next().unwrap());
            report.2.push(words.to_string());
        }
    }
    reports
}

/// F1 of the links between two reports, and what went wrong.
fn between(a: &Report, b: &Report) -> (f32, Vec<String>) {
    let found = align(&[(a.0, a.2.clone()), (b.0, b.2.clone())]);
    let selected: BTreeSet<(usize, usize)> =
        found.iter().filter(|l| l.strength >= line(0.5)).map(|l| (l.a.1, l.b.1)).collect();
    let all = (0..a.1.len()).flat_map(|x| (0..b.1.len()).map(move |y| (x, y)));
    let gold: BTreeSet<(usize, usize)> = all.filter(|&(x, y)| a.1[x] != '-' && a.1[x] == b.1[y]).collect();
    let told = |sign: &str, (x, y): &(usize, usize)| format!("  {sign} {}\n    {}", a.2[*x], b.2[*y]);
    let faults = gold.difference(&selected).map(|p| told("missed", p));
    let faults = faults.chain(selected.difference(&gold).map(|p| told("wrong", p))).collect();
    let right = gold.intersection(&selected).count();
    (2.0 * right as f32 / (gold.len() + selected.len()).max(1) as f32, faults)
}

#[test]
fn one_fire_in_seven_languages() {
    let reports = reports(include_str!("../../../../tests/cases/align/fire-seven-tongues.txt"));
    let mut low = Vec::new();
    for (at, a) in reports.iter().enumerate() {
        for b in reports.iter().skip(at + 1) {
            let (f1, faults) = between(a, b);
            println!("{}-{} F1 {f1:.3}\n{}", a.0.code(), b.0.code(), faults.join("\n"));
            if f1 < 0.9 {
                low.push(format!("{}-{} {f1:.3}\n{}", a.0.code(), b.0.code(), faults.join("\n")));
            }
        }
    }
    assert!(low.is_empty(), "{}", low.join("\n"));
}

#[test]
fn a_dictionary_of_ones_own_makes_a_link() {
    let english = ["The pump house stood under water.", "Bread is dear.", "Snow fell."].map(String::from).to_vec();
    let german = ["Das Knorzwerk war geflutet.", "Der Zug kam.", "Es regnet."].map(String::from).to_vec();
    let articles = [(Language::ENGLISH, english), (Language::parse("de").unwrap(), german)];
    let strength = |own: &[Dictionary]| {
        let found = align_with(&articles, own);
        found.iter().find(|l| l.a.1 == 0 && l.b.1 == 0).map_or(0.0, |l| l.strength)
    };
    let own = Dictionary::parse("# from: de\nKnorzwerk\tpump house\ngeflutet\tunder water, flooded\n").unwrap();
    assert!(strength(&[]) < line(0.5), "{}", strength(&[]));
    assert!(strength(std::slice::from_ref(&own)) >= line(0.5), "{}", strength(&[own]));
}

#[test]
fn strictness_moves_the_line_only_one_way() {
    let lines: Vec<f32> = [0.0, 0.25, 0.5, 0.75, 1.0].map(line).to_vec();
    assert!(lines.windows(2).all(|w| w[0] < w[1]), "{lines:?}");
    assert!(line(f32::NAN) == line(0.5) && line(9.0) == line(1.0));
}

#[test]
fn a_chain_of_links_does_not_glue_what_is_not_linked() {
    let link = |a: Place, b: Place, strength| Scored { a, b, strength };
    // 0 – 1 – 2 – 3: the ends have nothing to do with each other.
    let chain = [link((0, 0), (1, 0), 0.9), link((1, 0), (2, 0), 0.45), link((2, 0), (3, 0), 0.9)];
    let made = claims(&[1, 1, 1, 1], &chain, None);
    assert!(made.contains(&vec![(0, 0), (1, 0)]) && made.contains(&vec![(2, 0), (3, 0)]), "{made:?}");
    assert!(made.contains(&vec![(1, 0), (2, 0)]), "a refused link makes a claim of its own: {made:?}");
    assert!(!made.iter().any(|c| c.len() > 2), "{made:?}");
}

fn sentence() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "president",
        "said",
        "Monday",
        "fire",
        "killed",
        "105",
        "Putin",
        "gempa",
        "tewas",
        "polisi",
        "rumah",
        "150.000",
    ]);
    prop::collection::vec(word, 0..9).prop_map(|words| words.join(" "))
}

fn articles() -> impl Strategy<Value = Vec<(Language, Vec<String>)>> {
    let language = prop::sample::select(vec![Language::ENGLISH, Language::INDONESIAN, Language::UNKNOWN]);
    prop::collection::vec((language, prop::collection::vec(sentence(), 0..6)), 0..4)
}

/// Codes of languages with a dictionary and without.
fn code() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["en", "id", "de", "fr", "es", "pt", "nl", "it", "zh"])
}

/// Links with the articles renamed, so that the order of the articles does not matter.
fn told(links: &[Scored], names: &[usize]) -> BTreeSet<(Place, Place, u32)> {
    let rename = |p: Place| (names[p.0], p.1);
    let ordered = |l: &Scored| (rename(l.a).min(rename(l.b)), rename(l.a).max(rename(l.b)));
    links.iter().map(|l| (ordered(l).0, ordered(l).1, (l.strength * 1e4).round() as u32)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_order_of_the_articles_changes_nothing(given in articles()) {
        let turned: Vec<_> = given.iter().rev().cloned().collect();
        let names: Vec<usize> = (0..given.len()).collect();
        let back: Vec<usize> = names.iter().rev().copied().collect();
        prop_assert_eq!(told(&align(&given), &names), told(&align(&turned), &back));
    }

    #[test]
    fn any_text_is_read(codes in prop::array::uniform2(code()), texts in prop::collection::vec("\\PC{0,60}", 0..6)) {
        let articles = codes.map(|code| (Language::parse(code).unwrap(), texts.clone()));
        let found = align(&articles);
        prop_assert!(found.iter().all(|l| (0.02..=1.0).contains(&l.strength)));
    }

    #[test]
    fn every_statement_and_every_link_is_in_a_claim(
        pairs in prop::collection::vec((0usize..3, 0usize..4, 0usize..3, 0usize..4, 0.3f32..1.0), 0..20)
    ) {
        let links: Vec<Scored> = pairs.into_iter().filter(|p| p.0 < p.2)
            .map(|(w, s, v, t, strength)| Scored { a: (w, s), b: (v, t), strength }).collect();
        let made = claims(&[4, 4, 4], &links, None);
        for place in (0..3).flat_map(|w| (0..4).map(move |s| (w, s))) {
            prop_assert!(made.iter().any(|c| c.contains(&place)));
        }
        for link in &links {
            prop_assert!(made.iter().any(|c| c.contains(&link.a) && c.contains(&link.b)));
        }
    }
}
