//! A comparison as it travels to the window. Steps and reasons of links are most of its bytes, so they go as rows of
//! numbers: the window waits for every byte each time the strictness is moved. `ui/src/lib/api/sent.ts` makes links of it again.
use serde::Serialize;

use super::{
    Article, ByHand, Claim, Comparison, Difference, Edit, Evidence, Link, Notice, Relation, Span, StatementRef,
};

/// The JSON of a comparison for the window.
///
/// # Errors
/// When a value cannot be written as JSON, which none of the model's types gives cause for.
pub fn sent(comparison: &Comparison) -> serde_json::Result<String> {
    let Comparison { schema, complete, strictness, articles, links, claims, differences, notices, by_hand } =
        comparison;
    let links = links.iter().map(SentLink::of).collect();
    let (schema, complete, strictness) = (*schema, *complete, *strictness);
    serde_json::to_string(&Sent {
        schema,
        complete,
        strictness,
        articles,
        links,
        claims,
        differences,
        notices,
        by_hand,
    })
}

#[derive(Serialize)]
struct Sent<'c> {
    schema: &'static str,
    complete: bool,
    strictness: f32,
    articles: &'c [Article],
    links: Vec<SentLink<'c>>,
    claims: &'c [Claim],
    differences: &'c [Difference],
    notices: &'c [Notice],
    by_hand: &'c ByHand,
}

#[derive(Serialize)]
struct SentLink<'c> {
    a: &'c StatementRef,
    b: &'c StatementRef,
    strength: f32,
    relation: Relation,
    selected: bool,
    by_hand: bool,
    mostly_different: bool,
    /// Five numbers a step: kind, from and to in the text of `a`, from and to in that of `b`.
    edits: Option<Vec<u32>>,
    /// The same for each reason.
    evidence: Vec<u32>,
}

impl<'c> SentLink<'c> {
    fn of(link: &'c Link) -> SentLink<'c> {
        let Link { a, b, strength, relation, selected, by_hand, edits, evidence, mostly_different } = link;
        let steps = |edits: &Vec<Edit>| edits.iter().flat_map(|e| row(e.kind as u32, e.a, e.b)).collect();
        let reason = |e: &Evidence| row(e.kind as u32, e.a, e.b);
        SentLink {
            a,
            b,
            strength: *strength,
            relation: *relation,
            selected: *selected,
            by_hand: *by_hand,
            mostly_different: *mostly_different,
            edits: edits.as_ref().map(steps),
            evidence: evidence.iter().flat_map(reason).collect(),
        }
    }
}

fn row(kind: u32, a: Span, b: Span) -> [u32; 5] {
    [kind, a.start, a.end, b.start, b.end]
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use serde_json::Value;

    use super::*;
    use crate::compare::{Options, account, compare};
    use crate::model::EditKind;
    use crate::open;

    /// As `received` of `ui/src/lib/api/sent.ts` does it.
    fn received(mut sent: Value) -> Value {
        let rows = |numbers: &Value, kinds: [&str; 4]| -> Value {
            let numbers: Vec<u64> = numbers.as_array().unwrap().iter().map(|n| n.as_u64().unwrap()).collect();
            let span = |start: u64, end: u64| serde_json::json!({ "start": start, "end": end });
            let row = |r: &[u64]| serde_json::json!({ "kind": kinds[r[0] as usize], "a": span(r[1], r[2]), "b": span(r[3], r[4]) });
            numbers.chunks(5).map(row).collect()
        };
        for link in sent["links"].as_array_mut().unwrap() {
            if !link["edits"].is_null() {
                link["edits"] = rows(&link["edits"], ["equal", "insert", "delete", "replace"]);
            }
            link["evidence"] = rows(&link["evidence"], ["name", "figure", "word", "meaning"]);
        }
        sent
    }

    #[test]
    fn what_is_sent_is_the_whole_comparison() {
        let texts = [
            "Officials in Port Alder said that 12 ferries were all closed by the storm on Monday.\n\nNobody was hurt.",
            "Officials in Port Alder said that 14 ferries were closed by the heavy storm on Monday.\n\nThe harbour is open.",
        ];
        let accounts = texts.map(|text| account(&open::pasted("pasted", text), None).unwrap());
        let entries: Vec<_> = ["A", "B"].into_iter().map(str::to_owned).zip(&accounts).collect();
        let comparison = compare(&entries, &Options::default(), &mut |_| std::ops::ControlFlow::Continue(())).unwrap();
        let steps: Vec<EditKind> =
            comparison.links.iter().flat_map(|link| link.edits.iter().flatten()).map(|e| e.kind).collect();
        assert!([EditKind::Insert, EditKind::Delete, EditKind::Replace].iter().all(|kind| steps.contains(kind)));
        assert!(comparison.links.iter().any(|link| link.evidence.len() > 2));
        let read = |json: String| -> Value { serde_json::from_str(&json).unwrap() };
        let sent = read(sent(&comparison).unwrap());
        assert_eq!(received(sent), read(serde_json::to_string(&comparison).unwrap()));
    }
}
