//! SIGKILL at any moment of editing and saving: the file opens and holds the last save, and the last that was kept is
//! offered. 20 kills; PARALLAX_KILLS=500 for as many as are promised (`make kill`).
use std::io::Read;
use std::time::Duration;

use parallax_session::{disk, recovery};

use crate::driver::{self, Chance};

/// What the process said: the numbers of edits in its last words of each kind.
struct Words(Vec<(String, u32)>);

impl Words {
    fn of(text: &str) -> Words {
        let word = |line: &str| {
            let (word, n) = line.split_once(' ')?;
            Some((word.to_owned(), n.parse().ok()?))
        };
        Words(text.lines().filter_map(word).collect())
    }

    /// The last number with this word.
    fn last(&self, word: &str) -> Option<u32> {
        self.0.iter().rev().find(|(said, _)| said == word).map(|(_, n)| *n)
    }

    /// The number of an act that was begun and not said to be done.
    fn begun(&self, word: &str) -> Option<u32> {
        self.0.last().filter(|(said, _)| said == word).map(|(_, n)| *n)
    }
}

#[test]
fn whenever_it_is_killed_the_file_holds_the_last_save_and_recovery_the_last_that_was_kept() {
    let kills: u32 = std::env::var("PARALLAX_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(20);
    let folder = tempfile::tempdir().unwrap();
    let mut chance = Chance::new();
    let mut saved = 0;
    let (mut in_a_save, mut in_a_keep, mut offered) = (0, 0, 0);
    for kill in 0..kills {
        let mut child = driver::command("edit", folder.path()).spawn().unwrap();
        std::thread::sleep(Duration::from_micros(15_000 + chance.below(120_000)));
        child.kill().unwrap();
        let mut said = String::new();
        child.stdout.take().unwrap().read_to_string(&mut said).unwrap();
        child.wait().unwrap();
        let words = Words::of(&said);

        let was = words.last("saved").unwrap_or(saved);
        let now = match disk::open(&driver::file(folder.path())) {
            Ok((session, _)) => driver::edits(&session),
            Err(trouble) if was == 0 => {
                assert_eq!(trouble.code, parallax_session::TroubleCode::FileGone, "{trouble}");
                0
            }
            Err(trouble) => panic!("kill {kill}: {trouble}\n{said}"),
        };
        // A save that had begun may have come through before the kill; nothing else may stand there.
        let maybe = words.begun("saving").unwrap_or(was);
        assert!(now == was || now == maybe, "kill {kill}: {now} is neither {was} nor {maybe}\n{said}");
        in_a_save += u32::from(words.begun("saving").is_some());
        in_a_keep += u32::from(words.begun("keeping").is_some());
        saved = now;
        offered += check_recovery(folder.path(), &words, &said);
    }
    println!("{kills} kills: {in_a_save} in a save, {in_a_keep} while keeping, {offered} recoveries offered");
    // One more save sweeps what killed saves left behind.
    disk::save(&driver::file(folder.path()), &driver::session(1, 1), None).unwrap();
    assert_eq!(disk::temporaries(folder.path(), "."), Vec::<std::path::PathBuf>::new());
}

/// What is offered after a kill is what was kept last, and is thrown away then. Returns how many were offered.
fn check_recovery(folder: &std::path::Path, words: &Words, said: &str) -> u32 {
    let recoveries = driver::recoveries(folder);
    let left = recovery::left(&recoveries);
    let (kept, forgot) = (words.last("kept").unwrap_or(0), words.last("forgot").unwrap_or(0));
    let could = [words.begun("keeping"), words.begun("saved").map(|_| 0), (kept > forgot).then_some(kept)];
    match left.as_slice() {
        [] => assert!(kept <= forgot || words.begun("saved").is_some(), "nothing offered of {kept}\n{said}"),
        [one] => {
            let n = driver::edits(&one.kept.session);
            let before = words.begun("saved").is_some() && n == kept;
            assert!(before || could.contains(&Some(n)), "{n} is offered, {kept} was kept\n{said}");
            assert_eq!(one.kept.document.as_deref(), Some(driver::file(folder).as_path()));
        }
        more => panic!("{} are offered", more.len()),
    }
    for one in &left {
        recovery::discard(&recoveries, &one.id);
    }
    assert!(recovery::left(&recoveries).is_empty());
    left.len() as u32
}
