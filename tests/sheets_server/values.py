"""spreadsheets.values: reading, writing, appending and clearing plain values.

Facts: Sheets API reference, spreadsheets.values, and the guide "Read & write cell values"
(nulls are skipped, an empty text clears, trailing empty rows and columns are left out, how
append finds its table). The wording of refusals is that of recorded answers; see README.md.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from tests.sheets_server import a1, grid, metadata, native_tables, parse, validation
from tests.sheets_server.a1 import Area
from tests.sheets_server.call import Call
from tests.sheets_server.model import Json, Sheet
from tests.sheets_server.reading import read
from tests.sheets_server.refusals import Refusal
from tests.sheets_server.tables import table_at

Written = tuple[Area, set[tuple[int, int]]]
"""The area that a write covered, and the cells (row, column) that it changed."""


def input_option(how: Json) -> str:
    """The way in which values are to be understood.

    Raises:
        Refusal: It is not given.
    """
    option = how.get("valueInputOption") or "INPUT_VALUE_OPTION_UNSPECIFIED"
    if option == "INPUT_VALUE_OPTION_UNSPECIFIED":
        raise Refusal("'valueInputOption' is required but not specified")
    return str(option)


def rows_of(body: Json) -> list[list[Any]]:
    """The values of a ValueRange, row by row.

    Raises:
        Refusal: A value is a list or an object.
    """
    given: list[list[Any]] = body.get("values") or []
    for place, items in enumerate(given):
        for index, item in enumerate(items or []):
            if isinstance(item, list | dict):
                kind = "list_value" if isinstance(item, list) else "struct_value"
                raise Refusal(f"Invalid values[{place}][{index}]: {kind} {_proto(item)}")
    if body.get("majorDimension") == "COLUMNS":
        height = max((len(column) for column in given), default=0)
        return [
            [column[row] if row < len(column) else None for column in given]
            for row in range(height)
        ]
    return [list(row or []) for row in given]


def _proto(item: Any) -> str:
    """A structured value as the text form of protobuf begins it."""
    if isinstance(item, list):
        inner = "\n".join(f"  values {{\n    {_scalar(one)}\n  }}" for one in item)
        return f"\t {{\n{inner}\n}}\n"
    return "\t {\n}\n"


def _scalar(item: Any) -> str:
    if isinstance(item, bool):
        return f"bool_value: {str(item).lower()}"
    if isinstance(item, int | float):
        return f"number_value: {float(item)}"
    return f'string_value: "{item}"'


def write(
    call: Call, area: Area, named: str, rows: Sequence[Sequence[Any]], option: str
) -> Written:
    """Put values into an area; nulls leave their cell alone.

    Args:
        call: Where to write.
        area: The area; a single cell may be the start of a larger block.
        named: The range as the client wrote it, for the message.
        rows: Values row by row.
        option: RAW or USER_ENTERED.

    Raises:
        Refusal: The values do not fit, or the cells are protected.
    """
    sheet = area.sheet
    height, width = len(rows), max((len(row) for row in rows), default=0)
    bottom = len(sheet.rows) if area.open else area.bottom
    right = len(sheet.columns) if area.open else area.right
    for last, edge, what in (
        (area.top + height, bottom, f"row [{area.top + height}]"),
        (area.left + width, right, f"column [{a1.letters(max(0, area.left + width - 1))}]"),
    ):
        if last > edge:
            raise Refusal(f"Requested writing within range [{named}], but tried writing to {what}")
    covered = Area(sheet, area.top, area.left, area.top + max(height, 1), area.left + max(width, 1))
    if height and width:
        call.guard(sheet, covered.top, covered.left, covered.bottom, covered.right)
    changed: set[tuple[int, int]] = set()
    for r, row in enumerate(rows, start=area.top):
        for c, value in enumerate(row, start=area.left):
            if value is not None:
                put(call, sheet, r, c, value, option)
            if value is not None or call.switches.nulls_count_as_updated:
                changed.add((r, c))
    return covered, changed


def put(call: Call, sheet: Sheet, row: int, column: int, value: Any, option: str) -> None:
    """Enter one value as a client, or as a person would.

    Raises:
        Refusal: No cell can hold it, or a strict rule forbids it and the switch says so.
    """
    old = sheet.cell(row, column)
    own = (old.format or {}).get("numberFormat")
    if option == "RAW" or (own or {}).get("type") == "TEXT":
        entered = parse.Entered(parse.raw(value))
    else:
        entered = parse.user_entered(value, call.locale)
    format_ = old.format
    if entered.format and not own:
        format_ = {"numberFormat": entered.format, **(old.format or {})}
    new = replace(old, value=call.kept(entered.value), format=format_, runs=(), chips=())
    if call.switches.strict_validation_refuses:
        validation.check(call, sheet, row, column, new)
    sheet.put(row, column, new)
    native_tables.written(call, sheet, row, column)


def report(call: Call, area: Area, written: Written, how: Json) -> Json:
    """The answer to one write, as UpdateValuesResponse."""
    covered, changed = written
    result: Json = {"spreadsheetId": call.book.id, "updatedRange": covered.a1()}
    result |= _counts(changed, "updated")
    if how.get("includeValuesInResponse"):
        wide = covered if area.open else area
        result["updatedData"] = read(call, wide, response_how(how))
    return result


def response_how(how: Json) -> Json:
    """How the values of a write's answer are to be shown."""
    return {
        "valueRenderOption": how.get("responseValueRenderOption"),
        "dateTimeRenderOption": how.get("responseDateTimeRenderOption"),
    }


def _counts(changed: set[tuple[int, int]], prefix: str) -> Json:
    counts = {
        "Rows": len({row for row, _ in changed}),
        "Columns": len({column for _, column in changed}),
        "Cells": len(changed),
    }
    return {f"{prefix}{name}": count for name, count in counts.items() if count}


def totals(call: Call, all_written: Iterable[Written]) -> Json:
    """The sums of a batch of writes; a cell that is written twice counts once."""
    seen = {(area.sheet.id, r, c) for area, cells_ in all_written for r, c in cells_}
    counts = {
        "totalUpdatedRows": len({(s, r) for s, r, _ in seen}),
        "totalUpdatedColumns": len({(s, c) for s, _, c in seen}),
        "totalUpdatedCells": len(seen),
        "totalUpdatedSheets": len({s for s, _, _ in seen}),
    }
    base: Json = {"spreadsheetId": call.book.id}
    return base | {name: count for name, count in counts.items() if count}


def append(call: Call, named: str, body: Json, how: Json) -> Json:
    """Add rows below the last table of a range.

    Raises:
        Refusal: As :func:`write`.
    """
    option = input_option(how)
    area = a1.parse(call.book, named)
    if body.get("range") and body["range"] != named:
        raise Refusal(f"Request range[{named}] does not match value's range[{body['range']}]")
    rows = rows_of(body)
    sheet = area.sheet
    table = table_at(area)
    top, left = (table.bottom, table.left) if table else (area.top, area.left)
    width = max((len(row) for row in rows), default=0)
    result: Json = {"spreadsheetId": call.book.id}
    if table:
        result["tableRange"] = table.a1()
    if how.get("insertDataOption") == "INSERT_ROWS" and rows:
        call.guard(sheet, top, 0, top + 1, len(sheet.columns))
        grid.insert(call.book, sheet, "ROWS", top, len(rows))
    if (missing := top + len(rows) - len(sheet.rows)) > 0:
        grid.insert(call.book, sheet, "ROWS", len(sheet.rows), missing)
    if (missing := left + width - len(sheet.columns)) > 0:
        grid.insert(call.book, sheet, "COLUMNS", len(sheet.columns), missing)
    start = Area(sheet, top, left, top + 1, left + 1, open=True)
    if not rows or top >= len(sheet.rows):
        return result | {"updates": {"spreadsheetId": call.book.id}}
    written = write(call, start, named, rows, option)
    return result | {"updates": report(call, start, written, how)}


def clear(call: Call, area: Area) -> str:
    """Take the values of an area away; formats, notes and rules stay.

    Raises:
        Refusal: The cells are protected.
    """
    call.guard(area.sheet, area.top, area.left, area.bottom, area.right)
    for row in range(area.top, area.bottom):
        if area.sheet.rows[row].cells:
            for column in range(area.left, area.right):
                cell = area.sheet.cell(row, column)
                if cell.value is not None:
                    area.sheet.put(row, column, replace(cell, value=None, runs=()))
    return area.a1()


def filtered(call: Call, data_filters: Sequence[Json]) -> list[tuple[Area, list[Json]]]:
    """The areas that data filters select, each once, with the filters that selected it."""
    hits: dict[tuple[int, int, int, int, int], tuple[Area, list[Json]]] = {}
    for data_filter in data_filters:
        for area in metadata.areas(call.book, data_filter):
            key = (area.sheet.id, area.top, area.left, area.bottom, area.right)
            hits.setdefault(key, (area, []))[1].append(_echo(data_filter))
    return list(hits.values())


def _echo(data_filter: Json) -> Json:
    """A data filter as an answer repeats it: without a sheet id of 0."""
    given = data_filter.get("gridRange")
    if not given or given.get("sheetId"):
        return data_filter
    return {"gridRange": {key: one for key, one in given.items() if key != "sheetId"}}
