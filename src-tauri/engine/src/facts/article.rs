//! Reads the statements of one article together: names that mean the same, who speaks, whose words a quotation is.
use super::attribution::Attribution;
use super::{Context, Fact, Value, find, lexicon, speaker};
use crate::model::{Language, Voice};

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
    /// Its values by position, see [`find`].
    pub facts: Vec<Fact>,
    /// Who answers for it.
    pub attribution: Attribution,
}

/// What the statements of an article tell, in their order.
pub fn read(passages: &[Passage<'_>], language: Language, context: Context<'_>) -> Vec<Told> {
    let words = lexicon::lexicon(language);
    let told = |passage: &Passage<'_>| {
        let mut facts = find(passage.text, language, context);
        let attribution = speaker::speaker(words, passage.text).map_or_else(Attribution::default, |range| {
            Attribution { voice: Voice::Named, speaker: passage.text.get(range.clone()).map(str::to_owned), range }
        });
        for fact in &mut facts {
            if let Value::Quote(quote) = &mut fact.value {
                quote.speaker.clone_from(&attribution.speaker);
            }
        }
        Told { facts, attribution }
    };
    passages.iter().map(told).collect()
}
