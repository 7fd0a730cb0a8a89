//! One file of the event: where its text comes from and what is known of it.
use std::path::PathBuf;
use std::sync::Arc;
use std::time::SystemTime;

use parallax_engine::compare::Account;
use parallax_engine::model::Corrections;
use parallax_engine::open::Problem;
use parallax_engine::work::SourceMarks;
use parallax_reader::Ask;

use crate::view::OnDisk;

/// Where a file's text comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A file of the person's.
    Path(PathBuf),
    /// A report of the sample event, by its position.
    Sample(usize),
    /// Pasted text.
    Pasted(String),
    /// A session that has its text and says nothing of a file.
    Kept,
}

/// One file of the event.
#[derive(Debug, Clone)]
pub struct File {
    /// Names it in commands.
    pub key: u32,
    /// Its number in the session: what was set by hand names it by this.
    pub source: u32,
    /// Where its text comes from.
    pub origin: Origin,
    /// Name without folders.
    pub name: String,
    /// The source's letter, while it is compared.
    pub letter: Option<char>,
    /// The letter that it has or had last, so that it comes back with it.
    pub own: Option<char>,
    /// What a person corrected, as it is in force.
    pub corrections: Corrections,
    /// Which of its articles, and its password until it is read.
    pub ask: Ask,
    /// Compared although it is the same text as another.
    pub wanted: bool,
    /// Its column is not shown.
    pub hidden: bool,
    /// Its texts, the first that was read first.
    pub readings: Vec<Arc<Account>>,
    /// It is to be read once more; until then its text stays.
    pub again: bool,
    /// Whether the file is still what was read.
    pub on_disk: OnDisk,
    /// Length and time of the file when that was last looked at.
    pub looked: Option<(u64, SystemTime)>,
    pub(super) state: State,
}

#[derive(Debug, Clone)]
pub(super) enum State {
    Waiting,
    Reading,
    /// What was found, and the same with the person's corrections.
    Read {
        found: Arc<Account>,
        used: Arc<Account>,
    },
    Failed(Problem),
}

impl State {
    /// Corrections that leave no text (made to a file that has changed since) are passed over.
    pub(super) fn read(found: Arc<Account>, corrections: &Corrections) -> State {
        let corrected = Some(corrections).filter(|corrections| !corrections.is_empty());
        let used = corrected.and_then(|corrections| found.corrected(corrections)).map(Arc::new);
        State::Read { used: used.unwrap_or_else(|| Arc::clone(&found)), found }
    }
}

impl File {
    /// A file that has not been read.
    pub(super) fn new(key: u32, source: u32, origin: Origin, name: String) -> File {
        File {
            key,
            source,
            origin,
            name,
            letter: None,
            own: None,
            corrections: Corrections::default(),
            ask: Ask::default(),
            wanted: false,
            hidden: false,
            readings: Vec::new(),
            again: false,
            on_disk: OnDisk::Same,
            looked: None,
            state: State::Waiting,
        }
    }

    /// What is compared of it.
    pub(super) fn used(&self) -> Option<&Arc<Account>> {
        match &self.state {
            State::Read { used, .. } => Some(used),
            _ => None,
        }
    }

    /// Which of its texts is used.
    pub(super) fn reading(&self) -> u32 {
        let State::Read { found, .. } = &self.state else { return 0 };
        self.readings.iter().position(|text| Arc::ptr_eq(text, found)).unwrap_or_default() as u32
    }

    /// SHA-256 of the file that its newest text was read from.
    pub fn sha256(&self) -> Option<&str> {
        self.readings.last().map(|account| account.sha256.as_str())
    }

    /// Brings it to what a person set of it.
    pub(super) fn set(&mut self, marks: &SourceMarks) {
        (self.hidden, self.wanted) = (marks.hidden, marks.wanted);
        let reading = (marks.reading as usize).min(self.readings.len().saturating_sub(1));
        if let Some(found) = self.readings.get(reading) {
            let same = matches!(&self.state, State::Read { found: now, .. } if Arc::ptr_eq(now, found));
            if !same || self.corrections != marks.corrections {
                self.state = State::read(Arc::clone(found), &marks.corrections);
            }
        }
        self.corrections.clone_from(&marks.corrections);
    }
}
