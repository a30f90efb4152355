"""Words that greet, in English and in the other languages in which a mail may begin.

All in lower case and without marks above their letters, as tokens are.
"""

HELLO = frozenset(
    "hi hello hey dear good morning afternoon evening greetings "
    # French, Spanish, Italian, Portuguese, Romanian, Catalan
    "bonjour bonsoir salut cher chere chers cheres hola buenos buenas estimado estimada estimados "
    "querido querida saludos buongiorno buonasera buondi ciao salve gentile caro cara egregio ola "
    "bom boa oi prezado prezada caros buna bon bona "
    # German, Dutch, Danish, Norwegian, Swedish, Icelandic
    "guten hallo servus moin gruezi gruss sehr liebe lieber goedemorgen goedemiddag goedenavond "
    "goedendag goede dag hoi beste geachte hej hei god godmorgen hejsan tjena kære kjære kaere kjaere kara goddag "
    # Finnish, Estonian, Latvian, Lithuanian, Hungarian
    "moi moikka terve hyvaa huomenta tere sveiki labdien labas laba szia sziasztok kedves udvozlom "
    # Slavic languages
    "ahoj dobry dobra dobre dzien czesc witam zdravo cao bok pozdrav privet zdravstvuyte dobar "
    "szanowna szanowny drahy draha vazeny vazena "
    # Greek, Turkish, Arabic, Hebrew, Persian, languages of the Caucasus
    "kalimera kalispera kalimerha geia gia yassou yassas merhaba selam gunaydin iyi sayin marhaba "
    "marhaban ahlan salam salaam assalamu assalam salaamu as-salamu shalom dorood gamarjoba barev "
    # Asia, the Pacific and Africa
    "namaste namaskar namaskara vanakkam ayubowan sawasdee sawadee xin chao ni nihao konnichiwa "
    "ohayo annyeong annyeonghaseyo selamat halo apa kumusta magandang mabuhay sain mingalaba "
    "kia talofa aloha bula jambo habari hujambo mambo sawubona molo dumela salamu akwaaba".split()
)
"""With what a greeting may begin."""

MORE = frozenset(
    "gott tag morgen abend miteinander zusammen geehrte geehrter geehrtes damen herren und "
    "dias tardes noches dia tarde noite tutti tous jour soir a todos todas y e et ziua tarda "
    "mas paivaa iltaa dagen formiddag aften kvall den vecer jutro dan rano sas sou alaikum aleikum "
    "alaykum walaikum gunler pagi siang sore malam araw umaga ora bainuu uu hao".split()
)
"""What may stand behind such a word: "Guten Tag", "Buenos días"."""

TITLES = frozenset(
    "mr ms mrs dr frau herr herrn monsieur madame mme sra sr srta senor senora signor signora sig "
    "dott dona dom pan pani fru rouva hanim bey san sir madam".split()
)
"""How the one who is greeted may be addressed."""
