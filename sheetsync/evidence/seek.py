"""Seek the quote for one claim under each reading of its sentence, and say what came of it."""

from collections.abc import Mapping, Sequence

from sheetsync.evidence import wording
from sheetsync.evidence.best_quote import Found, NotFound, best_quote
from sheetsync.evidence.checks import Check, Slip
from sheetsync.evidence.framed import Attribution, Framed
from sheetsync.evidence.frames import framings
from sheetsync.evidence.library import Library
from sheetsync.evidence.openings import Shape
from sheetsync.evidence.quotations import misquoted
from sheetsync.evidence.statements import Cell
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.verdict import Claim
from sheetsync.evidence.words import Form, Kind


def seek(
    tokens: Sequence[Token],
    library: Library,
    *,
    shape: Shape = Shape.SENTENCE,
    within: tuple[int, int] | None = None,
) -> Found | NotFound:
    """Look for a quote under each reading of a sentence; the last refusal counts.

    Args:
        tokens: The sentence.
        library: What it may cite.
        shape: A further shape to try it in.
        within: Offsets in the passage to stay inside, when the quote was given.
    """
    if _two_subjects(tokens):
        return NotFound(Slip(Check.BINDING, ""), None)
    refused = NotFound(Slip(Check.COVERAGE, ""), None)
    readings = framings(tokens)
    if shape is not Shape.SENTENCE:
        readings.append(Framed(tuple(tokens), shape))
    for framed in readings:
        result = best_quote(framed, library, within=within)
        if isinstance(result, Found):
            return result
        if framed.attribution is not Attribution.NOBODY:
            plain = best_quote(Framed(framed.core, framed.shape), library, within=within)
            if isinstance(plain, Found):
                result = NotFound(Slip(Check.ATTRIBUTION, ""), plain.statement)
        if result.nearest is not None or refused.nearest is None:
            refused = result
    return refused


def _two_subjects(tokens: Sequence[Token]) -> bool:
    """Find "You planning is slow", which is no sentence, whatever it leaves out."""
    if len(tokens) < 3 or tokens[0].low != "you":
        return False
    second = tokens[1]
    if second.low in {"you", "the", "a", '"'}:
        return True
    noun = second.kind is Kind.WORD and second.form is Form.BASE
    verb = next((t for t in tokens[2:4] if t.kind is not Kind.WORD), second)
    return (
        (noun or second.form is Form.ING) and second.low not in _HOLD_THAT and verb.kind is Kind.BE
    )


_HOLD_THAT = frozenset("know feel see find mean understand report say note think hear".split())


def proven(text: str, found: Found, cells: Mapping[str, Cell]) -> Claim:
    """Make the claim of a quote that was found, with its raw words and their place.

    Words in quotation marks must stand in the passage as they are.
    """
    passage = found.statement.passage
    other = misquoted(text, passage.text)
    if other:
        return refused(text, NotFound(Slip(Check.WORDS, other), found.statement))
    cell = cells[passage.column]
    taken = found.statement.tokens[found.first : found.last + 1]
    first = passage.start + min(token.start for token in taken)
    last = passage.start + max(token.end for token in taken)
    start, end = cell.folded.span(first, last, cell.raw)
    return Claim(text, cell.raw[start:end], cell.column, start, end, ok=True)


def refused(text: str, found: NotFound) -> Claim:
    """Make the claim of a quote that was not found, with the reason."""
    reason = wording.refusal(text, found.slip, found.nearest)
    return Claim(text, reason=reason, check=found.slip.check)
