"""Where the cells of a write stand now, after somebody sorted, inserted or moved.

Positions prove nothing then: columns are told by their header, and rows by what stands
in the columns that the write left alone. Pure.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sheetsync.book import Grid, Position, TabEdit
from sheetsync.cells import Scalar, normal_header

_SEARCHED = 40
"""Rows from the top in which the header is looked for."""


@dataclass(frozen=True, slots=True)
class Moved:
    """Where the rows and columns of a tab have gone since a write was planned.

    Attributes:
        edit: What was written.
        old: The tab before the write.
        new: The tab now.
        header: The header's row now.
        columns: Each column's place now, by its place before.
        rows: Each row's place now, by its place before; rows that were appended count
            as being before where the edit put them.
    """

    edit: TabEdit
    old: Grid
    new: Grid
    header: int
    columns: Mapping[int, int]
    rows: Mapping[int, int]


def follow(edit: TabEdit, old: Grid, new: Grid) -> Moved:
    """Find the rows and columns of a tab again, from before a write to now."""
    assert edit.header is not None
    names = _headers(old, edit.header)
    header = _header_row(set(names), new, edit.header)
    places = _headers(new, header)
    columns = {place: places[name] for name, place in names.items() if name in places}
    for (row, place), title in edit.cells.items():
        if row == edit.header and normal_header(title) in places:
            columns[place] = places[normal_header(title)]
    added = _appended(edit, new)
    followed = _followed(edit, old, new, header, columns)
    rows = {row: now for row, now in followed.items() if now not in set(added.values())}
    return Moved(edit, old, new, header, columns, rows | added)


def _headers(grid: Grid, row: int) -> dict[str, int]:
    """Columns by their header, those whose header stands once."""
    names = [normal_header(value_at(grid, (row, place))) for place in range(len(grid.columns))]
    return {name: place for place, name in enumerate(names) if name and names.count(name) == 1}


def _header_row(wanted: set[str], grid: Grid, usual: int) -> int:
    """Find the header again: the row that holds most of the old one's names."""
    best, most = usual, 0
    for row in range(min(grid.height, _SEARCHED)):
        here = len({normal_header(column[row]) for column in grid.columns} & wanted)
        if here > most:
            best, most = row, here
    return best


def _followed(
    edit: TabEdit, old: Grid, new: Grid, header: int, columns: Mapping[int, int]
) -> dict[int, int]:
    """Find each row again by the columns that were not written, then by most of them."""
    landed = written_columns(edit, old)
    kept = [
        (place, now) for place, now in columns.items() if place not in landed and now not in landed
    ]
    if not any(map(any, (old.columns[place] for place, _ in kept if place < len(old.columns)))):
        return {row: row for row in range(old.height)}  # nothing tells these rows apart
    before = {
        row: tuple(old.columns[place][row] for place, _ in kept)
        for row in range((edit.header or 0) + 1, old.height)
    }
    after = {
        row: tuple(new.columns[now][row] for _, now in kept)
        for row in range(header + 1, new.height)
    }
    there, here = _singles(before), _singles(after)
    rows = {row: here[cells] for cells, row in there.items() if cells in here}
    taken = set(rows.values())
    left = [row for row in after if row not in taken and any(after[row])]
    for row, cells in before.items():
        if row in rows or not any(cells):
            continue
        likeness = sorted(((_equal(cells, after[other]), other) for other in left), reverse=True)
        sure = likeness and 2 * likeness[0][0] > sum(value is not None for value in cells)
        if sure and (len(likeness) == 1 or likeness[0][0] > likeness[1][0]):
            rows[row] = likeness[0][1]
            left.remove(likeness[0][1])
    return rows


def _singles(rows: Mapping[int, tuple[Scalar, ...]]) -> dict[tuple[Scalar, ...], int]:
    counts: dict[tuple[Scalar, ...], int] = {}
    for cells in rows.values():
        counts[cells] = counts.get(cells, 0) + 1
    return {cells: row for row, cells in rows.items() if counts[cells] == 1 and any(cells)}


def _equal(one: Iterable[Scalar], other: Iterable[Scalar]) -> int:
    pairs = zip(one, other, strict=True)
    return sum(value is not None and value == there for value, there in pairs)


def _appended(edit: TabEdit, new: Grid) -> dict[int, int]:
    """Find the rows that the write added: those that hold all that was put side by side."""
    added: dict[int, dict[int, Scalar]] = {}
    for (row, column), value in edit.cells.items():
        if row in edit.added:
            added.setdefault(row, {})[column] = value
    holding: dict[tuple[int, Scalar], list[int]] = {}
    for column in {column for cells in added.values() for column in cells}:
        for other in range(new.height):
            holding.setdefault((column, value_at(new, (other, column))), []).append(other)
    taken: set[int] = set()
    found: dict[int, int] = {}
    for row, cells in sorted(added.items()):
        fewest = min((holding.get(cell, []) for cell in cells.items()), key=len)
        for other in fewest:
            same = all(value_at(new, (other, column)) == value for column, value in cells.items())
            if same and other not in taken:
                found[row] = other
                taken.add(other)
                break
    return found


def written_columns(edit: TabEdit, grid: Grid) -> set[int]:
    """The columns in which rows are written that were there; appended ones cover nothing."""
    return {column for row, column in edit.cells if row < grid.height and row not in edit.added}


def value_at(grid: Grid, at: Position) -> Scalar:
    """The value at a place, ``None`` outside the grid."""
    row, column = at
    inside = 0 <= column < len(grid.columns) and 0 <= row < len(grid.columns[column])
    return grid.columns[column][row] if inside else None
