//! Packs the word lists of `data/`, which would be a quarter of the program as they are; `align/lexicon.rs` unpacks a
//! list when its language is first met.
use std::io::Write;
use std::path::PathBuf;
use std::{env, fs, io};

use flate2::{Compression, write::ZlibEncoder};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=data");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    for entry in fs::read_dir("data")? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "tsv") {
            let packed = fs::File::create(out.join(path.file_name().unwrap_or_default()).with_extension("z"))?;
            let mut packer = ZlibEncoder::new(packed, Compression::best());
            packer.write_all(&fs::read(&path)?)?;
            packer.finish()?;
        }
    }
    Ok(())
}
