//! What a person should know about the sources once they have been compared.
use std::collections::BTreeMap;

use crate::model::{Article, Language, Link, Notice, NoticeCode};

/// A text of more words than this is called very long.
const VERY_LONG: u32 = 20_000;

/// An article with fewer statements than this is never said to be about another event.
const FEW: usize = 5;

/// Notices by article, then about the whole. `events`: the articles by event, where they seem to tell of several.
pub(super) fn notices(articles: &[Article], links: &[Link], events: &[Vec<String>], complete: bool) -> Vec<Notice> {
    let mut notices = Vec::new();
    let matched = matched(articles, links);
    for article in articles {
        let mut say = |code, message: String, detail: Option<String>| {
            notices.push(Notice {
                article: Some(article.id.clone()),
                file: Some(article.file.clone()),
                code,
                message,
                detail,
            });
        };
        let file = &article.file;
        if article.language == Language::UNKNOWN {
            say(
                NoticeCode::UnknownLanguage,
                format!("{file}: the language of this text is not known. Words are compared as they are."),
                None,
            );
        }
        if article.partial {
            let message = format!(
                "{file}: only the beginning of this article is in the file. What it does not mention may stand in the rest."
            );
            say(NoticeCode::Partial, message, None);
        }
        if article.words > VERY_LONG {
            let words = article.words;
            say(
                NoticeCode::VeryLong,
                format!("{file}: this text is very long ({words} words)."),
                Some(words.to_string()),
            );
        }
        let matched = matched.get(article.id.as_str()).copied().unwrap_or(0);
        let all = article.statements.len();
        if articles.len() > 1 && all >= FEW && matched * 20 <= all {
            say(
                NoticeCode::OtherEvent,
                format!(
                    "{file}: this seems to be about another event. Only {matched} of its {all} sentences match the others."
                ),
                Some(matched.to_string()),
            );
        }
    }
    if events.len() > 1 {
        let events: Vec<String> = events.iter().map(|event| event.join(", ")).collect();
        notices.push(Notice {
            article: None,
            file: None,
            code: NoticeCode::SeveralEvents,
            message: format!("These articles seem to be about {} events: {}.", events.len(), events.join("; ")),
            detail: Some(events.join("\n")),
        });
    }
    if !complete {
        notices.push(Notice {
            article: None,
            file: None,
            code: NoticeCode::CutShort,
            message: "The time limit was reached: some statements were not compared, or not word by word.".into(),
            detail: None,
        });
    }
    notices
}

/// How many statements of each article have a selected link.
fn matched<'a>(articles: &'a [Article], links: &[Link]) -> BTreeMap<&'a str, usize> {
    let none = |article: &'a Article| (article.id.as_str(), vec![false; article.statements.len()]);
    let mut linked: BTreeMap<&str, Vec<bool>> = articles.iter().map(none).collect();
    for end in links.iter().filter(|link| link.selected).flat_map(|link| [&link.a, &link.b]) {
        let flags = linked.get_mut(end.article.as_str());
        if let Some(flag) = flags.and_then(|flags| flags.get_mut(end.statement as usize)) {
            *flag = true;
        }
    }
    linked.into_iter().map(|(article, flags)| (article, flags.into_iter().filter(|linked| *linked).count())).collect()
}
