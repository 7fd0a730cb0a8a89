//! `parallax-cli segment`: a text's sentences.
use std::io::Read;
use std::process::ExitCode;

use parallax_engine::{language, segment};

use crate::args::{self, SegmentArgs};
use crate::output;

/// Prints the sentences of a file or of standard input as a JSON array.
///
/// # Errors
/// A message when the input cannot be read.
pub fn run(args: &SegmentArgs) -> Result<ExitCode, String> {
    let mut bytes = Vec::new();
    match &args.file {
        Some(path) => {
            bytes = std::fs::read(path).map_err(|e| format!("{}: could not be read: {e}", path.display()))?;
        }
        None => {
            std::io::stdin().lock().read_to_end(&mut bytes).map_err(|e| format!("standard input: {e}"))?;
        }
    }
    let text = String::from_utf8_lossy(&bytes);
    let language = args::language(args.language.as_deref()).unwrap_or_else(|| language::detect(&text, None));
    let sentences: Vec<&str> =
        segment::sentences(&text, language).into_iter().filter_map(|range| text.get(range)).collect();
    output::write((serde_json::json!(sentences).to_string() + "\n").as_bytes(), None)?;
    Ok(ExitCode::SUCCESS)
}
