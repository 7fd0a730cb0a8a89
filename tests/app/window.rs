//! The window as a test sees it: find, click, press, wait, look.
use std::time::{Duration, Instant};

use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::Value;

use crate::stage::{Stage, pictures, program};
use crate::{dialog, xdnd};

/// Small reports of one call, written for these tests.
pub const CALL: &str = "Leaders speak for 105 minutes\n\nThe two leaders spoke by telephone for 105 minutes on Sunday. \
    They agreed to work for a ceasefire in the east. About 400 people waited outside the palace in Port Selby.\n";
pub const TRUCE: &str = "Ceasefire talks on the telephone\n\nThe leaders agreed to work for a ceasefire in the east. \
    They spoke by telephone for 100 minutes on Sunday. Nobody was seen outside the palace in Port Selby.\n";
pub const FLOOD: &str = "River rises in one night\n\nThe river rose by two metres in one night. Four hundred people left \
    their homes in Lower Marsh. The mayor asked for boats and blankets.\n";
/// A fourth report of the sample's call.
pub const FOURTH: &str = "Paris says call was long\n\nThe two leaders spoke by telephone for 105 minutes, Paris said. \
    Foreign ministers Sergei Lavrov and Jean-Yves Le Drian will meet in the coming days. Some 150,000 Russian soldiers \
    are massed near the border of Ukraine.\n";

/// How long something may take to show.
const PATIENCE: Duration = Duration::from_secs(30);

/// The program's window on a stage.
pub struct Window {
    pub client: Client,
    pub stage: Stage,
}

impl Window {
    /// Starts the program with arguments.
    pub async fn open(stage: Stage, arguments: &[&str]) -> Window {
        let capabilities =
            serde_json::json!({ "webkitgtk:browserOptions": { "binary": program(), "args": arguments } });
        let client = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new())
            .capabilities(capabilities.as_object().unwrap().clone())
            .connect(&stage.url())
            .await
            .expect("a session with the program");
        Window { client, stage }
    }

    /// Starts the program with the sample event, at 1440 × 900, and waits until it is lined up.
    pub async fn sample() -> Window {
        let window = Window::open(Stage::new(1440, 900), &["--sample"]).await;
        window.shows("[data-source=C] [data-statement='C:3']").await;
        window
    }

    /// The key of the one statement of a source that holds `words`.
    pub async fn statement(&self, source: &str, words: &str) -> String {
        let find = format!(
            "return [...document.querySelectorAll('section[data-source={source}] [data-statement]')]\
             .find((line) => line.innerText.includes({words:?}))?.dataset.statement ?? null"
        );
        self.until(words, &find).await.as_str().unwrap().to_owned()
    }

    /// What `script` (a function body) returns in the page.
    pub async fn js(&self, script: &str) -> Value {
        self.client.execute(script, vec![]).await.unwrap()
    }

    /// Waits until `script` returns something true; fails with what it returned last.
    pub async fn until(&self, what: &str, script: &str) -> Value {
        let begun = Instant::now();
        loop {
            let got = self.client.execute(script, vec![]).await.unwrap_or(Value::Null);
            let truthy = !matches!(&got, Value::Null | Value::Bool(false)) && got != 0 && got != "";
            if truthy {
                return got;
            }
            if begun.elapsed() > PATIENCE {
                self.picture("failed").await;
                let page = self.client.execute("return document.body.innerText", vec![]).await;
                panic!("{what}: not within {PATIENCE:?}; last {got}; the page says {page:?}");
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Waits until something matches `css`.
    pub async fn shows(&self, css: &str) {
        self.until(css, &format!("return document.querySelector({css:?}) !== null")).await;
    }

    /// Waits until nothing matches `css`.
    pub async fn hides(&self, css: &str) {
        self.until(css, &format!("return document.querySelector({css:?}) === null")).await;
    }

    /// Waits until the text of the page holds `text`.
    pub async fn says(&self, text: &str) {
        self.until(text, &format!("return document.body.innerText.includes({text:?})")).await;
    }

    /// Number of elements that match `css`.
    pub async fn count(&self, css: &str) -> u64 {
        self.js(&format!("return document.querySelectorAll({css:?}).length")).await.as_u64().unwrap()
    }

    /// Clicks as a person would.
    pub async fn click(&self, css: &str) {
        self.shows(css).await;
        let begun = Instant::now();
        // What has just come is not where it will be yet: a person looks before they click.
        while let Err(error) = self.client.find(Locator::Css(css)).await.unwrap().click().await {
            if begun.elapsed() > Duration::from_secs(2) {
                self.picture("failed").await;
                panic!("{css} cannot be clicked: {error}");
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Presses keys on whatever has the focus.
    pub async fn press(&self, keys: &str) {
        self.client.active_element().await.unwrap().send_keys(keys).await.unwrap();
    }

    /// Presses a key together with Control.
    pub async fn press_with_control(&self, key: char) {
        self.press(&format!("{}{key}{}", Key::Control, Key::Null)).await;
    }

    /// The page is ahead of the screen: two frames later the picture is true. On a busy machine WebKit may ask for no frame at
    /// all; then it is not waited for without end.
    pub async fn painted(&self) {
        let wait = "const d = arguments[0]; setTimeout(() => d(0), 5000); requestAnimationFrame(() => requestAnimationFrame(() => d(1)))";
        self.client.execute_async(wait, vec![]).await.unwrap();
    }

    /// Keeps a picture of the window.
    pub async fn picture(&self, name: &str) {
        self.painted().await;
        let png = self.client.screenshot().await.unwrap();
        std::fs::write(pictures().join(format!("{name}.png")), png).unwrap();
    }

    /// Drags files from outside over the window, and drops them or leaves.
    pub async fn drag(&self, paths: &[&str], drop: bool) -> xdnd::Outcome {
        let display = self.stage.display.clone();
        let uris: Vec<String> = paths.iter().map(|path| uri(path)).collect();
        let drag = move || xdnd::drag(&display, "parallax", &uris, (300, 300), drop).map_err(|e| e.to_string());
        tokio::task::spawn_blocking(drag).await.unwrap().unwrap()
    }

    /// Answers the system's own dialog for a file.
    pub async fn answer_dialog(&self, path: &str) {
        let path = path.to_owned();
        self.at_dialog(move |display| dialog::answer(display, &path)).await;
    }

    /// Answers the system's dialog for a printer with the first one, here that of PDFs.
    pub async fn print(&self) {
        self.at_dialog(dialog::print).await;
    }

    async fn at_dialog(&self, act: impl FnOnce(&str) -> Result<(), Box<dyn std::error::Error>> + Send + 'static) {
        let display = self.stage.display.clone();
        let answered =
            tokio::task::spawn_blocking(move || act(&display).map_err(|error| error.to_string())).await.unwrap();
        if let Err(error) = answered {
            self.picture("failed").await;
            panic!("{error}");
        }
    }
}

/// A path as file managers send it.
fn uri(path: &str) -> String {
    let escaped: String = path
        .bytes()
        .map(|b| match b {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => char::from(b).to_string(),
            _ => format!("%{b:02X}"),
        })
        .collect();
    format!("file://{escaped}")
}
