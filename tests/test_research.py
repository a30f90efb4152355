"""Research: a lead passes on when it is complete, and each thing that is missing is named."""

from typing import Any

import pytest

from tests.workbooks import FILLED_MAP, LEAD, MONDAY, Team, lead, team

LONG = "The careers page lists 14 open roles. " * 120

CASES: dict[str, tuple[dict[str, Any], str, str]] = {
    "Nocompany": ({"Company": None, "Contact": "Nocompany"}, "RS001", "company missing"),
    "Norole": ({"Role": None}, "RS001", "role missing"),
    "Noproblem": ({"Probable_problem": None}, "RS001", "probable problem missing"),
    "Nopath": ({"Reachable_path": None}, "RS001", "reachable path missing"),
    "Nosignal": ({"Relevance_signal": None}, "RS001", "relevance signal missing"),
    "Longnotes": ({"Source_notes": LONG}, "RS002", "4,559 characters; at most 4,000"),
    "Badmail": ({"Reachable_path": "dana at badmail"}, "RS003", "well-formed e-mail"),
    "Badphone": ({"Channel": "phone", "Reachable_path": "call me"}, "RS003", "dialled"),
    "Badlinkedin": (
        {"Channel": "linkedin", "Reachable_path": "xing.com/dana"},
        "RS003",
        "LinkedIn",
    ),
    "Badform": ({"Channel": "form", "Reachable_path": "contact us"}, "RS003", "web page"),
    "Nosource": ({"Signal_source": None}, "RS005", "names no source"),
    "Nochannel": ({"Channel": None}, "RS006", "channel"),
    "Noconfidence": ({"Confidence": None}, "RS006", "confidence"),
    "Nonotes": ({"Source_notes": None}, "RS007", "no description"),
    "Longrole": ({"Probable_problem": "x" * 301}, "HO001", "301 characters; at most 300"),
    "Badconfidence": ({"Confidence": "certain"}, "SY002", "expected low, medium or high"),
    "Badtick": ({"Sensitive": "maybe"}, "SY002", "is not a tick"),
    "Badvalue": ({"Estimated_value": "a lot"}, "SY002", "is not a number"),
    "Negative": ({"Estimated_value": -5}, "SY002", "out of range"),
    "Hugename": ({"Role": "x" * 201}, "SY002", "too long; expected at most 200 characters"),
    "Badformula": ({"Role": "#REF!"}, "SY002", "formula's error"),
}

FINE: dict[str, dict[str, Any]] = {
    "Sound": {},
    "Shouted": {"Channel": "EMAIL", "Confidence": "High"},
    "Dialled": {"Channel": "phone", "Reachable_path": "+49 30 1234567"},
    "Linked": {"Channel": "linkedin", "Reachable_path": "https://www.linkedin.com/in/dana-linked"},
    "Formed": {"Channel": "form", "Reachable_path": "https://formed.example/contact"},
    "Otherwise": {"Channel": "other", "Reachable_path": "the fair in May"},
    "Capped": {"Source_notes": LONG[:4000], "Probable_problem": "y" * 300},
    "Priced": {"Estimated_value": "$12,500"},
    "Numbered": {"Contact": "007", "Role": 7},
}

BLOCKING = {"RS001", "RS003", "RS005", "RS006", "HO001"}


@pytest.fixture(scope="module")
def worked(tmp_path_factory, home_of_the_session) -> tuple[Team, Any]:
    """One workbook with a lead for each trouble, and one for each thing that is none."""
    leads = [
        *(lead(name, **values) for name, (values, _, _) in CASES.items()),
        *(lead(name, **values) for name, values in FINE.items()),
    ]
    own = team(tmp_path_factory.mktemp("research") / "sales.xlsx", *leads)
    return own, own.sync()


def lead_id(own: Team, name: str) -> str:
    return next(
        row["Lead ID"] for row in own.rows("Research") if name in (row["Company"], row["Contact"])
    )


def of(own: Team, report: Any, name: str) -> list[dict[str, Any]]:
    key = lead_id(own, name)
    return [f for f in report["findings"] if (f["tab"], f["lead_id"]) == ("Research", key)]


@pytest.mark.parametrize("name", CASES)
def test_r11_to_r16_each_trouble_of_a_lead_is_named_at_its_cell(worked, name):
    own, report = worked
    _, code, words = CASES[name]
    found = [f for f in of(own, report, name) if f["code"] == code]
    assert len(found) == 1, of(own, report, name)
    assert words in found[0]["message"]
    assert found[0]["column"] in LEAD | {"Sensitive": "", "Estimated value": ""}
    row = next(row for row in own.rows("Research") if row["Lead ID"] == lead_id(own, name))
    assert f"[{code}]" in row["Flags"]
    assert found[0]["message"] in row["Flags"]


@pytest.mark.parametrize("name", FINE)
def test_r11_to_r16_a_complete_lead_has_no_flag_and_is_handed_on(worked, name):
    own, report = worked
    assert of(own, report, name) == []
    row = own.row("Research", name)
    assert row["Flags"] is None
    assert row["Status"] == f"Handed to Qualification on {MONDAY}"
    assert own.row("Qualification", name)["Lead ID"] == row["Lead ID"]


def test_r11_every_missing_field_is_named_at_once_and_rs006_comes_only_after(tmp_path):
    own = team(tmp_path / "sales.xlsx")
    own.adds("Research", {"Company": "Bare"}, lead("Late", Channel=None, Confidence=None))
    report = own.sync()
    assert own.codes("Bare", "Research", report) == {"RS001", "RS007"}
    flags = own.row("Research", "Bare")["Flags"]
    assert "role, probable problem, reachable path, relevance signal missing" in flags
    assert "channel, confidence" in own.row("Research", "Late")["Flags"]
    assert own.row("Research", "Bare")["Status"].startswith("Incomplete: role")
    assert own.rows("Qualification") == []


def test_r15_nothing_is_handed_on_while_an_error_stands_on_the_row(worked):
    own, _ = worked
    handed = {row["Lead ID"] for row in own.rows("Qualification")}
    for name, (_, code, _) in CASES.items():
        assert (lead_id(own, name) not in handed) or code not in BLOCKING, name


def test_r15_the_handoff_record_holds_identity_signal_role_channel_problem_and_confidence(worked):
    own, _ = worked
    research, record = own.row("Research", "Sound"), own.row("Qualification", "Sound")
    columns = (
        "Lead ID", "Company", "Contact", "Role", "Segment", "Channel",
        "Relevance signal", "Probable problem", "Confidence",
    )  # fmt: skip
    assert {title: record[title] for title in columns} == {
        title: research[title] for title in columns
    }
    assert all(record[title] for title in columns)


def test_r79_the_handoff_is_logged_once_with_its_source_row(worked):
    own, _ = worked
    key = lead_id(own, "Sound")
    lines = [
        row
        for row in own.rows("Log")
        if row["Lead ID"] == key and row["Event"] == "handoff to Qualification"
    ]
    assert len(lines) == 1
    assert lines[0]["Tab"] == "Research"
    assert "Relevance signal: opened a second cross-dock" in lines[0]["Detail"]


def test_a_text_that_looks_like_a_number_stays_what_was_typed(worked):
    own, _ = worked
    assert own.row("Qualification", "Numbered")["Contact"] == "007"
    assert own.row("Qualification", "Numbered")["Role"] == "7"
    assert own.row("Research", "Numbered")["Role"] == 7


def test_r14_a_national_number_is_read_by_the_teams_country(tmp_path):
    own = team(
        tmp_path / "sales.xlsx",
        lead("Short", Channel="phone", Reachable_path="12345"),
        lead("Berlin", Channel="phone", Reachable_path="030 1234567"),
        lead("Endless", Channel="phone", Reachable_path="0123456789012345678"),
    )
    abroad = own.sync("--no-ai")
    assert "RS003" in own.codes("Short", "Research", abroad)
    assert own.codes("Berlin", "Research", abroad) == set()
    own.types("Settings", "Holidays country", {"Value": "DE"})
    home = own.sync("--no-ai")
    assert own.codes("Berlin", "Research", home) == set()
    assert "RS003" in own.codes("Endless", "Research", home)


def test_r18_a_lead_that_waits_longer_than_the_limit_is_overdue_until_a_decision_counts(tmp_path):
    own = team(tmp_path / "sales.xlsx", lead("Slow"))
    own.sync()
    assert "RS004" not in own.codes("Slow", "Research", own.sync(today="2026-03-05"))
    late = own.sync(today="2026-03-06")
    assert "RS004" in own.codes("Slow", "Research", late)
    assert "not decided within 3 days" in own.row("Research", "Slow")["Flags"]
    assert {f["severity"] for f in late["findings"] if f["code"] == "RS004"} == {"warning"}
    own.types("Qualification", "Slow", {"Decision": "skip", "Reason": "too small"})
    assert "RS004" in own.codes("Slow", "Research", own.sync(today="2026-03-06"))
    own.types("Qualification", "Slow", {"Decided by": "Ben"})
    assert "RS004" not in own.codes("Slow", "Research", own.sync(today="2026-03-06"))


def test_r18_a_team_may_switch_the_limit_off(tmp_path):
    own = team(tmp_path / "sales.xlsx", lead("Slow"))
    own.types("Settings", "Route within (days)", {"Value": "none"})
    own.sync()
    assert own.codes("Slow", "Research", own.sync(today="2026-06-01")) == set()


def test_r12_the_cap_is_the_teams_own(tmp_path):
    own = team(tmp_path / "sales.xlsx", lead("Sound"))
    own.types("Settings", "Research notes cap (characters)", {"Value": 50})
    own.types("Settings", "Handoff field cap", {"Value": 20})
    report = own.sync()
    assert {"RS002", "HO001"} <= own.codes("Sound", "Research", report)
    assert own.row("Research", "Sound")["Status"].startswith("Not handed on: ")


def test_r94_without_a_filled_map_a_complete_lead_waits_and_the_reason_is_shown(tmp_path):
    own = team(tmp_path / "sales.xlsx", lead("Ready"), filled=False)
    own.sync()
    row = own.row("Research", "Ready")
    assert row["Status"] == (
        "Complete; waits because Research is not automated (no owner, no output, no rule)"
    )
    assert row["AI note"] is None
    assert own.rows("Qualification") == []
    own.types("Start here", "Research", FILLED_MAP[0])
    own.sync()
    assert own.row("Research", "Ready")["Status"] == f"Handed to Qualification on {MONDAY}"
    assert own.row("Research", "Ready")["AI note"]
    assert own.row("Qualification", "Ready")["AI ratings"] is None


def test_an_incomplete_lead_keeps_its_handoff_date_once_it_was_handed_on(tmp_path):
    own = team(tmp_path / "sales.xlsx", lead("Sound"))
    own.sync()
    own.types("Research", "Sound", {"Role": None})
    report = own.sync(today="2026-03-03")
    assert own.codes("Sound", "Research", report) == {"RS001"}
    assert "QL014" in own.codes("Sound", "Qualification", report)
    assert own.row("Qualification", "Sound")["Role"] == "VP Operations"
    own.types("Research", "Sound", {"Role": "COO"})
    report = own.sync(today="2026-03-04")
    assert "QL014" not in own.codes("Sound", "Qualification", report)
    assert own.row("Qualification", "Sound")["Role"] == "COO"
    assert own.row("Research", "Sound")["Status"] == f"Handed to Qualification on {MONDAY}"


# Requirements that the tests above prove, by the numbers in their names:
# R11 R12 R13 R14 R15 R16 R18 R79 R94
