//! The first look in a crowd: a statement meets those of all later witnesses in one walk along the places of its words,
//! by one index over all witnesses, instead of being looked up in each of them anew.
//!
//! What comes out is the same, bit for bit, as from [`super::sheet`] pair by pair: the same words meet in the same order.
use std::ops::Range;
use std::time::Instant;

use rayon::prelude::*;
use rustc_hash::FxHashMap as HashMap;

use super::late;
use super::sheet::{Likely, Meetings, Sheet, keep_likeliest, likely};
use super::testimony::{Door, Statement, Testimony};
use super::weights::Weights;

/// All statements of all witnesses, counted through, and where their keys stand.
pub struct Crowd<'t> {
    testimonies: &'t [&'t Testimony],
    statements: Vec<&'t Statement>,
    /// The witness of every statement.
    of: Vec<u32>,
    /// Where each witness starts, and the end.
    starts: Vec<usize>,
    /// Statements with measures, in order.
    measuring: Vec<usize>,
    near: Places<Word>,
    /// Empty when all are of one language.
    far: Places<Word>,
    /// Each gram with its weight.
    grams: Places<f32>,
}

/// A word behind a door, with what meeting it takes, so that nobody has to go and look.
#[derive(Debug, Clone, Copy, Default)]
struct Word {
    /// Its unit.
    unit: u32,
    /// Quality of the door.
    quality: f32,
    /// Weight of the unit.
    weight: f32,
}

/// Statements that are to be met, a flag for each.
struct Wanted {
    /// By words of the same language.
    near: Vec<bool>,
    /// By words of another one.
    far: Vec<bool>,
    /// All of them are among these.
    within: Range<u32>,
}

impl<'t> Crowd<'t> {
    /// Reads all witnesses of a comparison, in its order.
    pub fn of(testimonies: &'t [&'t Testimony]) -> Crowd<'t> {
        let mut crowd = Crowd {
            testimonies,
            statements: testimonies.iter().flat_map(|t| &t.statements).collect(),
            of: Vec::new(),
            starts: vec![0],
            measuring: Vec::new(),
            near: Places::default(),
            far: Places::default(),
            grams: Places::default(),
        };
        for (witness, testimony) in (0..).zip(testimonies) {
            crowd.of.resize(crowd.of.len() + testimony.statements.len(), witness);
            crowd.starts.push(crowd.of.len());
        }
        crowd.measuring = (0..crowd.statements.len()).filter(|&s| crowd.statements[s].measures).collect();
        let doors = |of: fn(&Statement) -> &[Door]| {
            Places::of(&crowd.statements, move |s| {
                of(s).iter().filter_map(|&Door { key, unit, quality }| {
                    let weight = s.units.get(unit as usize)?.weight;
                    Some((key, Word { unit, quality, weight }))
                })
            })
        };
        let foreign = testimonies.iter().any(|t| t.language != testimonies[0].language);
        let grams = || Places::of(&crowd.statements, |s| s.grams.iter().copied());
        let far = || if foreign { doors(|s| &s.far) } else { Places::default() };
        let ((near, far), grams) = rayon::join(|| (doors(|s| &s.near), far()), grams);
        Crowd { near, far, grams, ..crowd }
    }

    /// The sheets of the witness `first` with itself and with every later one, where `wanted` says so (by witness, from
    /// `first` on).
    pub fn sheets(&self, first: usize, wanted: &[bool], deadline: Option<Instant>) -> Vec<Option<Sheet>> {
        let own = self.starts[first]..self.starts[first + 1];
        let language = |witness: usize| self.testimonies[witness].language;
        let wants = |same: bool| {
            let wants = |&of: &u32| {
                let of = of as usize;
                of >= first
                    && wanted.get(of - first).copied().unwrap_or(false)
                    && (language(of) == language(first)) == same
            };
            self.of.iter().map(wants).collect()
        };
        let mut of_wanted = (first..).zip(wanted).filter(|(_, wanted)| **wanted).map(|(witness, _)| witness);
        let Some(from) = of_wanted.next() else { return wanted.iter().map(|_| None).collect() };
        let to = of_wanted.last().unwrap_or(from);
        let within = self.starts[from] as u32..self.starts[to + 1] as u32;
        let which = Wanted { near: wants(true), far: wants(false), within };
        let seen: Vec<Option<Vec<(u32, Likely)>>> = own
            .into_par_iter()
            .map_init(
                || Meetings::new(self.statements.len()),
                |meetings, a| (!late(deadline)).then(|| self.look(a, &which, meetings)),
            )
            .collect();
        let cut_short = seen.iter().any(Option::is_none);
        let empty = |(at, wanted): (usize, &bool)| {
            wanted.then(|| Sheet { likely: Vec::new(), foreign: language(first) != language(first + at), cut_short })
        };
        let mut sheets: Vec<Option<Sheet>> = wanted.iter().enumerate().map(empty).collect();
        for (witness, likely) in seen.into_iter().flatten().flatten() {
            if let Some(Some(sheet)) = sheets.get_mut(witness as usize - first) {
                sheet.likely.push(likely);
            }
        }
        sheets
    }

    /// The likely mates of statement `a` among all later ones that are wanted, in order, each with its witness.
    fn look(&self, a: usize, which: &Wanted, meetings: &mut Meetings) -> Vec<(u32, Likely)> {
        let (first, statement) = (self.of[a], self.statements[a]);
        self.meet(a, &self.near, &which.near, &which.within, meetings);
        self.meet(a, &self.far, &which.far, &which.within, meetings);
        meetings.gather();
        if statement.measures {
            let later = self.measuring.partition_point(|&b| b <= a);
            let wanted = self.measuring[later..].iter().copied().filter(|&b| which.near[b] || which.far[b]);
            meetings.met.extend(wanted);
        }
        meetings.met.sort_unstable();
        meetings.met.dedup();
        self.spell(a, &which.within, meetings);
        let mut found: Vec<(u32, Likely)> = Vec::new();
        let mut of_witness: Vec<Likely> = Vec::new();
        let met = std::mem::take(&mut meetings.met);
        for same_witness in met.chunk_by(|x, y| self.of[*x] == self.of[*y]) {
            let witness = self.of[same_witness[0]];
            let start = self.starts[witness as usize];
            let foreign = which.far[start];
            let looks = Weights::shipped().looks(foreign);
            for &b in same_witness {
                let place = ((a - self.starts[first as usize]) as u32, (b - start) as u32);
                let row = meetings.row(statement, b, self.statements[b], foreign);
                of_witness.extend(row.and_then(|row| likely(place, looks, &row, foreign)));
                meetings.part(b);
            }
            keep_likeliest(&mut of_witness, 0);
            found.extend(of_witness.drain(..).map(|likely| (witness, likely)));
        }
        meetings.met = met;
        meetings.met.clear();
        found
    }

    /// Lets the words of `a` meet those of later statements.
    fn meet(&self, a: usize, places: &Places<Word>, which: &[bool], within: &Range<u32>, meetings: &mut Meetings) {
        for (key, one) in places.keys_of(a) {
            for &(b, two) in places.after(*key, a, within) {
                if which[b as usize] {
                    let (quality, weights) = (one.quality * two.quality, (one.weight, two.weight));
                    meetings.add(b as usize, (one.unit, two.unit), weights, quality);
                }
            }
        }
    }

    /// The likeness of the spelling of `a` and later statements.
    fn spell(&self, a: usize, within: &Range<u32>, meetings: &mut Meetings) {
        meetings.letters.fill(0.0);
        if meetings.met.is_empty() {
            return;
        }
        for &(key, weight) in self.grams.keys_of(a) {
            for &(b, other) in self.grams.after(key, a, within) {
                meetings.letters[b as usize] += weight * other;
            }
        }
    }
}

/// A key of a statement.
#[derive(Clone, Copy)]
struct Key {
    /// In place of the key itself.
    number: u32,
    /// Its post in [`Places::posts`].
    post: u32,
}

/// Where the keys of one kind stand, by numbers in place of the keys, each with what it leads to.
#[derive(Default)]
struct Places<T> {
    /// By number: where its posts begin; and the end.
    begin: Vec<u32>,
    /// Statement and what stands there; of one number in the order of the statements.
    posts: Vec<(u32, T)>,
    /// The keys of all statements, in order.
    keys: Vec<(Key, T)>,
    /// By statement: where its keys begin; and the end.
    own: Vec<u32>,
}

impl<T: Copy + Default> Places<T> {
    /// `keys` gives those of a statement in order.
    fn of<'t, I: Iterator<Item = (u32, T)>>(
        statements: &[&'t Statement],
        keys: impl Fn(&'t Statement) -> I,
    ) -> Places<T> {
        let mut number_of: HashMap<u32, u32> = HashMap::default();
        let mut places = Places { own: vec![0], ..Places::default() };
        let mut count: Vec<u32> = Vec::new();
        for statement in statements {
            for (key, what) in keys(statement) {
                let number = *number_of.entry(key).or_insert(count.len() as u32);
                if number as usize == count.len() {
                    count.push(0);
                }
                count[number as usize] += 1;
                places.keys.push((Key { number, post: 0 }, what));
            }
            places.own.push(places.keys.len() as u32);
        }
        let mut end = 0;
        places.begin.push(0);
        places.begin.extend(count.iter().map(|n| {
            end += n;
            end
        }));
        places.posts = vec![(0, T::default()); end as usize];
        let mut next: Vec<u32> = places.begin.clone();
        for (at, own) in (0..).zip(places.own.windows(2)) {
            for (key, what) in &mut places.keys[own[0] as usize..own[1] as usize] {
                key.post = next[key.number as usize];
                next[key.number as usize] += 1;
                places.posts[key.post as usize] = (at, *what);
            }
        }
        places
    }

    /// The keys of a statement.
    fn keys_of(&self, statement: usize) -> &[(Key, T)] {
        match (self.own.get(statement), self.own.get(statement + 1)) {
            (Some(&from), Some(&to)) => &self.keys[from as usize..to as usize],
            _ => &[],
        }
    }

    /// The places of a key of statement `a` in later ones that are `within`.
    fn after(&self, key: Key, a: usize, within: &Range<u32>) -> &[(u32, T)] {
        let later = &self.posts[key.post as usize + 1..self.begin[key.number as usize + 1] as usize];
        let first = within.start.max(a as u32 + 1);
        let from = match later.first() {
            Some(post) if post.0 < first => later.partition_point(|post| post.0 < first),
            _ => 0,
        };
        let to = match later.last() {
            Some(post) if post.0 >= within.end => later.partition_point(|post| post.0 < within.end),
            _ => later.len(),
        };
        &later[from.min(to)..to]
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::super::sheet::{own_sheet, sheet};
    use super::super::{Telling, Witness, testimony};
    use super::*;
    use crate::facts::{Context, Fact, find};
    use crate::model::Language;

    const WORDS: [&str; 24] = [
        "harbour",
        "minister",
        "Frost",
        "12",
        "people",
        "bridge",
        "Monday",
        "said",
        "closed",
        "storm",
        "depth of 136 km",
        "police",
        "Port Alder",
        "ferries",
        "3.5 percent",
        "near",
        "the",
        "gempa",
        "kedalaman 10 kilometer",
        "menteri",
        "jembatan",
        "M 4,8",
        "orang",
        "pelabuhan",
    ];

    fn article() -> impl Strategy<Value = (bool, Vec<Vec<usize>>)> {
        (any::<bool>(), prop::collection::vec(prop::collection::vec(0..WORDS.len(), 1..9), 0..9))
    }

    /// Everything of a sheet, exactly.
    fn told(sheet: &Sheet) -> Vec<(u32, u32, u32, bool)> {
        sheet.likely.iter().map(|l| (l.a, l.b, l.odds.to_bits(), l.one_thing)).collect()
    }

    proptest! {
        #[test]
        fn a_crowd_gives_the_sheets_of_its_pairs(
            articles in prop::collection::vec(article(), 1..7),
            left_out in prop::collection::vec(any::<bool>(), 7),
        ) {
            let language = |foreign: bool| Language::parse(if foreign { "id" } else { "en" }).unwrap();
            let texts: Vec<Vec<String>> = articles
                .iter()
                .map(|(_, lines)| lines.iter().map(|l| l.iter().map(|w| WORDS[*w]).collect::<Vec<_>>().join(" ")).collect())
                .collect();
            let facts: Vec<Vec<Vec<Fact>>> = articles
                .iter()
                .zip(&texts)
                .map(|((foreign, _), lines)| lines.iter().map(|l| find(l, language(*foreign), Context::default())).collect())
                .collect();
            let read: Vec<Testimony> = articles
                .iter()
                .zip(texts.iter().zip(&facts))
                .map(|((foreign, _), (lines, facts))| {
                    let telling = |(paragraph, (text, facts))| Telling { text, paragraph, headline: paragraph == 0, facts };
                    let tellings = lines.iter().map(String::as_str).zip(facts.iter().map(Vec::as_slice));
                    let statements = tellings.enumerate().map(telling).collect();
                    testimony(&Witness { language: language(*foreign), statements }, &[])
                })
                .collect();
            let read: Vec<&Testimony> = read.iter().collect();
            let crowd = Crowd::of(&read);
            for i in 0..read.len() {
                let wanted: Vec<bool> = (i..read.len()).map(|j| !left_out[j]).collect();
                let sheets = crowd.sheets(i, &wanted, None);
                for (j, (found, wanted)) in (i..).zip(sheets.iter().zip(wanted)) {
                    prop_assert_eq!(found.is_some(), wanted);
                    let Some(found) = found else { continue };
                    let alone = if i == j { own_sheet(read[i], None) } else { sheet(read[i], read[j], None) };
                    prop_assert_eq!(told(found), told(&alone), "{} {}", i, j);
                    prop_assert_eq!(found.foreign, alone.foreign);
                }
            }
        }
    }
}
