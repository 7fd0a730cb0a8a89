//! What can be typed.
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};
use parallax_engine::compare::TIME_LIMIT;
use parallax_engine::export::Form;
use parallax_engine::model::Language;
use parallax_reader::Ask;

/// Parallax without a window: how several news articles tell the same event.
#[derive(Debug, Parser)]
#[command(name = "parallax-cli", version, arg_required_else_help = true)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

impl Args {
    /// Ends the program when options are given that mean nothing beside the others. (The parser itself waives what an option
    /// requires when something stands in conflict with that.)
    pub fn check(&self) {
        let Command::Compare(args) = &self.command else { return };
        let BatchArgs { events, jobs, brief, retry } = &args.batch;
        if events.is_none() && (jobs.is_some() || *brief || *retry) {
            let message = "--jobs, --brief and --retry belong to --events";
            Args::command().error(ErrorKind::MissingRequiredArgument, message).exit();
        }
    }
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Compare two to twelve articles about the same event.
    Compare(CompareArgs),
    /// Write a saved session (.parallax) in any form, with all that was set by hand.
    Export(ExportArgs),
    /// Print what is taken from a file: metadata and paragraphs.
    Extract(ExtractArgs),
    /// Split a text into sentences, printed as a JSON array.
    Segment(SegmentArgs),
}

/// Arguments of `compare`.
#[derive(Debug, clap::Args)]
pub struct CompareArgs {
    /// Article files, or folders of them: saved pages, PDF, Word, OpenDocument, RTF, e-books, mails, text.
    #[arg(required_unless_present = "events", value_name = "FILE")]
    pub files: Vec<PathBuf>,
    #[command(flatten)]
    pub batch: BatchArgs,
    #[command(flatten)]
    pub result: ResultArgs,
    /// From 0 (loose) to 1 (strict): how close two statements must be to count as one claim.
    #[arg(long, default_value_t = 0.5, value_name = "0..1", value_parser = strictness)]
    pub strictness: f32,
    /// Print every pair of statements with a strength of 0.02 or more, not only the selected ones.
    #[arg(long)]
    pub all_links: bool,
    /// Language of the texts (BCP 47); found for each article by itself when not given.
    #[arg(long, value_name = "CODE")]
    pub language: Option<String>,
    /// A dictionary of your own: lines "word, tab, translation, translation" (docs/dictionaries.md). Repeatable.
    #[arg(long, value_name = "PATH")]
    pub dictionary: Vec<PathBuf>,
    /// Stop comparing after so many seconds and say that the result is not complete.
    #[arg(long, default_value_t = TIME_LIMIT.as_secs(), value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub time_limit: u64,
    #[command(flatten)]
    pub choice: Choice,
}

/// What a file with several articles or a password needs.
#[derive(Debug, clap::Args)]
pub struct Choice {
    /// Which article of files that hold several, counted from 1.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub part: Option<u32>,
    /// Read the password of protected files from the environment variable PARALLAX_PASSWORD.
    #[arg(long)]
    pub password: bool,
}

impl Choice {
    /// What the reader is asked for.
    pub fn ask(&self) -> Ask {
        let password = self.password.then(|| std::env::var("PARALLAX_PASSWORD").ok()).flatten();
        Ask { part: self.part, password }
    }
}

/// Many events in one run.
#[derive(Debug, clap::Args)]
pub struct BatchArgs {
    /// Compare many events: a folder with one folder of articles an event, or a JSONL file with one event a line ("-":
    /// standard input). One line of JSON an event is written; see docs/batch.md.
    #[arg(long, value_name = "PATH", conflicts_with = "files")]
    pub events: Option<PathBuf>,
    /// Events that are compared at once; the number of processors when not given.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=512))]
    pub jobs: Option<u16>,
    /// Of each event its counts and conflicts only.
    #[arg(long)]
    pub brief: bool,
    /// Try the events again that failed in a former run into the same --output.
    #[arg(long)]
    pub retry: bool,
}

/// In what form a comparison leaves, and where to.
#[derive(Debug, clap::Args)]
pub struct ResultArgs {
    /// Form of the result.
    #[arg(long, value_enum, default_value = "json")]
    pub format: CompareFormat,
    /// Write the result here instead of to standard output.
    #[arg(long, value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// In tables and reports only the values that differ, not the sentences.
    #[arg(long)]
    pub values_only: bool,
    /// Language of a report's headings.
    #[arg(long, value_name = "en|id", default_value = "en", value_parser = ["en", "id"])]
    pub headings: String,
}

/// Forms of a comparison.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum CompareFormat {
    /// All data (`parallax.comparison/1`).
    Json,
    /// A report in one file, for reading and printing.
    Html,
    /// The report as text with light marks.
    Markdown,
    /// A table: a row a claim, a column an article.
    Csv,
    /// The same as an Excel workbook, with the values and the sources.
    Xlsx,
    /// A critical apparatus in TEI P5.
    Tei,
    /// The coverage map as a drawing.
    Svg,
    /// The coverage map as an image.
    Png,
}

impl CompareFormat {
    /// The engine's name of it.
    pub fn form(self) -> Form {
        match self {
            CompareFormat::Json => Form::Json,
            CompareFormat::Html => Form::Html,
            CompareFormat::Markdown => Form::Markdown,
            CompareFormat::Csv => Form::Csv,
            CompareFormat::Xlsx => Form::Xlsx,
            CompareFormat::Tei => Form::Tei,
            CompareFormat::Svg => Form::Svg,
            CompareFormat::Png => Form::Png,
        }
    }
}

/// Arguments of `export`.
#[derive(Debug, clap::Args)]
pub struct ExportArgs {
    /// Session file.
    #[arg(value_name = "SESSION")]
    pub session: PathBuf,
    /// Without the notes.
    #[arg(long)]
    pub no_notes: bool,
    #[command(flatten)]
    pub result: ResultArgs,
}

/// Arguments of `extract`.
#[derive(Debug, clap::Args)]
pub struct ExtractArgs {
    /// Article file.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Form of the result.
    #[arg(long, value_enum, default_value = "json")]
    pub format: ExtractFormat,
    #[command(flatten)]
    pub choice: Choice,
}

/// Forms of an extract.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum ExtractFormat {
    /// Metadata and paragraphs.
    Json,
    /// The paragraphs, parted by blank lines.
    Text,
}

/// Arguments of `segment`.
#[derive(Debug, clap::Args)]
pub struct SegmentArgs {
    /// Text file in UTF-8; standard input when not given.
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Language of the text (BCP 47).
    #[arg(long, value_name = "CODE")]
    pub language: Option<String>,
}

/// The language that a person named. A code that is none is said on standard error, and the text decides.
pub fn language(code: Option<&str>) -> Option<Language> {
    let code = code?;
    let language = Language::parse(code);
    if language.is_none() {
        eprintln!("parallax-cli: {code:?} is no language code such as id, en or pt-BR: the text itself decides");
    }
    language
}

fn strictness(text: &str) -> Result<f32, String> {
    let value: f32 = text.parse().map_err(|_| "not a number".to_owned())?;
    if (0.0..=1.0).contains(&value) { Ok(value) } else { Err("must lie between 0 and 1".into()) }
}
