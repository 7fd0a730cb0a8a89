//! A critical apparatus in TEI P5 (chapter 12), for the tools of textual scholarship: the sources are witnesses, a claim
//! is an `app` by parallel segmentation, a source's words of it a `rdg`.
//!
//! News articles are not copies of one text, so there is no `lem`: no source is the base. A source that does not make the
//! claim has a `witDetail`. Validated against `tei_all` by `scripts/validate-tei`.
use std::borrow::Cow;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::grid;
use super::report::Report;
use super::text::pieces;
use super::words::code;
use crate::model::{Article, Claim, DifferenceKind};

type Xml = Writer<Vec<u8>>;
type Done = std::io::Result<()>;

pub(super) fn tei(report: &Report<'_>) -> Result<Vec<u8>, String> {
    let mut xml = Writer::new(Vec::new());
    let done = document(report, &mut xml);
    done.map_err(|error| error.to_string())?;
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

fn document(report: &Report<'_>, xml: &mut Xml) -> Done {
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    line(xml)?;
    let root = xml.create_element("TEI").with_attribute(("xmlns", "http://www.tei-c.org/ns/1.0"));
    let root = root.with_attribute(("xml:lang", report.choice.tongue.code()));
    root.write_inner_content(|xml| {
        line(xml)?;
        header(report, xml)?;
        inside(xml, "text", |xml| inside(xml, "body", |xml| apparatus(report, xml)))
    })?;
    Ok(())
}

fn header(report: &Report<'_>, xml: &mut Xml) -> Done {
    inside(xml, "teiHeader", |xml| {
        inside(xml, "fileDesc", |xml| {
            inside(xml, "titleStmt", |xml| text(xml, "title", report.title()))?;
            inside(xml, "publicationStmt", |xml| text(xml, "p", &format!("Parallax {}", env!("CARGO_PKG_VERSION"))))?;
            inside(xml, "sourceDesc", |xml| {
                inside(xml, "listWit", |xml| {
                    report.comparison.articles.iter().try_for_each(|a| witness(report, a, xml))
                })
            })
        })?;
        inside(xml, "encodingDesc", |xml| {
            inside(xml, "projectDesc", |xml| {
                grid::about(report)
                    .into_iter()
                    .try_for_each(|(name, value)| text(xml, "p", &format!("{name}: {value}")))
            })?;
            xml.create_element("variantEncoding")
                .with_attributes([("method", "parallel-segmentation"), ("location", "internal")])
                .write_empty()?;
            line(xml)?;
            inside(xml, "appInfo", |xml| {
                let version = [("ident", "Parallax"), ("version", env!("CARGO_PKG_VERSION"))];
                let app = xml.create_element("application").with_attributes(version);
                app.write_inner_content(|xml| text(xml, "label", "Parallax"))?;
                line(xml)
            })
        })
    })
}

fn witness(report: &Report<'_>, article: &Article, xml: &mut Xml) -> Done {
    let id = witness_id(&article.id);
    xml.create_element("witness").with_attribute(("xml:id", id.as_str())).write_inner_content(|xml| {
        inside(xml, "bibl", |xml| {
            if let Some(title) = &article.title {
                let mut element = xml.create_element("title").with_attribute(("level", "a"));
                if let Some(language) = language(article) {
                    element = element.with_attribute(("xml:lang", language));
                }
                element.write_text_content(clean(title))?;
                line(xml)?;
            }
            article.byline.iter().try_for_each(|byline| text(xml, "author", byline))?;
            text(xml, "publisher", report.name(article))?;
            if let Some(published) = &article.published {
                let mut element = xml.create_element("date");
                if let Some(when) = when(published) {
                    element = element.with_attribute(("when", when));
                }
                element.write_text_content(clean(published))?;
                line(xml)?;
            }
            if let Some(address) = report.address(article) {
                typed(xml, "idno", "URL", address)?;
            }
            typed(xml, "idno", "file", &article.file)?;
            typed(xml, "idno", "SHA-256", &article.sha256)
        })
    })?;
    line(xml)
}

fn apparatus(report: &Report<'_>, xml: &mut Xml) -> Done {
    let claims: Vec<_> = report.claims().collect();
    let part = xml.create_element("div").with_attribute(("type", "claims"));
    part.write_inner_content(|xml| {
        line(xml)?;
        text(xml, "head", report.words().claims)?;
        if claims.is_empty() {
            text(xml, "p", "–")?;
        }
        claims.iter().try_for_each(|claim| entry(report, claim, xml))
    })?;
    line(xml)
}

/// A claim: the words of every source that makes it, where they differ, and what a person wrote of it.
fn entry(report: &Report<'_>, claim: &Claim, xml: &mut Xml) -> Done {
    let id = format!("claim-{}", claim.id);
    let label = pure(&claim.label);
    xml.create_element("ab").with_attributes([("xml:id", id.as_str()), ("type", "claim")]).write_inner_content(
        |xml| {
            let label = format!("{label}: ");
            xml.create_element("label").write_text_content(BytesText::new(&label))?;
            let app = xml.create_element("app").with_attribute(("type", code(claim.kind)));
            app.write_inner_content(|xml| {
                line(xml)?;
                for article in &report.comparison.articles {
                    reading(report, claim, article, xml)?;
                }
                for difference in report.differences(&claim.id) {
                    let verdict = serde_json::to_value(difference.verdict)?;
                    let kinds = [("type", "difference"), ("subtype", verdict.as_str().unwrap_or_default())];
                    let told =
                        format!("{} ({})", grid::difference(report, difference), report.words().reason(difference));
                    xml.create_element("note").with_attributes(kinds).write_text_content(clean(&told))?;
                    line(xml)?;
                }
                report.note(&claim.id).iter().try_for_each(|note| typed(xml, "note", "annotation", note))
            })?;
            Ok(())
        },
    )?;
    line(xml)
}

fn reading(report: &Report<'_>, claim: &Claim, article: &Article, xml: &mut Xml) -> Done {
    let wit = format!("#{}", witness_id(&article.id));
    let Some(members) = report.members(claim, article) else {
        if claim.missing.contains(&article.id) && claim.members.len() > 1 {
            let detail =
                xml.create_element("witDetail").with_attributes([("wit", wit.as_str()), ("type", "not-mentioned")]);
            detail.write_text_content(BytesText::new(report.words().gap))?;
            line(xml)?;
        }
        return Ok(());
    };
    let mut element = xml.create_element("rdg").with_attribute(("wit", wit.as_str()));
    if let Some(language) = language(article) {
        element = element.with_attribute(("xml:lang", language));
    }
    let readings = report.readings(claim, article);
    element.write_inner_content(|xml| {
        for statement in members {
            let place = format!("{}.{}", article.id, statement.index);
            xml.create_element("s").with_attribute(("n", place.as_str())).write_inner_content(|xml| {
                for piece in pieces(statement, &readings) {
                    let words = pure(&piece.text);
                    match piece.reading {
                        None => xml.write_event(Event::Text(BytesText::new(&words)))?,
                        Some(reading) => {
                            let kind = report.differences(&claim.id).find(|d| d.readings.contains(reading));
                            let kind = kind.map_or("value", |d| kind_code(d.kind));
                            let normal = pure(&reading.normal);
                            let marks = [("type", kind), ("n", &*normal)];
                            xml.create_element("seg")
                                .with_attributes(marks)
                                .write_text_content(BytesText::new(&words))?;
                        }
                    }
                }
                Ok(())
            })?;
        }
        Ok(())
    })?;
    line(xml)
}

fn kind_code(kind: DifferenceKind) -> &'static str {
    match kind {
        DifferenceKind::Figure => "figure",
        DifferenceKind::Date => "date",
        DifferenceKind::Name => "name",
        DifferenceKind::Place => "place",
        DifferenceKind::Quote => "quote",
        DifferenceKind::Speaker => "speaker",
        DifferenceKind::Negation => "negation",
        DifferenceKind::Certainty => "certainty",
    }
}

/// An XML name from a source's letter.
fn witness_id(article: &str) -> String {
    format!("wit-{}", article.chars().filter(char::is_ascii_alphanumeric).collect::<String>())
}

fn language(article: &Article) -> Option<&str> {
    Some(article.language.code()).filter(|code| *code != "und")
}

/// A date that `@when` takes: the day, or day and time with seconds.
fn when(iso: &str) -> Option<&str> {
    let shape = |text: &str, of: &str| {
        text.len() == of.len()
            && text.bytes().zip(of.bytes()).all(|(b, o)| if o == b'0' { b.is_ascii_digit() } else { b == o })
    };
    let day = iso.get(..10).filter(|day| shape(day, "0000-00-00"))?;
    let moment = iso.get(10..19).is_some_and(|time| shape(time, "T00:00:00"));
    let zone = iso.get(19..).unwrap_or_default();
    let zoned = zone.is_empty() || zone == "Z" || shape(zone, "+00:00") || shape(zone, "-00:00");
    Some(if moment && zoned { iso } else { day })
}

/// Words that XML 1.0 can hold.
fn pure(text: &str) -> Cow<'_, str> {
    let bad = |c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{FFFE}' | '\u{FFFF}');
    if text.contains(bad) { Cow::Owned(text.replace(bad, " ")) } else { Cow::Borrowed(text) }
}

fn clean(text: &str) -> BytesText<'static> {
    BytesText::new(&pure(text)).into_owned()
}

fn line(xml: &mut Xml) -> Done {
    xml.write_event(Event::Text(BytesText::from_escaped("\n")))
}

fn inside(xml: &mut Xml, name: &str, content: impl FnOnce(&mut Xml) -> Done) -> Done {
    xml.create_element(name).write_inner_content(|xml| {
        line(xml)?;
        content(xml)
    })?;
    line(xml)
}

fn text(xml: &mut Xml, name: &str, content: &str) -> Done {
    xml.create_element(name).write_text_content(clean(content))?;
    line(xml)
}

fn typed(xml: &mut Xml, name: &str, kind: &str, content: &str) -> Done {
    xml.create_element(name).with_attribute(("type", kind)).write_text_content(clean(content))?;
    line(xml)
}
