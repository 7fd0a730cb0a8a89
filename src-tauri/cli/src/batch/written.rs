//! What a former run has written already, and where this one goes on.
use std::collections::HashSet;
use std::fs::OpenOptions;
use std::io::{self, BufRead, BufReader, Seek, SeekFrom, Write};
use std::path::Path;

use serde::Deserialize;

/// The beginning of every line; the comparison behind it is passed over without being built.
#[derive(Deserialize)]
struct Head {
    event: String,
    status: String,
}

type Out = (HashSet<String>, Box<dyn Write + Send>);

/// The events that are not compared again, and where the lines go: to the end of `path`, or to standard output.
///
/// # Errors
/// A message that names the file.
pub fn open(path: Option<&Path>, retry: bool) -> Result<Out, String> {
    let Some(path) = path else { return Ok((HashSet::new(), Box::new(io::stdout()))) };
    go_on(path, retry).map_err(|error| format!("{}: {error}", path.display()))
}

fn go_on(path: &Path, retry: bool) -> io::Result<Out> {
    let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)?;
    let mut known = HashSet::new();
    if !file.metadata()?.is_file() {
        return Ok((known, Box::new(file)));
    }
    let mut lines = BufReader::new(&mut file);
    let (mut whole, mut line) = (0, Vec::new());
    loop {
        line.clear();
        let read = lines.read_until(b'\n', &mut line)?;
        // A line that the end of a run tore apart counts as not there.
        if !line.ends_with(b"\n") {
            break;
        }
        let head: Head = serde_json::from_slice(&line).map_err(|_| {
            let message = "there is something else in it than lines of this program: it is left as it is";
            io::Error::new(io::ErrorKind::InvalidData, message)
        })?;
        whole += read as u64;
        if head.status == "done" || !retry {
            known.insert(head.event);
        } else {
            known.remove(&head.event);
        }
    }
    drop(lines);
    file.set_len(whole)?;
    file.seek(SeekFrom::End(0))?;
    Ok((known, Box::new(file)))
}
