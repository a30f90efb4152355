"""Columns are found by header and rows by what they hold; whatever else a team keeps stays."""

from copy import copy
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from sheetsync.book import Grid, Reading
from sheetsync.errors import WrongBook
from sheetsync.snapshot import take
from tests.workbooks import Team, header_of, lead, place_of, team, whole


def keep(sheet: Worksheet) -> list[tuple[Any, ...]]:
    return list(sheet.iter_rows(values_only=True))


def test_the_header_may_stand_below_a_teams_own_lines(tmp_path):
    own = team(tmp_path / "sales.xlsx", lead("Acme"))
    with own.editing() as book:
        book["Research"].insert_rows(1, 3)
        book["Research"]["A2"] = "Our leads, spring"
        book["Settings"].insert_rows(1)
    report = own.sync()
    assert own.codes("Acme", "Research", report) == set()
    assert own.row("Research", "Acme")["Lead ID"] == "L-0001"
    with own.editing() as book:
        assert book["Research"]["A2"].value == "Our leads, spring"
        assert header_of(book["Research"]) == 5
    assert own.sync()["changes"] == []


def test_columns_may_stand_in_any_order_with_a_teams_own_between_them(tmp_path):
    own = team(tmp_path / "sales.xlsx", lead("Acme"), lead("Bolt", Role=None))
    with own.editing() as book:
        sheet = book["Research"]
        rows = [[cell.value for cell in row] for row in sheet["A2:Y4"]]
        for number, row in enumerate(rows, start=2):
            turned = [*reversed(row[:10]), ["Our column", "ours", 7][number - 2], *row[10:]]
            for column, value in enumerate(turned, start=1):
                sheet.cell(number, column).value = value
    report = own.sync()
    assert own.codes("Bolt", "Research", report) == {"RS001"}
    assert own.row("Research", "Acme")["Our column"] == "ours"
    assert own.row("Research", "Bolt")["Our column"] == 7
    assert own.row("Research", "Acme")["Status"].startswith("Handed")
    assert own.sync()["changes"] == []


def test_a_header_is_known_in_other_letters_and_with_decoration(tmp_path):
    own = team(tmp_path / "sales.xlsx", lead("Acme"))
    with own.editing() as book:
        sheet = book["Research"]
        sheet.cell(2, place_of(sheet, "Role")).value = "  ROLE * "
        sheet.cell(2, place_of(sheet, "Probable problem")).value = "Probable\nproblem:"
        sheet.title = "set aside"
        sheet.title = "research"
    report = own.sync()
    assert report["findings"] == [f for f in report["findings"] if f["code"] == "QL011"]
    assert own.row("Qualification", "Acme")["Role"] == "VP Operations"


def test_a_teams_own_tabs_columns_colours_and_formulas_stay(tmp_path):
    own = team(tmp_path / "sales.xlsx", lead("Acme"))
    with own.editing() as book:
        mine = book.create_sheet("Our own list")
        mine["A1"], mine["B2"] = "ours", "=1+1"
        sheet = book["Research"]
        column = sheet.max_column + 2
        sheet.cell(2, column).value = "Days open"
        sheet.cell(3, column).value = "=TODAY()-1"
        sheet.cell(3, column).fill = copy(sheet["A2"].fill)
        fill = sheet["A2"].fill.fgColor.rgb
    own.sync()
    with own.editing() as book:
        assert keep(book["Our own list"]) == [("ours", None), (None, "=1+1")]
        sheet = book["Research"]
        assert sheet.cell(3, column).value == "=TODAY()-1"
        assert sheet.cell(3, column).fill.fgColor.rgb == fill
    assert own.sync()["changes"] == []


def test_blank_and_ghost_rows_are_skipped_and_separate_nothing(tmp_path):
    own = team(tmp_path / "sales.xlsx", lead("Acme"))
    with own.editing() as book:
        sheet = book["Research"]
        for title, value in lead("Bolt").items():
            sheet.cell(9, place_of(sheet, title)).value = value
        for row in (5, 12, 40):
            sheet.cell(row, place_of(sheet, "Company")).value = "   "
            sheet.cell(row, place_of(sheet, "Sensitive")).value = False
        sheet.cell(30, sheet.max_column + 1).value = "a team's own remark"
    report = own.sync()
    assert own.ids()["Bolt"] == "L-0002"
    assert {f["row"] for f in report["findings"] if f["tab"] == "Research"} <= {3, 9}
    assert len(own.rows("Qualification")) == 2
    assert own.sync()["changes"] == []


def test_new_rows_go_below_everything_that_a_tab_holds(tmp_path):
    own = team(tmp_path / "sales.xlsx", lead("Acme"))
    with own.editing() as book:
        sheet = book["Qualification"]
        sheet.cell(8, sheet.max_column + 2).value = "a remark far below"
        sheet.merge_cells("A10:C12")
        sheet["A10"] = None
    own.sync("--no-ai")
    with own.editing() as book:
        assert book["Qualification"].cell(13, 1).value == "L-0001"
        assert book["Qualification"].cell(
            8, place_of(book["Qualification"], "Sync state") + 2
        ).value == ("a remark far below")


@pytest.mark.parametrize(
    "tab", ["Start here", "Settings", "Scorecard", "Segments", "Research", "Qualification"]
)
def test_sy005_a_workbook_without_one_of_its_tabs_is_still_synced(tmp_path, tab):
    own = team(tmp_path / "sales.xlsx", lead("Acme"))
    with own.editing() as book:
        del book[tab]
    report = own.json("check")
    missing = [f["message"] for f in report["findings"] if f["code"] == "SY005"]
    assert missing == [f"The tab “{tab}” is missing; it was left out."]


def test_sy001_a_tab_without_its_headers_is_refused(tmp_path):
    own = team(tmp_path / "sales.xlsx", lead("Acme"))
    with own.editing() as book:
        book["CRM"].delete_rows(1, 2)
        book["CRM"]["A1"] = "who deleted this?"
    report = own.sync()
    (found,) = (f for f in report["findings"] if f["tab"] == "CRM")
    assert found["code"] == "SY001"
    assert found["message"] == (
        "No row of CRM holds its column headers; nothing was written to this tab."
    )
    assert own.row("Research", "Acme")["Status"].startswith("Handed")


@pytest.mark.parametrize("command", ["sync", "plan", "check"])
def test_a_workbook_that_is_not_ours_is_refused_whole(tmp_path, command):
    path = tmp_path / "theirs.xlsx"
    Workbook().save(path)
    before = path.read_bytes()
    told = Team(path).run(command)
    assert told.exit_code == 2
    assert "has none of sheetsync's tabs" in told.stderr
    assert path.read_bytes() == before
    gone = Team(tmp_path / "gone.xlsx").run(command)
    assert gone.exit_code == 2


def test_a_family_header_without_a_name_is_nobodys():
    grid = Grid("Qualification", [["Lead ID"], ["Fit:"], ["Fit: Timing"], ["Decision"]], 1)
    tab = take(Reading("book", "digest", (grid,)), whole()).tabs["Qualification"]
    assert set(tab.places) == {"Lead ID", "Fit: Timing", "Decision"}
    assert tab.refused


def test_a_family_that_has_no_column_yet_has_no_spare_one():
    titles = [column.title for column in whole()["Qualification"].columns if column.each is None]
    grid = Grid("Qualification", [[title] for title in titles], 1)
    tab = take(Reading("book", "digest", (grid,)), whole()).tabs["Qualification"]
    assert not tab.refused
    assert tab.spares == {}
    assert list(tab.rows) == []
    assert tab.values("Lead ID") == []


def test_a_column_that_ends_above_the_rows_reads_as_blank():
    columns = [[column.title] for column in whole()["Segments"].columns]
    columns[0] += [None, "Freight", None, "Rail"]
    columns[1] += [None, None]
    for column in columns[2:]:
        column.extend([None] * 4)
    grids = (Grid("Segments", columns, 5), Grid("CRM", [["Lead ID"], ["Company"]], 1))
    tab = take(Reading("book", "digest", grids), whole()).tabs["Segments"]
    assert list(tab.rows) == [2, 4]
    assert tab.values("Segment") == ["Freight", "Rail"]
    assert tab.values("Who it covers") == [None, None]
    assert tab.next_row == 5


def test_without_any_block_there_is_nothing_to_work_on():
    grid = Grid("Log", [[column.title] for column in whole()["Log"].columns], 1)
    with pytest.raises(WrongBook):
        take(Reading("book", "digest", (grid,)), whole())
