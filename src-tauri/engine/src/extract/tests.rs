//! Cases as files, and what must hold for any bytes.
#![allow(clippy::unwrap_used)]
use proptest::prelude::*;

use super::*;
use crate::model::NoticeCode;
use crate::open::{from_bytes, pasted};

fn of_text(text: &str) -> Extract {
    article(&pasted("a.txt", text)).unwrap()
}

fn of_markdown(text: &str) -> Extract {
    article(&from_bytes("a.md", text.as_bytes().to_vec()).unwrap()).unwrap()
}

#[test]
fn paragraphs_of_a_text_are_parted_by_blank_lines() {
    let read =
        of_text("\r\n  One line\r\nand another.  \r\n \t\r\n\r\nAdvertisement\r\n\r\nBaca  juga: x\r\rLast.\r\n");
    assert_eq!(read.paragraphs, ["One line and another.", "Advertisement", "Baca  juga: x", "Last."]);
}

#[test]
fn a_text_without_a_blank_line_is_parted_by_line_ends() {
    assert_eq!(of_text("One.\nTwo. \n Three.").paragraphs, ["One.", "Two.", "Three."]);
}

#[test]
fn a_clear_headline_of_a_text_is_known() {
    let body = "Two people died when the river rose on Monday, the police said.";
    let read = of_text(&format!("Two Dead in Flood\n\n{body}\n"));
    assert_eq!((read.headline, read.title.as_deref()), (true, Some("Two Dead in Flood")));
    for first in
        ["Two people died in a flood.", "Rabu, 18 Jun 2025 15:24 WIB", "two dead in flood", "Flood", "He said:"]
    {
        let read = of_text(&format!("{first}\n\n{body}\n"));
        assert_eq!((read.headline, read.title), (false, None), "{first}");
        assert_eq!(read.paragraphs, [first, body]);
    }
    assert!(!of_text("Two Dead in Flood").headline);
}

#[test]
fn an_outlet_in_the_dateline_is_read_and_left_in_place() {
    let read =
        of_text("Dua Orang Tewas Akibat Banjir\n\nLensa.co, Bandung - Dua orang tewas akibat banjir pada Senin.");
    assert_eq!(read.outlet.as_deref(), Some("Lensa.co"));
    assert!(read.paragraphs.iter().any(|paragraph| paragraph.starts_with("Lensa.co, Bandung - Dua")));
}

#[test]
fn markdown_blocks_are_paragraphs() {
    let read = of_markdown(
        "---\ntitle: Flood\nauthor: Ana\nsource: The Lantern\ndate: 2025-06-18\nlang: en-GB\n---\nBy Ana\n\n# Two *dead* in flood\n\n\
         The river [rose](http://x.example) ![a picture](x.png)\non Monday.\n\n- one\n- two **bold**\n\n> Quoted & said.\n\n\
         ```\ncode\n```\n\n    An indented paragraph.\n\n<script>alert(1)</script>\n\nInline <script>alert(2)</script>end.",
    );
    let expected = [
        "Two dead in flood",
        "By Ana",
        "The river rose on Monday.",
        "one",
        "two bold",
        "Quoted & said.",
        "An indented paragraph.",
        "Inline end.",
    ];
    assert_eq!(read.paragraphs, expected);
    assert_eq!((read.title.as_deref(), read.byline.as_deref()), (Some("Flood"), Some("Ana")));
    assert_eq!((read.outlet.as_deref(), read.published.as_deref()), (Some("The Lantern"), Some("2025-06-18")));
    assert_eq!((read.language, read.headline), (Some(Language::ENGLISH), true));
}

#[test]
fn a_page_without_an_article_is_empty() {
    let source =
        from_bytes("menu.html", b"<html><title>Menu</title><nav><a href=x>Home</a></nav></html>".to_vec()).unwrap();
    let problem = article(&source).unwrap_err();
    assert!(problem.code == NoticeCode::Empty && problem.message.contains("menu.html"), "{problem:?}");
}

#[test]
fn damaged_text_is_read_and_reported() {
    let source = from_bytes("a.txt", b"The river \xFF\xFE rose on Monday, and two people died.".to_vec()).unwrap();
    let read = article(&source).unwrap();
    assert!(read.replaced && read.paragraphs.first().unwrap().contains("\u{FFFD}"));
}

proptest! {
    #[test]
    fn any_bytes_of_any_format_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600), name in "a\\.(txt|md|html)") {
        if let Ok(source) = from_bytes(&name, bytes) {
            let _ = article(&source);
        }
    }

    #[test]
    fn any_tags_never_panic(pieces in proptest::collection::vec("</?(p|div|table|td|a|svg|script|li|h1|select|b)( class=\"?x'?)?>?|[a-z .]{1,30}|<!--|-->|&#x?[0-9a-f]{1,7};?", 0..60)) {
        let source = pasted("a.html", &format!("<html>{}", pieces.concat()));
        let _ = article(&source);
    }
}
