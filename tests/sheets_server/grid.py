"""Inserting, deleting and moving rows and columns, and all that follows them.

Identities stay with the lines; merges, protections, filters, names, conditional formats
and references in formulas keep meaning the same cells (Editors Help: "References adjust").
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tests.sheets_server.formulas import Corner, Reference, rewritten
from tests.sheets_server.model import (
    COLUMN_PIXELS,
    MAX_CELLS,
    ROW_PIXELS,
    Formula,
    Json,
    Line,
    Sheet,
    Spreadsheet,
)
from tests.sheets_server.refusals import Refusal

Span = tuple[int, int]
"""Start and end of some lines, half-open, counted from zero."""

_KEYS = {
    "ROWS": ("startRowIndex", "endRowIndex"),
    "COLUMNS": ("startColumnIndex", "endColumnIndex"),
}


def insert(
    book: Spreadsheet, sheet: Sheet, dimension: str, at: int, count: int, like: int | None = None
) -> None:
    """Put new empty lines before a position; ``like`` is the line whose looks they take over.

    Raises:
        Refusal: The workbook would have more than 10 million cells.
    """
    across = len(sheet.columns if dimension == "ROWS" else sheet.rows)
    if book.cells_in_all() + count * across > MAX_CELLS:
        raise Refusal(
            "This action would increase the number of cells in the workbook above the limit of"
            f" {MAX_CELLS} cells."
        )
    lines = sheet.lines(dimension)
    pixels = ROW_PIXELS if dimension == "ROWS" else COLUMN_PIXELS
    fresh = book.new_lines(count, pixels)
    if like is not None:
        _dress(sheet, dimension, fresh, lines[like])
    at_end = at >= len(lines)
    lines[at:at] = fresh
    if not at_end:
        _follow(book, sheet, dimension, lambda span: _grown(span, at, count))
        _rewrite(book, sheet, dimension, lambda span: _grown(span, at, count))


def _dress(sheet: Sheet, dimension: str, fresh: list[Line], model: Line) -> None:
    """New lines take the size, formats and validation of the line that they are like."""
    for line in fresh:
        line.pixels = model.pixels
        if dimension == "ROWS":
            for key, cell in model.cells.items():
                if cell.format or cell.validation:
                    line.cells[key] = replace(cell, value=None, note="", runs=())
        else:
            for index, row in enumerate(sheet.rows):
                held = row.cells.get(model.id)
                if held is not None and (held.format or held.validation):
                    sheet.row(index).cells[line.id] = replace(held, value=None, note="", runs=())


def delete(book: Spreadsheet, sheet: Sheet, dimension: str, start: int, end: int) -> None:
    """Take lines away; the metadata that clung to them goes too.

    Raises:
        Refusal: Nothing would be left of the tab.
    """
    lines = sheet.lines(dimension)
    gone = {line.id for line in lines[start:end]}
    if len(gone) == len(lines):
        what = "rows" if dimension == "ROWS" else "columns"
        raise Refusal(f"You can't delete all the {what} on the sheet.")
    del lines[start:end]
    if dimension == "COLUMNS":
        for index, row in enumerate(sheet.rows):
            for key in gone & row.cells.keys():
                del sheet.row(index).cells[key]
    for tag in [tag for tag in book.tags.values() if tag.line in gone]:
        del book.tags[tag.id]
    _follow(book, sheet, dimension, lambda span: _shrunk(span, start, end))
    _rewrite(book, sheet, dimension, lambda span: _shrunk(span, start, end))


def move(book: Spreadsheet, sheet: Sheet, dimension: str, span: Span, to: int) -> None:
    """Drag lines to before a position, which is counted before they are taken away.

    Raises:
        Refusal: The destination lies inside the lines.
    """
    start, end = span
    if start < to < end:
        raise Refusal("The destinationIndex must not be inside of the source.")
    lines = sheet.lines(dimension)
    before = list(range(len(lines)))
    block = before[start:end]
    rest = before[:start] + before[end:]
    place = to if to <= start else to - (end - start)
    order = rest[:place] + block + rest[place:]
    lines[:] = [lines[index] for index in order]
    new = {old: index for index, old in enumerate(order)}

    def moved(found: Span) -> Span | None:
        first, last = found
        inside = [new.get(index, index) for index in range(first, min(last, len(new)))]
        if inside and max(inside) - min(inside) + 1 == len(inside):
            return min(inside), max(inside) + 1
        return found

    _follow(book, sheet, dimension, moved)
    _rewrite(book, sheet, dimension, moved)


def _grown(span: Span, at: int, count: int) -> Span:
    start, end = span
    return (start + count if start >= at else start), (end + count if end > at else end)


def _shrunk(span: Span, start: int, end: int) -> Span | None:
    def after(index: int) -> int:
        return index - max(0, min(index, end) - start)

    first, last = after(span[0]), after(span[1])
    return (first, last) if first < last else None


def _follow(
    book: Spreadsheet, sheet: Sheet, dimension: str, change: Callable[[Span], Span | None]
) -> None:
    """Let everything that lies on the grid follow its cells."""
    for name, items in sheet.objects.items():
        kept = [_changed(item, sheet, dimension, change) for item in items]
        sheet.objects[name] = [
            item for item in kept if item is not None and not (name == "merges" and _one(item))
        ]
    if sheet.basic_filter:
        sheet.basic_filter = _changed(sheet.basic_filter, sheet, dimension, change)
    for key, known in list(book.names.items()):
        new = _changed(known, sheet, dimension, change)
        if new is None:
            del book.names[key]
        else:
            book.names[key] = new


def _one(merge: Json) -> bool:
    return bool(
        merge["endRowIndex"] - merge["startRowIndex"] == 1
        and merge["endColumnIndex"] - merge["startColumnIndex"] == 1
    )


def _changed(item: Any, sheet: Sheet, dimension: str, change: Callable[[Span], Span | None]) -> Any:
    """An object with each of its grid ranges changed; ``None`` when its range is gone."""
    if isinstance(item, list):
        return [
            new
            for new in (_changed(one, sheet, dimension, change) for one in item)
            if new is not None
        ]
    if not isinstance(item, dict):
        return item
    start, end = _KEYS[dimension]
    if item.get("sheetId", 0) == sheet.id and (start in item or end in item):
        span = change((item.get(start, 0), item.get(end, 10**9)))
        if span is None:
            return None
        item = dict(item)
        if start in item:
            item[start] = span[0]
        if end in item:
            item[end] = span[1]
        return item
    if item.get("dimension") == dimension and item.get("sheetId", 0) == sheet.id:
        span = change((item.get("startIndex", 0), item.get("endIndex", 10**9)))
        return None if span is None else {**item, "startIndex": span[0], "endIndex": span[1]}
    result = {}
    for key, value in item.items():
        new = _changed(value, sheet, dimension, change)
        if new is None and value is not None and key in {"range", "ranges"}:
            return None
        if new is not None:
            result[key] = new
    return None if result.get("ranges") == [] and item.get("ranges") else result


def _rewrite(
    book: Spreadsheet, sheet: Sheet, dimension: str, change: Callable[[Span], Span | None]
) -> None:
    """Let the references in all formulas follow their cells."""
    for home in book.sheets:
        for index, row in enumerate(home.rows):
            for key, cell in row.cells.items():
                if isinstance(cell.value, Formula):
                    text = rewritten(
                        cell.value.text,
                        lambda one, at=home: _pointed(one, at, sheet, dimension, change),  # type: ignore[misc] # bound on purpose
                    )
                    if text != cell.value.text:
                        home.row(index).cells[key] = replace(cell, value=Formula(text))


def _pointed(
    one: Reference,
    home: Sheet,
    sheet: Sheet,
    dimension: str,
    change: Callable[[Span], Span | None],
) -> Reference | None:
    if (one.title is None and home is not sheet) or (
        one.title is not None and one.title.casefold() != sheet.title.casefold()
    ):
        return one
    last = one.last or one.first
    side = "row" if dimension == "ROWS" else "column"
    first_index, last_index = getattr(one.first, side), getattr(last, side)
    if first_index is None and last_index is None:
        return one
    span = change((first_index or 0, (10**9 if last_index is None else last_index) + 1))
    if span is None:
        return None
    first = one.first if first_index is None else _at(one.first, dimension, span[0])
    end = one.last
    if end is not None and last_index is not None:
        end = _at(end, dimension, span[1] - 1)
    return Reference(one.title, first, end)


def _at(corner: Corner, dimension: str, index: int) -> Corner:
    if dimension == "ROWS":
        return replace(corner, row=index)
    return replace(corner, column=index)
