"""One row while it is judged: what stands in it, and what the rules leave on it.

It decides nothing: the blocks build their own rows on it.
"""

from datetime import date
from typing import Any

from sheetsync.events import Event
from sheetsync.lead import Lead
from sheetsync.settle import Work
from sheetsync.state import State


class Row:
    """One row of a tab, and the lead that it is about."""

    def __init__(self, work: Work, index: int, lead: Lead) -> None:
        self.work, self.index, self.lead = work, index, lead

    def cell(self, title: str) -> str:
        """What a column holds, as text."""
        return str(self.work.table.cells[title][self.index])

    def flag(self, code: str, message: str, column: str, since: date | None = None) -> None:
        """Raise a flag on the row."""
        self.work.flag(self.index, code, message, column, since)

    @property
    def own(self) -> State:
        """What the sync keeps of the row; changed through :meth:`keep` alone."""
        return self.work.states[self.index]

    def keep(self, key: str, value: Any) -> None:
        """Keep a value in the row's Sync state; ``None`` drops it."""
        self.work.remember(self.index, key, value)

    def event(self, event: str, detail: str, by: str = "sheetsync") -> Event:
        """Something that happened to the lead here, for the Log."""
        return Event(event, self.work.title, self.lead.lead_id, detail, by)
