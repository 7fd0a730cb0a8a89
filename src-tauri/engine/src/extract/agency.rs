//! The news agency that an article is credited to: in its dateline ("WASHINGTON (AP) —"), as its author, or in brackets
//! at its end ("(Antara)").
//!
//! Only these places count: an agency named in a sentence is a source of the article, and no credit.

/// Names and short forms, lower case, with the name shown.
const AGENCIES: [(&str, &str); 28] = [
    ("ap", "AP"),
    ("associated press", "AP"),
    ("the associated press", "AP"),
    ("afp", "AFP"),
    ("agence france-presse", "AFP"),
    ("agence france presse", "AFP"),
    ("reuters", "Reuters"),
    ("thomson reuters", "Reuters"),
    ("antara", "Antara"),
    ("antara news", "Antara"),
    ("ant", "Antara"),
    ("dpa", "dpa"),
    ("epd", "epd"),
    ("kna", "KNA"),
    ("sid", "SID"),
    ("apa", "APA"),
    ("sda", "Keystone-SDA"),
    ("keystone-sda", "Keystone-SDA"),
    ("efe", "EFE"),
    ("europa press", "Europa Press"),
    ("ansa", "ANSA"),
    ("xinhua", "Xinhua"),
    ("kyodo", "Kyodo"),
    ("bernama", "Bernama"),
    ("upi", "UPI"),
    ("pa media", "PA Media"),
    ("ntb", "NTB"),
    ("tass", "TASS"),
];

/// The agency of an article by its author line, the beginning of its first paragraph and its last one.
pub(super) fn credited(byline: &str, first: &str, last: &str) -> Option<&'static str> {
    let author = byline.split([',', ';', '/']).find_map(named);
    author.or_else(|| in_dateline(first)).or_else(|| at_end(last))
}

fn named(text: &str) -> Option<&'static str> {
    let text = text.trim().to_lowercase();
    AGENCIES.iter().find(|(name, _)| *name == text).map(|(_, shown)| *shown)
}

/// "WASHINGTON (AP) —", "Mataram, NTB (ANTARA News) -": in brackets before the dash, near the beginning.
fn in_dateline(paragraph: &str) -> Option<&'static str> {
    let (place, rest) = paragraph.split_once('(').filter(|(place, _)| place.split_whitespace().count() <= 8)?;
    let (inside, after) = rest.split_once(')')?;
    let dash = after.trim_start().starts_with(['-', '–', '—', ':']);
    let sentence = place.contains(['.', '"', '“']) && !place.contains("St.");
    let credit = || inside.split(['/', ',']).find_map(named);
    if dash && !sentence { credit() } else { None }
}

/// "… said on Monday. (AFP)", or a last line of its own.
fn at_end(paragraph: &str) -> Option<&'static str> {
    let end = paragraph.trim_end_matches(['.', ' ']);
    let inside = end.strip_suffix([')', ']']).and_then(|text| text.rfind(['(', '[']).and_then(|at| text.get(at + 1..)));
    let alone = || named(end.trim_start_matches(['-', '–', '—', ' ']));
    inside.map_or_else(alone, |inside| inside.split(['/', ',']).find_map(named))
}

#[cfg(test)]
mod tests {
    use super::credited;

    #[test]
    fn an_agency_is_credited_in_its_places_only() {
        let cases = [
            ("", "WASHINGTON (AP) — The council met.", "It ends.", Some("AP")),
            ("", "Sura, NTB (ANTARA News) - Dua orang tewas.", "Selesai.", Some("Antara")),
            ("", "HARBOUR CITY, June 5 (Reuters) - The ship sailed.", "It ends.", Some("Reuters")),
            ("Agence France-Presse", "The council met.", "It ends.", Some("AFP")),
            ("Ana Budi, Reuters", "The council met.", "It ends.", Some("Reuters")),
            ("", "The council met.", "The ship sailed on Monday. (AFP)", Some("AFP")),
            ("", "The council met.", "(Antara)", Some("Antara")),
            ("", "The council met.", "dpa", Some("dpa")),
            ("", "The mayor told Reuters (a news agency) - twice.", "He spoke to the AP.", None),
            ("Ana Budi", "The council met.", "It said so (in part).", None),
            ("", "", "", None),
        ];
        for (byline, first, last, expected) in cases {
            assert_eq!(credited(byline, first, last), expected, "{byline} {first} {last}");
        }
    }
}
