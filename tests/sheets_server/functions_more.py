"""More functions of the evaluator: statistics, several criteria, dates, texts, lookups.

Meanings: Google Docs Editors Help, "Google Sheets function list".
"""

import calendar
import math
import re
import statistics
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

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
from tests.sheets_server.locales import LOCALES
from tests.sheets_server.model import Value
from tests.sheets_server.parse import user_entered
from tests.sheets_server.render import formatted

_US = LOCALES["en_US"]
Function = Callable[[Sequence[Argument]], Value]


def _met(arguments: Sequence[Argument]) -> list[int]:
    """The places at which all pairs of a range and a criterion are met."""
    pairs = list(zip(arguments[::2], arguments[1::2], strict=False))
    columns = [(list(flat([area])), single(criterion)) for area, criterion in pairs]
    if len({len(values) for values, _ in columns}) > 1:
        raise Stop("VALUE", "#VALUE!", "Array arguments are of different size.")
    return [
        place
        for place in range(len(columns[0][0]))
        if all(matches(values[place], criterion) for values, criterion in columns)
    ]


def _picked(how: Callable[[list[float]], float]) -> Function:
    def function(arguments: Sequence[Argument]) -> Value:
        held = list(flat(arguments[:1]))
        if len(held) != len(list(flat(arguments[1:2]))):
            raise Stop("VALUE", "#VALUE!", "Array arguments are of different size.")
        chosen = [held[place] for place in _met(arguments[1:])]
        found = [one for one in chosen if isinstance(one, float) and not isinstance(one, bool)]
        return float(how(found))

    return function


def _mean(found: list[float]) -> float:
    if not found:
        raise Stop("DIVIDE_BY_ZERO", "#DIV/0!", "Nothing meets the criteria.")
    return statistics.fmean(found)


def _average_if(arguments: Sequence[Argument]) -> Value:
    source = arguments[2] if len(arguments) > 2 else arguments[0]
    return _picked(_mean)([source, *arguments[:2]])


def _statistic(how: Callable[[list[float]], float], least: int = 1) -> Function:
    def function(arguments: Sequence[Argument]) -> Value:
        found = numbers(arguments)
        if len(found) < least:
            kind, shown = ("NUM", "#NUM!") if least == 1 else ("DIVIDE_BY_ZERO", "#DIV/0!")
            raise Stop(kind, shown, "There are too few numbers.")
        return float(how(found))

    return function


def _ranked(*, largest: bool) -> Function:
    def function(arguments: Sequence[Argument]) -> Value:
        found = sorted(numbers(arguments[:1]), reverse=largest)
        place = int(number(arguments[1]))
        if not 1 <= place <= len(found):
            raise Stop("NUM", "#NUM!", "The place is outside of the data.")
        return found[place - 1]

    return function


def _sum_of_products(arguments: Sequence[Argument]) -> Value:
    columns = [list(flat([one])) for one in arguments]
    if len({len(one) for one in columns}) > 1:
        raise Stop("VALUE", "#VALUE!", "Array arguments are of different size.")
    return math.fsum(
        math.prod(v if isinstance(v, float) and not isinstance(v, bool) else 0.0 for v in row)
        for row in zip(*columns, strict=True)
    )


def _shifted_month(*, last_day: bool) -> Function:
    def function(arguments: Sequence[Argument]) -> Value:
        moment = dates.from_serial(number(arguments[0]) // 1)
        months = moment.year * 12 + moment.month - 1 + int(number(arguments[1]))
        year, month = divmod(months, 12)
        days = calendar.monthrange(year, month + 1)[1]
        day = days if last_day else min(moment.day, days)
        return dates.to_serial(moment.replace(year=year, month=month + 1, day=day))

    return function


def _weekday(arguments: Sequence[Argument]) -> Value:
    monday = dates.from_serial(number(arguments[0])).weekday()
    kind = int(number(arguments[1])) if len(arguments) > 1 else 1
    return float({1: (monday + 1) % 7 + 1, 2: monday + 1, 3: monday}[kind])


def _work_days(arguments: Sequence[Argument]) -> Value:
    start, end = (dates.from_serial(number(one) // 1) for one in arguments[:2])
    free = set(flat(arguments[2:3]))
    sign, (first, last) = (1, (start, end)) if start <= end else (-1, (end, start))
    every = (first + timedelta(days=one) for one in range((last - first).days + 1))
    worked = [day for day in every if day.weekday() < 5 and dates.to_serial(day) not in free]
    return float(sign * len(worked))


def _typed(arguments: Sequence[Argument]) -> Value:
    """VALUE and DATEVALUE: a text as the number that typing it would give."""
    value = single(arguments[0])
    made = user_entered(value, _US).value if isinstance(value, str) else value
    if not isinstance(made, float):
        raise Stop("VALUE", "#VALUE!", f"'{text(value)}' cannot be parsed to a number.")
    return made


def _as_text(arguments: Sequence[Argument]) -> Value:
    value, pattern = single(arguments[0]), text(arguments[1])
    if isinstance(value, str):
        made = user_entered(value, _US).value
        value = made if isinstance(made, float) else value
    return formatted(value, {"type": "NUMBER", "pattern": pattern}, _US)


def _search(arguments: Sequence[Argument]) -> Value:
    start = int(number(arguments[2])) - 1 if len(arguments) > 2 else 0
    place = text(arguments[1]).casefold().find(text(arguments[0]).casefold(), start)
    if place < 0:
        raise Stop("VALUE", "#VALUE!", "In SEARCH evaluation, cannot find the text.")
    return float(place + 1)


def _replaced(arguments: Sequence[Argument]) -> Value:
    whole, start, length = text(arguments[0]), int(number(arguments[1])), int(number(arguments[2]))
    return whole[: start - 1] + text(arguments[3]) + whole[start - 1 + length :]


def _pattern(arguments: Sequence[Argument]) -> re.Pattern[str]:
    try:
        return re.compile(text(arguments[1]))
    except re.error:
        raise Stop("REF", "#REF!", "The regular expression is not valid.") from None


def _extracted(arguments: Sequence[Argument]) -> Value:
    found = _pattern(arguments).search(text(arguments[0]))
    if not found:
        raise Stop("N_A", "#N/A", "The expression does not match the text.")
    return str(found[1] if found.re.groups else found[0])


def _regex_replaced(arguments: Sequence[Argument]) -> Value:
    new = re.sub(r"\$(\d)", r"\\\1", text(arguments[2]))
    return _pattern(arguments).sub(new, text(arguments[0]))


def _looked_up(arguments: Sequence[Argument]) -> Value:
    """XLOOKUP with an exact match."""
    if len(arguments) > 4:
        raise Stop("ERROR", "#UNSUPPORTED!", "Only XLOOKUP with an exact match is evaluated here.")
    wanted, results = single(arguments[0]), list(flat(arguments[2:3]))
    for place, value in enumerate(flat(arguments[1:2])):
        if same(value, wanted):
            return results[place]
    if len(arguments) > 3:
        return single(arguments[3])
    raise Stop("N_A", "#N/A", f"Did not find value '{text(wanted)}' in XLOOKUP evaluation.")


def _multiple(how: Callable[[float], int]) -> Function:
    def function(arguments: Sequence[Argument]) -> Value:
        step = number(arguments[1]) if len(arguments) > 1 else 1.0
        return 0.0 if step == 0 else how(round(number(arguments[0]) / step, 12)) * step

    return function


def _cut(arguments: Sequence[Argument]) -> Value:
    scale = 10.0 ** int(number(arguments[1])) if len(arguments) > 1 else 1.0
    return math.trunc(number(arguments[0]) * scale) / scale


MORE: Mapping[str, Function] = {
    "SUMIFS": _picked(math.fsum),
    "AVERAGEIFS": _picked(_mean),
    "MINIFS": _picked(lambda found: min(found, default=0.0)),
    "MAXIFS": _picked(lambda found: max(found, default=0.0)),
    "COUNTIFS": lambda a: float(len(_met(a))),
    "AVERAGEIF": _average_if,
    "MEDIAN": _statistic(statistics.median),
    "STDEV": _statistic(statistics.stdev, 2),
    "STDEVP": _statistic(statistics.pstdev),
    "VAR": _statistic(statistics.variance, 2),
    "VARP": _statistic(statistics.pvariance),
    "LARGE": _ranked(largest=True),
    "SMALL": _ranked(largest=False),
    "COUNTUNIQUE": lambda a: float(len({v for v in flat(a) if v is not None})),
    "SUMPRODUCT": _sum_of_products,
    "PI": lambda _: math.pi,
    "SQRT": lambda a: math.sqrt(number(a[0])),
    "POWER": lambda a: float(number(a[0]) ** number(a[1])),
    "EXP": lambda a: math.exp(number(a[0])),
    "LN": lambda a: math.log(number(a[0])),
    "LOG": lambda a: math.log(number(a[0]), number(a[1]) if len(a) > 1 else 10),
    "LOG10": lambda a: math.log10(number(a[0])),
    "SIGN": lambda a: math.copysign(1.0, number(a[0])) if number(a[0]) else 0.0,
    "CEILING": _multiple(math.ceil),
    "FLOOR": _multiple(math.floor),
    "MROUND": _multiple(lambda share: math.floor(share + 0.5)),
    "TRUNC": _cut,
    "XOR": lambda a: sum(truth(v) for v in flat(a) if v is not None) % 2 == 1,
    "EDATE": _shifted_month(last_day=False),
    "EOMONTH": _shifted_month(last_day=True),
    "WEEKDAY": _weekday,
    "DAYS": lambda a: number(a[0]) - number(a[1]),
    "NETWORKDAYS": _work_days,
    "DATEVALUE": _typed,
    "VALUE": _typed,
    "TEXT": _as_text,
    "PROPER": lambda a: text(a[0]).title(),
    "SEARCH": _search,
    "REPLACE": _replaced,
    "CHAR": lambda a: chr(int(number(a[0]))),
    "CODE": lambda a: float(ord(text(a[0])[0])),
    "REGEXMATCH": lambda a: bool(_pattern(a).search(text(a[0]))),
    "REGEXEXTRACT": _extracted,
    "REGEXREPLACE": _regex_replaced,
    "XLOOKUP": _looked_up,
    "ISLOGICAL": lambda a: isinstance(single(a[0]), bool),
    "N": lambda a: number(a[0]) if not isinstance(single(a[0]), str) else 0.0,
    "T": lambda a: text(a[0]) if isinstance(single(a[0]), str) else "",
}
