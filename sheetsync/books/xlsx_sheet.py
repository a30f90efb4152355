"""Where rows and cells stand in a sheet's part, by exact byte position.

Between the tab's first and last row there may be nothing but rows and cells: a
sheet with comments, CDATA or alternatives in there is refused, and so is one whose
rows or cells are found out of order. After that a ``<row`` is a row and a ``<c`` a
cell, and no place is a guess. Both may omit their position (ECMA-376 18.3.1.4 and
18.3.1.73): it is then the one after their predecessor's.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sheetsync.books.xlsx_parts import Area, area
from sheetsync.books.xlsx_tree import MAIN, BadXml, Element, parse
from sheetsync.cells import column_index, column_letters

Tag = re.Match[bytes]

_FIRST_TAG = re.compile(rb"<(?:([A-Za-z_][^\s/>:]*:))?[A-Za-z_]")
_ROW_NUMBER = re.compile(rb"""\sr\s*=\s*["'](\d+)["']""")
_CELL_NUMBER = re.compile(rb"""\sr\s*=\s*["']([A-Z]+)(\d+)["']""")
_AREA_FORMULA = re.compile(rb"""\st\s*=\s*["'](?:array|dataTable)["']""")
_FORMULA_AREA = re.compile(rb"""\sref\s*=\s*["']([A-Z0-9:]+)["']""")


class Unplaceable(ValueError):
    """The sheet is written in a way in which a cell cannot be placed with certainty."""


class Row(NamedTuple):
    """One row's place (a tuple, because there are many).

    ``number`` counts from zero; ``inner`` is the position after the opening tag,
    ``inner_stop`` that of the closing one. Both are ``stop`` when the row is a
    single self-closing tag.
    """

    number: int
    start: int
    inner: int
    inner_stop: int
    stop: int


class Cell(NamedTuple):
    """One cell's place, its attributes and its contents as written."""

    start: int
    stop: int
    attributes: bytes
    body: bytes


class SheetXml:
    """One sheet's part, taken apart.

    Args:
        xml: The part.

    Raises:
        Unplaceable: Cells cannot be placed with certainty.
    """

    def __init__(self, xml: bytes) -> None:
        self.xml = xml
        first = _FIRST_TAG.search(xml)
        prefix = b"" if first is None else first[1] or b""
        self.prefix = prefix
        opening = re.compile(rb"<%ssheetData(?:\s[^<>]*?)?(/?)>" % prefix).search(xml)
        if opening is None:
            raise Unplaceable("the tab's cells are not where they should be")
        at = stop = opening.end()
        if not opening[1]:
            stop = xml.find(b"</%ssheetData" % prefix, at)
        try:
            self.root = parse(xml[:at] + xml[stop:], gap_at=at, gap=stop - at)
        except BadXml as error:
            raise Unplaceable(str(error)) from error
        self.data = self._sheet_data(opening.start())
        self._row = re.compile(rb"""<%srow(?:\s+r=["'](\d+)["'])?([^<>]*)>""" % prefix)
        self._row_close = b"</%srow" % prefix
        self._cell = re.compile(rb"""<%sc(?:\s+r=["']([A-Z]+)(\d+)["'])?(?=[\s/>])""" % prefix)
        self._whole_cell = re.compile(
            rb"<%sc((?:\s[^<>]*?)?)(?:/>|>(.*?)</%sc\s*>)" % (prefix, prefix), re.DOTALL
        )
        self.formula = re.compile(rb"<%sf(?=[\s/>])" % prefix)

    def usual_row(self, number: int, at: int) -> Tag | None:
        """Find a row by its usual spelling, ``<row r="7"``, at or behind a position."""
        name = b'<%srow r="%d"' % (self.prefix, number + 1)
        start = self.xml.find(name, at, self.data.inner_stop)
        return self._row.match(self.xml, start) if start >= 0 else None

    def rows(self) -> Iterator[tuple[int, Tag]]:
        """Give every row's number, from zero, and its opening tag.

        Raises:
            Unplaceable: Rows are out of order.
        """
        number = -1
        for tag in self._row.finditer(self.xml, self.data.inner, self.data.inner_stop):
            written = tag[1] or self._late_number(tag[2])
            placed = number + 1 if written is None else int(written) - 1
            if placed <= number:
                raise Unplaceable(f"row {placed + 1} stands out of order")
            yield placed, tag
            number = placed

    def row(self, number: int, tag: Tag) -> Row:
        """Give the whole place of a row whose opening tag is known."""
        start, inner = tag.span()
        if tag[2].endswith(b"/"):
            return Row(number, start, inner, inner, inner)
        close = self.xml.find(self._row_close, inner, self.data.inner_stop)
        if close < 0:
            raise Unplaceable(f"row {number + 1} has no end")
        return Row(number, start, inner, close, self.xml.index(b">", close) + 1)

    def cells(self, row: Row) -> list[tuple[int, int]]:
        """Give column, from zero, and position of every cell of a row.

        Raises:
            Unplaceable: Cells are out of order or name another row.
        """
        digits = b"%d" % (row.number + 1)
        column = -1
        found: list[tuple[int, int]] = []
        for tag in self._cell.finditer(self.xml, row.inner, row.inner_stop):
            letters, named = tag.groups()
            if letters is None:
                letters, named = self._late_place(tag, row)
            placed = column + 1 if letters is None else _column(letters)
            if placed <= column or (named is not None and named != digits):
                raise Unplaceable(f"a cell of row {row.number + 1} stands out of order")
            found.append((placed, tag.start()))
            column = placed
        return found

    def spot(self, row: Row, column: int) -> tuple[int, bool]:
        """Say where a cell is or would go, and whether it is there.

        The usual spelling, ``<c r="B7"``, is found by its bytes; any other by
        walking the row.
        """
        xml, (number, _, inner, inner_stop, _) = self.xml, row
        prefix, digits = self.prefix, number + 1
        at = xml.find(b'<%sc r="%s%d"' % (prefix, _letters(column), digits), inner, inner_stop)
        if at >= 0:
            return at, True
        usual = b'<%sc r="' % prefix
        if xml.count(usual, inner, inner_stop) == xml.count(usual[:-4], inner, inner_stop):
            at = xml.rfind(usual, inner, inner_stop)
            tag = self._cell.match(xml, at) if at >= 0 else None
            last = _column(tag[1]) if tag else -1
            for follower in range(column + 1, last + 1):
                name = b'<%sc r="%s%d"' % (prefix, _letters(follower), digits)
                at = xml.find(name, inner, inner_stop)
                if at >= 0:
                    return at, False
            return inner_stop, False
        behind = [each for each in self.cells(row) if each[0] >= column]
        return (behind[0][1], behind[0][0] == column) if behind else (inner_stop, False)

    def cell(self, row: Row, start: int) -> Cell:
        """Give the cell that begins at ``start``."""
        tag = self._whole_cell.match(self.xml, start, row.inner_stop)
        if tag is None:
            raise Unplaceable(f"a cell of row {row.number + 1} has no end")
        return Cell(start, tag.end(), tag[1], tag[2] or b"")

    def formula_areas(self) -> list[Area]:
        """Give the areas that one formula fills: array formulas, spills, data tables."""
        given: list[Area] = []
        where = self.data.inner, self.data.inner_stop
        if all(self.xml.find(kind, *where) < 0 for kind in (b"array", b"dataTable")):
            return given
        for at in self.formula_starts():
            tag = self.xml[at : self.xml.index(b">", at)]
            written = _FORMULA_AREA.search(tag)
            if written and _AREA_FORMULA.search(tag):
                span = area(written[1].decode())
                given += [] if span is None else [span]
        return given

    def formula_starts(self) -> Iterator[int]:
        """Give the position of every formula element."""
        xml, stop = self.xml, self.data.inner_stop
        mark = b"<%sf" % self.prefix
        at = xml.find(mark, self.data.inner, stop)
        while at >= 0:
            if self.formula.match(xml, at):
                yield at
            at = xml.find(mark, at + 1, stop)

    def merged(self) -> tuple[Area, ...]:
        """Give the merged areas."""
        listed = self.root.child("mergeCells")
        spans = (area(e.get("ref") or "") for e in listed.all("mergeCell")) if listed else ()
        return tuple(span for span in spans if span is not None)

    def links(self) -> tuple[Element, ...]:
        """Give the hyperlink elements, those out of the workbook included."""
        listed = self.root.child("hyperlinks")
        return tuple(listed.all("hyperlink")) if listed else ()

    def _sheet_data(self, start: int) -> Element:
        found = [each for each in self.root.children if each.name == "sheetData"]
        if self.root.name != "worksheet" or self.root.space not in MAIN:
            raise Unplaceable("the part is no worksheet")
        if len(found) != 1 or found[0].start != start or found[0].space != self.root.space:
            raise Unplaceable("the tab's cells are wrapped in something else")
        if self._strange(found[0]):
            raise Unplaceable("comments or alternatives stand between the tab's cells")
        return found[0]

    def _strange(self, data: Element) -> bool:
        """Is there a comment, CDATA, an instruction or an alternative between the cells?"""
        xml, where = self.xml, (data.inner, data.inner_stop)
        for mark in b"!", b"?":
            # One rare byte is found many times faster than two of which the first is everywhere.
            at = xml.find(mark, *where)
            while at >= 0:
                if xml[at - 1] == ord("<"):
                    return True
                at = xml.find(mark, at + 1, data.inner_stop)
        return xml.find(b"AlternateContent", *where) >= 0

    def _late_place(self, tag: Tag, row: Row) -> tuple[bytes | None, bytes | None]:
        """Find the place that a cell names behind other attributes, or none."""
        attributes = self.xml[tag.end() : self.xml.index(b">", tag.end(), row.inner_stop)]
        late = _CELL_NUMBER.search(attributes)
        return (late[1], late[2]) if late else (None, None)

    @staticmethod
    def _late_number(attributes: bytes) -> bytes | None:
        late = _ROW_NUMBER.search(attributes)
        return late[1] if late else None


def in_workbook(link: Element) -> bool:
    """Whether a hyperlink leads to a cell of its own workbook."""
    return bool(link.get("location")) and not link.get("id")


@cache
def _letters(column: int) -> bytes:
    return column_letters(column).encode()


@cache
def _column(letters: bytes) -> int:
    return column_index(letters.decode())
