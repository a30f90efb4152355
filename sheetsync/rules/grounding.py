"""Does an evidence note rest on the lead's own research (R22)?

It does when it holds a word-for-word span of at least 12 characters, or a number
or a name, that stands in one of the lead's evidence cells.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

SPAN = 12
"""Fewest characters of a word-for-word span that counts (spec of QL004)."""

_TOKEN = re.compile(r"\w+(?:[.,'’-]\w+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:\n“\"(])\s*$")

# Words that begin sentences in any note and name nobody.
_NO_NAMES = frozenset(
    "the this that these those they their them there then than when where what which who why how "
    "we our ours you your yours he she his her its it is are was were has have had been being "
    "and but for nor not yet also with without from into onto over under after before because "
    "company team page site notes source signal problem evidence research says said see per new "
    "good great strong weak fit match buyer role lead contact website mail email phone none "
    "found missing risk very looks seems could should would might may can will all any some "
    "both each every more most much many few only just about around between during while "
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)


def cited(note: str, cells: Mapping[str, str]) -> tuple[str, ...]:
    """Say which evidence cells a note rests on.

    Args:
        note: The evidence note.
        cells: The lead's evidence cells, column title to text.

    Returns:
        The titles of the cells that hold a span, a number or a name of the note.
    """
    words = _words(note)
    numbers = {word for word in words if any(letter.isdigit() for letter in word)}
    names = _names(note)
    found: list[str] = []
    for title, text in cells.items():
        folded = f" {' '.join(_words(text))} "
        has = (
            any(f" {number} " in folded for number in numbers)
            or any(f" {name} " in folded and _capitalised(name, text) for name in names)
            or any(f" {span} " in folded for span in _spans(words))
        )
        if has:
            found.append(title)
    return tuple(found)


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    folded = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return tuple(_TOKEN.findall(folded))


def _names(note: str) -> set[str]:
    """Words written with a capital that can be a name, folded."""
    return {
        token.casefold().replace("’", "'")
        for token in _TOKEN.findall(unicodedata.normalize("NFKC", note))
        if token[0].isupper() and len(token) > 2 and token.casefold() not in _NO_NAMES
    }


def _capitalised(name: str, text: str) -> bool:
    """Does the word stand in the text as a name: with a capital, and not only as a sentence's start?"""
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    for match in pattern.finditer(text.replace("’", "'")):
        inside = not _SENTENCE_START.search(text[max(0, match.start() - 4) : match.start()])
        if match[0][0].isupper() and (inside or match.start() == 0):
            return True
    return False


def _spans(words: tuple[str, ...]) -> set[str]:
    """The shortest runs of words of at least 12 characters, one from each word."""
    spans: set[str] = set()
    for start in range(len(words)):
        span = ""
        for word in words[start:]:
            span = f"{span} {word}".strip()
            if len(span) >= SPAN:
                spans.add(span)
                break
    return spans
