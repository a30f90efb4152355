"""The team's own lists: which segments and which claims about itself are approved, until when."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sheetsync.cells import Scalar, normal_header, to_text
from sheetsync.check import Table
from sheetsync.identity import Identity
from sheetsync.settle import STATUS, Settled, Work, settle

_WAITS = "waits for approval: put a name into Approved by"
_STATUS = re.compile(
    rf"approved(?: until \d{{4}}-\d\d-\d\d)?|{_WAITS}|expired on \d{{4}}-\d\d-\d\d: approve again"
)


@dataclass(frozen=True, slots=True)
class Segments:
    """The segments by folded name: ``True`` is approved and still valid."""

    approved: Mapping[str, bool]

    def trouble(self, segment: str) -> str:
        """Say why a segment's leads may not pass, ``""`` if they may (R69)."""
        known = self.approved.get(normal_header(segment))
        if known is None:
            return f"Segment “{segment}” is new: it does not stand in Segments."
        return "" if known else f"Segment “{segment}” is not approved, or no longer."


def read_segments(table: Table | None, today: date) -> Segments:
    """Read which segments are approved today."""
    if table is None:
        return Segments({})
    return Segments(
        {
            normal_header(name): _status(table, index, today).startswith("approved")
            for index, name in enumerate(table.cells["Segment"])
            if name
        }
    )


def settle_list(table: Table, today: date) -> Settled:
    """Compute the Status of each row of Segments or Our claims."""
    count = len(table)
    work = Work(
        table,
        count,
        Identity([""] * count, frozenset(), frozenset(), ()),
        [{} for _ in range(count)],
        ours=_ours,
    )
    work.take_up(table.findings)
    name = table.tab.contract.key or ""
    statuses: list[Scalar] = [
        _status(table, index, today) if table.cells[name][index] else "" for index in range(count)
    ]
    work.cells[STATUS] = statuses
    return settle(work)


def _status(table: Table, index: int, today: date) -> str:
    until: date | None = table.cells["Valid until"][index]
    by: str = table.cells["Approved by"][index]
    if not by:
        return _WAITS
    if until is not None and until < today:
        return f"expired on {until.isoformat()}: approve again"
    return f"approved until {until.isoformat()}" if until else "approved"


def _ours(title: str, value: Scalar) -> bool:
    return title == STATUS and _STATUS.fullmatch(to_text(value)) is not None
