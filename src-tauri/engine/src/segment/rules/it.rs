//! Italian.
use super::{Phrases, Rules, Words};

pub const RULES: Rules = Rules {
    before_name: Words(
        "sig sigg sig.ra sig.na sigra signa dott dott.ssa prof prof.ssa ing avv arch geom rag on sen gen col cap ten magg dir \
         amm mons don s ss v v.cte p.zza c.so tel ad es Mr Mrs Ms Dr St",
    ),
    before_number: Words(
        "n nr no art artt p pp pag vol cap tel fig gen feb mar apr mag giu lug ago set ott nov dic lun mer gio ven sab",
    ),
    anywhere: Words("ecc etc cfr inc ltd co corp s.p.a s.r.l jr es meteor"),
    starters: Words(
        "Il Lo La I Gli Le Un Uno Una Lui Lei Loro Egli Ella Io Noi Voi Questo Questa Quello In Nel Nella Di Del Della Per Con \
         Secondo Ma E O Però Già Ancora Anche Dopo Prima Quando Mentre Se Come Non Sì Ieri Oggi Tra Fino Durante Al Alla Si È \
         Sono Altro Altra Molti Tutti Da Dal Dalla Su Sul Sulla",
    ),
    lettered: Words("gruppo vitamina epatite piano tipo classe serie blocco"),
    furniture: Phrases(
        "pubblicità | leggi anche | leggi tutto | condividi | commenti | iscriviti | continua a leggere",
    ),
    furniture_leads: Phrases("leggi anche | clicca qui | seguici su | iscriviti alla"),
    furniture_labels: Phrases("leggi | video | foto | guarda"),
    ..Rules::PLAIN
};
