//! The open event: its files, what is known of each, and the comparison. Pure state; [`crate::job`] does the work.
//!
//! A file keeps its key and its letter while it stays, so that adding or removing another one moves nothing.
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use parallax_engine::compare::{Account, Candidate, Intake, intake};
use parallax_engine::model::{ClaimKind, Comparison, Corrections, Notice, NoticeCode};
use parallax_engine::open::Problem;
use parallax_reader::Ask;

use crate::view::{EventView, FileStatus, FileView, Phase, ReviewView};

/// Where a file's text comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A file of the person's.
    Path(PathBuf),
    /// A report of the sample event, by its position.
    Sample(usize),
    /// Pasted text.
    Pasted(String),
}

/// One file of the event.
#[derive(Debug, Clone)]
pub struct File {
    /// Names it in commands.
    pub key: u32,
    /// Where its text comes from.
    pub origin: Origin,
    /// Name without folders.
    pub name: String,
    /// The source's letter, while it is compared.
    pub letter: Option<char>,
    /// What a person corrected.
    pub corrections: Corrections,
    /// Which of its articles, and its password until it is read.
    pub ask: Ask,
    /// Compared although it is the same text as another.
    pub wanted: bool,
    state: State,
}

#[derive(Debug, Clone)]
enum State {
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
    fn read(found: Arc<Account>, corrections: &Corrections) -> State {
        let corrected = Some(corrections).filter(|corrections| !corrections.is_empty());
        let used = corrected.and_then(|corrections| found.corrected(corrections)).map(Arc::new);
        State::Read { used: used.unwrap_or_else(|| Arc::clone(&found)), found }
    }
}

/// The open event.
#[derive(Debug, Default)]
pub struct Event {
    files: Vec<File>,
    last_key: u32,
    name: Option<String>,
    phase: Option<Phase>,
    comparison: Option<Comparison>,
    comparisons: u32,
    /// By file key: whether it is compared. See [`Event::take_in`].
    intakes: BTreeMap<u32, Intake>,
}

impl Event {
    /// Adds files at the end; a path that is listed already is not added again. Returns how many are new.
    pub fn add(&mut self, files: impl IntoIterator<Item = (Origin, String, Corrections)>) -> usize {
        let before = self.files.len();
        for (origin, name, corrections) in files {
            if matches!(origin, Origin::Path(_)) && self.files.iter().any(|file| file.origin == origin) {
                continue;
            }
            self.last_key += 1;
            let key = self.last_key;
            let (letter, ask) = (None, Ask::default());
            self.files.push(File { key, origin, name, letter, corrections, ask, wanted: false, state: State::Waiting });
        }
        self.files.len() - before
    }

    /// Takes a file out. The comparison stays until the next one replaces it.
    pub fn remove(&mut self, key: u32) -> bool {
        let before = self.files.len();
        self.files.retain(|file| file.key != key);
        self.take_in();
        self.files.len() < before
    }

    /// Moves a file to position `to`.
    pub fn shift(&mut self, key: u32, to: usize) -> bool {
        let Some(from) = self.files.iter().position(|file| file.key == key) else { return false };
        let file = self.files.remove(from);
        self.files.insert(to.min(self.files.len()), file);
        self.take_in();
        true
    }

    /// A file by its key.
    pub fn file(&self, key: u32) -> Option<&File> {
        self.files.iter().find(|file| file.key == key)
    }

    /// Compares a file although it is the same text as another.
    pub fn want(&mut self, key: u32) -> bool {
        let Some(file) = self.file_mut(key) else { return false };
        file.wanted = true;
        self.take_in();
        true
    }

    fn file_mut(&mut self, key: u32) -> Option<&mut File> {
        self.files.iter_mut().find(|file| file.key == key)
    }

    /// Names the event; an empty name gives it back to the headline.
    pub fn rename(&mut self, name: &str) {
        let name = name.trim();
        self.name = (!name.is_empty()).then(|| name.to_owned());
    }

    /// Marks the files that still have to be read as being read, and returns them.
    pub fn begin_reading(&mut self) -> Vec<File> {
        let unread = self.files.iter_mut().filter(|file| matches!(file.state, State::Waiting | State::Reading));
        unread
            .map(|file| {
                file.state = State::Reading;
                file.clone()
            })
            .collect()
    }

    /// Keeps what came of reading a file; one that was removed meanwhile is left alone.
    pub fn finish_reading(&mut self, key: u32, read: Result<Account, Problem>) {
        if let Some(file) = self.file_mut(key) {
            if read.is_ok() {
                file.ask.password = None;
            }
            file.state = match read {
                Ok(account) => State::read(Arc::new(account), &file.corrections),
                Err(problem) => State::Failed(problem),
            };
            self.take_in();
        }
    }

    /// Has a file read anew with what a person chose for it; what was chosen before and is not named stays.
    pub fn choose(&mut self, key: u32, choice: Ask) -> bool {
        let Some(file) = self.file_mut(key) else { return false };
        file.ask.part = choice.part.or(file.ask.part);
        file.ask.password = choice.password.or_else(|| file.ask.password.take());
        file.state = State::Waiting;
        true
    }

    /// Corrects what was read of a source; no corrections give back what was found. `None` when the key is gone,
    /// `Some(false)` when nothing to compare would be left, and then nothing is changed.
    pub fn correct(&mut self, key: u32, corrections: Corrections) -> Option<bool> {
        let file = self.file_mut(key)?;
        if let State::Read { found, .. } = &file.state {
            if found.corrected(&corrections).is_none() {
                return Some(false);
            }
            file.state = State::read(Arc::clone(found), &corrections);
        }
        file.corrections = corrections;
        self.take_in();
        Some(true)
    }

    /// What was taken of a source beside its whole text; `None` until it is read.
    pub fn review(&self, key: u32) -> Option<ReviewView> {
        let file = self.file(key)?;
        let State::Read { found, .. } = &file.state else { return None };
        Some(ReviewView::of(file, found))
    }

    /// An empty event in place of this one. Keys and the count of comparisons go on, so that the window cannot take
    /// an old answer for a new one.
    pub fn successor(&self) -> Event {
        Event { last_key: self.last_key, comparisons: self.comparisons, ..Event::default() }
    }

    /// Says what is being done.
    pub fn set_phase(&mut self, phase: Phase) {
        self.phase = Some(phase);
    }

    /// Gives letters to the sources and returns those to compare, in the order of the columns.
    pub fn entries(&mut self) -> Vec<(String, Arc<Account>)> {
        let left_out = self.left_out();
        for (file, left_out) in self.files.iter_mut().zip(&left_out) {
            if left_out.is_some() {
                file.letter = None;
            }
        }
        for (at, left_out) in left_out.iter().enumerate() {
            if left_out.is_none() && self.files[at].letter.is_none() {
                self.files[at].letter = ('A'..='Z').find(|&l| self.files.iter().all(|file| file.letter != Some(l)));
            }
        }
        let entry = |file: &File| match (&file.state, file.letter) {
            (State::Read { used, .. }, Some(letter)) => Some((letter.to_string(), Arc::clone(used))),
            _ => None,
        };
        self.files.iter().filter_map(entry).collect()
    }

    /// Keeps a finished comparison, or `None` when fewer than two sources are left.
    pub fn set_comparison(&mut self, comparison: Option<Comparison>) {
        let needs_a_look = self.left_out().iter().any(Option::is_some);
        self.phase = Some(if comparison.is_some() || needs_a_look { Phase::Ready } else { Phase::Empty });
        if comparison.is_some() || self.comparison.is_some() {
            self.comparisons += 1;
        }
        self.comparison = comparison;
    }

    /// The comparison, when there is one.
    pub fn comparison(&self) -> Option<&Comparison> {
        self.comparison.as_ref()
    }

    /// The paths of the sources, when all of them are files of the person's.
    pub fn paths(&self) -> Option<Vec<PathBuf>> {
        let path = |file: &File| match &file.origin {
            Origin::Path(path) => Some(path.clone()),
            Origin::Sample(_) | Origin::Pasted(_) => None,
        };
        self.files.iter().filter(|file| file.letter.is_some()).map(path).collect()
    }

    /// Number of claims with a conflict.
    pub fn conflicts(&self) -> u32 {
        let claims = self.comparison.iter().flat_map(|comparison| &comparison.claims);
        claims.filter(|claim| claim.kind == ClaimKind::Conflict).count() as u32
    }

    /// What the window shows.
    pub fn view(&self) -> EventView {
        let left_out = self.left_out();
        EventView {
            name: self.name(),
            date: self.accounts().filter_map(|a| a.extract.published.as_deref()?.get(..10)).min().map(str::to_owned),
            phase: self.phase.unwrap_or(Phase::Empty),
            files: self.files.iter().zip(left_out).map(|(file, problem)| self.file_view(file, problem)).collect(),
            comparison: if self.comparison.is_some() { self.comparisons } else { 0 },
        }
    }

    fn accounts(&self) -> impl Iterator<Item = &Account> {
        self.files.iter().filter_map(|file| match &file.state {
            State::Read { used, .. } => Some(used.as_ref()),
            _ => None,
        })
    }

    fn name(&self) -> String {
        let headline = || self.accounts().find_map(|account| account.extract.title.clone());
        let file = || self.accounts().next().map(|account| account.file.clone());
        self.name.clone().or_else(headline).or_else(file).unwrap_or_default()
    }

    /// Finds anew which of the files that were read are compared. To be called whenever files, their order or what was
    /// read of them change, so that nothing is compared again when the window only asks how things stand.
    fn take_in(&mut self) {
        let mut read = Vec::new();
        for file in &self.files {
            if let State::Read { used, .. } = &file.state {
                read.push((file.key, Candidate { name: &file.name, account: used, wanted: file.wanted }));
            }
        }
        let intakes = intake(&read.iter().map(|(_, candidate)| *candidate).collect::<Vec<_>>());
        let keys = read.iter().map(|(key, _)| *key);
        self.intakes = keys.zip(intakes).collect();
    }

    /// For each file the reason why it is not compared.
    fn left_out(&self) -> Vec<Option<Notice>> {
        let reason = |file: &File| {
            let read = matches!(file.state, State::Read { .. });
            let intake = self.intakes.get(&file.key).filter(|intake| read && intake.left_out)?;
            intake.notice.clone()
        };
        self.files.iter().map(|file| failure(file).or_else(|| reason(file))).collect()
    }

    fn file_view(&self, file: &File, left_out: Option<Notice>) -> FileView {
        let account = match &file.state {
            State::Read { used, .. } => Some(used),
            _ => None,
        };
        let status = match (&file.state, &left_out) {
            (_, Some(_)) => FileStatus::Problem,
            (State::Waiting, None) => FileStatus::Waiting,
            (State::Reading, None) => FileStatus::Reading,
            (State::Read { .. } | State::Failed(_), None) => FileStatus::Ready,
        };
        FileView {
            key: file.key,
            letter: file.letter.map(String::from),
            file: file.name.clone(),
            status,
            outlet: account.and_then(|a| a.extract.outlet.clone()),
            language: account.map(|a| a.language.code().to_owned()),
            statements: account.map(|a| a.statements.len() as u32),
            problem: left_out.or_else(|| self.remark(file)),
        }
    }

    /// What is remarkable about a file that is compared.
    fn remark(&self, file: &File) -> Option<Notice> {
        let letter = file.letter?.to_string();
        let notices = self.comparison.iter().flat_map(|comparison| &comparison.notices);
        let of_comparison = notices.filter(|notice| notice.article.as_ref() == Some(&letter));
        let before = self.intakes.get(&file.key).and_then(|intake| intake.notice.as_ref());
        let most = of_comparison.chain(before).max_by_key(|notice| notice.code)?;
        Some(Notice { article: Some(letter), ..most.clone() })
    }
}

fn failure(file: &File) -> Option<Notice> {
    match &file.state {
        State::Failed(problem) => Some(notice(file, problem.code, problem.message.clone(), problem.detail.clone())),
        _ => None,
    }
}

fn notice(file: &File, code: NoticeCode, message: String, detail: Option<String>) -> Notice {
    Notice { article: file.letter.map(String::from), file: Some(file.name.clone()), code, message, detail }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
#[path = "event_tests.rs"]
mod tests;
