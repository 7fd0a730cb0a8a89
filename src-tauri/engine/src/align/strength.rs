//! From the two looks at a pair to its strength.
//!
//! What the statements alone add to the log-odds is kept with the first look, what their two articles add is kept with
//! the sheet once it is known. So of a pair that was there before an article was added, only what all articles tell of it
//! is found anew.
use std::borrow::Cow;

use rayon::prelude::*;

use super::context::{Chances, Line, Pair};
use super::sheet::{Likely, Sheet};
use super::testimony::Testimony;
use super::weights::{Weights, probability};
use super::{LEAST_STRENGTH, Place, Scored};

/// How often two statements that measure one thing are not linked by people all the same, their likeness aside.
const NOT_ONE: f32 = 0.4;

/// What is left of the strength of two statements of which one tells a demand and one a ruling: of some seventy such
/// pairs in the gold one is marked. Below the default line in any case.
const OPPOSED: f32 = 0.3;

/// A little below the log-odds of [`LEAST_STRENGTH`].
const LEAST_ODDS: f32 = -3.9;

/// Every pair with a strength of [`LEAST_STRENGTH`] or more, by place. Does not depend on the order of the witnesses.
///
/// `sheets` holds the sheet of every two witnesses, the earlier first, and of every one with itself; by place.
pub fn links(testimonies: &[&Testimony], sheets: &[((usize, usize), &Sheet)]) -> Vec<Scored> {
    let chances = Chances::of(testimonies, sheets);
    // What the two articles of a sheet add is kept only when nothing of them was cut short.
    let mut whole = vec![false; testimonies.len()];
    for ((witness, _), sheet) in sheets.iter().filter(|((first, second), _)| first == second) {
        whole[*witness] = !sheet.cut_short;
    }
    let between: Vec<_> = sheets.iter().filter(|((first, second), _)| first != second).collect();
    let keep = |first: usize, second: usize| whole[first] && whole[second];
    let seen = between.into_par_iter().map(|&(at, sheet)| Seen::of(&chances, at, sheet, keep(at.0, at.1)));
    let seen: Vec<Seen<'_>> = seen.collect();
    let of_statement = |line: &mut Line<'_, '_>, a: Place| {
        line.draw(a);
        let own = &seen[seen.partition_point(|seen| seen.first < a.0)..];
        own.iter().take_while(|seen| seen.first == a.0).flat_map(|seen| seen.links(line, a)).collect::<Vec<Scored>>()
    };
    let places = testimonies.iter().enumerate().flat_map(|(w, t)| (0..t.statements.len()).map(move |s| (w, s)));
    let places: Vec<Place> = places.collect();
    places.into_par_iter().map_init(|| Line::new(&chances), of_statement).flatten_iter().collect()
}

/// Of every pair of a sheet, what its two articles add to the log-odds.
fn of_two(chances: &Chances<'_>, (first, second): (usize, usize), sheet: &Sheet) -> Vec<f32> {
    let weights = &Weights::shipped().of_two[usize::from(sheet.foreign)];
    let mut line = Line::new(chances);
    let add = |likely: &Likely| {
        line.draw((first, likely.a as usize));
        weights.odds(&line.of_two((second, likely.b as usize), likely))
    };
    sheet.likely.iter().map(add).collect()
}

/// A sheet with what its two articles add to each of its pairs.
struct Seen<'s> {
    first: usize,
    second: usize,
    sheet: &'s Sheet,
    of_two: Cow<'s, [f32]>,
}

impl<'s> Seen<'s> {
    fn of(chances: &Chances<'_>, (first, second): (usize, usize), sheet: &'s Sheet, keep: bool) -> Seen<'s> {
        let find = || of_two(chances, (first, second), sheet);
        let keep = keep && !sheet.cut_short;
        let of_two = if keep { Cow::Borrowed(sheet.of_two.get_or_init(find).as_slice()) } else { Cow::Owned(find()) };
        Seen { first, second, sheet, of_two }
    }

    /// The links of statement `a`, at which `line` is.
    fn links(&self, line: &Line<'_, '_>, a: Place) -> impl Iterator<Item = Scored> {
        let (from, likely) = self.sheet.of(a.1);
        let [rare_here, third] = Weights::shipped().of_event[usize::from(self.sheet.foreign)];
        likely.iter().zip(self.of_two.iter().skip(from)).filter_map(move |(likely, of_two)| {
            let b = (self.second, likely.b as usize);
            let odds = likely.carried + of_two + rare_here * line.rare_here(b);
            let hopeless = odds + (third * line.third_at_most(b)).max(0.0) < LEAST_ODDS && !likely.one_thing;
            let strength = if hopeless { 0.0 } else { strength(likely, odds + third * line.third(b)) };
            (strength >= LEAST_STRENGTH).then_some(Scored { a, b, strength })
        })
    }
}

/// How sure it is that a pair states the same.
pub(super) fn of(pair: &Pair) -> f32 {
    let (weights, language) = (Weights::shipped(), usize::from(pair.foreign));
    let of_event = weights.of_event[language].iter().zip(&pair.of_event).map(|(w, x)| w * x);
    strength(
        &pair.likely,
        of_event.fold(pair.likely.carried + weights.of_two[language].odds(&pair.of_two), |sum, x| sum + x),
    )
}

fn strength(likely: &Likely, odds: f32) -> f32 {
    let strength = probability(odds);
    let strength = if likely.one_thing { 1.0 - (1.0 - strength) * NOT_ONE } else { strength };
    if likely.opposed { strength * OPPOSED } else { strength }
}
