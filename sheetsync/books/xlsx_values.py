"""The values of every tab, read by calamine, and kept within the memory that they need.

calamine gives errors (``#REF!``) as nothing, or fails on new ones (``#SPILL!``), and lays
out the whole rectangle up to the last value. Tabs with errors, or with a stray value far
out, are therefore rewritten for it in memory; the file itself is never touched.
"""

import gc
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from sheetsync.book import Grid
from sheetsync.books.xlsx_bulk import Spread, closed_up, may_be_bulky
from sheetsync.books.xlsx_facts import Facts, facts
from sheetsync.books.xlsx_parts import BadWorkbook, Sheet
from sheetsync.books.xlsx_sheet import Unplaceable
from sheetsync.books.xlsx_zip import Package
from sheetsync.books.xlsx_zip_index import BrokenZip
from sheetsync.cells import Scalar

_ERROR = re.compile(rb"""(<(?:[^\s<>/:]+:)?c\s(?:[^<>]*\s)?t=)["']e["']""")

_SAMPLE = 200
"""Rows by which a column shows whether its texts recur."""

_HALF_SECOND = timedelta(milliseconds=500)
"""Moments are told to the second, as :func:`sheetsync.cells.from_serial` does."""


def grids(package: Package, sheets: Sequence[Sheet]) -> tuple[Grid, ...]:
    """Read every tab.

    Raises:
        BadWorkbook: A part is damaged or cannot be understood.
    """
    known: dict[str, Facts] = {}
    spreads: dict[str, Spread] = {}
    rewritten: dict[str, bytes] = {}
    for sheet in sheets:
        try:
            xml = package.read(sheet.part)
            known[sheet.title] = facts(xml)
            told = _errors_as_texts(xml)
            small = closed_up(told) if may_be_bulky(told) else None
        except (BrokenZip, Unplaceable) as error:
            raise BadWorkbook(str(error)) from error
        if small is not None:
            told, spreads[sheet.title] = small
        if told is not xml:
            rewritten[sheet.part] = told
    data = package.exchanged(rewritten) if rewritten else package.data
    titles = [sheet.title for sheet in sheets]
    given: list[Grid] = []
    with _collector_paused():
        for title, rows in zip(titles, _rows(data, titles), strict=True):
            columns = _columns(rows)
            if title in spreads:
                columns = spreads[title].restored(columns)
            columns, height = _trimmed(columns)
            told_of = known[title]
            formulas = told_of.formulas_within(height, len(columns))
            given.append(Grid(title, columns, height, formulas, told_of.merged, told_of.links))
    return tuple(given)


def _rows(data: bytes, titles: Sequence[str]) -> Iterator[list[list[Any]]]:
    from python_calamine import CalamineError, load_workbook

    try:
        book = load_workbook(BytesIO(data))
        for title in titles:
            yield book.get_sheet_by_name(title).to_python(skip_empty_area=False)
    except (CalamineError, OSError) as error:
        raise BadWorkbook(str(error)) from error


def _errors_as_texts(xml: bytes) -> bytes:
    # Every error's text begins with "#", a byte that is found at once or nowhere.
    if xml.find(b"#") < 0 or (xml.find(b'"e"') < 0 and xml.find(b"'e'") < 0):
        return xml
    return _ERROR.sub(rb'\1"str"', xml)


def _columns(rows: list[list[Any]]) -> list[Sequence[Scalar]]:
    """Turn rows of calamine's values into columns of ours."""
    columns: list[Sequence[Scalar]] = []
    for column in zip(*rows, strict=True):
        kinds = set(map(type, column))
        if kinds & {datetime, time, timedelta}:
            told = {v: _scalar(v) for v in column if v.__class__ is datetime}
            columns.append([told[v] if v.__class__ is datetime else _scalar(v) for v in column])
        elif str in kinds:
            columns.append(_texts(column))
        else:
            columns.append(column)
    return columns


def _texts(column: Sequence[Scalar]) -> list[Scalar]:
    """Give a column with texts in it, blanks as nothing; texts that recur are kept once."""
    if len(set(column[:_SAMPLE])) * 2 > len(column[:_SAMPLE]):
        return [None if value == "" else value for value in column]
    once: dict[Scalar, Scalar] = {}
    return [
        (once.setdefault(value, value) if value.__class__ is str else value)
        if value != ""
        else None
        for value in column
    ]


def _scalar(value: Any) -> Scalar:
    """Give one value of a column with moments in it.

    Times of day and durations have no type of their own in the program: they
    become the text that a person reads in the cell.
    """
    scalar: Scalar = value
    match value:
        case "":
            scalar = None
        case datetime():
            moment = (value + _HALF_SECOND).replace(microsecond=0)
            scalar = moment.date() if moment.time() == time.min else moment
        case time():
            rounded = datetime.combine(date.min, value) + _HALF_SECOND
            scalar = rounded.time().isoformat(timespec="seconds").removesuffix(":00")
        case timedelta():
            minutes, seconds = divmod(round(value.total_seconds()), 60)
            scalar = f"{minutes // 60}:{minutes % 60:02d}" + (f":{seconds:02d}" if seconds else "")
    return scalar


def _trimmed(columns: list[Sequence[Scalar]]) -> tuple[list[Sequence[Scalar]], int]:
    """Drop empty rows at the end and empty columns on the right."""
    height = whole = len(columns[0]) if columns else 0
    while columns and columns[-1].count(None) == whole:
        columns.pop()
    while height and all(column[height - 1] is None for column in columns):
        height -= 1
    if height < whole:
        columns = [column[:height] for column in columns]
    return columns, height


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep the cycle collector from walking millions of fresh values over and over."""
    paused = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if paused:
            gc.enable()
