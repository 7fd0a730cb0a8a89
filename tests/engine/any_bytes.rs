//! Any bytes under any name: an article or a message, never a panic; and spans that fit their text.
use parallax_engine::compare::{Options, account};
use parallax_engine::open;
use proptest::prelude::*;

use crate::support::{SAMPLE, compare_all, read};

fn check(name: &str, bytes: Vec<u8>) {
    let Ok(account) = open::from_bytes(name, bytes).and_then(|source| account(&source, None)) else { return };
    let other = read(SAMPLE[1].0, SAMPLE[1].1);
    let event = compare_all(&[&account, &other], &Options::default());
    for article in &event.articles {
        let text: Vec<u16> = article.paragraphs.join("\n\n").encode_utf16().collect();
        for statement in &article.statements {
            let cut = &text[statement.start as usize..statement.end as usize];
            assert_eq!(String::from_utf16_lossy(cut), statement.text);
            let words: Vec<u16> = statement.text.encode_utf16().collect();
            for mention in &statement.mentions {
                let cut = &words[mention.span.start as usize..mention.span.end as usize];
                assert_eq!(String::from_utf16_lossy(cut), mention.shown);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_bytes(name in "[a-z]{1,4}\\.(txt|md|html|pdf|bin)", bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        check(&name, bytes);
    }

    #[test]
    fn any_text(name in "[a-z]{1,4}\\.(txt|md|html)", text in "(\\PC|[\\n <>&;\"“”0-9.,]){0,600}") {
        check(&name, text.into_bytes());
    }

    /// A good page with damage: bytes overwritten, cut and repeated.
    #[test]
    fn damaged_samples(which in 0..3usize, at in 0..2500usize, bytes in prop::collection::vec(any::<u8>(), 1..60), cut in 0..2500usize) {
        let (name, sample) = SAMPLE[which];
        let mut damaged = sample.to_vec();
        let at = at % damaged.len();
        let end = (at + bytes.len()).min(damaged.len());
        damaged.splice(at..end, bytes);
        let cut = cut % damaged.len();
        damaged.extend_from_within(cut..);
        check(name, damaged);
    }
}
