"""What a cell looks like in the end: its own format, its link, conditional formats.

Facts: discovery document, CellData.effectiveFormat ("includes the results of applying any
conditional formatting and, if the cell contains a formula, the computed number format") and
ConditionalFormatRule; TextFormat.link (links are underlined and have the theme's link colour).
Of colour scales, the colour between two points is mixed by how far the value lies between
them (InterpolationPoint).
"""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from tests.sheets_server import cells, formats, parse, render
from tests.sheets_server.calculate import Calculator
from tests.sheets_server.call import Call
from tests.sheets_server.conditions import Where, meets
from tests.sheets_server.model import Formula, Json, Sheet

_COLOURS = {"background": ("backgroundColor",), "foreground": ("textFormat", "foregroundColor")}


def effective(call: Call, calculator: Calculator, sheet: Sheet, row: int, column: int) -> Json:
    """The effectiveFormat of a cell."""
    cell, value = sheet.cell(row, column), calculator.value(sheet, row, column)
    own = dict(cell.format or {})
    number_format = cells.number_format(cell)
    if number_format and "numberFormat" not in own:
        kind = number_format["type"]
        pattern = render.default_pattern(kind, call.locale)
        own = {"numberFormat": {"type": kind, "pattern": pattern}} | own
    found = formats.effective(call.book.properties, own, value)
    if cells.link(cell):
        found["hyperlinkDisplayType"] = own.get("hyperlinkDisplayType", "LINKED")
        text = own.get("textFormat") or {}
        more = {key: one for key, one in formats.LINK.items() if key not in text}
        found["textFormat"] = found["textFormat"] | more
    for rule in sheet.objects.get("conditionalFormats", []):
        if (style := _applies(call, calculator, sheet, row, column, rule)) is not None:
            return formats.over(found, style)
    return found


def _applies(
    call: Call, calculator: Calculator, sheet: Sheet, row: int, column: int, rule: Json
) -> Mapping[str, Any] | None:
    """The format that a rule gives to a cell, or ``None`` where it gives none."""
    areas = calculator.areas(rule["ranges"])
    if not any(a.top <= row < a.bottom and a.left <= column < a.right for a in areas):
        return None
    origin = (min(a.top for a in areas), min(a.left for a in areas))
    where = Where(call, calculator, sheet, row, column, origin)
    if "booleanRule" in rule:
        boolean = rule["booleanRule"]
        return boolean.get("format") or {} if meets(where, boolean["condition"]) else None
    value = where.value()
    if not isinstance(value, float) or isinstance(value, bool):
        return None
    known = [
        one
        for area in areas
        for line in calculator.grid(sheet, area.top, area.left, area.bottom, area.right)
        for one in line
        if isinstance(one, float) and not isinstance(one, bool)
    ]
    mixed = _mixed(where, rule["gradientRule"], value, sorted(known))
    return dict(formats.twinned({"backgroundColor": mixed}))


def _mixed(where: Where, scale: Json, value: float, known: list[float]) -> Json:
    points = [scale[name] for name in ("minpoint", "midpoint", "maxpoint") if name in scale]
    stops = [(_stop(where, point, known), point.get("color") or {}) for point in points]
    for (low, first), (high, last) in pairwise(stops):
        if value <= high or (high, last) == stops[-1]:
            share = min(1.0, max(0.0, (value - low) / (high - low))) if high > low else 1.0
            return {
                name: first.get(name, 0) + share * (last.get(name, 0) - first.get(name, 0))
                for name in ("red", "green", "blue")
            }
    return {}


def _stop(where: Where, point: Json, known: list[float]) -> float:
    """The value at which a colour of a scale is reached."""
    low, high = known[0], known[-1]
    kind = point["type"]
    if kind in {"MIN", "MAX"}:
        return low if kind == "MIN" else high
    entered = parse.user_entered(point["value"], where.call.locale).value
    if isinstance(entered, Formula):
        entered = where.calculator.evaluate(entered.text, where.sheet, *where.origin)
    number = entered if isinstance(entered, float) else 0.0
    if kind == "NUMBER":
        return number
    if kind == "PERCENT":
        return low + (high - low) * number / 100
    # A percentile between two values is mixed from both, as PERCENTILE does it.
    place = (len(known) - 1) * min(max(number, 0), 100) / 100
    below = known[int(place)]
    above = known[min(int(place) + 1, len(known) - 1)]
    return below + (above - below) * (place % 1)


def wanted_colours(given: Json, prefix: str) -> Json:
    """The colours that a sort or a filter asks for, by what they colour.

    Args:
        given: SortSpec or FilterCriteria.
        prefix: ``visible`` for a filter's names, nothing for a sort's.
    """
    found = {}
    for what in _COLOURS:
        name = f"{prefix}{what.title()}Color" if prefix else f"{what}Color"
        style = given.get(f"{name}Style") or {}
        colour = style.get("rgbColor", given.get(name))
        if colour is not None:
            found[what] = formats.colour(colour)
    return found


def wears(
    call: Call, calculator: Calculator, sheet: Sheet, row: int, column: int, wanted: Json
) -> bool:
    """Whether a cell has the colours that are asked for."""
    shown = effective(call, calculator, sheet, row, column)
    for what, colour in wanted.items():
        part: Any = shown
        for step in _COLOURS[what]:
            part = part.get(step) or {}
        if formats.colour(part) != colour:
            return False
    return True
