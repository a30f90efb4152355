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
        copy_of: Where the book was first synced, if it is a copy of that one; ``""``
            otherwise, or where a book cannot tell.
        title: What people call the book, where its name is an address; ``""`` otherwise.
    """

    name: str
    digest: str
    grids: tuple[Grid, ...]
    copy_of: str = ""
    title: str = ""


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
        header: The row of the column headers; ``None`` if columns are not told apart by it.
        key: The column that identifies rows; ``None`` if rows have no identity. A book
            that people write to at the same moment makes sure by both of them that
            every value has come to the row and the column that were meant.
        added: Rows that are new with this edit. Whatever somebody has just put where
            they come to stand is moved down, never covered.
    """

    title: str
    cells: Mapping[Position, Scalar]
    model_row: int | None = None
    links: Mapping[Position, str] | None = None
    shown: frozenset[int] = frozenset()
    header: int | None = None
    key: int | None = None
    added: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Written:
    """What a write did.

    Attributes:
        digest: The digest of the book afterwards.
        repaired: Cells that had moved in the very moment of the write and were put right.
        reading: What the book then holds, as far as it is known, to write on from;
            ``None`` where a book has to be read for that.
    """

    digest: str
    repaired: int = 0
    reading: Reading | None = None


class Source(Protocol):
    """Something that holds a workbook's values."""

    def read(self) -> Reading:
        """Give every tab.

        Raises:
            BookError: It is missing, cannot be reached, or is not a workbook.
        """
        ...


class Fetched(Source, Protocol):
    """A book's content as it was at one moment, not yet worked out."""

    @property
    def digest(self) -> str:
        """The digest that its reading has."""
        ...


class Book(Source, Protocol):
    """A workbook that can be read whole and changed cell by cell."""

    @property
    def name(self) -> str:
        """How messages call the book."""
        ...

    @property
    def identity(self) -> str:
        """What names this book and no other on this machine, however it was called."""
        ...

    @property
    def flush(self) -> int | None:
        """About how many bytes one write may carry; ``None`` if any number."""
        ...

    def fetch(self) -> Fetched:
        """Take the book's content as it is now; working it out comes later, or never.

        Raises:
            BookError: As for :meth:`read`.
        """
        ...

    def latest(self, reading: Reading) -> Reading:
        """See, as late as possible before a write, what people have changed meanwhile.

        Args:
            reading: What the write was planned on.

        Returns:
            ``reading`` itself if nothing has changed, or if a write notices by itself.

        Raises:
            StaleBook: The tabs themselves are others now.
            BookError: As for :meth:`read`.
        """
        ...

    def write(self, reading: Reading, edits: Sequence[TabEdit]) -> Written:
        """Apply edits that were planned on ``reading``, all of them or none.

        Raises:
            StaleBook: The book is no longer what ``reading`` saw; nothing was written.
            BookError: The book cannot be written; nothing was written.
        """
        ...

    def restore(self, reading: Reading, digest: str) -> bool:
        """Put back the whole book as it was, if a copy with that digest is kept.

        Returns:
            Was it put back? ``False`` if there is no such copy; then nothing was changed.

        Raises:
            StaleBook: The book is no longer what ``reading`` saw; nothing was written.
            BookError: The book cannot be written; nothing was written.
        """
        ...
