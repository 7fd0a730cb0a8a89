//! Finds names by their capitals, and parts a run of capitals into office, body and person.
//!
//! "Bupati Garut Rudy Gunawan" is an office, a place and a person. A capital that only opens a sentence makes no name
//! unless the article writes the word with one elsewhere too; a word that the article also writes small is none there.
//! In a headline of capitals only names known from the text count, in German only what a title, a list or several
//! capitals in a row tell.
use std::collections::HashSet;
use std::ops::Range;

use super::lexicon::Lexicon;
use super::sentence::Sentence;
use super::tokens::{Shape, Token};
use super::vocabulary::{Part, Vocabulary};
use crate::model::NameKind;

/// A name in a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// Tokens.
    pub(super) first: usize,
    pub(super) end: usize,
    /// Bytes, without "'s".
    pub(super) range: Range<usize>,
    /// Words in lower case.
    pub(super) words: Vec<String>,
    /// What it names, as far as this place tells.
    pub(super) kind: NameKind,
    /// The office told together with it, tokens: "Presiden Prancis", "the White House press secretary".
    pub(super) role: Option<Range<usize>>,
    /// The acronym told together with it, in lower case.
    pub(super) short: Option<String>,
    /// "'s" stands at its end.
    pub(super) possessive: bool,
}

/// How an article writes its words.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// Words that stand somewhere without a capital.
    small: HashSet<String>,
    /// Words that stand with a capital where no sentence begins.
    inner: HashSet<String>,
    /// Of these, those that begin a run of capitals.
    starts: HashSet<String>,
}

impl Seen {
    /// Looks at every statement of an article.
    pub(super) fn of(sentences: &[Sentence<'_>]) -> Seen {
        let mut seen = Seen::default();
        for sentence in sentences {
            for (i, token) in sentence.tokens.iter().enumerate().filter(|(_, t)| t.shape == Shape::Word) {
                if !token.capital() {
                    seen.small.insert(token.lower.clone());
                } else if !sentence.title_case && !sentence.opens(i) {
                    let bare = bare(&token.lower).to_owned();
                    if !i.checked_sub(1).and_then(|p| sentence.tokens.get(p)).is_some_and(Token::capital) {
                        seen.starts.insert(bare.clone());
                    }
                    seen.inner.insert(bare);
                }
            }
        }
        seen
    }
}

/// Small words that may join two parts of one name.
const JOINTS: [&str; 14] =
    ["bin", "binti", "de", "da", "do", "dos", "du", "van", "von", "der", "al", "el", "la", "den"];
/// Capitals after a person's name that are a degree or a part of it, not a body.
const DEGREES: [&str; 9] = ["SIK", "SPD", "SSOS", "SKOM", "MSI", "MKES", "PHD", "MBA", "JR"];
/// Most words of a name: longer runs are lists or headlines.
const LONGEST: usize = 14;

/// Finds the names of `sentence` and puts them there.
pub(super) fn find(sentence: &mut Sentence<'_>, words: &Lexicon, vocabulary: &Vocabulary, seen: &Seen) {
    let mut reader = Reader { sentence, words, noun_capitals: vocabulary.noun_capitals, seen };
    let mut i = 0;
    while i < reader.sentence.tokens.len() {
        let end = reader.run(i);
        if end > i {
            let first = reader.without_opening(i, end);
            reader.pieces(first, end);
        }
        i = end.max(i + 1);
    }
}

struct Reader<'s, 'a> {
    sentence: &'s mut Sentence<'a>,
    words: &'s Lexicon,
    noun_capitals: bool,
    seen: &'s Seen,
}

impl Reader<'_, '_> {
    fn lower(&self, i: usize) -> &str {
        self.sentence.tokens.get(i).map_or("", |t| bare(&t.lower))
    }

    /// Token `i` has a capital that may belong to a name.
    fn capital(&self, i: usize) -> bool {
        let Some(token) = self.sentence.tokens.get(i) else { return false };
        if !(token.capital() || elided(token.text) > 0)
            || self.sentence.is_taken(i)
            || self.sentence.part(i, Part::NoName) > 0
        {
            return false;
        }
        let listed = || self.sentence.any(i, &[Part::Place, Part::Org]) || is_acronym(token.text);
        let known = || self.seen.inner.contains(self.lower(i)) && !self.seen.small.contains(self.lower(i));
        !self.sentence.title_case || listed() || known()
    }

    /// The end of the run of capitalised words at `i`; `i` for none.
    fn run(&self, i: usize) -> usize {
        let s = &*self.sentence;
        if !self.capital(i) {
            return i;
        }
        let mut end = i + 1;
        while end - i < LONGEST {
            let (last, next) = (s.tokens.get(end - 1), s.tokens.get(end));
            let (Some(last), Some(next)) = (last, next) else { break };
            if possessive(last.text) > 0 || s.is_quoted(end) != s.is_quoted(i) {
                break;
            }
            let glued = !next.spaced;
            // "J. K. Rowling", "Rep. Bachmann", "U.S."
            let short = last.text.chars().count() == 1
                || matches!(last.text, "Jr" | "Sr")
                || [Part::Title, Part::Honorific, Part::Place, Part::Org]
                    .iter()
                    .any(|&p| (i..end).any(|from| s.part(from, p) == end + 1 - from));
            let phrase =
                [Part::OrgHead, Part::PlaceHead, Part::Title].iter().map(|&p| s.part(end - 1, p)).max().unwrap_or(0);
            let the = usize::from(s.is(end - 1 + phrase, "the"));
            if self.capital(end) && (next.spaced || glued && last.text == ".") {
                end += 1;
            } else if next.is(".")
                && glued
                && short
                && (self.capital(end + 1) || s.tokens.get(end + 1).is_none_or(|t| t.spaced))
            {
                if !self.capital(end + 1)
                    && last.text.chars().count() == 1
                    && !(i..end).any(|from| s.any(from, &[Part::Place, Part::Org]))
                {
                    break;
                }
                end += 1;
            } else if (next.is("-") || next.is("&")) && glued && s.tokens.get(end + 1).is_some_and(|t| !t.spaced) {
                let again = s.tokens.get(end + 1).is_some_and(|t| t.lower == last.lower);
                if !(self.capital(end + 1) || again) || s.ending(end, Part::Place).is_some() {
                    break;
                }
                end += 2;
            } else if phrase > 1 && self.capital(end - 1 + phrase + the) {
                // "University of Indonesia", "Secretary of State John Kerry".
                end += phrase + the;
            } else if JOINTS.contains(&next.lower.as_str()) && self.capital(end + 1) {
                end += 2;
            } else {
                break;
            }
        }
        end.min(s.tokens.len())
    }

    /// Where the name begins in a run whose first word may have its capital from the sentence's beginning only.
    fn without_opening(&self, first: usize, end: usize) -> usize {
        const KEEP: [Part; 8] = [
            Part::Title,
            Part::Honorific,
            Part::OrgHead,
            Part::PlaceHead,
            Part::Place,
            Part::Org,
            Part::Demonym,
            Part::OrgTail,
        ];
        const SMALL: [Part; 8] = [
            Part::Pronoun,
            Part::They,
            Part::First,
            Part::Preposition,
            Part::Conjunction,
            Part::And,
            Part::Article,
            Part::Adverb,
        ];
        let s = &*self.sentence;
        let Some(token) = s.tokens.get(first) else { return end };
        let stop = self.words.is_stop(&s.tokens, first) || s.any(first, &SMALL);
        if is_acronym(token.text) && !stop {
            return first;
        }
        if stop && !s.any(first, &[Part::Place, Part::Org]) {
            return first + 1;
        }
        // "Bandara-bandara itu": a plural.
        if s.is(first + 1, "-") && s.tokens.get(first + 2).is_some_and(|t| t.lower == token.lower) {
            return (first + 3).min(end);
        }
        if !s.opens(first) || s.any(first, &KEEP) && end - first > 1 || s.any(first, &[Part::Place, Part::Org]) {
            return first;
        }
        let lower = bare(&token.lower);
        let inner = self.seen.inner.contains(lower);
        let lone = end - first == 1;
        let titled = s.any(first + 1, &[Part::Title, Part::Honorific, Part::PlaceHead, Part::OrgHead]);
        let common = (lone || !inner) && (self.seen.small.contains(lower) || self.words.is_part(&s.tokens, first));
        if common || (!inner && (lone || titled)) { first + 1 } else { first }
    }

    /// Parts the run into what it names.
    fn pieces(&mut self, first: usize, end: usize) {
        if first >= end {
            return;
        }
        let mut at = first;
        let mut role = self.title_before(first);
        let mut i = first;
        while i < end {
            let headed = role.is_none() && self.sentence.part(at, Part::OrgHead) > 0 && i > at;
            let headed = headed || (i > at && self.sentence.part(at, Part::PlaceHead) > 0);
            let title = if headed { self.sentence.part(i, Part::Rank) } else { self.title(i, end) };
            if title == 0 {
                i += 1;
                continue;
            }
            if i > at {
                if role.is_some() { self.office(at, i) } else { self.whole(at, i, None) }
            }
            role.get_or_insert(at);
            i += title;
            at = i;
        }
        match role {
            Some(from) if at >= end => self.sentence.offices.push(from..end),
            Some(from) => self.holder(from, at, end),
            None => self.whole(first, end, None),
        }
    }

    /// The length of the title at `i`: none when it is the name of a body ("Justice Department") or the last word of one.
    fn title(&self, i: usize, end: usize) -> usize {
        let s = &*self.sentence;
        let length = s.part(i, Part::Title).max(s.part(i, Part::Honorific));
        let tail = i + length + 1 == end && s.part(i + length, Part::OrgTail) > 0;
        let body = (i.saturating_sub(2)..=i).any(|from| {
            s.part(from, Part::Org).max(s.part(from, Part::OrgHead)) > i - from + usize::from(from == i) * length
        });
        if tail || body || i + length > end { 0 } else { length }
    }

    /// Where an office begins that ends before `first` in small letters: "French president", "ketua majelis hakim".
    fn title_before(&self, first: usize) -> Option<usize> {
        let s = &*self.sentence;
        let start = s.ending(first, Part::Title).or_else(|| s.ending(first, Part::Honorific))?;
        let body = s.names.last().filter(|n| n.end == start).map(|n| n.first);
        let demonym = start.checked_sub(1).filter(|&d| s.part(d, Part::Demonym) == 1);
        Some(body.or(demonym).unwrap_or(start))
    }

    /// What follows a title: a body, a person, or a body and then a person.
    fn holder(&mut self, role: usize, first: usize, end: usize) {
        let s = &*self.sentence;
        let marker = |i: usize| {
            let listed = [Part::Place, Part::Org].iter().map(|&p| s.part(i, p)).max().unwrap_or(0);
            let acronym = s.tokens.get(i).is_some_and(|t| is_acronym(t.text) || is_roman(t.text));
            listed.max(usize::from(acronym)).max(s.part(i, Part::Demonym))
        };
        let head = |i: usize| s.any(i, &[Part::OrgHead, Part::PlaceHead]);
        let mut body = first;
        let mut i = first;
        while i < end {
            let length = marker(i);
            let headed = (first..=i).any(head);
            if length > 0 && i + length <= end && (i == body || headed || i + length < end) {
                body = i + length;
            }
            i += length.max(1);
        }
        if self.ends_in_acronym(first, end) {
            // "Kapuspenkum Kejagung RI", "Anggota Luar Biasa KOI": no person.
            body = end;
        }
        if body == first && (first..end).any(head) {
            // A body without a mark at its end: the person is who begins a name elsewhere.
            let known = (first + 2..end).find(|&i| self.seen.starts.contains(self.lower(i)));
            body = known.unwrap_or(end);
        }
        if body > first {
            self.office(first, body);
        }
        if body < end {
            self.push(body, end, NameKind::Person, Some(role..body));
        } else {
            self.sentence.offices.push(role..end);
        }
    }

    /// The last of several words is the acronym of a body or country, and no degree: "Kejagung RI", "Manajemen PSSI".
    fn ends_in_acronym(&self, first: usize, end: usize) -> bool {
        let Some(last) = end.checked_sub(1).filter(|last| *last > first) else { return false };
        let text = self.sentence.tokens.get(last).map_or("", |t| t.text);
        let known = self.sentence.any(last, &[Part::Place, Part::Org]) || text.chars().count() > 2;
        is_acronym(text) && known && !DEGREES.contains(&text)
    }

    /// A body or place inside an office; a demonym is none.
    fn office(&mut self, first: usize, end: usize) {
        if self.sentence.part(first, Part::Demonym) != end - first {
            self.whole(first, end, None);
        }
    }

    /// A name without a title.
    fn whole(&mut self, first: usize, end: usize, role: Option<Range<usize>>) {
        let s = &*self.sentence;
        if s.part(first, Part::Demonym) == end - first || !s.word(first) {
            return;
        }
        if let Some(cut) = self.place_inside(first, end) {
            if cut > first && !self.is_direction(first, cut) {
                self.whole(first, cut, None);
            }
            self.whole(cut, end, role);
            return;
        }
        let s = &*self.sentence;
        let covers = |part| s.part(first, part) == end - first;
        let last = |part| end - first > 1 && s.part(end - 1, part) == 1;
        let text = s.tokens.get(first).map_or("", |t| t.text);
        let before = first.checked_sub(1).map_or(0, |p| s.part(p, Part::InPlace));
        let kind = if covers(Part::Place) {
            NameKind::Place
        } else if covers(Part::Org) || s.part(first, Part::OrgHead) > 0 || last(Part::OrgTail) {
            NameKind::Organisation
        } else if s.part(first, Part::PlaceHead) > 0 && end - first > 1 || last(Part::PlaceTail) {
            NameKind::Place
        } else if is_acronym(text) || self.ends_in_acronym(first, end) {
            NameKind::Organisation
        } else if before > 0 && end - first <= 2 && !self.sentence.goes_on(end) {
            NameKind::Place
        } else {
            NameKind::Unknown
        };
        let weak = self.noun_capitals && end - first == 1 && kind == NameKind::Unknown
            || kind == NameKind::Place && self.noun_capitals && !covers(Part::Place);
        if !weak {
            self.push(first, end, kind, role);
        }
    }

    /// Where a second place begins: "Kabupaten Garut | Jawa Barat", "Barat Daya | Kabupaten Garut".
    fn place_inside(&self, first: usize, end: usize) -> Option<usize> {
        let s = &*self.sentence;
        let place = |from: usize| s.part(from, Part::Place) > 0 && s.part(from, Part::Place) == end - from;
        let head = s.part(first, Part::PlaceHead);
        if head > 0 || s.part(first, Part::Place) > 0 && !place(first) {
            let from = first + head.max(1);
            return (from + usize::from(head > 0)..end).find(|&cut| place(cut) && !self.is_direction(cut, end));
        }
        (first + 1..end).find(|&cut| s.part(cut, Part::PlaceHead) > 0 && self.is_direction(first, cut))
    }

    /// Only words of direction: "Barat Daya".
    fn is_direction(&self, first: usize, end: usize) -> bool {
        let s = &*self.sentence;
        (first..end).all(|i| s.part(i, Part::PlaceTail) > 0 || s.is(i, "daya") || s.is(i, "laut"))
    }

    fn push(&mut self, first: usize, end: usize, kind: NameKind, role: Option<Range<usize>>) {
        let s = &mut *self.sentence;
        let Some(mut range) = s.bytes(first, end) else { return };
        let text = s.text.get(range.clone()).unwrap_or_default();
        let owner = possessive(text);
        range.end -= owner;
        range.start += elided(text);
        let parts = s.tokens.get(first..end).unwrap_or(&[]);
        let words: Vec<String> = parts
            .iter()
            .filter(|t| t.shape == Shape::Word)
            .map(|t| bare(t.lower.get(elided(t.text)..).unwrap_or(&t.lower)).to_owned())
            .collect();
        let unit = kind == NameKind::Unknown
            && end - first == 1
            && first.checked_sub(1).is_some_and(|p| s.tokens.get(p).is_some_and(|t| t.shape == Shape::Number));
        let letter = words.len() == 1 && words.iter().all(|w| w.chars().count() < 2);
        if words.is_empty() || range.is_empty() || unit || letter || parts.iter().all(|t| is_roman(t.text)) {
            return;
        }
        s.names.push(Found { first, end, range, words, kind, role, short: None, possessive: owner > 0 });
    }
}

impl Sentence<'_> {
    /// A plain word follows at `i`, so that the name before it only tells of what kind that is: "Social Security benefits".
    fn goes_on(&self, i: usize) -> bool {
        const SMALL: [Part; 7] =
            [Part::Preposition, Part::Conjunction, Part::And, Part::Article, Part::Adverb, Part::Passive, Part::Not];
        self.word(i) && !self.is_taken(i) && !self.any(i, &SMALL)
    }
}

/// Two capitals or more and nothing else: "BMKG", "DPR-RI".
pub(super) fn is_acronym(word: &str) -> bool {
    let word = word.get(..word.len() - possessive(word)).unwrap_or(word);
    word.chars().count() > 1 && word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) && !is_roman(word)
}

/// A Roman numeral; "I" opens names too ("I Nyoman Oka").
fn is_roman(word: &str) -> bool {
    !word.is_empty() && word != "I" && word.bytes().all(|b| b"IVX".contains(&b))
}

/// The length of "'s" at the end.
fn possessive(word: &str) -> usize {
    ["'s", "’s", "s'", "s’"]
        .iter()
        .find(|end| word.ends_with(**end))
        .map_or(0, |end| if end.starts_with('s') { end.len() - 1 } else { end.len() })
}

fn bare(lower: &str) -> &str {
    lower.strip_suffix("'s").unwrap_or(lower)
}

/// The length of an article or preposition that has lost its vowel before a name: "l'Élysée", "d'Emmanuel".
fn elided(word: &str) -> usize {
    let cut =
        ["l'", "d'", "l’", "d’", "L'", "D'", "L’", "D’"].iter().find(|e| word.starts_with(**e)).map_or(0, |e| e.len());
    if word.get(cut..).is_some_and(|rest| rest.starts_with(char::is_uppercase)) { cut } else { 0 }
}
