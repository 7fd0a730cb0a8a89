//! Which of the sources given are compared, and what a person should know of them before: one text twice counts once,
//! nearly one text is said to be so, and there is a most.
use super::{Account, Likeness, MOST_ARTICLES, duplicates};
use crate::model::{Notice, NoticeCode};

/// A source that was read.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    /// What the person calls it: the file's name.
    pub name: &'a str,
    /// What was read.
    pub account: &'a Account,
    /// Compared although it is the same text as another.
    pub wanted: bool,
}

/// What becomes of a source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Intake {
    /// It is left out.
    pub left_out: bool,
    /// Why, or what is remarkable all the same; without the article's letter.
    pub notice: Option<Notice>,
}

/// What becomes of each source, in their order.
pub fn intake(candidates: &[Candidate<'_>]) -> Vec<Intake> {
    let twins = duplicates(&candidates.iter().map(|c| c.account).collect::<Vec<_>>());
    let mut taken = 0;
    let of = |(candidate, twin): (&Candidate<'_>, Option<(usize, Likeness)>)| {
        let twin = twin.and_then(|(at, likeness)| Some((candidates.get(at)?.name, likeness)));
        let intake = match twin {
            Some((twin, Likeness::Same)) if !candidate.wanted => same(candidate.name, twin),
            _ if taken == MOST_ARTICLES => too_many(candidate.name),
            Some((twin, Likeness::Near)) => near(candidate.name, twin),
            _ => Intake::default(),
        };
        taken += usize::from(!intake.left_out);
        intake
    };
    candidates.iter().zip(twins).map(of).collect()
}

fn same(name: &str, twin: &str) -> Intake {
    let message = format!("{name}: this is the same text as {twin}. It is left out so that it does not count twice.");
    Intake { left_out: true, notice: Some(notice(name, NoticeCode::DuplicateText, message, Some(twin))) }
}

fn near(name: &str, twin: &str) -> Intake {
    let message = format!("{name}: this is almost the same text as {twin}. They may be one agency report.");
    Intake { left_out: false, notice: Some(notice(name, NoticeCode::NearDuplicate, message, Some(twin))) }
}

fn too_many(name: &str) -> Intake {
    let message = format!("{name}: Parallax compares up to {MOST_ARTICLES} articles; this one is left out.");
    Intake { left_out: true, notice: Some(notice(name, NoticeCode::TooMany, message, None)) }
}

fn notice(name: &str, code: NoticeCode, message: String, detail: Option<&str>) -> Notice {
    Notice { article: None, file: Some(name.to_owned()), code, message, detail: detail.map(str::to_owned) }
}
