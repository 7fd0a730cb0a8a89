//! The process that is killed. `cargo test` runs [`driver`] like any test, and it does nothing; with DRIVE in its
//! environment it edits and saves without end and says on standard output what it is about to do and what is done.
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use parallax_engine::session::{SavedReading, SavedSource, Session, SessionSettings};
use parallax_engine::work::{StepKey, StepName, Work};
use parallax_session::disk;
use parallax_session::recovery::{Kept, Recovery};

/// A command that runs this test program as a driver.
pub fn command(mode: &str, folder: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "driver::driver", "--nocapture", "--test-threads=1"]);
    command.env("DRIVE", mode).env("FOLDER", folder).stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

/// A session with `edits` steps, the last of which named the event "edit N". `texts` sources of about 4 kB.
pub fn session(edits: u32, texts: u32) -> Session {
    let article = |id: u32| {
        let text: String = (0..40)
            .map(|n| format!("Sentence {n} of report {id} tells of the flood in the town of Port Selby. "))
            .collect();
        let extract = parallax_engine::extract::Extract { paragraphs: vec![text], ..Default::default() };
        SavedReading {
            format: parallax_engine::model::Format::Text,
            sha256: format!("{id:064}"),
            language: parallax_engine::model::Language::ENGLISH,
            article: extract,
            more: Default::default(),
        }
    };
    let source =
        |id| SavedSource { id, file: format!("{id}.txt"), readings: vec![article(id)], ..SavedSource::default() };
    let mut work = Work::default();
    (1..=edits).for_each(|n| edit(&mut work, n));
    Session::new("0.1.0", SessionSettings::default(), (1..=texts).map(source).collect(), work)
}

/// The next edit.
pub fn edit(work: &mut Work, n: u32) {
    let name = StepName { key: StepKey::RenameEvent, with: Default::default() };
    work.alter(name, |marks| marks.name = Some(format!("edit {n}")));
}

/// How many edits a session holds; panics when they do not fit together.
pub fn edits(session: &Session) -> u32 {
    let n = session.work.done.len() as u32;
    let name = (n > 0).then(|| format!("edit {n}"));
    assert_eq!(session.work.marks.name, name);
    n
}

pub fn file(folder: &Path) -> PathBuf {
    folder.join("the event.parallax")
}

pub fn recoveries(folder: &Path) -> PathBuf {
    folder.join("recovery")
}

#[test]
fn driver() {
    let (Ok(mode), Ok(folder)) = (std::env::var("DRIVE"), std::env::var("FOLDER")) else { return };
    let folder = PathBuf::from(folder);
    match mode.as_str() {
        "edit" => edit_on(&folder),
        "save" => match disk::save(&file(&folder), &session(3, 200), None) {
            Ok(_) => println!("\nsaved"),
            Err(trouble) => println!("\ntrouble {:?}: {}", trouble.code, trouble.message),
        },
        other => panic!("no mode {other}"),
    }
}

fn edit_on(folder: &Path) {
    let mut session = match disk::open(&file(folder)) {
        Ok((session, _)) => session,
        Err(_) => session(0, 12),
    };
    let recovery = Recovery::begin(&recoveries(folder)).unwrap();
    let mut stamp = None;
    let mut chance = Chance::new();
    let mut n = edits(&session);
    loop {
        for _ in 0..chance.below(4) + 1 {
            n += 1;
            edit(&mut session.work, n);
        }
        // A save forgets what was kept, as in the window: it is in the file now.
        if chance.below(3) == 0 {
            say(&format!("saving {n}"));
            stamp = Some(disk::save(&file(folder), &session, stamp).unwrap());
            say(&format!("saved {n}"));
            recovery.forget();
            say(&format!("forgot {n}"));
        } else {
            say(&format!("keeping {n}"));
            recovery.keep(&Kept { document: Some(file(folder)), session: session.clone() }).unwrap();
            say(&format!("kept {n}"));
        }
    }
}

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "\n{line}").unwrap();
    out.flush().unwrap();
}

/// Numbers that nobody foresees; xorshift over the clock.
pub struct Chance(u64);

impl Chance {
    pub fn new() -> Chance {
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
        Chance((now.as_nanos() as u64) ^ (u64::from(std::process::id()) << 32) | 1)
    }

    pub fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }
}
