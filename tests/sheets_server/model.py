"""A spreadsheet in memory, with an identity for every physical row and column.

The identities never leave the process: they are the oracle by which a test knows
that a row which was inserted, sorted or dragged elsewhere is still the same row.
Cells are values that are replaced, never changed, so a copy of a spreadsheet is
cheap and a batch of requests can be thrown away as a whole.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

Json = dict[str, Any]

ROW_PIXELS, COLUMN_PIXELS = 21, 100
MAX_CELLS = 10_000_000
"""Google Docs Editors Help, "Files you can store in Google Drive": 10 million cells."""
MAX_TEXT = 50_000
"""The same page: 50,000 characters a cell."""


@dataclass(frozen=True, slots=True)
class Formula:
    """What was entered, with its equals sign."""

    text: str


@dataclass(frozen=True, slots=True)
class Problem:
    """An error value, such as #DIV/0!."""

    kind: str
    shown: str
    message: str = ""


Value = str | float | bool | Formula | Problem | None


@dataclass(frozen=True, slots=True)
class Cell:
    """Everything that one cell holds by itself."""

    value: Value = None
    format: Mapping[str, Any] | None = None
    note: str = ""
    validation: Mapping[str, Any] | None = None
    runs: tuple[Mapping[str, Any], ...] = ()
    chips: tuple[Mapping[str, Any], ...] = ()
    pivot: Mapping[str, Any] | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing at all would be lost with this cell."""
        return self == BLANK


BLANK = Cell()


@dataclass(slots=True)
class Line:
    """A physical row, or a physical column: its identity and its own properties.

    ``cells`` is used by rows only, keyed by the identity of the column. A row may stand in
    several versions of its tab: it is changed through :meth:`Sheet.row`.
    """

    id: int
    pixels: int
    hidden_by_user: bool = False
    hidden_by_filter: bool = False
    cells: dict[int, Cell] = field(default_factory=dict)

    def copy(self) -> "Line":
        """A row that can change without changing this one."""
        return Line(
            self.id, self.pixels, self.hidden_by_user, self.hidden_by_filter, self.cells.copy()
        )


@dataclass(slots=True)
class Sheet:
    """One tab.

    Attributes:
        properties: SheetProperties without what is kept elsewhere (rowCount, columnCount, index).
        objects: What lies on the grid, by its name in the API's ``Sheet``:
            merges, protectedRanges, bandedRanges, charts, conditionalFormats, filterViews,
            rowGroups, columnGroups, slicers, tables; each item is never changed in place.
        basic_filter: The one filter that everybody sees.
        own: Identities of the rows that no other version of the tab shares.
    """

    id: int
    properties: Json
    rows: list[Line]
    columns: list[Line]
    objects: dict[str, list[Json]] = field(default_factory=dict)
    basic_filter: Json | None = None
    own: set[int] = field(default_factory=set, repr=False, compare=False)

    @property
    def title(self) -> str:
        """The tab's name."""
        return str(self.properties["title"])

    @property
    def is_object(self) -> bool:
        """Whether the tab holds a chart instead of a grid."""
        return self.properties.get("sheetType") == "OBJECT"

    def copy(self) -> "Sheet":
        """A tab that can change without changing this one; rows are copied when they change."""
        self.own.clear()
        return replace(
            self,
            properties=dict(self.properties),
            rows=list(self.rows),
            own=set(),
            columns=[column.copy() for column in self.columns],
            objects={name: list(items) for name, items in self.objects.items()},
        )

    def row(self, index: int) -> Line:
        """A row to change, shared with no other version of the tab."""
        line = self.rows[index]
        if line.id not in self.own:
            line = self.rows[index] = line.copy()
            self.own.add(line.id)
        return line

    def to_change(self, dimension: str, start: int, end: int) -> Iterator[Line]:
        """Rows, or columns, to change."""
        if dimension == "COLUMNS":
            return iter(self.columns[start:end])
        return (self.row(index) for index in range(len(self.rows))[start:end])

    def cell(self, row: int, column: int) -> Cell:
        """What stands at a position, counted from zero."""
        return self.rows[row].cells.get(self.columns[column].id, BLANK)

    def put(self, row: int, column: int, cell: Cell) -> None:
        """Replace what stands at a position."""
        cells = self.row(row).cells
        if cell.empty:
            cells.pop(self.columns[column].id, None)
        else:
            cells[self.columns[column].id] = cell

    def filled(self, *, values_only: bool = True) -> Iterator[tuple[int, int, Cell]]:
        """Every cell that holds something, by row and then by column."""
        places = {column.id: index for index, column in enumerate(self.columns)}
        for index, row in enumerate(self.rows):
            found = [(places[key], cell) for key, cell in row.cells.items()]
            for column, cell in sorted(found, key=lambda pair: pair[0]):
                if cell.value is not None or not values_only:
                    yield index, column, cell

    def lines(self, dimension: str) -> list[Line]:
        """The rows, or the columns."""
        return self.rows if dimension == "ROWS" else self.columns


@dataclass(slots=True)
class Tag:
    """One piece of developer metadata and the physical place that it clings to.

    Attributes:
        sheet: The tab, or ``None`` for the whole spreadsheet.
        line: The identity of the row or column, or ``None`` for the whole tab.
        dimension: ROWS or COLUMNS where ``line`` is given.
    """

    id: int
    key: str
    value: str
    visibility: str
    sheet: int | None = None
    line: int | None = None
    dimension: str = ""


@dataclass(slots=True)
class Spreadsheet:
    """One file: its tabs, names, metadata, and who may do what with it."""

    id: str
    properties: Json
    sheets: list[Sheet]
    names: dict[str, Json] = field(default_factory=dict)
    tags: dict[int, Tag] = field(default_factory=dict)
    next_line: int = 1
    revision: int = 0
    has_pivots: bool = False

    def copy(self) -> "Spreadsheet":
        """A spreadsheet on which a batch can be tried."""
        return replace(
            self,
            properties=dict(self.properties),
            sheets=[sheet.copy() for sheet in self.sheets],
            names=dict(self.names),
            tags={key: replace(tag) for key, tag in self.tags.items()},
        )

    def new_lines(self, count: int, pixels: int) -> list[Line]:
        """Physical rows or columns that have never been anywhere."""
        start = self.next_line
        self.next_line += count
        return [Line(id=number, pixels=pixels) for number in range(start, start + count)]

    def sheet(self, sheet_id: int) -> Sheet | None:
        """The tab with an id."""
        return next((sheet for sheet in self.sheets if sheet.id == sheet_id), None)

    def titled(self, title: str) -> Sheet | None:
        """The tab with a title; case does not count."""
        folded = title.casefold()
        return next((one for one in self.sheets if one.title.casefold() == folded), None)

    def shown(self, sheet: Sheet, row: int, left: int, right: int) -> Iterable[int]:
        """The columns of a part of a row in which something may be seen, in any order."""
        if self.has_pivots:
            return range(left, right)
        held = sheet.rows[row].cells
        if not held:
            return ()
        return [at for at in range(left, right) if sheet.columns[at].id in held]

    def cells_in_all(self) -> int:
        """Cells of all grids together, empty ones too: what the limit counts."""
        return sum(len(sheet.rows) * len(sheet.columns) for sheet in self.sheets)
