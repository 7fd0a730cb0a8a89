//! Whether a full stop ends a sentence: by what stands before it, what comes after it, and the rules of the language.
//!
//! In doubt a stop does not end a sentence when an abbreviation or initials stand before it: two statements in one are
//! still matched, half a statement is not.
use super::furniture;
use super::rules::{Rules, is_site_ending};
use super::shield;
use super::signs::is_terminator;
use super::stop::{Stop, first_word, word_before};

/// Where sentences begin inside `block`, its start left out.
pub fn cuts(block: &str, rules: &Rules) -> Vec<usize> {
    let mut cuts = Vec::new();
    let mut sentence = skip_furniture(block, 0, &mut cuts);
    if furniture::is_teaser(block.get(sentence..).unwrap_or_default(), rules) {
        return cuts;
    }
    let spans = shield::spans(block, rules.quote_limit);
    let mut read = sentence;
    for (at, c) in block.char_indices() {
        if at < read {
            continue;
        }
        if c.is_uppercase() && !shield::covers(&spans, at) && lost_stop(block, sentence, at, rules) {
            cuts.push(at);
            sentence = at;
        }
        if !(is_terminator(c) || rules.ends.contains(c)) {
            continue;
        }
        let stop = Stop::read(block, at, c, sentence, rules);
        read = stop.end;
        if stop.next >= block.len() {
            break;
        }
        if !shield::covers(&spans, stop.end) && ends_sentence(block, sentence, &stop, rules) {
            cuts.push(stop.next);
            sentence = skip_furniture(block, stop.next, &mut cuts);
            read = read.max(sentence);
        }
    }
    cuts
}

/// Cuts off machine phrases glued to the front of the sentence at `start`; returns where the sentence itself begins.
fn skip_furniture(block: &str, start: usize, cuts: &mut Vec<usize>) -> usize {
    let mut start = start;
    loop {
        let length = furniture::glued(block.get(start..).unwrap_or_default());
        if length == 0 || start + length >= block.len() {
            return start;
        }
        start += length;
        cuts.push(start);
    }
}

fn ends_sentence(block: &str, sentence: usize, stop: &Stop, rules: &Rules) -> bool {
    let rest = block.get(stop.next..).unwrap_or_default();
    let next = first_word(rest);
    if stop.next == stop.end {
        return if stop.wide {
            !(stop.quoted && goes_on(rest, rules))
        } else {
            is_glued(block, stop, rest, next, rules)
        };
    }
    if !rules.dot_ends && stop.lone_dot {
        return false;
    }
    if starts_low(next) {
        return furniture::is_signature(rest);
    }
    if stop.lone_dot && !dot_ends(block, sentence, stop, next, rules) {
        return false;
    }
    !(stop.open_ended && stop.quoted && is_attribution(rest, rules))
}

/// Whether a sentence begins at `at` although no sign stands before it: "… merokok Ia mengatakan …".
///
/// Only between words in small letters and with words that are written with a capital nowhere else.
fn lost_stop(block: &str, sentence: usize, at: usize, rules: &Rules) -> bool {
    const LEAST_WORDS: usize = 3;
    if rules.lost_stop.0.is_empty() {
        return false;
    }
    let (before, rest) = (block.get(sentence..at).unwrap_or_default(), block.get(at..).unwrap_or_default());
    let word = first_word(rest);
    let after = rest.get(word.len()..).unwrap_or_default();
    let bare = before.trim_end_matches(' ');
    let last = word_before(bare, bare.len());
    bare.len() + 1 == before.len()
        && !last.is_empty()
        && last.chars().all(|c| c.is_lowercase() || c.is_numeric())
        && (after.starts_with(", ") || after.strip_prefix(' ').is_some_and(starts_low))
        && rules.lost_stop.has(word)
        && bare.split(' ').nth(LEAST_WORDS - 1).is_some()
}

/// Whether a word cannot open a sentence because it is written small; "iPhone" and "eBay" can.
fn starts_low(word: &str) -> bool {
    let mut chars = word.chars();
    let small = chars.next().is_some_and(char::is_lowercase);
    small && !chars.next().is_some_and(char::is_uppercase)
}

/// Whether a plain full stop ends the sentence, judged by the word before it and the word after it.
fn dot_ends(block: &str, sentence: usize, stop: &Stop, next: &str, rules: &Rules) -> bool {
    let word = word_before(block, stop.start);
    if word.is_empty() {
        return true;
    }
    let so_far = block.get(sentence..stop.start).unwrap_or_default();
    if is_label(word) && so_far.trim_start_matches(|c: char| !c.is_alphanumeric()) == word {
        return false;
    }
    if is_number(next) && rules.before_number.has(word) {
        return false;
    }
    if rules.before_name.has(word) {
        return false;
    }
    let weak = rules.anywhere.has(word)
        || (is_initial(word)
            && !so_far.ends_with(&format!("-{word}"))
            && !follows_lettered_noun(block, stop.start - word.len(), rules))
        || is_dotted(word)
        || is_clipped(word)
        || (rules.ordinals && is_ordinal(word))
        || (is_number(word) && is_initial(next) && !word.starts_with(char::is_numeric));
    !weak || (rules.starters.has(next) && !opens_initials(block, stop, next))
}

/// "1", "12", "b", "IV": what stands before the full stop of a list item.
fn is_label(word: &str) -> bool {
    let digits = word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit());
    digits || word.chars().count() == 1 || (word.len() <= 4 && word.bytes().all(|b| b"ivxIVX".contains(&b)))
}

/// A number or a Roman numeral: "5", "31st", "XI".
fn is_number(word: &str) -> bool {
    let roman = word.bytes().all(|b| b"IVXLC".contains(&b));
    !word.is_empty() && (roman || word.starts_with(|c: char| c.is_numeric()))
}

/// A single capital: "J" in "J. K. Rowling".
fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
}

/// "U.S", "Ph.D", "S.Pd", "a.m": short parts with full stops between them; "CNN.com" is none.
fn is_dotted(word: &str) -> bool {
    let mut parts = word.split('.');
    let short = |part: &str| !part.is_empty() && part.chars().count() <= 3 && part.chars().all(char::is_alphabetic);
    word.contains('.') && parts.all(short) && !word.rsplit('.').next().is_some_and(is_site_ending)
}

/// A short word without a vowel that is no acronym and no unit: "Kpts", "Tbk", "Drs".
fn is_clipped(word: &str) -> bool {
    const UNITS: &[&str] =
        &["km", "kg", "cm", "mm", "ml", "mg", "kw", "kwh", "mw", "hz", "mhz", "ghz", "gb", "mb", "tb"];
    let consonants = word.bytes().all(|b| b.is_ascii_alphabetic() && !b"aeiouyAEIOUY".contains(&b));
    consonants
        && (2..=4).contains(&word.len())
        && word.bytes().skip(1).all(|b| b.is_ascii_lowercase())
        && !UNITS.contains(&word.to_ascii_lowercase().as_str())
}

/// Whether the next word is a letter with a full stop of its own: "S. A.", not "no. A casa".
fn opens_initials(block: &str, stop: &Stop, next: &str) -> bool {
    is_initial(next)
        && block.get(stop.next..).and_then(|rest| rest.strip_prefix(next)).is_some_and(|rest| rest.starts_with('.'))
}

/// "12" and "XII", which German, Danish or Slovak write with a full stop: "12. Juni", "XII. Parlament".
fn is_ordinal(word: &str) -> bool {
    let digits = word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
    digits || (word.len() <= 5 && word.bytes().all(|b| b"IVX".contains(&b)))
}

/// "Grup B", "Vitamin C", "Plan B": the letter is a name, and the full stop after it is one.
fn follows_lettered_noun(block: &str, letter: usize, rules: &Rules) -> bool {
    let before = block.get(..letter).unwrap_or_default();
    let trimmed = before.trim_end_matches(' ');
    trimmed.len() < before.len() && rules.lettered.has(word_before(trimmed, trimmed.len()))
}

/// Whether a new sentence was glued to this one without white space, as scrapers do: "tersebut.Gempa", "Rabu.Polisi".
///
/// Only between whole words, or before a word that opens sentences; "Liputan6.com", "Jane.Doe@x.org", "Jl.Merdeka" stay.
fn is_glued(block: &str, stop: &Stop, rest: &str, next: &str, rules: &Rules) -> bool {
    let mut letters = next.chars();
    let capital = letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase);
    if !capital || (next.len() < 2 && !rest.starts_with(['"', '“'])) || is_site_ending(next) {
        return false;
    }
    let word = word_before(block, stop.start);
    let before = block.get(..stop.start - word.len()).unwrap_or_default();
    let in_address = before.ends_with(['/', ':', '@', '_', '-', '=']) || word.contains('.');
    let behind = rest.get(rest.find(next).unwrap_or(0) + next.len()..).unwrap_or_default();
    let runs_on = behind.starts_with(['.', '@', '/', '_', ':', '(']) && !behind.starts_with(". ");
    if in_address
        || runs_on
        || [rules.before_name, rules.before_number, rules.anywhere].iter().any(|list| list.has(word))
    {
        return false;
    }
    let length = word.chars().count();
    let small = length >= 3 && word.chars().all(char::is_lowercase);
    let name = length >= 4 && next.chars().count() >= 4 && word.chars().skip(1).all(char::is_lowercase);
    let closed = !word.is_empty() && (stop.quoted || word.chars().all(char::is_numeric));
    small || closed || (name && behind.starts_with([' ', ','])) || rules.starters.has(next)
}

/// `"Really?" Obama asked.`: a name, then a verb of speaking.
fn is_attribution(rest: &str, rules: &Rules) -> bool {
    let mut words = rest.split(' ').take(4).map(|word| word.trim_end_matches([',', '.', ':']));
    words.next().is_some_and(|name| !rules.starters.has(name)) && words.any(|word| rules.says.has(word))
}

/// Whether a closed quotation goes on in a script without spaces: 「はい。」と言った, “好。”他说.
fn goes_on(rest: &str, rules: &Rules) -> bool {
    const REACH: usize = 8;
    let head = rest.char_indices().nth(REACH).map_or(rest, |(end, _)| rest.get(..end).unwrap_or_default());
    let head = head.split(['，', '。', '、', ',']).next().unwrap_or_default();
    rules.says.any(|verb| head.contains(verb))
}
