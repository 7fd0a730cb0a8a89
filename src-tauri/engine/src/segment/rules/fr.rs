//! French.
use super::{Phrases, Rules, Words};

pub const RULES: Rules = Rules {
    before_name: Words("m mm mme mmes mlle mlles me mgr dr pr prof st ste gén col cap lt av bd env Mr Mrs Ms"),
    before_number: Words("no n n° art p pp vol chap fig tél janv févr avr juill sept oct nov déc"),
    anywhere: Words("etc cf inc ltd co corp cie jr ex s.a"),
    starters: Words(
        "Le La Les Un Une Des Il Elle Ils Elles On Nous Vous Je Ce Cet Cette Ces Cela En Dans De Du Pour Par Avec Selon Mais Et \
         Ou Or Donc Car Ainsi Aussi Après Avant Quand Lorsque Si Comme Pas Non Oui Hier Depuis Entre Jusqu Pendant Au Aux Son Sa \
         Ses Leur Leurs Plusieurs Tous Sur Sous",
    ),
    lettered: Words("groupe vitamine hépatite plan type classe série bloc"),
    furniture: Phrases(
        "publicité | lire aussi | à lire aussi | lire plus | voir aussi | en savoir plus | partager | \
         commentaires | s'abonner | newsletter | la suite après cette publicité",
    ),
    furniture_leads: Phrases(
        "lire aussi | à lire aussi | voir aussi | la suite après | cliquez ici | suivez-nous | abonnez-vous | \
         inscrivez-vous",
    ),
    furniture_labels: Phrases("lire | voir | vidéo | photo | photos | en images | à lire"),
    ..Rules::PLAIN
};
