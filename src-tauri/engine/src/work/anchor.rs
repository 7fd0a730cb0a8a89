//! A passage by its words, as the W3C's Web Annotation model has it (TextQuoteSelector and TextPositionSelector), and
//! how it is found again.
use serde::{Deserialize, Serialize};

use super::More;
use crate::compare::Account;
use crate::model::Article;

/// Characters kept on each side of a passage.
const AROUND: usize = 32;

/// A passage of a source's text.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Anchor {
    /// The source, by its number in the session.
    pub source: u32,
    /// SHA-256 of the file whose text it was.
    pub sha256: String,
    /// The exact words.
    pub quote: String,
    /// What stood before them, at most 32 characters.
    pub prefix: String,
    /// What stood after them, at most 32 characters.
    pub suffix: String,
    /// Where they began in the article's text, UTF-16 code units.
    pub start: u32,
    /// Fields of a later version.
    #[serde(flatten)]
    pub more: More,
}

/// A stretch of a statement, as it lies in the present comparison.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Article id.
    pub article: String,
    /// Statement index.
    pub statement: u32,
    /// Start in the statement's text, UTF-16 code units.
    pub start: u32,
    /// End in the statement's text.
    pub end: u32,
}

/// Where a passage is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Exactly once, here.
    Here(Place),
    /// Its source is not compared now: nothing is wrong.
    Away,
    /// Not exactly once: a person has to look.
    Lost,
}

/// A source's text as passages are looked up in it.
#[derive(Debug, Clone)]
pub struct Page {
    source: u32,
    article: String,
    sha256: String,
    text: String,
    /// Bytes of the text.
    statements: Vec<std::ops::Range<usize>>,
}

impl Page {
    /// The page of an account; `source` is its number in the session, `article` its letter.
    pub fn of_account(source: u32, article: &str, account: &Account) -> Page {
        let mut text = String::new();
        let mut starts = Vec::with_capacity(account.extract.paragraphs.len());
        for paragraph in &account.extract.paragraphs {
            if !starts.is_empty() {
                text.push_str("\n\n");
            }
            starts.push(text.len());
            text.push_str(paragraph);
        }
        let start = |paragraph: usize| starts.get(paragraph).copied().unwrap_or(text.len());
        let statements = account.statements.iter().map(|statement| {
            let offset = start(statement.paragraph);
            offset + statement.range.start..offset + statement.range.end
        });
        let statements = statements.collect();
        Page { source, article: article.to_owned(), sha256: account.sha256.clone(), text, statements }
    }

    /// The page of an article of a comparison.
    pub fn of_article(source: u32, article: &Article) -> Page {
        let text = article.paragraphs.join("\n\n");
        let mut cursor = Cursor::default();
        let statements = article.statements.iter().map(|statement| {
            let start = cursor.byte(&text, statement.start);
            start..start + statement.text.len()
        });
        let statements = statements.collect();
        Page { source, article: article.id.clone(), sha256: article.sha256.clone(), text, statements }
    }

    /// The source's number in the session.
    pub fn source(&self) -> u32 {
        self.source
    }

    /// The article's letter.
    pub fn article(&self) -> &str {
        &self.article
    }

    /// The texts of its statements, in order.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.statements.iter().map(|range| self.text.get(range.clone()).unwrap_or_default())
    }

    /// The anchor of a whole statement, or of the UTF-16 stretch `part` of its text.
    pub fn anchor(&self, statement: u32, part: Option<(u32, u32)>) -> Option<Anchor> {
        let whole = self.statements.get(statement as usize)?.clone();
        let words = self.text.get(whole.clone())?;
        let range = match part {
            None => whole,
            Some((start, end)) => {
                let (start, end) = (byte_of(words, start)?, byte_of(words, end)?);
                whole.start + start..whole.start + end
            }
        };
        let quote = self.text.get(range.clone()).filter(|quote| !quote.trim().is_empty())?;
        let before = self.text.get(..range.start)?;
        let after = self.text.get(range.end..)?;
        Some(Anchor {
            source: self.source,
            sha256: self.sha256.clone(),
            quote: quote.to_owned(),
            prefix: last(before).to_owned(),
            suffix: first(after).to_owned(),
            start: before.encode_utf16().count() as u32,
            more: More::default(),
        })
    }

    /// Where the words of an anchor stand in this text, when they do exactly once.
    fn find(&self, anchor: &Anchor) -> Option<Place> {
        if anchor.quote.is_empty() {
            return None;
        }
        let whole =
            self.statements.iter().filter(|range| self.text.get((*range).clone()) == Some(anchor.quote.as_str()));
        let whole: Vec<usize> = whole.map(|range| range.start).collect();
        let anywhere = || self.text.match_indices(anchor.quote.as_str()).map(|(at, _)| at).collect();
        let found: Vec<usize> = if whole.is_empty() { anywhere() } else { whole };
        let alike = |at: &&usize| {
            let end = **at + anchor.quote.len();
            self.text.get(..**at).is_some_and(|before| before.ends_with(&anchor.prefix))
                && self.text.get(end..).is_some_and(|after| after.starts_with(&anchor.suffix))
        };
        let among_same = || {
            let same: Vec<&usize> = found.iter().filter(alike).collect();
            match same.as_slice() {
                [one] => Some(**one),
                _ => {
                    // The very text it was made on: its position is exact.
                    let there = || byte_of(&self.text, anchor.start).filter(|at| found.contains(at));
                    (anchor.sha256 == self.sha256).then(there).flatten()
                }
            }
        };
        let at = match found.as_slice() {
            [] => None,
            [one] => Some(*one),
            _ => among_same(),
        }?;
        self.place(at, anchor.quote.len())
    }

    fn place(&self, at: usize, length: usize) -> Option<Place> {
        let statement = self.statements.iter().position(|range| range.contains(&at))?;
        let range = self.statements.get(statement)?.clone();
        let end = (at + length).min(range.end);
        let units = |from: usize, to: usize| self.text.get(from..to).map(|t| t.encode_utf16().count() as u32);
        let start = units(range.start, at)?;
        let end = start + units(at, end)?;
        Some(Place { article: self.article.clone(), statement: statement as u32, start, end })
    }
}

impl Anchor {
    /// Looks the passage up. It is known by its source's number, else by the file's digest when one source has it.
    pub fn find(&self, pages: &[Page]) -> Found {
        let own = pages.iter().find(|page| page.source == self.source);
        let page = own.or_else(|| {
            let mut same = pages.iter().filter(|page| page.sha256 == self.sha256);
            same.next().filter(|_| same.next().is_none())
        });
        match page {
            None => Found::Away,
            Some(page) => page.find(self).map_or(Found::Lost, Found::Here),
        }
    }
}

/// Bytes for UTF-16 positions that only go up.
#[derive(Default)]
struct Cursor {
    byte: usize,
    units: u32,
}

impl Cursor {
    fn byte(&mut self, text: &str, units: u32) -> usize {
        let rest = text.get(self.byte..).unwrap_or_default();
        for c in rest.chars() {
            if self.units >= units {
                break;
            }
            self.units += c.len_utf16() as u32;
            self.byte += c.len_utf8();
        }
        self.byte
    }
}

/// The byte of a UTF-16 position; `None` past the end or inside a character.
fn byte_of(text: &str, units: u32) -> Option<usize> {
    let mut at = 0;
    for (byte, c) in text.char_indices() {
        if at == units {
            return Some(byte);
        }
        at += c.len_utf16() as u32;
    }
    (at == units).then_some(text.len())
}

fn last(text: &str) -> &str {
    let from = text.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    text.get(from..).unwrap_or_default()
}

fn first(text: &str) -> &str {
    let to = text.char_indices().nth(AROUND).map_or(text.len(), |(at, _)| at);
    text.get(..to).unwrap_or_default()
}
