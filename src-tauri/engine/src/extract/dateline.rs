//! The place and outlet that agency style puts before the first sentence: "Liputan6.com, Jakarta -",
//! "GenPI.co - ", "JAKARTA, KOMPAS.com -". The text stays as it is; only the outlet's name is read from it.

/// The site named in the dateline of a body that begins with `paragraph`.
pub(super) fn site(paragraph: &str) -> Option<&str> {
    // A dateline is short: what follows the first dash is the sentence.
    let head = paragraph.char_indices().nth(70).map_or(paragraph, |(end, _)| paragraph.get(..end).unwrap_or(paragraph));
    let (line, _) = head.split_once(['-', '–', '—']).filter(|(line, _)| !line.contains(['"', '“', '!', '?']))?;
    let words = line.split([',', ' ', '(', ')', '/', '|']).filter(|word| !word.is_empty());
    words.clone().find(|word| is_site(word)).filter(|_| words.count() <= 6)
}

/// A name such as "KOMPAS.com" or "REPUBLIKA.CO.ID".
fn is_site(word: &str) -> bool {
    let mut parts = word.split('.');
    let name = parts.next().unwrap_or_default();
    let endings: Vec<&str> = parts.collect();
    name.len() >= 2
        && name.starts_with(|c: char| c.is_ascii_alphanumeric())
        && name.bytes().any(|b| b.is_ascii_alphabetic())
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && (1..=2).contains(&endings.len())
        && endings.iter().all(|part| (2..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::site;

    #[test]
    fn sites_in_datelines_are_read() {
        let cases = [
            ("Kabar7.com, Jakarta - Presiden tiba.", Some("Kabar7.com")),
            ("Lensa.co - Presiden tiba.", Some("Lensa.co")),
            ("JAKARTA, KABAR.com – Presiden tiba.", Some("KABAR.com")),
            ("HARIANKU.CO.ID, BANDUNG -- Gempa terjadi.", Some("HARIANKU.CO.ID")),
            ("JAKARTA - Presiden tiba.", None),
            ("Jakarta (ANTARA) - Presiden tiba.", None),
            ("The U.S. Senate - which met on Monday - voted.", None),
            ("Shares of Shop.com fell on Monday by 3 per cent and more than ten years ago - a record.", None),
            ("Presiden tiba di Jakarta.", None),
            ("", None),
        ];
        for (paragraph, expected) in cases {
            assert_eq!(site(paragraph), expected, "{paragraph}");
        }
    }
}
