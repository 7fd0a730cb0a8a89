//! Word by word: what one statement has that the other has not. For two statements of one language.
//!
//! The edit script comes from `similar` over word tokens, folded to lower case; signs and white space are no tokens.
//! A clean-up pass then joins changes that are parted only by a short word, as a person would mark them (after
//! imara-diff's slider and diff-match-patch's "semantic clean-up").
use std::time::Instant;

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices_deadline};

use super::{Stand, Wording};
use crate::model::{Edit, EditKind, Ruler};

/// Share of changed words above which word marks say nothing.
const MOSTLY: f32 = 0.6;

/// An equal run of one word of at most this many characters between two changes is counted as changed.
const ISLAND: usize = 3;

/// The steps from the words of `a` to the words of `b`, and whether most words differ.
///
/// Spans run from the first to the last word of a step; what stands between two steps belongs to none.
/// After `deadline` the rest is given as one replacement.
pub fn words(a: &Stand<'_>, b: &Stand<'_>, deadline: Option<Instant>) -> (Vec<Edit>, bool) {
    between((a.text, a.wording), (b.text, b.wording), deadline)
}

fn between(
    (a, a_wording): (&str, &Wording),
    (b, b_wording): (&str, &Wording),
    deadline: Option<Instant>,
) -> (Vec<Edit>, bool) {
    let (a_words, b_words) = (&a_wording.words, &b_wording.words);
    let ops = capture_diff_slices_deadline(Algorithm::Myers, &a_wording.folded, &b_wording.folded, deadline);
    let steps = join_islands(&ops, &a_wording.folded);
    let (a_ruler, b_ruler) = (Ruler::of(a), Ruler::of(b));
    let span = |text: &Ruler<'_>, words: &[std::ops::Range<usize>], range: &std::ops::Range<usize>| {
        let start = words.get(range.start).map_or(usize::MAX, |w| w.start);
        let end = if range.is_empty() { start } else { words.get(range.end - 1).map_or(usize::MAX, |w| w.end) };
        text.span(start..end)
    };
    let edits: Vec<Edit> = steps
        .iter()
        .map(|step| Edit {
            kind: step.kind(),
            a: span(&a_ruler, a_words, &step.a),
            b: span(&b_ruler, b_words, &step.b),
        })
        .collect();
    let changed: usize = steps.iter().filter(|s| !s.equal).map(|s| s.a.len() + s.b.len()).sum();
    let all = a_words.len() + b_words.len();
    (edits, changed as f32 > MOSTLY * all as f32)
}

/// A run of words on both sides.
struct Step {
    equal: bool,
    a: std::ops::Range<usize>,
    b: std::ops::Range<usize>,
}

impl Step {
    fn kind(&self) -> EditKind {
        match (self.equal, self.a.is_empty(), self.b.is_empty()) {
            (true, ..) => EditKind::Equal,
            (false, true, _) => EditKind::Insert,
            (false, _, true) => EditKind::Delete,
            (false, false, false) => EditKind::Replace,
        }
    }
}

fn join_islands(ops: &[DiffOp], a_words: &[String]) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for (i, op) in ops.iter().enumerate() {
        let inside = i > 0 && i + 1 < ops.len();
        let island = inside && op.old_range().len() == 1 && a_words[op.old_range().start].chars().count() <= ISLAND;
        let equal = op.tag() == DiffTag::Equal && !island;
        match steps.last_mut() {
            Some(last) if last.equal == equal => {
                last.a.end = op.old_range().end;
                last.b.end = op.new_range().end;
            }
            _ => steps.push(Step { equal, a: op.old_range(), b: op.new_range() }),
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Language, Span};

    fn words(a: &str, b: &str, deadline: Option<Instant>) -> (Vec<Edit>, bool) {
        let wording = |text| Wording::of(text, Language::ENGLISH);
        between((a, &wording(a)), (b, &wording(b)), deadline)
    }

    fn script(a: &str, b: &str) -> String {
        let cut = |text: &str, s: &Span| -> String {
            let units: Vec<u16> = text.encode_utf16().collect();
            String::from_utf16_lossy(&units[s.start as usize..s.end as usize])
        };
        let (edits, _) = words(a, b, None);
        edits
            .iter()
            .map(|e| match e.kind {
                EditKind::Equal => cut(a, &e.a),
                _ => format!("[{}→{}]", cut(a, &e.a), cut(b, &e.b)),
            })
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn a_changed_word_stands_between_equal_ones() {
        assert_eq!(
            script("The call lasted 105 minutes.", "The call lasted 100 minutes"),
            "The call lasted [105→100] minutes"
        );
    }

    #[test]
    fn signs_and_capitals_are_no_change() {
        assert_eq!(script("“Élysée” said", "élysée said"), "Élysée” said");
    }

    #[test]
    fn a_short_word_between_changes_is_changed_too() {
        assert_eq!(script("seek a truce in Kyiv", "want a pause in Kyiv"), "[seek a truce→want a pause] in Kyiv");
    }

    #[test]
    fn other_words_throughout_are_mostly_different() {
        assert!(words("one two three four", "five six seven four", None).1);
        assert!(!words("one two three four", "one two three five", None).1);
    }

    #[test]
    fn long_reversed_texts_end_by_the_deadline() {
        let forth: Vec<String> = (0..20_000).map(|n| format!("w{n}")).collect();
        let back: Vec<String> = forth.iter().rev().cloned().collect();
        let begun = Instant::now();
        words(&forth.join(" "), &back.join(" "), Some(begun + std::time::Duration::from_millis(300)));
        assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
    }
}
