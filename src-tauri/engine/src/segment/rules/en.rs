//! English.
use super::{Phrases, Rules, Words};

pub const RULES: Rules = Rules {
    before_name: Words(
        "mr mrs ms mx v dr prof St Ste Mt Ft messrs Gen Sen Sens Rep Reps Gov Govs Pres Col Cmdr Capt Lt Cpl Sgt Maj Adm Brig \
         Pvt Hon Rev Fr Supt Insp Det Atty Amb Asst Assoc Dist Comr Dir Treas Sec vs viz e.g i.e Rs N° Ald Bish Mgr Lieut",
    ),
    before_number: Words(
        "no nos p pp vol ch sec fig art ver para Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec ca approx Psalm est",
    ),
    anywhere: Words(
        "inc ltd co corp llc plc bros jr sr etc al ave blvd rd hwy dept univ assn Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind \
         Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo lb lbs oz ft sq fl mi hr \
         hrs min mins yd yds est cf Mon Tue Tues Wed Thu Thurs Fri Sat Jan Feb Aug Sept Oct Nov Dec med",
    ),
    starters: Words(
        "The A An It Its He His She Her They Their We Our You Your I My This That These Those There Here In On At As By For \
         From With Without After Before During Since When While If Although Though Because But And Or So Yet However Meanwhile \
         Also Still Then Now What Who Why How Where Which Did Do Does Is Are Was Were Has Have Had Will Would Could Should Can \
         Not No Yes One Two Some Many Most All Each Every Both Several Another Other To Under Over Until Later Earlier \
         According Police Officials Authorities Last Despite Among Instead Moreover Furthermore Let Please Travelers",
    ),
    lettered: Words("plan vitamin group hepatitis grade type class section exhibit point team block gate terminal"),
    says: Words("said says asked asks added wrote told replied tweeted continued shouted joked quipped responded"),
    quote_limit: 100,
    furniture: Phrases(
        "advertisement | advertisements | ad | ads | sponsored | sponsored content | promoted content | \
         read more | read also | also read | more | share | share this | share this article | share this story | \
         share on facebook | share on twitter | share on x | share on whatsapp | tweet | email | print | \
         copy link | comments | leave a comment | post a comment | related | related articles | \
         related stories | related content | related topics | recommended | recommended for you | trending | \
         trending now | most read | most popular | more on this story | more from | top stories | subscribe | \
         subscribe now | sign up | sign in | log in | newsletter | follow us | continue reading | \
         continue reading the main story | story continues below advertisement | article continues below | \
         article continues after advertisement | skip advertisement | skip to content | \
         scroll to continue with content | scroll to resume content | loading | loading... | watch | \
         watch live | photo gallery | gallery | back to top | next | previous | listen | save | getty images | \
         file photo | all rights reserved",
    ),
    furniture_leads: Phrases(
        "scroll to continue | scroll to resume | story continues below | article continues | \
         continue reading the main | read more on | read more about | read more at | read also | also read | \
         see also | click here to | click here for | tap here to | sign up for our | sign up to our | \
         sign up for the | sign up to get | sign up to receive | subscribe to our | subscribe to the | \
         get our free | get the latest news | follow us on | follow her on twitter | follow him on twitter | \
         like us on facebook | join our | download our app | download the app | copyright © | copyright (c) | \
         © 20 | © 19 | for more news | our whatsapp channel | this material may not be | share this article | \
         watch the video | fox news flash | reporting by | editing by | read the full | stay up to date with",
    ),
    furniture_labels: Phrases(
        "related | read more | read | more | watch | see more | don't miss | also on | listen | video | photos | \
         photo | in pictures | gallery | sponsored | live updates | up next | recommended | must read | \
         trending | more on this | opinion | explainer | tags | topics | filed under | source | sources",
    ),
    ..Rules::PLAIN
};
