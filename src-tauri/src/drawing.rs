//! Who draws the page. Without a graphics card WebKit would have Mesa play one on the processor: that takes twice the
//! memory and three times the time for the same picture that WebKit's own painter makes (docs/performance.md, "Who draws the window").
use std::path::Path;

/// A driver that asks WebKit's own painter for a picture waits for the next painting, and a page at rest is never painted
/// (WebKitGTK 2.50). So while a driver holds the window, a point of it is painted anew ten times a second, in no colour.
pub const KEEP_PAINTING: &str = "if (navigator.webdriver) {
    const point = document.createElement('i');
    point.ariaHidden = 'true';
    point.style.cssText = 'position: fixed; inset: 0 auto auto 0; width: 1px; height: 1px; pointer-events: none';
    document.documentElement.append(point);
    let white = false;
    setInterval(() => (point.style.background = (white = !white) ? 'rgb(255 255 255 / 0)' : 'rgb(0 0 0 / 0)'), 100);
}";

/// Has WebKit paint by itself where there is no graphics card. To be called before any window is there.
pub fn choose() {
    if !has_card(Path::new("/dev")) {
        // Not over what the person has set. When it cannot be set, the page is drawn all the same, only slower.
        let _ = gtk::glib::setenv("WEBKIT_DISABLE_DMABUF_RENDERER", "1", false);
    }
}

/// Whether the system shows a card that can draw: Linux's own drivers by a render node, NVIDIA's older ones by a device of
/// their own.
fn has_card(devices: &Path) -> bool {
    let render = |entry: std::fs::DirEntry| entry.file_name().as_encoded_bytes().starts_with(b"renderD");
    devices.join("nvidia0").exists()
        || std::fs::read_dir(devices.join("dri")).is_ok_and(|entries| entries.flatten().any(render))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_card_is_a_render_node_or_nvidias_own() {
        let devices = tempfile::tempdir().unwrap();
        assert!(!has_card(devices.path()), "no devices");
        std::fs::create_dir(devices.path().join("dri")).unwrap();
        // A screen without a card to draw with, as in virtual machines.
        std::fs::write(devices.path().join("dri/card0"), "").unwrap();
        assert!(!has_card(devices.path()), "a screen only");
        std::fs::write(devices.path().join("dri/renderD128"), "").unwrap();
        assert!(has_card(devices.path()), "a render node");
        std::fs::remove_dir_all(devices.path().join("dri")).unwrap();
        std::fs::write(devices.path().join("nvidia0"), "").unwrap();
        assert!(has_card(devices.path()), "NVIDIA's");
    }
}
