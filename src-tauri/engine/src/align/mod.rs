//! Stage 5: which statements of different articles say the same, and the claims they make together.
use crate::facts::Fact;
use crate::model::Language;

/// An article as this stage sees it (in the study of texts, a witness).
#[derive(Debug, Clone)]
pub struct Witness<'a> {
    /// Language of all its statements.
    pub language: Language,
    /// Its statements in order.
    pub statements: Vec<Telling<'a>>,
}

/// A statement as this stage sees it.
#[derive(Debug, Clone, Copy)]
pub struct Telling<'a> {
    /// The words.
    pub text: &'a str,
    /// Position of its paragraph.
    pub paragraph: usize,
    /// It is the headline.
    pub headline: bool,
    /// The values in it.
    pub facts: &'a [Fact],
}

/// A statement by the position of its witness and its own.
pub type Place = (usize, usize);

/// Two statements of different witnesses and how sure it is that they state the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scored {
    /// The statement of the earlier witness.
    pub a: Place,
    /// The statement of the later witness.
    pub b: Place,
    /// 0 to 1, calibrated: of links with 0.8, about eight in ten are right.
    pub strength: f32,
}

/// Every pair with a strength of 0.02 or more, by place. Does not depend on the order of the witnesses.
pub fn links(witnesses: &[Witness<'_>]) -> Vec<Scored> {
    let _ = witnesses;
    Vec::new()
}

/// Groups the statements into claims by the selected links.
///
/// `sizes` counts the statements of each witness. Every statement stands in at least one claim, every selected link
/// inside at least one; a chain of weak links does not glue different facts together.
pub fn claims(sizes: &[usize], selected: &[Scored]) -> Vec<Vec<Place>> {
    let _ = selected;
    sizes.iter().enumerate().flat_map(|(w, &n)| (0..n).map(move |s| vec![(w, s)])).collect()
}

/// The strength from which a link is selected: `strictness` runs from 0 (loose) to 1 (strict), 0.5 is the start.
pub fn line(strictness: f32) -> f32 {
    strictness.clamp(0.0, 1.0)
}
