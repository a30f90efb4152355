"""The rows of the Review tab as they were read, and which of them are still open.

Only the last week can be open. A week that is closed, or that another one has
followed, is never written again (R92).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sheetsync.check import Table
from sheetsync.review.agenda import ACTIVE, BY_TITLE, CLOSE, Area
from sheetsync.review.weeks import is_week

DECIDED = re.compile(r"decided on (\d{4}-\d\d-\d\d): (.+)", re.DOTALL)
"""What the Status of an item says once its decision counts."""

CLOSED = re.compile(r"closed on (\d{4}-\d\d-\d\d) by (.+)", re.DOTALL)
"""What the Status of "Close review" says once it is."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the tab.

    Attributes:
        index: Its place among the tab's rows.
        area: Which part of the review it belongs to.
        leads: The leads that it is about.
        decision: What a person chose, in the spelling of the allowed ones; as typed if
            it is none of them.
    """

    index: int
    week: str
    area: Area
    item: str
    leads: tuple[str, ...]
    numbers: str
    decision: str
    by: str
    comment: str
    status: str

    @property
    def name(self) -> str:
        """What makes it the same item in the next run: its lead, else its text."""
        single = len(self.leads) == 1 and self.area.decisions and self.area is not ACTIVE
        return self.leads[0] if single else self.item

    @property
    def allowed(self) -> bool:
        """Is the decision one of those that the area offers?"""
        return self.decision in self.area.decisions

    @property
    def untouched(self) -> bool:
        """Has nobody entered anything?"""
        return not (self.decision or self.by or self.comment)

    def decided_on(self, today: date) -> date:
        """Since when the decision counts: as its Status says, else from this run on."""
        found = DECIDED.match(self.status)
        if found is not None and found[2].partition(";")[0].strip() == self.decision:
            return date.fromisoformat(found[1])
        return today


@dataclass(frozen=True, slots=True)
class Agenda:
    """The tab as it was read.

    Attributes:
        entries: Every row with a week and an area that the review knows, in order.
        week: The last week in the tab, ``""`` for none.
        open: Is that week's review still open?
    """

    entries: tuple[Entry, ...]
    week: str
    open: bool

    def of(self, week: str) -> list[Entry]:
        """The rows of one week."""
        return [entry for entry in self.entries if entry.week == week]


def read_agenda(table: Table | None) -> Agenda:
    """Read the Review tab; a row that is none of the review's is left alone."""
    if table is None or table.tab.refused:
        return Agenda((), "", open=False)
    cells = table.cells
    entries = [
        Entry(
            index=index,
            week=week,
            area=area,
            item=cells["Item"][index],
            leads=_leads(cells["Leads"][index]),
            numbers=cells["Numbers"][index],
            decision=_spelt(cells["Decision"][index], area.decisions),
            by=cells["Decided by"][index],
            comment=cells["Comment"][index],
            status=cells["Status"][index],
        )
        for index, week in enumerate(cells["Week"])
        if is_week(week) and (area := BY_TITLE.get(cells["Area"][index])) is not None
    ]
    last = max((entry.week for entry in entries), default="")
    closed = any(
        entry.area is CLOSE and CLOSED.fullmatch(entry.status)
        for entry in entries
        if entry.week == last
    )
    return Agenda(tuple(entries), last, open=bool(last) and not closed)


def _spelt(text: str, allowed: Sequence[str]) -> str:
    plain = " ".join(text.casefold().split())
    return next((each for each in allowed if each.casefold() == plain), text)


def _leads(text: str) -> tuple[str, ...]:
    return tuple(part for part in re.split(r"[,;\s]+", text) if part)
