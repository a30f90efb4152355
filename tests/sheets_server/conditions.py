"""Boolean conditions, as filters and rules use them (ConditionType in the discovery document)."""

from collections.abc import Callable, Mapping

from tests.sheets_server import parse
from tests.sheets_server.call import Call
from tests.sheets_server.model import Json, Value
from tests.sheets_server.refusals import not_built

_NUMBERS: Mapping[str, Callable[[float, list[float]], bool]] = {
    "NUMBER_GREATER": lambda v, a: v > a[0],
    "NUMBER_GREATER_THAN_EQ": lambda v, a: v >= a[0],
    "NUMBER_LESS": lambda v, a: v < a[0],
    "NUMBER_LESS_THAN_EQ": lambda v, a: v <= a[0],
    "NUMBER_EQ": lambda v, a: v == a[0],
    "NUMBER_NOT_EQ": lambda v, a: v != a[0],
    "NUMBER_BETWEEN": lambda v, a: a[0] <= v <= a[1],
    "NUMBER_NOT_BETWEEN": lambda v, a: not a[0] <= v <= a[1],
}
_TEXTS: Mapping[str, Callable[[str, str], bool]] = {
    "TEXT_CONTAINS": lambda text, wanted: wanted in text,
    "TEXT_NOT_CONTAINS": lambda text, wanted: wanted not in text,
    "TEXT_STARTS_WITH": lambda text, wanted: text.startswith(wanted),
    "TEXT_ENDS_WITH": lambda text, wanted: text.endswith(wanted),
    "TEXT_EQ": lambda text, wanted: text == wanted,
    "TEXT_NOT_EQ": lambda text, wanted: text != wanted,
}


def meets(call: Call, value: Value, text: str, condition: Json) -> bool:
    """Whether a cell's value, and the text it shows, meet a condition.

    Raises:
        Refusal: 501 for a condition that is not judged here.
    """
    kind = condition.get("type", "")
    given = [one.get("userEnteredValue", "") for one in condition.get("values") or []]
    if kind == "BLANK":
        return value is None
    if kind == "NOT_BLANK":
        return value is not None
    if kind in _TEXTS and given:
        return _TEXTS[kind](text.casefold(), given[0].casefold())
    if kind in _NUMBERS:
        bounds = [parse.user_entered(one, call.locale).value for one in given]
        numbers = [one for one in bounds if isinstance(one, float)]
        if numbers and len(numbers) == len(bounds):
            if not isinstance(value, float) or isinstance(value, bool):
                return False
            return _NUMBERS[kind](value, sorted(numbers))
    raise not_built(f"the condition {kind or 'without a type'} with these values")
