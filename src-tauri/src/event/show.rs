//! What the window shows of the event.
use parallax_engine::compare::Account;
use parallax_engine::model::{Notice, NoticeCode};

use super::file::State;
use super::{Event, File};
use crate::view::{DocumentView, EventView, FileStatus, FileView, HistoryView, Phase};

impl Event {
    /// What the window shows.
    pub fn view(&self) -> EventView {
        let left_out = self.left_out();
        EventView {
            name: self.name(),
            date: self.accounts().filter_map(|a| a.extract.published.as_deref()?.get(..10)).min().map(str::to_owned),
            phase: self.phase.unwrap_or(Phase::Empty),
            files: self.files.iter().zip(left_out).map(|(file, problem)| self.file_view(file, problem)).collect(),
            events: self.events(),
            filters: self.filters.clone(),
            history: HistoryView { undo: self.work.to_undo().cloned(), redo: self.work.to_redo().cloned() },
            document: DocumentView::default(),
            comparison: if self.comparison.is_some() { self.comparisons } else { 0 },
        }
    }

    /// The keys of the files by what they tell of, when that seems to be several events and nobody wants them together.
    fn events(&self) -> Vec<Vec<u32>> {
        let notices = self.comparison.iter().flat_map(|comparison| &comparison.notices);
        let several = notices.filter(|notice| notice.code == NoticeCode::SeveralEvents);
        let keys = |letters: &str| -> Vec<u32> {
            let of = |file: &&File| {
                letters.split(", ").any(|letter| file.letter.is_some_and(|own| letter == own.to_string()))
            };
            self.files.iter().filter(of).map(|file| file.key).collect()
        };
        let letters = several.flat_map(|notice| notice.detail.as_deref().unwrap_or_default().lines());
        let events: Vec<Vec<u32>> = letters.map(keys).filter(|event| !event.is_empty()).collect();
        let wanted = |key: &u32| self.file(*key).is_some_and(|file| file.wanted);
        if events.len() < 2 || events.iter().flatten().all(wanted) { Vec::new() } else { events }
    }

    fn accounts(&self) -> impl Iterator<Item = &Account> {
        self.files.iter().filter_map(|file| file.used().map(AsRef::as_ref))
    }

    fn name(&self) -> String {
        let headline = || self.accounts().find_map(|account| account.extract.title.clone());
        let file = || self.accounts().next().map(|account| account.file.clone());
        self.work.marks.name.clone().or_else(headline).or_else(file).unwrap_or_default()
    }

    fn file_view(&self, file: &File, left_out: Option<Notice>) -> FileView {
        let account = file.used();
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
            hidden: file.hidden,
            on_disk: file.on_disk,
            reading: file.reading(),
            readings: file.readings.len() as u32,
            problem: left_out.or_else(|| self.remark(file)),
        }
    }

    /// What is remarkable about a file that is compared.
    fn remark(&self, file: &File) -> Option<Notice> {
        let letter = file.letter?.to_string();
        let notices = self.comparison.iter().flat_map(|comparison| &comparison.notices);
        let of_comparison = notices.filter(|notice| notice.article.as_ref() == Some(&letter));
        let before = self.intakes.get(&file.key).and_then(|intake| intake.notice.as_ref());
        let open = |notice: &&Notice| !(file.wanted && is_settled_by_wanting(notice.code));
        let most = of_comparison.chain(before).filter(open).max_by_key(|notice| notice.code)?;
        Some(Notice { article: Some(letter), ..most.clone() })
    }
}

/// Whether nothing more is to be said of it once a person wants the file in the event.
fn is_settled_by_wanting(code: NoticeCode) -> bool {
    matches!(code, NoticeCode::NearDuplicate | NoticeCode::OtherEvent | NoticeCode::VeryLong)
}

pub(super) fn failure(file: &File) -> Option<Notice> {
    match &file.state {
        State::Failed(problem) => Some(notice(file, problem.code, problem.message.clone(), problem.detail.clone())),
        _ => None,
    }
}

fn notice(file: &File, code: NoticeCode, message: String, detail: Option<String>) -> Notice {
    Notice { article: file.letter.map(String::from), file: Some(file.name.clone()), code, message, detail }
}
