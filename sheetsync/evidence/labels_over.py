"""Labels over a fact that give it to another, or say that it is not so: "Rival fleet:", "Sold:"."""

from collections.abc import Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.checks import is_time
from sheetsync.evidence.referents import may_be_name
from sheetsync.evidence.subjects import OWN
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Kind, analyse

GONE = frozenset(
    analyse(word).key
    for word in "sell close stop end drop lose expire terminate scrap shelve withdraw fold shut".split()
)
"""Behind what is so they say that it is over; a deed stays done."""

OTHERS = frozenset(
    "rival rivals competitor competitors competition parent subcontractor subcontractors industry "
    "sector market peers benchmark sister subsidiary affiliate".split()
)
_STATUS = frozenset(
    "planned sold closing closed sale lost check question questions target targets former previous "
    "cancelled proposed wanted wishlist forecast old".split()
)
"""In a label they say that its items are not, or are no more, the lead's."""

_PAGES = frozenset(
    "website site blog newsletter release brochure bio profile report survey".split()
)
OTHERS_PAGES = OTHERS | frozenset(
    "supplier vendor customer client city council government national trade partner".split()
)
_PLATFORMS = frozenset(
    "linkedin instagram facebook tiktok youtube twitter github google glassdoor trustpilot".split()
)
_KINDS = _PLATFORMS | frozenset(
    "safety sustainability financial quality investor esg csr impact interim quarterly corporate "
    "yearly progress inspection energy climate pay diversity".split()
)
BREAKS = frozenset({";", ".", "\n"})


def over_label(tokens: Sequence[Token], first: int, core: Sequence[Token]) -> Token | None:
    """Find "Rival fleet:", "Sold:" and "Kolb website:" over the match."""
    start = next((n + 1 for n in reversed(range(first)) if tokens[n].low in BREAKS), 0)
    colon = next((n for n in range(first - 1, start, -1) if tokens[n].low == ":"), 0)
    label = tokens[start:colon]
    if not colon or any(t.key in OWN and t.kind is Kind.PERSON for t in tokens[colon:first]):
        return None
    named = tokens[first].kind is Kind.PERSON
    paged = any(t.low in _PAGES for t in label)
    over = any(t.key in GONE or t.low == "left" for t in core)
    for at, token in enumerate(label):
        owner = at + 1 < len(label) and label[at + 1].low == "'s" and token.key not in OWN
        status = token.low in _STATUS and not paged and not over
        if token.low in OTHERS or (owner and not named) or status or _group(label, at):
            return token
        if paged and not named and _page_of_another(label, at):
            return token
    return _dated(label, core) if not named and not paged else None


def _group(label: Sequence[Token], at: int) -> bool:
    """Find "Group" and "Kolb group", which is more than the lead."""
    before = label[at - 1] if at else None
    alone = before is None or before.kind is Kind.ARTICLE
    named = before is not None and before.capital and before.kind is Kind.WORD
    return label[at].low == "group" and (alone or named)


def _page_of_another(label: Sequence[Token], at: int) -> bool:
    """Find "Kolb" and "Industry" in front of "report"."""
    token, behind = label[at], label[at + 1] if at + 1 < len(label) else None
    if token.low in OTHERS_PAGES:
        return True
    if token.low == "of" and behind is not None:
        return behind.capital and behind.key not in OWN and behind.kind is Kind.WORD
    if behind is None or behind.low not in _PAGES or token.kind is not Kind.WORD:
        return False
    known = lexicon.OWN_SOURCES | lexicon.SOURCE_KINDS | lexicon.ORGANISATIONS | _KINDS
    return token.low not in known and token.capital and may_be_name(token.text)


def _dated(label: Sequence[Token], core: Sequence[Token]) -> Token | None:
    """Find "Fleet 2027:" and "In 2019:" over what a claim says of today."""
    year = next((t for t in label if t.quantity is not None and t.quantity.year is not None), None)
    plain = all(t.kind in {Kind.WORD, Kind.NUMBER, Kind.PREPOSITION} for t in label)
    alone = len(label) > 1 and all(
        is_time(t) or t.kind is Kind.PREPOSITION or t.low == "as" for t in label
    )
    counted = bool(label) and (label[0].low in lexicon.COLLECTIVES or alone)
    return year if plain and counted and not any(map(is_time, core)) else None


def next_label(tokens: Sequence[Token], first: int, last: int) -> Token | None:
    """Find "customers:" at the end of a match that begins under another label."""
    if last + 1 >= len(tokens) or tokens[last + 1].low != ":":
        return None
    marks = {",", ";", "\n", "."}
    begun = next((n for n in range(last, first, -1) if tokens[n].low in marks), 0)
    return tokens[last] if begun else None
