//! Every bad input of the list that people and testers try, and the formats by content and name.
#![allow(clippy::unwrap_used)]
use std::path::{Path, PathBuf};

use proptest::prelude::*;

use super::*;
use crate::model::NoticeCode;

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn written(folder: &tempfile::TempDir, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

fn problem(path: &Path) -> Problem {
    let problem = read(path).unwrap_err();
    let name = path.file_name().unwrap().to_string_lossy();
    assert!(problem.message.contains(&*name), "the message names the file: {}", problem.message);
    problem
}

fn format_of(name: &str, bytes: &[u8]) -> Format {
    from_bytes(name, bytes.to_vec()).unwrap().format
}

fn code_of(name: &str, bytes: &[u8]) -> NoticeCode {
    from_bytes(name, bytes.to_vec()).unwrap_err().code
}

#[test]
fn a_file_is_read_with_its_digest() {
    let folder = folder();
    let source = read(&written(&folder, "a.txt", b"abc")).unwrap();
    assert_eq!(
        (source.file.as_str(), source.format, source.bytes.as_slice()),
        ("a.txt", Format::Text, b"abc".as_slice())
    );
    assert_eq!(source.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

#[test]
fn a_file_deleted_after_it_was_chosen_is_not_found() {
    let folder = folder();
    let path = written(&folder, "gone.txt", b"Text.");
    std::fs::remove_file(&path).unwrap();
    assert_eq!(problem(&path).code, NoticeCode::NotFound);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_named_as_one() {
    let folder = folder();
    let path = folder.path().join("link.txt");
    std::os::unix::fs::symlink(folder.path().join("nowhere.txt"), &path).unwrap();
    let problem = problem(&path);
    assert!(problem.code == NoticeCode::NotFound && problem.message.contains("link"), "{problem:?}");
    let circle = folder.path().join("circle.txt");
    std::os::unix::fs::symlink(&circle, &circle).unwrap();
    assert_eq!(read(&circle).unwrap_err().code, NoticeCode::NotFound);
}

#[test]
fn a_folder_is_no_file() {
    let folder = folder();
    let path = folder.path().join("articles.html");
    std::fs::create_dir(&path).unwrap();
    assert_eq!(problem(&path).code, NoticeCode::NotAFile);
    assert_eq!(read(Path::new("/")).unwrap_err().code, NoticeCode::NotAFile);
}

#[cfg(unix)]
#[test]
fn a_pipe_or_device_neither_blocks_nor_fills_the_memory() {
    let folder = folder();
    let pipe = folder.path().join("pipe.txt");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    assert_eq!(problem(&pipe).code, NoticeCode::NotAFile);
    assert_eq!(problem(Path::new("/dev/zero")).code, NoticeCode::NotAFile);
    // Also when the pipe takes the place of a file after that was looked at.
    assert!(without_blocking(&pipe).is_ok());
}

#[cfg(unix)]
#[test]
fn permissions_are_respected() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let path = written(&folder, "secret.txt", b"Text.");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
    // The superuser may read everything, so there the message itself is tested.
    let denied = std::io::Error::from(std::io::ErrorKind::PermissionDenied);
    let problem = read(&path).err().unwrap_or_else(|| Problem::from_io("secret.txt", &denied));
    assert!(problem.code == NoticeCode::NotPermitted && problem.message.contains("secret.txt"), "{problem:?}");
}

#[test]
fn two_hundred_megabytes_are_refused_without_being_read() {
    let folder = folder();
    let path = folder.path().join("huge.txt");
    std::fs::File::create(&path).unwrap().set_len(200 << 20).unwrap();
    let problem = problem(&path);
    assert!(problem.code == NoticeCode::TooLarge && problem.message.contains("200 MB"), "{problem:?}");
    assert_eq!(code_of("paste.txt", &vec![b'a'; LARGEST_FILE as usize + 1]), NoticeCode::TooLarge);
}

#[test]
fn nothing_and_white_space_are_empty() {
    let folder = folder();
    assert_eq!(problem(&written(&folder, "none.txt", b"")).code, NoticeCode::Empty);
    assert_eq!(code_of("a.html", b" \r\n\t\n"), NoticeCode::Empty);
    assert_eq!(code_of("a.txt", b"\xEF\xBB\xBF  \n"), NoticeCode::Empty);
    assert_eq!(code_of("a.txt", &vec![b' '; 100_000]), NoticeCode::Empty);
}

#[test]
fn a_binary_file_renamed_is_not_text() {
    let mut noise = 1u32;
    let bytes: Vec<u8> = std::iter::repeat_with(|| {
        noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (noise >> 24) as u8
    })
    .take(5000)
    .collect();
    assert_eq!(code_of("noise.txt", &bytes), NoticeCode::NotText);
    let program = [b"\x7FELF\x02\x01\x01".as_slice(), &[0; 500]].concat();
    assert_eq!(code_of("program.txt", &program), NoticeCode::NotText);
    assert_eq!(code_of("zeros.txt", &[0; 4096]), NoticeCode::NotText);
}

#[test]
fn documents_are_known_by_their_content() {
    let mhtml = b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n";
    let mail = b"Received: from a\r\nFrom: a@b.example\r\nTo: c@d.example\r\nSubject: News\r\nDate: x\r\n\r\nText.";
    let cases: [(&str, &[u8], Format); 17] = [
        ("a.pdf", b"%PDF-1.7\n1 0 obj", Format::Pdf),
        ("a.txt", b"%PDF-1.7\n1 0 obj", Format::Pdf),
        ("a.txt", b"PK\x03\x04\x14\0\x06\0word/document.xml", Format::Docx),
        ("a.zip", b"PK\x03\x04\x14\0\0\0mimetypeapplication/vnd.oasis.opendocument.text", Format::Odt),
        ("a", b"PK\x03\x04\x14\0\0\0mimetypeapplication/epub+zip", Format::Epub),
        ("a.doc", b"{\\rtf1\\ansi Text.}", Format::Rtf),
        ("a.html", mhtml, Format::Mhtml),
        ("a.txt", mail, Format::Mail),
        ("a", b"From me@a.example Mon Jun 16 10:00:00 2025\nFrom: me\nDate: x\nSubject: y\n\nText.", Format::Mail),
        ("a.txt", b"bplist00\xD1\x01\x02_\x10\x0FWebMainResource", Format::Webarchive),
        ("a.txt", b"WARC/1.1\r\nWARC-Type: warcinfo\r\n\r\n", Format::Warc),
        ("a.warc.gz", b"\x1F\x8B\x08\0", Format::Warc),
        ("a.txt", b"{\"@context\": \"https://schema.org\", \"@type\": \"NewsArticle\"}", Format::Json),
        ("a.json", b" [ {\"text\": 1}]", Format::Json),
        ("a.xml", b"<?xml version='1.0'?>\n<!-- x -->\n<nitf><body/></nitf>", Format::Xml),
        ("a.txt", b"<?xml version='1.0'?><!DOCTYPE nitf [<!ENTITY a 'b'>]><nitf/>", Format::Xml),
        (
            "a",
            &[b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"].concat(),
            Format::Doc,
        ),
    ];
    for (name, bytes, format) in cases {
        assert_eq!(format_of(name, bytes), format, "{name} {:?}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn kinds_without_an_article_are_named() {
    let cases: [(&str, &[u8], &str); 4] = [
        ("a.txt", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "picture"),
        ("a.docx", b"PK\x03\x04\x14\0\0\0[Content_Types].xml xl/workbook.xml", "Excel"),
        ("a.zip", b"PK\x03\x04\x14\0\0\0holiday/beach.jpg", "unpack"),
        ("a.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1B\0o\0o\0k\0", "old Office"),
    ];
    for (name, bytes, what) in cases {
        let problem = from_bytes(name, bytes.to_vec()).unwrap_err();
        assert_eq!(problem.code, NoticeCode::NotText);
        assert!(problem.message.contains(what) && problem.message.contains("save"), "{}", problem.message);
    }
}

#[test]
fn a_link_has_no_text_and_the_message_says_how_to_save_the_page() {
    let plist = b"<?xml version=\"1.0\"?>\n<plist version=\"1.0\"><dict><key>URL</key><string>https://a.example/x</string></dict></plist>";
    let cases: [(&str, &[u8]); 5] = [
        ("a.url", b"[InternetShortcut]\r\nURL=https://a.example/x\r\n"),
        ("a.desktop", b"[Desktop Entry]\nType=Link\nName=x\nURL=https://a.example/x\n"),
        ("a.webloc", plist),
        ("a.txt", b"https://a.example/x\n"),
        ("b.webloc", b"bplist00\xD1\x01\x02SURL_\x10\x13https://a.example/x"),
    ];
    for (name, bytes) in cases {
        let problem = from_bytes(name, bytes.to_vec()).unwrap_err();
        assert_eq!(problem.code, NoticeCode::LinkOnly, "{name}");
        assert!(problem.message.contains(name) && problem.message.contains("save it"), "{}", problem.message);
        assert!(name == "b.webloc" || problem.message.contains("https://a.example/x"), "{}", problem.message);
    }
    assert_eq!(format_of("a.txt", b"See https://a.example/x for more."), Format::Text);
    assert_eq!(format_of("a.txt", b"[Desktop Entry]\nThis is how such a file begins."), Format::Text);
}

#[test]
fn a_feed_is_no_article_and_named_as_one() {
    for feed in [
        "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel/></rss>",
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"/>",
    ] {
        let problem = from_bytes("news.xml", feed.as_bytes().to_vec()).unwrap_err();
        assert!(problem.message.contains("news.xml") && problem.message.contains("a feed"), "{}", problem.message);
    }
}

#[test]
fn content_decides_before_the_name() {
    let page = b"\n<!-- saved -->\n<!DOCTYPE html><html><p>Text";
    assert_eq!(format_of("page.txt", page), Format::Html);
    assert_eq!(format_of("page.md", b"<?xml version='1.0'?>\n<html>"), Format::Html);
    assert_eq!(format_of("page.html", b"Just a text, saved under a wrong name. 1 < 2."), Format::Text);
    assert_eq!(format_of("page.html", b"Some <b>text</b>."), Format::Html);
    assert_eq!(format_of("page.HTM", b"Some <b>text</b>."), Format::Html);
    assert_eq!(format_of("notes.md", b"# Flood\n\nText."), Format::Markdown);
    assert_eq!(format_of("notes.txt", b"# Flood\n\nText."), Format::Text);
    assert_eq!(format_of("notes", b"<3 is a heart. Text."), Format::Text);
    assert_eq!(format_of("bmkg.txt", b"BMKG: gempa M 4,8."), Format::Text);
    assert_eq!(format_of("letter.txt", b"Note: a text with a colon.\n\nMIME-Version: 1.0 is a header."), Format::Text);
}

#[test]
fn a_paste_is_text_unless_it_is_a_page() {
    assert_eq!(pasted("Pasted text 1", "Two dead in flood.\n").format, Format::Text);
    assert_eq!(pasted("Pasted text 2", "<!doctype html><p>Two dead in flood.").format, Format::Html);
    assert_eq!(pasted("Pasted text 3", "# not a heading").file, "Pasted text 3");
}

proptest! {
    #[test]
    fn any_bytes_under_any_name_are_a_source_or_a_problem(
        bytes in proptest::collection::vec(any::<u8>(), 0..400), name in "[a-z]{0,3}(\\.(txt|md|html|pdf))?"
    ) {
        if let Ok(source) = from_bytes(&name, bytes.clone()) {
            prop_assert_eq!(source.bytes, bytes);
        }
    }
}
