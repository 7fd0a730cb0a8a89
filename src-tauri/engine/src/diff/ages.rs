//! Whose age it is: "Mattis, 68, said" and "the 61-year-old Mr. Mattis" are of one person, whatever else the two statements
//! say.
use super::roles::Role;
use super::stand::Stand;
use crate::facts::{Dimension, Entity, Fact, Value};
use crate::model::NameKind;

/// A small word between a name and an age: "Abadia, de 44 anos".
const LED_BY: &str = " de";

/// The role of two ages: by the name right beside each of them, else by the only person whom both statements name.
pub(super) fn ages((a, left): (&Stand<'_>, &Fact), (b, right): (&Stand<'_>, &Fact)) -> Role {
    let (of_left, of_right) = (beside(a.text, left), beside(b.text, right));
    if of_left.iter().any(|x| of_right.iter().any(|y| one_name(x, y))) {
        return Role::Same(2);
    }
    let one = |s: &Stand<'_>| s.facts.iter().filter(|fact| is_age(fact)).count() == 1;
    let named = !of_left.is_empty() && !of_right.is_empty();
    match (person(a), person(b)) {
        (Some(x), Some(y)) if !named && one(a) && one(b) && one_name(&words(&x.name), &words(&y.name)) => Role::Same(2),
        _ => Role::Unknown,
    }
}

fn is_age(fact: &Fact) -> bool {
    matches!(&fact.value, Value::Quantity(q) if q.dimension == Dimension::Age)
}

/// One name is the other, or a part of it: "Mattis", "Jim Mattis", but not "Malia Stone", "Sasha Stone".
fn one_name(x: &[String], y: &[String]) -> bool {
    let (short, long) = if x.len() < y.len() { (x, y) } else { (y, x) };
    short.iter().all(|word| long.contains(word))
}

fn words(name: &str) -> Vec<String> {
    name.split_whitespace().map(str::to_lowercase).collect()
}

/// The names right before and right after an age, as capitalised words: "Mattis, 68", "Lisa (45)", "59-year-old Huckabee".
fn beside(text: &str, age: &Fact) -> Vec<Vec<String>> {
    let joint = |c: char| matches!(c, ' ' | ',' | '(' | ')' | '-');
    let before = text.get(..age.range.start).unwrap_or_default().trim_end_matches(joint);
    let before = before.strip_suffix(LED_BY).unwrap_or(before).trim_end_matches(joint);
    let after = text.get(age.range.end..).unwrap_or_default().trim_start_matches(joint);
    let capital = |word: &&str| word.starts_with(char::is_uppercase) && !word.ends_with('.');
    let mut first: Vec<String> = before.rsplit(' ').take_while(capital).map(str::to_lowercase).collect();
    first.reverse();
    let inner = after.split(' ').take_while(capital).map(|word| word.trim_end_matches(|c: char| !c.is_alphanumeric()));
    let then = inner.map(str::to_lowercase).collect();
    [first, then].into_iter().filter(|name: &Vec<String>| !name.is_empty()).collect()
}

/// The only person whom a statement names.
fn person<'s>(s: &Stand<'s>) -> Option<&'s Entity> {
    let entity = |fact: &'s Fact| match &fact.value {
        Value::Name(name) => Some(name.entity.as_ref()),
        _ => None,
    };
    let likely = |e: &&Entity| match e.kind {
        NameKind::Person => true,
        NameKind::Unknown => e.name.contains(' '),
        NameKind::Organisation | NameKind::Place => false,
    };
    let mut persons = s.facts.iter().filter_map(entity).filter(likely);
    let first = persons.next()?;
    persons.all(|other| other.name == first.name).then_some(first)
}
