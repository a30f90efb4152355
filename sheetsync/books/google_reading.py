"""What Google answers about a spreadsheet, turned into grids. Pure: JSON in, values out."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

from sheetsync.book import Grid, Position, Reading
from sheetsync.books.google_fence import Fence, read_fence
from sheetsync.cells import Scalar

STRUCTURE = (
    "properties(title,timeZone,locale),developerMetadata,"
    "sheets(properties(sheetId,title,index,sheetType,gridProperties(rowCount,columnCount)),"
    "merges,tables(tableId,range),data(startRow,startColumn,rowData(values(userEnteredValue(formulaValue),hyperlink))))"
)
"""The fields of ``spreadsheets.get`` that a sync needs. A field mask alone brings the cells
along (reference, ``includeGridData``); of cells it asks what the values do not show."""

_LINK = re.compile(r"#gid=(\d+)&range=([A-Z]+[0-9]+)$")
_TARGET = re.compile(r"'((?:[^']|'')*)'!(\$?[A-Z]+\$?[0-9]+)$")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One tab as Google knows it.

    Attributes:
        id: Its id, which stays when the tab is renamed.
        rows: Rows of its grid.
        columns: Columns of its grid.
        formulas: What stands in cells that hold a formula.
        table: Id of the native table that the tab is, ``""`` if it is none: rows are then
            added to the table, so that it grows with them.
    """

    id: int
    rows: int
    columns: int
    formulas: Mapping[Position, str] = field(default_factory=dict)
    table: str = ""


@dataclass(frozen=True, slots=True)
class SheetReading(Reading):
    """A reading with what a write needs besides the values.

    Attributes:
        sheets: The tabs by title.
        fence: Which writes were committed.
    """

    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    fence: Fence = field(default_factory=Fence)


def quoted(title: str) -> str:
    """Quote a tab's title for A1 notation."""
    return "'" + title.replace("'", "''") + "'"


def link_of(target: str, sheets: Mapping[str, Sheet]) -> str | None:
    """Turn ``'Research'!C5`` into the address that a cell link has within a spreadsheet."""
    found = _TARGET.match(target)
    sheet = sheets.get(found[1].replace("''", "'")) if found else None
    if found is None or sheet is None:
        return None
    return f"#gid={sheet.id}&range={found[2].replace('$', '')}"


def grid_titles(structure: Mapping[str, Any]) -> list[str]:
    """The titles of the tabs that hold cells, in order."""
    return [
        sheet["properties"]["title"]
        for sheet in structure.get("sheets", ())
        if sheet["properties"].get("sheetType", "GRID") == "GRID"
    ]


def reading_of(
    name: str, spreadsheet: str, structure: Mapping[str, Any], values: Mapping[str, Any]
) -> SheetReading:
    """Put the two answers together.

    Args:
        name: How messages call the book.
        spreadsheet: Its id.
        structure: What ``spreadsheets.get`` answered for :data:`STRUCTURE`.
        values: What ``values:batchGet`` answered for :func:`grid_titles`, by columns.
    """
    tabs = {
        sheet["properties"]["title"]: sheet
        for sheet in structure.get("sheets", ())
        if sheet["properties"].get("sheetType", "GRID") == "GRID"
    }
    titles = {tab["properties"].get("sheetId", 0): title for title, tab in tabs.items()}
    grids: list[Grid] = []
    sheets: dict[str, Sheet] = {}
    ranges = values.get("valueRanges", ())
    for (title, tab), answered in zip(tabs.items(), ranges, strict=True):
        columns, height = columns_of(answered.get("values", ()))
        formulas, links = _marked(tab, titles)
        size = tab["properties"].get("gridProperties", {})
        sheets[title] = Sheet(
            tab["properties"].get("sheetId", 0),
            size.get("rowCount", 0),
            size.get("columnCount", 0),
            formulas,
            _table(tab),
        )
        merged = tuple(_area(merge) for merge in tab.get("merges", ()))
        grids.append(Grid(title, columns, height, frozenset(formulas), merged, links))
    fence = read_fence(structure.get("developerMetadata", ()))
    return SheetReading(
        name=name,
        digest=_digest(grids, fence),
        grids=tuple(grids),
        copy_of=fence.home if fence.home and fence.home != spreadsheet else "",
        title=structure.get("properties", {}).get("title", ""),
        sheets=sheets,
        fence=fence,
    )


def columns_of(values: Iterable[Sequence[Any]]) -> tuple[list[Sequence[Scalar]], int]:
    """Make columns of equal height of what Google gives: ragged, blanks as empty texts."""
    columns: list[list[Scalar]] = []
    height = 0
    for given in values:
        column: list[Scalar] = [None if value == "" else value for value in given]
        while column and column[-1] is None:
            column.pop()
        height = max(height, len(column))
        columns.append(column)
    while columns and not columns[-1]:
        columns.pop()
    for column in columns:
        column.extend([None] * (height - len(column)))
    return list(columns), height


def _marked(
    tab: Mapping[str, Any], titles: Mapping[int, str]
) -> tuple[dict[Position, str], dict[Position, str]]:
    """Find the cells with formulas, and those with a link into the spreadsheet itself."""
    formulas: dict[Position, str] = {}
    links: dict[Position, str] = {}
    for block in tab.get("data", ()):
        top, left = block.get("startRow", 0), block.get("startColumn", 0)
        for row, cells in enumerate(block.get("rowData", ()), top):
            for place, cell in enumerate(cells.get("values", ()), left):
                if not cell:
                    continue
                formula = cell.get("userEnteredValue", {}).get("formulaValue")
                if formula is not None:
                    formulas[row, place] = formula
                found = _LINK.match(cell.get("hyperlink", ""))
                if found is not None and int(found[1]) in titles:
                    links[row, place] = f"{quoted(titles[int(found[1])])}!{found[2]}"
    return formulas, links


def _table(tab: Mapping[str, Any]) -> str:
    """The table that begins in the tab's first column, if it is the only one."""
    found = tab.get("tables", ())
    whole = len(found) == 1 and not found[0].get("range", {}).get("startColumnIndex", 0)
    return str(found[0]["tableId"]) if whole else ""


def _area(merge: Mapping[str, int]) -> tuple[int, int, int, int]:
    return (
        merge.get("startRowIndex", 0),
        merge.get("startColumnIndex", 0),
        merge["endRowIndex"] - 1,
        merge["endColumnIndex"] - 1,
    )


def _digest(grids: Sequence[Grid], fence: Fence) -> str:
    """Hash what the people and the syncs have left: every value, formula, merge and link."""
    made = sha256(str(fence.generation).encode())
    for grid in grids:
        marks = [sorted(grid.formulas), sorted(grid.merged), sorted(grid.links.items())]
        parts = [grid.title, grid.columns, marks]
        made.update(json.dumps(parts, ensure_ascii=False, default=str).encode("utf-8", "replace"))
    return made.hexdigest()


def with_values(reading: SheetReading, grids: Mapping[str, Grid]) -> SheetReading:
    """The same spreadsheet with other values in some tabs."""
    changed = tuple(
        _still_known(grid, grids[grid.title]) if grid.title in grids else grid
        for grid in reading.grids
    )
    return SheetReading(
        name=reading.name,
        digest=_digest(changed, reading.fence),
        grids=changed,
        copy_of=reading.copy_of,
        title=reading.title,
        sheets={grid.title: _still_formulas(reading.sheets[grid.title], grid) for grid in changed},
        fence=reading.fence,
    )


def _still_formulas(sheet: Sheet, grid: Grid) -> Sheet:
    kept = {at: formula for at, formula in sheet.formulas.items() if at in grid.formulas}
    return sheet if len(kept) == len(sheet.formulas) else replace(sheet, formulas=kept)


def _still_known(old: Grid, new: Grid) -> Grid:
    """Keep what is known of formulas where the cell still shows the same."""
    kept = [at for at in old.formulas if _shown(old, at) == _shown(new, at)]
    return replace(new, formulas=frozenset(kept))


def _shown(grid: Grid, at: Position) -> Scalar:
    row, place = at
    inside = place < len(grid.columns) and row < grid.height
    return grid.columns[place][row] if inside else None
