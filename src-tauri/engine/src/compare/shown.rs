//! An account's statements as the model shows them. They are the same in every comparison, so they are made once.
use std::ops::Range;

use super::account::Utterance;
use crate::facts::{Fact, Value};
use crate::model::{Mention, Ruler, Span, Statement};

/// The statements of an article of these paragraphs. Positions count in its text: the paragraphs joined by two line feeds.
pub(super) fn shown(paragraphs: &[String], utterances: &[Utterance]) -> Vec<Statement> {
    let mut starts = Vec::with_capacity(paragraphs.len());
    let mut at = 0;
    for paragraph in paragraphs {
        starts.push(at);
        at += paragraph.encode_utf16().count() as u32 + 2;
    }
    let rulers: Vec<Ruler<'_>> = paragraphs.iter().map(|paragraph| Ruler::of(paragraph)).collect();
    let shown = |(index, utterance): (usize, &Utterance)| {
        let ruler = rulers.get(utterance.paragraph);
        let span = ruler.map_or(Span { start: 0, end: 0 }, |ruler| ruler.span(utterance.range.clone()));
        statement(index, utterance, span, starts.get(utterance.paragraph).copied().unwrap_or(0))
    };
    utterances.iter().enumerate().map(shown).collect()
}

fn statement(index: usize, utterance: &Utterance, span: Span, offset: u32) -> Statement {
    let text = &utterance.text;
    let cut = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default().to_owned();
    let ruler = Ruler::of(text);
    let mention = |fact: &Fact| Mention {
        kind: fact.kind,
        span: ruler.span(fact.range.clone()),
        shown: cut(&fact.range),
        normal: fact.normal(),
        name: if let Value::Name(name) = &fact.value { Some(name.entity.kind) } else { None },
        speaker: if let Value::Quote(quote) = &fact.value { quote.speaker.clone() } else { None },
    };
    Statement {
        index: index as u32,
        paragraph: utterance.paragraph as u32,
        start: offset + span.start,
        end: offset + span.end,
        text: text.clone(),
        role: utterance.role,
        speaker: utterance.attribution.speaker.clone(),
        voice: utterance.attribution.voice,
        mentions: utterance.facts.iter().map(mention).collect(),
    }
}
