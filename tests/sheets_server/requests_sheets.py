"""Requests on whole tabs and on the spreadsheet's own properties."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from zoneinfo import available_timezones

from tests.sheets_server import fields, formats, grid, locales, metadata, shape
from tests.sheets_server.call import Call
from tests.sheets_server.formulas import Reference, rewritten
from tests.sheets_server.model import COLUMN_PIXELS, MAX_CELLS, ROW_PIXELS, Formula, Json, Sheet
from tests.sheets_server.refusals import Refusal, not_built

DEFAULT_ROWS, DEFAULT_COLUMNS = 1000, 26
"""A new tab's grid, in every recorded answer."""


def _unused_title(call: Call) -> str:
    number = len(call.book.sheets) + 1
    while call.book.titled(f"Sheet{number}"):
        number += 1
    return f"Sheet{number}"


def _check_title(call: Call, title: str, other_than: Sheet | None = None) -> None:
    taken = call.book.titled(title)
    if taken is not None and taken is not other_than:
        raise Refusal(f'A sheet with the name "{title}" already exists. Please enter another name.')
    if not title:
        raise Refusal("The sheet name cannot be empty.")
    if len(title) > 100:
        raise Refusal("The sheet name cannot be greater than 100 characters.")


def new_sheet(call: Call, properties: Mapping[str, Any], at: int | None = None) -> Sheet:
    """Make a tab from SheetProperties and put it in its place.

    Raises:
        Refusal: The title or the id is taken, or the grid is none or too large.
    """
    book = call.book
    if properties.get("sheetType", "GRID") not in {"GRID", "SHEET_TYPE_UNSPECIFIED"}:
        raise not_built(f"a sheet of type {properties['sheetType']}")
    title = properties.get("title") or _unused_title(call)
    _check_title(call, title)
    taken = {sheet.id for sheet in book.sheets}
    sheet_id = properties.get("sheetId")
    if sheet_id is None:
        sheet_id = call.new_id(taken)
    if sheet_id < 0:
        raise Refusal("Sheet id must be non-negative.")
    if sheet_id in taken:
        raise Refusal(f"Sheet with id {sheet_id} already exists.")
    given = dict(properties.get("gridProperties") or {})
    rows = given.pop("rowCount", 0) or DEFAULT_ROWS
    columns = given.pop("columnCount", 0) or DEFAULT_COLUMNS
    if min(rows, columns) < 1 or book.cells_in_all() + rows * columns > MAX_CELLS:
        raise Refusal(
            "This action would increase the number of cells in the workbook above the limit of"
            f" {MAX_CELLS} cells."
        )
    kept = {
        key: value
        for key, value in properties.items()
        if key not in {"sheetId", "title", "index", "sheetType", "gridProperties"}
    }
    sheet = Sheet(
        id=sheet_id,
        properties={"title": title, "gridProperties": given, **formats.twinned(kept)},
        rows=book.new_lines(rows, ROW_PIXELS),
        columns=book.new_lines(columns, COLUMN_PIXELS),
    )
    place = len(book.sheets) if at is None else min(max(at, 0), len(book.sheets))
    book.sheets.insert(place, sheet)
    return sheet


def add_sheet(call: Call, body: Json) -> Json:
    """addSheet."""
    properties = body.get("properties") or {}
    sheet = new_sheet(call, properties, properties.get("index"))
    return {"properties": shape.properties(call, sheet)}


def delete_sheet(call: Call, body: Json) -> None:
    """deleteSheet."""
    sheet = _sheet(call, body)
    if len(call.book.sheets) == 1:
        raise Refusal("You can't remove all the sheets in a document.")
    if len([one for one in call.book.sheets if not one.properties.get("hidden")]) <= 1 and not (
        sheet.properties.get("hidden")
    ):
        raise Refusal("You can't remove all the visible sheets in a document.")
    call.guard(sheet, 0, 0, len(sheet.rows), len(sheet.columns))
    call.book.sheets.remove(sheet)
    metadata.dropped(call.book, sheet)
    for key, name in list(call.book.names.items()):
        if name["range"].get("sheetId", 0) == sheet.id:
            del call.book.names[key]


def _sheet(call: Call, body: Json) -> Sheet:
    sheet = call.book.sheet(body.get("sheetId", 0))
    if sheet is None:
        raise Refusal(f"No sheet with id: {body.get('sheetId', 0)}")
    return sheet


def update_sheet_properties(call: Call, body: Json) -> None:
    """updateSheetProperties; a new row or column count cuts or extends the grid."""
    given = body.get("properties") or {}
    sheet = _sheet(call, given)
    mask = fields.required(body)
    fields.known(mask, "SheetProperties")
    if "*" in mask:
        cleared = {"hidden", "rightToLeft", "tabColor", "tabColorStyle"}
        mask = {key: {} for key in given.keys() | cleared if key not in {"sheetId", "sheetType"}}
    if "sheetId" in mask or "sheetType" in mask:
        raise Refusal("The sheetId and the sheetType can't be changed.")
    if "title" in mask:
        _check_title(call, given.get("title", ""), sheet)
    if mask.get("hidden") is not None and given.get("hidden"):
        seen = [one for one in call.book.sheets if not one.properties.get("hidden")]
        if seen == [sheet]:
            raise Refusal("You can't hide all the sheets in a document.")
    if "index" in mask:
        _move(call, sheet, given.get("index", 0))
    if "gridProperties" in mask:
        if sheet.is_object:
            raise Refusal("Grid properties can't be set on a sheet that is no grid.")
        _resize(call, sheet, given.get("gridProperties") or {}, mask["gridProperties"])
    rest = {key: value for key, value in mask.items() if key not in {"index", "gridProperties"}}
    if rest.keys() & {"tabColor", "tabColorStyle"}:
        rest |= {"tabColor": {}, "tabColorStyle": {}}
    if rest:
        old_title = sheet.title
        sheet.properties = fields.merged(sheet.properties, formats.twinned(given), rest)
        if "title" in rest and old_title != sheet.title:
            _retitle(call, old_title, sheet.title)


def _move(call: Call, sheet: Sheet, index: int) -> None:
    """The index is the place before the tab is taken out (SheetProperties.index)."""
    sheets = call.book.sheets
    if not 0 <= index <= len(sheets):
        raise Refusal(f"The index {index} is out of bounds.")
    old = sheets.index(sheet)
    sheets.remove(sheet)
    sheets.insert(index - 1 if index > old else index, sheet)


def _resize(call: Call, sheet: Sheet, given: Json, mask: fields.Mask) -> None:
    named = mask if mask and "*" not in mask else {name: {} for name in given}
    for name, dimension in (("rowCount", "ROWS"), ("columnCount", "COLUMNS")):
        if name not in named:
            continue
        count, lines = given.get(name, 0), sheet.lines(dimension)
        if count < 1:
            raise Refusal(f"gridProperties.{name} must be at least 1.")
        if count > len(lines):
            grid.insert(call.book, sheet, dimension, len(lines), count - len(lines))
        elif count < len(lines):
            grid.delete(call.book, sheet, dimension, count, len(lines))
    old = sheet.properties.get("gridProperties") or {}
    rest = {key: value for key, value in named.items() if key not in {"rowCount", "columnCount"}}
    merged = fields.merged(old, given, rest) if rest else dict(old)
    for name, lines in (("frozenRowCount", sheet.rows), ("frozenColumnCount", sheet.columns)):
        if merged.get(name, 0) >= len(lines):
            what = "rows" if "Row" in name else "columns"
            raise Refusal(f"You can't freeze all visible {what} on the sheet.")
    sheet.properties = {**sheet.properties, "gridProperties": merged}


def _retitle(call: Call, old: str, new: str) -> None:
    """Formulas that name a tab follow its new title."""

    def change(one: Reference) -> Reference:
        named = one.title is not None and one.title.casefold() == old.casefold()
        return replace(one, title=new) if named else one

    for sheet in call.book.sheets:
        for index, row in enumerate(sheet.rows):
            for key, cell in row.cells.items():
                if isinstance(cell.value, Formula):
                    sheet.row(index).cells[key] = replace(
                        cell, value=Formula(rewritten(cell.value.text, change))
                    )


def update_spreadsheet_properties(call: Call, body: Json) -> None:
    """updateSpreadsheetProperties."""
    mask = fields.required(body)
    fields.known(mask, "SpreadsheetProperties")
    given = formats.twinned(body.get("properties") or {})
    if "*" in mask:
        mask = {name: {} for name in given}
    mask.pop("defaultFormat", None)
    if "spreadsheetTheme" in mask:
        given["spreadsheetTheme"] = theme(given.get("spreadsheetTheme") or {})
        mask["spreadsheetTheme"] = {}
    if "title" in mask and not given.get("title"):
        raise Refusal("The title of a spreadsheet must not be empty.")
    if "locale" in mask:
        locales.locale(given.get("locale", ""))
    if "timeZone" in mask:
        check_zone(given.get("timeZone", ""))
    call.book.properties = fields.merged(call.book.properties, given, mask)


def theme(given: Json) -> Json:
    """SpreadsheetTheme as it is kept: all pairs of colours must be given (its description)."""
    kinds = {pair["colorType"] for pair in formats.THEME_COLOURS}
    if {pair.get("colorType") for pair in given.get("themeColors") or []} != kinds:
        raise Refusal("All theme color pairs must be provided to update the theme.")
    font = given.get("primaryFontFamily") or formats.THEME["primaryFontFamily"]
    return {"primaryFontFamily": font, "themeColors": given["themeColors"]}


def check_zone(name: str) -> None:
    """Refuse a time zone that is none.

    Raises:
        Refusal: Not in CLDR (here: not in the IANA database).
    """
    if name not in available_timezones():
        raise Refusal(f"Invalid time zone: {name}")


HANDLERS = {
    "addSheet": add_sheet,
    "deleteSheet": delete_sheet,
    "updateSheetProperties": update_sheet_properties,
    "updateSpreadsheetProperties": update_spreadsheet_properties,
}
