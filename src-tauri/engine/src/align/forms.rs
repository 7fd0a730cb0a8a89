//! The dictionary words that a word form may come from, by language: base forms of irregular verbs, endings by rule,
//! equal stems, and the halves of a German or Dutch compound. Indonesian affixes are in `indonesian`.
//!
//! Rules may be generous: only what stands in the dictionary counts.
use super::stem::Stems;
use super::{indonesian, lexicon};
use crate::model::Language;

/// How well a base form found by rule stands for the word, …
const BY_RULE: f32 = 0.9;
/// … and a half of a compound.
const BY_HALF: f32 = 0.75;
/// The shortest half of a compound, in letters.
const SHORTEST_HALF: usize = 4;
/// The shortest beginning that is searched for equal stems.
const SHORTEST_START: usize = 3;

/// Endings and what they may stand for.
type Rules = &'static [(&'static str, &'static [&'static str])];

const GERMAN: Rules = &[
    ("test", &["en"]),
    ("eten", &["en"]),
    ("enen", &["en"]),
    ("ten", &["en", "t"]),
    ("ete", &["en"]),
    ("te", &["en", "t", "n"]),
    ("et", &["en"]),
    ("t", &["en", "n"]),
    ("st", &["en"]),
    ("enden", &["en"]),
    ("ende", &["en"]),
    ("innen", &["in", ""]),
    ("in", &[""]),
    ("ern", &["", "er"]),
    ("sten", &[""]),
    ("ste", &[""]),
    ("eren", &[""]),
    ("ere", &[""]),
    ("en", &["", "e"]),
    ("er", &["", "e"]),
    ("em", &[""]),
    ("es", &[""]),
    ("e", &["", "en"]),
    ("n", &[""]),
    ("s", &[""]),
];
const DUTCH: Rules = &[
    ("dden", &["den"]),
    ("tten", &["ten"]),
    ("ten", &["en", "t"]),
    ("den", &["en", "d"]),
    ("te", &["en", "t"]),
    ("de", &["en", "d"]),
    ("t", &["en"]),
    ("d", &["en"]),
    ("ven", &["f"]),
    ("zen", &["s"]),
    ("en", &[""]),
    ("ere", &[""]),
    ("er", &[""]),
    ("ste", &[""]),
    ("e", &[""]),
    ("'s", &[""]),
    ("s", &[""]),
];
const FRENCH: Rules = &[("aux", &["al", "ail"]), ("ées", &["er"]), ("x", &[""]), ("s", &[""])];
const SPANISH: Rules = &[("ces", &["z"]), ("ó", &["ar"]), ("ió", &["er", "ir"]), ("es", &[""]), ("s", &[""])];
const PORTUGUESE: Rules = &[
    ("ões", &["ão"]),
    ("ães", &["ão"]),
    ("ais", &["al"]),
    ("éis", &["el"]),
    ("eis", &["el", "il"]),
    ("ns", &["m"]),
    ("ou", &["ar"]),
    ("eu", &["er"]),
    ("iu", &["ir"]),
    ("es", &[""]),
    ("s", &[""]),
];

fn rules(language: Language) -> Rules {
    match language.code() {
        "de" => GERMAN,
        "nl" => DUTCH,
        "fr" => FRENCH,
        "es" => SPANISH,
        "pt" => PORTUGUESE,
        _ => &[],
    }
}

/// The dictionary words that `word` may come from and how well they stand for it, the likeliest first.
pub(super) fn roots(word: &str, language: Language, stems: &Stems) -> Vec<(String, f32)> {
    let quality = |at: usize| if at == 0 { 1.0 } else { BY_RULE };
    if matches!(language.code(), "id" | "ms") {
        return indonesian::roots(word).into_iter().enumerate().map(|(at, root)| (root, quality(at))).collect();
    }
    let plain = simple(word, language, stems);
    if !plain.is_empty() || !matches!(language.code(), "de" | "nl") {
        return plain;
    }
    compound(word, language, stems)
}

/// The word itself and its base forms.
fn simple(word: &str, language: Language, stems: &Stems) -> Vec<(String, f32)> {
    let mut found: Vec<(String, f32)> = Vec::new();
    add(&mut found, word, 1.0, language);
    lexicon::bases(word, language).for_each(|base| add(&mut found, base, 1.0, language));
    if found.is_empty() {
        for base in by_rule(word, language) {
            add(&mut found, &base, BY_RULE, language);
            lexicon::bases(&base, language).for_each(|base| add(&mut found, base, BY_RULE, language));
        }
    }
    if found.is_empty() {
        let stem = stems.stem(word);
        let shared = word.chars().zip(stem.chars()).take_while(|(a, b)| a == b).count();
        // The last letters of a stem may be written otherwise in the dictionary ("aviones", "avión").
        let start: String = word.chars().take(shared.saturating_sub(2).max(SHORTEST_START)).collect();
        if shared >= SHORTEST_START {
            let alike = lexicon::beginning(&start, language).filter(|other| !other.contains(' '));
            alike.filter(|other| stems.stem(other) == stem).for_each(|other| add(&mut found, other, BY_RULE, language));
        }
    }
    found
}

/// Adds a root that stands in the dictionary and is not there yet.
fn add(found: &mut Vec<(String, f32)>, root: &str, quality: f32, language: Language) {
    if is_word(root, language) && !found.iter().any(|(old, _)| old == root) {
        found.push((root.to_string(), quality));
    }
}

fn is_word(word: &str, language: Language) -> bool {
    lexicon::english(word, language).next().is_some()
}

/// Base forms by the rules of endings; in German and Dutch also without the "ge" of a participle and the change of vowel
/// in a plural.
fn by_rule(word: &str, language: Language) -> Vec<String> {
    let mut forms = vec![word.to_string()];
    if matches!(language.code(), "de" | "nl") {
        if let Some(at) = word.find("ge").filter(|&at| at <= 5) {
            forms.push(format!("{}{}", word.get(..at).unwrap_or(""), word.get(at + 2..).unwrap_or("")));
        }
        if word.contains(['ä', 'ö', 'ü']) {
            forms.push(word.replace("äu", "au").replace('ä', "a").replace('ö', "o").replace('ü', "u"));
        }
    }
    let mut found = Vec::new();
    for form in &forms {
        for (ending, stands_for) in rules(language) {
            let Some(rest) = form.strip_suffix(ending).filter(|rest| rest.chars().count() >= 2) else { continue };
            found.extend(stands_for.iter().map(|by| format!("{rest}{by}")));
            if language.code() == "nl" {
                found.extend(dutch_spellings(rest).into_iter().flat_map(|r| [r.clone(), format!("{r}en")]));
            }
        }
    }
    found.extend(forms.into_iter().skip(1));
    found
}

/// The syllable of a Dutch word when it is closed or opened: "schol" is "school", "grott" is "grot", "maak" is "mak".
fn dutch_spellings(rest: &str) -> Vec<String> {
    let letters: Vec<char> = rest.chars().collect();
    let [start @ .., before, last] = letters.as_slice() else { return Vec::new() };
    let is_vowel = |c: &char| "aeou".contains(*c);
    let begin: String = start.iter().collect();
    match start.last() {
        _ if before == last => vec![format!("{begin}{before}")],
        Some(first) if first == before && is_vowel(before) => vec![format!("{begin}{last}")],
        _ if is_vowel(before) && !is_vowel(last) => vec![format!("{begin}{before}{before}{last}")],
        _ => Vec::new(),
    }
}

/// The halves of a compound that are both words ("Feuerwehr|leute", "Rettung|s|kräfte"): the longest second half wins,
/// as it is the one that the word is about.
fn compound(word: &str, language: Language, stems: &Stems) -> Vec<(String, f32)> {
    let cuts: Vec<usize> = word.char_indices().map(|(at, _)| at).skip(SHORTEST_HALF).collect();
    for at in cuts {
        let (Some(first), Some(second)) = (word.get(..at), word.get(at..)) else { continue };
        if second.chars().count() < SHORTEST_HALF {
            break;
        }
        let Some(first) = first_half(first, language) else { continue };
        let halves = simple(second, language, stems);
        if !halves.is_empty() {
            let all = halves.into_iter().map(|(half, _)| half).chain([first]);
            return all.map(|half| (half, BY_HALF)).collect();
        }
    }
    Vec::new()
}

/// The word that the first half of a compound is: without the letters that join the halves, or a verb without its "en"
/// ("Lösch|schaum").
fn first_half(first: &str, language: Language) -> Option<String> {
    let joined = ["", "s", "es", "n", "en", "e", "-"].into_iter().filter_map(|link| first.strip_suffix(link));
    let plain = joined.filter(|f| f.chars().count() >= SHORTEST_HALF).map(str::to_string);
    let mut forms = plain.chain([format!("{first}en"), format!("{first}e")]);
    forms.find(|form| is_word(form, language))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(word: &str, code: &str) -> Vec<String> {
        let language = Language::parse(code).unwrap();
        roots(word, language, &Stems::of(language)).into_iter().map(|(root, _)| root).collect()
    }

    #[test]
    fn forms_lead_to_the_words_of_the_dictionary() {
        for (word, code, root) in [
            ("sagte", "de", "sagen"),
            ("starben", "de", "sterben"),
            ("häuser", "de", "haus"),
            ("rettungskräfte", "de", "kraft"),
            ("rettungskräfte", "de", "rettung"),
            ("löschschaum", "de", "löschen"),
            ("déclarait", "fr", "déclarer"),
            ("nationaux", "fr", "national"),
            ("pompiers", "fr", "pompier"),
            ("explosiones", "es", "explosión"),
            ("murieron", "es", "morir"),
            ("declaró", "es", "declarar"),
            ("explosões", "pt", "explosão"),
            ("disseram", "pt", "dizer"),
            ("boten", "nl", "boot"),
            ("gewerkt", "nl", "werken"),
            ("stierven", "nl", "sterven"),
            ("menewaskan", "id", "tewas"),
        ] {
            assert!(found(word, code).iter().any(|r| r == root), "{word}: {:?}", found(word, code));
        }
    }

    proptest! {
        #[test]
        fn any_word_is_read(word in "\\PC{0,24}") {
            for code in ["id", "ms", "de", "fr", "es", "pt", "nl", "it", "en", "ja"] {
                found(&word.to_lowercase(), code);
            }
        }
    }
}
