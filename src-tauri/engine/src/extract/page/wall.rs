//! Whether a page holds only the beginning of its article: a few sentences before a wall for subscribers, or a text
//! that breaks off.
//!
//! A page may well say that it is not free and still hold all of its text, and many a wall waits in the code of a page
//! that shows its article. So a wall counts only with a short text or one that breaks off.
use super::phrases;

/// A text of fewer words before a wall is no whole article, even if it ends with a full stop.
const SHORT: usize = 60;
/// Without a wall, only a text of fewer words that breaks off is a beginning ("Read on …" of a feed).
const BROKEN: usize = 100;

/// Whether `body` is cut short. `free` is what the page's JSON-LD says.
pub(super) fn cuts(body: &[String], free: Option<bool>, html: &str) -> bool {
    let words: usize = body.iter().map(|paragraph| paragraph.split_whitespace().count()).sum();
    let breaks_off = breaks_off(body);
    if words == 0 || words >= SHORT && !breaks_off {
        return false;
    }
    let walled = || free == Some(false) || free.is_none() && phrases::walls(&html.to_lowercase());
    breaks_off && words < BROKEN || walled()
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
