"""Requests on banding and on conditional formats."""

from tests.sheets_server import a1, fields, formats, parse
from tests.sheets_server.call import Call
from tests.sheets_server.model import Formula, Json, Sheet
from tests.sheets_server.refusals import BANDED, Refusal


def add_banding(call: Call, body: Json) -> Json:
    """addBanding."""
    given = body.get("bandedRange") or {}
    area = a1.from_grid_range(call.book, given.get("range") or {})
    if not (given.get("rowProperties") or given.get("columnProperties")):
        raise Refusal("At least one of rowProperties and columnProperties must be set.")
    taken = {
        one["bandedRangeId"] for s in call.book.sheets for one in s.objects.get("bandedRanges", [])
    }
    number = given.get("bandedRangeId") or call.new_id(taken)
    if number in taken:
        raise Refusal(f"A banded range with the id {number} already exists.")
    free_of_bands(call, area, number)
    band = {"bandedRangeId": number, "range": area.json()}
    band |= {key: formats.twinned(one) for key, one in given.items() if key not in band}
    area.sheet.objects.setdefault("bandedRanges", []).append(band)
    return {"bandedRange": band}


def free_of_bands(call: Call, area: a1.Area, own: int) -> None:
    """Refuse a range that already has alternating colours, or a table with its own.

    Raises:
        Refusal: As Google words it.
    """
    for kind in ("bandedRanges", "tables"):
        for other in area.sheet.objects.get(kind, []):
            found = a1.from_grid_range(call.book, other["range"])
            if other.get("bandedRangeId") != own and area.touches(found):
                raise Refusal(BANDED)


def update_banding(call: Call, body: Json) -> None:
    """updateBanding."""
    mask = fields.required(body)
    fields.known(mask, "BandedRange")
    given = formats.twinned(body.get("bandedRange") or {})
    sheet, old = _banding(call, given.get("bandedRangeId", 0))
    if "range" in given:
        given["range"] = a1.from_grid_range(call.book, given["range"]).json()
    rest = {name: below for name, below in mask.items() if name != "bandedRangeId"}
    new = {**fields.merged(old, given, rest), "bandedRangeId": old["bandedRangeId"]}
    items = sheet.objects["bandedRanges"]
    items[items.index(old)] = new


def delete_banding(call: Call, body: Json) -> None:
    """deleteBanding."""
    sheet, band = _banding(call, body.get("bandedRangeId", 0))
    sheet.objects["bandedRanges"].remove(band)


def _banding(call: Call, number: int) -> tuple[Sheet, Json]:
    for sheet in call.book.sheets:
        for band in sheet.objects.get("bandedRanges", []):
            if band["bandedRangeId"] == number:
                return sheet, band
    raise Refusal(f"No banded range with id: {number}")


def _rule(call: Call, given: Json) -> tuple[Sheet, Json]:
    areas = [a1.from_grid_range(call.book, one) for one in given.get("ranges") or []]
    if not areas:
        raise Refusal("A conditional format must have a range.")
    if any(area.sheet is not areas[0].sheet for area in areas):
        raise Refusal("All ranges of a conditional format must be on the same sheet.")
    if not given.keys() & {"booleanRule", "gradientRule"}:
        raise Refusal("Exactly one of booleanRule and gradientRule must be set.")
    rule = {**formats.twinned(given), "ranges": [area.json() for area in areas]}
    if "gradientRule" in rule:
        rule["gradientRule"] = _scale(call, rule["gradientRule"])
    elif not (rule["booleanRule"].get("condition") or {}).get("type"):
        raise Refusal("A booleanRule must have a condition with a type.")
    return areas[0].sheet, rule


def _scale(call: Call, given: Json) -> Json:
    """A colour scale as it is kept: the ends that need no value lose theirs.

    Raises:
        Refusal: A point without a type, or without the value that its type needs.
    """
    kept = {}
    for name in ("minpoint", "midpoint", "maxpoint"):
        point = given.get(name)
        if point is None and name == "midpoint":
            continue
        kind = (point or {}).get("type", "INTERPOLATION_POINT_TYPE_UNSPECIFIED")
        if point is None or kind == "INTERPOLATION_POINT_TYPE_UNSPECIFIED":
            raise Refusal("No interpolationPointType specified.")
        if kind in {"MIN", "MAX"}:
            kept[name] = {key: one for key, one in point.items() if key != "value"}
            continue
        text = point.get("value", "")
        if not text:
            raise Refusal("InterpolationPoint.value is required.")
        entered = parse.user_entered(text, call.locale).value
        if not isinstance(entered, float | Formula):
            raise Refusal(f"Invalid InterpolationPoint.value: {text}")
        kept[name] = point
    return kept


def add_rule(call: Call, body: Json) -> None:
    """addConditionalFormatRule: at an index, which pushes the later ones on."""
    sheet, rule = _rule(call, body.get("rule") or {})
    rules = sheet.objects.setdefault("conditionalFormats", [])
    index = body.get("index", 0)
    if not 0 <= index <= len(rules):
        raise Refusal(f"No conditional format on sheet: {sheet.id} at index: {index}")
    rules.insert(index, rule)


def _rules(call: Call, sheet_id: int, index: int) -> list[Json]:
    rules = call.sheet(sheet_id).objects.setdefault("conditionalFormats", [])
    if not 0 <= index < len(rules):
        raise Refusal(f"No conditional format on sheet: {sheet_id} at index: {index}")
    return rules


def update_rule(call: Call, body: Json) -> Json:
    """updateConditionalFormatRule: another rule at the index, or another index for the rule."""
    index = body.get("index", 0)
    if "newIndex" in body:
        rules = _rules(call, body.get("sheetId", 0), index)
        rule = rules.pop(index)
        rules.insert(body["newIndex"], rule)
        shown = {"newRule": rule, "newIndex": body["newIndex"], "oldIndex": index}
        return {key: one for key, one in shown.items() if one != 0}
    sheet, rule = _rule(call, body.get("rule") or {})
    rules = _rules(call, sheet.id, index)
    old, rules[index] = rules[index], rule
    return {"newRule": rule} | ({"newIndex": index} if index else {}) | {"oldRule": old}


def delete_rule(call: Call, body: Json) -> Json:
    """deleteConditionalFormatRule."""
    index = body.get("index", 0)
    return {"rule": _rules(call, body.get("sheetId", 0), index).pop(index)}


HANDLERS = {
    "addBanding": add_banding,
    "updateBanding": update_banding,
    "deleteBanding": delete_banding,
    "addConditionalFormatRule": add_rule,
    "updateConditionalFormatRule": update_rule,
    "deleteConditionalFormatRule": delete_rule,
}
