"""Did every value come to the row and the column that were meant? If not, what puts it right?

Between the last look and the write somebody may sort, insert or move; where things stand
then is found by :mod:`~sheetsync.books.google_moves`. Pure.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sheetsync.book import Grid, Position, TabEdit
from sheetsync.books.google_moves import Moved, follow, value_at, written_columns
from sheetsync.books.google_reading import SheetReading
from sheetsync.cells import Scalar

_WITNESSES = 2


def witnesses(edit: TabEdit, grid: Grid) -> tuple[int, ...]:
    """Choose the columns by which the rows that are written can be told apart.

    They are columns that the edit leaves alone, those with the most different values in
    its rows; the key is one of them if it is not written itself.
    """
    written, rows = written_columns(edit, grid), _rows_inside(edit, grid)
    if edit.header is None or not rows:
        return ()
    different = {
        column: len({values[row] for row in rows} - {None})
        for column, values in enumerate(grid.columns)
        if column not in written
    }
    best = sorted((c for c in different if different[c]), key=lambda c: (-different[c], c))
    keyed = [edit.key] if edit.key in different else []
    return tuple(dict.fromkeys([*(key for key in keyed if key is not None), *best]))[:_WITNESSES]


def _rows_inside(edit: TabEdit, grid: Grid) -> list[int]:
    rows = {row for row, _ in edit.cells if row != edit.header and row < grid.height}
    return sorted(rows - edit.added)


def went_astray(
    edits: Sequence[TabEdit], before: SheetReading, post: Mapping[str, Any]
) -> list[TabEdit]:
    """Give the edits of tabs whose rows or columns were others than was meant.

    Args:
        edits: What was written.
        before: What it was planned on.
        post: The ``updatedSpreadsheet`` of the answer, for ``google_requests.post_ranges``.
    """
    after = _post_values(post)
    grids = {grid.title: grid for grid in before.grids}
    return [
        edit
        for edit in edits
        if edit.header is not None
        and _differs(_proofs(edit, grids[edit.title]), after.get(before.sheets[edit.title].id, {}))
    ]


def _proofs(edit: TabEdit, grid: Grid) -> dict[Position, Scalar]:
    """What must stand at certain places if nothing has moved: headers, witnesses, new keys."""
    header, proofs = edit.header or 0, witnesses(edit, grid)
    columns = {column for _, column in edit.cells} | set(proofs)
    found = {(header, c): value_at(grid, (header, c)) for c in columns}
    found |= {(row, c): grid.columns[c][row] for c in proofs for row in _rows_inside(edit, grid)}
    return found | {
        (row, column): value
        for (row, column), value in edit.cells.items()
        if row == header or (column == edit.key and row in edit.added)
    }


def _differs(proofs: Mapping[Position, Scalar], seen: Mapping[Position, Scalar]) -> bool:
    return any(not _alike(seen.get(at), value) for at, value in proofs.items())


def _alike(one: Scalar, other: Scalar) -> bool:
    """Are two values the same? What a formula shows is not in the answer, and proves nothing."""
    return one == other or one is _FORMULA


_FORMULA: Any = object()


def _post_values(post: Mapping[str, Any]) -> dict[int, dict[Position, Scalar]]:
    found: dict[int, dict[Position, Scalar]] = {}
    for sheet in post.get("sheets", ()):
        own = found.setdefault(sheet.get("properties", {}).get("sheetId", 0), {})
        for block in sheet.get("data", ()):
            top, left = block.get("startRow", 0), block.get("startColumn", 0)
            for row, cells in enumerate(block.get("rowData", ()), top):
                for column, cell in enumerate(cells.get("values", ()), left):
                    value = cell.get("userEnteredValue", {})
                    formula = "formulaValue" in value
                    own[row, column] = _FORMULA if formula else next(iter(value.values()), None)
    return found


@dataclass(frozen=True, slots=True)
class Repair:
    """What puts a write right.

    Attributes:
        edits: Cells to set, on the tabs as they are now.
        formulas: Of these, cells that held a person's formula, which comes back.
    """

    edits: tuple[TabEdit, ...]
    formulas: Mapping[str, Mapping[Position, str]]

    @property
    def cells(self) -> int:
        """How many cells it sets."""
        return sum(len(edit.cells) for edit in self.edits)


def repair_of(edits: Sequence[TabEdit], before: SheetReading, now: SheetReading) -> Repair:
    """Work out which cells have to be set so that every value stands where it was meant.

    A cell is only touched while it holds what the write put there by mistake, or what it
    held before the write; whatever somebody has typed since stays.

    Args:
        edits: What was written.
        before: What it was planned on.
        now: The spreadsheet after it.
    """
    made: list[TabEdit] = []
    formulas: dict[str, Mapping[Position, str]] = {}
    old = {grid.title: grid for grid in before.grids}
    new = {grid.title: grid for grid in now.grids}
    for edit in edits:
        if edit.header is None or edit.title not in new:
            continue
        moved = follow(edit, old[edit.title], new[edit.title])
        cells, own = _fixes(moved, before.sheets[edit.title].formulas)
        if cells:
            key = moved.columns.get(edit.key) if edit.key is not None else None
            fresh = TabEdit(edit.title, cells, header=moved.header, key=key)
            made.append(fresh)
            formulas[edit.title] = own
    return Repair(tuple(made), formulas)


def _fixes(
    moved: Moved, formulas: Mapping[Position, str]
) -> tuple[dict[Position, Scalar], dict[Position, str]]:
    """The cells to set, and which of them get a formula back."""
    edit, old, new = moved.edit, moved.old, moved.new
    found = {at: edit.cells.get(was, value_at(old, was)) for at, was in _astray(moved)}
    again = {
        at: formulas[was] for at, was in _astray(moved) if was in formulas and was not in edit.cells
    }
    for at, value in edit.cells.items():
        row, place = moved.rows.get(at[0]), moved.columns.get(at[1])
        if at[0] == edit.header or row is None or place is None:
            continue
        standing = value_at(new, (row, place))
        if standing != value and (standing == value_at(old, at) or (row, place) in found):
            found[row, place] = value
    return found, again


def _astray(moved: Moved) -> Iterator[tuple[Position, Position]]:
    """Find the cells that hold what was meant for another one; gives where each was before."""
    edit, old, new = moved.edit, moved.old, moved.new
    was_row = {now: row for row, now in moved.rows.items()}
    was_column = {now: place for place, now in moved.columns.items()}
    put: dict[int, set[Scalar]] = {}
    for (row, column), value in edit.cells.items():
        if row in edit.added:  # a row of its own covers nothing, but its columns may have moved
            now, at = moved.rows.get(row), (row, was_column.get(column, -1))
            if now is not None and value is not None and edit.cells.get(at) != value:
                yield (now, column), at
        elif row != edit.header and value is not None:
            put.setdefault(column, set()).add(value)
    for column, values in put.items():
        for row in range(moved.header + 1, new.height):
            value = value_at(new, (row, column))
            at = (was_row.get(row, -1), was_column.get(column, -1))
            here = at[0] >= 0 or _was_blank(edit, new, row)
            if value in values and here and edit.cells.get(at, value_at(old, at)) != value:
                yield (row, column), at


def _was_blank(edit: TabEdit, new: Grid, row: int) -> bool:
    """Does a row hold nothing but what the write put at its place? Then it was just inserted."""
    return all(
        values[row] is None or values[row] == edit.cells.get((row, column))
        for column, values in enumerate(new.columns)
    )
