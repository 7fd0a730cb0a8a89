//! The second look: a pair among its rivals, its neighbours and what other statements say of it.
//!
//! A statement that resembles five others equally is linked to none of them by resemblance alone; one whose neighbours
//! are linked side by side is likelier to be linked itself; and when both resemble a third statement, of another article
//! or of one of their own, they are likelier to say the same.
use std::ops::Range;

use rayon::prelude::*;

use super::Place;
use super::event_rarity::EventRarity;
use super::sheet::Sheet;
use super::testimony::Testimony;
use super::weights::probability;

/// Names of the figures of the second look, in order; the weights file uses them.
pub(super) const NAMES: [&str; 13] = [
    "odds",
    "chance",
    "rival",
    "rival2",
    "lead",
    "best",
    "best_both",
    "neighbours",
    "third",
    "twin",
    "crowd",
    "distance",
    "rare_here",
];

/// A statement that matches by less than this supports nothing.
const LEAST_CHANCE: f32 = 0.05;

/// The figures of a pair in context.
pub(super) type Row2 = [f32; NAMES.len()];

/// A pair of statements of two witnesses, looked at twice.
#[derive(Debug, Clone)]
pub(super) struct Pair {
    /// The statement of the earlier witness.
    pub a: Place,
    /// The other one.
    pub b: Place,
    /// They are in two languages.
    pub foreign: bool,
    /// They measure one thing.
    pub one_thing: bool,
    /// One tells what was demanded in a trial, the other what was ruled.
    pub opposed: bool,
    /// What the statements alone add to the log-odds, see [`super::sheet::Likely`].
    pub carried: f32,
    /// The figures of the second look.
    pub row: Row2,
}

/// Looks again at every likely pair of different witnesses, and gives what `keep` makes of it. `sheets` holds every two
/// of them, the earlier first, and every one with itself.
pub(super) fn pairs<T: Send>(
    testimonies: &[&Testimony],
    sheets: &[((usize, usize), &Sheet)],
    keep: impl Fn(Pair) -> Option<T> + Sync,
) -> Vec<T> {
    let chances = Chances::of(testimonies, sheets);
    let of_sheet = |&((first, second), sheet): &((usize, usize), &Sheet)| {
        let mut line = Line::new(&chances);
        let look = sheet.likely.iter().filter_map(|likely| {
            let (a, b) = ((first, likely.a as usize), (second, likely.b as usize));
            line.draw(a);
            let row = line.in_context(b, likely.odds);
            let (one_thing, opposed) = (likely.one_thing, likely.opposed);
            keep(Pair { a, b, foreign: sheet.foreign, one_thing, opposed, carried: likely.carried, row })
        });
        look.collect::<Vec<T>>()
    };
    sheets.par_iter().filter(|((first, second), _)| first != second).flat_map_iter(of_sheet).collect()
}

/// Chances of the first look. Statements are counted through all witnesses here.
struct Chances<'t> {
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
    fn of(testimonies: &'t [&'t Testimony], sheets: &[((usize, usize), &Sheet)]) -> Chances<'t> {
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
            let chance = probability(likely.odds);
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
struct Line<'c, 't> {
    chances: &'c Chances<'t>,
    /// The statement; none at first.
    at: Option<Place>,
    /// By statement, counted through all witnesses: its chance, 0 for most.
    by_place: Vec<f32>,
}

impl<'c, 't> Line<'c, 't> {
    fn new(chances: &'c Chances<'t>) -> Line<'c, 't> {
        Line { chances, at: None, by_place: vec![0.0; chances.near.len()] }
    }

    /// Turns to the statement at `a`, if it is not there already.
    fn draw(&mut self, a: Place) {
        if self.at == Some(a) {
            return;
        }
        let count = |at: Place| self.chances.starts[at.0] + at.1;
        if let Some(before) = self.at {
            for (other, _) in &self.chances.near[count(before)] {
                self.by_place[*other] = 0.0;
            }
        }
        for (other, chance) in &self.chances.near[count(a)] {
            self.by_place[*other] = *chance;
        }
        self.at = Some(a);
    }

    /// How well the best statement that may match both does, one of a third witness. `b`'s are walked along from the best,
    /// until none can do better.
    fn third(&self, b: usize, own: &Range<usize>, other: &Range<usize>) -> f32 {
        let mut third = 0.0f32;
        for &(x, chance) in &self.chances.best[b] {
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

    /// The figures of the pair of this statement and the one at `b`.
    fn in_context(&self, b: Place, odds: f32) -> Row2 {
        let chances = self.chances;
        let a = self.at.unwrap_or_default();
        let position = |p: Place| chances.testimonies[p.0].statements.get(p.1).map_or(0.0, |s| s.position);
        let distance = (position(a) - position(b)).abs();
        let own = probability(odds);
        let (of_a, of_b) = (chances.witness(a.0), chances.witness(b.0));
        let (a, b) = (of_a.start + a.1, of_b.start + b.1);
        let (row_of_a, row_of_b) = (chances.among(a, &of_b), chances.among(b, &of_a));
        let ((row, row_sum), (column, column_sum)) = (rivals(row_of_a, b), rivals(row_of_b, a));
        let best = |yes: bool| f32::from(u8::from(yes));
        // One of their own witnesses may stand between them too.
        let between = |twin: f32, (x, chance): &(usize, f32)| twin.max(self.by_place[*x].min(*chance));
        let twin = row_of_b.iter().chain(chances.among(b, &of_b)).fold(0.0, between);
        [
            odds,
            own,
            row.max(column),
            row.min(column),
            own - 0.5 * row - 0.5 * column,
            best(own >= row || own >= column),
            best(own >= row && own >= column),
            chances.neighbours((a, &of_a), (b, &of_b)),
            self.third(b, &of_a, &of_b),
            twin,
            (1.0 + row_sum + column_sum).ln(),
            distance,
            chances.rarity.likeness(a, b),
        ]
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
    use crate::align::sheet::Likely;
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
                        Likely { a, b, odds, carried: 0.0, one_thing: false, opposed: false }
                    });
                    sheets.push(((i, j), Sheet { likely: likely.collect(), foreign: false, cut_short: false }));
                }
            }
            let sheets: Vec<((usize, usize), &Sheet)> = sheets.iter().map(|(at, sheet)| (*at, sheet)).collect();
            let chances = Chances::of(&read, &sheets);
            let at = |name: &str| NAMES.iter().position(|n| *n == name).unwrap();
            for pair in pairs(&read, &sheets, Some) {
                let found = (pair.row[at("third")], pair.row[at("twin")]);
                prop_assert_eq!(found, go_between(&chances, pair.a, pair.b), "{:?} {:?}", pair.a, pair.b);
            }
        }
    }
}
