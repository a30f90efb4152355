"""Compare the small words between two matched words: voice, tense, prepositions, pauses.

Small words decide who did what to whom and when, so what is added or dropped
must be licensed one by one.
"""

from collections.abc import Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.checks import Check, Ends, Slip, is_period, is_time
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import UNCHANGED_PAST, Form, Kind, analyse

REPORTING_KEYS = frozenset(analyse(word).key for word in lexicon.REPORTING)

_STRONG = frozenset(";:.!?\n(")
_JOINS = frozenset({"and", "but", "&"})
_PAUSES = frozenset({Kind.POINT, Kind.LINK, Kind.PERSON, Kind.BE})
_HOW = frozenset({"once", "twice", "daily", "weekly", "monthly", "online", "manually", "together"})
_VERBS = frozenset({Kind.BE, Kind.HAVE, Kind.DO})
_PLACED = frozenset(
    analyse(word).key for word in lexicon.SITES | {"vacancy", "role", "opening", "job", "position"}
)
"""What stands at a place, so that "Offices: Hull" are "offices in Hull"."""

_GIVES = frozenset(analyse(word).key for word in ("write", "send", "show", "give", "offer"))
"""Verbs with which "me" and "to me" are the same."""


def grammar(added: Sequence[Token], kept: Sequence[Token], ends: Ends) -> Slip | None:
    """Compare the claim's small words with the quote's.

    Args:
        added: The claim's tokens between two matched words.
        kept: What the quote has there, the parts that may go taken out.
        ends: The matched words around.
    """
    return (
        _verbs(added, kept, ends)
        or _prepositions(added, kept, ends)
        or _pauses(added, kept, ends)
        or _possessive(added, kept, ends)
        or _joined(added, kept, ends)
    )


def _pauses(added: Sequence[Token], kept: Sequence[Token], ends: Ends) -> Slip | None:
    """A colon, a semicolon or a bracket of the quote needs a pause in the claim."""
    known = ends.known_before
    label = known.form is Form.ING and ends.known.kind is Kind.NUMBER
    if label or known.kind is Kind.PERSON or known.key in REPORTING_KEYS:
        return None
    counted = ends.known.kind is Kind.NUMBER and any(t.kind is Kind.HAVE for t in added)
    paused = counted or any(t.kind in _PAUSES or t.low in lexicon.OF_FOR for t in added)
    if paused or _STRONG.isdisjoint(token.low for token in kept):
        return None
    if _bracketed_place(added, kept, ends) or _votes(added, kept, ends):
        return None
    return Slip(Check.BINDING, ends.said.text)


def _votes(added: Sequence[Token], kept: Sequence[Token], ends: Ends) -> bool:
    """Take "4.5 (90 reviews)" for "4.5 from 90 reviews"."""
    numbers = ends.known_before.kind is ends.known.kind is Kind.NUMBER
    inside = [t.low for t in kept] == ["("] and [t.low for t in added] == ["from"]
    return numbers and inside and not is_time(ends.known)


def _bracketed_place(added: Sequence[Token], kept: Sequence[Token], ends: Ends) -> bool:
    """Take "planner (Ghent)" for "planner in Ghent"."""
    placed = [t.low for t in added] == ["in"]
    if placed and [t.low for t in kept] == [":"] and ends.known_before.key in _PLACED:
        return ends.known.capital
    inside = placed and [t.low for t in kept] == ["("]
    closed = ends.known_next is not None and ends.known_next.low == ")"
    if inside and is_time(ends.known):
        return closed or ends.known_next is None
    return inside and closed and ends.known.capital and not ends.known_before.capital


def _possessive(added: Sequence[Token], kept: Sequence[Token], ends: Ends) -> Slip | None:
    """A possessive may turn into "your" or go after the company's own name only."""
    owned = any(t.low == "'s" for t in kept)
    if owned == any(t.low == "'s" for t in added):
        return None
    owner = ends.said_before if owned else ends.known_before
    if Kind.PERSON in {owner.kind, ends.known_before.kind}:
        return None
    return Slip(Check.BINDING, ends.said.text)


def _joined(added: Sequence[Token], kept: Sequence[Token], ends: Ends) -> Slip | None:
    """Two numbers are no range, and two things no pair, unless the quote says so."""
    lows = {t.low for t in added}
    numbers = ends.said_before.kind is ends.said.kind is Kind.NUMBER
    if numbers and ("-" in lows) != any(t.low == "-" for t in kept):
        return Slip(Check.BINDING, ends.said.text)
    if any(t.kind is Kind.POINT for t in kept):
        return None
    pair = not _JOINS.isdisjoint(lows) and _JOINS.isdisjoint(t.low for t in kept)
    if pair and ends.known.kind is not Kind.PERSON:
        return Slip(Check.BINDING, ends.said.text)
    return None


def _verbs(added: Sequence[Token], kept: Sequence[Token], ends: Ends) -> Slip | None:
    said = [t for t in added if t.kind in _VERBS]
    known = [t for t in kept if t.kind in _VERBS]
    if [t.low for t in said] == [t.low for t in known]:
        return None
    gerund = [t.low for t in said] == ["being"] and [t.low for t in known] != []
    if gerund and known[0].low in lexicon.BE_NOW | lexicon.BE_PAST and len(known) == 1:
        return None
    if any(t.low == "being" for t in said) != any(t.low == "being" for t in known):
        return Slip(Check.POLARITY, ends.said.text)
    if said and known:
        same = (
            _same_tense(said, known, ends)
            or _perfect_passive(said, known)
            or _perfect_progressive(said, known, ends)
        )
        return None if same else Slip(Check.POLARITY, said[-1].text)
    return _lone_verb(said or known, kept, ends, added=bool(said))


def _same_tense(said: Sequence[Token], known: Sequence[Token], ends: Ends) -> bool:
    """Say whether two auxiliaries mean the same; before a number "has" may be "there are"."""
    if _past(said) != _past(known):
        return False
    return {t.kind for t in said} == {t.kind for t in known} or ends.known.kind is Kind.NUMBER


def _lone_verb(
    verbs: Sequence[Token], kept: Sequence[Token], ends: Ends, *, added: bool
) -> Slip | None:
    """Judge an auxiliary that only one of the two has."""
    slip = Slip(Check.POLARITY, verbs[0].text)
    if added and [t.low for t in verbs] in (["has", "been"], ["have", "been"]):
        since = ends.known_next is not None and ends.known_next.low == "since"
        return None if since or ends.said.form is Form.PAST else slip
    if added and verbs[0].low in lexicon.BE_PAST and ends.said.form is Form.ING:
        return None if ends.known.form in {Form.PAST, Form.ING} else slip
    participle = ends.said.form is Form.PAST or ends.said.low in UNCHANGED_PAST
    if verbs[0].kind is Kind.BE and participle:
        return None if _passive_anyway(ends, added=added) else slip
    if added and verbs[0].kind is Kind.HAVE and ends.said.form is Form.BASE:
        owned = ends.known_before.low in {"its", "their"}
        noted = owned or ends.known.kind is Kind.NUMBER or any(t.kind is Kind.POINT for t in kept)
        return None if noted else slip
    return None


def _passive_anyway(ends: Ends, *, added: bool) -> bool:
    """Say whether a participle is passive with or without "was": "led by", "built in-house"."""
    by = ends.said_next is not None and ends.said_next.low == "by"
    known = ends.known_next
    same = by and known is not None and known.low == "by"
    if not added:
        return same
    if known is not None and (known.low in _HOW or known.low.endswith("ly")):
        return True
    if known is not None and known.quantity is not None:
        return known.quantity.sort == "date" or known.quantity.year is not None
    if known is not None and known.low in {"last", "q1", "q2", "q3", "q4"}:
        return True
    if known is not None and known.low in {"in", "on", "off", "out", "until", "till"}:
        return True
    if known is not None and known.kind is Kind.POINT:
        return not ends.known_before.capital
    return same or known is None or (known.kind is Kind.PREPOSITION and not by)


def _perfect_passive(said: Sequence[Token], known: Sequence[Token]) -> bool:
    """Take "was opened" and "has been opened" for the same."""
    lows = {tuple(t.low for t in said), tuple(t.low for t in known)}
    return lows <= {("was",), ("has", "been")} or lows <= {("were",), ("have", "been")}


def _perfect_progressive(said: Sequence[Token], known: Sequence[Token], ends: Ends) -> bool:
    """Take "has been brewing" for "has brewed"; the caller sees to it that "since" is there."""
    have = [t.kind for t in known] == [Kind.HAVE] and ends.known.form is Form.PAST
    been = [t.kind for t in said[:1]] == [Kind.HAVE] and [t.low for t in said[1:]] == ["been"]
    been = been and _past(said) == _past(known)
    return have and been and ends.said.form is Form.ING


def _past(verbs: Sequence[Token]) -> bool:
    return any(t.low in lexicon.BE_PAST or t.low in {"had", "did"} for t in verbs)


def _prepositions(added: Sequence[Token], kept: Sequence[Token], ends: Ends) -> Slip | None:
    said = [t.low for t in added if t.kind is Kind.PREPOSITION]
    known = [t.low for t in kept if t.kind is Kind.PREPOSITION]
    if len(said) == len(known):
        same = all(map(_exchangeable, said, known))
    elif not known and len(said) == 1:
        same = _may_be_added(said[0], kept, ends)
    elif not said and len(known) == 1:
        same = ends.known.kind is Kind.NUMBER and known[0] in lexicon.PLACE | {"of", "by"}
    else:
        same = False
    return None if same else Slip(Check.BINDING, ends.said.text)


def _may_be_added(said: str, kept: Sequence[Token], ends: Ends) -> bool:
    """Let "14 drivers" be "14 of the drivers", "12%" may be "by 12%"; never "by" a doer."""
    number = ends.known.kind is Kind.NUMBER
    if said == "by":
        return number
    pause = any(t.kind is Kind.POINT for t in kept)
    if said == "in" and is_period(ends.known):
        return True
    if said == "at" and ends.known.low in {"end", "start", "beginning"}:
        return True
    if said == "to" and ends.known.kind is Kind.PERSON and not kept:
        return ends.known_before.key in _GIVES
    if said == "for" and ends.known.quantity is not None and ends.known.quantity.year:
        return True
    if said == "from":
        return number and any(t.low == "(" for t in kept)
    if said == "for" and number and not pause:
        return False
    beside = number or ends.known_before.kind is Kind.NUMBER
    return said in lexicon.ADDED_PREPOSITIONS and (pause or beside or said in lexicon.OF_FOR)


def _exchangeable(said: str, known: str) -> bool:
    if said == known:
        return True
    return lexicon.PLACE.issuperset((said, known)) or lexicon.OF_FOR.issuperset((said, known))
