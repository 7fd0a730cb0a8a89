//! Word documents (.docx): the running text as it reads with all tracked changes accepted.
//!
//! Left out: deleted and moved-away words, hidden words, field codes, footnotes with their numbers, heads and feet of
//! pages, pictures. The date that a document keeps is when the file was made, not when the article was published, so it
//! is not taken: a wrong date would make wrong "yesterdays".
use parallax_engine::extract::{self, Extract};
use parallax_engine::model::Source;

use super::archive::Archive;
use super::flow::Flow;
use super::office;
use super::xml::{Piece, pieces};
use crate::{Ask, Problem};

const WHAT: &str = "a Word document";

/// Elements whose whole content is left out.
const LEFT_OUT: [&str; 9] =
    ["del", "moveFrom", "instrText", "delText", "Fallback", "footnote", "endnote", "pPrChange", "rPrChange"];

/// The article of a Word document.
pub(super) fn article(source: &Source, ask: &Ask) -> Result<Extract, Problem> {
    let unlocked;
    let mut bytes = source.bytes.as_slice();
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        unlocked = office::unlocked(&source.file, bytes, ask)?;
        bytes = &unlocked;
    }
    let mut archive = Archive::open(&source.file, WHAT, bytes)?;
    let main = match archive.read("word/document.xml")? {
        Some(main) => main,
        None => {
            // Some programs count the document's name up; the first of that kind is the text.
            let names = archive.names();
            let name = names.iter().find(|name| name.starts_with("word/document") && name.ends_with(".xml"));
            archive.need(name.map_or("word/document.xml", String::as_str))?
        }
    };
    let (paragraphs, headline) = text(&main);
    let core = archive.read("docProps/core.xml")?.map(|bytes| properties(&bytes)).unwrap_or_default();
    extract::document(&source.file, Extract { paragraphs, headline, ..core })
}

fn text(main: &[u8]) -> (Vec<String>, bool) {
    let mut flow = Flow::default();
    let mut skipped = 0usize;
    let mut hidden = false;
    let mut in_text = false;
    for piece in pieces(main) {
        match piece {
            Piece::Open(name, _) if skipped > 0 || LEFT_OUT.contains(&name.as_str()) => skipped += 1,
            Piece::Close(_) if skipped > 0 => skipped -= 1,
            Piece::Text(_) if skipped > 0 => {}
            Piece::Open(name, attributes) => {
                let on = attributes.get("val").is_none_or(|value| !matches!(value, "0" | "false" | "off"));
                match name.as_str() {
                    "p" => flow.begin(),
                    "pStyle" if attributes.get("val").is_some_and(is_heading) => flow.heading(),
                    "outlineLvl" if attributes.get("val") == Some("0") => flow.heading(),
                    "r" => hidden = false,
                    "vanish" => hidden = on,
                    "t" => in_text = true,
                    "tab" | "br" | "cr" | "ptab" if !hidden => flow.text(" "),
                    "noBreakHyphen" if !hidden => flow.text("-"),
                    "tr" => flow.begin_row(),
                    "tc" => flow.begin_cell(),
                    _ => {}
                }
            }
            Piece::Close(name) => match name.as_str() {
                "p" => flow.end(),
                "t" => in_text = false,
                "tr" => flow.end_row(),
                _ => {}
            },
            Piece::Text(words) if in_text && !hidden => flow.text(&words),
            Piece::Text(_) => {}
        }
    }
    flow.finish()
}

/// The styles of a document's title, by the ids that Word and LibreOffice give them in many languages.
fn is_heading(style: &str) -> bool {
    let style = style.to_ascii_lowercase();
    ["title", "heading1", "titel", "titre", "judul", "titulo", "berschrift1"].iter().any(|name| {
        style.strip_suffix(name).is_some_and(|before| before.chars().count() <= 1 && name.len() > before.len())
    })
}

/// Title, author and language from the properties that office documents keep.
pub(super) fn properties(bytes: &[u8]) -> Extract {
    let mut extract = Extract::default();
    let mut within = String::new();
    for piece in pieces(bytes) {
        match piece {
            Piece::Open(name, _) => within = name,
            Piece::Close(_) => within.clear(),
            Piece::Text(words) => {
                let words = words.trim();
                match within.as_str() {
                    "title" if is_title(words) => extract.title = Some(words.to_owned()),
                    "creator" | "initial-creator" if is_author(words) => extract.byline = Some(words.to_owned()),
                    "language" => extract.language = parallax_engine::model::Language::parse(words),
                    _ => {}
                }
            }
        }
    }
    extract
}

/// A title that a person gave, not one that a program filled in.
pub(super) fn is_title(title: &str) -> bool {
    let lower = title.to_lowercase();
    let filled =
        ["untitled", "microsoft word -", "document1", "dokumen1", "word document", "tanpa judul", "about:blank"];
    let name =
        [".doc", ".docx", ".odt", ".rtf", ".html", ".indd", ".pdf", ".qxd"].iter().any(|end| lower.ends_with(end));
    title.split_whitespace().count() >= 2 && !name && !filled.iter().any(|start| lower.starts_with(start))
}

/// A name that can stand in a byline, not one of an account or a program.
pub(super) fn is_author(name: &str) -> bool {
    let lower = name.to_lowercase();
    let filled =
        ["user", "admin", "microsoft", "python", "openxml", "owner", "unknown", "windows", "acer", "asus", "hp"];
    name.split_whitespace().count() >= 2 && !filled.iter().any(|word| lower.split(['-', ' ', '_']).any(|w| w == *word))
}
