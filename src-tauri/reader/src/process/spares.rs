//! Children that were started ahead: they have given up their rights and wait for the line that says what to read.
//!
//! A spare that is not used ends when the program ends and its input is closed.
use std::io;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};

use super::FLAG;

/// Waiting children, at most `most`.
#[derive(Debug, Default)]
pub(super) struct Spares {
    most: usize,
    waiting: Mutex<Vec<Child>>,
}

impl Spares {
    pub(super) fn of(most: usize) -> Spares {
        Spares { most, waiting: Mutex::default() }
    }

    /// A waiting child, the one that has waited longest; none that has ended meanwhile.
    pub(super) fn take(&self) -> Option<Child> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        while !waiting.is_empty() {
            let mut child = waiting.remove(0);
            if matches!(child.try_wait(), Ok(None)) {
                return Some(child);
            }
        }
        None
    }

    /// Starts those that are missing. What cannot be started now is started when a file comes.
    pub(super) fn fill(&self, program: &Path) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        while waiting.len() < self.most {
            match start(program) {
                Ok(child) => waiting.push(child),
                Err(_) => break,
            }
        }
    }
}

/// Starts a child.
pub(super) fn start(program: &Path) -> io::Result<Child> {
    Command::new(program)
        .arg(FLAG)
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
}
