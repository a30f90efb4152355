"""Read the cells of one column by its declared type.

A cell is parsed here and not by Pandera's ``coerce``, which reports one bad cell for a
whole column and turns the text "FALSE" into a tick. What cannot be read stays out: who
asks decides what becomes of it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sheetsync.cells import Scalar, from_serial, to_text

_ERRORS = frozenset(
    {"#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#ERROR!", "Loading..."}
)
_NUMBER = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?")
_EITHER = re.compile(r"\D{0,4}\d{1,3}(\.\d{3})+\D{0,4}")
_CURRENCY = re.compile(r"^(?:[$€£¥]|USD|EUR|GBP)\s*|\s*(?:[$€£¥]|USD|EUR|GBP)$")
_DATE_FORMATS = ("%d %b %Y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y")
_FIRST_YEAR, _LAST_YEAR = 1990, 2199


@dataclass(frozen=True, slots=True)
class Parsed:
    """A column read by type, and for each bad cell what was expected."""

    values: list[Any]
    bad: Mapping[int, str]


def _texts(raw: Sequence[Scalar]) -> Parsed:
    values = [
        value.strip() if value.__class__ is str else "" if value is None else to_text(value)
        for value in raw
    ]
    bad: dict[int, str] = {}
    if not _ERRORS.isdisjoint(values):
        bad = {
            index: "is a formula's error; correct the formula"
            for index, value in enumerate(values)
            if value in _ERRORS
        }
    return Parsed(values, bad)


def _choices(raw: Sequence[Scalar]) -> Parsed:
    return Parsed([to_text(value).strip() if value is not None else "" for value in raw], {})


def _ticks(raw: Sequence[Scalar]) -> Parsed:
    expected = "is not a tick; expected TRUE, FALSE or a blank cell"
    bad = {
        index: expected
        for index, value in enumerate(raw)
        if value is not None and value.__class__ is not bool and to_text(value).strip()
    }
    return Parsed([value is True for value in raw], bad)


def _numbers(raw: Sequence[Scalar]) -> Parsed:
    return _each(raw, _number, "is not a number; expected digits, such as 50000")


def _dates(raw: Sequence[Scalar]) -> Parsed:
    return _each(raw, _date, "is not a date; expected a real date, such as 2026-03-14")


def _datetimes(raw: Sequence[Scalar]) -> Parsed:
    return _each(raw, _datetime, "is not a date with a time, such as 2026-03-14 09:30")


def _each(raw: Sequence[Scalar], read: Callable[[Scalar], Any], expected: str) -> Parsed:
    if not any(value is not None for value in raw):
        return Parsed([None] * len(raw), {})
    values = [None if value is None else read(value) for value in raw]
    bad = {
        index: expected
        for index, value in enumerate(values)
        if value is None and raw[index] is not None and to_text(raw[index]).strip()
    }
    return Parsed(values, bad)


def _number(value: Scalar) -> float | None:
    if isinstance(value, bool | date):
        return None
    if isinstance(value, int | float):
        return float(value)
    if isinstance(value, str) and _EITHER.fullmatch(value.strip()):
        return None  # 75.000 is seventy-five in one country and seventy-five thousand in another
    text = _CURRENCY.sub("", to_text(value).strip()).strip()
    return float(text.replace(",", "")) if _NUMBER.fullmatch(text) else None


def _datetime(value: Scalar) -> datetime | None:
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _datetime(from_serial(value))
    if not isinstance(value, str):
        return None
    text = value.strip()
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        pass
    for shape in _DATE_FORMATS:
        try:
            return datetime.strptime(text, shape)  # noqa: DTZ007 - a calendar date has no zone
        except ValueError:
            continue
    return None


def _date(value: Scalar) -> date | None:
    if value.__class__ is date:
        day: date | None = value
    else:
        moment = _datetime(value)
        day = moment.date() if moment else None
    return day if day is not None and _FIRST_YEAR <= day.year <= _LAST_YEAR else None


PARSE: Mapping[str, Callable[[Sequence[Scalar]], Parsed]] = {
    "text": _texts,
    "choice": _choices,
    "tick": _ticks,
    "number": _numbers,
    "date": _dates,
    "datetime": _datetimes,
}
