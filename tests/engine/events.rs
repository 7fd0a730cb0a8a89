//! Articles of two events in one comparison are told apart, and those of one are never.
use parallax_engine::compare::{Account, Options};
use parallax_engine::model::{Comparison, NoticeCode};

use crate::alike;
use crate::support::{SAMPLE, compare_all, read};

fn calls() -> Vec<Account> {
    SAMPLE.iter().map(|(name, bytes)| read(name, bytes)).collect()
}

fn several(comparison: &Comparison) -> Option<&str> {
    let notice = comparison.notices.iter().find(|notice| notice.code == NoticeCode::SeveralEvents)?;
    notice.detail.as_deref()
}

#[test]
fn two_events_are_told_apart_in_any_order_and_language() {
    let (calls, fires) = (calls(), alike::articles());
    let mixed = [&calls[0], &fires[0], &calls[1], &fires[1], &calls[2], &fires[2]];
    for strictness in [0.0, 0.5, 1.0] {
        let options = Options { strictness, ..Options::default() };
        assert_eq!(several(&compare_all(&mixed, &options)), Some("A, C, E\nB, D, F"), "strictness {strictness}");
    }
    let in_turn: Vec<&Account> = fires.iter().chain(&calls).collect();
    assert_eq!(several(&compare_all(&in_turn, &Options::default())), Some("A, B, C\nD, E, F"));
}

#[test]
fn one_chance_link_joins_no_two_events_but_two_do() {
    let (calls, fires) = (calls(), alike::articles());
    let links = [
        "Both presidents stressed that a diplomatic solution to the crisis must be found.",
        "Moscow denies that it plans to attack its neighbour.",
    ];
    let with = |sentences: &[&str]| {
        let fire = &fires[0].extract;
        let text =
            [fire.title.as_deref().unwrap_or_default(), &fire.paragraphs[1..].join("\n\n"), &sentences.join(" ")]
                .join("\n\n");
        let fire = read("fire.txt", text.as_bytes());
        let comparison = compare_all(&[&calls[0], &calls[1], &fire, &fires[1], &fires[2]], &Options::default());
        several(&comparison).map(str::to_owned)
    };
    assert_eq!(with(&links[..1]).as_deref(), Some("A, B\nC, D, E"));
    assert_eq!(with(&links), None);
}

/// Each report stands here twice, nearly the same: at the strictest only these two are linked surely.
#[test]
fn the_strictest_makes_no_two_events_of_one() {
    let reports = [
        "The river rose by two metres in one night. Four hundred people left their homes in Lower Marsh. The mayor asked \
         for boats and blankets. Schools stay shut.",
        "Some 400 residents had to leave when water came over the banks of the river. The town needs boats, its mayor said. \
         The rain has ended. Trains are late.",
    ];
    let read = |name: &str, report: usize, more: &str| read(name, format!("{} {more}", reports[report]).as_bytes());
    let all = [
        read("a.txt", 0, ""),
        read("b.txt", 1, ""),
        read("c.txt", 0, "It is over."),
        read("d.txt", 1, "It is over now."),
    ];
    for strictness in [0.0, 0.5, 0.8, 1.0] {
        let options = Options { strictness, ..Options::default() };
        assert_eq!(several(&compare_all(&all.iter().collect::<Vec<_>>(), &options)), None, "{strictness}");
    }
}

#[test]
fn one_event_is_one_and_a_stranger_makes_no_second() {
    let (calls, fires) = (calls(), alike::articles());
    assert_eq!(several(&compare_all(&calls.iter().collect::<Vec<_>>(), &Options::default())), None);
    let with_stranger: Vec<&Account> = calls.iter().chain(&fires[..1]).collect();
    let comparison = compare_all(&with_stranger, &Options::default());
    assert_eq!(several(&comparison), None);
    let other = comparison.notices.iter().find(|notice| notice.code == NoticeCode::OtherEvent).unwrap();
    assert_eq!((other.article.as_deref(), other.detail.as_deref()), (Some("D"), Some("0")));
}
