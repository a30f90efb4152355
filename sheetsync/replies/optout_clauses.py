"""Read a clause by what its words are about: refusal and contact, stopping and contact, removal and us.

The patterns beside this module know wordings; this one knows only that a clause which
says "not" and "again" and "write", in whichever order and language, wants no more mail.
What keeps it from reading too much into a clause is what else stands there: an hour
("not on Monday"), goods and papers, other people, or "we" as those who write.
"""

import re
from collections.abc import Iterator

from sheetsync.replies.clause import WORD, Clause, languages_of
from sheetsync.replies.concepts import tags_of
from sheetsync.replies.optout_order import asks_in_english

_SENTENCE = re.compile(r"[^.]{3,}")
_CLAUSE = re.compile(r"[^,]+")
_TO_READERS = re.compile(
    r"\bif you(?:r|d)?\b|\b(?:wenn|falls|sollten) sie\b|\bsi (?:vous|usted|ya no|no desea|desea)\b|\bse (?:lei|voce|desidera|non desidera)\b|\b(?:als|indien|mocht) u\b|\bpour (?:vous|ne plus|se)\b|\b(?:click|klicken|cliquez|clic|clicca|clique|klik\w*|kliknij)\b"
)
_HOW = frozenset(
    "hoe hur hvordan wie wo comment como come jak miten hogyan cum nasil πωσ как".split()
)
_SHORTEST, _ORDER = 3, 5
_WIDTH, _STEP = 16, 8
"""Words of a clause that are read together; a longer one is read in steps."""


def clauses_that_ask(text: str) -> Iterator[tuple[int, int]]:
    """Yield the half-open ranges of plain words by which somebody asks for silence."""
    for sentence in _SENTENCE.finditer(text):
        spoken = languages_of(text[slice(*sentence.span())])
        if _TO_READERS.search(sentence.group()):
            continue
        for clause in _CLAUSE.finditer(text, *sentence.span()):
            words = list(WORD.finditer(text, *clause.span()))
            for at in range(0, max(1, len(words) - _WIDTH + _STEP), _STEP):
                some = words[at : at + _WIDTH]
                plain = tuple(word.group() for word in some)
                readings = [tags_of(word) for word in plain]
                for place, around in spoken:
                    tags = tuple(reading[place] for reading in readings)
                    bag = frozenset("".join(tags))
                    if bag.isdisjoint("NSR") or bag.isdisjoint("CLAQMDGPK"):
                        continue
                    if _asks(Clause(plain, tags, bag, around), place):
                        yield some[0].start(), some[-1].end()
                        break


def _asks(clause: Clause, place: int) -> bool:
    if clause.has("BH"):
        return False
    if place == 0:
        return asks_in_english(clause)
    if clause.has("N", "Q", "ACY") and not clause.has("U"):
        return True
    if clause.words[0] in _HOW and clause.has("K", "M"):
        return True
    if any({"N", "W"} <= set(tags) for tags in clause.tags) and clause.has("A", "M"):
        return True
    return not clause.ours() and (
        _no_more(clause)
        or _not_us(clause)
        or _unwanted(clause)
        or _stop(clause)
        or _removal(clause)
    )


def _no_more(clause: Clause) -> bool:
    """Refusal, contact, again: "keine weiteren Mails", "ne plus écrire"."""
    if "plus" in clause.words[1:] and sum("N" in tags for tags in clause.tags) == 1:
        return False
    return clause.has("N", "C", "O") and not clause.has("U")


def _not_us(clause: Clause) -> bool:
    """Refusal, contact, us, as an order or a wish and not for a day only."""
    return clause.has("N", "C", "M") and not clause.has("TU") and "E" not in clause.around


def _unwanted(clause: Clause) -> bool:
    """Refusal, wish, contact, and it comes from you: "je ne souhaite pas recevoir vos mails"."""
    if clause.has("TU") or not clause.has("N", "C"):
        return False
    short = len(clause.words) <= _ORDER and not clause.has("J") and clause.strange() == 0
    return clause.has("W", "GYMX") or (short and clause.has("WP"))


def _stop(clause: Clause) -> bool:
    return clause.has("S", "C") and not clause.has("U")


def _removal(clause: Clause) -> bool:
    return (
        clause.has("R", "L", "MAYXPW")
        or (clause.has("R", "L") and "P" in clause.around)
        or clause.has("R", "A", "MYP")
        or clause.has("R", "M", "PWY")
        or clause.has("K", "WPL")
        or (clause.has("R", "P") and len(clause.words) <= _SHORTEST and not clause.strange())
        or clause.has("Q", "R")
    ) and not clause.has("U")
