//! Brings sessions of earlier versions up to date: one function a version, each leading to the next.
//!
//! Version 0 was never published. It stands for the mechanism and is what its test migrates: it had the texts of a source
//! as `text` (one string) and no `readings`, and the event's name beside the work.
use serde_json::{Map, Value, json};

/// A session of `version` (lower than the present one) as the present version has it.
pub(super) fn up_to_date(mut session: Value, version: u32) -> Value {
    if version == 0 {
        from_0(&mut session);
    }
    session
}

fn from_0(session: &mut Value) {
    let Some(fields) = session.as_object_mut() else { return };
    fields.insert("version".into(), json!(1));
    if let Some(name) = fields.remove("name") {
        let mut work = fields.remove("work").unwrap_or_else(|| json!({}));
        if let Some(work) = work.as_object_mut() {
            let marks = work.entry("marks").or_insert_with(|| json!({}));
            marks.as_object_mut().map(|marks| marks.insert("name".into(), name));
        }
        fields.insert("work".into(), work);
    }
    for source in fields.get_mut("sources").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(source) = source.as_object_mut() {
            reading_from_0(source);
        }
    }
}

fn reading_from_0(source: &mut Map<String, Value>) {
    let Some(text) = source.remove("text") else { return };
    let paragraphs: Vec<&str> = text.as_str().unwrap_or_default().split("\n\n").collect();
    let field = |name: &str, or: &str| source.get(name).cloned().unwrap_or_else(|| json!(or));
    let reading = json!({
        "format": field("format", "text"),
        "sha256": field("sha256", ""),
        "language": field("language", "und"),
        "article": { "paragraphs": paragraphs },
    });
    for moved in ["format", "sha256", "language"] {
        source.remove(moved);
    }
    source.insert("readings".into(), json!([reading]));
}
