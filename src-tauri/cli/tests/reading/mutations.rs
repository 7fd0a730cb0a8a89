//! Damaged files of every format, the same ones in every run: an article or a message, never more.
//!
//! `make test` tries 200 of each format, `make fuzz` 2,000 (PARALLAX_MUTATIONS). A child that has to be stopped counts as
//! a message; how many did is printed, so that a reader that got worse shows.
use std::sync::atomic::{AtomicUsize, Ordering};

use parallax_engine::model::NoticeCode;

use crate::stage::{articles, fixture, read};

/// A small generator of numbers (xorshift), the same on every machine.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

/// One to eight wounds: bytes changed, cut out, doubled, taken from elsewhere, or the end lost.
fn mutated(bytes: &[u8], seed: u64) -> Vec<u8> {
    let mut chance = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let mut bytes = bytes.to_vec();
    for _ in 0..=chance.below(8) {
        let length = bytes.len();
        let at = chance.below(length);
        let end = (at + 1 + chance.below(64)).min(length);
        match chance.below(7) {
            0 => bytes[at] = chance.below(256) as u8,
            1 => bytes[at] ^= 1 << chance.below(8),
            2 => drop(bytes.drain(at..end)),
            3 => bytes.extend_from_within(at..end),
            4 => {
                let from = chance.below(length - (end - at) + 1);
                bytes.copy_within(from..from + (end - at), at);
            }
            5 => bytes[at..end].fill([0, 0xFF, b'9', b'<', b'(', b'{'][chance.below(6)]),
            _ if chance.below(4) == 0 => bytes.truncate(at),
            _ => drop(bytes.splice(
                at..at,
                [b"-2147483648".as_slice(), b"99999999999", b"/Kids[1 0 R]"][chance.below(3)].iter().copied(),
            )),
        }
        if bytes.is_empty() {
            bytes.push(b'x');
        }
    }
    bytes
}

#[test]
fn damaged_files_are_articles_or_messages() {
    let count: usize = std::env::var("PARALLAX_MUTATIONS").ok().and_then(|n| n.parse().ok()).unwrap_or(200);
    // One fixture a format; a second one would only take time.
    let skipped = [
        "article.columns.pdf",
        "article.newspaper.pdf",
        "article.site.pdf",
        "article.libreoffice.pdf",
        "article.txt",
        "article.nitf.xml",
    ];
    let skipped = |name: &String| skipped.contains(&name.as_str()) || name.contains(".pandoc.");
    let names: Vec<String> = articles().into_iter().filter(|name| !skipped(name)).collect();
    let files: Vec<(String, Vec<u8>)> = names.into_iter().map(|name| (name.clone(), fixture(&name))).collect();
    let (next, read_well, stopped) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
    let total = files.len() * count;
    let work = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            if at >= total {
                break;
            }
            let (name, whole) = &files[at % files.len()];
            match read(name, mutated(whole, at as u64 + 1)) {
                Ok(account) => {
                    assert!(!account.extract.paragraphs.is_empty(), "{name} {at}");
                    read_well.fetch_add(1, Ordering::Relaxed);
                }
                Err(problem) => {
                    assert!(problem.message.contains(name.as_str()), "{name} {at}: {problem}");
                    if problem.code == NoticeCode::ReadingStopped {
                        stopped.fetch_add(1, Ordering::Relaxed);
                        println!("stopped: {name}, mutation {}", at + 1);
                    }
                }
            }
        }
    };
    std::thread::scope(|scope| {
        (0..std::thread::available_parallelism().map_or(2, usize::from)).for_each(|_| drop(scope.spawn(work)));
    });
    let stopped = stopped.into_inner();
    println!("{total} damaged files: {} read, {stopped} stopped, the rest a message", read_well.into_inner());
    assert!(stopped * 50 <= total, "{stopped} of {total} readers had to be stopped");
}
