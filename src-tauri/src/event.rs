//! The open event: its files, what is known of each, the comparison, and what was done by hand. Pure state;
//! [`crate::job`] does the work.
//!
//! A file keeps its key and its letter while it stays, so that adding or removing another one moves nothing. Which files
//! are in the event, and in which order, is part of what is done by hand; a file that was removed waits on the shelf.
mod by_hand;
mod file;
mod kept;
mod show;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use parallax_engine::compare::{Account, Candidate, Intake, MOST_ARTICLES, intake};
use parallax_engine::model::{ClaimKind, Comparison, Corrections, Notice, StatementRef};
use parallax_engine::open::Problem;
use parallax_engine::session::{Filters, SavedSource};
use parallax_engine::work::{self, Decision, StepKey, Work};
use parallax_reader::Ask;

pub use by_hand::After;
use file::State;
pub use file::{File, Origin};
pub use kept::Opened;

use crate::view::{OnDisk, Phase, ReviewView};

/// The open event.
#[derive(Debug, Default)]
pub struct Event {
    files: Vec<File>,
    /// Files that were removed and may come back.
    shelf: Vec<File>,
    last_key: u32,
    last_source: u32,
    phase: Option<Phase>,
    /// What was found, without what lies on it by hand.
    base: Option<Comparison>,
    /// What was found with what lies on it.
    comparison: Option<Comparison>,
    comparisons: u32,
    /// What [`Event::base`] was made of.
    compared: (Entries, Vec<Decision<StatementRef>>),
    /// By file key: whether it is compared. See [`Event::take_in`].
    intakes: BTreeMap<u32, Intake>,
    work: Work,
    /// Counts up with everything that a saved session would hold otherwise, filters aside.
    revision: u64,
    filters: Filters,
    more: More,
}

/// What the name of a step is filled in with.
type Called = Vec<(&'static str, String)>;

/// Sources with their letters, in the order of the columns.
pub type Entries = Vec<(String, Arc<Account>)>;

/// What a later program wrote into the session file that was opened.
#[derive(Debug, Default)]
struct More {
    session: work::More,
    settings: work::More,
    sources: Vec<SavedSource>,
}

impl Event {
    /// Adds files at the end; a path that is listed already is not added again. Returns how many are new.
    pub fn add(&mut self, files: impl IntoIterator<Item = (Origin, String, Corrections)>) -> usize {
        let mut added: Vec<(u32, Corrections)> = Vec::new();
        let mut first = String::new();
        for (origin, name, corrections) in files {
            let same = |file: &File| matches!(origin, Origin::Path(_)) && file.origin == origin;
            if self.files.iter().any(same) {
                continue;
            }
            first = if added.is_empty() { name.clone() } else { first };
            // A file that was removed comes back with what was set on it.
            if let Some(file) = self.shelf.iter_mut().find(|file| same(file)) {
                if matches!(file.state, State::Failed(_)) {
                    file.state = State::Waiting;
                }
                if !added.iter().any(|(source, _)| *source == file.source) {
                    added.push((file.source, self.work.marks.source(file.source).corrections));
                }
                continue;
            }
            self.last_key += 1;
            self.last_source += 1;
            added.push((self.last_source, corrections));
            self.shelf.push(File::new(self.last_key, self.last_source, origin, name));
        }
        let count = added.len();
        let put = |marks: &mut work::Marks| {
            for (source, corrections) in added {
                marks.order.push(source);
                if !corrections.is_empty() {
                    marks.sources.entry(source).or_default().corrections = corrections;
                }
            }
        };
        let untouched = self.work.done.is_empty() && self.work.undone.is_empty();
        if count > 0 && untouched && self.work.marks.order.is_empty() {
            self.work.begin(put);
            self.after(true);
        } else if count > 0 {
            self.alter(StepKey::AddSources, &[("name", first), ("count", count.to_string())], put);
        }
        count
    }

    /// Takes files out, in one step. The comparison stays until the next one replaces it. `false` when none is there.
    pub fn remove(&mut self, keys: &[u32]) -> bool {
        let Some((sources, with)) = self.named_all(keys) else { return false };
        self.alter(StepKey::RemoveSource, &with, |marks| marks.order.retain(|other| !sources.contains(other)));
        true
    }

    /// Moves a file to position `to`.
    pub fn shift(&mut self, key: u32, to: usize) -> bool {
        let Some((source, with)) = self.named(key) else { return false };
        self.alter(StepKey::MoveSource, &with, |marks| {
            marks.order.retain(|other| *other != source);
            marks.order.insert(to.min(marks.order.len()), source);
        });
        true
    }

    /// The sources of the comparison that there is.
    pub fn compared(&self) -> &Entries {
        &self.compared.0
    }

    /// Hides a file's column or shows it again; it is compared all the same.
    pub fn hide(&mut self, key: u32, hidden: bool) -> Option<After> {
        let (source, with) = self.named(key)?;
        let step = if hidden { StepKey::HideSource } else { StepKey::ShowSource };
        Some(self.alter(step, &with, |marks| marks.sources.entry(source).or_default().hidden = hidden))
    }

    /// A file of the event by its key.
    pub fn file(&self, key: u32) -> Option<&File> {
        self.files.iter().find(|file| file.key == key)
    }

    /// Wants files in the event, in one step, although one is the same text as another, or seems to tell of another event.
    pub fn want(&mut self, keys: &[u32]) -> bool {
        let Some((sources, with)) = self.named_all(keys) else { return false };
        self.alter(StepKey::UseAnyway, &with, |marks| {
            for source in sources {
                marks.sources.entry(source).or_default().wanted = true;
            }
        });
        true
    }

    fn file_mut(&mut self, key: u32) -> Option<&mut File> {
        self.files.iter_mut().find(|file| file.key == key)
    }

    /// A file's number in the session, and how a step names it.
    fn named(&self, key: u32) -> Option<(u32, Called)> {
        let (sources, with) = self.named_all(&[key])?;
        Some((*sources.first()?, with))
    }

    /// The numbers of the files that are there, and how a step names them: by letters, without one by the file's name.
    fn named_all(&self, keys: &[u32]) -> Option<(Vec<u32>, Called)> {
        let files: Vec<&File> = keys.iter().filter_map(|&key| self.file(key)).collect();
        let first = files.first()?.name.clone();
        let called = |file: &&File| file.letter.map_or_else(|| file.name.clone(), String::from);
        let called = files.iter().map(called).collect::<Vec<_>>().join(", ");
        Some((files.iter().map(|file| file.source).collect(), vec![("source", called), ("name", first)]))
    }

    /// Keeps what the person wants to see, to be saved with the rest. To look at less is no work that could be lost.
    pub fn filter(&mut self, filters: Filters) {
        let more = std::mem::take(&mut self.filters.more);
        self.filters = Filters { more, ..filters };
    }

    /// Names the event; an empty name gives it back to the headline.
    pub fn rename(&mut self, name: &str) {
        let name = Some(name.trim()).filter(|name| !name.is_empty()).map(str::to_owned);
        let with = [("name", name.clone().unwrap_or_default())];
        self.alter(StepKey::RenameEvent, &with, |marks| marks.name = name);
    }

    /// Marks the files that still have to be read as being read, and returns them.
    pub fn begin_reading(&mut self) -> Vec<File> {
        let unread =
            self.files.iter_mut().filter(|file| file.again || matches!(file.state, State::Waiting | State::Reading));
        unread
            .map(|file| {
                if !file.again {
                    file.state = State::Reading;
                }
                file.clone()
            })
            .collect()
    }

    /// Keeps what came of reading a file; one that was removed meanwhile keeps it for an undo.
    pub fn finish_reading(&mut self, key: u32, read: Result<Account, Problem>) {
        let Some(file) = self.files.iter_mut().chain(&mut self.shelf).find(|file| file.key == key) else { return };
        let again = std::mem::take(&mut file.again);
        match read {
            // The text that is there stays.
            Err(_) if again => file.on_disk = OnDisk::Missing,
            Err(problem) => file.state = State::Failed(problem),
            Ok(account) => {
                (file.ask.password, file.on_disk) = (None, OnDisk::Same);
                let known = |old: &Arc<Account>| old.sha256 == account.sha256 && old.extract == account.extract;
                let reading = file.readings.iter().position(known).unwrap_or(file.readings.len());
                if reading == file.readings.len() {
                    file.readings.push(Arc::new(account));
                }
                let (source, letter, name) = (file.source, file.letter, file.name.clone());
                let put = |marks: &mut work::Marks| marks.sources.entry(source).or_default().reading = reading as u32;
                if again {
                    let letter = letter.map(String::from).unwrap_or_default();
                    self.alter(StepKey::ReadAgain, &[("source", letter), ("name", name)], put);
                } else {
                    if self.work.marks.source(source).reading != reading as u32 {
                        self.work.begin(put);
                    }
                    self.revision += 1;
                }
            }
        }
        self.arrange();
    }

    /// Has a file read once more. Its text stays until then, and is kept as an earlier one.
    pub fn read_again(&mut self, key: u32) -> bool {
        let Some(file) = self.file_mut(key) else { return false };
        file.again = !file.readings.is_empty();
        if file.readings.is_empty() {
            file.state = State::Waiting;
        }
        true
    }

    /// Uses another of the texts that were read of a file, the first being 0.
    pub fn use_reading(&mut self, key: u32, reading: u32) -> Option<After> {
        let (source, with) = self.named(key)?;
        self.file(key)?.readings.get(reading as usize)?;
        Some(self.alter(StepKey::UseReading, &with, |marks| marks.sources.entry(source).or_default().reading = reading))
    }

    /// The files whose text came from a path, with the digest it had.
    pub fn on_paths(&self) -> Vec<File> {
        let there = |file: &&File| matches!(file.origin, Origin::Path(_)) && file.sha256().is_some();
        self.files.iter().filter(there).cloned().collect()
    }

    /// Says whether a file is still what was read; `true` when that is news.
    pub fn set_on_disk(&mut self, key: u32, on_disk: OnDisk, looked: Option<(u64, std::time::SystemTime)>) -> bool {
        let Some(file) = self.file_mut(key) else { return false };
        file.looked = looked;
        std::mem::replace(&mut file.on_disk, on_disk) != on_disk
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
        let (source, with) = self.named(key)?;
        let found = match &self.file(key)?.state {
            State::Read { found, .. } => Some(found),
            _ => None,
        };
        if found.is_some_and(|found| found.corrected(&corrections).is_none()) {
            return Some(false);
        }
        self.alter(StepKey::CorrectSource, &with, |marks| {
            marks.sources.entry(source).or_default().corrections = corrections;
        });
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
        let revision = self.revision + 1;
        Event { last_key: self.last_key, comparisons: self.comparisons, revision, ..Event::default() }
    }

    /// Says what is being done.
    pub fn set_phase(&mut self, phase: Phase) {
        self.phase = Some(phase);
    }

    /// Work begins: what is shown is not said to be ready while it is of other sources than there are.
    pub fn expect_another(&mut self) {
        if self.phase == Some(Phase::Ready) && self.needs_comparing() {
            self.phase = Some(Phase::Aligning);
        }
    }

    /// Gives letters to the sources and returns those to compare, in the order of the columns. One that is not read yet has its
    /// letter for now only: should there be no article in it, those behind it move up.
    pub fn entries(&mut self) -> Entries {
        let compared: Vec<bool> = self.left_out().iter().map(Option::is_none).collect();
        for (file, compared) in self.files.iter_mut().zip(&compared) {
            file.letter = file.letter.filter(|_| *compared && file.letter == file.own);
        }
        let without = |event: &Event| -> Vec<usize> {
            (0..event.files.len()).filter(|&at| compared[at] && event.files[at].letter.is_none()).collect()
        };
        // Each its own first, so that no other takes it.
        for at in without(self) {
            self.files[at].letter = self.files[at].own.filter(|own| self.is_free(own));
        }
        for at in without(self) {
            self.files[at].letter = self.new_letter();
        }
        for file in self.files.iter_mut().filter(|file| file.used().is_some()) {
            file.own = file.letter.or(file.own);
        }
        let entry = |file: &File| Some((file.letter?.to_string(), Arc::clone(file.used()?)));
        self.files.iter().filter_map(entry).collect()
    }

    /// Whether no file has this letter now.
    fn is_free(&self, letter: &char) -> bool {
        self.files.iter().all(|file| file.letter != Some(*letter))
    }

    /// A free letter that no file has had either, as long as there are such: one that was removed may come back.
    fn new_letter(&self) -> Option<char> {
        let had = |letter: &char| self.files.iter().chain(&self.shelf).any(|file| file.own == Some(*letter));
        let mut colours = ('A'..='Z').take(MOST_ARTICLES);
        colours.find(|letter| self.is_free(letter) && !had(letter)).or_else(|| ('A'..='Z').find(|l| self.is_free(l)))
    }

    /// Keeps a finished comparison of `entries` under `decisions`, or `None` when fewer than two sources are left.
    pub fn set_comparison(
        &mut self,
        comparison: Option<Comparison>,
        entries: Entries,
        decisions: Vec<Decision<StatementRef>>,
    ) {
        let needs_a_look = self.left_out().iter().any(Option::is_some);
        self.phase = Some(if comparison.is_some() || needs_a_look { Phase::Ready } else { Phase::Empty });
        if comparison.is_none() && self.comparison.is_some() {
            self.comparisons += 1;
        }
        self.compared = (entries, decisions);
        self.comparison = None;
        self.base = comparison;
        self.lay();
    }

    /// The comparison, when there is one.
    pub fn comparison(&self) -> Option<&Comparison> {
        self.comparison.as_ref()
    }

    /// Counts up with everything that a saved session would hold otherwise.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// A setting that is saved with the event was changed.
    pub fn touch(&mut self) {
        self.revision += 1;
    }

    /// Somebody has worked on it: there is something to lose that its files do not hold.
    pub fn is_worked_on(&self) -> bool {
        !self.work.done.is_empty() || !self.work.undone.is_empty()
    }

    /// Nothing is in it, and nothing was.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty() && !self.is_worked_on()
    }

    /// The paths of the sources, when all of them are files of the person's.
    pub fn paths(&self) -> Option<Vec<PathBuf>> {
        let path = |file: &File| match &file.origin {
            Origin::Path(path) => Some(path.clone()),
            Origin::Sample(_) | Origin::Pasted(_) | Origin::Kept => None,
        };
        self.files.iter().filter(|file| file.letter.is_some()).map(path).collect()
    }

    /// Which article of its file each of these sources is, where a person chose one.
    pub fn parts(&self) -> Vec<Option<u32>> {
        self.files.iter().filter(|file| file.letter.is_some()).map(|file| file.ask.part).collect()
    }

    /// Says which article of a file is meant, before it is read.
    pub fn ask_part(&mut self, path: &Path, part: Option<u32>) {
        for file in &mut self.files {
            if matches!(&file.origin, Origin::Path(own) if own == path) {
                file.ask.part = part;
            }
        }
    }

    /// Number of claims with a conflict.
    pub fn conflicts(&self) -> u32 {
        let claims = self.comparison.iter().flat_map(|comparison| &comparison.claims);
        claims.filter(|claim| claim.kind == ClaimKind::Conflict).count() as u32
    }

    /// Finds anew which of the files that were read are compared. To be called whenever files, their order or what was
    /// read of them change, so that nothing is compared again when the window only asks how things stand.
    fn take_in(&mut self) {
        let mut read = Vec::new();
        for file in &self.files {
            if let Some(used) = file.used() {
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
        self.files.iter().map(|file| show::failure(file).or_else(|| reason(file))).collect()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
#[path = "event_tests.rs"]
mod tests;
