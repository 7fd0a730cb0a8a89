//! The desktop program. Everything is in the library, so that tests can reach it.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() {
    // The same program is also the child process that reads one document.
    if parallax_reader::serve() {
        return;
    }
    if let Err(error) = parallax_lib::run() {
        eprintln!("parallax: {error}");
        std::process::exit(1);
    }
}
