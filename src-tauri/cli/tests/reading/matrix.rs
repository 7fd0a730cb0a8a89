//! One article in every format, each written by a real program (scripts/make-format-matrix), is one and the same text.
use parallax_engine::compare::{Likeness, duplicates};
use parallax_engine::model::{Format, NoticeCode};
use parallax_reader::Ask;

use crate::stage::{STORY, archive, articles, fixture, read, read_with, text};

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
    let printed = of("article.site.pdf");
    assert_eq!(printed.published.as_deref(), Some("2025-06-18T07:30:00"), "as the page prints it");
    assert_eq!(printed.byline.as_deref(), Some("Sample Writer"));
    assert_eq!(printed.outlet.as_deref(), Some("The Lantern Post (sample)"));
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

#[test]
fn news_data_says_when_it_was_changed_and_when_it_is_only_a_beginning() {
    let json = |more: &str| {
        format!(
            r#"{{"@type": "NewsArticle", "headline": "The Weir Is Open", "articleSection": "Valley", "url": "https://a.example/weir", "datePublished": "2026-03-02T09:00:00+01:00", "dateModified": "2026-03-02T12:00:00+01:00", "articleBody": "{STORY}{more}"}}"#
        )
    };
    let whole = read("a.json", json("")).unwrap().extract;
    assert_eq!(whole.updated.as_deref(), Some("2026-03-02T12:00:00+01:00"));
    assert_eq!(
        (whole.section.as_deref(), whole.canonical.as_deref()),
        (Some("Valley"), Some("https://a.example/weir"))
    );
    assert!(!whole.partial);
    assert!(read("a.json", json(" Two of them… [+2123 chars]")).unwrap().extract.partial);
    let nitf = format!(
        "<?xml version='1.0'?><nitf><head><title>WEIR</title></head><body><body.head><hedline><hl1>The Weir Is Open</hl1>\
         </hedline><byline>By Ada Brandt</byline><distributor>Agency X</distributor></body.head><body.content><p>{STORY}</p>\
         </body.content></body></nitf>"
    );
    let nitf = read("a.nitf", nitf).unwrap().extract;
    assert_eq!(nitf.title.as_deref(), Some("The Weir Is Open"));
    assert_eq!((nitf.byline.as_deref(), nitf.outlet.as_deref()), (Some("Ada Brandt"), Some("Agency X")));
}

#[test]
fn a_web_archive_offers_the_pages_it_lists() {
    let page = |title: &str| {
        format!(
            "<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{STORY}</p><p>{STORY} They came home on Friday.</p></article></body></html>{}",
            " ".repeat(300)
        )
    };
    let record = |address: &str, page: &str| {
        let answer = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}");
        format!(
            "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nContent-Length: {}\r\n\r\n{answer}\r\n\r\n",
            answer.len()
        )
    };
    let records =
        record("https://a.example/weir", &page("The Weir Is Open")) + &record("https://ads.example/", &page("Buy now"));
    let packed = |list: &str| {
        archive(&[
            ("datapackage.json", b"{}"),
            ("pages/pages.jsonl", list.as_bytes()),
            ("archive/data.warc", records.as_bytes()),
        ])
    };
    let listed =
        read("a.wacz", packed("{\"format\": \"json-pages-1.0\"}\n{\"url\": \"https://a.example/weir\"}\n")).unwrap();
    assert_eq!(listed.extract.title.as_deref(), Some("The Weir Is Open"));
    assert_eq!(read("a.wacz", packed("")).unwrap_err().code, NoticeCode::SeveralArticles);
}

#[test]
fn a_mail_that_was_sent_on_is_the_mail_inside() {
    let mail = format!(
        "From: Jon <jon@b.example>\r\nSubject: Fwd: The Weir\r\nDate: Tue, 03 Mar 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\n\
         Content-Type: text/plain; charset=utf-8\r\n\r\nLook at this.\r\n\r\n---------- Forwarded message ---------\r\n\
         From: Lanternpost <news@a.example>\r\nSubject: The Weir Is Open\r\nTo: <jon@b.example>\r\n\r\n{STORY}\r\n"
    );
    let read = read("a.eml", mail).unwrap().extract;
    assert_eq!((read.title.as_deref(), read.outlet.as_deref()), (Some("The Weir Is Open"), Some("Lanternpost")));
    assert_eq!((read.paragraphs.len(), read.published), (1, None));
    assert_eq!(read.left_out.first().map(|left| left.text.as_str()), Some("Look at this."));
}
