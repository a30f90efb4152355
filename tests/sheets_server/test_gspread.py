"""gspread's real client works against the server over HTTP, call by call."""

import io
from collections.abc import Iterator

import pytest

pytest.importorskip("gspread")
pytest.importorskip("googleapiclient")

import gspread
import openpyxl
from gspread.utils import (
    ExportFormat,
    InsertDataOption,
    MergeType,
    ValidationConditionType,
    ValueRenderOption,
)

from tests.sheets_server import Server
from tests.sheets_server.http import Loopback
from tests.sheets_server.redirected import client


@pytest.fixture
def server() -> Server:
    return Server(seed=1)


@pytest.fixture
def gc(server: Server) -> Iterator[gspread.Client]:
    with Loopback(server, hold_s=0.5) as loopback:
        one = client(loopback.url)
        yield one
        one.http_client.session.close()


@pytest.fixture
def book(gc: gspread.Client) -> gspread.Spreadsheet:
    return gc.create("Sales")


@pytest.fixture
def tab(book: gspread.Spreadsheet) -> gspread.Worksheet:
    return book.sheet1


def test_a_new_spreadsheet_can_be_found_opened_copied_and_deleted(gc: gspread.Client) -> None:
    made = gc.create("Sales")
    assert gc.open("Sales").id == made.id
    assert gc.open_by_key(made.id).title == "Sales"
    assert [one["name"] for one in gc.list_spreadsheet_files()] == ["Sales"]
    made.sheet1.update([["a"]], "A1")
    copy = gc.copy(made.id, title="Copy", copy_comments=True)
    assert copy.sheet1.acell("A1").value == "a"
    assert gc.copy(made.id).title == "Copy of Sales"
    gc.del_spreadsheet(made.id)
    with pytest.raises(gspread.exceptions.SpreadsheetNotFound):
        gc.open_by_key(made.id)
    with pytest.raises(gspread.exceptions.SpreadsheetNotFound):
        gc.open("Nothing")


def test_a_file_is_shared_and_unshared_and_renamed(book: gspread.Spreadsheet) -> None:
    book.share("otto@example.org", perm_type="user", role="reader", notify=False)
    assert {one["role"] for one in book.list_permissions()} == {"owner", "reader"}
    assert book.remove_permissions("otto@example.org", role="reader")
    book.share("", perm_type="anyone", role="reader")
    book.update_title("Other")
    assert book.title == "Other"
    book.update_locale("de_DE")
    book.update_timezone("Europe/Berlin")
    assert (book.locale, book.timezone) == ("de_DE", "Europe/Berlin")
    assert book.get_lastUpdateTime() >= book.creationTime


def test_values_come_back_as_gspread_reads_them(tab: gspread.Worksheet) -> None:
    tab.update([["Name", "Size"], ["x", 1], ["y", 2.5]], "A1", raw=False)
    assert tab.get_all_values() == [["Name", "Size"], ["x", "1"], ["y", "2.5"]]
    assert tab.get_all_records() == [{"Name": "x", "Size": 1}, {"Name": "y", "Size": 2.5}]
    assert tab.batch_get(["A1:B1", "B2:B"]) == [[["Name", "Size"]], [["1"], ["2.5"]]]
    assert tab.col_values(2) == ["Size", "1", "2.5"]
    tab.update_acell("C2", "=B2*4")
    assert tab.acell("C2").value == "4"
    assert tab.acell("C2", value_render_option=ValueRenderOption.formula).value == "=B2*4"
    assert tab.cell(2, 3).numeric_value == 4
    assert [one.value for one in tab.findall("x")] == ["x"]
    tab.batch_clear(["A1:A2", "C:C"])
    assert tab.get_all_values() == [["", "Size"], ["", "1"], ["y", "2.5"]]
    tab.clear()
    assert tab.get("A1:C3") == [[]]


def test_rows_are_appended_inserted_deleted_and_sorted(tab: gspread.Worksheet) -> None:
    tab.append_rows([["b", "2"], ["a", "1"]])
    tab.append_row(["c", "3"], table_range="A1", insert_data_option=InsertDataOption.insert_rows)
    tab.insert_row(["head", "n"], 1)
    assert tab.col_values(1) == ["head", "b", "a", "c"]
    tab.sort((1, "asc"), range="A2:B4")
    assert tab.col_values(1) == ["head", "a", "b", "c"]
    tab.delete_rows(2)
    assert tab.col_values(1) == ["head", "b", "c"]
    tab.resize(rows=5, cols=4)
    assert (tab.row_count, tab.col_count) == (5, 4)
    tab.insert_cols([["x", "y"]], 1)
    assert tab.row_values(1) == ["x", "head", "n"]
    tab.delete_columns(1)
    assert tab.row_values(1) == ["head", "n"]


def test_looks_notes_merges_and_rules_are_taken(
    book: gspread.Spreadsheet, tab: gspread.Worksheet
) -> None:
    tab.update([["a", "b"], ["c", "d"]], "A1")
    tab.format("A1:B1", {"textFormat": {"bold": True}, "backgroundColor": {"red": 0.1}})
    tab.merge_cells("A1:B2", MergeType.merge_rows)
    assert len(tab.spreadsheet.fetch_sheet_metadata()["sheets"][0]["merges"]) == 2
    tab.unmerge_cells("A1:B2")
    assert tab.get_all_values() == [["a"], ["c"]]
    tab.update([["a", "b"], ["c", "d"]], "A1")
    tab.insert_note("A1", "hello")
    assert tab.get_note("A1") == "hello"
    tab.clear_notes(["A1"])
    assert tab.get_note("A1") == ""
    tab.add_validation("C1:C3", ValidationConditionType.one_of_list, ["x", "y"], showCustomUi=True)
    tab.freeze(rows=1, cols=1)
    tab.hide_gridlines()
    tab.update_tab_color("#ff00ff")
    tab.set_basic_filter("A1:B2")
    tab.clear_basic_filter()
    tab.columns_auto_resize(0, 1)
    tab.hide_columns(0, 1)
    tab.unhide_columns(0, 1)
    tab.hide_rows(0, 1)
    tab.add_dimension_group_columns(0, 2)
    assert tab.list_dimension_group_columns()[0]["depth"] == 1
    tab.delete_dimension_group_columns(0, 2)
    tab.copy_range("A1:B1", "A5")
    tab.cut_range("A5:B5", "A6")
    assert tab.row_values(6) == ["a", "b"]
    tab.add_protected_range("A1:B1", ["otto@example.org"])
    assert len(book.list_protected_ranges(tab.id)) == 1
    tab.delete_protected_range(book.list_protected_ranges(tab.id)[0]["protectedRangeId"])
    tab.define_named_range("A1:B1", "head")
    assert book.values_get("head")["values"] == [["a", "b"]]
    tab.delete_named_range(book.list_named_ranges()[0]["namedRangeId"])
    assert tab.expand("A1") == [["a", "b"], ["c", "d"]]


def test_tabs_are_added_moved_hidden_duplicated_and_copied(
    gc: gspread.Client, book: gspread.Spreadsheet
) -> None:
    two = book.add_worksheet("Two", rows=3, cols=2)
    assert [one.title for one in book.worksheets()] == ["Sheet1", "Two"]
    book.reorder_worksheets([two, book.sheet1])
    assert [one.title for one in book.worksheets()] == ["Two", "Sheet1"]
    two.update_title("Zwei")
    three = book.duplicate_sheet(two.id, new_sheet_name="Drei")
    three.hide()
    assert [one.title for one in book.worksheets(exclude_hidden=True)] == ["Zwei", "Sheet1"]
    three.show()
    with pytest.raises(gspread.exceptions.APIError, match="already exists"):
        book.add_worksheet("Zwei", 1, 1)
    other = gc.create("Other")
    assert two.copy_to(other.id)["title"] == "Copy of Zwei"
    book.del_worksheet(three)
    assert len(book.worksheets()) == 2


def test_a_csv_goes_in_and_comes_out(gc: gspread.Client, book: gspread.Spreadsheet) -> None:
    gc.import_csv(book.id, 'a,b\n"x, y",2\n')
    assert book.sheet1.get_all_values() == [["a", "b"], ["x, y", "2"]]
    assert gc.export(book.id, ExportFormat.CSV) == b'a,b\r\n"x, y",2'
    assert gc.export(book.id, ExportFormat.PDF).startswith(b"%PDF-")
    xlsx = openpyxl.load_workbook(io.BytesIO(gc.export(book.id, ExportFormat.EXCEL)))
    assert [[one.value for one in row] for row in xlsx["Sales"]] == [["a", "b"], ["x, y", 2]]
