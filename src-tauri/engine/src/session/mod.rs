//! The saved session: one JSON file that holds everything of an event – the articles' texts, where they came from, what a
//! person set by hand. Described for other programs in docs/session-file.md.
//!
//! Pure: bytes in, [`Session`] out. What a later program of the same version adds is kept; a later version is refused,
//! an earlier one is brought up to date ([`migrate`]). No bytes make it panic.
mod migrate;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::compare::{Account, account_of};
use crate::extract::Extract;
use crate::model::{Format, Language, Source};
use crate::open::Problem;
use crate::work::{More, Work};

/// What [`Session::format`] says.
pub const FORMAT: &str = "parallax.session";
/// The version that this program writes.
pub const VERSION: u32 = 1;
/// Most bytes of a session file that are read.
pub const LARGEST: u64 = 64 << 20;
/// Most sources of a session, with those that were removed and may come back.
const MOST_SOURCES: usize = 1_000;

/// A saved session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Session {
    /// [`FORMAT`].
    pub format: String,
    /// [`VERSION`].
    pub version: u32,
    /// The program's version that wrote it.
    #[serde(default)]
    pub program: String,
    /// Settings that belong to the event.
    #[serde(default)]
    pub settings: SessionSettings,
    /// The sources, also those that were removed and may come back by undo.
    #[serde(default)]
    pub sources: Vec<SavedSource>,
    /// What was done by hand.
    #[serde(default)]
    pub work: Work,
    /// Fields of a later version.
    #[serde(flatten)]
    pub more: More,
}

/// Settings that belong to the event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SessionSettings {
    /// 0 (loose) to 1 (strict).
    pub strictness: f32,
    /// What is shown of it.
    pub filters: Filters,
    /// Fields of a later version.
    #[serde(flatten)]
    pub more: More,
}

impl Default for SessionSettings {
    fn default() -> Self {
        SessionSettings { strictness: 0.5, filters: Filters::default(), more: More::default() }
    }
}

/// What a person wants to see of an event; by default all of it. Words that this program does not know filter nothing.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
#[serde(default)]
pub struct Filters {
    /// Kinds of claims that are hidden: "same", "reworded", "conflict", "check", "only", "gap".
    pub kinds: Vec<String>,
    /// Letters of the sources that are left out.
    pub sources: Vec<String>,
    /// Kinds of differences that are hidden, as in a comparison.
    pub differences: Vec<String>,
    /// Claims that are checked only, or those that are not; `None`: both.
    pub checked: Option<bool>,
    /// Claims with a note only.
    pub noted: bool,
    /// Claims with one of these tags only; none: all.
    pub tags: Vec<u32>,
    /// Fields of a later version.
    #[serde(flatten)]
    #[cfg_attr(any(test, feature = "typescript"), ts(skip))]
    pub more: More,
}

/// A source of a session.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedSource {
    /// Its number; marks and passages name it by this.
    pub id: u32,
    /// Its letter in the window.
    pub letter: Option<char>,
    /// File name without folders.
    pub file: String,
    /// Where its file is, when it has one.
    pub path: Option<String>,
    /// Which of its file's articles, counted from 1.
    pub part: Option<u32>,
    /// Its texts, the first reading first. Empty: it could not be read.
    pub readings: Vec<SavedReading>,
    /// Fields of a later version.
    #[serde(flatten)]
    pub more: More,
}

/// What was read of a source at one time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SavedReading {
    /// What the file was.
    pub format: Format,
    /// SHA-256 of the file's bytes, hexadecimal.
    pub sha256: String,
    /// Language of the text.
    pub language: Language,
    /// Metadata and paragraphs as they were read; corrections by hand are not in it.
    pub article: Extract,
    /// Fields of a later version.
    #[serde(flatten)]
    pub more: More,
}

impl SavedReading {
    /// What an account was made of.
    pub fn of(account: &Account) -> SavedReading {
        SavedReading {
            format: account.format,
            sha256: account.sha256.clone(),
            language: account.language,
            article: account.extract.clone(),
            more: More::default(),
        }
    }

    /// The account again, its statements found by this program.
    ///
    /// # Errors
    /// When there is no text in it.
    pub fn account(&self, file: &str) -> Result<Account, Problem> {
        let source =
            Source { file: file.to_owned(), format: self.format, bytes: Vec::new(), sha256: self.sha256.clone() };
        account_of(&source, self.article.clone(), Some(self.language))
    }
}

/// Why a session file cannot be opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It is something else.
    #[error("This is not a Parallax session.")]
    NotASession,
    /// It was written by a later version of the program.
    #[error(
        "This session was saved by a newer version of Parallax ({program}). Nothing was changed. Install that version to open it."
    )]
    Newer {
        /// The program's version.
        program: String,
    },
    /// It is longer than is read.
    #[error("This session file is too large ({0} MB; up to 64 MB are read).")]
    TooLarge(u64),
    /// It is a session, but broken.
    #[error("This session file is damaged ({0}). If there is a backup, open that.")]
    Damaged(String),
}

#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
    #[serde(default)]
    program: String,
}

impl Session {
    /// A session of the present format.
    pub fn new(program: &str, settings: SessionSettings, sources: Vec<SavedSource>, work: Work) -> Session {
        let (format, program) = (FORMAT.to_owned(), program.to_owned());
        Session { format, version: VERSION, program, settings, sources, work, more: More::default() }
    }

    /// Reads a session file.
    ///
    /// # Errors
    /// A [`Refusal`] that says why not.
    pub fn parse(bytes: &[u8]) -> Result<Session, Refusal> {
        if bytes.len() as u64 > LARGEST {
            return Err(Refusal::TooLarge((bytes.len() as u64).div_ceil(1 << 20)));
        }
        let head: Head = serde_json::from_slice(bytes).map_err(|error| {
            let cut = error.is_eof() && bytes.trim_ascii_start().starts_with(b"{");
            let broken = error.is_syntax() && find(bytes, FORMAT.as_bytes());
            if cut || broken { Refusal::Damaged(error.to_string()) } else { Refusal::NotASession }
        })?;
        if head.format != FORMAT {
            return Err(Refusal::NotASession);
        }
        if head.version > VERSION {
            return Err(Refusal::Newer { program: head.program.chars().take(40).collect() });
        }
        let damaged = |error: serde_json::Error| Refusal::Damaged(error.to_string());
        let session: Session = if head.version == VERSION {
            serde_json::from_slice(bytes).map_err(damaged)?
        } else {
            let value = serde_json::from_slice(bytes).map_err(damaged)?;
            serde_json::from_value(migrate::up_to_date(value, head.version)).map_err(damaged)?
        };
        session.check()
    }

    /// The bytes of the file: JSON, indented, the same for the same session.
    ///
    /// # Errors
    /// None that is known; serialising plain data cannot fail.
    pub fn bytes(&self) -> Result<Vec<u8>, serde_json::Error> {
        let mut bytes = serde_json::to_vec_pretty(self)?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    /// What serde cannot say: numbers are unique and name something.
    fn check(mut self) -> Result<Session, Refusal> {
        if self.sources.len() > MOST_SOURCES {
            return Err(Refusal::Damaged(format!("more than {MOST_SOURCES} sources")));
        }
        let ids: BTreeSet<u32> = self.sources.iter().map(|source| source.id).collect();
        if ids.len() < self.sources.len() {
            return Err(Refusal::Damaged("two sources have one number".into()));
        }
        let mut seen = BTreeSet::new();
        self.work.marks.order.retain(|id| ids.contains(id) && seen.insert(*id));
        if !(0.0..=1.0).contains(&self.settings.strictness) {
            self.settings.strictness = SessionSettings::default().strictness;
        }
        Ok(self)
    }
}

fn find(bytes: &[u8], what: &[u8]) -> bool {
    // The format is named at the beginning of every file that the program wrote.
    bytes.get(..bytes.len().min(4096)).is_some_and(|head| head.windows(what.len()).any(|window| window == what))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests;
