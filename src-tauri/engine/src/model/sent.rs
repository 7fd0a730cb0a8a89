//! A comparison as it travels to the window, which waits for every byte each time the strictness is moved. Links are most of
//! it, so each is one row of numbers; what the window has no use for (paragraphs and mentions) stays here.
//! `ui/src/lib/api/sent.ts` makes a comparison of it again.
use serde::Serialize;

use super::{
    Article, ByHand, Claim, Comparison, Difference, Edit, Evidence, Format, Language, Link, Notice, Role, Span,
    Statement, StatementRef, Voice,
};

/// The JSON of a comparison for the window.
///
/// # Errors
/// When a value cannot be written as JSON, which none of the model's types gives cause for.
pub fn sent(comparison: &Comparison) -> serde_json::Result<String> {
    let Comparison { schema, complete, strictness, articles, links, claims, differences, notices, by_hand } =
        comparison;
    let links = links.iter().map(|link| row_of(link, articles)).collect();
    let articles = articles.iter().map(SentArticle::of).collect();
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
    articles: Vec<SentArticle<'c>>,
    links: Vec<Row>,
    claims: &'c [Claim],
    differences: &'c [Difference],
    notices: &'c [Notice],
    by_hand: &'c ByHand,
}

/// An [`Article`] without its paragraphs.
#[derive(Serialize)]
struct SentArticle<'c> {
    id: &'c str,
    file: &'c str,
    format: Format,
    sha256: &'c str,
    title: Option<&'c str>,
    byline: Option<&'c str>,
    outlet: Option<&'c str>,
    published: Option<&'c str>,
    updated: Option<&'c str>,
    section: Option<&'c str>,
    canonical: Option<&'c str>,
    agency: Option<&'c str>,
    partial: bool,
    language: Language,
    words: u32,
    shared: u32,
    statements: Vec<SentStatement<'c>>,
}

impl<'c> SentArticle<'c> {
    fn of(article: &'c Article) -> SentArticle<'c> {
        SentArticle {
            id: &article.id,
            file: &article.file,
            format: article.format,
            sha256: &article.sha256,
            title: article.title.as_deref(),
            byline: article.byline.as_deref(),
            outlet: article.outlet.as_deref(),
            published: article.published.as_deref(),
            updated: article.updated.as_deref(),
            section: article.section.as_deref(),
            canonical: article.canonical.as_deref(),
            agency: article.agency.as_deref(),
            partial: article.partial,
            language: article.language,
            words: article.words,
            shared: article.shared,
            statements: article.statements.iter().map(SentStatement::of).collect(),
        }
    }
}

/// A [`Statement`] without its mentions.
#[derive(Serialize)]
struct SentStatement<'c> {
    index: u32,
    paragraph: u32,
    start: u32,
    end: u32,
    text: &'c str,
    role: Role,
    speaker: Option<&'c str>,
    voice: Voice,
}

impl<'c> SentStatement<'c> {
    fn of(statement: &'c Statement) -> SentStatement<'c> {
        let Statement { index, paragraph, start, end, text, role, speaker, voice, mentions: _ } = statement;
        SentStatement {
            index: *index,
            paragraph: *paragraph,
            start: *start,
            end: *end,
            text,
            role: *role,
            speaker: speaker.as_deref(),
            voice: *voice,
        }
    }
}

/// A link: position of the article and statement of both ends, strength, relation, flags (1 selected, 2 by hand, 4 mostly
/// different), edits, evidence; of the last two five numbers each: kind, from and to in the text of `a`, in that of `b`.
type Row = (usize, u32, usize, u32, f32, u32, u32, Option<Vec<u32>>, Vec<u32>);

fn row_of(link: &Link, articles: &[Article]) -> Row {
    let Link { a, b, strength, relation, selected, by_hand, edits, evidence, mostly_different } = link;
    let at = |end: &StatementRef| articles.iter().position(|article| article.id == end.article).unwrap_or_default();
    let flags = u32::from(*selected) | u32::from(*by_hand) << 1 | u32::from(*mostly_different) << 2;
    let five = |kind: u32, a: Span, b: Span| [kind, a.start, a.end, b.start, b.end];
    let steps = |edits: &Vec<Edit>| edits.iter().flat_map(|e| five(e.kind as u32, e.a, e.b)).collect();
    let reason = |e: &Evidence| five(e.kind as u32, e.a, e.b);
    (
        at(a),
        a.statement,
        at(b),
        b.statement,
        *strength,
        *relation as u32,
        flags,
        edits.as_ref().map(steps),
        evidence.iter().flat_map(reason).collect(),
    )
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
        let end = |article: &Value, statement: &Value, sent: &Value| {
            let letter = &sent["articles"][article.as_u64().unwrap() as usize]["id"];
            serde_json::json!({ "article": letter, "statement": statement })
        };
        let link = |row: &Value, sent: &Value| {
            let flag = |bit: u64| row[6].as_u64().unwrap() & bit != 0;
            let relation = ["same", "reworded", "overlap", "conflict"][row[5].as_u64().unwrap() as usize];
            let edits = (!row[7].is_null()).then(|| rows(&row[7], ["equal", "insert", "delete", "replace"]));
            serde_json::json!({
                "a": end(&row[0], &row[1], sent), "b": end(&row[2], &row[3], sent), "strength": row[4], "relation": relation,
                "selected": flag(1), "by_hand": flag(2), "mostly_different": flag(4), "edits": edits,
                "evidence": rows(&row[8], ["name", "figure", "word", "meaning"]),
            })
        };
        sent["links"] = sent["links"].as_array().unwrap().iter().map(|row| link(row, &sent)).collect();
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
        let mut whole = read(serde_json::to_string(&comparison).unwrap());
        for article in whole["articles"].as_array_mut().unwrap() {
            assert!(article.as_object_mut().unwrap().remove("paragraphs").is_some());
            for statement in article["statements"].as_array_mut().unwrap() {
                assert!(statement.as_object_mut().unwrap().remove("mentions").is_some());
            }
        }
        assert_eq!(received(read(sent(&comparison).unwrap())), whole);
    }
}
