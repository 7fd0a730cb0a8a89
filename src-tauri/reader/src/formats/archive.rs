//! ZIP archives with a bound on what is unpacked. Nothing is ever written to a disk, so names inside an archive are
//! names only: a path that climbs out of it ("../../x") or a link is no danger here.
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::trouble;
use crate::Problem;

/// Most bytes that are unpacked of one file of the archive, and of all of them together.
const LARGEST: u64 = 64 << 20;

/// An opened archive.
pub(super) struct Archive<'a> {
    file: &'a str,
    what: &'static str,
    zip: ZipArchive<Cursor<&'a [u8]>>,
    unpacked: u64,
}

impl<'a> Archive<'a> {
    /// Opens an archive; `what` is how such a file is called in a message.
    pub(super) fn open(file: &'a str, what: &'static str, bytes: &'a [u8]) -> Result<Archive<'a>, Problem> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| trouble::damaged(file, what))?;
        Ok(Archive { file, what, zip, unpacked: 0 })
    }

    /// The names of the files inside, in the order of the archive's list.
    pub(super) fn names(&self) -> Vec<String> {
        self.zip.file_names().flatten().map(|name| name.into_owned()).collect()
    }

    /// The bytes of a file inside; `None` when there is no such file.
    pub(super) fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, Problem> {
        let damaged = |_| trouble::damaged(self.file, self.what);
        if self.zip.index_for_name(name).is_none() {
            return Ok(None);
        }
        let inside = self.zip.by_name(name).map_err(|error| damaged(std::io::Error::other(error)))?;
        let left = LARGEST.saturating_sub(self.unpacked);
        // The size that the archive tells may be a lie: what counts is what comes out.
        let mut bytes = Vec::with_capacity(inside.size().min(1 << 20) as usize);
        inside.take(left + 1).read_to_end(&mut bytes).map_err(damaged)?;
        self.unpacked += bytes.len() as u64;
        if self.unpacked > LARGEST {
            return Err(trouble::too_much_packed(self.file, LARGEST >> 20));
        }
        Ok(Some(bytes))
    }

    /// The bytes of a file without which the document is none.
    pub(super) fn need(&mut self, name: &str) -> Result<Vec<u8>, Problem> {
        self.read(name)?.ok_or_else(|| trouble::damaged(self.file, self.what))
    }
}
