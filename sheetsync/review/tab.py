"""This week's rows of the Review tab: opened, kept current, closed.

A row's item is written once and never turned into another one, for a person may be
typing beside it; only the two closing rows move down while nobody has touched them.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sheetsync.cells import Scalar, safe_text, to_text
from sheetsync.check import Table
from sheetsync.events import Event
from sheetsync.finding import Finding
from sheetsync.review.agenda import CHANGE, CLOSE, HEADLINE, LAST_CHANGE, LEAKS, MISSED, REVIEW
from sheetsync.review.entries import Agenda, Entry
from sheetsync.review.facts import Facts
from sheetsync.review.items import Item
from sheetsync.review.leaks import Leak
from sheetsync.review.rulings import counts, read_rulings
from sheetsync.review.saved import Saved
from sheetsync.settle import same
from sheetsync.work import STATUS

_STATUSES = re.compile(
    r"(?:open|moved:|decided on |not in effect:|nothing to decide|see the |waits |closed on "
    r"|cannot close:|in effect:|not yet in effect:|missed:).*",
    re.DOTALL,
)
_NUMBERS = re.compile(r"[^:·]+: [^·]+(?: · [^:·]+: [^·]+)*", re.DOTALL)
_LEADS = re.compile(r"[A-Za-z]-\d+(?:, [A-Za-z]-\d+)*(?:, … \d+ in all)?")
_LEADS_CAP = 5_000
"""Most characters of the column Leads."""


@dataclass(slots=True)
class Written:
    """What becomes of the tab.

    Attributes:
        changes: (row index, column, value now, value to be).
        rows: New rows, by column.
        findings: What needs a person.
        events: What happened.
        week: The week whose review is open after this pass, ``""`` for none.
        left: What keeps that review from closing.
        unsigned: Why nobody has closed it, although nothing keeps it from that.
        closed: Does this pass close it?
        opens_on: The day from which a sync opens the next review.
        facts: What the chain came to.
        leaks: Where leads stop.
        history: What each week's review has put on record, by week.
    """

    table: Table
    changes: list[tuple[int, str, Scalar, Scalar]] = field(default_factory=list)
    rows: list[Mapping[str, Scalar]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    week: str = ""
    left: Sequence[str] = ()
    unsigned: Sequence[str] = ()
    closed: bool = False
    opens_on: date | None = None
    facts: Facts | None = None
    leaks: Sequence[Leak] = ()
    history: Mapping[str, Saved] = field(default_factory=dict)

    def set(self, index: int, column: str, after: Scalar) -> None:
        """Change a computed cell; a person's text in it stays, and is named."""
        before = self.table.tab.values(column)[index]
        if same(before, after):
            return
        if not _ours(column, before):
            self.flag("SY004", f"{column} is computed, but someone typed there.", index, column)
            return
        self.changes.append((index, column, before, None if after == "" else after))

    def flag(self, code: str, message: str, index: int, column: str) -> None:
        """Raise a flag; the tab has no column for it, so it stands in To do."""
        row = self.table.tab.rows[index]
        self.findings.append(Finding(code, REVIEW, message, row=row, column=column))

    def as_written(self) -> list["Line"]:
        """Every row of the tab as this pass leaves it, people's cells included."""
        tab = self.table.tab
        titles = tuple(column.title for column in tab.contract.columns)
        columns = {title: list(tab.values(title)) for title in titles}
        for index, title, _, after in self.changes:
            columns[title][index] = after
        found = [
            Line(row, {title: to_text(columns[title][index]).strip() for title in titles})
            for index, row in enumerate(tab.rows)
        ]
        for place, cells in enumerate(self.rows, start=tab.next_row):
            found.append(Line(place, {title: to_text(cells.get(title)) for title in titles}))
        return found


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the tab: its place in the sheet counted from zero, and its texts by column."""

    row: int
    cells: Mapping[str, str]

    def __getitem__(self, title: str) -> str:
        return self.cells[title]


def _ours(column: str, value: Scalar) -> bool:
    text = to_text(value).strip()
    pattern = {STATUS: _STATUSES, "Numbers": _NUMBERS, "Leads": _LEADS}.get(column)
    return not text or pattern is None or pattern.fullmatch(text) is not None


def row_of(week: str, item: Item, status: str) -> dict[str, Scalar]:
    """A new row for an item."""
    cells: dict[str, Scalar] = {
        "Week": week,
        "Area": item.area.title,
        "Question": item.area.question,
        "Item": safe_text(item.text, limit=1_000),
        "Leads": _named(item.leads),
        "Numbers": safe_text(item.numbers, limit=2_000),
        "Allowed decisions": item.area.allowed if _asks(item) else "",
        STATUS: status,
    }
    return {title: value for title, value in cells.items() if value != ""}


def _asks(item: Item) -> bool:
    """Is there something to decide on an item?"""
    if item.area in (CHANGE, CLOSE):
        return True
    listed_elsewhere = item.text.endswith("that are not listed here")
    return bool(item.area.decisions and item.leads and not listed_elsewhere)


def _named(leads: Sequence[str]) -> str:
    text = ", ".join(leads)
    if len(text) <= _LEADS_CAP:
        return text
    kept = text[:_LEADS_CAP].rsplit(", ", 1)[0]
    return f"{kept}, … {len(leads)} in all"


def first_status(item: Item) -> str:
    """The Status of an item that is new."""
    if item.area in (HEADLINE, LEAKS, LAST_CHANGE, MISSED):
        return item.status
    if _asks(item):
        return "open"
    return "nothing to decide" if not item.leads else f"see the tab {_WHERE[item.area.title]}"


_WHERE = {
    "New leads": "Research",
    "Qualified leads": "Qualification",
    "Active outreach": "Outreach",
    "Overdue follow-up": "CRM",
    "Meetings booked or lost": "CRM",
}


def closing_items() -> tuple[Item, Item]:
    """The last two rows of each week."""
    return Item(CHANGE, CHANGE.title), Item(CLOSE, CLOSE.title)


def record_decisions(written: Written, agenda: Agenda, today: date) -> None:
    """Note beside each decision of the open week since when it counts, or why it does not."""
    rulings = read_rulings(written.table, today)
    for entry in agenda.of(agenda.week):
        if entry.area in (CHANGE, CLOSE) or not entry.decision or not entry.area.decisions:
            continue
        why = counts(entry)
        if why:
            written.flag(
                "RV003", f"{entry.area.title}, {entry.item}: {why}.", entry.index, "Decision"
            )
            written.set(entry.index, STATUS, f"not in effect: {why}")
            continue
        on = entry.decided_on(today)
        status = f"decided on {on.isoformat()}: {entry.decision}"
        lead_id = entry.leads[0] if entry.leads else ""
        ruling = rulings.leads.get(entry.area.title, {}).get(lead_id)
        if entry.decision == "change owner":
            status += f"; new owner {' '.join(entry.comment.split())}"
        elif ruling is not None and ruling.until is not None:
            status += f"; until {ruling.until.isoformat()}"
        if same(written.table.tab.values(STATUS)[entry.index], status):
            continue
        written.set(entry.index, STATUS, status)
        detail = f"{entry.week}, {entry.area.title}: {entry.decision}; {entry.item}"
        named = lead_id if len(entry.leads) == 1 else ""
        written.events.append(Event("review decided", REVIEW, named, detail, by=entry.by))


def keep_current(written: Written, agenda: Agenda, wanted: Mapping[tuple[str, str], Item]) -> None:
    """Bring the open week's numbers up to date, and add what has come since."""
    here: set[tuple[str, str]] = set()
    for entry in agenda.of(agenda.week):
        name = (entry.area.title, entry.name)
        here.add(name)
        item = wanted.get(name)
        if item is not None:
            written.set(entry.index, "Numbers", safe_text(item.numbers, limit=2_000))
            if len(entry.leads) != 1 or item.area.decisions == ():
                written.set(entry.index, "Leads", _named(item.leads))
        if item is not None and item.status:
            written.set(entry.index, STATUS, item.status)
        if entry.decision or entry.area in (CHANGE, CLOSE) or not entry.area.decisions:
            continue
        if item is None and not entry.leads:
            written.set(entry.index, STATUS, "see the rows below")
        elif item is None:
            written.set(entry.index, STATUS, "moved: no longer on this list")
        elif item is not None:
            written.set(entry.index, STATUS, first_status(item))
    new = [
        item
        for name, item in wanted.items()
        if name not in here and (item.leads or item.area in (HEADLINE, LEAKS, LAST_CHANGE))
    ]
    if new:
        _add(written, agenda, new)


def _add(written: Written, agenda: Agenda, new: Sequence[Item]) -> None:
    """Put new items before the closing rows, if nobody has touched those yet."""
    entries = agenda.of(agenda.week)
    last = [entry for entry in entries if entry.area in (CHANGE, CLOSE)]
    at_the_end = [entry.index for entry in last] == [len(written.table) - 2, len(written.table) - 1]
    if not at_the_end or not all(_as_made(written, entry) for entry in last):
        written.rows += [row_of(agenda.week, item, first_status(item)) for item in new]
        return
    rows = [row_of(agenda.week, item, first_status(item)) for item in (*new, *closing_items())]
    titles = ("Week", "Area", "Question", "Item", "Leads", "Numbers", "Allowed decisions", STATUS)
    for entry, row in zip(last, rows, strict=False):
        for title in titles:
            before, after = written.table.tab.values(title)[entry.index], row.get(title)
            if not same(before, after):
                written.changes.append((entry.index, title, before, after))
    written.rows += rows[2:]


def _as_made(written: Written, entry: Entry) -> bool:
    """Is a closing row still as it was made?"""
    made = row_of(entry.week, Item(entry.area, entry.area.title), "open")
    tab = written.table.tab
    titles = ("Question", "Item", "Leads", "Numbers", "Allowed decisions")
    return entry.untouched and all(
        same(tab.values(title)[entry.index], made.get(title)) for title in titles
    )


def open_week(week: str, wanted: Iterable[Item], missed: Iterable[str]) -> list[dict[str, Scalar]]:
    """The rows of a week that opens, after those of the weeks without a review (R81)."""
    rows = [
        row_of(gone, Item(MISSED, "No review was held in this week."), "missed: no review")
        for gone in missed
    ]
    rows += [row_of(week, item, first_status(item)) for item in wanted]
    return rows + [row_of(week, item, "open") for item in closing_items()]
