//! What the window shows beside the comparison: the event's files, the step of the work, settings, recent events.
//! Plain data; the TypeScript types are made from these.
use parallax_engine::compare::Account;
use parallax_engine::model::{Corrections, Format, Notice, Passage};
use parallax_engine::session::Filters;
use parallax_engine::work::StepName;
use parallax_session::Trouble;
use serde::{Deserialize, Serialize};

use crate::event::File;

/// All that the window needs when it starts.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct StartView {
    /// Program version.
    pub version: String,
    /// What the person set.
    pub settings: Settings,
    /// The event that is open.
    pub event: EventView,
    /// Newest first, at most six.
    pub recent: Vec<RecentView>,
    /// Work that a crash left behind, the newest first.
    pub recoveries: Vec<RecoveryView>,
    /// What went wrong while starting: a session that could not be opened.
    pub trouble: Option<Trouble>,
}

/// The event that is open, without its comparison.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct EventView {
    /// Name of the event: the person's, or a headline; empty while nothing is read.
    pub name: String,
    /// Earliest day of its articles, ISO 8601.
    pub date: Option<String>,
    /// What is being done.
    pub phase: Phase,
    /// Every file that was given, in the order of the columns.
    pub files: Vec<FileView>,
    /// When the files seem to tell of several events: the keys of those of each. Empty otherwise, and once a person wants
    /// them together.
    pub events: Vec<Vec<u32>>,
    /// What is shown of it; the page takes this over when an event is opened.
    pub filters: Filters,
    /// What can be undone and redone.
    pub history: HistoryView,
    /// The session file that it is saved in.
    pub document: DocumentView,
    /// Counts up with every new comparison; 0: there is none.
    pub comparison: u32,
}

/// What can be undone and redone.
#[derive(Debug, Clone, Default, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct HistoryView {
    /// The step that undo takes back.
    pub undo: Option<StepName>,
    /// The step that redo does again.
    pub redo: Option<StepName>,
}

/// The session file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct DocumentView {
    /// Its name without folders; `None`: the event was never saved.
    pub file: Option<String>,
    /// There is work that is not in the file.
    pub unsaved: bool,
    /// The same file is open in another window.
    pub elsewhere: bool,
}

/// Work that a crash left behind.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct RecoveryView {
    /// Names it in commands.
    pub id: String,
    /// The event's name.
    pub name: String,
    /// When it was last kept, seconds since 1970.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub written: Option<u64>,
    /// Number of sources.
    pub sources: u32,
    /// Number of steps done by hand.
    pub steps: u32,
    /// Name of the session file it belongs to, if it was saved before.
    pub file: Option<String>,
}

/// Work would be lost: what the person wanted to do that asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Leaving {
    /// Close the window.
    Close,
    /// Begin a new event.
    New,
    /// Open another event.
    Open,
    /// Go back to what was saved.
    Revert,
}

/// What becomes of unsaved work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum UnsavedAnswer {
    /// Save it first.
    Save,
    /// Do not save it.
    Discard,
    /// Stay.
    Cancel,
}

/// Whether a file is still what was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum OnDisk {
    /// As far as is known.
    Same,
    /// It has changed: it can be read again.
    Changed,
    /// It is not there (any more); its text is kept.
    Missing,
}

/// What the program is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum Phase {
    /// Nothing, and fewer than two articles are ready.
    Empty,
    /// Step 1: reading files.
    Reading,
    /// Step 2: lining up sentences.
    Aligning,
    /// Step 3: comparing figures, names and quotes.
    Comparing,
    /// There is a comparison, or a person has to decide about a file first.
    Ready,
    /// A person stopped the work.
    Cancelled,
}

/// One file of the event.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FileView {
    /// Names this file in commands; never a path.
    pub key: u32,
    /// The source's letter; it keeps it while it stays. `None` for a file that is not compared.
    pub letter: Option<String>,
    /// File name without folders.
    pub file: String,
    /// How far it is.
    pub status: FileStatus,
    /// Publisher, once known.
    pub outlet: Option<String>,
    /// Language code, once known.
    pub language: Option<String>,
    /// Number of statements, once known.
    pub statements: Option<u32>,
    /// The person hid its column; it is compared all the same.
    pub hidden: bool,
    /// Whether the file is still what was read.
    pub on_disk: OnDisk,
    /// Which of the texts that were read of it is used, the first being 0.
    pub reading: u32,
    /// Number of texts that were read of it and are kept.
    pub readings: u32,
    /// What a person should know about it. With `Ready` it is compared all the same.
    pub problem: Option<Notice>,
}

/// How far a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum FileStatus {
    /// Not begun.
    Waiting,
    /// Being read.
    Reading,
    /// Read; it is compared.
    Ready,
    /// Not compared; `problem` says why.
    Problem,
}

/// What was taken of a source beside its whole text.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ReviewView {
    /// Names the file in commands.
    pub key: u32,
    /// The source's letter, while it is compared.
    pub letter: Option<String>,
    /// File name without folders.
    pub file: String,
    /// What the file is.
    pub format: Format,
    /// The address that the page gives of itself.
    pub canonical: Option<String>,
    /// Only the beginning of the article is in the file.
    pub partial: bool,
    /// What was read of the source, in the fields that can be corrected; nothing is dropped or taken back in it.
    pub found: Corrections,
    /// What the person corrected.
    pub corrections: Corrections,
    /// The whole text, with what is taken of it.
    pub passages: Vec<Passage>,
}

impl ReviewView {
    /// The review of a file by what was read of it.
    pub fn of(file: &File, found: &Account) -> ReviewView {
        let extract = found.extract.clone();
        ReviewView {
            key: file.key,
            letter: file.letter.map(String::from),
            file: file.name.clone(),
            format: found.format,
            passages: extract.passages(&file.corrections),
            canonical: extract.canonical,
            partial: extract.partial,
            found: Corrections {
                title: extract.title,
                byline: extract.byline,
                outlet: extract.outlet,
                published: extract.published,
                updated: extract.updated,
                section: extract.section,
                agency: extract.agency,
                language: Some(found.language),
                ..Corrections::default()
            },
            corrections: file.corrections.clone(),
        }
    }
}

/// A drag from outside over the window.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct DragView {
    /// `false`: it left, or it was dropped.
    pub over: bool,
    /// Names of the files that the program can read.
    pub readable: Vec<String>,
    /// Number of files that it cannot.
    pub others: u32,
}

/// An event that was compared before.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct RecentView {
    /// Names it in commands.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its day, ISO 8601.
    pub date: Option<String>,
    /// Number of sources.
    pub sources: u32,
    /// Number of claims with a conflict.
    pub conflicts: u32,
    /// Name of the session file, when it was saved.
    pub file: Option<String>,
}

/// What a person can set; kept in the program's settings file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(default)]
pub struct Settings {
    /// Light, dark, or as the system has it.
    pub theme: Theme,
    /// Per cent, 80 to 200.
    pub text_size: u32,
    /// Typeface of the articles.
    pub typeface: Typeface,
    /// Language of the window: the code of one that it has (`ui/src/lib/i18n/languages`), else it is English.
    pub language: String,
    /// 0 (loose) to 1 (strict).
    pub strictness: f32,
    /// Less movement, whatever the system says.
    pub less_movement: bool,
    /// Single-letter keys work.
    pub letter_keys: bool,
    /// A screen reader says the kind of a mark before its words.
    pub spoken_marks: bool,
}

/// Theme of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system has it.
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// Typeface of the articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum Typeface {
    /// Source Serif.
    Serif,
    /// Inter.
    Sans,
    /// The system's own.
    System,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            theme: Theme::System,
            text_size: 100,
            typeface: Typeface::Serif,
            language: "en".into(),
            strictness: 0.5,
            less_movement: false,
            letter_keys: true,
            spoken_marks: true,
        }
    }
}
