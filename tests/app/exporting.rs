//! The export dialog of the real window, with what the engine gives for every form; what is written by the system's own
//! dialog, read by the programs that a person opens it with; the clipboard.
use std::io::Read;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::by_hand::flooded;
use crate::stage::Stage;
use crate::window::{CALL, TRUCE, Window};
use crate::xdnd;

/// What the preview shows of a form.
async fn preview(window: &Window, form: &str, ready: &str) -> serde_json::Value {
    window.click(&format!("[data-testid=export-{form}]")).await;
    let of = format!("const p = document.querySelector('[data-testid=export-preview]'); {ready}");
    window.until(form, &of).await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_form_has_a_preview_and_its_numbers_are_the_windows() {
    let window = Window::sample().await;
    let conflicts = window.js("return document.querySelector('[data-testid=legend-conflict]').dataset.count").await;
    let claims = window.js("return document.querySelector('[data-testid=event-summary]').innerText").await;
    window.press_with_control('e').await;
    window.shows("[data-testid=export-dialog]").await;
    let text = preview(&window, "markdown", "return p.innerText.startsWith('# ') && p.innerText").await;
    let text = text.as_str().unwrap();
    let number = conflicts.as_str().unwrap();
    assert!(text.contains(&format!("| ≠ Conflict | {number} |")), "{number} conflicts in the window; {text}");
    let made = text.split(" make ").nth(1).and_then(|rest| rest.split(' ').next()).unwrap();
    assert!(claims.as_str().unwrap().contains(&format!("{made} claims")), "{claims}; {text}");
    assert!(text.contains("SHA-256"), "{text}");
    let rows = preview(&window, "xlsx", "return p.querySelectorAll('tbody tr').length").await;
    assert!(rows.as_u64().unwrap() > 10, "{rows}");
    let width = preview(&window, "png", "return p.querySelector('img')?.naturalWidth ?? 0").await;
    assert!(width.as_u64().unwrap() > 300, "{width}");
    window.picture("export").await;
    preview(&window, "tei", "return p.innerText.includes('<app type=')").await;
    preview(&window, "json", "return p.innerText.includes('parallax.comparison/1')").await;
    window.press("\u{e00c}").await; // Esc
    window.hides("[data-testid=export-dialog]").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_claim_is_copied_with_its_sources() {
    let window = Window::sample().await;
    let place = window.statement("A", "105 minutes").await;
    window.click(&format!("[data-statement='{place}']")).await;
    window.click("[data-testid=copy-claim]").await;
    window
        .until("it is said", "return document.querySelector('[data-testid=live]').innerText.includes('Copied')")
        .await;
    window.press_with_control('f').await;
    window.shows("[data-testid=search]").await;
    window.press_with_control('v').await;
    window
        .until(
            "what was copied, in the search field",
            "const words = document.querySelector('[data-testid=search]').value; return words.includes('105 minutes') && words.includes('SHA-256')",
        )
        .await;
    window.close().await;
}

/// The numbers of the legend by kind: of the window, or of a report.
const LEGEND: &str = "Object.fromEntries([...document.querySelectorAll('[data-testid^=legend-][data-count]')].map((one) => \
    [one.dataset.testid.slice(7), Number(one.dataset.count)]))";

impl Window {
    pub async fn export_as(&self, form: &str, path: &Path) {
        self.press_with_control('e').await;
        self.click(&format!("[data-testid=export-{form}]")).await;
        self.click("[data-testid=export-save]").await;
        self.answer_dialog(&path.to_string_lossy()).await;
        let name = path.file_name().unwrap().to_string_lossy();
        self.says(&name).await;
        assert!(path.exists(), "{}", path.display());
        self.press("\u{e00c}").await; // Esc
        self.hides("[data-testid=export-dialog]").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_leaves_the_window_has_its_numbers_notes_and_filters_and_opens_without_a_fault() {
    let (window, _) = flooded(Stage::new(1440, 900)).await;
    window.choose("A:1", "B:1").await;
    window.write("[data-testid=claim-note]", "=Ask the <b>gauge</b>").await;
    window.click("[data-testid=checked]").await;
    window.sees("checked", "document.querySelector('[data-testid=checked]').ariaPressed === 'true'", true).await;
    let at = |name: &str| window.stage.folder.join(name);
    let whole = at("whole.html");
    window.export_as("html", &whole).await;
    let numbers = window.js(&format!("return {LEGEND}")).await;
    // Without the reworded ones.
    window.click("[data-testid=legend-reworded]").await;
    window.sees("fewer", "document.querySelector('[data-testid=legend-reworded]').ariaPressed === 'false'", true).await;
    let (part, table, tei, data) = (at("part.html"), at("table.csv"), at("event.xml"), at("event.json"));
    let book = at("event.xlsx");
    window.export_as("html", &part).await;
    window.export_as("csv", &table).await;
    window.export_as("json", &data).await;
    window.export_as("tei", &tei).await;
    window.export_as("xlsx", &book).await;

    let report = std::fs::read_to_string(&whole).unwrap();
    for (kind, number) in numbers.as_object().unwrap() {
        let told = format!("data-kind=\"{kind}\" data-count=\"{number}\"");
        assert!(report.contains(&told), "{kind}: {number} in the window");
    }
    assert!(report.contains("=Ask the &lt;b&gt;gauge&lt;/b&gt;") && report.contains("✓ Checked"));
    let part_of_it = std::fs::read_to_string(&part).unwrap();
    // The one that stays has a "not mentioned" line, which is shown still.
    assert!(part_of_it.contains("data-kind=\"reworded\" data-count=\"1\""), "{numbers}");
    assert!(part_of_it.contains("claims are in this report"));
    let rows = std::fs::read_to_string(&table).unwrap();
    assert!(rows.contains("'=Ask the") && !rows.contains(",=Ask"), "{rows}");
    let told: Value = serde_json::from_slice(&std::fs::read(&data).unwrap()).unwrap();
    assert_eq!(told["by_hand"]["claims"][0]["note"], json!("=Ask the <b>gauge</b>"));
    assert!(std::fs::read_to_string(&tei).unwrap().contains("<app type="));
    let shown = rows.lines().filter(|row| row.starts_with("\"Claim\",")).count();
    assert_eq!(rows_of_first_sheet(&book), shown + 1, "a row a claim under the headings");
    check_report(&[&whole, &part]);
    // For scripts/check-exports, which needs programs that a test must not ask for.
    let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join("exports");
    std::fs::create_dir_all(&kept).unwrap();
    for path in [&whole, &part, &table, &tei, &data, &book] {
        std::fs::copy(path, kept.join(path.file_name().unwrap())).unwrap();
    }
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_report_is_printed_as_a_pdf_by_the_systems_dialog() {
    let stage = Stage::new(1440, 900);
    let documents = stage.folder.join("documents");
    std::fs::create_dir_all(&documents).unwrap();
    // Where the system's printer of PDFs puts them.
    std::fs::create_dir_all(stage.folder.join("config")).unwrap();
    stage.file("config/user-dirs.dirs", format!("XDG_DOCUMENTS_DIR=\"{}\"\n", documents.display()));
    let (call, truce) = (stage.file("call.txt", CALL), stage.file("truce.txt", TRUCE));
    let window = Window::open(stage, &[&call, &truce]).await;
    window.shows("[data-statement='B:0']").await;
    window.press_with_control('e').await;
    window.click("[data-testid=export-print]").await;
    window.print().await;
    let begun = Instant::now();
    let pages = loop {
        let printed = std::fs::read_dir(&documents).unwrap().flatten().next().map(|file| file.path());
        // The printer writes on when the dialog has gone; half of a PDF may be read too.
        let whole = printed.filter(|path| std::fs::read(path).unwrap().trim_ascii_end().ends_with(b"%%EOF"));
        let read = whole.map(|path| parallax_engine::open::read(&path).unwrap());
        let article = read.and_then(|source| parallax_reader::article(&source, &parallax_reader::Ask::default()).ok());
        // The report is no article: what is taken for one and what is left out are its text together.
        if let Some(article) = article {
            break article
                .left_out
                .into_iter()
                .map(|left| left.text)
                .chain(article.paragraphs)
                .collect::<Vec<_>>()
                .join(" ");
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "no PDF in {}", documents.display());
        tokio::time::sleep(Duration::from_millis(100)).await;
    };
    assert!(pages.contains("Where they disagree") && pages.contains("105 minutes"), "{pages}");
    // The window of the report, which is on top, goes with the other one, and the program with both.
    xdnd::ask_to_close(&window.stage.display, "parallax").unwrap();
    window.ended().await;
}

/// By the workbook's own parts, as `unzip` gives them.
fn rows_of_first_sheet(book: &Path) -> usize {
    let file = std::fs::File::open(book).unwrap();
    let mut text = String::new();
    zip::ZipArchive::new(file).unwrap().by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut text).unwrap();
    text.matches("<row ").count()
}

/// Chromium, axe and the numbers, where they are installed.
fn check_report(reports: &[&Path]) {
    let check = concat!(env!("CARGO_MANIFEST_DIR"), "/scripts/check-report");
    match Command::new("node").arg(check).args(reports).output() {
        Ok(output) if Path::new("/usr/bin/chromium").exists() => {
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
        _ => eprintln!("no node or chromium here: the reports were not opened"),
    }
}
