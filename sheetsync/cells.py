"""What one cell can hold, where it stands, and how text is made safe to write.

Knows nothing of tabs, contracts or files. Rows and columns are counted from
zero everywhere in the program; only :func:`a1` and messages to people count
from one.
"""

import re
import unicodedata
from datetime import date, datetime, timedelta
from functools import lru_cache

Scalar = str | float | int | bool | date | datetime | None
"""One cell's value as a Book hands it over. ``None`` is an empty cell."""

MAX_TEXT = 32_767
"""Most characters that Excel keeps in one cell (Excel specifications and limits)."""

# ECMA-376 counts days from 1899-12-30 once the 1900 leap-year bug is allowed for;
# serials before 61 (1900-03-01) are the ambiguous ones and mean nothing to a sales team.
_EPOCH = datetime(1899, 12, 30)
_SERIAL_MIN, _SERIAL_MAX = 61, 2_958_465  # 1900-03-01 … 9999-12-31

# XML 1.0 allows tab, newline and carriage return below U+0020 and nothing else;
# U+FFFE/U+FFFF and lone surrogates are no characters at all.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile(r"\s+")
_HEADER_TRIM = " *:.…-–—_#"


def column_letters(column: int) -> str:
    """Name a column counted from zero: 0 is ``A``, 26 is ``AA``."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """Count a column's letters from zero: ``A`` is 0, ``AA`` is 26."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def a1(row: int, column: int) -> str:
    """Name a cell as a person does: row 0, column 0 is ``A1``."""
    return f"{column_letters(column)}{row + 1}"


def from_serial(serial: float) -> date | datetime | None:
    """Read a spreadsheet's day number (days since 1899-12-30).

    Returns:
        A date for a whole number, a datetime (to the second) for a fraction,
        ``None`` outside 1900-03-01 … 9999-12-31.
    """
    if not _SERIAL_MIN <= serial <= _SERIAL_MAX:
        return None
    moment = _EPOCH + timedelta(days=float(serial))
    if float(serial).is_integer():
        return moment.date()
    return (moment + timedelta(milliseconds=500)).replace(microsecond=0)


def to_serial(value: date | datetime) -> float:
    """Write a date as a spreadsheet's day number; the inverse of :func:`from_serial`."""
    if isinstance(value, datetime):
        delta = value.replace(tzinfo=None) - _EPOCH
        return delta.days + delta.seconds / 86_400
    return float((value - _EPOCH.date()).days)


def to_text(value: Scalar) -> str:
    """Show a cell's value as its text: 7.0 is ``7``, a tick ``TRUE``, a date ISO, empty ``""``."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    return value.isoformat() if isinstance(value, date) else str(value)


def safe_text(text: str, *, limit: int = MAX_TEXT) -> str:
    """Drop characters that no spreadsheet can store and cut at ``limit`` characters.

    Counts as Excel does, in UTF-16 units: an emoji is two of them.

    The text stays text: a leading ``=`` is kept, because every Book writes
    strings as strings and never as formulas.
    """
    cleaned = _UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    units = cleaned.encode("utf-16-le")
    if len(units) <= 2 * limit:
        return cleaned
    return units[: 2 * (limit - 1)].decode("utf-16-le", "ignore") + "…"


def normal_header(value: Scalar) -> str:
    """Fold a header for comparison: case, spaces and trailing decoration do not count."""
    text = to_text(value)
    return _folded(text) if len(text) <= _LONGEST_KEPT else _folded.__wrapped__(text)


_LONGEST_KEPT = 200
"""Characters of a header that is remembered; what is longer is none."""


@lru_cache(maxsize=2048)
def _folded(text: str) -> str:
    """The same headers come with every look at a book: each is folded once."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _SPACES.sub(" ", folded).strip(_HEADER_TRIM)
