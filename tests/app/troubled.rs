//! What can go wrong around a saved session in the real program, each with the message that is seen: a full disk, one that
//! may not be written, one that was taken out, a file that another program changed, two windows on one file, a clock that was
//! set back; and what needs a look once an article's file has changed.
use std::io::Write;
use std::time::{Duration, SystemTime};

use serde_json::Value;

use crate::by_hand::{LANTERN, flood, flooded};
use crate::stage::Stage;
use crate::window::Window;

impl Window {
    /// A note on the first claim, typed into the details.
    async fn type_note(&self, text: &str) {
        self.choose("A:1", "B:1").await;
        self.write("[data-testid=claim-note]", text).await;
        self.leave_field().await;
        self.shows("[data-testid=unsaved]").await;
    }

    /// Saves by the key, and waits for the message.
    async fn cannot_save(&self, message: &str) {
        self.press_with_control('s').await;
        self.sees(message, &format!("text('[data-testid=alert]').includes({message:?})"), true).await;
        self.shows("[data-testid=unsaved]").await;
    }

    async fn saves(&self) {
        self.press_with_control('s').await;
        self.hides("[data-testid=unsaved]").await;
        self.hides("[data-testid=alert]").await;
    }
}

fn note_in(bytes: &[u8]) -> String {
    let saved: Value = serde_json::from_slice(bytes).unwrap();
    saved["work"]["marks"]["claims"]["1"]["note"].as_str().unwrap_or_default().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn disks_that_fail_are_said_and_nothing_is_lost() {
    let Some(stage) = Stage::with_small_disk() else { return };
    let session = std::fs::read(flood(&stage)).unwrap();
    let file = stage.inside("disk/flood.parallax");
    std::fs::write(&file, session).unwrap();
    let path = stage.folder.join("disk/flood.parallax").to_string_lossy().into_owned();
    let window = Window::open(stage, &[&path]).await;
    window.shows("[data-statement='C:5']").await;
    window.type_note("First.").await;
    window.saves().await;

    let filler = window.stage.inside("disk/filler");
    let mut full = std::fs::File::create(&filler).unwrap();
    while full.write_all(&[0; 4096]).is_ok() {}
    window.type_note("No room for this.").await;
    window.cannot_save("There is no room on the disk").await;
    window.picture("full").await;
    assert_eq!(note_in(&std::fs::read(&file).unwrap()), "First.", "what was saved is untouched");
    drop(full);
    std::fs::remove_file(filler).unwrap();
    window.saves().await;
    assert_eq!(note_in(&std::fs::read(&file).unwrap()), "No room for this.");

    window.type_note("Not to be written.").await;
    window.stage.on_disk("mount -o remount,ro \"$0\"");
    window.cannot_save("may not be written").await;
    window.stage.on_disk("mount -o remount,rw \"$0\"");
    window.saves().await;

    let theirs = std::fs::read_to_string(&file).unwrap().replace("Not to be written.", "Theirs.");
    std::fs::write(&file, &theirs).unwrap();
    window.type_note("Ours.").await;
    window.cannot_save("Another program changed the file").await;
    assert_eq!(note_in(&std::fs::read(&file).unwrap()), "Theirs.");
    window.click("[data-testid=overwrite]").await;
    window.hides("[data-testid=unsaved]").await;
    assert_eq!(note_in(&std::fs::read(&file).unwrap()), "Ours.");

    // Back to what was saved, asked once.
    window.type_note("Not meant.").await;
    window.click("[data-testid=main-menu]").await;
    window.click("[data-testid=menu-revert]").await;
    window.click("[data-testid=leaving-discard]").await;
    window.hides("[data-testid=unsaved]").await;
    window.choose("A:1", "B:1").await;
    window.sees("what was saved", "document.querySelector('[data-testid=claim-note]').value === 'Ours.'", true).await;

    window.type_note("The stick is out.").await;
    window.stage.on_disk("umount -l \"$0\" && rmdir \"$0\"");
    window.cannot_save("The folder is not there any more").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_windows_on_one_file_are_told_of_each_other() {
    let stage = Stage::new(1440, 900);
    let other = Stage::beside(&stage);
    let (first, file) = flooded(stage).await;
    first.saves().await;
    first.hides("[data-testid=elsewhere]").await;
    let second = Window::open(other, &[&file]).await;
    second.shows("[data-testid=elsewhere]").await;
    second.picture("elsewhere").await;
    first.type_note("Mine.").await;
    first.shows("[data-testid=elsewhere]").await;
    first.saves().await;
    second.type_note("No, mine.").await;
    second.cannot_save("Another program changed the file").await;
    second.crash().await;
    first.type_note("Alone again.").await;
    first.hides("[data-testid=elsewhere]").await;
    first.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_lost_its_words_needs_a_look_and_a_clock_set_back_loses_nothing() {
    let (window, _) = flooded(Stage::new(1440, 900)).await;
    window.draw("A:5", "C:5").await;
    window.sees("linked", "shared('A:5', 'C:5')", true).await;
    window.choose("A:4", "B:4").await;
    window.write("[data-testid=claim-note]", "Call the station.").await;
    window.leave_field().await;
    window.sees("noted", "document.querySelector('[data-testid=undo]').ariaLabel === 'Undo: note'", true).await;
    // Not saved; two seconds are promised. Then the clock is set back by years, so that all files are of the future.
    tokio::time::sleep(Duration::from_secs(2)).await;
    let stage = window.crash().await;
    let future = SystemTime::now() + Duration::from_secs(400_000_000);
    let kept = stage.folder.join("config/org.parallax-news.parallax/recovery");
    for entry in std::fs::read_dir(kept).unwrap() {
        let entry = std::fs::File::options().write(true).open(entry.unwrap().path()).unwrap();
        entry.set_modified(future).unwrap();
    }
    let later = LANTERN
        .replace("A baker gave away two hundred loaves of bread.", "A baker gave two hundred loaves of bread away.")
        .replace("The railway to Port Selby is closed until Friday.", "No train leaves before the weekend.");
    stage.file("lantern.txt", later);

    let window = Window::open(stage, &[]).await;
    window.picture("recovery").await;
    window.click("[data-testid=recover]").await;
    window.shows("[data-statement='C:5']").await;
    window
        .sees(
            "the changed file",
            "text('[data-testid=column-A] [data-testid=on-disk]') .includes('file changed')",
            true,
        )
        .await;
    window.says("The railway to Port Selby").await;
    window.hides("[data-testid=needs-a-look]").await;
    window.click("[data-testid=column-A] [data-testid=on-disk]").await;
    window.says("No train leaves").await;
    window.sees("two are lost", "text('[data-testid=needs-a-look]').includes('2 need a look')", true).await;
    window.sees("nothing is moved", "shared('A:5', 'C:5')", false).await;

    window.click("[data-testid=needs-a-look]").await;
    window.shows("[data-testid=lost-dialog]").await;
    window.picture("needs-a-look").await;
    window.click("[data-testid=put-back]").await;
    window.sees("put where it is likely", "shared('A:5', 'C:5')", true).await;
    window.click("[data-testid=put-elsewhere]").await;
    window.shows("[data-testid=link-bar]").await;
    window.click("[data-statement='A:4']").await;
    window.done("put something lost in A again", "document.querySelector('[data-testid=needs-a-look]') === null").await;
    window.choose("A:4", "B:4").await;
    window
        .sees("the note", "document.querySelector('[data-testid=claim-note]').value === 'Call the station.'", true)
        .await;
    // The text of before, and the newer one again.
    window.click("[data-testid=menu-A]").await;
    window.click("[data-testid=text-before]").await;
    window.says("The railway to Port Selby").await;
    window.click("[data-testid=menu-A]").await;
    window.click("[data-testid=text-after]").await;
    window.says("No train leaves").await;
    // Each step back, to the text that was read first.
    for _ in 0..5 {
        window.click("[data-testid=undo]").await;
    }
    window.says("The railway to Port Selby").await;
    window.sees("all is as it was", "shared('A:5', 'C:5') && shared('A:4', 'B:4')", true).await;
    window.close().await;
}
