//! What two statements have in common, as a row of figures; each is the same for (a, b) and (b, a).
use super::event::{Door, Event, Statement, Unit};
use crate::facts::{Agreement, Dimension, Fact, Quantity, Value, agree};

/// Names of the figures, in order; the weights file uses them.
pub(super) const NAMES: [&str; 18] = [
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
    "one_thing",
];

/// Position of "one_thing" in a row: no figure of the regressions, see [`one_thing`].
pub(super) const ONE_THING: usize = NAMES.len() - 1;

/// Two measures of one role of which the larger is at most so many times the smaller tell of one thing.
const NEAR_MISS: f64 = 1.35;
/// So many words around two measures must be shared.
const AROUND: usize = 2;
/// Two magnitudes, latitudes or longitudes that lie closer are told of one place or shock.
const SAME_SPOT: f64 = 0.75;

/// A row of figures.
pub(super) type Row = [f32; NAMES.len()];

/// Pairs that share less than this part of their weight are not looked at further: they say different things.
const LEAST_SHARE: f32 = 0.03;

/// Compares one statement with many others.
pub(super) struct Comparer<'e> {
    event: &'e Event<'e>,
    /// For every key, the doors of the statement in hand: a stamp that says for which statement they hold, and a range.
    doors: Vec<(usize, u32, u32)>,
    stamp: usize,
}

impl<'e> Comparer<'e> {
    /// A comparer for an event.
    pub(super) fn new(event: &'e Event<'e>) -> Self {
        Comparer { event, doors: vec![(0, 0, 0); event.keys], stamp: 0 }
    }

    /// The figures of statement `a` with each of `others`; `None` where the two share next to nothing.
    pub(super) fn rows(&mut self, a: usize, others: std::ops::Range<usize>) -> Vec<Option<Row>> {
        let event = self.event;
        let Some(left) = event.statements.get(a) else { return Vec::new() };
        let others = event.statements.get(others).unwrap_or_default();
        let same = others.first().is_some_and(|o| o.language == left.language);
        let open = if same { &left.near } else { &left.far };
        self.open(open);
        others.iter().map(|right| self.row(left, open, right, if same { &right.near } else { &right.far })).collect()
    }

    fn open(&mut self, doors: &[Door]) {
        self.stamp += 1;
        for (at, door) in doors.iter().enumerate() {
            let Some(slot) = self.doors.get_mut(door.key as usize) else { continue };
            let from = if slot.0 == self.stamp { slot.1 } else { at as u32 };
            *slot = (self.stamp, from, at as u32 + 1);
        }
    }

    fn row(&self, left: &Statement<'_>, open: &[Door], right: &Statement<'_>, doors: &[Door]) -> Option<Row> {
        let mut of_left = vec![0.0f32; left.units.len()];
        let mut of_right = vec![0.0f32; right.units.len()];
        for door in doors {
            let Some(&(stamp, from, to)) = self.doors.get(door.key as usize) else { continue };
            if stamp != self.stamp {
                continue;
            }
            for mate in open.get(from as usize..to as usize).unwrap_or_default() {
                meet(left, &mut of_left, mate, right, &mut of_right, door);
            }
        }
        let (l, r) = (Cover::of(&left.units, &of_left), Cover::of(&right.units, &of_right));
        let all = left.total + right.total;
        let share = if all > 0.0 { (l.weight + r.weight) / all } else { 0.0 };
        let one_thing = one_thing(&left.facts, &right.facts);
        (one_thing || share >= LEAST_SHARE).then(|| figures(left, right, (&l, &r), share, one_thing))
    }
}

/// Two words meet: each is covered as well as its best mate covers it.
fn meet(left: &Statement<'_>, of_left: &mut [f32], a: &Door, right: &Statement<'_>, of_right: &mut [f32], b: &Door) {
    let (Some(x), Some(y)) = (left.units.get(a.unit as usize), right.units.get(b.unit as usize)) else { return };
    // A rare word that meets a frequent one ("run" for "govern") tells less.
    let even = (x.weight.min(y.weight) / x.weight.max(y.weight)).sqrt();
    let quality = a.quality * b.quality * even;
    if let Some(cover) = of_left.get_mut(a.unit as usize) {
        *cover = cover.max(quality);
    }
    if let Some(cover) = of_right.get_mut(b.unit as usize) {
        *cover = cover.max(quality);
    }
}

/// How much of a statement the other one covers.
#[derive(Default)]
struct Cover {
    weight: f32,
    squares: f32,
    names: f32,
    all_names: f32,
    numbers: f32,
    all_numbers: f32,
}

impl Cover {
    fn of(units: &[Unit], covers: &[f32]) -> Cover {
        let mut sum = Cover::default();
        for (unit, cover) in units.iter().zip(covers) {
            sum.weight += unit.weight * cover;
            sum.squares += (unit.weight * cover).powi(2);
            if unit.number {
                sum.numbers += unit.weight * cover;
                sum.all_numbers += unit.weight;
            } else if unit.name {
                sum.names += unit.weight * cover;
                sum.all_names += unit.weight;
            }
        }
        sum
    }
}

/// Values that agree; values of one kind that differ ("M 4,8", "M 4,9": still the same thing is told).
fn values(a: &[&Fact], b: &[&Fact]) -> (f32, f32) {
    let (mut equal, mut other) = (0.0, 0.0);
    for x in a {
        let how = b.iter().map(|y| match agree(&x.value, &y.value) {
            Agreement::Equal | Agreement::Contains => 2,
            Agreement::Different if one_role(&x.value, &y.value) => 1,
            Agreement::Different | Agreement::Incomparable => 0,
        });
        match how.max() {
            Some(2) => equal += 1.0,
            Some(1) => other += 1.0,
            _ => {}
        }
    }
    (equal, other)
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
fn one_thing(a: &[&Fact], b: &[&Fact]) -> bool {
    let measures = |x: &Value, y: &Value| match (x, y) {
        (Value::Quantity(x), Value::Quantity(y)) => x.dimension == y.dimension && same_measure(x, y),
        _ => false,
    };
    a.iter().any(|x| b.iter().any(|y| measures(&x.value, &y.value)))
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

fn figures(left: &Statement<'_>, right: &Statement<'_>, (l, r): (&Cover, &Cover), share: f32, one_thing: bool) -> Row {
    let cosine = (l.squares * r.squares).sqrt() / (left.norm * right.norm).max(f32::MIN_POSITIVE);
    let (in_left, in_right) = (ratio(l.weight, left.total), ratio(r.weight, right.total));
    let clash = l.all_numbers > 0.0 && r.all_numbers > 0.0 && l.numbers + r.numbers <= 0.0;
    let facts = (left.facts.len() + right.facts.len()) as f32;
    let (equal, other) = values(&left.facts, &right.facts);
    let (equal_too, other_too) = values(&right.facts, &left.facts);
    let numbers = l.all_numbers > 0.0 && r.all_numbers > 0.0;
    [
        cosine.sqrt(),
        dot(&left.grams, &right.grams),
        share,
        share * share,
        in_left.max(in_right),
        in_left.min(in_right),
        ratio(l.names + r.names, l.all_names + r.all_names),
        if numbers { ratio(l.numbers + r.numbers, l.all_numbers + r.all_numbers) } else { 0.0 },
        f32::from(u8::from(clash)),
        (1.0 + l.weight.min(r.weight)).ln(),
        f32::from(u8::from(left.headline && right.headline)),
        f32::from(u8::from(left.headline != right.headline)),
        shared(&left.pairs, &right.pairs),
        (1.0 + left.total.min(right.total)).ln(),
        ratio(equal + equal_too, facts),
        (1.0 + equal.min(equal_too)).ln(),
        (1.0 + other.min(other_too)).ln(),
        f32::from(u8::from(one_thing)),
    ]
}

fn ratio(part: f32, whole: f32) -> f32 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

/// Scalar product of two sorted sparse vectors.
fn dot(a: &[(u32, f32)], b: &[(u32, f32)]) -> f32 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while let (Some((x, v)), Some((y, w))) = (a.get(i), b.get(j)) {
        if x == y {
            sum += v * w;
        }
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    sum
}

/// Dice coefficient of two sorted sets.
fn shared(a: &[(u32, u32)], b: &[(u32, u32)]) -> f32 {
    let both = a.iter().filter(|p| b.binary_search(p).is_ok()).count();
    ratio(2.0 * both as f32, (a.len() + b.len()) as f32)
}
