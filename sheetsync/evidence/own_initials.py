"""Keep the contact's initials for the contact only where nobody else in the cells has them.

"M. wants a demo" is the contact's wish where the contact is Mira and no Marcus is about.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from sheetsync.evidence.cast import Cast
from sheetsync.evidence.columns import Voice, is_evidence, voice_of
from sheetsync.evidence.dates import MONTHS
from sheetsync.evidence.tokens import LEXEME
from sheetsync.evidence.words import Form, Kind, analyse

_SHORT = re.compile(r"(?<![\w.])[^\W\d_a-z](?:\.|\.?[^\W\d_a-z]\.?|(?=\s[a-z]))(?=[\s:,(])")
"""What may be initials: "M.", "MD", "M.D."."""
_PLACED = frozenset({"in", "near", "from"})
_BEFORE_FIRST = frozenset({".", "!", "?", ";", ":", "\n", "-", "*", "\u2022", '"', "(", "+", "&"})
_PAIR = 2


def with_own_initials(cast: Cast, cells: Mapping[str, str]) -> Cast:
    """Take initials from the cast that somebody else in the lead's cells has as well.

    Args:
        cast: Who is who.
        cells: The lead's cells by column.
    """
    notes = [t for column, t in cells.items() if voice_of(column) is Voice.NOTES]
    used = {short.replace(".", "").casefold() for t in notes for short in _SHORT.findall(t)}
    used &= cast.initials
    texts = [text for column, text in cells.items() if is_evidence(column)]
    shared = frozenset(short for short in used if _is_shared(short, texts, cast))
    return _without(cast, shared) if shared else cast


@lru_cache(maxsize=1024)
def _without(cast: Cast, shared: frozenset[str]) -> Cast:
    """Return a cast without some initials; the same one each time, for what was read with it."""
    return replace(cast, initials=cast.initials - shared)


def _is_shared(short: str, texts: Iterable[str], cast: Cast) -> bool:
    """Say whether a name in the texts has these initials and is not the contact's."""
    return any(_names_another(short, text, cast) for text in texts)


def _names_another(short: str, text: str, cast: Cast) -> bool:
    words = [match.group() for match in LEXEME.finditer(text)]
    for at, word in enumerate(words):
        low = word.casefold()
        if not (word[0].isupper() and low.startswith(short[0])):
            continue
        if low in cast.contact | cast.company or low in MONTHS or word.isupper():
            continue
        if len(short) == _PAIR:
            behind = words[at + 1] if at + 1 < len(words) else ""
            if behind[:1].isupper() and behind.casefold().startswith(short[1]):
                return True
        elif analyse(low).kind is Kind.WORD and _is_somebody(words, at):
            return True
    return False


def _is_somebody(words: Sequence[str], at: int) -> bool:
    """Say whether a capitalised word may be a first name: "Marcus" and "Max Ek", not "Mon" or "Menus"."""
    if at and words[at - 1].strip(" ") not in _BEFORE_FIRST and words[at - 1][:1] != "\n":
        return words[at - 1] not in _PLACED
    behind = words[at + 1] if at + 1 < len(words) else ""
    read = analyse(behind.casefold())
    acts = read.kind in {Kind.BE, Kind.HAVE} or read.form is Form.PAST or behind.endswith("s")
    return bool(behind) and (behind[0].isupper() or (behind.isalpha() and acts))
