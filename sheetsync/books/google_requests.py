"""From cell edits to the requests of one ``batchUpdate``. Pure: values in, JSON out.

Text goes out as text and can become no formula; only values are addressed, so that
formats, dropdowns and notes stay. Whole rows below the last one are appended, which
never covers what somebody has just typed there.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sheetsync.book import Grid, Position, TabEdit
from sheetsync.books.google_landing import witnesses
from sheetsync.books.google_reading import Sheet, SheetReading, link_of, quoted
from sheetsync.cells import Scalar, column_letters, to_serial

VALUE = "userEnteredValue"
_LINK = "userEnteredFormat.textFormat.link"

POST_IMAGE = (
    "replies,updatedSpreadsheet(sheets(properties(sheetId),"
    "data(startRow,startColumn,rowData(values(userEnteredValue)))))"
)
"""What is asked back of a write: the values at the places that tell rows and columns apart."""


def requests_of(edits: Iterable[TabEdit], reading: SheetReading) -> list[dict[str, Any]]:
    """Give the requests that carry edits out, tab by tab."""
    grids = {grid.title: grid for grid in reading.grids}
    made: list[dict[str, Any]] = []
    for edit in edits:
        sheet, grid = reading.sheets[edit.title], grids[edit.title]
        inserted = inserted_rows(edit, grid, sheet)
        new = edit.added if edit.links is None else frozenset()
        inside = {at: value for at, value in edit.cells.items() if at[0] not in new}
        below = {at: value for at, value in edit.cells.items() if at[0] in new}
        made += _room(sheet, inside, below, inserted[0][0] if inserted else 0)
        made += [_update(sheet, *block) for block in blocks(inside)]
        if inserted:
            made += [_insert(sheet, first, count) for first, count in inserted]
            made += [_update(sheet, *block) for block in blocks(below)]
        elif below:
            made.append(_append(sheet, below))
        made += _links(edit, sheet, grid, reading.sheets)
        made += [_shown(sheet, column) for column in sorted(edit.shown)]
    return made


def blocks(
    cells: Mapping[Position, Scalar],
) -> list[tuple[Position, list[list[Scalar]]]]:
    """Cut cells into rectangles: runs of columns, put together over adjoining rows alike."""
    columns: dict[int, list[int]] = defaultdict(list)
    for row, column in sorted(cells):
        columns[row].append(column)
    bottoms: dict[tuple[int, int, int], int] = {}
    above: dict[tuple[int, int], int] = {}
    for row, own in columns.items():
        here: dict[tuple[int, int], int] = {}
        for left, right in _runs(own):
            top = above.get((left, right), row)
            if bottoms.get((top, left, right)) != row - 1:
                top = row
            bottoms[top, left, right] = row
            here[left, right] = top
        above = here
    return [
        (
            (top, left),
            [[cells[row, c] for c in range(left, right + 1)] for row in range(top, bottom + 1)],
        )
        for (top, left, right), bottom in sorted(bottoms.items())
    ]


def _runs(columns: Sequence[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for column in columns:
        if runs and runs[-1][1] == column - 1:
            runs[-1] = (runs[-1][0], column)
        else:
            runs.append((column, column))
    return runs


def cell_data(value: Scalar) -> dict[str, Any]:
    """One cell's value as Google takes it; a text is never read as anything else."""
    if value is None:
        return {}
    if isinstance(value, bool):
        return {VALUE: {"boolValue": value}}
    if isinstance(value, str):
        return {VALUE: {"stringValue": value}}
    number = to_serial(value) if isinstance(value, date) else value  # a datetime is one
    return {VALUE: {"numberValue": number}}


def post_ranges(edits: Iterable[TabEdit], reading: SheetReading) -> list[str]:
    """The places by which it is seen whether every value came to its row and column."""
    ranges: list[str] = []
    for edit in edits:
        if edit.header is None or not edit.cells:
            continue
        grid = next(each for each in reading.grids if each.title == edit.title)
        rows = [row for row, _ in edit.cells]
        proofs = witnesses(edit, grid)
        columns = [*(column for _, column in edit.cells), *proofs]
        tab, line = quoted(edit.title), edit.header + 1
        first, last = column_letters(min(columns)), column_letters(max(columns))
        ranges.append(f"{tab}!{first}{line}:{last}{line}")
        if edit.key is not None and edit.added:
            proofs = (*proofs, edit.key)
        # Rows that the grid does not have yet are asked for by an open end.
        end = str(max(rows) + 1) if max(rows) < reading.sheets[edit.title].rows else ""
        for column in dict.fromkeys(proofs):
            letters = column_letters(column)
            ranges.append(f"{tab}!{letters}{min(rows) + 1}:{letters}{end}")
    return ranges


def inserted_rows(edit: TabEdit, grid: Grid, sheet: Sheet) -> list[tuple[int, int]]:
    """Say where new rows are inserted, as first row and count; nowhere if they are appended.

    Rows right below everything are appended. Where something lies below that people do not
    see as a row (unticked boxes, formulas that show nothing), they are inserted above it.
    A tab with links is the sync's own and is written by position.
    """
    rows = sorted(edit.added)
    if not rows or edit.links is not None:
        return []
    hidden = any(row >= grid.height for row, _ in sheet.formulas)
    if rows == list(range(grid.height, grid.height + len(rows))) and not hidden:
        return []
    return [(first, last - first + 1) for first, last in _runs(rows)]


def _room(
    sheet: Sheet,
    inside: Mapping[Position, Scalar],
    below: Mapping[Position, Scalar],
    first: int,
) -> list[dict[str, Any]]:
    """Rows and columns that the grid lacks; new rows bring their own, from ``first`` on."""
    rows = max([first, *(row + 1 for row, _ in inside)]) - sheet.rows
    columns = max((column for _, column in (*inside, *below)), default=-1) + 1 - sheet.columns
    wanted = (("ROWS", rows), ("COLUMNS", columns))
    return [
        {"appendDimension": {"sheetId": sheet.id, "dimension": which, "length": length}}
        for which, length in wanted
        if length > 0
    ]


def _insert(sheet: Sheet, first: int, count: int) -> dict[str, Any]:
    where = {"sheetId": sheet.id, "dimension": "ROWS"}
    span = {**where, "startIndex": first, "endIndex": first + count}
    return {"insertDimension": {"range": span, "inheritFromBefore": first > 0}}


def _update(sheet: Sheet, start: Position, rows: Sequence[Sequence[Scalar]]) -> dict[str, Any]:
    return {
        "updateCells": {
            "start": _coordinate(sheet, start),
            "rows": [{"values": [cell_data(value) for value in row]} for row in rows],
            "fields": VALUE,
        }
    }


def _append(sheet: Sheet, cells: Mapping[Position, Scalar]) -> dict[str, Any]:
    rows: dict[int, dict[int, Scalar]] = defaultdict(dict)
    for (row, column), value in cells.items():
        rows[row][column] = value
    return {
        "appendCells": {
            **({"tableId": sheet.table} if sheet.table else {"sheetId": sheet.id}),
            "rows": [
                {"values": [cell_data(row.get(column)) for column in range(max(row) + 1)]}
                for _, row in sorted(rows.items())
            ],
            "fields": VALUE,
        }
    }


def _links(
    edit: TabEdit, sheet: Sheet, grid: Grid, sheets: Mapping[str, Sheet]
) -> list[dict[str, Any]]:
    """Set the links that are others than before, and take away those that are gone."""
    if edit.links is None:
        return []
    made: list[dict[str, Any]] = []
    for at in sorted({*edit.links, *grid.links}):
        target = edit.links.get(at)
        if target == grid.links.get(at):
            continue
        uri = link_of(target, sheets) if target is not None else None
        link = {"userEnteredFormat": {"textFormat": {"link": {"uri": uri}}}} if uri else {}
        made.append(
            {
                "updateCells": {
                    "start": _coordinate(sheet, at),
                    "rows": [{"values": [link]}],
                    "fields": _LINK,
                }
            }
        )
    return made


def _shown(sheet: Sheet, column: int) -> dict[str, Any]:
    return {
        "updateDimensionProperties": {
            "range": {
                "sheetId": sheet.id,
                "dimension": "COLUMNS",
                "startIndex": column,
                "endIndex": column + 1,
            },
            "properties": {"hiddenByUser": False},
            "fields": "hiddenByUser",
        }
    }


def _coordinate(sheet: Sheet, at: Position) -> dict[str, int]:
    return {"sheetId": sheet.id, "rowIndex": at[0], "columnIndex": at[1]}
