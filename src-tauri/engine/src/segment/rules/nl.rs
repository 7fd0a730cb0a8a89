//! Dutch, and near enough Afrikaans.
use super::{Phrases, Rules, Words};

pub const RULES: Rules = Rules {
    before_name: Words(
        "dhr mevr mw mr mrs ms dr drs ir ing prof ds St gen kol kap lt bijv ca o.a aanw evt incl excl resp d.w.z",
    ),
    before_number: Words("nr no p pag blz art vol tel jan feb mrt apr jun jul aug sep sept okt nov dec"),
    anywhere: Words("enz etc inc ltd co bv nv jr sr b.v n.v o.a"),
    starters: Words(
        "De Het Een Hij Zij Ze Wij We Ik Jij U Dit Dat Deze Die In Op Aan Bij Met Na Naar Van Voor Door Maar En Of Want Dus Ook \
         Nog Nu Toen Daarna Daar Hier Als Wanneer Terwijl Omdat Hoewel Volgens Niet Geen Ja Nee Wat Wie Hoe Waar Waarom Sinds Tot \
         Tussen Onder Over Veel Alle Er Om Te",
    ),
    lettered: Words("groep vitamine plan type klasse blok"),
    furniture: Phrases("advertentie | lees ook | lees meer | lees verder | delen | reacties | nieuwsbrief"),
    furniture_leads: Phrases("lees ook | klik hier | volg ons | meld je aan voor"),
    furniture_labels: Phrases("lees ook | lees meer | video | foto | bekijk ook"),
    ..Rules::PLAIN
};
