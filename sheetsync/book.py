"""What a Book is to the rest of the program: tabs of values in, cell edits out.

A Book knows where its cells are kept (a file, a Google Sheet) and how to change
them safely. It knows nothing of leads, columns' owners or rules; nothing above
it knows which Book it has.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from sheetsync.cells import Scalar

Position = tuple[int, int]
"""Row and column of a cell, both counted from zero."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One tab as it stands in the book.

    Attributes:
        title: The tab's title.
        columns: Values by column, then by row, both from A1: ``columns[c][r]``.
            Every column has ``height`` values.
        height: Rows up to the last one that holds a value.
        formulas: Cells that hold a formula (their value is the cached result).
        merged: Merged areas as (first row, first column, last row, last column).
        links: In-workbook links by cell, such as ``'Research'!C5``.
    """

    title: str
    columns: Sequence[Sequence[Scalar]]
    height: int
    formulas: frozenset[Position] = frozenset()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    links: Mapping[Position, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that one read of a book saw.

    Attributes:
        name: How messages call the book (a path or a title).
        digest: Hash of what was read; equal digests mean nothing changed.
        grids: All tabs, in the book's order, also those that are not ours.
    """

    name: str
    digest: str
    grids: tuple[Grid, ...]


@dataclass(frozen=True, slots=True)
class TabEdit:
    """The cells to change on one tab.

    Attributes:
        title: The tab's title.
        cells: New values; ``None`` empties a cell. Rows may lie below the last
            used one: they are created.
        model_row: The row whose cell formats new rows take over; ``None`` uses
            the columns' own formats.
        links: When given, replaces all in-workbook links of the tab.
        shown: Hidden columns to show.
    """

    title: str
    cells: Mapping[Position, Scalar]
    model_row: int | None = None
    links: Mapping[Position, str] | None = None
    shown: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Written:
    """What a write did: the digest of the book afterwards."""

    digest: str


class Book(Protocol):
    """A workbook that can be read whole and changed cell by cell."""

    @property
    def name(self) -> str:
        """How messages call the book."""
        ...

    def read(self) -> Reading:
        """Read every tab.

        Raises:
            BookError: The book is missing, locked, or not a workbook.
        """
        ...

    def write(self, reading: Reading, edits: Sequence[TabEdit]) -> Written:
        """Apply edits that were planned on ``reading``, all of them or none.

        Raises:
            StaleBook: The book is no longer what ``reading`` saw; nothing was written.
            BookError: The book cannot be written; nothing was written.
        """
        ...
