//! Which words of a statement stand together: its clauses, by marks and by the small words that join them.
//!
//! Two long sentences often share one clause and nothing else; by clauses the shared part can be seen beside what is
//! not shared. Rough on purpose: a clause that is cut too small is joined to its neighbour again when it is measured.
use std::ops::Range;

use crate::model::Language;

/// A statement has at most so many clauses; what comes later belongs to the last.
const MOST: usize = 12;

/// Small words that open a clause, by language.
fn joiners(language: Language) -> &'static str {
    match language.code() {
        "id" | "ms" => {
            "yang bahwa karena lantaran akibat setelah usai sebelum ketika saat sementara sedangkan dan serta tetapi \
             namun agar supaya untuk hingga sehingga dengan imbas meski jika apabila"
        }
        "en" => {
            "that who which where because after before when while and but as if although saying since until over amid \
             into with following"
        }
        "pt" => "que quem onde porque depois após antes quando enquanto e mas para segundo embora se até com",
        _ => "",
    }
}

/// The clause of each word; `words` are the places of the words in `text`, in order.
pub(super) fn clauses(text: &str, words: &[Range<usize>], language: Language) -> Vec<u8> {
    let joiners: Vec<&str> = joiners(language).split_whitespace().collect();
    let mut clause = 0usize;
    let mut end = 0;
    let mut of_word = Vec::with_capacity(words.len());
    for word in words {
        let between = text.get(end..word.start).unwrap_or_default();
        let lower = text.get(word.clone()).unwrap_or_default().to_lowercase();
        let opens = between.contains(is_mark) || joiners.contains(&lower.as_str());
        if opens && !of_word.is_empty() {
            clause += 1;
        }
        end = word.end;
        of_word.push(clause.min(MOST - 1) as u8);
    }
    of_word
}

fn is_mark(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '(' | ')' | '“' | '”' | '"' | '–' | '—' | '…' | '?' | '!')
}
