"""Cells as values: what values.get and its kin show of an area.

Facts: Sheets API reference, ValueRange (trailing empty rows and columns are left out),
ValueRenderOption and DateTimeRenderOption.
"""

from typing import Any

from tests.sheets_server import cells, render
from tests.sheets_server.a1 import Area
from tests.sheets_server.call import Call
from tests.sheets_server.model import Formula, Json, Problem, Sheet, Value


def read(call: Call, area: Area, how: Json, *, calculator: Any = None) -> Json:
    """An area as ValueRange.

    Args:
        call: What to read.
        area: Where.
        how: majorDimension, valueRenderOption, dateTimeRenderOption, each maybe missing.
        calculator: Values that are already worked out.
    """
    calculator = calculator or call.calculator()
    major = how.get("majorDimension") or "ROWS"
    major = "ROWS" if major == "DIMENSION_UNSPECIFIED" else major
    rows = []
    for row in range(area.top, area.bottom):
        held = {
            column: _one(call, area.sheet, row, column, how, calculator)
            for column in call.book.shown(area.sheet, row, area.left, area.right)
        }
        last = max(held, default=area.left - 1) + 1
        rows.append(_trimmed([held.get(column, "") for column in range(area.left, last)]))
    rows = _trimmed(rows)
    if major == "COLUMNS":
        width = max(map(len, rows), default=0)
        rows = [
            _trimmed([row[column] if column < len(row) else "" for row in rows])
            for column in range(width)
        ]
    result = {"range": area.a1(), "majorDimension": major}
    return result | ({"values": rows} if rows else {})


def _trimmed(items: list[Any]) -> list[Any]:
    end = len(items)
    while end and items[end - 1] in ("", []) and not isinstance(items[end - 1], bool):
        end -= 1
    return items[:end]


def _one(call: Call, sheet: Sheet, row: int, column: int, how: Json, calculator: Any) -> Any:
    cell = sheet.cell(row, column)
    if cell.value is None and not call.book.has_pivots:
        return ""
    mode = how.get("valueRenderOption") or "FORMATTED_VALUE"
    if mode == "FORMULA" and isinstance(cell.value, Formula):
        return cell.value.text
    value: Value = calculator.value(sheet, row, column)
    if value is None:
        return ""
    if cell.chips:
        return cells.shown(cell, value, call.locale)
    number_format = cells.number_format(cell)
    if mode == "FORMATTED_VALUE" or isinstance(value, Problem):
        return render.formatted(value, number_format, call.locale)
    if isinstance(value, float) and not isinstance(value, bool):
        if how.get("dateTimeRenderOption") == "FORMATTED_STRING" and render.is_date(
            number_format, call.locale
        ):
            return render.formatted(value, number_format, call.locale)
        return render.number_json(value)
    return value
