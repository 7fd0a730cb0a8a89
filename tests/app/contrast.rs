//! What axe-core finds wrong in the real window, where WebKit has drawn it: names, roles, and how far every text stands out.
use serde_json::json;

use crate::window::Window;

const AXE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/ui/node_modules/axe-core/axe.min.js");

/// What axe-core finds, a line each. It leaves out texts that something lies over; so contrast is measured beside it.
const FAULTS: &str = "const done = arguments[arguments.length - 1];
    axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(
        ({ violations }) => done(violations.map((one) => one.id + ': ' + one.nodes.slice(0, 3).map((node) => node.html.slice(0, 120) + ' ' + (node.failureSummary ?? '')).join(' | '))),
        (error) => done([String(error)]));";

/// How far every text in sight stands out from what is under it, by WCAG's formula; a canvas lays the colours over each other as the
/// page does. Gives the number of texts, the least contrast, and those under 4.5 (large ones under 3).
const CONTRAST: &str = "const pen = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
    const fill = (colour, alpha = 1) => { pen.globalAlpha = alpha; pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1); };
    const luminance = () => [0.2126, 0.7152, 0.0722].reduce((sum, part, i) => { const c = pen.getImageData(0, 0, 1, 1).data[i] / 255; return sum + part * (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4); }, 0);
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), faint = [];
    let texts = 0, least = 21;
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const own = node.parentElement, style = getComputedStyle(own);
        if (!/[\\p{L}\\p{N}]/u.test(node.data) || !own.checkVisibility({ visibilityProperty: true }) || own.closest(':disabled, [aria-disabled=true], [inert]')) continue;
        const box = own.getBoundingClientRect();
        if (box.width < 3 || box.height < 3 || style.clipPath !== 'none') continue;
        const over = [];
        for (let one = own; one; one = one.parentElement) over.unshift(getComputedStyle(one));
        fill('#fff');
        for (const one of over) fill(one.backgroundColor);
        const under = luminance();
        fill(style.color, over.reduce((all, one) => all * Number(one.opacity), 1));
        const text = luminance(), ratio = (Math.max(text, under) + 0.05) / (Math.min(text, under) + 0.05);
        const size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
        texts += 1;
        least = Math.min(least, ratio);
        if (ratio < (large ? 3 : 4.5)) faint.push(ratio.toFixed(2) + ' ' + own.className + ' ' + node.data.trim().slice(0, 40));
    }
    return { texts, least: Number(least.toFixed(2)), faint };";

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_is_without_faults_in_both_themes() {
    let axe = std::fs::read_to_string(AXE).expect("axe-core: cd ui && npm ci");
    let window = Window::sample().await;
    window.client.execute(&axe, vec![]).await.unwrap();
    for theme in ["light", "dark"] {
        window.click("[data-testid=settings]").await;
        window.click(&format!("label:has(input[value={theme}])")).await;
        look(&window, theme, "settings").await;
        window.press("\u{e00c}").await;
        for view in ["side", "table", "overview"] {
            window.click(&format!("[data-testid=view-{view}]")).await;
            if window.count("[data-testid=details]").await == 0 {
                window.click("[data-testid=next-difference]").await;
            }
            window.shows("[data-testid=details]").await;
            look(&window, theme, view).await;
        }
        for (key, dialog) in [("\u{e031}", "help-dialog"), ("\u{e009}k\u{e000}", "palette-dialog")] {
            window.press(key).await;
            window.shows(&format!("[data-testid={dialog}]")).await;
            look(&window, theme, dialog).await;
            window.press("\u{e00c}").await;
        }
    }
    window.close().await;
}

async fn look(window: &Window, theme: &str, screen: &str) {
    window.painted().await;
    // What comes slowly is faint on its way.
    window.until("nothing moves", "return document.getAnimations().length === 0").await;
    let faults = window.client.execute_async(FAULTS, vec![]).await.unwrap();
    assert_eq!(faults, json!([]), "{theme} {screen}");
    let seen = window.js(CONTRAST).await;
    eprintln!("{theme} {screen}: {} texts, the least contrast {}", seen["texts"], seen["least"]);
    assert_eq!(seen["faint"], json!([]), "{theme} {screen}");
    assert!(seen["texts"].as_u64() > Some(20), "{theme} {screen}: hardly anything was measured: {seen}");
}
