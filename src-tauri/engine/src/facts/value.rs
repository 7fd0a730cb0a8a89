//! What a fact is worth, and its normal form.
use super::attribution::Quote;
use super::entity::Name;
use super::moments::Moment;

/// A normalised value.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A number with what it measures or counts.
    Quantity(Quantity),
    /// A date, a time of day, or both.
    Moment(Moment),
    /// A name, and what it names.
    Name(Name),
    /// What stands between quotation marks, and whose it is.
    Quote(Quote),
}

/// A number, or a range of numbers, of one dimension.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// What is measured.
    pub dimension: Dimension,
    /// The value in the base of its dimension; of a range or a vague word, the lower end.
    pub low: f64,
    /// The same as `low` unless it is a range.
    pub high: f64,
    /// How tightly it is said.
    pub bound: Bound,
    /// The step to which it is given: 0.1 for "4,8", 1000 for "150 ribu".
    pub grain: f64,
    /// What became of the people it counts.
    pub fate: Option<Fate>,
    /// The content words before it in its clause, nearest first.
    pub before: Vec<String>,
    /// The content words after it in its clause, nearest first. Of a count, the first is what is counted.
    pub after: Vec<String>,
}

/// What became of people that are counted: such counts grow from one report to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// Died.
    Dead,
    /// Injured.
    Hurt,
    /// Missing.
    Missing,
    /// Evacuated, fled, homeless.
    Displaced,
}

/// How tightly a number is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bound {
    /// As it stands.
    Exact,
    /// "about", "sekitar".
    About,
    /// "nearly", "hampir": about so much and not more.
    Nearly,
    /// "more than", "lebih dari".
    More,
    /// "at least", "setidaknya".
    Least,
    /// "up to", "maksimal".
    Most,
    /// "less than", "kurang dari".
    Less,
    /// Two ends are given, or a word such as "ratusan" stands for them.
    Range,
}

/// What is measured. Values of different dimensions are never compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    /// Things or people.
    Count,
    /// Money in a currency by its ISO 4217 code.
    Money(String),
    /// Hundredths.
    Percent,
    /// Percentage points.
    Points,
    /// Seconds, up to weeks.
    Seconds,
    /// Months and years, which have no fixed number of days.
    Months,
    /// Years of life.
    Age,
    /// Metres.
    Length,
    /// Square metres.
    Area,
    /// Kilograms.
    Mass,
    /// Litres.
    Volume,
    /// Degrees Celsius.
    Temperature,
    /// Kilometres an hour.
    Speed,
    /// Of an earthquake.
    Magnitude,
    /// Degrees, south negative.
    Latitude,
    /// Degrees, west negative.
    Longitude,
    /// Of a match: both sides in `low` and `high`.
    Score,
    /// A place in a row ("ke-3", "third"), which counts nothing.
    Ordinal,
}

impl Dimension {
    /// By its name in a lexicon file.
    pub(super) fn parse(name: &str) -> Option<Dimension> {
        Some(match name {
            "percent" => Dimension::Percent,
            "points" => Dimension::Points,
            "seconds" => Dimension::Seconds,
            "months" => Dimension::Months,
            "age" => Dimension::Age,
            "length" => Dimension::Length,
            "area" => Dimension::Area,
            "mass" => Dimension::Mass,
            "volume" => Dimension::Volume,
            "temperature" | "fahrenheit" => Dimension::Temperature,
            "speed" => Dimension::Speed,
            "magnitude" => Dimension::Magnitude,
            "latitude" => Dimension::Latitude,
            "longitude" => Dimension::Longitude,
            other => Dimension::Money(other.strip_prefix("money:")?.to_owned()),
        })
    }
}

impl Quantity {
    /// For people and programs: "PT1H45M", "150000", "IDR 500000000", "M 4.8", ">150000".
    pub fn normal(&self) -> String {
        if self.dimension == Dimension::Score {
            return format!("{}-{}", plain(self.low), plain(self.high));
        }
        let one = |v: f64| self.measured(v);
        match self.bound {
            Bound::Exact => one(self.low),
            Bound::About => format!("~{}", one(self.low)),
            Bound::Nearly => format!("≲{}", one(self.low)),
            Bound::More => format!(">{}", one(self.low)),
            Bound::Least => format!("≥{}", one(self.low)),
            Bound::Most => format!("≤{}", one(self.high)),
            Bound::Less => format!("<{}", one(self.high)),
            Bound::Range => format!("{}..{}", one(self.low), one(self.high)),
        }
    }

    fn measured(&self, v: f64) -> String {
        let n = plain(v);
        match &self.dimension {
            Dimension::Count | Dimension::Score => n,
            Dimension::Money(code) => format!("{code} {n}"),
            Dimension::Percent => format!("{n}%"),
            Dimension::Points => format!("{n} pp"),
            Dimension::Seconds => seconds(v),
            Dimension::Months => months(v),
            Dimension::Age => format!("age {n}"),
            Dimension::Length if v.abs() >= 1000.0 => format!("{} km", plain(v / 1000.0)),
            Dimension::Length if v.abs() < 1.0 => format!("{} cm", plain(v * 100.0)),
            Dimension::Length => format!("{n} m"),
            Dimension::Area if v.abs() >= 1_000_000.0 => format!("{} km²", plain(v / 1_000_000.0)),
            Dimension::Area if v.abs() >= 10_000.0 => format!("{} ha", plain(v / 10_000.0)),
            Dimension::Area => format!("{n} m²"),
            Dimension::Mass => format!("{n} kg"),
            Dimension::Volume => format!("{n} l"),
            Dimension::Temperature => format!("{n} °C"),
            Dimension::Speed => format!("{n} km/h"),
            Dimension::Magnitude => format!("M {n}"),
            Dimension::Latitude => format!("{} {}", plain(v.abs()), if v < 0.0 { "S" } else { "N" }),
            Dimension::Longitude => format!("{} {}", plain(v.abs()), if v < 0.0 { "W" } else { "E" }),
            Dimension::Ordinal => format!("#{n}"),
        }
    }
}

/// The number without needless digits: what binary fractions add is cut off.
fn plain(v: f64) -> String {
    let text = format!("{v:.6}");
    let cut = text.trim_end_matches('0').trim_end_matches('.');
    if cut == "-0" { "0".to_owned() } else { cut.to_owned() }
}

/// ISO 8601 duration of a number of seconds.
fn seconds(v: f64) -> String {
    let whole = v.trunc();
    let days = (whole / 86400.0).trunc();
    let rest = whole - days * 86400.0;
    let (h, m) = ((rest / 3600.0).trunc(), ((rest % 3600.0) / 60.0).trunc());
    let s = rest % 60.0 + (v - whole);
    let part = |n: f64, unit: char| if n == 0.0 { String::new() } else { format!("{}{unit}", plain(n)) };
    let time = format!("{}{}{}", part(h, 'H'), part(m, 'M'), part(s, 'S'));
    match (days == 0.0, time.is_empty()) {
        (true, true) => "PT0S".to_owned(),
        (true, false) => format!("PT{time}"),
        (false, true) => format!("P{}D", plain(days)),
        (false, false) => format!("P{}DT{time}", plain(days)),
    }
}

/// ISO 8601 duration of a number of months.
fn months(v: f64) -> String {
    let years = (v / 12.0).trunc();
    let rest = v - years * 12.0;
    let part = |n: f64, unit: char| if n == 0.0 { String::new() } else { format!("{}{unit}", plain(n)) };
    let text = format!("P{}{}", part(years, 'Y'), part(rest, 'M'));
    if text == "P" { "P0M".to_owned() } else { text }
}
