"""Makes a Google Sheet ready: lays out the tabs and columns that it lacks, and nothing else.

What stands in a cell stays, rows are never added to a tab that was there, and a
complete sheet is not written to.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sheetsync.book import Grid, Position
from sheetsync.books.google import GoogleBook
from sheetsync.books.google_layout import header_requests, layout_requests
from sheetsync.books.google_reading import SheetReading, quoted
from sheetsync.cells import Scalar, column_letters, normal_header
from sheetsync.contract import Contract, TabContract
from sheetsync.errors import StaleBook
from sheetsync.guide import GUIDE
from sheetsync.init import InitReport, missing_headers, team_lists
from sheetsync.snapshot import find_header

_FIRST_ID = 1_400_000_001
"""Ids of new tabs begin here, far from those that Google draws by chance for people."""


def init_sheet(book: GoogleBook, contract: Contract) -> InitReport:
    """Add to a Google Sheet what the contract asks for, in one write.

    Raises:
        UnsafeBook: A tab has one of our titles and none of our columns.
        StaleBook: Somebody, or another run, changed the tabs meanwhile.
        BookError: The sheet cannot be read or written.
    """
    reading = book.read()
    grids = {normal_header(grid.title): grid for grid in reading.grids}
    titles = (*(tab.tab for tab in contract.tabs), GUIDE)
    missing = tuple(title for title in titles if normal_header(title) not in grids)
    columns: list[tuple[TabContract, Grid, Mapping[Position, Scalar]]] = []
    for tab in contract.tabs:
        grid = grids.get(normal_header(tab.tab))
        added = missing_headers(grid, tab, reading.name) if grid is not None else {}
        if grid is not None and added:
            columns.append((tab, grid, added))
    if columns and book.latest(reading) is not reading:  # a free cell may be free no more
        raise StaleBook(
            f"Somebody is typing in {reading.name}.",
            not_done="Nothing was added to it.",
            next_step="Run init again when they have finished.",
        )
    if missing or columns:
        book.extend(reading, _requests(reading, contract, missing, columns))
    return InitReport(
        created=not any(normal_header(tab.tab) in grids for tab in contract.tabs),
        tabs_added=missing,
        columns_added=tuple(
            (tab.tab, str(title)) for tab, _, added in columns for title in added.values()
        ),
        kept=tuple(tab.tab for tab in contract.tabs if tab.tab not in missing),
    )


def _sources(grids: Mapping[str, Grid], contract: Contract) -> dict[str, str]:
    """Where the columns of tabs that are there stand, for dropdowns that follow them."""
    found: dict[str, str] = {}
    for tab in contract.tabs:
        grid = grids.get(normal_header(tab.tab))
        header = find_header(grid, tab) if grid is not None else None
        if grid is None or header is None:
            continue
        for place, column in enumerate(grid.columns):
            spec = tab.by_header.get(normal_header(column[header]))
            if spec is not None:
                letters = column_letters(place)
                cells = f"${letters}${header + 2}:${letters}"
                found[f"{tab.tab}.{spec.title}"] = f"{quoted(grid.title)}!{cells}"
    return found


def _requests(
    reading: SheetReading,
    contract: Contract,
    missing: Sequence[str],
    columns: Sequence[tuple[TabContract, Grid, Mapping[Position, Scalar]]],
) -> list[dict[str, Any]]:
    grids = {normal_header(grid.title): grid for grid in reading.grids}
    taken = {sheet.id for sheet in reading.sheets.values()}
    free = (number for number in range(_FIRST_ID, _FIRST_ID + 1_000) if number not in taken)
    ids = {
        title: reading.sheets[grids[normal_header(title)].title].id
        for title in (*(tab.tab for tab in contract.tabs), GUIDE)
        if normal_header(title) in grids
    }
    ids |= {title: next(free) for title in missing}
    made = [
        request
        for tab, grid, added in columns
        for request in header_requests(
            reading.sheets[grid.title].id, added, tab, width=reading.sheets[grid.title].columns
        )
    ]
    if missing:
        made += layout_requests(
            contract,
            tabs=missing,
            sheet_ids=ids,
            lists=team_lists(grids, contract),
            sources=_sources(grids, contract),
            first_index=0 if len(missing) > len(contract.tabs) // 2 else len(reading.sheets),
        )
    return made
