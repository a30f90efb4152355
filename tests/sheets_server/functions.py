"""The functions that the evaluator knows; any other one is said to be unknown here.

Meanings: Google Docs Editors Help, "Google Sheets function list".
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal

from tests.sheets_server import dates
from tests.sheets_server.coercion import (
    Argument,
    Stop,
    flat,
    matches,
    number,
    numbers,
    same,
    single,
    text,
    truth,
)
from tests.sheets_server.functions_more import MORE
from tests.sheets_server.model import Value


def _average(arguments: Sequence[Argument]) -> Value:
    found = numbers(arguments)
    if not found:
        raise Stop(
            "DIVIDE_BY_ZERO",
            "#DIV/0!",
            "Evaluation of function AVERAGE caused a divide by zero error.",
        )
    return sum(found) / len(found)


def _rounded(mode: str) -> Callable[[Sequence[Argument]], Value]:
    def function(arguments: Sequence[Argument]) -> Value:
        places = int(number(arguments[1])) if len(arguments) > 1 else 0
        value = Decimal(repr(number(arguments[0])))
        return float(value.quantize(Decimal(1).scaleb(-places), rounding=mode))

    return function


def _sumif(arguments: Sequence[Argument]) -> Value:
    tested = list(flat(arguments[:1]))
    added = list(flat(arguments[2:3])) if len(arguments) > 2 else tested
    criterion = single(arguments[1])
    return float(
        sum(
            value
            for check, value in zip(tested, added, strict=False)
            if matches(check, criterion)
            and isinstance(value, float)
            and not isinstance(value, bool)
        )
    )


def _position(arguments: Sequence[Argument]) -> Value:
    wanted = single(arguments[0])
    mode = number(arguments[2]) if len(arguments) > 2 else 1.0
    best: int | None = None
    for place, value in enumerate(flat(arguments[1:2]), start=1):
        if same(value, wanted):
            return float(place)
        if mode == 1 and type(value) is type(wanted) and value <= wanted:  # type: ignore[operator] # same type
            best = place
    if mode == 1 and best is not None:
        return float(best)
    raise Stop("N_A", "#N/A", f"Did not find value '{text(wanted)}' in MATCH evaluation.")


def _vlookup(arguments: Sequence[Argument]) -> Value:
    wanted, grid = single(arguments[0]), arguments[1]
    if not isinstance(grid, list) or (len(arguments) < 4 or truth(arguments[3])):
        raise Stop("ERROR", "#UNSUPPORTED!", "Only VLOOKUP with an exact match is evaluated here.")
    column = int(number(arguments[2]))
    for row in grid:
        if same(row[0], wanted):
            return row[column - 1]
    raise Stop("N_A", "#N/A", f"Did not find value '{text(wanted)}' in VLOOKUP evaluation.")


def _date(arguments: Sequence[Argument]) -> Value:
    year, month, day = (int(number(one)) for one in arguments)
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return dates.to_serial(datetime(year, month, 1) + timedelta(days=day - 1))


def _part(name: str) -> Callable[[Sequence[Argument]], Value]:
    def function(arguments: Sequence[Argument]) -> Value:
        return float(getattr(dates.from_serial(number(arguments[0])), name))

    return function


def _substitute(arguments: Sequence[Argument]) -> Value:
    whole, old, new = (text(one) for one in arguments[:3])
    if len(arguments) < 4:
        return whole.replace(old, new)
    parts, place = whole.split(old), int(number(arguments[3]))
    if place >= len(parts):
        return whole
    return old.join(parts[:place]) + new + old.join(parts[place:])


def _find(arguments: Sequence[Argument]) -> Value:
    start = int(number(arguments[2])) - 1 if len(arguments) > 2 else 0
    place = text(arguments[1]).find(text(arguments[0]), start)
    if place < 0:
        raise Stop("VALUE", "#VALUE!", "In FIND evaluation, cannot find the text.")
    return float(place + 1)


def _mid(arguments: Sequence[Argument]) -> Value:
    start = int(number(arguments[1])) - 1
    return text(arguments[0])[start : start + int(number(arguments[2]))]


def _end(side: str) -> Callable[[Sequence[Argument]], Value]:
    def function(arguments: Sequence[Argument]) -> Value:
        count = int(number(arguments[1])) if len(arguments) > 1 else 1
        whole = text(arguments[0])
        return whole[:count] if side == "left" else whole[max(0, len(whole) - count) :]

    return function


def _divide(top: float, bottom: float, name: str) -> float:
    if bottom == 0:
        raise Stop("DIVIDE_BY_ZERO", "#DIV/0!", f"Function {name} parameter 2 cannot be zero.")
    return top / bottom


def _modulo(arguments: Sequence[Argument]) -> Value:
    top, bottom = number(arguments[0]), number(arguments[1])
    _divide(1, bottom, "MOD")
    return top - bottom * math.floor(top / bottom)


def _joined(arguments: Sequence[Argument]) -> Value:
    blank = truth(arguments[1])
    parts = [text(value) for value in flat(arguments[2:])]
    return text(arguments[0]).join(part for part in parts if part or not blank)


def _index(arguments: Sequence[Argument]) -> Value:
    grid = arguments[0] if isinstance(arguments[0], list) else [[arguments[0]]]
    row = int(number(arguments[1])) if len(arguments) > 1 else 1
    column = int(number(arguments[2])) if len(arguments) > 2 else 1
    if not (1 <= row <= len(grid) and 1 <= column <= len(grid[0])):
        raise Stop("REF", "#REF!", "INDEX points outside of its range.")
    return grid[row - 1][column - 1]


def _missing(_: Sequence[Argument]) -> Value:
    raise Stop("N_A", "#N/A", "")


FUNCTIONS: Mapping[str, Callable[[Sequence[Argument]], Value]] = {
    "SUM": lambda a: float(sum(numbers(a))),
    "PRODUCT": lambda a: math.prod(numbers(a)),
    "AVERAGE": _average,
    "MIN": lambda a: min(numbers(a), default=0.0),
    "MAX": lambda a: max(numbers(a), default=0.0),
    "COUNT": lambda a: float(sum(isinstance(v, float) for v in flat(a))),
    "COUNTA": lambda a: float(sum(v is not None for v in flat(a))),
    "COUNTBLANK": lambda a: float(sum(v in {None, ""} for v in flat(a))),
    "COUNTIF": lambda a: float(sum(matches(v, single(a[1])) for v in flat(a[:1]))),
    "SUMIF": _sumif,
    "ROUND": _rounded(ROUND_HALF_UP),
    "ROUNDUP": _rounded(ROUND_UP),
    "ROUNDDOWN": _rounded(ROUND_DOWN),
    "ABS": lambda a: abs(number(a[0])),
    "INT": lambda a: float(math.floor(number(a[0]))),
    "MOD": _modulo,
    "DIVIDE": lambda a: _divide(number(a[0]), number(a[1]), "DIVIDE"),
    "AND": lambda a: all(truth(v) for v in flat(a) if v is not None),
    "OR": lambda a: any(truth(v) for v in flat(a) if v is not None),
    "NOT": lambda a: not truth(a[0]),
    "TRUE": lambda _: True,
    "FALSE": lambda _: False,
    "LEN": lambda a: float(len(text(a[0]))),
    "LEFT": _end("left"),
    "RIGHT": _end("right"),
    "MID": _mid,
    "UPPER": lambda a: text(a[0]).upper(),
    "LOWER": lambda a: text(a[0]).lower(),
    "TRIM": lambda a: re.sub(" +", " ", text(a[0])).strip(" "),
    "CONCATENATE": lambda a: "".join(text(v) for v in flat(a)),
    "CONCAT": lambda a: text(a[0]) + text(a[1]),
    "TEXTJOIN": _joined,
    "SUBSTITUTE": _substitute,
    "FIND": _find,
    "REPT": lambda a: text(a[0]) * int(number(a[1])),
    "EXACT": lambda a: text(a[0]) == text(a[1]),
    "ISBLANK": lambda a: (a[0][0][0] if isinstance(a[0], list) else a[0]) is None,
    "ISNUMBER": lambda a: type(single(a[0])) is float,
    "ISTEXT": lambda a: isinstance(single(a[0]), str),
    "DATE": _date,
    "YEAR": _part("year"),
    "MONTH": _part("month"),
    "DAY": _part("day"),
    "HOUR": _part("hour"),
    "MINUTE": _part("minute"),
    "SECOND": _part("second"),
    "MATCH": _position,
    "VLOOKUP": _vlookup,
    "INDEX": _index,
    "NA": _missing,
    "HYPERLINK": lambda a: single(a[1]) if len(a) > 1 else text(a[0]),
    **MORE,
}
