//! Whether two values say the same, one holds the other, or both cannot be right.
use super::moments::{Moment, days};
use super::value::{Bound, Dimension, Quantity, Value};

/// How two values relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Agreement {
    /// The same value.
    Equal,
    /// One is looser and allows the other: a range, a bound, an approximation, a rounded or partial value.
    Contains,
    /// Both cannot be right of the same thing.
    Different,
    /// They measure different things.
    Incomparable,
}

/// How far two "about" values may lie apart, as a share of the value.
const ABOUT: f64 = 0.15;
/// A rounded value allows at most this share, so that "1 juta" does not allow "1,3 juta".
const ROUNDED: f64 = 0.1;
/// Degrees: about two kilometres, the honest exactness of a first report of an epicentre.
const COORDINATE: f64 = 0.02;

/// Compares two values by what they are worth; whether they tell of the same thing is not asked here.
pub fn agree(a: &Value, b: &Value) -> Agreement {
    match (a, b) {
        (Value::Quantity(a), Value::Quantity(b)) => quantities(a, b),
        (Value::Moment(a), Value::Moment(b)) => moments(a, b),
        (Value::Name(a), Value::Name(b)) if a.entity.name == b.entity.name => Agreement::Equal,
        (Value::Name(a), Value::Name(b)) => words(&a.words, &b.words),
        (Value::Quote(a), Value::Quote(b)) => words(&a.words, &b.words),
        _ => Agreement::Incomparable,
    }
}

fn quantities(a: &Quantity, b: &Quantity) -> Agreement {
    if a.dimension != b.dimension {
        // "2.5 billion euros", "$2.5 billion": nobody means both.
        let money = matches!((&a.dimension, &b.dimension), (Dimension::Money(_), Dimension::Money(_)));
        let mistaken = money && a.grain < a.low && near(a.low, b.low) && near(a.high, b.high);
        return if mistaken { Agreement::Different } else { Agreement::Incomparable };
    }
    let same = near(a.low, b.low) && near(a.high, b.high);
    if a.dimension == Dimension::Score {
        // "5-0" and "0-5" are one match told from its two sides.
        let swapped = near(a.low, b.high) && near(a.high, b.low);
        return match (same, swapped) {
            (true, _) => Agreement::Equal,
            (_, true) => Agreement::Contains,
            _ => Agreement::Different,
        };
    }
    if same && a.bound == b.bound {
        return Agreement::Equal;
    }
    let exact = a.bound == Bound::Exact && b.bound == Bound::Exact;
    let (ia, ib) = (interval(a), interval(b));
    let meet = ia.0 <= ib.1 && ib.0 <= ia.1;
    if exact {
        let gap = (a.low - b.low).abs();
        let coordinate = matches!(a.dimension, Dimension::Latitude | Dimension::Longitude);
        let close = coordinate && gap <= COORDINATE + 1e-9 && a.low.signum() == b.low.signum();
        // Only the coarser one is looser: M 4,8 and M 4,9 are given to the same step.
        let coarser = if a.grain >= b.grain { a } else { b };
        let rounded = !near(a.grain, b.grain) && gap <= slack(coarser);
        return if close || rounded { Agreement::Contains } else { Agreement::Different };
    }
    if meet { Agreement::Contains } else { Agreement::Different }
}

/// What the value allows.
fn interval(q: &Quantity) -> (f64, f64) {
    match q.bound {
        Bound::Exact => (q.low - slack(q).min(q.grain / 2.0), q.high + slack(q).min(q.grain / 2.0)),
        Bound::About => (q.low - q.low.abs() * ABOUT, q.high + q.high.abs() * ABOUT),
        // "nearly 300" may be 290, and 300 as a rounded figure, but not more.
        Bound::Nearly => (q.low - q.low.abs() * ABOUT, q.high + slack(q)),
        Bound::More | Bound::Least => (q.low, f64::INFINITY),
        Bound::Most | Bound::Less => (f64::NEG_INFINITY, q.high),
        Bound::Range => (q.low, q.high),
    }
}

/// How far the exact value behind a rounded one may lie from it.
fn slack(q: &Quantity) -> f64 {
    (q.grain / 2.0 * (1.0 + 1e-9)).min(q.low.abs() * ROUNDED)
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}

fn moments(a: &Moment, b: &Moment) -> Agreement {
    let found = if a.until.is_some() || b.until.is_some() { stretches(a, b) } else { points(a, b) };
    // "Last week" and "yesterday" depend on when the words were written, which may not be the article's date.
    if found == Agreement::Different && (a.loose || b.loose) { Agreement::Incomparable } else { found }
}

/// Stretches of days: the same, with a day in common, or apart.
fn stretches(a: &Moment, b: &Moment) -> Agreement {
    if (a.year, a.month, a.day, a.until) == (b.year, b.month, b.day, b.until) {
        return if a.time == b.time { Agreement::Equal } else { Agreement::Contains };
    }
    // Two stretches told from end to end, each with days of its own: "from 1967 to 1979", "from 1966 to 1978".
    let both = a.until.is_some() && b.until.is_some();
    match (a.stretch(), b.stretch()) {
        (Some(x), Some(y)) if both && (x.0 < y.0) == (x.1 < y.1) && x.0 != y.0 && x.1 != y.1 => Agreement::Different,
        (Some(x), Some(y)) if x.0 <= y.1 && y.0 <= x.1 => Agreement::Contains,
        (Some(_), Some(_)) => Agreement::Different,
        _ => Agreement::Incomparable,
    }
}

fn points(a: &Moment, b: &Moment) -> Agreement {
    let mut finer = false;
    let mut shared = false;
    // "Wednesday (18/6)", "Friday (18/6)"
    let mut differ = a.slips_against(b);
    let mut part = |x: Option<i64>, y: Option<i64>| match (x, y) {
        (Some(x), Some(y)) => {
            shared = true;
            differ |= x != y;
        }
        (None, None) => {}
        _ => finer = true,
    };
    let lone_weekday = match (a.date(), b.date()) {
        (Some(x), Some(y)) => (a.by_weekday || b.by_weekday) && days(x, y).abs() <= 7,
        (None, None) => false,
        _ => a.weekday.is_some() || b.weekday.is_some(),
    };
    if lone_weekday {
        part(weekday(a), weekday(b));
    } else {
        part(a.year.map(i64::from), b.year.map(i64::from));
        part(a.month.map(i64::from), b.month.map(i64::from));
        part(a.day.map(i64::from), b.day.map(i64::from));
        if a.day.is_none() || b.day.is_none() {
            part(a.weekday.map(i64::from), b.weekday.map(i64::from));
        }
    }
    let (ta, tb) = clock(a, b);
    part(ta, tb);
    part(a.second.map(i64::from), b.second.map(i64::from));
    match (shared, differ, finer) {
        (false, ..) => Agreement::Incomparable,
        (_, true, _) => Agreement::Different,
        (_, _, true) => Agreement::Contains,
        _ => Agreement::Equal,
    }
}

/// The weekday as named, else that of the date.
fn weekday(moment: &Moment) -> Option<i64> {
    let of_date = || moment.date().map(|date| date.weekday().to_monday_one_offset());
    moment.weekday.or_else(of_date).map(i64::from)
}

/// Minutes of the day of both, on one zone when both name theirs.
fn clock(a: &Moment, b: &Moment) -> (Option<i64>, Option<i64>) {
    let shift = match (a.offset, b.offset) {
        (Some(x), Some(y)) => i64::from(y - x),
        _ => 0,
    };
    let minutes = |m: &Moment| m.time.map(|(h, min)| i64::from(h) * 60 + i64::from(min));
    (minutes(a), minutes(b).map(|m| (m - shift).rem_euclid(24 * 60)))
}

fn words(a: &[String], b: &[String]) -> Agreement {
    let holds = |long: &[String], short: &[String]| short.iter().all(|w| long.contains(w));
    if a == b {
        Agreement::Equal
    } else if holds(a, b) || holds(b, a) {
        Agreement::Contains
    } else {
        Agreement::Different
    }
}
