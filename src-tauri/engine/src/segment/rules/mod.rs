//! What is special to a language when sentences are told apart: one file a language, short lists of words.
//!
//! To add a language: write `rules/<code>.rs` after the model of a small one (`nl.rs`), and name it in [`of`] below.
//! A language without a file is split by [`Rules::PLAIN`] and the signs of all scripts, which is safe for any text.
//!
//! An entry in small letters stands for any spelling ("dll": dll, Dll, DLL). An entry with a capital stands for itself and
//! for all capitals ("Sen" is the senator, while "sen" is a coin).
use crate::model::Language;

mod de;
mod el;
mod en;
mod es;
mod fr;
mod hy;
mod id;
mod it;
mod ja;
mod nl;
mod nordic;
mod pt;
mod ru;
mod sk;
mod zh;

/// A list of words, parted by white space.
#[derive(Clone, Copy)]
pub struct Words(pub &'static str);

impl Words {
    /// Whether `word` is in the list.
    pub fn has(&self, word: &str) -> bool {
        !word.is_empty() && self.any(|entry| same(entry, word))
    }

    /// Whether any entry passes the test.
    pub fn any(&self, test: impl FnMut(&'static str) -> bool) -> bool {
        self.0.split_ascii_whitespace().any(test)
    }
}

fn same(entry: &str, word: &str) -> bool {
    if entry == word {
        return true;
    }
    let capital = entry.chars().any(char::is_uppercase);
    if capital && word.chars().any(char::is_lowercase) {
        return false;
    }
    entry.chars().flat_map(char::to_lowercase).eq(word.chars().flat_map(char::to_lowercase))
}

/// A list of phrases in small letters, parted by `|`.
#[derive(Clone, Copy)]
pub struct Phrases(pub &'static str);

impl Phrases {
    /// The phrases.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.0.split('|').map(str::trim).filter(|phrase| !phrase.is_empty())
    }
}

/// The rules of one language.
#[derive(Clone, Copy)]
pub struct Rules {
    /// Abbreviations that never end a sentence: titles, "Jl", "St".
    pub before_name: Words,
    /// Abbreviations that stand before a number: "No", "hlm", "Feb".
    pub before_number: Words,
    /// Abbreviations that stand in a sentence as well as at its end: "dll", "Inc", "etc".
    pub anywhere: Words,
    /// Words that open sentences and are no names; after an abbreviation or initials only these begin a new sentence.
    pub starters: Words,
    /// Nouns named by a letter ("Grup B"), after which a letter with a full stop is no initial.
    pub lettered: Words,
    /// Verbs of speaking that follow a quotation and a name, or in Chinese and Japanese the quotation itself.
    pub says: Words,
    /// Quotations up to this many bytes are kept whole, longer ones are parted into their sentences; measured per language.
    pub quote_limit: usize,
    /// A number with a full stop is an ordinal: "12. Juni".
    pub ordinals: bool,
    /// A plain full stop ends sentences; in Armenian it does not.
    pub dot_ends: bool,
    /// Further signs that end a sentence.
    pub ends: &'static str,
    /// Words that open a sentence even when the stop before them was lost: "… merokok Ia mengatakan …".
    pub lost_stop: Words,
    /// Furniture of the page when it is the whole sentence: "Advertisement".
    pub furniture: Phrases,
    /// Furniture when a sentence begins with it: "Baca juga …".
    pub furniture_leads: Phrases,
    /// Furniture when a sentence begins with it and a colon or a bar follows: "Related: …".
    pub furniture_labels: Phrases,
}

impl Rules {
    /// What holds in most languages of the Latin script.
    pub const PLAIN: Rules = Rules {
        before_name: Words("mr mrs ms dr prof St Ir Gen Sen Rep Gov Col Capt Lt Sgt Hon Rev vs N° nº"),
        before_number: Words("no nr Nos pp p vol art"),
        anywhere: Words("inc ltd co corp jr sr etc vs cf ca bros"),
        starters: Words(""),
        lettered: Words(""),
        says: Words(""),
        quote_limit: 300,
        ordinals: false,
        dot_ends: true,
        ends: "",
        lost_stop: Words(""),
        furniture: Phrases(""),
        furniture_leads: Phrases(""),
        furniture_labels: Phrases(""),
    };
}

/// The rules for `language`.
pub fn of(language: Language) -> &'static Rules {
    match language.code() {
        "en" => &en::RULES,
        "id" | "ms" | "jv" | "su" => &id::RULES,
        "pt" => &pt::RULES,
        "es" | "gl" | "ca" => &es::RULES,
        "fr" => &fr::RULES,
        "it" => &it::RULES,
        "de" => &de::RULES,
        "el" => &el::RULES,
        "nl" | "af" => &nl::RULES,
        "da" | "no" | "nb" | "nn" | "sv" | "fi" | "is" | "et" => &nordic::RULES,
        "ru" | "uk" | "be" | "bg" | "kk" | "sr" | "mk" => &ru::RULES,
        "sk" | "cs" | "pl" | "sl" | "hr" | "bs" | "hu" => &sk::RULES,
        "hy" => &hy::RULES,
        "ja" => &ja::RULES,
        "zh" => &zh::RULES,
        _ => FALLBACK,
    }
}

/// Every language that has a file of its own.
pub const ALL: &[&Rules] = &[
    &en::RULES,
    &id::RULES,
    &pt::RULES,
    &es::RULES,
    &fr::RULES,
    &it::RULES,
    &de::RULES,
    &el::RULES,
    &nl::RULES,
    &nordic::RULES,
    &ru::RULES,
    &sk::RULES,
    &hy::RULES,
    &ja::RULES,
    &zh::RULES,
];

/// For a text whose language is unknown or has no file: English abbreviations do no harm elsewhere.
pub const FALLBACK: &Rules = &Rules { quote_limit: 300, ..en::RULES };

/// The last part of a name on the web ("com" in "Liputan6.com"); a full stop before it is no full stop.
pub fn is_site_ending(part: &str) -> bool {
    const ENDINGS: Words = Words("com co id net org tv gov go ac sch uk my sg br de fr info news");
    ENDINGS.has(part)
}
