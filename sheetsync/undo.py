"""Take back what the last run changed, and nothing that people did since.

If nobody has changed the book since and a backup is kept, it is put back byte for byte.
Otherwise each cell that still holds what the run wrote gets its former value,
and each added row that nobody has touched is emptied; the rest is left alone.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sheetsync import logbook, todo
from sheetsync.book import Book, Position, TabEdit
from sheetsync.cells import Scalar
from sheetsync.check import check
from sheetsync.clock import Clock
from sheetsync.contract import Contract
from sheetsync.errors import StaleBook, UsageError
from sheetsync.events import Event
from sheetsync.journal import Entry, forget, last
from sheetsync.plan import AppendRow, SetCell
from sheetsync.project import read_settings
from sheetsync.review.chart_columns import CHARTS
from sheetsync.rules.research import RESEARCH
from sheetsync.settle import same
from sheetsync.snapshot import Snapshot, Tab, take

_LEFT = (todo.TODO, CHARTS, logbook.LOG)
"""Tabs that an undo leaves: the next sync rebuilds two of them, and the Log is only added to."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back.

    Attributes:
        run: Name of the run.
        whole: Was the backup put back as it was?
        cells: Cells that got their former value.
        rows: Added rows that were emptied.
        leads: How many leads of Research lost their row or their id by that.
        kept: Changes left alone because someone has worked on them since.
    """

    run: str
    whole: bool
    cells: int = 0
    rows: int = 0
    kept: int = 0
    leads: int = 0


def undo(book: Book, contract: Contract, clock: Clock) -> Undone:
    """Take back the last run on a book.

    Args:
        book: The workbook.
        contract: Its tabs.
        clock: The moment, for the Log's line.

    Raises:
        UsageError: This machine knows of no run on this book.
        StaleBook: Another machine has run since; nothing was changed.
        BookError: The book cannot be read or written.
    """
    reading = book.read()
    entry = last(book.identity)
    if entry is None:
        raise UsageError(
            f"There is nothing to undo for {book.name}: its last run has been taken back already, "
            "or was made on another machine.",
            not_done="Nothing was changed.",
            next_step="Run undo on the machine that synced last, or restore the backup beside the file (of a Google Sheet: File → Version history).",
        )
    if reading.digest == entry.after and book.restore(reading, entry.plan.book):
        forget(book.identity)
        return Undone(entry.plan.run, whole=True)
    for _ in range(_LOOKS):
        snapshot = take(reading, contract)
        _refuse_later_run(entry, snapshot)
        done, edits = _piece_by_piece(entry, snapshot)
        latest = book.latest(reading)
        if latest is reading or not edits:
            break
        reading = latest
    else:
        raise StaleBook(
            f"Somebody is typing in {book.name}, each time that it is looked at.",
            not_done="Nothing was changed.",
            next_step="Run undo again when they have finished.",
        )
    if edits:
        book.write(reading, [*edits, *_logged(done, snapshot, contract, clock)])
    forget(book.identity)
    return done


_LOOKS = 3
"""How often it is worked out what can be taken back while people go on typing."""


def _refuse_later_run(entry: Entry, snapshot: Snapshot) -> None:
    """Refuse when the Log has lines of a run behind those of the one that is known here."""
    tab = snapshot.tabs.get(logbook.LOG)
    own = [change.row for change in entry.plan.changes if change.tab == logbook.LOG]
    if tab is None or not own:
        return
    later = zip(tab.rows, tab.values("Run"), strict=True)
    if any(run and row > max(own) for row, run in later):
        raise StaleBook(
            f"Another run has written to {snapshot.reading.name} since {entry.plan.run}, "
            "the last one that this machine knows.",
            not_done="Nothing was changed.",
            next_step="Run undo on the machine that synced last, or restore the backup beside the file (of a Google Sheet: File → Version history).",
        )


def _logged(
    done: Undone, snapshot: Snapshot, contract: Contract, clock: Clock
) -> Sequence[TabEdit]:
    """Note the undo in the Log, and how many leads are left, so that the next sync misses none."""
    tables = check(snapshot)
    log, leads = tables.get(logbook.LOG), tables.get(RESEARCH)
    if log is None or log.tab.refused:
        return ()
    events = [
        Event("undo", detail=f"{done.cells} cells and {done.rows} rows of {done.run} taken back")
    ]
    if done.leads and leads is not None:
        left = sum(map(bool, leads.cells["Lead ID"])) - done.leads
        events.append(Event(logbook.ACCEPTED, RESEARCH, detail=f"{left} leads stand in Research"))
    project, _ = read_settings(tables.get("Settings"), contract["Settings"])
    now = clock.at(project.zone)
    lines = logbook.append(log, events, run=f"{now:%Y%m%d-%H%M}-undo", now=now)
    places = log.tab.places
    cells = {
        (line.row, places[title]): value for line in lines for title, value in line.cells.items()
    }
    return [
        TabEdit(
            log.tab.grid.title,
            cells,
            model_row=log.tab.rows[-1] if log.tab.rows else None,
            header=log.tab.header,
            added=frozenset(line.row for line in lines),
        )
    ]


def _piece_by_piece(entry: Entry, snapshot: Snapshot) -> tuple[Undone, list[TabEdit]]:
    """Work out which changes can be taken back on the book as it is now."""
    edits: dict[str, dict[Position, Scalar]] = defaultdict(dict)
    cells = rows = kept = leads = 0
    keys = {title: _rows_by_key(tab) for title, tab in snapshot.tabs.items()}
    for change in entry.plan.changes:
        tab = snapshot.tabs.get(change.tab)
        if tab is None or tab.refused or change.tab in _LEFT:
            continue
        if isinstance(change, SetCell):
            row = keys[change.tab].get(change.key, change.row if not change.key else -1)
            if row >= 0 and _still(tab, row, change):
                edits[change.tab][row, tab.places[change.column]] = change.before
                cells += 1
                leads += (change.tab, change.column, change.before) == (RESEARCH, "Lead ID", None)
            else:
                kept += 1
        elif isinstance(change, AppendRow):
            row = keys[change.tab].get(change.key, change.row if not change.key else -1)
            if 0 <= row < tab.grid.height and _untouched(tab, row, change):
                for column in change.cells:
                    edits[change.tab][row, tab.places[column]] = None
                rows += 1
                leads += change.tab == RESEARCH
            else:
                kept += 1
    undone = Undone(entry.plan.run, False, cells, rows, kept, leads)
    return undone, [
        TabEdit(
            title=snapshot.tabs[title].grid.title,
            cells=own,
            header=snapshot.tabs[title].header,
            key=snapshot.tabs[title].key_place,
        )
        for title, own in edits.items()
    ]


def _rows_by_key(tab: Tab) -> dict[str, int]:
    """Rows by their key; a key that someone has copied names no row."""
    key = tab.contract.key
    if key is None or key not in tab.places:
        return {}
    found = [(str(v), row) for row, v in zip(tab.rows, tab.values(key), strict=True) if v]
    counts = Counter(value for value, _ in found)
    return {value: row for value, row in found if counts[value] == 1}


def _value(tab: Tab, row: int, column: str) -> Scalar:
    place = tab.places.get(column)
    if place is None or row >= tab.grid.height:
        return None
    return tab.grid.columns[place][row]


def _still(tab: Tab, row: int, change: SetCell) -> bool:
    """Does the cell hold what the run wrote, as a value and not as a person's formula?"""
    formula = (row, tab.places.get(change.column, -1)) in tab.grid.formulas
    return not formula and same(_value(tab, row, change.column), change.after)


def _untouched(tab: Tab, row: int, change: AppendRow) -> bool:
    """Does the row hold exactly what the run put there, in every column, a team's own included?"""
    wanted = {tab.places[column]: value for column, value in change.cells.items()}
    return all(
        same(column[row], wanted.get(place))
        for place, column in enumerate(tab.grid.columns)
        if column[row] is not False or place in wanted
    )
