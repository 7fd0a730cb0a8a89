//! Files made to harm: each test says what the person sees.
use std::time::{Duration, Instant};

use parallax_engine::model::NoticeCode;

use crate::stage::{STORY, archive, articles, fixture, problem, read, text, word, word_of};

fn paragraph(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

#[test]
fn a_zip_bomb_is_too_large() {
    let bomb = word_of(&format!("<w:document>{}", " ".repeat(80 << 20)));
    assert!(bomb.len() < 1 << 20);
    let problem = problem("bomb.docx", bomb);
    assert!(problem.code == NoticeCode::TooLarge && problem.message.contains("unpacked"), "{problem}");
}

#[test]
fn a_packed_bomb_in_a_web_archive_is_too_large() {
    use std::io::Write;
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(b"WARC/1.0\r\n").unwrap();
    for _ in 0..80 {
        packed.write_all(&[b' '; 1 << 20]).unwrap();
    }
    assert_eq!(problem("bomb.warc.gz", packed.finish().unwrap()).code, NoticeCode::TooLarge);
}

#[test]
fn billion_laughs_stay_one() {
    let mut entities = String::from("<!ENTITY l0 \"ha\">");
    for n in 1..30 {
        entities += &format!("<!ENTITY l{n} \"{}\">", format!("&l{};", n - 1).repeat(10));
    }
    let xml = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE nitf [{entities}]><nitf><body><body.head><hedline><hl1>Flood in the town</hl1></hedline>\
         </body.head><body.content><p>{STORY} &l29;</p></body.content></body></nitf>"
    );
    let account = read("laughs.xml", xml).unwrap();
    assert_eq!(account.extract.paragraphs, ["Flood in the town", STORY]);
}

#[test]
fn an_entity_of_another_file_is_not_loaded() {
    let xml = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE nitf [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><nitf><body><body.content>\
         <p>{STORY} &x;</p></body.content></body></nitf>"
    );
    assert_eq!(text(&read("entity.xml", xml).unwrap()), STORY);
    let main = format!("<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d><p><t>{STORY} &x;</t></p></d>");
    assert_eq!(text(&read("entity.docx", word_of(&main)).unwrap()), STORY);
}

#[test]
fn deep_nesting_is_read_or_refused_in_time() {
    let begun = Instant::now();
    let html = format!("<!doctype html>{}<p>{STORY}</p>", "<div>".repeat(1_000_000));
    let _ = read("deep.html", html);
    let json = problem("deep.json", "[".repeat(2_000_000));
    assert_eq!(json.code, NoticeCode::Unreadable);
    let object = format!("{}\"headline\"", "{\"a\":".repeat(1_000_000));
    assert_eq!(problem("deep.json", object).code, NoticeCode::Unreadable);
    let _ = read("deep.rtf", format!("{{\\rtf1 {}{STORY}", "{".repeat(1_000_000)));
    let _ = read("deep.docx", word(&"<w:p>".repeat(500_000)));
    let _ = read("deep.pdf", pdf(&format!("<< /Type /Catalog /Pages {} 2 0 R >>", "[".repeat(100_000)), &[]));
    assert!(begun.elapsed() < Duration::from_secs(60), "{:?}", begun.elapsed());
}

/// A PDF file of these objects, numbered from 1; the first is its catalogue.
fn pdf(catalogue: &str, others: &[String]) -> Vec<u8> {
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in std::iter::once(catalogue).chain(others.iter().map(String::as_str)).enumerate() {
        places.push(file.len());
        file.extend(format!("{} 0 obj\n{object}\nendobj\n", at + 1).bytes());
    }
    let table = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).bytes());
    for place in &places {
        file.extend(format!("{place:010} 00000 n \n").bytes());
    }
    file.extend(format!("trailer << /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n", places.len() + 1).bytes());
    file
}

#[test]
fn ten_thousand_pages_are_too_many() {
    let kids: Vec<String> = (0..10_000).map(|n| format!("{} 0 R", n + 3)).collect();
    let mut objects = vec![format!("<< /Type /Pages /Count 10000 /Kids [{}] >>", kids.join(" "))];
    objects.extend((0..10_000).map(|_| "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>".to_owned()));
    let problem = problem("phone-book.pdf", pdf("<< /Type /Catalog /Pages 2 0 R >>", &objects));
    assert!(problem.code == NoticeCode::TooLarge && problem.message.contains("10000 pages"), "{problem}");
}

#[test]
fn a_pdf_that_turns_in_circles_is_a_message() {
    let begun = Instant::now();
    let tree = vec!["<< /Type /Pages /Count 1 /Kids [2 0 R 2 0 R] /Parent 2 0 R >>".to_owned()];
    problem("tree.pdf", pdf("<< /Type /Catalog /Pages 2 0 R >>", &tree));
    let form = "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 4 0 R >> >> /Length 10 >>\nstream\n/F Do /F Do\nendstream";
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject << /F 4 0 R >> >> >>";
    let objects = ["<< /Type /Pages /Count 1 /Kids [3 0 R] >>", page, form].map(str::to_owned);
    problem("form.pdf", pdf("<< /Type /Catalog /Pages 2 0 R >>", &objects));
    let itself = vec!["2 0 R".to_owned()];
    problem("self.pdf", pdf("<< /Type /Catalog /Pages 2 0 R >>", &itself));
    let table =
        b"%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer << /Size 1 /Prev 9 /Root 1 0 R >>\nstartxref\n9\n%%EOF";
    problem("table.pdf", table);
    assert!(begun.elapsed() < Duration::from_secs(40), "{:?}", begun.elapsed());
}

#[test]
fn a_polyglot_is_what_it_begins_as() {
    let page = format!("<!doctype html><article><h1>Flood in the town</h1><p>{STORY}</p><p>{STORY}</p></article>");
    let account = read("both.pdf", [page.as_bytes(), &fixture("article.chromium.pdf")[..400]].concat()).unwrap();
    assert!(text(&account).contains("The river rose"));
    let document = [fixture("article.chromium.pdf"), word(&paragraph("Another text altogether."))].concat();
    assert!(text(&read("both.docx", document).unwrap()).contains("Ingrid Solheim-Baptiste"));
    let picture = [b"GIF89a\0\0\0\0\0\0\0\0".as_slice(), page.as_bytes()].concat();
    let _ = read("both.gif", picture);
}

#[test]
fn names_that_climb_out_of_an_archive_are_only_names() {
    let body = format!("<w:document>{}</w:document>", paragraph(STORY));
    let files: [(&str, &[u8]); 4] = [
        ("../../../../tmp/parallax-climbed", b"x"),
        ("/tmp/parallax-climbed", b"x"),
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", body.as_bytes()),
    ];
    assert_eq!(text(&read("climb.docx", archive(&files)).unwrap()), STORY);
    assert!(!std::path::Path::new("/tmp/parallax-climbed").exists());
    let opf = b"<package><manifest><item id='a' href='../../../../../../etc/passwd'/></manifest><spine><itemref idref='a'/></spine></package>";
    let files: [(&str, &[u8]); 3] = [
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", b"<container><rootfiles><rootfile full-path='x/book.opf'/></rootfiles></container>"),
        ("x/book.opf", opf),
    ];
    assert_eq!(problem("climb.epub", archive(&files)).code, NoticeCode::Empty);
}

#[test]
fn a_link_inside_an_archive_leads_nowhere() {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.add_symlink("word/document.xml", "/etc/passwd", zip::write::SimpleFileOptions::default()).unwrap();
    let bytes = zip.finish().unwrap().into_inner();
    let problem = problem("link.docx", [bytes, b"[Content_Types].xml".to_vec()].concat());
    assert!(!problem.message.contains("root:"), "{problem}");
}

#[test]
fn huge_pictures_are_passed_over() {
    let picture = vec![7u8; 19 << 20];
    let body = format!("<w:document>{}</w:document>", paragraph(STORY));
    let files: [(&str, &[u8]); 3] = [
        ("[Content_Types].xml", b"<Types/>"),
        ("word/media/image1.png", &picture),
        ("word/document.xml", body.as_bytes()),
    ];
    assert_eq!(text(&read("picture.docx", archive(&files)).unwrap()), STORY);
    let mail = format!(
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\nSnapshot-Content-Location: https://a.example/\r\n\r\n\
         --x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\
         <article><h1>Flood in the town</h1><p>{STORY}</p><p>{STORY}</p></article>\r\n--x--\r\n",
        "QUJD".repeat(4 << 20)
    );
    assert!(text(&read("picture.mhtml", mail).unwrap()).contains("The river rose"));
    let page = format!(
        "<!doctype html><article><h1>Flood in the town</h1><img src=\"data:image/png;base64,{}\"><p>{STORY}</p><p>{STORY}</p></article>",
        "A".repeat(15 << 20)
    );
    assert!(text(&read("picture.html", page).unwrap()).contains("The river rose"));
}

#[test]
fn a_wrong_ending_does_not_matter() {
    for name in articles().iter().filter(|name| !name.ends_with(".txt")) {
        for ending in ["txt", "pdf", "html"] {
            let wrong = format!("file.{ending}");
            let account = read(&wrong, fixture(name)).unwrap_or_else(|problem| panic!("{name}: {problem}"));
            assert!(text(&account).contains("Ingrid Solheim-Baptiste"), "{name} as {wrong}");
        }
    }
}

#[test]
fn half_a_file_is_half_an_article_or_a_message() {
    for name in articles() {
        let whole = fixture(&name);
        for part in [whole.len() / 2, whole.len() / 10, 20] {
            if let Err(problem) = read(&name, &whole[..part]) {
                assert!(problem.message.contains(&name), "{problem}");
                assert_ne!(problem.code, NoticeCode::ReadingStopped, "{problem}");
            }
        }
    }
}

#[test]
fn nothing_in_a_document_is_empty() {
    assert_eq!(problem("empty.docx", word("<w:p/><w:p><w:r><w:t> </w:t></w:r></w:p>")).code, NoticeCode::Empty);
    assert_eq!(problem("empty.rtf", "{\\rtf1 }").code, NoticeCode::Empty);
    assert_eq!(problem("empty.json", "{}").code, NoticeCode::Empty);
    assert_eq!(problem("none.eml", "From: a@b.example\r\nDate: x\r\nSubject: y\r\n\r\n").code, NoticeCode::Empty);
    assert_eq!(problem("none.pdf", "").code, NoticeCode::Empty);
}

#[test]
fn a_scan_says_that_it_is_one() {
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>".to_owned();
    let objects = ["<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_owned(), page];
    let problem = problem("scan.pdf", pdf("<< /Type /Catalog /Pages 2 0 R >>", &objects));
    assert!(problem.code == NoticeCode::Unreadable && problem.message.contains("pictures"), "{problem}");
}

#[test]
fn zero_bytes_are_left_out() {
    let body = paragraph(&STORY.replace("river", "ri\u{0}ver"));
    assert_eq!(text(&read("zero.docx", word(&body)).unwrap()), STORY);
    let rtf = format!("{{\\rtf1 {}\\par}}", STORY.replace("river", "ri\\'00ver"));
    assert_eq!(text(&read("zero.rtf", rtf).unwrap()), STORY);
}
