//! Writes the man pages and shell completions of `parallax-cli` into a folder, for the package (`scripts/package`).
//!
//! usage: manual FOLDER
#![allow(dead_code)]
#[path = "../src/args.rs"]
mod args;

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::CommandFactory;
use clap_complete::Shell;

fn main() -> io::Result<()> {
    let folder = std::env::args_os().nth(1).map_or_else(|| PathBuf::from("target/package"), PathBuf::from);
    fs::create_dir_all(&folder)?;
    let mut command = args::Args::command();
    command.build();
    page(&command, "parallax-cli", &folder)?;
    for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
        page(sub, &format!("parallax-cli-{}", sub.get_name()), &folder)?;
    }
    for (shell, file) in
        [(Shell::Bash, "parallax-cli"), (Shell::Zsh, "_parallax-cli"), (Shell::Fish, "parallax-cli.fish")]
    {
        let mut text = Vec::new();
        clap_complete::generate(shell, &mut args::Args::command(), "parallax-cli", &mut text);
        fs::write(folder.join(file), text)?;
    }
    Ok(())
}

fn page(command: &clap::Command, name: &str, folder: &std::path::Path) -> io::Result<()> {
    let mut text = Vec::new();
    let man = clap_mangen::Man::new(command.clone()).title(name).date("").manual("Parallax");
    man.render(&mut text)?;
    writeln!(
        text,
        ".SH EXIT STATUS\n0: done, also when some of several files could not be read. 1: nothing could be compared. 2: wrong usage."
    )?;
    fs::write(folder.join(format!("{name}.1")), text)
}
