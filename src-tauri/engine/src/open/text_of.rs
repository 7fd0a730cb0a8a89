//! Bytes to characters: a byte order mark, then what a page says of itself, then valid UTF-8, then detection.
//!
//! Nothing fails here: bytes that are no text in the chosen encoding become U+FFFD and are reported. NUL never gets
//! through. A page that names an old encoding but is valid UTF-8 all the same is UTF-8: browsers save that way.
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Characters of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark and without NUL.
    pub text: String,
    /// Some bytes were no text and stand as U+FFFD, or were NUL and were left out.
    pub replaced: bool,
}

/// Decodes `bytes`; `page` lets a `<meta>` inside them name the encoding.
pub fn decode(bytes: &[u8], page: bool) -> Decoded {
    let (mut text, mut replaced) = characters(bytes, page);
    if text.contains('\0') {
        text.retain(|c| c != '\0');
        replaced = true;
    }
    Decoded { text, replaced }
}

/// Decodes bytes of an encoding that a document names ("windows-1252"); of an unknown one, as [`decode`] would.
pub fn by_label(label: &str, bytes: &[u8]) -> String {
    match Encoding::for_label(label.as_bytes()) {
        Some(encoding) => encoding.decode_without_bom_handling(bytes).0.replace('\0', ""),
        None => decode(bytes, false).text,
    }
}

/// Whether the bytes are no text in any encoding, by what they decode to.
///
/// More than one control character in a hundred, or one undecodable in ten, is more than damaged text has, and far
/// less than any program, picture or archive.
pub(super) fn is_binary(bytes: &[u8]) -> bool {
    let (text, _) = characters(bytes, true);
    let count = |test: fn(char) -> bool| text.chars().filter(|c| test(*c)).count();
    let all = text.chars().count();
    let controls = count(|c| c.is_control() && !c.is_whitespace() && c != '\u{1B}');
    controls > 2 && controls * 100 > all || count(|c| c == '\u{FFFD}') * 10 > all
}

/// The characters, NUL among them, and whether some stand for bytes that were no text.
fn characters(bytes: &[u8], page: bool) -> (String, bool) {
    if let Some(read) = utf32(bytes) {
        return read;
    }
    let (encoding, bytes) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (encoding, bytes.get(mark..).unwrap_or_default()),
        None => (without_mark(bytes, page), bytes),
    };
    let (text, replaced) = encoding.decode_without_bom_handling(bytes);
    if encoding.is_single_byte() && text.contains(is_c1_control) {
        return (text.replace(is_c1_control, "\u{FFFD}"), true);
    }
    (text.into_owned(), replaced)
}

/// UTF-32 with a mark. No encoding library reads it, and no browser; some old programs still write it.
fn utf32(bytes: &[u8]) -> Option<(String, bool)> {
    let little = match bytes {
        [0xFF, 0xFE, 0, 0, ..] => true,
        [0, 0, 0xFE, 0xFF, ..] => false,
        _ => return None,
    };
    // UTF-16 text that begins with NUL has the same mark; then not every fourth byte is zero.
    let units = bytes.get(4..)?.chunks(4).map(|unit| match unit.try_into() {
        Ok(unit) if little => u32::from_le_bytes(unit),
        Ok(unit) => u32::from_be_bytes(unit),
        Err(_) => u32::MAX,
    });
    let text: String = units.map(|unit| char::from_u32(unit).unwrap_or('\u{FFFD}')).collect();
    let bad = text.chars().filter(|c| *c == '\u{FFFD}').count();
    (bad * 2 <= text.chars().count()).then_some((text, bad > 0))
}

/// The C1 controls: no text uses them; in a single-byte encoding they mark bytes without a character.
fn is_c1_control(c: char) -> bool {
    ('\u{80}'..='\u{9F}').contains(&c)
}

fn without_mark(bytes: &[u8], page: bool) -> &'static Encoding {
    if let Some(wide) = wide(bytes) {
        return wide;
    }
    let valid = std::str::from_utf8(bytes).is_ok();
    if valid && !bytes.is_ascii() {
        return UTF_8;
    }
    if let Some(named) = page.then(|| named_by_page(bytes)).flatten() {
        return named;
    }
    if valid || mostly_utf8(bytes) {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

/// UTF-16 without a mark: in text of Latin script every second byte is NUL, and never the other ones.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(4096) & !1)?;
    let (mut even, mut odd) = (0, 0);
    for pair in head.chunks_exact(2) {
        even += usize::from(pair.first() == Some(&0));
        odd += usize::from(pair.last() == Some(&0));
    }
    let many = head.len() / 2 * 4 / 10;
    match (even, odd) {
        (0, odd) if odd > many => Some(UTF_16LE),
        (even, 0) if even > many => Some(UTF_16BE),
        _ => None,
    }
}

/// The encoding of `<meta charset=…>` or `<meta http-equiv … charset=…>` within the first 4096 bytes.
///
/// The HTML standard asks for 1024, but saved pages put long scripts first. A name of UTF-16 cannot be right where it
/// was read as single bytes, and means UTF-8 there, as in the standard.
fn named_by_page(bytes: &[u8]) -> Option<&'static Encoding> {
    let head: String = bytes.iter().take(4096).map(|byte| char::from(*byte).to_ascii_lowercase()).collect();
    let mut rest = head.as_str();
    while let Some(at) = rest.find("<meta") {
        rest = rest.get(at + 5..)?;
        let tag = rest.split('>').next().unwrap_or(rest);
        if let Some(label) = tag.find("charset").and_then(|at| tag.get(at + 7..)) {
            let label = label.trim_start_matches(|c: char| c.is_whitespace() || "='\"".contains(c));
            let label = label.split(|c: char| c.is_whitespace() || "'\";/".contains(c)).next()?;
            return Encoding::for_label(label.as_bytes()).map(Encoding::output_encoding);
        }
    }
    None
}

/// Whether bytes that are not valid UTF-8 are damaged UTF-8 rather than another encoding.
///
/// They are when at least four fifths of the sequences above ASCII are whole, which text of another encoding never
/// has, or when half of the stray bytes are 0xFE and 0xFF, which hardly any text has in any encoding.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut stray, mut never) = (0usize, 0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        stray += chunk.invalid().len();
        never += chunk.invalid().iter().filter(|byte| **byte >= 0xFE).count();
    }
    whole >= stray.max(1) * 4 || never * 2 >= stray.max(1)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    fn text(bytes: &[u8], page: bool) -> (String, bool) {
        let decoded = decode(bytes, page);
        (decoded.text, decoded.replaced)
    }

    fn utf16(text: &str, little: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
    }

    #[test]
    fn utf16_is_known_with_and_without_a_mark() {
        let sentence = "Le café – “déjà vu” – a ouvert ses portes hier.";
        for little in [true, false] {
            assert_eq!(text(&utf16(sentence, little), false), (sentence.to_owned(), false));
            let marked = utf16(&format!("\u{FEFF}{sentence}"), little);
            assert_eq!(text(&marked, false), (sentence.to_owned(), false));
        }
        let chinese = utf16("\u{FEFF}地震发生在星期三。", true);
        assert_eq!(text(&chinese, false).0, "地震发生在星期三。");
    }

    #[test]
    fn utf32_is_known_by_its_mark() {
        let sentence = "Le café – “déjà vu” – 地震";
        let units = || std::iter::once('\u{FEFF}').chain(sentence.chars()).map(u32::from);
        let (little, big) =
            (units().flat_map(u32::to_le_bytes).collect::<Vec<u8>>(), units().flat_map(u32::to_be_bytes));
        assert_eq!(text(&little, false), (sentence.to_owned(), false));
        assert_eq!(text(&big.collect::<Vec<u8>>(), false), (sentence.to_owned(), false));
        let cut = little.get(..little.len() - 1).unwrap();
        assert!(text(cut, false).0.starts_with("Le café") && text(cut, false).1);
    }

    /// Old encodings, each with a text that people write in it: known by the page's word, and found without one.
    #[test]
    fn old_encodings_are_read_with_and_without_their_name() {
        let polish = "Powódź zalała w nocy czterdzieści domów, powiedział burmistrz. Mieszkańcy spędzili noc w szkole.";
        let russian = "Наводнение затопило ночью сорок домов, сообщил мэр города. Жители провели ночь в школе.";
        let german =
            "Die Überschwemmung traf vierzig Häuser, sagte der Bürgermeister. Die Züge fuhren später als üblich.";
        let greek = "Η πλημμύρα χτύπησε σαράντα σπίτια τη νύχτα, είπε ο δήμαρχος. Οι κάτοικοι έμειναν στο σχολείο.";
        let turkish = "Sel gece kırk evi bastı, dedi belediye başkanı. Halk geceyi okulda geçirdi, çocuklar üşüdü.";
        let hebrew = "השיטפון פגע בארבעים בתים בלילה, אמר ראש העיר. התושבים ישנו בבית הספר.";
        let arabic = "ضرب الفيضان أربعين منزلا في الليل، قال رئيس البلدية. أمضى السكان الليل في المدرسة.";
        let japanese = "洪水は夜に四十軒の家を襲った、と市長は語った。住民は学校で夜を過ごした。";
        let korean = "홍수가 밤에 집 사십 채를 덮쳤다고 시장이 말했다. 주민들은 학교에서 밤을 보냈다.";
        let chinese = "洪水夜间袭击了四十座房屋，市长说。居民们在学校过夜，孩子们很冷。";
        let taiwan = "洪水夜間襲擊了四十座房屋，市長說。居民們在學校過夜，孩子們很冷。";
        let thai = "น้ำท่วมบ้านสี่สิบหลังในเวลากลางคืน นายกเทศมนตรีกล่าว ชาวบ้านนอนที่โรงเรียน";
        let cases = [
            ("windows-1250", polish),
            ("iso-8859-2", polish),
            ("windows-1251", russian),
            ("koi8-r", russian),
            ("windows-1252", german),
            ("windows-1253", greek),
            ("windows-1254", turkish),
            ("windows-1255", hebrew),
            ("windows-1256", arabic),
            ("shift_jis", japanese),
            ("euc-jp", japanese),
            ("euc-kr", korean),
            ("gbk", chinese),
            ("big5", taiwan),
            ("windows-874", thai),
        ];
        for (name, sentence) in cases {
            let encoding = Encoding::for_label(name.as_bytes()).unwrap();
            let (bytes, _, lossy) = encoding.encode(sentence);
            assert!(!lossy, "{name}");
            assert_eq!(text(&bytes, false), (sentence.to_owned(), false), "{name} without its name");
            let page = [format!("<meta charset={name}><p>").as_bytes(), &bytes].concat();
            assert!(text(&page, true).0.ends_with(sentence), "{name} with its name");
        }
    }

    #[test]
    fn a_mark_of_utf8_is_left_out() {
        assert_eq!(text(b"\xEF\xBB\xBFBanjir", false), ("Banjir".to_owned(), false));
    }

    #[test]
    fn a_page_names_its_encoding() {
        let page = b"<meta charset=\"iso-8859-2\"><p>\xA3\xF3d\xBC";
        assert!(text(page, true).0.ends_with("Łódź"));
        let page =
            b"<META http-equiv='Content-Type' content='text/html; charset=windows-1251'><p>\xCC\xEE\xF1\xEA\xE2\xE0";
        assert!(text(page, true).0.ends_with("Москва"));
    }

    #[test]
    fn valid_utf8_wins_over_an_old_name() {
        let page = "<meta charset=iso-8859-1><p>Łódź";
        assert_eq!(text(page.as_bytes(), true), (page.to_owned(), false));
    }

    #[test]
    fn old_encodings_are_detected() {
        let french = b"Le pr\xE9sident a d\xE9clar\xE9 que la temp\xE9rature \xE9tait \xE9lev\xE9e.";
        let good = "Le président a déclaré que la température était élevée.";
        assert_eq!(text(french, false), (good.to_owned(), false));
    }

    #[test]
    fn damaged_utf8_stays_utf8_and_is_reported() {
        let mut damaged = "Gempa di Łódź, “getaran” terasa – kata warga.".as_bytes().to_vec();
        damaged.push(0xE2);
        let (got, replaced) = text(&damaged, false);
        assert!(replaced && got.starts_with("Gempa di Łódź, “getaran”") && got.ends_with('\u{FFFD}'));
        let (got, replaced) = text(b"plain text \xFF\xFE with stray bytes", false);
        assert!(replaced && got == "plain text \u{FFFD}\u{FFFD} with stray bytes", "{got}");
    }

    #[test]
    fn nul_is_left_out() {
        assert_eq!(text(b"one\0 two three four five", false), ("one two three four five".to_owned(), true));
    }

    proptest! {
        #[test]
        fn any_bytes_decode_without_nul(bytes in proptest::collection::vec(any::<u8>(), 0..300), page: bool) {
            prop_assert!(!decode(&bytes, page).text.contains('\0'));
        }

        #[test]
        fn valid_utf8_stays(sentence in "[^\0\u{FEFF}]{0,80}") {
            prop_assume!(!sentence.is_ascii());
            prop_assert_eq!(decode(sentence.as_bytes(), true), Decoded { text: sentence, replaced: false });
        }
    }
}
