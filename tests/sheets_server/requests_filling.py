"""Requests that fill cells from what stands there: series, and texts cut into columns.

Facts: discovery document, AutoFillRequest, SourceAndDestination and TextToColumnsRequest;
Editors Help, "Automatically create a series or list" (numbers and dates go on evenly, other
values are repeated, formulas move along).
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tests.sheets_server import a1, cells, render, values
from tests.sheets_server.a1 import Area
from tests.sheets_server.call import Call
from tests.sheets_server.formulas import shifted
from tests.sheets_server.model import BLANK, Cell, Formula, Json
from tests.sheets_server.refusals import Refusal, not_built

_DELIMITERS = {"COMMA": ",", "SEMICOLON": ";", "SPACE": " ", "PERIOD": "."}


def auto_fill(call: Call, body: Json) -> None:
    """autoFill: from a range whose beginning is filled, or from a source by a number of lines."""
    if ("range" in body) == ("sourceAndDestination" in body):
        raise Refusal("Exactly one of range and sourceAndDestination must be set.")
    if "range" in body:
        source, down, length = _detected(call, a1.from_grid_range(call.book, body["range"]))
    else:
        given = body["sourceAndDestination"]
        source = a1.from_grid_range(call.book, given.get("source") or {})
        down, length = given.get("dimension") == "ROWS", given.get("fillLength", 0)
        if not down and given.get("dimension") != "COLUMNS":
            raise Refusal("A dimension must be specified.")
    other = bool(body.get("useAlternateSeries"))
    place = _place(source, length, down=down)
    if min(place.top, place.left) < 0 or (
        place.bottom > len(source.sheet.rows) or place.right > len(source.sheet.columns)
    ):
        raise Refusal("The cells to fill are outside of the grid.")
    call.guard(source.sheet, place.top, place.left, place.bottom, place.right)
    lanes = range(source.left, source.right) if down else range(source.top, source.bottom)
    spots = range(source.top, source.bottom) if down else range(source.left, source.right)
    for lane in lanes:
        at = [(spot, lane) if down else (lane, spot) for spot in spots]
        held = [source.sheet.cell(*one) for one in at]
        step = _step(call, held, other=other)
        for offset in range(abs(length)):
            ahead = offset + 1 if length > 0 else -(offset + 1)
            index = len(held) - 1 + ahead if length > 0 else ahead
            row, column = (spots[0] + index, lane) if down else (lane, spots[0] + index)
            cell = _filled(held, index, step, down=down)
            source.sheet.put(row, column, cell)


def _place(source: Area, length: int, *, down: bool) -> Area:
    if down and length >= 0:
        return replace(source, top=source.bottom, bottom=source.bottom + length)
    if down:
        return replace(source, top=source.top + length, bottom=source.top)
    if length >= 0:
        return replace(source, left=source.right, right=source.right + length)
    return replace(source, left=source.left + length, right=source.left)


def _detected(call: Call, area: Area) -> tuple[Area, bool, int]:
    """The filled beginning of a range, whether the rest is below it, and how long the rest is."""
    filled = [
        (r, c)
        for r, c, _ in area.sheet.filled()
        if area.top <= r < area.bottom and area.left <= c < area.right
    ]
    if not filled:
        raise Refusal("There is nothing in the range to fill it from.")
    bottom, right = max(r for r, _ in filled) + 1, max(c for _, c in filled) + 1
    if bottom < area.bottom:
        return replace(area, bottom=bottom), True, area.bottom - bottom
    return replace(area, right=right), False, area.right - right


def _step(call: Call, held: Sequence[Cell], *, other: bool) -> float | None:
    """By how much a series of numbers goes on, or ``None`` where the cells are repeated.

    Raises:
        Refusal: 501 for numbers that are not evenly spaced.
    """
    numbers = [cell.value for cell in held]
    if not all(isinstance(one, float) and not isinstance(one, bool) for one in numbers):
        return None
    found = [one for one in numbers if isinstance(one, float)]
    if len(found) == 1:
        dated = render.is_date(cells.number_format(held[0]), call.locale)
        return 1.0 if dated != other else None
    if other:
        return None
    steps = [round(b - a, 9) for a, b in pairwise(found)]
    if len(set(steps)) > 1:
        raise not_built("autoFill of numbers that are not evenly spaced")
    return steps[0]


def _filled(held: Sequence[Cell], index: int, step: float | None, *, down: bool) -> Cell:
    model = held[index % len(held)]
    if step is not None and isinstance(held[0].value, float):
        return replace(model, value=held[0].value + step * index, note="")
    moved = index - index % len(held)
    if isinstance(model.value, Formula):
        text = shifted(model.value.text, moved if down else 0, 0 if down else moved)
        return replace(model, value=Formula(text), note="")
    if isinstance(model.value, str) and (match := re.fullmatch(r"(.*?)(\d+)", model.value)):
        # "Item 1" goes on as "Item 2".
        number = int(match[2]) + moved // len(held) * len(held)
        return replace(model, value=f"{match[1]}{max(number, 0)}", note="")
    return replace(model, note="")


def text_to_columns(call: Call, body: Json) -> None:
    """textToColumns: each text is cut, its parts are entered as if typed."""
    area = a1.from_grid_range(call.book, body.get("source") or {})
    if area.width != 1:
        raise Refusal("The source must span exactly one column.")
    held = {r: area.sheet.cell(r, area.left).value for r in range(area.top, area.bottom)}
    texts = {r: value for r, value in held.items() if isinstance(value, str)}
    mark = _delimiter(body, list(texts.values()))
    parts = {r: text.split(mark) for r, text in texts.items()}
    width = max((len(one) for one in parts.values()), default=1)
    if area.left + width > len(area.sheet.columns):
        raise Refusal("The columns do not fit on the sheet.")
    call.guard(area.sheet, area.top, area.left, area.bottom, area.left + width)
    for row, pieces in parts.items():
        for column, piece in enumerate(pieces, start=area.left):
            if column > area.left:
                area.sheet.put(row, column, BLANK)
            values.put(call, area.sheet, row, column, piece, "USER_ENTERED")


def _delimiter(body: Json, texts: Sequence[str]) -> str:
    kind = body.get("delimiterType", "AUTODETECT")
    if kind == "CUSTOM":
        mark = str(body.get("delimiter", ""))
        if not mark:
            raise Refusal("A delimiter must be specified.")
        return mark
    if kind in _DELIMITERS:
        return _DELIMITERS[kind]
    return max(_DELIMITERS.values(), key=lambda mark: sum(mark in text for text in texts))


HANDLERS = {"autoFill": auto_fill, "textToColumns": text_to_columns}
