//! A mail that was sent on: the mail inside it, below the line that says so and the lines of its sender and subject.

/// What the line above a forwarded mail says, between its dashes.
const MARKS: [&str; 14] = [
    "forwarded message",
    "begin forwarded message",
    "original message",
    "pesan terusan",
    "pesan yang diteruskan",
    "pesan asli",
    "weitergeleitete nachricht",
    "ursprüngliche nachricht",
    "message transféré",
    "message d'origine",
    "mensaje reenviado",
    "messaggio inoltrato",
    "mensagem encaminhada",
    "doorgestuurd bericht",
];
const FROM: [&str; 6] = ["from", "dari", "von", "de", "da", "van"];
const SUBJECT: [&str; 8] = ["subject", "subjek", "perihal", "betreff", "objet", "asunto", "oggetto", "assunto"];

/// The mail inside.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Forwarded<'t> {
    /// What was written above it.
    pub above: &'t str,
    pub sender: Option<String>,
    pub subject: Option<String>,
    pub body: &'t str,
}

/// The first mail that a mail's text passes on. Line ends are "\n".
pub(super) fn inside(text: &str) -> Option<Forwarded<'_>> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim().trim_matches(['-', '_', ' ', ':']).to_lowercase();
        if MARKS.contains(&words.as_str()) {
            return below(text.get(..at)?, text.get(at + line.len()..)?);
        }
        at += line.len();
    }
    None
}

fn below<'t>(above: &'t str, rest: &'t str) -> Option<Forwarded<'t>> {
    let rest = rest.trim_start_matches('\n');
    let (head, body) = rest.split_once("\n\n")?;
    let value = |keys: &[&str]| {
        let pairs = head.lines().filter_map(|line| line.split_once(':'));
        let found =
            pairs.into_iter().find(|(key, _)| keys.contains(&key.trim_matches(['*', ' ']).to_lowercase().as_str()));
        found.map(|(_, value)| value.trim_matches(['*', ' ']).to_owned()).filter(|value| !value.is_empty())
    };
    let sender = value(&FROM).map(|from| from.split(" <").next().unwrap_or_default().trim_matches('"').to_owned());
    let subject = value(&SUBJECT);
    (sender.is_some() || subject.is_some()).then_some(Forwarded { above, sender, subject, body })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_was_sent_on_is_told_from_what_was_written_above() {
        let text = "Look.\n\n-------- Weitergeleitete Nachricht --------\nBetreff: Fähre\nDatum: 2. März\nVon: \"Die Laterne\" <a@b.example>\n\nDie Fähre blieb.\n\nAlle.";
        let found = inside(text).unwrap();
        assert_eq!((found.above, found.body), ("Look.\n\n", "Die Fähre blieb.\n\nAlle."));
        assert_eq!((found.sender.as_deref(), found.subject.as_deref()), (Some("Die Laterne"), Some("Fähre")));
        assert_eq!(inside("The original message\n\nwas lost."), None);
        assert_eq!(inside("Original message\n\nFrom here on nothing\n\nmore."), None);
    }
}
