"""Recognise a message that came back (R41).

With headers, a library written for list managers reads the report; without, the
wording of the common mail servers decides. A delay notice is no bounce: its server
still tries.
"""

import re
from email.errors import MessageError
from email.message import Message

from sheetsync.replies.bounce_frames import reported
from sheetsync.replies.pasted import Pasted
from sheetsync.replies.wording import Wording, level

_MACHINE = re.compile(
    r"(?:mailer-daemon|mail delivery (?:sub)?system|postmaster|mail ?daemon|mdaemon|maildelivery|"
    r"mail-daemon|microsoft outlook|system administrator|systemadministrator|mail administrator|delivery-?notification)"
)
_SUBJECT = re.compile(
    r"undeliver|delivery (?:status notification|failure|has failed|notification|report|failed)|failure notice|returned mail|"
    r"mail delivery (?:failed|failure|problem|error)|mail system error|non[- ]?remis|echec de (?:la )?remise|unzustellbar|nicht zustellbar|"
    r"rejected|could ?n.?t be delivered|could not be delivered|not delivered|no se (?:puede|pudo|ha podido) entregar|"
    r"impossibile (?:recapitare|consegnare)|mancato recapito|onbestelbaar|kan niet worden bezorgd|nao (?:foi )?entregue|"
    r"falha na entrega|error de entrega|message you sent blocked|address not found|nondeliverable|non-delivery|недоставленное"
)
# What mail programs put before the subject of a message that came back; an answer to it begins "Re:".
_PREFIX = re.compile(
    r"(?:undeliverable|undelivered|undelivered mail returned to sender|returned mail|mail delivery failed|delivery failure|non remis|non distribuable|unzustellbar|no se puede entregar|no entregado|"
    r"non recapitabile|nao e possivel entregar|nao entregue|onbestelbaar|niedostarczalne|niedoreczono|nie mozna dostarczyc|nedorucitelne|kan inte levereras|olevererbart|kan ikke leveres|uleverbar|ei voi toimittaa|"
    r"kezbesithetetlen|nem kezbesitheto|nelivrabil|teslim edilemedi|nije moguce isporuciti|недоставленное(?: сообщение)?|не удается доставить|недоставлено|αδυνατη η παραδοση) ?:"
)
_DELAY = re.compile(
    r"delivery (?:status notification \(delay\)|delayed|is delayed|incomplete|temporarily)|delayed mail|message delayed|warning: message|"
    r"still being retried|will be retried|no action is required|not a permanent|this is a warning message only|"
    r"you do not need to (?:resend|do anything)|action: delayed|has been delayed|temporary (?:problem|error|failure)|will keep trying|"
    r"continue to (?:try|attempt)|verzogert|delivery attempts will continue|will continue to be made"
)
_FINAL = re.compile(
    r"action: failed|permanent (?:error|failure|fatal)|given up|giving up|gave up|failed permanently|\b5\.\d{1,3}\.\d{1,3}\b|(?<![\d.])55\d\b"
)

# What only a mail server says; one of these is enough.
_SURE = (
    r"could ?n.?o?t be delivered to (?:one or more|the following|some|any)|(?:message|mail|e-?mail)[^\n]{0,60}could ?n.?o?t be delivered(?! (?:to|at|by|on|before|in|until|this|next) (?!one|the following|\S*@))|"
    r"this is the mail system at host|requested action not taken|this report relates to a message you sent|this is the (?:qmail-send|mail delivery|deliver) (?:program|system|agent)|"
    r"delivery to the following recipients?(?:\(s\))? (?:has |have |was |were )?(?:failed|been delayed|aborted|not)|"
    r"delivery has failed to (?:these|the following|this)|delivery (?:to|for) \S{1,80}@\S{1,80} (?:has )?failed|"
    r"(?:an )?error (?:has )?occurred while (?:trying|attempting) to deliver|(?:bezorging|aflevering)[^\n]{0,80}(?:is )?mislukt|het ingevoerde e-?mailadres is niet gevonden|die (?:eingegebene )?(?:e-?mail-?)?adresse wurde nicht gefunden|adresse (?:est )?introuvable|direccion de correo electronico que especifico|no se encontro la direccion|indirizzo di posta elettronica (?:immesso )?non|endereco de e-?mail inserido nao|their inbox is full|(?:recapito|consegna) non riuscit\w|entrega (?:fallida|no realizada)|no se ha entregado a|error al entregar|zustellung fehlgeschlagen|echec d.acheminement|(?:mail|message|e-?mail)[^\n]{0,60}following address(?:\(es\)|es)?[^\n]{0,20} could not be delivered|recipient inbox full|undeliverable recipient|wasn.?t delivered to \S{0,3}\S{1,80}@|was not delivered to:?\s|couldn.?t be delivered to \S{0,3}\S{1,80}@|unable to deliver (?:your |the |this |a )?(?:message|mail|e-?mail)|"
    r"i(?:'ve| have) given up\. sorry|i wasn.?t able to deliver your message|i.?m sorry to have to inform you that your message|"
    r"the following address(?:\(es\)|es)? (?:failed|had|have|has|did not)|"
    r"undelivered mail returned to sender|mail delivery failed: returning|returning message to sender|"
    r"couldn.?t be found, or is unable to receive|address (?:couldn.?t|could not) be found|"
    r"(?:e-?mail account|e-?mail address|recipient|user|mailbox|account)[^\n]{0,60}(?:that you tried to reach|you entered) (?:does not exist|couldn.?t be found|is (?:over quota|disabled|inactive)|was not found)|"
    r"did ?n.?o?t reach (?:some or all|the following|any|all) |(?:the following|following) recipients?(?:\(s\))? (?:could not|cannot|can not|couldn.?t) be (?:reached|delivered)|"
    r"(?:cannot|could not|can not|couldn.?t) be delivered to (?:the following|these|\S{1,80}@)|cannot be delivered\b|"
    r"had (?:permanent )?(?:fatal|delivery) errors|permanent fatal errors|transcript of session follows|"
    r"final-recipient:|diagnostic-code:|reporting-mta:|action: failed|diagnostic information for administrators|"
    r"resolver\.adr|remote server returned|generating server:|smtp error from remote|in reply to (?:rcpt to|end of data|mail from)|"
    r"error from remote (?:mail )?server|remote (?:host|server) said:|recipient address rejected|no such user here|user unknown|unknown user|"
    r"mailbox (?:unavailable|not found|does not exist|is disabled|full|is full and can)|(?:recipient.?s? |the |user.?s? )?mailbox is full (?:and|or)[^\n]{0,40}(?:accept|receive|over)|recipient (?:not found|unknown|rejected)|"
    r"no mailbox here by that name|(?:is not|isn.?t) (?:a valid|listed in)[^\n]{0,40}(?:domino|directory|mailbox|recipient)|host or domain name not found|domain name not found|over quota|quota exceeded|exceeded storage|mailbox for \S{1,80} is full|"
    r"this account has been disabled|relay(?:ing)? (?:access )?denied|illegal host/domain|invalid (?:user address|recipient)|not listed in (?:domino|public)|"
    r"rejected your message to the following|has not been delivered|message (?:was |has been )?(?:rejected|blocked) by|returned to sender|"
    r"(?:nachricht|e-?mail|mail)[^\n]{0,80}(?:konnte|kann|konnten|wurde) (?:leider )?(?:nicht|nicht an|an)[^\n]{0,120}zugestellt|fehler bei der (?:nachrichten)?zustellung|"
    r"zustellung (?:an|der)[^\n]{0,120}(?:fehlgeschlagen|gescheitert|nicht moglich)|unzustellbar|"
    r"(?:message|courriel|mail)[^\n]{0,80}n.a (?:pas pu|pu) etre (?:remis|distribue|delivre|achemine|envoye)|echec de (?:la )?remise|n.a pas ete (?:remis|distribue)|"
    r"(?:no se (?:ha podido|pudo|puede|ha) entrega\w*|error al entregar|no pudo (?:ser entregado|entregarse)|no se entrego)|"
    r"(?:impossibile (?:recapitare|consegnare)|non (?:e stato possibile (?:recapitare|consegnare)|e stato (?:recapitato|consegnato))|mancato recapito)|"
    r"(?:bericht|e-?mail)[^\n]{0,80}(?:kan|kon|is) niet (?:worden )?(?:bezorgd|afgeleverd)|bezorging (?:aan|is)[^\n]{0,80}mislukt|"
    r"(?:mensagem|e-?mail)[^\n]{0,80}nao (?:pode ser|foi|pode) (?:entregue|entregar)|falha na entrega|"
    r"не может\s+быть (?:отправлено|доставлено)"
)
_SURE_WORDS = re.compile(_SURE)

# What people say too; two of these make a bounce.
_HINTS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![\d.\w])5[5-7]\d ?[- ] ?[#\w]",
        r"(?<![\d.])5\.\d{1,3}\.\d{1,3}(?![\d.])",
        r"permanent (?:error|failure)|failed permanently|fatal error",
        r"\bundeliverable\b|\bnot delivered\b|\bdelivery fail\w+|\bmessage blocked\b|\baddress not found\b|\bbounced\b|\bfailed recipient",
        r"mailer-daemon|postmaster@|mail delivery (?:sub)?system|automatically generated|created automatically|mail delivery software",
        r"does not exist|doesn.?t exist|unknown|invalid address|no such (?:user|recipient|address|person|mailbox)|not found|rejected|disabled|inactive",
        r"smtp|\bmx\b|\brcpt\b|remote server|mail server|recipient",
    )
)
_PEOPLE = re.compile(
    r"\b(?:our|my) (?:\w+ )?(?:mailbox|server|shipment|deliver\w+|goods|pallets?|order|driver|carrier|parcel|users?)\b|\b(?:pallets?|goods|parcels?|truck|warehouse|carrier|shipments?|customers?|drivers?|deliveries|lieferung\w*|ware|sendung|paket\w*|palette\w*|colis|marchandises?|livraison|mercanc\w+|paquetes?|pedidos?|merce|pacc\w+|pallet|pakket\w*|zending\w*|goederen|encomendas?|mercadorias?|paczk\w+|przesylk\w+|paket\w*|varor|pakke\w*)\b"
)
_QUOTED = re.compile(
    r"\b(?:it says|says the|log ?in|courier|letters?|the app|how (?:do|can) (?:we|i)|is your|do you|my mail|by my|i only|i saw|i tried)\b"
)
_CODED = re.compile(r"\b[45]\.\d{1,3}\.\d{1,3}\b|(?<!\w)5[0-5]\d[ -]")
_SEVERAL = 2
_DELIVERY_REPORT = "report-type=delivery-status"


def bounce_words(pasted: Pasted, wording: Wording) -> str:
    """Quote the line that says so; "" when the message did not come back.

    Args:
        pasted: The mail, with its headers when they were pasted.
        wording: The sender's own words, history dropped.
    """
    words = wording.raw
    if pasted.message is not None and _by_headers(pasted, pasted.message):
        return _telling_line(words) or pasted.subject or "delivery failed"
    folded = level(words)
    subject = level(pasted.subject)
    if _DELAY.search(f"{subject}\n{folded}") and not _FINAL.search(folded):
        return ""
    sure = _SURE_WORDS.search(folded)
    if sure and not _said_by_people(folded, sure.start()):
        return _line_at(words, sure.start())
    if _PREFIX.match(subject):
        return pasted.subject
    hints = sum(bool(hint.search(folded)) for hint in _HINTS)
    if pasted.subject and _SUBJECT.search(subject) and hints:
        return pasted.subject
    if hints >= 3 and not _PEOPLE.search(folded):
        return _telling_line(words)
    frame = reported(wording)
    return _line_at(words, frame[0]) if frame else ""


def server_wrote(words: str) -> bool:
    """Is it beyond doubt a server's text: its code, its fixed phrase or several of its words?"""
    folded = level(words)
    return bool(
        _CODED.search(folded)
        or _SURE_WORDS.search(folded)
        or sum(bool(hint.search(folded)) for hint in _HINTS) >= _SEVERAL
    )


def _by_headers(pasted: Pasted, message: Message) -> bool:
    from flufl.bounce import all_failures

    sender = level(
        f"{message.get('From', '')} {message.get('Return-Path', '')} {message.get('Sender', '')}"
    )
    subject = level(pasted.subject)
    told = f"{subject}\n{level(pasted.text)}\n{pasted.report}"
    if "action: delayed" in pasted.report and "action: failed" not in pasted.report:
        return False
    if message.get("X-Failed-Recipients") or "action: failed" in pasted.report:
        return True
    machine = _MACHINE.search(sender) is not None or _nobody(message)
    if _DELAY.search(told) and not _FINAL.search(told):
        return False
    if _DELIVERY_REPORT in str(message.get("Content-Type", "")).lower():
        return "delay" not in subject
    if machine and (_SUBJECT.search(subject) or _SURE_WORDS.search(told)):
        return True
    if not machine and not _SUBJECT.search(subject):
        return False
    try:
        _, permanent = all_failures(message)
    except (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return False
    return bool(permanent)


def _nobody(message: Message) -> bool:
    """An empty return path marks a report (RFC 5321 section 4.5.5)."""
    return str(message.get("Return-Path", "")).strip() == "<>" and not _automatic(message)


def _automatic(message: Message) -> bool:
    return str(message.get("Auto-Submitted", "")).lower().startswith("auto-replied")


def _said_by_people(folded: str, at: int) -> bool:
    """Goods are delivered too: a sentence about pallets without any sign of mail is no report."""
    start = folded.rfind("\n", 0, at) + 1
    sentence = folded[max(start, at - 200) : at + 200]
    if _QUOTED.search(sentence) and not _CODED.search(folded):
        return True
    return bool(_PEOPLE.search(sentence)) and sum(bool(h.search(folded)) for h in _HINTS) < 2


def _telling_line(words: str) -> str:
    folded = level(words)
    found = _SURE_WORDS.search(folded) or next(
        (match for hint in _HINTS if (match := hint.search(folded))), None
    )
    return _line_at(words, found.start()) if found else ""


def _line_at(words: str, at: int) -> str:
    start = words.rfind("\n", 0, at) + 1
    end = words.find("\n", at)
    line = words[start : len(words) if end < 0 else end].strip()
    return line if len(line) <= 280 else words[at : at + 280].strip()
