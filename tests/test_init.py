"""Promises of init: it lays out what is missing and leaves everything else alone."""

import io
import zipfile

import pytest

from sheetsync import contract
from sheetsync.books.xlsx_layout import lay_out
from sheetsync.errors import BookLocked, UnsafeBook, UsageError, WrongBook
from sheetsync.init import InitReport, init_book


@pytest.fixture(scope="module")
def whole():
    return contract.load()


@pytest.fixture(scope="module")
def layout(whole):
    return lay_out(whole)


def opened(file):
    from openpyxl import load_workbook

    return load_workbook(file)


def foreign(path, title, text):
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = title
    book.active["A1"] = text
    book.save(path)
    return path


def edited(layout, path, change):
    book = opened(io.BytesIO(layout))
    change(book)
    book.save(path)
    return path


def delete_columns(sheet, *titles, header=2):
    for title in titles:
        place = [cell.value for cell in sheet[header]].index(title) + 1
        sheet.delete_cols(place)


def test_a_new_workbook_is_laid_out(whole, tmp_path):
    path = tmp_path / "sales.xlsx"
    report = init_book(path, whole)
    titles = (*(tab.tab for tab in whole.tabs), "Guide")
    assert report == InitReport(created=True, tabs_added=titles)
    assert set(opened(path).sheetnames) == set(titles)


def test_a_complete_workbook_is_not_touched(whole, tmp_path):
    path = tmp_path / "sales.xlsx"
    init_book(path, whole)
    before = path.read_bytes()
    report = init_book(path, whole)
    assert path.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["sales.xlsx"]
    assert report == InitReport(
        created=False, tabs_added=(), kept=tuple(tab.tab for tab in whole.tabs)
    )


def test_missing_tabs_are_added_and_what_a_team_changed_stays(whole, layout, tmp_path):
    def change(book):
        del book["Qualification"], book["Guide"]
        book["Settings"]["B2"] = "Europe/Berlin"
        book["Scorecard"]["A2"] = "Budget"
        book.create_sheet("Our own list")["A1"] = "ours"

    path = edited(layout, tmp_path / "sales.xlsx", change)
    report = init_book(path, whole)
    assert report.tabs_added == ("Qualification", "Guide")
    assert report.columns_added == ()
    assert "Qualification" not in report.kept
    assert len(report.kept) == len(whole.tabs) - 1
    book = opened(path)
    assert book["Settings"]["B2"].value == "Europe/Berlin"
    assert book["Our own list"]["A1"].value == "ours"
    headers = [cell.value for cell in book["Qualification"][2]]
    assert "Fit: Budget" in headers
    assert "Fit: ICP match" not in headers
    assert init_book(path, whole).tabs_added == ()


def test_missing_columns_are_added_at_the_right_end(whole, layout, tmp_path):
    def change(book):
        sheet = book["Research"]
        delete_columns(sheet, "Confidence", "Flags")
        sheet["A3"], sheet["B3"] = "L-0001", "Nordhafen"
        sheet.cell(2, sheet.max_column + 2).value = "Our own column"

    path = edited(layout, tmp_path / "sales.xlsx", change)
    before = [[cell.value for cell in row] for row in opened(path)["Research"]]
    report = init_book(path, whole)
    assert report.columns_added == (("Research", "Confidence"), ("Research", "Flags"))
    assert "Research" in report.kept
    sheet = opened(path)["Research"]
    width = len(before[0])
    assert [cell.value for cell in sheet[2]][width:] == ["Confidence", "Flags"]
    assert [[cell.value for cell in row][:width] for row in sheet] == before
    assert (tmp_path / "sales.bak.xlsx").exists()
    assert init_book(path, whole).columns_added == ()


def test_tabs_and_columns_are_added_in_one_replacement(whole, layout, tmp_path):
    def change(book):
        del book["Log"]
        delete_columns(book["CRM"], "Note")

    path = edited(layout, tmp_path / "sales.xlsx", change)
    before = path.read_bytes()
    report = init_book(path, whole)
    assert (report.tabs_added, report.columns_added) == (("Log",), (("CRM", "Note"),))
    assert (tmp_path / "sales.bak.xlsx").read_bytes() == before


def test_a_foreign_workbook_gains_all_tabs_and_keeps_its_own(whole, tmp_path):
    path = foreign(tmp_path / "leads.xlsx", "Our list", "ours")
    report = init_book(path, whole)
    assert not report.created
    assert len(report.tabs_added) == len(whole.tabs) + 1
    after = opened(path)
    assert after.worksheets[0]["A1"].value == "ours"
    assert after["Qualification"].freeze_panes == "C3"


def test_an_empty_tab_of_ours_gets_its_headers(whole, layout, tmp_path):
    def change(book):
        del book["Log"]
        book.create_sheet("Log")

    path = edited(layout, tmp_path / "sales.xlsx", change)
    report = init_book(path, whole)
    assert report.columns_added == tuple(("Log", c.title) for c in whole["Log"].columns)
    assert [cell.value for cell in opened(path)["Log"][1]] == [
        c.title for c in whole["Log"].columns
    ]


def test_a_tab_that_only_shares_a_title_with_ours_is_not_written(whole, tmp_path):
    path = foreign(tmp_path / "leads.xlsx", "Log", "Ship's log")
    before = path.read_bytes()
    with pytest.raises(UnsafeBook, match="“Log” without the columns") as told:
        init_book(path, whole)
    assert "Rename that tab" in str(told.value)
    assert path.read_bytes() == before


def test_a_scorecard_without_its_headers_does_not_lend_them(whole, layout, tmp_path):
    def change(book):
        del book["Qualification"], book["Scorecard"]
        book.create_sheet("Scorecard")

    path = edited(layout, tmp_path / "sales.xlsx", change)
    assert init_book(path, whole).tabs_added == ("Qualification",)
    assert "Fit: ICP match" in [cell.value for cell in opened(path)["Qualification"][2]]


@pytest.mark.parametrize("name", ["sales.csv", "sales", "sales.xlsm"])
def test_a_new_file_needs_the_name_of_a_workbook(whole, tmp_path, name):
    with pytest.raises(UsageError, match="is not the name of a workbook file"):
        init_book(tmp_path / name, whole)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_does_not_exist_is_named(whole, tmp_path):
    with pytest.raises(UsageError, match=r"The folder .*absent does not exist"):
        init_book(tmp_path / "absent" / "sales.xlsx", whole)


def test_what_is_no_workbook_is_refused(whole, tmp_path):
    path = tmp_path / "sales.xlsx"
    path.write_text("Company,Website\n")
    with pytest.raises(WrongBook):
        init_book(path, whole)
    assert path.read_text() == "Company,Website\n"


def test_an_open_workbook_is_left_alone(whole, layout, tmp_path):
    path = edited(layout, tmp_path / "sales.xlsx", lambda book: book.remove(book["Log"]))
    before = path.read_bytes()
    (tmp_path / ".~lock.sales.xlsx#").write_text(",Maria,desk,13.03.2026 09:05,;")
    with pytest.raises(BookLocked):
        init_book(path, whole)
    assert path.read_bytes() == before


def test_a_complete_workbook_may_be_open_while_init_looks_at_it(whole, layout, tmp_path):
    path = tmp_path / "sales.xlsx"
    path.write_bytes(layout)
    (tmp_path / ".~lock.sales.xlsx#").write_text(",Maria,desk,13.03.2026 09:05,;")
    assert init_book(path, whole).tabs_added == ()


def test_a_refusal_names_the_teams_own_file(whole, layout, tmp_path):
    path = edited(layout, tmp_path / "sales.xlsx", lambda book: delete_columns(book["CRM"], "Note"))
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("_xmlsignatures/origin.sigs", "")
    before = path.read_bytes()
    with pytest.raises(UnsafeBook, match="digitally signed") as told:
        init_book(path, whole)
    assert str(told.value).startswith(f"{path} cannot be changed safely")
    assert path.read_bytes() == before
