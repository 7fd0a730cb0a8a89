//! Any bytes: the format is told by the program, and text is taken on to its statements.
#![no_main]
use libfuzzer_sys::fuzz_target;
use parallax_engine::compare::account;
use parallax_engine::open;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(source) = open::from_bytes("fuzz", bytes.to_vec()) {
        parallax_fuzz::read(source.format, bytes);
        let _ = account(&source, None);
    }
});
