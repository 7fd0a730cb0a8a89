//! Documents by their first bytes and by the names inside them: what a reader has to take apart before there is text.
use crate::model::Format;

use super::Problem;
use super::text_of::is_binary;

/// Bytes at the end of an archive that hold the names of what is inside.
const TAIL: usize = 64 << 10;

/// The document format of `bytes`; `None` when they are no document of a known kind.
pub(super) fn document(name: &str, bytes: &[u8], head: &[u8]) -> Result<Option<Format>, Problem> {
    let start = head.get(..head.len().min(1024)).unwrap_or_default();
    let trimmed = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start).trim_ascii_start();
    if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
        return archive(name, bytes, head).map(Some);
    }
    if start.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return office(name, bytes).map(Some);
    }
    if let Some(list) = property_list(trimmed) {
        return if holds(head, b"WebMainResource") || holds(bytes, b"WebMainResource") {
            Ok(Some(Format::Webarchive))
        } else if list == Plist::Binary {
            Err(if holds(head, b"URL") {
                Problem::link_only(name, None)
            } else {
                Problem::other_format(name, "a settings file")
            })
        } else {
            Ok(None)
        };
    }
    let format = if trimmed.starts_with(b"{\\rtf") {
        Format::Rtf
    } else if trimmed.starts_with(b"%PDF-") || (holds(start, b"%PDF-1.") && is_binary(head)) {
        Format::Pdf
    } else if trimmed.starts_with(b"WARC/") || start.starts_with(b"\x1F\x8B") {
        Format::Warc
    } else if let Some(mail) = mail(head) {
        mail
    } else {
        return Ok(None);
    };
    Ok(Some(format))
}

/// Fails when the text is nothing but the address of a page, as browsers and desktops keep links.
pub(super) fn link(name: &str, text: &str) -> Result<(), Problem> {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let after = |key: &str| {
        let line = text.lines().map(str::trim).find_map(|line| line.strip_prefix(key));
        line.map(str::trim).filter(|address| !address.is_empty())
    };
    let link = match first {
        "[InternetShortcut]" | "[{000214A0-0000-0000-C000-000000000046}]" => true,
        "[Desktop Entry]" => after("URL=").is_some() || after("Type=Link").is_some(),
        _ => false,
    };
    if link {
        return Err(Problem::link_only(name, after("URL=")));
    }
    if text.contains("<plist") && text.contains("<key>URL</key>") && !text.contains("WebMainResource") {
        let address = text.split("<string>").nth(1).and_then(|rest| rest.split('<').next());
        return Err(Problem::link_only(name, address));
    }
    let mut words = text.split_whitespace();
    let only = words.next().filter(|_| words.next().is_none());
    match only.filter(|word| word.starts_with("https://") || word.starts_with("http://")) {
        Some(address) => Err(Problem::link_only(name, Some(address))),
        None => Ok(()),
    }
}

/// News as data: JSON by how it begins and what it names, XML by its root.
pub(super) fn data(ending: &str, text: &str) -> Option<Format> {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    if text.starts_with(['{', '[']) {
        let inner = text.get(1..)?.trim_start();
        let looks = inner.starts_with(['"', '{', '[', '}']);
        let named = ["json", "jsonld", "ndjson", "jsonl"].contains(&ending);
        let told = ["\"@type\"", "\"articleBody\"", "\"headline\""].iter().any(|key| text.contains(key));
        return (looks && (named || told)).then_some(Format::Json);
    }
    const ROOTS: [&str; 5] = ["newsItem", "newsMessage", "packageItem", "NewsML", "nitf"];
    ROOTS.contains(&root(text)?).then_some(Format::Xml)
}

/// Fails when the text is a feed: its entries are beginnings and addresses.
pub(super) fn feed(name: &str, text: &str) -> Result<(), Problem> {
    match root(text.trim_start_matches('\u{FEFF}').trim_start()) {
        Some("rss" | "feed" | "RDF") => {
            let what =
                "a feed, a list of articles with their first lines: open the article in your browser and save it";
            Err(Problem::other_format(name, what))
        }
        _ => Ok(()),
    }
}

/// The name of an XML file's outermost element.
fn root(text: &str) -> Option<&str> {
    let mut rest = text;
    while rest.starts_with("<?") || rest.starts_with("<!") {
        let end = if rest.starts_with("<!--") { "-->" } else { ">" };
        // The declaration of a document type may hold entities between brackets.
        let end = if rest.starts_with("<!DOCTYPE") && rest.split('>').next()?.contains('[') { "]>" } else { end };
        rest = rest.split_once(end)?.1.trim_start();
    }
    let root = rest.strip_prefix('<')?.split(|c: char| c.is_whitespace() || c == '>' || c == '/').next()?;
    root.rsplit(':').next()
}

#[derive(PartialEq)]
enum Plist {
    Binary,
    Text,
}

fn property_list(start: &[u8]) -> Option<Plist> {
    if start.starts_with(b"bplist0") {
        return Some(Plist::Binary);
    }
    (start.starts_with(b"<?xml") && holds(start, b"<plist") || start.starts_with(b"<plist")).then_some(Plist::Text)
}

/// What a ZIP archive is, by the names of the files in it.
fn archive(name: &str, bytes: &[u8], head: &[u8]) -> Result<Format, Problem> {
    let tail = bytes.get(bytes.len().saturating_sub(TAIL)..).unwrap_or_default();
    let inside = |part: &[u8]| holds(head, part) || holds(tail, part);
    if inside(b"word/document") || inside(b"word/") && inside(b"[Content_Types].xml") {
        return Ok(Format::Docx);
    }
    if inside(b"application/vnd.oasis.opendocument.text") {
        return Ok(Format::Odt);
    }
    if inside(b"application/epub+zip") || inside(b"META-INF/container.xml") {
        return Ok(Format::Epub);
    }
    if inside(b"datapackage.json") || inside(b".warc") {
        return Ok(Format::Warc);
    }
    let what = if inside(b"xl/") {
        "an Excel file"
    } else if inside(b"ppt/") {
        "a PowerPoint file"
    } else if inside(b"application/vnd.oasis.opendocument") {
        "an OpenDocument file without running text"
    } else {
        "a ZIP archive: unpack it and choose the files inside"
    };
    Err(Problem::other_format(name, what))
}

/// Office files of the old kind; a protected DOCX is wrapped in one too.
fn office(name: &str, bytes: &[u8]) -> Result<Format, Problem> {
    let stream = |stream: &str| holds(bytes, &stream.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
    if stream("EncryptedPackage") {
        Ok(Format::Docx)
    } else if stream("WordDocument") {
        Ok(Format::Doc)
    } else {
        Err(Problem::other_format(name, "an old Office file that holds no running text"))
    }
}

/// A saved mail, a mailbox or a page in the form of a mail: header lines, some of them those that every mail has.
fn mail(head: &[u8]) -> Option<Format> {
    let head = String::from_utf8_lossy(head.get(..head.len().min(16 << 10)).unwrap_or_default());
    let head = head.trim_start_matches('\u{FEFF}').trim_start();
    let (first, rest) = head.split_once('\n').unwrap_or((head, ""));
    let mailbox = first.starts_with("From ") && first.split_whitespace().count() >= 4;
    let text = if mailbox { rest } else { head };
    let lines = || text.lines().take_while(|line| !line.trim().is_empty());
    let is_header = |line: &str| line.split_once(':').is_some_and(|(key, _)| !key.is_empty() && !key.contains(' '));
    let headers: Vec<String> = lines().filter(|line| is_header(line)).map(str::to_ascii_lowercase).collect();
    let has = |key: &str| headers.iter().any(|line| line.starts_with(key));
    let begins = lines().next().is_some_and(is_header);
    let sent = has("from:") && has("date:") && (has("subject:") || has("to:") || has("message-id:"));
    if !begins || !(has("mime-version:") || has("received:") || sent) {
        return None;
    }
    let page = has("snapshot-content-location:")
        || text.contains("Saved by ")
        || !has("to:") && !has("received:") && text.to_ascii_lowercase().contains("multipart/related");
    Some(if page && !mailbox { Format::Mhtml } else { Format::Mail })
}

/// Whether `part` stands anywhere in `bytes`.
fn holds(bytes: &[u8], part: &[u8]) -> bool {
    let Some(first) = part.first() else { return true };
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| byte == first) {
        rest = rest.get(at..).unwrap_or_default();
        if rest.starts_with(part) {
            return true;
        }
        rest = rest.get(1..).unwrap_or_default();
    }
    false
}
