"""Putting rows in order.

A sort moves what cells hold. Where the range holds all that its rows hold, the physical
identity of each row goes with it, so that the oracle follows the record.
"""

from functools import cmp_to_key
from typing import Any

from tests.sheets_server import a1, formulas, looks
from tests.sheets_server.a1 import Area
from tests.sheets_server.call import Call
from tests.sheets_server.model import Cell, Formula, Json, Value
from tests.sheets_server.moving import keep_tags
from tests.sheets_server.refusals import Refusal


def sort_range(call: Call, body: Json) -> None:
    """sortRange."""
    area = a1.from_grid_range(call.book, body.get("range") or {})
    specs = body.get("sortSpecs") or []
    if not specs:
        raise Refusal("At least one sort spec must be specified.")
    call.guard(area.sheet, area.top, area.left, area.bottom, area.right)
    sort(call, area, specs)


def sort(call: Call, area: Area, specs: list[Json], *, only_visible: bool = False) -> None:
    """Put the rows of an area in order, or only those that no filter hides.

    Raises:
        Refusal: A column outside of the area.
    """
    for merge in area.sheet.objects.get("merges", []):
        if merge["startRowIndex"] < area.bottom and area.top < merge["endRowIndex"]:
            raise Refusal("You can't sort a range with merged cells.")
    calculator = call.calculator()
    keys: list[tuple[int, bool, Json]] = []
    for spec in specs:
        column = spec.get("dimensionIndex", 0)
        if not area.left <= column < area.right:
            raise Refusal(f"The sort column {column} is outside of the range {area.a1()}.")
        keys.append((column, spec.get("sortOrder") == "DESCENDING", spec))
    rows = [
        r
        for r in range(area.top, area.bottom)
        if not (only_visible and area.sheet.rows[r].hidden_by_filter)
    ]

    def compare(one: int, other: int) -> int:
        for column, down, spec in keys:
            wanted = looks.wanted_colours(spec, "")
            if wanted:
                a, b = (
                    looks.wears(call, calculator, area.sheet, r, column, wanted)
                    for r in (one, other)
                )
                found = int(b) - int(a)
            else:
                x, y = (calculator.value(area.sheet, r, column) for r in (one, other))
                found = _order(x, y, down=down)
            if found != 0:
                return found
        return 0

    _place(call, area, rows, sorted(rows, key=cmp_to_key(compare)))


def randomize(call: Call, body: Json) -> None:
    """randomizeRange: the rows of a range in an order drawn by chance."""
    area = a1.from_grid_range(call.book, body.get("range") or {})
    call.guard(area.sheet, area.top, area.left, area.bottom, area.right)
    rows = list(range(area.top, area.bottom))
    _place(call, area, rows, call.random.sample(rows, len(rows)))


def _order(one: Value, other: Value, *, down: bool) -> int:
    """Numbers, texts, booleans, errors; empty cells are last in both directions."""
    if one is None or other is None:
        return (one is None) - (other is None)
    a, b = _rank(one), _rank(other)
    found = int(a > b) - int(a < b)
    return -found if down else found


def _rank(value: Value) -> Any:
    if isinstance(value, bool):
        return 2, float(value), ""
    if isinstance(value, float):
        return 0, value, ""
    if isinstance(value, str):
        return 1, 0.0, value.casefold()
    return 3, 0.0, ""


def _place(call: Call, area: Area, places: list[int], order: list[int]) -> None:
    """Put what stands in the rows of ``order`` into the rows of ``places``."""
    sheet = area.sheet
    inside = {column.id for column in sheet.columns[area.left : area.right]}
    whole = all(sheet.rows[r].cells.keys() <= inside for r in places)
    held = {r: [sheet.cell(r, c) for c in range(area.left, area.right)] for r in places}
    ids = {r: sheet.rows[r].id for r in places}
    for to, start in zip(places, order, strict=True):
        for c, cell in zip(range(area.left, area.right), held[start], strict=True):
            sheet.put(to, c, _shifted(cell, to - start))
    if whole:
        for to, start in zip(places, order, strict=True):
            sheet.rows[to].id = ids[start]
        if not call.switches.sort_moves_metadata:
            moved = {ids[to]: ids[start] for to, start in zip(places, order, strict=True)}
            keep_tags(call, sheet, moved)


def _shifted(cell: Cell, rows: int) -> Cell:
    if rows and isinstance(cell.value, Formula):
        text = formulas.shifted(cell.value.text, rows, 0)
        return Cell(Formula(text), cell.format, cell.note, cell.validation, cell.runs)
    return cell


HANDLERS = {"sortRange": sort_range, "randomizeRange": randomize}
