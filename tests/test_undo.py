"""Taking back the last run: whole if nobody has worked since, else cell by cell and no one's work."""

import json
import shutil

import pytest
from platformdirs import user_state_path

from tests.broken import NOON, change, peoples, run, says
from tests.workbooks import DECIDED, Team, header_of, lead, row_of, team


@pytest.fixture
def own(tmp_path):
    own = team(tmp_path / "b.xlsx", lead("Alpha"), lead("Beta"))
    own.sync()
    return own


def undone(own):
    done = own.run("undo")
    assert done.exit_code == 0, done.output
    return done.stdout


def test_a_run_that_nobody_has_worked_on_since_is_taken_back_byte_for_byte(own):
    own.types("Qualification", "Alpha", DECIDED)
    before = own.path.read_bytes()
    own.sync()
    after = own.path.read_bytes()
    assert "is as it was before the run" in undone(own)
    assert own.path.read_bytes() == before
    assert own.path.with_name("b.bak.xlsx").read_bytes() == after


def test_a_sync_after_an_undo_does_the_same_again(own):
    own.types("Qualification", "Alpha", DECIDED)
    own.sync()
    after = own.path.read_bytes()
    undone(own)
    own.sync()
    assert own.path.read_bytes() == after


def test_there_is_one_undo_and_not_two(own):
    undone(own)
    says(own.run("undo"), 2, "nothing to undo", "Nothing was changed.")


def test_a_run_that_wrote_nothing_leaves_the_undo_of_the_one_before(own):
    own.types("Qualification", "Alpha", DECIDED)
    before = own.path.read_bytes()
    own.sync()
    own.sync()
    undone(own)
    assert own.path.read_bytes() == before


def test_what_people_did_since_stays_and_the_rest_is_taken_back(own):
    own.types("Qualification", "Alpha", DECIDED)
    own.sync()
    assert own.row("Outreach", "Alpha")["Status"]
    own.types("Qualification", "Beta", {"Reason": "typed since"})
    own.types("Qualification", "Alpha", {"Status": "my own word"})
    before = peoples(own.path)
    told = undone(own)
    assert "Taken back:" in told
    assert "were left: someone has worked there since." in told
    assert peoples(own.path) == before
    assert own.rows("Outreach") == []
    assert own.row("Qualification", "Alpha")["Status"] == "my own word"
    assert own.row("Qualification", "Alpha").get("Decided on") is None


def test_a_row_that_someone_has_worked_on_is_left(own):
    own.types("Qualification", "Alpha", DECIDED)
    own.sync()
    own.types("Outreach", "Alpha", {"Angle": "the new dock"})
    undone(own)
    assert own.row("Outreach", "Alpha")["Angle"] == "the new dock"
    assert own.row("Outreach", "Alpha")["Lead ID"] == "L-0001"


def test_a_row_with_a_note_in_the_teams_own_column_is_left(own):
    def note(book):
        sheet = book["Outreach"]
        sheet.cell(row_of(sheet, "Alpha"), sheet.max_column + 1).value = "ours"

    own.types("Qualification", "Alpha", DECIDED)
    own.sync()
    change(own.path, note)
    undone(own)
    assert own.row("Outreach", "Alpha")["Lead ID"] == "L-0001"


def test_rows_that_were_sorted_since_are_found_by_their_id(own):
    own.types("Research", "Alpha", {"Role": None})
    before = {row["Company"]: row for row in own.rows("Research")}
    own.sync()

    def sort(book):
        sheet = book["Research"]
        one, other = row_of(sheet, "Alpha"), row_of(sheet, "Beta")
        for place in range(1, sheet.max_column + 1):
            a, b = sheet.cell(one, place), sheet.cell(other, place)
            a.value, b.value = b.value, a.value

    change(own.path, sort)
    undone(own)
    after = {row["Company"]: row for row in own.rows("Research")}
    assert list(after) == ["Beta", "Alpha"]
    assert after == before


def test_a_row_whose_id_was_copied_is_left(own):
    own.types("Qualification", "Alpha", DECIDED)
    own.sync()

    def copy(book):
        sheet = book["Outreach"]
        row = row_of(sheet, "Alpha")
        for place in range(1, sheet.max_column + 1):
            sheet.cell(row + 1, place).value = sheet.cell(row, place).value

    change(own.path, copy)
    undone(own)
    assert [row["Lead ID"] for row in own.rows("Outreach")] == ["L-0001", "L-0001"]


def test_a_formula_that_someone_put_there_since_is_left(own):
    """Its result may be what the run left there: a blank."""
    own.types("Research", "Alpha", {"Role": None})
    own.sync()
    own.types("Research", "Alpha", {"Role": "VP Operations"})
    own.sync()
    own.types("Research", "Alpha", {"Status": "=1+1", "Flags": '=""'})
    undone(own)
    row = own.row("Research", "Alpha")
    assert (row["Status"], row["Flags"]) == ("=1+1", '=""')


def test_a_tab_that_is_gone_or_not_in_order_is_left(own):
    own.types("Qualification", "Alpha", DECIDED)
    own.sync()
    change(own.path, lambda b: b.remove(b["Outreach"]))
    change(own.path, lambda b: setattr(b["Qualification"].cell(2, 1), "value", "Key"))
    before = {row["Key"]: row["Status"] for row in own.rows("Qualification")}
    undone(own)
    assert {row["Key"]: row["Status"] for row in own.rows("Qualification")} == before


def test_the_log_is_only_added_to_and_names_the_undo(own):
    own.types("Qualification", "Alpha", DECIDED)
    own.sync()
    lines = own.rows("Log")
    own.types("Research", "Beta", {"Role": "CEO"})
    undone(own)
    assert own.rows("Log")[: len(lines)] == lines
    assert [row["Event"] for row in own.rows("Log")[len(lines) :]] == ["undo"]
    report = own.sync()
    assert own.sync()["changes"] == []
    assert report["receipt"]["rows_appended"]


def test_a_large_import_taken_back_later_is_not_mistaken_for_lost_leads(own, tmp_path):
    source = tmp_path / "list.csv"
    source.write_text("Company,Role\n" + "".join(f"Firm {n},COO\n" for n in range(30)))
    run("import", source, own.path, "--yes")
    own.types("Research", "Alpha", {"Role": "CEO"})
    undone(own)
    assert set(own.ids()) == {"Alpha", "Beta"}
    own.sync()
    assert run("import", source, own.path, "--yes").exit_code == 0
    assert own.ids()["Firm 0"] == "L-0033"


def test_ids_taken_back_are_not_mistaken_for_lost_leads(tmp_path):
    own = team(tmp_path / "b.xlsx", *(lead(f"Firm {n}") for n in range(12)))
    for _ in range(3):
        own.sync()
        own.types("Research", "Firm 0", {"Role": "CEO"})
        undone(own)
    own.sync()
    assert len(own.ids()) == 12


def test_a_run_of_another_machine_since_is_not_touched(own, tmp_path, monkeypatch):
    own.types("Qualification", "Alpha", DECIDED)
    own.sync()
    home = str(tmp_path / "another machine")
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("XDG_STATE_HOME", home)
        elsewhere.setenv("XDG_CACHE_HOME", home)
        own.types("Research", "Beta", {"Role": None})
        own.sync(today="2026-03-03")
    before = own.path.read_bytes()
    says(own.run("undo"), 3, "Another run has written to", "Nothing was changed.")
    assert own.path.read_bytes() == before


def test_each_book_has_its_own_undo(own, tmp_path):
    other = Team(tmp_path / "other.xlsx")
    shutil.copy(own.path, other.path)
    says(other.run("undo"), 2, "nothing to undo")
    undone(own)


def test_an_undo_without_a_backup_goes_cell_by_cell(own):
    own.types("Qualification", "Alpha", DECIDED)
    own.sync()
    own.path.with_name("b.bak.xlsx").unlink()
    assert "Taken back:" in undone(own)
    assert own.rows("Outreach") == []
    assert own.row("Qualification", "Alpha")["Decision"] == "pursue"


def test_an_open_book_is_not_undone(own):
    before = own.path.read_bytes()
    (own.path.parent / "~$b.xlsx").write_bytes(b"")
    says(own.run("undo"), 75, "(Excel)")
    assert own.path.read_bytes() == before
    (own.path.parent / "~$b.xlsx").unlink()
    undone(own)


@pytest.mark.parametrize("content", ["", "{}", "[]", "5", '{"after": 1, "plan": "x"}', '{"plan'])
def test_a_journal_that_cannot_be_read_counts_as_none(own, content):
    (journal,) = user_state_path("sheetsync").rglob("*.json")
    journal.write_text(content)
    says(own.run("undo"), 2, "nothing to undo")


def test_a_book_that_lost_its_log_is_undone_all_the_same(own):
    own.types("Qualification", "Alpha", DECIDED)
    own.sync()
    change(own.path, lambda b: b.remove(b["Log"]))
    undone(own)
    assert own.rows("Outreach") == []


def test_nothing_left_to_take_back_writes_nothing(own):
    own.types("Qualification", "Alpha", {"Reason": "x"})

    def clear(book):
        for tab in ("Research", "Qualification", "To do", "Start here", "Segments"):
            sheet = book[tab]
            sheet.delete_rows(header_of(sheet) + 1, 50)

    change(own.path, clear)
    before = own.path.read_bytes()
    assert "Taken back: 0 cells and 0 added rows" in undone(own)
    assert own.path.read_bytes() == before


def test_the_run_that_was_taken_back_is_named(own):
    run_name = json.loads(run("log", own.path, "--format", "json").stdout)[-1]["run"]
    assert run_name in undone(own)
    assert NOON[1].replace("-", "") in run_name
