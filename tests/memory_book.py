"""A Book kept in memory: the same contract as a file, for simulations over many runs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sheetsync.book import Grid, Position, Reading, TabEdit, Written
from sheetsync.cells import Scalar
from sheetsync.contract import Contract, default_rows
from sheetsync.errors import StaleBook


@dataclass(frozen=True)
class MemoryContent:
    """What the book held at one moment."""

    reading: Reading

    @property
    def digest(self) -> str:
        return self.reading.digest

    def read(self) -> Reading:
        return self.reading


class MemoryBook:
    """Tabs as dictionaries of cells; every write is all or nothing."""

    name = identity = "memory"
    flush = None

    def __init__(self, tabs: Mapping[str, Mapping[Position, Scalar]]) -> None:
        self._tabs = {title: dict(cells) for title, cells in tabs.items()}
        self._links: dict[str, dict[Position, str]] = {}
        self._grids: dict[str, Grid] = {}
        self._generation = 0

    @classmethod
    def laid_out(
        cls, contract: Contract, rows: Mapping[str, Sequence[Mapping[str, Scalar]]]
    ) -> "MemoryBook":
        """Header in the first row, rows below it; families get no columns but those named in rows."""
        tabs: dict[str, dict[Position, Scalar]] = {}
        for tab in contract.tabs:
            own = rows.get(tab.tab) or default_rows(tab)
            titles = [column.title for column in tab.columns if column.each is None]
            cells: dict[Position, Scalar] = {(0, place): t for place, t in enumerate(titles)}
            for row, values in enumerate(own, 1):
                cells |= {
                    (row, titles.index(t)): v for t, v in values.items() if v not in (None, "")
                }
            tabs[tab.tab] = cells
        return cls(tabs)

    def read(self) -> Reading:
        for title in self._tabs.keys() - self._grids.keys():
            self._grids[title] = self._grid(title)
        grids = tuple(self._grids[title] for title in self._tabs)
        return Reading(self.name, str(self._generation), grids)

    def _grid(self, title: str) -> Grid:
        cells = self._tabs[title]
        rows, places = zip(*cells, strict=True) if cells else ((-1,), (-1,))
        height = max(rows) + 1
        columns: list[list[Scalar]] = [[None] * height for _ in range(max(places) + 1)]
        for (row, place), value in cells.items():
            columns[place][row] = value
        return Grid(title, columns, height, links=self._links.get(title, {}))

    def fetch(self) -> "MemoryContent":
        return MemoryContent(self.read())

    def latest(self, reading: Reading) -> Reading:
        return reading

    def restore(self, reading: Reading, digest: str) -> bool:
        return False

    def write(self, reading: Reading, edits: Sequence[TabEdit]) -> Written:
        if reading.digest != str(self._generation):
            raise StaleBook("The book changed.", not_done="Nothing.", next_step="Again.")
        for edit in edits:
            if not edit.cells and edit.links is None:
                continue
            self.type(edit.title, edit.cells)
            if edit.links is not None:
                self._links[edit.title] = dict(edit.links)
        return Written(str(self._generation))

    def type(self, title: str, cells: Mapping[Position, Scalar]) -> None:
        """Change cells as a person does."""
        self._generation += 1
        self._grids.pop(title, None)
        for position, value in cells.items():
            if value in (None, ""):
                self._tabs[title].pop(position, None)
            else:
                self._tabs[title][position] = value
