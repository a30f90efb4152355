"""From a plan to the cells of a book: the last step before the write.

Positions come from the same reading that the plan was made on; the Book itself
refuses if it is no longer what was read.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from sheetsync.book import Book, Position, TabEdit, Written
from sheetsync.cells import Scalar, safe_text
from sheetsync.contract import Contract
from sheetsync.errors import SheetsyncError, StaleBook, UnsafeBook, UnsafeChange
from sheetsync.plan import AddColumn, AppendRow, Change, Plan, SetCell, SetLink, assert_owned
from sheetsync.portions import first_portion
from sheetsync.rebase import Done, rebase
from sheetsync.receipt import Receipt
from sheetsync.settle import same
from sheetsync.snapshot import LAST_ROW, Snapshot, take


def apply(plan: Plan, snapshot: Snapshot, book: Book, contract: Contract) -> Receipt:
    """Write a plan, in one go where the book takes it in one, each time all or nothing.

    Just before each write the book is looked at once more, and what people have changed
    since is stepped around (:mod:`sheetsync.rebase`). What stops a plan after its first
    write stands in the receipt, with what was written until then.

    Raises:
        StaleBook: The book is not what the plan was made on; :class:`sheetsync.rebase.Overtaken`
            if another plan has to be made.
        UnsafeChange: The plan addresses a person's cell, or one that does not hold what
            the plan expects there; it was not built by ``plan.build``.
        BookError: The book cannot be written.
    """
    if plan.book != snapshot.reading.digest or plan.contract != contract.version:
        raise StaleBook(
            f"{snapshot.reading.name} (or sheetsync itself) has changed since this plan was made.",
            not_done="Nothing was written.",
            next_step="Make a new plan, or run “sheetsync sync”.",
        )
    done: list[Plan] = []
    dropped = repaired = 0
    written: Written | None = None
    stopped: SheetsyncError | None = None
    rest = plan
    try:
        while not rest.is_empty:
            latest = book.latest(snapshot.reading)
            if latest is not snapshot.reading:
                now = take(latest, contract)
                so_far = Done(tuple(c for part in done for c in part.changes), dropped)
                rebased = rebase(rest, snapshot, now, so_far)
                rest, snapshot, dropped = rebased.plan, now, dropped + rebased.dropped
            part, rest = first_portion(rest, book.flush)
            if part.is_empty:
                break
            _assert_room(part)
            assert_owned(part, contract)
            _assert_free(part, snapshot)
            written = book.write(snapshot.reading, _edits(part, snapshot))
            repaired += written.repaired
            done.append(part)
            if not rest.is_empty:
                snapshot = take(written.reading or book.read(), contract)
    except SheetsyncError as error:
        if written is None:
            raise
        stopped = error
    if written is None:
        return Receipt(plan.run, dropped=dropped)
    changes = tuple(change for part in done for change in part.changes)
    links = {title: own for part in done for title, own in part.links.items()}
    appended = sum(isinstance(change, AppendRow) for change in changes)
    return Receipt(
        run=plan.run,
        cells_written=len(changes) - appended,
        rows_appended=appended,
        dropped=dropped,
        digest=written.digest,
        repaired=repaired,
        plan=replace(plan, changes=changes, links=links),
        stopped=stopped,
    )


def _assert_room(plan: Plan) -> None:
    """Refuse to add rows below the last one that a tab can have."""
    for change in plan.changes:
        if isinstance(change, AppendRow) and change.row >= LAST_ROW:
            raise UnsafeBook(
                f"{change.tab} is full: something stands in its last rows, so no row can be added.",
                not_done="Nothing was written.",
                next_step=f"Delete what stands far below the list in {change.tab}, then sync again.",
            )


def _assert_free(plan: Plan, snapshot: Snapshot) -> None:
    """Make sure that each change lands where the reading has what the plan expects.

    The digests are equal, so this can only fail for a plan that was not made from
    this reading; then a value would land on another lead's row.
    """
    free = {title: tab.next_row for title, tab in snapshot.tabs.items()}
    for change in plan.changes:
        tab = snapshot.tabs.get(change.tab)
        if tab is None or tab.refused:
            raise _misplaced(change)
        match change:
            case SetCell(row=row, column=column, before=before):
                place = tab.places[column]
                now = tab.grid.columns[place][row] if 0 <= row < tab.grid.height else None
                sound = row > tab.header and same(now, before)
            case AppendRow(row=row):
                sound = row >= free[change.tab]
            case AddColumn(row=row, place=place):
                header = tab.grid.columns[place][row] if place < len(tab.grid.columns) else None
                sound = row == tab.header and place >= 0 and same(header, None)
            case SetLink():
                sound = True
        if not sound:
            raise _misplaced(change)


def _misplaced(change: Change) -> UnsafeChange:
    return UnsafeChange(
        f"The plan does not fit the workbook: row {change.row + 1} of {change.tab} holds something "
        "else than it expects.",
        not_done="Nothing was written.",
        next_step="Make a new plan, or run “sheetsync sync”.",
    )


def _edits(plan: Plan, snapshot: Snapshot) -> list[TabEdit]:
    cells: dict[str, dict[Position, Scalar]] = defaultdict(dict)
    shown: dict[str, set[int]] = defaultdict(set)
    added: dict[str, set[int]] = defaultdict(set)
    for change in plan.changes:
        tab = snapshot.tabs[change.tab]
        match change:
            case SetCell(row=row, column=column, after=after):
                cells[change.tab][row, tab.places[column]] = _writable(after)
            case AppendRow(row=row, cells=values):
                added[change.tab].add(row)
                for column, value in values.items():
                    cells[change.tab][row, tab.places[column]] = _writable(value)
            case AddColumn(row=row, place=place, column=column):
                cells[change.tab][row, place] = column
                shown[change.tab].add(place)
            case SetLink():
                pass  # the tab's links are written as a whole, below
    return [
        TabEdit(
            title=snapshot.tabs[title].grid.title,
            cells=cells[title],
            model_row=snapshot.tabs[title].rows[-1] if snapshot.tabs[title].rows else None,
            links=_links(plan.links.get(title), snapshot, title),
            shown=frozenset(shown[title]),
            header=snapshot.tabs[title].header,
            key=snapshot.tabs[title].key_place,
            added=frozenset(added[title]),
        )
        for title in dict.fromkeys((*cells, *plan.links))
    ]


def _links(
    links: Mapping[tuple[int, str], str] | None, snapshot: Snapshot, title: str
) -> dict[Position, str] | None:
    if links is None:
        return None
    tab = snapshot.tabs[title]
    ours = set(tab.places.values())
    teams = {at: target for at, target in tab.grid.links.items() if at[1] not in ours}
    return teams | {(row, tab.places[column]): target for (row, column), target in links.items()}


def _writable(value: Scalar) -> Scalar:
    return (safe_text(value) or None) if isinstance(value, str) else value
