//! German: numbers with a full stop are ordinals, and "z. B." is written apart.
use super::{Phrases, Rules, Words};

pub const RULES: Rules = Rules {
    before_name: Words(
        "hr fr frl dr prof dipl ing med phil jur rer nat St Sankt Str bzw ca z u d s i vgl sog inkl exkl evtl ggf kath ev geb gest \
         Gen Kol Lt Nr Mr Mrs Ms Hrsg hl",
    ),
    before_number: Words(
        "nr s seite bd art abs kap abb tel ziff jan feb mär apr jun jul aug sep sept okt nov dez rd mind max",
    ),
    anywhere: Words("usw etc co inc ltd gmbh jr sr z.b d.h u.a o.ä u.ä mio mrd tsd str ä"),
    starters: Words(
        "Der Die Das Ein Eine Einer Er Sie Es Wir Ihr Ich Dies Diese Dieser Dieses Im In Am An Auf Aus Bei Mit Nach Von Vor Zu \
         Zum Zur Für Durch Aber Und Oder Denn Doch Auch Noch Nun Dann Danach Dort Hier Als Wenn Während Weil Obwohl Da Dazu Laut \
         Nicht Kein Keine Ja Nein Was Wer Wie Wo Warum Seit Bis Zwischen Unter Über Viele Alle Beide Seine Ihre Man Damit Später \
         Zuvor So Um Den Dem",
    ),
    lettered: Words("gruppe vitamin plan typ klasse abschnitt block"),
    ordinals: true,
    furniture: Phrases(
        "anzeige | werbung | lesen sie auch | mehr zum thema | teilen | kommentare | newsletter | \
         auch interessant | weiterlesen | empfohlener redaktioneller inhalt",
    ),
    furniture_leads: Phrases(
        "lesen sie auch | lesen sie mehr | hier klicken | folgen sie uns | abonnieren sie | melden sie sich für",
    ),
    furniture_labels: Phrases("lesen sie auch | mehr zum thema | video | foto | fotos | auch interessant"),
    ..Rules::PLAIN
};
