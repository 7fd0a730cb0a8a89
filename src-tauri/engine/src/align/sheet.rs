//! The first look: every statement of one witness beside every statement of another that shares anything with it.
use std::cmp::Ordering;
use std::ops::Range;
use std::sync::OnceLock;
use std::time::Instant;

use super::late;
use super::measure::{self, Cover, Met, ONE_THING, Row, SIDES};
use super::testimony::{Index, Statement, Testimony};
use super::weights::{Look, Weights, probability};

/// Pairs that share less than this part of their weight are not looked at further: they say different things, and no other
/// figure makes them likely. Of two languages words meet less often.
const LEAST_SHARE: f32 = 0.06;
const LEAST_SHARE_FOREIGN: f32 = 0.04;

/// Below one by more than what adding in another order makes of a sum.
const ROUNDED: f32 = 0.999;

/// Pairs with lower log-odds by the first look never reach a strength that is reported. Of two languages, whose words
/// meet less often, the neighbours may still lift a pair that shares next to nothing.
const LEAST_ODDS: f32 = -4.5;
const LEAST_ODDS_FOREIGN: f32 = -8.0;

/// Of a statement no more than so many of another article are kept, the likeliest: nobody reads on, and two books must
/// not fill the memory.
const MOST_LIKELY: usize = 64;

/// Two statements that may say the same, by the first look.
#[derive(Debug, Clone, Copy)]
pub(super) struct Likely {
    /// Statement of the one witness.
    pub a: u32,
    /// Statement of the other; of one witness with itself, always the later one.
    pub b: u32,
    /// Log-odds.
    pub odds: f32,
    /// The chance of these odds, 0 to 1.
    pub chance: f32,
    /// What its figures add to the log-odds of the second look, so that they need not be kept.
    pub carried: f32,
    /// They measure one thing, see [`measure`].
    pub one_thing: bool,
    /// One tells what was demanded in a trial, the other what was ruled.
    pub opposed: bool,
}

/// All likely pairs of two witnesses, by place. Depends on nothing else, so it is kept while other files come and go.
#[derive(Debug, Clone)]
pub struct Sheet {
    pub(super) likely: Vec<Likely>,
    /// The two are in different languages.
    pub(super) foreign: bool,
    /// The deadline came first: statements from some place on have not been looked at.
    pub cut_short: bool,
    /// Of each of them, what the second look adds to the log-odds by these two articles; once it was asked for, see
    /// [`super::strength`].
    pub(super) of_two: OnceLock<Vec<f32>>,
}

impl Sheet {
    pub(super) fn new(likely: Vec<Likely>, foreign: bool, cut_short: bool) -> Sheet {
        Sheet { likely, foreign, cut_short, of_two: OnceLock::new() }
    }

    /// The likely pairs of statement `a`, with the position of the first of them.
    pub(super) fn of(&self, a: usize) -> (usize, &[Likely]) {
        let from = self.likely.partition_point(|likely| (likely.a as usize) < a);
        let own = &self.likely[from..];
        (from, &own[..own.partition_point(|likely| likely.a as usize == a)])
    }
}

/// Looks at all pairs of statements of two witnesses: what [`super::Crowd`] finds of many at once.
pub(super) fn sheet(left: &Testimony, right: &Testimony, deadline: Option<Instant>) -> Sheet {
    with_weights(left, Some(right), deadline, Weights::shipped(), &mut |_, _, _| {})
}

/// Looks at all pairs of statements of one witness: what says the same there supports the links of both.
#[cfg(test)]
pub(super) fn own_sheet(witness: &Testimony, deadline: Option<Instant>) -> Sheet {
    with_weights(witness, None, deadline, Weights::shipped(), &mut |_, _, _| {})
}

/// The same under other weights; without `right`, `left` with itself. Every row is handed to `each` as well.
pub(super) fn with_weights(
    left: &Testimony,
    right: Option<&Testimony>,
    deadline: Option<Instant>,
    weights: &Weights,
    each: &mut dyn FnMut(u32, u32, &Row),
) -> Sheet {
    let itself = right.is_none();
    let right = right.unwrap_or(left);
    let foreign = left.language != right.language;
    let looks = weights.looks(foreign);
    let mut likely = Vec::new();
    let mut meetings = Meetings::new(right.statements.len());
    for (a, statement) in left.statements.iter().enumerate() {
        if late(deadline) {
            return Sheet::new(likely, foreign, true);
        }
        meetings.meet(statement, left, right);
        let before = likely.len();
        for (b, other) in right.statements.iter().enumerate().skip(if itself { a + 1 } else { 0 }) {
            let Some(row) = meetings.row(statement, b, other, foreign) else { continue };
            let place = (a as u32, b as u32);
            each(place.0, place.1, &row);
            likely.extend(self::likely(place, looks, &row, foreign));
        }
        keep_likeliest(&mut likely, before);
    }
    Sheet::new(likely, foreign, false)
}

/// A pair by its row, if it is likely at all.
pub(super) fn likely((a, b): (u32, u32), [first, second]: [&Look; 2], row: &Row, foreign: bool) -> Option<Likely> {
    let (odds, one_thing) = (first.odds(row), row[ONE_THING] > 0.0);
    let least = if foreign { LEAST_ODDS_FOREIGN } else { LEAST_ODDS };
    let pair = || Likely {
        a,
        b,
        odds,
        chance: probability(odds),
        carried: second.odds(row),
        one_thing,
        opposed: row[SIDES] > 0.0,
    };
    (odds >= least || one_thing).then(pair)
}

/// Of the pairs from position `from` on, all of one statement, the likeliest stay, in their order.
pub(super) fn keep_likeliest(likely: &mut Vec<Likely>, from: usize) {
    let Some(own) = likely.get_mut(from..).filter(|own| own.len() > MOST_LIKELY) else { return };
    own.sort_by(|x, y| (y.one_thing, y.odds).partial_cmp(&(x.one_thing, x.odds)).unwrap_or(Ordering::Equal));
    likely.truncate(from + MOST_LIKELY);
    if let Some(own) = likely.get_mut(from..) {
        own.sort_by_key(|pair| pair.b);
    }
}

/// What one statement has in common with each of many others.
pub(super) struct Meetings {
    /// The words that meet, in the order in which they were found, each with the other statement.
    found: Vec<(u32, Met)>,
    /// The same in the order of `met`, see [`Meetings::gather`].
    gathered: Vec<Met>,
    /// By the other statement: its own among those.
    of: Vec<Range<usize>>,
    /// By the other statement: the weight that they cover in both at most, as if no word met two.
    most: Vec<f32>,
    /// By the other statement: likeness of the spelling.
    pub letters: Vec<f32>,
    /// Those with which words meet, when they are not all asked for; some more than once.
    pub met: Vec<usize>,
    /// The meetings of the pair in hand, sorted by the unit of the other.
    by_right: Vec<Met>,
}

impl Meetings {
    /// For so many other statements.
    pub(super) fn new(others: usize) -> Meetings {
        let (of, most, letters) = (vec![0..0; others], vec![0.0; others], vec![0.0; others]);
        Meetings { found: Vec::new(), gathered: Vec::new(), of, most, letters, met: Vec::new(), by_right: Vec::new() }
    }

    /// Two words of the given weights meet, the other one in statement `b`, by doors of the given quality.
    pub(super) fn add(&mut self, b: usize, (x, y): (u32, u32), (one, two): (f32, f32), by: f32) {
        let (Some(of), Some(most)) = (self.of.get_mut(b), self.most.get_mut(b)) else { return };
        if of.end == 0 {
            self.met.push(b);
        }
        let quality = measure::quality((one, two), by);
        *most += quality * (one + two);
        of.end += 1;
        self.found.push((b as u32, Met { x, y, quality }));
    }

    /// Puts what was found together by the other statement: in one list, as a list for each would be made anew every time.
    pub(super) fn gather(&mut self) {
        let mut next = 0;
        for &b in &self.met {
            let begin = next;
            next += self.of[b].end;
            self.of[b] = begin..begin;
        }
        self.gathered.clear();
        self.gathered.resize(next, Met { x: 0, y: 0, quality: 0.0 });
        for (b, met) in self.found.drain(..) {
            let of = &mut self.of[b as usize];
            self.gathered[of.end] = met;
            of.end += 1;
        }
    }

    /// Forgets what was met in `b`.
    pub(super) fn part(&mut self, b: usize) {
        if let (Some(of), Some(most)) = (self.of.get_mut(b), self.most.get_mut(b)) {
            *of = 0..0;
            *most = 0.0;
        }
    }

    fn meet(&mut self, statement: &Statement, left: &Testimony, right: &Testimony) {
        self.of.fill(0..0);
        self.most.fill(0.0);
        self.met.clear();
        self.letters.fill(0.0);
        let same = left.language == right.language;
        let (doors, index): (_, &Index) =
            if same { (&statement.near, right.near()) } else { (&statement.far, right.far()) };
        for door in doors {
            let Some(x) = statement.units.get(door.unit as usize) else { continue };
            for &(b, y, quality) in index.at(door.key) {
                let other = right.statements.get(b as usize).and_then(|s| s.units.get(y as usize));
                if let Some(other) = other {
                    self.add(b as usize, (door.unit, y), (x.weight, other.weight), door.quality * quality);
                }
            }
        }
        self.gather();
        let grams = right.grams();
        for &(gram, weight) in &statement.grams {
            for &(b, _, other) in grams.at(gram) {
                if let Some(sum) = self.letters.get_mut(b as usize) {
                    *sum += weight * other;
                }
            }
        }
    }

    /// The figures of the pair with statement `b`, unless the two have next to nothing in common.
    pub(super) fn row(&mut self, statement: &Statement, b: usize, other: &Statement, foreign: bool) -> Option<Row> {
        let by_left = self.gathered.get(self.of.get(b)?.clone())?;
        if by_left.is_empty() && !(statement.measures && other.measures) {
            return None;
        }
        let least = if foreign { LEAST_SHARE_FOREIGN } else { LEAST_SHARE };
        let total = statement.total.weight + other.total.weight;
        let far = *self.most.get(b)? < least * total * ROUNDED;
        if far && !measure::one_thing(statement, other) {
            return None;
        }
        // By the one unit they are sorted already: doors are in the order of their units.
        self.by_right.clear();
        self.by_right.extend_from_slice(by_left);
        self.by_right.sort_unstable_by_key(|met| met.y);
        let by_right = &self.by_right;
        let l = Cover::of(&statement.units, by_left.iter().map(|m| (m.x, m.quality)));
        let r = Cover::of(&other.units, by_right.iter().map(|m| (m.y, m.quality)));
        let near = measure::share(statement, other, (&l, &r)) >= least || measure::one_thing(statement, other);
        let letters = self.letters.get(b).copied().unwrap_or(0.0);
        near.then(|| measure::row((statement, other), (&l, &r), letters, (by_left, by_right)))
    }
}
