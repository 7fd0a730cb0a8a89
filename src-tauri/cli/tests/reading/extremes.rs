//! The rest of what a file may be made to do, each in the formats that could: bombs, entities, depth, links on the disk,
//! zero bytes, old encodings. Each test says what the person sees.
use std::io::Write;
use std::time::{Duration, Instant};

use encoding_rs::Encoding;
use parallax_engine::model::NoticeCode;
use parallax_engine::open;

use crate::stage::{STORY, archive, problem, read, text};

/// 80 MB of blanks in a stream of a few KB.
fn packed_blanks(first: &str) -> Vec<u8> {
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(first.as_bytes()).unwrap();
    for _ in 0..80 {
        packed.write_all(&[b' '; 1 << 20]).unwrap();
    }
    packed.finish().unwrap()
}

fn epub(chapter: &[u8]) -> Vec<u8> {
    let opf =
        b"<package><manifest><item id='a' href='a.xhtml'/></manifest><spine><itemref idref='a'/></spine></package>";
    archive(&[
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", b"<container><rootfiles><rootfile full-path='book.opf'/></rootfiles></container>"),
        ("book.opf", opf),
        ("a.xhtml", chapter),
    ])
}

fn odt(content: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    zip.start_file("mimetype", stored).unwrap();
    zip.write_all(b"application/vnd.oasis.opendocument.text").unwrap();
    zip.start_file("content.xml", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(content).unwrap();
    zip.finish().unwrap().into_inner()
}

#[test]
fn bombs_of_every_packed_format_are_too_large_or_cut() {
    let blanks = " ".repeat(80 << 20);
    for (name, bytes) in [("bomb.epub", epub(blanks.as_bytes())), ("bomb.odt", odt(blanks.as_bytes()))] {
        assert!(bytes.len() < 1 << 20);
        let problem = problem(name, bytes);
        assert_eq!(problem.code, NoticeCode::TooLarge, "{problem}");
    }
    let stream = packed_blanks("BT /F 12 Tf (The river rose) Tj ET");
    let mut pdf = format!(
        "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n\
         3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>\nendobj\n\
         4 0 obj\n<< /Length {} /Filter /FlateDecode >>\nstream\n",
        stream.len()
    )
    .into_bytes();
    pdf.extend(stream);
    pdf.extend(b"\nendstream\nendobj\ntrailer << /Size 5 /Root 1 0 R >>\n%%EOF\n");
    // Its one line, or a message: never more memory than a child may have.
    if let Err(problem) = read("bomb.pdf", pdf) {
        assert!(problem.message.contains("bomb.pdf"), "{problem}");
    }
}

#[test]
fn an_archive_inside_an_archive_is_not_unpacked() {
    let inner = archive(&[("a.html", &vec![b' '; 60 << 20])]);
    let mut nested = inner;
    for _ in 0..20 {
        nested = archive(&[("a.zip", &nested)]);
    }
    let problem =
        problem("nested.docx", archive(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", &nested)]));
    assert_ne!(problem.code, NoticeCode::ReadingStopped, "{problem}");
}

#[test]
fn entities_are_expanded_in_no_format() {
    let doctype =
        "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY y \"&z;&z;&z;&z;\"><!ENTITY z \"&y;\">]>";
    let chapter =
        format!("{doctype}<html><body><h1>Flood in the town</h1><p>{STORY} &x;&y;</p><p>{STORY}</p></body></html>");
    let content = format!(
        "{doctype}<office:document-content xmlns:office='o' xmlns:text='t'><office:body><office:text><text:p>{STORY} &x;&y;</text:p></office:text></office:body></office:document-content>"
    );
    for (name, bytes) in [("x.epub", epub(chapter.as_bytes())), ("x.odt", odt(content.as_bytes()))] {
        let account = read(name, bytes).unwrap_or_else(|problem| panic!("{problem}"));
        assert!(text(&account).contains(STORY) && !text(&account).contains("root:"), "{name}: {}", text(&account));
    }
}

#[test]
fn depth_in_packed_and_posted_formats_ends_in_time() {
    let begun = Instant::now();
    let deep = |tag: &str| format!("<{tag}>").repeat(200_000);
    let _ = read("deep.epub", epub(format!("<html><body>{}{STORY}", deep("div")).as_bytes()));
    let _ = read("deep.odt", odt(format!("<office:body>{}{STORY}", deep("text:p")).as_bytes()));
    let _ = read("deep.xml", format!("<?xml version=\"1.0\"?><nitf><body.content>{}{STORY}", deep("block")));
    let parts: String =
        (0..5_000).map(|n| format!("Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n")).collect();
    let _ = read(
        "deep.eml",
        format!(
            "From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n{parts}Content-Type: text/plain\r\n\r\n{STORY}"
        ),
    );
    let quoted = format!("# Flood\n\n{} {STORY}\n", ">".repeat(50_000));
    let _ = read("deep.md", quoted);
    assert!(begun.elapsed() < Duration::from_secs(90), "{:?}", begun.elapsed());
}

#[cfg(unix)]
#[test]
fn links_on_the_disk_lead_to_a_file_or_a_message() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    std::fs::write(at("story.txt"), STORY).unwrap();
    symlink(at("story.txt"), at("link.txt")).unwrap();
    symlink(at("loop.txt"), at("loop.txt")).unwrap();
    symlink(folder.path(), at("inside")).unwrap();
    symlink("/dev/zero", at("zero.txt")).unwrap();
    assert_eq!(open::read(&at("link.txt")).unwrap().bytes, STORY.as_bytes());
    for (name, codes) in [
        ("loop.txt", [NoticeCode::NotFound, NoticeCode::Unreadable].as_slice()),
        ("zero.txt", &[NoticeCode::NotAFile]),
        ("inside", &[NoticeCode::NotAFile]),
    ] {
        let problem = open::read(&at(name)).expect_err(name);
        assert!(codes.contains(&problem.code) && problem.message.contains(name), "{problem}");
    }
    // A folder that holds itself is looked into once.
    let files = parallax_reader::files_in(folder.path());
    assert!(files.contains(&at("story.txt")) && files.len() <= 3, "{files:?}");
}

#[test]
fn zero_bytes_in_texts_pages_mails_and_data_are_left_out() {
    let zeroed = STORY.replace("river", "ri\u{0}ver");
    let page = format!("<!doctype html><article><h1>Flood in the town</h1><p>{zeroed}</p><p>{STORY}</p></article>");
    let mail =
        format!("From: a@b.example\r\nSubject: Flood in the town\r\nContent-Type: text/plain\r\n\r\n{zeroed}\r\n");
    let data = format!(
        "{{\"@type\":\"NewsArticle\",\"headline\":\"Flood in the town\",\"articleBody\":\"{}\"}}",
        STORY.replace("river", "ri\\u0000ver")
    );
    let files = [
        ("zero.txt", zeroed.clone()),
        ("zero.md", format!("# Flood\n\n{zeroed}\n")),
        ("zero.html", page),
        ("zero.eml", mail),
        ("zero.json", data),
    ];
    for (name, bytes) in files {
        let account = read(name, bytes).unwrap_or_else(|problem| panic!("{problem}"));
        assert!(text(&account).contains(STORY), "{name}: {}", text(&account));
    }
}

/// Sentences that the encodings can write, one a group.
const GERMAN: &str = "Die Straße zur Mühle blieb gesperrt, weil das Wasser über Nacht gestiegen war, sagte der Bürgermeister am Mittwoch.";
const POLISH: &str = "Rzeka podniosła się w nocy o dwa metry i zalała rynek, powiedział burmistrz; nikt nie został ranny, ale czterdzieści rodzin musiało opuścić domy.";
const RUSSIAN: &str = "Река поднялась за ночь на два метра и затопила рынок, сообщил мэр города; никто не пострадал, но сорок семей покинули дома.";
const GREEK: &str =
    "Το ποτάμι ανέβηκε δύο μέτρα μέσα στη νύχτα και πλημμύρισε την αγορά, είπε ο δήμαρχος· κανείς δεν τραυματίστηκε.";
const TURKISH: &str = "Nehir bir gecede iki metre yükseldi ve pazarı su bastı, dedi belediye başkanı; kimse yaralanmadı, kırk aile evini bıraktı.";
const HEBREW: &str = "הנהר עלה בשני מטרים במהלך הלילה והציף את השוק, אמר ראש העיר; איש לא נפגע.";
const ARABIC: &str = "ارتفع النهر مترين خلال الليل وغمر السوق، قال رئيس البلدية، ولم يصب أحد بأذى.";
const JAPANESE: &str = "川は一晩で二メートル上昇し、市場が浸水したと町長は水曜日に述べた。けが人はいなかった。";
const CHINESE: &str = "河水一夜之间上涨了两米，淹没了市场，镇长星期三说，没有人受伤。";
const KOREAN: &str =
    "강물이 하룻밤 사이에 이 미터 올라 시장이 물에 잠겼다고 시장이 수요일에 말했다. 다친 사람은 없었다.";

#[test]
fn pages_and_texts_in_unicode_and_thirteen_old_encodings_read_alike() {
    let old = [
        ("windows-1252", GERMAN),
        ("iso-8859-15", GERMAN),
        ("windows-1250", POLISH),
        ("iso-8859-2", POLISH),
        ("windows-1251", RUSSIAN),
        ("koi8-r", RUSSIAN),
        ("windows-1253", GREEK),
        ("windows-1254", TURKISH),
        ("windows-1255", HEBREW),
        ("windows-1256", ARABIC),
        ("shift_jis", JAPANESE),
        ("gb18030", CHINESE),
        ("euc-kr", KOREAN),
    ];
    for (label, sentence) in old {
        let encoding = Encoding::for_label(label.as_bytes()).unwrap();
        let page = format!(
            "<!doctype html><html><head><meta charset={label}></head><body><article><h1>1</h1><p>{sentence}</p><p>{sentence} 2.</p></article></body></html>"
        );
        let account = read("old.html", encoding.encode(&page).0.into_owned())
            .unwrap_or_else(|problem| panic!("{label}: {problem}"));
        assert!(text(&account).contains(sentence), "{label}: {}", text(&account));
        // A text does not name its encoding: it is told from enough of its letters.
        let many = format!("{sentence} {sentence} {sentence}");
        let account = read("old.txt", encoding.encode(&many).0.into_owned())
            .unwrap_or_else(|problem| panic!("{label}: {problem}"));
        assert_eq!(text(&account), many, "{label}");
    }
    for sentence in [GERMAN, RUSSIAN, ARABIC, JAPANESE] {
        let marked = format!("\u{FEFF}{sentence}");
        let forms: [Vec<u8>; 4] = [
            marked.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            marked.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            marked.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect(),
            marked.chars().flat_map(|c| u32::from(c).to_be_bytes()).collect(),
        ];
        for bytes in forms {
            assert_eq!(text(&read("wide.txt", bytes).unwrap()), sentence);
        }
    }
}

/// Real pages have thousands of comments; looking for the rest of the page after each of them took seconds.
#[test]
fn a_page_of_comments_is_read_at_once() {
    let page = format!("<html><body>{}<article><p>{STORY}</p></article>", "<!-- --><p></p>".repeat(100_000));
    assert!(text(&read("comments.html", page).unwrap()).contains("forty families"));
}
