//! Slovak, Czech, Polish, Slovene, Croatian, Hungarian: ordinals with a full stop and titles before names.
use super::{Rules, Words};

pub const RULES: Rules = Rules {
    before_name: Words(
        "p pán pani dr mudr judr phdr ing mgr bc prof doc rndr gen plk mjr kpt sv ul nám napr např tzv tzn cca ks im tj t.j bałt np tzw ww św pl al dr. hab inż",
    ),
    before_number: Words("č čís s str nr no r ods par tel kap jan feb mar apr jún júl aug sep okt nov dec"),
    anywhere: Words("atď apod a.s s.r.o spol inc ltd co jr st mil mld tis itd itp r o s"),
    starters: Words(
        "Ten Tá To Tento Táto Toto On Ona Ono Oni My Ja Vy V Vo Na Po Pri S So Z Zo Od Do Pre Za K Ako Keď Ak \
         Ale A Alebo Však Aj Tiež Teraz Potom Tam Tu Nie Áno Čo Kto Kde Prečo Podľa Medzi W We Ze Tak Jak Gdy \
         Jeśli Oraz Jednak Je Jsou Sú Bol",
    ),
    ordinals: true,
    ..Rules::PLAIN
};
