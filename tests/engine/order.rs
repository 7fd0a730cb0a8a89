//! Neither the order in which files are given nor the number of threads changes a result.
use std::collections::BTreeSet;
use std::sync::OnceLock;

use parallax_engine::compare::{Account, Options};
use parallax_engine::model::Comparison;
use proptest::prelude::*;

use crate::support::{SAMPLE, compare_all, read};

/// Loose, as it comes, strict.
const STRICTNESS: [f32; 3] = [0.15, 0.5, 0.85];

/// A fourth report, so that there are enough orders to try.
const FOURTH: &str = "Paris says call was long\n\nThe call between Macron and Putin took 105 minutes, Paris said. \
    Lavrov and Le Drian are to meet soon. Some 150,000 soldiers stand near the border of Ukraine.\n";

/// Everything but the letters: files stand for them, and sets for lists.
fn without_letters(event: &Comparison) -> BTreeSet<String> {
    let file = |letter: &str| event.articles.iter().find(|a| a.id == letter).unwrap().file.clone();
    let mut told = BTreeSet::new();
    for link in &event.links {
        let mut ends = [(file(&link.a.article), link.a.statement), (file(&link.b.article), link.b.statement)];
        ends.sort();
        told.insert(format!("link {ends:?} {} {:?} {}", link.strength, link.relation, link.mostly_different));
    }
    for claim in &event.claims {
        let members: BTreeSet<_> = claim.members.iter().map(|(letter, at)| (file(letter), at.clone())).collect();
        let gaps: BTreeSet<_> = claim.gaps.iter().map(|gap| (file(&gap.article), gap.after)).collect();
        told.insert(format!("claim {} {} {:?} {members:?} {gaps:?}", claim.id, claim.label, claim.kind));
        for pair in &claim.pairs {
            let mut ends = [file(&pair.a), file(&pair.b)];
            ends.sort();
            told.insert(format!("pair {} {ends:?} {:?} {} {:?}", claim.id, pair.kind, pair.strength, pair.relation));
        }
    }
    for difference in &event.differences {
        let readings: BTreeSet<_> = difference
            .readings
            .iter()
            .map(|r| (file(&r.article), r.statement, r.start, r.end, r.normal.clone()))
            .collect();
        told.insert(format!(
            "difference {} {:?} {:?} {readings:?}",
            difference.claim, difference.kind, difference.verdict
        ));
    }
    told
}

fn accounts() -> &'static [Account] {
    static READ: OnceLock<Vec<Account>> = OnceLock::new();
    READ.get_or_init(|| {
        let sample = SAMPLE.iter().map(|(name, bytes)| read(name, bytes));
        sample.chain([read("fourth.txt", FOURTH.as_bytes())]).collect()
    })
}

/// What the order in which the files are named gives, by strictness.
fn straight() -> &'static [(Options, BTreeSet<String>)] {
    static FOUND: OnceLock<Vec<(Options, BTreeSet<String>)>> = OnceLock::new();
    FOUND.get_or_init(|| {
        let found = STRICTNESS.map(|strictness| {
            let options = Options { strictness, all_links: true, ..Options::default() };
            let event = compare_all(&accounts().iter().collect::<Vec<_>>(), &options);
            (options, without_letters(&event))
        });
        found.into()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn any_order_gives_the_same_result(order in Just(vec![0, 1, 2, 3]).prop_shuffle(), step in 0..STRICTNESS.len()) {
        let accounts = accounts();
        let (options, straight) = &straight()[step];
        let shuffled = compare_all(&order.iter().map(|&i| &accounts[i]).collect::<Vec<_>>(), options);
        prop_assert_eq!(straight, &without_letters(&shuffled));
    }
}

/// Enough articles and statements that every loop that runs on several threads is cut into pieces.
fn crowd() -> Vec<Account> {
    let report = |at: usize| {
        let line = |n: usize| {
            let (people, metres, town) = (120 + (n * 7 + at) % 9, 2 + (n + at) % 5, ["Alder", "Selby", "Marsh"][n % 3]);
            format!("On Monday {people} people left Port {town}, where harbour {n} stood {metres} metres under water.")
        };
        let lines: Vec<String> = (0..20).map(|n| line((n * (at + 3)) % 47)).collect();
        read(&format!("report-{at}.txt"), format!("Storm at harbour {at}\n\n{}\n", lines.join("\n\n")).as_bytes())
    };
    (0..4).map(report).chain(SAMPLE.iter().map(|(name, bytes)| read(name, bytes))).collect()
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let accounts = crowd();
    let accounts: Vec<&Account> = accounts.iter().collect();
    let options = Options { all_links: true, ..Options::default() };
    let by = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        serde_json::to_vec(&pool.install(|| compare_all(&accounts, &options))).unwrap()
    };
    let alone = by(1);
    assert!(alone.len() > 50_000, "{} bytes", alone.len());
    for threads in [2, 8, 8] {
        assert!(by(threads) == alone, "{threads} threads give something else");
    }
}

#[test]
fn strength_does_not_depend_on_the_strictness() {
    let accounts = accounts();
    let all = |strictness| {
        let options = Options { strictness, all_links: true, ..Options::default() };
        let event = compare_all(&accounts.iter().collect::<Vec<_>>(), &options);
        event.links.iter().map(|l| (l.a.clone(), l.b.clone(), l.strength.to_bits())).collect::<Vec<_>>()
    };
    assert_eq!(all(0.2), all(0.8));
}

#[test]
fn every_statement_and_selected_link_stands_in_a_claim() {
    let accounts = accounts();
    let event = compare_all(&accounts.iter().collect::<Vec<_>>(), &Options::default());
    let holds = |end: &parallax_engine::model::StatementRef, claim: &parallax_engine::model::Claim| {
        claim.members.get(&end.article).is_some_and(|at| at.contains(&end.statement))
    };
    for link in event.links.iter().filter(|link| link.selected) {
        assert!(event.claims.iter().any(|claim| holds(&link.a, claim) && holds(&link.b, claim)), "{link:?}");
    }
    for article in &event.articles {
        for statement in &article.statements {
            let end = parallax_engine::model::StatementRef { article: article.id.clone(), statement: statement.index };
            assert!(event.claims.iter().any(|claim| holds(&end, claim)), "{end:?}");
        }
    }
}
