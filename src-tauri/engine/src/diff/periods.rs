//! Quarters and halves of a year that a statement speaks of: what is told of the first quarter and of the second is two
//! things. Read from the words themselves, of all languages alike; a year beside them is a date and is compared as one.
use crate::segment;

/// Words for a stretch of a year, with how many of them make one.
const STRETCHES: [(&str, u8); 11] = [
    ("quarter", 4),
    ("kuartal", 4),
    ("triwulan", 4),
    ("trimestre", 4),
    ("quartal", 4),
    ("kwartaal", 4),
    ("half", 2),
    ("semester", 2),
    ("semestre", 2),
    ("paruh", 2),
    ("halbjahr", 2),
];

/// How the first to the fourth are told; whole words.
const WHICH: [&[&str]; 4] = [
    &["first", "1st", "pertama", "i", "1", "primer", "primero", "primeiro", "premier", "erste", "ersten", "eerste"],
    &["second", "2nd", "kedua", "ii", "2", "segundo", "deuxième", "second", "zweite", "zweiten", "tweede"],
    &["third", "3rd", "ketiga", "iii", "3", "tercer", "tercero", "terceiro", "troisième", "dritte", "dritten", "derde"],
    &["fourth", "4th", "keempat", "iv", "4", "cuarto", "quarto", "quatrième", "vierte", "vierten", "vierde"],
];

/// The stretch, and which of its kind in the year, counted from 1.
type Period = (u8, usize);

/// Both statements speak of quarters or halves of a year, and of none together.
pub(super) fn apart(a: &str, b: &str) -> bool {
    let (of_a, of_b) = (periods(a), periods(b));
    !of_a.is_empty() && !of_b.is_empty() && !of_a.iter().any(|period| of_b.contains(period))
}

fn periods(text: &str) -> Vec<Period> {
    let words: Vec<String> =
        segment::words(text).into_iter().filter_map(|place| Some(text.get(place)?.to_lowercase())).collect();
    let parts: Vec<&str> = words.iter().flat_map(|word| word.split('-')).collect();
    let which = |at: Option<usize>| {
        let word = parts.get(at?)?;
        WHICH.iter().position(|words| words.contains(word)).map(|n| n + 1)
    };
    let period = |(at, word): (usize, &&str)| {
        // "Q2", "1Q": a quarter in two letters.
        let letters = word.strip_prefix('q').or_else(|| word.strip_suffix('q')).filter(|n| n.len() == 1);
        if let Some(n) = letters {
            return WHICH.iter().position(|words| words.contains(&n)).map(|n| (4, n + 1));
        }
        let stretch = STRETCHES.iter().find(|(name, _)| name == word)?.1;
        Some((stretch, which(at.checked_sub(1)).or_else(|| which(Some(at + 1)))?))
    };
    parts.iter().enumerate().filter_map(period).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_and_halves_are_read() {
        assert_eq!(periods("First-quarter sales rose, after a weak fourth quarter."), [(4, 1), (4, 4)]);
        assert_eq!(periods("Pertumbuhan pada kuartal II 2025 dan semester pertama"), [(4, 2), (2, 1)]);
        assert_eq!(periods("Q3 results; 2Q25 is not read"), [(4, 3)]);
        assert_eq!(periods("a quarter of the half-empty seats"), []);
    }

    #[test]
    fn two_are_apart_when_they_share_none() {
        assert!(apart("in the first quarter", "Q2 profit"));
        assert!(!apart("in the first quarter", "up from the first quarter to the second quarter"));
        assert!(!apart("in the first quarter", "last year"));
    }
}
