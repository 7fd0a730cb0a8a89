//! Markdown: blocks as paragraphs, links as their text, pictures and code left out, the first heading as headline.
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::{Extract, front_matter, headline, one_line, published};
use crate::model::Language;

/// The article in a Markdown text.
pub(super) fn article(text: &str) -> Extract {
    let (about, text) = front_matter::split(text);
    let Blocks { mut paragraphs, heading, .. } = blocks(text);
    let title = heading.and_then(|at| paragraphs.get(at).cloned());
    let mut headline = heading.is_some();
    match (heading, &about.title) {
        (Some(at), _) => {
            // The headline stands first, also when a kicker or date line was put above it.
            paragraphs.get_mut(..=at).unwrap_or_default().rotate_right(1);
        }
        (None, Some(title)) => {
            if paragraphs.first() != Some(title) {
                paragraphs.insert(0, title.clone());
            }
            headline = paragraphs.len() > 1;
        }
        (None, None) => headline = headline || headline::opens(&paragraphs),
    }
    let first = paragraphs.first().filter(|_| headline).cloned();
    Extract {
        title: about.title.or(title).or(first),
        byline: about.author,
        outlet: about.outlet,
        published: about.date.as_deref().and_then(published::iso),
        language: about.language.as_deref().and_then(Language::parse),
        paragraphs,
        headline,
        ..Extract::default()
    }
}

/// What was read so far.
#[derive(Default)]
struct Blocks {
    paragraphs: Vec<String>,
    /// Position of the first heading of the first level.
    heading: Option<usize>,
    open: String,
    /// Depth inside pictures and scripts, whose text is left out.
    silent: usize,
}

impl Blocks {
    fn close(&mut self) -> bool {
        let line = one_line(&self.open);
        self.open.clear();
        self.silent = 0;
        let some = !line.is_empty();
        if some {
            self.paragraphs.push(line);
        }
        some
    }

    /// The words between the tags of a script or style are not for people.
    fn silent_in_script(&mut self, tag: &str) {
        let tag = tag.to_ascii_lowercase();
        if tag.starts_with("<script") || tag.starts_with("<style") {
            self.silent += 1;
        } else if tag.starts_with("</script") || tag.starts_with("</style") {
            self.silent = self.silent.saturating_sub(1);
        }
    }

    fn say(&mut self, text: &str) {
        if self.silent == 0 {
            self.open.push_str(text);
        }
    }
}

fn blocks(text: &str) -> Blocks {
    let mut blocks = Blocks::default();
    let mut fenced = false;
    for event in Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Image { .. }) => blocks.silent += 1,
            Event::End(TagEnd::Image) => blocks.silent = blocks.silent.saturating_sub(1),
            Event::InlineHtml(tag) => blocks.silent_in_script(&tag),
            // Only fenced code is code here: people indent their paragraphs.
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => {
                blocks.close();
                fenced = true;
            }
            Event::End(TagEnd::CodeBlock) => {
                if std::mem::take(&mut fenced) {
                    blocks.open.clear();
                }
                blocks.close();
            }
            Event::Text(text) | Event::Code(text) => blocks.say(&text),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::TableCell) => blocks.say(" "),
            Event::End(TagEnd::Heading(level)) => {
                let at = blocks.paragraphs.len();
                if blocks.close() && level == HeadingLevel::H1 && blocks.heading.is_none() {
                    blocks.heading = Some(at);
                }
            }
            // A list item may hold text beside its inner list: each is a paragraph.
            Event::Start(
                Tag::CodeBlock(_)
                | Tag::List(_)
                | Tag::Paragraph
                | Tag::Item
                | Tag::BlockQuote(_)
                | Tag::Heading { .. },
            )
            | Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::TableRow | TagEnd::TableHead) => {
                blocks.close();
            }
            _ => {}
        }
    }
    blocks.close();
    blocks
}
