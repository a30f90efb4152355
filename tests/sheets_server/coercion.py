"""How values become numbers, texts and conditions inside a formula.

Meanings: Google Docs Editors Help, "Google Sheets function list".
"""

import re
from collections.abc import Iterator, Sequence

from tests.sheets_server.model import Problem, Value
from tests.sheets_server.render import plain

Grid = list[list[Value]]


Argument = Value | Grid


class Stop(Exception):
    """A calculation that ends in an error value."""

    def __init__(self, kind: str, shown: str, message: str = "") -> None:
        super().__init__(message)
        self.problem = Problem(kind, shown, message)


def flat(arguments: Sequence[Argument]) -> Iterator[Value]:
    """Every value, ranges opened."""
    for one in arguments:
        if isinstance(one, list):
            for row in one:
                yield from row
        else:
            yield one


def single(one: Argument) -> Value:
    """The value of an argument that must be one cell.

    Raises:
        Stop: It is a range of several cells, or an error value.
    """
    if isinstance(one, list):
        if len(one) != 1 or len(one[0]) != 1:
            raise Stop("VALUE", "#VALUE!", "A range of several cells stands where one is meant.")
        one = one[0][0]
    if isinstance(one, Problem):
        raise Stop(one.kind, one.shown, one.message)
    return one


def number(one: Argument, name: str = "", place: int = 1) -> float:
    """A value as a number; text that reads like one counts.

    Raises:
        Stop: #VALUE!.
    """
    value = single(one)
    if value is None:
        return 0.0
    if isinstance(value, bool):
        return float(value)
    if isinstance(value, float):
        return value
    try:
        return float(str(value))
    except ValueError:
        raise Stop(
            "VALUE",
            "#VALUE!",
            f"Function {name} parameter {place} expects number values. But '{value}' is a text and"
            " cannot be coerced to a number.",
        ) from None


def text(one: Argument) -> str:
    """A value as text."""
    value = single(one)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return plain(value)
    return str(value)


def truth(one: Argument) -> bool:
    """A value as a condition.

    Raises:
        Stop: #VALUE! for a text.
    """
    value = single(one)
    if isinstance(value, str):
        if value.upper() in {"TRUE", "FALSE"}:
            return value.upper() == "TRUE"
        raise Stop("VALUE", "#VALUE!", f"'{value}' is a text and cannot be coerced to a boolean.")
    return bool(value)


def matches(value: Value, criterion: Value) -> bool:
    """Whether a value meets a criterion as COUNTIF writes it, such as ``>5`` or ``a*``."""
    if not isinstance(criterion, str):
        return value == criterion
    found = re.match(r"^(<>|>=|<=|=|>|<)?(.*)$", criterion, re.DOTALL)
    assert found
    sign, wanted = found[1] or "=", found[2]
    try:
        bound: float | None = float(wanted)
    except ValueError:
        bound = None
    if bound is not None and isinstance(value, float) and not isinstance(value, bool):
        return {
            "=": value == bound,
            "<>": value != bound,
            ">": value > bound,
            "<": value < bound,
            ">=": value >= bound,
            "<=": value <= bound,
        }[sign]
    if sign not in {"=", "<>"}:
        return False
    shape = re.escape(wanted).replace(r"\*", ".*").replace(r"\?", ".")
    same = re.fullmatch(shape, text(value), re.IGNORECASE | re.DOTALL) is not None
    return same if sign == "=" else not same


def numbers(arguments: Sequence[Argument]) -> list[float]:
    """Numbers as SUM counts them: in a range only real ones, directly also text."""
    found: list[float] = []
    for one in arguments:
        if isinstance(one, list):
            for value in flat([one]):
                if isinstance(value, Problem):
                    single(value)
                if isinstance(value, float) and not isinstance(value, bool):
                    found.append(value)
        else:
            found.append(number(one))
    return found


def same(one: Value, other: Value) -> bool:
    """Whether a lookup takes two values for the same; case does not count."""
    if isinstance(one, str) and isinstance(other, str):
        return one.casefold() == other.casefold()
    return type(one) is type(other) and one == other
