//! OpenDocument texts (.odt): the running text without tracked deletions, notes, comments and hidden text.
use std::collections::BTreeMap;

use parallax_engine::extract::{self, Extract};
use parallax_engine::model::Source;

use super::archive::Archive;
use super::flow::Flow;
use super::trouble;
use super::word::properties;
use super::xml::{Piece, pieces};
use crate::Problem;

const WHAT: &str = "an OpenDocument text";

/// Elements whose whole content is left out.
const LEFT_OUT: [&str; 9] = [
    "tracked-changes",
    "note",
    "annotation",
    "hidden-text",
    "hidden-paragraph",
    "forms",
    "sequence-decls",
    "ruby-text",
    "desc",
];

/// The article of an OpenDocument text.
pub(super) fn article(source: &Source) -> Result<Extract, Problem> {
    let mut archive = Archive::open(&source.file, WHAT, &source.bytes)?;
    let manifest = archive.read("META-INF/manifest.xml")?.unwrap_or_default();
    if pieces(&manifest).iter().any(|piece| matches!(piece, Piece::Open(name, _) if name == "encryption-data")) {
        return Err(trouble::protected(&source.file, "save a copy without the password"));
    }
    let (paragraphs, headline) = text(&archive.need("content.xml")?);
    let meta = archive.read("meta.xml")?.map(|bytes| properties(&bytes)).unwrap_or_default();
    extract::document(&source.file, Extract { paragraphs, headline, ..meta })
}

fn text(content: &[u8]) -> (Vec<String>, bool) {
    let mut flow = Flow::default();
    let mut styles: BTreeMap<String, String> = BTreeMap::new();
    let mut skipped = 0usize;
    for piece in pieces(content) {
        match piece {
            Piece::Open(name, _) if skipped > 0 || LEFT_OUT.contains(&name.as_str()) => skipped += 1,
            Piece::Close(_) if skipped > 0 => skipped -= 1,
            Piece::Text(_) if skipped > 0 => {}
            Piece::Open(name, attributes) => match name.as_str() {
                "style" => {
                    if let (Some(style), Some(parent)) = (attributes.get("name"), attributes.get("parent-style-name")) {
                        styles.insert(style.to_owned(), parent.to_owned());
                    }
                }
                "p" | "h" => {
                    flow.begin();
                    let style = attributes.get("style-name").unwrap_or_default();
                    let parent = styles.get(style).map_or(style, String::as_str);
                    let first = name == "h" && attributes.get("outline-level").is_none_or(|level| level == "1");
                    if first || parent == "Title" {
                        flow.heading();
                    }
                }
                "s" => flow.text(" "),
                "tab" | "line-break" => flow.text(" "),
                "table-row" => flow.begin_row(),
                "table-cell" => flow.begin_cell(),
                _ => {}
            },
            Piece::Close(name) => match name.as_str() {
                "p" | "h" => flow.end(),
                "table-row" => flow.end_row(),
                _ => {}
            },
            Piece::Text(words) => flow.text(&words),
        }
    }
    flow.finish()
}
