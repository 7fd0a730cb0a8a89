//! How soon the page's garbage is collected. WebKit lets a page grow to twice what it holds before it looks for what is free, and
//! on computers with 16 GB and more to three times. Told that there is little memory it looks sooner, which costs next to no time
//! (docs/performance.md, "Twelve sources of sixty sentences in the window").

/// Bytes. No limit: a page that holds more than a quarter of it grows by a smaller part before the next look.
const MEMORY: &str = "335544320";

/// To be called before any window is there.
pub fn choose() {
    // Not over what the person has set.
    let _ = gtk::glib::setenv("JSC_forceRAMSize", MEMORY, false);
}
