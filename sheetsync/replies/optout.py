"""Find the words by which someone asks not to be written to again (R42).

Missing one is the costliest mistake of the whole program, so the net is wide: a doubtful
sentence that speaks to us counts. Reports about other people, settings of a
product, and what a footer tells its own readers do not.
"""

import re
from functools import cache
from itertools import pairwise

from sheetsync.replies import optout_abroad as abroad
from sheetsync.replies import optout_english as english
from sheetsync.replies import optout_wide as wide
from sheetsync.replies.wording import Wording

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
    r"^(?:does|do (?:you|they|your)|is(?! there| it possible)|are(?! there)|will|how does|how do you|how would|what happens|can it|can your|could your|can the|whether|have you|do you (?:support|handle|offer)|when)\b"
    r"(?!.*\b(?:me|my|us|i|we|our)\b)"
)
_OTHERS = re.compile(
    r"\b(?:they|people|customers?|clients?|users?|subscribers?|readers|recipients?|drivers?|who|many|most|carriers?|suppliers?|he|she) (?:(?:often|always|then|can|could|may|will|usually|never|just|simply|quickly|only|soon) )?$"
    r"|\b(?:told|asked|tell|ask|want|need|instructed|told|forced|reminded|want) (?:the|our|a|an|their|some|all|every|his|her|my|these|those) (?:\w+ ){0,2}?(?:to )$"
)
_REPORTED = re.compile(
    r"\b(?:they|he|she|customers?|clients?|users?|people|suppliers?|drivers?|subscribers?|colleagues?|recipients?|buyers|vendors|someone|some|many|most|who|workers|staff|teams?) "
    r"(?:\w+ )?(?:said|say|says|ask|asks|asked|tell|tells|told|want|wanted|write|wrote|wish|reply|replied|keep|kept|complain\w*)(?: us| me)?(?: to| that| they)? ?(?:\w+ )?[,]? ?$"
)


_SENTENCE = re.compile(r"[^.]+")
_BRIEF_WORDS = 9
_LETTERS = re.compile(r"[^a-z]")
_ALONE = frozenset("stop stopstop stopstopstop unsubscribe remove removeme optout".split())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    tables = (
        english.PATTERNS,
        wide.WIDE,
        abroad.GERMAN,
        abroad.FRENCH,
        abroad.SPANISH,
        abroad.ITALIAN,
        abroad.DUTCH,
        abroad.PORTUGUESE,
        abroad.ELSEWHERE,
    )
    return tuple(re.compile(pattern) for table in tables for pattern in table)


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(f"(?:{wide.WHOLE}|{abroad.WHOLE})")


def opt_out_words(wording: Wording) -> str:
    """Quote the words that ask for it; "" when none do."""
    text = wording.text
    if _LETTERS.sub("", text) in _ALONE:
        return wording.quote(0, len(text))
    for start, end in _sentences(text):
        piece = text[start:end].strip(" ,")
        if piece and _whole().fullmatch(piece):
            return wording.quote(start, end)
    for pattern in _patterns():
        for match in pattern.finditer(text):
            if _meant(text, *match.span()):
                return wording.quote(*match.span())
    return ""


def brief_refusal(wording: Wording) -> str:
    """Quote a brief sentence that refuses mail in words of its own; "" for none.

    Wider than ``opt_out_words``, and only for text that no machine wrote.
    """
    for sentence in _SENTENCE.finditer(wording.text):
        piece = sentence.group().strip(" ,")
        brief = 1 < len(piece.split()) <= _BRIEF_WORDS and not _PRODUCT.search(piece)
        if brief and wide.BRIEF.fullmatch(piece):
            return wording.quote(*sentence.span())
    return ""


def _sentences(text: str) -> list[tuple[int, int]]:
    """Cut plain words at their pauses; a comma cuts too, for "Hi Anna, STOP"."""
    cuts = [-1, *(match.start() for match in re.finditer(r"[.,]", text)), len(text)]
    return [(before + 1, after) for before, after in pairwise(cuts) if after > before]


def _meant(text: str, start: int, end: int) -> bool:
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
    return not _PRODUCT.search(sentence)
