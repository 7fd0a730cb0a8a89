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
fn a_page_that_does_not_name_its_outlet_has_that_of_its_address() {
    let of = |head: &str| {
        let page = format!(
            "<html><head>{head}</head><body><article><p>Two people died in the flood, officials said on Monday, \
             and the river was still rising.</p><p>Schools stay closed until Friday.</p></article></body></html>"
        );
        article(&from_bytes("a.html", page.into_bytes()).unwrap()).unwrap().outlet
    };
    let address = r#"<link rel="canonical" href="https://www.lantern.example/news/flood?x=1">"#;
    assert_eq!(of(address).as_deref(), Some("lantern.example"));
    let named = format!(r#"{address}<meta property="og:site_name" content="The Lantern">"#);
    assert_eq!(of(&named).as_deref(), Some("The Lantern"));
    assert_eq!(of(""), None);
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
fn a_date_that_is_printed_beside_the_headline_is_read_where_none_is_marked() {
    let line = "Kabar.example - 11/08/2024, 19:20 WIB";
    let body = "Pemerintah kota menutup jembatan lama di Desa Banyu mulai Senin karena retakan pada tiang kedua.";
    let published =
        |name: &str, code: String| article(&from_bytes(name, code.into_bytes()).unwrap()).unwrap().published;
    let page = |head: &str, line: &str| {
        let paragraphs = format!("<p>{body}</p>").repeat(4);
        let head = format!("<title>Jembatan lama ditutup</title>{head}");
        let text = format!("<h1>Jembatan lama ditutup</h1><div>{line}</div><article>{paragraphs}</article>");
        published("a.html", format!("<html lang=id><head>{head}</head><body>{text}</body></html>"))
    };
    assert_eq!(page("", line).as_deref(), Some("2024-08-11T19:20:00+07:00"));
    assert_eq!(page("<meta name=pubdate content=2024-08-10>", line).as_deref(), Some("2024-08-10"));
    assert_eq!(page("", "Kabar.example"), None);
    let text = |line: &str| published("a.txt", format!("Jembatan lama ditutup\n\n{line}\n\n{body}\n\n{body} Lagi.\n"));
    assert_eq!(text(line).as_deref(), Some("2024-08-11T19:20:00+07:00"));
    assert_eq!(text("Oleh Dewi Lestari"), None);
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

/// What was read, as a person would write it down.
fn written(read: &Result<Extract, Problem>) -> String {
    let read = match read {
        Ok(read) => read,
        Err(problem) => return format!("problem: {:?}\n{}\n", problem.code, problem.message),
    };
    let or_none = |field: &Option<String>| field.clone().unwrap_or_else(|| "(none)".to_owned());
    let language = read.language.map_or("(none)".to_owned(), |language| language.code().to_owned());
    format!(
        "title: {}\nbyline: {}\noutlet: {}\npublished: {}\nupdated: {}\nsection: {}\n\
         canonical: {}\nplace: {}\nagency: {}\nonly a beginning: {}\nlanguage: {language}\nheadline first: {}\n\n{}\n",
        or_none(&read.title),
        or_none(&read.byline),
        or_none(&read.outlet),
        or_none(&read.published),
        or_none(&read.updated),
        or_none(&read.section),
        or_none(&read.canonical),
        or_none(&read.place),
        or_none(&read.agency),
        read.partial,
        read.headline,
        read.paragraphs.join("\n\n")
    )
}

/// `tests/cases/extract/NN-name/`: a page and what is read from it. `EXPECT=write` writes the second anew, to be read
/// by a person before it is committed.
#[test]
fn cases_are_read_as_written_down() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases/extract");
    let mut cases: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(cases.len() >= 10, "the cases are there");
    for case in cases {
        let source = crate::open::read(&case.join("input.html")).unwrap();
        let read = written(&article(&source));
        let expected = case.join("expected.txt");
        if std::env::var("EXPECT").is_ok_and(|how| how == "write") {
            std::fs::write(&expected, &read).unwrap();
        }
        assert_eq!(read, std::fs::read_to_string(&expected).unwrap(), "{}", case.display());
    }
}

fn page(body: &str) -> String {
    format!("<!doctype html><html><head><title>Flood</title></head><body><article>{body}</article></body></html>")
}

const PROSE: &str = "<p>Two people died when the river rose on Monday, the police of the town said in a statement.</p>\
    <p>The water came at night, and many of the people who live by the river had no time to leave their houses.</p>\
    <p>Helpers brought blankets, food and water, and the school on the hill was opened for those without a home.</p>\
    <p>The mayor said that the bridge will stay closed for at least two weeks, until the engineers have looked at it.</p>\
    <p>More rain is expected on Friday, but the weather service does not think that the river will rise as high again.</p>";

#[test]
fn a_page_in_an_old_encoding_is_read() {
    let text = page(&PROSE.replace("The mayor", "The mayor of Ca\u{f1}\u{f3}n"))
        .replace("<head>", "<head><meta charset=iso-8859-1>");
    let latin: Vec<u8> = text.chars().map(|c| c as u8).collect();
    let utf16: Vec<u8> = format!("\u{FEFF}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [latin, utf16] {
        let read = article(&from_bytes("old.html", bytes).unwrap()).unwrap();
        assert!(
            read.paragraphs.iter().any(|p| p.starts_with("The mayor of Ca\u{f1}\u{f3}n said")),
            "{:?}",
            read.paragraphs
        );
        assert!(!read.replaced);
    }
}

#[test]
fn scripts_and_handlers_never_reach_the_text() {
    let hostile = "<script>alert('one')</script><img src=x onerror=\"alert('two')\"><style>p{color:red}</style>\
        <svg><script>alert('three')</script></svg><p onclick=\"alert('four')\">The <b>council</b> met &lt;b&gt;twice&lt;/b&gt; &amp; voted on the plan, it said.</p>\
        <SCRIPT\n>alert('five')</script ><noscript>six</noscript><template>seven</template><!-- eight -->";
    let read = article(&pasted("a.html", &page(&format!("{hostile}{PROSE}")))).unwrap();
    let text = read.paragraphs.join("\n");
    assert!(text.contains("The council met <b>twice</b> & voted on the plan, it said."), "{text}");
    for word in ["alert", "color", "onerror", "six", "seven", "eight", "script"] {
        assert!(!text.contains(word), "{word}: {text}");
    }
}

#[test]
fn pages_made_to_harm_a_parser_end_well() {
    let many = |piece: &str, times: usize| piece.repeat(times);
    let attributes: String = (0..15_000).map(|at| format!(" a{at}=1")).collect();
    let fonts: String = (0..3_000).map(|at| format!("<font size={at}>")).collect();
    let pages = [
        many("<div>", 50_000),
        many("<svg><tr>", 15_000),
        many("<table><td>", 15_000),
        many("<ul><li>", 15_000),
        many("<blockquote><p>", 15_000),
        many("<a href=x>", 15_000),
        many("<option><rp>", 15_000),
        format!("<div{attributes}>"),
        format!("{fonts}{}", many("<p>x", 3_000)),
        many("<", 50_000),
        many("<!--", 50_000),
        many("<template>", 15_000),
        many("<p>x", 10_000),
        many("</div>", 50_000),
        many("<div class='", 10_000),
        many("&#x1F600", 10_000),
    ];
    for hostile in pages {
        let _ = article(&pasted("hostile.html", &format!("<html>{hostile}")));
        // What stands before the harm is still read.
        let read = article(&pasted("hostile.html", &format!("{}{hostile}", page(PROSE)))).unwrap();
        assert!(read.paragraphs.iter().any(|p| p.starts_with("Two people died")), "{:.40}", hostile);
    }
}

#[test]
fn json_ld_that_is_broken_or_deep_is_left_aside() {
    let deep = format!("{}{}", "[".repeat(50_000), "]".repeat(50_000));
    for script in ["{", "{\"@type\": \"NewsArticle\", ", "null", "[]", deep.as_str()] {
        let code =
            page(PROSE).replace("</head>", &format!("<script type=application/ld+json>{script}</script></head>"));
        assert!(article(&pasted("a.html", &code)).is_ok());
    }
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

/// The beginning of a story and what a wall below it says, in the languages of the sites.
const STUBS: [(&str, &str, &str); 8] = [
    ("en", "The weir above the town was opened on Friday.", "Subscribe to keep reading"),
    ("id", "Bendung di atas kota dibuka pada hari Jumat.", "Konten khusus pelanggan. Masuk untuk melanjutkan."),
    ("de", "Das Wehr über der Stadt wurde am Freitag geöffnet.", "Jetzt abonnieren und weiterlesen"),
    ("fr", "Le barrage a été ouvert vendredi au-dessus de la ville.", "Il vous reste 80 % de cet article à lire."),
    ("es", "La presa se abrió el viernes encima de la ciudad.", "Suscríbete para continuar leyendo"),
    ("it", "La diga sopra la città è stata aperta venerdì.", "Contenuto riservato agli abbonati"),
    ("pt", "A barragem foi aberta na sexta-feira acima da cidade.", "Assine para continuar lendo"),
    ("nl", "De stuw boven de stad is vrijdag geopend.", "Abonneer u om verder te lezen"),
];

#[test]
fn a_beginning_before_a_wall_is_known_in_many_languages() {
    for (language, first, wall) in STUBS {
        let text = format!("{first} {first}").repeat(2);
        let page = |free: &str, body: &str| {
            let page = format!(
                "<html lang={language}><head><title>Weir</title><script type='application/ld+json'>{{\"@type\": \
                 \"NewsArticle\", \"headline\": \"Weir\"{free}}}</script></head><body><article><h1>Weir</h1><p>{body}</p>\
                 <div class=offer><p>{wall}</p></div></article></body></html>"
            );
            article(&from_bytes("a.html", page.into_bytes()).unwrap()).unwrap()
        };
        let read = page("", &text);
        assert!(read.partial, "{language}");
        assert!(!read.paragraphs.iter().any(|paragraph| paragraph == wall), "{language}: {:?}", read.paragraphs);
        // A longer beginning, below which the wall stands; the same wall in the code of a page that is free.
        let longer = (1..=4).map(|n| format!("{n} {text} {n}.")).collect::<Vec<_>>().join("</p><p>");
        assert!(page(", \"isAccessibleForFree\": false", &longer).partial, "{language}");
        assert!(!page(", \"isAccessibleForFree\": true", &longer).partial, "{language}");
        let pasted = of_text(&format!("{text}\n\n{wall}\n"));
        assert!(pasted.partial && pasted.paragraphs.len() == 2, "{language}");
        assert!(!of_text(&format!("{text}\n\n{first}\n")).partial, "{language}");
    }
}

#[test]
fn a_time_beside_the_headline_of_a_printed_page_is_its_time_of_publication() {
    let published = |before: usize| {
        let paragraphs =
            vec!["River rises by two metres".to_owned(), "The river rose by two metres in one night, and four hundred people had to leave their homes before the morning.".to_owned()];
        let left_out = vec![LeftOut { before, text: "Wednesday, 18 June 2025 07:30".to_owned() }];
        document("river.pdf", Extract { paragraphs, left_out, ..Extract::default() }).unwrap().published
    };
    assert_eq!(published(1).as_deref(), Some("2025-06-18T07:30:00"));
    assert_eq!(published(2), None, "the foot of the page says when it was printed");
}
