"""Requests on the basic filter and on filter views.

Facts: discovery document, BasicFilter and FilterView ("Both criteria and filter_specs are
populated in responses. If both fields are specified in an update request, this field takes
precedence"), FilterCriteria.
"""

from tests.sheets_server import a1, fields, formats, looks, native_tables
from tests.sheets_server.a1 import Area
from tests.sheets_server.call import Call
from tests.sheets_server.conditions import Where, meets
from tests.sheets_server.model import Json, Sheet
from tests.sheets_server.refusals import Refusal
from tests.sheets_server.requests_sorting import sort


def _placed(call: Call, given: Json) -> Area:
    """Where a filter lies: its range, or that of the name or the table that it goes with."""
    if len(given.keys() & {"range", "namedRangeId", "tableId"}) > 1:
        raise Refusal("Only one of range, namedRangeId and tableId may be set.")
    if "tableId" in given:
        return native_tables.area(call, native_tables.by_id(call, given["tableId"])[1])
    if "namedRangeId" in given:
        named = call.book.names.get(given["namedRangeId"])
        if named is None:
            raise Refusal(f"No named range with id: {given['namedRangeId']}")
        return a1.from_grid_range(call.book, named["range"])
    return a1.from_grid_range(call.book, given.get("range") or {})


def _criteria(given: Json) -> dict[int, Json]:
    """What is asked of each column; filterSpecs go before the older criteria."""
    if given.get("filterSpecs"):
        return {
            spec.get("columnIndex", 0): spec.get("filterCriteria") or {}
            for spec in given["filterSpecs"]
        }
    return {int(key): one for key, one in (given.get("criteria") or {}).items()}


def _kept(call: Call, given: Json) -> Json:
    """A filter as it comes back: bounded, its criteria in both spellings.

    Raises:
        Refusal: A filtered column is outside of the range.
    """
    area = _placed(call, given)
    criteria = {key: formats.twinned(one) for key, one in sorted(_criteria(given).items())}
    if criteria.keys() - set(range(area.left, area.right)):
        raise Refusal(f"A filtered column is outside of the range {area.a1()}.")
    kept: Json = {**given, "range": area.json()}
    if given.get("sortSpecs"):
        kept["sortSpecs"] = formats.twinned(given["sortSpecs"])
    if criteria:
        kept["criteria"] = {str(key): one for key, one in criteria.items()}
        kept["filterSpecs"] = [
            {"columnIndex": key, "filterCriteria": one} for key, one in criteria.items()
        ]
    return kept


def set_basic_filter(call: Call, body: Json) -> None:
    """setBasicFilter: hides the rows that do not pass, and sorts the others."""
    given = _kept(call, body.get("filter") or {})
    area = a1.from_grid_range(call.book, given["range"])
    area.sheet.basic_filter = given
    data = Area(area.sheet, min(area.top + 1, area.bottom), area.left, area.bottom, area.right)
    if given.get("sortSpecs") and data.height:
        sort(call, data, given["sortSpecs"])
    refilter(call, area.sheet)


def refilter(call: Call, sheet: Sheet) -> None:
    """Hide by the basic filter what it hides, and nothing else."""
    for index, row in enumerate(sheet.rows):
        if row.hidden_by_filter:
            sheet.row(index).hidden_by_filter = False
    if not sheet.basic_filter:
        return
    area = a1.from_grid_range(call.book, sheet.basic_filter["range"])
    criteria = _criteria(sheet.basic_filter)
    calculator = call.calculator()
    for r in range(area.top + 1, area.bottom):
        for column, one in criteria.items():
            where = Where(call, calculator, sheet, r, column, (area.top + 1, column))
            passes = where.text() not in (one.get("hiddenValues") or [])
            if passes and one.get("condition"):
                passes = meets(where, one["condition"])
            wanted = looks.wanted_colours(one, "visible")
            if passes and wanted:
                passes = looks.wears(call, calculator, sheet, r, column, wanted)
            if not passes:
                sheet.row(r).hidden_by_filter = True


def clear_basic_filter(call: Call, body: Json) -> None:
    """clearBasicFilter: every row that it hid is shown again."""
    sheet = call.sheet(body.get("sheetId", 0))
    sheet.basic_filter = None
    refilter(call, sheet)


def add_view(call: Call, body: Json) -> Json:
    """addFilterView."""
    given = dict(body.get("filter") or {})
    taken = {view["filterViewId"] for _, view in _views(call)}
    number = given.get("filterViewId") or call.new_id(taken)
    if number in taken:
        raise Refusal(f"A filter view with the id {number} already exists.")
    title = given.get("title") or f"Filter {len(taken) + 1}"
    kept = _kept(call, given)
    view = {"filterViewId": number, "title": title, "range": kept["range"]}
    view |= {key: one for key, one in kept.items() if key not in view}
    _placed(call, given).sheet.objects.setdefault("filterViews", []).append(view)
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
    rest = {name: below for name, below in mask.items() if name != "filterViewId"}
    if rest.keys() & {"range", "namedRangeId", "tableId"}:
        old_ = {k: v for k, v in old.items() if k not in {"range", "namedRangeId", "tableId"}}
    else:
        old_ = old
    if rest.keys() & {"criteria", "filterSpecs"}:
        # Either spelling replaces both.
        old_ = {k: v for k, v in old_.items() if k not in {"criteria", "filterSpecs"}}
    merged = fields.merged(old_, given, rest)
    home = {key: merged[key] for key in ("namedRangeId", "tableId") if key in merged}
    if home:
        merged.pop("range", None)
    new = {**_kept(call, merged), "filterViewId": old["filterViewId"]}
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
    "setBasicFilter": set_basic_filter,
    "clearBasicFilter": clear_basic_filter,
    "addFilterView": add_view,
    "updateFilterView": update_view,
    "duplicateFilterView": duplicate_view,
    "deleteFilterView": delete_view,
}
