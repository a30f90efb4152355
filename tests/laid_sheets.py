"""Google Sheets with the tabs that ``init`` lays out, and leads in them; without colours, which take time."""

from collections.abc import Mapping
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
def _empty(*, filled: bool) -> tuple[Grid, ...]:
    return _grids(filled=filled)


def _grids(*leads: Mapping[str, Any], filled: bool) -> tuple[Grid, ...]:
    with TemporaryDirectory() as folder:
        own = team(Path(folder) / "b.xlsx", *leads, filled=filled)
        return XlsxBook(own.path).read().grids


def laid_sheet(
    server: Server, *leads: Mapping[str, Any], filled: bool = True, owner: str = ""
) -> str:
    """Make a spreadsheet with every tab, its Map filled in unless told otherwise; gives its id."""
    grids = _grids(*leads, filled=filled) if leads else _empty(filled=filled)
    key = spreadsheet(server, grids)
    server.files[key] = File.new(key, owner or server.account, server.clock())
    return key
