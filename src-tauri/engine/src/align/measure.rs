//! What two statements have in common, as a row of figures; each is the same for (a, b) and (b, a).
use super::testimony::{Statement, Unit};
use crate::facts::{Agreement, Dimension, Quantity, Value, agree};

/// Names of the figures, in order; the weights file uses them.
pub(super) const NAMES: [&str; 27] = [
    "cosine",
    "letters",
    "share",
    "share2",
    "within",
    "both_within",
    "names",
    "numbers",
    "clash",
    "amount",
    "headlines",
    "headline",
    "runs",
    "length",
    "values",
    "more_values",
    "other_values",
    "clause",
    "clause_amount",
    "plain",
    "plain_amount",
    "names_amount",
    "lead",
    "quotes",
    "quoted",
    "sides",
    "one_thing",
];

/// Position of "one_thing" in a row: no figure of the regressions, see [`one_thing`].
pub(super) const ONE_THING: usize = NAMES.len() - 1;

/// Position of "sides", no figure of the regressions either, see [`super::sides`].
pub(super) const SIDES: usize = NAMES.len() - 2;

/// Two measures of one role of which the larger is at most so many times the smaller tell of one thing.
const NEAR_MISS: f64 = 1.35;
/// A shared weight that makes half a match of clauses that share all.
const ENOUGH: f32 = 1.0;
/// Of a statement so many values are compared, one for each bit of a `u128`.
const MOST_VALUES: usize = 128;
/// A headline tells what the first so many statements tell.
const LEAD: usize = 3;
/// So many words around two measures must be shared.
const AROUND: usize = 2;
/// Two magnitudes, latitudes or longitudes that lie closer are told of one place or shock.
const SAME_SPOT: f64 = 0.75;

/// A row of figures.
pub(super) type Row = [f32; NAMES.len()];

/// Two words of two statements that meet: their units, and how well.
#[derive(Debug, Clone, Copy)]
pub(super) struct Met {
    /// Unit of the one statement.
    pub x: u32,
    /// Unit of the other.
    pub y: u32,
    /// How well.
    pub quality: f32,
}

/// How well two words of the given weights meet by doors of the given quality. A rare word that meets a frequent one
/// ("run" for "govern") tells less.
pub(super) fn quality((one, two): (f32, f32), by: f32) -> f32 {
    by * (one.min(two) / one.max(two)).sqrt()
}

/// How much of a statement the other one covers.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Cover {
    weight: f32,
    squares: f32,
    names: f32,
    numbers: f32,
    quoted: f32,
}

impl Cover {
    /// Of the units of a statement; `covered` gives a unit and how well it is met, each unit once or more, grouped.
    pub(super) fn of(units: &[Unit], covered: impl Iterator<Item = (u32, f32)>) -> Cover {
        let mut sum = Cover::default();
        let mut add = |unit: u32, quality: f32| {
            let Some(unit) = units.get(unit as usize) else { return };
            sum.weight += unit.weight * quality;
            sum.squares += (unit.weight * quality).powi(2);
            if unit.quoted {
                sum.quoted += unit.weight * quality;
            }
            if unit.number {
                sum.numbers += unit.weight * quality;
            } else if unit.name {
                sum.names += unit.weight * quality;
            }
        };
        best_of_each(covered, &mut add);
        sum
    }
}

/// Calls `add` with the best quality of each unit; the same units must follow each other.
fn best_of_each(covered: impl Iterator<Item = (u32, f32)>, add: &mut impl FnMut(u32, f32)) {
    let mut open: Option<(u32, f32)> = None;
    for (unit, quality) in covered {
        match &mut open {
            Some((last, best)) if *last == unit => *best = best.max(quality),
            _ => {
                if let Some((last, best)) = open.replace((unit, quality)) {
                    add(last, best);
                }
            }
        }
    }
    if let Some((last, best)) = open {
        add(last, best);
    }
}

/// What part of the words of both is shared, by weight.
pub(super) fn share(left: &Statement, right: &Statement, (l, r): (&Cover, &Cover)) -> f32 {
    ratio(l.weight + r.weight, left.total.weight + right.total.weight)
}

/// The row of two statements. `letters` is the likeness of their spelling; `by_left` and `by_right` hold the same
/// meetings, sorted by the one unit and by the other.
pub(super) fn row(
    (left, right): (&Statement, &Statement),
    (l, r): (&Cover, &Cover),
    letters: f32,
    (by_left, by_right): (&[Met], &[Met]),
) -> Row {
    let cosine = (l.squares * r.squares).sqrt() / (left.total.norm * right.total.norm).max(f32::MIN_POSITIVE);
    let share = share(left, right, (l, r));
    let (in_left, in_right) = (ratio(l.weight, left.total.weight), ratio(r.weight, right.total.weight));
    let numbers = left.total.numbers > 0.0 && right.total.numbers > 0.0;
    let plain = |c: &Cover| c.weight - c.names - c.numbers;
    let all_plain = |s: &Statement| s.total.weight - s.total.names - s.total.numbers;
    let quotes = left.quoted > 0.0 && right.quoted > 0.0;
    let facts = (left.facts.len() + right.facts.len()) as f32;
    let [(equal, other), (equal_too, other_too)] = values(left, right);
    let (clause, clause_amount) = best_clauses((left, right), (by_left, by_right));
    [
        cosine.sqrt(),
        letters,
        share,
        share * share,
        in_left.max(in_right),
        in_left.min(in_right),
        ratio(l.names + r.names, left.total.names + right.total.names),
        if numbers { ratio(l.numbers + r.numbers, left.total.numbers + right.total.numbers) } else { 0.0 },
        flag(numbers && l.numbers + r.numbers <= 0.0),
        (1.0 + l.weight.min(r.weight)).ln(),
        flag(left.headline && right.headline),
        flag(left.headline != right.headline),
        shared(&left.pairs, &right.pairs),
        (1.0 + left.total.weight.min(right.total.weight)).ln(),
        ratio(equal + equal_too, facts),
        (1.0 + equal.min(equal_too)).ln(),
        (1.0 + other.min(other_too)).ln(),
        clause,
        (1.0 + clause_amount).ln(),
        ratio(plain(l).min(plain(r)), all_plain(left).min(all_plain(right))).clamp(0.0, 1.0),
        (1.0 + plain(l).min(plain(r)).max(0.0)).ln(),
        (1.0 + l.names.min(r.names)).ln(),
        flag((left.headline && right.rank <= LEAD) || (right.headline && left.rank <= LEAD)),
        flag(quotes),
        if quotes { ratio(l.quoted.min(r.quoted), left.quoted.min(right.quoted)).min(1.0) } else { 0.0 },
        flag(left.side.is_some() && right.side.is_some() && left.side != right.side),
        flag(one_thing(left, right)),
    ]
}

fn flag(yes: bool) -> f32 {
    f32::from(u8::from(yes))
}

/// More windows than a statement has: its clauses are numbered by the bits of a `u16`.
const MOST_WINDOWS: usize = 32;

/// Windows of neighbouring clauses: each alone, each two, and the whole; as bits of the clauses in them.
pub(super) fn windows(clauses: usize) -> Vec<u16> {
    let mut all: Vec<u16> = (0..clauses).map(|c| 1 << c).collect();
    all.extend((1..clauses).map(|c| 0b11 << (c - 1)));
    if clauses > 2 {
        all.push(u16::MAX);
    }
    all
}

/// The two stretches of clauses that tell most of each other: what part of both is shared, and how much that is.
fn best_clauses((left, right): (&Statement, &Statement), (by_left, by_right): (&[Met], &[Met])) -> (f32, f32) {
    let unit = |s: &Statement, u: u32| s.units.get(u as usize).map_or((0.0, 0), |u| (u.weight, u.clauses));
    let (mut of_left, mut of_right) = (0u16, 0u16);
    for met in by_left {
        of_left |= unit(left, met.x).1;
        of_right |= unit(right, met.y).1;
    }
    // What of a window the other statement covers at all: no window of it covers more.
    let mut most_of_right = [0.0; MOST_WINDOWS];
    for (most, (window, _)) in most_of_right.iter_mut().zip(&right.windows) {
        let inside = by_right.iter().filter(|met| unit(right, met.y).1 & window != 0);
        best_of_each(inside.map(|met| (met.y, met.quality)), &mut |u, q| *most += unit(right, u).0 * q);
    }
    let mut best = (0.0f32, 0.0f32);
    for &(i, left_total) in left.windows.iter().filter(|(w, _)| w & of_left != 0) {
        let mut most_of_left = 0.0;
        let inside = by_left.iter().filter(|met| unit(left, met.x).1 & i != 0);
        best_of_each(inside.map(|met| (met.x, met.quality)), &mut |u, q| most_of_left += unit(left, u).0 * q);
        for (&(j, right_total), most_of_right) in right.windows.iter().zip(most_of_right) {
            // Two short clauses that share one word are no match.
            let score = |l: f32, r: f32| {
                let amount = l.min(r);
                ratio(l + r, left_total + right_total) * amount / (amount + ENOUGH)
            };
            if j & of_right == 0 || score(most_of_left, most_of_right) <= best.0 {
                continue;
            }
            let inside = |met: &&Met| unit(left, met.x).1 & i != 0 && unit(right, met.y).1 & j != 0;
            // Each word counts once, by its best mate in the other window.
            let (mut l, mut r) = (0.0, 0.0);
            best_of_each(by_left.iter().filter(inside).map(|m| (m.x, m.quality)), &mut |u, q| l += unit(left, u).0 * q);
            best_of_each(by_right.iter().filter(inside).map(|m| (m.y, m.quality)), &mut |u, q| {
                r += unit(right, u).0 * q
            });
            let found = score(l, r);
            if found > best.0 {
                best = (found, l.min(r));
            }
        }
    }
    best
}

/// What the values of a statement tell that the other statement has too, and those that it has otherwise ("M 4,8",
/// "M 4,9": still the same thing is told); of the one statement and of the other.
fn values(left: &Statement, right: &Statement) -> [(f32, f32); 2] {
    // Of the other's values, which are equal to one of these, and which are otherwise: a bit for each.
    let (mut equal, mut other) = (0u128, 0u128);
    let mut told = [(0.0, 0.0); 2];
    for (x, telling) in left.facts.iter().zip(&left.telling).take(MOST_VALUES) {
        let (mut is_equal, mut is_other) = (false, false);
        for (bit, y) in right.facts.iter().enumerate().take(MOST_VALUES) {
            match agree(&x.value, &y.value) {
                Agreement::Equal | Agreement::Contains => {
                    is_equal = true;
                    equal |= 1 << bit;
                }
                Agreement::Different if one_role(&x.value, &y.value) => {
                    is_other = true;
                    other |= 1 << bit;
                }
                Agreement::Different | Agreement::Incomparable => {}
            }
        }
        add(&mut told[0], is_equal, is_other, *telling);
    }
    if equal | other != 0 {
        for (bit, telling) in right.telling.iter().enumerate().take(MOST_VALUES) {
            add(&mut told[1], equal >> bit & 1 == 1, other >> bit & 1 == 1, *telling);
        }
    }
    told
}

fn add((equal, other): &mut (f32, f32), is_equal: bool, is_other: bool, telling: f32) {
    if is_equal {
        *equal += telling;
    } else if is_other {
        *other += telling;
    }
}

/// Whether two differing values are likely told of the same thing: of a kind of which an event has one, or beside the
/// same words.
fn one_role(a: &Value, b: &Value) -> bool {
    let (Value::Quantity(a), Value::Quantity(b)) = (a, b) else { return false };
    let unique = matches!(a.dimension, Dimension::Magnitude | Dimension::Latitude | Dimension::Longitude);
    let near = |x: &[String], y: &[String]| x.iter().take(2).any(|w| y.iter().take(2).any(|v| v == w));
    unique || near(&a.before, &b.before) || near(&a.after, &b.after)
}

/// Whether two statements measure one and the same thing, whatever else they say: "kedalaman 10 kilometer" and "… pada
/// kedalaman 13 km". By the rule of what is linked (a same specific proposition) that is enough for a link, and it is
/// where real conflicts stand; resemblance of the words cannot see it when one of the two is long.
pub(super) fn one_thing(a: &Statement, b: &Statement) -> bool {
    if !a.measures || !b.measures {
        return false;
    }
    let measures = |x: &Value, y: &Value| match (x, y) {
        (Value::Quantity(x), Value::Quantity(y)) => x.dimension == y.dimension && same_measure(x, y),
        _ => false,
    };
    a.facts.iter().any(|x| b.facts.iter().any(|y| measures(&x.value, &y.value)))
}

fn same_measure(x: &Quantity, y: &Quantity) -> bool {
    let (small, large) = (x.low.abs().min(y.low.abs()), x.low.abs().max(y.low.abs()));
    match x.dimension {
        Dimension::Magnitude | Dimension::Latitude | Dimension::Longitude => large - small <= SAME_SPOT,
        Dimension::Length => {
            let around =
                |q: &Quantity| q.before.iter().take(2).chain(q.after.iter().take(4)).cloned().collect::<Vec<_>>();
            let (of_x, of_y) = (around(x), around(y));
            let shared = of_x.iter().filter(|word| of_y.contains(word)).count();
            let governed = x.before.iter().take(2).any(|word| y.before.iter().take(2).any(|other| word == other));
            let open = x.after.is_empty() || y.after.is_empty();
            large <= NEAR_MISS * small && (shared >= AROUND || (governed && open))
        }
        _ => false,
    }
}

fn ratio(part: f32, whole: f32) -> f32 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

/// Dice coefficient of two sorted sets.
fn shared(a: &[u64], b: &[u64]) -> f32 {
    let (mut i, mut j, mut both) = (0, 0, 0u32);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        both += u32::from(x == y);
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    ratio(2.0 * both as f32, (a.len() + b.len()) as f32)
}
