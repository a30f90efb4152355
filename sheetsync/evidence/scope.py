"""What goes unsaid between two matched words and must not: scope, a shared count, the present.

"Opened no yard [in Spain] in 2024" says more than its quote, and "lead time was 9
weeks" says that it is no longer so.
"""

from collections.abc import Sequence
from itertools import pairwise

from sheetsync.evidence import lexicon
from sheetsync.evidence.checks import is_period, is_soft, is_time, same_words
from sheetsync.evidence.endings import PARTIAL, SCOPES, clause_around
from sheetsync.evidence.shared import shares_count
from sheetsync.evidence.shorter import READINGS
from sheetsync.evidence.starts import own_source
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.universals import needs_scope
from sheetsync.evidence.words import Form, Kind, analyse

_VERBS = frozenset({Kind.BE, Kind.HAVE, Kind.DO})
_NEAR = 8
_WAS = lexicon.BE_PAST | {"had"}
_ONCE = frozenset(
    analyse(word).key
    for word in "build found establish create open launch grant award complete appoint elect".split()
)
"""What is done once: a system that is "built in-house" was built in-house."""

_CLAUSE_STARTS = frozenset({",", ";", ":", ".", "(", "and", "but", "\n"})


def scope_lost(
    added: Sequence[Token], tokens: Sequence[Token], first: int, behind: int, at: int
) -> bool:
    """Say whether a phrase went that a negation, rate or superlative before it reaches over."""
    gone = tokens[behind + 1 : at]
    if all(is_soft(t) for t in gone) or same_words(added, gone):
        return False
    issued = tokens[behind].low in lexicon.OWN_SOURCES and is_time(gone[0])
    if _dated_label(gone) and not issued and not any(map(is_time, added)):
        return True
    if shares_count(tokens[first : behind + 1], gone):
        return True
    if any(t.key in PARTIAL for t in gone):
        return True
    start = behind
    while start > first and tokens[start].low not in _CLAUSE_STARTS:
        start -= 1
    clause = tokens[start : behind + 1]
    colon = [t.low for t in tokens[at + 1 : at + 2]] == [":"]
    labelled = tokens[at + 2 : at + 3] if colon else ()
    if _shared_by_both([*clause, *clause_around(tokens, at), *labelled], gone):
        return True
    if not any(t.low in SCOPES or t.low in lexicon.FREE_ADJECTIVES for t in gone):
        return False
    return needs_scope(clause)


def _dated_label(gone: Sequence[Token]) -> bool:
    """Find "in 2019:" between "G2 rating" and its value, which was so then."""
    lows = [t.low for t in gone]
    return ":" in lows and any(map(is_time, gone[: lows.index(":")]))


def _shared_by_both(clause: Sequence[Token], gone: Sequence[Token]) -> bool:
    """Find "40 vans [in Hull and] Leeds", a count that both places make up."""
    joined = any(t.low in {"and", "&"} for t in gone)
    first = next((t for t in gone if t.kind is not Kind.POINT), gone[0])
    if not joined or first.kind is not Kind.PREPOSITION:
        return False
    return any(t.quantity is not None and not is_time(t) for t in clause)


def _lasts(tokens: Sequence[Token]) -> bool:
    """Say whether a note tells what goes on: "frozen until July"."""
    return any(t.low in {"until", "till", "since"} for t in tokens)


def made_present(added: Sequence[Token], gone: Sequence[Token]) -> bool:
    """Find "load time is 6 s" for "load time measured 6 s", which it was on one day."""
    now = any(t.low in lexicon.BE_NOW for t in added)
    return now and any(t.low in READINGS for t in gone)


def of_its_time(claim: Sequence[Token], tokens: Sequence[Token], at: int) -> bool:
    """Find "careers page in 2019:" in front of what a claim says of today.

    Args:
        claim: The whole claim.
        tokens: A statement.
        at: Position of its first word that the claim has.
    """
    skipped = tokens[:at]
    then = any(t.low == "in" and is_time(when) for t, when in pairwise(skipped))
    if not then or not own_source(skipped) or any(map(is_time, claim)):
        return False
    told = (t for t in tokens[at:] if t.kind is not Kind.MARKED)
    return not any(t.form is Form.PAST or t.low in _WAS for t in told)


def dated_deed(added: Sequence[Token], tokens: Sequence[Token], at: int) -> bool:
    """Find "is founded in 1998" for a bare "founded in 1998": a deed with its date is past.

    Args:
        added: What the claim puts in front.
        tokens: A statement.
        at: Position of its first word behind that.
    """
    deed = tokens[at].form is Form.PAST and tokens[at].kind is Kind.WORD
    if not deed or not any(t.low in lexicon.BE_NOW for t in added):
        return False
    if at and tokens[at - 1].kind in _VERBS:
        return False
    behind = tokens[at + 1 : at + _NEAR]
    return any(t.low in {"in", "on", "last"} and is_time(when) for t, when in pairwise(behind))


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a clause ends here: "No injuries reported"."""
    return at + 1 >= len(tokens) or tokens[at + 1].kind is Kind.POINT


def made_past(
    added: Sequence[Token], claim: Sequence[Token], tokens: Sequence[Token], behind: int, at: int
) -> bool:
    """Find "lead time was 9 weeks" for "lead time: 9 weeks", which is so today.

    A date that the claim has too, or the past in the same clause, bears it out.
    """
    if not any(t.low in _WAS for t in added):
        return False
    if any(t.kind in _VERBS for t in tokens[behind + 1 : at]):
        return False
    clause = clause_around(tokens, at)
    if tokens[at].kind is Kind.MARKED or _lasts(clause):
        return True
    if tokens[at].form is Form.PAST and (tokens[at].key in _ONCE or _ends(tokens, at)):
        return False
    if is_time(tokens[at]) or any(map(is_period, claim)):
        return is_time(tokens[at])
    if tokens[at].form is Form.PAST and any(t.form is Form.PAST for t in tokens[:behind]):
        return False
    return not any(
        is_time(t) or t.low in _WAS or t.low == "last" or t.form is Form.PAST for t in clause
    )
