"""Pivot tables: what they draw around the cell that holds them.

Facts: discovery document, PivotTable and its parts, with the pictures in PivotGroup.label and
PivotGroup.repeatHeadings; the guide "Pivot tables". Groups by rule, values by formula, values
shown as shares, sorting by a value, several values under column groups and vertical values
are beyond this server: such a table is kept and shows #UNSUPPORTED! at its corner.
"""

import math
import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.sheets_server.model import Json, Problem, Sheet, Spreadsheet, Value
from tests.sheets_server.render import plain

if TYPE_CHECKING:
    from tests.sheets_server.calculate import Calculator

Drawn = dict[tuple[int, int], Value]
"""Values by row and column on the sheet."""
UNSUPPORTED = Problem("ERROR", "#UNSUPPORTED!", "This pivot table is not drawn by this server.")

_FUNCTIONS: Mapping[str, Callable[[list[float]], float]] = {
    "SUM": math.fsum,
    "COUNT": lambda numbers: float(len(numbers)),
    "AVERAGE": statistics.fmean,
    "MAX": max,
    "MIN": min,
    "MEDIAN": statistics.median,
    "PRODUCT": math.prod,
    "STDEV": statistics.stdev,
    "STDEVP": statistics.pstdev,
    "VAR": statistics.variance,
    "VARP": statistics.pvariance,
}


class _Beyond(Exception):
    """The table uses something that is not drawn here."""


@dataclass(frozen=True, slots=True)
class _Source:
    """The rows that a table summarises, without the header, and the names of the columns."""

    names: list[str]
    rows: list[list[Value]]


def drawn(calculator: "Calculator", book: Spreadsheet, sheet: Sheet) -> Drawn:
    """Everything that the pivot tables of a sheet draw."""
    found: Drawn = {}
    for row, column, cell in list(sheet.filled(values_only=False)):
        if cell.pivot is not None:
            try:
                pivot = dict(cell.pivot)
                block = _table(_source(calculator, book, pivot), pivot)
            except (_Beyond, statistics.StatisticsError):
                block = [[UNSUPPORTED]]
            found |= _laid(sheet, row, column, block)
    return found


def _laid(sheet: Sheet, row: int, column: int, block: list[list[Value]]) -> Drawn:
    cells: Drawn = {
        (row + r, column + c): value
        for r, line in enumerate(block)
        for c, value in enumerate(line)
        if value is not None
    }
    for r, c in cells:
        fits = r < len(sheet.rows) and c < len(sheet.columns)
        if not fits or sheet.cell(r, c).value is not None:
            told = "The pivot table was not expanded because it would overwrite data."
            return {(row, column): Problem("REF", "#REF!", told)}
    return cells


def _source(calculator: "Calculator", book: Spreadsheet, pivot: Json) -> _Source:
    given = pivot.get("source")
    home = book.sheet(given.get("sheetId", 0)) if given else None
    if given is None or home is None:
        raise _Beyond
    lines = calculator.grid(
        home,
        given.get("startRowIndex", 0),
        given.get("startColumnIndex", 0),
        given.get("endRowIndex", len(home.rows)),
        given.get("endColumnIndex", len(home.columns)),
    )
    rows = [line for line in lines[1:] if any(value is not None for value in line)]
    criteria = {int(key): one for key, one in (pivot.get("criteria") or {}).items()}
    for spec in pivot.get("filterSpecs") or []:
        criteria[spec.get("columnOffsetIndex", 0)] = spec.get("filterCriteria") or {}
    for offset, one in criteria.items():
        if "condition" in one:
            raise _Beyond
        if not one.get("visibleByDefault"):
            wanted = one.get("visibleValues") or []
            rows = [line for line in rows if _label(line[offset]) in wanted]
    return _Source([_label(name) for name in lines[0]], rows)


def _label(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    return plain(value) if isinstance(value, float) else "" if value is None else str(value)


def _summary(rows: Sequence[Sequence[Value]], how: Json) -> Value:
    function = how.get("summarizeFunction", "SUM")
    held = [line[how.get("sourceColumnOffset", 0)] for line in rows]
    present = [value for value in held if value is not None]
    numbers = [one for one in present if isinstance(one, float) and not isinstance(one, bool)]
    if function == "COUNTA":
        return float(len(present))
    if function == "COUNTUNIQUE":
        return float(len(set(present)))
    if function not in _FUNCTIONS:
        raise _Beyond
    if not numbers and function not in {"SUM", "COUNT"}:
        return None
    return float(_FUNCTIONS[function](numbers))


def _name(source: _Source, how: Json) -> str:
    function = how.get("summarizeFunction", "SUM")
    named = how.get("name")
    return (
        str(named) if named else f"{function} of {source.names[how.get('sourceColumnOffset', 0)]}"
    )


def _check(pivot: Json) -> None:
    groups = (pivot.get("rows") or []) + (pivot.get("columns") or [])
    values = pivot.get("values") or []
    columns = pivot.get("columns") or []
    beyond = {"groupRule", "valueBucket", "groupLimit", "dataSourceColumnReference"}
    if (
        any(group.keys() & beyond for group in groups)
        or any(value.keys() & {"formula", "calculatedDisplayType"} for value in values)
        or (pivot.get("valueLayout") == "VERTICAL" and len(values) > 1)
        or len(columns) > 1
        or (columns and len(values) != 1)
        or not groups
    ):
        raise _Beyond


def _sorted(rows: Sequence[Sequence[Value]], group: Json) -> list[Value]:
    """The distinct values of a group, in its order: numbers before texts."""
    offset = group.get("sourceColumnOffset", 0)
    distinct = {_label(line[offset]).casefold(): line[offset] for line in reversed(rows)}

    def rank(value: Value) -> tuple[int, float, str]:
        if isinstance(value, float) and not isinstance(value, bool):
            return 0, value, ""
        return 1, 0.0, _label(value).casefold()

    return sorted(distinct.values(), key=rank, reverse=group.get("sortOrder") == "DESCENDING")


def _where(rows: Sequence[Sequence[Value]], group: Json, value: Value) -> Sequence[Sequence[Value]]:
    offset, wanted = group.get("sourceColumnOffset", 0), _label(value).casefold()
    return [line for line in rows if _label(line[offset]).casefold() == wanted]


def _table(source: _Source, pivot: Json) -> list[list[Value]]:
    _check(pivot)
    rows, columns = pivot.get("rows") or [], pivot.get("columns") or []
    values = pivot.get("values") or []
    labels: list[Value] = [
        group.get("label") or source.names[group.get("sourceColumnOffset", 0)] for group in rows
    ]
    if not columns:
        named: list[Value] = [_name(source, how) for how in values]
        return [[*labels, *named], *_lines(source.rows, rows, lambda part: _line(part, values))]
    group, how = columns[0], values[0]
    across = _sorted(source.rows, group)
    label = group.get("label") or source.names[group.get("sourceColumnOffset", 0)]
    total: list[Value] = ["Grand Total"] if group.get("showTotals") else []

    def line(part: Sequence[Sequence[Value]]) -> list[Value]:
        found = [_where(part, group, value) for value in across]
        shown: list[Value] = [_summary(one, how) if one else None for one in found]
        return shown + ([_summary(part, how)] if total else [])

    gap: list[Value] = [None] * (len(labels) - 1)
    top: list[Value] = [_name(source, how), *gap, label] if labels else [_name(source, how), label]
    second: list[Value] = [*(labels or [None]), *across, *total]
    return [top, second, *_lines(source.rows, rows, line)]


def _line(part: Sequence[Sequence[Value]], values: Sequence[Json]) -> list[Value]:
    return [_summary(part, how) for how in values]


def _lines(
    part: Sequence[Sequence[Value]],
    groups: Sequence[Json],
    line: Callable[[Sequence[Sequence[Value]]], list[Value]],
) -> list[list[Value]]:
    """The lines below the header: one for each group, and the totals."""
    if not groups:
        return [[None, *line(part)]]
    found = _nested(part, groups, line)
    if groups[0].get("showTotals"):
        gap: list[Value] = [None] * (len(groups) - 1)
        found.append(["Grand Total", *gap, *line(part)])
    return found


def _nested(
    part: Sequence[Sequence[Value]],
    groups: Sequence[Json],
    line: Callable[[Sequence[Sequence[Value]]], list[Value]],
) -> list[list[Value]]:
    group, rest = groups[0], groups[1:]
    found: list[list[Value]] = []
    for value in _sorted(part, group):
        inner = _where(part, group, value)
        if not rest:
            found.append([value, *line(inner)])
            continue
        below = _nested(inner, rest, line)
        for place, one in enumerate(below):
            head = value if place == 0 or group.get("repeatHeadings") else None
            found.append([head, *one])
        if rest[0].get("showTotals"):
            gap: list[Value] = [None] * len(rest)
            found.append([f"{_label(value)} Total", *gap, *line(inner)])
    return found
