//! One spelling for words that English and Indonesian borrowed from the same source ("television", "televisi").
//!
//! Both sides are rewritten to the same rough skeleton, so that equal skeletons mean a likely cognate. It also evens out
//! spellings of names ("Ukraina", "Ukraine"; "Sergey", "Sergei").

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

/// Letter groups that sound alike, tried in this order.
const SOUNDS: &[(&str, &str)] =
    &[("ph", "f"), ("th", "t"), ("ch", "k"), ("ck", "k"), ("qu", "ku"), ("x", "ks"), ("cc", "ks"), ("rh", "r")];

/// The rough spelling of a lower-case word; `None` for words too short to tell anything.
pub(super) fn skeleton(word: &str) -> Option<String> {
    if word.chars().count() < 4 || !word.chars().all(char::is_alphabetic) {
        return None;
    }
    let (ending, by) = ENDINGS.iter().find(|(e, _)| word.ends_with(e)).unwrap_or(&("", ""));
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
    use super::skeleton;

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
            assert_eq!(skeleton(a), skeleton(b), "{a} {b}");
        }
        assert_ne!(skeleton("minister"), skeleton("monster"));
        assert_eq!(skeleton("air"), None);
    }
}
