//! The second look: a pair among its rivals, its neighbours and what other statements say of it.
//!
//! A statement that resembles five others equally is linked to none of them by resemblance alone; one whose neighbours
//! are linked side by side is likelier to be linked itself; and when both resemble a third statement, of another article
//! or of one of their own, they are likelier to say the same.
use std::ops::Range;

use rayon::prelude::*;

use super::Place;
use super::sheet::Sheet;
use super::testimony::Testimony;
use super::weights::probability;

/// Names of the figures of the second look, in order; the weights file uses them.
pub(super) const NAMES: [&str; 12] = [
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
];

/// A statement that matches by less than this supports nothing.
const LEAST_CHANCE: f32 = 0.05;
/// Pairs with lower log-odds by the first look never reach a strength that is reported.
const LEAST_ODDS: f32 = -6.5;

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
    /// The figures of the second look.
    pub row: Row2,
}

/// Looks again at every likely pair of different witnesses. `sheets` holds every two of them, the earlier first, and
/// every one with itself.
pub(super) fn pairs<'t>(testimonies: &[&Testimony], sheets: &[((usize, usize), &'t Sheet)]) -> Vec<Pair> {
    let chances = Chances::of(testimonies, sheets);
    let of_sheet = |&((first, second), sheet): &((usize, usize), &'t Sheet)| {
        let chances = &chances;
        let near = sheet.likely.iter().filter(|likely| likely.odds >= LEAST_ODDS || likely.one_thing);
        near.map(move |likely| {
            let (a, b) = ((first, likely.a as usize), (second, likely.b as usize));
            let row = chances.in_context(a, b, likely.odds);
            Pair { a, b, foreign: sheet.foreign, one_thing: likely.one_thing, row }
        })
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
}

impl<'t> Chances<'t> {
    fn of(testimonies: &'t [&'t Testimony], sheets: &[((usize, usize), &Sheet)]) -> Chances<'t> {
        let mut starts = vec![0];
        for testimony in testimonies {
            starts.push(starts.last().copied().unwrap_or(0) + testimony.statements.len());
        }
        let all = starts.last().copied().unwrap_or(0);
        let mut chances = Chances { testimonies, starts, near: vec![Vec::new(); all] };
        for &((first, second), sheet) in sheets {
            let (a0, b0) = (chances.starts[first], chances.starts[second]);
            for likely in &sheet.likely {
                let (a, b) = (a0 + likely.a as usize, b0 + likely.b as usize);
                let chance = probability(likely.odds);
                if chance >= LEAST_CHANCE && a < all && b < all {
                    chances.near[a].push((b, chance));
                    chances.near[b].push((a, chance));
                }
            }
        }
        for line in &mut chances.near {
            line.sort_by_key(|(other, _)| *other);
        }
        chances
    }

    fn witness(&self, witness: usize) -> Range<usize> {
        self.starts[witness]..self.starts[witness + 1]
    }

    fn at(&self, a: usize, b: usize) -> f32 {
        let line = &self.near[a];
        line.binary_search_by_key(&b, |(other, _)| *other).map_or(0.0, |at| line[at].1)
    }

    /// The likely ones of `a` among `others`, `b` left out: the best chance, and the sum of all.
    fn rivals(&self, a: usize, others: &Range<usize>, b: usize) -> (f32, f32) {
        let line = &self.near[a];
        let from = line.partition_point(|(other, _)| *other < others.start);
        let rivals = line[from..].iter().take_while(|(other, _)| *other < others.end).filter(|(other, _)| *other != b);
        rivals.fold((0.0, 0.0), |(best, sum), (_, chance)| (chance.max(best), sum + chance))
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

    /// How well the best statement that may match both does: of a third witness, and of one of their own.
    fn go_between(&self, (a, own): (usize, &Range<usize>), (b, other): (usize, &Range<usize>)) -> (f32, f32) {
        let (mut third, mut twin) = (0.0f32, 0.0f32);
        let (mut left, mut right) = (self.near[a].as_slice(), self.near[b].as_slice());
        while let (Some(&(x, v)), Some(&(y, w))) = (left.first(), right.first()) {
            if x == y {
                let best = if own.contains(&x) || other.contains(&x) { &mut twin } else { &mut third };
                *best = best.max(v.min(w));
            }
            left = &left[usize::from(x <= y)..];
            right = &right[usize::from(y <= x)..];
        }
        (third, twin)
    }

    fn in_context(&self, a: Place, b: Place, odds: f32) -> Row2 {
        let position = |p: Place| self.testimonies[p.0].statements.get(p.1).map_or(0.0, |s| s.position);
        let distance = (position(a) - position(b)).abs();
        let own = probability(odds);
        let (of_a, of_b) = (self.witness(a.0), self.witness(b.0));
        let (a, b) = (of_a.start + a.1, of_b.start + b.1);
        let ((row, row_sum), (column, column_sum)) = (self.rivals(a, &of_b, b), self.rivals(b, &of_a, a));
        let best = |yes: bool| f32::from(u8::from(yes));
        let (third, twin) = self.go_between((a, &of_a), (b, &of_b));
        [
            odds,
            own,
            row.max(column),
            row.min(column),
            own - 0.5 * row - 0.5 * column,
            best(own >= row || own >= column),
            best(own >= row && own >= column),
            self.neighbours((a, &of_a), (b, &of_b)),
            third,
            twin,
            (1.0 + row_sum + column_sum).ln(),
            distance,
        ]
    }
}
