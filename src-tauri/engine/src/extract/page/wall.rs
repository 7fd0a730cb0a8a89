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
    let breaks_off = body.last().is_some_and(|last| {
        let end = last.trim_end_matches([']', ')', ' ']);
        end.ends_with('…') || end.ends_with("...")
    });
    if words == 0 || words >= SHORT && !breaks_off {
        return false;
    }
    let walled = || free == Some(false) || free.is_none() && phrases::walls(&html.to_lowercase());
    breaks_off && words < BROKEN || walled()
}
