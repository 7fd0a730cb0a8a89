//! Search by meaning: the statements of all articles that say what one of them, or a typed sentence, says.
//!
//! Of a statement, the strengths are those of its links, so that the list says what the details say. Its own article has
//! no links with itself: there, and for a typed sentence, the words are matched as a witness of one statement.
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Instant;

use super::{Account, Entry, Memory, Options, canonical, memory};
use crate::align::{self, Place, Telling, Testimony, Witness};
use crate::facts::{self, Context};
use crate::language;
use crate::model::{Alike, Language, StatementRef};

/// What is weaker than the loosest strictness takes is noise.
const LOOSEST: f32 = 0.0;
/// A sentence is no longer than this many characters; what comes after is not looked for.
const LONGEST: usize = 2_000;

/// What is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked<'a> {
    /// A statement of the articles, by its article's letter.
    Statement(&'a StatementRef),
    /// A sentence that somebody typed, in any of their languages.
    Sentence(&'a str),
}

impl Memory {
    /// Statements of the entries that say what is asked, the surest first; of equals the first in the given order. The
    /// statement that is asked for is not among them. Empty when there is no such statement, or nothing to look for.
    ///
    /// Entries and options are those of the last [`Memory::compare`]; then nothing is matched anew but the sentence.
    pub fn alike(&mut self, entries: &[Entry<'_>], options: &Options, asked: Asked<'_>) -> Vec<Alike> {
        let found: Vec<(Place, f32)> = match asked {
            Asked::Sentence(text) => self.like_sentence(entries, options, text),
            Asked::Statement(at) => {
                let own = entries.iter().position(|(letter, _)| *letter == at.article);
                match own.map(|own| (own, at.statement as usize)) {
                    Some(place) => self.like_statement(entries, options, place),
                    None => Vec::new(),
                }
            }
        };
        let line = align::line(LOOSEST);
        let mut found: Vec<(Place, f32)> = found.into_iter().filter(|(_, strength)| *strength >= line).collect();
        found.sort_by(|(x, v), (y, w)| w.total_cmp(v).then(x.cmp(y)));
        let alike = |((article, statement), strength): (Place, f32)| {
            let (letter, _) = entries.get(article)?;
            Some(Alike { at: StatementRef { article: letter.clone(), statement: statement as u32 }, strength })
        };
        found.into_iter().filter_map(alike).collect()
    }

    fn like_statement(&mut self, entries: &[Entry<'_>], options: &Options, place: Place) -> Vec<(Place, f32)> {
        let Some((_, own)) = entries.get(place.0) else { return Vec::new() };
        let Some(utterance) = own.statements.get(place.1) else { return Vec::new() };
        let order = canonical(entries);
        let accounts: Vec<&Account> = order.iter().filter_map(|&at| entries.get(at)).map(|entry| entry.1).collect();
        let deadline = options.time_limit.map(|limit| Instant::now() + limit);
        let keys: Vec<String> = accounts.iter().map(|account| memory::key(account)).collect();
        let matched = self.links(&accounts, &keys, options, deadline, &mut || ControlFlow::Continue(()));
        let given = |(article, statement): Place| (order.get(article).copied().unwrap_or(article), statement);
        let mut found: Vec<(Place, f32)> = Vec::new();
        for link in matched.iter().flat_map(|matched| matched.links.iter()) {
            let (a, b) = (given(link.a), given(link.b));
            if a == place || b == place {
                found.push((if a == place { b } else { a }, link.strength));
            }
        }
        let itself = sentence(&utterance.text, own.language, options);
        let article = self.testimony(own, options);
        let same_article = align::alike(&itself, &[&article]).into_iter().filter(|like| like.at.1 != place.1);
        found.extend(same_article.map(|like| ((place.0, like.at.1), like.strength)));
        found
    }

    /// A short sentence may be in any language of the articles: it is read in each, and the best reading counts.
    fn like_sentence(&self, entries: &[Entry<'_>], options: &Options, text: &str) -> Vec<(Place, f32)> {
        let text = text.char_indices().nth(LONGEST).map_or(text, |(end, _)| text.get(..end).unwrap_or(text));
        if !text.chars().any(char::is_alphanumeric) {
            return Vec::new();
        }
        let mut languages: Vec<Language> = entries.iter().map(|entry| entry.1.language).collect();
        languages.sort_unstable();
        languages.dedup();
        let detected = language::detect(text, None);
        if languages.contains(&detected) {
            languages = vec![detected];
        } else if detected != Language::UNKNOWN {
            languages.push(detected);
        }
        let articles: Vec<Arc<Testimony>> = entries.iter().map(|entry| self.testimony(entry.1, options)).collect();
        let articles: Vec<&Testimony> = articles.iter().map(AsRef::as_ref).collect();
        let mut best: BTreeMap<Place, f32> = BTreeMap::new();
        for language in languages {
            for like in align::alike(&sentence(text, language, options), &articles) {
                let strength = best.entry(like.at).or_default();
                *strength = strength.max(like.strength);
            }
        }
        let same = |place: &Place| entries.get(place.0).and_then(|entry| entry.1.statements.get(place.1));
        let strength = |(place, found): (Place, f32)| {
            let itself = same(&place).is_some_and(|statement| plain(&statement.text) == plain(text));
            (place, if itself { 1.0 } else { found })
        };
        best.into_iter().map(strength).collect()
    }
}

/// The words without case and punctuation: who has the very words asks for them.
fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A witness that says one thing.
fn sentence(text: &str, language: Language, options: &Options) -> Testimony {
    let facts = facts::find(text, language, Context::default());
    let statements = vec![Telling { text, paragraph: 0, headline: false, facts: &facts }];
    align::testimony(&Witness { language, statements }, &options.dictionaries)
}
