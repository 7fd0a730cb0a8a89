//! Reads the dictionaries that a person names, and says which line of which file cannot be used.
use std::path::PathBuf;

use parallax_engine::align::Dictionary;

/// So many lines are told of one file: the first ones say enough.
const MOST_FAULTS: usize = 5;

/// The dictionaries in these files.
///
/// # Errors
/// A message that names the file, the line and what to do.
pub fn read(paths: &[PathBuf]) -> Result<Vec<Dictionary>, String> {
    paths.iter().map(one).collect()
}

fn one(path: &PathBuf) -> Result<Dictionary, String> {
    let shown = path.display();
    let bytes = std::fs::read(path).map_err(|e| format!("{shown}: the dictionary cannot be read: {e}"))?;
    let text = String::from_utf8(bytes)
        .map_err(|_| format!("{shown}: the dictionary is not in UTF-8: save it with that encoding"))?;
    Dictionary::parse(&text).map_err(|faults| {
        let told = faults.iter().take(MOST_FAULTS).map(|f| format!("{shown}, line {}: {}", f.line, f.message));
        let more = faults.len().saturating_sub(MOST_FAULTS);
        let rest = (more > 0).then(|| format!("{shown}: {more} more lines like these"));
        told.chain(rest).collect::<Vec<_>>().join("\n")
    })
}
