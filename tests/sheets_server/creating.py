"""New spreadsheets, as spreadsheets.create and Drive make them."""

from random import Random
from typing import Any

from tests.sheets_server import batch, cell_writing, formats, locales, requests_sheets
from tests.sheets_server.call import Call
from tests.sheets_server.model import BLANK, Json, Spreadsheet
from tests.sheets_server.refusals import not_built

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def new_key(random: Random) -> str:
    """An id like Google's: 44 characters, the first one a 1."""
    return "1" + "".join(random.choice(_ALPHABET) for _ in range(43))


def empty(key: str, title: str) -> Spreadsheet:
    """A spreadsheet without any tab, with the properties of recorded new ones."""
    return Spreadsheet(
        id=key,
        properties={
            "title": title,
            "locale": "en_US",
            "autoRecalc": "ON_CHANGE",
            "timeZone": "Etc/GMT",
            "defaultFormat": formats.DEFAULT,
            "spreadsheetTheme": formats.THEME,
        },
        sheets=[],
    )


def fill(call: Call, body: Json) -> None:
    """Give a new spreadsheet what spreadsheets.create was sent.

    Raises:
        Refusal: Something in it is not possible; 501 for what is not kept here.
    """
    properties = dict(body.get("properties") or {})
    properties.pop("defaultFormat", None)
    if "spreadsheetTheme" in properties:
        properties["spreadsheetTheme"] = requests_sheets.theme(properties["spreadsheetTheme"])
    if "locale" in properties:
        locales.locale(properties["locale"])
    if "timeZone" in properties:
        requests_sheets.check_zone(properties["timeZone"])
    properties["title"] = properties.get("title") or "Untitled spreadsheet"
    call.book.properties |= properties
    given = body.get("sheets") or []
    for sheet in given:
        requests_sheets.new_sheet(call, sheet.get("properties") or {})
    if not given:
        requests_sheets.new_sheet(call, {"sheetId": 0, "title": "Sheet1"})
    for place, sheet in enumerate(given):
        _contents(call, place, sheet)
    for name in body.get("namedRanges") or []:
        batch.HANDLERS["addNamedRange"](call, {"namedRange": name})
    for tag in body.get("developerMetadata") or []:
        batch.HANDLERS["createDeveloperMetadata"](call, {"developerMetadata": tag})


_PARTS = {
    "merges": ("mergeCells", "range"),
    "protectedRanges": ("addProtectedRange", "protectedRange"),
    "bandedRanges": ("addBanding", "bandedRange"),
    "filterViews": ("addFilterView", "filter"),
    "charts": ("addChart", "chart"),
    "slicers": ("addSlicer", "slicer"),
    "tables": ("addTable", "table"),
    "developerMetadata": ("createDeveloperMetadata", "developerMetadata"),
    "conditionalFormats": ("addConditionalFormatRule", "rule"),
}


def _contents(call: Call, place: int, given: Json) -> None:
    sheet = call.book.sheets[place]
    groups = {"rowGroups", "columnGroups"}
    for name in given.keys() - _PARTS.keys() - groups - {"properties", "data", "basicFilter"}:
        raise not_built(f"creating a sheet with {name}")
    mask: Any = cell_writing.writable({"*": {}})
    for data in given.get("data") or []:
        top, left = data.get("startRow", 0), data.get("startColumn", 0)
        for r, row in enumerate(data.get("rowData") or [], start=top):
            for c, one in enumerate(row.get("values") or [], start=left):
                sheet.put(r, c, cell_writing.written(BLANK, one or {}, mask))
        for lines, name, start in (
            (sheet.rows, "rowMetadata", top),
            (sheet.columns, "columnMetadata", left),
        ):
            for at, one in enumerate(data.get(name) or [], start=start):
                lines[at].pixels = one.get("pixelSize", lines[at].pixels)
                lines[at].hidden_by_user = bool(one.get("hiddenByUser"))
    for name, (kind, key) in _PARTS.items():
        for index, item in enumerate(given.get(name) or []):
            extra = {"index": index} if name == "conditionalFormats" else {}
            batch.HANDLERS[kind](call, {key: item, **extra})
    for name in sorted(groups):
        for group in given.get(name) or []:
            batch.HANDLERS["addDimensionGroup"](call, {"range": group.get("range") or {}})
    if given.get("basicFilter"):
        batch.HANDLERS["setBasicFilter"](call, {"filter": given["basicFilter"]})
