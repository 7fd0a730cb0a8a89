//! Runs the readable cases under `tests/cases/facts/` and the invariants of [`super::find`].
#![allow(clippy::unwrap_used)]
use proptest::prelude::*;

use super::*;

/// A case: where it stands, its language, the article's date, the statement, the lines under it.
struct Case<'a> {
    line: usize,
    language: Language,
    published: Option<&'a str>,
    text: &'a str,
    want: Vec<String>,
}

fn cases(file: &str) -> Vec<Case<'_>> {
    let mut out: Vec<Case<'_>> = Vec::new();
    for (n, line) in file.lines().enumerate().filter(|(_, l)| !l.trim().is_empty() && !l.starts_with('#')) {
        if let Some((head, text)) = line.strip_prefix('[').and_then(|l| l.split_once("] ")) {
            let mut words = head.split(' ');
            let language = Language::parse(words.next().unwrap()).unwrap();
            out.push(Case { line: n + 1, language, published: words.next(), text, want: Vec::new() });
        } else {
            out.last_mut().unwrap().want.push(line.trim().to_owned());
        }
    }
    assert!(!out.is_empty());
    out
}

fn run(file: &str, got: impl Fn(&Case<'_>) -> Vec<String>) {
    let wrong: Vec<String> = cases(file)
        .iter()
        .filter_map(|case| {
            let got = got(case);
            (got != case.want)
                .then(|| format!("line {}: {}\n  want {:?}\n  got  {:?}", case.line, case.text, case.want, got))
        })
        .collect();
    assert!(wrong.is_empty(), "{} cases\n{}", wrong.len(), wrong.join("\n"));
}

fn facts(kind: MentionKind) -> impl Fn(&Case<'_>) -> Vec<String> {
    move |case| {
        find(case.text, case.language, Context { published: case.published })
            .iter()
            .filter(|f| f.kind == kind)
            .map(|f| format!("{} = {}", &case.text[f.range.clone()], f.normal()))
            .collect()
    }
}

/// A test for each file of cases of figures or of dates.
macro_rules! kinds {
    ($kind:expr; $($name:ident $file:literal),+) => {$(
        #[test]
        fn $name() {
            run(include_str!(concat!("../../../../tests/cases/facts/", $file)), facts($kind));
        }
    )+};
}

kinds!(MentionKind::Figure; counts "counts.txt", bounds "bounds.txt", money "money.txt", shares "shares.txt",
    measures "measures.txt", quakes "quakes.txt", ages "ages.txt", scores "scores.txt", durations "durations.txt",
    no_figures "no-figures.txt");
kinds!(MentionKind::Date; dates "dates.txt", clock "clock.txt", relative "relative.txt");

#[test]
fn names() {
    run(include_str!("../../../../tests/cases/facts/names.txt"), |case| {
        let shown = |f: &Fact| match &f.value {
            Value::Name(name) => {
                let kind = format!("{:?}", name.entity.kind).to_lowercase();
                Some(format!("{} = {}, {kind}", &case.text[f.range.clone()], f.normal()))
            }
            _ => None,
        };
        find(case.text, case.language, Context::default()).iter().filter_map(shown).collect()
    });
}

#[test]
fn quotes() {
    run(include_str!("../../../../tests/cases/facts/quotes.txt"), facts(MentionKind::Quote));
}

#[test]
fn speakers() {
    run(include_str!("../../../../tests/cases/facts/speakers.txt"), |case| {
        let passage = Passage { text: case.text, paragraph: 0, headline: false };
        let told = read(&[passage], case.language, Context::default());
        let attribution = &told[0].attribution;
        let voice = format!("{:?}", attribution.voice).to_lowercase();
        vec![format!("{voice} {}", attribution.speaker.as_deref().unwrap_or("-"))]
    });
}

/// The voice and the speaker of every statement, over several statements of an article.
#[test]
fn attribution() {
    let file = include_str!("../../../../tests/cases/facts/attribution.txt");
    let mut wrong = Vec::new();
    for article in file.split("\n\n").skip(1).collect::<Vec<_>>().join("\n\n").split("--\n") {
        let (language, statements) = article.trim_start().split_once('\n').unwrap();
        let language = Language::parse(language).unwrap();
        let (mut want, mut passages) = (Vec::new(), Vec::new());
        for (paragraph, block) in statements.split("\n\n").enumerate() {
            for (said, text) in block.lines().filter_map(|line| line.split_once(" | ")) {
                want.push(said.to_owned());
                passages.push(Passage { text, paragraph, headline: false });
            }
        }
        for (told, (want, passage)) in
            read(&passages, language, Context::default()).iter().zip(want.iter().zip(&passages))
        {
            let voice = format!("{:?}", told.attribution.voice).to_lowercase();
            let got = format!("{voice} {}", told.attribution.speaker.as_deref().unwrap_or("-"));
            if got != *want {
                wrong.push(format!("{}\n  want {want}\n  got  {got}", passage.text));
            }
            assert!(passage.text.get(told.attribution.range.clone()).is_some());
        }
        assert!(passages.len() > 1);
    }
    assert!(wrong.is_empty(), "{} statements\n{}", wrong.len(), wrong.join("\n"));
}

/// Pieces that the readers look for, glued in any order.
fn newsish() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("Rp "),
        Just("1,5"),
        Just(" miliar"),
        Just("M"),
        Just("4,8"),
        Just("8.27LS"),
        Just(" - "),
        Just("-"),
        Just("(20/2)"),
        Just("Rabu "),
        Just(" dua belas"),
        Just(" sampai "),
        Just("°C"),
        Just("“"),
        Just("”"),
        Just("15.24.49"),
        Just(" WIB"),
        Just(" lebih dari "),
        Just("é"),
        Just("²"),
        Just("an hour and a half "),
        Just("99999999999999999999"),
        Just(" menit"),
        Just("ke-"),
        Just("2022-02-31"),
        Just("0"),
        Just("/"),
        Just("年"),
        Just("\" kata "),
        Just("ujarnya "),
        Just(" said "),
        Just("Kepala BMKG, "),
        Just("Budi Santoso"),
        Just(" (OSCE) "),
        Just(", "),
        Just("the "),
        Just(" of "),
        Just("’s "),
        Just(" and "),
        Just("last week "),
        Just("18-20 Juni"),
        Just(" 2019-2022 "),
        Just("zweihundertfünfundzwanzig"),
        Just("150 000"),
        Just("three days ago"),
        Just("two-thirds"),
    ];
    proptest::collection::vec(piece, 0..14).prop_map(|p| p.concat())
}

fn well_formed(text: &str, code: &str) {
    let language = Language::parse(code).unwrap();
    let found = find(text, language, Context { published: Some("2025-06-18") });
    for fact in &found {
        assert!(text.get(fact.range.clone()).is_some_and(|t| !t.is_empty()), "{fact:?}");
        assert_eq!(agree(&fact.value, &fact.value), Agreement::Equal, "{fact:?}");
        fact.normal();
    }
    assert!(found.is_sorted_by_key(|f| f.range.start));
    let plain: Vec<_> = found.iter().filter(|f| f.kind != MentionKind::Quote).collect();
    assert!(plain.windows(2).all(|w| w[0].range.end <= w[1].range.start), "{plain:?}");
}

proptest! {
    #[test]
    fn any_article_is_read(texts in proptest::collection::vec(newsish(), 0..6), code in "en|id|pt|de|fr|und") {
        let language = Language::parse(&code).unwrap();
        let passages: Vec<Passage<'_>> = texts
            .iter()
            .enumerate()
            .map(|(i, text)| Passage { text, paragraph: i / 2, headline: i == 0 })
            .collect();
        let told = read(&passages, language, Context::default());
        prop_assert_eq!(&told, &read(&passages, language, Context::default()));
        prop_assert_eq!(told.len(), passages.len());
        for (told, passage) in told.iter().zip(&passages) {
            prop_assert!(passage.text.get(told.attribution.range.clone()).is_some());
            for fact in &told.facts {
                prop_assert!(passage.text.get(fact.range.clone()).is_some_and(|t| !t.is_empty()), "{:?}", fact);
            }
        }
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,80}", code in "en|id|pt|fr|de|es|nl|ja|und") {
        well_formed(&text, &code);
    }

    #[test]
    fn any_news_is_read(text in newsish(), code in "en|id|pt|fr|de|es|nl|ja|und") {
        well_formed(&text, &code);
    }
}

/// A long statement ends in time that grows with its length, whatever the words are: twenty seconds become minutes when
/// a loop over all words is left inside another.
#[test]
fn long_statements_are_read() {
    let language = Language::parse("id").unwrap();
    for piece in
        ["dua puluh ", "12 orang tewas ", "Rp 1,5 miliar atau ", "Rabu (18/6) ", "satu, ", "yang ", "5-0 skor ", "M "]
    {
        let text = piece.repeat(20_000 / piece.split_whitespace().count());
        let words = lexicon::lexicon(language);
        values(words, &words.tokens(&text), Context { published: Some("2025-06-18") });
    }
}
