"""Promises about the workbook's charts: their numbers are current, and no sync breaks them."""

import shutil
import subprocess
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from sheetsync import contract, look
from sheetsync.books.xlsx_layout import lay_out
from sheetsync.events import Event
from sheetsync.init import init_book
from sheetsync.review import chart_columns as charts
from sheetsync.review.charts import CHAIN
from sheetsync.review.saved import by_week
from tests.workbooks import DECIDED, Team, lead, team, whole

TUESDAY = "2026-03-03"
HEAD = look.header_row(contract.load()["Charts"]) + 1


@pytest.fixture
def own(tmp_path: Path) -> Team:
    return team(tmp_path / "sales.xlsx", lead("One", Role=None), lead("Two"), lead("Three"))


def numbers(own: Team) -> list[dict[str, Any]]:
    """The rows below the charts, by header."""
    rows = list(load_workbook(own.path)["Charts"].iter_rows(min_row=HEAD, values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def drawn(path: Path) -> dict[str, bytes]:
    """Every part of the file that belongs to a chart."""
    with zipfile.ZipFile(path) as package:
        names = [n for n in package.namelist() if "/charts/" in n or "/drawings/drawing" in n]
        return {name: package.read(name) for name in names}


def column(own: Team, title: str) -> list[Any]:
    return [row[title] for row in numbers(own)]


def test_r91_the_funnel_counts_the_leads_now_in_or_past_each_block(own):
    own.sync()
    assert column(own, charts.BLOCK)[:5] == list(CHAIN)
    assert column(own, charts.REACHED)[:5] == [3, 2, 0, 0, 0]
    own.types("Qualification", "Two", DECIDED)
    own.sync()
    assert column(own, charts.REACHED)[:5] == [3, 2, 1, 0, 1]


def test_r91_the_weeks_count_what_moved_and_what_was_decided(own):
    own.sync(today="2026-02-24")
    own.types("Qualification", "Two", DECIDED)
    own.sync()
    weeks = {row[charts.WEEK]: row for row in numbers(own)}
    assert list(weeks)[-2:] == ["2026-W09", "2026-W10"]
    before, now = weeks["2026-W09"], weeks["2026-W10"]
    assert (before[charts.MOVED], before[charts.DECIDED]) == (2, 0)
    assert (now[charts.MOVED], now[charts.DECIDED]) == (1, 1)
    assert column(own, charts.MOVED)[0] == 0


def test_a_second_sync_of_the_same_day_changes_no_number(own):
    own.sync()
    before = own.path.read_bytes()
    own.sync()
    assert own.path.read_bytes() == before


def test_the_charts_survive_syncs_and_still_name_cells_that_hold_their_numbers(own):
    before = drawn(own.path)
    assert len([name for name in before if "/charts/chart" in name]) == 3
    own.sync()
    own.types("Qualification", "Two", DECIDED)
    own.sync(today=TUESDAY)
    assert set(drawn(own.path)) == set(before)
    sheet = load_workbook(own.path)["Charts"]
    assert len(sheet._charts) == 3
    for chart in sheet._charts:
        for series in chart.series:
            assert series.tx.strRef.f.startswith("'Charts'!$")
            title = sheet[series.tx.strRef.f.split("!")[1].replace("$", "")].value
            assert title in whole()["Charts"].by_title
            area = sheet[series.val.numRef.f.split("!")[1].replace("$", "")]
            held = [cell.value for (cell,) in area]
            assert len(held) in (5, charts.ROWS)
            if title in (charts.REACHED, charts.MOVED, charts.DECIDED):
                assert all(isinstance(value, int | float) for value in held), title


def test_a_sync_copies_the_charts_byte_for_byte(tmp_path):
    path = tmp_path / "sales.xlsx"
    path.write_bytes(lay_out(whole()))
    before = drawn(path)
    own = Team(path)
    own.adds("Research", lead("Nord"))  # openpyxl writes the file anew; from here on we do
    mine = drawn(path)
    assert len(mine) >= len(before)
    own.sync()
    own.sync(today=TUESDAY)
    own.sync(today="2026-03-04")
    assert drawn(path) == mine


def test_a_workbook_without_the_tab_is_no_error(own):
    with own.editing() as book:
        del book["Charts"]
    report = own.sync()
    assert [f for f in report["findings"] if f["tab"] == "Charts"] == []
    assert "Charts" not in load_workbook(own.path).sheetnames


def test_init_adds_the_charts_to_a_workbook_that_has_none(own):
    with own.editing() as book:
        del book["Charts"]
    assert init_book(own.path, whole()).tabs_added == ("Charts",)
    assert len(load_workbook(own.path)["Charts"]._charts) == 3
    own.sync()
    assert column(own, charts.REACHED)[0] == 3


def test_what_a_person_put_in_place_of_a_number_by_formula_stays(own):
    with own.editing() as book:
        book["Charts"].cell(HEAD + 1, 2).value = "=1+1"
    own.sync()
    assert load_workbook(own.path)["Charts"].cell(HEAD + 1, 2).value == "=1+1"
    assert numbers(own)[1][charts.REACHED] == 2


def test_a_row_that_somebody_deleted_is_filled_in_again(own):
    own.sync()
    with own.editing() as book:
        for row in (HEAD + 2, HEAD + 8):
            for cell in book["Charts"][row]:
                cell.value = None
    own.sync()
    assert column(own, charts.BLOCK)[1] == "Qualification"
    assert column(own, charts.WEEK)[-1] == "2026-W10"


def test_a_tab_whose_columns_are_not_in_order_is_not_written(own):
    with own.editing() as book:
        book["Charts"].cell(HEAD, 1).value = "Something else"
    report = own.sync()
    assert "SY001" in {f["code"] for f in report["findings"] if f["tab"] == "Charts"}
    assert load_workbook(own.path)["Charts"].cell(HEAD + 1, 2).value is None


def test_without_a_lead_every_number_is_blank(tmp_path):
    empty = team(tmp_path / "sales.xlsx")
    empty.sync()
    assert load_workbook(empty.path)["Charts"].max_row <= HEAD


def test_what_happens_in_this_run_counts_for_this_week_and_no_other_event_does():
    happened = [
        Event("sent", "Outreach", "L-0001"),
        Event("sent", "Outreach", "L-0001"),
        Event("approved", "Outreach", "L-0001"),
        Event("lead added", "Research", "L-0002"),
    ]
    assert by_week(None, happened, date(2026, 3, 4)) == {"2026-W10": (1, 1)}


def test_an_office_program_opens_the_empty_charts(tmp_path):
    office = shutil.which("soffice")
    path = tmp_path / "new.xlsx"
    path.write_bytes(lay_out(whole()))
    if office is None:
        assert len(drawn(path)) >= 4
        return
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = [office, home, "--headless", "--convert-to", "ods", "--outdir", tmp_path, path]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    with zipfile.ZipFile(tmp_path / "new.ods") as package:
        objects = {n.split("/")[0] for n in package.namelist() if n.startswith("Object")}
    assert len([name for name in objects if "Replacement" not in name]) == 3


# Requirements that the tests above prove, by the numbers in their names:
# R91
