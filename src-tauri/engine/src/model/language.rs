//! A language by its code.
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A language: the primary subtag of a BCP 47 code, two or three lower-case letters ("id", "en").
///
/// [`Language::UNKNOWN`] ("und") stands for a text whose language was not found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language([u8; 3]);

impl Language {
    /// English.
    pub const ENGLISH: Language = Language(*b"en\0");
    /// Indonesian.
    pub const INDONESIAN: Language = Language(*b"id\0");
    /// No language was found.
    pub const UNKNOWN: Language = Language(*b"und");

    /// The language of a BCP 47 tag such as `pt-BR`, region and script left aside; `None` when it is no tag.
    pub fn parse(tag: &str) -> Option<Language> {
        let primary = tag.trim().split(['-', '_']).next()?;
        let good = (2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_alphabetic());
        let mut code = [0; 3];
        for (place, letter) in code.iter_mut().zip(primary.bytes()) {
            *place = letter.to_ascii_lowercase();
        }
        good.then_some(Language(code))
    }

    /// The code, such as "id".
    pub fn code(&self) -> &str {
        let end = if self.0[2] == 0 { 2 } else { 3 };
        std::str::from_utf8(&self.0[..end]).unwrap_or("und")
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Language, D::Error> {
        let code = String::deserialize(from)?;
        Ok(Language::parse(&code).unwrap_or(Language::UNKNOWN))
    }
}
