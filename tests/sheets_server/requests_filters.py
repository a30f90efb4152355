"""Requests that sort and filter.

A sort moves what cells hold. Where the range holds all that its rows hold, the physical
identity of each row goes with it, so that the oracle follows the record.
"""

from functools import cmp_to_key
from typing import Any

from tests.sheets_server import a1, cells, fields, formulas
from tests.sheets_server.a1 import Area
from tests.sheets_server.call import Call
from tests.sheets_server.conditions import meets
from tests.sheets_server.model import Cell, Formula, Json, Sheet, Value
from tests.sheets_server.refusals import Refusal, not_built
from tests.sheets_server.requests_copying import keep_tags


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
        Refusal: A column outside of the area; 501 for sorting by colour.
    """
    for merge in area.sheet.objects.get("merges", []):
        if merge["startRowIndex"] < area.bottom and area.top < merge["endRowIndex"]:
            raise Refusal("You can't sort a range with merged cells.")
    calculator = call.calculator()
    keys: list[tuple[int, bool]] = []
    for spec in specs:
        if spec.keys() & {"backgroundColor", "backgroundColorStyle", "foregroundColor"}:
            raise not_built("sorting by colour")
        column = spec.get("dimensionIndex", 0)
        if not area.left <= column < area.right:
            raise Refusal(f"The sort column {column} is outside of the range {area.a1()}.")
        keys.append((column, spec.get("sortOrder") == "DESCENDING"))
    rows = [
        r
        for r in range(area.top, area.bottom)
        if not (only_visible and area.sheet.rows[r].hidden_by_filter)
    ]

    def compare(one: int, other: int) -> int:
        for column, down in keys:
            a, b = (calculator.value(area.sheet, r, column) for r in (one, other))
            if (found := _order(a, b, down=down)) != 0:
                return found
        return 0

    _place(call, area, rows, sorted(rows, key=cmp_to_key(compare)))


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


def bounded(call: Call, given: Json) -> Json:
    """A range with all of its sides, as recorded answers show a basic filter's."""
    return a1.from_grid_range(call.book, given).json()


def set_basic_filter(call: Call, body: Json) -> None:
    """setBasicFilter: hides the rows that do not pass, and sorts the others."""
    given = body.get("filter") or {}
    if "tableId" in given:
        raise not_built("a filter on a table")
    area = a1.from_grid_range(call.book, given.get("range") or {})
    area.sheet.basic_filter = {**given, "range": area.json()}
    data = Area(area.sheet, min(area.top + 1, area.bottom), area.left, area.bottom, area.right)
    if given.get("sortSpecs") and data.height:
        sort(call, data, given["sortSpecs"])
    refilter(call, area.sheet)


def refilter(call: Call, sheet: Sheet) -> None:
    """Hide by the basic filter what it hides, and nothing else."""
    for row in sheet.rows:
        row.hidden_by_filter = False
    if not sheet.basic_filter:
        return
    area = a1.from_grid_range(call.book, sheet.basic_filter["range"])
    criteria = {int(key): one for key, one in (sheet.basic_filter.get("criteria") or {}).items()}
    for spec in sheet.basic_filter.get("filterSpecs") or []:
        criteria[spec.get("columnIndex", 0)] = spec.get("filterCriteria") or {}
    if criteria.keys() - set(range(area.left, area.right)):
        raise Refusal(f"A filtered column is outside of the range {area.a1()}.")
    calculator = call.calculator()
    for r in range(area.top + 1, area.bottom):
        for column, one in criteria.items():
            cell, value = sheet.cell(r, column), calculator.value(sheet, r, column)
            text = cells.shown(cell, value, call.locale)
            hidden = text in (one.get("hiddenValues") or [])
            if not hidden and one.get("condition"):
                hidden = not meets(call, value, text, one["condition"])
            if one.keys() - {"hiddenValues", "condition"}:
                raise not_built("filtering by colour")
            sheet.rows[r].hidden_by_filter |= hidden


def clear_basic_filter(call: Call, body: Json) -> None:
    """clearBasicFilter: every row that it hid is shown again."""
    sheet = call.sheet(body.get("sheetId", 0))
    sheet.basic_filter = None
    refilter(call, sheet)


def add_view(call: Call, body: Json) -> Json:
    """addFilterView."""
    given = dict(body.get("filter") or {})
    area = a1.from_grid_range(call.book, given.get("range") or {})
    taken = {view["filterViewId"] for _, view in _views(call)}
    number = given.get("filterViewId") or call.new_id(taken)
    if number in taken:
        raise Refusal(f"A filter view with the id {number} already exists.")
    title = given.get("title") or f"Filter {len(taken) + 1}"
    view = {"filterViewId": number, "title": title, "range": area.json()}
    view |= {key: one for key, one in given.items() if key not in view}
    area.sheet.objects.setdefault("filterViews", []).append(view)
    return {"filter": view}


def _views(call: Call) -> list[tuple[Sheet, Json]]:
    return [(s, view) for s in call.book.sheets for view in s.objects.get("filterViews", [])]


def _view(call: Call, number: int) -> tuple[Sheet, Json]:
    for sheet, view in _views(call):
        if view["filterViewId"] == number:
            return sheet, view
    raise Refusal(f"No filter view with id: {number}")


def update_view(call: Call, body: Json) -> None:
    """updateFilterView."""
    mask = fields.required(body)
    fields.known(mask, "FilterView")
    given = dict(body.get("filter") or {})
    sheet, old = _view(call, given.get("filterViewId", 0))
    if "range" in given:
        given["range"] = bounded(call, given["range"])
    rest = {name: below for name, below in mask.items() if name != "filterViewId"}
    new = {**fields.merged(old, given, rest), "filterViewId": old["filterViewId"]}
    items = sheet.objects["filterViews"]
    items[items.index(old)] = new


def duplicate_view(call: Call, body: Json) -> Json:
    """duplicateFilterView."""
    sheet, old = _view(call, body.get("filterId", 0))
    number = call.new_id({view["filterViewId"] for _, view in _views(call)})
    view = {**old, "filterViewId": number, "title": f"Copy of {old['title']}"}
    sheet.objects["filterViews"].append(view)
    return {"filter": view}


def delete_view(call: Call, body: Json) -> None:
    """deleteFilterView."""
    sheet, view = _view(call, body.get("filterId", 0))
    sheet.objects["filterViews"].remove(view)


HANDLERS = {
    "sortRange": sort_range,
    "setBasicFilter": set_basic_filter,
    "clearBasicFilter": clear_basic_filter,
    "addFilterView": add_view,
    "updateFilterView": update_view,
    "duplicateFilterView": duplicate_view,
    "deleteFilterView": delete_view,
}
