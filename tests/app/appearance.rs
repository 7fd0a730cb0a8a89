//! Themes, text size and the language of the window; they outlive the window.
use crate::ending::running;
use crate::soak::family;
use crate::stage::Stage;
use crate::window::Window;

const PAPER: &str = "return getComputedStyle(document.body).backgroundColor";

#[tokio::test(flavor = "multi_thread")]
async fn the_theme_can_be_changed() {
    let window = Window::sample().await;
    assert_eq!(window.js(PAPER).await, "rgb(251, 250, 247)");
    window.picture("light").await;
    window.click("[data-testid=settings]").await;
    window.click("label:has(input[value=dark])").await;
    window.until("dark paper", &format!("return (() => {{ {PAPER} }})() === 'rgb(23, 24, 27)'")).await;
    window.press("\u{e00c}").await;
    window.picture("dark").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn large_text_fits_the_window() {
    let window = Window::sample().await;
    for _ in 0..12 {
        window.press_with_control('+').await;
    }
    window.until("200%", "return document.documentElement.style.fontSize === '32px'").await;
    window.picture("text-200").await;
    let wider = window.js("return document.documentElement.scrollWidth > innerWidth").await;
    assert_eq!(wider, false, "no sideways scrolling");
    let column = window.js("return document.querySelector('section[data-source=A]').clientWidth").await;
    assert!(column.as_u64().unwrap() > 900, "one open column fills the window: {column}");
    assert_eq!(window.count("section[data-source]").await, 1);
    assert_eq!(window.count("[data-testid^=strip-]").await, 2);
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_window_speaks_indonesian() {
    let window = Window::sample().await;
    window.click("[data-testid=settings]").await;
    window.click("label:has(input[value=id])").await;
    window.press("\u{e00c}").await;
    window.says("Bertentangan").await;
    window.says("Hanya satu sumber").await;
    window.picture("indonesian").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_systems_wish_for_less_movement_is_kept() {
    // What the first column does when a difference far down is chosen: where it is two frames later, and nearly a second later.
    let go = "const done = arguments[arguments.length - 1], column = document.querySelector('.scroll');
        for (let i = 0; i < 9; i++) document.querySelector('[data-testid=next-difference]').click();
        requestAnimationFrame(() => requestAnimationFrame(() => {
            const early = column.scrollTop;
            setTimeout(() => done([early, column.scrollTop]), 900);
        }));";
    for less in [false, true] {
        let stage = Stage::new(1440, 500);
        if less {
            let gtk = stage.folder.join("config/gtk-3.0");
            std::fs::create_dir_all(&gtk).unwrap();
            std::fs::write(gtk.join("settings.ini"), "[Settings]\ngtk-enable-animations=0\n").unwrap();
        }
        let window = Window::open(stage, &["--sample"]).await;
        window.shows("[data-source=C] [data-statement='C:3']").await;
        let moved = window.client.execute_async(go, vec![]).await.unwrap();
        assert!(moved[1].as_f64() > Some(0.0), "the column went to the difference: {moved}");
        assert_eq!(moved[0] == moved[1], less, "at once with less movement, else on the way: {moved}");
        window.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_graphics_card_nothing_plays_one() {
    let mut cards = std::fs::read_dir("/dev/dri").into_iter().flatten().flatten();
    if cards.any(|card| card.file_name().to_string_lossy().starts_with("renderD")) {
        eprintln!("skipped: there is a graphics card here");
        return;
    }
    let window = Window::sample().await;
    window.painted().await;
    let threads: Vec<String> = family(&running(&window.stage)).into_iter().flat_map(threads).collect();
    assert!(
        threads.iter().any(|name| name.starts_with("WebKitWebProces")),
        "the page's process was looked at: {threads:?}"
    );
    assert!(!threads.iter().any(|name| name.starts_with("llvmpipe")), "Mesa draws: {threads:?}");
    // A picture of a page at rest: WebKit's own painter gives one only while something is painted.
    window.picture("painted_by_webkit").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_is_told_of_little_memory() {
    let window = Window::sample().await;
    let pages: Vec<u32> = family(&running(&window.stage))
        .into_iter()
        .filter(|pid| threads(*pid).iter().any(|name| name.starts_with("WebKitWebProces")))
        .collect();
    assert!(!pages.is_empty(), "the page's process was looked at");
    for pid in pages {
        let environment = std::fs::read(format!("/proc/{pid}/environ")).unwrap();
        let told = environment.split(|byte| *byte == 0).any(|line| line.starts_with(b"JSC_forceRAMSize="));
        assert!(told, "WebKit collects when the page holds three times what it needs");
    }
    window.close().await;
}

/// The names of a process's threads.
fn threads(pid: u32) -> Vec<String> {
    let tasks = std::fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten().flatten();
    tasks.filter_map(|task| std::fs::read_to_string(task.path().join("comm")).ok()).collect()
}
