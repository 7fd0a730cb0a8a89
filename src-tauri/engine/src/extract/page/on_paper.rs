//! A web page that was printed (saved as PDF by a browser): which of its blocks are the article, and which menus, teasers and
//! notes of the site.
//!
//! There is no markup left, but what is a link and how large a block is set. The headline is what the document's title
//! says; the article is the stretch from there in which text outweighs everything else (as in jusText, Pomikálek 2011, and
//! boilerpipe, Kohlschütter et al. 2010); furniture inside of it goes as in a saved page.
use super::blocks::Block;
use super::{furniture, phrases};

/// A block with more of its letters in links than this (per cent) is a way to somewhere else.
const LINKS: usize = 50;
/// Words from which a block is text when it ends like a sentence, and when it does not.
const SENTENCE: usize = 8;
const TEXT: usize = 25;
/// What a block that is no text costs, in words, more when it is a link: so much text must lie behind it.
const COST: isize = 8;
const COST_OF_LINK: isize = 14;
/// Sizes, in parts of the text's, from which a block is set smaller, and larger.
const SMALL: f32 = 0.9;
const LARGE: f32 = 1.15;
/// Words of a label at most.
const LABEL: usize = 6;
/// Words of an article after which "Comments" ends it.
const BEFORE_COMMENTS: usize = 60;
/// Part of its own words that a headline shares with the document's title, and part of the title's words that it says: the
/// title has the site's name too.
const SHARED: f32 = 0.6;
const SAID: f32 = 0.4;

/// A block of a printed page.
#[derive(Debug, Clone, PartialEq)]
pub struct Printed<'a> {
    /// Its words.
    pub text: &'a str,
    /// Size of its type, in points.
    pub size: f32,
    /// Part of its letters that are links, 0 to 1.
    pub linked: f32,
    /// A point of a list or the row of a table.
    pub item: bool,
}

/// For every block whether it is of the article; all are when no article can be told. `title` is the document's.
pub fn of_article(page: &[Printed<'_>], title: Option<&str>) -> Vec<bool> {
    let body = body_size(page);
    let blocks: Vec<Block> = page.iter().map(|printed| block(printed, body)).collect();
    let texts: Vec<bool> = page.iter().zip(&blocks).map(|(p, block)| is_text(block, p.size, body)).collect();
    let Some(first) = texts.iter().position(|text| *text) else { return vec![true; page.len()] };
    let headline = title.and_then(|title| headline(page, &blocks, title));
    let headline = headline.or_else(|| largest(&page[..first], &blocks, body));
    let begin = headline.unwrap_or(first);
    let end = end(&blocks, &texts, begin);
    let after_headline = begin + usize::from(headline.is_some());
    let inside = (after_headline..end)
        .filter(|&at| !is_label(&blocks[at]) && !is_apart(&page[at], &blocks[at], body, at > first));
    let inside = inside.map(|at| blocks[at].clone()).collect();
    let kept = furniture::without(inside, headline.map(|at| page[at].text));
    if kept.is_empty() {
        return vec![true; page.len()];
    }
    let mut of_article = vec![false; page.len()];
    of_article[begin] = headline.is_some();
    // What is kept is in order, so each block is found by its text after the one before it.
    let mut kept = kept.iter().map(|block| block.text.as_str()).peekable();
    for at in after_headline..end {
        of_article[at] = kept.next_if_eq(&page[at].text).is_some();
    }
    of_article
}

/// The site that the document's title names after the headline: "River rises | News | The Lantern Post".
pub fn site<'a>(title: &'a str, headline: &str) -> Option<&'a str> {
    let rest = title.strip_prefix(headline)?;
    let name = [" | ", " - ", " – ", " — ", " · "].iter().filter_map(|mark| Some(rest.rsplit_once(mark)?.1));
    let name = name.min_by_key(|name| name.len())?;
    // "derStandard.at › Panorama": a section of the site.
    name.split(" › ").next().map(str::trim).filter(|name| (1..=5).contains(&name.split_whitespace().count()))
}

/// The names in a line of authors: "By Ana Writer and Ben Reporter".
pub fn authors(line: &str) -> Option<&str> {
    let names = phrases::names(line)?;
    ((2..=9).contains(&names.split_whitespace().count()) && !names.ends_with('.')).then_some(names)
}

/// A block as those of saved pages are; what is set larger than the text is a heading, and what is set alike is of one kind.
fn block(printed: &Printed<'_>, body: f32) -> Block {
    let signs = printed.text.chars().filter(|c| !c.is_whitespace()).count();
    let words = printed.text.split_whitespace().count();
    let tag = match () {
        () if printed.item => "li",
        () if printed.size > body * 1.05 && words < TEXT => "h2",
        () => "p",
    };
    Block {
        text: printed.text.to_owned(),
        tag: tag.to_owned(),
        kind: format!("{tag} {:.1}", printed.size),
        linked: (printed.linked * signs as f32) as usize,
        opens_plain: printed.linked < 0.5,
    }
}

fn is_text(block: &Block, size: f32, body: f32) -> bool {
    block.linked_share() <= LINKS
        && (size - body).abs() <= body * 0.2
        && (block.words() >= TEXT || block.words() >= SENTENCE && block.ends_sentence())
}

/// A few words between paragraphs that are no heading, point or sentence: a name under a picture, a button.
fn is_label(block: &Block) -> bool {
    block.tag == "p" && block.words() <= LABEL && !block.ends_sentence()
}

/// Set smaller than the text, as captions and notes are; or larger and a sentence all the same, which below the first of the
/// text is a quotation told again or a caption.
fn is_apart(printed: &Printed<'_>, block: &Block, body: f32, below: bool) -> bool {
    let size = printed.size / body.max(f32::MIN_POSITIVE);
    let told_large = below && size > LARGE && block.words() >= SENTENCE && block.ends_sentence();
    !printed.item && (size < SMALL || told_large)
}

/// The end of the stretch from `begin` with the most words of text over its costs.
fn end(blocks: &[Block], texts: &[bool], begin: usize) -> usize {
    let (mut sum, mut best, mut end, mut said) = (0, 0, begin + 1, 0);
    for (at, block) in blocks.iter().enumerate().skip(begin) {
        if said >= BEFORE_COMMENTS && opens_comments(block) {
            break;
        }
        sum += match () {
            () if texts[at] => block.words() as isize,
            () if block.linked_share() > LINKS => -COST_OF_LINK,
            () => -COST,
        };
        said += if texts[at] { block.words() } else { 0 };
        if sum > best {
            (best, end) = (sum, at + 1);
        }
    }
    end
}

/// "Comments", "12 Kommentare", "Komentar (3)".
fn opens_comments(block: &Block) -> bool {
    let text = block.text.to_lowercase();
    let text = text.trim_matches(|c: char| !c.is_alphabetic());
    block.words() <= 4 && phrases::COMMENTS.contains(&text)
}

/// The size of type in which most letters are set that are no links.
fn body_size(page: &[Printed<'_>]) -> f32 {
    let mut letters: Vec<(f32, usize)> = Vec::new();
    for block in page.iter().filter(|block| block.linked <= 0.5) {
        match letters.iter_mut().find(|(size, _)| (size - block.size).abs() < 0.3) {
            Some((_, count)) => *count += block.text.len(),
            None => letters.push((block.size, block.text.len())),
        }
    }
    letters.into_iter().max_by_key(|(_, count)| *count).map_or(0.0, |(size, _)| size)
}

/// The block that says what the document's title says, the largest of several, the first of equals.
fn headline(page: &[Printed<'_>], blocks: &[Block], title: &str) -> Option<usize> {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    let title = words(title);
    let says = |text: &str| {
        let own = words(text);
        let shared = own.iter().filter(|word| title.contains(word)).count() as f32;
        own.len() >= 3 && shared >= own.len() as f32 * SHARED && shared >= title.len() as f32 * SAID
    };
    let found = page.iter().enumerate().filter(|(at, block)| blocks[*at].linked_share() <= LINKS && says(block.text));
    found.max_by(|(i, a), (j, b)| a.size.total_cmp(&b.size).then(j.cmp(i))).map(|(at, _)| at)
}

/// Where nothing is known of the headline: what is set largest above the text, the last of equals.
fn largest(above: &[Printed<'_>], blocks: &[Block], body: f32) -> Option<usize> {
    let fits = |at: usize, block: &Printed<'_>| {
        blocks[at].linked_share() <= LINKS && block.size > body * 1.2 && blocks[at].words() >= 3
    };
    let found = above.iter().enumerate().filter(|(at, block)| fits(*at, block));
    found.max_by(|(_, a), (_, b)| a.size.total_cmp(&b.size)).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The texts that are of the article; size, share of links, text.
    fn told<'a>(page: &[(f32, f32, &'a str)], title: Option<&str>) -> Vec<&'a str> {
        let printed = |&(size, linked, text): &(f32, f32, &'a str)| Printed { text, size, linked, item: false };
        let blocks: Vec<Printed<'_>> = page.iter().map(printed).collect();
        let of_article = of_article(&blocks, title);
        page.iter().zip(of_article).filter(|(_, of_article)| *of_article).map(|(block, _)| block.2).collect()
    }

    const FIRST: &str = "The river rose by two metres on Monday night and flooded forty houses in the lower town.";
    const SECOND: &str =
        "Nobody was hurt, the mayor said, but the bridge at Muara stays closed until the end of the week.";

    fn page(below: &'static str) -> Vec<(f32, f32, &'static str)> {
        vec![
            (10.0, 1.0, "News Sport Weather Opinion Video"),
            (14.0, 0.0, "Most read this week"),
            (10.0, 1.0, "Mayor opens a new school in the valley after two years of work."),
            (24.0, 0.0, "River floods forty houses"),
            (8.0, 0.0, "Boats in Mill Lane on Tuesday, where the water stood a metre high. Photo: A. Writer"),
            (10.0, 0.0, FIRST),
            (10.0, 0.0, "Advertisement"),
            (13.0, 0.0, "Bridge closed"),
            (10.0, 0.0, SECOND),
            (14.0, 0.0, below),
            (
                10.0,
                0.0,
                "I always said that this bridge is too low and that nobody at the town hall would ever listen to us.",
            ),
            (10.0, 1.0, "Imprint Contact Privacy"),
        ]
    }

    #[test]
    fn menus_teasers_captions_and_comments_are_not_of_the_article() {
        let told = told(&page("12 Comments"), Some("River floods forty houses | The Lantern Post"));
        // Too short a text to be ended by comments: they are let in rather than the text cut.
        assert_eq!(told[..4], ["River floods forty houses", FIRST, "Bridge closed", SECOND]);
        let long: Vec<_> =
            page("12 Comments").iter().flat_map(|line| vec![*line; 1 + usize::from(line.2 == FIRST) * 3]).collect();
        let told = super::tests::told(&long, Some("River floods forty houses | The Lantern Post"));
        assert_eq!(told, ["River floods forty houses", FIRST, "Bridge closed", SECOND]);
    }

    #[test]
    fn without_a_title_the_largest_line_above_the_text_is_the_headline() {
        assert_eq!(told(&page("The mill"), None)[0], "River floods forty houses");
    }

    #[test]
    fn a_title_names_the_site_and_a_line_its_authors() {
        assert_eq!(site("River rises - Valley - News | The Lantern Post", "River rises"), Some("The Lantern Post"));
        assert_eq!(site("River rises - Landespolitik - WDR", "River rises"), Some("WDR"));
        assert_eq!(site("River rises", "River rises"), None);
        assert_eq!(site("Another title | The Lantern Post", "River rises"), None);
        assert_eq!(authors("By Ana Writer and Ben Reporter"), Some("Ana Writer and Ben Reporter"));
        assert_eq!(authors("Oleh Sari Wulandari"), Some("Sari Wulandari"));
        assert_eq!(authors("By Monday the river had fallen"), None);
    }

    #[test]
    fn a_page_without_text_stays_whole() {
        let page = [(10.0, 1.0, "News Sport"), (10.0, 0.0, "Nothing here")];
        assert_eq!(told(&page, None).len(), 2);
    }
}
