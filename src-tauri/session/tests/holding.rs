//! Two windows: on one file, and each with its own recovery.
use parallax_session::hold::Hold;
use parallax_session::recovery::{self, Kept, Recovery};
use parallax_session::{TroubleCode, disk};

use crate::driver;

#[test]
fn two_windows_on_one_file_both_know_until_one_lets_go() {
    let folder = tempfile::tempdir().unwrap();
    let (locks, file) = (folder.path().join("locks"), folder.path().join("a.parallax"));
    std::fs::write(&file, "x").unwrap();
    let first = Hold::take(&locks, &file).unwrap();
    assert!(!first.elsewhere());
    let way_around = folder.path().join("locks/../a.parallax");
    let second = Hold::take(&locks, &way_around).unwrap();
    let other = Hold::take(&locks, &folder.path().join("b.parallax")).unwrap();
    assert!(first.elsewhere() && second.elsewhere() && !other.elsewhere());
    drop(second);
    assert!(!first.elsewhere());
    drop((first, other));
    assert_eq!(std::fs::read_dir(&locks).unwrap().count(), 0, "nothing is left");
    // What a killed window left is nobody's.
    let first = Hold::take(&locks, &file).unwrap();
    let left = std::fs::read_dir(&locks).unwrap().next().unwrap().unwrap().path();
    let left = left.with_file_name(format!("{}x.lock", left.file_stem().unwrap().to_str().unwrap()));
    std::fs::write(&left, "").unwrap();
    assert!(!first.elsewhere() && !left.exists());
}

#[test]
fn a_file_that_another_program_changed_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.parallax");
    let stamp = disk::save(&file, &driver::session(1, 1), None).unwrap();
    let theirs = driver::session(7, 1).bytes().unwrap();
    std::fs::write(&file, &theirs).unwrap();
    let trouble = disk::save(&file, &driver::session(2, 1), Some(stamp)).unwrap_err();
    assert_eq!(trouble.code, TroubleCode::ChangedElsewhere);
    assert_eq!(std::fs::read(&file).unwrap(), theirs);
    disk::save(&file, &driver::session(2, 1), None).unwrap();
    assert_eq!(driver::edits(&disk::open(&file).unwrap().0), 2);
}

#[test]
fn the_work_of_a_living_window_is_not_offered_to_another() {
    let folder = tempfile::tempdir().unwrap();
    let living = Recovery::begin(folder.path()).unwrap();
    living.keep(&Kept { document: None, session: driver::session(4, 1) }).unwrap();
    assert!(recovery::left(folder.path()).is_empty());
    drop(living);
    let left = recovery::left(folder.path());
    assert_eq!(left.len(), 1);
    assert_eq!(driver::edits(&left[0].kept.session), 4);
    recovery::discard(folder.path(), "../../etc");
    recovery::discard(folder.path(), &left[0].id);
    assert!(recovery::left(folder.path()).is_empty());
}

#[test]
fn a_window_that_ends_well_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let window = Recovery::begin(folder.path()).unwrap();
    window.keep(&Kept { document: None, session: driver::session(1, 1) }).unwrap();
    window.forget();
    drop(window);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_permissions_stay() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let (file, link) = (folder.path().join("real.parallax"), folder.path().join("link.parallax"));
    disk::save(&file, &driver::session(1, 1), None).unwrap();
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o640)).unwrap();
    std::os::unix::fs::symlink(&file, &link).unwrap();
    disk::save(&link, &driver::session(2, 1), None).unwrap();
    assert!(link.symlink_metadata().unwrap().file_type().is_symlink());
    assert_eq!(driver::edits(&disk::open(&file).unwrap().0), 2);
    assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o640);
}
