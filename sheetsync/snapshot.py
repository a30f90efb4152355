"""Where the contract's tabs, columns and rows stand in a book as it was read.

Columns are found by header text and rows by what they hold, never by position.
A tab that misses a column, or has one twice, is *refused*: it is read as far as
possible and never written.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sheetsync.book import Grid, Reading
from sheetsync.cells import Scalar, from_serial, normal_header
from sheetsync.contract import ColumnSpec, Contract, TabContract, family_prefix
from sheetsync.errors import WrongBook
from sheetsync.finding import Finding

LAST_ROW = 1_048_576
"""Rows of a tab in an .xlsx workbook (Excel specifications and limits)."""

_HEADER_ROWS = 30
"""The header is looked for in this many rows from the top."""


@dataclass(frozen=True, slots=True)
class Tab:
    """One contract tab as it stands in the book.

    Attributes:
        contract: What the tab should be.
        grid: What was read.
        header: Sheet row of the header, from zero.
        places: Sheet column of each column by its contract title; a family's
            columns stand under their own titles (``Fit: Timing``).
        spares: Sheet columns that are kept blank for a family, by family title.
        rows: Sheet rows that hold something in a contract column, ascending.
        refused: Is the tab closed to writing because its columns are not in order?
    """

    contract: TabContract
    grid: Grid
    header: int
    places: Mapping[str, int]
    rows: Sequence[int]
    refused: bool = False
    spares: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The tab's title."""
        return self.contract.tab

    @property
    def key_place(self) -> int | None:
        """Sheet column of the key, ``None`` if rows have none or its column is missing."""
        return self.places.get(self.contract.key or "")

    @property
    def next_row(self) -> int:
        """The first sheet row below everything that the tab holds, a team's own columns included."""
        lowest = max([self.header, *(area[2] for area in self.grid.merged)])
        for row in range(self.grid.height - 1, lowest, -1):
            if any(_holds(column[row]) for column in self.grid.columns):
                return row + 1
        return lowest + 1

    @property
    def merged_rows(self) -> frozenset[int]:
        """Sheet rows below the header that merged cells of a contract column cover."""
        places = sorted(self.places.values())
        return frozenset(
            row
            for top, left, bottom, right in self.grid.merged
            if any(left <= place <= right for place in places)
            for row in range(max(top, self.header + 1), min(bottom, self.grid.height) + 1)
        )

    def values(self, title: str) -> list[Scalar]:
        """One column's raw values, in the order of ``rows``; all blank if it is missing."""
        place = self.places.get(title)
        if place is None:
            return [None] * len(self.rows)
        column = self.grid.columns[place] if place < len(self.grid.columns) else ()
        rows = self.rows
        if not rows or len(column) <= rows[0]:
            return [None] * len(rows)
        if rows[-1] - rows[0] + 1 == len(rows) and rows[-1] < len(column):
            return list(column[rows[0] : rows[-1] + 1])
        height = len(column)
        return [column[row] if row < height else None for row in rows]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All contract tabs that the book has, and what is wrong with its structure."""

    reading: Reading
    tabs: Mapping[str, Tab]
    findings: tuple[Finding, ...]


def take(reading: Reading, contract: Contract) -> Snapshot:
    """Find the contract's tabs and columns in what was read.

    Raises:
        WrongBook: The book has none of the contract's tabs.
    """
    by_title: dict[str, list[Grid]] = {}
    for grid in reading.grids:
        by_title.setdefault(normal_header(grid.title), []).append(grid)
    tabs: dict[str, Tab] = {}
    findings: list[Finding] = []
    for tab in contract.tabs:
        grids = by_title.get(normal_header(tab.tab), [])
        if tab.optional and not grids:
            continue
        if len(grids) != 1:
            trouble = "is missing" if not grids else f"stands {len(grids)} times"
            findings.append(
                Finding("SY005", tab.tab, f"The tab “{tab.tab}” {trouble}; it was left out.")
            )
            continue
        found, problems = locate(grids[0], tab)
        tabs[tab.tab] = found
        findings.extend(problems)
    if not any(tab.block is not None for tab in (t.contract for t in tabs.values())):
        raise WrongBook(
            f"{reading.name} is a workbook, but it has none of sheetsync's tabs.",
            not_done="Nothing was read or written.",
            next_step=f"Run “sheetsync init {reading.name}” to add them, or name another workbook.",
        )
    return Snapshot(reading=reading, tabs=tabs, findings=tuple(findings))


def find_header(grid: Grid, tab: TabContract) -> int | None:
    """Say which sheet row holds the tab's headers, or ``None`` if no row does.

    The row with the most contract headers among the first 30 wins; the upper
    one of two equals. One match is not enough unless the tab has one column.
    """
    wanted = tab.by_header
    best, most = None, min(2, len(wanted)) - 1
    for row in range(min(grid.height, _HEADER_ROWS)):
        headers = {normal_header(column[row]) for column in grid.columns if row < len(column)}
        matches = len(headers & wanted.keys())
        if matches > most:
            best, most = row, matches
        if matches == len(wanted):
            break  # no row below can have more
    return best


def locate(grid: Grid, tab: TabContract) -> tuple[Tab, list[Finding]]:
    """Find one tab's columns and rows, and say what is wrong with them."""
    header = find_header(grid, tab)
    if header is None:
        message = f"No row of {tab.tab} holds its column headers; nothing was written to this tab."
        found = Tab(tab, grid, header=0, places={}, rows=(), refused=True)
        return found, [Finding("SY001", tab.tab, message, row=0)]
    headers = [normal_header(column[header]) for column in grid.columns]
    places, doubled = _places(grid, tab, header, headers)
    grid = _dated(grid, tab, header, places)
    findings = [
        Finding(
            "SY006",
            tab.tab,
            f"The column “{title}” stands twice in {tab.tab}; nothing was written to this tab.",
            row=header,
            column=title,
        )
        for title in doubled
    ]
    missing = [c.title for c in tab.columns if c.each is None and c.title not in places]
    for title in missing:
        hint = _nearest(title, [h for h in headers if h and h not in tab.by_header])
        findings.append(
            Finding(
                "SY001",
                tab.tab,
                f"The column “{title}” is missing in {tab.tab}{hint}; "
                "nothing was written to this tab.",
                row=header,
                column=title,
            )
        )
    return (
        Tab(
            contract=tab,
            grid=grid,
            header=header,
            places=places,
            rows=_filled_rows(grid, header, places),
            refused=bool(findings),
            spares=_spares(grid, header, headers, places, tab),
        ),
        findings,
    )


def _dated(grid: Grid, tab: TabContract, header: int, places: Mapping[str, int]) -> Grid:
    """Read day numbers in the columns of dates as dates: Google Sheets gives them so."""
    columns = list(grid.columns)
    for title, place in places.items():
        if tab.spec(title).type in ("date", "datetime") and any(
            value.__class__ in (int, float) for value in columns[place]
        ):
            columns[place] = [
                _day(value) if row > header else value for row, value in enumerate(columns[place])
            ]
    return grid if columns == list(grid.columns) else replace(grid, columns=columns)


def _day(value: Scalar) -> Scalar:
    if value.__class__ not in (int, float):
        return value
    assert isinstance(value, int | float)
    return from_serial(value) or value  # a number that is no day stays, to be flagged


def _places(
    grid: Grid, tab: TabContract, header: int, headers: Sequence[str]
) -> tuple[dict[str, int], list[str]]:
    """Say where each contract column stands, and which stand twice."""
    families = [column for column in tab.columns if column.each is not None]
    places: dict[str, int] = {}
    doubled: list[str] = []
    for place, text in enumerate(headers):
        spec = tab.by_header.get(text)
        title = spec.title if spec is not None else _family_title(grid, header, place, families)
        if title is None:
            continue
        if title in places:
            doubled.append(title)
        else:
            places[title] = place
    return places, doubled


def _family_title(
    grid: Grid, header: int, place: int, families: Sequence[ColumnSpec]
) -> str | None:
    text = normal_header(grid.columns[place][header])
    for family in families:
        prefix = family_prefix(family)
        start = normal_header(prefix)
        if text.startswith(start + ":"):
            own = str(grid.columns[place][header]).split(":", 1)[-1].strip()
            return prefix + " ".join(own.split()) if own else None
    return None


def _spares(
    grid: Grid, header: int, headers: Sequence[str], places: Mapping[str, int], tab: TabContract
) -> dict[str, tuple[int, ...]]:
    """Find the empty columns without a header right after a family's last column."""
    spares: dict[str, tuple[int, ...]] = {}
    taken = sorted(places.values())
    for family in tab.columns:
        if not family.spares:
            continue
        own = [place for title, place in places.items() if title.startswith(family_prefix(family))]
        if not own:
            continue
        first = max(own) + 1
        end = next((place for place in taken if place >= first), first)
        free = [
            place
            for place in range(first, min(end, len(headers)))
            if not headers[place] and not any(map(_holds, grid.columns[place][header + 1 :]))
        ]
        spares[family.title] = tuple(free)
    return spares


def _filled_rows(grid: Grid, header: int, places: Mapping[str, int]) -> Sequence[int]:
    """Find the rows that hold something in a contract column."""
    below = grid.height - header - 1
    filled: set[int] = set()
    for place in places.values():
        column = grid.columns[place]
        filled.update(row for row, value in enumerate(column) if row > header and _holds(value))
        if len(filled) == below:
            return range(header + 1, grid.height)
    return sorted(filled)


def _holds(value: Scalar) -> bool:
    """Is there content? An unticked box is none: prepared tick boxes do not make rows."""
    if value is None or value is False:
        return False
    return value.__class__ is not str or not str(value).isspace()


def _nearest(title: str, candidates: Sequence[str]) -> str:
    """Name the unknown header that looks most like a missing column."""
    from difflib import get_close_matches

    near = get_close_matches(normal_header(title), candidates, n=1, cutoff=0.6)
    return f" (is “{near[0]}” meant for it?)" if near else ""
