"""Recognise a delivery report by what its sentences are about, in any server's wording.

A server says one of four things: a status code (RFC 5321 section 4.2, RFC 3463), that a
message was not delivered, that a recipient is unknown, full or gone, or that somebody has
left. People say the same of goods and of their own mailboxes: "our", "my" and "I" in
the sentence keep it from counting.
"""

import re

from sheetsync.replies.wording import Wording, level

_CODE = re.compile(
    r"(?<![\w.])5[0-5]\d[ -]{1,3}#?5\.\d{1,3}\.\d{1,3}\b|\(#5\.\d{1,3}\.\d{1,3}\)|#5\.\d{1,3}\.\d{1,3}\b|smtp; ?5\d\d\b|\bstatus: ?5\.\d{1,3}\.\d{1,3}\b"
    r"|(?<![\w.])5[05]\d[ :-]{1,3}(?:\d )?(?:requested|user|recipient|mailbox|no such|address|relay|message|rejected|delivery|service|"
    r"administrative|invalid|unknown|sorry|permanent|account|access|not|blocked|denied|unrouteable|unroutable|host|mail|envelope|spam|domain|this|the|<|\S{1,64}@)"
)
_SAID = re.compile(
    r"retry time(?:out)? (?:not reached|exceeded)|delivery status notification|mail delivery (?:failed|failure|subsystem|system)|message (?:not delivered|blocked|undeliverable|bounced)|"
    r"^\W*(?:undeliverable|undelivered|unzustellbar|non remis|non distribu\w+|no se puede entregar|onbestelbaar|non recapitabile|nao entregue|nie dostarczono|olevererbart|kan ikke leveres|delivery fail\w+|returned mail|failure notice|mail system error)(?= ?:| ?$| \(| (?:mail|message|e-?mail)\b)|"
    r"(?:message|mail|e-?mail|courriel|nachricht|mensaje|correo|messaggio|bericht|mensagem)(?: you sent| that you sent)? (?:to|for|an|a|para|aan|pour) \S{0,3}\S{1,64}@\S{1,80} (?:was|has been|is|could|wasn.?t|has not|wurde|a ete|ha sido|e stato|is|foi)\b[^\n]{0,40}(?:block|reject|return|refus|undeliver|not |bounc|abgelehnt|blockiert|zuruck|refuse|rejete|devuelto|rechazado|respinto|geweigerd|rejeitad)|"
    r"(?:do not|don.?t) have permission to (?:send|post)|(?:have |has )?g[ai]ve(?:n)? up trying to deliver|fehlgeschlagene zustellung|zustellungsfehler|unzustellbarkeit|echec de (?:la )?(?:remise|distribution|livraison du)|(?:notificacion|notifica|notification) (?:de|di|of) (?:estado de entrega|mancata consegna|mancato recapito|non[- ]?(?:remise|delivery))|"
    r"this is the (?:mail|e-?mail) (?:server|system|gateway)|delivery status of (?:a|the|your) message|affected recipients|(?:sender|recipient|address) verif\w+ (?:has )?fail|(?:user|person|account|recipient|address|mailbox|someone|anyone)(?: that| who| whom)? you(?: are|.?re| have|.?ve)? (?:trying|tried|attempt\w*) to (?:contact|reach|e-?mail|mail|write)|"
    r"doesn.?t have an? \S{1,80} account|not going to try again|mailbox (?:by|with|of) that name|find (?:a|any) mailbox|in the queue too long|(?:organi[sz]ation|server|gateway|filter|system|domain|host|essentials|mimecast|proofpoint|barracuda|recipient) (?:has |have )?(?:blocked|rejected|refused|bounced|returned|quarantined) your (?:message|e-?mail|mail)\b|"
    r"unknown to address|unrout(?:e)?able (?:address|mail domain)|nxdomain|host unknown|host not found|name service error|unable to route|no such (?:user|mailbox|recipient|address)\b|(?:status|delivery|recipient|result): ?undeliverable|account (?:has |is )?expired|no mx record|mail ?loop|too many hops|"
    r"lookup of \S{1,80} responded|connection (?:timed out|refused|reset)|could ?n.?o?t connect to \S{1,80}\.|message (?:was |has been )?rejected ?:|all relevant mx records|the group you tried to contact|permission to post messages to the group|"
    r"requested mail action (?:aborted|not taken)|smtp error|remote (?:mail )?server (?:returned|responded|replied|rejected)|mail server (?:rejected|returned|refused)|"
    r"considered unsolicited by the recipient|rejected for policy reasons|content rejected|classified as spam by the recipient|"
    r"vacation message was not sent|delivery attempts? (?:has |have )?failed|this is a permanent (?:error|failure)|permanent(?:ly)? (?:error|failure|fatal|failed|undeliverable)",
    re.MULTILINE,
)

_WORD = re.compile(r"[^\s.,]+")
_SENTENCE = re.compile(r"[^.]{5,}")
_WIDTH, _STEP = 20, 10
_BRIEF = 90
"""Characters of a text so short that it needs no address to be a notice."""

_MESSAGE = frozenset(
    "message messages mail mails email emails msg nachricht nachrichten courriel courriels mensaje mensajes correo "
    "messaggio messaggi bericht berichten mensagem mensagens wiadomosc wiadomosci zprava meddelande meddelelse melding mejl mejlet meddelandet "
    "epost besked beskeden viesti uzenet".split()
)
_YOURS = frozenset(
    "die der le el il het a o the your ihre ihrer deine votre vos ton su tu vuestro vuestra suo sua tuo vostro uw je jouw jullie seu vossa panstwa twoja ditt din dit er ert deres your's the attached this following".split()
)
_RECIPIENT = re.compile(
    r"recipients?|addressees?|receivers?|empfangers?|empfangerin|destinataires?|destinatari\w*|ontvangers?|geadresseerden?|odbiorc\w+|adresat\w*|prijemc\w+|mottagare\w*|modtager\w*|mottaker\w*|@link"
)
_DELIVER = re.compile(
    r"(?:un)?deliver\w*|zugestellt\w*|zustell\w*|zuzustellen|ubermittel\w*|unzustellbar\w*|ausgeliefert|remise?s?|distribue\w*|distribuer|achemine\w*|livre\w*|delivre\w*|entreg\w*|recapit\w*|consegn\w*|"
    r"bezorg\w*|afgelever\w*|aflever\w*|doreczon\w*|dorecz\w*|dostarcz\w*|doruc\w*|leverer\w*|leveres|leveret|levert|levereres|levereras"
)
_REACH = re.compile(
    r"reach\w*|erreicht?\w*|atteint\w*|joindre|accept\w*|process\w*|sent|send|relay\w*"
)
_FAILED = re.compile(
    r"not|couldnt|cannot|cant|wasnt|didnt|hasnt|unable|fail\w*|undeliver\w*|impossible|errors?|problems?|reject\w*|bounced?|returned|refused|blocked|aborted|"
    r"nicht|fehlgeschlagen|gescheitert|fehler|unmoglich|unzustellbar\w*|verweigert|abgelehnt|abgewiesen|zuruckgewiesen|pas|echec|echoue|erreur|refuse\w*|rejete\w*|no|fallo|fallid\w|error|imposible|rechazad\w|non|impossibile|errore|fallit\w|rifiutat\w|respint\w|"
    r"niet|mislukt|fout|geweigerd|nao|falha|falhou|erro|rejeitad\w|recusad\w|impossivel|nie|niepowodzeni\w|nieudan\w|odrzucon\w|nepodarilo|nelze|inte|ikke|misslyck\w*|mislykk\w*|mislykt\w*|\w*devuelt\w|devolvid\w|zwrocon\w+|retourne|renvoye|avvisad\w*|avvist|afvist"
)
_RETURNED = frozenset(
    "rejected returned bounced blocked refused abgewiesen zuruckgewiesen abgelehnt zuruckgeschickt retourne rejete refuse renvoye devuelto devuelta rechazado respinto rifiutato geweigerd teruggestuurd devolvida devolvido rejeitada zwrocona odrzucona avvisad returnert returneret".split()
)
_ENTITY = re.compile(
    r"(?:e ?)?mailbox\w*|inbox|accounts?|users?|usernames?|recipients?|addresse?s?|domain\w*|hosts?|postfach\w*|benutzer\w*|empfanger\w*|adresse\w*|mailadresse\w*|emailadresse\w*|konto|boite|destinataires?|utilisateur\w*|compte|buzon|destinatari\w*|"
    r"direccion\w*|usuario\w*|cuenta|casella|indirizz\w*|utente|ontvanger\w*|postvak\w*|adres|adressen|emailadres\w*|mailadres|gebruiker\w*|caixa|endereco\w*|utilizador\w*|conta|odbiorc\w*|adresat\w*|skrzynk\w*|uzytkownik\w*|konto|"
    r"mottagare\w*|brevlada\w*|adress\w*|inkorg\w*|postkasse\w*|postboks\w*|modtager\w*|bruger\w*|anvandare\w*|indbakke\w*|schranka|uzivatel|@link"
)
_STATE = re.compile(
    r"\b(?:unknown|unrecogni[sz]ed|nonexistent|non existent|unrout\w+|unreachable|unavailable|over (?:its |the |their )?(?:quota|limit)|over ?quota|exceed\w* (?:its |the |their )?(?:\w+ )?(?:quota|limit|size|storage)|(?:quota|storage) (?:\w+ )?exceeded|full\b(?! of)|disabled|deactivated|inactive|suspended|terminated|"
    r"invalid|(?:not|never|couldnt be|could not be|wasnt|cannot be) (?:be )?found|(?:not|does not|doesnt|do not|no longer) exists?|no longer (?:\w+ )?(?:valid|in use|active|available|used|accept\w*|in service|operational|a valid|here|functional|working|exists?)|not (?:a )?(?:valid|active|known|listed|have an? \S{1,40} ?account|accept\w* (?:any |new |incoming |further )?(?:messages?|mails?|e ?mails?)|receiv\w* (?:any |new |incoming )?(?:messages?|mails?|e ?mails?)|our customer|a customer)|moved|no forwarding|no such (?:user|person|recipient|mailbox|address|account|domain)|cannot (?:receive|accept)|cant (?:receive|accept)|doesnt have an? (?:\S{1,40} ){0,6}?account|"
    r"unbekannt\w*|nicht (?:ermittelt|zugeordnet|identifiziert)|existiert nicht|nicht (?:mehr )?(?:gefunden|gultig|aktiv|vorhanden|verwendet|genutzt|bekannt|existent|erreichbar|in gebrauch|empfangsbereit)|nicht gefunden|voll|uberfullt|deaktiviert|ungultig\w*|gesperrt|"
    r"inconnue?s?|introuvable|n existe (?:pas|plus)|pleine?|saturee?|desactivee?|invalide|n est (?:plus|pas) (?:valide|utilisee?|active|actif|en service|attribuee?|joignable)|n a pas (?:ete|pu etre) trouvee?|"
    r"desconocid\w|no existe|no se (?:ha )?(?:encontro|encontrado|encuentra)|no fue encontrad\w|llen[oa]|deshabilitad\w|desactivad\w|inactiv\w|ya no (?:existe|es valid\w|esta \w+|se utiliza)|no (?:es )?valid\w|"
    r"sconosciut\w|inesistente|non esiste|non (?:e stat\w )?trovat\w|pien[ao]|disattivat\w|non (?:e )?(?:piu )?(?:valid\w|attiv\w|in uso)|"
    r"onbekend\w*|bestaat niet|niet (?:meer )?(?:gevonden|geldig|in gebruik|actief)|vol|ongeldig|"
    r"desconhecid\w|nao existe|nao (?:foi )?encontrad\w|chei[ao]|desativad\w|inativ\w|nao e valid\w|invalid\w|"
    r"nieznan\w+|nie istnieje|nie (?:zostal \w+ )?(?:znalezion\w+|odnalezion\w+)|pelna|przepelnion\w+|nieaktywn\w+|neexistuje|nenalezen\w*|plna|"
    r"okand\w*|finns inte|hittades inte|kunde inte hittas|ogiltig\w*|inte langre \w+|findes ikke|blev ikke fundet|ukendt|finnes ikke|ukjent|fuld|deaktiverad\w*)\b"
)
_OURS = re.compile(
    r"\b(?:i|my|our|ours|mine|me|im|ive|were having|he|she|his|her|unser\w*|mein\w*|ich|mon|ma|mes|notre|nos|je|mi|mis|nuestr\w+|mio|mia|nostr\w+|mijn|onze|ik|meu|minha|noss\w+|moj\w*|nasz\w*|min|mitt|vores|vare|"
    r"pallets?|goods|parcels?|trucks?|warehouse|carriers?|shipments?|customers?|drivers?|fahrer|orders?|invoices?|samples?|spare parts?|machine\w*|system|attachment|file|paket\w*|ware|lieferung\w*|palette\w*|colis|marchandises?|mercanc\w+|paquete\w*|pedido\w*|merce|pacc\w+|pakket\w*|zending\w*|encomenda\w*|"
    r"monday|tuesday|wednesday|thursday|friday|yesterday|last (?:week|month)|gestern|hier|ayer|ieri|gisteren|ontem)\b"
)
_THIS = re.compile(
    r"\b(?:this|diese|dieses|cette|esta|este|questa|questo|dit|deze|este|ten|denna|denne) (?:e ?mail |mail |account )?(?:mailbox|inbox|account|address|user|postfach|adresse|e ?mail ?adresse|mailadresse|konto|boite|direccion|cuenta|casella|indirizzo|adres|e ?mailadres|mailadres|endereco|conta|adress|epostadress)\b"
)
_MAILBOX = re.compile(
    r"\b(?:cuenta de correo|direccion de correo|direccion de e ?mail|adresse (?:de )?(?:e ?mail|mail|courriel|electronique|messagerie)|(?:e ?mail|mail) address|e ?mail ?adresse|mailadresse|indirizzo (?:e ?mail|mail|di posta)|e ?mail ?adres|mailadres|endereco de (?:e ?mail|correio)|caixa (?:de correio|postal|de entrada)|adres (?:e ?mail|mailowy)|skrzynk\w+|epostadress\w*|mailbox|postfach|boite (?:mail|e ?mail|aux lettres|de reception)|buzon|casella|postvak|inkorg\w*|brevlada\w*|postkasse\w*)\b"
)
_LEFT = re.compile(
    r"\b(?:no longer|not|nicht mehr|ne|n|plus|ya no|non|piu|niet meer|nao|ja nao|nie|inte|ikke)(?: \w+){0,3}? (?:employed|with the (?:company|organi[sz]ation|firm|business)|with us|with @link|with \w+|part of the (?:company|organi[sz]ation|team)|at (?:the |this |our )?\w+|working (?:here|at|for|with)|works? (?:here|at|for)|beschaftigt|im unternehmen|fur uns tatig|bei uns|dans l entreprise|partie de (?:l entreprise|la societe|notre \w+|nos \w+)|dans la societe|chez nous|parmi nous|trabaja (?:aqui|con nosotros|en la empresa|en esta empresa)|lavora (?:piu )?(?:qui|con noi|presso)|werkzaam|trabalha (?:aqui|conosco|na empresa|connosco)|pracuje|anstalld|ansat|ansatt)\b"
    r"|\b(?:(?:has|have|who) |(?=left our ))left (?:\w+ ){0,2}?(?:company|organi[sz]ation|firm|business|employment|group|\w+)\b|\bhat (?:das|unser) unternehmen verlassen\b|\ba quitte (?:l entreprise|la societe|notre \w+)\b|\bha lasciato (?:l azienda|la societa)\b|\bha dejado (?:la empresa|de trabajar)\b|\bdeixou (?:a empresa|de trabalhar)\b"
)
_AUTOMATIC = re.compile(
    r"\b(?:this|dieses?|diese|cette|este|esta|questa|questo|deze|dit) (?:e ?mail|mail|mailbox|message|inbox|account|address|postfach|adresse|boite|adresse|correo|direccion|buzon|casella|indirizzo|adres|mailadres|caixa|endereco|konto)\b"
    r"|\b(?:direct|forward|redirect|address|send|resend|refer)(?: \w+){0,2}? (?:enquir\w+|inquir\w+|quer\w+|e ?mails?|mails?|messages?|correspondence|requests?)\b|\b(?:has been|will be|was|is being|wird|wurde|a ete|sera) (?:automatically |automatisch )?(?:forwarded|weitergeleitet|transmis)\b|\bupdate your (?:records|contacts|address book|list)\b|\bfuture (?:e ?mails?|correspondence|messages|enquir\w+|inquir\w+)\b|\brichten sie\b|\bd adresser (?:vos|votre|toute)\b|\bfor (?:further |any |all |urgent )*(?:assistance|enquir\w+|inquir\w+|queries|questions|matters|help)\b"
    r"|\b(?:message|e ?mail|mail|nachricht) (?:has |was |is |wird |wurde |will )?(?:not |nicht )(?:been |be )?(?:read|forwarded|delivered|gelesen|weitergeleitet|received|monitored)\b|\bautomat\w+|\b(?:trying|tried) to (?:reach|contact)\b|\bno longer (?:monitored|in use|valid|active|checked|read)\b|\bbei (?:fragen|anliegen)|\bwenden sie sich\b|\bveuillez (?:contacter|vous adresser|adresser)|\bpour toute (?:demande|question)|\bdirija\w*|\bper (?:qualsiasi|ogni)|\bvoor vragen"
)


def reported(wording: Wording) -> tuple[int, int] | None:
    """Say which half-open range of the raw text is a server's report; ``None`` for none."""
    folded = level(wording.raw)
    found = _CODE.search(folded) or _SAID.search(folded)
    if found:
        return found.span()
    text = wording.text
    brief = len(wording.raw) <= _BRIEF
    for sentence in _SENTENCE.finditer(text):
        span = _failure(text, *sentence.span(), brief=brief)
        if span:
            return wording.span(*span)
    left = _LEFT.search(text)
    if left and _AUTOMATIC.search(text):
        return wording.span(*left.span())
    return None


def _failure(text: str, start: int, end: int, *, brief: bool) -> tuple[int, int] | None:
    """Read a sentence, window by window."""
    words = list(_WORD.finditer(text, start, end))
    addressed = "@link" in text[max(0, start - 200) : end + 200]
    for at in range(0, max(1, len(words) - _WIDTH + _STEP), _STEP):
        some = [word.group() for word in words[at : at + _WIDTH]]
        if not some:
            continue
        span = words[at].start(), words[min(at + _WIDTH, len(words)) - 1].end()
        piece = text[slice(*span)]
        if _OURS.search(piece):
            continue
        if _undelivered(some, addressed=addressed or brief) or _gone(
            some, piece, addressed=addressed
        ):
            return span
    return None


def _undelivered(some: list[str], *, addressed: bool) -> bool:
    """A message, delivering, and failure; whose message or which recipient must be named."""
    message = not _MESSAGE.isdisjoint(some)
    recipient = any(map(_RECIPIENT.fullmatch, some))
    if not (message or recipient) or not any(map(_FAILED.fullmatch, some)):
        return False
    returned = "will" not in some and not _RETURNED.isdisjoint(some)
    if returned and message and (addressed or recipient or any(map(_ENTITY.fullmatch, some))):
        return True
    if any(map(_DELIVER.fullmatch, some)):
        return (message and (addressed or not _YOURS.isdisjoint(some))) or recipient
    return recipient and message and any(map(_REACH.fullmatch, some))


def _gone(some: list[str], piece: str, *, addressed: bool) -> bool:
    """A recipient, a mailbox or an address that is unknown, full or no longer there."""
    if not any(map(_ENTITY.fullmatch, some)) or not _STATE.search(piece):
        return False
    return (
        addressed
        or any(map(_RECIPIENT.fullmatch, some))
        or not _MESSAGE.isdisjoint(some)
        or _THIS.search(piece) is not None
        or _MAILBOX.search(piece) is not None
    )
