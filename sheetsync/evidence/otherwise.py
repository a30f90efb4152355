"""Find a plain statement that says otherwise: another count of the same things, or a thing given up.

"We have 60 vans" against "40 vans", "Dropped Sage in May" against "uses Sage": which of the two
holds, a person knows.
"""

from collections.abc import Sequence
from itertools import dropwhile

from sheetsync.evidence.best_quote import Found
from sheetsync.evidence.checks import is_time
from sheetsync.evidence.library import Library
from sheetsync.evidence.quantity import bears_out
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind, analyse

_HAS = frozenset(
    analyse(word).key for word in "have has run operate own employ count total".split()
)
_USES = frozenset(analyse(word).key for word in ("use", "run", "work"))
_GIVEN_UP = frozenset(
    "dropped stopped left cancelled canceled quit abandoned scrapped replaced ditched "
    "terminated uninstalled".split()
)
_BETWEEN = frozenset({"using", "with", "the", "on", "our", "their", "its"})
_NOW = frozenset({"now", "today", "currently", "already", "meanwhile", "in", "total", "all"})
_WHO = frozenset({"we", "they", "it", "there", "are", "now", "currently", "today", "only"})
_SHORTEST = 2


def otherwise(items: Sequence[Token], found: Found, library: Library) -> Statement | None:
    """Return a statement of another passage that says otherwise; ``None`` without one.

    Args:
        items: The words, numbers and people of the claim.
        found: The statement that bears the claim out.
        library: Everything that is known of the lead.
    """
    if any(is_time(t) for t in items):
        return None
    count, thing = _counted(items), _used(items)
    if count is None and thing is None:
        return None
    proof = found.statement.passage
    others = library.only(lambda passage: passage is not proof)
    for statement in others.statements(items):
        if count is not None and _counts_otherwise(statement, *count):
            return statement
        if thing is not None and _gave_up(statement, thing):
            return statement
    return None


def _counted(items: Sequence[Token]) -> tuple[Token, Token] | None:
    """Read "You have 40 vans" as the count and the thing; nothing where it says more."""
    rest = [t for t in items if t.kind is not Kind.PERSON and t.key not in _HAS]
    if len(rest) != _SHORTEST:
        return None
    number, noun = rest
    plain = number.quantity is not None and number.quantity.sort == "card"
    return (number, noun) if plain and noun.kind is Kind.WORD else None


def _counts_otherwise(statement: Statement, number: Token, noun: Token) -> bool:
    tokens = [t for t in statement.tokens if t.kind is not Kind.POINT]
    at = next((n for n, t in enumerate(tokens) if t.quantity is not None), len(tokens))
    if at + 1 >= len(tokens) or tokens[at + 1].key != noun.key:
        return False
    known, said = tokens[at].quantity, number.quantity
    if known is None or said is None or known.sort != "card" or bears_out(known, said):
        return False
    whose = all(
        t.kind in {Kind.PERSON, Kind.HAVE, Kind.BE} or t.low in _WHO or t.key in _HAS
        for t in tokens[:at]
    )
    had = any(t.low in {"had", "was", "were"} for t in tokens[:at])
    return whose and not had and all(t.low in _NOW for t in tokens[at + 2 :])


def _used(items: Sequence[Token]) -> Token | None:
    """Read "You use Sage" as the thing that is in use."""
    if not any(t.key in _USES and t.form is not Form.PAST for t in items):
        return None
    names = [t for t in items if t.capital and t.kind is Kind.WORD and t.key not in _USES]
    return names[0] if names else None


def _gave_up(statement: Statement, thing: Token) -> bool:
    """Find "Dropped Sage" and "stopped using Sage"; nobody else may be who did it."""
    tokens = statement.tokens
    at = next((n for n, t in enumerate(tokens) if t.key == thing.key), 0)
    led = list(dropwhile(lambda t: t.low in _BETWEEN, reversed(tokens[:at])))
    if not led or led[0].low not in _GIVEN_UP:
        return False
    before = [t for t in led[1:] if t.kind is not Kind.POINT]
    return all(t.kind in {Kind.PERSON, Kind.HAVE} or t.low in _WHO for t in before)
