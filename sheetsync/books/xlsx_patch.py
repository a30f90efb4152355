"""New values into a sheet's part: the addressed cells change, every other byte stays.

Pure: bytes in, bytes out. The result is cut and pasted from the old part, never
written anew, and :func:`sheetsync.books.xlsx_tree.splice` proves it each time.
Never touches a formula and never writes inside a merged area.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping

from sheetsync.book import Position, TabEdit
from sheetsync.books.xlsx_cells import CellWriter, DateStyle
from sheetsync.books.xlsx_frame import column_styles, dimension, links, shown
from sheetsync.books.xlsx_parts import Area
from sheetsync.books.xlsx_sheet import Row, SheetXml
from sheetsync.books.xlsx_tree import Splice, splice
from sheetsync.cells import Scalar, a1
from sheetsync.errors import UnsafeBook

_STYLE = re.compile(rb"""\ss\s*=\s*["'](\d+)["']""")
_OWN_FORMAT = re.compile(rb"""\scustomFormat\s*=\s*["'](?:1|true)["']""")
_SPANS = re.compile(rb"""\s+spans\s*=\s*(?:"(\d+):(\d+)"|'(\d+):(\d+)')""")

StyleOf = Callable[[int], int | None]
"""From a column to the style of a new cell in it."""


def patch_sheet(xml: bytes, edit: TabEdit, *, date_style: DateStyle, date1904: bool) -> bytes:
    """Write one tab's edit into its part.

    Args:
        xml: The part as it is in the file.
        edit: What to change.
        date_style: Finds the style in which a date shows as one.
        date1904: Whether day 0 is 1904-01-01.

    Returns:
        The new part; the old bytes when the edit changes nothing.

    Raises:
        Unplaceable: A cell cannot be placed with certainty.
        UnsafeBook: An addressed cell holds a formula or lies inside a merged area.
        ValueError: A value that no cell can hold, see ``CellWriter.cell``.
    """
    sheet = SheetXml(xml)
    _guard_areas(sheet, edit)
    writer = CellWriter(sheet.prefix, date1904=date1904, date_style=date_style)
    cuts = _SheetPatch(sheet, edit, writer).cuts()
    cuts += dimension(sheet, [at for at, value in edit.cells.items() if value is not None])
    if edit.links is not None:
        cuts += links(sheet, edit.links)
    cuts += shown(sheet, edit.shown)
    return splice(xml, cuts)


def _guard_areas(sheet: SheetXml, edit: TabEdit) -> None:
    areas: list[tuple[Area, str, Position | None]]
    areas = [(each, "is filled by a formula", None) for each in sheet.formula_areas()]
    areas += [(each, "lies inside merged cells", each[:2]) for each in sheet.merged()]
    if not areas:
        return
    columns: dict[int, list[int]] = defaultdict(list)
    for row, column in edit.cells:
        columns[row].append(column)
    rows = sorted(columns)
    for (top, left, bottom, right), why, free in areas:
        for row in rows[bisect_left(rows, top) : bisect_right(rows, bottom)]:
            for column in columns[row]:
                if left <= column <= right and (row, column) != free:
                    raise _refused(edit.title, (row, column), why)


def _refused(title: str, at: Position, why: str) -> UnsafeBook:
    return UnsafeBook(
        f"Cell {a1(*at)} of the tab “{title}” {why}.",
        not_done="Nothing was written to the workbook.",
        next_step="Clear or unmerge that cell, then run again.",
    )


class _SheetPatch:
    """Collects the cuts for one tab's cells."""

    def __init__(self, sheet: SheetXml, edit: TabEdit, writer: CellWriter) -> None:
        self._sheet, self._edit, self._writer = sheet, edit, writer
        self._columns = column_styles(sheet)
        self._known_columns: dict[int, int | None] = {}
        self._model: Mapping[int, int | None] = {}
        self._cuts: list[Splice] = []

    def cuts(self) -> list[Splice]:
        by_row: dict[int, list[tuple[int, Scalar]]] = defaultdict(list)
        for at in sorted(self._edit.cells):
            by_row[at[0]].append((at[1], self._edit.cells[at]))
        if by_row:
            self._place(by_row)
        return self._cuts

    def _place(self, by_row: Mapping[int, list[tuple[int, Scalar]]]) -> None:
        sheet = self._sheet
        there: dict[int, Row] = {}
        at = sheet.data.inner
        for number in by_row:
            tag = sheet.usual_row(number, at)
            if tag is None:
                break
            there[number] = sheet.row(number, tag)
            at = there[number].stop
        missing: list[tuple[int, int]] = []
        if len(there) < len(by_row) or self._edit.model_row is not None:
            there, missing = self._walk(by_row)
        for number, row in there.items():
            self._change(row, by_row[number])
        self._insert(missing, by_row)

    def _walk(self, wanted: Collection[int]) -> tuple[dict[int, Row], list[tuple[int, int]]]:
        """Go once along the rows: which are there, and where the others would go."""
        sheet = self._sheet
        there: dict[int, Row] = {}
        missing: list[tuple[int, int]] = []
        waiting = iter(wanted)
        number = next(waiting, None)
        for placed, tag in sheet.rows():
            if placed == self._edit.model_row:
                self._model = self._styles(sheet.row(placed, tag))
            while number is not None and number < placed:
                missing.append((number, tag.start()))
                number = next(waiting, None)
            if number == placed:
                there[placed] = sheet.row(placed, tag)
                number = next(waiting, None)
        while number is not None:
            missing.append((number, sheet.data.inner_stop))
            number = next(waiting, None)
        return there, missing

    def _styles(self, row: Row) -> dict[int, int | None]:
        sheet = self._sheet
        return {
            column: _style(sheet.cell(row, start).attributes) for column, start in sheet.cells(row)
        }

    def _change(self, row: Row, cells: list[tuple[int, Scalar]]) -> None:
        """Cut the cells of a row that exists."""
        sheet = self._sheet
        tag, own = b"", None
        fresh: dict[int, list[str]] = defaultdict(list)
        for column, value in cells:
            at, there = sheet.spot(row, column)
            if there:
                self._exchange(row, column, at, value)
            elif value is not None:
                if not tag:
                    tag = sheet.xml[row.start : row.inner]
                    own = _style(tag) if _OWN_FORMAT.search(tag) else None
                fresh[at].append(self._new(row.number, column, value, own))
        if not fresh:
            return
        new_tag = _spanned(tag, [column for column, _ in cells])
        if row.inner == row.stop:
            inside = "".join(text for each in fresh.values() for text in each).encode()
            close = b"</%srow>" % sheet.prefix
            whole = new_tag[:-2].rstrip() + b">" + inside + close
            self._cuts.append(Splice(row.start, row.stop, whole))
            return
        if new_tag != tag:
            self._cuts.append(Splice(row.start, row.inner, new_tag))
        self._cuts += (Splice(at, at, "".join(texts).encode()) for at, texts in fresh.items())

    def _exchange(self, row: Row, column: int, start: int, value: Scalar) -> None:
        cell = self._sheet.cell(row, start)
        if self._sheet.formula.search(cell.body):
            raise _refused(self._edit.title, (row.number, column), "holds a formula")
        text = self._writer.cell(row.number, column, _style(cell.attributes), value)
        self._cuts.append(Splice(cell.start, cell.stop, text.encode()))

    def _insert(
        self,
        missing: list[tuple[int, int]],
        by_row: Mapping[int, list[tuple[int, Scalar]]],
    ) -> None:
        """Paste rows that do not exist yet."""
        tag = self._sheet.prefix.decode()
        made: dict[int, list[str]] = defaultdict(list)
        for number, at in missing:
            cells = [
                self._new(number, column, value, None)
                for column, value in by_row[number]
                if value is not None
            ]
            if cells:
                made[at].append(f'<{tag}row r="{number + 1}">{"".join(cells)}</{tag}row>')
        data = self._sheet.data
        if made and data.empty:
            opening = self._sheet.xml[data.start : data.inner - 2].rstrip() + b">"
            inside = "".join(text for each in made.values() for text in each).encode()
            close = b"</%ssheetData>" % self._sheet.prefix
            self._cuts.append(Splice(data.start, data.stop, opening + inside + close))
            return
        self._cuts += (Splice(at, at, "".join(texts).encode()) for at, texts in made.items())

    def _new(self, row: int, column: int, value: Scalar, own: int | None) -> str:
        if column in self._model:
            style = self._model[column]
        else:
            style = own if own is not None else self._column_style(column)
        return self._writer.cell(row, column, style, value)

    def _column_style(self, column: int) -> int | None:
        if column not in self._known_columns:
            found = (s for first, last, s in self._columns if first <= column <= last)
            self._known_columns[column] = next(found, None)
        return self._known_columns[column]


def _style(attributes: bytes) -> int | None:
    found = _STYLE.search(attributes)
    return int(found[1]) if found else None


def _spanned(tag: bytes, columns: list[int]) -> bytes:
    """Drop a row's ``spans`` hint, which is optional, when new cells may lie outside it."""
    spans = _SPANS.search(tag)
    if spans is None:
        return tag
    first, last = int(spans[1] or spans[3]) - 1, int(spans[2] or spans[4]) - 1
    if first <= min(columns) and max(columns) <= last:
        return tag
    return tag[: spans.start()] + tag[spans.end() :]
