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
from sheetsync.replies import optout_idioms as idioms
from sheetsync.replies import optout_wide as wide
from sheetsync.replies.clause import spoken_in
from sheetsync.replies.optout_clauses import clauses_that_ask
from sheetsync.replies.optout_links import link_words
from sheetsync.replies.optout_meant import meant_so
from sheetsync.replies.optout_rights import right_claimed
from sheetsync.replies.wording import Wording

_LETTERS = re.compile(r"[^a-z]")
_ALONE = frozenset("stop stopstop stopstopstop unsubscribe remove removeme optout".split())

_SMALL_PRINT = re.compile(
    r"\bif you (?:are not|arent|received|have received|got this|no longer|do not want|dont want|prefer not|wish)\b|\b(?:falls|wenn|sollten) sie (?:nicht|diese|die|keine)\b|\bsi vous (?:n|ne|avez)\b|\bsi (?:no es|ha recibido)\b|\bse (?:non e|ha ricevuto|nao e|recebeu)\b|\b(?:als|indien) u (?:niet|dit|deze)\b"
)
_MENU = re.compile(
    r"(?:^|[.,] )(?:manage |update |edit |change |my |our |your |e ?mail ){0,3}(?:preferences|privacy(?: policy)?|imprint|impressum|datenschutz|terms(?: of \w+)?|view (?:this )?(?:e ?mail )?in (?:your |the )?browser|mentions legales|aviso legal)(?= ?[.,]|$)"
)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    tables = (
        ("en", english.PATTERNS),
        ("en", wide.WIDE),
        ("de", abroad.GERMAN),
        ("fr", abroad.FRENCH),
        ("es", abroad.SPANISH),
        ("it", abroad.ITALIAN),
        ("nl", abroad.DUTCH),
        ("pt", abroad.PORTUGUESE),
        ("nordic", abroad.ELSEWHERE),
    )
    return tuple((re.compile(pattern), language) for language, table in tables for pattern in table)


@cache
def _idioms() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in idioms.IDIOMS)


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
        if piece and _whole().fullmatch(piece) and not _told_to_readers(text, start, end):
            return wording.quote(start, end)
    for pattern, language in _patterns():
        for match in pattern.finditer(text):
            if (
                meant_so(text, *match.span())
                and spoken_in(_sentence_at(text, match.start()), language)
                and not _told_to_readers(text, *match.span())
            ):
                return wording.quote(*match.span())
    return ""


def _told_to_readers(text: str, start: int, end: int) -> bool:
    """Is it the small print: "if you are not the addressee, delete", "Unsubscribe | Privacy"?"""
    opening = max(text.rfind(".", 0, start) + 1, start - 300)
    closing = text.find(".", end)
    around = text[opening : min(closing if closing >= 0 else len(text), end + 100)]
    return _SMALL_PRINT.search(text[opening:start]) is not None or _MENU.search(around) is not None


def free_refusal(wording: Wording) -> str:
    """Quote what refuses further contact in words of its own; "" for none.

    Wider than ``opt_out_words``, and only for text that no machine wrote.
    """
    for pattern in _idioms():
        for match in pattern.finditer(wording.text):
            if meant_so(wording.text, *match.span()):
                return wording.quote(*match.span())
    for span in clauses_that_ask(wording.text):
        if meant_so(wording.text, *span):
            return wording.quote(*span)
    claimed = right_claimed(wording.text)
    if claimed and meant_so(wording.text, *claimed):
        return wording.quote(*claimed)
    alone = link_words(wording.text)
    return wording.quote(*alone) if alone and not _told_to_readers(wording.text, *alone) else ""


def _sentences(text: str) -> list[tuple[int, int]]:
    """Cut plain words at their pauses; a comma cuts too, for "Hi Anna, STOP"."""
    cuts = [-1, *(match.start() for match in re.finditer(r"[.,]", text)), len(text)]
    return [(before + 1, after) for before, after in pairwise(cuts) if after > before]


def _sentence_at(text: str, at: int) -> str:
    end = text.find(".", at + 2)
    return text[
        max(text.rfind(".", 0, at) + 1, at - 300) : min(end if end > 0 else len(text), at + 300)
    ]
