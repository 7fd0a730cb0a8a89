//! Dates as files write them, as ISO 8601. The zone stays as given, and none is added; a text that is no possible
//! date gives `None`.
use jiff::fmt::rfc2822;
use jiff::fmt::temporal::{Pieces, PiecesOffset};

/// The date, or date and time with its offset if it has one, that `text` stands for.
pub(super) fn iso(text: &str) -> Option<String> {
    let text = text.trim();
    iso_8601(text).or_else(|| mail_date(text))
}

fn iso_8601(text: &str) -> Option<String> {
    let spaced = with_t(text);
    let pieces = Pieces::parse(&spaced).ok()?;
    let date = pieces.date();
    if !is_plausible(date) {
        return None;
    }
    let Some(time) = pieces.time() else { return Some(date.to_string()) };
    let (hour, minute, second) = (time.hour(), time.minute(), time.second());
    let offset = match pieces.offset() {
        Some(PiecesOffset::Zulu) => "Z".to_owned(),
        Some(PiecesOffset::Numeric(offset)) => with_colon(offset.offset()),
        _ => String::new(),
    };
    Some(format!("{date}T{hour:02}:{minute:02}:{second:02}{offset}"))
}

/// "2025-06-18 15:24:00 +0700" as "2025-06-18T15:24:00+0700", and "2025/06/18" as "2025-06-18".
fn with_t(text: &str) -> String {
    let (date, rest) = match text.find([' ', 'T', 't']) {
        Some(at) => text.split_at(at),
        None => (text, ""),
    };
    let time: String = rest.chars().skip(1).filter(|c| !c.is_whitespace()).collect();
    let date = if date.matches('/').count() == 2 { date.replace('/', "-") } else { date.to_owned() };
    let time = time.replace("UTC", "Z").replace("GMT", "Z");
    if time.is_empty() { date } else { format!("{date}T{time}") }
}

fn with_colon(offset: jiff::tz::Offset) -> String {
    let minutes = offset.seconds() / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

/// "Wed, 18 Jun 2025 15:24:00 +0700", as feeds and some older pages write.
fn mail_date(text: &str) -> Option<String> {
    let zoned = rfc2822::DateTimeParser::new().parse_zoned_datetime(text).ok()?;
    let at = zoned.datetime();
    let offset = with_colon(zoned.offset());
    let (date, time) = (at.date(), at.time());
    is_plausible(date).then(|| format!("{date}T{:02}:{:02}:{:02}{offset}", time.hour(), time.minute(), time.second()))
}

/// News has dates from the first newspapers on; the first day of 1970 stands for "not known" in many systems.
fn is_plausible(date: jiff::civil::Date) -> bool {
    (1600..2200).contains(&date.year()) && date != jiff::civil::date(1970, 1, 1)
}

#[cfg(test)]
mod tests {
    use super::iso;

    #[test]
    fn dates_become_iso_8601_with_the_zone_they_have() {
        let cases = [
            ("2025-06-18T15:24:00+07:00", "2025-06-18T15:24:00+07:00"),
            ("2025-06-18T15:24:00+0700", "2025-06-18T15:24:00+07:00"),
            ("2025-06-18T08:24:00.123Z", "2025-06-18T08:24:00Z"),
            ("2025-06-18 15:24:00 +0700", "2025-06-18T15:24:00+07:00"),
            ("2025-06-18 15:24", "2025-06-18T15:24:00"),
            (" 2025-06-18 ", "2025-06-18"),
            ("2025/06/18", "2025-06-18"),
            ("2025/06/18 15:24:00", "2025-06-18T15:24:00"),
            ("2022-02-20T10:00:00-03:30", "2022-02-20T10:00:00-03:30"),
            ("Wed, 18 Jun 2025 15:24:00 +0700", "2025-06-18T15:24:00+07:00"),
            ("Wed, 18 Jun 2025 15:24:00 GMT", "2025-06-18T15:24:00+00:00"),
            ("2025-06-18 15:24:00 UTC", "2025-06-18T15:24:00Z"),
        ];
        for (text, expected) in cases {
            assert_eq!(iso(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_possible_date_is_none() {
        let cases = [
            "",
            "today",
            "2025-02-30",
            "2025-13-01",
            "2025-06-18T25:00:00",
            "0001-01-01T00:00:00",
            "1970-01-01",
            "1970-01-01T00:00:00Z",
            "18/06/2025",
            "06/18/2025 10:00",
            "1750233840",
            "2025",
            "2025-06",
            "{{date}}",
            "T",
            " T ",
        ];
        for text in cases {
            assert_eq!(iso(text), None, "{text}");
        }
    }
}
