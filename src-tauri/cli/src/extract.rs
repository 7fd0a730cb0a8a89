//! `parallax-cli extract`: what is taken from a file.
use std::process::ExitCode;

use parallax_engine::{language, open};
use parallax_reader::Reader;
use serde_json::json;

use crate::args::{ExtractArgs, ExtractFormat};
use crate::output;

/// Prints the metadata and paragraphs of one file.
///
/// # Errors
/// A message when the file holds no article.
pub fn run(args: &ExtractArgs) -> Result<ExitCode, String> {
    let source = open::read(&args.file).map_err(|problem| problem.message)?;
    let found = Reader::new().article(&source, &args.choice.ask()).map_err(|problem| problem.message)?;
    let text = match args.format {
        ExtractFormat::Text => found.paragraphs.join("\n\n") + "\n",
        ExtractFormat::Json => {
            let language = language::detect(&found.paragraphs.join("\n\n"), found.language);
            let extract = json!({
                "title": found.title,
                "byline": found.byline,
                "outlet": found.outlet,
                "published": found.published,
                "updated": found.updated,
                "section": found.section,
                "canonical": found.canonical,
                "place": found.place,
                "agency": found.agency,
                "partial": found.partial,
                "language": language,
                "format": source.format,
                "paragraphs": found.paragraphs,
            });
            extract.to_string() + "\n"
        }
    };
    output::write(text.as_bytes(), None)?;
    Ok(ExitCode::SUCCESS)
}
