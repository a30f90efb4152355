"""P1: a Google Sheet behaves as a file does: the same story gives the same cells, step by step.

The tests of the file run unchanged on a workbook that has a twin: what people type goes
into both, every sync runs on both through the command line, and then all cells agree.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from sheetsync import demo
from sheetsync.ai.offline import OfflineDrafter
from sheetsync.book import Book, Grid, Reading
from sheetsync.books.google import GoogleBook
from sheetsync.books.google_address import address
from sheetsync.books.google_requests import blocks, cell_data
from sheetsync.books.xlsx import XlsxBook
from sheetsync.books.xlsx_layout import lay_out
from sheetsync.cells import Scalar
from sheetsync.cli import main
from sheetsync.clock import Clock
from sheetsync.settle import same
from sheetsync.snapshot import take
from sheetsync.sync import look
from tests import test_chain
from tests.google_sheets import client, sheet_of, spreadsheet
from tests.sheets_server.http import Loopback
from tests.sheets_server.server import Server
from tests.workbooks import Team, team, whole

pytestmark = pytest.mark.no_cover

_OWN_WORDS = {("Log", "Run")}
"""The name of a run has the digest of its book in it."""


@dataclass(frozen=True, slots=True)
class Twin(Team):
    """A workbook file and a Google Sheet that go the same way."""

    server: Server
    url: str
    key: str
    before: dict[str, Grid]

    def json(self, command: str, *options: str, today: str = test_chain.MON) -> Any:
        if command == "sync":
            self._type_the_same()
        told = Team.json(self, command, *options, today=today)
        if command == "sync":
            words = ["sync", address(self.key), "--format", "json", "--today", today, *options]
            done = CliRunner().invoke(main, words, env={"SHEETSYNC_SHEETS_URL": self.url})
            assert done.exit_code == 0, (done.output, done.exception)
            agree(XlsxBook(self.path), GoogleBook(client(self.url), self.key))
            self.before.update(grids(XlsxBook(self.path).read()))
        return told

    def _type_the_same(self) -> None:
        """Set the cells that people have changed in the file since its last sync."""
        requests = []
        sheets = GoogleBook(client(self.url), self.key).read().sheets
        for title, grid in grids(XlsxBook(self.path).read()).items():
            cells = changed(self.before[title], grid)
            requests += [
                {
                    "updateCells": {
                        "start": {
                            "sheetId": sheets[title].id,
                            "rowIndex": top,
                            "columnIndex": left,
                        },
                        "rows": [{"values": [cell_data(value) for value in row]} for row in rows],
                        "fields": "userEnteredValue",
                    }
                }
                for (top, left), rows in blocks(cells)
            ]
        if requests:
            path = f"/v4/spreadsheets/{self.key}:batchUpdate"
            status, told = self.server.handle("POST", path, {}, {"requests": requests})
            assert status == 200, told


def grids(reading: Reading) -> dict[str, Grid]:
    return {grid.title: grid for grid in reading.grids}


def changed(old: Grid, new: Grid) -> dict[tuple[int, int], Scalar]:
    found: dict[tuple[int, int], Scalar] = {}
    for place in range(max(len(old.columns), len(new.columns))):
        for row in range(max(old.height, new.height)):
            before, after = value(old, row, place), value(new, row, place)
            if not same(before, after):
                found[row, place] = after
    return found


def value(grid: Grid, row: int, place: int) -> Scalar:
    inside = place < len(grid.columns) and row < grid.height
    return grid.columns[place][row] if inside else None


def agree(file: Book, sheet: Book) -> None:
    """Every cell of every tab says the same in both, and the links lead to the same places."""
    one, other = take(file.read(), whole()), take(sheet.read(), whole())
    assert one.tabs.keys() == other.tabs.keys()
    for title, tab in one.tabs.items():
        twin = other.tabs[title]
        assert list(tab.rows) == list(twin.rows), title
        for column in tab.places:
            pairs = zip(tab.rows, tab.values(column), twin.values(column), strict=True)
            wrong = [pair for pair in pairs if not same(*pair[1:])]
            assert not wrong or (title, column) in _OWN_WORDS, (title, column, wrong[:3])
    assert one.tabs["To do"].grid.links == other.tabs["To do"].grid.links


@pytest.fixture
def served() -> Iterator[tuple[Server, str]]:
    server = Server()
    with Loopback(server) as at:
        yield server, at.url


@pytest.fixture
def crane(tmp_path: Path, served: tuple[Server, str]) -> Twin:
    server, url = served
    made = team(tmp_path / "sales.xlsx", test_chain.lead("Harbour Crane"))
    made.types("Segments", "Freight", {"Segment": "Ports"})
    reading = XlsxBook(made.path).read()
    twin = Twin(made.path, server, url, spreadsheet(server, reading.grids), grids(reading))
    twin.sync(today=test_chain.MON)
    return twin


def test_p1_the_way_from_research_to_won_is_the_same_on_a_sheet(crane: Twin) -> None:
    test_chain.test_a_lead_goes_from_research_to_won(crane)


def test_p1_the_whole_demo_gives_the_same_cells_on_a_sheet(
    tmp_path: Path, served: tuple[Server, str]
) -> None:
    server, url = served
    clock = Clock(datetime(2026, 3, 20, 12, tzinfo=UTC), today=date(2026, 3, 20))
    file = XlsxBook(tmp_path / "demo.xlsx")
    file.create(lay_out(whole(), rows=demo.first_rows(clock)))
    sheet = sheet_of(server, url, file.read())
    demo.play(file, whole(), clock)
    demo.play(sheet, whole(), clock)
    agree(file, sheet)
    assert look(sheet, whole(), clock, OfflineDrafter()).plan.is_empty
