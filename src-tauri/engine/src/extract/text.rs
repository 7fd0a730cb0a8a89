//! Plain text: paragraphs are parted by blank lines; in a file without a blank line, by line ends.
//!
//! Every paragraph stays, also a line of furniture: a person may have typed it, and the number of a paragraph is how
//! other programs find a statement again. Inside a paragraph, line ends become one space and the rest stays as it is.
use super::{Extract, headline};

/// The article in a plain text.
pub(super) fn article(text: &str) -> Extract {
    let paragraphs = paragraphs(text);
    let headline = headline::opens(&paragraphs);
    let title = if headline { paragraphs.first().cloned() } else { None };
    Extract { title, headline, paragraphs, ..Extract::default() }
}

fn paragraphs(text: &str) -> Vec<String> {
    let unified = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines = || unified.lines().map(str::trim);
    let first = lines().position(|line| !line.is_empty()).unwrap_or(0);
    let last = lines().collect::<Vec<_>>().iter().rposition(|line| !line.is_empty()).unwrap_or(0);
    let inner = || lines().take(last + 1).skip(first);
    if !inner().any(str::is_empty) {
        return inner().filter(|line| !line.is_empty()).map(str::to_owned).collect();
    }
    let mut paragraphs = vec![String::new()];
    for line in inner() {
        match paragraphs.last_mut() {
            Some(open) if !line.is_empty() => {
                if !open.is_empty() {
                    open.push(' ');
                }
                open.push_str(line);
            }
            Some(open) if !open.is_empty() => paragraphs.push(String::new()),
            _ => {}
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}
