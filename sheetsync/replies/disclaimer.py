"""Drop the confidentiality notice that many companies put below every mail.

It speaks of recipients, deleting and delivery, and nobody wrote it just now. A
paragraph is one when it says at least two of the things that such notices say together, one
of them theirs alone, and nobody in it says "I": people who ask for their data to be deleted do.
So is one that names the controller of the reader's data and the rights that the reader has.
"""

import re

from sheetsync.replies.wording import level

_THEIRS_ALONE = tuple(
    re.compile(pattern)
    for pattern in (
        r"confidential|vertraulich|vertrouwelijk|confidentiel|confidencial|riservat|fortrolig|konfident|poufn|duvern|luottamuksell|bizalmas",
        (
            r"privileged|intended (?:solely |only )?(?:for|recipient)|for the (?:sole |exclusive )?use of|named (?:addressee|recipient)|addressee\(?s?\)?\b.{0,40}only|"
            r"ausschliesslich fur|ausschließlich fur|nur fur den|uitsluitend (?:bestemd|bedoeld)|destine[es]* (?:exclusivement|uniquement)|usage exclusif|dirigid[oa] (?:exclusivamente|unicamente)|"
            r"uso exclusivo|interesse exclusivo|destinat[oaie]+ (?:esclusivamente|unicamente)|przeznaczon\w+ wylacznie|avsett (?:endast|enbart)|kun (?:beregnet|ment)|urcen\w* (?:pouze|vyhradne)"
        ),
        (
            r"not the (?:intended |named )?(?:recipient|addressee)|nicht der (?:richtige |beabsichtigte |vorgesehene )?(?:adressat|empfanger)|niet de (?:beoogde )?(?:geadresseerde|ontvanger)|"
            r"n.etes pas le (?:bon )?destinataire|no (?:es|fuera|sea) (?:usted )?(?:el|su) destinatario|non (?:siete|e|sia|fosse) il destinatario|nao (?:e|for|seja|esteja) (?:o destinatario|envolvido)|"
            r"nie (?:jest|sa) (?:\w+ )?adresat|inte ar (?:den )?(?:avsedd\w* )?mottagare"
        ),
        (
            r"(?:received|receive) (?:this|it|the) (?:\w+ ){0,3}?(?:in error|by mistake|in mistake)|irrtumlich|versehentlich|ten onrechte|abusivement ontvangen|par erreur|por error|per errore|por engano|"
            r"omylkowo|przez pomylke|av misstag|ved en fejl|ved en feil|omylem"
        ),
    )
)
_SIGNS = tuple(
    re.compile(pattern)
    for pattern in (
        (
            r"(?:copy|copying|disclos\w+|distribut\w+|disseminat\w+|forward\w*|use)\b[^.]{0,60}\b(?:prohibited|unauthori[sz]ed|unlawful|forbidden|not permitted|in any way)|unauthori[sz]ed (?:use|copy\w*|disclosure|review)|"
            r"(?:weitergabe|verbreitung|vervielfaltigung)[^.]{0,60}(?:untersagt|verboten|nicht gestattet|unzulassig)|verboden|interdite?s?\b|prohibid[oa]|vietat[oa]|proibid[oa]|zabronion\w+|forbjud\w+"
        ),
        r"(?:delete|destroy|erase) (?:it|this|the|all)|(?:loschen|vernichten) sie (?:bitte )?(?:diese|die)|(?:detruire|supprimer) (?:ce|le|immediatement)|(?:elimine|borre|destruya)\w*|elimina\w* (?:il|dal)|exclua|apague",
        r"(?:notify|inform|advise|contact) (?:the )?(?:sender|us)|(?:informieren|benachrichtigen) sie (?:bitte )?(?:sofort |umgehend )?den absender|(?:avertir|prevenir|informer) l.expediteur|remitente|mittente|remetente|afzender",
    )
)
_CONTROLLER = re.compile(
    r"controller (?:of (?:your|the) (?:personal )?data )?is\b|administratorem (?:\w+ ){0,2}?danych (?:osobowych )?jest|verantwortliche[rn]? (?:\w+ ){0,6}?(?:ist|sind)\b|"
    r"responsable (?:del|du) (?:tratamiento|traitement) (?:\w+ ){0,4}?(?:es|est)\b|titolare del trattamento (?:\w+ ){0,4}?e\b|verwerkingsverantwoordelijke is\b|"
    r"personuppgiftsansvarig ar\b|dataansvarlig er\b|responsavel pelo tratamento (?:\w+ ){0,4}?e\b|spravcem (?:osobnich )?udaju je\b"
)
"""Who keeps the data of whoever writes to a company, as the law wants it said (GDPR, Art. 13)."""

_RIGHTS = re.compile(
    r"you have the right|(?:panstwo|panstwu|pani|pan|masz) (?:\w+ )?(?:prawo|przysluguje)|przysluguje (?:panstwu|pani|ci) prawo|sie haben das recht|vous (?:disposez|avez) (?:d.un|le) droit|"
    r"(?:tiene|tienen) derecho|ha (?:il )?diritto|heeft (?:u )?het recht|u heeft het recht|du har ratt|har ret til|har rett til|tem (?:o )?direito|mate pravo"
)
_ENOUGH = 2
_SAYS_I = re.compile(
    r"\b(?:i|i'm|i've|i'd|i'll|me|my|mine|ich|mich|mir|mein\w*|je|j'ai|moi|mon|ma|mes|yo|mi|mis|io|mio|mia|miei|mie|ik|mij|mijn|eu|meu|minha|meus|minhas)\b"
)
_SHORTEST = 80
"""Characters: a person's own "please delete it, it is confidential" is shorter."""

_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")


def without_disclaimer(words: str) -> str:
    """Drop each paragraph that is a confidentiality notice; all of it stays when nothing else is left.

    Args:
        words: A sender's own words, history dropped.
    """
    kept: list[str] = []
    at = 0
    for paragraph in _PARAGRAPH.finditer(words):
        if _is_notice(paragraph.group()):
            kept.append(words[at : paragraph.start()])
            at = paragraph.end()
    left = "".join([*kept, words[at:]]).strip()
    return left or words


def _is_notice(paragraph: str) -> bool:
    if len(paragraph) < _SHORTEST:
        return False
    folded = " ".join(level(paragraph).split())
    if _CONTROLLER.search(folded) and _RIGHTS.search(folded):
        return True
    own = sum(sign.search(folded) is not None for sign in _THEIRS_ALONE)
    if not own or _SAYS_I.search(folded):
        return False
    return own + sum(sign.search(folded) is not None for sign in _SIGNS) >= _ENOUGH
