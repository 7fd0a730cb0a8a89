//! Word documents of before 2007 (.doc). No library reads them well; the message says what to do.
use parallax_engine::extract::Extract;
use parallax_engine::model::{NoticeCode, Source};

use crate::Problem;

/// Why such a document is not read.
pub(super) fn article(source: &Source) -> Result<Extract, Problem> {
    let message = format!(
        "“{}” is a Word document of the old kind. Open it in a word processor and save it as .docx, or copy its text and \
         paste it.",
        source.file
    );
    Err(Problem::new(NoticeCode::NotText, message))
}
