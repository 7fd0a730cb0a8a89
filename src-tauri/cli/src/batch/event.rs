//! Where events come from: a folder of folders, or lines of JSON. Lines are read one by one, so their number does not matter.
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use parallax_engine::compare::{Account, account};
use parallax_engine::model::{Corrections, Language};
use parallax_engine::open::{self, Problem};
use parallax_reader::{Ask, Reader};
use serde::Deserialize;

use crate::compare::file_name;

/// One event.
#[derive(Debug, Deserialize)]
pub struct Event {
    /// Its name in the results; its line's number when it has none.
    #[serde(default)]
    pub id: String,
    /// Its articles.
    #[serde(default)]
    pub articles: Vec<Article>,
}

/// An article of an event: a file, or its text.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum Article {
    /// A path; in a line it counts from the folder of the JSONL file.
    File(PathBuf),
    /// The same, named.
    Named {
        /// A path.
        file: PathBuf,
    },
    /// The text itself, and what is known of it.
    Text(Box<Told>),
}

/// An article given by its text.
#[derive(Debug, Deserialize)]
pub struct Told {
    text: String,
    name: Option<String>,
    title: Option<String>,
    outlet: Option<String>,
    published: Option<String>,
    language: Option<Language>,
}

impl Article {
    /// Its name for people.
    pub fn name(&self) -> String {
        match self {
            Article::File(path) | Article::Named { file: path } => file_name(path),
            Article::Text(told) => told.name.clone().or_else(|| told.outlet.clone()).unwrap_or_else(|| "text".into()),
        }
    }

    /// Reads it.
    ///
    /// # Errors
    /// A [`Problem`] that names the file.
    pub fn read(&self, reader: &Reader, ask: &Ask, language: Option<Language>) -> Result<Account, Problem> {
        match self {
            Article::File(path) | Article::Named { file: path } => reader.read(path, ask, language),
            Article::Text(told) => {
                let whole = match &told.title {
                    Some(title) if !told.text.starts_with(title.as_str()) => format!("{title}\n\n{}", told.text),
                    _ => told.text.clone(),
                };
                let read = account(&open::pasted(&self.name(), &whole), language.or(told.language))?;
                let (outlet, published) = (told.outlet.clone(), told.published.clone());
                Ok(read.corrected(&Corrections { outlet, published, ..Corrections::default() }).unwrap_or(read))
            }
        }
    }
}

/// Events, one after the other. An event that cannot be understood is an error with its name.
pub enum Events {
    /// Folders.
    Folders(std::vec::IntoIter<PathBuf>),
    /// Lines.
    Lines {
        /// What is read.
        lines: Box<dyn BufRead + Send>,
        /// Where paths of a line count from.
        folder: PathBuf,
        /// Lines read.
        at: usize,
        /// Lines there are, when that is known.
        total: Option<usize>,
    },
}

impl Events {
    /// The events of a folder, a JSONL file, or "-" for standard input.
    ///
    /// # Errors
    /// A message that names the path.
    pub fn of(path: &Path) -> Result<Events, String> {
        let failed = |error: std::io::Error| format!("{}: {error}", path.display());
        if path == Path::new("-") {
            let lines = Box::new(BufReader::new(std::io::stdin()));
            return Ok(Events::Lines { lines, folder: PathBuf::new(), at: 0, total: None });
        }
        if path.is_dir() {
            let mut folders: Vec<PathBuf> = std::fs::read_dir(path)
                .map_err(failed)?
                .filter_map(Result::ok)
                .map(|entry| entry.path())
                .filter(|p| p.is_dir())
                .collect();
            if folders.is_empty() {
                return Err(format!("{}: there is no folder in it: one folder an event is needed", path.display()));
            }
            folders.sort();
            return Ok(Events::Folders(folders.into_iter()));
        }
        let total = count_lines(path).map_err(failed)?;
        let lines = Box::new(BufReader::new(File::open(path).map_err(failed)?));
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        Ok(Events::Lines { lines, folder, at: 0, total: Some(total) })
    }

    /// How many there are, when that is known.
    pub fn total(&self) -> Option<usize> {
        match self {
            Events::Folders(folders) => Some(folders.len()),
            Events::Lines { total, .. } => *total,
        }
    }

    /// The next event, or its name and what is wrong with it.
    pub fn next(&mut self) -> Option<Result<Event, (String, String)>> {
        match self {
            Events::Folders(folders) => {
                let folder = folders.next()?;
                let files = parallax_reader::files_in(&folder).into_iter().filter(|path| path.is_file());
                Some(Ok(Event { id: file_name(&folder), articles: files.map(Article::File).collect() }))
            }
            Events::Lines { lines, folder, at, .. } => loop {
                let mut line = Vec::new();
                let read = lines.read_until(b'\n', &mut line);
                *at += 1;
                let named = || format!("line {at}");
                match read {
                    Ok(0) => return None,
                    Ok(_) if line.trim_ascii().is_empty() => continue,
                    Ok(_) => {
                        return Some(
                            parse(&line, folder).map(|event| event.or_named(named())).map_err(|e| (named(), e)),
                        );
                    }
                    Err(error) => return Some(Err((named(), error.to_string()))),
                }
            },
        }
    }
}

impl Event {
    fn or_named(self, name: String) -> Event {
        if self.id.is_empty() { Event { id: name, ..self } } else { self }
    }
}

fn parse(line: &[u8], folder: &Path) -> Result<Event, String> {
    let mut event: Event = serde_json::from_slice(line).map_err(|error| format!("this line is no event: {error}"))?;
    for article in &mut event.articles {
        if let Article::File(path) | Article::Named { file: path } = article {
            *path = folder.join(&path);
        }
    }
    Ok(event)
}

fn count_lines(path: &Path) -> std::io::Result<usize> {
    let mut lines = BufReader::new(File::open(path)?);
    let (mut count, mut line) = (0, Vec::new());
    while lines.read_until(b'\n', &mut line)? > 0 {
        count += usize::from(!line.trim_ascii().is_empty());
        line.clear();
    }
    Ok(count)
}
