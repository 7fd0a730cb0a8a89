//! One source read to the end on its own: opened, extracted, split into statements, its facts found.
//! An account does not depend on the other sources, so the window keeps it while files come and go.
use std::ops::Range;

use sha2::{Digest, Sha256};

use super::shown;
use crate::diff::Wording;
use crate::extract::{self, Extract};
use crate::facts::{self, Attribution, Context, Fact, Passage, Toned};
use crate::language;
use crate::model::{Corrections, Format, Language, NoticeCode, Role, Source, Statement};
use crate::open::Problem;
use crate::segment;

/// A source's account of the event, ready to be compared.
#[derive(Debug, Clone)]
pub struct Account {
    /// File name without folders.
    pub file: String,
    /// What the file is.
    pub format: Format,
    /// SHA-256 of the file's bytes, hexadecimal.
    pub sha256: String,
    /// Metadata and paragraphs.
    pub extract: Extract,
    /// Language of the text.
    pub language: Language,
    /// The statements in order.
    pub statements: Vec<Utterance>,
    /// The same as the model shows them.
    pub shown: Vec<Statement>,
    /// Words of all statements.
    pub words: u32,
    /// SHA-256 of the statements' texts: the same for the same text in any file.
    pub text_digest: String,
}

/// A statement inside its account.
#[derive(Debug, Clone)]
pub struct Utterance {
    /// The words.
    pub text: String,
    /// The same, cut into words.
    pub wording: Wording,
    /// Position of its paragraph.
    pub paragraph: usize,
    /// Bytes in its paragraph.
    pub range: Range<usize>,
    /// Headline or body.
    pub role: Role,
    /// Figures, dates, names, quotations.
    pub facts: Vec<Fact>,
    /// Who answers for it.
    pub attribution: Attribution,
    /// Words of reserve and negation.
    pub tones: Vec<Toned>,
}

/// Reads one source. `language` overrides what the text itself looks like.
///
/// # Errors
/// A [`Problem`] when the bytes hold no article text.
pub fn account(source: &Source, language: Option<Language>) -> Result<Account, Problem> {
    account_of(source, extract::article(source)?, language)
}

/// The same for a source whose article was taken out elsewhere, as a document's is by its reader.
///
/// # Errors
/// A [`Problem`] when there is no article text.
pub fn account_of(source: &Source, extract: Extract, language: Option<Language>) -> Result<Account, Problem> {
    let language = language.unwrap_or_else(|| language::detect(&extract.paragraphs.join("\n\n"), extract.language));
    let account = Account {
        file: source.file.clone(),
        format: source.format,
        sha256: source.sha256.clone(),
        extract: Extract::default(),
        language,
        statements: Vec::new(),
        shown: Vec::new(),
        words: 0,
        text_digest: String::new(),
    };
    account.telling(extract).ok_or_else(|| no_text(&source.file))
}

impl Account {
    /// The same source with a person's corrections; what the text tells is read anew. `None` when they leave no text to
    /// compare.
    ///
    /// Corrections are always made to the account as it was read: made to a corrected one, nothing could be taken back.
    pub fn corrected(&self, corrections: &Corrections) -> Option<Account> {
        let language = corrections.language.unwrap_or(self.language);
        Account { language, ..self.clone() }.telling(self.extract.corrected(corrections))
    }

    /// This account with the statements of `extract`.
    fn telling(mut self, extract: Extract) -> Option<Account> {
        self.statements = statements(&extract, self.language);
        if self.statements.iter().all(|s| s.role == Role::Headline) {
            return None;
        }
        self.text_digest = digest(self.statements.iter().map(|s| s.text.as_str()));
        self.shown = shown::shown(&extract.paragraphs, &self.statements);
        self.words = self.statements.iter().map(|s| s.wording.count() as u32).sum();
        self.extract = extract;
        Some(self)
    }
}

/// The statements of an article with what they tell.
fn statements(extract: &Extract, language: Language) -> Vec<Utterance> {
    let mut statements = Vec::new();
    for (paragraph, text) in extract.paragraphs.iter().enumerate() {
        let headline = extract.headline && paragraph == 0;
        for range in statement_ranges(text, language, headline) {
            let words = text.get(range.clone()).unwrap_or_default();
            statements.push(Utterance {
                facts: Vec::new(),
                attribution: Attribution::default(),
                tones: facts::tones(words, language),
                text: words.to_owned(),
                wording: Wording::of(words, language),
                paragraph,
                range,
                role: if headline { Role::Headline } else { Role::Body },
            });
        }
    }
    read(&mut statements, language, Context { published: extract.published.as_deref() });
    statements
}

/// Finds what the statements of one article tell, read together.
fn read(statements: &mut [Utterance], language: Language, context: Context<'_>) {
    let passages: Vec<Passage<'_>> = statements
        .iter()
        .map(|s| Passage { text: &s.text, paragraph: s.paragraph, headline: s.role == Role::Headline })
        .collect();
    let told = facts::read(&passages, language, context);
    for (statement, told) in statements.iter_mut().zip(told) {
        (statement.facts, statement.attribution) = (told.facts, told.attribution);
    }
}

/// The sentences of a paragraph without the white space around them and without the page's furniture.
/// A headline is one statement, however many sentences it has.
fn statement_ranges(paragraph: &str, language: Language, headline: bool) -> Vec<Range<usize>> {
    let whole = 0..paragraph.len();
    let pieces = if headline { vec![whole] } else { segment::sentences(paragraph, language) };
    let mut statements = Vec::new();
    for piece in pieces {
        let text = paragraph.get(piece.clone()).unwrap_or_default();
        let start = piece.start + (text.len() - text.trim_start().len());
        let trimmed = start..start + text.trim().len();
        let text = text.trim();
        let says_something = text.chars().any(char::is_alphanumeric);
        if says_something && (headline || !segment::is_furniture(text, language)) {
            statements.push(trimmed);
        }
    }
    statements
}

fn no_text(file: &str) -> Problem {
    Problem::new(
        NoticeCode::Empty,
        format!("{file}: there is no article text in this file. Paste the text instead, or choose another file."),
    )
}

/// SHA-256 over `pieces`, kept apart by a zero byte, in hexadecimal.
pub(super) fn digest<'a>(pieces: impl Iterator<Item = &'a str>) -> String {
    let mut hash = Sha256::new();
    for piece in pieces {
        hash.update(piece.as_bytes());
        hash.update([0]);
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
