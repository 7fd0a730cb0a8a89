//! Danish, Norwegian, Swedish, Icelandic; Finnish and Estonian share their ordinals ("3. lokakuuta").
use super::{Rules, Words};

pub const RULES: Rules = Rules {
    before_name: Words(
        "hr fr frk dr prof skt st sct bl bl.a ca f.eks t.ex d.v.s dvs inkl ekskl evt jf kl nr mr mrs ms esim mm ns n°",
    ),
    before_number: Words("nr no s p kl kap art tlf tel jan feb mar apr jun jul aug sep sept okt nov dec des"),
    anywhere: Words("osv etc m.v mv m.m mm co inc ltd jr sr a/s mio mia mill mrd"),
    starters: Words(
        "Den Det De Der En Et Ett Han Hun Hon Vi Jeg Jag Du Dette Denne Disse Detta I På Ved Vid Med Efter Etter \
         Fra Från For För Til Till Men Og Och Eller Så Også Nu Nå Da Når När Som Hvis Om Hvad Hva Vad Hvem Hvor \
         Ikke Inte Ja Nej Nei Mellem Under Over Mange Alle Hän Se He Ne Tämä Kun Jos Mutta The A It She They We \
         You This That In On At",
    ),
    ordinals: true,
    ..Rules::PLAIN
};
