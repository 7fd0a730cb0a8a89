//! What the bytes are: known by their content first, by the file's name second.
//!
//! Formats that come later (PDF, DOCX, …) are recognised so that the message can name them.
use crate::model::Format;

use super::Problem;
use super::text_of::{decode, is_binary};

/// Bytes looked at: enough for a page whose scripts come first.
const HEAD: usize = 64 << 10;

/// Start of a file, and what such a file is called in a message. ZIP and OLE hold several formats; the name decides.
const SIGNATURES: [(&[u8], &str); 27] = [
    (b"%PDF-", "a PDF file"),
    (b"{\\rtf", "an RTF document"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Office document"),
    (b"bplist00", "a web archive"),
    (b"\x89PNG", "a picture"),
    (b"\xFF\xD8\xFF", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture, sound or film"),
    (b"BM", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"\0\0\x01\0", "a picture"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound or film file"),
    (b"\x1A\x45\xDF\xA3", "a film"),
    (b"\x1F\x8B", "a packed file"),
    (b"BZh", "a packed file"),
    (b"\xFD7zXZ\0", "a packed file"),
    (b"\x28\xB5\x2F\xFD", "a packed file"),
    (b"7z\xBC\xAF\x27\x1C", "a packed file"),
    (b"Rar!", "a packed file"),
    (b"\x7FELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3\0", "a database"),
    (b"\xCA\xFE\xBA\xBE", "a program"),
];

/// Signatures that ordinary text can begin with ("BMKG", "MZ…"): they count only when the bytes are no text either.
const ALSO_TEXT: [&[u8]; 8] = [b"BM", b"MZ", b"ID3", b"BZh", b"GIF8", b"RIFF", b"OggS", b"Rar!"];

/// The format of a file, or why it is not read.
pub(super) fn format(name: &str, bytes: &[u8]) -> Result<Format, Problem> {
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    let known = SIGNATURES.iter().find(|(start, _)| head.starts_with(start));
    if let Some((start, what)) = known
        && (!ALSO_TEXT.contains(start) || is_binary(head))
    {
        return Err(Problem::other_format(name, inside(start, head, what)));
    }
    if is_mail(head) {
        return Err(Problem::other_format(name, "a saved mail or web archive (MHTML)"));
    }
    if is_binary(head) {
        return Err(Problem::not_text(name));
    }
    let text = decode(head, true).text;
    if text.trim().is_empty() && decode(bytes, true).text.trim().is_empty() {
        return Err(Problem::empty(name));
    }
    Ok(by_text(name, &text))
}

/// Whether the text is the code of a web page: it begins with a tag that pages begin with.
pub(super) fn is_html(text: &str) -> bool {
    const FIRST: [&str; 22] = [
        "!doctype", "html", "head", "body", "meta", "title", "link", "script", "style", "div", "article", "section",
        "main", "header", "nav", "table", "p", "h1", "h2", "span", "base", "a",
    ];
    let mut rest = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    while let Some((skipped, end)) = [("<!--", "-->"), ("<?", ">")].iter().find(|(start, _)| rest.starts_with(start)) {
        let Some(at) = rest.get(skipped.len()..).and_then(|inside| inside.find(end)) else { return false };
        rest = rest.get(skipped.len() + at + end.len()..).unwrap_or_default().trim_start();
    }
    let Some(tag) = rest.strip_prefix('<') else { return false };
    let name: String = tag.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '!').collect();
    let name = name.to_ascii_lowercase();
    if name == "!doctype" {
        return tag.get(8..).is_some_and(|kind| kind.trim_start().to_ascii_lowercase().starts_with("html"));
    }
    FIRST.contains(&name.as_str()) && tag.contains('>')
}

fn by_text(name: &str, text: &str) -> Format {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    if is_html(text) {
        return Format::Html;
    }
    match ending.as_str() {
        "html" | "htm" | "xhtml" | "shtml" if has_tag(text) => Format::Html,
        "md" | "markdown" | "mdown" | "mkd" => Format::Markdown,
        _ => Format::Text,
    }
}

fn has_tag(text: &str) -> bool {
    text.as_bytes().windows(2).any(|pair| matches!(pair, [b'<', b'/' | b'!' | b'a'..=b'z' | b'A'..=b'Z']))
}

/// A saved mail or MHTML page: header lines, among them the version of MIME.
fn is_mail(head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(head.get(..head.len().min(4096)).unwrap_or_default());
    let lines = || head.lines().take_while(|line| !line.trim().is_empty());
    lines().next().is_some_and(|line| line.split(':').next().is_some_and(|key| !key.is_empty() && !key.contains(' ')))
        && lines().any(|line| line.to_ascii_lowercase().starts_with("mime-version:"))
}

/// What a container holds, by the names inside it that stand near the start.
fn inside(start: &[u8], head: &[u8], otherwise: &'static str) -> &'static str {
    const PARTS: [(&[u8], &str); 5] = [
        (b"word/", "a Word document (DOCX)"),
        (b"application/vnd.oasis.opendocument", "an OpenDocument file (ODT)"),
        (b"application/epub+zip", "an e-book (EPUB)"),
        (b"xl/", "an Excel file"),
        (b"ppt/", "a PowerPoint file"),
    ];
    if !start.starts_with(b"PK") {
        return otherwise;
    }
    let holds = |part: &[u8]| head.windows(part.len()).any(|window| window == part);
    PARTS.iter().find(|(part, _)| holds(part)).map_or(otherwise, |(_, what)| what)
}
