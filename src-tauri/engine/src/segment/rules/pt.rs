//! Portuguese; newspapers keep a quotation of several sentences with its attribution.
use super::{Phrases, Rules, Words};

pub const RULES: Rules = Rules {
    before_name: Words(
        "sr sra srs sras srta dr dra drs dras prof profa pe eng Exmo Exma ex Sto Sta Sgt Cel Cap Gen Ten Maj Dep Sen Gov Pres \
         av al Des Min D R Pça Trav Mr Mrs Ms St Lt Capt Sgto",
    ),
    before_number: Words(
        "no nº n art arts fl fls p pág págs pp vol cap tel séc inc km jan fev mar abr mai jun jul ago set out nov dez",
    ),
    anywhere: Words("ltda cia inc ltd co corp etc jr s.a obs ed org min máx aprox"),
    starters: Words(
        "O A Os As Um Uma Ele Ela Eles Elas Eu Nós Você Isso Isto Este Esta Esse Essa Em No Na Nos Nas De Do Da Para Por Com \
         Segundo Mas E Ou Porém Já Ainda Também Além Após Depois Antes Quando Enquanto Se Como Não Sim Há Foi São É Ontem Hoje \
         Entre Até Durante Apesar Outro Outra Outros Muitos Todos Cerca Ao Aos À Às Pelo Pela",
    ),
    lettered: Words("grupo vitamina hepatite plano tipo classe série bloco"),
    quote_limit: 1000,
    furniture: Phrases(
        "publicidade | leia também | leia mais | leia tudo | veja também | saiba mais | veja mais | \
         compartilhe | compartilhar | comentários | continua após a publicidade | \
         continua depois da publicidade | assine | mais lidas | notícias relacionadas",
    ),
    furniture_leads: Phrases(
        "leia também | leia mais sobre | veja também | continua após a publicidade | \
         continua depois da publicidade | clique aqui para | siga-nos | siga o canal | assine a newsletter | \
         receba as notícias | inscreva-se",
    ),
    furniture_labels: Phrases("leia | leia mais | veja | vídeo | foto | fotos | saiba mais"),
    ..Rules::PLAIN
};
