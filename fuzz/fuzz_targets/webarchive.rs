#![no_main]
use libfuzzer_sys::fuzz_target;
use parallax_engine::model::Format;

fuzz_target!(|bytes: &[u8]| parallax_fuzz::read(Format::Webarchive, bytes));
