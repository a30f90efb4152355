"""A spreadsheet as the API shows it: properties, tabs, grid data; defaults left out.

What is left out and what is kept as 0 or false follows recorded answers (gspread's
cassettes): ``sheetId`` and ``index`` of a tab are shown as 0, a GridRange's ``sheetId`` is not.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from tests.sheets_server import metadata, native_tables
from tests.sheets_server.a1 import Area
from tests.sheets_server.call import Call
from tests.sheets_server.cell_data import cell_data
from tests.sheets_server.fields import Mask
from tests.sheets_server.model import Json, Line, Sheet

_ORDER = (
    "merges conditionalFormats filterViews protectedRanges basicFilter charts bandedRanges"
    " developerMetadata rowGroups columnGroups slicers tables"
).split()


def spreadsheet(
    call: Call,
    *,
    areas: Sequence[Area] | None,
    with_data: bool,
    only: Mask | None = None,
    bands_of_tables: bool = True,
) -> Json:
    """The whole Spreadsheet resource.

    Args:
        call: What to show, and to whom.
        areas: Show only the tabs and cells of these ranges; ``None`` shows all.
        with_data: Show cells.
        only: What the field mask names, to save work.
        bands_of_tables: Show the colours of native tables among the banded ranges too.
    """
    book = call.book
    shown = [
        sheet for sheet in book.sheets if areas is None or any(a.sheet is sheet for a in areas)
    ]
    result: Json = {"spreadsheetId": book.id, "properties": dict(book.properties)}
    result["sheets"] = [
        _sheet(call, sheet, areas, with_data=with_data, bands_of_tables=bands_of_tables)
        for sheet in shown
    ]
    names = [
        name
        for name in book.names.values()
        if areas is None or any(_meets(name["range"], area) for area in areas)
    ]
    if names:
        result["namedRanges"] = names
    result["spreadsheetUrl"] = f"https://docs.google.com/spreadsheets/d/{book.id}/edit"
    if tags := metadata.on(book, None, None):
        result["developerMetadata"] = tags
    if only and "*" not in only:
        return {key: value for key, value in result.items() if key in only}
    return result


def properties(call: Call, sheet: Sheet) -> Json:
    """A tab's SheetProperties."""
    given = dict(sheet.properties)
    grid = {key: value for key, value in (given.pop("gridProperties", None) or {}).items() if value}
    result = {
        "sheetId": sheet.id,
        "title": given.pop("title"),
        "index": call.book.sheets.index(sheet),
        "sheetType": given.pop("sheetType", "GRID"),
    }
    if not sheet.is_object:
        size = {"rowCount": len(sheet.rows), "columnCount": len(sheet.columns)}
        result["gridProperties"] = size | grid
    return result | {key: value for key, value in given.items() if value not in (False, None)}


def _sheet(
    call: Call,
    sheet: Sheet,
    areas: Sequence[Area] | None,
    *,
    with_data: bool,
    bands_of_tables: bool,
) -> Json:
    result: Json = {"properties": properties(call, sheet)}
    whole = Area(sheet, 0, 0, len(sheet.rows), len(sheet.columns))
    mine = [whole] if areas is None else [area for area in areas if area.sheet is sheet]
    if with_data and not sheet.is_object:
        result["data"] = [grid_data(call, area) for area in mine]
    parts: dict[str, Any] = {}
    bands: list[Json] = []
    for name, items in sheet.objects.items():
        near = [item for item in items if any(_near(item, area) for area in mine)]
        if name == "protectedRanges":
            near = [_protection(call, item) for item in near]
        elif name == "tables":
            if bands_of_tables:
                bands += [native_tables.band(item) for item in near]
            near = [native_tables.shown(call, item) for item in near]
        parts[name] = near
    if bands:
        parts["bandedRanges"] = [*parts.get("bandedRanges", []), *bands]
    parts["basicFilter"] = sheet.basic_filter
    parts["developerMetadata"] = metadata.on(call.book, sheet.id, None)
    for name in _ORDER:
        if parts.get(name):
            result[name] = parts[name]
    return result


def _protection(call: Call, item: Json) -> Json:
    """Who may edit is shown only to who may edit (ProtectedRange.editors)."""
    shown = {key: value for key, value in item.items() if value not in (False, "")}
    if call.may_edit(item):
        return shown | {"requestingUserCanEdit": True}
    shown.pop("editors", None)
    return shown


def _near(item: Json, area: Area) -> bool:
    for key in ("range", "ranges"):
        if key in item:
            found = item[key] if isinstance(item[key], list) else [item[key]]
            return any(_meets(one, area) for one in found)
    return _meets(item, area) if "startRowIndex" in item else True


def _meets(given: Mapping[str, int], area: Area) -> bool:
    if "dimension" in given:
        return True
    return (
        given.get("sheetId", 0) == area.sheet.id
        and given.get("startRowIndex", 0) < area.bottom
        and given.get("endRowIndex", area.bottom) > area.top
        and given.get("startColumnIndex", 0) < area.right
        and given.get("endColumnIndex", area.right) > area.left
    )


def grid_data(call: Call, area: Area) -> Json:
    """The cells of an area, with trailing empty rows and cells left out."""
    calculator = call.calculator()
    result: Json = {}
    if area.top:
        result["startRow"] = area.top
    if area.left:
        result["startColumn"] = area.left
    rows: list[Json] = []
    keep = 0
    for row in range(area.top, area.bottom):
        held: dict[int, Json] = {}
        for column in call.book.shown(area.sheet, row, area.left, area.right):
            if one := cell_data(call, calculator, area.sheet, row, column):
                held[column] = one
        last = max(held, default=area.left - 1) + 1
        values = [held.get(column, {}) for column in range(area.left, last)]
        rows.append({"values": values} if values else {})
        if values:
            keep = len(rows)
    if keep:
        result["rowData"] = rows[:keep]
    for name, lines in (
        ("rowMetadata", area.sheet.rows[area.top : area.bottom]),
        ("columnMetadata", area.sheet.columns[area.left : area.right]),
    ):
        shown = () if name in call.left_out else lines
        result[name] = [line(call, area.sheet, one) for one in shown]
    return result


def line(call: Call, sheet: Sheet, one: Line) -> Json:
    """A row's or column's DimensionProperties."""
    result: Json = {}
    if one.hidden_by_filter:
        result["hiddenByFilter"] = True
    if one.hidden_by_user:
        result["hiddenByUser"] = True
    result["pixelSize"] = one.pixels
    if call.book.tags and (tags := metadata.on(call.book, sheet.id, one.id)):
        result["developerMetadata"] = tags
    return result
