//! Reads the statements of one article together: names that mean the same, who speaks, whose words a quotation is.
use super::attribution::{Attribution, Quote};
use super::entities::{self, Entities};
use super::entity::Name;
use super::names::{self, Seen};
use super::sentence::Sentence;
use super::speakers::{self, Spoken};
use super::{Context, Fact, Value, acronyms, apposition, lexicon, quotes, vocabulary};
use crate::model::{Language, MentionKind};

/// A statement as it stands in its article.
#[derive(Debug, Clone, Copy)]
pub struct Passage<'a> {
    /// The words.
    pub text: &'a str,
    /// Position of its paragraph.
    pub paragraph: usize,
    /// It is the headline.
    pub headline: bool,
}

/// What a statement tells.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Told {
    /// Its values by position; none overlap except those inside quotations.
    pub facts: Vec<Fact>,
    /// Who answers for it.
    pub attribution: Attribution,
}

/// What the statements of an article tell, in their order.
pub fn read(passages: &[Passage<'_>], language: Language, context: Context<'_>) -> Vec<Told> {
    let words = lexicon::lexicon(language);
    let vocabulary = vocabulary::vocabulary(language);
    let mut sentences: Vec<Sentence<'_>> = Vec::with_capacity(passages.len());
    for passage in passages {
        let last = sentences.last().filter(|last| !last.headline);
        let open = last.and_then(|last| {
            let close = last.quotations.open?;
            (last.paragraph == passage.paragraph || quotes::goes_on(passage.text, close)).then_some(close)
        });
        sentences.push(Sentence::read(passage, words, vocabulary, context, open));
    }
    let seen = Seen::of(&sentences);
    for sentence in &mut sentences {
        names::find(sentence, words, vocabulary, &seen);
        acronyms::resolve(sentence);
        apposition::resolve(sentence);
    }
    let entities = entities::entities(&sentences);
    let spoken = speakers::speakers(&sentences, &entities);
    sentences.into_iter().zip(spoken).map(|(sentence, spoken)| told(sentence, spoken, &entities)).collect()
}

/// The facts of a statement, by position.
fn told(sentence: Sentence<'_>, spoken: Spoken, entities: &Entities) -> Told {
    let Spoken { attribution, quotations } = spoken;
    let mut facts: Vec<Fact> = Vec::new();
    let mut covered: Vec<std::ops::Range<usize>> = Vec::new();
    for (office, entity) in entities::held(entities, &sentence) {
        let Some(range) = sentence.bytes(office.start, office.end) else { continue };
        let parts = sentence.tokens.get(office.clone()).unwrap_or(&[]);
        let words = parts.iter().map(|t| t.lower.clone()).collect();
        covered.push(range.clone());
        facts.push(Fact { kind: MentionKind::Name, range, value: Value::Name(Name { words, entity }) });
    }
    for name in &sentence.names {
        let inside = |office: &std::ops::Range<usize>| office.start < name.range.end && name.range.start < office.end;
        if !covered.iter().any(inside) {
            let value = Value::Name(Name { words: name.words.clone(), entity: entities.of(name) });
            facts.push(Fact { kind: MentionKind::Name, range: name.range.clone(), value });
        }
    }
    for (range, speaker) in sentence.quotations.spans.iter().cloned().zip(quotations) {
        if let Some(words) = sentence.text.get(range.clone()).and_then(quotes::words) {
            facts.push(Fact { kind: MentionKind::Quote, range, value: Value::Quote(Quote { words, speaker }) });
        }
    }
    facts.extend(sentence.values);
    facts.sort_by_key(|fact| (fact.range.start, std::cmp::Reverse(fact.range.end)));
    Told { facts, attribution }
}
