"""Serial days, and the date patterns of number formats.

A serial counts days since 1899-12-30, the fraction is the time of day (Sheets API
reference, DateTimeRenderOption). Pattern letters: Sheets API guide "Date and number
formats", table "Date and time format patterns".
"""

import re
from datetime import date, datetime, timedelta

EPOCH = datetime(1899, 12, 30)
MONTHS = (
    "January February March April May June July August September October November December".split()
)
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

_TOKENS = re.compile(
    r"\[h+\]|\[m+\]|\[s+\]|am/pm|a/p|\"[^\"]*\"|\\.|y+|m+|d+|h+|s+|\.0+|.",
    re.IGNORECASE | re.DOTALL,
)


def to_serial(moment: datetime) -> float:
    """The serial of a moment without a zone."""
    delta = moment - EPOCH
    return delta.days + (delta.seconds + delta.microseconds / 1e6) / 86_400


def from_serial(serial: float) -> datetime:
    """The moment of a serial, to the millisecond.

    Raises:
        OverflowError: Outside of the years 1 to 9999.
    """
    days, fraction = divmod(serial, 1)
    return EPOCH + timedelta(days=int(days), milliseconds=round(fraction * 86_400_000))


def valid(year: int, month: int, day: int) -> date | None:
    """A date, or ``None`` where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def show(serial: float, pattern: str) -> str:
    """A serial as a date pattern shows it."""
    tokens = _TOKENS.findall(pattern)
    moment = from_serial(serial)
    clock12 = any(token.lower() in {"am/pm", "a/p"} for token in tokens)
    if not any(re.fullmatch(r"\.0+", token) for token in tokens):
        moment = (moment + timedelta(milliseconds=500)).replace(microsecond=0)
    return "".join(
        _one(token, tokens, place, moment, serial, clock12=clock12)
        for place, token in enumerate(tokens)
    )


def _one(
    token: str, tokens: list[str], place: int, moment: datetime, serial: float, *, clock12: bool
) -> str:
    low = token.lower()
    if token[0] == '"':
        return token[1:-1]
    if token[0] == "\\":
        return token[1:]
    if low[0] == "[":
        total = round(serial * 86_400)
        unit = {"h": 3600, "m": 60, "s": 1}[low[1]]
        return str(total // unit).zfill(len(low) - 2)
    if low in {"am/pm", "a/p"}:
        half = "AM" if moment.hour < 12 else "PM"
        return half if low == "am/pm" else half[0]
    if low[0] == "y":
        return f"{moment.year % 100:02d}" if len(low) <= 2 else f"{moment.year:04d}"
    if low[0] == "m":
        return _month_or_minute(low, tokens, place, moment)
    if low[0] == "d":
        day = DAYS[moment.weekday()]
        return [str(moment.day), f"{moment.day:02d}", day[:3], day][min(len(low), 4) - 1]
    if low[0] == "h":
        hour = (moment.hour % 12 or 12) if clock12 else moment.hour
        return str(hour).zfill(len(low))
    if low[0] == "s":
        return str(moment.second).zfill(len(low))
    if re.fullmatch(r"\.0+", token):
        return f"{moment.microsecond / 1e6:.{len(token) - 1}f}"[1:]
    return token


def _month_or_minute(low: str, tokens: list[str], place: int, moment: datetime) -> str:
    """M is minutes next to hours or seconds, months otherwise (the same guide)."""
    letters = [(at, t.lower()) for at, t in enumerate(tokens) if re.match(r"\[?[ymdhs]", t.lower())]
    order = [at for at, _ in letters].index(place)
    before = letters[order - 1][1] if order else ""
    after = letters[order + 1][1] if order + 1 < len(letters) else ""
    if len(low) <= 2 and (before.lstrip("[")[:1] == "h" or after.lstrip("[")[:1] == "s"):
        return str(moment.minute).zfill(len(low))
    name = MONTHS[moment.month - 1]
    forms = [str(moment.month), f"{moment.month:02d}", name[:3], name, name[0]]
    return forms[min(len(low), 5) - 1]
