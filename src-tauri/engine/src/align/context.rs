//! The second look: a pair among its rivals, its neighbours and what a third article says.
//!
//! A statement that resembles five others equally is linked to none of them by resemblance alone; one whose neighbours
//! are linked side by side is likelier to be linked itself.
use super::event::Event;
use super::measure::{Comparer, Row};
use super::weights::{Weights, probability};

/// Names of the figures of the second look, in order; the weights file uses them.
pub(super) const NAMES: [&str; 10] =
    ["odds", "chance", "rival", "rival2", "lead", "best", "best_both", "neighbours", "third", "distance"];

/// A statement that matches by less than this supports nothing.
const LEAST_CHANCE: f32 = 0.01;

/// The figures of a pair in context.
pub(super) type Row2 = [f32; NAMES.len()];

/// A pair of statements, by position in [`Event::statements`], with all that was measured.
#[derive(Debug, Clone)]
pub(super) struct Pair {
    /// The statement of the earlier witness.
    pub a: usize,
    /// The other one.
    pub b: usize,
    /// They are in two languages.
    pub foreign: bool,
    /// The first look.
    pub row: Row,
    /// The second look.
    pub row2: Row2,
}

/// Chances of the first look for all statements of two witnesses.
struct Sheet {
    rows: std::ops::Range<usize>,
    columns: std::ops::Range<usize>,
    chances: Vec<f32>,
}

impl Sheet {
    fn at(&self, a: usize, b: usize) -> f32 {
        if !self.rows.contains(&a) || !self.columns.contains(&b) {
            return 0.0;
        }
        let at = (a - self.rows.start) * self.columns.len() + (b - self.columns.start);
        self.chances.get(at).copied().unwrap_or(0.0)
    }

    /// The best chance in the row of `a`, `b` left out.
    fn row_rival(&self, a: usize, b: usize) -> f32 {
        self.columns.clone().filter(|&c| c != b).map(|c| self.at(a, c)).fold(0.0, f32::max)
    }

    fn column_rival(&self, a: usize, b: usize) -> f32 {
        self.rows.clone().filter(|&r| r != a).map(|r| self.at(r, b)).fold(0.0, f32::max)
    }

    /// The better of the two neighbouring pairs in reading order, either way.
    fn neighbours(&self, a: usize, b: usize) -> f32 {
        let step = |x: usize, by: isize| x.checked_add_signed(by);
        let near = |da: isize, db: isize| match (step(a, da), step(b, db)) {
            (Some(a), Some(b)) => self.at(a, b),
            _ => 0.0,
        };
        near(-1, -1).max(near(1, 1)) + 0.5 * near(-1, 1).max(near(1, -1))
    }
}

/// Measures every pair of statements of different witnesses that shares anything.
pub(super) fn pairs(event: &Event<'_>, weights: &Weights) -> Vec<Pair> {
    let mut comparer = Comparer::new(event);
    let mut found: Vec<Pair> = Vec::new();
    let mut sheets: Vec<Vec<Sheet>> = Vec::new();
    for first in 0..event.witnesses() {
        let mut line = Vec::new();
        for second in first + 1..event.witnesses() {
            line.push(sheet(event, weights, &mut comparer, (first, second), &mut found));
        }
        sheets.push(line);
    }
    let likely = likely(event, &sheets);
    let between = |first: usize, second: usize| sheets.get(first).and_then(|line| line.get(second - first - 1));
    for pair in &mut found {
        let (Some(a), Some(b)) = (event.statements.get(pair.a), event.statements.get(pair.b)) else { continue };
        let (first, second) = (a.place.0, b.place.0);
        let Some(sheet) = between(first, second) else { continue };
        let third = third(&likely, event, (pair.a, first), (pair.b, second));
        pair.row2 = in_context(sheet, pair, weights, third, (a.position - b.position).abs());
    }
    found
}

/// For every statement, those of other witnesses that it may match by the first look, in order, with their chances.
fn likely(event: &Event<'_>, sheets: &[Vec<Sheet>]) -> Vec<Vec<(usize, f32)>> {
    let mut likely = vec![Vec::new(); event.statements.len()];
    for sheet in sheets.iter().flatten() {
        for a in sheet.rows.clone() {
            for b in sheet.columns.clone() {
                let chance = sheet.at(a, b);
                if chance >= LEAST_CHANCE {
                    likely[a].push((b, chance));
                    likely[b].push((a, chance));
                }
            }
        }
    }
    for line in &mut likely {
        line.sort_by_key(|(other, _)| *other);
    }
    likely
}

/// How well the best statement of a third witness matches both.
fn third(
    likely: &[Vec<(usize, f32)>],
    event: &Event<'_>,
    (a, first): (usize, usize),
    (b, second): (usize, usize),
) -> f32 {
    let (own, other) = (event.of(first), event.of(second));
    let (mut i, mut j, mut best) = (0, 0, 0.0f32);
    while let (Some(&(x, v)), Some(&(y, w))) = (likely[a].get(i), likely[b].get(j)) {
        if x == y && !own.contains(&x) && !other.contains(&x) {
            best = best.max(v.min(w));
        }
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    best
}

fn sheet(
    event: &Event<'_>,
    weights: &Weights,
    comparer: &mut Comparer<'_>,
    (first, second): (usize, usize),
    found: &mut Vec<Pair>,
) -> Sheet {
    let mut sheet = Sheet { rows: event.of(first), columns: event.of(second), chances: Vec::new() };
    for a in event.of(first) {
        for (b, row) in event.of(second).zip(comparer.rows(a, event.of(second))) {
            let Some(row) = row else {
                sheet.chances.push(0.0);
                continue;
            };
            let language = |s: usize| event.statements.get(s).map(|s| s.language);
            let foreign = language(a) != language(b);
            let [one, two] = &weights.first;
            sheet.chances.push(probability(if foreign { two } else { one }.odds(&row)));
            found.push(Pair { a, b, foreign, row, row2: [0.0; NAMES.len()] });
        }
    }
    sheet
}

fn in_context(sheet: &Sheet, pair: &Pair, weights: &Weights, third: f32, distance: f32) -> Row2 {
    let [one, two] = &weights.first;
    let odds = if pair.foreign { two } else { one }.odds(&pair.row);
    let own = probability(odds);
    let (row, column) = (sheet.row_rival(pair.a, pair.b), sheet.column_rival(pair.a, pair.b));
    let best = |yes: bool| f32::from(u8::from(yes));
    [
        odds,
        own,
        row.max(column),
        row.min(column),
        own - 0.5 * row - 0.5 * column,
        best(own >= row || own >= column),
        best(own >= row && own >= column),
        sheet.neighbours(pair.a, pair.b),
        third,
        distance,
    ]
}
