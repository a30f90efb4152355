"""Words of a quote that a claim may say shorter: "a fleet of 58 vans" is 58 vans.

Each function takes such words off what the quote has between two matched words.
"""

from collections.abc import Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.cast import CONTACT
from sheetsync.evidence.checks import Ends, is_time
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind, analyse

_HOLDING = frozenset(
    analyse(word).key for word in ("operate", "employ", "count", "manage", "consist", "comprise")
)
_MEETS = frozenset(analyse(word).key for word in ("meet", "speak", "talk", "chat"))
_BRINGS_IN = frozenset({"a", "an", "its", "their", "the"})
_BEHIND_NOUNS = frozenset({"with", "of", "that", "which"})
REACHED = frozenset({"reached", "hit", "totalled"})
"""What happens once: a level that was reached need not be the level of today."""

READINGS = REACHED | {"measured", "recorded", "clocked", "timed"}


def without_again(left_out: Sequence[Token]) -> Sequence[Token]:
    """Take "again" off "in 2022 and again in 2024", where it only joins two times."""
    return [
        t
        for n, t in enumerate(left_out)
        if not (n and t.low == "again" and left_out[n - 1].low == "and")
    ]


def without_holding(
    added: Sequence[Token], left_out: Sequence[Token], ends: Ends
) -> Sequence[Token]:
    """Take "You have 40 clinics" for "operates 40 clinics", and "had" for "operated"."""
    said = any(t.kind is Kind.HAVE or t.low == "of" for t in added)
    if ends.known.kind is not Kind.NUMBER or not said:
        return left_out
    now = any(t.low in {"have", "has"} for t in added)
    return [t for t in left_out if t.key not in _HOLDING or (now and t.form is Form.PAST)]


def standing(added: Sequence[Token], left_out: Sequence[Token], ends: Ends) -> Sequence[Token]:
    """Take "was 96%" for "stood at 96%" and "reached 96%"."""
    verb = next((t for t in added if t.kind is Kind.BE), None)
    if verb is None or ends.known.kind is not Kind.NUMBER or not left_out:
        return left_out
    lows = tuple(t.low for t in left_out[-2:])
    if lows in {("stood", "at"), ("stands", "at")}:
        past = lows[0] == "stood"
        return [*left_out[:-2], verb] if past == (verb.low in lexicon.BE_PAST) else left_out
    reached = lows[-1] in READINGS and verb.low in lexicon.BE_PAST
    return [*left_out[:-1], verb] if reached else left_out


def without_collective(left_out: Sequence[Token], ends: Ends) -> Sequence[Token]:
    """Take "58 vans" for "a fleet of 58 vans"."""
    if ends.known.kind is not Kind.NUMBER or len(left_out) < 2 or left_out[-1].low != "of":
        return left_out
    if left_out[-2].low not in lexicon.COLLECTIVES:
        return left_out
    article = [t.low for t in left_out[-3:-2]] == ["a"]
    return left_out[:-3] if article else left_out[:-2]


def without_owner(added: Sequence[Token], left_out: Sequence[Token]) -> Sequence[Token]:
    """Take "the" may stand for "its", as the last word of both gaps."""
    if added and left_out and added[-1].low == "the" and left_out[-1].low in {"its", "their"}:
        return left_out[:-1]
    return left_out


_SENDS = frozenset(analyse(word).key for word in ("send", "give", "show", "mail", "resend"))


def without_contact(left_out: Sequence[Token], ends: Ends) -> Sequence[Token]:
    """Take "met at the fair" for "met Mira at the fair", of whoever reads it."""
    start = int(bool(left_out) and left_out[0].low in {"with", "to"})
    if left_out and left_out[0].low in {"me", "us"} and ends.known_before.key in _SENDS:
        return left_out[1:]
    named = ends.known_before.key in _MEETS and len(left_out) > start
    return left_out[start + 1 :] if named and left_out[start].key == CONTACT else left_out


def without_stamp(left_out: Sequence[Token], ends: Ends) -> Sequence[Token]:
    """Take "Annual report:" for "Annual report 2024:", the same report."""
    labelled = len(left_out) > 1 and is_time(left_out[0]) and left_out[1].low == ":"
    own = ends.known_before.low in lexicon.OWN_SOURCES
    return left_out[1:] if labelled and own else left_out


def without_kind(gap: Sequence[Token], ends: Ends) -> Sequence[Token]:
    """Leave out "a hull paint," in front of the name of it: "launched a hull paint, Aqua, in".

    So goes "its third ferry," in front of "the Ardent", and "the IT director," of his name.
    """
    stop = len(gap) - (bool(gap) and gap[-1].low == "the")
    start = next((n for n, t in enumerate(gap) if t.low in _BRINGS_IN), len(gap))
    inner = gap[start + 1 : stop - 1]
    if not inner or gap[stop - 1].low != ",":
        return gap
    if start and gap[start - 1].kind not in {Kind.PREPOSITION, Kind.BE}:
        return gap
    if gap[start].low == "the" and inner[-1].key not in lexicon.ROLE_KEYS:
        return gap
    following = ends.known_next
    closed = following is None or following.kind in {Kind.POINT, Kind.PREPOSITION}
    closed = closed or (following is not None and following.capital)
    plain = all(t.kind is Kind.WORD or t.low == "-" or _ordinal(t) for t in inner)
    named = ends.known.capital and ends.known.kind is Kind.WORD
    return [*gap[:start], *gap[stop:]] if closed and plain and named else gap


def could_have(phrase: Sequence[Token], behind: Token) -> bool:
    """Find "with a hall" in front of "with 140 seats", which the hall may have."""
    if behind.low not in _BEHIND_NOUNS:
        return False
    thing = any(t.kind is Kind.WORD and not t.capital for t in phrase)
    return thing or phrase[0].low == "with"


def _ordinal(token: Token) -> bool:
    return token.quantity is not None and token.quantity.sort == "ord"


def without_brackets(gap: list[Token]) -> list[Token]:
    """Leave out whole parentheses and what stands between two commas."""
    kept: list[Token] = []
    at = 0
    while at < len(gap):
        close = {"(": ")", ",": ","}.get(gap[at].low)
        stop = next((n for n in range(at + 1, len(gap)) if gap[n].low == close), 0) if close else 0
        if not stop:
            kept.append(gap[at])
            at += 1
            continue
        kept.append(gap[at]._replace(low=",", key=","))
        at = stop + 1
    return kept
