"""What the guard tests say of one sentence and one cell of an invented lead."""

from sheetsync.evidence.gate import judge
from sheetsync.evidence.verdict import Cited, Claim, Draft, VerdictKind

KEPT = "Ostwind ships vans from Ghent."
"""A plain cell that most words can be added to."""

_CAST = {"Company": "Ostwind Freight GmbH", "Contact": "Mira Dahl, COO"}


def claims(text: str, cell: str = "", /, **others: str) -> tuple[Claim, ...]:
    """Judge a text on one cell of public facts and any others, and expect it to pass."""
    verdict = judge(Draft(text), _cells(cell, others))
    assert verdict.kind is VerdictKind.OK, f"{verdict.cell_line} | {cell}"
    return verdict.claims


def passes(text: str, cell: str = "", /, **others: str) -> tuple[Claim, ...]:
    """The same, where each claim must also be where its quote says."""
    cells = _cells(cell, others)
    found = claims(text, cell, **others)
    assert all(cells[claim.column][claim.start : claim.end] == claim.quote for claim in found)
    return found


def held(text: str, cell: str = "", /, **others: str) -> tuple[Claim, ...]:
    """Judge a text that must not pass; return the claims that failed."""
    verdict = judge(Draft(text), _cells(cell, others))
    assert verdict.kind is not VerdictKind.OK, f"{text} | {cell}"
    return tuple(claim for claim in verdict.claims if not claim.ok)


def cited(text: str, quote: str, cell: str, column: str = "Source notes") -> Claim:
    """Judge one sentence that cites one quote."""
    (claim,) = judge(Draft(text, (Cited(text, quote, column),)), _cells(cell, {})).claims
    return claim


def _cells(cell: str, others: dict[str, str]) -> dict[str, str]:
    named = {name.replace("_", " "): text for name, text in others.items()}
    return {**_CAST, **({"Source notes": cell} if cell else {}), **named}
