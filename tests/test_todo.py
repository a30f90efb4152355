"""To do: everything that needs a person now, in one list, with what, why, who and how long."""

from datetime import date, datetime
from typing import Any

import pytest

from sheetsync.finding import Finding
from sheetsync.rules.map import Gate
from sheetsync.todo import LISTED, build_lines
from tests.workbooks import DECIDED, MONDAY, Team, header_of, lead, place_of, row_of, team


@pytest.fixture(scope="module")
def first(tmp_path_factory, home_of_the_session) -> Team:
    own = team(
        tmp_path_factory.mktemp("todo") / "sales.xlsx",
        lead("Norole", Role=None),
        lead("Waiting"),
        lead("Gapped"),
        lead("Nonotes", Source_notes=None),
        lead("Typed") | {"Lead ID": "L-0077"},
    )
    own.sync("--no-ai")
    own.types("Qualification", "Gapped", {**DECIDED, "Risk or missing evidence": "Missing: budget"})
    own.sync("--no-ai", today="2026-03-03")
    return own


@pytest.fixture
def listed(first, tmp_path) -> Team:
    return first.copied(tmp_path)


def line(own: Team, code: str) -> dict[str, Any]:
    (found,) = (row for row in own.rows("To do") if row["Code"] == code)
    return found


def test_r76_every_finding_stands_in_the_list_with_what_why_who_and_how_long(listed):
    report = listed.sync("--no-ai", today="2026-03-05")
    assert len(listed.rows("To do")) == len(report["findings"])
    assert line(listed, "QL008") == {
        "Priority": 3,
        "Kind": "decision",
        "Code": "QL008",
        "What": "Evidence is missing and nobody has signed for it: “Missing: budget”.",
        "How to fix": "Find the evidence, or put your name into Missing evidence accepted by.",
        "Who": "Ben",
        "Tab": "Qualification",
        "Lead ID": listed.ids()["Gapped"],
        "Company": "Gapped",
        "Since": datetime(2026, 3, 3),
        "Age (days)": 2,
    }
    assert line(listed, "RS001")["Since"] == datetime(2026, 3, 2)
    assert line(listed, "RS001")["Age (days)"] == 3
    assert line(listed, "RS001")["Who"] == "Ana"
    waits = [row["Company"] for row in listed.rows("To do") if row["Code"] == "QL011"]
    assert waits == ["Waiting", "Nonotes"]


def test_the_most_urgent_comes_first(listed):
    listed.sync("--no-ai", today="2026-03-20")
    order = [(row["Priority"], row["Code"]) for row in listed.rows("To do")]
    assert order == sorted(order)
    assert [code for _, code in dict.fromkeys(order)] == [
        "ID001", "RS004", "QL008", "QL011", "RV004", "RS001", "RS007",
    ]  # fmt: skip


def test_each_line_links_to_the_cell_where_it_can_be_mended(listed):
    with listed.editing() as book:
        sheet, research = book["To do"], book["Research"]
        row = row_of(sheet, "RS001")
        cell = sheet.cell(row, place_of(sheet, "What"))
        letter = research.cell(1, place_of(research, "Role")).column_letter
        assert cell.hyperlink.location == f"'Research'!{letter}{row_of(research, 'Norole')}"
        assert all(sheet.cell(place, 4).hyperlink for place in range(2, header_of(sheet) + 1 + row))


def test_links_follow_when_rows_have_moved(listed):
    with listed.editing() as book:
        book["Research"].insert_rows(3, 2)
    report = listed.sync("--no-ai", today="2026-03-03")
    assert {change["tab"] for change in report["changes"]} <= {"To do", "Log"}
    with listed.editing() as book:
        sheet = book["To do"]
        cell = sheet.cell(row_of(sheet, "RS001"), place_of(sheet, "What"))
        assert cell.hyperlink.location.endswith("5")
    assert listed.sync("--no-ai", today="2026-03-03")["changes"] == []


def test_what_is_done_leaves_the_list(listed):
    listed.types("Research", "Norole", {"Role": "COO"})
    listed.types("Research", "Typed", {"Lead ID": None})
    listed.types("Qualification", "Gapped", {"Missing evidence accepted by": "Cleo"})
    listed.sync("--no-ai", today="2026-03-03")
    codes = [row["Code"] for row in listed.rows("To do")]
    assert not {"RS001", "ID001", "QL008"} & set(codes)
    assert listed.sync("--no-ai", today="2026-03-03")["changes"] == []


def test_the_list_keeps_what_a_team_added_beside_it(listed):
    with listed.editing() as book:
        book["To do"].cell(1, 13).value = "Our remarks"
        book["To do"].cell(2, 13).value = "Ana is on it"
    listed.sync("--no-ai", today="2026-03-06")
    assert listed.rows("To do")[0]["Our remarks"] == "Ana is on it"


def test_a_workbook_without_the_list_is_synced_all_the_same(listed):
    with listed.editing() as book:
        del book["To do"]
    listed.types("Research", "Norole", {"Role": "COO"})
    report = listed.sync("--no-ai", today="2026-03-03")
    assert "SY005" in {f["code"] for f in report["findings"]}
    assert listed.row("Research", "Norole")["Status"].startswith("Handed to Qualification")


def test_a_long_run_of_one_code_becomes_one_line_and_decisions_are_all_listed():
    many = [
        Finding("RS001", "Research", f"gap {n}", row=n, lead_id=f"L-{n}") for n in range(LISTED + 7)
    ]
    waits = [Finding("QL011", "Qualification", f"wait {n}", row=n) for n in range(LISTED + 7)]
    lines = build_lines([*many, *waits], gates={"Research": Gate("Ana", ())}, companies={})
    assert sum(own.code.code == "QL011" for own in lines) == LISTED + 7
    gaps = [own for own in lines if own.code.code == "RS001"]
    assert len(gaps) == LISTED + 1
    assert gaps[-1].finding.message == "7 more like these: filter Flags in Research by RS001."
    assert gaps[-1].finding.row is None
    assert {own.who for own in gaps} == {"Ana"}


def test_a_date_that_the_rule_knows_comes_before_the_lists_memory(listed):
    report = listed.sync("--no-ai", today="2026-03-20")
    assert "RS004" in {f["code"] for f in report["findings"]}
    late = next(row for row in listed.rows("To do") if row["Code"] == "RS004")
    assert late["Since"].date() == date.fromisoformat(MONDAY).replace(day=5)
    assert late["Age (days)"] == 15


# Requirements that the tests above prove, by the numbers in their names:
# R76
