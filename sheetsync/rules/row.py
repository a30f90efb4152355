"""One row while it is judged: what stands in it, and what the rules leave on it.

It decides nothing: the blocks build their own rows on it.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sheetsync.events import Event
from sheetsync.lead import Lead
from sheetsync.state import State
from sheetsync.work import Work


class Row:
    """One row of a tab, and the lead that it is about.

    Attributes:
        who: Who answers for the row's flags; ``""`` for the block's owner.
    """

    who: str = ""

    def __init__(self, work: Work, index: int, lead: Lead) -> None:
        self.work, self.index, self.lead = work, index, lead

    def cell(self, title: str) -> str:
        """What a column holds, as text."""
        return str(self.work.table.cells[title][self.index])

    def flag(self, code: str, message: str, column: str, since: date | None = None) -> None:
        """Raise a flag on the row."""
        self.work.flag(self.index, code, message, column, since, who=self.who)

    def fits(self, cap: int, fields: Mapping[str, str]) -> list[str]:
        """Flag each field that is too long to hand on (R78), and give the words for it.

        Args:
            cap: Most characters of a field of a handoff record.
            fields: The person's or computed fields to judge, by column title.
        """
        found: list[str] = []
        for title, text in fields.items():
            if len(text) > cap:
                message = f"{title} has {len(text):,} characters; at most {cap:,} are handed on."
                self.flag("HO001", message, title)
                found.append(f"{title} is too long to hand on")
        return found

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
