//! The event as a session that can be saved, and back.
use std::path::PathBuf;
use std::sync::Arc;

use parallax_engine::compare::Account;
use parallax_engine::open::Problem;
use parallax_engine::session::{SavedReading, SavedSource, Session, SessionSettings};
use parallax_reader::Ask;
use rayon::prelude::*;

use super::file::State;
use super::{Event, File, Origin};

/// A session that was opened, its texts read by this program.
pub struct Opened {
    session: Session,
    accounts: Vec<Vec<Result<Account, Problem>>>,
}

impl Opened {
    /// Finds the statements of all texts.
    pub fn read(session: Session) -> Opened {
        let source =
            |source: &SavedSource| source.readings.par_iter().map(|reading| reading.account(&source.file)).collect();
        let accounts = session.sources.par_iter().map(source).collect();
        Opened { session, accounts }
    }

    /// 0 (loose) to 1 (strict).
    pub fn strictness(&self) -> f32 {
        self.session.settings.strictness
    }
}

impl Event {
    /// The event as it is saved.
    pub fn session(&self, strictness: f32) -> Session {
        let mut files: Vec<&File> = self.files.iter().chain(&self.shelf).collect();
        files.sort_by_key(|file| file.source);
        let mut session = Session::new(
            env!("CARGO_PKG_VERSION"),
            SessionSettings { strictness, filters: self.filters.clone(), more: self.more.settings.clone() },
            files.into_iter().map(|file| self.saved(file)).collect(),
            self.work.clone(),
        );
        session.more.clone_from(&self.more.session);
        session
    }

    fn saved(&self, file: &File) -> SavedSource {
        let path = match &file.origin {
            Origin::Path(path) => Some(path.to_string_lossy().into_owned()),
            Origin::Sample(_) | Origin::Pasted(_) | Origin::Kept => None,
        };
        let before = self.more.sources.iter().find(|source| source.id == file.source);
        let readings = file.readings.iter().enumerate().map(|(at, account)| {
            let mut reading = SavedReading::of(account);
            if let Some(before) = before.and_then(|source| source.readings.get(at)) {
                reading.more.clone_from(&before.more);
            }
            reading
        });
        SavedSource {
            id: file.source,
            letter: file.letter,
            file: file.name.clone(),
            path,
            part: file.ask.part,
            readings: readings.collect(),
            more: before.map(|source| source.more.clone()).unwrap_or_default(),
        }
    }

    /// The event of a session in place of this one.
    pub fn restored(&self, opened: Opened) -> Event {
        let Opened { mut session, accounts } = opened;
        let mut event = Event { work: std::mem::take(&mut session.work), ..self.successor() };
        for (source, accounts) in session.sources.iter_mut().zip(accounts) {
            event.last_key += 1;
            event.last_source = event.last_source.max(source.id);
            let origin = source.path.take().map_or(Origin::Kept, |path| Origin::Path(PathBuf::from(path)));
            let mut file = File::new(event.last_key, source.id, origin, source.file.clone());
            file.letter = source.letter.filter(char::is_ascii_uppercase);
            file.own = file.letter;
            file.ask = Ask { part: source.part, password: None };
            let mut problem = None;
            for account in accounts {
                match account {
                    Ok(account) => file.readings.push(Arc::new(account)),
                    Err(trouble) => problem = Some(trouble),
                }
            }
            if file.readings.is_empty() && file.origin == Origin::Kept {
                file.state = State::Failed(problem.unwrap_or_else(|| Problem::empty(&file.name)));
            }
            event.shelf.push(file);
            // The texts are in the accounts now; only what this program does not know is kept beside them.
            source.readings.iter_mut().for_each(|reading| reading.article = Default::default());
        }
        event.filters = session.settings.filters;
        event.more = super::More { settings: session.settings.more, session: session.more, sources: session.sources };
        event.arrange();
        event.revision = self.revision + 1;
        event
    }
}
