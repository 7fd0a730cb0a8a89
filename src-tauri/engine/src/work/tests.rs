//! Work by hand on small events: what it does to the comparison, and that it lasts.
use std::ops::ControlFlow;

use proptest::prelude::*;

use super::*;
use crate::compare::{Account, Memory, Options, account};
use crate::model::{Claim, ClaimKind, Comparison, LostKind, Span, StatementRef};
use crate::open;
use crate::session::{SavedReading, SavedSource, Session, SessionSettings};

const A: &str = "The leaders spoke by telephone for 105 minutes on Sunday.\n\nThey agreed to work for a ceasefire in the \
    east of the country.\n\nAbout 400 people waited outside the palace in Port Selby.\n\nThe mayor said nothing.";
const B: &str = "The leaders agreed to work for a ceasefire in the east of the country.\n\nThey spoke by telephone for 75 \
    minutes on Sunday.\n\nNobody was seen near the harbour.\n\nThe mayor was silent all day.";
const C: &str = "On Sunday the leaders spoke by telephone for 105 minutes.\n\nA ceasefire in the east of the country is what \
    they agreed to work for.\n\nThe harbour stayed closed.";

/// An event: texts with their numbers and letters, and what was done by hand.
struct Desk {
    accounts: Vec<(u32, String, Account)>,
    work: Work,
    memory: Memory,
    strictness: f32,
}

impl Desk {
    fn new(texts: &[&str]) -> Desk {
        let read = |(at, text): (usize, &&str)| {
            let letter = char::from(b'A' + at as u8).to_string();
            (at as u32 + 1, letter, account(&open::pasted("pasted", text), None).unwrap())
        };
        let accounts = texts.iter().enumerate().map(read).collect();
        Desk { accounts, work: Work::default(), memory: Memory::default(), strictness: 0.5 }
    }

    fn replace(&mut self, at: usize, text: &str) {
        self.accounts[at].2 = account(&open::pasted("pasted", text), None).unwrap();
    }

    fn base(&mut self) -> Comparison {
        let pages: Vec<Page> = self.accounts.iter().map(|(id, l, a)| Page::of_account(*id, l, a)).collect();
        let decisions = self.work.decisions(&pages);
        let options = Options { strictness: self.strictness, decisions, ..Options::default() };
        let entries: Vec<_> = self.accounts.iter().map(|(_, letter, account)| (letter.clone(), account)).collect();
        self.memory.compare(&entries, &options, &mut |_| ControlFlow::Continue(())).unwrap()
    }

    fn pages(&self, comparison: &Comparison) -> Vec<Page> {
        let page = |article: &crate::model::Article| {
            let (id, ..) = self.accounts.iter().find(|(_, letter, _)| *letter == article.id).unwrap();
            Page::of_article(*id, article)
        };
        comparison.articles.iter().map(page).collect()
    }

    fn comparison(&mut self) -> Comparison {
        let mut comparison = self.base();
        let pages = self.pages(&comparison);
        self.work.lay_on(&mut comparison, &pages);
        comparison
    }

    fn change_on(&mut self, comparison: &Comparison, change: &Change) -> Result<bool, Gone> {
        let pages = self.pages(comparison);
        self.work.change(change, Ground { comparison, pages: &pages })
    }

    fn change(&mut self, change: impl Fn(&Comparison) -> Change) -> Comparison {
        let comparison = self.comparison();
        assert_eq!(self.change_on(&comparison, &change(&comparison)), Ok(true));
        self.comparison()
    }

    fn session(&self) -> Session {
        let source = |(id, letter, account): &(u32, String, Account)| SavedSource {
            id: *id,
            letter: letter.chars().next(),
            file: account.file.clone(),
            readings: vec![SavedReading::of(account)],
            ..SavedSource::default()
        };
        let sources = self.accounts.iter().map(source).collect();
        Session::new("0.0.0", SessionSettings::default(), sources, self.work.clone())
    }

    fn bytes(&self) -> Vec<u8> {
        self.session().bytes().unwrap()
    }
}

fn at(article: &str, statement: u32) -> StatementRef {
    StatementRef { article: article.into(), statement }
}

fn claim_of<'a>(comparison: &'a Comparison, article: &str, statement: u32) -> &'a Claim {
    let has = |claim: &&Claim| claim.members.get(article).is_some_and(|s| s.contains(&statement));
    comparison.claims.iter().filter(has).max_by_key(|claim| claim.members.len()).unwrap()
}

fn members(claim: &Claim) -> Vec<String> {
    claim.members.iter().flat_map(|(a, s)| s.iter().map(move |s| format!("{a}{s}"))).collect()
}

#[test]
fn the_program_alone_finds_the_call_and_the_ceasefire() {
    let comparison = Desk::new(&[A, B, C]).comparison();
    assert_eq!(members(claim_of(&comparison, "A", 0)), ["A0", "B1", "C0"]);
    assert_eq!(claim_of(&comparison, "A", 0).kind, ClaimKind::Conflict);
    assert_eq!(members(claim_of(&comparison, "A", 1)), ["A1", "B0", "C1"]);
    assert_eq!(claim_of(&comparison, "A", 2).kind, ClaimKind::Only);
}

#[test]
fn a_link_joins_two_statements_and_an_unlink_parts_them_again() {
    let mut desk = Desk::new(&[A, B, C]);
    let comparison = desk.change(|_| Change::Link { a: at("A", 2), b: at("B", 2) });
    let claim = claim_of(&comparison, "A", 2);
    assert_eq!(members(claim), ["A2", "B2"]);
    assert!(claim.pairs[0].by_hand);
    assert_eq!(comparison.by_hand.changes, 1);
    let of_pair = |l: &&crate::model::Link| l.a == at("A", 2) && l.b == at("B", 2);
    let link = comparison.links.iter().find(of_pair).unwrap();
    assert!(link.selected && link.by_hand);

    let comparison = desk.change(|c| Change::Unlink { claim: claim_of(c, "A", 2).id.clone(), statement: at("B", 2) });
    assert_eq!(claim_of(&comparison, "A", 2).kind, ClaimKind::Only);
    assert!(!members(claim_of(&comparison, "B", 2)).contains(&"A2".into()));
    assert!(comparison.links.iter().filter(of_pair).all(|link| !link.selected));
}

#[test]
fn an_unlinked_statement_stays_out_at_every_strictness() {
    let mut desk = Desk::new(&[A, B, C]);
    desk.change(|c| Change::Unlink { claim: claim_of(c, "A", 0).id.clone(), statement: at("B", 1) });
    for strictness in [0.0, 0.25, 0.5, 0.75, 1.0] {
        desk.strictness = strictness;
        let comparison = desk.comparison();
        let together = |c: &&Claim| c.members.get("B").is_some_and(|s| s.contains(&1)) && c.members.len() > 1;
        let with = |c: &&Claim| {
            c.members.get("A").is_some_and(|s| s.contains(&0)) || c.members.get("C").is_some_and(|s| s.contains(&0))
        };
        assert_eq!(comparison.claims.iter().filter(together).filter(with).count(), 0, "{strictness}");
    }
}

#[test]
fn a_split_makes_two_claims_and_a_merge_makes_one() {
    let mut desk = Desk::new(&[A, B, C]);
    let split = |c: &Comparison| Change::Split {
        claim: claim_of(c, "A", 0).id.clone(),
        statements: vec![at("A", 0), at("C", 0)],
    };
    let comparison = desk.change(split);
    assert_eq!(members(claim_of(&comparison, "A", 0)), ["A0", "C0"]);
    assert_eq!(members(claim_of(&comparison, "B", 1)), ["B1"]);
    assert_ne!(claim_of(&comparison, "A", 0).kind, ClaimKind::Conflict);
    let merge =
        |c: &Comparison| Change::Merge { claim: claim_of(c, "A", 0).id.clone(), other: claim_of(c, "B", 1).id.clone() };
    let comparison = desk.change(merge);
    assert_eq!(members(claim_of(&comparison, "A", 0)), ["A0", "B1", "C0"]);
    assert_eq!(claim_of(&comparison, "A", 0).kind, ClaimKind::Conflict);
}

#[test]
fn what_a_person_says_of_a_conflict_wins() {
    let mut desk = Desk::new(&[A, B, C]);
    let mark =
        |conflict| move |c: &Comparison| Change::MarkConflict { claim: claim_of(c, "A", 0).id.clone(), conflict };
    let comparison = desk.change(mark(Some(false)));
    let claim = claim_of(&comparison, "A", 0);
    assert_eq!(claim.kind, ClaimKind::Reworded);
    let verdicts = comparison.differences.iter().filter(|d| d.claim == claim.id).map(|d| d.verdict);
    assert!(verdicts.clone().count() > 0 && verdicts.clone().all(|v| v > crate::model::Verdict::Check));
    let comparison = desk.change(mark(None));
    assert_eq!(claim_of(&comparison, "A", 0).kind, ClaimKind::Conflict);
    assert!(desk.work.marks.claims.is_empty());
    let other = |c: &Comparison| Change::MarkConflict { claim: claim_of(c, "A", 1).id.clone(), conflict: Some(true) };
    let comparison = desk.change(other);
    assert_eq!(claim_of(&comparison, "A", 1).kind, ClaimKind::Conflict);
}

#[test]
fn names_notes_checks_and_tags_lie_on_their_claim_at_every_strictness() {
    let mut desk = Desk::new(&[A, B, C]);
    let id = |c: &Comparison| claim_of(c, "A", 1).id.clone();
    desk.change(|_| Change::EditTag { tag: None, name: "  Peace ".into(), colour: 9 });
    desk.change(|c| Change::NameClaim { claim: id(c), name: Some("The ceasefire".into()) });
    desk.change(|c| Change::NoteClaim { claim: id(c), text: "Ask both.".into() });
    desk.change(|c| Change::Check { claim: id(c), checked: true });
    desk.change(|c| Change::TagClaim { claim: id(c), tag: 1, on: true });
    let before = desk.bytes();
    for strictness in [0.0, 0.2, 0.4, 0.6, 0.8, 1.0, 0.5] {
        desk.strictness = strictness;
        let comparison = desk.comparison();
        let [set] = comparison.by_hand.claims.as_slice() else { panic!("one claim is marked") };
        let claim = comparison.claims.iter().find(|claim| claim.id == set.claim).unwrap();
        assert_eq!(claim.label, "The ceasefire");
        for member in ["A1", "B0", "C1"] {
            assert!(members(claim).contains(&member.to_owned()), "{strictness}: {:?}", members(claim));
        }
        assert_eq!((set.note.as_deref(), set.checked, set.tags.as_slice()), (Some("Ask both."), true, &[1][..]));
    }
    assert_eq!(desk.bytes(), before);
    assert_eq!(desk.comparison().by_hand.tags[0], crate::model::Tag { id: 1, name: "Peace".into(), colour: 7 });
    let comparison = desk.change(|_| Change::DeleteTag { tag: 1 });
    assert!(comparison.by_hand.claims[0].tags.is_empty() && comparison.by_hand.tags.is_empty());
}

/// Tells what A tells in words that a strict comparison does not take for the same.
const LOOSELY: &str = "The call between the two leaders lasted 105 minutes.\n\nBoth want a truce in the east of the country.\n\n\
    A crowd of some 400 stood before the palace.\n\nFrom the mayor there was no word.";

/// Without the mark the claim would fall apart, which is seen first: else this would hold of itself.
#[test]
fn a_marked_claim_stays_together_where_a_strict_comparison_parts_it() {
    let mut desk = Desk::new(&[A, LOOSELY]);
    let whole = |comparison: &Comparison, claim: &[String]| {
        comparison.claims.iter().any(|one| claim.iter().all(|member| members(one).contains(member)))
    };
    let shared: Vec<_> = desk.comparison().claims.iter().filter(|c| c.members.len() > 1).cloned().collect();
    desk.strictness = 1.0;
    let strict = desk.comparison();
    let parted: Vec<_> = shared.into_iter().filter(|claim| !whole(&strict, &members(claim))).collect();
    assert!(!parted.is_empty(), "no claim depends on the strictness here");
    desk.strictness = 0.5;
    for claim in &parted {
        desk.change(|_| Change::NoteClaim { claim: claim.id.clone(), text: format!("On {}", claim.id) });
    }
    let bytes = desk.bytes();
    for strictness in [1.0, 0.0, 0.7, 1.0] {
        desk.strictness = strictness;
        let comparison = desk.comparison();
        for claim in &parted {
            assert!(whole(&comparison, &members(claim)), "{strictness}: {:?} was parted", members(claim));
        }
    }
    assert_eq!(desk.bytes(), bytes);
}

#[test]
fn a_note_on_some_words_stands_where_they_stand() {
    let mut desk = Desk::new(&[A, B]);
    let part = Some(Span { start: 35, end: 46 });
    let comparison = desk.change(|_| Change::NotePassage { at: at("A", 0), part, text: "Exactly?".into() });
    let [passage] = comparison.by_hand.passages.as_slice() else { panic!("one passage") };
    assert_eq!((passage.shown.as_str(), passage.start, passage.end), ("105 minutes", 35, 46));
    // A paragraph before it moves it; it is found by its words.
    desk.replace(0, &format!("Something came first, said “é 𝄞”.\n\n{A}"));
    let comparison = desk.comparison();
    let passage = &comparison.by_hand.passages[0];
    assert_eq!((passage.at.clone(), passage.start, passage.end), (at("A", 1), 35, 46));
    assert!(comparison.by_hand.lost.is_empty());
}

#[test]
fn a_passage_that_is_not_there_once_needs_a_look_and_is_not_moved() {
    let mut desk = Desk::new(&[A, B, C]);
    desk.change(|c| Change::NoteClaim { claim: claim_of(c, "A", 1).id.clone(), text: "Keep me.".into() });
    desk.change(|_| Change::NotePassage { at: at("A", 3), part: None, text: "Lost soon.".into() });
    desk.replace(0, &A.replace("They agreed", "Both agreed").replace("The mayor said nothing.", "No mayor."));
    let comparison = desk.comparison();
    let things = comparison.by_hand.lost.iter().flat_map(|lost| &lost.things);
    let kinds: Vec<_> = things.map(|thing| (thing.what, thing.text.clone().unwrap())).collect();
    assert_eq!(kinds, [(LostKind::Claim, "Keep me.".into()), (LostKind::Passage, "Lost soon.".into())]);
    assert_eq!(comparison.by_hand.lost[0].likely, Some(at("A", 1)), "most of its words stand there");
    // The claim keeps its note by the passages that are still there, and says so.
    let set = &comparison.by_hand.claims[0];
    assert!(set.needs_a_look && set.changed);
    assert!(comparison.by_hand.passages.is_empty());
    // The old text brings everything back.
    desk.replace(0, A);
    assert!(desk.comparison().by_hand.lost.is_empty());
    let twice = "And so. The mayor said nothing. So it went. The mayor said nothing.";
    desk.replace(0, &A.replace("The mayor said nothing.", twice));
    let lost = desk.comparison().by_hand.lost;
    assert_eq!(lost.len(), 1, "twice is not exactly once: {lost:?}");
    let comparison = desk.change(|_| Change::LetGo { passage: lost[0].passage });
    assert!(comparison.by_hand.lost.is_empty());
}

#[test]
fn what_is_lost_is_put_where_a_person_says_and_everything_on_it_comes_along() {
    let mut desk = Desk::new(&[A, B, C]);
    desk.change(|_| Change::Link { a: at("A", 3), b: at("B", 3) });
    desk.change(|c| Change::NoteClaim { claim: claim_of(c, "A", 3).id.clone(), text: "On both.".into() });
    desk.change(|_| Change::NotePassage { at: at("A", 3), part: None, text: "On the words.".into() });
    desk.replace(0, &A.replace("The mayor said nothing.", "No word came from the mayor."));
    let comparison = desk.change(|_| Change::NotePassage { at: at("A", 3), part: None, text: "New.".into() });
    let [lost] = comparison.by_hand.lost.as_slice() else { panic!("one passage is lost") };
    assert_eq!(
        lost.things.iter().map(|thing| thing.what).collect::<Vec<_>>(),
        [LostKind::Claim, LostKind::Passage, LostKind::Grouping]
    );
    let passage = lost.passage;
    let before = desk.bytes();
    let comparison = desk.change(|_| Change::PutBack { passage, at: at("A", 3) });
    assert!(comparison.by_hand.lost.is_empty());
    let claim = claim_of(&comparison, "A", 3);
    assert_eq!(members(claim), ["A3", "B3"]);
    let set = comparison.by_hand.claims.iter().find(|set| set.claim == claim.id).unwrap();
    assert_eq!((set.note.as_deref(), set.needs_a_look), (Some("On both."), false));
    let [on] = comparison.by_hand.passages.as_slice() else { panic!("two notes on one sentence are one") };
    assert_eq!(on.note.as_deref(), Some("New.\n\nOn the words."));
    desk.work.undo();
    assert_eq!(desk.comparison().by_hand.lost.len(), 1);
    assert_ne!(desk.bytes(), before, "the step can be redone");
    let comparison = desk.change(|_| Change::LetGo { passage });
    assert!(comparison.by_hand.lost.is_empty());
    assert_eq!(comparison.by_hand.claims[0].note.as_deref(), Some("On both."), "it hangs on the other passage too");
}

#[test]
fn words_around_tell_equal_sentences_apart() {
    let mut desk = Desk::new(&["First came rain.\n\nNobody knew why.\n\nThen came snow.\n\nNobody knew why.", B]);
    desk.change(|_| Change::NotePassage { at: at("A", 3), part: None, text: "The second.".into() });
    desk.replace(0, "Before all.\n\nFirst came rain.\n\nNobody knew why.\n\nThen came snow.\n\nNobody knew why.");
    assert_eq!(desk.comparison().by_hand.passages[0].at, at("A", 4));
}

#[test]
fn a_source_that_is_away_takes_nothing_with_it() {
    let mut desk = Desk::new(&[A, B, C]);
    desk.change(|c| Change::NoteClaim { claim: claim_of(c, "A", 1).id.clone(), text: "Stay.".into() });
    desk.change(|_| Change::Link { a: at("A", 2), b: at("C", 2) });
    let gone = desk.accounts.remove(2);
    let comparison = desk.comparison();
    assert_eq!(comparison.by_hand.claims[0].note.as_deref(), Some("Stay."));
    assert!(comparison.by_hand.lost.is_empty());
    assert_eq!(comparison.by_hand.changes, 0);
    desk.accounts.push(gone);
    assert_eq!(members(claim_of(&desk.comparison(), "A", 2)), ["A2", "C2"]);
    assert!(!desk.comparison().by_hand.claims[0].changed);
}

#[test]
fn what_is_not_there_cannot_be_changed_and_a_change_to_the_same_is_no_step() {
    let mut desk = Desk::new(&[A, B]);
    let comparison = desk.comparison();
    let claim = || claim_of(&comparison, "A", 1).id.clone();
    assert!(desk.change_on(&comparison, &Change::Check { claim: "nothing".into(), checked: true }).is_err());
    assert!(desk.change_on(&comparison, &Change::Link { a: at("A", 99), b: at("B", 0) }).is_err());
    assert!(desk.change_on(&comparison, &Change::Link { a: at("Q", 0), b: at("B", 0) }).is_err());
    assert!(desk.change_on(&comparison, &Change::TagClaim { claim: claim(), tag: 4, on: true }).is_err());
    assert_eq!(desk.change_on(&comparison, &Change::Check { claim: claim(), checked: false }), Ok(false));
    assert_eq!(desk.change_on(&comparison, &Change::NoteClaim { claim: claim(), text: "  ".into() }), Ok(false));
    assert!(desk.work.done.is_empty() && !desk.work.undo() && !desk.work.redo());
}

/// One of everything a person can do, by numbers that are taken as they fall.
fn arbitrary_change(comparison: &Comparison, [kind, x, y, z]: [u32; 4]) -> Change {
    let claim = |n: u32| comparison.claims[n as usize % comparison.claims.len()].clone();
    let statement = |n: u32| {
        let article = &comparison.articles[n as usize % comparison.articles.len()];
        at(&article.id, n / 7 % article.statements.len() as u32)
    };
    let member = |claim: &Claim, n: u32| super::lay::members(claim).nth(n as usize % members(claim).len()).unwrap();
    let text = |n: u32| if n.is_multiple_of(4) { String::new() } else { format!("Note {n} – “é”") };
    let id = claim(x).id;
    match kind % 13 {
        0 | 1 => Change::Link { a: statement(x), b: statement(y) },
        2 => Change::Unlink { statement: member(&claim(x), y), claim: id },
        3 => Change::Split { statements: vec![member(&claim(x), y), member(&claim(x), z)], claim: id },
        4 => Change::Merge { claim: id, other: claim(y).id },
        5 => Change::MarkConflict { claim: id, conflict: [None, Some(true), Some(false)][y as usize % 3] },
        6 => Change::NameClaim { claim: id, name: Some(text(y)) },
        7 => Change::Check { claim: id, checked: y.is_multiple_of(2) },
        8 => Change::NoteClaim { claim: id, text: text(y) },
        9 => Change::NotePassage {
            at: statement(x),
            part: (y.is_multiple_of(2)).then_some(Span { start: 0, end: 3 + z % 9 }),
            text: text(z),
        },
        10 => Change::TagClaim { claim: id, tag: 1 + y % 4, on: z.is_multiple_of(2) },
        11 => Change::EditTag { tag: (y.is_multiple_of(2)).then_some(1 + z % 4), name: text(z), colour: (z % 9) as u8 },
        _ => Change::TagPassage { at: statement(x), part: None, tag: 1 + y % 4, on: z.is_multiple_of(2) },
    }
}

/// Every note on a claim, every passage, every claim with what lies on it, and the number of decisions in force.
type ByHandNow = (Vec<String>, Vec<crate::model::PassageByHand>, Vec<crate::model::ClaimByHand>, u32);

fn by_hand(comparison: &Comparison) -> ByHandNow {
    let all = &comparison.by_hand;
    // At a looser strictness two marked claims may be one, with both notes.
    let notes = all.claims.iter().filter_map(|claim| claim.note.as_deref()).flat_map(|note| note.split("\n\n"));
    let mut notes: Vec<String> = notes.map(str::to_owned).collect();
    notes.sort();
    (notes, all.passages.clone(), all.claims.clone(), all.changes)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3))]

    /// 1,000 edits, undone and redone: the file is the same at both ends, and after each way through a file.
    #[test]
    fn a_thousand_edits_are_undone_and_redone(edits in proptest::collection::vec(any::<[u32; 4]>(), 1000)) {
        let mut desk = Desk::new(&[A, B, C]);
        let start = desk.work.marks.clone();
        let mut comparison = desk.comparison();
        for (at, numbers) in edits.iter().enumerate() {
            let change = arbitrary_change(&comparison, *numbers);
            // Some name what is not there; that is refused and changes nothing.
            let _ = desk.change_on(&comparison, &change);
            if at % 25 == 0 {
                comparison = desk.comparison();
            }
        }
        let end = desk.bytes();
        prop_assert!(desk.work.done.len() > 300);
        while desk.work.undo() {}
        prop_assert_eq!(&desk.work.marks, &start);
        let undone = desk.bytes();
        desk.work = Session::parse(&undone).unwrap().work;
        prop_assert_eq!(&desk.bytes(), &undone);
        while desk.work.redo() {}
        prop_assert_eq!(desk.bytes(), end);
    }

    /// The strictness goes from end to end and back: nothing that was set by hand is changed, lost or left without its place.
    #[test]
    fn strictness_from_end_to_end_changes_nothing_by_hand(edits in proptest::collection::vec(any::<[u32; 4]>(), 30)) {
        let mut desk = Desk::new(&[A, B, C]);
        for numbers in edits {
            let comparison = desk.comparison();
            let _ = desk.change_on(&comparison, &arbitrary_change(&comparison, numbers));
        }
        let (before, bytes) = (by_hand(&desk.comparison()), desk.bytes());
        for strictness in [0.0, 0.3, 0.7, 1.0, 0.6, 0.2, 0.5] {
            desk.strictness = strictness;
            let comparison = desk.comparison();
            prop_assert!(comparison.by_hand.lost.is_empty());
            let now = by_hand(&comparison);
            prop_assert_eq!((&now.0, &now.1, now.3), (&before.0, &before.1, before.3), "{}", strictness);
            if strictness == 0.5 {
                prop_assert_eq!(&now.2, &before.2);
            }
        }
        prop_assert_eq!(desk.bytes(), bytes);
    }

    /// Whatever is done, every statement stands in a claim, and members are statements.
    #[test]
    fn no_statement_is_ever_without_a_claim(edits in proptest::collection::vec(any::<[u32; 4]>(), 40)) {
        let mut desk = Desk::new(&[A, B, C]);
        for numbers in edits {
            let comparison = desk.comparison();
            let _ = desk.change_on(&comparison, &arbitrary_change(&comparison, numbers));
            let comparison = desk.comparison();
            for article in &comparison.articles {
                for statement in &article.statements {
                    let has = |c: &Claim| c.members.get(&article.id).is_some_and(|s| s.contains(&statement.index));
                    prop_assert!(comparison.claims.iter().any(has), "{}{}", article.id, statement.index);
                }
            }
            let ids: std::collections::BTreeSet<_> = comparison.claims.iter().map(|c| &c.id).collect();
            prop_assert_eq!(ids.len(), comparison.claims.len(), "two claims with one id");
        }
    }

    /// A hostile session file is refused or opened; what is in it may be undone, redone and laid on without a panic.
    #[test]
    fn a_damaged_session_never_panics(edits in proptest::collection::vec(any::<[u32; 4]>(), 30),
                                      hits in proptest::collection::vec((any::<u32>(), any::<u8>()), 1..12)) {
        let mut desk = Desk::new(&[A, B, C]);
        let comparison = desk.comparison();
        for numbers in edits {
            let _ = desk.change_on(&comparison, &arbitrary_change(&comparison, numbers));
        }
        let mut bytes = desk.bytes();
        for (at, byte) in hits {
            let at = at as usize % bytes.len();
            // Digits to digits, so that many mutations stay JSON and name other things.
            bytes[at] = if bytes[at].is_ascii_digit() { b'0' + byte % 10 } else if byte < 64 { byte } else { bytes[at] };
        }
        if let Ok(session) = Session::parse(&bytes) {
            for source in &session.sources {
                for reading in &source.readings {
                    let _ = reading.account(&source.file);
                }
            }
            desk.work = session.work;
            while desk.work.undo() {}
            let _ = desk.comparison();
            while desk.work.redo() {}
            let _ = desk.comparison();
        }
    }
}
