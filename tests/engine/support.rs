//! Opens the sample event and other small texts, and looks into comparisons.
use std::ops::ControlFlow;

use parallax_engine::compare::{Account, Options, account, compare};
use parallax_engine::model::{Article, Comparison, Link};
use parallax_engine::open;

/// The three reports of the sample event.
pub const SAMPLE: [(&str, &[u8]); 3] = [
    ("lantern-post-sample.html", include_bytes!("../../src-tauri/sample/lantern-post-sample.html")),
    ("harbour-dispatch-sample.txt", include_bytes!("../../src-tauri/sample/harbour-dispatch-sample.txt")),
    ("kabar-sentra-contoh.md", include_bytes!("../../src-tauri/sample/kabar-sentra-contoh.md")),
];

pub fn read(name: &str, bytes: &[u8]) -> Account {
    account(&open::from_bytes(name, bytes.to_vec()).unwrap(), None).unwrap()
}

pub fn sample() -> Comparison {
    let accounts: Vec<Account> = SAMPLE.iter().map(|(name, bytes)| read(name, bytes)).collect();
    compare_all(&accounts.iter().collect::<Vec<_>>(), &Options::default())
}

/// Compares under the letters A, B, C … in the given order.
pub fn compare_all(accounts: &[&Account], options: &Options) -> Comparison {
    let entries: Vec<_> = ('A'..='Z').map(String::from).zip(accounts.iter().copied()).collect();
    compare(&entries, options, &mut |_| ControlFlow::Continue(())).unwrap()
}

/// The one statement of an article that holds `words`.
pub fn statement(article: &Article, words: &str) -> u32 {
    let holding: Vec<u32> = article.statements.iter().filter(|s| s.text.contains(words)).map(|s| s.index).collect();
    assert_eq!(holding.len(), 1, "{words:?} in {}: {holding:?}", article.file);
    holding[0]
}

/// The selected link between two statements known by some of their words; the articles by their letters.
pub fn link<'a>(event: &'a Comparison, (a, a_words): (&str, &str), (b, b_words): (&str, &str)) -> Option<&'a Link> {
    let at = |letter: &str, words: &str| {
        let article = event.articles.iter().find(|article| article.id == letter).unwrap();
        (letter.to_owned(), statement(article, words))
    };
    let (a, b) = (at(a, a_words), at(b, b_words));
    let end = |end: &parallax_engine::model::StatementRef| (end.article.clone(), end.statement);
    event.links.iter().find(|link| link.selected && end(&link.a) == a && end(&link.b) == b)
}
