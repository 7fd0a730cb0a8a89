//! One spelling for words that languages borrowed from the same source ("television", "televisi", "televisión").
//!
//! Both sides are rewritten to the same rough skeleton, so that equal skeletons mean a likely cognate. It also evens out
//! spellings of names ("Ukraina", "Ukraine"; "Sergey", "Sergei").
use crate::model::Language;

/// Endings, longest first; the first that fits is replaced.
const ENDINGS: &[(&str, &str)] = &[
    ("isation", "isasi"),
    ("ization", "isasi"),
    ("ically", "ik"),
    ("ology", "ologi"),
    ("graphy", "grafi"),
    ("ation", "asi"),
    ("ition", "isi"),
    ("ction", "ksi"),
    ("ption", "psi"),
    ("ution", "usi"),
    ("ssion", "si"),
    ("sion", "si"),
    ("tion", "si"),
    ("itas", "itas"),
    ("ities", "itas"),
    ("ity", "itas"),
    ("ical", "ik"),
    ("ics", "ik"),
    ("isme", "ism"),
    ("ism", "ism"),
    ("ist", "is"),
    ("ive", "if"),
    ("ian", "i"),
    ("ia", "i"),
    ("ic", "ik"),
    ("is", "ik"),
    ("al", "al"),
    ("ary", "er"),
    ("ory", "ori"),
    ("ence", "ensi"),
    ("ency", "ensi"),
    ("ance", "ansi"),
    ("ancy", "ansi"),
    ("ent", "en"),
    ("ant", "an"),
    ("ies", "i"),
    ("y", "i"),
    ("es", ""),
    ("e", ""),
    ("s", ""),
    ("a", ""),
];

/// Endings of the languages other than English and Indonesian, tried before [`ENDINGS`].
const ELSEWHERE: &[(&str, &str)] = &[
    ("izaciones", "isasi"),
    ("ización", "isasi"),
    ("isierung", "isasi"),
    ("isering", "isasi"),
    ("izações", "isasi"),
    ("ização", "isasi"),
    ("aciones", "asi"),
    ("ación", "asi"),
    ("ações", "asi"),
    ("ação", "asi"),
    ("ciones", "si"),
    ("ción", "si"),
    ("siones", "si"),
    ("sión", "si"),
    ("ções", "si"),
    ("ção", "si"),
    ("sões", "si"),
    ("são", "si"),
    ("tionen", "si"),
    ("tions", "si"),
    ("tie", "si"),
    ("idades", "itas"),
    ("idade", "itas"),
    ("idad", "itas"),
    ("itäten", "itas"),
    ("ität", "itas"),
    ("iteiten", "itas"),
    ("iteit", "itas"),
    ("ités", "itas"),
    ("ité", "itas"),
    ("ismus", "ism"),
    ("ismo", "ism"),
    ("isten", "is"),
    ("istas", "is"),
    ("ista", "is"),
    ("iste", "is"),
    ("ischen", "ik"),
    ("ische", "ik"),
    ("isch", "ik"),
    ("iques", "ik"),
    ("ique", "ik"),
    ("icos", "ik"),
    ("icas", "ik"),
    ("ico", "ik"),
    ("ica", "ik"),
    ("os", ""),
    ("as", ""),
    ("o", ""),
];

/// Letter groups that sound alike, tried in this order.
const SOUNDS: &[(&str, &str)] =
    &[("ph", "f"), ("th", "t"), ("ch", "k"), ("ck", "k"), ("qu", "ku"), ("x", "ks"), ("cc", "ks"), ("rh", "r")];

/// The rough spelling of a lower-case word; `None` for words too short to tell anything.
pub(super) fn skeleton(word: &str, language: Language) -> Option<String> {
    if word.chars().count() < 4 || !word.chars().all(char::is_alphabetic) {
        return None;
    }
    let own = matches!(language.code(), "de" | "fr" | "es" | "pt" | "nl" | "it");
    let elsewhere = if own { ELSEWHERE } else { &[] };
    let (ending, by) = elsewhere.iter().chain(ENDINGS).find(|(e, _)| word.ends_with(e)).unwrap_or(&("", ""));
    let mut rough = format!("{}{by}", word.strip_suffix(ending).unwrap_or(word));
    for (from, to) in SOUNDS {
        if rough.contains(from) {
            rough = rough.replace(from, to);
        }
    }
    let mut out = String::with_capacity(rough.len());
    for letter in rough.chars() {
        let plain = match letter {
            'c' => 'k',
            'y' | 'j' => 'i',
            'v' => 'f',
            'z' => 's',
            'á' | 'à' | 'â' | 'ã' | 'ä' => 'a',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'í' | 'ì' | 'ï' => 'i',
            'ó' | 'ò' | 'ô' | 'õ' | 'ö' => 'o',
            'ú' | 'ù' | 'û' | 'ü' => 'u',
            'ç' => 's',
            'ñ' => 'n',
            other => other,
        };
        if !out.ends_with(plain) {
            out.push(plain);
        }
    }
    (out.len() >= 4).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cognates_meet() {
        for (a, b) in [
            ("television", "televisi"),
            ("organization", "organisasi"),
            ("university", "universitas"),
            ("politics", "politik"),
            ("geography", "geografi"),
            ("terrorism", "terorisme"),
            ("ukraine", "ukraina"),
            ("active", "aktif"),
            ("technology", "teknologi"),
        ] {
            assert_eq!(skeleton(a, Language::ENGLISH), skeleton(b, Language::INDONESIAN), "{a} {b}");
        }
        assert_ne!(skeleton("minister", Language::ENGLISH), skeleton("monster", Language::ENGLISH));
        assert_eq!(skeleton("air", Language::ENGLISH), None);
        for (code, word) in
            [("es", "organización"), ("pt", "organização"), ("de", "organisation"), ("nl", "organisatie")]
        {
            let language = Language::parse(code).unwrap_or(Language::UNKNOWN);
            assert_eq!(skeleton(word, language), skeleton("organization", Language::ENGLISH), "{word}");
        }
    }
}
