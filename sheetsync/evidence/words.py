"""What one word is: its class, the key under which it matches, and its tense.

A key joins only the inflections of one word (opens, opened, opening) and the few
exchangeable words of :data:`~sheetsync.evidence.synonyms.SAME_MEANING`. Tense is kept beside the key,
because "will open" and "opened" are two different facts.
"""

from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from sheetsync.evidence import irregular, lexicon
from sheetsync.evidence.synonyms import SAME_MEANING


class Kind(IntEnum):
    """What a token does in a sentence."""

    WORD = 0
    ARTICLE = 1
    BE = 2
    HAVE = 3
    DO = 4
    PREPOSITION = 5
    LINK = 6
    MARKED = 7
    PERSON = 8
    CLITIC = 9
    NUMBER = 10
    POINT = 11


class Form(IntEnum):
    """The form of a word as far as its ending tells."""

    BASE = 0
    PAST = 1
    ING = 2
    OPEN = 3


class Word(NamedTuple):
    """The analysis of one lower-case word."""

    key: str
    kind: Kind
    form: Form


_VOWELS = frozenset("aeiouy")
UNCHANGED_PAST = frozenset(
    "put set cut read hit let cost spread split shut bet beat come become run".split()
)
_NOT_PAST = frozenset(
    "need speed seed feed bleed breed indeed exceed proceed succeed red bed shed hundred".split()
)
_EED_PAST = frozenset("freed agreed disagreed guaranteed decreed refereed".split())
"""The few pasts in "eed": "Lightspeed" and "linseed" are none."""

_NOT_ING = frozenset(
    "spring string thing king ring wing sing bring during morning evening nothing anything everything something".split()
)


@lru_cache(maxsize=1 << 16)
def analyse(word: str) -> Word:
    """Analyse a lower-case word without its clitics."""
    kind = _kind(word)
    if kind is not None and kind is not Kind.MARKED:
        return Word(word, kind, Form.OPEN)
    if word in lexicon.COMPANY_PRONOUNS:
        return Word(word, Kind.WORD, Form.OPEN)
    key, form = _stem(word)
    key = _same_meaning(word, key)
    if kind is None:
        kind = Kind.MARKED if key in _MARKED_KEYS else Kind.WORD
    return Word(key, kind, form)


def _kind(word: str) -> Kind | None:
    return _KINDS.get(word)


def _stem(word: str) -> tuple[str, Form]:
    """Strip one inflection; "closing", "closed" and "close" share a key."""
    base = irregular.PAST.get(word)
    if base is not None:
        return _trim(base), Form.OPEN if base in UNCHANGED_PAST and base == word else Form.PAST
    if word in UNCHANGED_PAST:
        return _trim(word), Form.OPEN
    if word in irregular.ING:
        return _trim(irregular.ING[word]), Form.ING
    if word in irregular.PLURAL:
        return _trim(irregular.PLURAL[word]), Form.BASE
    if len(word) <= 3 or not word.isalpha():
        return word, Form.BASE
    if word.endswith("eed") and word not in _EED_PAST:
        return _trim(word), Form.BASE
    if word.endswith("ed") and word not in _NOT_PAST and _has_vowel(word[:-2]):
        return _trim(word[:-3] + "y" if word.endswith("ied") else _whole(word[:-2])), Form.PAST
    if word.endswith("ing") and word not in _NOT_ING and _has_vowel(word[:-3]):
        return _trim(_whole(word[:-3])), Form.ING
    return _trim(_singular(word)), Form.BASE


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("zes") and word[-4:-3] in _VOWELS:
        return word[:-1]
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _has_vowel(stem: str) -> bool:
    return len(stem) > 1 and not _VOWELS.isdisjoint(stem)


def _whole(stem: str) -> str:
    """Give a three-letter stem its e back: "naming" is of "name", "planning" of "plan"."""
    short = len(stem) <= 3 and stem[-1] not in _VOWELS and stem[-2] in _VOWELS
    return stem + "e" if short and stem[-1] not in "wx" else stem


def _trim(stem: str) -> str:
    """Undo what endings do to a stem: a doubled consonant, a lost e, y for i."""
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        stem = stem[:-1]
    if len(stem) > 4 and stem.endswith("e"):
        stem = stem[:-1]
    if len(stem) > 3 and stem.endswith("y"):
        stem = stem[:-1] + "i"
    return stem


def _same_meaning(word: str, key: str) -> str:
    return _GROUPS.get(word) or _GROUPS.get(key) or key


_KINDS: dict[str, Kind] = (
    dict.fromkeys(lexicon.MARKED, Kind.MARKED)
    | dict.fromkeys(lexicon.ARTICLES, Kind.ARTICLE)
    | dict.fromkeys(lexicon.BE_NOW | lexicon.BE_PAST | lexicon.BE_OTHER, Kind.BE)
    | dict.fromkeys(lexicon.HAVE, Kind.HAVE)
    | dict.fromkeys(lexicon.DO, Kind.DO)
    | dict.fromkeys(lexicon.SOFT_PREPOSITIONS, Kind.PREPOSITION)
    | dict.fromkeys(lexicon.LINKS, Kind.LINK)
    | dict.fromkeys(lexicon.YOUR_PRONOUNS, Kind.PERSON)
    | {"'s": Kind.CLITIC, "'": Kind.CLITIC}
)
_MARKED_KEYS = frozenset(_stem(word)[0] for word in lexicon.NEGATIONS | lexicon.HEDGES)
_GROUPS = {_stem(word)[0]: _stem(first)[0] for word, first in SAME_MEANING.items()}
