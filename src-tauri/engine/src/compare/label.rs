//! A short name for a claim, taken from its own words.

/// Longest name, in characters.
const LONGEST: usize = 72;

/// The shortest of `texts`, cut at the end of a clause or word, without quotation marks around it and a full stop.
pub(super) fn label<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let shortest = texts.min_by_key(|text| (text.chars().count(), *text)).unwrap_or_default();
    let plain = shortest.trim_matches(|c: char| "\"“”„«»'‘’".contains(c) || c.is_whitespace());
    cut(plain).trim_end_matches(['.', ',', ';', ':', ' ']).to_owned()
}

fn cut(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let head: String = text.chars().take(LONGEST).collect();
    // A clause of fewer than 24 characters ("On Sunday,") names nothing.
    let clause = head.char_indices().rfind(|&(at, c)| ",;:–—".contains(c) && at >= 24 && ends_clause(&head, at));
    match clause.or_else(|| head.char_indices().rfind(|(_, c)| c.is_whitespace())) {
        Some((at, ',' | ';' | ':' | '–' | '—')) => head[..at].to_owned(),
        Some((at, _)) => format!("{}…", head[..at].trim_end()),
        None => format!("{head}…"),
    }
}

/// A comma inside a number ("4,8") ends no clause.
fn ends_clause(text: &str, at: usize) -> bool {
    text[at..].chars().nth(1).is_none_or(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn the_shortest_text_names_the_claim() {
        assert_eq!(label(["A longer way to say it.", "“Said short.”"].into_iter()), "Said short");
    }

    #[test]
    fn long_texts_are_cut_at_a_clause() {
        let text =
            "The two leaders spoke by telephone for 105 minutes, two weeks after the visit of the president to Moscow.";
        assert_eq!(label([text].into_iter()), "The two leaders spoke by telephone for 105 minutes");
    }

    #[test]
    fn without_a_clause_they_are_cut_at_a_word() {
        let text =
            "The president of the republic and all of the ministers of his government went home without saying a word";
        assert_eq!(label([text].into_iter()), "The president of the republic and all of the ministers of his…");
    }
}
