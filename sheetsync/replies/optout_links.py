"""Recognise an answer that is no more than the words of an unsubscribe link.

People who look for the link and find none send back what it would say: "Uitschrijven",
"Cancel newsletter", "Delete me". Each word is everyday language inside a sentence ("odjava"
is a hotel's check-out), so only a sentence that says nothing else counts.
"""

import re

_POLITE = (
    r"(?:please|thanks|thank you|bitte|danke|svp|merci|por favor|gracias|per favore|grazie|graag|dank u|obrigado|"
    r"prosim|dekuji|prosze|dziekuje|molim|hvala|tack|tak|takk|venligst|vanligen|kiitos|palun|aitah|ludzu|paldies|prasau|aciu|"
    r"kerem|koszonom|va rog|multumesc|lutfen|tesekkurler|παρακαλω|ευχαριστω|пожалуиста|спасибо|будь ласка|hello|hi|hallo|hej|"
    r"hei|ahoj|dobry den|czesc|szia|now|jetzt|nu|ihned|heti|azonnal|сеичас)"
)

# Leaving a list is one word in many languages; the ending says who asks whom.
_LEAVE = (
    r"(?:unsubscri\w+|afmeld\w*|uitschrijv\w*|abmeld\w*|abbestell\w*|desinscri\w*|desabonn\w*|desuscri\w*|descadastr\w*|"
    r"disiscri\w*|frameld\w*|avmeld\w*|avanmal\w*|avregistrer\w*|avprenumer\w*|odhlas\w*|odjav\w*|"
    r"leirat\w*|wypis\w*|wyrejestr\w*|dezabon\w*|atrakst\w*|отпис\w*|отпиш\w*|відпис\w*|отказ\w*|απεγγραφ\w*|abonelikten)"
)
_END = (
    r"(?:cancel\w*|end|stop\w*|kundig\w*|annul\w*|anul\w*|annull\w*|disdi\w*|resili\w*|opzeg\w*|avslut\w*|opsig\w*|si opp|"
    r"lopet\w*|peru|peruuta\w*|peruut\w*|irtisano\w*|tuhista\w*|loobu\w*|lahku\w*|zrus\w*|ukonc\w*|otkaz\w*|ukin\w*|prekin\w*|"
    r"rezygn\w*|zrezygn\w*|lemond\w*|torol\w*|atsauk\w*|atsisak\w*|nutrauk\w*|atteik\w*|renunt\w*|iptal|cik\w*|отмен\w*|"
    r"отказ\w*|скас\w*|ακυρω\w*|διακο\w*|cancellazione|cancelacion|cancelamento)"
)
_SUBSCRIPTION = (
    r"(?:subscriptions?|newsletters?|abonnement\w*|abonne\w*|abo|nieuwsbrief|nyhetsbrev\w*|nyhedsbrev\w*|prenumeration\w*|"
    r"inscrip\w*|inscri\w*|suscrip\w*|subscri\w*|assinatura\w*|boletin\w*|iscrizion\w*|abbonament\w*|tilau\w*|uutiskirj\w*|"
    r"tellimus\w*|uudiskirj\w*|list\w*|odber\w*|pretplat\w*|narocnin\w*|novic\w*|e novic\w*|subskrypc\w*|biuletyn\w*|hirlev\w*|feliratk\w*|"
    r"prenumerat\w*|naujienlaisk\w*|jaunum\w*|abonament\w*|abonement\w*|aboneli\w*|bulten\w*|подписк\w*|рассылк\w*|"
    r"підписк\w*|розсилк\w*|συνδρομ\w*|εγγραφ\w*|ενημερωτικ\w*)"
)
_ERASE = (
    r"(?:slet|slett|radera|fjern|ta bort|poista|vymazte|smazte|izbrisite|obrisite|izbrisi|usuncie|skreslcie|toroljenek|"
    r"torolj\w*|stergeti|sterge|silin|удалите|видаліть|διαγραψτε|διαγραψετε|istrinkite|dzesiet|kustutage|borrenme|cancellatemi)"
)
_ME = r"(?:mig|meg|mej|meid|minut|meidat|mind|ma|me|mene|mne|nas|nos|os|oss|engem|minket|beni|bizi|με|μας|μασ|меня|нас|мене|mane|mus|mani)"
_OFF = r"(?:meld|skriv) (?:deg|dig|meg|mig|os|oss|mej) (?:av|fra|af|ut|ud)|(?:ta|stryk) (?:bort )?(?:mig|oss)(?: bort)?"
_LITTLE = r"(?:me|mich|se|sa|si|sie|mi|mij|mig|meg|my|our|the|this|der|den|die|das|de|del|della|dalla|da|la|le|l|il|vom|van|od|z|ze|s|iz|from|fra|fran|no|na|non|az|a|din|soovin|haluan|vil|vill|jeg|jag|ich|je|zelim|chci|chce|mailing|от|из|η|την|απο|το)"

_WHOLE = re.compile(
    rf"(?:{_POLITE} )*(?:{_LITTLE} ){{0,2}}(?:{_LEAVE}(?: {_LITTLE}){{0,2}}(?: {_SUBSCRIPTION})?|"
    rf"{_END} (?:{_LITTLE} ){{0,2}}{_SUBSCRIPTION}|{_SUBSCRIPTION} (?:{_SUBSCRIPTION} )?(?:{_LITTLE} )?{_END}|"
    rf"{_ERASE} {_ME}|{_OFF})(?: {_POLITE}| τωρα)*"
)
_SENTENCE = re.compile(r"[^.,]+")


def link_words(text: str) -> tuple[int, int] | None:
    """Say where the plain words hold a sentence that a link to unsubscribe would hold.

    Args:
        text: Plain words, see ``wording``.

    Returns:
        The half-open range, or ``None`` when every sentence says more than that.
    """
    for sentence in _SENTENCE.finditer(text):
        words = sentence.group().strip()
        if words and _WHOLE.fullmatch(words):
            return sentence.span()
    return None
