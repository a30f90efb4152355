"""Google Sheets with the tabs that ``init`` lays out, and leads in them; without colours, which take time."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sheetsync.book import Grid
from sheetsync.books.xlsx import XlsxBook
from tests.google_sheets import spreadsheet
from tests.sheets_server.files import File
from tests.sheets_server.server import Server
from tests.workbooks import team


@cache
def _laid(*, filled: bool) -> tuple[Grid, ...]:
    with TemporaryDirectory() as folder:
        return XlsxBook(team(Path(folder) / "b.xlsx", filled=filled).path).read().grids


def _with(grid: Grid, leads: Sequence[Mapping[str, Any]]) -> Grid:
    """The tab with rows below its last one, each value below its header."""
    header = next(row for row in range(grid.height) if "Lead ID" in [c[row] for c in grid.columns])
    columns = [
        [*column, *(own.get(str(column[header])) for own in leads)] for column in grid.columns
    ]
    return replace(grid, columns=columns, height=grid.height + len(leads))


def laid_sheet(
    server: Server, *leads: Mapping[str, Any], filled: bool = True, owner: str = ""
) -> str:
    """Make a spreadsheet with every tab, its Map filled in unless told otherwise; gives its id."""
    grids = [_with(g, leads) if g.title == "Research" else g for g in _laid(filled=filled)]
    key = spreadsheet(server, grids)
    server.files[key] = File.new(key, owner or server.account, server.clock())
    return key
