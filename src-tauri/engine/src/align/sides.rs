//! Who acts in a report from a court: the prosecution that demands, or the court that rules. "Jaksa menuntut 14 tahun" and
//! "Hakim memvonis 11 tahun" share nearly all their words and tell two things.
use crate::model::Language;

/// A side of a trial.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// The prosecution.
    Prosecution,
    /// The court.
    Court,
}

/// Words of one language, lower case, as they stand in texts.
struct Words {
    prosecution: &'static [&'static str],
    /// Acts that only a court does.
    rules: &'static [&'static str],
    /// The court and what it is asked for, named in demands too.
    court: &'static [&'static str],
}

const INDONESIAN: Words = Words {
    prosecution: &["jaksa", "jpu", "penuntut", "menuntut", "dituntut", "tuntut", "tuntutan", "tuntutannya"],
    rules: &[
        "vonis",
        "vonisnya",
        "memvonis",
        "divonis",
        "menjatuhkan",
        "dijatuhi",
        "dijatuhkan",
        "dihukum",
        "mengadili",
    ],
    court: &["hakim", "majelis", "putusan", "putusannya", "memutuskan", "memutus", "diputus"],
};
const ENGLISH: Words = Words {
    prosecution: &["prosecutor", "prosecutors", "prosecution", "sought"],
    rules: &["sentenced", "convicted", "acquitted", "verdict"],
    court: &["judge", "judges", "court", "jury", "ruled", "ruling"],
};
const PORTUGUESE: Words = Words {
    prosecution: &["promotor", "promotora", "promotores", "promotoria", "procurador", "procuradores"],
    rules: &["condenado", "condenada", "condenados", "condenou", "absolveu", "absolvido", "sentença", "veredicto"],
    court: &["juiz", "juíza", "juízes", "tribunal", "júri", "decidiu"],
};

/// The side that acts in a statement of these words (lower case); none where neither or both do.
pub(super) fn side<'w>(words: impl Iterator<Item = &'w str>, language: Language) -> Option<Side> {
    let known = match language.code() {
        "id" | "ms" => &INDONESIAN,
        "en" => &ENGLISH,
        "pt" => &PORTUGUESE,
        _ => return None,
    };
    let (mut demands, mut rules, mut court) = (false, false, false);
    for word in words {
        demands |= known.prosecution.contains(&word);
        rules |= known.rules.contains(&word);
        court |= known.court.contains(&word);
    }
    match (demands, rules, court) {
        (true, false, _) => Some(Side::Prosecution),
        (false, true, _) | (false, _, true) => Some(Side::Court),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, language: Language) -> Option<Side> {
        let text = text.to_lowercase();
        side(text.split_whitespace(), language)
    }

    #[test]
    fn the_side_that_acts() {
        let indonesian = Language::parse("id").unwrap_or(Language::UNKNOWN);
        assert_eq!(of("Jaksa menuntut terdakwa 14 tahun penjara", indonesian), Some(Side::Prosecution));
        assert_eq!(
            of("Kami menuntut agar majelis hakim memutuskan terdakwa bersalah", indonesian),
            Some(Side::Prosecution)
        );
        assert_eq!(of("Terdakwa divonis 11 tahun penjara", indonesian), Some(Side::Court));
        assert_eq!(of("Hakim menilai terdakwa bersalah", indonesian), Some(Side::Court));
        assert_eq!(of("Vonis itu di bawah tuntutan jaksa", indonesian), None);
        assert_eq!(of("The mine was closed", Language::ENGLISH), None);
    }
}
