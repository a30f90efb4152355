"""A small team and its workbook in memory: people type into cells by header, and the sync runs.

Cells are found by the tab's title, the header's text and the name of the row, as in
``tests.workbooks``; a run costs a tenth of one on a file. A team can be taken at a
stage of one lead's way and copied, so that each test changes one thing.
"""

from collections.abc import Mapping
from copy import copy
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from typing import Any

from sheetsync.ai.jobs import Model
from sheetsync.ai.offline import OfflineDrafter
from sheetsync.book import Grid, Reading
from sheetsync.cells import Scalar, normal_header
from sheetsync.clock import Clock
from sheetsync.finding import Finding
from sheetsync.review.week import Asked
from sheetsync.snapshot import Tab, locate
from sheetsync.sync import Outcome, sync
from tests.memory_book import MemoryBook
from tests.workbooks import DECIDED, FILLED_MAP, SEGMENTS, lead, whole

MON, TUE, WED, THU, FRI = (f"2026-03-0{day}" for day in range(2, 7))

NORD, SOUTH = "Nordhafen", "Südhafen"
CLAIMS = [{"Claim": "We plan dock slots for small carriers.", "Approved by": "Cleo"}]
BLOCKS = ("Research", "Qualification", "Outreach", "Follow-up", "CRM")

_NAMES = ("Touch ID", "Lead ID", "Company", "Setting", "Block", "Segment", "Address or domain")


class Book(MemoryBook):
    """A memory book in which cells can be merged and tabs get other names."""

    merged: Mapping[str, tuple[int, int, int, int]] = {}

    def read(self) -> Reading:
        reading = super().read()
        grids = (
            replace(g, merged=(self.merged[g.title],) if g.title in self.merged else ())
            for g in reading.grids
        )
        return replace(reading, grids=tuple(grids))

    def copied(self) -> "Book":
        """The same workbook once more."""
        other = copy(self)
        other._tabs = {title: dict(cells) for title, cells in self._tabs.items()}
        other._links, other._grids = dict(self._links), dict(self._grids)
        return other

    def merge(self, title: str, area: tuple[int, int, int, int]) -> None:
        """Merge cells of a tab."""
        self.merged = {**self.merged, title: area}

    def retitle(self, title: str, new: str) -> None:
        """Rename a tab."""
        self._tabs = {new if name == title else name: own for name, own in self._tabs.items()}
        self._grids.pop(title, None)


class SmallTeam:
    """People, their workbook and the day it is."""

    def __init__(self, *leads: Mapping[str, Any], day: str = MON, model: Model | None = None):
        rows = {
            "Start here": FILLED_MAP,
            "Segments": SEGMENTS,
            "Our claims": CLAIMS,
            "Research": leads,
        }
        self.book = Book.laid_out(whole(), rows)
        self.day, self.model = day, model or OfflineDrafter()
        self._seen: dict[str, tuple[Grid, Tab]] = {}
        self.outcome: Outcome = self.sync()

    def sync(
        self,
        day: str | None = None,
        *,
        now: str | None = None,
        ai: bool = True,
        asked: Asked = "",
    ) -> Outcome:
        """Run at noon of a day, or at a moment; the day stays the team's until another comes."""
        self.day = day or self.day
        clock = Clock.system(today=date.fromisoformat(self.day))
        if now is not None:
            clock = Clock.system(now=datetime.fromisoformat(now))
        self.outcome, _ = sync(self.book, whole(), clock, self.model if ai else None, asked=asked)
        return self.outcome

    def types(self, tab: str, cells: Mapping[str, Any], *who: str) -> None:
        """Fill cells of the first row that bears a name, or of several such rows."""
        own = self.tab(tab)
        rows = [self._row(own, name) for name in who or (NORD,)]
        self.book.type(tab, {(row, own.places[t]): v for row in rows for t, v in cells.items()})

    def adds(self, tab: str, cells: Mapping[str, Any]) -> None:
        """Fill cells of the first free row."""
        own = self.tab(tab)
        self.book.type(tab, {(own.next_row, own.places[t]): v for t, v in cells.items()})

    def row(self, tab: str, who: str = NORD) -> dict[str, Scalar]:
        """The first row that bears a name, by header; blank cells are ``None``."""
        own = self.tab(tab)
        return self._values(own, self._row(own, who))

    def rows(self, tab: str) -> list[dict[str, Scalar]]:
        """Every row of a tab, by header."""
        own = self.tab(tab)
        return [self._values(own, row) for row in own.rows]

    def says(self, tab: str, title: str, who: str = NORD) -> str:
        """The text of one cell, ``""`` for a blank one."""
        return str(self.row(tab, who)[title] or "")

    def found(self, tab: str) -> list[Finding]:
        """What the last run found on a tab."""
        return [f for f in self.outcome.findings if f.tab == tab]

    def codes(self, tab: str) -> set[str]:
        """The codes that the last run raised on a tab."""
        return {f.code for f in self.found(tab)}

    def log(self, event: str) -> list[str]:
        """The details of one kind of event, oldest first."""
        return [str(row["Detail"] or "") for row in self.rows("Log") if row["Event"] == event]

    def state(self, who: str = NORD) -> set[str]:
        """What the tabs say is the lead's one state."""
        shown = {self._state(tab, who) for tab in BLOCKS}
        return shown - {""}

    def tab(self, title: str) -> Tab:
        """A tab as it stands in the book now."""
        for grid in self.book.read().grids:
            if normal_header(grid.title) == normal_header(title):
                if title not in self._seen or self._seen[title][0] is not grid:
                    self._seen[title] = (grid, locate(grid, whole()[title])[0])
                return self._seen[title][1]
        raise LookupError(f"there is no tab {title}")

    def twin(self) -> "SmallTeam":
        """The same team once more, to go another way."""
        other = copy(self)
        other.book, other._seen = self.book.copied(), dict(self._seen)
        return other

    def _state(self, tab: str, who: str) -> str:
        try:
            return self.says(tab, "Status", who).partition(" · state: ")[2]
        except LookupError:
            return ""

    @staticmethod
    def _values(own: Tab, row: int) -> dict[str, Scalar]:
        columns = own.grid.columns
        return {title: columns[place][row] for title, place in own.places.items()}

    @staticmethod
    def _row(own: Tab, who: str) -> int:
        named = [own.places[title] for title in _NAMES if title in own.places]
        columns = own.grid.columns
        rows = [row for row in own.rows if who in {columns[place][row] for place in named}]
        if not rows:
            raise LookupError(f"{own.title} has no row {who}")
        return rows[0]


def at(stage: str, *companies: str) -> SmallTeam:
    """A team whose leads, or one lead, have come to a stage, to be worked on from there."""
    return _reached(stage, companies or (NORD,)).twin()


@cache
def _reached(stage: str, companies: tuple[str, ...]) -> SmallTeam:
    if stage == "handed":  # complete in Research, waits in Qualification
        return SmallTeam(*map(lead, companies))
    before, day, tab, cells = _WAY[stage]
    own = at(before, *companies)
    own.types(tab, cells, *companies)
    own.sync(day)
    return own


_WAY: Mapping[str, tuple[str, str, str, Mapping[str, Any]]] = {
    # Pursued; Outreach waits for an angle.
    "decided": ("handed", MON, "Qualification", DECIDED),
    # The draft stands and waits for its variant.
    "angled": ("decided", MON, "Outreach", {"Angle": "the yard", "Stop condition": "an answer"}),
    # Nobody has approved it yet.
    "drafted": ("angled", MON, "Outreach", {"Variant": "A"}),
    # Ready to send.
    "approved": ("drafted", MON, "Outreach", {"Approved by": "Ben"}),
    # The first message is out since Monday, the second planned for Thursday.
    "sent": ("approved", MON, "Outreach", {"Sent on": date.fromisoformat(MON)}),
    # Thursday: the second message is ready to send.
    "due": ("sent", THU, "Follow-up", {"Approved by": "Ben"}),
    # Tuesday: the buyer has answered.
    "answered": (
        "sent",
        TUE,
        "Follow-up",
        {"Reply text": "Who are you?", "Reply received on": date.fromisoformat(TUE)},
    ),
}
"""Each stage: the one before it, the day, and what people type on which tab."""
