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

/// The day named in the dateline of a body that begins with `paragraph`: "SURA, 23 Februari 2026 (Antara) -",
/// "HARBOUR CITY, Feb. 23, 2026 —". Only a whole date counts.
pub(super) fn date(paragraph: &str) -> Option<String> {
    let head = paragraph.char_indices().nth(90).map_or(paragraph, |(end, _)| paragraph.get(..end).unwrap_or(paragraph));
    let line = [" - ", " – ", " — ", " -- "].iter().filter_map(|dash| head.split_once(dash)).map(|(line, _)| line);
    let line = line.min_by_key(|line| line.len()).filter(|line| !line.contains(['"', '“', '!', '?']))?;
    let words: Vec<&str> = line.split([' ', ',', '(', ')', '.', '/']).filter(|word| !word.is_empty()).collect();
    words.windows(3).filter(|_| words.len() <= 9).find_map(|three| {
        let [one, two, year] = three else { return None };
        let year: i16 = year.parse().ok().filter(|year| (1800..2200).contains(year))?;
        let (day, month) = month(two).map(|month| (*one, month)).or_else(|| Some((*two, month(one)?)))?;
        let day = jiff::civil::Date::new(year, month, day.parse().ok()?).ok()?;
        Some(day.to_string())
    })
}

/// The month of an English or Indonesian name, or of its short form.
fn month(word: &str) -> Option<i8> {
    const NAMES: [&str; 12] = [
        "january januari",
        "february februari",
        "march maret",
        "april",
        "may mei",
        "june juni",
        "july juli",
        "august agustus",
        "september",
        "october oktober",
        "november",
        "december desember",
    ];
    let word = word.to_lowercase();
    let word = if word == "sept" { "sep" } else { word.as_str() };
    let is = |names: &&str| names.split(' ').any(|name| name == word || word.len() == 3 && name.starts_with(word));
    let at = NAMES.iter().position(is)?;
    i8::try_from(at + 1).ok()
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
    use super::{date, site};

    #[test]
    fn whole_dates_in_datelines_are_read() {
        let cases = [
            ("SURA, 23 Februari 2026 (Antara) - Presiden tiba.", Some("2026-02-23")),
            ("HARBOUR CITY, Feb. 3, 2026 — The ship sailed.", Some("2026-02-03")),
            ("HARBOUR CITY, Sept. 30, 2026 (AP) — The ship sailed.", Some("2026-09-30")),
            ("SURA, 31 Februari 2026 - Presiden tiba.", None),
            ("HARBOUR CITY, Feb. 3 (Reuters) - The ship sailed.", None),
            ("The ship sailed on 3 May 2026 and came back with forty people - a record.", None),
            ("Presiden tiba 3 Mei 2026.", None),
        ];
        for (paragraph, expected) in cases {
            assert_eq!(date(paragraph).as_deref(), expected, "{paragraph}");
        }
    }

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
