"""What every Book keeps to, whatever it keeps its cells in: one class of tests over all of them."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from sheetsync.book import Book, Grid, TabEdit
from sheetsync.books.xlsx import XlsxBook
from sheetsync.cells import Scalar, to_serial
from sheetsync.errors import StaleBook
from sheetsync.settle import same
from tests.google_sheets import sheet_of_grids
from tests.memory_book import MemoryBook
from tests.sheets_server.http import Loopback
from tests.sheets_server.server import Server

Make = Callable[[Sequence[Grid]], Book]


def grid(title: str, *rows: Sequence[Scalar]) -> Grid:
    width = max(map(len, rows))
    padded = [[*row, *[None] * (width - len(row))] for row in rows]
    return Grid(title, [list(column) for column in zip(*padded, strict=True)], len(rows))


LEADS = grid(
    "Leads",
    ["Lead ID", "Company", "Score", "When"],
    ["L-0001", "Acme", 7, None],
    ["L-0002", "Brook & Sons", 2.5, None],
)
NOTES = grid('It\'s 50 % "mine"', ["Note"], ["keep me"])


@pytest.fixture(params=["file", "sheet", "memory"])
def make(request, tmp_path: Path) -> Iterator[Make]:
    if request.param == "file":
        yield lambda grids: _file(tmp_path / "book.xlsx", grids)
    elif request.param == "memory":
        yield _memory
    else:
        server = Server()
        with Loopback(server) as at:
            yield lambda grids: sheet_of_grids(server, at.url, grids)


def _file(path: Path, grids: Sequence[Grid]) -> XlsxBook:
    book = Workbook()
    for own in grids:
        sheet = book.create_sheet(own.title[:31])
        for place, column in enumerate(own.columns, 1):
            for row, value in enumerate(column, 1):
                sheet.cell(row, place, value)
    del book["Sheet"]
    book.save(path)
    return XlsxBook(path)


def _memory(grids: Sequence[Grid]) -> MemoryBook:
    return MemoryBook(
        {
            own.title: {
                (row, place): value
                for place, column in enumerate(own.columns)
                for row, value in enumerate(column)
                if value is not None
            }
            for own in grids
        }
    )


def cells(book: Book, title: str) -> list[list[Scalar]]:
    found = next(own for own in book.read().grids if own.title == title)
    return [list(row) for row in zip(*found.columns, strict=True)]


def value(book: Book, title: str, row: int, column: int) -> Scalar:
    return cells(book, title)[row][column]


class TestReading:
    def test_every_tab_is_read_in_order_with_its_values(self, make):
        book = make([LEADS, NOTES])
        reading = book.read()
        assert [own.title for own in reading.grids] == [LEADS.title, NOTES.title]
        assert (
            cells(book, "Leads")[1] == ["L-0001", "Acme", 7, None][: len(cells(book, "Leads")[1])]
        )
        assert all(len(column) == own.height for own in reading.grids for column in own.columns)

    def test_the_same_book_has_the_same_digest_and_another_one_after_a_change(self, make):
        book = make([LEADS])
        first = book.read().digest
        assert book.read().digest == first == book.fetch().digest == book.fetch().read().digest
        book.write(book.read(), [TabEdit("Leads", {(1, 1): "Other"})])
        assert book.read().digest != first

    def test_what_was_fetched_stays_what_it_was(self, make):
        book = make([LEADS])
        before = book.fetch()
        book.write(book.read(), [TabEdit("Leads", {(1, 1): "Other"})])
        own = before.read().grids[0]
        assert own.columns[1][1] == "Acme"

    def test_a_book_has_a_name_and_an_identity(self, make):
        book = make([LEADS])
        assert book.name
        assert book.identity
        assert book.flush is None or book.flush > 0


class TestWriting:
    def test_cells_change_and_nothing_else_does(self, make):
        book = make([LEADS, NOTES])
        book.write(book.read(), [TabEdit("Leads", {(1, 2): 9, (2, 1): None})])
        assert value(book, "Leads", 1, 2) == 9
        assert value(book, "Leads", 2, 1) is None
        assert value(book, "Leads", 1, 1) == "Acme"
        assert cells(book, NOTES.title) == [["Note"], ["keep me"]]

    @pytest.mark.parametrize(
        "written",
        [
            "=1+1",
            "+49 40 123",
            "-",
            "@home",
            "'quoted",
            "007",
            "TRUE",
            "2026-03-02",
            "1e5",
            "line\nbreak",
            "emoji 😀, עברית \u200f",
            "#REF!",
            0,
            -2.5,
            1e15,
            True,
            False,
        ],
    )
    def test_a_value_comes_back_as_it_is_and_never_as_a_formula(self, make, written):
        book = make([LEADS])
        book.write(book.read(), [TabEdit("Leads", {(1, 1): written})])
        after = book.read().grids[0]
        assert after.columns[1][1] == written
        assert type(after.columns[1][1] in (True, False)) is bool
        assert not after.formulas

    def test_a_date_comes_back_as_a_date_or_as_its_day_number(self, make):
        book = make([LEADS])
        day, moment = date(2026, 3, 2), datetime(2026, 3, 2, 9, 30)
        book.write(book.read(), [TabEdit("Leads", {(1, 3): day, (2, 3): moment})])
        for row, written in ((1, day), (2, moment)):
            found = value(book, "Leads", row, 3)
            serial = found if isinstance(found, int | float) else to_serial(found)
            assert serial == pytest.approx(to_serial(written))

    def test_rows_below_the_last_one_are_created(self, make):
        book = make([LEADS])
        book.write(
            book.read(),
            [TabEdit("Leads", {(3, 0): "L-0003", (3, 1): "Cobalt", (4, 1): "Delta"}, model_row=2)],
        )
        assert [row[1] for row in cells(book, "Leads")] == [
            "Company",
            "Acme",
            "Brook & Sons",
            "Cobalt",
            "Delta",
        ]

    def test_a_column_beyond_the_last_one_is_created(self, make):
        book = make([LEADS])
        book.write(book.read(), [TabEdit("Leads", {(0, 40): "New", (1, 40): "x"})])
        assert value(book, "Leads", 1, 40) == "x"

    def test_several_tabs_change_in_one_write(self, make):
        book = make([LEADS, NOTES])
        edits = [TabEdit("Leads", {(1, 1): "One"}), TabEdit(NOTES.title, {(1, 0): "two"})]
        book.write(book.read(), edits)
        assert value(book, "Leads", 1, 1) == "One"
        assert value(book, NOTES.title, 1, 0) == "two"

    def test_no_edit_writes_nothing(self, make):
        book = make([LEADS])
        before = book.read()
        assert book.write(before, []).digest == before.digest
        assert book.write(before, [TabEdit("Leads", {})]).digest == before.digest
        assert book.read().digest == before.digest

    def test_of_two_writes_on_the_same_reading_one_commits(self, make):
        book = make([LEADS])
        reading = book.read()
        book.write(reading, [TabEdit("Leads", {(1, 1): "first"})])
        with pytest.raises(StaleBook) as stepped_back:
            book.write(reading, [TabEdit("Leads", {(1, 1): "second"})])
        assert stepped_back.value.next_step
        assert value(book, "Leads", 1, 1) == "first"

    def test_links_are_replaced_as_a_whole(self, make):
        book = make([LEADS, NOTES])
        first = {(1, 1): "'Leads'!A1", (2, 1): "'Leads'!B2"}
        book.write(book.read(), [TabEdit("Leads", {}, links=first)])
        assert book.read().grids[0].links == first
        second = {(2, 1): "'Leads'!C3"}
        book.write(book.read(), [TabEdit("Leads", {}, links=second)])
        assert book.read().grids[0].links == second


class TestLooking:
    def test_an_unchanged_book_is_given_back_as_it_was(self, make):
        book = make([LEADS, NOTES])
        reading = book.read()
        assert book.latest(reading) is reading

    def test_a_book_can_be_written_on_from_what_a_write_left(self, make):
        book = make([LEADS])
        done = book.write(book.read(), [TabEdit("Leads", {(1, 1): "first"})])
        reading = done.reading or book.read()
        book.write(book.latest(reading), [TabEdit("Leads", {(1, 1): "second"})])
        assert value(book, "Leads", 1, 1) == "second"

    def test_nothing_is_restored_that_was_not_kept(self, make):
        book = make([LEADS])
        reading = book.read()
        assert book.restore(reading, "0" * 64) is False
        assert same(value(book, "Leads", 1, 1), "Acme")
