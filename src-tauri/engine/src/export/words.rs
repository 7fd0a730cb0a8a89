//! The words that the program itself says in a report, in the two languages of the window.
//!
//! They are those of the window's catalogues (`ui/src/lib/i18n`), written out so that a print in black and white stays
//! readable. The words of the sources are never translated. The Indonesian lines have had no native reviewer yet.
use crate::model::{ClaimKind, Difference, DifferenceKind, Doubt, ReasonCode, Thing, Verdict};

/// Language of a report's headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tongue {
    /// English.
    #[default]
    English,
    /// Indonesian.
    Indonesian,
}

impl Tongue {
    /// The window's language by its code.
    pub fn of(code: &str) -> Tongue {
        if code == "id" { Tongue::Indonesian } else { Tongue::English }
    }

    /// Its code.
    pub fn code(self) -> &'static str {
        match self {
            Tongue::English => "en",
            Tongue::Indonesian => "id",
        }
    }

    pub(super) fn words(self) -> &'static Words {
        match self {
            Tongue::English => &ENGLISH,
            Tongue::Indonesian => &INDONESIAN,
        }
    }
}

macro_rules! words {
    ($($name:ident: $en:literal, $id:literal;)*) => {
        /// What a report says.
        pub(super) struct Words { pub tongue: Tongue, $(pub $name: &'static str,)* }
        static ENGLISH: Words = Words { tongue: Tongue::English, $($name: $en,)* };
        static INDONESIAN: Words = Words { tongue: Tongue::Indonesian, $($name: $id,)* };
    };
}

words! {
    sources: "Sources", "Sumber";
    source: "Source", "Sumber";
    outlet: "Outlet", "Media";
    headline: "Headline", "Judul";
    byline: "Author", "Penulis";
    published: "Published", "Terbit";
    updated: "Updated", "Diperbarui";
    language: "Language", "Bahasa";
    number_of_words: "Words", "Jumlah kata";
    shared: "Shared", "Sama-sama dimuat";
    file: "File", "Berkas";
    format: "Format", "Format";
    address: "Address", "Alamat";
    digest: "SHA-256", "SHA-256";
    not_known: "not known", "tidak diketahui";
    beginning_only: "Only the beginning of the article is in the file.", "Berkas ini hanya memuat awal artikel.";
    claim: "Claim", "Klaim";
    claims: "All claims", "Semua klaim";
    kind: "Kind", "Jenis";
    number: "Number", "Jumlah";
    same: "Same", "Sama";
    reworded: "Reworded", "Beda kata";
    conflict: "Conflict", "Bertentangan";
    check: "Check", "Periksa";
    only: "Only one source", "Hanya satu sumber";
    gap: "Not mentioned", "Tidak disebut";
    missing_in: "Not mentioned in {sources}", "Tidak disebut di {sources}";
    update: "Update", "Pembaruan";
    more_specific: "More exact", "Lebih rinci";
    note: "Told otherwise", "Disampaikan lain";
    equivalent: "Written otherwise", "Ditulis lain";
    what: "What", "Apa";
    values: "Values", "Nilai";
    value: "Value", "Nilai";
    normal: "Converted", "Setelah diubah";
    why: "Why", "Alasan";
    relation: "Relation", "Hubungan";
    strong: "strong", "kuat";
    fair: "fair", "cukup";
    weak: "weak", "lemah";
    disagree: "Where they disagree", "Yang berbeda";
    disagree_none: "No figure, date, name or speaker conflicts in what is shown.", "Tidak ada angka, tanggal, nama atau pembicara yang bertentangan pada yang ditampilkan.";
    share: "How much they share", "Seberapa banyak yang sama";
    share_hint: "Of the claims that one of the two makes, the part that both make; below it the conflicts.", "Dari klaim yang dimuat salah satu dari keduanya, bagian yang dimuat keduanya; di bawahnya pertentangan.";
    share_conflicts: "{n} ≠", "{n} ≠";
    unmentioned: "What each one does not mention", "Yang tidak disebut masing-masing";
    unmentioned_hint: "Claims that at least half of the others make. An article may be shorter or earlier than the others.", "Klaim yang dimuat paling sedikit separuh artikel lain. Sebuah artikel bisa lebih pendek atau lebih awal daripada yang lain.";
    unmentioned_none: "Nothing that at least half of the others mention.", "Tidak ada yang dimuat paling sedikit separuh artikel lain.";
    unmentioned_of: "in {n} of {total} others", "di {n} dari {total} yang lain";
    map: "Coverage map", "Peta cakupan";
    map_hint: "Each bar is one article from top to bottom; a band joins the same claim in two articles.", "Tiap batang adalah satu artikel dari atas ke bawah; pita menghubungkan klaim yang sama.";
    notes: "Notes", "Catatan";
    note_one: "Note", "Catatan";
    needs_a_look: "needs a look: these words are not found any more", "perlu dilihat: kata-kata ini tidak ditemukan lagi";
    tags: "Tags", "Label";
    checked: "Checked", "Sudah diperiksa";
    speaker: "Who is named", "Siapa yang disebut";
    said_by: "said by {name}", "kata {name}";
    files: "Notes on the files", "Keterangan tentang berkas";
    about: "About this report", "Tentang laporan ini";
    program: "Program", "Program";
    strictness: "Strictness (0 loose, 1 strict)", "Keketatan (0 longgar, 1 ketat)";
    changed: "Changed by hand", "Diubah dengan tangan";
    changed_none: "Links were made by a program; none was changed by hand.", "Kaitan dibuat oleh program; tidak ada yang diubah dengan tangan.";
    changed_one: "Links were made by a program and changed by hand in 1 place.", "Kaitan dibuat oleh program dan diubah dengan tangan di 1 tempat.";
    changed_many: "Links were made by a program and changed by hand in {n} places.", "Kaitan dibuat oleh program dan diubah dengan tangan di {n} tempat.";
    limits: "The program compares words, figures, dates, names and quotes. It does not know what is true, and it can be wrong.", "Program ini membandingkan kata, angka, tanggal, nama, dan kutipan. Program tidak tahu mana yang benar, dan bisa keliru.";
    incomplete: "A time limit cut the comparison short.", "Batas waktu memotong perbandingan ini.";
    part: "{shown} of {all} claims are in this report.", "{shown} dari {all} klaim ada di laporan ini.";
    summary: "{sources} articles make {claims} claims. {shared} are in more than one article: {conflict} conflict, {check} should be checked. {only} come from one article only.", "{sources} artikel memuat {claims} klaim. {shared} ada di lebih dari satu artikel: {conflict} bertentangan, {check} perlu diperiksa. {only} berasal dari satu artikel saja.";
    filter: "Show", "Tampilkan";
    filter_words: "With the words", "Dengan kata";
    filter_left: "{shown} of {all} claims shown", "{shown} dari {all} klaim ditampilkan";
    sheet_claims: "Claims", "Klaim";
    sheet_values: "Values", "Nilai";
    sheet_sources: "Sources", "Sumber";
    sheet_share: "Shared", "Sama";
    row: "Row", "Baris";
    id: "Id", "Id";
    more: "more than {value}", "lebih dari {value}";
    less: "less than {value}", "kurang dari {value}";
    roughly: "about {value}", "sekitar {value}";
    at_least: "at least {value}", "sedikitnya {value}";
    at_most: "at most {value}", "paling banyak {value}";
    minute: "{n} minute", "{n} menit";
    minutes: "{n} minutes", "{n} menit";
    hour: "{n} hour", "{n} jam";
    hours: "{n} hours", "{n} jam";
    day: "{n} day", "{n} hari";
    days: "{n} days", "{n} hari";
    second: "{n} second", "{n} detik";
    seconds: "{n} seconds", "{n} detik";
}

/// Puts values in the places of a pattern.
pub(super) fn fill(pattern: &str, values: &[(&str, &dyn std::fmt::Display)]) -> String {
    values
        .iter()
        .fold(pattern.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), &value.to_string()))
}

/// The sign of a kind; it stands beside the word, never alone.
pub(super) fn sign(kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::Conflict => "≠",
        ClaimKind::Check => "≟",
        ClaimKind::Reworded => "≈",
        ClaimKind::Same => "=",
        ClaimKind::Only => "⊙",
    }
}

/// A kind as programs read it.
pub(super) fn code(kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::Conflict => "conflict",
        ClaimKind::Check => "check",
        ClaimKind::Reworded => "reworded",
        ClaimKind::Same => "same",
        ClaimKind::Only => "only",
    }
}

impl Words {
    fn pick(&self, english: &'static str, indonesian: &'static str) -> &'static str {
        match self.tongue {
            Tongue::English => english,
            Tongue::Indonesian => indonesian,
        }
    }

    pub(super) fn of_kind(&self, kind: ClaimKind) -> &'static str {
        match kind {
            ClaimKind::Conflict => self.conflict,
            ClaimKind::Check => self.check,
            ClaimKind::Reworded => self.reworded,
            ClaimKind::Same => self.same,
            ClaimKind::Only => self.only,
        }
    }

    pub(super) fn of_verdict(&self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Conflict => self.conflict,
            Verdict::Check => self.check,
            Verdict::Update => self.update,
            Verdict::MoreSpecific => self.more_specific,
            Verdict::Note => self.note,
            Verdict::Equivalent => self.equivalent,
        }
    }

    /// Match strength in one of three words, as the window has it.
    pub(super) fn of_strength(&self, strength: f32) -> &'static str {
        match strength {
            s if s >= 0.8 => self.strong,
            s if s >= 0.6 => self.fair,
            _ => self.weak,
        }
    }

    pub(super) fn of_difference(&self, kind: DifferenceKind) -> &'static str {
        match kind {
            DifferenceKind::Figure => self.pick("figure", "angka"),
            DifferenceKind::Date => self.pick("date or time", "tanggal atau waktu"),
            DifferenceKind::Name => self.pick("name", "nama"),
            DifferenceKind::Place => self.pick("place", "tempat"),
            DifferenceKind::Quote => self.pick("quote", "kutipan"),
            DifferenceKind::Speaker => self.pick("who said it", "siapa yang berkata"),
            DifferenceKind::Negation => self.pick("whether it is so", "ya atau tidaknya"),
            DifferenceKind::Certainty => self.pick("how certain it is", "tingkat kepastian"),
        }
    }

    pub(super) fn changed_by_hand(&self, places: u32) -> String {
        match places {
            0 => self.changed_none.into(),
            1 => self.changed_one.into(),
            n => fill(self.changed_many, &[("n", &n)]),
        }
    }

    /// Why the readings of a difference are compared, in one line.
    pub(super) fn reason(&self, difference: &Difference) -> String {
        let why = &difference.why;
        let mut line = self.of_code(why.code).to_owned();
        if let Some(thing) = why.thing {
            line += ", ";
            line += self.of_thing(thing);
        }
        if let Some(about) = &why.about {
            line += &format!(": “{about}”");
        }
        if let Some(doubt) = why.doubt {
            line += "; ";
            line += self.of_doubt(doubt);
        }
        line
    }

    fn of_code(&self, code: ReasonCode) -> &'static str {
        match code {
            ReasonCode::SameQuantity => self.pick("Same quantity", "Besaran yang sama"),
            ReasonCode::SameMoment => self.pick("The same thing is dated", "Waktu dari hal yang sama"),
            ReasonCode::DateSlip => {
                self.pick("A weekday and a date that do not go together", "Hari dan tanggal yang tidak cocok")
            }
            ReasonCode::LaterArticle => {
                self.pick("The later article gives another value", "Artikel yang lebih baru memberi nilai lain")
            }
            ReasonCode::MoreExact => self.pick("One is more exact", "Salah satunya lebih rinci"),
            ReasonCode::SameValue => {
                self.pick("The same value, written in another way", "Nilai yang sama, ditulis dengan cara lain")
            }
            ReasonCode::SameRole => {
                self.pick("The same statement with another name", "Pernyataan yang sama dengan nama lain")
            }
            ReasonCode::Spelling => self.pick("One name in two spellings", "Satu nama dengan dua ejaan"),
            ReasonCode::QuoteWords => self.pick("One quotation with other words", "Satu kutipan dengan kata-kata lain"),
            ReasonCode::QuotePart => self.pick(
                "One quotation, of which one source gives a part",
                "Satu kutipan; salah satu sumber memuat sebagian",
            ),
            ReasonCode::QuoteSigns => {
                self.pick("One quotation with other signs", "Satu kutipan dengan tanda baca lain")
            }
            ReasonCode::TwoSpeakers => self.pick("One quotation, said by two people", "Satu kutipan dari dua orang"),
            ReasonCode::Reserve => self.pick(
                "Told with reserve by one, as a fact by the other",
                "Satu sumber belum memastikan, yang lain menyebutnya fakta",
            ),
            ReasonCode::Negated => {
                self.pick("Negated by one, not by the other", "Satu sumber mengingkari, yang lain tidak")
            }
        }
    }

    fn of_doubt(&self, doubt: Doubt) -> &'static str {
        match doubt {
            Doubt::LooseMatch => self.pick("the sentences match loosely", "kedua kalimat kurang cocok"),
            Doubt::RoughValue => self.pick("one value is rough", "salah satunya perkiraan"),
            Doubt::Unread => self.pick(
                "the words beside them are in a language that is not read",
                "kata-kata di sekitarnya dalam bahasa yang tidak dibaca",
            ),
            Doubt::OtherDays => {
                self.pick("the sentences may speak of different days", "mungkin tentang hari yang berbeda")
            }
            Doubt::Running => self.pick("the match may still have been played", "pertandingan mungkin belum selesai"),
            Doubt::Wording => self.pick(
                "only the words around it tell what is meant",
                "maksudnya hanya terlihat dari kata di sekitarnya",
            ),
        }
    }

    fn of_thing(&self, thing: Thing) -> &'static str {
        match thing {
            Thing::Dead => self.pick("people killed", "korban tewas"),
            Thing::Hurt => self.pick("people injured", "korban luka"),
            Thing::Missing => self.pick("people missing", "orang hilang"),
            Thing::Displaced => self.pick("people displaced", "pengungsi"),
            Thing::Count => self.pick("number", "jumlah"),
            Thing::Money => self.pick("amount of money", "jumlah uang"),
            Thing::Share => self.pick("share", "persentase"),
            Thing::Duration => self.pick("length of time", "lama waktu"),
            Thing::Age => self.pick("age", "usia"),
            Thing::Length => self.pick("distance or length", "jarak atau panjang"),
            Thing::Area => self.pick("area", "luas"),
            Thing::Weight => self.pick("weight", "berat"),
            Thing::Volume => self.pick("volume", "isi (volume)"),
            Thing::Temperature => self.pick("temperature", "suhu"),
            Thing::Speed => self.pick("speed", "kecepatan"),
            Thing::Magnitude => self.pick("magnitude", "magnitudo"),
            Thing::Latitude => self.pick("latitude", "lintang"),
            Thing::Longitude => self.pick("longitude", "bujur"),
            Thing::Score => self.pick("score", "skor"),
            Thing::Rank => self.pick("place in a row", "peringkat"),
            Thing::Date => self.pick("date", "tanggal"),
            Thing::Time => self.pick("time", "waktu"),
        }
    }
}
