//! Search by meaning on cases that a person can read (tests/cases/alike), and what must hold for any event.
use parallax_engine::compare::{Account, Asked, Entry, Memory, Options};
use parallax_engine::model::{Alike, StatementRef};

use crate::support::{SAMPLE, read};

const CASE: &str = include_str!("../cases/alike/harbour.txt");

/// A place as the case writes it: article from 1, statement from 0.
fn place(text: &str) -> Option<StatementRef> {
    let (article, statement) = text.split_once(':')?;
    let letter = char::from(b'A' + article.parse::<u8>().ok()? - 1);
    Some(StatementRef { article: letter.to_string(), statement: statement.parse().ok()? })
}

/// Three reports of a fire.
pub fn articles() -> Vec<Account> {
    let (articles, _) = CASE.split_once("== ask").unwrap();
    let blocks = articles.split("\n== ").skip(1);
    let account = |(at, block): (usize, &str)| {
        let (_, lines) = block.split_once('\n').unwrap();
        read(&format!("{at}.txt"), lines.trim().replacen('\n', "\n\n", 1).as_bytes())
    };
    blocks.enumerate().map(account).collect()
}

fn entries(accounts: &[Account]) -> Vec<Entry<'_>> {
    ('A'..='Z').map(String::from).zip(accounts).collect()
}

fn ask(accounts: &[Account], question: &str) -> Vec<Alike> {
    let at = place(question);
    let asked = at.as_ref().map_or(Asked::Sentence(question), Asked::Statement);
    Memory::default().alike(&entries(accounts), &Options::default(), asked)
}

#[test]
fn what_says_the_same_comes_first() {
    let accounts = articles();
    let mut question = "";
    for line in CASE.split_once("== ask").unwrap().1.lines() {
        if let Some(asked) = line.strip_prefix("? ") {
            question = asked;
        } else if let Some(wanted) = line.strip_prefix("> ") {
            let mut wanted: Vec<StatementRef> = wanted.split(' ').filter_map(place).collect();
            let found = ask(&accounts, question);
            if wanted.is_empty() {
                assert_eq!(found, [], "{question}");
            }
            let mut first: Vec<StatementRef> = found.iter().take(wanted.len()).map(|alike| alike.at.clone()).collect();
            first.sort();
            wanted.sort();
            assert_eq!(first, wanted, "{question}: {found:#?}");
        }
    }
}

#[test]
fn a_statement_of_the_articles_is_found_by_its_own_words() {
    let accounts: Vec<Account> = SAMPLE.iter().map(|(name, bytes)| read(name, bytes)).collect();
    for (article, account) in accounts.iter().enumerate() {
        for (at, statement) in account.statements.iter().enumerate() {
            let found = ask(&accounts, &statement.text);
            let itself = (char::from(b'A' + article as u8).to_string(), at as u32);
            let best = found.first().map_or(0.0, |alike| alike.strength);
            let own = found.iter().find(|alike| (alike.at.article.clone(), alike.at.statement) == itself);
            assert!(own.is_some_and(|own| own.strength > best - 0.1), "{}: {found:#?}", statement.text);
        }
    }
}

#[test]
fn the_order_of_the_files_changes_nothing() {
    let accounts: Vec<Account> = SAMPLE.iter().map(|(name, bytes)| read(name, bytes)).collect();
    let turned: Vec<Account> = accounts.iter().rev().cloned().collect();
    let files = |found: Vec<Alike>, accounts: &[Account]| {
        let file = |letter: &str| accounts[usize::from(letter.as_bytes()[0] - b'A')].file.clone();
        let mut told: Vec<_> =
            found.iter().map(|one| (file(&one.at.article), one.at.statement, one.strength.to_bits())).collect();
        told.sort();
        told
    };
    for question in ["The two presidents spoke for 105 minutes.", "150,000 soldiers at the border"] {
        assert_eq!(files(ask(&accounts, question), &accounts), files(ask(&turned, question), &turned), "{question}");
    }
    let of = |letter: &str| StatementRef { article: letter.into(), statement: 3 };
    let alike = |accounts: &[Account], at: &StatementRef| {
        Memory::default().alike(&entries(accounts), &Options::default(), Asked::Statement(at))
    };
    assert_eq!(files(alike(&accounts, &of("A")), &accounts), files(alike(&turned, &of("C")), &turned));
}

#[test]
fn strange_questions_find_nothing_and_stop_nothing() {
    let accounts = articles();
    for question in ["", "   ", "9:9", "1:99", "\u{0}", "😀", "'\"<>", &"a".repeat(100_000)] {
        ask(&accounts, question);
    }
    assert_eq!(ask(&accounts, "1:99"), []);
    assert_eq!(ask(&[], "anything at all"), []);
}
