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

/// So many sheets at least are made at once, so that all processors have work, and no more than needed, so that it can end soon.
const BATCH: usize = 12;

/// Positions of two witnesses, or of one twice.
type Two = (usize, usize);

/// All statements of all witnesses, counted through, and where their keys stand.
pub struct Crowd<'t> {
    testimonies: &'t [&'t Testimony],
    /// The sheets that are wanted.
    wanted: Vec<Two>,
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

/// What one witness is to meet.
struct Row {
    first: usize,
    /// The sheets that come of it, by their positions in the batch.
    sheets: Range<usize>,
    /// A flag for each statement: to be met by words of the same language.
    near: Vec<bool>,
    /// The same by words of another one.
    far: Vec<bool>,
    /// All of them are among these.
    within: Range<u32>,
}

impl<'t> Crowd<'t> {
    /// Reads the witnesses of a comparison, in its order, as far as the `wanted` sheets need it: of two witnesses, the
    /// earlier first, or of one with itself.
    pub fn of(testimonies: &'t [&'t Testimony], mut wanted: Vec<(usize, usize)>) -> Crowd<'t> {
        wanted.sort_unstable();
        let mut crowd = Crowd {
            testimonies,
            statements: testimonies.iter().flat_map(|t| &t.statements).collect(),
            of: Vec::new(),
            starts: vec![0],
            measuring: Vec::new(),
            near: Places::default(),
            far: Places::default(),
            grams: Places::default(),
            wanted,
        };
        for (witness, testimony) in (0..).zip(testimonies) {
            crowd.of.resize(crowd.of.len() + testimony.statements.len(), witness);
            crowd.starts.push(crowd.of.len());
        }
        crowd.measuring = (0..crowd.statements.len()).filter(|&s| crowd.statements[s].measures).collect();
        let asked = |of: fn(&Two) -> usize| -> Vec<bool> {
            let mut flags = vec![false; testimonies.len()];
            crowd.wanted.iter().for_each(|two| flags[of(two)] = true);
            crowd.of.iter().map(|&of| flags[of as usize]).collect()
        };
        let (first, second) = (asked(|two| two.0), asked(|two| two.1));
        let roles = (first.as_slice(), second.as_slice());
        let doors = |of: fn(&Statement) -> &[Door]| {
            Places::of(&crowd.statements, roles, move |s| {
                of(s).iter().filter_map(|&Door { key, unit, quality }| {
                    let weight = s.units.get(unit as usize)?.weight;
                    Some((key, Word { unit, quality, weight }))
                })
            })
        };
        let foreign = testimonies.iter().any(|t| t.language != testimonies[0].language);
        let grams = || Places::of(&crowd.statements, roles, |s| s.grams.iter().copied());
        let far = || if foreign { doors(|s| &s.far) } else { Places::default() };
        let ((near, far), grams) = rayon::join(|| (doors(|s| &s.near), far()), grams);
        Crowd { near, far, grams, ..crowd }
    }

    /// The wanted sheets in batches for [`Crowd::sheets`], so that the work can end between two of them.
    pub fn batches(&self) -> Vec<&[(usize, usize)]> {
        let mut batches = Vec::new();
        let mut rest = self.wanted.as_slice();
        while let Some(&(least, _)) = rest.get(..BATCH.min(rest.len())).and_then(<[Two]>::last) {
            // All sheets of one first witness are made together.
            let (batch, after) = rest.split_at(rest.partition_point(|two| two.0 <= least));
            batches.push(batch);
            rest = after;
        }
        batches
    }

    /// The sheets of a batch, in its order.
    pub fn sheets(&self, batch: &[(usize, usize)], deadline: Option<Instant>) -> Vec<Sheet> {
        let mut next = 0;
        let rows = batch.chunk_by(|x, y| x.0 == y.0).map(|row| {
            next += row.len();
            self.row(row, next - row.len()..next)
        });
        let rows: Vec<Row> = rows.collect();
        let statements =
            rows.iter().flat_map(|row| (self.starts[row.first]..self.starts[row.first + 1]).map(move |a| (row, a)));
        let statements: Vec<(&Row, usize)> = statements.collect();
        let seen: Vec<Option<Vec<(u32, Likely)>>> = statements
            .par_iter()
            .map_init(
                || Meetings::new(self.statements.len()),
                |meetings, (row, a)| (!late(deadline)).then(|| self.look(*a, row, meetings)),
            )
            .collect();
        let mut sheets: Vec<Sheet> =
            batch.iter().map(|two| Sheet::new(Vec::new(), self.foreign(*two), false)).collect();
        for ((row, _), seen) in statements.iter().zip(seen) {
            let of_row = row.sheets.clone();
            match seen {
                None => sheets[of_row].iter_mut().for_each(|sheet| sheet.cut_short = true),
                Some(seen) => {
                    for (witness, likely) in seen {
                        if let Ok(at) = batch[of_row.clone()].binary_search(&(row.first, witness as usize)) {
                            sheets[of_row.start + at].likely.push(likely);
                        }
                    }
                }
            }
        }
        sheets
    }

    fn row(&self, wanted: &[Two], sheets: Range<usize>) -> Row {
        let first = wanted[0].0;
        let wants = |same: bool| {
            let mut flags = vec![false; self.testimonies.len()];
            for &(_, second) in wanted {
                flags[second] = self.foreign((first, second)) != same;
            }
            self.of.iter().map(|&of| flags[of as usize]).collect()
        };
        let within = self.starts[wanted[0].1] as u32..self.starts[wanted[wanted.len() - 1].1 + 1] as u32;
        Row { first, sheets, near: wants(true), far: wants(false), within }
    }

    fn foreign(&self, (first, second): Two) -> bool {
        self.testimonies[first].language != self.testimonies[second].language
    }

    /// The likely mates of statement `a` among all later ones that are wanted, in order, each with its witness.
    fn look(&self, a: usize, row: &Row, meetings: &mut Meetings) -> Vec<(u32, Likely)> {
        let statement = self.statements[a];
        self.meet(a, &self.near, &row.near, &row.within, meetings);
        self.meet(a, &self.far, &row.far, &row.within, meetings);
        meetings.gather();
        if statement.measures {
            let later = self.measuring.partition_point(|&b| b <= a);
            let wanted = self.measuring[later..].iter().copied().filter(|&b| row.near[b] || row.far[b]);
            meetings.met.extend(wanted);
        }
        meetings.met.sort_unstable();
        meetings.met.dedup();
        self.spell(a, &row.within, meetings);
        let mut found: Vec<(u32, Likely)> = Vec::new();
        let mut of_witness: Vec<Likely> = Vec::new();
        let met = std::mem::take(&mut meetings.met);
        for same_witness in met.chunk_by(|x, y| self.of[*x] == self.of[*y]) {
            let witness = self.of[same_witness[0]];
            let start = self.starts[witness as usize];
            let foreign = row.far[start];
            let looks = Weights::shipped().looks(foreign);
            for &b in same_witness {
                let place = ((a - self.starts[row.first]) as u32, (b - start) as u32);
                let figures = meetings.row(statement, b, self.statements[b], foreign);
                of_witness.extend(figures.and_then(|figures| likely(place, looks, &figures, foreign)));
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
    /// Where its posts in later statements begin at the earliest, in [`Places::posts`].
    later: u32,
}

/// Where the keys of one kind stand, by numbers in place of the keys, each with what it leads to.
#[derive(Default)]
struct Places<T> {
    /// By number: where its posts begin; and the end.
    begin: Vec<u32>,
    /// Statement and what stands there; of one number in the order of the statements.
    posts: Vec<(u32, T)>,
    /// The keys of the statements that meet others, in order.
    keys: Vec<(Key, T)>,
    /// By statement: where its keys begin; and the end.
    own: Vec<u32>,
}

impl<T: Copy + Default> Places<T> {
    /// `keys` gives those of a statement in order. Of the two flags for every statement, the first says whether it meets
    /// later ones, the second whether it is met.
    fn of<'t, I: Iterator<Item = (u32, T)>>(
        statements: &[&'t Statement],
        (meets, met): (&[bool], &[bool]),
        keys: impl Fn(&'t Statement) -> I,
    ) -> Places<T> {
        let mut number_of: HashMap<u32, u32> = HashMap::default();
        let mut count: Vec<u32> = Vec::new();
        for (statement, _) in statements.iter().zip(met).filter(|(_, met)| **met) {
            for (key, _) in keys(statement) {
                let number = *number_of.entry(key).or_insert(count.len() as u32) as usize;
                match count.get_mut(number) {
                    Some(count) => *count += 1,
                    None => count.push(1),
                }
            }
        }
        let mut begin = vec![0];
        begin.extend(count.iter().scan(0, |end, n| {
            *end += n;
            Some(*end)
        }));
        let end = begin.last().copied().unwrap_or(0);
        let mut places =
            Places { posts: vec![(0, T::default()); end as usize], own: Vec::new(), begin, keys: Vec::new() };
        let mut next: Vec<u32> = places.begin.clone();
        for (at, statement) in statements.iter().enumerate().filter(|(at, _)| meets[*at] || met[*at]) {
            places.own.resize(at + 1, places.keys.len() as u32);
            for (key, what) in keys(statement) {
                let Some(&number) = number_of.get(&key) else { continue };
                let later = &mut next[number as usize];
                if met[at] {
                    places.posts[*later as usize] = (at as u32, what);
                    *later += 1;
                }
                if meets[at] {
                    places.keys.push((Key { number, later: *later }, what));
                }
            }
        }
        places.own.resize(statements.len() + 1, places.keys.len() as u32);
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
        let later = &self.posts[key.later as usize..self.begin[key.number as usize + 1] as usize];
        // A statement may have a key twice.
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
            left_out in prop::collection::btree_set((0..7usize, 0..7usize), 0..20),
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
            let pairs = (0..read.len()).flat_map(|i| (i..read.len()).map(move |j| (i, j)));
            let wanted: Vec<Two> = pairs.filter(|two| !left_out.contains(two)).collect();
            let crowd = Crowd::of(&read, wanted.clone());
            let batches = crowd.batches();
            prop_assert_eq!(batches.concat(), wanted.as_slice());
            for batch in batches {
                for (&(i, j), found) in batch.iter().zip(crowd.sheets(batch, None)) {
                    let alone = if i == j { own_sheet(read[i], None) } else { sheet(read[i], read[j], None) };
                    prop_assert_eq!(told(&found), told(&alone), "{} {}", i, j);
                    prop_assert_eq!(found.foreign, alone.foreign);
                }
            }
        }
    }
}
