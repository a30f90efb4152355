"""Whether words that could ask for silence are meant so: said to us, for the speaker, and for good.

"Customers unsubscribe", "click here to unsubscribe", "does it stop all e-mails?", "do not
call before nine" and "remove our data when the trial ends" are not.
"""

import re

_TO_READERS = re.compile(
    r"\bif (?:you|your|any|someone|anyone)\b|(?<!@)\b(?:you can|you may|you are able to|click|here to|link to|button to|order to) $|(?:^|, )(?:\w+ )?to $"
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
    r"\b(?:they|people|customers?|clients?|users?|subscribers?|readers|recipients?|drivers?|who|many|most|carriers?|suppliers?|he|she) (?:(?:often|always|then|can|could|may|will|usually|never|just|simply|quickly|only|soon) )?$"
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
    r"(?:ill|i will|i shall) (?:call you|contact you|write to you|ring you|call back|get back|reach out|come back)|just (?:send|call|write|propose|give|mail|tell))\b|, (?:but |and |rather )?(?:please )?(?:use|write to|ask|talk to|speak to|go through|send it to) "
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


def meant_so(text: str, start: int, end: int) -> bool:
    """Is it said to us and on the speaker's own behalf?"""
    if text[start] in ".,":
        start += 2
    opening = text.rfind(".", 0, start) + 1
    opening = max(opening, start - 300)
    before = text[opening:start].lstrip()
    before = _POLITE.sub("", before)
    if _OTHERS.search(before) or _TO_READERS.search(before) or _REPORTED.search(before):
        return False
    if _NOT_MEANT.search(before) and not _MIND.search(text[start:end]):
        return False
    closing = text.find(".", start)
    sentence = text[opening : min(closing if closing > 0 else len(text), start + 300)].strip()
    words = text[start:end]
    if _KEPT.search(words) or _INSTEAD.search(sentence) or _LATER_ON.search(sentence):
        return False
    if words.endswith(" ab") and _FROM_THEN.match(text[end : end + 20]):
        return False
    if _HAD.search(sentence) and _GOT.search(sentence):
        return False
    if _UNTIL.match(text[end : end + 60]):
        return False
    if _FOR_NOW.match(text[end : end + 60]) and not _FOR_GOOD.search(words):
        return False
    return not _PRODUCT.search(sentence)
