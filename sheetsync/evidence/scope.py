"""What goes unsaid between two matched words and must not: scope, a shared count, the present.

"Opened no yard [in Spain] in 2024" says more than its quote, and "lead time was 9
weeks" says that it is no longer so.
"""

from collections.abc import Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.checks import is_soft, is_time
from sheetsync.evidence.endings import PARTIAL, SCOPES, clause_around
from sheetsync.evidence.gaps import same_words
from sheetsync.evidence.shared import shares_count
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.universals import needs_scope
from sheetsync.evidence.words import Form, Kind

_VERBS = frozenset({Kind.BE, Kind.HAVE, Kind.DO})
_WAS = lexicon.BE_PAST | {"had"}
_CLAUSE_STARTS = frozenset({",", ";", ":", ".", "(", "and", "but", "\n"})


def scope_lost(
    added: Sequence[Token], tokens: Sequence[Token], first: int, behind: int, at: int
) -> bool:
    """Say whether a phrase went that a negation, rate or superlative before it reaches over."""
    gone = tokens[behind + 1 : at]
    if all(is_soft(t) for t in gone) or same_words(added, gone):
        return False
    if _dated_label(gone) and not any(map(is_time, added)):
        return True
    if shares_count(tokens[first : behind + 1], gone):
        return True
    if any(t.key in PARTIAL for t in gone):
        return True
    start = behind
    while start > first and tokens[start].low not in _CLAUSE_STARTS:
        start -= 1
    clause = tokens[start : behind + 1]
    colon = at + 1 < len(tokens) and tokens[at + 1].low == ":"
    labelled = tokens[at + 2 : at + 3] if colon else ()
    if _shared_by_both([*clause, *clause_around(tokens, at), *labelled], gone):
        return True
    if not any(t.low in SCOPES or t.low in lexicon.FREE_ADJECTIVES for t in gone):
        return False
    return needs_scope(clause)


def _dated_label(gone: Sequence[Token]) -> bool:
    """Find "in 2019:" between "G2 rating" and its value, which was so then."""
    colon = next((n for n, t in enumerate(gone) if t.low == ":"), 0)
    return any(map(is_time, gone[:colon]))


def _shared_by_both(clause: Sequence[Token], gone: Sequence[Token]) -> bool:
    """Find "40 vans [in Hull and] Leeds", a count that both places make up."""
    joined = any(t.low in {"and", "&"} for t in gone)
    first = next((t for t in gone if t.kind is not Kind.POINT), gone[0])
    if not joined or first.kind is not Kind.PREPOSITION:
        return False
    return any(t.quantity is not None and not is_time(t) for t in clause)


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
    if is_time(tokens[at]) or any(map(is_time, claim)):
        return is_time(tokens[at])
    if tokens[at].form is Form.PAST and any(t.form is Form.PAST for t in tokens[:behind]):
        return False
    clause = clause_around(tokens, at)
    return not any(
        is_time(t) or t.low in _WAS or t.low == "last" or t.form is Form.PAST for t in clause
    )
