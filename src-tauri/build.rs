//! Declares the commands that the page may call; capabilities/main.json then allows them one by one.
#![allow(clippy::expect_used)]
fn main() {
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    tauri_build::try_build(tauri_build::Attributes::new().capabilities_path_pattern("./src-tauri/capabilities/**/*"))
        .expect("tauri build script");
}
