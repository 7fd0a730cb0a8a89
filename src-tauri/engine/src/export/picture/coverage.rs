//! Geometry of the coverage map, as the window draws it (`ui/src/lib/overview/coverage.ts`, SPEC §4.8).
use std::collections::BTreeMap;

use crate::export::report::Report;
use crate::model::{Article, Claim, ClaimKind};

/// Width of a bar.
pub(super) const BAR: f32 = 36.0;
/// From the start of one bar to the start of the next; few sources share the width of the page.
const STEP: f32 = 190.0;
const PAGE: f32 = 760.0;
const WIDEST_STEP: f32 = 300.0;
/// Above so many sources the bars move closer.
const WIDE: usize = 6;
const CLOSE_STEP: f32 = 112.0;
/// Between two blocks.
const GAP: f32 = 2.5;
/// The shortest article still has room for its blocks.
const LEAST: f32 = 0.35;
/// Height of a sentence of middling length.
const SENTENCE: f32 = 26.0;
const LOWEST: f32 = 360.0;
const HIGHEST: f32 = 760.0;

/// One sentence.
pub(super) struct Block {
    pub kind: Option<ClaimKind>,
    pub x: f32,
    pub y: f32,
    pub height: f32,
}

/// A claim between two bars.
pub(super) struct Band {
    /// `None`: it passes behind a bar whose source does not make the claim.
    pub kind: Option<ClaimKind>,
    pub x: (f32, f32),
    /// Upper and lower edge at the left end.
    pub left: (f32, f32),
    pub right: (f32, f32),
}

/// The whole map.
pub(super) struct Coverage {
    pub bars: Vec<(f32, Vec<Block>)>,
    /// Bottom to top.
    pub bands: Vec<Band>,
    pub step: f32,
    pub width: f32,
    pub height: f32,
}

pub(super) fn coverage(report: &Report<'_>) -> Coverage {
    let articles = &report.comparison.articles;
    let page = (PAGE / articles.len().max(1) as f32).clamp(STEP, WIDEST_STEP);
    let step = if articles.len() > WIDE { CLOSE_STEP } else { page };
    let longest = articles.iter().map(|article| article.statements.len()).max().unwrap_or(0);
    let height = (longest as f32 * SENTENCE).clamp(LOWEST, HIGHEST);
    let length =
        |article: &Article| article.statements.iter().map(|s| s.text.chars().count()).sum::<usize>().max(1) as f32;
    let most = articles.iter().map(length).fold(1.0, f32::max);
    let bars: Vec<(f32, Vec<Block>)> = articles
        .iter()
        .enumerate()
        .map(|(at, article)| {
            let x = at as f32 * step;
            let own = length(article);
            (x, blocks(report, article, x, height * LEAST.max(own / most), own))
        })
        .collect();
    let mut bands: Vec<Band> = report.claims().flat_map(|claim| bands_of(report, claim, &bars)).collect();
    bands.sort_by_key(|band| layer(band.kind));
    let width = (articles.len().saturating_sub(1)) as f32 * step + BAR;
    Coverage { bars, bands, step, width, height }
}

fn layer(kind: Option<ClaimKind>) -> u8 {
    match kind {
        None => 0,
        Some(ClaimKind::Same) => 1,
        Some(ClaimKind::Only) => 2,
        Some(ClaimKind::Reworded) => 3,
        Some(ClaimKind::Check) => 4,
        Some(ClaimKind::Conflict) => 5,
    }
}

fn blocks(report: &Report<'_>, article: &Article, x: f32, height: f32, length: f32) -> Vec<Block> {
    // The most important claim of a sentence is what its block shows.
    let mut kinds: BTreeMap<u32, ClaimKind> = BTreeMap::new();
    for claim in report.claims() {
        for &at in claim.members.get(&article.id).into_iter().flatten() {
            kinds.entry(at).and_modify(|kind| *kind = (*kind).min(claim.kind)).or_insert(claim.kind);
        }
    }
    let mut y = 0.0;
    let mut blocks = Vec::with_capacity(article.statements.len());
    for statement in &article.statements {
        let part = statement.text.chars().count() as f32 / length * height;
        let block =
            Block { kind: kinds.get(&statement.index).copied(), x, y, height: (part - GAP.min(part / 3.0)).max(1.0) };
        blocks.push(block);
        y += part;
    }
    blocks
}

/// Bands from each source that makes a claim to the next one that does.
fn bands_of(report: &Report<'_>, claim: &Claim, bars: &[(f32, Vec<Block>)]) -> Vec<Band> {
    let articles = &report.comparison.articles;
    let makers: Vec<usize> =
        (0..articles.len()).filter(|&at| articles.get(at).is_some_and(|a| claim.members.contains_key(&a.id))).collect();
    let mut bands = Vec::new();
    for pair in makers.windows(2) {
        let &[left, right] = pair else { continue };
        let (Some(a), Some(b), Some(from), Some(to)) =
            (articles.get(left), articles.get(right), bars.get(left), bars.get(right))
        else {
            continue;
        };
        let (starts, ends) = (spans(claim, &a.id, &from.1), spans(claim, &b.id, &to.1));
        let met = claim.pairs.iter().find(|p| (p.a == a.id && p.b == b.id) || (p.a == b.id && p.b == a.id));
        let kind = (right == left + 1).then(|| met.map_or(claim.kind, |pair| pair.kind));
        // Runs are joined in order; what one side has more of goes to the last of the other.
        for at in 0..starts.len().max(ends.len()) {
            let (Some(&left), Some(&right)) = (starts.get(at).or(starts.last()), ends.get(at).or(ends.last())) else {
                continue;
            };
            bands.push(Band { kind, x: (from.0 + BAR, to.0), left, right });
        }
    }
    bands
}

/// Upper and lower edges of the runs of neighbouring sentences that make a claim.
fn spans(claim: &Claim, article: &str, blocks: &[Block]) -> Vec<(f32, f32)> {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for &at in claim.members.get(article).into_iter().flatten() {
        match runs.last_mut() {
            Some((_, last)) if at == *last + 1 => *last = at,
            _ => runs.push((at, at)),
        }
    }
    let edge = |at: u32| blocks.get(at as usize);
    runs.into_iter().filter_map(|(first, last)| Some((edge(first)?.y, edge(last)?.y + edge(last)?.height))).collect()
}
