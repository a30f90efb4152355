"""Boolean conditions, as filters, conditional formats and validation rules use them.

Meanings: ConditionType and ConditionValue in the discovery document. A formula among a
condition's values is read from the top left cell that the condition is for, and shifts for
the others as if it were copied there.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from tests.sheets_server import a1, cells, dates, parse, render
from tests.sheets_server.calculate import Calculator
from tests.sheets_server.call import Call
from tests.sheets_server.formulas import shifted
from tests.sheets_server.model import Json, Problem, Sheet, Value
from tests.sheets_server.refusals import Refusal, not_built

_NUMBERS: Mapping[str, Callable[[float, list[float]], bool]] = {
    "GREATER": lambda v, a: v > a[0],
    "GREATER_THAN_EQ": lambda v, a: v >= a[0],
    "LESS": lambda v, a: v < a[0],
    "LESS_THAN_EQ": lambda v, a: v <= a[0],
    "EQ": lambda v, a: v == a[0],
    "NOT_EQ": lambda v, a: v != a[0],
    "BETWEEN": lambda v, a: min(a) <= v <= max(a),
    "NOT_BETWEEN": lambda v, a: not min(a) <= v <= max(a),
    "BEFORE": lambda v, a: v < a[0],
    "AFTER": lambda v, a: v > a[0],
    "ON_OR_BEFORE": lambda v, a: v <= a[0],
    "ON_OR_AFTER": lambda v, a: v >= a[0],
}
_TEXTS: Mapping[str, Callable[[str, str], bool]] = {
    "TEXT_CONTAINS": lambda text, wanted: wanted in text,
    "TEXT_NOT_CONTAINS": lambda text, wanted: wanted not in text,
    "TEXT_STARTS_WITH": lambda text, wanted: text.startswith(wanted),
    "TEXT_ENDS_WITH": lambda text, wanted: text.endswith(wanted),
    "TEXT_EQ": lambda text, wanted: text == wanted,
    "TEXT_NOT_EQ": lambda text, wanted: text != wanted,
}
_SHAPES = {
    "TEXT_IS_EMAIL": re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+"),
    "TEXT_IS_URL": re.compile(r"(https?://)?[\w-]+(\.[\w-]+)+([/?#]\S*)?", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Where:
    """The cell that a condition is asked of, and the cell that its formulas are written for."""

    call: Call
    calculator: Calculator
    sheet: Sheet
    row: int
    column: int
    origin: tuple[int, int]

    def value(self) -> Value:
        """What the cell holds in effect."""
        return self.calculator.value(self.sheet, self.row, self.column)

    def text(self) -> str:
        """What the cell shows."""
        cell = self.sheet.cell(self.row, self.column)
        return cells.shown(cell, self.value(), self.call.locale)

    def worked_out(self, formula: str) -> Value:
        """What a formula of the condition yields for this cell."""
        top, left = self.origin
        moved = shifted(formula, self.row - top, self.column - left)
        return self.calculator.evaluate(moved, self.sheet, self.row, self.column)


def meets(where: Where, condition: Json) -> bool:
    """Whether a cell meets a condition.

    Raises:
        Refusal: 501 for a condition that is not judged here.
    """
    kind = condition.get("type", "")
    given = [_given(where, one) for one in condition.get("values") or []]
    value = where.value()
    if kind in {"BLANK", "NOT_BLANK"}:
        return bool((value is None or value == "") == (kind == "BLANK"))
    if kind == "CUSTOM_FORMULA" and given:
        return not isinstance(given[0], str | Problem) and bool(given[0])
    if kind in _TEXTS and given:
        wanted = render.formatted(given[0], None, where.call.locale)
        return _TEXTS[kind](where.text().casefold(), wanted.casefold())
    if kind in _SHAPES:
        return isinstance(value, str) and bool(_SHAPES[kind].fullmatch(value))
    if kind in {"ONE_OF_LIST", "BOOLEAN"}:
        listed = [one.get("userEnteredValue", "") for one in condition.get("values") or []]
        return (kind == "BOOLEAN" and isinstance(value, bool)) or where.text() in listed
    if kind == "ONE_OF_RANGE":
        return where.text() in _range(where, condition) - {""}
    if kind == "DATE_IS_VALID":
        own = (where.sheet.cell(where.row, where.column).format or {}).get("numberFormat")
        return isinstance(value, float) and render.is_date(own, where.call.locale)
    family, _, test = kind.partition("_")
    numbers = [one for one in given if isinstance(one, float) and not isinstance(one, bool)]
    if family in {"NUMBER", "DATE"} and test in _NUMBERS and numbers:
        if not isinstance(value, float) or isinstance(value, bool) or len(numbers) < len(given):
            return False
        if family == "DATE":
            value, numbers = value // 1, [one // 1 for one in numbers]
        return _NUMBERS[test](value, numbers)
    raise not_built(f"the condition {kind or 'without a type'} with these values")


def _given(where: Where, one: Json) -> Value:
    if "relativeDate" in one:
        return _relative(where.call, one["relativeDate"])
    text = one.get("userEnteredValue", "")
    if text.startswith(("=", "+")) and len(text) > 1:
        return where.worked_out("=" + text.removeprefix("="))
    return parse.user_entered(text, where.call.locale).value


def _relative(call: Call, name: str) -> float:
    today = call.now().replace(hour=0, minute=0, second=0, microsecond=0)
    days = {"YESTERDAY": -1, "TODAY": 0, "TOMORROW": 1, "PAST_WEEK": -7}
    if name in days:
        return dates.to_serial(today + timedelta(days=days[name]))
    back = 12 if name == "PAST_YEAR" else 1
    months = today.year * 12 + today.month - 1 - back
    year, month = divmod(months, 12)
    # The 31st of a month that is shorter is its last day.
    day = today.day
    while dates.valid(year, month + 1, day) is None:
        day -= 1
    return dates.to_serial(today.replace(year=year, month=month + 1, day=day))


def _range(where: Where, condition: Json) -> set[str]:
    values = condition.get("values") or [{}]
    name = values[0].get("userEnteredValue", "").removeprefix("=")
    if "!" not in name:
        name = f"{a1.quoted(where.sheet.title)}!{name}"
    try:
        area = a1.parse(where.call.book, name)
    except Refusal:
        area = a1.parse(where.call.book, values[0].get("userEnteredValue", "").removeprefix("="))
    return {
        cells.shown(
            area.sheet.cell(r, c), where.calculator.value(area.sheet, r, c), where.call.locale
        )
        for r in range(area.top, area.bottom)
        for c in range(area.left, area.right)
    }
