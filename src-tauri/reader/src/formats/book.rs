//! E-books (.epub): each chapter with text is a part to choose from, read as the web page that it is.
use parallax_engine::extract::Extract;
use parallax_engine::model::Source;

use super::archive::Archive;
use super::xml::{Attributes, Piece, pieces};
use super::{page, parts, trouble};
use crate::{Ask, Problem};

const WHAT: &str = "an e-book";

/// A chapter with fewer characters of text is a cover, an imprint or a list of contents.
const SHORTEST: usize = 280;

/// The article of an e-book, or of one of its chapters.
pub(super) fn article(source: &Source, ask: &Ask) -> Result<Extract, Problem> {
    let mut archive = Archive::open(&source.file, WHAT, &source.bytes)?;
    if archive.read("META-INF/encryption.xml")?.is_some_and(|list| is_locked(&list)) {
        return Err(trouble::protected(&source.file, "copy the article's text, if it lets you"));
    }
    let container = pieces(&archive.need("META-INF/container.xml")?);
    let named = opened(&container).find(|(name, _)| *name == "rootfile").and_then(|(_, a)| a.get("full-path"));
    let opf_name = named.ok_or_else(|| trouble::damaged(&source.file, WHAT))?.to_owned();
    let book = Book::read(&archive.need(&opf_name)?);
    let folder = opf_name.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut chapters = Vec::new();
    for href in book.spine.iter().take(parts::MOST) {
        let Some(bytes) = archive.read(&inside(folder, href))? else { continue };
        let html = parallax_engine::open::text_of::decode(&bytes, true).text;
        let (title, length) = about(&html);
        if length >= SHORTEST {
            let html = with_title(&html, &title);
            chapters.push((title, html));
        }
    }
    let html = parts::choose(&source.file, chapters, ask)?;
    let mut extract = page(&source.file, &html)?;
    extract.byline = extract.byline.or(book.author);
    extract.outlet = extract.outlet.or(book.publisher);
    extract.published = extract.published.or_else(|| book.date.filter(|date| date.len() >= 10));
    extract.language = extract.language.or(book.language.and_then(|tag| parallax_engine::model::Language::parse(&tag)));
    Ok(extract)
}

/// What the package file says of the book.
#[derive(Default)]
struct Book {
    spine: Vec<String>,
    author: Option<String>,
    publisher: Option<String>,
    date: Option<String>,
    language: Option<String>,
}

impl Book {
    fn read(opf: &[u8]) -> Book {
        let mut book = Book::default();
        let (mut items, mut order) = (Vec::new(), Vec::new());
        let mut within = String::new();
        for piece in pieces(opf) {
            match piece {
                Piece::Open(name, attributes) => {
                    let get = |key: &str| attributes.get(key).unwrap_or_default().to_owned();
                    match name.as_str() {
                        "item" if get("properties") != "nav" => items.push((get("id"), get("href"))),
                        "itemref" if get("linear") != "no" => order.push(get("idref")),
                        _ => {}
                    }
                    within = name;
                }
                Piece::Close(_) => within.clear(),
                Piece::Text(words) => {
                    let words = Some(words.trim().to_owned()).filter(|words| !words.is_empty());
                    let place = match within.as_str() {
                        "creator" => &mut book.author,
                        "publisher" => &mut book.publisher,
                        "date" => &mut book.date,
                        "language" => &mut book.language,
                        _ => continue,
                    };
                    *place = place.take().or(words);
                }
            }
        }
        let href = |id: &String| items.iter().find(|(item, _)| item == id).map(|(_, href)| href.clone());
        book.spine = order.iter().filter_map(href).collect();
        book
    }
}

/// The page under its chapter's heading: programs put a file's name or the book's into a page's title.
fn with_title(html: &str, title: &str) -> String {
    let parts = html.split_once("<title").and_then(|(before, rest)| Some((before, rest.split_once("</title>")?.1)));
    match parts.filter(|_| !title.trim().is_empty()) {
        Some((before, after)) => format!("{before}<title>{}</title>{after}", html_escape::encode_text(title.trim())),
        None => html.to_owned(),
    }
}

fn opened(pieces: &[Piece]) -> impl Iterator<Item = (&str, &Attributes)> {
    pieces.iter().filter_map(|piece| match piece {
        Piece::Open(name, attributes) => Some((name.as_str(), attributes)),
        _ => None,
    })
}

/// Fonts may be scrambled in an open book; a locked one has scrambled pages.
fn is_locked(encryption: &[u8]) -> bool {
    opened(&pieces(encryption))
        .filter(|(name, _)| *name == "CipherReference")
        .filter_map(|(_, attributes)| attributes.get("URI"))
        .any(|name| [".xhtml", ".html", ".htm", ".xml"].iter().any(|ending| name.ends_with(ending)))
}

/// The name inside the archive of a chapter that the package names by a relative address.
fn inside(folder: &str, href: &str) -> String {
    let href = href.split('#').next().unwrap_or_default();
    let mut steps: Vec<String> = folder.split('/').filter(|step| !step.is_empty()).map(str::to_owned).collect();
    for step in href.split('/') {
        match step {
            ".." => {
                steps.pop();
            }
            "." | "" => {}
            step => steps.push(unescaped(step)),
        }
    }
    steps.join("/")
}

/// "%20" and the like as the bytes they stand for.
fn unescaped(step: &str) -> String {
    let mut bytes = Vec::with_capacity(step.len());
    let mut rest = step.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        match code.and_then(|two| u8::from_str_radix(two, 16).ok()).filter(|_| first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A page's title, by its first heading, and the number of characters of text on it.
fn about(html: &str) -> (String, usize) {
    let (mut heading, mut title, mut length, mut within, mut body) =
        (String::new(), String::new(), 0, String::new(), false);
    for piece in pieces(html.as_bytes()) {
        match piece {
            Piece::Open(name, _) => {
                body |= name == "body";
                within = if matches!(name.as_str(), "h1" | "h2" | "h3" | "title") { name } else { within };
            }
            Piece::Close(name) if name == within => {
                within.clear();
                // The first heading is the one that names the chapter.
                if name != "title" && !heading.trim().is_empty() {
                    heading.push('\0');
                }
            }
            Piece::Close(_) => {}
            Piece::Text(words) => {
                length += if body { words.trim().chars().count() } else { 0 };
                match within.as_str() {
                    "title" => title.push_str(&words),
                    "" => {}
                    _ if !heading.contains('\0') => heading.push_str(&words),
                    _ => {}
                }
            }
        }
    }
    let heading = heading.replace('\0', "");
    (if heading.trim().is_empty() { title } else { heading }, length)
}
