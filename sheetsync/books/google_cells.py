"""Cells, ranges, sizes and colours in the words of the Sheets API, and the requests that set them.

Plain dicts by the discovery document of Sheets v4. What goes where is decided in
:mod:`sheetsync.books.google_layout`. Every text is a ``stringValue``: Sheets takes that
as it stands, so nothing that is laid out can become a formula.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from math import ceil
from typing import Any, Literal, TypeVar

from sheetsync.cells import Scalar, safe_text, to_serial

Json = dict[str, Any]

Item = TypeVar("Item")

Dimension = Literal["ROWS", "COLUMNS"]


def runs(items: Sequence[Item]) -> Iterator[tuple[int, int, Item]]:
    """Neighbours that are equal, as first place, place behind the last one, and the item."""
    place = 0
    for item, group in groupby(items):
        start, place = place, place + len(list(group))
        yield start, place, item


def colour(rrggbb: str) -> Json:
    """A ColorStyle; the API counts red, green and blue from 0 to 1.

    A colour comes back in steps of 1/255, and what lies between two steps was seen to be
    cut off: a value is therefore never the smaller neighbour of its step.
    """
    parts = zip(("red", "green", "blue"), (0, 2, 4), strict=True)
    return {"rgbColor": {name: _step(int(rrggbb[at : at + 2], 16)) for name, at in parts}}


def _step(part: int) -> float:
    return min(1.0, ceil(part / 255 * 1e6) / 1e6)


def pixels(points: float) -> int:
    """A height in points as pixels: 96 of them, or 72 points, are an inch (CSS 2.1)."""
    return round(points * 96 / 72)


def column_pixels(characters: float) -> int:
    """A column's width in characters as pixels.

    As a file's reader does it: 7 pixels a digit and 5 around them (ECMA-376 18.3.1.13,
    for the fonts that :data:`sheetsync.look.FONT` stands for).
    """
    return round(characters * 7 + 5)


def area(
    sheet_id: int,
    *,
    rows: tuple[int, int | None] = (0, None),
    columns: tuple[int, int | None] = (0, None),
) -> Json:
    """A GridRange: first row or column from zero and the one behind the last; ``None``: no end.

    Without an end it covers the rows that are added later too.
    """
    bounds = {
        "startRowIndex": rows[0] or None,
        "endRowIndex": rows[1],
        "startColumnIndex": columns[0] or None,
        "endColumnIndex": columns[1],
    }
    return {"sheetId": sheet_id} | {name: at for name, at in bounds.items() if at is not None}


def entered(value: Scalar) -> Json:
    """A cell's value as ExtendedValue; empty for an empty cell."""
    if value is None or value == "":
        return {}
    if isinstance(value, str):
        return {"stringValue": safe_text(value)}
    if isinstance(value, bool):
        return {"boolValue": value}
    return {"numberValue": to_serial(value) if isinstance(value, date) else value}


def cell(value: Scalar, **more: Any) -> Json:
    """A CellData with a value and whatever else stands on the cell."""
    found = entered(value)
    return ({"userEnteredValue": found} if found else {}) | more


def write(
    sheet_id: int, at: tuple[int, int], lines: Sequence[Sequence[Json]], *, fields: str
) -> Json:
    """Write cells from a corner on, and of them only the fields that are named.

    Args:
        sheet_id: The tab.
        at: Row and column of the upper left one, from zero.
        lines: CellData by row; the rows may differ in length.
        fields: The field mask, counted from CellData.
    """
    start = {"sheetId": sheet_id, "rowIndex": at[0], "columnIndex": at[1]}
    rows = [{"values": list(line)} for line in lines]
    return {"updateCells": {"start": start, "rows": rows, "fields": fields}}


def paint(over: Json, look: Mapping[str, Any]) -> Json:
    """Give every cell of a GridRange one look, in place of the one that it had."""
    given = {"userEnteredFormat": dict(look)}
    return {"repeatCell": {"range": over, "cell": given, "fields": "userEnteredFormat"}}


def sized(sheet_id: int, dimension: Dimension, start: int, end: int, size: int) -> Json:
    """Set the size in pixels of rows or columns."""
    return _dimensions(sheet_id, dimension, (start, end), {"pixelSize": size})


def sized_and_shown(sheet_id: int, start: int, end: int, size: int, *, hidden: bool) -> Json:
    """Set the width in pixels of columns, and hide them or show them."""
    return _dimensions(
        sheet_id, "COLUMNS", (start, end), {"pixelSize": size, "hiddenByUser": hidden}
    )


def _dimensions(
    sheet_id: int, dimension: Dimension, span: tuple[int, int], properties: Json
) -> Json:
    covered = {
        "sheetId": sheet_id,
        "dimension": dimension,
        "startIndex": span[0],
        "endIndex": span[1],
    }
    change = {"range": covered, "properties": properties, "fields": ",".join(properties)}
    return {"updateDimensionProperties": change}
