"""What the readers of values do not tell of a tab: formulas, merged areas, links.

Works on the bytes of a sheet's part and builds no tree of the cells.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sheetsync.book import Position
from sheetsync.books.xlsx_parts import Area, area
from sheetsync.books.xlsx_sheet import SheetXml, Unplaceable, in_workbook
from sheetsync.cells import column_index

_MOST_LINKED = 10_000
"""Cells that one ranged link is spread over; a link on whole columns marks its first cells."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What one tab's part tells beside its values.

    Attributes:
        formulas: Cells that hold a formula themselves.
        filled: Areas that one formula fills (array formulas, spills, data tables).
        merged: Merged areas.
        links: Links to cells of the workbook, by cell.
    """

    formulas: frozenset[Position] = frozenset()
    filled: tuple[Area, ...] = ()
    merged: tuple[Area, ...] = ()
    links: Mapping[Position, str] = field(default_factory=dict)

    def formulas_within(self, height: int, width: int) -> frozenset[Position]:
        """Give all formula cells; of filled areas those among the tab's values."""
        if not self.filled:
            return self.formulas
        spread = {
            (row, column)
            for top, left, bottom, right in self.filled
            for row in range(top, min(bottom + 1, height))
            for column in range(left, min(right + 1, width))
        }
        return self.formulas | spread


def facts(xml: bytes) -> Facts:
    """Read the facts of one tab from its part."""
    try:
        sheet = SheetXml(xml)
        formulas = frozenset(_formulas(sheet))
        filled = tuple(sheet.formula_areas()) if formulas else ()
        return Facts(formulas, filled, sheet.merged(), _links(sheet))
    except Unplaceable:
        # Such a sheet can be read by its values, and the write refuses to touch it.
        return Facts()


def _formulas(sheet: SheetXml) -> Iterator[Position]:
    named = re.compile(
        rb"""<%sc\s(?:[^<>]*\s)?r=["']([A-Z]+)(\d+)["'][^<>]*>\s*\Z""" % sheet.prefix
    )
    for at in sheet.formula_starts():
        begun = sheet.xml.rfind(b"<", 0, at)
        cell = named.match(sheet.xml, begun, at)
        if cell is None:
            yield from _walked(sheet)
            return
        yield int(cell[2]) - 1, column_index(cell[1].decode())


def _walked(sheet: SheetXml) -> Iterator[Position]:
    """Find formulas cell by cell, for sheets whose cells do not name their place."""
    for number, tag in sheet.rows():
        row = sheet.row(number, tag)
        for column, start in sheet.cells(row):
            if sheet.formula.search(sheet.cell(row, start).body):
                yield number, column


def _links(sheet: SheetXml) -> dict[Position, str]:
    given: dict[Position, str] = {}
    for link in sheet.links():
        span = area(link.get("ref") or "")
        if span is None or not in_workbook(link):
            continue
        top, left, bottom, right = span
        bottom = min(bottom, top + _MOST_LINKED // (right - left + 1))
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                given[row, column] = link.get("location") or ""
    return given
