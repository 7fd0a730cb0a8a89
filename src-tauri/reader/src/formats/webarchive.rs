//! Web pages as Safari saves them (.webarchive): a property list whose main resource is the page.
use std::io::Cursor;

use parallax_engine::extract::{self, Extract};
use parallax_engine::model::{Format, Source};
use plist::Value;

use super::trouble;
use crate::Problem;

/// The article of a web archive's main page. Frames and pictures kept beside it are not read.
pub(super) fn article(source: &Source) -> Result<Extract, Problem> {
    let damaged = || trouble::damaged(&source.file, "a web archive");
    let list = Value::from_reader(Cursor::new(source.bytes.as_slice())).map_err(|_| damaged())?;
    let main = list.as_dictionary().and_then(|all| all.get("WebMainResource")).and_then(Value::as_dictionary);
    let main = main.ok_or_else(damaged)?;
    let text = |key: &str| main.get(key).and_then(Value::as_string).unwrap_or_default();
    let mut bytes = main.get("WebResourceData").and_then(Value::as_data).ok_or_else(damaged)?.to_vec();
    // Safari keeps the encoding beside the page; in front of it, it counts like the page's own word.
    let encoding = text("WebResourceTextEncodingName");
    if !encoding.is_empty() && std::str::from_utf8(&bytes).is_err() {
        bytes.splice(0..0, format!("<meta charset=\"{encoding}\">").into_bytes());
    }
    let format = if text("WebResourceMIMEType") == "text/plain" { Format::Text } else { Format::Html };
    extract::article(&Source { file: source.file.clone(), format, bytes, sha256: String::new() })
}
