//! What every form owes a reader: the sources, the numbers, and that no word of an article becomes anything but a word.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::sync::OnceLock;

use proptest::prelude::*;
use pulldown_cmark::{Event, Options as MarkdownOptions, Parser, Tag as Mark};

use super::csv::safe;
use super::words::Tongue;
use super::*;
use crate::compare::{Account, Options, account, compare};
use crate::model::{
    ByHand, ClaimByHand, ClaimKind, Comparison, Lost, LostKind, LostThing, PassageByHand, StatementRef, Tag, Verdict,
};
use crate::open;

const SAMPLE: [(&str, &[u8]); 3] = [
    ("lantern-post-sample.html", include_bytes!("../../../sample/lantern-post-sample.html")),
    ("harbour-dispatch-sample.txt", include_bytes!("../../../sample/harbour-dispatch-sample.txt")),
    ("kabar-sentra-contoh.md", include_bytes!("../../../sample/kabar-sentra-contoh.md")),
];

/// Two pages that try everything: markup, formulas, marks of Markdown, an address that would run.
const HOSTILE: [(&str, &[u8]); 2] = [
    (
        "a=1.html",
        b"<html><head><title>=HYPERLINK(\"http://x\") leaders &lt;script&gt;alert(1)&lt;/script&gt; talk</title>\
          <link rel=canonical href='javascript:alert(1)'></head><body><article><h1>=HYPERLINK(1) leaders talk</h1>\
          <p>=cmd|' /C calc'!A0 said the two leaders, [press here](http://bad.example) and spoke by telephone for 105 minutes on Sunday; the ferry carried 140 people to the harbour of the old town.</p>\
          <p>+1 more: &lt;img src=x onerror=alert(1)&gt; the council of the harbour town closed the market on Monday;=1+1 was written on the gate of the old market.</p>\
          </article></body></html>",
    ),
    (
        "-b.txt",
        b"@SUM(1+9) leaders talk\n\nThe two leaders spoke by telephone for 95 minutes on Sunday; the ferry carried 140 people to the harbour of the old town.\n\n\
          *The council* of the harbour town closed the market on Monday ]]> `code` </style><script>x</script>, and | was \\ written on the gate of the old market.",
    ),
];

fn compared(files: &[(&str, &[u8])]) -> Comparison {
    let read = |(name, bytes): &(&str, &[u8])| account(&open::from_bytes(name, bytes.to_vec()).unwrap(), None).unwrap();
    let accounts: Vec<Account> = files.iter().map(read).collect();
    let entries: Vec<_> = ('A'..='Z').map(String::from).zip(&accounts).collect();
    compare(&entries, &Options::default(), &mut |_| ControlFlow::Continue(())).unwrap()
}

/// The sample event, compared once for all tests.
fn sample() -> Comparison {
    static SAMPLE_EVENT: OnceLock<Comparison> = OnceLock::new();
    SAMPLE_EVENT.get_or_init(|| compared(&SAMPLE)).clone()
}

/// As if a person had worked on it: two links changed, one claim checked, noted and tagged, a note on a passage and one
/// whose passage is gone.
fn worked_on(mut comparison: Comparison) -> Comparison {
    let claim = comparison.claims.iter().find(|claim| claim.kind == ClaimKind::Conflict).unwrap().id.clone();
    let note = Some("=ask the <b>embassy</b>".to_owned());
    let set = ClaimByHand { claim, checked: true, note, tags: vec![4], ..ClaimByHand::default() };
    let at = StatementRef { article: "B".into(), statement: 1 };
    let shown = "first words".to_owned();
    let passage = PassageByHand { at, start: 0, end: 4, shown, note: Some("short *report*".into()), tags: vec![] };
    let (quote, text) = ("words that went".to_owned(), Some("gone note".to_owned()));
    let lost = Lost {
        passage: 1,
        source: None,
        article: Some("A".into()),
        quote,
        likely: None,
        things: vec![LostThing { what: LostKind::Passage, text, claim: None }],
    };
    let tags = vec![Tag { id: 4, name: "to check".into(), colour: 1 }];
    comparison.by_hand = ByHand { changes: 2, claims: vec![set], passages: vec![passage], tags, lost: vec![lost] };
    comparison
}

fn text(report: &Report<'_>, form: Form) -> String {
    String::from_utf8(write(report, form).unwrap()).unwrap()
}

const TEXTS: [Form; 6] = [Form::Html, Form::Markdown, Form::Csv, Form::Json, Form::Tei, Form::Svg];

#[test]
fn every_form_names_its_sources_and_what_made_it() {
    let comparison = sample();
    let comparison = worked_on(comparison);
    for tongue in [Tongue::English, Tongue::Indonesian] {
        let choice = Choice { tongue, ..Choice::default() };
        let report = Report { comparison: &comparison, event: "A call", choice: &choice };
        for form in TEXTS {
            let text = text(&report, form);
            for article in &comparison.articles {
                let outlet = article.outlet.as_deref().unwrap_or(&article.file);
                for wanted in [&article.sha256, &article.file, outlet] {
                    assert!(text.contains(wanted), "{form:?} in {tongue:?} lacks {wanted}");
                }
            }
            let changed = match (form, tongue) {
                (Form::Json, _) => "\"changed_by_hand\":2",
                (_, Tongue::English) => "changed by hand in 2 places",
                (_, Tongue::Indonesian) => "dengan tangan di 2 tempat",
            };
            assert!(text.contains(changed), "{form:?} in {tongue:?} lacks {changed}");
            assert!(text.contains(env!("CARGO_PKG_VERSION")) && text.contains("0.5"), "{form:?}");
        }
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let comparison = sample();
    let (comparison, choice) = (worked_on(comparison), Choice::default());
    let report = Report { comparison: &comparison, event: "", choice: &choice };
    for form in Form::ALL {
        let first = write(&report, form).unwrap();
        assert!(!first.is_empty());
        assert!(first == write(&report, form).unwrap(), "{form:?} differs from itself");
    }
}

#[test]
fn the_numbers_are_those_of_the_comparison() {
    let comparison = sample();
    let choice = Choice::default();
    let page = text(&Report { comparison: &comparison, event: "", choice: &choice }, Form::Html);
    for (code, kind) in [("conflict", ClaimKind::Conflict), ("check", ClaimKind::Check), ("only", ClaimKind::Only)] {
        let number = comparison.claims.iter().filter(|claim| claim.kind == kind).count();
        assert!(page.contains(&format!("data-kind=\"{code}\" data-count=\"{number}\"")), "{code}");
        assert_eq!(page.matches("<tr id=\"c-").count(), comparison.claims.len());
        assert_eq!(page.matches(&format!("\" data-kind=\"{code}\"><th")).count(), number, "{code}");
    }
    let gaps = comparison.claims.iter().filter(|claim| !claim.gaps.is_empty()).count();
    assert!(page.contains(&format!("data-kind=\"gap\" data-count=\"{gaps}\"")));
}

#[test]
fn one_date_with_two_weekdays_is_two_readings() {
    let told = |day: &str| {
        format!("The council of Lorn met on {day} (18/6/2025) and closed the old harbour market to cars.\n")
    };
    let comparison = compared(&[("a.txt", told("Wednesday").as_bytes()), ("b.txt", told("Friday").as_bytes())]);
    let report = Report { comparison: &comparison, event: "", choice: &Choice::default() };
    let conflict = comparison.differences.iter().find(|d| d.verdict == Verdict::Conflict).unwrap();
    let values: Vec<&str> = report.groups(conflict).iter().map(|group| group.reading.shown.as_str()).collect();
    assert_eq!(values, ["Wednesday (18/6/2025)", "Friday (18/6/2025)"]);
}

#[test]
fn markup_of_a_page_stays_text_in_the_report() {
    let comparison = compared(&HOSTILE);
    let (comparison, choice) = (worked_on(comparison), Choice::default());
    let mut comparison = comparison;
    // The reader refuses such addresses; the report must not depend on it.
    comparison.articles[0].canonical = Some("javascript:alert(1)".into());
    comparison.articles[1].canonical = Some("https://sample.example/a?b=\"><script>".into());
    let report = Report { comparison: &comparison, event: "<b>Talk</b>", choice: &choice };
    let page = text(&report, Form::Html);
    assert_eq!(page.matches("<script>").count(), 1, "our own script only");
    assert_eq!(page.matches("<style>").count(), 1);
    assert!(!page.contains("<img") && !page.contains("javascript:") && !page.contains("<b>Talk"));
    assert!(page.contains("&lt;img src=x"), "the words themselves are there");
    assert_eq!(page.matches("<a href=\"http").count(), 1, "of the two addresses the one that is safe to follow");
    let svg = text(&report, Form::Svg);
    assert!(!svg.contains("<script") && !svg.contains("<b>"));
}

#[test]
fn markdown_has_no_links_pictures_or_markup_of_a_source() {
    let comparison = compared(&HOSTILE);
    let (comparison, choice) = (worked_on(comparison), Choice::default());
    let text = text(&Report { comparison: &comparison, event: "", choice: &choice }, Form::Markdown);
    let mut words = String::new();
    for event in Parser::new_ext(&text, MarkdownOptions::all()) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => panic!("markup: {html}"),
            Event::Start(tag @ (Mark::Link { .. } | Mark::Image { .. } | Mark::CodeBlock(_) | Mark::Emphasis)) => {
                panic!("{tag:?} in {text}")
            }
            Event::Code(code) => panic!("code: {code}"),
            Event::Text(text) => words += &text,
            _ => {}
        }
    }
    assert!(words.contains("[press here](http://bad.example)"), "{words}");
    assert!(words.contains("| was \\ written"), "{words}");
}

/// How a spreadsheet would see a cell, whatever it takes for a separator.
fn formula(cell: &str) -> Option<&str> {
    cell.split([';', '\n', '\t', '\r'])
        .find(|part| part.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']))
}

#[test]
fn no_cell_of_the_csv_is_a_formula() {
    let comparison = compared(&HOSTILE);
    let (comparison, choice) = (worked_on(comparison), Choice::default());
    let bytes = write(&Report { comparison: &comparison, event: "=1+1", choice: &choice }, Form::Csv).unwrap();
    let table = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap();
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(table);
    let mut cells = 0;
    for record in reader.records() {
        for cell in &record.unwrap() {
            assert_eq!(formula(cell), None, "{cell:?}");
            cells += 1;
        }
    }
    assert!(cells > 50);
}

proptest! {
    #[test]
    fn a_cell_is_never_a_formula_and_keeps_its_words(text in "[ =+@;\\-\\t\\n\\ra-c＝\u{0}]{0,12}") {
        let cell = safe(&text);
        prop_assert_eq!(formula(&cell), None);
        prop_assert_eq!(cell.replace('\'', ""), text.replace('\u{0}', ""));
    }
}

#[test]
fn the_apparatus_has_one_entry_a_claim_and_only_xml_characters() {
    let comparison = compared(&HOSTILE);
    let (comparison, choice) = (worked_on(comparison), Choice::default());
    let report = Report { comparison: &comparison, event: "a\u{1}b", choice: &choice };
    let text = text(&report, Form::Tei);
    let mut reader = quick_xml::Reader::from_str(&text);
    let (mut entries, mut depth) = (0, 0);
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Start(tag) => {
                depth += 1;
                entries += usize::from(tag.name().as_ref() == "app");
            }
            quick_xml::events::Event::End(_) => depth -= 1,
            quick_xml::events::Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!((entries, depth), (comparison.claims.len(), 0));
    assert!(!text.contains('\u{1}'));
}

#[test]
fn a_part_is_said_to_be_one() {
    let comparison = sample();
    let wanted = comparison.claims.iter().filter(|claim| claim.kind == ClaimKind::Conflict).map(|c| c.id.clone());
    let choice = Choice { claims: Some(wanted.collect()), notes: false, sentences: false, ..Choice::default() };
    let comparison = worked_on(comparison);
    let report = Report { comparison: &comparison, event: "", choice: &choice };
    let page = text(&report, Form::Markdown);
    assert!(page.contains(&format!("3 of {} claims are in this report.", comparison.claims.len())), "{page}");
    let data = self::text(&report, Form::Json);
    assert!(!data.contains("embassy") && !data.contains("gone note") && data.contains("\"shown_claims\":["));
    assert!(!page.contains("embassy") && !page.contains("Only one source:"));
    assert!(page.contains("- **A** 105 minutes\n"), "{page}");
    assert!(!page.contains("less than two weeks after"), "values only");
}

#[test]
fn notes_come_with_it_when_wanted() {
    let comparison = sample();
    let (comparison, choice) = (worked_on(comparison), Choice::default());
    let report = Report { comparison: &comparison, event: "", choice: &choice };
    for form in [Form::Html, Form::Markdown, Form::Csv, Form::Json, Form::Tei] {
        let text = text(&report, form);
        assert!(text.contains("embassy"), "{form:?}");
        assert!(form == Form::Tei || text.contains("to check") && text.contains("gone note"), "{form:?}");
    }
}

#[test]
fn a_citation_is_text_with_its_sources() {
    let comparison = sample();
    let choice = Choice::default();
    let report = Report { comparison: &comparison, event: "", choice: &choice };
    let claim = comparison.claims.iter().find(|claim| claim.kind == ClaimKind::Conflict).unwrap();
    let whole = citation(&report, &claim.id, None).unwrap();
    for article in &comparison.articles {
        assert!(whole.contains(&article.sha256), "{whole}");
    }
    assert!(whole.contains("105 minutes (A C) | one hour and 40 minutes = 100 minutes (B)"), "{whole}");
    let cell = citation(&report, &claim.id, Some("B")).unwrap();
    assert!(cell.starts_with("B: “") && cell.contains("harbour-dispatch-sample.txt, SHA-256 "), "{cell}");
    assert!(!cell.contains("Lantern"), "{cell}");
    assert_eq!(citation(&report, "no such claim", None), None);
}

#[test]
fn pictures_are_pictures() {
    let comparison = sample();
    let choice = Choice::default();
    let png = write(&Report { comparison: &comparison, event: "", choice: &choice }, Form::Png).unwrap();
    let picture = resvg::tiny_skia::Pixmap::decode_png(&png).unwrap();
    let colours: BTreeSet<_> = picture.pixels().iter().map(|p| (p.red(), p.green(), p.blue())).collect();
    assert!(picture.width() > 1000 && colours.len() > 20, "{} colours", colours.len());
}

#[test]
fn normal_forms_are_said_in_both_languages() {
    let cases = [
        ("PT1H45M", "105 minutes", "105 menit"),
        ("PT3H", "3 hours", "3 jam"),
        ("P1D", "1 day", "1 hari"),
        ("P14D", "14 days", "14 hari"),
        ("PT1M", "1 minute", "1 menit"),
        (">150000", "more than 150,000", "lebih dari 150.000"),
        ("IDR 500000000", "IDR 500,000,000", "IDR 500.000.000"),
        ("0.45%", "0.45%", "0,45%"),
        ("2014", "2014", "2014"),
        ("2022-02-20", "20 February 2022", "20 Februari 2022"),
        ("2025-06-08T15:24", "8 June 2025, 15:24", "8 Juni 2025, 15:24"),
        ("T15:24", "15:24", "15:24"),
    ];
    for (normal, english, indonesian) in cases {
        assert_eq!(value::said(normal, Tongue::English.words()).as_deref(), Some(english), "{normal}");
        assert_eq!(value::said(normal, Tongue::Indonesian.words()).as_deref(), Some(indonesian), "{normal}");
    }
    for normal in ["", "P", "PT", "P1X", "somebody", "2022-13-01", "éé-éé-éé", "T9", "12 parsecs"] {
        assert_eq!(value::said(normal, Tongue::English.words()), None, "{normal}");
    }
}
