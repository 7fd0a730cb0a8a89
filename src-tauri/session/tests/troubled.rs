//! A full disk, a folder that may not be written, a disk that was taken out: a message, and nothing is lost.
//!
//! The disks are small ones in memory, in a name space of the driver's own (`unshare`). Where the system does not let us
//! make one, the test says so and checks the limit on file sizes only.
use std::path::Path;

use parallax_session::{TroubleCode, disk};

use crate::driver;

/// Saves a large session under `script`, a shell script in which `"$@"` is the driver and $FOLDER its folder, which holds
/// a small session. Returns what the driver said; `None` when `unshare` is not permitted.
fn save_under(script: &str, folder: &Path) -> Option<String> {
    let driver = driver::command("save", folder);
    let set_up = format!("cp \"$FOLDER/the event.parallax\" /tmp/.parallax-old.$$ || exit 70; {script}");
    let mut shell = std::process::Command::new("unshare");
    shell.args(["-rm", "sh", "-c", &set_up, "sh"]).arg(driver.get_program()).args(driver.get_args());
    driver.get_envs().for_each(|(name, value)| {
        value.map(|value| shell.env(name, value));
    });
    let output = shell.output().ok()?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    if !said.contains("trouble") && !said.contains("saved") {
        eprintln!("skipped, no disk of our own here: {}", String::from_utf8_lossy(&output.stderr));
        return None;
    }
    Some(said)
}

fn folder_with_a_session() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    disk::save(&driver::file(folder.path()), &driver::session(1, 1), None).unwrap();
    folder
}

/// The old file is as it was, and nothing else is left in the folder: checked where the disk is, said by `cmp` and `ls`.
const CHECK: &str = "cmp \"$FOLDER/the event.parallax\" /tmp/.parallax-old.$$ && echo unchanged; \
    echo left $(ls -A \"$FOLDER\" | wc -l); rm /tmp/.parallax-old.$$";
const SMALL: &str = "mount -t tmpfs -o size=128k none \"$FOLDER\" && cp /tmp/.parallax-old.$$ \"$FOLDER/the event.parallax\" || exit 70";

#[test]
fn a_full_disk_is_said_and_the_old_file_stays() {
    let folder = folder_with_a_session();
    let Some(said) = save_under(&format!("{SMALL}; \"$@\"; {CHECK}"), folder.path()) else { return };
    assert!(said.contains("trouble Full: There is no room"), "{said}");
    assert!(said.contains("unchanged") && said.contains("left 1"), "{said}");
}

#[test]
fn a_disk_that_may_not_be_written_is_said_and_the_old_file_stays() {
    let folder = folder_with_a_session();
    let script = format!("{SMALL}; mount -o remount,ro \"$FOLDER\"; \"$@\"; {CHECK}");
    let Some(said) = save_under(&script, folder.path()) else { return };
    assert!(said.contains("trouble ReadOnly:"), "{said}");
    assert!(said.contains("unchanged") && said.contains("left 1"), "{said}");
}

#[test]
fn a_disk_that_was_taken_out_is_said() {
    let folder = folder_with_a_session();
    let gone = folder.path().join("stick");
    let trouble = disk::save(&gone.join("a.parallax"), &driver::session(1, 1), None).unwrap_err();
    assert_eq!(trouble.code, TroubleCode::FolderGone);
    assert!(trouble.message.contains("Your work is still open"), "{trouble}");
}

#[test]
fn a_limit_on_file_sizes_is_said_and_the_old_file_stays() {
    let folder = folder_with_a_session();
    let before = std::fs::read(driver::file(folder.path())).unwrap();
    let driver = driver::command("save", folder.path());
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", "trap '' XFSZ; ulimit -f 64; \"$@\"", "sh"]).arg(driver.get_program()).args(driver.get_args());
    driver.get_envs().for_each(|(name, value)| {
        value.map(|value| shell.env(name, value));
    });
    let said = String::from_utf8_lossy(&shell.output().unwrap().stdout).into_owned();
    assert!(said.contains("trouble Full:"), "{said}");
    assert_eq!(std::fs::read(driver::file(folder.path())).unwrap(), before);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left behind");
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_written_is_not_replaced() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder_with_a_session();
    let file = driver::file(folder.path());
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o444)).unwrap();
    // The administrator may write everything.
    if std::fs::OpenOptions::new().write(true).open(&file).is_ok() {
        return;
    }
    let trouble = disk::save(&file, &driver::session(2, 1), None).unwrap_err();
    assert_eq!(trouble.code, TroubleCode::ReadOnly);
}

#[test]
fn what_is_no_session_is_refused_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("letter.parallax");
    assert_eq!(disk::open(&file).unwrap_err().code, TroubleCode::FileGone);
    std::fs::write(&file, "Dear all,").unwrap();
    let trouble = disk::open(&file).unwrap_err();
    assert_eq!(trouble.code, TroubleCode::NotASession);
    assert!(trouble.message.contains("letter.parallax"));
    let newer = driver::session(1, 1).bytes().unwrap();
    std::fs::write(&file, String::from_utf8(newer).unwrap().replacen("\"version\": 1", "\"version\": 9", 1)).unwrap();
    assert_eq!(disk::open(&file).unwrap_err().code, TroubleCode::Newer);
}
