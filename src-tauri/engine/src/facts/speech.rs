//! The words of one statement that say who answers for it: "kata Blinken", "officials said", "menurut BMKG", "reportedly".
//!
//! Only words outside quotations count. The first verb of speech with a subject wins; one inside a subordinate clause
//! ("after Obama said") or denied ("did not say") is none. Who is meant by a pronoun is decided by [`super::speakers`].
use std::ops::Range;

use super::sentence::Sentence;
use super::subject::{after, before, opening};
use super::vocabulary::Part;
use crate::model::NameKind;

/// Who speaks, as the statement itself tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Who {
    /// One of the statement's names, by position.
    Name(usize),
    /// A title with the body it belongs to, or a title only, tokens.
    Office(Range<usize>),
    /// A body by a common noun, tokens: "police", "the French presidency".
    Body(Range<usize>),
    /// A body told of before, tokens: "the company".
    Thing(Range<usize>),
    /// Persons without a name, tokens.
    People(Range<usize>),
    /// A person told of before, with the token that tells so.
    Pronoun(usize),
    /// Several told of before.
    They,
    /// An account in a network, token.
    Handle(usize),
}

/// An attribution inside a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cue {
    /// The token of the verb or preposition.
    pub(super) at: usize,
    /// Who speaks.
    pub(super) who: Who,
    /// "reportedly" stands before the verb.
    pub(super) hearsay: bool,
    /// It names an outlet from which the statement was taken.
    cited: bool,
}

/// More attributions than this in one statement are not read.
const MOST: usize = 32;

/// The attributions of a statement, the one that answers for the whole first.
pub(super) fn cues(s: &Sentence<'_>) -> Vec<Cue> {
    let mut out: Vec<Cue> = Vec::new();
    let mut i = 0;
    let mut closed = 0;
    while i < s.tokens.len() && out.len() < MOST {
        let found = if s.is_quoted(i) || i < closed { None } else { cue(s, i) };
        if let Some((cue, length)) = found {
            out.push(cue);
            i += length;
            // What stands inside this clause is said by this speaker.
            closed = i;
        } else {
            i += 1;
        }
    }
    if out.is_empty() {
        out.extend(colon(s).or_else(|| participle(s)));
    }
    out.sort_by_key(|cue| cue.cited);
    out
}

/// The attribution whose verb begins at `i`, with the length of the verb.
fn cue(s: &Sentence<'_>, i: usize) -> Option<(Cue, usize)> {
    let made = |who: Who, length: usize, cited: bool| {
        let hearsay = (i.saturating_sub(2)..i).any(|h| s.part(h, Part::Hearsay) > 0);
        Some((Cue { at: i, who, hearsay, cited }, length.max(1)))
    };
    let of = |part| s.part(i, part);
    let (according, cited) = (of(Part::According), of(Part::Cited));
    if according > 0 && of(Part::Hearsay) <= according {
        return made(after(s, i + according, true)?, according, false);
    }
    if of(Part::SelfSaid) > 0 && (i > 0 || s.is(i, "menurutnya")) {
        return made(Who::Pronoun(i), of(Part::SelfSaid), false);
    }
    if cited > 0 {
        return made(after(s, i + cited, false).filter(|who| matches!(who, Who::Name(_)))?, cited, true);
    }
    let quoting = if beside_quotation(s, i) { of(Part::Quoting) } else { 0 };
    let (says, only_before, only_after) = (of(Part::Says).max(quoting), of(Part::Before), of(Part::After));
    let length = says.max(only_before).max(only_after);
    if length == 0 {
        return None;
    }
    if says > 0 || only_before > 0 {
        let subject = before(s, i);
        if let Some(who) = subject {
            return made(who, length, false);
        }
    }
    if (says > 0 && after_quote(s, i)) || (only_after > 0 && (after_quote(s, i) || length > 1 || alone(s, i))) {
        return made(after(s, i + length, false)?, length, false);
    }
    None
}

/// A quotation ends shortly before token `i` or begins right after it.
fn beside_quotation(s: &Sentence<'_>, i: usize) -> bool {
    const BEFORE: usize = 8;
    const AFTER: usize = 3;
    (i.saturating_sub(BEFORE)..i + AFTER).any(|n| s.is_quoted(n))
}

/// A quotation or a clause ends before token `i`.
fn after_quote(s: &Sentence<'_>, i: usize) -> bool {
    const MARKS: [&str; 8] = ["\"", "”", "“", "»", "’", ",", "?", "!"];
    i.checked_sub(1).and_then(|p| s.tokens.get(p)).is_some_and(|t| MARKS.contains(&t.text))
}

/// "Kata dia, …" and "Hal itu disampaikan Suradi": verbs that need no quotation before them.
fn alone(s: &Sentence<'_>, i: usize) -> bool {
    i == 0 || s.tokens.get(i).is_some_and(|t| t.lower.starts_with("di") && t.lower.chars().count() > 6)
}

/// `Macron: "We will act"`, in a headline also `Quake in Garut, BMKG: No Tsunami`: a name and a colon at the beginning.
fn colon(s: &Sentence<'_>) -> Option<Cue> {
    const EARLY: usize = 16;
    let mark = (0..s.tokens.len().min(EARLY)).find(|&i| s.is(i, ":") && !s.is_quoted(i))?;
    let n = s.name_ending(mark)?;
    let name = s.names.get(n).filter(|name| name.kind != NameKind::Place)?;
    let start = name.role.as_ref().map_or(name.first, |role| role.start.min(name.first));
    let quotation = s.tokens.get(mark + 1).is_some_and(|t| matches!(t.text, "\"" | "“" | "‘" | "«" | "„"));
    let speaks = if start == 0 { quotation || s.headline } else { s.headline && s.is(start - 1, ",") };
    (speaks && (quotation || s.word(mark + 1))).then_some(Cue {
        at: mark,
        who: Who::Name(n),
        hearsay: false,
        cited: false,
    })
}

/// "Susan Rice criticized the visit, saying …": the subject that opens the statement.
fn participle(s: &Sentence<'_>) -> Option<Cue> {
    let at = (0..s.tokens.len()).find(|&i| s.part(i, Part::Participle) > 0 && !s.is_quoted(i))?;
    let who = opening(s, at, false)?;
    Some(Cue { at, who, hearsay: false, cited: false })
}

/// The bytes of the statement's first words of hearsay outside quotations.
pub(super) fn hearsay(s: &Sentence<'_>) -> Option<Range<usize>> {
    let at = (0..s.tokens.len()).find(|&i| !s.is_quoted(i) && s.part(i, Part::Hearsay) > 0)?;
    s.bytes(at, at + s.part(at, Part::Hearsay))
}
