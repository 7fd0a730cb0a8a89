//! Mails (.eml), mailboxes (.mbox) and web pages saved in the form of a mail (.mhtml, .mht).
//!
//! Only the part with the article is read; pictures and other files that came along are left alone. A page's headline
//! comes from the page: browsers split characters in the Subject of a saved page.
use std::borrow::Cow;

use mail_parser::{Message, MessageParser, MimeHeaders, PartType};
use parallax_engine::extract::{self, Extract, LeftOut};
use parallax_engine::model::{Format, Source};
use parallax_engine::open::text_of::decode;

use super::{forwarded, page, parts, trouble};
use crate::{Ask, Problem};

/// The article of a mail, of one mail of a mailbox, or of a saved page.
pub(super) fn article(source: &Source, ask: &Ask) -> Result<Extract, Problem> {
    let mails = mails(&source.bytes);
    if mails.len() < 2 {
        let only = mails.first().copied().unwrap_or(source.bytes.as_slice());
        return one(source, only);
    }
    let titled = mails.into_iter().take(parts::MOST).map(|mail| {
        let title = MessageParser::default().parse_headers(mail).and_then(|m| m.subject().map(str::to_owned));
        (title.unwrap_or_default(), mail)
    });
    let chosen = parts::choose(&source.file, titled.collect(), ask)?;
    one(source, chosen)
}

/// The mails of a mailbox: each begins with a line "From …" after an empty line.
fn mails(bytes: &[u8]) -> Vec<&[u8]> {
    if !bytes.starts_with(b"From ") {
        return vec![bytes];
    }
    let starts: Vec<usize> = std::iter::once(0)
        .chain(bytes.windows(7).enumerate().filter(|(_, window)| window == b"\n\nFrom ").map(|(at, _)| at + 2))
        .chain(bytes.windows(9).enumerate().filter(|(_, window)| window == b"\r\n\r\nFrom ").map(|(at, _)| at + 4))
        .collect();
    let mut starts = starts;
    starts.sort_unstable();
    starts.dedup();
    let ends = starts.iter().skip(1).copied().chain([bytes.len()]);
    let pieces = starts.iter().zip(ends).filter_map(|(start, end)| bytes.get(*start..end));
    pieces
        .map(|piece| piece.iter().position(|byte| *byte == b'\n').and_then(|at| piece.get(at + 1..)).unwrap_or(piece))
        .filter(|piece| !piece.is_empty())
        .collect()
}

fn one(source: &Source, bytes: &[u8]) -> Result<Extract, Problem> {
    let damaged = || trouble::damaged(&source.file, "a mail or a saved page");
    let message = MessageParser::default().parse(bytes).ok_or_else(damaged)?;
    if source.format == Format::Mhtml {
        let html = main_page(&message).ok_or_else(damaged)?;
        return page(&source.file, &html);
    }
    if let Some(extract) = plain(&message).and_then(|text| sent_on(&source.file, &text.replace("\r\n", "\n"))) {
        return extract;
    }
    let html = main_page(&message).map(|html| page(&source.file, &html));
    let read = match html {
        Some(Ok(extract)) => extract,
        other => match plain(&message) {
            Some(text) => text_of_mail(&source.file, &text)?,
            None => other.unwrap_or_else(|| Err(Problem::no_text(&source.file)))?,
        },
    };
    Ok(with_envelope(&message, read))
}

/// The first web page of a message, in characters.
fn main_page<'a>(message: &'a Message<'_>) -> Option<Cow<'a, str>> {
    let place = message.header("Snapshot-Content-Location").and_then(|value| value.as_text());
    let pages = || message.parts.iter().filter(|part| matches!(part.body, PartType::Html(_)));
    let named = place.and_then(|place| pages().find(|part| part.content_location() == Some(place)));
    let part = named.or_else(|| pages().next())?;
    let PartType::Html(text) = &part.body else { return None };
    if !text.contains('\u{FFFD}') {
        return Some(Cow::Borrowed(text));
    }
    // The part names no encoding, or a wrong one. Where its bytes stand as they are, the page's own word is better.
    let raw = message.raw_message.get(part.offset_body as usize..part.offset_end as usize)?;
    let plain = matches!(part.encoding, mail_parser::Encoding::None);
    Some(if plain { Cow::Owned(decode(raw, true).text) } else { Cow::Borrowed(text) })
}

fn plain(message: &Message<'_>) -> Option<String> {
    let texts = message.text_bodies().filter_map(|part| match &part.body {
        PartType::Text(text) => Some(text.as_ref()),
        _ => None,
    });
    let text = texts.collect::<Vec<_>>().join("\n\n");
    (!text.trim().is_empty()).then_some(text)
}

/// A mail's plain text: lines that were broken to fit are joined, what another mail said (">") and the signature go.
fn text_of_mail(file: &str, text: &str) -> Result<Extract, Problem> {
    let unified = text.replace("\r\n", "\n");
    let body = unified.split("\n-- \n").next().unwrap_or_default();
    let lines: Vec<&str> = body.lines().filter(|line| !line.starts_with('>')).collect();
    let source = Source {
        file: file.to_owned(),
        format: Format::Text,
        bytes: lines.join("\n").into_bytes(),
        sha256: String::new(),
    };
    extract::article(&source)
}

/// The mail that another one passes on. When that one was sent is no date of the article.
fn sent_on(file: &str, text: &str) -> Option<Result<Extract, Problem>> {
    let inner = forwarded::inside(text)?;
    let mut extract = match text_of_mail(file, inner.body) {
        Ok(extract) => extract,
        Err(problem) => return Some(Err(problem)),
    };
    if !extract.headline && extract.title.is_none() {
        extract.title = inner.subject.as_deref().map(|subject| without_marks(subject).to_owned());
    }
    extract.outlet = extract.outlet.or(inner.sender);
    let above = inner.above.split("\n\n").map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
    extract.left_out = above.filter(|text| !text.is_empty()).map(|text| LeftOut { before: 0, text }).collect();
    Some(Ok(extract))
}

/// The subject, sender and date of a mail, where the article in it does not say better.
fn with_envelope(message: &Message<'_>, mut extract: Extract) -> Extract {
    let subject = message.subject().map(|subject| without_marks(subject).to_owned()).filter(|s| !s.is_empty());
    if !extract.headline && extract.title.is_none() {
        extract.title = subject;
    }
    let sender = message.from().and_then(|from| from.first()).and_then(|from| from.name()).map(str::trim);
    extract.outlet = extract.outlet.or_else(|| sender.filter(|name| !name.is_empty()).map(str::to_owned));
    extract.published = extract.published.or_else(|| {
        let date = message.date().filter(|date| date.is_valid())?;
        Some(date.to_rfc3339()).filter(|_| (1990..2200).contains(&date.year))
    });
    extract
}

/// A subject without "Re:", "Fwd:" and the like.
fn without_marks(subject: &str) -> &str {
    let mut rest = subject.trim();
    while let Some((mark, after)) = rest.split_once(':') {
        if !["re", "fw", "fwd", "aw", "wg", "tr", "rv", "bls", "trs"].contains(&mark.trim().to_lowercase().as_str()) {
            break;
        }
        rest = after.trim();
    }
    rest
}
