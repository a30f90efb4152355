"""What a run says to programs: findings, changes, answers and receipts as JSON."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sheetsync.ai.jobs import Spent
from sheetsync.cells import Scalar
from sheetsync.finding import Finding
from sheetsync.plan import AddColumn, AppendRow, Change, Plan, SetCell, SetLink
from sheetsync.receipt import Receipt
from sheetsync.rules.catalogue import CATALOGUE


def findings_json(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Findings as the documented JSON; rows are counted from one, as people count them."""
    return [
        {
            "code": finding.code,
            "severity": CATALOGUE[finding.code].severity,
            "tab": finding.tab,
            "lead_id": finding.lead_id or None,
            "row": finding.row + 1 if finding.row is not None else None,
            "column": finding.column or None,
            "message": finding.message,
            "fix": CATALOGUE[finding.code].fix,
        }
        for finding in findings
    ]


def changes_json(plan: Plan) -> list[dict[str, Any]]:
    """Changes as the documented JSON; an appended row is one change."""
    return [_change_json(change) for change in plan.changes]


def _change_json(change: Change) -> dict[str, Any]:
    match change:
        case SetCell(tab, key, _, column, before, after):
            return _set(tab, key, column, (plain(before), plain(after)))
        case SetLink(tab, key, _, column, source, target):
            return _set(tab, key, column, (source or None, target or None))
        case AddColumn(tab, column):
            return _set(tab, "", column, (None, column))
        case AppendRow(tab, key, _, cells):
            row = {title: plain(value) for title, value in cells.items()}
            return {**_set(tab, key, None, (None, row)), "kind": "append"}


def _set(tab: str, key: str, column: str | None, values: tuple[Any, Any]) -> dict[str, Any]:
    return {
        "kind": "set",
        "tab": tab,
        "lead_id": key.partition("/")[0] or None,
        "column": column,
        "before": values[0],
        "after": values[1],
    }


def plain(value: Scalar) -> Any:
    """A cell's value as JSON has it: dates and times in ISO form."""
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value.isoformat() if isinstance(value, date) else value


def ai_json(spent: Spent | float) -> dict[str, Any]:
    """Calls, tokens and cost of a paid model; a bare cost is that of a run without calls.

    In a plan they are what a sync would take at first; a draft that the evidence gate
    holds may be written again twice.
    """
    spent = spent if isinstance(spent, Spent) else Spent(cost_usd=spent)
    return {
        "calls": spent.calls,
        "tokens": spent.tokens,
        "cost_usd": round(spent.cost_usd, 4),
    }


def receipt_json(receipt: Receipt, spent: Spent | float, seconds: float) -> dict[str, Any]:
    """The receipt of a sync as the documented JSON."""
    asked = ai_json(spent)
    return {
        "run": receipt.run,
        "cells_written": receipt.cells_written,
        "rows_appended": receipt.rows_appended,
        "dropped": receipt.dropped,
        "ai_calls": asked["calls"],
        "cost_usd": asked["cost_usd"],
        "seconds": round(seconds, 2),
    }
