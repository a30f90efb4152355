"""Read "The grade went from C to B" as "grade C -> B", what a note has with an arrow for it.

An arrow says neither who moved it nor, without a date, whether it has happened: where the
note has a date or a plan, the claim must have it as well.
"""

from collections.abc import Iterator, Sequence

from sheetsync.evidence.checks import is_time
from sheetsync.evidence.counting import FALLS, RISES, mark_like
from sheetsync.evidence.standing import place_of
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind

Tokens = tuple[Token, ...]

_WENT = frozenset({"went", "moved", "changed", "gone"})
_LONGEST_VALUE = 3
_CLAUSE_ENDS = frozenset({";", ".", "\n"})


def arrowed(claim: Tokens) -> Iterator[Tokens]:
    """Yield a claim with an arrow instead of "went from … to …"."""
    at = place_of({"from"}, claim)
    to = next((n for n in range(at, len(claim)) if claim[n].low == "to"), len(claim))
    if not at or not at + 1 < to <= at + 1 + _LONGEST_VALUE or to + 1 >= len(claim):
        return
    verb = claim[at - 1]
    if not _moves(verb, claim[at + 1], claim[to + 1]):
        return
    arrow = verb._replace(text="→", low="→", key="→", kind=Kind.MARKED, form=Form.OPEN)
    helped = at > 1 and claim[at - 2].kind is Kind.HAVE
    front, values = claim[: at - 1 - helped], (*claim[at + 1 : to], arrow, *claim[to + 1 :])
    yield (*front, *values)
    yield (*front, mark_like(verb, ":"), *values)


def _moves(verb: Token, before: Token, after: Token) -> bool:
    """Say whether the verb goes the way of the two values; "went" goes either way."""
    if verb.low in _WENT:
        return True
    if verb.form is not Form.PAST or before.quantity is None or after.quantity is None:
        return False
    one, other = before.quantity, after.quantity
    if one.sort != other.sort or one.value is None or other.value is None:
        return False
    return (verb.key in RISES and one.value < other.value) or (
        verb.key in FALLS and one.value > other.value
    )


def has_happened(claim: Sequence[Token], statement: Statement) -> bool:
    """Say whether the note tells of no plan, and of no time that the claim leaves out."""
    known = statement.tokens
    arrows = statement.index.get("→", ())
    if len(arrows) != 1:
        return False
    at = arrows[0]
    start = next((n + 1 for n in reversed(range(at)) if known[n].low in _CLAUSE_ENDS), 0)
    stop = next((n for n in range(at, len(known)) if known[n].low in _CLAUSE_ENDS), len(known))
    clause = known[start:stop]
    if any(t.kind is Kind.MARKED and t.key != "→" for t in clause):
        return False
    timed = [n for n, t in enumerate(clause) if is_time(t)]
    if any(clause[n - 1].low in {"by", "from"} for n in timed if n):
        return False
    return not timed or any(map(is_time, claim))
