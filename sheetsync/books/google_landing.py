"""Did every value come to the row and the column that were meant? If not, what puts it right?

Between the last look and the write somebody may sort, insert or move. Rows are told by
their key and columns by their header, before and after; positions prove nothing. Pure.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sheetsync.book import Grid, Position, TabEdit
from sheetsync.books.google_reading import SheetReading
from sheetsync.cells import Scalar, normal_header, to_text

_SEARCHED = 40
"""Rows from the top in which the header is looked for."""

Place = tuple[str, str]
"""A cell by what it is: its row's key and its column's header."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the rows and columns of a tab are called.

    Attributes:
        keys: Key by row; rows without one are left out.
        headers: Header by column; columns without one are left out.
    """

    keys: Mapping[int, str]
    headers: Mapping[int, str]

    def row(self, key: str) -> int | None:
        """The one row with a key; ``None`` if there is none or more than one."""
        found = [row for row, own in self.keys.items() if own == key]
        return found[0] if len(found) == 1 else None

    def column(self, header: str) -> int | None:
        """The one column with a header."""
        found = [column for column, own in self.headers.items() if own == header]
        return found[0] if len(found) == 1 else None


def names_in(grid: Grid, edit: TabEdit, *, key_header: str | None = None) -> Names:
    """Read the names from a tab's values.

    Args:
        grid: The tab.
        edit: Says where its header row and key column are, or were.
        key_header: Find the key's column by its header instead, which may have moved.
    """
    header = edit.header
    headers: dict[int, str] = {}
    if header is not None and header < grid.height:
        headers = _named(enumerate(column[header] for column in grid.columns), normal_header)
    place = edit.key
    if key_header is not None:
        place = Names({}, headers).column(key_header)
    keys: dict[int, str] = {}
    if place is not None and place < len(grid.columns):
        rows = enumerate(grid.columns[place])
        keys = _named(((r, v) for r, v in rows if header is None or r > header), to_text)
    return Names(keys, headers)


def _named(values: Iterable[tuple[int, Scalar]], text: Any) -> dict[int, str]:
    named = ((place, text(value).strip()) for place, value in values if value is not None)
    return {place: name for place, name in named if name}


def went_astray(edits: Sequence[TabEdit], before: SheetReading, post: Mapping[str, Any]) -> bool:
    """Say whether any row or column was another than was meant when the write came.

    Args:
        edits: What was written.
        before: What it was planned on.
        post: The ``updatedSpreadsheet`` of the answer, for ``google_requests.post_ranges``.
    """
    after = _post_values(post)
    grids = {grid.title: grid for grid in before.grids}
    for edit in edits:
        seen = after.get(before.sheets[edit.title].id, {})
        grid = grids[edit.title]
        names = names_in(grid, edit)
        written = edit.cells
        if edit.header is not None:
            for column in {column for _, column in written}:
                header = written.get((edit.header, column), names.headers.get(column, ""))
                if normal_header(seen.get((edit.header, column))) != normal_header(header):
                    return True
        if edit.key is not None:
            for row in {row for row, _ in written if row != edit.header}:
                wanted = written.get((row, edit.key), names.keys.get(row, ""))
                if to_text(seen.get((row, edit.key))).strip() != to_text(wanted).strip():
                    return True
    return False


def _post_values(post: Mapping[str, Any]) -> dict[int, dict[Position, Scalar]]:
    found: dict[int, dict[Position, Scalar]] = defaultdict(dict)
    for sheet in post.get("sheets", ()):
        own = found[sheet.get("properties", {}).get("sheetId", 0)]
        for block in sheet.get("data", ()):
            top, left = block.get("startRow", 0), block.get("startColumn", 0)
            for row, cells in enumerate(block.get("rowData", ()), top):
                for column, cell in enumerate(cells.get("values", ()), left):
                    value = cell.get("userEnteredValue", {})
                    own[row, column] = next(iter(value.values()), None)
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
    present = {grid.title: grid for grid in now.grids}
    for edit in edits:
        grid = next(grid for grid in before.grids if grid.title == edit.title)
        if edit.header is None or edit.title not in present:
            continue
        tab = _moved(edit, grid, present[edit.title], before.sheets[edit.title].formulas)
        cells, own = tab.fixes()
        if cells:
            made.append(replace(tab.edit, cells=cells, links=None, shown=frozenset()))
            formulas[edit.title] = own
    return Repair(tuple(made), formulas)


def _moved(edit: TabEdit, grid: Grid, current: Grid, formulas: Mapping[Position, str]) -> "_Moved":
    old = names_in(grid, edit)
    key_header = old.headers.get(edit.key) if edit.key is not None else None
    edit_now = replace(edit, header=_header_row(old, current, edit.header))
    new = names_in(current, edit_now, key_header=key_header)
    if key_header is not None:
        edit_now = replace(edit_now, key=new.column(key_header))
    return _Moved(edit_now, edit.cells, edit, grid, current, old, new, formulas)


@dataclass(frozen=True, slots=True)
class _Moved:
    """One tab before and after a write that some of its values missed.

    Attributes:
        edit: What was written, with the header row and key column as they are now.
        cells: The values, at the places where they went.
        meant: The same edit, with the header row and key column as they were.
        grid: The tab before the write.
        current: The tab now.
        old: What rows and columns were called before.
        new: What they are called now.
        formulas: What stood in cells with a formula before.
    """

    edit: TabEdit
    cells: Mapping[Position, Scalar]
    meant: TabEdit
    grid: Grid
    current: Grid
    old: Names
    new: Names
    formulas: Mapping[Position, str]

    def fixes(self) -> tuple[dict[Position, Scalar], dict[Position, str]]:
        """The cells to set, and which of them get a formula back."""
        found: dict[Position, Scalar] = {}
        formulas: dict[Position, str] = {}
        wanted = {self._place(at): value for at, value in self.cells.items()}
        for at, value in self.cells.items():
            if at[0] == self.meant.header:
                continue
            target = self._now(self._place(at))
            standing = _value(self.current, target) if target is not None else value
            if target is not None and standing != value and standing == _value(self.grid, at):
                found[target] = value
            if at == target or _value(self.current, at) != value:
                continue
            hit = self._named(at)
            if hit in wanted:
                if wanted[hit] != value:
                    found[at] = wanted[hit]
                continue
            stood, formula = self._stood(hit)
            if stood != value:
                found[at] = stood
                if formula:
                    formulas[at] = formula
        return found, formulas

    def _place(self, at: Position) -> Place:
        """What the cell is called that a value was meant for."""
        row, column = at
        if self.meant.key is None:
            return str(row), self.old.headers.get(column, "")
        key = self.cells.get((row, self.meant.key))
        named = to_text(key).strip() if key is not None else self.old.keys.get(row, "")
        return named, self.old.headers.get(column, "")

    def _named(self, at: Position) -> Place:
        """What the cell is called that stands at a place now."""
        row, column = at
        key = str(row) if self.meant.key is None else self.new.keys.get(row, "")
        return key, self.new.headers.get(column, "")

    def _now(self, place: Place) -> Position | None:
        """Where the cell of that name is now."""
        key, header = place
        row = int(key) if self.meant.key is None else self.new.row(key) if key else None
        column = self.new.column(header)
        return (row, column) if row is not None and column is not None else None

    def _stood(self, place: Place) -> tuple[Scalar, str]:
        """What a cell held before it was written by mistake, and its formula if it had one."""
        key, header = place
        row = int(key) if self.meant.key is None else self.old.row(key) if key else None
        column = self.old.column(header)
        if row is None or column is None:
            return None, ""  # a row or a column that was not there: it was empty
        return _value(self.grid, (row, column)), self.formulas.get((row, column), "")


def _header_row(old: Names, current: Grid, usual: int | None) -> int | None:
    """Find the header again: the row that holds most of the old one's names."""
    wanted = set(old.headers.values())
    best, most = usual, -1
    for row in range(min(current.height, _SEARCHED)):
        here = {normal_header(column[row]) for column in current.columns} & wanted
        if len(here) > most:
            best, most = row, len(here)
    return best


def _value(grid: Grid, at: Position) -> Scalar:
    row, column = at
    inside = column < len(grid.columns) and row < len(grid.columns[column])
    return grid.columns[column][row] if inside else None
