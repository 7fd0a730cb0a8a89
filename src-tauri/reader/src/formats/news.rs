//! News as agencies exchange it: NITF, and NewsML-G2 with NITF or XHTML inside it.
use parallax_engine::extract::{self, Extract};
use parallax_engine::model::{Language, Source};

use super::parts;
use super::xml::{Attributes, Piece, pieces};
use crate::{Ask, Problem};

/// Elements whose whole content is left out: pictures with their captions, notes for editors.
const LEFT_OUT: [&str; 9] =
    ["media", "remoteContent", "edNote", "assert", "script", "style", "figure", "concept", "media-caption"];

/// The article of a news item, or of one of several.
pub(super) fn article(source: &Source, ask: &Ask) -> Result<Extract, Problem> {
    let mut items: Vec<Item> = Vec::new();
    let mut item = Item::default();
    for piece in pieces(&source.bytes) {
        let ends = matches!(&piece, Piece::Close(name) if name == "newsItem" || name == "nitf" && !item.in_item);
        item.take(piece);
        if ends {
            items.push(std::mem::take(&mut item));
        }
    }
    items.push(item);
    items.retain(|item| !item.paragraphs.is_empty());
    let titled = items.into_iter().map(|item| (item.extract.title.clone().unwrap_or_default(), item)).collect();
    let chosen = parts::choose(&source.file, titled, ask)?;
    let mut extract = chosen.extract;
    extract.paragraphs = chosen.paragraphs;
    // A story of one version names no other time.
    extract.published = extract.published.or_else(|| extract.updated.clone());
    if let Some(title) = &extract.title {
        extract.paragraphs.insert(0, title.clone());
        extract.headline = true;
    }
    extract::document(&source.file, extract)
}

/// One item while it is read.
#[derive(Default)]
struct Item {
    extract: Extract,
    paragraphs: Vec<String>,
    path: Vec<String>,
    skipped: usize,
    words: String,
    in_item: bool,
}

impl Item {
    fn take(&mut self, piece: Piece) {
        match piece {
            Piece::Open(name, _) if self.skipped > 0 || LEFT_OUT.contains(&name.as_str()) => self.skipped += 1,
            Piece::Close(_) if self.skipped > 0 => self.skipped -= 1,
            Piece::Text(_) if self.skipped > 0 => {}
            Piece::Open(name, attributes) => {
                self.in_item |= name == "newsItem";
                self.attributes(&name, &attributes);
                if is_block(&name) {
                    self.words.clear();
                }
                self.path.push(name);
            }
            Piece::Text(words) => self.words.push_str(&words),
            Piece::Close(name) => {
                if is_block(&name) {
                    let words = std::mem::take(&mut self.words);
                    self.close(&name, words.split_whitespace().collect::<Vec<_>>().join(" "));
                }
                self.path.pop();
            }
        }
    }

    fn attributes(&mut self, name: &str, attributes: &Attributes) {
        let date = match name {
            "date.issue" | "story.date" => attributes.get("norm"),
            _ => None,
        };
        if let Some(date) = date {
            self.extract.published = self.extract.published.take().or_else(|| Some(spelled(date)));
        }
        if let Some(language) = attributes.get("lang").and_then(Language::parse) {
            self.extract.language.get_or_insert(language);
        }
    }

    fn close(&mut self, name: &str, words: String) {
        if words.is_empty() {
            return;
        }
        let within = |outer: &str| self.path.iter().any(|name| name == outer);
        let body = within("body.content") || within("body") && !within("body.head") && !within("body.end");
        match name {
            // The title of a file's head is often the short name of the story ("FERRY").
            "hl1" => self.extract.title = Some(words),
            "headline" => {
                self.extract.title.get_or_insert(words);
            }
            "title" if within("head") => {
                self.extract.title.get_or_insert(words);
            }
            "byline" | "bytag" => {
                let name = words.strip_prefix("By ").map(str::to_owned);
                self.extract.byline.get_or_insert(name.unwrap_or(words));
            }
            "distributor" => {
                self.extract.outlet.get_or_insert(words);
            }
            "name" if within("creator") && !body => {
                self.extract.byline.get_or_insert(words);
            }
            "name" if within("provider") => {
                self.extract.outlet.get_or_insert(words);
            }
            "firstCreated" => self.extract.published = Some(words),
            "versionCreated" => self.extract.updated = Some(words),
            "p" | "hl2" | "h2" | "h3" | "li" if body => self.paragraphs.push(words),
            _ => {}
        }
    }
}

/// Elements that begin a text of their own.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "h1"
            | "h2"
            | "h3"
            | "li"
            | "hl1"
            | "hl2"
            | "headline"
            | "title"
            | "byline"
            | "bytag"
            | "distributor"
            | "name"
            | "versionCreated"
            | "firstCreated"
            | "dateline"
    )
}

/// NITF writes dates without marks ("20250618T152400+0700").
fn spelled(date: &str) -> String {
    let parts = (date.get(..4), date.get(4..6), date.get(6..8), date.get(8..));
    let (Some(year), Some(month), Some(day), Some(rest)) = parts else { return date.to_owned() };
    if date.contains('-') || !date.bytes().take(8).all(|byte| byte.is_ascii_digit()) {
        return date.to_owned();
    }
    let time = match (rest.get(..3), rest.get(3..5), rest.get(5..)) {
        (Some(hour), Some(minute), Some(rest)) if hour.starts_with('T') => {
            let (second, zone) = rest.split_at_checked(2).unwrap_or(("00", rest));
            format!("{hour}:{minute}:{second}{zone}")
        }
        _ => String::new(),
    };
    format!("{year}-{month}-{day}{time}")
}
