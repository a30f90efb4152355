"""The team's own lists: which segments and which claims about itself are approved, until when."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sheetsync.cells import Scalar, normal_header, to_text
from sheetsync.check import Table
from sheetsync.identity import Identity
from sheetsync.settle import Settled, settle
from sheetsync.work import STATUS, Work

_WAITS = "waits for approval: put a name into Approved by"
_STATUS = re.compile(
    rf"approved(?: until \d{{4}}-\d\d-\d\d)?|{_WAITS}"
    r"|does not hold: (?:Approved on|Valid until) cannot be read"
    r"|does not hold before \d{4}-\d\d-\d\d"
    r"|expired on \d{4}-\d\d-\d\d: approve it again with a later Valid until"
)


@dataclass(frozen=True, slots=True)
class Segments:
    """The status of each segment, by folded name."""

    statuses: Mapping[str, str]

    def trouble(self, segment: str) -> str:
        """Say why a segment's leads may not pass, ``""`` if they may (R69)."""
        status = self.statuses.get(normal_header(segment))
        if status is None:
            return f"Segment “{segment}” is new: it does not stand in Segments."
        if status.startswith("approved"):
            return ""
        if status.startswith("does not hold"):
            return f"The approval of segment “{segment}” {status}."
        if status.startswith("expired"):
            return f"The approval of segment “{segment}” has {status.partition(':')[0]}."
        return f"Nobody has approved segment “{segment}” yet."


def read_segments(table: Table | None, today: date) -> Segments:
    """Read which segments are approved today."""
    if table is None:
        return Segments({})
    return Segments(
        {
            normal_header(name): _status(table, index, today)
            for index, name in enumerate(table.cells["Segment"])
            if name
        }
    )


def read_claims(table: Table | None, today: date) -> str:
    """What the team may say about itself today, one claim a line."""
    if table is None:
        return ""
    return "\n".join(
        " ".join(claim.split())
        for index, claim in enumerate(table.cells["Claim"])
        if claim and _status(table, index, today).startswith("approved")
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
    for title in ("Approved on", "Valid until"):
        known = title not in table.tab.places or table.cells[title][index] is not None
        if not known and to_text(table.tab.values(title)[index]).strip():
            return f"does not hold: {title} cannot be read"
    since: date | None = (
        table.cells["Approved on"][index] if "Approved on" in table.tab.places else None
    )
    if since is not None and since > today:
        return f"does not hold before {since.isoformat()}"
    if until is not None and until < today:
        return f"expired on {until.isoformat()}: approve it again with a later Valid until"
    return f"approved until {until.isoformat()}" if until else "approved"


def _ours(title: str, value: Scalar) -> bool:
    return title == STATUS and _STATUS.fullmatch(to_text(value)) is not None
