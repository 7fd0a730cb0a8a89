//! One [`Entity`] for all the names by which an article names one thing.
//!
//! Conservative: a short name joins a longer one only when the article has exactly one that it can stand for ("Blinken" →
//! "Antony Blinken"), an acronym only where the text gives both, an office ("Presiden Prancis") only where the text gives
//! it to one person. Two persons of one surname stay apart.
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::entity::Entity;
use super::names::Found;
use super::sentence::Sentence;
use super::vocabulary::Part;
use crate::model::NameKind;

/// The words of a name, in lower case.
type Key = Vec<String>;

/// The things that an article names.
#[derive(Debug, Default)]
pub(super) struct Entities {
    known: BTreeMap<Key, Arc<Entity>>,
    /// Offices in lower case that the article gives to one person; `None`: to several.
    offices: BTreeMap<String, Option<Key>>,
    /// Names of persons who are certainly "he" or certainly "she".
    he: BTreeSet<String>,
    she: BTreeSet<String>,
}

impl Entities {
    /// What `name` names.
    pub(super) fn of(&self, name: &Found) -> Arc<Entity> {
        self.known.get(&name.words).cloned().unwrap_or_default()
    }

    /// The pronoun at token `i` may mean the person of this name.
    pub(super) fn fits(&self, s: &Sentence<'_>, i: usize, name: &str) -> bool {
        let he = s.is(i, "he") && self.she.contains(name) && !self.he.contains(name);
        let she = s.is(i, "she") && self.he.contains(name) && !self.she.contains(name);
        !he && !she
    }

    /// The person who holds an office, as told by the article: "Presiden Prancis", "the president".
    pub(super) fn holder(&self, office: &str) -> Option<Arc<Entity>> {
        let key = self.offices.get(&office.to_lowercase())?.as_ref()?;
        self.known.get(key).cloned()
    }
}

/// What is gathered of one key.
#[derive(Debug, Default)]
struct Gathered {
    shown: String,
    person: u32,
    organisation: u32,
    place: u32,
    short: Option<String>,
    offices: Vec<String>,
    /// A title before it tells the pronoun.
    he: bool,
    she: bool,
}

impl Gathered {
    fn kind(&self) -> NameKind {
        let most = self.person.max(self.organisation).max(self.place);
        match most {
            0 => NameKind::Unknown,
            _ if self.person == most => NameKind::Person,
            _ if self.organisation == most => NameKind::Organisation,
            _ => NameKind::Place,
        }
    }

    fn add(&mut self, name: &Found, sentence: &Sentence<'_>) {
        let shown = sentence.text.get(name.range.clone()).unwrap_or_default();
        // "MEIRIZKA WIDJAJA" of a headline gives way to the name as the text writes it.
        let loud = |s: &str| s.chars().filter(|c| c.is_lowercase()).count() == 0;
        if self.shown.is_empty() || (loud(&self.shown) && !loud(shown)) {
            shown.clone_into(&mut self.shown);
        }
        match name.kind {
            NameKind::Person => self.person += 2,
            NameKind::Organisation => self.organisation += 2,
            NameKind::Place => self.place += 2,
            NameKind::Unknown => {}
        }
        self.short = self.short.take().or_else(|| name.short.clone());
        if let Some(role) = &name.role {
            self.he |= role.clone().any(|i| sentence.part(i, Part::He) > 0);
            self.she |= role.clone().any(|i| sentence.part(i, Part::She) > 0);
            // "Mr." is no office.
            let polite = sentence.part(role.start, Part::Honorific) >= role.len();
            let office = sentence.shown(role.start, role.end).trim_matches([',', ' ']).to_owned();
            if !polite && !office.is_empty() && !self.offices.contains(&office) {
                self.offices.push(office);
            }
        }
    }
}

/// Gathers the names of all statements.
pub(super) fn entities(sentences: &[Sentence<'_>]) -> Entities {
    let mut all: BTreeMap<Key, Gathered> = BTreeMap::new();
    for sentence in sentences {
        for name in &sentence.names {
            all.entry(name.words.clone()).or_default().add(name, sentence);
        }
    }
    let fuller = fuller(&all, &aliases(sentences));
    let mut groups: BTreeMap<&Key, Vec<&Key>> = BTreeMap::new();
    for key in all.keys() {
        groups.entry(fullest(&fuller, key)).or_default().push(key);
    }
    let mut out = Entities::default();
    for (head, keys) in groups {
        let members = || keys.iter().filter_map(|key| all.get(*key));
        let kind = group_kind(members(), all.get(head));
        let mut forms: Vec<String> = members().map(|g| g.shown.clone()).collect();
        forms.extend(members().flat_map(|g| g.offices.iter().cloned()));
        forms.extend(members().filter_map(|g| g.short.as_ref()).map(|s| s.to_uppercase()));
        forms.sort();
        forms.dedup();
        for office in members().flat_map(|g| &g.offices) {
            let held = Some(head.clone());
            let holder = out.offices.entry(office.to_lowercase()).or_insert_with(|| held.clone());
            if *holder != held {
                *holder = None;
            }
        }
        let name = all.get(head).map(|g| g.shown.clone()).unwrap_or_default();
        if members().any(|g| g.he) {
            out.he.insert(name.clone());
        }
        if members().any(|g| g.she) {
            out.she.insert(name.clone());
        }
        let entity = Arc::new(Entity { name, kind, forms });
        for key in keys {
            out.known.insert(key.clone(), Arc::clone(&entity));
        }
    }
    out
}

/// The kind most of its names speak for; a full name speaks for itself first.
fn group_kind<'g>(members: impl Iterator<Item = &'g Gathered>, head: Option<&Gathered>) -> NameKind {
    let mut sum = Gathered::default();
    for one in members {
        sum.person += one.person;
        sum.organisation += one.organisation;
        sum.place += one.place;
    }
    match head.map(Gathered::kind) {
        Some(NameKind::Organisation) => NameKind::Organisation,
        Some(NameKind::Place) if sum.person == 0 => NameKind::Place,
        _ => sum.kind(),
    }
}

/// Persons told by a second name right after the first: "Saiful Yasin (Gus Ipin)", "Joko Santoso alias Jono".
fn aliases(sentences: &[Sentence<'_>]) -> BTreeMap<Key, Key> {
    const CALLED: [&str; 3] = ["alias", "aka", "disapa"];
    let mut out = BTreeMap::new();
    for s in sentences {
        for pair in s.names.windows(2) {
            let [name, other] = pair else { continue };
            let from = other.role.as_ref().map_or(other.first, |role| role.start.min(other.first));
            let bracket = from == name.end + 1 && s.is(name.end, "(") && s.is(other.end, ")");
            let called = (name.end..from).len() <= 3 && CALLED.iter().any(|word| s.is(from.wrapping_sub(1), word));
            let person = |kind| matches!(kind, NameKind::Person | NameKind::Unknown);
            let known = name.kind == NameKind::Person || other.kind == NameKind::Person;
            let persons = known && person(name.kind) && person(other.kind);
            if (bracket || called) && persons && name.words != other.words {
                out.insert(other.words.clone(), name.words.clone());
            }
        }
    }
    out
}

/// For every key that stands for a longer one: that one.
fn fuller<'k>(all: &'k BTreeMap<Key, Gathered>, aliases: &BTreeMap<Key, Key>) -> BTreeMap<&'k Key, &'k Key> {
    let mut by_word: BTreeMap<&str, Vec<&Key>> = BTreeMap::new();
    for key in all.keys().filter(|k| k.len() > 1) {
        for word in key {
            by_word.entry(word).or_default().push(key);
        }
    }
    let by_short: BTreeMap<&str, &Key> = all.iter().filter_map(|(k, g)| Some((g.short.as_deref()?, k))).collect();
    let mut out = BTreeMap::new();
    for (key, gathered) in all {
        let long = match key.as_slice() {
            [word] if by_short.contains_key(word.as_str()) => by_short.get(word.as_str()).copied(),
            _ if aliases.contains_key(key) => {
                aliases.get(key).and_then(|name| all.get_key_value(name)).map(|(name, _)| name)
            }
            _ => only_longer(key, gathered, all, &by_word),
        };
        if let Some(long) = long.filter(|long| *long != key) {
            out.insert(key, long);
        }
    }
    out
}

/// More longer names than this and nobody is meant.
const MANY: usize = 40;

/// The one longer name that `key` stands for.
fn only_longer<'k>(
    key: &Key,
    gathered: &Gathered,
    all: &BTreeMap<Key, Gathered>,
    by_word: &BTreeMap<&str, Vec<&'k Key>>,
) -> Option<&'k Key> {
    let none = Vec::new();
    let of = |word: Option<&String>| word.and_then(|w| by_word.get(w.as_str())).unwrap_or(&none);
    let (first, last) = (of(key.first()), of(key.last()));
    if gathered.place > 0 && gathered.person == 0 || first.len() + last.len() > MANY {
        return None;
    }
    let mut longer: Vec<&Key> = first
        .iter()
        .chain(last)
        .copied()
        .filter(|long| {
            long.len() > key.len()
                && stands_for(key, long)
                && all.get(*long).is_some_and(|g| suits(gathered, g, key, long))
        })
        .collect();
    longer.sort_unstable();
    longer.dedup();
    let is_person = |k: &Key| all.get(k).is_some_and(|g| g.kind() == NameKind::Person);
    // A person before a tower of the same name.
    if longer.iter().any(|k| is_person(k)) {
        longer.retain(|k| is_person(k));
    }
    // "Karl Weber" is not his son, and "Trump" is the father where the article also has "Donald Trump Jr."
    if !is_junior(key) && (key.len() > 1 || longer.iter().any(|k| !is_junior(k))) {
        longer.retain(|k| !is_junior(k));
    }
    // "Joko Widodo" and "Presiden Joko Widodo Raharjo" are one when one holds the other.
    let longest = longer.iter().copied().max_by_key(|k| k.len())?;
    longer.iter().all(|k| *k == longest || stands_for(k, longest)).then_some(longest)
}

/// Longest name of unknown kind for which a surname may stand.
const LONGEST_UNKNOWN: usize = 3;

/// The kinds of a short and a long name go together. Of bodies only the sign of the company or party may be missing.
fn suits(short: &Gathered, long: &Gathered, key: &Key, longer: &Key) -> bool {
    const SIGNS: [&str; 4] = ["pt", "partai", "cv", "party"];
    match (short.kind(), long.kind()) {
        (_, NameKind::Organisation) => {
            let sign = longer.first().is_some_and(|w| SIGNS.contains(&w.as_str()));
            sign && longer.get(1..).is_some_and(|rest| rest == key.as_slice())
        }
        (_, NameKind::Place) | (NameKind::Organisation | NameKind::Place, _) => false,
        (_, NameKind::Person) => true,
        // Of what nothing tells of only the last word may stand for it, as a surname does.
        _ => key.last() == longer.last() && longer.len() <= LONGEST_UNKNOWN,
    }
}

/// The words of `short` stand in `long` in this order, the first or last word of both being one.
fn stands_for(short: &Key, long: &Key) -> bool {
    let mut rest = long.iter();
    let ordered = short.iter().all(|word| rest.any(|w| w == word));
    // People are called by any of their names: "Eka" of "Mayndra Eka Wardhana".
    ordered && (short.len() == 1 || short.last() == long.last() || short.first() == long.first() || is_junior(long))
}

fn is_junior(key: &Key) -> bool {
    key.last().is_some_and(|last| matches!(last.as_str(), "jr" | "sr"))
}

/// Follows the chain from a short name to the fullest.
fn fullest<'k>(fuller: &BTreeMap<&'k Key, &'k Key>, key: &'k Key) -> &'k Key {
    const DEEP: usize = 4;
    let mut at = key;
    for _ in 0..DEEP {
        match fuller.get(at) {
            Some(next) => at = next,
            None => return at,
        }
    }
    at
}

/// The offices of `sentence` that stand for a person, as token ranges.
pub(super) fn held<'e>(
    entities: &'e Entities,
    sentence: &'e Sentence<'_>,
) -> impl Iterator<Item = (Range<usize>, Arc<Entity>)> + 'e {
    // A title only ("Terdakwa") names nobody by itself.
    let bodied = |office: &&Range<usize>| sentence.names.iter().any(|n| office.start < n.first && n.end == office.end);
    sentence.offices.iter().filter(bodied).filter_map(|office| {
        let holder = entities.holder(sentence.shown(office.start, office.end))?;
        Some((office.clone(), holder))
    })
}
