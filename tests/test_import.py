"""Bringing a list in: nothing of it is lost, nothing of the workbook is changed, nothing comes twice."""

import json

import pytest
from openpyxl import Workbook

from tests.broken import NOON, change, header_cell, peoples, run, says
from tests.workbooks import header_of, lead, row_of, team

LIST = (
    "Firm,First name,Last name,Job title,Email,Notes,Revenue,Estimated value,Sensitive,Colour\n"
    "Acme,Dana,Ruiz,VP Ops,dana@acme.example,Opened a dock,5m,50000,TRUE,red\n"
    "Bolt,Eli,,COO,eli@bolt.example,,,12.5,no,\n"
    'Crane,,,"Head, Ops",,"two\nlines",,a lot,,007\n'
)


@pytest.fixture
def own(tmp_path):
    return team(tmp_path / "b.xlsx")


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def brought(own, source, *options):
    done = run("import", source, own.path, "--yes", "--format", "json", *NOON, *options)
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def test_every_value_of_the_list_is_found_in_the_lead_it_belongs_to(own, source):
    assert brought(own, source)["added"] == 3
    acme, bolt, crane = own.rows("Research")
    assert acme["Company"] == "Acme"
    assert acme["Contact"] == "Dana Ruiz"
    assert acme["Role"] == "VP Ops"
    assert (acme["Channel"], acme["Reachable path"]) == ("email", "dana@acme.example")
    assert acme["Estimated value"] == 50_000
    assert acme["Sensitive"] is True
    assert acme["Source notes"] == "Opened a dock\n\nRevenue: 5m\nColour: red"
    assert (bolt["Estimated value"], bolt["Sensitive"]) == (12.5, "no")
    assert "Source notes" not in bolt or bolt["Source notes"] is None
    assert crane["Role"] == "Head, Ops"
    assert crane["Source notes"] == "two\nlines\n\nColour: 007"
    assert crane["Estimated value"] == "a lot"


def test_ids_go_on_from_the_last_one_ever_given(own, source):
    own.adds("Research", lead("Alpha"), lead("Beta"))
    own.sync()
    change(own.path, lambda b: b["Research"].delete_rows(row_of(b["Research"], "Beta")))
    brought(own, source)
    assert own.ids() == {"Alpha": "L-0001", "Acme": "L-0003", "Bolt": "L-0004", "Crane": "L-0005"}


def test_an_id_that_only_a_later_tab_still_holds_is_not_given_again(own, source):
    own.adds("Research", lead("Alpha"), lead("Beta"))
    own.sync()

    def lose(book):
        book["Research"].delete_rows(row_of(book["Research"], "Beta"))
        book["Log"].delete_rows(header_of(book["Log"]) + 1, 50)

    change(own.path, lose)
    assert own.row("Qualification", "Beta")["Lead ID"] == "L-0002"
    brought(own, source)
    assert own.ids()["Acme"] == "L-0003"


def test_the_same_list_twice_adds_nothing(own, source):
    brought(own, source)
    own.sync()
    whole_file = own.path.read_bytes()
    again = brought(own, source)
    assert (again["added"], again["already_there"]) == (0, 3)
    assert own.path.read_bytes() == whole_file


def test_a_list_whose_leads_people_have_worked_on_adds_nothing(own, source):
    brought(own, source)
    own.sync()
    own.types("Research", "Acme", {"Company": "Acme Ltd", "Source notes": None})
    assert brought(own, source)["added"] == 0


def test_a_longer_list_adds_its_new_rows_alone(own, source):
    brought(own, source)
    source.write_text(LIST + "Dell,Fay,Oh,CEO,fay@dell.example,,,,,\n", encoding="utf-8")
    assert brought(own, source)["added"] == 1
    assert own.ids()["Dell"] == "L-0004"


def test_rows_that_are_alike_are_counted_and_not_merged(own, source):
    twice = "Company,Role\nAcme,COO\nAcme,COO\nBolt,CEO\n"
    source.write_text(twice, encoding="utf-8")
    assert brought(own, source)["added"] == 3
    assert brought(own, source)["added"] == 0
    source.write_text(twice + "Acme,COO\n", encoding="utf-8")
    assert brought(own, source)["added"] == 1


def test_the_match_is_shown_before_anything_is_written(own, source):
    whole_file = own.path.read_bytes()
    done = run("import", source, own.path)
    says_all = done.stdout
    for line in (
        "Firm → Company",
        "Job title → Role",
        "Kept as lines in Source notes: Revenue, Colour",
    ):
        assert line in says_all
    says(done, 2, "needs your consent", "Nothing was imported.", "--yes")
    assert own.path.read_bytes() == whole_file


def test_json_stands_alone_on_stdout_and_the_match_on_stderr(own, source):
    done = run("import", source, own.path, "--yes", "--format", "json")
    body = json.loads(done.stdout)
    assert {"header": "Firm", "column": "Company", "how": "means"} in body["matches"]
    assert "Firm → Company" in done.stderr


def test_a_header_goes_where_the_person_says(own, source):
    brought(own, source, "--map", "Revenue=Probable problem", "--map", "Notes=-")
    acme = own.row("Research", "Acme")
    assert acme["Probable problem"] == "5m"
    assert acme["Source notes"] == "Notes: Opened a dock\nColour: red"


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("Revenue", "has no equals sign"),
        ("Turnover=Role", "no header “Turnover”"),
        ("Revenue=Lead ID", "no Research column “Lead ID”"),
        ("Revenue=Accept suggestions", "no Research column “Accept suggestions”"),
        ("Revenue=Status", "no Research column “Status”"),
    ],
)
def test_a_choice_that_cannot_be_is_refused(own, source, given, text):
    whole_file = own.path.read_bytes()
    says(run("import", source, own.path, "--yes", "--map", given), 2, text)
    assert own.path.read_bytes() == whole_file


def test_what_stands_in_the_workbook_is_not_changed(own, source):
    own.adds("Research", lead("Alpha"), {"Company": "Only a name"})
    own.sync()

    def notes(book):
        sheet = book["Research"]
        sheet.cell(header_of(sheet), sheet.max_column + 1).value = "Ours"
        sheet.cell(20, sheet.max_column).value = "far below"

    change(own.path, notes)
    before = peoples(own.path)
    brought(own, source)
    after = peoples(own.path)
    assert before.items() <= after.items()
    assert {at[0] for at in after.keys() - before.keys()} == {"Research"}
    assert all(at[1] > 20 for at in after.keys() - before.keys())
    assert own.sync()["receipt"]["dropped"] == 0
    assert set(own.ids()) == {"Alpha", "Only a name", "Acme", "Bolt", "Crane", None}


def test_an_import_taken_back_leaves_the_workbook_byte_for_byte(own, source):
    own.adds("Research", lead("Alpha"))
    own.sync()
    whole_file = own.path.read_bytes()
    brought(own, source)
    assert run("undo", own.path).exit_code == 0
    assert own.path.read_bytes() == whole_file
    assert brought(own, source)["added"] == 3


@pytest.mark.parametrize("column", ["Company", "Status", "Sync state"])
def test_a_tab_that_is_not_in_order_takes_no_list(own, source, column):
    change(own.path, lambda b: setattr(header_cell(b["Research"], column), "value", "Renamed"))
    whole_file = own.path.read_bytes()
    done = run("import", source, own.path, "--yes")
    says(done, 4, f"“{column}” is missing in Research", "Nothing was imported.", "sheetsync init")
    assert own.path.read_bytes() == whole_file


def test_a_book_without_research_takes_no_list(own, source):
    change(own.path, lambda b: b.remove(b["Research"]))
    says(run("import", source, own.path, "--yes"), 4, "The tab “Research” is missing")


@pytest.mark.parametrize(
    ("role", "notes"),
    [
        ('=HYPERLINK("http://bad.example")', "+49 30 1"),
        ("@x", "-1+2"),
        ("A\x00B", "a bell \x07"),
        ("😀", "שלום\u202e"),
        ("_x0041_", "_x0000_"),
        ("'x", "<&>]]>"),
    ],
)
def test_any_text_comes_in_as_the_text_that_it_is(own, source, role, notes):
    source.write_text(
        f'Company,Role,Notes\nAcme,"{role.replace(chr(34), chr(34) * 2)}","{notes}"\nBolt,b,c\n',
        encoding="utf-8",
    )
    assert brought(own, source)["added"] == 2
    own.sync()
    from sheetsync.books.xlsx import XlsxBook

    grid = next(g for g in XlsxBook(own.path).read().grids if g.title == "Research")
    held = {value for column in grid.columns for value in column}
    assert {role, notes} <= held
    assert not grid.formulas


@pytest.mark.parametrize(
    "text", ["n" * 50_000, "n" * 32_768, "😀" * 20_000], ids=["50,000", "32,768", "emoji"]
)
def test_a_text_that_no_cell_can_hold_keeps_its_row_out_and_says_which(own, source, text):
    source.write_text(f"Company,Notes\nAcme,{text}\nBolt,short\n", encoding="utf-8")
    done = run("import", source, own.path, "--yes")
    assert done.exit_code == 0
    assert "Row 2 was not imported: a text is longer than a cell can hold." in done.stderr
    assert list(own.ids()) == ["Bolt"]
    assert brought(own, source)["not_imported"] == [2]


def test_a_text_that_just_fits_comes_in_whole(own, source):
    source.write_text(
        f"Company,Notes\nAcme,{'n' * 32_767}\nBolt,{'😀' * 16_383}\n", encoding="utf-8"
    )
    assert brought(own, source)["added"] == 2
    assert len(own.row("Research", "Acme")["Source notes"]) == 32_767


def test_a_header_too_long_to_remember_keeps_its_rows_out(own, source):
    quoted = 'h""' * 12_000
    source.write_text(f'Company,"{quoted}"\nAcme,b\nBolt,\n', encoding="utf-8")
    assert brought(own, source)["not_imported"] == [2]


def test_a_number_that_no_cell_can_hold_stays_text(own, source):
    source.write_text(f"Company,Estimated value\nAcme,{'9' * 400}\nBolt,5\n", encoding="utf-8")
    assert brought(own, source)["added"] == 2
    assert own.row("Research", "Acme")["Estimated value"] == "9" * 400
    assert own.row("Research", "Bolt")["Estimated value"] == 5


def test_a_workbook_may_be_the_list(own, tmp_path):
    book = Workbook()
    book.active.append(["Company", "Role"])
    book.active.append(["Acme", "COO"])
    book.save(tmp_path / "list.xlsx")
    assert brought(own, tmp_path / "list.xlsx")["added"] == 1


def test_the_log_says_what_came_from_where(own, source):
    brought(own, source)
    told = json.loads(run("log", own.path, "--format", "json").stdout)
    assert "list.csv: 3 leads added, 0 already there." in told[0]["detail"]
    assert [line["lead_id"] for line in told[1:]] == ["L-0001", "L-0002", "L-0003"]


def test_a_book_without_a_log_takes_a_list_all_the_same(own, source):
    change(own.path, lambda b: b.remove(b["Log"]))
    assert brought(own, source)["added"] == 3
    assert brought(own, source)["added"] == 0


def test_new_ids_are_listed_when_asked_for(own, source):
    done = run("import", source, own.path, "--yes", "--verbose")
    assert "New ids: L-0001, L-0002, L-0003" in done.stdout
    assert "3 leads added, 0 already there." in done.stdout
