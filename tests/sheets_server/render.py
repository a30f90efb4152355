"""How a value is shown: number formats, and the three ways of ValueRenderOption.

Patterns: Sheets API guide "Date and number formats" (digits, sections, conditions in brackets,
fractions, and ``?`` for a digit that is a space where it says nothing).
"""

import re
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from typing import Any

from tests.sheets_server import dates
from tests.sheets_server.locales import Locale
from tests.sheets_server.model import Formula, Problem, Value
from tests.sheets_server.refusals import not_built

_DATE_LETTERS = re.compile(r"[ymdhs]|am/pm", re.IGNORECASE)
_LITERALS = re.compile(r'"[^"]*"|\\.|_.|\*.')
_COLOURS = re.compile(
    r"\[(black|blue|cyan|green|magenta|red|white|yellow|color\d+|\$[^\]]*)\]", re.IGNORECASE
)


_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]")
_SIGNS: Mapping[str, Callable[[float, float], bool]] = {
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    "<=": lambda a, b: a <= b,
    ">=": lambda a, b: a >= b,
    "=": lambda a, b: a == b,
    "<>": lambda a, b: a != b,
}
_FRACTION = re.compile(r"(?:([#0?]+)\s+)?([#0?]+)\s*/\s*([#0?]+|\d+)")


def number_json(number: float) -> float | int:
    """A double as JSON shows it: no decimal point on a whole number."""
    return int(number) if number.is_integer() and abs(number) < 1e17 else number


def plain(number: float, decimal: str = ".") -> str:
    """A number under the automatic format: ten significant digits at most, as the UI shows it."""
    if number == 0:
        return "0"
    size = abs(number)
    if size >= 1e15 or size < 1e-9:
        mantissa, _, power = f"{number:.5E}".partition("E")
        mantissa = mantissa.rstrip("0").rstrip(".")
        return f"{mantissa}E{power[0]}{int(power[1:]):02d}".replace(".", decimal)
    if float(number).is_integer():
        return str(int(number))
    text = format(Decimal(f"{number:.10g}"), "f") if size < 1e10 else f"{number:.0f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", decimal)


def default_pattern(kind: str, locale: Locale) -> str:
    """The pattern of a number format that names only its type."""
    known = {
        "NUMBER": "#,##0.00",
        "PERCENT": "0.00%",
        "CURRENCY": locale.money,
        "SCIENTIFIC": "0.00E+00",
        "DATE": locale.date,
        "TIME": "h:mm:ss am/pm",
        "DATE_TIME": f"{locale.date} h:mm:ss",
        "TEXT": "@",
    }
    return known.get(kind, "")


def formatted(value: Value, number_format: Any, locale: Locale) -> str:
    """What the cell shows; an empty cell shows nothing.

    Raises:
        Refusal: 501 for a pattern that cannot be shown exactly.
    """
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case Problem():
            return value.shown
        case Formula():
            return value.text
        case str():
            return _text(value, number_format)
        case _:
            kind = (number_format or {}).get("type", "")
            pattern = (number_format or {}).get("pattern") or default_pattern(kind, locale)
            return _number(float(value), pattern, locale)


def _text(value: str, number_format: Any) -> str:
    pattern = (number_format or {}).get("pattern", "")
    parts = pattern.split(";")
    if len(parts) < 4:
        return value
    return re.sub(r'"([^"]*)"', r"\1", parts[3]).replace("@", value)


def is_date(number_format: Any, locale: Locale) -> bool:
    """Whether a number format shows a date or a time."""
    kind = (number_format or {}).get("type", "")
    if kind in {"DATE", "TIME", "DATE_TIME"}:
        return True
    pattern = (number_format or {}).get("pattern") or default_pattern(kind, locale)
    return bool(_DATE_LETTERS.search(_bare(pattern)))


def _bare(pattern: str) -> str:
    return _COLOURS.sub("", _LITERALS.sub("", pattern)).replace("General", "").replace("E+", "")


def _number(number: float, pattern: str, locale: Locale) -> str:
    if pattern in {"", "General", "@"}:
        return plain(number, locale.decimal)
    section, shown = _section(number, pattern.split(";"))
    section = _COLOURS.sub("", section)
    bare = _bare(section)
    if fraction := _FRACTION.search(section):
        return _shared(shown, section.replace(fraction[0], "\0"), fraction)
    if _DATE_LETTERS.search(bare):
        try:
            return dates.show(number, section)
        except (OverflowError, ValueError):
            raise not_built(f"a date outside of the years 1 to 9999 ({number})") from None
    return _digits(shown, section, locale)


def _section(number: float, sections: list[str]) -> tuple[str, float]:
    """The part of a pattern that is for a number, and the number to show with it."""
    if any(_CONDITION.search(section) for section in sections):
        for section in sections:
            match = _CONDITION.search(section)
            if match is None or _SIGNS[match[1]](number, float(match[2])):
                return _CONDITION.sub("", section), number
        return _CONDITION.sub("", sections[-1]), number
    if number < 0 and len(sections) > 1 and sections[1]:
        return sections[1], -number
    if number == 0 and len(sections) > 2:
        return sections[2], number
    return sections[0], number


def _shared(number: float, section: str, match: re.Match[str]) -> str:
    """A number as a fraction; a null character in ``section`` stands for it."""
    whole_pattern, over, under = match[1], match[2], match[3]
    value = Fraction(abs(number))
    whole, rest = divmod(value, 1) if whole_pattern else (0, value)
    if under.isdigit() and int(under):
        part = Fraction(round(rest * int(under)), 1)
        above, below = int(part), int(under)
    else:
        near = rest.limit_denominator(10 ** len(under) - 1)
        above, below = near.numerator, near.denominator
    if whole_pattern and above == below:
        whole, above = whole + 1, 0
    top, bottom = str(above).rjust(over.count("?")), str(below).ljust(under.count("?"))
    shown = f"{top}/{bottom}"
    if whole_pattern:
        gap = " " * len(shown) if "?" in over else ""
        left = str(int(whole)) if whole or not above or "0" in whole_pattern else ""
        tail = shown if above else gap
        shown = f"{left} {tail}" if tail else left
    text = re.sub(r'"([^"]*)"|\\(.)|_.|\*.', lambda one: one[1] or one[2] or "", section)
    return ("-" if number < 0 else "") + text.replace("\0", shown)


def _digits(number: float, section: str, locale: Locale) -> str:
    tokens = re.findall(r'"[^"]*"|\\.|_.|\*.|[#0?][#0?,.]*(?:E[+-]0+)?|\.[#0?]+|.', section)
    core = next(
        (t for t in tokens if re.match(r"[#0?.][#0?,.]*", t) and re.search(r"[#0?]", t)), ""
    )
    scaled = Decimal(repr(number)) * (100 if "%" in _bare(section) else 1)
    shown = _core(scaled, core, locale) if core else ""
    out = ""
    for token in tokens:
        if token is core or token == core:
            out += shown
            shown = ""
        elif token[0] == '"':
            out += token[1:-1]
        elif token[0] == "\\":
            out += token[1:]
        elif token[0] == "_":
            out += " "
        elif token[0] != "*":
            out += token
    if number < 0 and shown == "" and core:
        out = "-" + out
    return out


def _core(value: Decimal, core: str, locale: Locale) -> str:
    """The digits of a number, without a sign."""
    value = abs(value)
    body, _, power = core.partition("E")
    whole, _, places = body.partition(".")
    # A comma behind the last digit divides by a thousand.
    while (places or whole).endswith(","):
        whole, places = (whole, places[:-1]) if places else (whole[:-1], places)
        value /= 1000
    tail = ""
    if power:
        exponent = value.adjusted() if value else 0
        value = value.scaleb(-exponent)
        sign = "-" if exponent < 0 else ("+" if power[0] == "+" else "")
        tail = f"E{sign}{str(abs(exponent)).zfill(len(power) - 1)}"
    most = len(places)
    # The largest double has 309 digits before its point.
    with localcontext(prec=400):
        rounded = value.quantize(Decimal(1).scaleb(-most), rounding=ROUND_HALF_UP)
    left, _, right = f"{rounded:f}".partition(".")
    least, blanks = len(places.rstrip("#?")), 0
    while len(right) > least and right.endswith("0"):
        blanks += places[len(right) - 1] == "?"
        right = right[:-1]
    tail = " " * blanks + tail
    needed = whole.replace(",", "").count("0")
    left = left.lstrip("0").zfill(needed) if needed or left.strip("0") else ""
    if "," in whole:
        left = re.sub(r"(?<=\d)(?=(\d{3})+$)", locale.group, left)
    left = left.rjust(len(whole.replace(",", "")) if "?" in whole else 0)
    mark = locale.decimal if right or (places == "" and "." in body) else ""
    return f"{left}{mark}{right}{tail}"
