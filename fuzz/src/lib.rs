//! What every target does: reads the bytes as a file of one format, in this process, without the guard that the program
//! has around it. An article or a message is right; a panic, a hang or more memory than the limit is a find.
use parallax_engine::model::{Format, Source};
use parallax_reader::Ask;

/// Reads `bytes` as the program's child would.
pub fn read(format: Format, bytes: &[u8]) {
    let source = Source { file: "fuzz".into(), format, bytes: bytes.to_vec(), sha256: String::new() };
    if let Err(problem) = parallax_reader::article(&source, &Ask::default()) {
        assert!(!problem.message.is_empty());
    }
    // The parts of a file that holds several articles are read by other code.
    let second = Ask { part: Some(2), password: Some("fuzz".into()) };
    let _ = parallax_reader::article(&source, &second);
}
