"""Bring an existing list into Research: show what goes where, then append, once.

Nothing that stands in the workbook is changed: the list's rows are added below.
Nothing of the list is lost: columns that match nothing are kept as lines in
Source notes. The same list twice adds nothing.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

from sheetsync import logbook, state
from sheetsync.book import Book, Position, TabEdit
from sheetsync.cells import MAX_TEXT, Scalar
from sheetsync.check import check
from sheetsync.clock import Clock
from sheetsync.contract import Contract
from sheetsync.errors import UnsafeChange
from sheetsync.events import ADDED, Event
from sheetsync.identity import highest, lead_id
from sheetsync.imported_leads import ImportedLead, to_leads
from sheetsync.lists import ForeignList
from sheetsync.matching import Match
from sheetsync.plan import AppendRow, Plan
from sheetsync.project import read_settings
from sheetsync.rules.research import RESEARCH
from sheetsync.snapshot import Tab, take
from sheetsync.work import STATE, states_of

_PLAIN_NUMBER = re.compile(r"-?\d+(\.\d+)?")


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did.

    Attributes:
        added: Leads added, by their new ids.
        already: Rows of the list that an earlier import has brought in.
        too_long: Rows of the list (counted from one) with a text that no cell can hold.
        plan: The rows, as a plan, for the undo journal; empty if nothing was added.
        digest: The book's digest afterwards.
    """

    added: tuple[str, ...]
    already: int
    too_long: tuple[int, ...]
    plan: Plan
    digest: str


def target_columns(contract: Contract) -> list[str]:
    """The columns of Research that an import may fill: the people's own, without the consents."""
    return [
        column.title
        for column in contract[RESEARCH].columns
        if column.owner == "person" and column.title != "Accept suggestions"
    ]


def import_list(
    book: Book,
    contract: Contract,
    source: ForeignList,
    matches: Sequence[Match],
    clock: Clock,
) -> Imported:
    """Append a list's rows to Research.

    Args:
        book: The workbook.
        contract: Its tabs.
        source: The list as read.
        matches: Which header goes where, as confirmed by the person.
        clock: The moment of the run.

    Raises:
        UnsafeChange: Research is not in order, so nothing can be added to it.
        BookError: The book cannot be read or written.
    """
    reading = book.read()
    snapshot = take(reading, contract)
    tab = snapshot.tabs.get(RESEARCH)
    if tab is None or tab.refused:
        what = next((f.message for f in snapshot.findings if f.tab == RESEARCH), "")
        raise UnsafeChange(
            f"Research in {reading.name} is not in order: {what}",
            not_done="Nothing was imported.",
            next_step=f"Run “sheetsync init {reading.name}” to add what is missing, then import again.",
        )
    tables = check(snapshot)
    project, _ = read_settings(tables.get("Settings"), contract["Settings"])
    now = clock.at(project.zone)
    states = states_of(tables[RESEARCH])
    brought = Counter(str(own.get("list", "")) for own in states)
    fresh: list[ImportedLead] = []
    already, too_long = 0, []
    for lead in to_leads(source, matches):
        if brought[lead.fingerprint]:
            brought[lead.fingerprint] -= 1
            already += 1
        elif not _fits(_cells(tab, lead_id(0), lead)):
            too_long.append(lead.row)
        else:
            fresh.append(lead)
    log = tables.get(logbook.LOG)
    used = {*logbook.known_ids(log), *(str(own.get("id", "")) for own in states)}
    for table in tables.values():
        # A lead whose row in Research is gone may still have rows in the tabs behind it.
        if "Lead ID" in table.tab.places:
            used.update(table.cells["Lead ID"])
    ids = [lead_id(highest(used) + place) for place in range(1, len(fresh) + 1)]
    rows = [
        AppendRow(RESEARCH, own, tab.next_row + place, _cells(tab, own, lead))
        for place, (own, lead) in enumerate(zip(ids, fresh, strict=True))
    ]
    run = f"{now:%Y%m%d-%H%M}-{reading.digest[:6]}"
    if log is not None and not log.tab.refused and rows:
        events = [
            Event("import", RESEARCH, detail=_summary(source, matches, len(rows), already)),
            *(
                Event(ADDED, RESEARCH, own, str(lead.cells.get("Company", "")))
                for own, lead in zip(ids, fresh, strict=True)
            ),
        ]
        rows += logbook.append(log, events, run=run, now=now)
    plan = Plan(run, reading.digest, contract.version, tuple(rows))
    digest = reading.digest
    if rows:
        edits = [_edit(snapshot.tabs[title], plan) for title in dict.fromkeys(r.tab for r in rows)]
        digest = book.write(reading, edits).digest
    return Imported(tuple(ids), already, tuple(too_long), plan, digest)


def _cells(tab: Tab, own: str, lead: ImportedLead) -> Mapping[str, Scalar]:
    """One new row: the list's values, the id, and where the row came from."""
    known: state.State = {"id": own, "list": lead.fingerprint, "w": state.stamp("Lead ID", own)}
    if lead.leftovers:
        known["extra"] = lead.leftovers[0][0]
    cells: dict[str, Scalar] = {"Lead ID": own, STATE: state.dump(known)}
    for title, text in lead.cells.items():
        cells[title] = _typed(tab.contract.spec(title).type, text.replace("\r\n", "\n"))
    return {title: value for title, value in cells.items() if value not in (None, "")}


def _typed(kind: str, text: str) -> Scalar:
    """A plain number or tick becomes one; anything else stays the text that it is."""
    stripped = text.strip()
    if kind == "number" and _PLAIN_NUMBER.fullmatch(stripped) and isfinite(float(stripped)):
        return float(stripped)
    if kind == "tick" and stripped.casefold() in ("true", "false"):
        return stripped.casefold() == "true"
    return text


def _fits(cells: Mapping[str, Scalar]) -> bool:
    """Can a workbook keep every text? It counts UTF-16 units: an emoji is two of them."""
    texts = [value for value in cells.values() if isinstance(value, str)]
    return all(len(text.encode("utf-16-le", "surrogatepass")) <= 2 * MAX_TEXT for text in texts)


def _edit(tab: Tab, plan: Plan) -> TabEdit:
    """Rows to add, all of them below everything that the tab holds."""
    cells: dict[Position, Scalar] = {}
    for change in plan.changes:
        assert isinstance(change, AppendRow)
        if change.tab == tab.title:
            assert change.row >= tab.next_row
            cells |= {(change.row, tab.places[title]): v for title, v in change.cells.items()}
    return TabEdit(
        tab.grid.title,
        cells,
        model_row=tab.rows[-1] if tab.rows else None,
        header=tab.header,
        key=tab.key_place,
        added=frozenset(row for row, _ in cells),
    )


def _summary(source: ForeignList, matches: Sequence[Match], added: int, already: int) -> str:
    placed = ", ".join(f"{m.header} → {m.column}" for m in matches if m.column)
    kept = ", ".join(m.header for m in matches if not m.column)
    return f"{source.name}: {added} leads added, {already} already there. {placed}." + (
        f" Kept in Source notes: {kept}." if kept else ""
    )
