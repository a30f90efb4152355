"""Say whether a sentence about us leaves out what an approved claim makes its promise depend on.

"Free for the first 200 instruments" was approved, "free" was not. Of what others say of the
lead a scope may go unsaid; of what we promise, only a clause that says something else.
"""

from collections.abc import Sequence
from itertools import pairwise

from sheetsync.evidence import lexicon
from sheetsync.evidence.align import Alignment
from sheetsync.evidence.checks import is_soft, is_time
from sheetsync.evidence.quantity import bears_out
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind

_US = lexicon.OUR_PRONOUNS | lexicon.FREE_ADDED
_VERBS = frozenset({Kind.BE, Kind.HAVE, Kind.DO})
_OBJECTS = frozenset({Kind.NUMBER, Kind.ARTICLE, Kind.WORD})
_LINKS = frozenset({"and", "&"})
_PROOFS = frozenset("case study studies survey source reference report audit see page p".split())
"""What stands in brackets behind a claim and tells where it is proven."""


def unsaid(core: Sequence[Token], statement: Statement, found: Alignment) -> Token | None:
    """Return the first word of an approved claim that a sentence about us leaves out.

    Args:
        core: The sentence, its frame removed.
        statement: The approved claim.
        found: What of it the sentence reads along.
    """
    tokens = _without_proof(statement.tokens)
    for at, known in enumerate(tokens):
        if known.start > statement.tokens[found.last].start and _says_more(tokens[at:]):
            return None
        if is_soft(known) or known.kind is Kind.PERSON or known.low in _US:
            continue
        if not any(_same(known, said) for said in core):
            return known
    return None


def _without_proof(tokens: Sequence[Token]) -> Sequence[Token]:
    """Leave out "(case study, 2025)"."""
    start = next((n for n, t in enumerate(tokens) if t.low == "("), len(tokens))
    stop = next((n for n, t in enumerate(tokens[start:], start) if t.low == ")"), len(tokens))
    inside = tokens[start + 1 : stop]
    proof = all(t.kind is Kind.POINT or t.low in _PROOFS or is_time(t) for t in inside)
    named = any(t.low in _PROOFS for t in inside)
    return [*tokens[:start], *tokens[stop + 1 :]] if proof and named else tokens


def _same(known: Token, said: Token) -> bool:
    if known.quantity is not None and said.quantity is not None:
        return bears_out(known.quantity, said.quantity)
    return known.key == said.key


def _says_more(rest: Sequence[Token]) -> bool:
    """Find "; setup takes a day" and ", and we host in Canada": a statement of its own."""
    if rest[0].low == ";" and rest[0].text == ";":
        return _has_verb(rest[1:])
    if len(rest) < 3 or rest[0].low not in _LINKS:
        return False
    return rest[1].low in {"we", "our"} or rest[1].form is Form.PAST or rest[1].kind in _VERBS


def _has_verb(words: Sequence[Token]) -> bool:
    return any(
        t.kind in _VERBS
        or t.form is Form.PAST
        or (t.kind is Kind.WORD and t.low.endswith("s") and following.kind in _OBJECTS)
        for t, following in pairwise(words)
    )
