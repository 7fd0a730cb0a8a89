//! What the bytes are: known by their content first, by the file's name second.
//!
//! Documents are recognised here and taken apart elsewhere. Kinds that hold no article are named in the message.
use crate::model::Format;

use super::Problem;
use super::containers;
use super::text_of::{decode, is_binary};

/// Bytes looked at: enough for a page whose scripts come first.
const HEAD: usize = 64 << 10;

/// Start of a file, and what such a file is called in a message.
const SIGNATURES: [(&[u8], &str); 22] = [
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
    (b"BZh", "a packed file"),
    (b"\xFD7zXZ\0", "a packed file"),
    (b"\x28\xB5\x2F\xFD", "a packed file"),
    (b"7z\xBC\xAF\x27\x1C", "a packed file"),
    (b"Rar!", "a packed file"),
    (b"\x7FELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3\0", "a database"),
    (b"\xCA\xFE\xBA\xBE", "a program"),
    (b"wOF2", "a typeface"),
    (b"\0asm", "a program"),
];

/// Signatures that ordinary text can begin with ("BMKG", "MZ…"): they count only when the bytes are no text either.
const ALSO_TEXT: [&[u8]; 8] = [b"BM", b"MZ", b"ID3", b"BZh", b"GIF8", b"RIFF", b"OggS", b"Rar!"];

/// The format of a file, or why it is not read.
pub(super) fn format(name: &str, bytes: &[u8]) -> Result<Format, Problem> {
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    if let Some(document) = containers::document(name, bytes, head)? {
        return Ok(document);
    }
    let known = SIGNATURES.iter().find(|(start, _)| head.starts_with(start));
    if let Some((start, what)) = known
        && (!ALSO_TEXT.contains(start) || is_binary(head))
    {
        return Err(Problem::other_format(name, what));
    }
    if is_binary(head) {
        return Err(Problem::not_text(name));
    }
    let text = decode(head, true).text;
    if text.trim().is_empty() && decode(bytes, true).text.trim().is_empty() {
        return Err(Problem::empty(name));
    }
    containers::link(name, &text)?;
    containers::feed(name, &text)?;
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
    if let Some(data) = containers::data(&ending, text) {
        return data;
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
