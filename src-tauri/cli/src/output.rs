//! Where a result goes: standard output, or a file that is whole or not there.
use std::io::{self, Write};
use std::path::Path;

/// Writes `bytes` to `path`, or to standard output.
///
/// # Errors
/// A message that names the file. A closed pipe (`| head`) is no error.
pub fn write(bytes: &[u8], path: Option<&Path>) -> Result<(), String> {
    let Some(path) = path else {
        return match io::stdout().lock().write_all(bytes) {
            Err(e) if e.kind() != io::ErrorKind::BrokenPipe => Err(format!("standard output: {e}")),
            _ => Ok(()),
        };
    };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // A device or a pipe (/dev/null, a process's input) is written to, never replaced.
    if std::fs::metadata(path).is_ok_and(|known| !known.is_file()) {
        return std::fs::write(path, bytes).map_err(|e| format!("{}: could not be written: {e}", path.display()));
    }
    let save = || -> io::Result<()> {
        #[cfg_attr(not(unix), expect(unused_mut, reason = "only Unix has permissions to set"))]
        let mut builder = tempfile::Builder::new();
        // As any new file: a temporary one would be for its owner's eyes only.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let mut file = builder.tempfile_in(folder)?;
        file.write_all(bytes)?;
        file.persist(path)?;
        Ok(())
    };
    save().map_err(|e| format!("{}: could not be written: {e}", path.display()))
}
