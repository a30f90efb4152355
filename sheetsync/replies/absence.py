"""Recognise an answer that no person wrote: out of office, and other automatic replies."""

import re

from sheetsync.replies.pasted import Pasted
from sheetsync.replies.wording import Wording

_SUBJECT = re.compile(
    r"out of (?:the )?office|automatic (?:reply|response)|auto ?(?:reply|response|matic)|autoreply|autoresponder|vacation|away from (?:my|the) (?:mail|desk|office)|"
    r"automatische antwort|abwesen\w*|abwesenheitsnotiz|reponse automatique|absen\w+ du bureau|respuesta automatica|fuera de la oficina|"
    r"risposta automatica|fuori ufficio|automatisch antwoord|afwezig\w*|resposta automatica|ausencia|ooo\b|automatiskt svar|autosvar|automatyczna odpowiedz"
)
_SURE = re.compile(
    r"\b(?:this is an (?:automatic|automated|auto)|automatic reply|automated (?:reply|response)|auto ?reply\b|auto ?response|autoresponder|"
    r"automatically generated (?:reply|response|message)|automatisch (?:generierte|erstellte|erzeugte)|automatische antwort|abwesenheitsnotiz|"
    r"reponse automatique|message automatique|respuesta automatica|mensaje automatico|risposta automatica|messaggio automatico|"
    r"automatisch (?:antwoord|bericht|gegenereerd)|resposta automatica|mensagem automatica|"
    r"(?:we have received your (?:e ?mail|message|enquiry|inquiry|request)|your (?:ticket|request|case|enquiry) (?:has been|was) (?:received|created|logged|opened)|ticket (?:id|number|no) )|"
    r"this (?:mailbox|inbox|e ?mail address) is (?:not|no longer) (?:being )?(?:monitored|in use|attended|checked|active))"
)
_AWAY = (
    r"(?:out of (?:the )?office|out of the country|on (?:\w+ )?(?:annual |parental |maternity |paternity |sick |medical |bank |public |extended |a |an |my |summer |winter |christmas |our |the )*(?:leave|vacation|holidays?|pto|sabbatical|break|business trip|honeymoon)|away(?: from (?:my|the) (?:desk|office|e ?mail|mail))?|ooo|oof|off work|"
    r"travell?ing|unavailable|not (?:available|in the office|at my desk|reachable|working)|at a (?:conference|trade fair|trade show|congress)|in training|attending)"
)
_ABSENT = re.compile(
    r"(?<!was )(?<!were )(?<!been )\b(?:(?:i am|im|i will be|ill be|we are|were|our office (?:is|will be)|the office (?:is|will be)|our (?:offices|company|team) (?:are|is|will be)|i m|am|currently|is currently|will be) )(?:\w+ ){0,3}?(?:"
    + _AWAY[3:-1]
    + r"|closed)\b"
    r"|^(?:(?:hi|hello|hey|dear) (?:\w+ ){0,2})?(?:(?:[.,]|thank|thanks|you|for|your|the|email|message|mail|note|contacting|writing|reaching|out|please|that|be|advised) ){0,12}(?:currently |now )?(?:out of (?:the )?office|ooo|on (?:annual leave|vacation|holiday|leave|parental leave|maternity leave|pto))\b(?! (?:last|yesterday))"
    r"|\b(?:ich bin|wir sind|bin)(?: \w+){0,8}? (?:nicht (?:im (?:buro|haus|dienst)|erreichbar|am platz|da|verfugbar)|im (?:urlaub|krankenstand|mutterschutz)|in (?:elternzeit|urlaub)|abwesend|ausser haus|auf (?:dienstreise|geschaftsreise|reisen)|unterwegs|verreist|wieder (?:im buro|da|erreichbar|zuruck|fur sie da))\b"
    r"|\b(?:unser (?:buro|betrieb)|wir haben)(?: \w+){0,8}? (?:geschlossen|betriebsferien|betriebsurlaub)\b"
    r"|\b(?:je suis|je serai|nous sommes|je suis actuellement|actuellement)(?: \w+){0,6}? (?:absente?s?|en conges?|en vacances|en deplacement|hors du bureau|indisponible|de retour)\b|\bnos bureaux (?:sont|seront) fermes"
    r"|\b(?:estoy|estare|me encuentro|me encontrare|actualmente)(?: \w+){0,5}? (?:fuera de (?:la )?oficina|de vacaciones|ausente|de viaje|de baja (?:medica|maternal|paternal)|de permiso)\b"
    r"|\b(?:sono|saro|attualmente|al momento)(?: \w+){0,5}? (?:fuori (?:ufficio|sede)|in ferie|assente|in vacanza|in maternita|in trasferta)\b"
    r"|\b(?:ik ben|wij zijn|ben)(?: \w+){0,6}? (?:afwezig|met (?:vakantie|verlof|zwangerschapsverlof|reces)|niet (?:aanwezig|op kantoor|bereikbaar)|op (?:vakantie|reis)|buiten kantoor|weer (?:aanwezig|bereikbaar|terug))\b"
    r"|\b(?:estou|estarei|encontro me|encontrar me|atualmente|de momento)(?: \w+){0,5}? (?:fora do escritorio|de ferias|ausente|de licenca|em viagem|em ferias)\b"
    r"|\bjag ar (?:pa semester|bortrest|franvarande|inte pa kontoret)|\bjeg er (?:pa ferie|bortreist|ikke pa kontoret|ude af kontoret)|\bjestem (?:na urlopie|nieobecn\w)"
)
_ASIDE = re.compile(
    r"\b(?:until|till|through|thru|back|return\w*|from|between|starting|as of|again on|bis|ab|vom|zuruck|wieder|jusqu|retour|du|partir|hasta|regres\w+|vuelv\w+|volver\w*|desde|fino|rientr\w+|torn\w+|dal|tot|terug|vanaf|weer|ate|volt\w+|regress\w+|retorn\w+|til)\b"
    r"|\b(?:limited|no|little|sporadic|intermittent|reduced|without|irregular) (?:or no )?(?:access|connectivity|e ?mail)\b|\bonly (?:checking|reading|sporadic\w*|occasional\w*)|\b(?:urgent|emergenc\w+|immediate (?:assistance|attention|help)|dringend\w*|urgen\w+|in my absence|meine vertretung|vertretung|en mon absence|in mia assenza|mijn afwezigheid|minha ausencia|mi ausencia)\b"
    r"|\b(?:respond|reply|answer|get back)(?: to \w+(?: \w+){0,2}?)? (?:as soon as|when|upon|after|on|once|with a delay|later)\b|\bnot be (?:reading|checking|forwarded)\b|\bnicht weitergeleitet\b|\bthank you for your (?:e ?mail|message|mail)\b|\bvielen dank fur ihre (?:nachricht|e ?mail|mail)\b|\bmerci (?:pour|de) votre (?:message|mail|e ?mail)\b"
)
_PAST = re.compile(r"\b(?:when|whenever|while|since|if|as|because|once)(?: (?:i|we))? $")
_TALK = re.compile(
    r"\b(?:lets|let us|can we|could we|shall we|how about|works? for me|would (?:prefer|like|love)|interested|proposal|send me|but (?:\w+ ){0,3}(?:works|fine|ok|can|free))\b"
)
_AUTOMATIC_PRECEDENCE = frozenset({"auto_reply", "auto-reply", "autoreply"})


def absence_words(pasted: Pasted, wording: Wording) -> str:
    """Quote the words that show an automatic reply; "" for a person's own answer."""
    if _by_headers(pasted):
        return _absent(wording) or pasted.subject or _first_line(wording.raw)
    subject = Wording(pasted.subject)
    said = _SUBJECT.search(subject.text)
    text = wording.text
    sure = _SURE.search(text)
    if sure is not None:
        return wording.quote(*sure.span())
    absent = _absent(wording)
    if said is not None and not subject.text.startswith("re ,"):
        return absent or pasted.subject
    if absent and _ASIDE.search(text) and not _TALK.search(text):
        return absent
    return ""


def _absent(wording: Wording) -> str:
    for found in _ABSENT.finditer(wording.text):
        before = wording.text[max(0, found.start() - 40) : found.start()]
        if not _PAST.search(before):
            return wording.quote(*found.span())
    return ""


def _first_line(raw: str) -> str:
    return raw.strip().split("\n", 1)[0][:280].strip()


def _by_headers(pasted: Pasted) -> bool:
    """Read the marks of an automatic answer (RFC 3834 section 5, and older habits)."""
    message = pasted.message
    if message is None:
        return False
    submitted = str(message.get("Auto-Submitted", "no")).split(";")[0].strip().lower()
    return (
        submitted not in {"no", ""}
        or any(message.get(name) for name in ("X-Autoreply", "X-Autorespond", "X-Autoresponder"))
        or str(message.get("Precedence", "")).strip().lower() in _AUTOMATIC_PRECEDENCE
        or str(message.get("X-Auto-Response-From", "")) != ""
    )
