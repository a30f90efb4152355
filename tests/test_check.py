"""Checking: each cell that cannot be used is one finding at its place, and stops nothing else."""

import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from sheetsync.rules.catalogue import BLOCKS, CATALOGUE
from tests.workbooks import DECIDED, Team, fill, header_of, lead, place_of, row_of, team

TICK = "is not a tick; expected TRUE, FALSE or a blank cell"


@pytest.fixture(scope="module")
def first(tmp_path_factory, home_of_the_session) -> Team:
    own = team(tmp_path_factory.mktemp("check") / "sales.xlsx", lead("Acme"), lead("Bolt"))
    own.sync()
    own.types("Qualification", "Acme", DECIDED)
    own.sync()
    return own


@pytest.fixture
def synced(first, tmp_path) -> Team:
    return first.copied(tmp_path)


def flags(report: Any, code: str) -> list[dict[str, Any]]:
    return [f for f in report["findings"] if f["code"] == code]


def header(sheet: Worksheet, title: str) -> Any:
    return sheet.cell(header_of(sheet), place_of(sheet, title))


def test_p3_every_problem_is_reported_at_its_own_row_whatever_is_blank_above(tmp_path):
    long = "x" * 201
    own = team(
        tmp_path / "sales.xlsx",
        {"Company": "Blank"},
        lead("Longrole", Role=long),
        {"Company": "Blank, too"},
        lead("Longcontact", Contact=long, Confidence="sure"),
        lead("Both", Role=long, Channel="pigeon", Estimated_value=-1, Sensitive="x"),
        lead("Sound"),
    )
    report = own.json("check", "--no-ai")
    found = {(f["row"], f["column"]) for f in flags(report, "SY002")}
    assert found == {
        (4, "Role"),
        (6, "Contact"),
        (6, "Confidence"),
        (7, "Role"),
        (7, "Channel"),
        (7, "Estimated value"),
        (7, "Sensitive"),
    }


def test_sy002_an_unusable_cell_counts_as_blank_and_stays(tmp_path):
    own = team(tmp_path / "sales.xlsx", lead("Acme", Role="x" * 201))
    report = own.sync("--no-ai")
    assert own.codes("Acme", "Research", report) == {"SY002", "RS001"}
    assert own.row("Research", "Acme")["Role"] == "x" * 201
    (found,) = flags(report, "SY002")
    assert found["message"].startswith("Role: “" + "x" * 39 + "…”")


DATES = {
    "Real": (date(2026, 4, 1), True),
    "Moment": (datetime(2026, 4, 1, 9, 30), True),
    "Iso": ("2026-04-01", True),
    "Short": ("1 Apr 2026", True),
    "Spoken": ("April 1, 2026", True),
    "Serial": (46113, True),
    "Unclear": ("01/04/2026", False),
    "Words": ("next week", False),
    "Nosuchday": ("2026-02-30", False),
    "Tick": (True, False),
    "Small": (7, False),
    "Typo": ("1026-04-01", False),
}


def test_a_date_is_taken_as_a_person_writes_it_unless_it_is_unclear(tmp_path):
    own = team(tmp_path / "sales.xlsx", *map(lead, DATES))
    own.sync("--no-ai")
    with own.editing() as book:
        for name, (value, _) in DATES.items():
            typed = {"Decision": "nurture", "Reason": "later", "Decided by": "Ben"}
            fill(book["Qualification"], name, {**typed, "Revisit on": value})
    report = own.sync("--no-ai")
    for name, (_, usable) in DATES.items():
        assert ("SY002" in own.codes(name, "Qualification", report)) is not usable, name
        if usable:
            assert own.row("Qualification", name)["Status"] == "Nurture until 2026-04-01", name
    for found in flags(report, "SY002"):
        assert "expected a real date, such as 2026-03-14" in found["message"]


NO_USE = {
    "Yes": ("Sensitive", "yes", f"Sensitive: “yes” {TICK}."),
    "One": ("Sensitive", 1, f"Sensitive: “1” {TICK}."),
    "Text": ("Sensitive", "TRUE", f"Sensitive: “TRUE” {TICK}."),
    "Comma": ("Estimated value", "12,00", "Estimated value: “12,00” is not a number"),
    "Tick": ("Estimated value", True, "Estimated value: “TRUE” is not a number"),
    "Na": ("Estimated value", "#N/A", "Estimated value: “#N/A” is not a number"),
    "Div": ("Role", "#DIV/0!", "Role: “#DIV/0!” is a formula's error; correct the formula."),
    "Loading": ("Role", "Loading...", "Role: “Loading...” is a formula's error"),
    "Fax": ("Channel", "fax", "Channel: “fax” is not allowed; expected email, phone, linkedin, form or other."),
}  # fmt: skip

OF_USE = {
    "Unticked": ("Sensitive", False),
    "Space": ("Sensitive", " "),
    "Money": ("Estimated value", "€ 1,200.50"),
    "Nothing": ("Estimated value", 0),
    "Capital": ("Channel", "Email "),
    "Formula": ("Role", "=1+1"),
    "Quote": ("Role", "'quoted"),
    "Script": ("Role", "＠ops\n🚚 مدير"),
}


def test_sy002_says_what_was_expected_and_spares_what_can_be_read(tmp_path):
    typed = {name: (column, value) for name, (column, value, _) in NO_USE.items()} | OF_USE
    leads = (lead(name) | {column: value} for name, (column, value) in typed.items())
    own = team(tmp_path / "sales.xlsx", *leads)
    report = own.json("check", "--no-ai")
    found = {f["row"]: f for f in flags(report, "SY002")}
    assert list(found) == list(range(3, 3 + len(NO_USE)))
    for finding, (column, _, message) in zip(found.values(), NO_USE.values(), strict=True):
        assert finding["message"].startswith(message)
        assert (finding["column"], finding["severity"]) == (column, "error")


def test_a_cell_at_the_limit_of_a_sheet_is_read_whole(synced):
    synced.types("Research", "Bolt", {"Source notes": "y" * 32767})
    report = synced.json("check", "--no-ai")
    assert flags(report, "SY002") == []
    assert "32,767 characters" in flags(report, "RS002")[0]["message"]


COMPUTED = (
    ("Research", "Status"),
    ("Research", "Flags"),
    ("Qualification", "Role"),
    ("Qualification", "Score explained"),
    ("Qualification", "Decided on"),
    ("Outreach", "Evidence note"),
)


@pytest.mark.parametrize("text", ["my own words", '=UPPER("mine")'])
def test_sy004_a_persons_text_or_formula_in_a_computed_cell_stays_until_cleared(synced, text):
    before = {(tab, column): synced.row(tab, "Acme")[column] for tab, column in COMPUTED}
    put(synced, text)
    synced.types("Research", "Acme", {"Probable problem": "Dock planning by hand"})
    report = synced.sync("--no-ai")
    assert {(f["tab"], f["column"]) for f in flags(report, "SY004")} == set(COMPUTED)
    assert flags(report, "SY004")[0]["fix"] == "This cell is computed; clear it to have it back."
    assert {synced.row(tab, "Acme")[column] for tab, column in COMPUTED} == {text}
    assert synced.row("Qualification", "Acme")["Probable problem"] == "Dock planning by hand"
    assert synced.row("Outreach", "Acme")["Status"] == "Choose an angle", "rules go on"
    assert synced.sync("--no-ai")["changes"] == []
    put(synced, None)
    report = synced.sync("--no-ai")
    assert flags(report, "SY004") == []
    assert before == {(tab, column): synced.row(tab, "Acme")[column] for tab, column in COMPUTED}


def put(own: Team, text: str | None) -> None:
    with own.editing() as book:
        for tab, column in COMPUTED:
            fill(book[tab], "Acme", {column: text})


def test_sy004_what_a_person_typed_over_is_not_what_the_rules_go_on_with(synced):
    synced.types("Qualification", "Acme", {"Role": "Janitor"})
    synced.sync("--no-ai")
    assert synced.row("Outreach", "Acme")["Buyer role"] == "VP Operations"


def test_sy001_a_missing_column_is_named_and_its_tab_is_left_alone(synced):
    with synced.editing() as book:
        header(book["Qualification"], "Reason").value = "Reasons"
        fill(book["Research"], "Bolt", {"Role": None})
    before = synced.rows("Qualification")
    report = synced.sync("--no-ai")
    (found,) = flags(report, "SY001")
    assert (found["tab"], found["column"], found["row"]) == ("Qualification", "Reason", 2)
    assert "(is “reasons” meant for it?); nothing was written to this tab." in found["message"]
    assert synced.rows("Qualification") == before
    assert "RS001" in synced.row("Research", "Bolt")["Flags"], "the others go on"
    assert "Qualification" not in {change["tab"] for change in report["changes"]}
    told = synced.run("sync", "--no-ai", "--today", "2026-03-02")
    assert told.exit_code == 0


def test_sy001_stays_away_when_nothing_is_missing(synced):
    report = synced.json("check", "--no-ai")
    assert not {f["code"] for f in report["findings"]} & {
        "SY001", "SY002", "SY003", "SY004", "SY005", "SY006", "SY007", "SY008",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("tab", "column"), [("Research", "Confidence"), ("Qualification", "Reason")]
)
def test_sy001_a_refused_upstream_tab_makes_no_orphans_downstream(synced, tab, column):
    with synced.editing() as book:
        header(book[tab], column).value = "Another name"
    before = synced.row("Qualification", "Acme"), synced.row("Outreach", "Acme")
    report = synced.sync("--no-ai")
    assert flags(report, "HO002") == []
    after = synced.row("Qualification", "Acme"), synced.row("Outreach", "Acme")
    for old, new in zip(before, after, strict=True):
        assert {title for title in new if new[title] != old.get(title)} <= {
            "Flags",
            "Sync state",
            column,
            "Another name",
        }


def test_sy001_flags_of_rows_behind_a_refused_tab_stay_until_they_are_judged_again(synced):
    synced.sync("--no-ai")
    before = synced.row("Outreach", "Acme")["Flags"]
    assert before
    with synced.editing() as book:
        header(book["Research"], "Confidence").value = "How sure"
    synced.sync("--no-ai")
    assert synced.row("Outreach", "Acme")["Flags"] == before


def test_sy006_a_doubled_header_is_named_and_its_tab_is_left_alone(synced):
    with synced.editing() as book:
        sheet = book["Outreach"]
        sheet.cell(2, sheet.max_column + 1).value = "angle:"
    before = synced.rows("Outreach")
    synced.types("Qualification", "Acme", {"Decision": "skip"})
    report = synced.sync("--no-ai")
    (found,) = flags(report, "SY006")
    assert (
        found["message"]
        == "The column “Angle” stands twice in Outreach; nothing was written to this tab."
    )
    assert synced.rows("Outreach") == before
    assert synced.row("Qualification", "Acme")["Status"] == "Skipped"


def test_sy005_a_missing_or_doubled_tab_is_named_and_the_others_go_on(synced):
    with synced.editing() as book:
        book["CRM"].title = "Customers"
        book.create_sheet("Outreach ")["A1"] = "mine"
    synced.types("Research", "Bolt", {"Role": None})
    report = synced.sync("--no-ai")
    assert [f["message"] for f in flags(report, "SY005")] == [
        "The tab “Outreach” stands 2 times; it was left out.",
        "The tab “CRM” is missing; it was left out.",
    ]
    assert "RS001" in synced.row("Research", "Bolt")["Flags"]


def test_sy007_merged_rows_are_not_written_and_nothing_is_spent_on_them(synced):
    synced.adds("Research", lead("Cargo"))
    with synced.editing() as book:
        sheet = book["Research"]
        sheet.merge_cells(start_row=row_of(sheet, "Cargo"), end_row=row_of(sheet, "Cargo"),
                          start_column=3, end_column=4)  # fmt: skip
        sheet.merge_cells("C3:D3")
        book["Qualification"].merge_cells("B3:C3")
        book["Outreach"].merge_cells("B3:C3")
    synced.types("Research", "Acme", {"Source notes": "Other words: 14 open roles."})
    synced.types("Qualification", "Acme", {"Decision": "skip", "Reason": "no"})
    report = synced.sync()
    assert [(f["tab"], f["row"]) for f in flags(report, "SY007")] == [
        ("Research", 3), ("Research", 5), ("Qualification", 3), ("Outreach", 3),
    ]  # fmt: skip
    written = {(c["tab"], c["lead_id"]) for c in report["changes"] if c["column"]}
    assert (
        not {("Research", "L-0001"), ("Qualification", "L-0001"), ("Outreach", "L-0001")} & written
    )
    assert synced.row("Research", "Cargo")["Lead ID"] is None
    assert report["ai"]["calls"] == 0
    assert not [
        row for row in synced.rows("Log") if row["Event"] == "AI job" and row["Detail"] == ""
    ]
    for _ in range(2):
        assert synced.sync()["changes"] == [], "no new id, no new handoff, no new answer"
    assert len(synced.rows("Qualification")) == 2
    with synced.editing() as book:
        sheet = book["Research"]
        for area in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(area))
    report = synced.sync()
    assert flags(report, "SY007")
    assert synced.row("Research", "Cargo")["Lead ID"] == "L-0003"


def test_sy007_a_withdrawal_from_a_merged_row_is_not_logged_again_and_again(synced):
    with synced.editing() as book:
        book["Outreach"].merge_cells("B3:C3")
    synced.types("Qualification", "Acme", {"Decision": "skip"})
    synced.sync("--no-ai")
    assert synced.sync("--no-ai")["changes"] == []
    assert synced.row("Outreach", "L-0001")["Status"] == "Choose an angle"


def test_check_writes_nothing_and_strict_says_whether_an_error_stands(synced):
    synced.types("Qualification", "Acme", {"Decision": "skip"})
    synced.sync("--no-ai")
    assert synced.run("check", "--strict", "--no-ai", "--today", "2026-03-02").exit_code == 0
    synced.types("Research", "Bolt", {"Role": None})
    before = synced.path.read_bytes()
    told = synced.run("check", "--strict", "--no-ai", "--today", "2026-03-02")
    assert told.exit_code == 5
    assert "RS001 error, 1 place: The research is incomplete." in told.stdout
    assert synced.path.read_bytes() == before


def test_the_findings_have_the_documented_fields(synced):
    synced.types("Research", "Bolt", {"Role": None})
    (found, *_) = flags(synced.json("check", "--no-ai"), "RS001")
    assert found == {
        "code": "RS001",
        "severity": "error",
        "tab": "Research",
        "lead_id": "L-0002",
        "row": 4,
        "column": "Role",
        "message": "Research is incomplete: role missing.",
        "fix": "Fill in what the message names, from a source.",
    }


def test_p6_every_code_is_explained_in_plain_words_with_its_requirement(synced):
    for code, entry in CATALOGUE.items():
        assert code == entry.code
        assert code[:2] in BLOCKS
        assert entry.meaning.endswith(".")
        assert entry.fix.endswith(".")
        assert entry.serves[0] in "RP"
        assert entry.serves[1:].isdecimal()


def test_p2_one_command_from_a_shell_syncs(synced):
    synced.adds("Research", lead("Cargo"))
    program = Path(sys.executable).with_name("sheetsync")
    command = [str(program), "sync", str(synced.path), "--today", "2026-03-02"]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    assert "cells written" in told.stdout
    assert synced.row("Qualification", "Cargo")["Lead ID"] == "L-0003"
