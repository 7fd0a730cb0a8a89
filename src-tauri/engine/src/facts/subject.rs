//! Finds the subject of a verb of speech: after it ("kata Kepala BMKG, Hartanto") or before it ("Max Richtman, executive
//! vice president of the committee, said").
//!
//! `None` beats a wrong name: what is not understood has no subject.
use super::sentence::Sentence;
use super::speech::Who;
use super::vocabulary::Part;
use crate::model::NameKind;

/// Most tokens of a subject.
const LONGEST: usize = 16;
/// Most plain words before the noun that tells who it is: "senior American officials".
const PLAIN: usize = 3;

/// The subject that begins at token `at`.
pub(super) fn after(s: &Sentence<'_>, at: usize, source: bool) -> Option<Who> {
    if s.part(at, Part::Pronoun) > 0 {
        return Some(Who::Pronoun(at));
    }
    if s.part(at, Part::They) > 0 {
        return Some(Who::They);
    }
    if s.is(at, "@") {
        return s.word(at + 1).then_some(Who::Handle(at + 1));
    }
    let indefinite = s.part(at, Part::Indefinite) > 0;
    let mut from = at;
    while s.part(from, Part::Article) > 0 && from < at + PLAIN {
        from += s.part(from, Part::Article);
    }
    if s.part(from, Part::First) > 0 && s.name_at(from).is_none() {
        return None;
    }
    for i in from..=from + PLAIN {
        if !(s.word(i) || s.is(i, ",") && i > from) || s.is_quoted(i) || s.is_taken(i) {
            return None;
        }
        if let Some(who) = noun(s, i, indefinite) {
            return Some(who);
        }
        let verb = s.any(i, &[Part::Preposition, Part::Conjunction, Part::Says, Part::Before, Part::And, Part::Not]);
        if verb && !(source && i == from) {
            return None;
        }
    }
    None
}

/// What the noun phrase that begins with the noun or name at `i` names.
fn noun(s: &Sentence<'_>, i: usize, indefinite: bool) -> Option<Who> {
    if let Some(n) = s.name_at(i) {
        return named(s, n);
    }
    let (title, people) = (s.part(i, Part::Title).max(s.part(i, Part::Honorific)), s.part(i, Part::People));
    let (body, thing) = (s.part(i, Part::Body), s.part(i, Part::Thing));
    if title > 0 && title >= people.min(title) {
        return office(s, i, indefinite);
    }
    if people > 0 {
        let behind = i + people;
        let called = s.is(behind, "bernama") || s.is(behind, ",");
        let person = s.name_at(behind + 1).filter(|&n| called && s.names.get(n).is_some_and(|n| is_personal(n.kind)));
        return Some(person.map_or(Who::People(i..behind), Who::Name));
    }
    let length = body.max(thing);
    if length > 0 {
        let name = s.name_at(i + length).and_then(|n| s.names.get(n)).filter(|n| n.kind != NameKind::Person);
        let demonym = i.checked_sub(1).filter(|&d| s.part(d, Part::Demonym) == 1);
        let end = name.map_or(i + length, |n| n.end);
        let start = demonym.unwrap_or(i);
        let known = body > 0 || name.is_some() || demonym.is_some();
        return Some(if known { Who::Body(start..end) } else { Who::Thing(start..end) });
    }
    None
}

fn is_personal(kind: NameKind) -> bool {
    matches!(kind, NameKind::Person | NameKind::Unknown)
}

/// Name `n` as a subject: "Blinken"; but "Obama’s campaign" and "U.S. officials" are told by what follows.
fn named(s: &Sentence<'_>, n: usize) -> Option<Who> {
    let name = s.names.get(n)?;
    // "White House press secretary Josh Earnest": the name belongs to the office of the next.
    if let Some(next) = s.names.get(n + 1)
        && next.role.as_ref().is_some_and(|role| role.start <= name.first && name.end <= role.end)
    {
        return Some(Who::Name(n + 1));
    }
    let behind = name.end;
    for i in behind..behind + PLAIN {
        if !s.word(i) || s.any(i, &[Part::Preposition, Part::Conjunction, Part::Says, Part::Before]) {
            break;
        }
        if s.part(i, Part::People) > 0
            && s.part(i, Part::Title) <= s.part(i, Part::People)
            && name.kind != NameKind::Person
        {
            return Some(Who::People(name.first..i + s.part(i, Part::People)));
        }
        if name.possessive
            && let Some(who) = noun(s, i, false)
        {
            return Some(match who {
                Who::Thing(r) | Who::Body(r) => Who::Body(name.first..r.end),
                Who::Office(r) => Who::Office(name.first..r.end),
                other => other,
            });
        }
        let length = s.part(i, Part::Body).max(s.part(i, Part::Thing));
        if i == behind && length > 0 && name.kind != NameKind::Person {
            return Some(Who::Body(name.first..i + length));
        }
        if !name.possessive {
            break;
        }
    }
    (!name.possessive).then_some(Who::Name(n))
}

/// A title at `i`: the person who holds it when he is named with it, else the office.
fn office(s: &Sentence<'_>, i: usize, indefinite: bool) -> Option<Who> {
    let mut j = i;
    let mut end = i;
    let mut bodied = false;
    let mut plain = 0;
    while j < i + LONGEST {
        let title = s.part(j, Part::Title).max(s.part(j, Part::Honorific));
        if let Some(n) = s.name_at(j) {
            let name = s.names.get(n)?;
            if name.kind == NameKind::Person || (name.kind == NameKind::Unknown && !bodied && plain == 0) {
                return Some(Who::Name(n));
            }
            bodied = true;
            j = name.end;
            end = j;
        } else if title > 0 {
            j += title;
            end = j;
        } else if s.part(j, Part::That) > 0 {
            return Some(Who::Pronoun(j));
        } else if s.part(j, Part::And) == 1
            && let Some(close) = s.office_over(i, j)
        {
            (j, end, bodied) = (close, close, true);
        } else if bodied && s.number(j) && s.name_at(j + 1).is_some() {
            // "Juru Bicara Densus 88 Antiteror Polri"
            j += 1;
        } else if s.is(j, ",") && end == j {
            let next = j + 1 + s.part(j + 1, Part::Article);
            let titled = s.names.iter().position(|n| n.role.as_ref().is_some_and(|role| role.start == next));
            let person = s.name_at(next).or(titled);
            let person = person.filter(|&n| s.names.get(n).is_some_and(|n| n.kind == NameKind::Person));
            return person.map(Who::Name).or_else(|| holder(s, i..end, indefinite, bodied));
        } else if s.any(j, &[Part::Preposition, Part::Article]) && s.is_of(j) {
            j += 1;
        } else if s.part(j, Part::Body).max(s.part(j, Part::Thing)) > 0 {
            bodied = true;
            j += s.part(j, Part::Body).max(s.part(j, Part::Thing));
            end = j;
        } else if s.word(j) && !s.is_taken(j) && !s.is_verbal(j) && plain < PLAIN {
            plain += 1;
            j += 1;
        } else {
            break;
        }
    }
    holder(s, i..end, indefinite, bodied)
}

/// An office without its holder's name: nobody in particular when it is "a spokesman", someone known when it is of a body.
fn holder(s: &Sentence<'_>, office: std::ops::Range<usize>, indefinite: bool, bodied: bool) -> Option<Who> {
    let spokes = s.tokens.get(office.start).is_some_and(|t| t.lower.starts_with("spokes"));
    Some(if indefinite && !(spokes && bodied) { Who::People(office) } else { Who::Office(office) })
}

/// The subject of the verb at `verb`: the noun phrase before it.
pub(super) fn before(s: &Sentence<'_>, verb: usize) -> Option<Who> {
    let mut end = verb;
    let mut and = false;
    for _ in 0..LONGEST {
        let last = end.checked_sub(1)?;
        if s.is_quoted(last) || s.any(last, &[Part::Not, Part::Passive]) {
            return None;
        }
        if s.name_ending(end).is_some() {
            break;
        }
        let dated = s.is_taken(last)
            || ((s.is(last, ")") || s.is(last, "(")) && (s.is_taken(last.saturating_sub(1)) || s.is_taken(last + 1)));
        let adverb = s.part(last, Part::Adverb) == 1;
        let of_date = s.part(last, Part::Preposition) == 1 && s.is_taken(end) || s.is(last, ",") && s.is_taken(end);
        if dated || adverb || of_date {
            end = last;
        } else if s.part(last, Part::And) == 1 && end == verb {
            and = true;
            break;
        } else {
            break;
        }
    }
    if and {
        return opening(s, end, false);
    }
    phrase(s, end, 0).or_else(|| opening(s, end, true).filter(|_| s.part(verb, Part::Before) > 0))
}

/// The noun phrase that ends before token `end`.
fn phrase(s: &Sentence<'_>, end: usize, depth: usize) -> Option<Who> {
    const DEEP: usize = 3;
    let last = end.checked_sub(1)?;
    if depth > DEEP || s.is_quoted(last) {
        return None;
    }
    if s.is(last, ")") {
        let open = (last.saturating_sub(6)..last).rev().find(|&i| s.is(i, "("))?;
        return phrase(s, open, depth + 1);
    }
    if s.is(last, ",") {
        return appositive(s, last, depth);
    }
    if s.part(last, Part::That) > 0 {
        let near = last.saturating_sub(4)..last;
        let body = near.clone().any(|i| s.any(i, &[Part::Body, Part::Thing]));
        let person = near.into_iter().any(|i| s.any(i, &[Part::People, Part::Title]));
        return (person && !body).then_some(Who::Pronoun(last));
    }
    if s.part(last, Part::Pronoun) == 1 {
        return (!subordinate(s, last)).then_some(Who::Pronoun(last));
    }
    if s.part(last, Part::They) == 1 {
        return (!subordinate(s, last)).then_some(Who::They);
    }
    if let Some(n) = s.name_ending(end) {
        return name_subject(s, n, end, depth);
    }
    common(s, end)
}

/// Name `n` as the last words of a subject: itself, unless a preposition makes it part of another noun's phrase.
fn name_subject(s: &Sentence<'_>, n: usize, end: usize, depth: usize) -> Option<Who> {
    let name = s.names.get(n)?;
    let mut start = name.role.as_ref().map_or(name.first, |role| role.start.min(name.first));
    while start.checked_sub(1).is_some_and(|p| s.any(p, &[Part::Article, Part::Demonym])) {
        start -= 1;
    }
    if name.possessive {
        return None;
    }
    let mut pair = None;
    if let Some(and) = start.checked_sub(1).filter(|&p| s.part(p, Part::And) == 1)
        && let Some(first) = s.name_ending(and).and_then(|p| s.names.get(p))
    {
        start = first.role.as_ref().map_or(first.first, |role| role.start.min(first.first));
        pair = Some(Who::Body(first.first..name.end));
    }
    if let Some(preposition) = governed(s, start) {
        return match phrase(s, preposition, depth + 1)? {
            Who::People(range) => Some(Who::People(range)),
            Who::Body(range) | Who::Thing(range) => Some(Who::Body(range.start..end)),
            Who::Office(range) => Some(Who::Office(range.start..end)),
            other => Some(other),
        };
    }
    (!subordinate(s, start)).then_some(pair.unwrap_or(Who::Name(n)))
}

/// The preposition that governs the noun phrase beginning at `start`, adjectives and article before it passed over.
fn governed(s: &Sentence<'_>, start: usize) -> Option<usize> {
    let mut at = start;
    for _ in 0..=2 * PLAIN {
        let previous = at.checked_sub(1)?;
        if s.part(previous, Part::Preposition) == 1 && s.part(previous, Part::Conjunction) == 0 {
            return Some(previous);
        }
        let modifies = s.any(previous, &[Part::Article, Part::Demonym])
            || s.is(previous, "-")
            || (s.word(previous) && !s.is_verbal(previous) && s.name_ending(at).is_none());
        if !modifies {
            return None;
        }
        at = previous;
    }
    None
}

/// A common noun that ends before `end`: "officials", "polisi", "the White House officials".
fn common(s: &Sentence<'_>, end: usize) -> Option<Who> {
    let last = end.checked_sub(1)?;
    let people = s.ending(end, Part::People);
    let start = people
        .or_else(|| s.ending(end, Part::Body))
        .or_else(|| s.ending(end, Part::Thing))
        .or_else(|| s.ending(end, Part::Title))?;
    let mut from = start;
    let owner = s.name_ending(from).and_then(|n| s.names.get(n));
    let demonym = from.checked_sub(1).filter(|&d| s.part(d, Part::Demonym) == 1);
    if let Some(owner) = owner {
        from = owner.first;
    } else if let Some(demonym) = demonym {
        from = demonym;
    }
    let mut open = from;
    let mut indefinite = false;
    while let Some(p) = open.checked_sub(1).filter(|&p| s.word(p) && from - p <= PLAIN && !s.is_verbal(p)) {
        indefinite |= s.part(p, Part::Indefinite) > 0;
        open = p;
        if s.part(p, Part::Article) > 0 {
            break;
        }
    }
    if subordinate(s, open) || s.part(last, Part::First) > 0 {
        return None;
    }
    let owned = owner.is_some() || demonym.is_some();
    let title = s.ending(end, Part::Title).is_some();
    Some(if title && !indefinite && !s.tokens.get(last).is_some_and(|t| t.lower.ends_with("men")) {
        Who::Office(from..end)
    } else if people.is_some() {
        Who::People(from..end)
    } else if s.ending(end, Part::Body).is_some() || owned {
        Who::Body(from..end)
    } else {
        Who::Thing(from..end)
    })
}

/// "John Rother, AARP’s policy chief, said": the noun phrase before the comma that opens what stands between.
fn appositive(s: &Sentence<'_>, comma: usize, depth: usize) -> Option<Who> {
    const COMMAS: usize = 5;
    // "Kepala BMKG, Dwikorita Karnawati, mengatakan"
    if let Some(n) = s.name_ending(comma)
        && s.names
            .get(n)
            .is_some_and(|name| name.role.as_ref().is_some_and(|role| role.end < name.first || s.is(role.end - 1, ",")))
    {
        return Some(Who::Name(n));
    }
    // "Another major figure, Dan Senor, told": a name of its own between the commas.
    let lone = s.name_ending(comma).filter(|&n| {
        s.names.get(n).is_some_and(|n| is_personal(n.kind) && s.is(n.first.wrapping_sub(1), ",") && n.role.is_none())
    });
    if let Some(n) = lone
        && !s.name_ending_before_comma(n)
    {
        return Some(Who::Name(n));
    }
    let mut seen = 0;
    let mut office = None;
    for i in (comma.saturating_sub(3 * LONGEST)..comma).rev() {
        if s.is_quoted(i) || s.is(i, ".") && s.tokens.get(i + 1).is_some_and(|t| t.spaced && !s.name_covers(i)) {
            break;
        }
        if s.is(i, ",") {
            seen += 1;
            match phrase_or_age(s, i, depth) {
                // "Max Richtman, vice president of the committee, an advocacy group, said": the office is his.
                Some(Who::Office(r) | Who::People(r) | Who::Body(r)) if s.follows_comma(r.start) => {
                    office.get_or_insert(Who::Office(r));
                }
                Some(who) => return Some(who),
                None => {}
            }
            if seen >= COMMAS {
                break;
            }
        }
    }
    office
}

/// The noun phrase before a comma; an age ("Smith, 45,") is passed over.
fn phrase_or_age(s: &Sentence<'_>, comma: usize, depth: usize) -> Option<Who> {
    if comma.checked_sub(1).is_some_and(|p| s.is_taken(p) || s.is(p, ",")) {
        return None;
    }
    let who = phrase(s, comma, depth + 1)?;
    let place = matches!(&who, Who::Name(n) if s.names.get(*n).is_some_and(|n| n.kind == NameKind::Place));
    (!place && !matches!(who, Who::Pronoun(_) | Who::They | Who::Thing(_))).then_some(who)
}

/// The subject that opens the statement, for a verb further on: "Obama praised the vote and said". With `linked` a
/// preposition has to follow it: "Budi dalam keterangannya mengatakan".
pub(super) fn opening(s: &Sentence<'_>, verb: usize, linked: bool) -> Option<Who> {
    const EARLY: usize = 3;
    let start = (0..verb).rev().find(|&i| s.is_quoted(i) || s.is(i, ";")).map_or(0, |i| i + 1);
    if start > 0 || verb > 2 * LONGEST {
        return None;
    }
    for i in start..(start + EARLY).min(verb) {
        if s.any(i, &[Part::Conjunction]) {
            return None;
        }
        let who = if s.part(i, Part::Pronoun) > 0 { Some(Who::Pronoun(i)) } else { noun(s, i, false) };
        let Some(who) = who else { continue };
        let end = match &who {
            // "DENVER — Two states said": where the report was written.
            Who::Name(n) => {
                s.names.get(*n).map(|n| n.end).filter(|&end| !["—", "–", "-"].iter().any(|d| s.is(end, d)))?
            }
            Who::Office(r) | Who::Body(r) if !linked => r.end,
            Who::Pronoun(_) if !linked => i + 1,
            _ => return None,
        };
        let other = s.names.iter().any(|n| n.first >= end && n.end <= verb && n.kind == NameKind::Person);
        let follows =
            !linked || s.any(end, &[Part::Preposition]) || s.is(end, ",") && s.any(end + 1, &[Part::Preposition]);
        return (follows && !(linked && other)).then_some(who);
    }
    None
}

/// The phrase that begins at `start` belongs to a subordinate clause.
fn subordinate(s: &Sentence<'_>, start: usize) -> bool {
    start
        .checked_sub(1)
        .is_some_and(|p| s.part(p, Part::Conjunction) == 1 || s.ending(start, Part::Conjunction).is_some())
}

impl Sentence<'_> {
    /// The name that begins at token `i`.
    fn name_at(&self, i: usize) -> Option<usize> {
        let n = self.names.partition_point(|n| n.first < i);
        self.names.get(n).filter(|n| n.first == i).map(|_| n)
    }

    /// The end of the office that begins at or before token `i` and holds token `j`.
    fn office_over(&self, i: usize, j: usize) -> Option<usize> {
        let held = self.names.iter().filter_map(|name| name.role.as_ref());
        let office = held.chain(&self.offices).find(|office| office.start <= i && j < office.end);
        // The comma before the holder's name belongs to the role.
        office.map(|office| if self.is(office.end - 1, ",") { office.end - 1 } else { office.end })
    }

    /// The name that ends before token `end`.
    pub(super) fn name_ending(&self, end: usize) -> Option<usize> {
        let n = self.names.partition_point(|n| n.end < end);
        self.names.get(n).filter(|n| n.end == end).map(|_| n)
    }

    /// Only a comma, an article and adjectives stand before token `i`.
    fn follows_comma(&self, i: usize) -> bool {
        const ADJECTIVES: usize = 3;
        let before = (i.saturating_sub(ADJECTIVES)..i).rev().find(|&p| !self.word(p) || self.is_verbal(p));
        before.is_some_and(|p| self.is(p, ","))
    }

    /// Another name ends at the comma before name `n`: the two may be a list, or a person and a place. A body before it
    /// is the one that the person belongs to.
    fn name_ending_before_comma(&self, n: usize) -> bool {
        let comma = self.names.get(n).and_then(|n| n.first.checked_sub(1));
        let other = comma.and_then(|comma| self.name_ending(comma)).and_then(|n| self.names.get(n));
        other.is_some_and(|name| name.kind != NameKind::Organisation)
    }

    /// A name holds token `i`.
    fn name_covers(&self, i: usize) -> bool {
        let n = self.names.partition_point(|n| n.end <= i);
        self.names.get(n).is_some_and(|n| n.first <= i)
    }

    /// Words that end a noun phrase.
    fn is_verbal(&self, i: usize) -> bool {
        self.any(
            i,
            &[
                Part::Says,
                Part::Before,
                Part::After,
                Part::Preposition,
                Part::Conjunction,
                Part::And,
                Part::Not,
                Part::Passive,
            ],
        )
    }

    /// "of", "for", "the" and the like, inside an office.
    fn is_of(&self, i: usize) -> bool {
        ["of", "for", "the", "de", "da", "do", "du", "des", "del", "van", "der", "la", "le"]
            .iter()
            .any(|w| self.is(i, w))
    }
}
