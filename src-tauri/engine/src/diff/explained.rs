//! Why two values of one role may differ and both be right, which the statements themselves show: one is the sum of what
//! the other statement tells in parts; its number stands there too, told of something that is not read; or two days are as
//! far apart as one of the statements says ("two days later").
use super::stand::{Stand, numbers};
use crate::facts::{Bound, Dimension, Fact, Moment, Quantity, Value, days};

/// More values of one dimension than this are not added up.
const PARTS: usize = 6;

/// What `a` reads as `left` and `b` as `right` does not contradict, by their own words.
pub(super) fn explained((a, left): (&Stand<'_>, &Fact), (b, right): (&Stand<'_>, &Fact)) -> bool {
    let other = summed(a, left, right) || summed(b, right, left) || stands(a, b, right) || stands(b, a, left);
    other || later(a, left, right) || later(b, left, right)
}

/// The statement also says how long the one day is after the other.
fn later(s: &Stand<'_>, left: &Fact, right: &Fact) -> bool {
    const DAY: f64 = 86_400.0;
    let (Value::Moment(x), Value::Moment(y)) = (&left.value, &right.value) else { return false };
    let year = |m: &Moment| m.year.or(x.year).or(y.year).unwrap_or(2000);
    let date = |m: &Moment| Moment { year: Some(year(m)), ..*m }.date();
    let Some(apart) = date(x).zip(date(y)).map(|(v, w)| f64::from(days(v, w).abs()) * DAY) else { return false };
    s.facts.iter().filter_map(exact).any(|q| q.dimension == Dimension::Seconds && same(q.low, apart))
}

/// `whole` is what the part and others of its kind in the statement come to: "12 in Aceh and 5 in Medan", "17 in all".
fn summed(s: &Stand<'_>, part: &Fact, whole: &Fact) -> bool {
    let (Some(part), Some(whole)) = (exact(part), exact(whole)) else { return false };
    let adds_up =
        matches!(part.dimension, Dimension::Count | Dimension::Money(_) | Dimension::Length | Dimension::Months);
    let others: Vec<f64> =
        s.facts.iter().filter_map(exact).filter(|q| q.dimension == part.dimension).map(|q| q.low).collect();
    if !adds_up || others.len() < 2 || others.len() > PARTS {
        return false;
    }
    (1..1u32 << others.len()).any(|chosen| {
        let parts = others.iter().enumerate().filter(|(n, _)| chosen & (1 << n) != 0).map(|(_, value)| *value);
        let (count, sum) = parts.fold((0, 0.0), |(count, sum), value| (count + 1, sum + value));
        count > 1 && same(sum, whole.low)
    })
}

fn exact(fact: &Fact) -> Option<&Quantity> {
    match &fact.value {
        Value::Quantity(q) if q.bound == Bound::Exact => Some(q),
        _ => None,
    }
}

fn same(x: f64, y: f64) -> bool {
    (x - y).abs() <= 1e-6 * x.abs().max(y.abs())
}

/// The number of `fact`, a statement of `own`, stands in the text of `other`: "a second of 4.3 followed". A short one says
/// nothing, it may be of a date.
fn stands(other: &Stand<'_>, own: &Stand<'_>, fact: &Fact) -> bool {
    let shown = own.text.get(fact.range.clone()).unwrap_or_default();
    let plain = |number: &str| number.replace(',', ".");
    let told = |number: &str| number.len() >= 3 && numbers(other.text).any(|there| plain(there) == plain(number));
    let mut own = numbers(shown);
    matches!(fact.value, Value::Quantity(_)) && own.next().is_some_and(told) && own.next().is_none()
}
