"""What the operators of formulas do."""

from tests.sheets_server.coercion import Argument, number, single, text
from tests.sheets_server.functions import FUNCTIONS
from tests.sheets_server.model import Value


def combine(sign: str, left: Argument, right: Argument) -> Value:
    """The value of two operands under a binary operator.

    Raises:
        Stop: The operator is not meant for them.
    """
    one, other = single(left), single(right)
    match sign:
        case "&":
            return text(one) + text(other)
        case "+":
            return number(one, "ADD") + number(other, "ADD", 2)
        case "-":
            return number(one, "MINUS") - number(other, "MINUS", 2)
        case "*":
            return number(one, "MULTIPLY") * number(other, "MULTIPLY", 2)
        case "/":
            return FUNCTIONS["DIVIDE"]([number(one, "DIVIDE"), number(other, "DIVIDE", 2)])
        case "^":
            return float(number(one, "POW") ** number(other, "POW", 2))
    return _compare(sign, one, other)


def _compare(sign: str, one: Value, other: Value) -> bool:
    """Numbers before texts before booleans, case does not count (Sheets' order of values)."""

    def key(value: Value, like: Value) -> tuple[int, float | str]:
        if value is None:
            value = "" if isinstance(like, str) else (False if isinstance(like, bool) else 0.0)
        if isinstance(value, bool):
            return 2, float(value)
        return (0, value) if isinstance(value, float) else (1, str(value).casefold())

    a, b = key(one, other), key(other, one)
    return {
        "=": a == b,
        "<>": a != b,
        "<": a < b,
        ">": a > b,
        "<=": a <= b,
        ">=": a >= b,
    }[sign]
