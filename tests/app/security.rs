//! What the page may not do, seen from inside the page; and, beside each, what it may.
use crate::stage::Stage;
use crate::window::Window;

#[tokio::test(flavor = "multi_thread")]
async fn the_policy_and_the_capabilities_hold() {
    let window = Window::open(Stage::new(1440, 900), &[]).await;
    window.shows("[data-testid=empty]").await;
    let tried = window
        .client
        .execute_async(
            r#"
            const done = arguments[0], call = window.__TAURI_INTERNALS__.invoke, out = {};
            const attempt = async (name, act) => { try { await act(); out[name] = "allowed" } catch { out[name] = "refused" } };
            (async () => {
                await attempt("own command", () => call("start"));
                await attempt("undeclared window call", () => call("plugin:window|set_title", { label: "main", value: "x" }));
                await attempt("dialog from the page", () => call("plugin:dialog|open", { options: {} }));
                await attempt("opener from the page", () => call("plugin:opener|open_path", { path: "/etc/passwd" }));
                await attempt("remote fetch", () => fetch("http://127.0.0.1:9/"));
                await attempt("file fetch", () => fetch("file:///etc/passwd"));
                await attempt("eval", () => new Function("return 1")());
                const script = document.createElement("script");
                script.textContent = "window.ran = 1";
                document.head.append(script);
                out["inline script"] = window.ran === 1 ? "allowed" : "refused";
                const styled = document.createElement("div");
                styled.setAttribute("style", "width: 7px");
                document.body.append(styled);
                out["inline style"] = getComputedStyle(styled).width === "7px" ? "allowed" : "refused";
                styled.style.width = "9px";
                out["style by script"] = getComputedStyle(styled).width === "9px" ? "allowed" : "refused";
                done(out);
            })();"#,
            vec![],
        )
        .await
        .unwrap();
    let allowed: Vec<&str> = tried
        .as_object()
        .unwrap()
        .iter()
        .filter(|(_, what)| *what == "allowed")
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(allowed, ["own command", "style by script"], "{tried}");
    assert_eq!(tried.as_object().unwrap().len(), 10);
    window.close().await;
}
