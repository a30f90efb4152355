"""Say whether a statement takes back, or gives to another, what a claim has found in it.

"Uses Sage (planned)", "has 40 vans, since sold", "Rival fleet: 40 vans", "supplies Kolb, which
uses Sage": the words of the claim all stand there, and it is not so.
"""

from collections.abc import Sequence
from itertools import pairwise

from sheetsync.evidence import lexicon
from sheetsync.evidence.checks import Check, Slip, is_soft, is_time
from sheetsync.evidence.dealings import bracketed
from sheetsync.evidence.doubts import doubted
from sheetsync.evidence.labels_over import (
    BREAKS,
    GONE,
    OTHERS,
    OTHERS_PAGES,
    next_label,
    over_label,
)
from sheetsync.evidence.only_then import only_then
from sheetsync.evidence.states_behind import state_behind
from sheetsync.evidence.subjects import OWN
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind

_UNTRUE = frozenset(
    "planned proposed trial target tbc tba hold rumour rumor rumoured rumored wrong untrue false "
    "incorrect unconfirmed cancelled canceled postponed expected pending draft provisional due "
    "wanted needed invalid mistaken mistake hypothetical aborted".split()
)
"""Behind a fact they say that it is none."""

_UNTRUE_ALONE = _UNTRUE - {"due", "target", "expected", "trial"}
_NOUNS = frozenset(
    "trial target hold rumour rumor draft due expected pending mistake wanted needed".split()
)
"""Those that may as well begin something else behind a pause: "; target for 2027 is 90"."""

_FILLERS = frozenset("but and since now later then it that this was were is has been have".split())
_NOT_SO = frozenset("yet confirmed true any anymore now".split())
_BACK = frozenset({"it", "them", "again", "later", "since", "now"})
_RELATIVE = frozenset({"which", "who", "whose", "where"})
_LONGEST = 8


def taken_back(
    core: Sequence[Token], tokens: Sequence[Token], first: int, last: int
) -> Slip | None:
    """Judge what stands around the match of a claim.

    Args:
        core: The claim without its frame.
        tokens: The statement.
        first: Position of the first matched word there.
        last: Position of the last one.
    """
    said = {t.low for t in core}
    deed = any(t.form is Form.PAST and t.kind is Kind.WORD for t in core)
    found = (
        _behind(tokens[last + 1 :], deed=deed)
        or _inside(tokens[first : last + 1], said)
        or _all_but(tokens, first)
        or only_then(core, tokens, first, last)
        or state_behind(core, tokens, last)
        or doubted(core, tokens, first, last)
    )
    if found is not None:
        return None if found.low in said else Slip(Check.POLARITY, found.text)
    other = (
        over_label(tokens, first, core)
        or next_label(tokens, first, last)
        or _relative(tokens, first, last, core)
        or _by_another(tokens, first, last, core)
        or bracketed(tokens, first, core)
        or _of_the_next(tokens, first, last, said)
    )
    return Slip(Check.BINDING, other.text) if other is not None else None


def _behind(rest: Sequence[Token], *, deed: bool) -> Token | None:
    """Find "(planned)", ", since sold" and "at a rival" behind the match."""
    rest = [t for t in rest if t.low != '"'][:_LONGEST]
    closed = next((n for n, t in enumerate(rest[:3]) if t.low == ")"), -1)
    rest = rest[closed + 1 :] if all(t.low in {"nos", "."} for t in rest[:closed]) else rest
    if not rest:
        return None
    for one, other in pairwise(rest):
        if other.low == "since" and one.low in {"none", "nothing", "not"}:
            return one
    if rest[0].low == "(":
        stop = next((n for n, t in enumerate(rest) if t.low == ")"), len(rest))
        return _says_no(rest[1:stop], deed=deed, whole=True)
    if rest[0].low in _UNTRUE_ALONE:
        return rest[0]
    if rest[0].low in {"at", "of", "for"}:
        nouns = [t for t in rest[1:3] if t.kind is not Kind.ARTICLE]
        return nouns[0] if nouns and nouns[0].low in OTHERS else None
    if " ".join(t.low for t in rest[:2]) in {"on behalf", "in theory", "in error"}:
        return rest[1]
    if rest[0].low == ":":
        return next((t for t in rest[1:4] if t.low in _UNTRUE - _NOUNS), None)
    if rest[0].kind is Kind.POINT or rest[0].kind is Kind.LINK:
        return _next_clause(rest[1:], deed=deed)
    return None


def _next_clause(words: Sequence[Token], *, deed: bool) -> Token | None:
    words = list(words)
    while words and words[0].low in _FILLERS:
        words.pop(0)
    behind = words[1] if len(words) > 1 else None
    free = behind is None or behind.kind in {Kind.POINT, Kind.PREPOSITION} or is_time(behind)
    free = free or behind.low in _BACK if behind is not None else free
    return _says_no(words[:2], deed=deed, whole=False) if free or words[0].low == "not" else None


def _says_no(words: Sequence[Token], *, deed: bool, whole: bool) -> Token | None:
    """Return the word that takes back what stands before; ``whole`` for all of a bracket."""
    if words and words[0].low in {"not", "no"}:
        alone = whole and len(words) == 1
        return words[0] if alone or (len(words) > 1 and words[1].low in _NOT_SO) else None
    if whole and len(words) > 1 and words[1].kind is Kind.NUMBER:
        return None
    for token in words:
        if not whole and token.low in _NOUNS:
            continue
        gone = token.key in GONE and token.form is Form.PAST and not deed
        other = whole and token.low in OTHERS
        if token.low in _UNTRUE or gone or other or (whole and token.low == "?"):
            return token
    return None


def _inside(matched: Sequence[Token], said: set[str]) -> Token | None:
    """Find a bracket such as "(lost)" that the claim leaves out."""
    for at, token in enumerate(matched):
        if token.low == "(" and "(" not in said:
            stop = next((n for n in range(at, len(matched)) if matched[n].low == ")"), at)
            found = _says_no(matched[at + 1 : stop], deed=False, whole=True)
            if found is not None:
                return found
    return None


def _all_but(tokens: Sequence[Token], first: int) -> Token | None:
    """Find "All but" in front of "9 of 40 vans"."""
    pair = [t.low for t in tokens[first - 2 : first]]
    excepted = (
        len(pair) > 1 and pair[1] in {"but", "except"} and pair[0] in {"all", "none", "every"}
    )
    return tokens[first - 1] if excepted else None


def _relative(
    tokens: Sequence[Token], first: int, last: int, core: Sequence[Token]
) -> Token | None:
    """Find "Kolb, which has vans and" between the lead and "uses Sage"."""
    keys = {t.key for t in core}
    start = next((n for n in range(first, -1, -1) if tokens[n].low in BREAKS), 0)
    for at in range(start + 2, last):
        if tokens[at].low not in _RELATIVE or tokens[at].key in keys:
            continue
        before = tokens[at - 2] if tokens[at - 1].low == "," else tokens[at - 1]
        named = before.capital or before.low in OTHERS_PAGES | lexicon.APPOSED
        if not named or before.kind is not Kind.WORD or before.key in OWN | keys:
            continue
        if all(tokens[n].low not in {",", ")"} for n in range(at + 1, last + 1)):
            return before
    return None


def _by_another(
    tokens: Sequence[Token], first: int, last: int, core: Sequence[Token]
) -> Token | None:
    """Find "opened by Kolb" behind what a claim says that the lead has opened."""
    lows, keys = {t.low for t in core}, {t.key for t in core if t.kind is Kind.WORD}
    if "by" in lows or any(t.kind is Kind.BE for t in core):
        return None
    dated = core[0].kind is Kind.PREPOSITION and any(map(is_time, core[1:2]))
    subject = core[2:4] if dated else core[:2]
    if not any(t.kind is Kind.PERSON and t.low != "your" for t in subject):
        return None
    for at in range(first, min(last + 2, len(tokens) - 2)):
        verb = tokens[at].form is Form.PAST and tokens[at].key in keys
        if verb and tokens[at + 1].low == "by":
            who = next((t for t in tokens[at + 2 : at + 4] if t.kind is not Kind.ARTICLE), None)
            named = who is not None and (who.capital or who.low in OTHERS_PAGES | lexicon.APPOSED)
            if named and who is not None and who.key not in OWN and who.kind is Kind.WORD:
                return who
    return None


def _of_the_next(tokens: Sequence[Token], first: int, last: int, said: set[str]) -> Token | None:
    """Find "and, since 2024, to Kolb" where a claim takes the year for what stands before "and"."""
    joint = next((n for n in range(last, first, -1) if tokens[n].low in {"and", "but"}), 0)
    if not joint or tokens[joint].low in said:
        return None
    taken = [t for t in (*tokens[joint + 1 : last], tokens[last]) if t.kind is not Kind.POINT]
    rest = [t for t in tokens[last + 1 : last + 3] if t.low != ","]
    timed = bool(taken) and all(is_soft(t) or t.kind is Kind.MARKED or is_time(t) for t in taken)
    goes_on = bool(rest) and rest[0].kind is Kind.PREPOSITION
    return taken[0] if timed and goes_on else None
