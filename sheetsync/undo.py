"""Take back what the last run changed, and nothing that people did since.

If nobody has saved the book since, the backup is put back byte for byte.
Otherwise each cell that still holds what the run wrote gets its former value,
and each added row that nobody has touched is emptied; the rest is left alone.
"""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from sheetsync import logbook, todo
from sheetsync.book import Position, TabEdit
from sheetsync.books.xlsx import XlsxBook
from sheetsync.cells import Scalar
from sheetsync.contract import Contract
from sheetsync.errors import UsageError
from sheetsync.journal import Entry, forget, last
from sheetsync.plan import AppendRow, SetCell
from sheetsync.settle import same
from sheetsync.snapshot import Snapshot, Tab, take


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back.

    Attributes:
        run: Name of the run.
        whole: Was the backup put back as it was?
        cells: Cells that got their former value.
        rows: Added rows that were emptied.
        kept: Changes left alone because someone has worked on them since.
    """

    run: str
    whole: bool
    cells: int = 0
    rows: int = 0
    kept: int = 0


def undo(book: XlsxBook, contract: Contract) -> Undone:
    """Take back the last run on a book.

    Raises:
        UsageError: This machine knows of no run on this book.
        BookError: The book cannot be read or written.
    """
    entry = last(book.path)
    if entry is None:
        raise UsageError(
            f"There is nothing to undo for {book.name}: this machine has not written to it.",
            not_done="Nothing was changed.",
            next_step="Run undo on the machine that synced last, or restore the backup beside the file.",
        )
    reading = book.read()
    backup = backup_path(book.path)
    if reading.digest == entry.after and _is(backup, entry.plan.book):
        book.replace_with(reading, backup.read_bytes())
        forget(book.path)
        return Undone(entry.plan.run, whole=True)
    done, edits = _piece_by_piece(entry, take(reading, contract))
    if edits:
        book.write(reading, edits)
    forget(book.path)
    return done


def backup_path(book: Path) -> Path:
    """Where the one backup of a workbook file is: ``NAME.bak.xlsx`` beside it."""
    return book.with_name(f"{book.stem}.bak{book.suffix}")


def _is(path: Path, digest: str) -> bool:
    from hashlib import sha256

    return path.is_file() and sha256(path.read_bytes()).hexdigest() == digest


def _piece_by_piece(entry: Entry, snapshot: Snapshot) -> tuple[Undone, list[TabEdit]]:
    """Work out which changes can be taken back on the book as it is now."""
    edits: dict[str, dict[Position, Scalar]] = defaultdict(dict)
    cells = rows = kept = 0
    keys = {title: _rows_by_key(tab) for title, tab in snapshot.tabs.items()}
    for change in entry.plan.changes:
        tab = snapshot.tabs.get(change.tab)
        if tab is None or tab.refused or change.tab in (todo.TODO, logbook.LOG):
            continue  # the To do list is rebuilt by the next sync; the Log is only added to
        if isinstance(change, SetCell):
            row = keys[change.tab].get(change.key, change.row if not change.key else -1)
            if row >= 0 and same(_value(tab, row, change.column), change.after):
                edits[change.tab][row, tab.places[change.column]] = change.before
                cells += 1
            else:
                kept += 1
        elif isinstance(change, AppendRow):
            row = keys[change.tab].get(change.key, -1)
            if row >= 0 and _untouched(tab, row, change):
                for column in change.cells:
                    edits[change.tab][row, tab.places[column]] = None
                rows += 1
            else:
                kept += 1
    undone = Undone(entry.plan.run, whole=False, cells=cells, rows=rows, kept=kept)
    return undone, [
        TabEdit(title=snapshot.tabs[title].grid.title, cells=own) for title, own in edits.items()
    ]


def _rows_by_key(tab: Tab) -> dict[str, int]:
    key = tab.contract.key
    if key is None or key not in tab.places:
        return {}
    return {str(value): row for row, value in zip(tab.rows, tab.values(key), strict=True) if value}


def _value(tab: Tab, row: int, column: str) -> Scalar:
    place = tab.places.get(column)
    if place is None or row >= tab.grid.height:
        return None
    return tab.grid.columns[place][row]


def _untouched(tab: Tab, row: int, change: AppendRow) -> bool:
    """Does the row hold exactly what the run put there, in every column, a team's own included?"""
    wanted = {tab.places[column]: value for column, value in change.cells.items()}
    return all(
        same(column[row], wanted.get(place))
        for place, column in enumerate(tab.grid.columns)
        if column[row] is not False or place in wanted
    )
