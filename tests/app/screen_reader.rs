//! The window as a screen reader has it: the accessibility tree of the real window, read over AT-SPI, by name and role.
//!
//! Runs wherever at-spi2-core starts (scripts/prepare installs it); elsewhere it says so and passes.
use std::fmt;
use std::time::{Duration, Instant};

use zbus::zvariant::{OwnedObjectPath, OwnedValue};

use crate::stage::{Bus, Stage};
use crate::window::Window;

/// Roles by their numbers in AT-SPI (atspi-constants.h); WebKit gives no names of roles.
const COLUMN_HEADER: u32 = 10;
const FRAME: u32 = 23;
const PAGE_TAB: u32 = 37;
const PUSH_BUTTON: u32 = 43;
const ROW_HEADER: u32 = 47;
const TABLE: u32 = 55;
const TABLE_CELL: u32 = 56;
const TOGGLE_BUTTON: u32 = 62;
const ENTRY: u32 = 79;
const HEADING: u32 = 83;
const WEB_PAGE: u32 = 95;
const ARTICLE: u32 = 109;
const LANDMARK: u32 = 110;

/// Deeper than any part of the window; a tree that goes round ends here.
const DEEPEST: usize = 40;
const PATIENCE: Duration = Duration::from_secs(40);

type R<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// A part of the window with what is read out of it.
#[derive(Debug, Default)]
struct Part {
    role: u32,
    name: String,
    text: String,
    parts: Vec<Part>,
}

impl Part {
    /// This part and all inside it.
    fn all(&self) -> Vec<&Part> {
        std::iter::once(self).chain(self.parts.iter().flat_map(Part::all)).collect()
    }

    fn of(&self, role: u32) -> Vec<&Part> {
        self.all().into_iter().filter(|part| part.role == role).collect()
    }

    /// What is read out: the name, else the text.
    fn read(&self) -> &str {
        if self.name.is_empty() { &self.text } else { &self.name }
    }

    /// The first part of a role whose name or text holds `words`.
    fn find(&self, role: u32, words: &str) -> Option<&Part> {
        self.of(role).into_iter().find(|part| part.name.contains(words) || part.text.contains(words))
    }

    /// All that is read out inside, in order.
    fn told(&self) -> String {
        self.all().iter().map(|part| part.read()).collect::<Vec<_>>().join("\n")
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fn write(part: &Part, depth: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            writeln!(f, "{:depth$}{} {:?} {:?}", "", part.role, part.name, part.text)?;
            part.parts.iter().try_for_each(|part| write(part, depth + 1, f))
        }
        write(self, 0, f)
    }
}

/// Listens to the accessibility bus.
struct Ear(zbus::Connection);

impl Ear {
    /// The accessibility bus of a session; starts it.
    async fn of(bus: &Bus) -> R<Ear> {
        let session = zbus::connection::Builder::address(bus.address.as_str())?.build().await?;
        let answer =
            session.call_method(Some("org.a11y.Bus"), "/org/a11y/bus", Some("org.a11y.Bus"), "GetAddress", &()).await?;
        let address: String = answer.body().deserialize()?;
        Ok(Ear(zbus::connection::Builder::address(address.as_str())?.build().await?))
    }

    async fn property(&self, (bus, path): (&str, &str), name: &str) -> R<OwnedValue> {
        let asked = ("org.a11y.atspi.Accessible", name);
        let answer =
            self.0.call_method(Some(bus), path, Some("org.freedesktop.DBus.Properties"), "Get", &asked).await?;
        Ok(answer.body().deserialize()?)
    }

    /// The whole tree below a part.
    async fn part(&self, (bus, path): (&str, &str), depth: usize) -> R<Part> {
        const ACCESSIBLE: Option<&str> = Some("org.a11y.atspi.Accessible");
        let role =
            self.0.call_method(Some(bus), path, ACCESSIBLE, "GetRole", &()).await?.body().deserialize::<u32>()?;
        let name = String::try_from(self.property((bus, path), "Name").await?)?;
        let able = self.0.call_method(Some(bus), path, ACCESSIBLE, "GetInterfaces", &()).await?;
        let mut text = String::new();
        if able.body().deserialize::<Vec<String>>()?.iter().any(|able| able == "org.a11y.atspi.Text") {
            let whole = (0i32, -1i32);
            let answer = self.0.call_method(Some(bus), path, Some("org.a11y.atspi.Text"), "GetText", &whole).await?;
            text = answer.body().deserialize()?;
        }
        let mut part = Part { role, name, text: text.replace('\u{fffc}', " "), parts: Vec::new() };
        if depth == DEEPEST {
            return Ok(part);
        }
        let count = i32::try_from(self.property((bus, path), "ChildCount").await?)?;
        for at in 0..count {
            // Not all at once: the socket that holds the page gives it only by its number.
            let child = self.0.call_method(Some(bus), path, ACCESSIBLE, "GetChildAtIndex", &at).await?;
            let (bus, path): (String, OwnedObjectPath) = child.body().deserialize()?;
            part.parts.push(Box::pin(self.part((&bus, path.as_str()), depth + 1)).await?);
        }
        Ok(part)
    }

    /// The tree, once `shows` holds of it; fails with the tree.
    async fn hears(&self, what: &str, shows: impl Fn(&Part) -> bool) -> Part {
        let begun = Instant::now();
        loop {
            let tree = self.part(("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root"), 0).await;
            match tree {
                Ok(tree) if shows(&tree) => return tree,
                Ok(tree) if begun.elapsed() > PATIENCE => panic!("{what} is not heard:\n{tree}"),
                Err(error) if begun.elapsed() > PATIENCE => panic!("{what}: the tree cannot be read: {error}"),
                // A part that goes while the tree is read is an error; the next look is whole again.
                _ => tokio::time::sleep(Duration::from_millis(200)).await,
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_screen_reader_hears_articles_statements_conflicts_and_details() {
    let Some(bus) = Bus::start() else { return eprintln!("screen reader: not tried, no D-Bus here") };
    let ear = match Ear::of(&bus).await {
        Ok(ear) => ear,
        Err(error) => return eprintln!("screen reader: not tried, AT-SPI does not start here: {error}"),
    };
    let window = Window::open(Stage::heard(bus), &["--sample"]).await;
    window.shows("[data-source=C] [data-statement='C:3']").await;
    // WebKit fills its tree bit by bit: it is whole when every row that is shown has its words.
    let mut shown = Vec::new();
    for letter in ["A", "B", "C"] {
        shown.push((letter, window.count(&format!("section[data-source={letter}] [data-row]")).await as usize));
    }
    let whole = |tree: &Part, (letter, rows): &(&str, usize)| {
        let source = tree.find(LANDMARK, &format!("Source {letter}, "));
        source.is_some_and(|source| {
            let told = source.of(ARTICLE);
            told.len() == *rows && told.iter().all(|row| !row.read().trim().is_empty())
        })
    };
    let tree = ear.hears("the sample", |tree| shown.iter().all(|source| whole(tree, source))).await;
    hears_the_frame(&tree);
    hears_the_articles(&tree, &window).await;

    window.js("document.querySelector('mark.m-conflict').closest('[data-row]').click()").await;
    window.shows("[data-testid=details]").await;
    let words = ["Conflict in a figure", "What each source says", "105 minutes", "100 minutes", "Is this match right?"];
    let told = |details: &Part| {
        let told = details.told();
        details.name.starts_with("The two leaders spoke by telephone") && words.iter().all(|words| told.contains(words))
    };
    ear.hears("the details", |tree| details_of(tree).is_some_and(told)).await;

    window.click("[data-testid=view-table]").await;
    window.shows("[data-testid=table]").await;
    let whole = |table: &&Part| {
        let (columns, rows, cells) = (table.of(COLUMN_HEADER), table.of(ROW_HEADER), table.of(TABLE_CELL));
        columns.len() == 4
            && rows.len() >= 15
            && rows.iter().all(|row| !row.name.is_empty())
            && cells.len() > 50
            && cells.iter().all(|cell| !cell.read().trim().is_empty())
    };
    let tree = ear.hears("the whole table", |tree| tree.of(TABLE).iter().any(whole)).await;
    let table = *tree.of(TABLE).iter().find(|table| whole(table)).unwrap();
    let (columns, rows) = (table.of(COLUMN_HEADER).len(), table.of(ROW_HEADER));
    println!(
        "screen reader: {} parts in the table, {columns} column and {} row headers",
        table.all().len(),
        rows.len()
    );
    window.close().await;
}

/// The innermost landmark with the heading of the values.
fn details_of(tree: &Part) -> Option<&Part> {
    let holds = |part: &&Part| part.find(HEADING, "What each source says").is_some();
    tree.of(LANDMARK).into_iter().rfind(holds)
}

fn hears_the_frame(tree: &Part) {
    let page = tree.of(WEB_PAGE);
    assert_eq!(page.len(), 1, "{tree}");
    assert!(tree.find(FRAME, "Parallax").is_some(), "{tree}");
    for (role, name) in [
        (PAGE_TAB, "Side by side"),
        (PAGE_TAB, "Table"),
        (PAGE_TAB, "Overview"),
        (ENTRY, "Search all sources"),
        (PUSH_BUTTON, "Export"),
        (PUSH_BUTTON, "Next difference"),
        (TOGGLE_BUTTON, "Conflict , 3 , shown"),
    ] {
        assert!(tree.find(role, name).is_some(), "no part {role} named {name:?}:\n{tree}");
    }
}

/// Every article by its name, in it every row with something to read, and the word of the kind before what is marked.
async fn hears_the_articles(tree: &Part, window: &Window) {
    for (letter, outlet) in [("A", "The Lantern Post"), ("B", "harbour-dispatch"), ("C", "Kabar Sentra")] {
        let source =
            tree.find(LANDMARK, &format!("Source {letter}, {outlet}")).unwrap_or_else(|| panic!("{letter}:\n{tree}"));
        assert!(source.find(HEADING, outlet).is_some(), "{source}");
        let rows = source.of(ARTICLE);
        let shown = window.count(&format!("section[data-source={letter}] [data-row]")).await;
        assert_eq!(rows.len() as u64, shown, "{source}");
        assert!(rows.iter().all(|row| !row.read().trim().is_empty()), "{source}");
    }
    let conflict = tree.find(ARTICLE, "conflict: 105 minutes").unwrap_or_else(|| panic!("no conflict:\n{tree}"));
    assert!(conflict.text.starts_with("The two leaders spoke by telephone for"), "{conflict}");
    assert!(tree.find(ARTICLE, "Not mentioned: ").is_some(), "{tree}");
    let read = tree.of(ARTICLE);
    println!("screen reader: {} parts, {} statements and lines", tree.all().len(), read.len());
}
