"""Tabs whose few values stand far apart, closed up so that they can be read in little memory.

A reader lays out the whole rectangle up to the last value; one stray value in column
XFD of a long tab makes that billions of cells. Here rows and columns without a value
are left out in a copy, and put back as shared blanks after reading.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sheetsync.books.xlsx_sheet import SheetXml
from sheetsync.cells import Scalar, column_letters

MOST_LAID_OUT = 8_000_000
"""Cells of a rectangle that are laid out without a second look: some 250 MB in calamine."""

_SPARSE = 8
"""A larger rectangle is closed up when fewer than one in so many of its cells holds a value."""

# The smallest columns of one, two ("BA") and three letters, widest first, with the number of
# columns that there can be when none such is named.
_WIDTHS = (
    (re.compile(rb"""r=["'][A-Z]{3}\d"""), 16_384),
    (re.compile(rb"""r=["'][B-Z][A-Z]\d"""), 702),
)
_FEW_COLUMNS = 52
_LAST_ROW = re.compile(rb"""<(?:[^\s<>/:]+:)?row(?:\s[^<>]*)?\sr=["'](\d+)["']""")
_PLACE = re.compile(rb"""\sr\s*=\s*["'][A-Z]+\d+["']""")


@dataclass(frozen=True, slots=True)
class Spread:
    """Where closed-up rows and columns really stand, in order, counted from zero."""

    rows: Sequence[int]
    columns: Sequence[int]

    def restored(self, columns: Sequence[Sequence[Scalar]]) -> list[Sequence[Scalar]]:
        """Put columns of closed-up values back in their places, blanks between them."""
        height = self.rows[-1] + 1
        blank: Sequence[Scalar] = (None,) * height
        whole = [blank] * (self.columns[-1] + 1)
        for place, values in zip(self.columns, columns, strict=False):
            column: list[Scalar] = [None] * height
            for row, value in zip(self.rows, values, strict=False):
                column[row] = value
            whole[place] = column
        return whole


def may_be_bulky(xml: bytes) -> bool:
    """Whether the rectangle of a tab's cells might be too large, by a quick look."""
    named = _LAST_ROW.match(xml, max(xml.rfind(b"<row "), xml.rfind(b":row "), 0))
    rows = int(named[1]) if named else xml.count(b"row>")
    if rows * _WIDTHS[0][1] <= MOST_LAID_OUT:
        return False
    width = next((wide for mark, wide in _WIDTHS if mark.search(xml)), _FEW_COLUMNS)
    # A long narrow tab is wide by this guess and dense all the same: its cells are counted.
    cells = xml.count(b"</c>") or xml.count(b":c>")
    return rows * width > max(MOST_LAID_OUT, _SPARSE * cells)


def closed_up(xml: bytes) -> tuple[bytes, Spread] | None:
    """Leave out the rows and columns that hold no value.

    Returns:
        The smaller part and where its cells belong; ``None`` when the tab is
        dense enough to be read as it is.

    Raises:
        Unplaceable: Its cells cannot be told apart.
    """
    sheet = SheetXml(xml)
    kept: list[tuple[int, list[tuple[int, bytes, bytes]]]] = []
    for number, tag in sheet.rows():
        row = sheet.row(number, tag)
        placed = [(column, sheet.cell(row, start)) for column, start in sheet.cells(row)]
        filled = [(column, cell.attributes, cell.body) for column, cell in placed if cell.body]
        if filled:
            kept.append((number, filled))
    columns = sorted({column for _, cells in kept for column, _, _ in cells})
    if not kept:
        return None
    area, count = (kept[-1][0] + 1) * (columns[-1] + 1), sum(len(cells) for _, cells in kept)
    if area <= MOST_LAID_OUT or area <= _SPARSE * count:
        return None
    letters = {column: column_letters(rank).encode() for rank, column in enumerate(columns)}
    tag_name = sheet.prefix
    rows = []
    for rank, (_, cells) in enumerate(kept, start=1):
        inside = b"".join(
            b'<%sc r="%s%d"%s>%s</%sc>'
            % (tag_name, letters[column], rank, _PLACE.sub(b"", marks), body, tag_name)
            for column, marks, body in cells
        )
        rows.append(b'<%srow r="%d">%s</%srow>' % (tag_name, rank, inside, tag_name))
    small = xml[: sheet.data.inner] + b"".join(rows) + xml[sheet.data.inner_stop :]
    return small, Spread([number for number, _ in kept], columns)
