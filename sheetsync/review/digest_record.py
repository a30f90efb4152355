"""What the digest needs of the workbook besides the review: where rows stand, what the Log says.

The rows are those that the run leaves, whether it has been written or not.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sheetsync.cells import Scalar, from_serial, to_text
from sheetsync.events import Event
from sheetsync.logbook import LOG
from sheetsync.plan import AppendRow, Plan, SetCell
from sheetsync.review import saved
from sheetsync.rules.crm import CRM
from sheetsync.rules.followup import FOLLOWUP
from sheetsync.rules.map import MAP
from sheetsync.rules.outreach import OUTREACH
from sheetsync.rules.qualification import QUALIFICATION
from sheetsync.rules.research import RESEARCH
from sheetsync.snapshot import Snapshot

CHAIN = (RESEARCH, QUALIFICATION, OUTREACH, FOLLOWUP, CRM)
"""The tabs of the five blocks, in the order in which a lead passes them."""


@dataclass(frozen=True, slots=True)
class Logged:
    """One line of the Log: its row counted from zero, its day if it has one, what happened."""

    row: int
    day: date | None
    event: Event


@dataclass(frozen=True, slots=True)
class Record:
    """Where everything stands.

    Attributes:
        rows: By tab, each lead's row, counted from zero; the last one where it has several.
        owners: By block, who the Map says answers for it.
        log: The lines by which a lead moved or a person decided, in order.
        saved: In which row of the Log each week's numbers are, by week.
        pending: Does the next sync still have to write what is shown?
    """

    rows: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)
    log: Sequence[Logged] = ()
    saved: Mapping[str, int] = field(default_factory=dict)
    pending: bool = False

    def row(self, tab: str, lead_id: str) -> int | None:
        """A lead's row on a tab."""
        return self.rows.get(tab, {}).get(lead_id)

    def furthest(self, lead_id: str) -> str:
        """The last tab of the chain that has a row for a lead."""
        return next(
            (tab for tab in reversed(CHAIN) if self.row(tab, lead_id) is not None), CHAIN[0]
        )

    def since(self, day: date | None) -> Iterator[Logged]:
        """The lines of the Log from a day on; all of them for ``None``."""
        for line in self.log:
            if day is None or (line.day is not None and line.day >= day):
                yield line


def moves(line: Logged) -> bool:
    """Has a record moved by this?"""
    return saved.movement(None, None, [line.event])[0] > 0


def decides(line: Logged) -> bool:
    """Has a person decided by this?"""
    return saved.movement(None, None, [line.event])[1] > 0


def read_record(snapshot: Snapshot, plan: Plan, *, written: bool) -> Record:
    """Read where everything stands once a plan is carried out.

    Args:
        snapshot: The book as it was read.
        plan: What the run changes.
        written: Has that been written?
    """
    log, weeks = [], {}
    for line in _lines(snapshot, plan):
        if moves(line) or decides(line):
            log.append(line)
        elif line.event.event == saved.NUMBERS:
            weeks[_week(line.event.detail)] = line.row
    return Record(
        rows={tab: _rows(tab, snapshot, plan) for tab in CHAIN},
        owners=_owners(snapshot),
        log=log,
        saved=weeks,
        pending=not (written or plan.is_empty),
    )


def _rows(title: str, snapshot: Snapshot, plan: Plan) -> dict[str, int]:
    found: dict[str, int] = {}
    tab = snapshot.tabs.get(title)
    if tab is not None:
        for row, lead_id in zip(tab.rows, tab.values("Lead ID"), strict=True):
            found[to_text(lead_id).strip()] = row
    for change in plan.changes:
        if change.tab == title and isinstance(change, AppendRow | SetCell):
            lead_id = change.key.partition("/")[0]
            if isinstance(change, AppendRow) or lead_id not in found:
                found[lead_id] = change.row
    return found


def _owners(snapshot: Snapshot) -> dict[str, str]:
    tab = snapshot.tabs.get(MAP)
    if tab is None:
        return {}
    named = zip(tab.values("Block"), tab.values("Current owner"), strict=True)
    return {to_text(block).strip(): to_text(owner).strip() for block, owner in named}


def _lines(snapshot: Snapshot, plan: Plan) -> Iterator[Logged]:
    tab = snapshot.tabs.get(LOG)
    if tab is not None and not tab.refused:
        titles = ("Time", "Event", "Tab", "Lead ID", "Detail", "By")
        columns = {title: tab.values(title) for title in titles}
        for index, row in enumerate(tab.rows):
            yield _logged(row, {title: own[index] for title, own in columns.items()})
    for change in plan.changes:
        if isinstance(change, AppendRow) and change.tab == LOG:
            yield _logged(change.row, change.cells)


def _logged(row: int, cells: Mapping[str, Scalar]) -> Logged:
    names = ("Event", "Tab", "Lead ID", "Detail", "By")
    event, tab, lead_id, detail, by = (to_text(cells.get(name)).strip() for name in names)
    return Logged(row, _day(cells.get("Time")), Event(event, tab, lead_id, detail, by))


def _day(value: Scalar) -> date | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = from_serial(value)
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None


def _week(detail: str) -> str:
    try:
        kept: Any = json.loads(detail)
        return str(kept["week"])
    except (ValueError, KeyError, TypeError):
        return ""
