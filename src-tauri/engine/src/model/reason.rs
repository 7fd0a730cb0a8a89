//! Why readings are set side by side: a code that the window words in its own language, and the words of the sources
//! that say what it is about. The headless program and the reports carry an English sentence made of the same.
use serde::Serialize;

/// The one line of reason behind a [`super::Difference`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
pub struct Reason {
    /// What speaks for comparing them.
    pub code: ReasonCode,
    /// What is measured, counted or dated.
    pub thing: Option<Thing>,
    /// What the readings are about, in the words of a source ("southwest of Garut").
    pub about: Option<String>,
    /// Why it is worth a look only.
    pub doubt: Option<Doubt>,
}

/// What speaks for comparing readings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum ReasonCode {
    /// The same quantity, given otherwise.
    SameQuantity,
    /// The same thing is dated.
    SameMoment,
    /// One weekday is named with two dates, so one date is a slip.
    DateSlip,
    /// The article that was published later gives another value.
    LaterArticle,
    /// The same quantity or moment, given more exactly by one.
    MoreExact,
    /// The same value, written in another way.
    SameValue,
    /// The same statement names someone or something else.
    SameRole,
    /// One name in two spellings.
    Spelling,
    /// One quotation with other words.
    QuoteWords,
    /// One quotation, of which one source gives a part.
    QuotePart,
    /// One quotation with the same words and other signs.
    QuoteSigns,
    /// One quotation, said by two people.
    TwoSpeakers,
    /// Told as a fact by one, with reserve by the other.
    Reserve,
    /// Negated by one, not by the other.
    Negated,
}

/// What is measured, counted or dated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Thing {
    /// People killed.
    Dead,
    /// People injured.
    Hurt,
    /// People missing.
    Missing,
    /// People who had to leave.
    Displaced,
    /// Things or people.
    Count,
    /// Money.
    Money,
    /// A share, or percentage points.
    Share,
    /// How long it took or takes.
    Duration,
    /// Years of life.
    Age,
    /// A length, depth, height or distance.
    Length,
    /// An area.
    Area,
    /// A weight.
    Weight,
    /// A volume.
    Volume,
    /// A temperature.
    Temperature,
    /// A speed.
    Speed,
    /// The magnitude of an earthquake.
    Magnitude,
    /// Geographical latitude.
    Latitude,
    /// Geographical longitude.
    Longitude,
    /// The score of a match.
    Score,
    /// A place in a row.
    Rank,
    /// A day, month or year.
    Date,
    /// A time of day.
    Time,
}

/// Why a difference is worth a look only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(any(test, feature = "typescript"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// The sentences match loosely.
    LooseMatch,
    /// One of the values is a guess.
    RoughValue,
    /// The sentences speak of different days.
    OtherDays,
    /// The match may still have been played.
    Running,
    /// Who or what is meant is known by the words around it only.
    Wording,
    /// They are in a language of which figures and dates are read, but not the words beside them ("about", "at least").
    Unread,
}
