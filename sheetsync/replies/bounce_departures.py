"""Recognise the notice of a mailbox that is shut, or whose owner has left.

Colleagues write the same of each other: a notice redirects the writer, or nobody
in it says "I" or "we". Who merely changed the project, or does not work on Fridays, is there.
"""

import re

_LEFT = re.compile(
    r"\b(?:no longer|not|nicht mehr|ne|n|plus|ya no|non|piu|niet meer|nao|ja nao|nie|inte|ikke)(?: \w+){0,3}? (?:employed|with the (?:company|organi[sz]ation|firm|business)|with us|with @link|with \w+|part of the (?:company|organi[sz]ation|team)|at (?:the |this |our )?\w+|working (?:here|at|for|with)|works? (?:here|at|for)|beschaftigt|im unternehmen|fur uns tatig|bei uns|dans l entreprise|partie de (?:l entreprise|la societe|notre \w+|nos \w+)|dans la societe|chez nous|parmi nous|trabaja (?:aqui|con nosotros|en la empresa|en esta empresa)|lavora (?:piu )?(?:qui|con noi|presso)|werkzaam|trabalha (?:aqui|conosco|na empresa|connosco)|pracuje|anstalld|ansat|ansatt)\b"
    r"|\b(?:(?:has|have|who|ive) (?:now |recently |already |since |sadly |just )?|(?=left our ))left (?:\w+ ){0,2}?(?:company|organi[sz]ation|firm|business|employment|group|\w+)\b|\b(?:has|have) (?:now |recently |since )?retired\b|\bhat (?:das|unser\w*|die) (?:unternehmen|haus|firma|gesellschaft) verlassen\b|\b(?:ist|bin) (?:\w+ ){0,4}?(?:ausgeschieden|in (?:den )?ruhestand)\b|\bnon lavora (?:piu )?(?:in|nella|per|presso)\b|\best parti\w* (?:a la|en) retraite\b|\bheeft (?:ons|het|de) (?:bedrijf|organisatie) verlaten\b|\bhar (?:slutat|sluttet|forladt|forlatt)\b|\bja nao (?:trabalha|colabora|faz parte)\b|\bnie (?:jest juz|pracuje)\b|\ba quitte (?:l entreprise|la societe|notre \w+|\w+)\b|\bha lasciato (?:l azienda|la societa)\b|\bha dejado (?:la empresa|de trabajar)\b|\bdeixou (?:a empresa|de trabalhar)\b"
)
_NO_MORE = r"(?:no longer|not|nicht mehr|nicht langer|ne|n|plus|ya no|non|piu|niet meer|niet langer|ja nao|nao|nie|juz|inte langre|ikke lenger|ikke langere|ei|uz|doesnt|isnt|never)"
_WORKS = r"(?:employed|employee|employees|works(?= (?:here|at|for|with us|there|in (?:this|our|the) company))|work(?= (?:here|at|for (?!us|me|you|our)|with us))|pracownik\w*|working(?= (?:here|at (?!the moment|all|present|this|full)|for|with))|tatig|beschaftigt|arbeitet|angestellt|mitarbeiter\w*|ausgeschieden|travaille|forma parte|trabaja|lavora|fa (?:piu )?parte|fait plus partie|werkt|werkzaam|in dienst|trabalha|faz (?:mais )?parte|pracuje|arbetar|anstalld|arbejder|ansat|ansatt|jobber|tyoskentele|pracuje|dolgozik|lucreaza)"
_LEAVING = re.compile(
    r"\b"
    + _NO_MORE
    + r"(?: \S+){0,6}? "
    + _WORKS
    + r"\b|\b"
    + _WORKS
    + r"(?: \S+){0,4}? (?:plus|nicht mehr|niet meer|inte langre|ikke (?:lenger|langere)|juz|any ?more)\b|\b(?:former (?:employee|colleague|staff|member)|ehemalig\w+ mitarbeiter\w*|ancienn?e? (?:collabora\w+|salarie\w*|employe\w*)|(?:this|the) (?:person|employee|user|colleague|owner|contact)(?: \w+){0,5}? (?:has )?left|fratradt|fratradte|ausgeschieden|har sluttet|har slutat|moved on from|har forladt|har forlatt)\b|\bleft (?:\w+ ){1,3}?(?:as of|on the|in (?:january|february|march|april|may|june|july|august|september|october|november|december|20\d\d))\b"
)
_NOT_THEIR_JOB = re.compile(
    r"\b(?:date|time|slot|price|day|plan|option|monday|tuesday|wednesday|thursday|friday|project|projekt|projet|proyecto|progetto|in charge|responsible|zustandig|team|department|on this|this topic|thema|sujet|tema|with (?:that|this|a|the) (?:forwarder|carrier|vendor|supplier|tool|system)|mit (?:dem|der|diesem)|avec (?:ce|cette|le)|well|properly|fine|funktioniert)\b"
)
_AUTOMATIC = re.compile(
    r"\b(?:this|dieses?|diese|cette|este|esta|questa|questo|deze|dit) (?:e ?mail|mail|mailbox|message|inbox|account|address|postfach|adresse|boite|adresse|correo|direccion|buzon|casella|indirizzo|adres|mailadres|caixa|endereco|konto)\b"
    r"|\b(?:direct|forward|redirect|address|send|resend|refer)(?: \w+){0,2}? (?:enquir\w+|inquir\w+|quer\w+|e ?mails?|mails?|messages?|correspondence|requests?)\b|\b(?:has been|will be|was|is being|wird|wurde|a ete|sera) (?:automatically |automatisch )?(?:forwarded|weitergeleitet|transmis)\b|\bupdate your (?:records|contacts|address book|list)\b|\bfuture (?:e ?mails?|correspondence|messages|enquir\w+|inquir\w+)\b|\brichten sie\b|\bd adresser (?:vos|votre|toute)\b|\bfor (?:further |any |all |urgent )*(?:assistance|enquir\w+|inquir\w+|queries|questions|matters|help)\b"
    r"|\b(?:message|e ?mail|mail|nachricht) (?:has |was |is |wird |wurde |will )?(?:not |nicht )(?:been |be )?(?:read|forwarded|delivered|gelesen|weitergeleitet|received|monitored)\b|\bautomat\w+|\b(?:trying|tried) to (?:reach|contact)\b|\bno longer (?:monitored|in use|valid|active|checked|read)\b|\bbei (?:fragen|anliegen)|\bwenden sie sich\b|\bne sera pas (?:\w+ )?(?:transmis|lu|transfere)|\bvous adresser a\b|\bno longer have access\b|\b(?:isnt|is not|not) (?:being )?(?:checked|monitored|read|forwarded)\b|\b(?:contact|scrivere|scriva|schreiben|diri\w+|rivolg\w+|neem contact|kontakt\w*|skriv|pisz|napis\w*|escriba|escreva|ecri\w*|schrijf|contacter|contacte|e ?mail|mail)(?: \w+){0,6}? ?,? ?@link|\b(?:mailbox|inbox|address|account|e ?mails?|mails?|messages?|postfach|nachrichten|mailbox) (?:is|are|was|will|wird|werden|wordt|worden)(?: \w+)? (?:not|nicht|niet)(?: be)?(?: being)?(?: \w+)? (?:read|monitored|checked|forwarded|delivered|gelesen|abgerufen|weitergeleitet|gelezen|doorgestuurd)\b|\bveuillez (?:contacter|vous adresser|adresser)|\bpour toute (?:demande|question)|\bdirija\w*|\bper (?:qualsiasi|ogni)|\bvoor vragen"
)
_FIRST_PERSON = re.compile(
    r"\b(?:i|im|ive|id|ill|me|my|mine|we|were|weve|us|ich|wir|mich|mir|je|nous|moi|yo|nosotros|io|noi|ik|wij|eu|jag|jeg)\b|\b(?:tom|who) took over\b"
)
_WITH_US = re.compile(
    r"\b(?:for|with|bei|fur|chez|de|con|presso|hos|bij) (?:us|uns|nous|nos|noi|ons|oss|nosotros)\b|\bour (?:company|organi[sz]ation|firm|business|team|employ\w*)\b"
)
_LONGEST_GOODBYE = 40
_THIS_SHUT = re.compile(
    r"\b(?:this|diese[rs]?|cette|questa|questo|esta|este|deze|dit|denne|denna) (?:e ?mail |mail )?(?:mailbox|inbox|address|account|postfach|adresse|boite|casella|buzon|caixa|adres)(?: \w+){0,3}? (?:no longer|nicht mehr|plus|ya no|non|niet meer|ja nao|will be (?:\w+ )?(?:closed|deleted|disabled|deactivated|shut|removed|terminated)|has been (?:\w+ )?(?:closed|deleted|disabled|deactivated|shut|terminated)|is (?:closed|disabled|deactivated|shut))\b(?! (?:being )?(?:monitored|checked))"
)
TALKING = re.compile(
    r"\b(?:it says|says the|log ?in|courier|letter|how (?:do|can|does|should)|what (?:if|happens)|^is (?:your|the|this)|do you|does (?:your|the|it)|app|portal|terminal|my|i had|ive got|i have|i got|i made|i think|i will|ill|i can|i did|i saw|i found|my bad|sorry for|please (?:send|resend|share|use|try) (?:it|me|us|again|a|the|another)|send (?:it|them) again|can you|could you|what|why)\b"
)


def closed_or_left(text: str) -> tuple[int, int] | None:
    """Say where the plain words tell that the mailbox is shut or its owner gone; ``None`` for neither."""
    shut = _THIS_SHUT.search(text)
    if shut and not TALKING.search(text[shut.start() : shut.end() + 60]):
        return shut.span()
    redirected = _AUTOMATIC.search(text) is not None
    left = _LEFT.search(text)
    if left and redirected:
        return left.span()
    gone = _LEAVING.search(text)
    if not gone or _NOT_THEIR_JOB.search(text) or len(text.split()) > _LONGEST_GOODBYE:
        return None
    return gone.span() if redirected or not _FIRST_PERSON.search(_WITH_US.sub(" ", text)) else None
