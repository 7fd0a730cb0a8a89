//! Spanish, and near enough Galician and Catalan.
use super::{Phrases, Rules, Words};

pub const RULES: Rules = Rules {
    before_name: Words(
        "sr sra srs sres srta dr dra dres prof profa lic ing arq Gral Cnel Cap Sgto Tte Mons D Dña Sto Sta Fr av avda Mr Mrs Ms \
         St Mt Exmo Rvdo c Cdte Alm Gob Dip Sen",
    ),
    before_number: Words(
        "no núm nro n art arts pág págs p pp vol cap tel fig párr párrf ene feb mar abr may jun jul ago sep sept oct nov dic \
         Lun Mar Mié Jue Vie Sáb Dom",
    ),
    anywhere: Words("etc cía ltda inc ltd co corp s.a ee uu ee.uu jr min máx aprox km"),
    starters: Words(
        "El La Los Las Un Una Él Ella Ellos Ellas Yo Nosotros Esto Eso Este Esta Ese Esa En De Del Para Por Con Según Pero Y O \
         Sin Ya Aún También Además Tras Después Antes Cuando Mientras Si Como No Sí Hay Fue Es Son Ayer Hoy Entre Hasta Durante \
         Al Se Su Sus Otro Otra Muchos Todos Desde Aunque",
    ),
    lettered: Words("grupo vitamina hepatitis plan tipo clase serie bloque"),
    furniture: Phrases(
        "publicidad | lea también | lee también | leer más | ver más | te puede interesar | más información | \
         compartir | comentarios | suscríbete | noticias relacionadas | lo más leído",
    ),
    furniture_leads: Phrases(
        "lea también | lee también | le puede interesar | te puede interesar | haz clic aquí | síguenos en | \
         suscríbete a | regístrate",
    ),
    furniture_labels: Phrases("lea | lee | vea | video | vídeo | foto | fotos | más información | ver más | leer más"),
    ..Rules::PLAIN
};
