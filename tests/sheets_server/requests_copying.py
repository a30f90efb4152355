"""Requests that copy, move or paste cells.

Facts: the discovery document on CopyPasteRequest (a destination that is a multiple of the
source is filled with repetitions, a smaller one still gets the whole source) and PasteType.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace

from tests.sheets_server import a1, formulas, grid, values
from tests.sheets_server.a1 import Area
from tests.sheets_server.call import Call
from tests.sheets_server.model import BLANK, Cell, Formula, Json
from tests.sheets_server.moving import copy_merges, moved, paste_rules
from tests.sheets_server.refusals import Refusal, not_built


def _pasted(old: Cell, new: Cell, kind: str, result: Cell) -> Cell:
    """The destination's cell after one cell was pasted into it.

    Args:
        old: What stood there.
        new: The source, its formula already shifted.
        kind: The PasteType.
        result: The source with its value instead of its formula.
    """
    match kind:
        case "PASTE_NORMAL":
            return new
        case "PASTE_VALUES":
            return replace(old, value=result.value, runs=())
        case "PASTE_FORMAT":
            return replace(old, format=new.format, validation=new.validation)
        case "PASTE_NO_BORDERS":
            own = (old.format or {}).get("borders")
            kept = {key: one for key, one in (new.format or {}).items() if key != "borders"}
            format_ = kept | ({"borders": own} if own else {})
            return replace(new, format=format_ or None)
        case "PASTE_FORMULA":
            return replace(old, value=new.value, runs=())
        case "PASTE_DATA_VALIDATION":
            return replace(old, validation=new.validation)
    # Conditional formats lie on the sheet, not in the cells.
    return old


def copy_paste(call: Call, body: Json) -> None:
    """copyPaste."""
    source = a1.from_grid_range(call.book, body.get("source") or {})
    target = a1.from_grid_range(call.book, body.get("destination") or {})
    if not source.height * source.width:
        raise Refusal("The source must hold at least one cell.")
    kind = body.get("pasteType", "PASTE_NORMAL")
    turned = body.get("pasteOrientation", "NORMAL") == "TRANSPOSE"
    height, width = (source.width, source.height) if turned else (source.height, source.width)
    down = target.height // height if target.height % height == 0 else 1
    across = target.width // width if target.width % width == 0 else 1
    area = _room(call, target, height * max(down, 1), width * max(across, 1))
    calculator = call.calculator()
    held = {
        (r, c): (
            source.sheet.cell(source.top + r, source.left + c),
            calculator.value(source.sheet, source.top + r, source.left + c),
        )
        for r in range(source.height)
        for c in range(source.width)
    }
    for r in range(area.height):
        for c in range(area.width):
            at = (c % width, r % height) if turned else (r % height, c % width)
            new, value = held[at]
            result = replace(new, value=value)
            if isinstance(new.value, Formula):
                rows = area.top + r - source.top - at[0]
                columns = area.left + c - source.left - at[1]
                moved = formulas.shifted(new.value.text, rows, columns)
                new = replace(new, value=Formula(moved))
            old = area.sheet.cell(area.top + r, area.left + c)
            area.sheet.put(area.top + r, area.left + c, _pasted(old, new, kind, result))
    if kind == "PASTE_NORMAL" and not turned:
        copy_merges(source, area)
    if kind == "PASTE_CONDITIONAL_FORMATTING":
        paste_rules(source, area)


def _room(call: Call, target: Area, height: int, width: int) -> Area:
    """The area that a paste covers; the grid grows where it is too small."""
    sheet = target.sheet
    if (missing := target.top + height - len(sheet.rows)) > 0:
        grid.insert(call.book, sheet, "ROWS", len(sheet.rows), missing)
    if (missing := target.left + width - len(sheet.columns)) > 0:
        grid.insert(call.book, sheet, "COLUMNS", len(sheet.columns), missing)
    area = Area(sheet, target.top, target.left, target.top + height, target.left + width)
    call.guard(sheet, area.top, area.left, area.bottom, area.right)
    return area


def cut_paste(call: Call, body: Json) -> None:
    """cutPaste: the cells go elsewhere, and what points at them follows."""
    source = a1.from_grid_range(call.book, body.get("source") or {})
    place = body.get("destination") or {}
    sheet = call.sheet(place.get("sheetId", 0))
    kind = body.get("pasteType", "PASTE_NORMAL")
    top, left = place.get("rowIndex", 0), place.get("columnIndex", 0)
    if top >= len(sheet.rows) or left >= len(sheet.columns) or min(top, left) < 0:
        raise a1.beyond(sheet, a1.open_name(sheet, top, left, top + 1, left + 1))
    call.guard(source.sheet, source.top, source.left, source.bottom, source.right)
    area = _room(call, Area(sheet, top, left, top + 1, left + 1), source.height, source.width)
    if kind == "PASTE_NORMAL":
        copy_merges(source, area, cut=True)
        moved(call, source, area)
        return
    # All the source data are cut, whatever part of them is pasted (CutPasteRequest.pasteType).
    calculator = call.calculator()
    held = [
        (r, c, source.sheet.cell(source.top + r, source.left + c))
        for r in range(source.height)
        for c in range(source.width)
    ]
    shown = [calculator.value(source.sheet, source.top + r, source.left + c) for r, c, _ in held]
    if kind == "PASTE_CONDITIONAL_FORMATTING":
        paste_rules(source, area)
    for r, c, _ in held:
        source.sheet.put(source.top + r, source.left + c, BLANK)
    for (r, c, cell), value in zip(held, shown, strict=True):
        old = sheet.cell(area.top + r, area.left + c)
        new = _pasted(old, cell, kind, replace(cell, value=value))
        sheet.put(area.top + r, area.left + c, new)


def paste_data(call: Call, body: Json) -> None:
    """pasteData: delimited text, entered as if typed."""
    if body.get("html"):
        raise not_built("pasteData with HTML")
    kind = body.get("type", "PASTE_NORMAL")
    if kind not in {"PASTE_NORMAL", "PASTE_VALUES"}:
        raise not_built(f"pasteData with {kind}")
    delimiter = body.get("delimiter", "")
    if len(delimiter) != 1:
        raise Refusal("The delimiter must be a single character.")
    place = body.get("coordinate") or {}
    sheet = call.sheet(place.get("sheetId", 0))
    rows = list(_rows(body.get("data", ""), delimiter))
    top, left = place.get("rowIndex", 0), place.get("columnIndex", 0)
    width = max((len(row) for row in rows), default=0)
    _room(call, Area(sheet, top, left, top + 1, left + 1), max(len(rows), 1), max(width, 1))
    for r, row in enumerate(rows, start=top):
        for c, text in enumerate(row, start=left):
            values.put(call, sheet, r, c, text, "USER_ENTERED")


def _rows(data: str, delimiter: str) -> Iterator[list[str]]:
    yield from csv.reader(io.StringIO(data), delimiter=delimiter)


HANDLERS = {"copyPaste": copy_paste, "cutPaste": cut_paste, "pasteData": paste_data}
