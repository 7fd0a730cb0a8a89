//! Which language an article is in: decided per article, never per sentence.
//!
//! The library whatlang (letter trigrams, MIT) tells languages apart, held to those of the table below: with all of its
//! own it takes Indonesian for Javanese or Tagalog now and then. It knows no Malay and calls it Indonesian; those two are
//! told apart by words that only one of them writes ([`malay`]). Short or unclear text is left to what the file declares;
//! where it declares nothing, to its small words ([`small_words`]).
use whatlang::{Detector, Info, Lang, Script};

use crate::model::Language;

mod malay;
mod small_words;

/// How much of a text is looked at, in bytes: more changes nothing and costs time.
const REACH: usize = 4000;

/// The least number of letters in which a language can be told from its neighbours in the same script.
const LEAST_LETTERS: usize = 60;

/// The least confidence, as whatlang counts it, at which the finding outweighs what the file declares.
const SURE: f64 = 0.5;

/// The same for a text that says nothing of itself, such as a sentence that was pasted. Of 178 sentences in 27 languages, most
/// of them in the seven of [`small_words`], 161 are found rightly (18 without this), one wrongly (Afrikaans, as Dutch).
const A_FEW_LETTERS: usize = 20;
const SURE_OF_A_FEW: f64 = 0.8;
/// So many small words more than of any other language say enough by themselves.
const MANY: usize = 3;

/// The languages that are told apart.
const KNOWN: &[(Lang, &str)] = &[
    (Lang::Ind, "id"),
    (Lang::Eng, "en"),
    (Lang::Por, "pt"),
    (Lang::Spa, "es"),
    (Lang::Fra, "fr"),
    (Lang::Deu, "de"),
    (Lang::Nld, "nl"),
    (Lang::Ita, "it"),
    (Lang::Cat, "ca"),
    (Lang::Swe, "sv"),
    (Lang::Dan, "da"),
    (Lang::Nob, "no"),
    (Lang::Fin, "fi"),
    (Lang::Pol, "pl"),
    (Lang::Ces, "cs"),
    (Lang::Slk, "sk"),
    (Lang::Hun, "hu"),
    (Lang::Ron, "ro"),
    (Lang::Hrv, "hr"),
    (Lang::Slv, "sl"),
    (Lang::Lit, "lt"),
    (Lang::Lav, "lv"),
    (Lang::Est, "et"),
    (Lang::Tur, "tr"),
    (Lang::Vie, "vi"),
    (Lang::Rus, "ru"),
    (Lang::Ukr, "uk"),
    (Lang::Bel, "be"),
    (Lang::Bul, "bg"),
    (Lang::Srp, "sr"),
    (Lang::Mkd, "mk"),
    (Lang::Ell, "el"),
    (Lang::Hye, "hy"),
    (Lang::Kat, "ka"),
    (Lang::Heb, "he"),
    (Lang::Ara, "ar"),
    (Lang::Pes, "fa"),
    (Lang::Urd, "ur"),
    (Lang::Hin, "hi"),
    (Lang::Mar, "mr"),
    (Lang::Nep, "ne"),
    (Lang::Ben, "bn"),
    (Lang::Tam, "ta"),
    (Lang::Tel, "te"),
    (Lang::Mal, "ml"),
    (Lang::Kan, "kn"),
    (Lang::Guj, "gu"),
    (Lang::Pan, "pa"),
    (Lang::Sin, "si"),
    (Lang::Tha, "th"),
    (Lang::Khm, "km"),
    (Lang::Mya, "my"),
    (Lang::Amh, "am"),
    (Lang::Jpn, "ja"),
    (Lang::Cmn, "zh"),
    (Lang::Kor, "ko"),
];

/// The language of `text`; `declared` is what the file says of itself and only breaks a tie.
///
/// A declared language that cannot be told apart here (Kazakh, Swahili) is believed: the finding would be a neighbour.
pub fn detect(text: &str, declared: Option<Language>) -> Language {
    let head = head(text);
    let Some(found) = Detector::with_allowlist(KNOWN.iter().map(|&(lang, _)| lang).collect()).detect(head) else {
        return declared.unwrap_or(Language::UNKNOWN);
    };
    let beyond = is_shared(found.script()) && declared.is_some_and(|language| !is_known(language));
    let clear = !beyond && is_clear(head, &found);
    let found = if clear { code(found.lang()) } else { declared.or_else(|| of_few_letters(head, &found)) };
    match found {
        Some(Language::INDONESIAN) if clear || declared.is_none() => malay::or_indonesian(head, declared),
        found => found.unwrap_or(Language::UNKNOWN),
    }
}

/// The first part of `text`, cut at a character.
fn head(text: &str) -> &str {
    let mut end = text.len().min(REACH);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// Whether the finding can be trusted: enough letters and a clear lead, or a script that one language writes.
fn is_clear(head: &str, found: &Info) -> bool {
    let letters = head.chars().filter(|c| c.is_alphabetic()).count();
    if is_shared(found.script()) { letters >= LEAST_LETTERS && found.confidence() >= SURE } else { letters > 0 }
}

/// The language of a short text that says nothing of itself: what was found, by a clear lead or where small words bear it
/// out; or that of many small words, where nothing was found that is worth a thought.
fn of_few_letters(head: &str, found: &Info) -> Option<Language> {
    let letters = head.chars().filter(|c| c.is_alphabetic()).count();
    let (leader, lead) = small_words::leader(head);
    let language = code(found.lang())
        .filter(|language| found.confidence() >= SURE_OF_A_FEW || lead > 0 && language.code() == leader);
    let by_small_words = || Language::parse(leader).filter(|_| lead >= MANY && found.confidence() < SURE);
    language.or_else(by_small_words).filter(|_| letters >= A_FEW_LETTERS)
}

/// Whether several of the languages write in this script.
fn is_shared(script: Script) -> bool {
    matches!(script, Script::Latin | Script::Cyrillic | Script::Arabic | Script::Devanagari)
}

/// Whether the language can be found at all.
fn is_known(language: Language) -> bool {
    let code = language.code();
    code == "ms" || language == Language::UNKNOWN || KNOWN.iter().any(|(_, known)| *known == code)
}

fn code(lang: Lang) -> Option<Language> {
    let (_, code) = KNOWN.iter().find(|(known, _)| *known == lang)?;
    Language::parse(code)
}

#[cfg(test)]
mod tests;
