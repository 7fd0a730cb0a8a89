//! What a text says of itself before its first sentence: the dateline of agency style ("Liputan6.com, Jakarta -",
//! "JAKARTA, KOMPAS.com -", "HARBOUR CITY (AP) —") and the line of date above it. The text stays as it is; only the
//! outlet, the place and the day are read from it, and only where they are written out.

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
    let day = words.windows(3).filter(|_| words.len() <= 9).find_map(day_of);
    day.map(|day| day.to_string())
}

/// The place named in the dateline of a body that begins with `paragraph`: what is left of it without outlet, agency
/// and day, when that is a name of one to four words.
pub(super) fn place(paragraph: &str) -> Option<String> {
    let head = paragraph.char_indices().nth(70).map_or(paragraph, |(end, _)| paragraph.get(..end).unwrap_or(paragraph));
    let dashes = [" - ", " – ", " — ", " -- ", ") -", ") –", ") —"];
    let end =
        dashes.iter().filter_map(|dash| head.find(dash).map(|at| at + usize::from(dash.starts_with(')')))).min()?;
    let line = head.get(..end)?;
    if line.contains(['"', '“', '!', '?', ';']) {
        return None;
    }
    let without_brackets = line.split('(').next().unwrap_or_default();
    let is_day =
        |part: &str| part.chars().any(|c| c.is_ascii_digit()) || part.split(['.', ' ']).any(|w| month(w).is_some());
    let parts =
        without_brackets.split(',').map(str::trim).filter(|part| !part.is_empty() && !is_site(part) && !is_day(part));
    let parts: Vec<&str> = parts.collect();
    let words: Vec<&str> = parts.iter().flat_map(|part| part.split_whitespace()).collect();
    let named = words.iter().all(|word| word.starts_with(char::is_uppercase) || matches!(*word, "de" | "of" | "al"));
    // "GenPI.co - Presiden": a name alone before a dash is a dateline when it is in capitals, or credited, or an outlet's.
    let marked = line.contains('(') || line.contains(',') || words.iter().all(|word| word.to_uppercase() == *word);
    ((1..=4).contains(&words.len()) && named && marked).then(|| parts.join(", "))
}

/// The time named by a line of date above a text: "Rabu, 18 Jun 2025 15:24 WIB", "June 18, 2025". `None` for a line that
/// says anything else, and for one that tells of a change.
pub(super) fn line(paragraph: &str) -> Option<String> {
    const SAYS: [&str; 12] =
        ["pukul", "at", "on", "pada", "terbit", "published", "posted", "am", "pm", "tanggal", "jam", "date"];
    let split = |c: char| c.is_whitespace() || matches!(c, ',' | '|' | '(' | ')' | '•' | '·' | '-' | '–' | '/');
    let words: Vec<&str> = paragraph.split(split).filter(|word| !word.is_empty()).collect();
    if !(3..=10).contains(&words.len()) {
        return None;
    }
    let day = words.windows(3).position(|three| day_of(three).is_some())?;
    let date = day_of(words.get(day..day + 3)?)?;
    let rest: Vec<String> = words
        .iter()
        .enumerate()
        .filter(|(at, _)| !(day..day + 3).contains(at))
        .map(|(_, word)| word.trim_end_matches(':').to_lowercase())
        .collect();
    let time = rest.iter().find_map(|word| clock(word));
    let known = |word: &String| {
        clock(word).is_some()
            || zone(word).is_some()
            || WEEKDAYS.contains(&word.as_str())
            || SAYS.contains(&word.as_str())
    };
    // Twelve hours are left alone: "3:24 pm" would have to be counted.
    if !rest.iter().all(known) || rest.iter().any(|word| word == "am" || word == "pm") && time.is_some() {
        return None;
    }
    let zone = rest.iter().find_map(|word| zone(word)).unwrap_or_default();
    Some(time.map_or_else(|| date.to_string(), |time| format!("{date}T{time}:00{zone}")))
}

const WEEKDAYS: [&str; 22] = [
    "senin",
    "selasa",
    "rabu",
    "kamis",
    "jumat",
    "jum'at",
    "sabtu",
    "minggu",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
];

/// "15:24" or "15.24" as "15:24".
fn clock(word: &str) -> Option<String> {
    let (hour, minute) = word.split_once([':', '.'])?;
    let number = |text: &str, below: u8| {
        let digits = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        text.parse::<u8>().ok().filter(|n| digits && *n < below)
    };
    let (hour, minute) = (number(hour, 24)?, number(minute, 60).filter(|_| minute.len() == 2)?);
    Some(format!("{hour:02}:{minute:02}"))
}

fn zone(word: &str) -> Option<&'static str> {
    match word {
        "wib" => Some("+07:00"),
        "wita" => Some("+08:00"),
        "wit" => Some("+09:00"),
        "gmt" | "utc" => Some("Z"),
        _ => None,
    }
}

/// The day of three words: "18 Jun 2025" or "June 18 2025".
fn day_of(three: &[&str]) -> Option<jiff::civil::Date> {
    let [one, two, year] = three else { return None };
    let year: i16 = year.parse().ok().filter(|year| (1800..2200).contains(year))?;
    let trimmed = |word: &'_ str| word.trim_end_matches('.').to_owned();
    let (day, month) =
        month(&trimmed(two)).map(|month| (*one, month)).or_else(|| Some((*two, month(&trimmed(one))?)))?;
    jiff::civil::Date::new(year, month, day.parse().ok()?).ok()
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
    use super::{date, line, place, site};

    #[test]
    fn lines_of_date_above_a_text_are_read() {
        let cases = [
            ("Rabu, 18 Jun 2025 15:24 WIB", Some("2025-06-18T15:24:00+07:00")),
            ("Kamis, 5 Maret 2026 - 14.56 WITA", Some("2026-03-05T14:56:00+08:00")),
            ("18 Juni 2025", Some("2025-06-18")),
            ("June 18, 2025", Some("2025-06-18")),
            ("Published: Wednesday, June 18, 2025 at 15:24", Some("2025-06-18T15:24:00")),
            ("18 June 2025 | 08:24 GMT", Some("2025-06-18T08:24:00Z")),
            ("June 18, 2025 3:24 pm", None),
            ("Updated June 18, 2025", None),
            ("31 June 2025", None),
            ("The ship sailed on 18 June 2025.", None),
            ("18/06/2025", None),
            ("June 2025", None),
        ];
        for (paragraph, expected) in cases {
            assert_eq!(line(paragraph).as_deref(), expected, "{paragraph}");
        }
    }

    #[test]
    fn places_in_datelines_are_read() {
        let cases = [
            ("Kabar7.com, Jakarta - Presiden tiba.", Some("Jakarta")),
            ("JAKARTA, KABAR.com – Presiden tiba.", Some("JAKARTA")),
            ("WASHINGTON (AP) — The council met.", Some("WASHINGTON")),
            ("HARBOUR CITY, June 5 (Reuters) - The ship sailed.", Some("HARBOUR CITY")),
            ("Mataram, NTB (ANTARA News) - Dua orang tewas.", Some("Mataram, NTB")),
            ("JAKARTA - Presiden tiba.", Some("JAKARTA")),
            ("Lensa.co - Presiden tiba.", None),
            ("Presiden - yang baru tiba - berbicara.", None),
            ("The U.S. Senate - which met on Monday - voted.", None),
            ("Ana - a teacher - said so.", None),
            ("It was late.", None),
        ];
        for (paragraph, expected) in cases {
            assert_eq!(place(paragraph).as_deref(), expected, "{paragraph}");
        }
    }

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
