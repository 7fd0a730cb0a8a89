//! The strengths of all links, found by the places of their statements.
use std::ops::Range;
use std::sync::Arc;

use crate::align::{Place, Scored};

/// All links, by place, and where those of every statement are.
pub(super) struct Strengths {
    links: Arc<Vec<Scored>>,
    /// By article and statement: its links with later articles.
    of: Vec<Vec<Range<usize>>>,
}

impl Strengths {
    /// `links` is sorted by place; `sizes` counts the statements of each article.
    pub fn of(sizes: &[usize], links: Arc<Vec<Scored>>) -> Strengths {
        let mut of: Vec<Vec<Range<usize>>> = sizes.iter().map(|&statements| vec![0..0; statements]).collect();
        let mut from = 0;
        for own in links.chunk_by(|x, y| x.a == y.a) {
            of[own[0].a.0][own[0].a.1] = from..from + own.len();
            from += own.len();
        }
        Strengths { links, of }
    }

    /// All of them.
    pub fn all(&self) -> &[Scored] {
        &self.links
    }

    /// Of the link between two statements, when there is one.
    pub fn between(&self, a: Place, b: Place) -> Option<f32> {
        let (a, b) = (a.min(b), a.max(b));
        let own = &self.links[self.of.get(a.0)?.get(a.1)?.clone()];
        let at = own.binary_search_by_key(&b, |link| link.b).ok()?;
        Some(own[at].strength)
    }
}
