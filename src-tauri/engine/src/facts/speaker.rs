//! Who is named as saying a statement: "kata Blinken", "said Mark Sheridan", "according to the ministry", "Menlu AS
//! Antony Blinken mengatakan". A pronoun names nobody.
use std::ops::Range;

use super::lexicon::Lexicon;
use super::moments::moments;
use super::names::names;
use super::tokens::{Shape, Token, tokens};

/// Where the speaker stands in `text`.
pub(super) fn speaker(words: &Lexicon, text: &str) -> Option<Range<usize>> {
    let tokens = tokens(text);
    let inside = quoted(&tokens);
    let outside = |i: usize| !inside.get(i).copied().unwrap_or(false);
    let mut dated = vec![false; tokens.len()];
    for moment in moments(words, &tokens, None) {
        dated.iter_mut().take(moment.end).skip(moment.first).for_each(|t| *t = true);
    }
    let names = names(words, &tokens, &dated);
    for i in (0..tokens.len()).filter(|&i| outside(i)) {
        let lead = ["saying", "according"].iter().map(|p| words.part(&tokens, i, p)).max().unwrap_or(0);
        if lead > 0
            && let Some(found) = following(words, &tokens, i + lead, &names)
        {
            return Some(found);
        }
        let verb = words.part(&tokens, i, "states");
        if verb > 0
            && let Some(found) = preceding(words, &tokens, i, &names)
        {
            return Some(found);
        }
    }
    None
}

type Names = [(usize, usize, Vec<String>)];

/// The name after the verb, or after a title and a comma: "kata Kepala BBMKG Wilayah II, Hartanto".
fn following(words: &Lexicon, tokens: &[Token<'_>], at: usize, names: &Names) -> Option<Range<usize>> {
    let first = tokens.get(at).filter(|t| t.shape == Shape::Word || t.is("@"))?;
    if words.part(tokens, at, "pronoun") > 0 {
        return None;
    }
    let title = words.part(tokens, at, "title");
    let article = usize::from(matches!(first.lower.as_str(), "the" | "o" | "a" | "os" | "as" | "seorang" | "para"));
    let reach = at + article.max(if title > 0 { 12 } else { 2 });
    let clause = (at..tokens.len()).find(|&i| tokens.get(i).is_some_and(|t| matches!(t.text, "." | "\"" | "“" | ";")));
    let reach = reach.min(clause.unwrap_or(tokens.len()));
    if first.is("@") {
        return span(tokens, at + 1, at + 2);
    }
    let near = || names.iter().filter(|(from, ..)| (at..=reach).contains(from));
    // After a title and its body a comma opens the person's own name.
    let own = near()
        .find(|(from, ..)| title > 0 && from.checked_sub(1).is_some_and(|c| tokens.get(c).is_some_and(|t| t.is(","))));
    let best = own.or_else(|| near().next());
    best.and_then(|n| span(tokens, n.0, body(words, tokens, n)?))
}

/// Most words of a common noun after a demonym.
const NOUN: usize = 2;

/// Where a name ends. A demonym alone names nobody: it takes the common noun after it, "French presidency".
fn body(words: &Lexicon, tokens: &[Token<'_>], name: &(usize, usize, Vec<String>)) -> Option<usize> {
    let &(from, end, _) = name;
    if end - from > 1 || words.part(tokens, from, "demonym") == 0 {
        return Some(end);
    }
    let common = |i: &usize| {
        let small = tokens.get(*i).is_some_and(|t| t.shape == Shape::Word && t.text == t.lower);
        small && !words.is_stop(tokens, *i) && words.part(tokens, *i, "states") == 0
    };
    let noun = (end..end + NOUN).take_while(common).count();
    (noun > 0).then_some(end + noun)
}

/// The last name before the verb, when only a few words part them.
fn preceding(words: &Lexicon, tokens: &[Token<'_>], verb: usize, names: &Names) -> Option<Range<usize>> {
    let pronoun = verb.checked_sub(1).is_some_and(|p| words.part(tokens, p, "pronoun") == 1);
    let near = names.iter().rev().find(|(_, end, _)| *end <= verb && verb - *end <= 2)?;
    let parted =
        (near.1..verb).any(|i| tokens.get(i).is_some_and(|t| t.shape == Shape::Mark && !t.is(",") && !t.is(")")));
    (!pronoun && !parted).then(|| span(tokens, near.0, near.1))?
}

fn span(tokens: &[Token<'_>], first: usize, end: usize) -> Option<Range<usize>> {
    Some(tokens.get(first)?.start..tokens.get(end.checked_sub(1)?)?.end)
}

/// Which tokens stand between quotation marks.
fn quoted(tokens: &[Token<'_>]) -> Vec<bool> {
    let mut open = false;
    tokens
        .iter()
        .map(|t| {
            match t.text {
                "“" => open = true,
                "”" => open = false,
                "\"" => open = !open,
                _ => {}
            }
            open
        })
        .collect()
}
