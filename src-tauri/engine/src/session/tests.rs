//! Session files in and out.
use serde_json::{Value, json};

use super::*;

fn small() -> Value {
    json!({
        "format": FORMAT, "version": 1, "program": "0.1.0", "settings": { "strictness": 0.5 },
        "sources": [{ "id": 1, "letter": "A", "file": "a.txt", "path": "/x/a.txt", "readings": [
            { "format": "text", "sha256": "ab", "language": "en", "article": { "paragraphs": ["One sentence. Two."] } }
        ]}],
        "work": { "marks": { "order": [1], "name": "A name" } }
    })
}

fn parse(value: &Value) -> Result<Session, Refusal> {
    Session::parse(value.to_string().as_bytes())
}

#[test]
fn what_is_written_is_read_again() {
    let session = parse(&small()).unwrap();
    let bytes = session.bytes().unwrap();
    assert_eq!(Session::parse(&bytes).unwrap(), session);
    assert_eq!(Session::parse(&bytes).unwrap().bytes().unwrap(), bytes);
    let account = session.sources[0].readings[0].account("a.txt").unwrap();
    assert_eq!(account.statements.len(), 2);
}

#[test]
fn fields_of_later_programs_are_kept_wherever_they_stand() {
    let mut value = small();
    let added = json!({ "colour": "teal" });
    let places = [
        "",
        "/settings",
        "/sources/0",
        "/sources/0/readings/0",
        "/sources/0/readings/0/article",
        "/work",
        "/work/marks",
    ];
    for place in places {
        value.pointer_mut(place).unwrap()["later"] = added.clone();
    }
    let bytes = parse(&value).unwrap().bytes().unwrap();
    let written: Value = serde_json::from_slice(&bytes).unwrap();
    for place in places {
        assert_eq!(written.pointer(place).unwrap()["later"], added, "{place}");
    }
}

#[test]
fn a_newer_version_is_refused_by_name() {
    let mut value = small();
    (value["version"], value["program"]) = (json!(2), json!("3.4.5"));
    value["sources"] = json!("something else altogether");
    assert_eq!(parse(&value), Err(Refusal::Newer { program: "3.4.5".into() }));
    assert!(parse(&value).unwrap_err().to_string().contains("3.4.5"));
}

#[test]
fn an_older_version_is_brought_up_to_date() {
    let value = json!({
        "format": FORMAT, "version": 0, "name": "Old name",
        "sources": [{ "id": 4, "file": "old.txt", "text": "First.\n\nSecond.", "language": "en", "sha256": "cd" }],
        "work": { "marks": { "order": [4] } }
    });
    let session = parse(&value).unwrap();
    assert_eq!((session.version, session.work.marks.name.as_deref()), (1, Some("Old name")));
    assert_eq!(session.sources[0].readings[0].article.paragraphs, ["First.", "Second."]);
    assert_eq!(session.sources[0].readings[0].sha256, "cd");
}

#[test]
fn other_files_and_damaged_ones_are_told_apart() {
    assert_eq!(Session::parse(b"{\"a\": 1}"), Err(Refusal::NotASession));
    assert_eq!(Session::parse(b"Dear all,"), Err(Refusal::NotASession));
    assert_eq!(Session::parse(b""), Err(Refusal::NotASession));
    let whole = parse(&small()).unwrap().bytes().unwrap();
    assert!(matches!(Session::parse(&whole[..whole.len() / 2]), Err(Refusal::Damaged(_))));
    let mut twice = small();
    twice["sources"] = json!([twice["sources"][0].clone(), twice["sources"][0].clone()]);
    assert!(matches!(parse(&twice), Err(Refusal::Damaged(_))));
}

#[test]
fn an_order_that_names_nothing_is_put_right() {
    let mut value = small();
    value["work"]["marks"]["order"] = json!([1, 9, 1]);
    assert_eq!(parse(&value).unwrap().work.marks.order, [1]);
}

#[test]
fn the_example_of_the_documentation_is_a_session() {
    let page = include_str!("../../../../docs/session-file.md");
    let example = page.split("```json").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let session = Session::parse(example.as_bytes()).unwrap();
    let pages = session.sources.iter().map(|source| {
        let account = source.readings[0].account(&source.file).unwrap();
        crate::work::Page::of_account(source.id, &source.letter.unwrap().to_string(), &account)
    });
    let pages: Vec<_> = pages.collect();
    for anchor in &session.work.passages {
        assert!(matches!(anchor.find(&pages), crate::work::Found::Here(_)), "{anchor:?}");
    }
    let start = session.work.passages[0].start;
    assert_eq!(pages[0].anchor(1, None).unwrap().start, start);
    let mut work = session.work.clone();
    assert!(work.undo() && work.redo());
    assert_eq!(work, session.work);
}
