"""What happened, from the Log: of the whole book, or of one lead from its first line on."""

import re
from dataclasses import dataclass
from datetime import datetime

from sheetsync import logbook
from sheetsync.book import Book
from sheetsync.cells import to_text
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


def page(book: Book, contract: Contract, lead_id: str) -> list[str]:
    """Tell one lead's whole story on one page: why it was contacted, then every line of the Log.

    Raises:
        UsageError: The Log has no line of that lead, or the book has no Log.
    """
    lines = read(book, contract, lead_id)
    tables = check(take(book.read(), contract))
    told: list[str] = []
    for title, columns in _STORY:
        table = tables.get(title)
        if table is None:
            continue
        for index, own in enumerate(table.cells["Lead ID"]):
            if own == lead_id:
                facts = [
                    f"  {column}: {' '.join(to_text(table.cells[column][index]).split())}"
                    for column in columns
                    if table.cells[column][index]
                ]
                told += [f"{title}, row {table.tab.rows[index] + 1}", *facts]
    return [
        f"{lead_id}: why was this person contacted?",
        "",
        *told,
        "",
        "What happened, in order",
    ] + [f"  {line.as_text()}" for line in lines]


_STORY = (
    (
        "Research",
        (
            "Company",
            "Contact",
            "Role",
            "Reachable path",
            "Relevance signal",
            "Signal source",
            "Probable problem",
            "Status",
        ),
    ),
    (
        "Qualification",
        (
            "Decision",
            "Reason",
            "Evidence note",
            "Risk or missing evidence",
            "Decided by",
            "Decided on",
        ),
    ),
    (
        "Outreach",
        ("Angle", "Draft check", "Vouched by", "Approved by", "Variant", "Sent on", "Sent message"),
    ),
    (
        "Follow-up",
        (
            "Touch",
            "Due on",
            "Sent on",
            "Sent message",
            "Reply text",
            "Reply received on",
            "Reply decision",
            "Decided by",
            "Stop cause",
            "Status",
        ),
    ),
    ("CRM", ("Stage", "Last action", "Next step", "Next step on", "Next step owner", "Short note")),
)
"""What the page tells of each tab."""


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
