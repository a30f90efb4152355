"""Whether words that could ask for silence are meant so: said to us, for the speaker, and for good.

"Customers unsubscribe", "click here to unsubscribe", "does it stop all e-mails?", "do not
call before nine" and "remove our data when the trial ends" are not.
"""

import re

_TO_READERS = re.compile(
    r"\bif (?:you|your|any|someone|anyone)\b|(?<!@)\b(?:you can|you may|you are able to|click|here to|link to|button to|order to) $|(?:^|, )(?:(?!happy|glad|pleased|like|ready|free|prefer|wish|want)\w+ )?to $"
    r"|\b(?:wenn|falls|sollten) sie\b|\bsi (?:vous|usted|desea|ya no|no desea)\b|\bse (?:lei|voce|desidera|non desidera)\b"
    r"|\b(?:als|indien|mocht) u\b|\bpour (?:vous |ne plus )|\b(?:click|klicken sie|cliquez|haga clic|clicca|clique|klik)\b"
)
_POLITE = re.compile(
    r"\b(?:thankful|grateful|appreciate|appreciated|great|nice|kind|glad|happy|pleased)(?: it)? if you\b"
)
_NOT_MEANT = re.compile(
    r"\b(?:dont|do not|never|not|please dont|wont|will not|would not|did not|didnt|no need to|no reason to|rather than|instead of|without|didnt|nicht) (?:\w+ )?$"
    r"|\b(?:dont want you to|do not want you to) $"
)
_MIND = re.compile(r"\b(?:not want|dont want|not wish|dont wish|no longer)\b")
_PRODUCT = re.compile(
    r"^(?:(?:hi|hello|hey|dear|hallo|thanks|thank you) (?:\w+ ){0,3}?[,.] |\w+ , )?(?:does|do (?:you|they|your)|is(?! there| it possible)|are(?! there)|will|how does|how do you|how would|what happens|can it|can your|could your|can the|whether|have you|do you (?:support|handle|offer)|when)\b"
    r"(?!.*\b(?:me|my|us|i|we|our|please|pls|kindly)\b)"
)
_OTHERS = re.compile(
    r"\b(?:they|(?<!you )people|customers?|clients?|users?|subscribers?|readers|recipients?|drivers?|who|many|most|carriers?|suppliers?|he|she) (?:(?:often|always|then|can|could|may|will|usually|never|just|simply|quickly|only|soon) )?$"
    r"|\b(?:told|asked|tell|ask|want|need|instructed|told|forced|reminded|want) (?:the|our|a|an|their|some|all|every|his|her|my|these|those) (?:\w+ ){0,2}?(?:to )$"
)
_REPORTED = re.compile(
    r"\b(?:they|he|she|customers?|clients?|users?|people|suppliers?|drivers?|subscribers?|colleagues?|recipients?|buyers|vendors|someone|some|many|most|who|workers|staff|teams?) "
    r"(?:\w+ )?(?:said|say|says|ask|asks|asked|tell|tells|told|want|wanted|write|wrote|wish|reply|replied|keep|kept|complain\w*)(?: us| me)?(?: to| that| they)? ?(?:\w+ )?[,]? ?$"
)

_FOR_NOW = re.compile(
    r"(?: \w+){0,3}? ?,? ?(?:\b(?:before|until|till|yet|today|tonight|tomorrow|this (?:morning|afternoon|week)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|"
    r"heute|morgen|vor|bevor|bis|am (?:montag|dienstag|mittwoch|donnerstag|freitag)|aujourd|demain|avant|lundi|mardi|mercredi|jeudi|vendredi|hoy|manana|antes|lunes|martes|miercoles|jueves|viernes|"
    r"oggi|domani|prima|lunedi|martedi|mercoledi|giovedi|venerdi|vandaag|voor \d+|maandag|dinsdag|woensdag|donderdag|vrijdag|hoje|amanha|segunda|terca|quarta|quinta|sexta)\b)"
)
_UNTIL = re.compile(
    r"(?: \w+){0,2}? ?,? ?\b(?:before|until|till|bis|vor|avant|jusqu a|hasta|antes de|fino a|prima di|tot|voor|ate|antes) (?:\w+ )?(?:\d|q\d|next|after|we|our|i|the (?:end|summer|year|holidays|spring|autumn|audit|board|budget|new)|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan\w*|feb\w*|mar\w*|apr\w*|may|mai|mag\w*|jun\w*|jul\w*|aug\w*|sep\w*|oct\w*|okt\w*|nov\w*|dec\w*|dez\w*|ende|lundi|montag|lunes)\b"
)
_FOR_GOOD = re.compile(
    r"\b(?:again|any ?more|ever|never|further|future|stop|unsubscribe|remove\w*|delete\w*|list|mehr|wieder|nie|weiter\w*|plus|jamais|mas|nunca|piu|mai|meer|nooit|mais|spam|no more|take|opt)\b"
)
_INSTEAD = re.compile(
    r"\b(?:instead|is better|is enough|will do|is fine|suffices|works better|reicht|genugt|lieber|stattdessen|suffit|plutot|mejor|meglio|liever|melhor|"
    r"(?:ill|i will|i shall) (?:call you|contact you|write to you|ring you|call back|get back|reach out|come back)|just (?:send|call|write|propose|give|mail|tell))\b|\blets (?:meet|talk|speak|call)\b|\bdont (?:like|do|enjoy) (?:phone |video )?calls\b|, (?:but |and |rather )?(?:please )?(?:just |only )?(?:upload|come over|come by|post it|drop by|bring|fax|print) ?|, (?:but |and |rather )?(?:please )?(?:use|write to|ask|talk to|speak to|go through|send it to) |\b(?:calls?|phone\w*|ring\w*)(?: \w+){0,3} ,(?: \w+){0,2}? (?:e ?mail|mail|text|write|whatsapp)\b"
)
_HAD = re.compile(r"\b(?:habe|haben|hatte|hatten|hat) (?:\w+ ){0,3}?kein")
_GOT = re.compile(r"\b(?:erhalten|bekommen|empfangen)\b")
_FROM_THEN = re.compile(
    r" (?:dem|\d|montag|dienstag|mittwoch|donnerstag|freitag|morgen|jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|dez)"
)
_KEPT = re.compile(r"^(?:\w+ )?(?:keep|leave) (?:\w+ ){1,4}on\b")
_LATER_ON = re.compile(
    r"\b(?:when|once|after|during|as soon as|at the end of) (?:the|our|we|it|this) (?:\w+ )?(?:pilot|trial|contract|test|project|subscription|period|phase|go live|cancel\w*|end|leave|migrat\w*)|^(?:can|could) (?:we|i) (?:stop|cancel|pause|end) .*\b(?:monthly|yearly|annually|any ?time|early|quarterly|at any time)\b"
)

_OTHER_LIST = re.compile(
    r"\b(?:waiting|wait|guest|price|packing|pick|picking|attendees?|attendance|speakers?|participants?|shopping|check|task|to do|todo|parts|stock|loading|carrier|driver|visitors?|invitation|wish|bucket|seating|distribution list for) ?lists?\b"
)
_FROM_WORK = re.compile(
    r"\b(?:from|off|out of|leave|left) (?:the |this |that |our |your |a |any )?(?:\w+ ){0,2}?(?:invite|invitation|thread|chain|loop|cc|bcc|calls?|meeting|calendar|appointment|webinar|event|agenda|conversation|project|channel|chat|steering group|licen[cs]es?|draft|quote|order form|workshop|rota|schedule|shift|ticket|folder|calculation|scope|tender|rollout|pilot|orders?|invoice|shipment|delivery|label|booking|reservation|website|signature|slides?|agreement|contract)\b(?! (?:lists?|database|system|confirmations?|updates?|e ?mails?))"
)
_OUR_DUTY = re.compile(
    r"\b(?:we|they|drivers?|customers?|carriers?|our \w+|the \w+|who|legal|it|hr) (?:\w+ )?(?:must|have to|has to|need to|needs to|automatically|always|then|are obliged to|are required to|should|plan to|used to|are going to) (?:\w+ )?(?:delete|erase|remove|stop|process|comply|unsubscribe|opt|cease)\b|\b(?:we|they|it|he|she) (?:delete|erase|remove|anonymi[sz]e|purge)s?\b"
)
_AS_A_RULE = re.compile(
    r"\b(?:usually|normally|generally|typically|rarely|mostly|as a rule|tend to|tend not)\b[^.]{0,120}\b(?:but|yet|however|this one|yours|exception|still)\b|\b(?:about|going|tempted|ready|wanted|meant) to (?:unsubscribe|delete|remove|opt out|report|block|hit)\b[^.]{0,80}\b(?:but|yet|until|then|before|when)\b"
)
_OUR_LACK = re.compile(
    r"\b(?:we|i|they|drivers?|customers?) (?:\w+ ){0,2}?(?:have|had|need|lack|got|must get|require)(?: \w+){0,3}? (?:permission|consents?|approval|the right)\b"
)
_FROM_ME = re.compile(r"\b(?:you|your|me|us|my|mine|our (?:e ?mail|address|data|details))\b")
_OUR_DEED = re.compile(
    r"\b(?:i|we|they|he|she)(?: have| had|ve)?(?: already| just)? (?:took|taken|removed|deleted|erased|dropped|struck)\b(?! (?:it|this|that|you|your (?:e ?mails?|mails?|messages?)))"
)
_BACK = re.compile(
    r"(?<!not )(?<!dont )(?<!never )\b(?:add|put|sign|subscribe|include|place|enter|register|invite) (?:me|us|it|them|my \w+|our \w+)(?: \w+){0,2}? (?:back|again)\b|(?<!not )(?<!dont )(?<!never )(?<!ever )\b(?:put|add|take|keep) (?:me|us) (?:back|to|on)\b(?! (?:your|the|a) (?:\w+ )?(?:do not|dnc|suppress\w*|block\w*|black\w*|exclusion|opt))|\bunblock\w*|\bre ?subscrib\w*|\b(?:removed|unsubscribed|taken off|deleted|dropped|opted out|blocked|kicked)(?: \w+){0,6}? by (?:mistake|accident|error)\b|\b(?:accidentally|mistakenly|wrongly) (?:removed|unsubscribed|deleted|blocked|opted)\b|\b(?:remove|lift|delete) (?:the|this|that|any) (?:\w+ )?(?:block|ban|hold|lock|restriction|limit)\b|\b(?:remove|delete|take|get|strike) (?:\w+ ){1,2}(?:from|off|out of|off of) (?:your|the|a|this) (?:\w+ )?(?:suppression|do not (?:contact|call|e ?mail|mail)|dnc|opt out|unsubscribed?|exclusion|no contact|black|block|blocked) ?list\b"
)
_STOP_GOODS = re.compile(
    r"\b(?:stop|cease|end|halt|cancel) (?:(?:the|my|our|this|that|a|an) )(?:\w+ )?(?:orders?|deliver\w+|shipments?|trials?|production|machines?|trucks?|invoices?|projects?|service|work)\b(?! (?:e ?mails?|mails?|messages?|calls?|spam))"
)
_PUT_ON = re.compile(
    r"\b(?:setz|nehm|nimm|trag|fug)\w*(?: \w+){0,4}? (?:auf|in) (?:den|die|das|ihren?|euren?|eure|deinen?|deine) (?:\w+ )?(?:verteiler|mailverteiler|liste|mailingliste|newsletter|adressliste)\b|\b(?:ajout|inscriv)\w*(?: \w+){0,2}? (?:a|sur|dans) (?:votre|vos|la|cette) (?:\w+ )?(?:liste|listes|newsletter|base)\b|\b(?:agreg|anad|inclu)\w*(?: \w+){0,2}? (?:a|en) (?:su|la|vuestra) (?:\w+ )?(?:lista|base)\b|\b(?:aggiung|inser)\w*(?: \w+){0,2}? (?:alla|nella|a) (?:\w+ )?(?:lista|mailing list|newsletter)\b|\b(?:zet|voeg)(?: \w+){0,3}? (?:op|aan|toe aan) (?:de|uw|jullie) (?:\w+ )?(?:lijst|maillijst|nieuwsbrief)\b"
)
_KEPT_ABROAD = re.compile(
    r"^(?:(?:bitte|por favor|per favore|s il vous plait|svp|hallo|hola|bonjour|ciao|surtout|auf keinen fall) )*(?:(?:entfern|losch|streich|verwijder|schrap)\w*(?: \w+){0,4}? (?:nicht|niet)(?= ?[.,]|$)|ne (?:me|nous|m|mon|notre) (?:supprim|retir|desinscri|desabonn|effac)\w*(?: \w+)? pas\b|no (?:me|nos) (?:borr|elimin|quit|saqu|retir)\w*|non (?:cancell|rimuov|toglie|elimin)(?:ate|are|ete|ere|a|i)?(?:mi|ci)\b)"
)
_LEAVING = r"(?:afmeld|afgemeld|uitschrij|abmeld|abzumeld|abgemeld|desinscri|frameld|avmeld|avanmal|odhlas|wypis|odjav|disiscri|leirat)\w*"
_EVENT = r"(?:meeting|vergadering|afspraak|call|training|cursus|workshop|webinar|besprechung|termin|schulung|kurs\w*|treffen|veranstaltung|reunion|formation|rendez vous|riunione|corso|mote\w*|mode\w*|spotkan\w*|schuzk\w*|sastan\w*|portal\w*)\b"
_FROM_EVENT = re.compile(
    _LEAVING
    + r"(?: \w+){0,4}? (?:voor|von|vom|beim?|fur|de|du|des|d|da|dal|dalla|fra|fran|til|till|z|ze|od|s|a) (?:\w+ ){0,2}?"
    + _EVENT
    + r"|(?:voor|von|vom|fur) (?:\w+ ){0,2}?"
    + _EVENT
    + r" (?:\w+ ){0,2}?"
    + _LEAVING
)
_PAPERS = re.compile(
    r"\b(?:test|demo|sample|trial|pilot|master|customers?|drivers?|visitors?|employees?|patients?|product|legacy|duplicate|backup|staging|shipment|stock) (?:data|accounts?|contacts?|records?|entries|users?|address(?:es)?|e ?mails?)\b"
)
_OLD_NEW = re.compile(
    r"\b(?:old|alte\w?|ancienne?|antigu\w|vecchi\w|oude|antig\w|gammal|gamla|gamle|previous|former)\b[^.]{0,80}(?:@link|\b(?:new|neue\w?|nouvel\w*|nuev\w|nuov\w|nieuwe|nov\w|nya|nye)\b)"
)
_PHONED = re.compile(r"\b(?:call|calls|phone|phoning|ring|text|calling|anruf\w*|appel\w*)\b")
_MAILED = re.compile(
    r"\b(?:e ?mails?|mails?|mailing|write|writing|contact|contacting|message|messages|messaging|again|any ?more|ever|remove|list|unsubscribe|stop)\b"
)
_ANOTHER_WAY = re.compile(
    r"\b(?:e ?mail|mail|write|message|whatsapp|teams|chat)\b|\b(?:well|we will|ill|i will) (?:call|ring|phone)\b"
)
_ME = re.compile(r"\b(?:me|my|mine|myself|you|your|yours)\b")


def meant_so(text: str, start: int, end: int) -> bool:
    """Is it said to us and on the speaker's own behalf?"""
    if text[start] in ".,":
        start += 2
    opening = max(text.rfind(".", 0, start) + 1, start - 300)
    before = _POLITE.sub("", text[opening:start].lstrip())
    closing = text.find(".", start)
    sentence = text[opening : min(closing if closing > 0 else len(text), start + 300)].strip()
    words = text[start:end]
    return not (
        _to_others(before, words)
        or _about_business(sentence, before, text[start : end + 40], end - start)
        or _another_way(text, sentence, start, end)
        or _for_a_while(text, sentence, start, end)
        or _PRODUCT.search(sentence)
    )


def _to_others(before: str, words: str) -> bool:
    """Is it told to readers or reported of somebody, or is it denied?"""
    return bool(
        _OTHERS.search(before)
        or _TO_READERS.search(before)
        or _REPORTED.search(before)
        or (_NOT_MEANT.search(before) and not _MIND.search(words))
    )


def _about_business(sentence: str, before: str, after: str, length: int) -> bool:
    """Is it about another list, a meeting, papers, or what we ourselves do and lack?"""
    return bool(
        _OTHER_LIST.search(after[: length + 20])
        or _FROM_WORK.search(after)
        or _PAPERS.search(after[: length + 20])
        or _AS_A_RULE.search(sentence)
        or _BACK.search(sentence)
        or _STOP_GOODS.search(after)
        or _PUT_ON.search(sentence)
        or _KEPT_ABROAD.search(sentence)
        or _FROM_EVENT.search(sentence)
        or _OLD_NEW.search(sentence)
        or _OUR_DEED.search(before + after[:length])
        or (_OUR_DUTY.search(sentence) and not _ME.search(sentence))
        or (_OUR_LACK.search(sentence) and not _FROM_ME.search(sentence))
    )


def _another_way(text: str, sentence: str, start: int, end: int) -> bool:
    """Is another channel, another person or another address asked for instead?"""
    words = text[start:end]
    if _KEPT.search(words) or _INSTEAD.search(sentence):
        return True
    return (
        _PHONED.search(words) is not None
        and _MAILED.search(words) is None
        and _ANOTHER_WAY.search(text[end : end + 80]) is not None
    )


def _for_a_while(text: str, sentence: str, start: int, end: int) -> bool:
    """Does it hold only until a day, or when something has ended?"""
    words = text[start:end]
    return bool(
        _LATER_ON.search(sentence)
        or (words.endswith(" ab") and _FROM_THEN.match(text[end : end + 20]))
        or (_HAD.search(sentence) and _GOT.search(sentence))
        or _UNTIL.match(text[end : end + 60])
        or (_FOR_NOW.match(text[end : end + 60]) and not _FOR_GOOD.search(words))
    )
