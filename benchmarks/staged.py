"""A workbook file whose changes are kept in memory until they are written all at once.

Building a large team takes many syncs. Only what the last one leaves behind matters, so
the file between them need not be made.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sheetsync.book import Grid, Position, Reading, TabEdit, Written
from sheetsync.books.xlsx import XlsxBook
from sheetsync.cells import Scalar
from sheetsync.errors import StaleBook


class _Tab:
    """One tab's cells as they would be read, and those that the file does not have yet."""

    def __init__(self, grid: Grid) -> None:
        self.grid, self.height = grid, grid.height
        self.columns = [list(column) for column in grid.columns]
        self.links = dict(grid.links)
        self.waiting: dict[Position, Scalar] = {}
        self.shown: frozenset[int] = frozenset()
        self.model: int | None = None

    def take(self, edit: TabEdit) -> None:
        self.waiting.update(edit.cells)
        self.links = dict(edit.links) if edit.links is not None else self.links
        self.shown |= edit.shown
        self.model = edit.model_row if self.model is None else self.model
        filled = [at for at, value in edit.cells.items() if value is not None]
        self.height = max([self.height, *(row + 1 for row, _ in filled)])
        wide = max([len(self.columns), *(place + 1 for _, place in filled)])
        self.columns += ([] for _ in range(wide - len(self.columns)))
        for column in self.columns:
            column.extend([None] * (self.height - len(column)))
        for (row, place), value in edit.cells.items():
            if place < wide and row < self.height:
                self.columns[place][row] = None if value == "" else value

    def read(self) -> Grid:
        old = self.grid
        return Grid(old.title, self.columns, self.height, old.formulas, old.merged, self.links)


@dataclass(frozen=True, slots=True)
class StagedContent:
    """What was read of a staged book, worked out already."""

    reading: Reading

    @property
    def digest(self) -> str:
        """The digest of the reading."""
        return self.reading.digest

    def read(self) -> Reading:
        """Give the reading."""
        return self.reading


class StagedBook:
    """A :class:`sheetsync.book.Book` over a file that :meth:`save` writes to once."""

    def __init__(self, file: XlsxBook) -> None:
        self._file, self._reading = file, file.read()
        self._tabs = {grid.title: _Tab(grid) for grid in self._reading.grids}
        self._generation = 0

    @property
    def name(self) -> str:
        """The file's path."""
        return self._file.name

    @property
    def identity(self) -> str:
        """The file's identity."""
        return self._file.identity

    @property
    def flush(self) -> None:
        """One write may carry any number of bytes."""
        return

    def fetch(self) -> StagedContent:
        """Give every tab; nothing is left to be worked out."""
        return StagedContent(self.read())

    def latest(self, reading: Reading) -> Reading:
        """Give back what was read: nobody else writes here."""
        return reading

    def restore(self, reading: Reading, digest: str) -> bool:
        """Refuse: no copy is kept."""
        del reading, digest
        return False

    def read(self) -> Reading:
        """Give every tab; what was read before changes with the next write."""
        grids = tuple(tab.read() for tab in self._tabs.values())
        return Reading(self.name, str(self._generation), grids)

    def write(self, reading: Reading, edits: Sequence[TabEdit]) -> Written:
        """Keep the edits."""
        if reading.digest != str(self._generation):
            raise StaleBook("The book changed.", not_done="Nothing.", next_step="Read again.")
        self._generation += 1
        for edit in edits:
            self._tabs[edit.title].take(edit)
        return Written(str(self._generation))

    def save(self) -> None:
        """Write everything into the file."""
        edits = [
            TabEdit(title, tab.waiting, tab.model, tab.links, tab.shown)
            for title, tab in self._tabs.items()
            if tab.waiting
        ]
        self._file.write(self._reading, edits)
