//! In what form a comparison leaves the program, and where to.
use std::io::{self, IsTerminal};

use parallax_engine::export::{self, Choice, Report, Tongue};
use parallax_engine::model::Comparison;

use crate::args::ResultArgs;
use crate::output;

/// Writes a comparison; an event without a name has its first headline.
///
/// # Errors
/// A message when it could not be written.
pub fn write_out(event: &str, comparison: &Comparison, args: &ResultArgs, notes: bool) -> Result<(), String> {
    let form = args.format.form();
    let binary = matches!(form, export::Form::Xlsx | export::Form::Png);
    if binary && args.output.is_none() && io::stdout().is_terminal() {
        return Err("this form is no text for a terminal: name a file with --output".into());
    }
    let choice =
        Choice { notes, sentences: !args.values_only, tongue: Tongue::of(&args.headings), ..Choice::default() };
    let report = Report { comparison, event, choice: &choice };
    output::write(&export::write(&report, form)?, args.output.as_deref())
}
