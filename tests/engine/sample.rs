//! What the program shows first has to be right: the sample event, as a person would read it.
use parallax_engine::model::{DifferenceKind, Relation, Verdict};

use crate::support::{link, sample, statement};

/// The letter of an article and some words of its statement.
type Told = (&'static str, &'static str);

/// A statement of A or B, and the words of the one in another article that says the same.
const TOLD_TWICE: &[(Told, Told)] = &[
    (("A", "105 minutes"), ("B", "one hour and 40 minutes")),
    (("A", "105 minutes"), ("C", "105 menit")),
    (("B", "one hour and 40 minutes"), ("C", "105 menit")),
    (("A", "Sergei Lavrov"), ("B", "Sergei Lavrov")),
    (("A", "Sergei Lavrov"), ("C", "Sergei Lavrov")),
    (("A", "Trilateral Contact Group"), ("B", "Trilateral Contact Group")),
    (("A", "Trilateral Contact Group"), ("C", "Kelompok Kontak Trilateral")),
    (("A", "France and Germany"), ("B", "France and Germany")),
    (("A", "in Belarus"), ("B", "in Belarus")),
    (("A", "Minsk protocol"), ("B", "Minsk protocol")),
    (("A", "Minsk protocol"), ("C", "protokol Minsk")),
    (("A", "“at any time”"), ("C", "“kapan saja”")),
    (("A", "“at any time”"), ("B", "“at any time and in any format”")),
    (("A", "dead serious"), ("B", "close to an invasion")),
    (("A", "dead serious"), ("C", "ambang invasi")),
    (("A", "150,000"), ("B", "130,000")),
    (("A", "150,000"), ("C", "150.000")),
    (("A", "The Kremlin blamed"), ("B", "“provocations”")),
    (("A", "Moscow denies"), ("C", "Moskow membantah")),
    (("B", "Zelensky"), ("C", "Zelensky")),
];

#[test]
fn what_two_reports_tell_is_linked() {
    let event = sample();
    let missed: Vec<_> = TOLD_TWICE.iter().filter(|(a, b)| link(&event, *a, *b).is_none()).collect();
    assert!(missed.is_empty(), "not linked: {missed:#?}");
}

#[test]
fn what_one_report_tells_is_told_once() {
    let event = sample();
    for (letter, words) in
        [("A", "opened fire first"), ("B", "due to end on Sunday"), ("B", "Lviv"), ("C", "warga Indonesia")]
    {
        let article = event.articles.iter().find(|a| a.id == letter).unwrap();
        let at = statement(article, words);
        let linked: Vec<_> = event
            .links
            .iter()
            .filter(|l| l.selected && [&l.a, &l.b].iter().any(|end| end.article == letter && end.statement == at))
            .collect();
        assert!(linked.is_empty(), "{words:?} is linked: {linked:#?}");
    }
}

#[test]
fn the_differences_made_on_purpose_are_found_and_no_others() {
    let event = sample();
    let mut found: Vec<(Verdict, DifferenceKind, Vec<String>)> = event
        .differences
        .iter()
        .filter(|d| matches!(d.verdict, Verdict::Conflict | Verdict::Check))
        .map(|d| (d.verdict, d.kind, d.readings.iter().map(|r| format!("{} {}", r.article, r.shown)).collect()))
        .collect();
    found.sort();
    let told =
        |verdict, kind, values: &[&str]| (verdict, kind, values.iter().map(|&v| v.to_owned()).collect::<Vec<_>>());
    let mut expected = [
        told(Verdict::Conflict, DifferenceKind::Figure, &["A 105 minutes", "B one hour and 40 minutes", "C 105 menit"]),
        told(Verdict::Conflict, DifferenceKind::Figure, &["A 10 days", "B 14 days"]),
        told(Verdict::Conflict, DifferenceKind::Date, &["A 2014", "B 2015", "C 2014"]),
        // "About" leaves room: a person has to look.
        told(Verdict::Check, DifferenceKind::Figure, &["A more than 150,000", "B About 130,000"]),
        // One quotation, worded in two ways.
        told(
            Verdict::Check,
            DifferenceKind::Quote,
            &[
                "A Everything we are seeing suggests that this is dead serious, that we are on the brink of an invasion,",
                "B Everything we are seeing suggests that this is serious, that we are close to an invasion,",
            ],
        ),
    ];
    expected.sort();
    assert_eq!(found, expected);
}

#[test]
fn values_written_otherwise_are_no_conflict() {
    let event = sample();
    for (a, b) in [(("A", "105 minutes"), ("C", "105 menit")), (("A", "150,000"), ("C", "150.000"))] {
        let link = link(&event, a, b).unwrap();
        assert_ne!(link.relation, Relation::Conflict, "{a:?} {b:?}");
    }
}
