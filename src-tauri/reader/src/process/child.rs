//! The child's side: limits first, then one file, then the end.
use std::io::{BufRead, BufReader, Read, Write};

use parallax_engine::extract::Extract;
use parallax_engine::model::{NoticeCode, Source};

use super::{FLAG, Task, limits};
use crate::{Problem, formats};

/// Reads one file from standard input when the program was started for that, and says whether it was.
///
/// To be called first thing in `main`, before anything else is set up.
pub fn serve() -> bool {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next().is_none_or(|argument| argument != FLAG) {
        return false;
    }
    limits::narrow();
    #[cfg(target_os = "linux")]
    super::fence::close();
    let answer = answer();
    let mut out = std::io::stdout().lock();
    // Nobody to tell when the program has gone.
    let _ = serde_json::to_writer(&mut out, &answer).map_err(std::io::Error::from).and_then(|()| out.flush());
    true
}

fn answer() -> Result<Extract, Problem> {
    let mut input = BufReader::new(std::io::stdin().lock());
    let mut line = String::new();
    let mut bytes = Vec::new();
    // A child may be started ahead and wait for its first line as long as the program runs.
    let told = input.read_line(&mut line);
    limits::end_in_time();
    let read = told.and_then(|_| input.read_to_end(&mut bytes));
    let Ok(task) = serde_json::from_str::<Task>(&line) else {
        return Err(Problem::new(NoticeCode::Unreadable, "The reader was not told what to read.".into()));
    };
    if read.is_err() {
        return Err(Problem::new(
            NoticeCode::Unreadable,
            format!("“{}” could not be handed to its reader.", task.file),
        ));
    }
    // The tests of the program's own guard: what a reader with a fault in it would do.
    #[cfg(debug_assertions)]
    super::limits::misbehave(&bytes);
    let source = Source { file: task.file, format: task.format, bytes, sha256: String::new() };
    formats::article(&source, &task.ask)
}
