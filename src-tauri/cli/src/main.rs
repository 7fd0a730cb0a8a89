//! `parallax-cli`: the engine without a window, for scripts, batches and measurements (README.md, "Without the window").
//!
//! Results go to standard output, messages for people to standard error. Exit codes: 0 done, 1 nothing could be
//! compared, 2 wrong usage.
mod args;
mod batch;
mod compare;
mod dictionary;
mod export;
mod extract;
mod output;
mod segment;
mod session;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};

fn main() -> ExitCode {
    if parallax_reader::serve() {
        return ExitCode::SUCCESS;
    }
    let args = Args::parse();
    args.check();
    let done = match args.command {
        Command::Compare(args) => compare::run(&args),
        Command::Export(args) => session::run(&args),
        Command::Extract(args) => extract::run(&args),
        Command::Segment(args) => segment::run(&args),
    };
    done.unwrap_or_else(|message| {
        eprintln!("parallax-cli: {message}");
        ExitCode::from(1)
    })
}
