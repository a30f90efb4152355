"""Judge drafts line by line: JSON in, one JSON verdict out for each, in order.

A line that cannot be read is answered like any other, with a held verdict that
names the line; nothing a stranger writes into a line ends the run.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sheetsync.evidence.gate import judge
from sheetsync.evidence.verdict import Cited, Draft, Verdict, VerdictKind

LONGEST_LINE = 5_000_000
"""Characters of one line; a cell of a spreadsheet holds 32,767."""


class _Malformed(ValueError):
    """A line that does not keep to the protocol."""


def verify_lines(lines: Iterable[str]) -> Iterator[str]:
    """Answer each line of input with one line of JSON.

    Args:
        lines: ``{"cells": {column: text}, "text": …, "claims": [{"text", "quote",
            "column"}]}``, one object a line; ``claims`` may be left out.

    Yields:
        ``{"verdict": "ok" | "held" | "check", "reasons": […], "claims": [{"text",
        "quote", "column", "ok"}]}`` without a line end.
    """
    for number, line in enumerate(lines, start=1):
        try:
            verdict = _judged(line)
        except _Malformed as malformed:
            reason = f"line {number} {malformed}; nothing on it was checked"
            verdict = Verdict(VerdictKind.HELD, (reason,), ())
        yield json.dumps(as_record(verdict))


def as_record(verdict: Verdict) -> dict[str, Any]:
    """Write a verdict as the record that ``verify`` prints."""
    return {
        "verdict": verdict.kind.value,
        "reasons": list(verdict.reasons),
        "claims": [
            {"text": c.text, "quote": c.quote, "column": c.column, "ok": c.ok}
            for c in verdict.claims
        ],
    }


def _judged(line: str) -> Verdict:
    if len(line) > LONGEST_LINE:
        raise _Malformed(f"is longer than {LONGEST_LINE} characters")
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        raise _Malformed("is not JSON") from None
    if not isinstance(record, dict):
        raise _Malformed("is not an object with cells and text")
    cells, text = record.get("cells"), record.get("text")
    if not isinstance(cells, dict) or not all(isinstance(v, str) for v in cells.values()):
        raise _Malformed('has no "cells" with a text for each column')
    if not isinstance(text, str):
        raise _Malformed('has no "text"')
    return judge(Draft(text, tuple(_cited(record.get("claims")))), cells)


def _cited(claims: object) -> Iterator[Cited]:
    if claims is None:
        return
    if not isinstance(claims, list):
        raise _Malformed('has "claims" that are no list')
    for claim in claims:
        yield Cited(_field(claim, "text"), _field(claim, "quote"), _field(claim, "column"))


def _field(claim: object, name: str) -> str:
    value = claim.get(name) if isinstance(claim, Mapping) else None
    if not isinstance(value, str):
        raise _Malformed(f'has a claim without "{name}"')
    return value
