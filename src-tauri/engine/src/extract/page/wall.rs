//! Whether a page holds only the beginning of its article: a few sentences before a wall for subscribers, or a text
//! that breaks off.
//!
//! A page may well say that it is not free and still hold all of its text, and many a wall waits in the code of a page
//! that shows its article. So a wall counts only with a short text or one that breaks off.
use super::blocks::Block;
use super::phrases;
use super::title::letters;

/// A text of fewer words before a wall is no whole article, even if it ends with a full stop.
const SHORT: usize = 60;
/// A text of fewer words, of which the page says that it is not free and below which the wall stands, is a beginning.
const LONGEST_BEGINNING: usize = 250;
/// Without a wall, only a text of fewer words that breaks off is a beginning ("Read on …" of a feed).
const BROKEN: usize = 100;

/// Whether `body` is cut short. `free` is what the page's JSON-LD says, `page` are all blocks of the page.
pub(super) fn cuts(body: &[String], free: Option<bool>, page: &[Block]) -> bool {
    let words: usize = body.iter().map(|paragraph| paragraph.split_whitespace().count()).sum();
    let breaks_off = breaks_off(body);
    if free == Some(false) && words < LONGEST_BEGINNING && stands_below(body, page) {
        return true;
    }
    if words == 0 || words >= SHORT && !breaks_off {
        return false;
    }
    let walled =
        || free == Some(false) || free.is_none() && page.iter().any(|block| phrases::walls(&block.text.to_lowercase()));
    breaks_off && words < BROKEN || walled()
}

/// Whether the words of a wall stand right below the last paragraph.
fn stands_below(body: &[String], page: &[Block]) -> bool {
    const NEAR: usize = 4;
    const LONGEST: usize = 40;
    let Some(last) = body.last().map(|last| letters(last)) else { return false };
    let at = page.iter().rposition(|block| letters(&block.text).ends_with(&last));
    let below = at.map(|at| page.iter().skip(at + 1).take(NEAR)).into_iter().flatten();
    below.into_iter().any(|block| block.words() <= LONGEST && phrases::walls(&block.text.to_lowercase()))
}

/// Whether a text without a page around it (pasted, data of a feed, a mail) says itself that it is only a beginning: it
/// is short and breaks off, or it ends with the words of a wall.
pub(in crate::extract) fn ends_early(body: Option<&[String]>) -> bool {
    const LINES: usize = 3;
    const LONGEST: usize = 40;
    let body = body.unwrap_or_default();
    let words: usize = body.iter().map(|paragraph| paragraph.split_whitespace().count()).sum();
    let is_wall = |line: &&String| line.split_whitespace().count() <= LONGEST && phrases::walls(&line.to_lowercase());
    let walled =
        body.len() > 1 && words < SHORT + LONGEST * LINES && body.iter().rev().take(LINES).any(|l| is_wall(&l));
    walled || words < BROKEN && breaks_off(body)
}

/// "…", "...", "[…]", "… [+2123 chars]".
fn breaks_off(body: &[String]) -> bool {
    let Some(last) = body.last() else { return false };
    let end =
        last.rsplit_once("[+").filter(|(_, count)| count.ends_with(" chars]")).map_or(last.as_str(), |(end, _)| end);
    let end = end.trim_end_matches([']', ')', ' ']);
    end.ends_with('…') || end.ends_with("...")
}
