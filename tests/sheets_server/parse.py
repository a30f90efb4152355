"""What a value becomes when it is entered: RAW keeps it, USER_ENTERED reads it like typing.

Facts: Sheets API reference, ValueInputOption, and the guide "Read & write cell values":
"The input is parsed exactly as if it were entered into the Google Sheets UI", so "Mar 1
2016" becomes a date, "=1+2" a formula, "$100.15" a number with currency formatting.
"""

import math
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tests.sheets_server import dates
from tests.sheets_server.locales import Locale
from tests.sheets_server.model import MAX_TEXT, Formula, Problem, Value
from tests.sheets_server.refusals import Refusal

ERRORS = {
    "#NULL!": "NULL_VALUE",
    "#DIV/0!": "DIVIDE_BY_ZERO",
    "#VALUE!": "VALUE",
    "#REF!": "REF",
    "#NAME?": "NAME",
    "#NUM!": "NUM",
    "#N/A": "N_A",
    "#ERROR!": "ERROR",
    "Loading...": "LOADING",
}
"""ErrorType in the discovery document, by what a cell shows."""

_MONTH = "|".join(name[:3] + f"(?:{name[3:]})?" for name in dates.MONTHS if name != "May") + "|May"
_ISO = re.compile(r"^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$")
_SHORT = re.compile(r"^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$")
_NAMED = re.compile(
    rf"^(?:({_MONTH})\.? (\d{{1,2}}),? (\d{{4}})|(\d{{1,2}})[- ]({_MONTH})[- ](\d{{4}}))$",
    re.IGNORECASE,
)
_TIME = re.compile(r"^(\d{1,3}):(\d{2})(?::(\d{2})(\.\d+)?)?(?: ?([AaPp])\.?[Mm]\.?)?$")


@dataclass(frozen=True, slots=True)
class Entered:
    """A value, and the number format that entering it gives to a cell that has none."""

    value: Value
    format: dict[str, str] | None = None


def raw(value: Any) -> Value:
    """A JSON value as it is: text stays text, also where it looks like a formula.

    Raises:
        Refusal: It is a list or an object, or longer than a cell can hold.
    """
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return float(value)
    if isinstance(value, str):
        return checked(value) if value else None
    kind = "list_value" if isinstance(value, list) else "struct_value"
    raise Refusal(f"Invalid values: {kind} is no value of a cell")


def checked(text: str) -> str:
    """Refuse a text that no cell can hold.

    Raises:
        Refusal: Over 50,000 characters.
    """
    if len(text) > MAX_TEXT:
        raise Refusal(
            f"Your input contains more than the maximum of {MAX_TEXT} characters in a single cell."
        )
    return text


def user_entered(value: Any, locale: Locale) -> Entered:
    """A JSON value as if a person had typed it.

    Raises:
        Refusal: It is no value of a cell.
    """
    value = raw(value)
    if not isinstance(value, str):
        return Entered(value)
    if value.startswith("'"):
        return Entered(value[1:])
    if value.startswith("=") and len(value) > 1:
        return Entered(Formula(value))
    text = value.strip()
    if text.startswith("+") and len(text) > 1 and _number(text, locale) is None:
        # "+" begins a formula like "=", so a telephone number becomes an error (seen in use).
        return Entered(Formula(f"={text}"))
    if text.upper() in {"TRUE", "FALSE"}:
        return Entered(text.upper() == "TRUE")
    if text.upper() in ERRORS and text.startswith("#"):
        return Entered(Problem(ERRORS[text.upper()], text.upper()))
    return _number(text, locale) or _moment(text, locale) or Entered(value)


def _number(text: str, locale: Locale) -> Entered | None:
    group, mark = re.escape(locale.group), re.escape(locale.decimal)
    if locale.group == "\u202f":
        group = "[ \u00a0\u202f]"
    digits = rf"(?:\d{{1,3}}(?:{group}\d{{3}})+|\d+)(?:{mark}\d*)?|{mark}\d+"
    sign = re.escape(locale.currency)
    shape = rf"^([-+]?)({sign} ?)?([-+]?)({digits})([eE][-+]?\d+)?( ?%| ?{sign})?$"
    negative = bool(re.match(r"^\(.*\)$", text))
    match = re.match(shape, text[1:-1] if negative else text)
    if not match or (match[1] and match[3]):
        return None
    plain = re.sub(group, "", match[4]).replace(locale.decimal, ".")
    number = float(plain + (match[5] or ""))
    if not math.isfinite(number):
        return None
    number = -number if negative or "-" in (match[1], match[3]) else number
    tail = (match[6] or "").strip()
    places = len(plain.partition(".")[2])
    if tail == "%":
        return Entered(number / 100, _pattern("PERCENT", "0.00%" if places else "0%"))
    if match[2] or tail:
        whole = locale.money.replace(".00", "")
        return Entered(number, _pattern("CURRENCY", locale.money if places else whole))
    if match[5]:
        return Entered(number, _pattern("SCIENTIFIC", "0.00E+00"))
    if re.search(group, match[4]):
        return Entered(number, _pattern("NUMBER", "#,##0.00" if places else "#,##0"))
    return Entered(number)


def _pattern(kind: str, pattern: str) -> dict[str, str]:
    return {"type": kind, "pattern": pattern}


def _moment(text: str, locale: Locale) -> Entered | None:
    if time := _time(text):
        return Entered(time[0], _pattern("TIME", time[1]))
    day, _, rest = text.partition("T" if re.match(r"^\d{4}-\d\d-\d\dT", text) else " ")
    for head, tail in ((text, ""), (day, rest.strip())):
        found = _date(head, locale)
        if found is None:
            continue
        if not tail:
            return Entered(found[0], _pattern("DATE", found[1]))
        if (time := _time(tail)) and time[0] < 1:
            return Entered(found[0] + time[0], _pattern("DATE_TIME", f"{found[1]} h:mm:ss"))
    return None


def _date(text: str, locale: Locale) -> tuple[float, str] | None:
    if match := _ISO.match(text):
        parts, pattern = (int(match[1]), int(match[3]), int(match[4])), "yyyy-mm-dd"
        pattern = pattern.replace("-", match[2])
    elif match := _SHORT.match(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        # Two digits: 00-29 is this century (the rule of the UI's two-digit years).
        year += 0 if year > 99 else (2000 if year < 30 else 1900)
        month, day = (first, second) if locale.order == "mdy" else (second, first)
        parts, pattern = (year, month, day), locale.date
    elif match := _NAMED.match(text):
        month = 1 + [name[:3] for name in dates.MONTHS].index((match[1] or match[5])[:3].title())
        parts = (int(match[3] or match[6]), month, int(match[2] or match[4]))
        pattern = "mmm d, yyyy" if match[1] else "d-mmm-yyyy"
    else:
        return None
    day_ = dates.valid(*parts)
    if day_ is None:
        return None
    return dates.to_serial(datetime(day_.year, day_.month, day_.day)), pattern


def _time(text: str) -> tuple[float, str] | None:
    match = _TIME.match(text)
    if not match:
        return None
    hour, minute, half = int(match[1]), int(match[2]), (match[5] or "").lower()
    second = int(match[3] or 0) + float(match[4] or 0)
    if minute > 59 or second >= 60 or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    pattern = "h:mm:ss" if match[3] else "h:mm"
    if hour > 23:
        pattern = "[h]:mm:ss"
    serial = (hour * 3600 + minute * 60 + second) / 86_400
    return serial, pattern + (" am/pm" if half else "")
