//! Bad input: a clear message that names the file, and the other files compared.
use std::os::unix::fs::symlink;

use crate::stage::Stage;
use crate::window::{CALL, FLOOD, TRUCE, Window};

#[tokio::test(flavor = "multi_thread")]
async fn bad_files_are_named_and_the_good_ones_compared() {
    let stage = Stage::new(1440, 900);
    let mut files = vec![stage.file("call.txt", CALL), stage.file("truce.txt", TRUCE)];
    files.push(stage.file("nothing.txt", ""));
    files.push(stage.file("blank.txt", "  \n\n \t\n"));
    files.push(stage.file("picture.txt", [0x89, b'P', b'N', b'G', 0, 1, 2, 3, 0xff, 0xfe, 0, 0, 7].repeat(40)));
    files.push(stage.file("menu.html", "<html><body><nav><a href=x>Home</a></nav></body></html>"));
    files.push(stage.file("call copy.txt", CALL));
    let huge = std::fs::File::create(stage.folder.join("huge.txt")).unwrap();
    huge.set_len(200 << 20).unwrap();
    files.push(stage.folder.join("huge.txt").to_string_lossy().into_owned());
    std::fs::create_dir(stage.folder.join("folder.txt")).unwrap();
    files.push(stage.folder.join("folder.txt").to_string_lossy().into_owned());
    symlink("/nowhere/at/all", stage.folder.join("broken.txt")).unwrap();
    files.push(stage.folder.join("broken.txt").to_string_lossy().into_owned());
    files.push(stage.folder.join("deleted.txt").to_string_lossy().into_owned());

    let window = Window::open(stage, &files.iter().map(String::as_str).collect::<Vec<_>>()).await;
    window.shows("[data-testid=problems]").await;
    window.says("2 articles are ready. 9 have a problem.").await;
    window.picture("problems").await;
    for name in ["nothing", "blank", "picture", "menu", "call copy", "huge", "folder", "broken", "deleted"] {
        window.says(name).await;
    }
    window.click("[data-testid=compare-now]").await;
    window.shows("[data-statement='B:0']").await;
    window.shows("[data-testid=files-left-out]").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_with_scripts_is_text_and_nothing_runs() {
    let stage = Stage::new(1440, 900);
    let page = format!(
        "<html><head><title>Talks</title><script>window.parent.hacked = 1</script></head><body><article><h1>Talks &lt;b&gt;today&lt;/b&gt;</h1>\
         <p onclick=\"hacked=1\">{TRUCE} <img src=x onerror=\"window.hacked=1\"></p>\
         <p>The text holds &lt;img src=x onerror=window.hacked=1&gt; as words, and they stay words for every reader of it.</p>\
         <p>{CALL}</p></article></body></html>"
    );
    let (page, call) = (stage.file("page.html", page), stage.file("call.txt", CALL));
    let window = Window::open(stage, &[&page, &call]).await;
    window.shows("[data-statement='B:0']").await;
    window.says("<img src=x onerror=window.hacked=1>").await;
    assert_eq!(window.js("return window.hacked ?? null").await, serde_json::Value::Null);
    assert_eq!(window.count("section img").await, 0);
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_language_that_is_not_known_can_be_chosen() {
    let stage = Stage::new(1440, 900);
    let odd = "Kraan blovit 105 minuut\n\nVrel od sint kraan blovit mor 105 minuut dag. Ol nevre sint plom od kraan ost tavil.\n";
    let files = [("call.txt", CALL), ("truce.txt", TRUCE), ("odd.txt", odd)].map(|(name, text)| stage.file(name, text));
    let window = Window::open(stage, &files.iter().map(String::as_str).collect::<Vec<_>>()).await;
    window.click("[data-testid=files-left-out]").await;
    window.says("The language of this text is not known.").await;
    window.click("[data-file='odd.txt'] [data-testid=language-file]").await;
    window
        .until(
            "the list of languages has the focus",
            "return document.activeElement?.dataset.testid === 'edit-language'",
        )
        .await;
    window.picture("choose-language").await;
    window.press("Dutch").await;
    window.click("[data-testid=edit-save]").await;
    window
        .until("it is known now", "return !document.body.innerText.includes('The language of this text is not known.')")
        .await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn articles_of_two_events_are_told_apart_and_those_of_one_compared() {
    let stage = Stage::new(1440, 900);
    let flood_too = "Town under water\n\nIn one night the river rose by two metres, the mayor said. In Lower Marsh four hundred \
        people left their homes. She asked for blankets and boats.\n";
    let files = [("call.txt", CALL), ("flood.txt", FLOOD), ("truce.txt", TRUCE), ("town.txt", flood_too)];
    let files = files.map(|(name, text)| stage.file(name, text));
    let window = Window::open(stage, &files.iter().map(String::as_str).collect::<Vec<_>>()).await;
    window.says("These articles seem to be about two events: A, C and B, D.").await;
    window.picture("two-events").await;
    window.click("[data-testid=only-event]:nth-of-type(2)").await;
    window.shows("section[data-source=B] [data-statement='B:0']").await;
    window
        .until("only those of the flood", "return document.querySelectorAll('section[data-source]').length === 2")
        .await;
    window.hides("[data-testid=files-left-out]").await;
    window.press_with_control('z').await;
    window.shows("section[data-source=A]").await;
    window.click("[data-testid=files-left-out]").await;
    window.click("[data-testid=all-events]").await;
    window.hides("[data-testid=problems]").await;
    window.shows("section[data-source=D]").await;
    window.hides("[data-testid=files-left-out]").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn thirteen_files_are_twelve_and_one_left_out() {
    let stage = Stage::new(1440, 900);
    let files: Vec<String> = (0..13)
        .map(|n| {
            stage.file(
                &format!("report-{n:02}.txt"),
                format!("{CALL}\n\nReport {n} has its own story number {n}, told by nobody else in town."),
            )
        })
        .collect();
    let window = Window::open(stage, &files.iter().map(String::as_str).collect::<Vec<_>>()).await;
    window.shows("[data-testid=problems]").await;
    window.says("report-12.txt").await;
    window.click("[data-testid=compare-now]").await;
    window.shows("section[data-source=A]").await;
    assert_eq!(window.count("[data-source]").await, 12);
    window.picture("twelve").await;
    window.close().await;
}
