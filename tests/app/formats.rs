//! Files of other kinds in the window: a PDF, one article of several, a password, a folder.
use crate::stage::Stage;
use crate::window::{CALL, TRUCE, Window};

fn fixture(stage: &Stage, name: &str) -> String {
    let cases = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/formats");
    stage.file(name, std::fs::read(cases.join(name)).unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn one_of_several_articles_is_chosen_and_compared() {
    let stage = Stage::new(1440, 900);
    let files = [fixture(&stage, "article.chromium.pdf"), stage.file("call.txt", CALL), fixture(&stage, "mails.mbox")];
    let window = Window::open(stage, &files.each_ref().map(String::as_str)).await;
    window.shows("[data-problem=several_articles] [data-testid=choose-part]").await;
    window.says("Bread from the mill").await;
    window.picture("several-articles").await;
    window.click("[data-problem=several_articles] li:nth-child(2) [data-testid=choose-part]").await;
    window.hides("[data-problem=several_articles]").await;
    window.click("[data-testid=compare-now]").await;
    window.says("a family from Sandholm").await;
    window.says("the highest mark since measurements began").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_protected_file_takes_its_password() {
    let stage = Stage::new(1440, 900);
    let files = [fixture(&stage, "protected.pdf"), stage.file("call.txt", CALL)];
    let window = Window::open(stage, &files.each_ref().map(String::as_str)).await;
    window.shows("[data-problem=password_needed] [data-testid=password]").await;
    window.picture("password").await;
    let give = |word: &str| {
        format!(
            "const field = document.querySelector('[data-testid=password]'); field.value = '{word}'; \
             field.form.requestSubmit(); return true"
        )
    };
    window.js(&give("harbour")).await;
    window.shows("[data-problem=password_needed] [data-testid=password]").await;
    window.js(&give("lighthouse")).await;
    window.hides("[data-problem=password_needed]").await;
    window.says("the highest mark since measurements began").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_stands_for_the_articles_in_it() {
    let stage = Stage::new(1440, 900);
    let folder = stage.folder.join("event");
    std::fs::create_dir(&folder).unwrap();
    for (name, text) in [("call.txt", CALL), ("truce.md", TRUCE), ("photo.png", "x")] {
        std::fs::write(folder.join(name), text).unwrap();
    }
    let path = folder.to_string_lossy().into_owned();
    let window = Window::open(stage, &[&path]).await;
    window.shows("[data-statement='B:0']").await;
    assert_eq!(window.count("[data-source]").await, 2);
    window.close().await;
}
