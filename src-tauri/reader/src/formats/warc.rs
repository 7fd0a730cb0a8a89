//! Pages kept by web archives: WARC files, packed or not, and WACZ archives of them. Only answers that are web pages
//! count; what they load beside them is passed over.
use std::collections::HashSet;
use std::io::Read;

use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};
use parallax_engine::extract::{self, Extract};
use parallax_engine::model::{Format, Source};
use parallax_engine::open::text_of::decode;
use serde_json::Value;

use super::archive::Archive;
use super::{parts, trouble};
use crate::{Ask, Problem};

const WHAT: &str = "a web archive (WARC)";
/// Most bytes that are unpacked.
const LARGEST: u64 = 64 << 20;
/// A shorter page is an error or a tracker.
const SHORTEST: usize = 500;

/// The article of an archived page.
pub(super) fn article(source: &Source, ask: &Ask) -> Result<Extract, Problem> {
    let mut pages = Vec::new();
    if source.bytes.starts_with(b"PK") {
        let mut archive = Archive::open(&source.file, WHAT, &source.bytes)?;
        let names = archive.names();
        for name in names.iter().filter(|name| name.ends_with(".warc") || name.ends_with(".warc.gz")) {
            let bytes = archive.need(name)?;
            pages.extend(pages_of(&source.file, &bytes)?);
        }
        keep_listed(&mut pages, &archive.read("pages/pages.jsonl")?.unwrap_or_default());
    } else {
        pages = pages_of(&source.file, &source.bytes)?;
    }
    pages.truncate(parts::MOST);
    let pages = pages.into_iter().map(|page| (page.title, page.bytes)).collect();
    let bytes = parts::choose(&source.file, pages, ask)?;
    extract::article(&Source { file: source.file.clone(), format: Format::Html, bytes, sha256: String::new() })
}

/// A page and what it is called.
struct Page {
    title: String,
    address: String,
    bytes: Vec<u8>,
}

/// Keeps the pages that a WACZ archive lists as such, where it lists any that are there: the others stand in frames.
fn keep_listed(pages: &mut Vec<Page>, list: &[u8]) {
    let list = String::from_utf8_lossy(list);
    let url = |line: &str| Some(serde_json::from_str::<Value>(line).ok()?.get("url")?.as_str()?.to_owned());
    let listed: HashSet<String> = list.lines().filter_map(url).collect();
    if pages.iter().any(|page| listed.contains(&page.address)) {
        pages.retain(|page| listed.contains(&page.address));
    }
}

/// The pages in a WARC file with their titles.
fn pages_of(file: &str, bytes: &[u8]) -> Result<Vec<Page>, Problem> {
    let unpacked;
    let mut rest = bytes;
    if bytes.starts_with(b"\x1F\x8B") {
        unpacked = unpack(file, MultiGzDecoder::new(bytes))?;
        rest = &unpacked;
        if !rest.starts_with(b"WARC/") {
            return Err(Problem::other_format(file, "a packed file: unpack it and choose the file inside"));
        }
    }
    let mut pages = Vec::new();
    let mut left = LARGEST as usize;
    while let Some((record, after)) = record(rest) {
        rest = after;
        let Some(page) = record.page(left) else { continue };
        left = left.saturating_sub(page.len());
        if page.len() >= SHORTEST {
            pages.push(Page { title: title(&page, &record.address), address: record.address, bytes: page });
        }
    }
    Ok(pages)
}

/// Unpacks until the bound. A file that was cut off gives what is whole.
fn unpack(file: &str, packed: impl Read) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    let end = packed.take(LARGEST + 1).read_to_end(&mut bytes);
    if bytes.len() as u64 > LARGEST {
        return Err(trouble::too_much_packed(file, LARGEST >> 20));
    }
    if end.is_err() && bytes.is_empty() { Err(trouble::damaged(file, WHAT)) } else { Ok(bytes) }
}

struct Record<'a> {
    kind: String,
    address: String,
    content_type: String,
    block: &'a [u8],
}

/// The first record, and what follows it.
fn record(bytes: &[u8]) -> Option<(Record<'_>, &[u8])> {
    let bytes = bytes.trim_ascii_start();
    if !bytes.starts_with(b"WARC/") {
        return None;
    }
    let (head, body) = split_head(bytes)?;
    let length: usize = header(&head, "content-length")?.parse().ok()?;
    let block = body.get(..length.min(body.len()))?;
    let get = |key: &str| header(&head, key).unwrap_or_default();
    let address = get("warc-target-uri").trim_matches(['<', '>']).to_owned();
    let record = Record { kind: get("warc-type"), address, content_type: get("content-type"), block };
    Some((record, body.get(length.min(body.len())..).unwrap_or_default()))
}

/// The header lines, and what follows the empty line after them.
fn split_head(bytes: &[u8]) -> Option<(String, &[u8])> {
    let window = bytes.get(..bytes.len().min(64 << 10))?;
    let find = |mark: &[u8]| window.windows(mark.len()).position(|part| part == mark).map(|at| (at, mark.len()));
    let (at, length) = [find(b"\r\n\r\n"), find(b"\n\n")].into_iter().flatten().min()?;
    let head = String::from_utf8_lossy(bytes.get(..at)?).into_owned();
    Some((head, bytes.get(at + length..)?))
}

fn header(head: &str, key: &str) -> Option<String> {
    let lines = head.lines().filter_map(|line| line.split_once(':'));
    lines.into_iter().find(|(name, _)| name.trim().eq_ignore_ascii_case(key)).map(|(_, value)| value.trim().to_owned())
}

impl Record<'_> {
    /// The page in the record, with at most `most` bytes.
    fn page(&self, most: usize) -> Option<Vec<u8>> {
        let is_page = |kind: &str| kind.contains("text/html") || kind.contains("application/xhtml");
        if self.kind == "resource" && is_page(&self.content_type) {
            return Some(self.block.to_vec());
        }
        if self.kind != "response" {
            return None;
        }
        let (head, body) = split_head(self.block)?;
        let status = head.split_whitespace().nth(1)?;
        let kind = header(&head, "content-type").unwrap_or_default().to_ascii_lowercase();
        if status != "200" || !is_page(&kind) {
            return None;
        }
        let whole = if header(&head, "transfer-encoding").is_some_and(|value| value.contains("chunked")) {
            joined(body)
        } else {
            body.to_vec()
        };
        let mut page = Vec::new();
        let mut read = |packed: &mut dyn Read| packed.take(most as u64).read_to_end(&mut page).map(|_| ());
        let unpacked = match header(&head, "content-encoding").unwrap_or_default().as_str() {
            "gzip" | "x-gzip" => read(&mut MultiGzDecoder::new(whole.as_slice())),
            "deflate" => read(&mut ZlibDecoder::new(whole.as_slice()))
                .or_else(|_| read(&mut DeflateDecoder::new(whole.as_slice()))),
            "" | "identity" => read(&mut whole.as_slice()),
            _ => return None,
        };
        let charset = kind.split("charset=").nth(1).map(|value| value.trim_matches(['"', '\'', ' ']).to_owned());
        // Some archives keep the page unpacked and leave the header of the packed answer.
        if unpacked.is_err() && page.is_empty() {
            page = whole;
        }
        if let Some(charset) = charset.filter(|_| std::str::from_utf8(&page).is_err()) {
            page.splice(0..0, format!("<meta charset=\"{charset}\">").into_bytes());
        }
        Some(page)
    }
}

/// A body that was sent in chunks, put together; one that is not in chunks after all stays as it is.
fn joined(body: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    let mut rest = body;
    while let Some(at) = rest.iter().take(20).position(|byte| *byte == b'\n') {
        let line = String::from_utf8_lossy(rest.get(..at).unwrap_or_default()).into_owned();
        let Ok(length) = usize::from_str_radix(line.split(';').next().unwrap_or_default().trim(), 16) else { break };
        let data = rest.get(at + 1..).unwrap_or_default();
        if length == 0 {
            return whole;
        }
        whole.extend_from_slice(data.get(..length.min(data.len())).unwrap_or_default());
        rest = data.get(length.min(data.len())..).unwrap_or_default();
        rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest);
    }
    if whole.is_empty() { body.to_vec() } else { whole }
}

fn title(page: &[u8], address: &str) -> String {
    let text = decode(page.get(..page.len().min(128 << 10)).unwrap_or_default(), true).text;
    let lower = text.to_ascii_lowercase();
    let start = lower.find("<title").and_then(|at| lower.get(at..)?.find('>').map(|end| at + end + 1));
    let title = start.and_then(|start| text.get(start..)?.split('<').next());
    let title = title.map(|title| html_escape::decode_html_entities(title.trim()).into_owned()).unwrap_or_default();
    if title.is_empty() { address.to_owned() } else { title }
}
