//! Who answers for each statement of an article: names given in full, pronouns and quotations that go on carried over.
//!
//! Conservative: a pronoun means the last speaker, or the person who opens the statement before; after a few statements
//! without either it means nobody. `None` beats a wrong name.
use std::ops::Range;

use super::attribution::Attribution;
use super::entities::Entities;
use super::names::{Found, is_acronym};
use super::sentence::Sentence;
use super::speech::{Cue, Who, cues, hearsay};
use super::vocabulary::Part;
use crate::model::{NameKind, Voice};

/// The attribution of a statement and the speaker of each of its quotations.
#[derive(Debug, Default)]
pub(super) struct Spoken {
    pub(super) attribution: Attribution,
    /// By position of the quotation.
    pub(super) quotations: Vec<Option<String>>,
}

/// A speaker as known so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Speaker {
    voice: Voice,
    name: Option<String>,
    personal: bool,
}

/// Who is in the reader's mind, and for how many statements.
#[derive(Debug, Default)]
struct Focus {
    speaker: Option<Speaker>,
    age: usize,
    /// Another person was named since.
    crowded: bool,
}

/// A pronoun reaches no further back than this many statements, when nobody else was named in between.
const REACH: usize = 8;
/// And when somebody was.
const CROWDED_REACH: usize = 1;

/// Who answers for the statements and their quotations.
pub(super) fn speakers(sentences: &[Sentence<'_>], entities: &Entities) -> Vec<Spoken> {
    let mut focus = Focus::default();
    let mut out: Vec<Spoken> = Vec::with_capacity(sentences.len());
    let mut speakers: Vec<Option<Speaker>> = Vec::with_capacity(sentences.len());
    for sentence in sentences {
        let cues = cues(sentence);
        let resolved: Vec<(usize, Speaker)> =
            cues.iter().map(|cue| (cue.at, resolve(sentence, cue, entities, &focus))).collect();
        let spoken = spoken(sentence, &cues, &resolved);
        let first = resolved.into_iter().next().map(|(_, speaker)| speaker);
        focus.follow(sentence, first.as_ref(), entities);
        speakers.push(first);
        out.push(spoken);
    }
    carry(sentences, &mut out, &mut speakers);
    out
}

/// The attribution that the statement itself tells.
fn spoken(s: &Sentence<'_>, cues: &[Cue], resolved: &[(usize, Speaker)]) -> Spoken {
    let near = |quotation: &Range<usize>| {
        let distance = |at: usize| {
            let place = s.tokens.get(at).map_or(0, |t| t.start);
            if place >= quotation.end { place - quotation.end } else { quotation.start.saturating_sub(place) }
        };
        resolved.iter().min_by_key(|(at, _)| distance(*at)).and_then(|(_, speaker)| speaker.name.clone())
    };
    let quotations = s.quotations.spans.iter().map(near).collect();
    let attribution = match (cues.first(), resolved.first()) {
        (Some(cue), Some((_, speaker))) => Attribution {
            voice: if cue.hearsay { Voice::Hearsay } else { speaker.voice },
            speaker: speaker.name.clone(),
            range: place(s, &cue.who),
        },
        _ => hearsay(s).map_or_else(Attribution::default, |range| Attribution {
            voice: Voice::Hearsay,
            speaker: None,
            range,
        }),
    };
    Spoken { attribution, quotations }
}

/// Where the words stand that name the speaker.
fn place(s: &Sentence<'_>, who: &Who) -> Range<usize> {
    match who {
        Who::Name(n) => s.names.get(*n).map(|n| n.range.clone()),
        Who::Office(r) | Who::Body(r) | Who::Thing(r) | Who::People(r) => s.bytes(r.start, r.end),
        Who::Handle(i) => s.bytes(*i, i + 1),
        Who::Pronoun(_) | Who::They => None,
    }
    .unwrap_or(0..0)
}

/// The speaker by his full name.
fn resolve(s: &Sentence<'_>, cue: &Cue, entities: &Entities, focus: &Focus) -> Speaker {
    let text = |r: &Range<usize>| s.shown(r.start, r.end).trim().to_owned();
    match &cue.who {
        Who::Name(n) => s.names.get(*n).map_or_else(Speaker::default, |name| {
            let entity = entities.of(name);
            let personal = matches!(entity.kind, NameKind::Person | NameKind::Unknown);
            Speaker { voice: Voice::Named, name: Some(entity.name.clone()), personal }
        }),
        Who::Office(range) => match entities.holder(&text(range)) {
            Some(person) => Speaker { voice: Voice::Named, name: Some(person.name.clone()), personal: true },
            None if is_of_body(s, range) => Speaker { voice: Voice::Named, name: Some(text(range)), personal: true },
            None => Speaker { voice: Voice::Unnamed, name: None, personal: true },
        },
        Who::Body(range) => Speaker { voice: Voice::Named, name: Some(text(range)), personal: false },
        Who::Thing(_) => Speaker { voice: Voice::Named, name: None, personal: false },
        Who::People(_) => Speaker { voice: Voice::Unnamed, name: None, personal: true },
        Who::Handle(i) => Speaker { voice: Voice::Named, name: Some(s.shown(*i, i + 1).to_owned()), personal: false },
        Who::Pronoun(at) => focus
            .person(s, (*at).min(cue.at), entities)
            .filter(|speaker| speaker.name.as_ref().is_none_or(|name| entities.fits(s, *at, name)))
            .unwrap_or(Speaker { voice: Voice::Named, name: None, personal: true }),
        Who::They => Speaker { voice: Voice::Unnamed, name: None, personal: true },
    }
}

/// An office of a named body or place, or of a common one ("juru bicara kementerian").
fn is_of_body(s: &Sentence<'_>, office: &Range<usize>) -> bool {
    let named = s.names.iter().any(|n| office.start <= n.first && n.end <= office.end);
    named || office.clone().any(|i| s.any(i, &[Part::Body, Part::Thing, Part::Demonym]))
}

impl Focus {
    /// Who a pronoun at `at` means: the one who opens its own statement, else who was in mind before.
    fn person(&self, s: &Sentence<'_>, at: usize, entities: &Entities) -> Option<Speaker> {
        // "Blaming Obama, he said": the comma parts them.
        let own = subject(s, entities).filter(|(end, _)| *end <= at && !s.is(*end, ",")).map(|(_, speaker)| speaker);
        let reach = if self.crowded { CROWDED_REACH } else { REACH };
        own.or_else(|| self.speaker.clone().filter(|speaker| speaker.personal && self.age <= reach))
    }

    /// What the statement leaves in mind.
    fn follow(&mut self, s: &Sentence<'_>, speaker: Option<&Speaker>, entities: &Entities) {
        let told = speaker.filter(|speaker| speaker.personal).cloned();
        let opened = || subject(s, entities).map(|(_, speaker)| speaker);
        if let Some(new) = told.or_else(opened) {
            // Someone who only acts does not push out for long who spoke before.
            let rival = speaker.is_none() && self.speaker.as_ref().is_some_and(|old| *old != new && self.age <= REACH);
            *self = Focus { speaker: Some(new), age: 1, crowded: rival };
        } else if s.headline {
            *self = Focus::default();
        } else {
            self.age += 1;
            let other = |n: &Found| {
                let entity = entities.of(n);
                let same = self.speaker.as_ref().is_some_and(|speaker| speaker.name.as_ref() == Some(&entity.name));
                entity.kind == NameKind::Person && !same && !s.is_quoted(n.first)
            };
            self.crowded |= s.names.iter().any(other);
        }
    }
}

/// The person who opens a statement as its subject, and where the name ends.
fn subject(s: &Sentence<'_>, entities: &Entities) -> Option<(usize, Speaker)> {
    const EARLY: usize = 3;
    let name = s.names.iter().find(|n| {
        let entity = entities.of(n);
        entity.kind == NameKind::Person || (entity.kind == NameKind::Unknown && n.words.len() > 1 && !has_acronym(s, n))
    })?;
    let start = name.role.as_ref().map_or(name.first, |role| role.start.min(name.first));
    let led = (0..start).any(|i| s.part(i, Part::Preposition) > 0 || s.is_quoted(i));
    if start > EARLY || led || name.possessive || s.title_case || s.is_quoted(name.first) {
        return None;
    }
    let name_ = entities.of(name).name.clone();
    Some((name.end, Speaker { voice: Voice::Named, name: Some(name_), personal: true }))
}

/// "Direksi BUMN" is nobody's name.
fn has_acronym(s: &Sentence<'_>, name: &Found) -> bool {
    s.tokens.iter().take(name.end).skip(name.first).any(|t| is_acronym(t.text))
}

/// Gives statements that are all quotation the speaker of the quotation they belong to.
fn carry(sentences: &[Sentence<'_>], out: &mut [Spoken], speakers: &mut [Option<Speaker>]) {
    // A quotation that ends in a later statement: its speaker is told there.
    for i in (0..sentences.len()).rev() {
        let next =
            sentences.get(i + 1).filter(|next| next.began_open).and_then(|_| speakers.get(i + 1).cloned().flatten());
        take(sentences, out, speakers, i, next);
    }
    for i in 0..sentences.len() {
        let Some(before) = i.checked_sub(1) else { continue };
        let (Some(last), Some(this)) = (sentences.get(before), sentences.get(i)) else { continue };
        let near = this.paragraph <= last.paragraph + 1 && !last.headline;
        let speaker = if near { speakers.get(before).cloned().flatten() } else { None };
        take(sentences, out, speakers, i, speaker);
    }
}

/// Statement `i`, all quotation and without a speaker of its own, takes `speaker`.
fn take(
    sentences: &[Sentence<'_>],
    out: &mut [Spoken],
    speakers: &mut [Option<Speaker>],
    i: usize,
    speaker: Option<Speaker>,
) {
    let (Some(sentence), Some(spoken), Some(own), Some(speaker)) =
        (sentences.get(i), out.get_mut(i), speakers.get_mut(i), speaker)
    else {
        return;
    };
    if own.is_some() || sentence.headline {
        return;
    }
    let spans = sentence.quotations.spans.iter();
    if is_quotation(sentence) {
        spoken.attribution = Attribution { voice: speaker.voice, speaker: speaker.name.clone(), range: 0..0 };
        spoken.quotations = spans.map(|_| speaker.name.clone()).collect();
        *own = Some(speaker);
    }
}

/// Nearly all words of the statement stand between quotation marks.
fn is_quotation(s: &Sentence<'_>) -> bool {
    let words = (0..s.tokens.len()).filter(|&i| s.word(i)).count();
    let quoted = (0..s.tokens.len()).filter(|&i| s.word(i) && s.is_quoted(i)).count();
    quoted > 0 && quoted * 10 >= words * 9
}
