//! One article in every format, each written by a real program (scripts/make-format-matrix), is one and the same text.
use parallax_engine::compare::{Likeness, duplicates};
use parallax_engine::model::{Format, NoticeCode};
use parallax_reader::Ask;

use crate::stage::{articles, fixture, read, read_with, text};

#[test]
fn every_format_gives_the_same_paragraphs() {
    let told = String::from_utf8(fixture("article.txt")).unwrap();
    let paragraphs: Vec<&str> = told.trim().split("\n\n").collect();
    let mut seen = Vec::new();
    for name in articles() {
        let account = read(&name, fixture(&name)).unwrap_or_else(|problem| panic!("{problem}"));
        assert_eq!(account.extract.paragraphs, paragraphs, "{name}");
        assert!(account.extract.headline, "{name}: the first paragraph is the headline");
        assert_eq!(account.extract.title.as_deref(), Some(paragraphs[0]), "{name}");
        seen.push(account.format);
    }
    for format in [
        Format::Html,
        Format::Text,
        Format::Mhtml,
        Format::Webarchive,
        Format::Warc,
        Format::Mail,
        Format::Pdf,
        Format::Docx,
        Format::Odt,
        Format::Rtf,
        Format::Epub,
        Format::Json,
        Format::Xml,
    ] {
        assert!(seen.contains(&format), "no fixture of {format:?}");
    }
}

#[test]
fn any_two_formats_compare_as_one_text() {
    let accounts: Vec<_> = articles().iter().map(|name| read(name, fixture(name)).unwrap()).collect();
    let twins = duplicates(&accounts.iter().collect::<Vec<_>>());
    for (at, twin) in twins.iter().enumerate().skip(1) {
        assert_eq!(*twin, Some((0, Likeness::Same)), "{}", accounts[at].file);
    }
}

#[test]
fn formats_keep_what_they_say_of_the_article() {
    let of = |name: &str| read(name, fixture(name)).unwrap().extract;
    let mail = of("article.eml");
    assert_eq!(mail.published.as_deref(), Some("2025-06-18T07:30:00+02:00"));
    for name in ["article.json", "article.newsml.xml"] {
        let extract = of(name);
        assert_eq!(extract.published.as_deref(), Some("2025-06-18T07:30:00+02:00"), "{name}");
        assert_eq!(extract.byline.as_deref(), Some("Sample Writer"), "{name}");
        assert_eq!(extract.outlet.as_deref(), Some("The Lantern Post (sample)"), "{name}");
    }
    // The day a file was made is not the day its article was published.
    for name in ["article.chromium.pdf", "article.libreoffice.docx", "article.libreoffice.odt"] {
        assert_eq!(of(name).published, None, "{name}");
    }
}

#[test]
fn several_articles_in_one_file_are_a_choice() {
    for (name, second) in [("mails.mbox", "Bread from the mill"), ("chapters.epub", "The second chapter")] {
        let problem = read(name, fixture(name)).unwrap_err();
        assert_eq!(problem.code, NoticeCode::SeveralArticles, "{name}");
        let titles = problem.detail.unwrap();
        assert_eq!(titles.lines().count(), 2, "{titles}");
        assert!(titles.lines().nth(1).unwrap().starts_with(second), "{titles}");
        let first = read_with(name, fixture(name), &Ask { part: Some(1), password: None }).unwrap();
        assert!(text(&first).contains("Ingrid Solheim-Baptiste"), "{name}");
        let other = read_with(name, fixture(name), &Ask { part: Some(2), password: None }).unwrap();
        assert!(text(&other).contains("bake bread"), "{name}");
    }
}

#[test]
fn a_protected_document_asks_for_its_password() {
    for name in ["protected.pdf", "protected.docx"] {
        let bytes = fixture(name);
        let with =
            |password: &str| read_with(name, bytes.clone(), &Ask { part: None, password: Some(password.into()) });
        let asked = read(name, bytes.clone()).unwrap_err();
        assert!(asked.code == NoticeCode::PasswordNeeded && asked.message.contains("Type it"), "{asked}");
        let wrong = with("harbour").unwrap_err();
        assert!(wrong.code == NoticeCode::PasswordNeeded && wrong.message.contains("again"), "{wrong}");
        assert!(text(&with("lighthouse").unwrap()).contains("Ingrid Solheim-Baptiste"), "{name}");
    }
}
