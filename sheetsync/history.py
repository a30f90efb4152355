"""What happened, from the Log: of the whole book, or of one lead from its first line on."""

import re
from dataclasses import dataclass
from datetime import datetime

from sheetsync import logbook
from sheetsync.book import Book
from sheetsync.check import check
from sheetsync.contract import Contract
from sheetsync.errors import UsageError
from sheetsync.snapshot import take

_LEAD = re.compile(r"[A-Za-z]-\d+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the Log."""

    time: datetime | None
    run: str
    event: str
    tab: str
    lead_id: str
    detail: str
    by: str

    def as_text(self) -> str:
        """The line as a person reads it."""
        when = self.time.isoformat(sep=" ", timespec="minutes") if self.time else "?"
        where = " · ".join(part for part in (self.lead_id, self.tab) if part)
        detail = f": {' '.join(self.detail.split())}" if self.detail else ""
        return f"{when}  {where + ' · ' if where else ''}{self.event}{detail} (by {self.by})"

    def as_json(self) -> dict[str, str | None]:
        """The line as JSON values."""
        return {
            "time": self.time.isoformat(sep=" ", timespec="minutes") if self.time else None,
            "run": self.run,
            "event": self.event,
            "tab": self.tab or None,
            "lead_id": self.lead_id or None,
            "detail": self.detail,
            "by": self.by,
        }


def is_lead(name: str) -> bool:
    """Does a word on the command line name a lead rather than a book?"""
    return _LEAD.fullmatch(name) is not None


def read(book: Book, contract: Contract, lead_id: str) -> list[Line]:
    """Read the Log.

    Args:
        book: The workbook.
        contract: Its tabs.
        lead_id: One lead, or ``""`` for everything.

    Raises:
        UsageError: The Log has no line of that lead, or the book has no Log.
    """
    table = check(take(book.read(), contract)).get(logbook.LOG)
    if table is None or table.tab.refused:
        raise UsageError(
            f"{book.name} has no Log that can be read.",
            not_done="Nothing was shown.",
            next_step=f"Run “sheetsync init {book.name}” to add it.",
        )
    cells = table.cells
    columns = (cells[title] for title in ("Time", "Run", "Event", "Tab", "Lead ID", "Detail", "By"))
    lines = [Line(*values) for values in zip(*columns, strict=True)]
    found = [line for line in lines if not lead_id or line.lead_id == lead_id]
    if lead_id and not found:
        raise UsageError(
            f"The Log of {book.name} has no line of {lead_id}.",
            not_done="Nothing was shown.",
            next_step="Look the Lead ID up in the tab Research.",
        )
    return found
