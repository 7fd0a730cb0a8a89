//! Stage 4: the figures, dates, names and quotations of a statement, normalised so that they can be compared.
//!
//! [`find`] reads a statement once into tokens; dates and times take theirs first, then figures, then names; what is
//! in quotation marks is a fact of its own around the others. The words of each language stand in `lexicon/`.
//! What is not found: times without a date ("recently"), number words without a noun or unit, numbers in names and
//! labels; what each kind leaves out stands in its file under `figures/` and `moments/`.
mod acronyms;
mod agreement;
mod apposition;
mod article;
mod attribution;
mod entities;
mod entity;
mod figures;
mod lexicon;
mod moments;
mod names;
mod numerals;
mod quotes;
mod sentence;
mod speakers;
mod speech;
mod subject;
mod surroundings;
#[cfg(test)]
mod tests;
mod tokens;
mod tone;
mod value;
mod vocabulary;
mod world;

use std::ops::Range;

use crate::model::{Language, MentionKind};

pub use agreement::{Agreement, agree};
pub use article::{Passage, Told, read};
pub use attribution::{Attribution, Quote};
pub use entity::{Entity, Name};
pub use lexicon::reads;
pub(crate) use moments::days;
pub use moments::{Day, Moment};
pub use tone::{Tone, Toned};
pub use value::{Bound, Dimension, Fate, Quantity, Value};
pub use world::apart as place_apart;

/// A value found in a statement.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// What kind of thing it is.
    pub kind: MentionKind,
    /// Where it stands, bytes of the statement's text.
    pub range: Range<usize>,
    /// What it is worth.
    pub value: Value,
}

impl Fact {
    /// The normal form, see [`crate::model::Mention::normal`].
    pub fn normal(&self) -> String {
        match &self.value {
            Value::Quantity(quantity) => quantity.normal(),
            Value::Moment(moment) => moment.normal(),
            Value::Name(name) => name.entity.name.clone(),
            Value::Quote(quote) => quote.words.join(" "),
        }
    }
}

/// What is known of an article when its statements are read.
#[derive(Debug, Clone, Copy, Default)]
pub struct Context<'a> {
    /// The article's date (ISO 8601), by which "Sunday" and "(20/2)" are resolved.
    pub published: Option<&'a str>,
}

/// The values in `text` on its own, by position; none overlap except those inside quotations.
pub fn find(text: &str, language: Language, context: Context<'_>) -> Vec<Fact> {
    let passage = Passage { text, paragraph: 0, headline: false };
    read(&[passage], language, context).pop().unwrap_or_default().facts
}

/// The dates and figures among `tokens`, and which tokens belong to them.
fn values(words: &lexicon::Lexicon, tokens: &[tokens::Token<'_>], context: Context<'_>) -> (Vec<Fact>, Vec<bool>) {
    let mut taken = vec![false; tokens.len()];
    let mut out: Vec<Fact> = Vec::new();
    let mut keep = |kind, first: usize, end: usize, value, taken: &mut Vec<bool>| {
        let start = tokens.get(first).map(|t| t.start);
        let stop = end.checked_sub(1).and_then(|last| tokens.get(last)).map(|t| t.end);
        if let (Some(start), Some(stop)) = (start, stop) {
            taken.iter_mut().take(end).skip(first).for_each(|t| *t = true);
            out.push(Fact { kind, range: start..stop, value });
        }
    };
    let published = context.published.and_then(moments::day_of);
    for found in moments::moments(words, tokens, published) {
        keep(MentionKind::Date, found.first, found.end, Value::Moment(found.moment), &mut taken);
    }
    for found in figures::figures(words, tokens, &taken) {
        keep(MentionKind::Figure, found.first, found.end, Value::Quantity(found.quantity), &mut taken);
    }
    (out, taken)
}

/// The words of `text` that carry content, in lower case and order; figures and marks are left out.
pub fn content_words(text: &str, language: Language) -> Vec<String> {
    let words = lexicon::lexicon(language);
    let tokens = words.tokens(text);
    let word =
        |i: &usize| tokens.get(*i).is_some_and(|t| t.shape == tokens::Shape::Word) && !words.is_stop(&tokens, *i);
    (0..tokens.len()).filter(word).filter_map(|i| tokens.get(i)).flat_map(|t| surroundings::unglued(t.text)).collect()
}

/// The words by which `text` is told with reserve or negated.
pub fn tones(text: &str, language: Language) -> Vec<Toned> {
    tone::tones(lexicon::lexicon(language), text)
}
