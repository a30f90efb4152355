"""Requests that write cells: values, formats, notes, rules, merges, borders."""

from dataclasses import replace
from typing import Any

from tests.sheets_server import a1, cell_writing, fields, formats, grid, native_tables, validation
from tests.sheets_server.a1 import Area
from tests.sheets_server.call import Call
from tests.sheets_server.formulas import shifted
from tests.sheets_server.model import Cell, Formula, Json, Sheet
from tests.sheets_server.refusals import Refusal


def _put(call: Call, sheet: Sheet, row: int, column: int, new: Cell) -> None:
    if isinstance(new.value, Formula):
        new = replace(new, value=call.kept(new.value))
    call.book.has_pivots |= new.pivot is not None
    if call.switches.strict_validation_refuses and new.value != sheet.cell(row, column).value:
        validation.check(call, sheet, row, column, new)
    sheet.put(row, column, new)
    native_tables.written(call, sheet, row, column)


def update_cells(call: Call, body: Json) -> None:
    """updateCells: from a start, or over a whole range, whose rest is cleared."""
    mask = cell_writing.writable(fields.required(body))
    rows = body.get("rows") or []
    if "range" in body and "start" in body:
        raise Refusal("Only one of range and start may be set.")
    if "range" in body:
        area = a1.from_grid_range(call.book, body["range"])
        width = max((len(row.get("values") or []) for row in rows), default=0)
        _fits("row", area.top + len(rows), area.bottom)
        _fits("column", area.left + width, area.right)
    elif "start" in body:
        area = _from_start(call, body["start"], rows)
    else:
        raise Refusal("Either range or start must be set.")
    call.guard(area.sheet, area.top, area.left, area.bottom, area.right)
    for r in range(area.height):
        given = (rows[r].get("values") or []) if r < len(rows) else []
        width = area.width if "range" in body else len(given)
        for c in range(width):
            one = given[c] if c < len(given) else {}
            old = area.sheet.cell(area.top + r, area.left + c)
            new = cell_writing.written(old, one or {}, mask)
            _put(call, area.sheet, area.top + r, area.left + c, new)


def _from_start(call: Call, start: Json, rows: list[Json]) -> Area:
    sheet = call.sheet(start.get("sheetId", 0))
    top, left = start.get("rowIndex", 0), start.get("columnIndex", 0)
    if min(top, left) < 0:
        raise Refusal("The start must not be negative.")
    bottom = top + len(rows)
    right = left + max((len(row.get("values") or []) for row in rows), default=0)
    for at, count, what in ((top, len(sheet.rows), "row"), (left, len(sheet.columns), "column")):
        if at > count:
            raise Refusal(f"GridCoordinate.{what}Index[{at}] is after last {what} in grid[{count}]")
    _fits("row", bottom, len(sheet.rows))
    _fits("column", right, len(sheet.columns))
    return Area(sheet, top, left, bottom, right)


def _fits(what: str, end: int, edge: int) -> None:
    """Refuse data that reach behind the area they may be written to, by the first such line."""
    if end > edge:
        raise Refusal(
            f"Attempting to write {what}: {edge}, beyond the last requested {what} of: {edge - 1}"
        )


def append_cells(call: Call, body: Json) -> None:
    """appendCells: below the last row that holds data, with new rows where needed."""
    mask = cell_writing.writable(fields.required(body))
    rows = body.get("rows") or []
    width = max((len(row.get("values") or []) for row in rows), default=0)
    left = 0
    if "tableId" in body:
        sheet, table = native_tables.by_id(call, body["tableId"])
        left, right = native_tables.area(call, table).left, native_tables.area(call, table).right
        _fits("column", left + width, right)
        top = native_tables.room(call, sheet, table, len(rows))
    else:
        sheet = call.sheet(body.get("sheetId", 0))
        _fits("column", width, len(sheet.columns))
        top = max((row for row, _, _ in sheet.filled(values_only=False)), default=-1) + 1
    call.guard(sheet, top, left, top + max(len(rows), 1), left + max(width, 1))
    if (missing := top + len(rows) - len(sheet.rows)) > 0:
        grid.insert(call.book, sheet, "ROWS", len(sheet.rows), missing)
    for r, row in enumerate(rows, start=top):
        for c, one in enumerate(row.get("values") or [], start=left):
            _put(call, sheet, r, c, cell_writing.written(sheet.cell(r, c), one or {}, mask))
    if "tableId" in body:
        native_tables.fill(call, native_tables.by_id(call, body["tableId"])[1])


def repeat_cell(call: Call, body: Json) -> None:
    """repeatCell: one cell's content over a whole range; formulas shift as if copied."""
    mask = cell_writing.writable(fields.required(body))
    area = a1.from_grid_range(call.book, body.get("range") or {})
    call.guard(area.sheet, area.top, area.left, area.bottom, area.right)
    # Most cells of a range are alike: each kind is worked out once. The old cells are kept
    # beside the new ones, so that no other cell can get the identity of one of them.
    known: dict[int, tuple[Cell, Cell]] = {}
    for r in range(area.top, area.bottom):
        for c in range(area.left, area.right):
            old = area.sheet.cell(r, c)
            if id(old) not in known:
                known[id(old)] = (old, cell_writing.written(old, body.get("cell") or {}, mask))
            new = known[id(old)][1]
            if isinstance(new.value, Formula) and "userEnteredValue" in mask:
                moved = shifted(new.value.text, r - area.top, c - area.left)
                new = replace(new, value=Formula(moved))
            _put(call, area.sheet, r, c, new)


def set_validation(call: Call, body: Json) -> None:
    """setDataValidation: a rule for a range, or none."""
    area = a1.from_grid_range(call.book, body.get("range") or {})
    rule = body.get("rule")
    if rule is not None and not (rule.get("condition") or {}).get("type"):
        raise Refusal("A rule must have a condition with a type.")
    call.guard(area.sheet, area.top, area.left, area.bottom, area.right)
    if native_tables.in_typed_column(call, area):
        raise Refusal("This operation is not allowed on cells in typed columns.")
    kept = cell_writing.tidy_rule(rule)
    for r in range(area.top, area.bottom):
        for c in range(area.left, area.right):
            area.sheet.put(r, c, replace(area.sheet.cell(r, c), validation=kept))


def merge_cells(call: Call, body: Json) -> None:
    """mergeCells: all in one, by column, or by row; only the first value stays."""
    area = a1.from_grid_range(call.book, body.get("range") or {})
    sheet, kind = area.sheet, body.get("mergeType", "MERGE_ALL")
    if kind == "MERGE_ALL":
        parts = [area]
    elif kind == "MERGE_COLUMNS":
        parts = [Area(sheet, area.top, c, area.bottom, c + 1) for c in range(area.left, area.right)]
    else:
        parts = [Area(sheet, r, area.left, r + 1, area.right) for r in range(area.top, area.bottom)]
    call.guard(sheet, area.top, area.left, area.bottom, area.right)
    merges = sheet.objects.setdefault("merges", [])
    for part in parts:
        if part.height * part.width < 2:
            continue
        for old in list(merges):
            if _overlap(old, part):
                if not _within(old, part):
                    raise Refusal(
                        "You can't merge cells that overlap with existing merges partly; select"
                        " all merged cells to merge or unmerge them."
                    )
                merges.remove(old)
        held = [(r, c) for r in range(part.top, part.bottom) for c in range(part.left, part.right)]
        first = next((sheet.cell(*at) for at in held if sheet.cell(*at).value is not None), None)
        for at in held:
            cell = sheet.cell(*at)
            value = first.value if first is not None and at == held[0] else None
            sheet.put(*at, replace(cell, value=value))
        merges.append(part.json())
    merges.sort(key=lambda m: (m["startRowIndex"], m["startColumnIndex"]))


def unmerge_cells(call: Call, body: Json) -> None:
    """unmergeCells: every merge in the range falls apart."""
    area = a1.from_grid_range(call.book, body.get("range") or {})
    merges = area.sheet.objects.get("merges", [])
    for old in list(merges):
        if _overlap(old, area):
            if not _within(old, area):
                raise Refusal(
                    "You must select all cells in a merged range to merge or unmerge them."
                )
            merges.remove(old)


def _overlap(merge: Json, area: Area) -> bool:
    return bool(
        merge["startRowIndex"] < area.bottom
        and area.top < merge["endRowIndex"]
        and merge["startColumnIndex"] < area.right
        and area.left < merge["endColumnIndex"]
    )


def _within(merge: Json, area: Area) -> bool:
    return bool(
        area.top <= merge["startRowIndex"]
        and merge["endRowIndex"] <= area.bottom
        and area.left <= merge["startColumnIndex"]
        and merge["endColumnIndex"] <= area.right
    )


def update_borders(call: Call, body: Json) -> None:
    """updateBorders: the outer sides of a range, and the lines inside."""
    area = a1.from_grid_range(call.book, body.get("range") or {})
    call.guard(area.sheet, area.top, area.left, area.bottom, area.right)
    for r in range(area.top, area.bottom):
        for c in range(area.left, area.right):
            sides = {
                "top": "top" if r == area.top else "innerHorizontal",
                "bottom": "bottom" if r == area.bottom - 1 else "innerHorizontal",
                "left": "left" if c == area.left else "innerVertical",
                "right": "right" if c == area.right - 1 else "innerVertical",
            }
            cell = area.sheet.cell(r, c)
            borders: dict[str, Any] = dict((cell.format or {}).get("borders") or {})
            for side, name in sides.items():
                if name in body:
                    if body[name].get("style") in {None, "NONE", "STYLE_UNSPECIFIED"}:
                        borders.pop(side, None)
                    else:
                        borders[side] = _border(body[name])
            format_ = {key: v for key, v in (cell.format or {}).items() if key != "borders"}
            if borders:
                format_["borders"] = borders
            area.sheet.put(r, c, replace(cell, format=format_ or None))


def _border(given: Json) -> Json:
    widths = {"SOLID_MEDIUM": 2, "SOLID_THICK": 3, "DOUBLE": 3}
    base = {"style": given["style"], "width": widths.get(given["style"], 1)}
    colour = {"color": given.get("color", {})}
    if "colorStyle" in given:
        colour = {"colorStyle": given["colorStyle"]}
    return base | dict(formats.twinned(colour))


HANDLERS = {
    "updateCells": update_cells,
    "appendCells": append_cells,
    "repeatCell": repeat_cell,
    "setDataValidation": set_validation,
    "mergeCells": merge_cells,
    "unmergeCells": unmerge_cells,
    "updateBorders": update_borders,
}
