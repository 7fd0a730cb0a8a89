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
    wording: Wording,
    facts: Vec<Fact>,
    tones: Vec<Toned>,
    speaker: Option<String>,
    spoken: (usize, usize),
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
    let (facts, speaker, at) = (told.facts, told.attribution.speaker, told.attribution.range);
    let tones = tones(text, language);
    let wording = Wording::of(text, language);
    Line { side, language, published, text, wording, facts, tones, speaker, spoken: (at.start, at.end) }
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
            wording: &l.wording,
            language: l.language,
            facts: &l.facts,
            tones: &l.tones,
            speaker: l.speaker.as_deref(),
            spoken: l.spoken,
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

/// Everything that differs in the claim.
fn all(stands: &[Stand<'_>], grade: &dyn Fn(usize, usize) -> Grade) -> Vec<Finding> {
    differences(stands, &|i, j| Arc::new(two(&stands[i], &stands[j], grade(i, j))))
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
        all(stands, &|_, _| Grade::of(case.strength))
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
fn names() {
    run(include_str!("../../../../tests/cases/diff/names.txt"));
}

#[test]
fn speakers() {
    run(include_str!("../../../../tests/cases/diff/speakers.txt"));
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
        let got = with_stands(&case, false, |stands| relation(&stands[0], &stands[1], Grade::of(case.strength)));
        let got = match got {
            Relation::Same => "same",
            Relation::Reworded => "reworded",
            Relation::Overlap => "overlap",
            Relation::Conflict => "conflict",
        };
        assert_eq!([got].as_slice(), case.want, "{}", case.title);
    }
}

/// Every line of every case, by language and article.
fn lines() -> Vec<Line<'static>> {
    let files = [
        include_str!("../../../../tests/cases/diff/values.txt"),
        include_str!("../../../../tests/cases/diff/quotes.txt"),
        include_str!("../../../../tests/cases/diff/names.txt"),
        include_str!("../../../../tests/cases/diff/speakers.txt"),
        include_str!("../../../../tests/cases/diff/certainty.txt"),
        include_str!("../../../../tests/cases/diff/negation.txt"),
    ];
    files.into_iter().flat_map(cases).flat_map(|case| case.pair).collect()
}

/// What is found in a claim, free of the order of its members and of the articles.
fn sets(stands: &[Stand<'_>]) -> Vec<String> {
    // A grade that depends on the two texts only.
    let grade = |a: usize, b: usize| {
        let (x, y) = (stands[a].text.len(), stands[b].text.len());
        Grade::of((x.min(y) as f32 / x.max(y) as f32).max(0.1))
    };
    let shown = |finding: &Finding| {
        let reading = |told: &Told| format!("{}@{}", stands[told.stand].text, told.at.0);
        let mut readings: Vec<String> = finding.readings.iter().map(reading).collect();
        readings.sort();
        format!("{:?} {:?} {readings:?}", finding.kind, finding.verdict)
    };
    let mut found: Vec<String> = all(stands, &grade).iter().map(shown).collect();
    found.sort();
    found
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    #[test]
    fn neither_the_order_of_members_nor_of_articles_matters(
        picks in proptest::collection::vec(0usize..1000, 2..6),
        order in proptest::prelude::any::<u64>(),
    ) {
        let lines = lines();
        let mut chosen: Vec<&Line<'_>> = picks.iter().filter_map(|n| lines.get(n % lines.len())).collect();
        chosen.dedup_by_key(|line| line.text);
        let facts: Vec<[&[Fact]; 1]> = chosen.iter().map(|l| [l.facts.as_slice()]).collect();
        let tones: Vec<[&[Toned]; 1]> = chosen.iter().map(|l| [l.tones.as_slice()]).collect();
        let stand = |n: usize, article: usize| Stand {
            article,
            statement: 0,
            text: chosen[n].text,
            wording: &chosen[n].wording,
            language: chosen[n].language,
            facts: &chosen[n].facts,
            tones: &chosen[n].tones,
            speaker: chosen[n].speaker.as_deref(),
            spoken: chosen[n].spoken,
            published: chosen[n].published,
            article_facts: &facts[n],
            article_tones: &tones[n],
        };
        let forth: Vec<Stand<'_>> = (0..chosen.len()).map(|n| stand(n, n)).collect();
        let mut turned: Vec<usize> = (0..chosen.len()).collect();
        turned.sort_by_key(|n| (order.rotate_left(7 * *n as u32) & 0xff, *n));
        let back: Vec<Stand<'_>> = turned.iter().map(|&n| stand(n, 20 - n)).collect();
        proptest::prop_assert_eq!(sets(&forth), sets(&back));
    }

    #[test]
    fn any_text_is_compared_and_every_span_is_inside_it(
        a in "[a-z0-9 “”\"'.,:%éÉ東\u{301}🙂A-Z-]{0,120}",
        b in r"(not|tidak|diduga|12|13|km|“| |a|\PC){0,60}",
    ) {
        for code in ["en", "id", "pt"] {
            let head = |side: &str| format!("{side} {code}");
            let pair = [line(&head("A"), a.clone().leak()), line(&head("B"), b.clone().leak()), line(&head("B"), format!("{a} {b}").leak())];
            let case = Case { strength: 0.9, pair: pair.into(), ..Case::default() };
            with_stands(&case, false, |stands| {
                for finding in all(stands, &|_, _| Grade::Sure) {
                    for told in finding.readings {
                        assert!(stands[told.stand].text.get(told.at.0..told.at.1).is_some(), "{told:?}");
                    }
                }
            });
        }
    }
}

#[test]
fn a_statement_of_fifty_thousand_words_is_soon_compared() {
    let text = |word: &str| {
        let say =
            |n: usize| format!("{word} {n} km allegedly did not tell “so many words of it” to Dana Frost on 3 May ");
        (0..3000).map(say).collect::<String>()
    };
    let pair = vec![line("A en", text("went").leak()), line("B en", text("gone").leak())];
    let case = Case { strength: 0.9, pair, ..Case::default() };
    let begun = std::time::Instant::now();
    with_stands(&case, false, |stands| {
        all(stands, &|_, _| Grade::Sure);
        relation(&stands[0], &stands[1], Grade::Sure);
    });
    assert!(begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
}
