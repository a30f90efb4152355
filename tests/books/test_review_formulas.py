"""Promises about the Review's formulas, worked out by a real office program where there is one."""

import csv
import io
import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.formula.translate import Translator

from sheetsync import look
from sheetsync.books.xlsx_layout import lay_out
from sheetsync.cells import column_letters
from sheetsync.review.agenda import ACTIVE, CHANGE, CLOSE, HEADLINE, NEW, Area
from tests.workbooks import whole


def row(week: str, area: Area, status: str, *, asks: bool = True) -> dict[str, str]:
    allowed = area.allowed if asks else ""
    return {"Week": week, "Area": area.title, "Question": area.question,
            "Allowed decisions": allowed, "Status": status}  # fmt: skip


ROWS = [
    row("2026-W10", NEW, "open"),
    row("2026-W10", CLOSE, "closed on 2026-03-06 by Ana"),
    row("2026-W11", HEADLINE, "", asks=False),
    row("2026-W11", NEW, "open"),
    row("2026-W11", NEW, "open"),
    row("2026-W11", ACTIVE, "open", asks=False),
    row("2026-W11", CHANGE, "open"),
    row("2026-W11", CLOSE, "open"),
]


@pytest.fixture(scope="module")
def worked_out(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What each formula of the tab comes to, row by row."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("no office program is installed here; the layout's own tests read the formulas")
    folder: Path = tmp_path_factory.mktemp("formulas")
    tab = whole()["Review"]
    book = load_workbook(io.BytesIO(lay_out(whole(), rows={"Review": ROWS})))
    sheet = book["Review"]
    first = look.header_row(tab) + 2
    titles = [spec.title for spec in tab.columns]
    decision = column_letters(titles.index("Decision"))
    (rule,) = [r for r in sheet.data_validations.dataValidation if f"{decision}{first}" in r.sqref]
    asked = {
        "offered": f"=COUNTA({rule.formula1})",
        "last": f"=INDEX({rule.formula1},COUNTA({rule.formula1}))",
    }
    for title in ("Decision", "Question"):
        letters = column_letters(titles.index(title))
        own = [r for a in sheet.conditional_formatting if f"{letters}{first}" in a for r in a.rules]
        asked[title] = f"=IF({own[-1].formula[0]},1,0)"
    for place, formula in enumerate(asked.values(), start=30):
        start = f"{column_letters(place)}{first}"
        for number in range(first, first + len(ROWS)):
            end = f"{column_letters(place)}{number}"
            sheet[end] = Translator(formula, origin=start).translate_formula(end)
    book.active = book.sheetnames.index("Review")
    book.save(folder / "review.xlsx")
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    command = [office, home, "--headless", "--convert-to", form, "--outdir", folder]
    subprocess.run([*command, folder / "review.xlsx"], check=True, capture_output=True, timeout=120)
    text = (folder / "review-Review.csv").read_text("utf-8")
    lines = list(csv.reader(io.StringIO(text)))[first - 1 :]
    return {
        name: [line[place] for line in lines[: len(ROWS)]] for place, name in enumerate(asked, 30)
    }


def test_the_dropdown_offers_each_row_what_it_allows_and_nothing_where_nothing_is_asked(worked_out):
    assert worked_out["offered"] == ["4", "1", "0", "4", "4", "0", "5", "1"]
    assert worked_out["last"][3] == NEW.decisions[-1]
    assert worked_out["last"][6:] == [CHANGE.decisions[-1], "close"]


def test_only_the_open_week_waits_for_decisions_and_only_where_something_is_allowed(worked_out):
    assert worked_out["Decision"] == ["0", "0", "0", "1", "1", "0", "1", "1"]


def test_a_question_that_repeats_itself_is_quiet(worked_out):
    assert worked_out["Question"] == ["0", "0", "0", "0", "1", "0", "0", "0"]
