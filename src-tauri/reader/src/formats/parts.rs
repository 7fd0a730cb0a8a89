//! Several articles in one file: which one is meant.
use parallax_engine::model::NoticeCode;

use crate::{Ask, Problem};

/// Most titles in the message; `detail` has all of them.
const SHOWN: usize = 12;
/// Longest title, in characters.
const LONGEST: usize = 120;
/// Most parts that are told apart: a mailbox of years is no choice.
pub(super) const MOST: usize = 500;

/// The part that was asked for, or the only one. `parts` have titles for people.
pub(super) fn choose<T>(file: &str, mut parts: Vec<(String, T)>, ask: &Ask) -> Result<T, Problem> {
    if parts.is_empty() {
        return Err(Problem::no_text(file));
    }
    match ask.part {
        None if parts.len() == 1 => Ok(parts.swap_remove(0).1),
        Some(part) if part >= 1 && part as usize <= parts.len() => Ok(parts.swap_remove(part as usize - 1).1),
        _ => Err(several(file, &parts.iter().map(|(title, _)| title.as_str()).collect::<Vec<_>>())),
    }
}

fn several(file: &str, titles: &[&str]) -> Problem {
    let titles: Vec<String> = titles.iter().take(MOST).enumerate().map(|(at, title)| shown(at, title)).collect();
    let list: String =
        titles.iter().take(SHOWN).enumerate().map(|(at, title)| format!("\n  {} {title}", at + 1)).collect();
    let more = titles.len().checked_sub(SHOWN + 1).map(|_| "\n  …").unwrap_or_default();
    let message = format!("“{file}” holds {} articles. Choose which one to compare:{list}{more}", titles.len());
    Problem { detail: Some(titles.join("\n")), ..Problem::new(NoticeCode::SeveralArticles, message) }
}

fn shown(at: usize, title: &str) -> String {
    let line = title.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        _ if line.is_empty() => format!("({})", at + 1),
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default().trim_end()),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn parts(titles: &[&str]) -> Vec<(String, usize)> {
        titles.iter().enumerate().map(|(at, title)| ((*title).to_owned(), at)).collect()
    }

    #[test]
    fn one_part_needs_no_choice() {
        assert_eq!(choose("a.mbox", parts(&["Flood"]), &Ask::default()), Ok(0));
    }

    #[test]
    fn several_parts_are_listed_and_chosen_by_number() {
        let problem = choose("a.mbox", parts(&["Flood", "  Fire \n at sea", ""]), &Ask::default()).unwrap_err();
        assert_eq!(problem.code, NoticeCode::SeveralArticles);
        assert_eq!(problem.detail.as_deref(), Some("Flood\nFire at sea\n(3)"));
        assert!(problem.message.contains("a.mbox") && problem.message.contains("2 Fire at sea"), "{}", problem.message);
        let second = Ask { part: Some(2), ..Ask::default() };
        assert_eq!(choose("a.mbox", parts(&["Flood", "Fire"]), &second), Ok(1));
        let none = Ask { part: Some(9), ..Ask::default() };
        assert!(choose("a.mbox", parts(&["Flood", "Fire"]), &none).is_err());
    }
}
