"""Find the one statement of the evidence that a claim is a reading of.

One claim, one statement, one cell: words are never collected from two places.
When nothing bears the claim out, the nearest statement says what is missing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sheetsync.evidence import lexicon
from sheetsync.evidence.align import Alignment, align, may_be_added
from sheetsync.evidence.arrows import has_happened
from sheetsync.evidence.at_home import speaks_of_home
from sheetsync.evidence.checks import Check, Slip, is_soft
from sheetsync.evidence.demands import allowed, unmet
from sheetsync.evidence.framed import Framed
from sheetsync.evidence.library import Library
from sheetsync.evidence.openings import Shape
from sheetsync.evidence.places import positions
from sheetsync.evidence.quotations import quotation
from sheetsync.evidence.rewrites import passive_things, rewrites
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.taken_back import taken_back
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Kind

_TRIED = 4
"""Statements that are walked for one claim, those that hold all its words first."""

_COPY_WORDS = 5

_ORDER = list(Check)


@dataclass(frozen=True, slots=True)
class Found:
    """The statement that bears a claim out, and where."""

    statement: Statement
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class NotFound:
    """Why no statement bears a claim out.

    Attributes:
        slip: The first difference from the nearest statement.
        nearest: That statement, if any comes near.
        nearly: The claim is all but a copy of it, so it distorts it.
    """

    slip: Slip
    nearest: Statement | None
    nearly: bool = False


def best_quote(
    framed: Framed, library: Library, *, within: tuple[int, int] | None = None
) -> Found | NotFound:
    """Find the first statement that the claim reads along.

    Args:
        framed: The claim without its frame.
        library: What may be cited, in the order of preference.
        within: Offsets in the passage to stay inside, when the quote was given.
    """
    needed = [t for t in framed.core if not (is_soft(t) or may_be_added(t))]
    if not needed:
        return NotFound(Slip(Check.COVERAGE, ""), None)
    statements = _open_to(framed, needed, library)
    ranked = _ranked(needed, statements)[:_TRIED]
    worst: NotFound | None = None
    for missing, statement in ranked:
        result = None if missing else _walk(framed, statement, within)
        if isinstance(result, Alignment):
            result = unmet(framed, statement, result) or result
        if isinstance(result, Alignment):
            return Found(statement, result.first, result.last)
        if worst is None:
            slip = result or _first_missing(missing, statement)
            nearly = len(needed) >= _COPY_WORDS and len(missing) * 5 <= len(needed)
            worst = NotFound(slip, statement, nearly)
    quoting = '"' in {token.low for token in framed.core}
    for statement in statements if quoting else ():
        quoted = quotation(framed.core, statement)
        if quoted is not None and not taken_back(
            framed.core, statement.tokens, quoted.first, quoted.last
        ):
            return Found(statement, quoted.first, quoted.last)
    if worst is None:
        return NotFound(_first_missing(needed, None), None)
    return worst


def _open_to(framed: Framed, needed: Sequence[Token], library: Library) -> Sequence[Statement]:
    """Return the statements that may prove a claim by its frame, its arrow and its place."""
    statements = allowed(framed, library.statements(needed))
    if any(t.low == "→" for t in needed):
        statements = [s for s in statements if has_happened(framed.core, s)]
    if framed.home:
        statements = [s for s in statements if speaks_of_home(framed.core, s)]
    return statements


def not_about(words: Sequence[Token], library: Library) -> NotFound | None:
    """Say what is missing when no statement has all these words, in whatever order."""
    ranked = _ranked(words, library.statements(words))
    if ranked and not ranked[0][0]:
        return None
    missing, nearest = ranked[0] if ranked else (list(words), None)
    return NotFound(_first_missing(missing, nearest), nearest)


def _ranked(
    needed: Sequence[Token], statements: Iterable[Statement]
) -> list[tuple[list[Token], Statement]]:
    """Order statements by how many of the claim's words they lack; ties keep their order."""
    scored = []
    for statement in statements:
        missing = [token for token in needed if not positions(token, statement)]
        if len(missing) < len(needed):
            scored.append((missing, statement))
    scored.sort(key=lambda pair: len(pair[0]))
    return scored


def _first_missing(missing: Sequence[Token], statement: Statement | None) -> Slip:
    """Name the missing word whose check comes first."""
    slips = [_missing(token, statement) for token in missing]
    return min(slips, key=lambda slip: _ORDER.index(slip.check))


def _missing(token: Token, statement: Statement | None) -> Slip:
    if token.kind is Kind.NUMBER:
        return Slip(Check.QUANTITY, token.text)
    if token.low in lexicon.CAUSES or token.low in lexicon.SUPERLATIVE_HELPERS:
        return Slip(Check.POLICY, token.text)
    if token.kind is Kind.MARKED and statement is not None:
        return Slip(Check.POLARITY, token.text)
    return Slip(Check.NAME if token.capital and token.start else Check.WORDS, token.text)


def _walk(framed: Framed, statement: Statement, within: tuple[int, int] | None) -> Alignment | Slip:
    """Walk the claim along the statement as it stands, then turned around."""
    first = align(framed.core, statement, shape=framed.shape, within=within)
    if isinstance(first, Alignment):
        return first
    for turned in rewrites(framed.core, statement):
        if not turned:
            continue
        result = align(turned, statement, shape=framed.shape, within=within)
        if isinstance(result, Alignment):
            return result
    for turned in passive_things(framed.core):
        result = align(turned, statement, shape=Shape.THING, within=within)
        if isinstance(result, Alignment):
            return result
    return first
