//! Names in one place of two statements: another person, another place, or one name in two spellings.
//!
//! In one place are names with the same words on both sides, with the same two words right before or after them, and across
//! languages the one name that differs. Two outlets name one body or place in many ways ("KOI", "NOC Indonesia"; "Moscow",
//! "Russia"), so only people and places are asked, and only when neither article knows the other's name at all. It is a
//! check at most, and a conflict only when every other word is the same.
use super::Grade;
use super::frame::Frame;
use super::reason::plain;
use super::roles::{kin, sides};
use super::stand::{Pair, Stand, Told, names_of_article, words_of};
use crate::facts::{Fact, Value, place_apart};
use crate::model::{DifferenceKind, Doubt, MentionKind, NameKind, Reason, ReasonCode, Verdict};

/// Share of the shorter statement's words that must stand in the other in the same order: to look, and for a conflict.
const LIKE: f32 = 0.6;
const ALIKE: f32 = 0.9;
/// Short forms of first names that do not begin like them.
const NICKNAMES: [(&str, &str); 8] = [
    ("bill", "william"),
    ("bob", "robert"),
    ("dick", "richard"),
    ("ted", "edward"),
    ("tony", "anthony"),
    ("peggy", "margaret"),
    ("beth", "elizabeth"),
    ("sandy", "alexander"),
];
/// Letters from which a word may be a misspelling of another.
const LONG: usize = 5;

/// What two statements name otherwise.
pub(super) fn names<'f>(
    a: &Stand<'_>,
    b: &Stand<'_>,
    grade: Grade,
    frame: &dyn Fn() -> Option<&'f Frame>,
) -> Vec<Pair> {
    if a.language != b.language {
        return if grade >= Grade::Certain { odd_ones(a, b) } else { Vec::new() };
    }
    if grade < Grade::Close {
        return Vec::new();
    }
    let mut out = spellings(a, b);
    // Cheap to ask first: most pairs hold no two names that could stand for each other.
    if !a.facts.iter().any(|one| b.facts.iter().any(|other| comparable(one, other, true).is_some())) {
        return out;
    }
    if let Some(frame) = frame().filter(|frame| frame.like() >= LIKE) {
        out.extend(in_place(a, b, frame));
    }
    if grade >= Grade::Sure {
        let told = |x: usize, y: usize| out.iter().any(|p| p.a.fact == Some(x) || p.b.fact == Some(y));
        let rest: Vec<_> = in_role(a, b).into_iter().filter(|&(x, y, _)| !told(x, y)).collect();
        out.extend(rest.into_iter().filter_map(|(x, y, one_office)| check(a, b, (x, y), one_office)));
    }
    out
}

/// Names in each other's place.
fn in_place(a: &Stand<'_>, b: &Stand<'_>, frame: &Frame) -> Vec<Pair> {
    let pairs = frame.exchanged().filter_map(|(x, y, alone)| {
        let all_else = alone && frame.like() >= ALIKE;
        let found = check(a, b, (x, y), all_else)?;
        // Two full names of which no word is the same.
        let sure = all_else && comparable(a.facts.get(x)?, b.facts.get(y)?, false) == Some(DifferenceKind::Name);
        Some(if sure {
            Pair { verdict: Some(Verdict::Conflict), reason: plain(ReasonCode::SameRole), ..found }
        } else {
            found
        })
    });
    pairs.collect()
}

/// Across languages, in statements as good as translations: the one person, and the one listed place, on each side of
/// which the other article has not a word.
fn odd_ones(a: &Stand<'_>, b: &Stand<'_>) -> Vec<Pair> {
    let odd = |kind: NameKind| {
        let (x, y) = (unknown(a, b, kind)?, unknown(b, a, kind)?);
        let listed = || place_apart(words_of(a.facts.get(x)?), words_of(b.facts.get(y)?));
        (kind == NameKind::Person || listed() == Some(true)).then(|| check(a, b, (x, y), false)).flatten()
    };
    [NameKind::Person, NameKind::Place].into_iter().filter_map(odd).collect()
}

/// The only name of a kind in `own` that the article of `other` does not know.
fn unknown(own: &Stand<'_>, other: &Stand<'_>, kind: NameKind) -> Option<usize> {
    let of_kind = |fact: &Fact| matches!(&fact.value, Value::Name(name) if name.entity.kind == kind);
    let mut all = own.facts.iter().enumerate().filter(|(_, fact)| of_kind(fact) && !knows(other, fact));
    all.next().filter(|_| all.next().is_none()).map(|(n, _)| n)
}

/// Two names of one kind of which neither article knows the other's: worth a look. `close`: they have one office, or
/// every other word of the two statements is the same.
fn check(a: &Stand<'_>, b: &Stand<'_>, (x, y): (usize, usize), close: bool) -> Option<Pair> {
    let (one, other) = (a.facts.get(x)?, b.facts.get(y)?);
    let kind = comparable(one, other, close)?;
    let known = |stand: &Stand<'_>, name: &Fact| match words_of(name).first() {
        Some(first) if other_first_name(words_of(one), words_of(other)) => in_a_name(stand, first),
        _ => knows(stand, name),
    };
    // Of a single word only who speaks is sure to be a person, and no office.
    let lone = words_of(one).len().min(words_of(other).len()) == 1;
    let unsure = kind == DifferenceKind::Name && lone && !(speaks(a, one) && speaks(b, other));
    if unsure || known(b, one) || known(a, other) {
        return None;
    }
    let reason = Reason { doubt: Some(Doubt::Wording), ..plain(ReasonCode::SameRole) };
    Some(Pair { a: Told::fact(0, x, one), b: Told::fact(1, y, other), kind, verdict: Some(Verdict::Check), reason })
}

/// Names with the same two words right before them or right after ("political scientist of the university, Budi Santoso"),
/// with whether it is before.
fn in_role(a: &Stand<'_>, b: &Stand<'_>) -> Vec<(usize, usize, bool)> {
    let names = |s: &Stand<'_>| -> Vec<(usize, [Vec<String>; 2])> {
        let named = s.facts.iter().enumerate().filter(|(_, f)| f.kind == MentionKind::Name).take(24);
        named.map(|(n, f)| (n, <[Vec<String>; 2]>::from(sides(s, f)))).collect()
    };
    let same =
        |v: &[String], w: &[String]| v.len() > 1 && w.len() > 1 && v.iter().zip(w).take(2).all(|(x, y)| kin(x, y));
    let theirs = names(b);
    let mut out = Vec::new();
    for (x, [before, after]) in names(a) {
        for (y, [other_before, other_after]) in &theirs {
            let one_office = same(&before, other_before);
            if one_office || same(&after, other_after) {
                out.push((x, *y, one_office));
            }
        }
    }
    out
}

/// The kind of a difference between two names of one kind that cannot mean the same. `close` as in [`check`].
fn comparable(a: &Fact, b: &Fact, close: bool) -> Option<DifferenceKind> {
    let (Value::Name(x), Value::Name(y)) = (&a.value, &b.value) else { return None };
    let persons = x.entity.kind == NameKind::Person && y.entity.kind == NameKind::Person;
    if persons && close && other_first_name(&x.words, &y.words) {
        return Some(DifferenceKind::Name);
    }
    let shared = x.words.iter().any(|v| y.words.iter().any(|w| v == w || variant(v, w)));
    if shared || short_for(&x.words, &y.words) || short_for(&y.words, &x.words) {
        return None;
    }
    match (x.entity.kind, y.entity.kind) {
        // One word may be an office, and a surname alone tells too little.
        _ if persons && (close || x.words.len().min(y.words.len()) > 1) => Some(DifferenceKind::Name),
        (NameKind::Place, NameKind::Place) if place_apart(&x.words, &y.words) != Some(false) => {
            Some(DifferenceKind::Place)
        }
        _ => None,
    }
}

/// Two people of one surname: "Karen Doyle", "Carol Doyle". First names that begin alike may be one ("Mike", "Michael").
fn other_first_name(x: &[String], y: &[String]) -> bool {
    let ([first, rest @ ..], [other, other_rest @ ..]) = (x, y) else { return false };
    let short_for = |short: &str, long: &str| NICKNAMES.contains(&(short, long));
    let one = first.chars().next() == other.chars().next() || short_for(first, other) || short_for(other, first);
    let written_out = first.chars().count().min(other.chars().count()) > 2;
    !rest.is_empty() && rest == other_rest && written_out && !one
}

/// `short` is one word made of letters of `long` in their order ("Jabar", "Jawa Barat"; "NTT"), or `long` is `short` with
/// other words glued to it by a page ("RIHarun Masikudan").
fn short_for(short: &[String], long: &[String]) -> bool {
    let (word, whole) = (short.concat(), long.concat());
    let mut letters = whole.chars();
    let made_of = short.len() == 1 && long.len() > 1 && word.chars().next() == whole.chars().next();
    (made_of && word.chars().all(|c| letters.any(|l| l == c))) || whole.contains(&word)
}

/// The article of `stand` names it too, or a part of it.
pub(super) fn knows(stand: &Stand<'_>, name: &Fact) -> bool {
    let words = words_of(name);
    let mut known = names_of_article(stand);
    known.any(|own| {
        own.iter().any(|word| words.iter().any(|w| w == word || variant(w, word)))
            || place_apart(own, words) == Some(false)
    })
}

/// The statement is said by the one of this name.
fn speaks(stand: &Stand<'_>, name: &Fact) -> bool {
    let speaker = stand.speaker.map(str::to_lowercase).unwrap_or_default();
    !speaker.is_empty() && words_of(name).iter().all(|word| speaker.split_whitespace().any(|own| own == word))
}

/// A name of the article has this word.
fn in_a_name(stand: &Stand<'_>, word: &String) -> bool {
    names_of_article(stand).flatten().any(|own| own == word || variant(own, word))
}

/// Names of several words or of a long one that differ in spelling only.
fn spellings(a: &Stand<'_>, b: &Stand<'_>) -> Vec<Pair> {
    let names = |stand: &Stand<'_>| -> Vec<usize> {
        let named = stand.facts.iter().enumerate().filter(|(_, f)| f.kind == MentionKind::Name);
        named.map(|(n, _)| n).take(24).collect()
    };
    let mut out = Vec::new();
    for x in names(a) {
        for y in names(b) {
            let (Some(left), Some(right)) = (a.facts.get(x), b.facts.get(y)) else { continue };
            let (one, other) = (words_of(left), words_of(right));
            let alike = one.len() == other.len() && one != other;
            if alike && one.iter().zip(other).all(|(v, w)| v == w || variant(v, w)) && !uses(b, one) && !uses(a, other)
            {
                let (a, b, reason) = (Told::fact(0, x, left), Told::fact(1, y, right), plain(ReasonCode::Spelling));
                out.push(Pair { a, b, kind: DifferenceKind::Name, verdict: Some(Verdict::Equivalent), reason });
            }
        }
    }
    out
}

/// The article writes the name like this somewhere.
fn uses(stand: &Stand<'_>, words: &[String]) -> bool {
    let written = |name: &[String]| name.windows(words.len().max(1)).any(|run| run == words);
    names_of_article(stand).any(written)
}

/// Two spellings of one word of a name: the same once letters that stand for one sound are, or one letter apart.
pub(super) fn variant(a: &str, b: &str) -> bool {
    if a.chars().count().min(b.chars().count()) < LONG || a.chars().next() != b.chars().next() {
        return false;
    }
    let (x, y) = (sounds(a), sounds(b));
    // "Republican" and "Republicans", "Arabia" and "Arabian" are two words.
    let ending =
        |long: &str, short: &str| long.strip_prefix(short).is_some_and(|rest| matches!(rest, "s" | "n" | "es"));
    !ending(a, b) && !ending(b, a) && (x == y || one_apart(&x, &y))
}

/// Old and new Indonesian spelling, and the ways in which Latin letters are found for others.
fn sounds(word: &str) -> Vec<char> {
    let mut text = word.to_owned();
    for (from, to) in
        [("oe", "u"), ("dj", "j"), ("tj", "c"), ("kh", "k"), ("ph", "f"), ("ck", "k"), ("y", "i"), ("z", "s")]
    {
        text = text.replace(from, to);
    }
    let mut out: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
    out.dedup();
    out
}

fn one_apart(a: &[char], b: &[char]) -> bool {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    if short.len() < LONG || long.len() - short.len() > 1 {
        return false;
    }
    let head = long.iter().zip(short).take_while(|(x, y)| x == y).count();
    let tail = long.iter().rev().zip(short.iter().rev()).take_while(|(x, y)| x == y).count();
    head + tail + 1 >= long.len()
}
