"""One cell's XML from its value: text stays text, numbers numbers, dates day numbers.

A string is always written as an inline string, so it can never become a formula
or a number and the workbook's shared strings stay as they are.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from math import isfinite

from sheetsync.cells import MAX_TEXT, Scalar, column_letters, to_serial

DateStyle = Callable[[int, bool], int]
"""From a cell's style, and whether the time of day shows, to a style that shows a date."""

# ECMA-376 22.9.2.19 (ST_Xstring): what XML cannot hold is written _xHHHH_, and text that
# looks like such an escape has its underscore escaped.
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_SPECIAL = re.compile("[&<>_\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")

_DAYS_TO_1904 = 1462
_FIRST_SERIAL = 61  # 1900-03-01; Excel counts the days before it wrongly (a 1900-02-29)


class CellWriter:
    """Writes cells in the spelling of one sheet.

    Args:
        prefix: The sheet's namespace prefix with its colon, or nothing.
        date1904: Whether day 0 is 1904-01-01.
        date_style: Finds a style that shows a date.
    """

    def __init__(self, prefix: bytes, *, date1904: bool, date_style: DateStyle) -> None:
        self._shift = _DAYS_TO_1904 if date1904 else 0
        self._date_style = date_style
        tag = prefix.decode()
        self._open = f"<{tag}c r="
        self._text_head = f't="inlineStr"><{tag}is><{tag}t xml:space="preserve">'
        self._text_tail = f"</{tag}t></{tag}is></{tag}c>"
        self._value_head, self._value_tail = f"><{tag}v>", f"</{tag}v></{tag}c>"

    def cell(self, row: int, column: int, style: int | None, value: Scalar) -> str:
        """Write one cell.

        Args:
            row: Row, from zero.
            column: Column, from zero.
            style: Index of the cell's style; ``None`` is the default.
            value: Its value; ``None`` and ``""`` leave a cell with its style only.

        Raises:
            ValueError: A text over 32,767 characters, half a surrogate pair, a number that
                is none, or a date before 1900-03-01.
        """
        if isinstance(value, date):
            style = self._date_style(style or 0, isinstance(value, datetime))
        head = f'{self._open}"{_letters(column)}{row + 1}"'
        if style is not None:
            head += f' s="{style}"'
        if value is None or value == "":
            return f"{head}/>"
        if isinstance(value, str):
            return f"{head} {self._text_head}{_text(value)}{self._text_tail}"
        if isinstance(value, bool):
            return f'{head} t="b"{self._value_head}{int(value)}{self._value_tail}'
        return f"{head}{self._value_head}{self._number(value)}{self._value_tail}"

    def _number(self, value: float | date) -> str:
        if isinstance(value, date):
            serial = to_serial(value)
            if serial < max(self._shift, _FIRST_SERIAL):
                raise ValueError(f"{value} is before the first day that a workbook can hold")
            value = serial - self._shift
        if isinstance(value, float):
            if not isfinite(value):
                raise ValueError("a number without a value")
            if value.is_integer() and abs(value) < 1e15:
                return str(int(value))
        return repr(value)


def _text(text: str) -> str:
    # Excel's limit counts UTF-16 units: a character beyond U+FFFF is two of them.
    if 2 * len(text) > MAX_TEXT and len(text.encode("utf-16-le", "surrogatepass")) > 2 * MAX_TEXT:
        raise ValueError(f"a text of {len(text)} characters; a cell holds {MAX_TEXT}")
    if not _SPECIAL.search(text):
        return text
    if _SURROGATE.search(text):
        raise ValueError("half of a surrogate pair is no character")
    escaped = _ESCAPE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    return escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@cache
def _letters(column: int) -> str:
    return column_letters(column)
