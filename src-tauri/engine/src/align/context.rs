//! The second look: a pair among its rivals, its neighbours and what other statements say of it.
//!
//! A statement that resembles five others equally is linked to none of them by resemblance alone; one whose neighbours
//! are linked side by side is likelier to be linked itself; and when both resemble a third statement, of another article
//! or of one of their own, they are likelier to say the same.
//!
//! Most figures need the two articles of the pair only ([`OF_TWO`]); two need the whole event ([`OF_EVENT`]).
use std::ops::Range;

use rayon::prelude::*;

use super::Place;
use super::event_rarity::EventRarity;
use super::sheet::{Likely, Sheet};
use super::testimony::Testimony;

/// Names of the figures of the second look that the two articles of a pair tell, in order; the weights file uses them.
pub(super) const OF_TWO: [&str; 11] =
    ["odds", "chance", "rival", "rival2", "lead", "best", "best_both", "neighbours", "twin", "crowd", "distance"];

/// Names of those that all articles of the event tell.
pub(super) const OF_EVENT: [&str; 2] = ["rare_here", "third"];

/// A statement that matches by less than this supports nothing.
const LEAST_CHANCE: f32 = 0.05;

/// A pair of statements of two witnesses, looked at twice.
#[derive(Debug, Clone)]
pub(super) struct Pair {
    /// The statement of the earlier witness.
    pub a: Place,
    /// The other one.
    pub b: Place,
    /// They are in two languages.
    pub foreign: bool,
    /// The first look.
    pub likely: Likely,
    /// The figures of the second look, by the two articles.
    pub of_two: [f32; OF_TWO.len()],
    /// The figures of the second look, by all articles.
    pub of_event: [f32; OF_EVENT.len()],
}

/// Looks again at every likely pair of different witnesses. `sheets` holds every two of them, the earlier first, and every
/// one with itself.
pub(super) fn pairs(testimonies: &[&Testimony], sheets: &[((usize, usize), &Sheet)]) -> Vec<Pair> {
    let chances = Chances::of(testimonies, sheets);
    let of_sheet = |&((first, second), sheet): &((usize, usize), &Sheet)| {
        let mut line = Line::new(&chances);
        let look = |&likely: &Likely| {
            let (a, b) = ((first, likely.a as usize), (second, likely.b as usize));
            line.draw(a);
            let of_event = [line.rare_here(b), line.third(b)];
            Pair { a, b, foreign: sheet.foreign, likely, of_two: line.of_two(b, &likely), of_event }
        };
        sheet.likely.iter().map(look).collect::<Vec<Pair>>()
    };
    sheets.par_iter().filter(|((first, second), _)| first != second).flat_map_iter(of_sheet).collect()
}

/// Chances of the first look. Statements are counted through all witnesses here.
pub(super) struct Chances<'t> {
    testimonies: &'t [&'t Testimony],
    /// Where each witness starts.
    starts: Vec<usize>,
    /// For every statement, those that it may match, in order, with their chances; its own witness's too.
    near: Vec<Vec<(usize, f32)>>,
    /// The same, the best chance first.
    best: Vec<Vec<(usize, f32)>>,
    rarity: EventRarity,
}

impl<'t> Chances<'t> {
    pub fn of(testimonies: &'t [&'t Testimony], sheets: &[((usize, usize), &Sheet)]) -> Chances<'t> {
        let mut starts = vec![0];
        for testimony in testimonies {
            starts.push(starts.last().copied().unwrap_or(0) + testimony.statements.len());
        }
        let (rarity, near) = rayon::join(|| EventRarity::of(testimonies), || likely_of_each(&starts, sheets));
        let best_first = |line: &Vec<(usize, f32)>| {
            let mut best = line.clone();
            best.sort_unstable_by(|(x, v), (y, w)| w.total_cmp(v).then(x.cmp(y)));
            best
        };
        let best = near.par_iter().map(best_first).collect();
        Chances { testimonies, starts, near, best, rarity }
    }

    fn witness(&self, witness: usize) -> Range<usize> {
        self.starts[witness]..self.starts[witness + 1]
    }

    fn count(&self, place: Place) -> usize {
        self.starts[place.0] + place.1
    }

    fn at(&self, a: usize, b: usize) -> f32 {
        let line = &self.near[a];
        line.binary_search_by_key(&b, |(other, _)| *other).map_or(0.0, |at| line[at].1)
    }

    /// The likely ones of `a` among the statements of one witness.
    fn among(&self, a: usize, others: &Range<usize>) -> &[(usize, f32)] {
        let line = self.near[a].as_slice();
        let from = line.partition_point(|(other, _)| *other < others.start);
        let line = &line[from..];
        &line[..line.iter().take_while(|(other, _)| *other < others.end).count()]
    }

    /// The better of the two neighbouring pairs in reading order, either way.
    fn neighbours(&self, (a, own): (usize, &Range<usize>), (b, other): (usize, &Range<usize>)) -> f32 {
        let step = |x: usize, by: isize, within: &Range<usize>| x.checked_add_signed(by).filter(|x| within.contains(x));
        let near = |da: isize, db: isize| match (step(a, da, own), step(b, db, other)) {
            (Some(a), Some(b)) => self.at(a, b),
            _ => 0.0,
        };
        near(-1, -1).max(near(1, 1)) + 0.5 * near(-1, 1).max(near(1, -1))
    }
}

/// For every statement, those that it may match, in order, with their chances.
fn likely_of_each(starts: &[usize], sheets: &[((usize, usize), &Sheet)]) -> Vec<Vec<(usize, f32)>> {
    let all = starts.last().copied().unwrap_or(0);
    let mut near = vec![Vec::new(); all];
    for &((first, second), sheet) in sheets {
        let (a0, b0) = (starts[first], starts[second]);
        for likely in &sheet.likely {
            let (a, b) = (a0 + likely.a as usize, b0 + likely.b as usize);
            let chance = likely.chance;
            if chance >= LEAST_CHANCE && a < all && b < all {
                near[a].push((b, chance));
                near[b].push((a, chance));
            }
        }
    }
    near.par_iter_mut().for_each(|line| line.sort_unstable_by_key(|(other, _)| *other));
    near
}

/// One statement beside all others: its chances by their places, so that what it has in common with another one is found
/// without walking along both lists for every pair.
pub(super) struct Line<'c, 't> {
    chances: &'c Chances<'t>,
    /// The statement; none at first.
    at: Option<Place>,
    /// By statement, counted through all witnesses: its chance, 0 for most.
    by_place: Vec<f32>,
    /// Its words by the stems of the event.
    words: Vec<f32>,
}

impl<'c, 't> Line<'c, 't> {
    pub fn new(chances: &'c Chances<'t>) -> Line<'c, 't> {
        Line { chances, at: None, by_place: vec![0.0; chances.near.len()], words: chances.rarity.blank() }
    }

    /// Turns to the statement at `a`, if it is not there already.
    pub fn draw(&mut self, a: Place) {
        if self.at == Some(a) {
            return;
        }
        let (at, before) = (self.chances.count(a), self.at.map(|before| self.chances.count(before)));
        for (other, _) in before.into_iter().flat_map(|before| &self.chances.near[before]) {
            self.by_place[*other] = 0.0;
        }
        for (other, chance) in &self.chances.near[at] {
            self.by_place[*other] = *chance;
        }
        self.chances.rarity.lay(at, before, &mut self.words);
        self.at = Some(a);
    }

    /// How well the best statement that may match both this one and the one at `b` does, one of a third witness. `b`'s are
    /// walked along from the best, until none can do better.
    pub fn third(&self, b: Place) -> f32 {
        let (own, other) = (self.chances.witness(self.place().0), self.chances.witness(b.0));
        let mut third = 0.0f32;
        for &(x, chance) in &self.chances.best[self.chances.count(b)] {
            if chance <= third {
                break;
            }
            let both = self.by_place[x].min(chance);
            if both > third && !own.contains(&x) && !other.contains(&x) {
                third = both;
            }
        }
        third
    }

    /// [`Line::third`] is never more than this.
    pub fn third_at_most(&self, b: Place) -> f32 {
        let best =
            |place: Place| self.chances.best[self.chances.count(place)].first().map_or(0.0, |(_, chance)| *chance);
        best(self.place()).min(best(b))
    }

    /// How rare in the event the words are that this statement shares with the one at `b`.
    pub fn rare_here(&self, b: Place) -> f32 {
        self.chances.rarity.likeness(&self.words, self.chances.count(b))
    }

    /// The figures of the pair of this statement and the one at `b` that their two articles tell.
    pub fn of_two(&self, b: Place, likely: &Likely) -> [f32; OF_TWO.len()] {
        let (chances, a) = (self.chances, self.place());
        let position = |p: Place| chances.testimonies[p.0].statements.get(p.1).map_or(0.0, |s| s.position);
        let distance = (position(a) - position(b)).abs();
        let own = likely.chance;
        let (of_a, of_b) = (chances.witness(a.0), chances.witness(b.0));
        let (a, b) = (chances.count(a), chances.count(b));
        let (row_of_a, row_of_b) = (chances.among(a, &of_b), chances.among(b, &of_a));
        let ((row, row_sum), (column, column_sum)) = (rivals(row_of_a, b), rivals(row_of_b, a));
        let best = |yes: bool| f32::from(u8::from(yes));
        // One of their own witnesses may stand between them too.
        let between = |twin: f32, (x, chance): &(usize, f32)| twin.max(self.by_place[*x].min(*chance));
        let twin = row_of_b.iter().chain(chances.among(b, &of_b)).fold(0.0, between);
        [
            likely.odds,
            own,
            row.max(column),
            row.min(column),
            own - 0.5 * row - 0.5 * column,
            best(own >= row || own >= column),
            best(own >= row && own >= column),
            chances.neighbours((a, &of_a), (b, &of_b)),
            twin,
            (1.0 + row_sum + column_sum).ln(),
            distance,
        ]
    }

    fn place(&self) -> Place {
        self.at.unwrap_or_default()
    }
}

/// Of the likely ones in one witness, `b` left out: the best chance, and the sum of all.
fn rivals(line: &[(usize, f32)], b: usize) -> (f32, f32) {
    let rivals = line.iter().filter(|(other, _)| *other != b);
    rivals.fold((0.0, 0.0), |(best, sum), (_, chance)| (chance.max(best), sum + chance))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;
    use crate::align::weights::probability;
    use crate::align::{Telling, Witness, testimony};
    use crate::model::Language;

    /// By the word of the rule: of all statements that may match both, the best; of a third witness, of one of their own.
    fn go_between(chances: &Chances<'_>, a: Place, b: Place) -> (f32, f32) {
        let (of_a, of_b) = (chances.witness(a.0), chances.witness(b.0));
        let (a, b) = (of_a.start + a.1, of_b.start + b.1);
        let (mut third, mut twin) = (0.0f32, 0.0f32);
        for x in 0..chances.near.len() {
            let both = chances.at(a, x).min(chances.at(b, x));
            let best = if of_a.contains(&x) || of_b.contains(&x) { &mut twin } else { &mut third };
            *best = best.max(both);
        }
        (third, twin)
    }

    /// A witness of so many statements without words.
    fn blanks(n: usize) -> Testimony {
        let statements = vec![Telling { text: "", paragraph: 0, headline: false, facts: &[] }; n];
        testimony(&Witness { language: Language::ENGLISH, statements }, &[])
    }

    proptest! {
        #[test]
        fn what_stands_between_two_is_found(
            sizes in prop::collection::vec(0..5usize, 1..5),
            odds in prop::collection::vec(-6.0f32..4.0, 400),
        ) {
            let testimonies: Vec<Testimony> = sizes.iter().map(|n| blanks(*n)).collect();
            let read: Vec<&Testimony> = testimonies.iter().collect();
            let mut odds = odds.into_iter().cycle();
            let mut sheets = Vec::new();
            for (i, n) in sizes.iter().enumerate() {
                for (j, m) in sizes.iter().enumerate().skip(i) {
                    let places = (0..*n).flat_map(|a| (0..*m).map(move |b| (a as u32, b as u32)));
                    let likely = places.filter(|(a, b)| i != j || a < b);
                    let likely = likely.map(|(a, b)| {
                        let odds = odds.next().unwrap();
                        Likely { a, b, odds, chance: probability(odds), carried: 0.0, one_thing: false, opposed: false }
                    });
                    sheets.push(((i, j), Sheet::new(likely.collect(), false, false)));
                }
            }
            let sheets: Vec<((usize, usize), &Sheet)> = sheets.iter().map(|(at, sheet)| (*at, sheet)).collect();
            let chances = Chances::of(&read, &sheets);
            let twin = OF_TWO.iter().position(|name| *name == "twin").unwrap();
            let third = OF_EVENT.iter().position(|name| *name == "third").unwrap();
            for pair in pairs(&read, &sheets) {
                let found = (pair.of_event[third], pair.of_two[twin]);
                prop_assert_eq!(found, go_between(&chances, pair.a, pair.b), "{:?} {:?}", pair.a, pair.b);
            }
        }
    }
}
