//! Links to other articles inside a running paragraph: "… said the mayor. Baca juga: Flood in the valley".

use dom_query::NodeRef;

/// What stands before such a link, lower case.
const ANNOUNCED: [&str; 22] = [
    "baca juga",
    "baca",
    "baca pula",
    "baca selengkapnya",
    "lihat juga",
    "simak juga",
    "tonton juga",
    "saksikan juga",
    "read also",
    "also read",
    "read more",
    "see also",
    "related",
    "lesen sie auch",
    "lesen sie dazu",
    "mehr zum thema",
    "lire aussi",
    "à lire aussi",
    "lee también",
    "leia também",
    "leggi anche",
    "lees ook",
];

/// Removes such links with the words that announce them.
pub(super) fn clear(body: &NodeRef) {
    let links: Vec<NodeRef> = body.descendants_it().filter(|node| node.has_name("a")).collect();
    for link in links {
        let mut before = link.prev_sibling();
        while let Some(line_end) = before.filter(|node| node.has_name("br") || node.is_text() && is_blank(node)) {
            before = line_end.prev_sibling();
        }
        let text = before.map(|node| node.text()).unwrap_or_default();
        let at = before.and_then(|_| announced(&text));
        if let (Some(before), Some(at)) = (before, at) {
            let told = text.get(..at).unwrap_or_default();
            if before.is_text() {
                before.replace_with(&before.tree.new_text(told));
            } else if told.is_empty() {
                before.remove_from_parent();
            } else {
                continue;
            }
            if text.get(at..).is_some_and(|cut| cut.starts_with(['(', '['])) {
                without_bracket(&link);
            }
            link.remove_from_parent();
        } else if announces(&link.text()) {
            if let (Some(before), Some(told)) = (before, text.trim_end().strip_suffix(['(', '[']))
                && before.is_text()
            {
                before.replace_with(&before.tree.new_text(told));
                without_bracket(&link);
            }
            link.remove_from_parent();
        }
    }
}

fn is_blank(node: &NodeRef) -> bool {
    node.text().trim().is_empty()
}

/// The bracket that was opened before a link is closed behind it.
fn without_bracket(link: &NodeRef) {
    let Some(behind) = link.next_sibling().filter(NodeRef::is_text) else { return };
    let text = behind.text();
    if let Some(rest) = text.trim_start().strip_prefix([')', ']']) {
        behind.replace_with(&behind.tree.new_text(rest));
    }
}

/// Where in `text`, which ends before a link, the words begin that only announce the link.
fn announced(text: &str) -> Option<usize> {
    let from = text
        .rfind(['\n', '.', '!', '?', '”', '"', '(', '[', '…'])
        .map_or(0, |at| at + text.get(at..).map_or(1, first_length));
    let tail = text.get(from..)?;
    let words = tail.trim();
    let told = words.strip_suffix(':').unwrap_or(words).trim_end().to_lowercase();
    // One word without a colon may be one of the sentence.
    let clear = words.ends_with(':') || told.contains(' ');
    let bracket = text.get(..from).is_some_and(|before| before.ends_with(['(', '[']));
    (clear && ANNOUNCED.contains(&told.as_str())).then_some(from - usize::from(bracket))
}

/// Whether a link says of itself that it leads to another article: "Baca juga: …".
fn announces(link: &str) -> bool {
    let told = link.split_once(':').map(|(told, _)| told.trim().to_lowercase());
    told.is_some_and(|told| ANNOUNCED.contains(&told.as_str()))
}

fn first_length(text: &str) -> usize {
    text.chars().next().map_or(1, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_that_announce_a_link_are_found() {
        assert_eq!(announced("He said.\nBaca juga: "), Some(9));
        assert_eq!(announced("He said. Baca juga "), Some(8));
        assert_eq!(announced("He said (Baca: "), Some(8));
        assert_eq!(announced("Lesen Sie auch: "), Some(0));
        for sentence in ["Anak itu suka baca ", "He asked us to read more: ", "Mereka juga baca: ", ""] {
            assert_eq!(announced(sentence), None, "{sentence}");
        }
        assert!(announces("Baca Juga: Banjir") && !announces("Sura: two dead"));
    }
}
