//! Offices and persons parted by a comma: "Kepala BMKG, Dwikorita Karnawati", "Josh Earnest, the White House press secretary".
use super::names::{Found, is_acronym};
use super::sentence::Sentence;
use super::vocabulary::Part;
use crate::model::NameKind;

/// Most tokens of an office after a name.
const LONGEST: usize = 12;

/// Gives the persons of `sentence` the offices told beside them, and takes those offices for nobody else.
pub(super) fn resolve(sentence: &mut Sentence<'_>) {
    join_offices(sentence);
    for n in 0..sentence.names.len() {
        if let Some(role) = office_before(sentence, n).or_else(|| office_after(sentence, n)) {
            sentence.offices.retain(|o| o.end <= role.start || o.start >= role.end);
            if let Some(name) = sentence.names.get_mut(n) {
                name.kind = NameKind::Person;
                name.role = Some(role);
            }
        }
    }
}

/// "Direktur Keuangan dan SDM PLN, Gita Mahendra", or without the comma: what follows the title is no person but half of
/// an office.
fn join_offices(s: &mut Sentence<'_>) {
    for n in 0..s.names.len() {
        let Some(half) = s.names.get(n).filter(|name| name.kind == NameKind::Person) else { continue };
        let (Some(role), end) = (half.role.clone(), half.end) else { continue };
        let Some(other) = s.names.get(n + 1).filter(|other| other.role.is_none()) else { continue };
        if s.part(end, Part::And) != 1 || other.first != end + 1 {
            continue;
        }
        let close = other.end;
        let person = |name: &Found| matches!(name.kind, NameKind::Unknown | NameKind::Person) && name.words.len() > 1;
        let holder = s.names.get(n + 2).filter(|holder| s.is(close, ",") && holder.first == close + 1);
        if holder.is_some_and(person) {
            s.names.drain(n..=n + 1);
            s.offices.push(role.start..close);
            s.offices.sort_by_key(|office| office.start);
        } else if let Some(holder) = behind_acronyms(s, n + 1) {
            let role = Some(role.start..holder.first);
            s.names.splice(n..=n + 1, [Found { role, ..holder }]);
        }
    }
}

/// The person at the end of a name that begins with acronyms: "SDM PLN Gita Mahendra".
fn behind_acronyms(s: &Sentence<'_>, n: usize) -> Option<Found> {
    const FULL: usize = 2;
    let name = s.names.get(n)?;
    let acronym = |i: usize| s.tokens.get(i).is_some_and(|t| is_acronym(t.text));
    let first = (name.first..name.end).find(|&i| !acronym(i))?;
    let words = name.words.get(first - name.first..).filter(|words| words.len() >= FULL)?.to_vec();
    let whole = first > name.first && words.len() == name.end - first && !(first..name.end).any(acronym);
    let range = s.tokens.get(first)?.start..name.range.end;
    whole.then(|| Found { first, range, words, kind: NameKind::Person, ..name.clone() })
}

/// The office that ends with a comma before the name.
fn office_before(s: &Sentence<'_>, n: usize) -> Option<std::ops::Range<usize>> {
    let name = s.names.get(n).filter(|n| n.kind == NameKind::Unknown && n.role.is_none())?;
    let comma = name.first.checked_sub(1).filter(|&c| s.is(c, ","))?;
    if let Some(title) = s.ending(comma, Part::Title).filter(|&t| s.tokens.get(t).is_some_and(|t| !t.capital())) {
        let owner = n.checked_sub(1).and_then(|p| s.names.get(p)).filter(|owner| owner.end == title);
        return Some(owner.map_or(title, |owner| owner.first)..comma);
    }
    let office = s.offices.get(s.offices.partition_point(|o| o.end <= comma).checked_sub(1)?)?;
    if office.end == comma {
        return Some(office.clone());
    }
    // "Kepala Pusat Data BNPB (Kapusdatin), Abdul Muhari": brackets may stand between.
    (s.is(office.end, "(") && s.is(comma - 1, ")") && comma - office.end <= 4).then(|| office.clone())
}

/// The office between the comma after the name and the next.
fn office_after(s: &Sentence<'_>, n: usize) -> Option<std::ops::Range<usize>> {
    let name = s.names.get(n).filter(|n| matches!(n.kind, NameKind::Unknown | NameKind::Person) && n.role.is_none())?;
    if !s.is(name.end, ",") {
        return None;
    }
    let from = name.end + 1 + s.part(name.end + 1, Part::Article);
    let end = (from..from + LONGEST).find(|&i| !s.word(i) && !s.is(i, "-"))?;
    let title = (from..end).find(|&i| s.part(i, Part::Title) > 0)?;
    let plain = |i: usize| s.any(i, &[Part::Conjunction, Part::Says, Part::Before, Part::After, Part::Pronoun]);
    let other = s.names.iter().skip(n + 1).take_while(|o| o.first < end).any(|o| o.kind == NameKind::Person);
    let named = s.names.get(n + 1).is_some_and(|o| o.first < title) || title == from;
    (!other && named && !(from..title).any(plain)).then_some(from..end)
}
