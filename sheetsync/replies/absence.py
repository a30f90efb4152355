"""Recognise an answer that no person wrote: out of office, and other automatic replies."""

import re

from sheetsync.replies.pasted import Pasted
from sheetsync.replies.wording import Wording

_SUBJECT = re.compile(
    r"out of (?:the )?office|automatic (?:reply|response)|auto ?(?:reply|response|matic)|autoreply|autoresponder|vacation|away from (?:my|the) (?:mail|desk|office)|"
    r"automatische antwort|abwesen\w*|abwesenheitsnotiz|reponse automatique|absen\w+ du bureau|respuesta automatica|fuera de la oficina|"
    r"risposta automatica|fuori ufficio|automatisch antwoord|afwezig\w*|resposta automatica|ausencia|ooo\b|automatiskt svar|autosvar|automatyczna odpowiedz|odpowiedz automatyczna|automatisk (?:svar|besvarelse)|automaattinen vastaus|automatick\w+ odpov\w+|automatikus valasz|raspuns automat|automatski odgovor|samodejni odgovor|otomatik (?:yanit|cevap)|автоматическ\w+ ответ|автоответ|автоматична відповідь|αυτοματη απαντηση|slow (?:to|in) respon\w+|delayed? (?:in )?respon\w+|(?:^|\. |, )auto ,"
)
_SURE = re.compile(
    r"\b(?:this is an (?:automatic|automated|auto)|(?:automatic|automated) (?:message|e ?mail|notification|confirmation|acknowledge?ment)|(?:do not|dont) (?:reply|respond) to this automat\w+|your (?:e ?mail|message|request|enquiry|inquiry) (?:was|has been) received\b(?=.*\b(?:do not|dont) (?:reply|respond)\b)|automatic reply|automated (?:reply|response)|auto ?reply\b|auto ?response|autoresponder|"
    r"odpowiedz automatyczna|automatyczna odpowiedz|automatiskt svar|automatisk (?:svar|besvarelse)|automaattinen vastaus|automatick\w+ odpoved|automatikus valasz|"
    r"automatically generated (?:reply|response|message)|automatisch (?:generierte|erstellte|erzeugte)|automatische antwort|abwesenheitsnotiz|"
    r"reponse automatique|message automatique|respuesta automatica|mensaje automatico|risposta automatica|messaggio automatico|"
    r"automatisch (?:antwoord|bericht|gegenereerd)|resposta automatica|mensagem automatica|"
    r"(?:we have received your (?:e ?mail|message|enquiry|inquiry|request)|your (?:ticket|request|case|enquiry)(?: \W*\w+\W*)? (?:has been|was) (?:received|created|logged|opened)|ticket (?:id|number|no) )|"
    r"\bi (?:only )?work(?: \w+){0,5}? (?:only|part time)\b(?=.*\b(?:respond|reply|answer|next working day)\b)|\b(?:left|gone|finished) for the (?:day|weekend)\b(?=.*\b(?:respond|reply|answer|back)\b)|"
    r"\b(?:ticket|case|request) (?:has been|was|is) (?:opened|created|raised|logged|registered)\b|\byour (?:e ?mail|message|call|enquiry|inquiry) is (?:very )?important to us\b|\b(?:weve|we have|has been) received\b(?=.*\b(?:within|shortly|as soon as possible|soon|queue)\b)|"
    r"\b(?:vorgangsnummer|ticketnummer|numero de (?:ticket|dossier)|ticketnumero)\b|\bwir (?:bearbeiten|werden) (?:sie |diese |ihre \w+ )?(?:\w+ )?(?:schnellstmoglich|so schnell wie moglich|umgehend|zeitnah)|"
    r"\bwe (?:will |shall )?(?:aim|try|endeavou?r|strive|do our best|usually|normally|typically) (?:to )?(?:respond|reply|answer|get back)(?: \w+){0,5}? within\b|"
    r"\byour (?:reference|case|ticket|request|enquiry|inquiry)(?: number| id| no)? (?:is|will be) (?!why|what|not|being|very)|"
    r"(?:please |you can |you may )?expect (?:a |our )?(?:response|reply|answer)(?: \w+){0,6}? within\b|\bresponses? (?:may|might|will|can) be (?:slow|slower|delayed)\b|\b(?:will|shall) endeavou?r to (?:reply|respond|answer|get back)\b|\b(?:thank you|thanks) for (?:contacting|getting in touch|your (?:e ?mail|message|enquiry|inquiry))\b(?=.*\b(?:our (?:office|opening|business|working) hours|office hours are|hours of operation)\b)|this (?:mailbox|inbox|e ?mail address) is (?:not|no longer) (?:being )?(?:monitored|in use|attended|checked|active))"
)
_AWAY = (
    r"(?:out of (?:the )?office|out of the country|(?:on|in) (?:\w+ )?(?:annual |parental |maternity |paternity |sick |medical |bank |public |extended |a |an |my |summer |winter |christmas |our |the )*(?:leave|vacation|holidays?|pto|sabbatical|break|business trip|honeymoon)|away(?: from (?:my|the) (?:desk|office|e ?mail|mail))?|ooo|oof|off work|"
    r"travell?ing|unavailable|off (?:until|till|today|this week|from|for|through|sick|duty)|not (?:available|in the office|at my desk|reachable|working)|offline|in meetings|at (?:a|my|our) (?:customer\w*|client\w*) site|at (?:a|my|our) (?:customer|client)\w*|at a (?:conference|trade fair|trade show|congress)|in training|attending)"
)
_ABSENT = re.compile(
    r"(?<!was )(?<!were )(?<!been )\b(?:(?:i am|im|i will be|ill be|we are|were|our office (?:is|will be)|the office (?:is|will be)|our (?:offices|company|team) (?:are|is|will be)|i m|am|currently|is currently|will be) )(?:\w+ ){0,3}?(?:"
    + _AWAY[3:-1]
    + r"|closed)\b"
    r"|^(?:(?:hi|hello|hey|dear) (?:\w+ ){0,2})?(?:(?:[.,]|thank|thanks|you|for|your|the|email|message|mail|note|contacting|writing|reaching|out|please|that|be|advised) ){0,12}(?:currently |now )?(?:out of (?:the )?office|ooo|on (?:annual leave|vacation|holiday|leave|parental leave|maternity leave|pto))\b(?! (?:last|yesterday))"
    r"|\b(?:ich bin|wir sind|bin)(?: \w+){0,8}? (?:nicht (?:mehr )?(?:im (?:buro|haus|dienst)|erreichbar|am (?:platz|arbeitsplatz|schreibtisch)|da|verfugbar|anwesend|vor ort)|im (?:urlaub|krankenstand|mutterschutz)|in (?:elternzeit|urlaub)|abwesend|ausser haus|auf (?:dienstreise|geschaftsreise|reisen)|unterwegs|verreist|wieder (?:im buro|da|erreichbar|zuruck|fur sie da))\b"
    r"|\b(?:unser\w* (?:buros?|betrieb|firma|unternehmen|geschaft)|wir (?:haben|machen|sind))(?: \w+){0,8}? (?:geschlossen|betriebsferien|betriebsurlaub)\b"
    r"|\b(?:je suis|je serai|nous sommes|je suis actuellement|actuellement)(?: \w+){0,6}? (?:absente?s?|en arret|en formation|en conges?|en vacances|en deplacement|hors du bureau|indisponible|de retour)\b|\bnos bureaux (?:sont|seront) fermes"
    r"|\bno (?:me encuentro|estoy|estare|me encontrare|estamos|estaremos) (?:\w+ )?(?:en (?:la|mi|nuestra) oficina|disponible\w*|localizable\w*)\b|\bje ne (?:suis|serai) pas (?:\w+ )?(?:au bureau|disponible|joignable|present\w*)|\bnon (?:sono|saro) (?:\w+ )?(?:in ufficio|in sede|disponibile|raggiungibile|presente)\b|\bnao (?:estou|estarei|me encontro) (?:\w+ )?(?:no escritorio|disponivel|presente)\b|\b(?:estoy|estare|me encuentro|me encontrare|actualmente)(?: \w+){0,5}? (?:fuera de (?:la )?oficina|de vacaciones|ausente|de viaje|de baja (?:medica|maternal|paternal)|de permiso)\b"
    r"|\b(?:sono|saro|attualmente|al momento)(?: \w+){0,5}? (?:fuori (?:ufficio|sede)|in ferie|assente|in vacanza|in maternita|in trasferta|in malattia|in congedo|in viaggio)\b"
    r"|\b(?:ik ben|wij zijn|ben)(?: \w+){0,6}? (?:afwezig|met (?:vakantie|verlof|zwangerschapsverlof|reces)|niet (?:aanwezig|op kantoor|bereikbaar)|op (?:vakantie|reis)|buiten kantoor|weer (?:aanwezig|bereikbaar|terug))\b"
    r"|\b(?:estou|estarei|encontro me|encontrar me|atualmente|de momento)(?: \w+){0,5}? (?:fora do escritorio|de ferias|ausente|(?:de|em) licenca|em viagem|em ferias)\b"
    r"|\b(?:jag ar|ar|jag kommer vara)(?: \w+){0,4}? (?:pa semester|bortrest|franvarande|foraldraledig|tjanstledig|inte pa kontoret|ledig|pa resa|tillbaka)\b"
    r"|\b(?:jeg er|er|jeg har)(?: \w+){0,4}? (?:pa ferie|ferie|bortreist|bortrejst|ikke pa kontoret|ikke til stede|ude af kontoret|ute av kontoret|pa barsel|pa rejse|tilbage|tilbake)\b"
    r"|\b(?:jestem|bede|jestesmy)(?: \w+){0,4}? (?:na urlopie|nieobecn\w+|poza biurem|w delegacji|na zwolnieniu|niedostepn\w+)\b|\b(?:jsem|budu)(?: \w+){0,4}? (?:na dovolene|mimo kancelar|nepritom\w+)|\b(?:cerpam|mam) dovolenou\b"
    r"|\b(?:you have|youve|you) reached (?:me|us|\w+(?: \w+)?) (?:while|during|when|outside|at a time)\b|\b(?:reading|checking|answering) (?:my |our )?(?:e ?mails?|mails?|messages) again\b"
    r"|\b(?:will have|have|with|only have) (?:very )?(?:limited|no|little|intermittent|sporadic|patchy|reduced) (?:or no )?(?:access to (?:my |the )?(?:e ?mails?|mails?|messages|internet)|(?:e ?mail|mail|internet) access|access until)\b|\bworking reduced hours\b|(?:^|[.,] )(?:out|off) sick\b|(?:^|[.,] )(?:i am|im|i will be|ill be) back (?:on|in) (?:\S+ ){1,5}?(?:and|then)(?: i)? (?:will|shall|ll) (?:reply|respond|answer)\b|(?:^|[.,] )(?:i am |im |currently |now )?away (?:on|at|for|from|until|till|this|all)\b(?! (?:the|a) (?:moment|phone))|\b(?:offices?|company|business|premises|team|warehouse office) (?:is|are|will be|remains?|shall be) (?:\w+ ){0,2}?closed\b"
)
_ASIDE = re.compile(
    r"\b(?:until|till|through|thru|back|return\w*|from|between|starting|as of|again on|bis|ab|vom|zuruck|wieder|jusqu|retour|du|partir|hasta|regres\w+|vuelv\w+|volver\w*|desde|fino|rientr\w+|torn\w+|dal|tot|terug|vanaf|weer|ate|volt\w+|regress\w+|retorn\w+|til|tills|tillbaka|do|wrac\w+|bede|az do|reopen\w*|pilnych|bradskande|hastende|while|mean ?time|expect|slow\w*|delay\w*)\b"
    r"|\b(?:currently|at the moment|right now|derzeit|momentan|zurzeit|op dit moment|momenteel|actuellement|actualmente|attualmente|atualmente|for anything urgent|wegens|wegen|for the next (?:\w+ )?(?:days?|weeks?|months?)|when back|sahkoposti\w*|dostep\w*|do poczty|до|по|вернусь)\b|\b(?:limited|no|little|sporadic|intermittent|reduced|without|irregular) (?:or no )?(?:access|connectivity|e ?mail)\b|\b(?:cant|cannot|not able to|unable to|only) (?:\w+ )?(?:read|check|access|answer|reply)\b|\b(?:unregelmassig|eingeschrankt|sporadisch|regelmassig|rivolgersi|rivolgetevi|contattare|contacter|contactez|wenden sie sich|neem contact|contacte|contactar|lees|lese ich|je lirai|leggero|lerei|leere|ersatzweise|stellvertret\w*)\b|\bonly (?:checking|reading|sporadic\w*|occasional\w*)|\b(?:urgent|emergenc\w+|immediate (?:assistance|attention|help)|dringend\w*|urgen\w+|in my absence|meine vertretung|vertretung|en mon absence|in mia assenza|mijn afwezigheid|minha ausencia|mi ausencia)\b"
    r"|\b(?:respond|reply|answer|get back)(?: to \w+(?: \w+){0,2}?)? (?:as soon as|when|upon|after|on|once|with a delay|later)\b|\b(?:and|i|we) (?:will|shall) (?:be back|reply|respond|answer|get back|return|reach out|deal with)\b|\b(?:zugriff|acceso|accesso|toegang|acesso|dostepu|ruckkehr|abwesenheit|zuruckkomme|regreso|retour|rientro|ritorno|terugkomst|regresso|vuelta)\b|\bnot be (?:reading|checking|forwarded)\b|\bnicht weitergeleitet\b|\bthank you for your (?:e ?mail|message|mail)\b|\bvielen dank fur ihre (?:nachricht|e ?mail|mail)\b|\bmerci (?:pour|de) votre (?:message|mail|e ?mail)\b"
)
_ASKED = re.compile(r"\b(?:is|was) (?:this|that|it) (?:an? |another )?(?:\w+ )?$")
"""In front of "automatic reply": a person who asks whether ours is one."""
_PAST = re.compile(r"\b(?:when|whenever|while|since|if|as|because|once)(?: (?:i|we))? $")
_TALK = re.compile(
    r"\b(?:lets|let us|can we|could we|shall we|how about|works? for me|would (?:prefer|like|love)|interested|proposal|send me|but (?:\w+ ){0,3}(?:happy|glad|available|works|fine|ok|can|free)|so (?:\w+ )?(?:please|call|send|come|write|id|i would|we|ask|try|best|that|lets|before)|come (?:on|by|to|over|see)|see you|(?<!something )(?<!anything )(?<!me )(?<!us )(?<!help )before (?:that|then)|best (?:try|call)|what did i|(?:is|are) (?:better|best)|thursday is|join us)\b"
)
_SENTENCE = re.compile(r"[^.]{3,}")
_WE = re.compile(
    r"^ ?(?:(?:hi|hello|hey|dear|hallo|bonjour|hola|ciao|ola|hej) (?:\w+ )?[,]? ?)?(?:ooo|away|out of (?:the )?office|gone fishing|closed|on (?:leave|holiday|vacation|pto))\b|\b(?:i am|im|i will be|ill be|i have|ive|we are|we will be|our (?:\w+ )?(?:offices?|company|team)|the office|ich (?:bin|befinde|habe)|wir (?:sind|haben|machen)|unser\w*|bin|je (?:suis|serai)|nous (?:sommes|serons)|nos bureaux|notre (?:bureau|societe|entreprise)|"
    r"urlaubsbedingt|krankheitsbedingt|estoy|estare|estamos|estaremos|nuestra\w*|me encuentro|sono|saro|siamo|saremo|l ufficio|i nostri uffici|il nostro ufficio|ik ben|ben ik|bin ich|ik (?:\w+ ){0,4}ben|я|мы|wij zijn|we zijn|ons kantoor|estou|estarei|estaremos|encontro me|o nosso escritorio|jestem|jestesmy|bede|nasze biuro|przebywam|jsem|budu|jag ar|vi ar|kontoret ar|jeg er|vi er|kontoret er|olen)\b"
)
_AWAY_WORD = re.compile(
    r"\b(?:out of (?:the )?(?:the )?office|ooo|oof|on (?:\w+ ){0,2}?(?:leave|vacation|holidays?|pto|sabbatical|jury duty|honeymoon|break)|gone fishing|out (?:today|tomorrow|this|until|till|all|for the|from)|closed (?:this|for|from|until|between|on|today|tomorrow)|offices? close[sd]? (?:on|from|for|at|early)|away|(?:out|off) sick|sick (?:today|leave)|unwell|office(?:s)? (?:is|are|will be|remains?) (?:\w+ )?closed|abwesend|urlaub\w*|krank\w*|fortbildung|elternzeit|mutterschutz|dienstreise|geschaftsreise|geschlossen|betriebsferien|betriebsurlaub|"
    r"nicht (?:\w+ )?(?:im (?:buro|haus)|erreichbar|am (?:arbeitsplatz|platz))|en conges?|absente?s?|fermes?|en vacances|en deplacement|en arret|en formation|de vacaciones|de baja|ausente|fuera (?:de|hasta)|de viaje|cerrad\w+|in ferie|per ferie|assente|chius\w|in malattia|in maternita|in trasferta|"
    r"afwezig|met vakantie|op vakantie|met verlof|met zwangerschaps? ?verlof|ziek|в отпуске|в командировке|на больничном|не в офисе|gesloten|niet (?:op kantoor|aanwezig|bereikbaar)|de ferias|em ferias|para ferias|de licenca|em licenca|encerrad\w+|fechad\w+|na urlopie|nieobecn\w+|nieczynne|zamkniet\w+|na dovolene|pa semester|ledig|foraldraledig|stangt|pa ferie|lukket|stengt|bortreist|lomalla)\b"
)
_WAS = re.compile(
    r"\b(?:was|were|had|have been|been|back from|war|waren|gewesen|hatte|etais|etait|etions|estaba|estuve|estuvimos|ero|era|eravamo|was|waren|estava|estive|bylem|bylam|var|if|when|whenever|wenn|falls|si|se|als|before|not yet|ask|wait|waiting|since)\b"
)
_WHEN = re.compile(
    r"\bplease (?:contact|e ?mail|refer to|turn to|reach out to)\b|\b(?:today|tomorrow|this (?:week|afternoon|morning)|next week|heute|morgen|vandaag|aujourd|hoy|oggi|hoje|idag|i dag|dzis)\b"
    r"|\b\d{1,2}(?: ?(?:[.,]|st|nd|rd|th|of|de))* (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|juni|juli|okt|dez|fev|avr|juin|juil|aou|ene|abr|ago|dic|gen|mag|giu|lug|set|ott|out|dez|mei|maa|stycz|grud|list)"
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
    if sure is not None and not _ASKED.search(text[: sure.start()]):
        return wording.quote(*sure.span())
    absent = _absent(wording)
    if said is not None and not subject.text.startswith("re ,"):
        return absent or pasted.subject
    if absent and _ASIDE.search(text) and not _TALK.search(text):
        return absent
    return _loosely_absent(wording)


def _loosely_absent(wording: Wording) -> str:
    """Somebody of ours, away, now: in any order, with a word on when or whom to ask instead."""
    text = wording.text
    if _TALK.search(text) or not (_ASIDE.search(text) or _WHEN.search(text)):
        return ""
    for sentence in _SENTENCE.finditer(text):
        plain = sentence.group()
        away = _AWAY_WORD.search(plain)
        if away and _WE.search(plain) and not _WAS.search(plain) and len(plain.split()) <= 30:
            return wording.quote(*sentence.span())
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
    """Read the marks of an automatic answer (RFC 3834 sections 3.3 and 5, and older habits)."""
    message = pasted.message
    if message is None:
        return False
    submitted = str(message.get("Auto-Submitted", "no")).split(";")[0].strip().lower()
    return (
        submitted not in {"no", ""}
        or any(message.get(name) for name in ("X-Autoreply", "X-Autorespond", "X-Autoresponder"))
        or str(message.get("Precedence", "")).strip().lower() in _AUTOMATIC_PRECEDENCE
        or str(message.get("X-Auto-Response-From", "")) != ""
        or str(message.get("Return-Path", "")).strip() == "<>"
    )
