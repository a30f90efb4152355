"""Recognise a request in the words of data protection law, in many languages.

The law gives three rights that end a sequence (Regulation (EU) 2016/679, articles 7(3), 17
and 21): to withdraw a consent, to have data erased, to object to advertising. Letters that people copy use
the law's own nouns, so a deed and a noun near each other are enough. What a customer
or a product does with such rights is somebody else's affair.
"""

import re

_OBJECT = (
    r"(?:object(?:ing)?|objection|oppos\w+|widersprech\w*|widerspruch|bezwaar|m oppose|me opongo|nos oponemos|oposicion|oponho|oppongo|opponiamo|"
    r"sprzeciw\w*|namit\w*|nesouhlas\w*|nesuhlas\w*|prigovor\w*|protiv\w*|ugovarja\w*|ugovor|tiltakoz\w*|indsigelse\w*|innsigelse\w*|invand\w*|"
    r"motsatter|modsatter|reservere|kiella\w*|vastusta\w*|vastuvai\w*|priestarau\w*|iebil\w*|opun|ma opun|itiraz\w*|возраж\w*|заперечу\w*|αντιτιθ\w*|αντιταξ\w*)"
)
_MARKETING = (
    r"(?:(?:direct |direkt|direct)?marketing\w*|(?:direkt)?werbung|(?:direct)?markedsforing\w*|(?:direkt)?marknadsforing\w*|suoramarkkinoin\w*|markkinoin\w*|"
    r"turundus\w*|otsepost\w*|reklam\w*|reclame|publicite|publicidad|publicidade|pubblicita|prospection|trzenj\w*|izravn\w*|"
    r"(?:celow|ucel\w*|svrh\w*|namen\w*) \w*marketing\w*|маркетинг\w*|реклам\w*|εμπορικ\w*|διαφημισ\w*|rinkodar\w*|marketingcel\w*|marketing celu)"
)
_WITHDRAW = (
    r"(?:withdraw\w*|revok\w*|rescind\w*|widerruf\w*|ziehe|trek|intrek\w*|retir\w*|revoqu\w*|revoc\w*|ritir\w*|trakke\w*|trekke\w*|trak|aterkall\w*|"
    r"tilbagekald\w*|cofa\w*|wycofuj\w*|odvolava\w*|beru zpet|povlac\w*|opoziva\w*|umika\w*|preklic\w*|visszavon\w*|peru\w*|perun|tagasi|votan|"
    r"atsauk\w*|atsaucu|retrag\w*|geri|отзыв\w*|отклик\w*|ανακαλ\w*)"
)
_CONSENT = (
    r"(?:consent\w*|einwilligung\w*|zustimmung|einverstandnis\w*|toestemming|consentement|consentimiento|consentimento|consenso|samtykke\w*|samtycke\w*|"
    r"zgod\w*|souhlas\w*|suhlas\w*|pristan\w*|privol\w*|soglas\w*|hozzajarul\w*|suostumu\w*|nousolek\w*|sutikim\w*|piekrisan\w*|consimtamant\w*|rizam\w*|riza\w*|согласи\w*|συγκαταθεσ\w*)"
)
# English, Dutch, German and the Romance languages have their orders to erase beside this module.
_ERASE = (
    r"(?:usun\w*|vymaz\w*|smaz\w*|vymaz|brisan\w*|izbris\w*|obris\w*|torl\w*|torol\w*|radera\w*|radering|slet\w*|slett\w*|poist\w*|kustuta\w*|istrin\w*|dzes\w*|"
    r"sterg\w*|silin\w*|silme\w*|удал\w*|видал\w*|διαγρα\w*)"
)
_DATA = (
    r"(?:personal (?:data|information)|personenbezogen\w*|persoonsgegevens|donnees personnelles|datos personales|dados pessoais|dati personali|dan\w* osobow\w*|osobn\w* (?:udaj\w*|podat\w*)|moj\w* (?:udaj\w*|podatk\w*)|svoj\w* podatk\w*|podatkov|szemelyes adat\w*|adataim\w*|personoplysning\w*|personopplysning\w*|personuppgift\w*|"
    r"henkilotie\w*|tieto(?:ni|jani|mme|jamme)|isikuandme\w*|asmens duomen\w*|personas dat\w*|date\w* (?:mele |cu caracter )?personal\w*|kisisel veri\w*|персональн\w* данн\w*|персональн\w* дан\w*|προσωπικ\w* δεδομεν\w*)"
)
_PROCESSING = (
    r"(?:processing|verarbeitung|verwerking|traitement|tratamiento|tratamento|trattamento|przetwarzan\w*|zpracovan\w*|spracuvan\w*|spracovan\w*|obrad\w*|obdelav\w*|kezeles\w*|"
    r"behandling\w*|kasittely\w*|tootlemi\w*|tvarkym\w*|apstrad\w*|prelucrar\w*|islen\w*|обработк\w*|обробк\w*|επεξεργασ\w*)"
)
_TAKE_OFF = r"(?:pasalin\w*|isbrauk\w*|istrin\w*|svitro\w*|iznem\w*|dzes\w*|eemalda\w*|kustuta\w*|прибер\w*|видал\w*|премахн\w*|изтри\w*)"
_SMALL_LIST = r"(?:saras\w*|sarakst\w*|nimekir\w*|listist|списк\w*|списък\w*|баз\w*)"
"""Lists in languages whose words ``concept_words`` does not hold."""
_NEAR = r"(?: \S+){0,8}? "


def _pair(deed: str, noun: str) -> str:
    return rf"\b{deed}(?:{_NEAR}| ){noun}\b|\b{noun}(?:{_NEAR}| ){deed}\b"


_RIGHTS = tuple(
    re.compile(_pair(deed, noun))
    for deed, noun in (
        (_OBJECT, _MARKETING),
        (_OBJECT, rf"{_PROCESSING} (?:\S+ ){{0,3}}?{_DATA}"),
        (_WITHDRAW, _CONSENT),
        (_ERASE, _DATA),
        (_TAKE_OFF, _SMALL_LIST),
    )
)

_NOUN = re.compile(rf"\b(?:{_MARKETING}|{_DATA}|{_CONSENT}|{_SMALL_LIST})\b")
"""Without one of these no right is claimed: one search instead of five."""

# "I do not wish" and "to receive": what is refused is mail, whatever it is called.
_NO_WISH = (
    r"(?:ne zel\w*|nezel\w*|neprej\w*|nechc\w*|nechce\w*|nie chc\w*|nie zycz\w*|nebenor\w*|nenor\w*|nepageidau\w*|nevel\w*|negrib\w*|ei soovi|ei taha|en halua|emme halua|"
    r"nem (?:szeretne\w*|kivan\w*|akar\w*)|nu (?:mai )?(?:dor\w*|vr\w*)|istemi\w*|δεν (?:επιθυμ\w*|θελ\w*)|не (?:хо\w+|жела\w+|бажа\w+)|onsker ikke|vil ikke|vill inte|onskar inte)"
)
_RECEIVE = r"(?:prim\w*|prejem\w*|dobiv\w*|dostav\w*|zasil\w*|gauti|gaut\w*|sanemt|saada|saama|vastaanot\w*|otrzymyw\w*|kapni|fogadni|primesc|primi\w*|almak|λαμβαν\w*|λαβ\w*|получа\w*|отримув\w*|modta\w*|motta\w*|fa fler\w*)"
_PAPERS = r"(?:racun\w*|faktur\w*|factur\w*|saskait\w*|rekin\w*|arve\w*|lasku\w*|szaml\w*|счет\w*|τιμολογ\w*|ponud\w*|ofert\w*)"
_REFUSED = re.compile(
    rf"\b{_NO_WISH} (?:(?!{_PAPERS}\b)\S+ ){{0,4}}?{_RECEIVE}\b(?! (?:\S+ ){{0,2}}?{_PAPERS}\b)"
)

_THEIRS = re.compile(
    r"\b(?:customers?|clients?|users?|drivers?|visitors?|employees?|people|patients?|candidates?|they|their|he|she|kunden|nutzer|mitarbeiter\w*|klanten|"
    r"clientes|utilisateurs|utenti|usuarios|klient\w*|klijent\w*|zakazni\w*|asiakka\w*|ugyfel\w*|kunder|клиент\w*|πελατ\w*|your (?:product|tool|platform|system|software|app)|feature|function|module)\b"
    r"|\b(?:museli|morali|musieli|jouduimme|vi har|vi matte|vi maste|kellett|trebuit|пришлось|мы удал\w*)\b"
    r"|^(?:how|what|does|do you|is your|can your|wie|was|comment|como|come|hoe)\b"
)
_SENTENCE = re.compile(r"[^.]{5,}")


def right_claimed(text: str) -> tuple[int, int] | None:
    """Say where somebody claims such a right for themselves; ``None`` for nowhere.

    Args:
        text: Plain words, see ``wording``.

    Returns:
        A half-open range of ``text``.
    """
    for sentence in _SENTENCE.finditer(text):
        if _THEIRS.search(sentence.group().strip()):
            continue
        named = _NOUN.search(text, *sentence.span()) is not None
        for pattern in (*_RIGHTS, _REFUSED) if named else (_REFUSED,):
            found = pattern.search(text, *sentence.span())
            if found:
                return found.span()
    return None
