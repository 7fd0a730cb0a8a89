//! One reader for each kind of document: bytes in, an [`Extract`] out.
//!
//! A reader gives the document's paragraphs, or the web page that the document wraps; the engine does the rest, so that
//! one article is the same article in every form. Nothing here opens a file or an address: what a document points to
//! (pictures, styles, entities, templates) is not loaded.
mod archive;
mod book;
mod data;
mod doc;
mod flow;
mod forwarded;
mod hyphens;
mod mail;
mod news;
mod office;
mod opendocument;
mod parts;
mod pdf;
mod rtf;
mod trouble;
mod warc;
mod webarchive;
mod word;
mod xml;

use parallax_engine::extract::{self, Extract};
use parallax_engine::model::{Format, Source};

use crate::{Ask, Problem};

/// Takes the article out of a source of any format, in this process.
///
/// # Errors
/// A [`Problem`] that names the file and says what to do.
pub fn article(source: &Source, ask: &Ask) -> Result<Extract, Problem> {
    match source.format {
        Format::Html | Format::Markdown | Format::Text => extract::article(source),
        Format::Mhtml | Format::Mail => mail::article(source, ask),
        Format::Webarchive => webarchive::article(source),
        Format::Warc => warc::article(source, ask),
        Format::Pdf => pdf::article(source, ask),
        Format::Docx => word::article(source, ask),
        Format::Doc => doc::article(source),
        Format::Odt => opendocument::article(source),
        Format::Rtf => rtf::article(source),
        Format::Epub => book::article(source, ask),
        Format::Json => data::article(source, ask),
        Format::Xml => news::article(source, ask),
    }
}

/// The article in the code of a web page that a document wraps.
fn page(file: &str, html: &str) -> Result<Extract, Problem> {
    let source =
        Source { file: file.to_owned(), format: Format::Html, bytes: html.as_bytes().to_vec(), sha256: String::new() };
    extract::article(&source)
}
