"""Qualification: a person decides, with a reason, evidence and a name; only then a lead passes on."""

from datetime import date, datetime
from typing import Any

import pytest

from tests.workbooks import DECIDED, MONDAY, Team, fill, lead, team

TUESDAY = "2026-03-03"

# What research says of the lead, what people fill in, the code, the column to mend, the words.
Case = tuple[dict[str, Any], dict[str, Any], str, str, str]

CASES: dict[str, Case] = {
    "Maybe": ({}, {"Decision": "maybe"}, "QL001", "Decision", "pursue, nurture or skip"),
    "Noreason": ({}, {"Reason": None}, "QL002", "Reason", "“pursue” has no reason"),
    "Skipnoreason": ({}, {"Decision": "skip", "Reason": None}, "QL002", "Reason", "“skip” has no"),
    "Nurturenoreason": ({}, {"Decision": "nurture", "Reason": None}, "QL002", "Reason", "“nurture”"),
    "Nonote": ({}, {"Evidence note": None}, "QL003", "Evidence note", "missing"),
    "Ungrounded": ({}, {"Evidence note": "They seem keen to buy"}, "QL004", "Evidence note", "quotes nothing"),
    "Wrongnumber": ({}, {"Evidence note": "40 open roles"}, "QL004", "Evidence note", "quotes nothing"),
    "Norisk": ({}, {"Risk or missing evidence": None}, "QL005", "Risk or missing evidence", "none found"),
    "Newsegment": ({"Segment": "Rail"}, {}, "QL007", "Segment", "“Rail” is new"),
    "Unapproved": ({"Segment": "Air"}, {}, "QL007", "Segment", "approved segment “Air” yet"),
    "Expired": ({"Segment": "Sea"}, {}, "QL007", "Segment", "segment “Sea” has expired on 2026-03-02"),
    "Missing": ({}, {"Risk or missing evidence": "Risk: slow\nMissing: budget"}, "QL008",
                "Missing evidence accepted by", "“Missing: budget”"),
    "Unmarked": ({}, {"Risk or missing evidence": "no budget known\nno sponsor"}, "QL008",
                 "Missing evidence accepted by", "“no budget known” and 1 more"),
    "Sensitive": ({"Sensitive": True}, {}, "QL009", "Account approved by", "marked sensitive"),
    "Valuable": ({"Estimated_value": 50000}, {}, "QL009", "Account approved by", "worth 50,000"),
    "Nameless": ({}, {"Decided by": None}, "QL010", "Decided by", "once Decided by is filled in"),
    "Nosegment": ({"Segment": None}, {}, "QL013", "Segment", "names no segment"),
    "Longnote": ({"Source_notes": "Longnote lists 14 open roles. " * 20},
                 {"Evidence note": "Longnote lists 14 open roles. " * 11},
                 "HO001", "Evidence note", "329 characters; at most 300"),
    "Wordy": ({}, {"Reason": "x" * 1001}, "SY002", "Reason", "at most 1,000 characters"),
    "Undated": ({}, {"Decision": "nurture", "Revisit on": "soon"}, "SY002", "Revisit on", "is not a date"),
    "Misrated": ({}, {"Fit: Timing": "great"}, "SY002", "Fit: Timing", "strong, partial, weak or unknown"),
}  # fmt: skip

FINE: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "Sound": ({}, {}),
    "Shouted": ({}, {"Decision": "PURSUE"}),
    "Named": ({}, {"Evidence note": "a cross-dock in Memphis"}),
    "Numbered": ({}, {"Evidence note": "14 roles"}),
    "Fromsignal": ({}, {"Evidence note": "opened a second cross-dock"}),
    "Riskonly": ({}, {"Risk or missing evidence": "Risk: slow to decide"}),
    "Accepted": ({}, {"Risk or missing evidence": "Missing: budget",
                      "Missing evidence accepted by": "Cleo"}),
    "Cleared": ({"Sensitive": True, "Estimated_value": 90000}, {"Account approved by": "Cleo"}),
    "Small": ({"Estimated_value": 49999.99}, {}),
    "Nonefound": ({}, {"Risk or missing evidence": "None found."}),
}  # fmt: skip

PASSING = {"Nosegment"}
"""Cases whose flag does not belong to the passage to Outreach."""

AIR_AND_SEA = (
    {"Segment": "Air", "Who it covers": "Airlines"},
    {"Segment": "Sea", "Approved by": "Cleo", "Valid until": date(2026, 3, 2)},
)


@pytest.fixture(scope="module")
def worked(tmp_path_factory, home_of_the_session) -> tuple[Team, Any]:
    """One workbook in which people have decided about a lead for each trouble."""
    every = {name: (facts, typed) for name, (facts, typed, *_) in CASES.items()} | FINE
    own = team(
        tmp_path_factory.mktemp("qualification") / "sales.xlsx",
        *(lead(name, **facts) for name, (facts, _) in every.items()),
    )
    own.adds("Segments", *AIR_AND_SEA)
    own.sync("--no-ai")
    decide(own, {name: {**DECIDED, **typed} for name, (_, typed) in every.items()})
    return own, own.sync("--no-ai", today=TUESDAY)


def decide(own: Team, decisions: dict[str, dict[str, Any]]) -> None:
    with own.editing() as book:
        for name, values in decisions.items():
            fill(book["Qualification"], name, values)


def of(own: Team, report: Any, name: str) -> list[dict[str, Any]]:
    key = own.row("Qualification", name)["Lead ID"]
    return [f for f in report["findings"] if (f["tab"], f["lead_id"]) == ("Qualification", key)]


@pytest.mark.parametrize("name", CASES)
def test_r19_to_r24_and_r69_to_r71_each_trouble_of_a_decision_is_named_at_its_cell(worked, name):
    own, report = worked
    _, _, code, column, words = CASES[name]
    found = [f for f in of(own, report, name) if f["code"] == code]
    assert len(found) == 1, of(own, report, name)
    assert found[0]["column"] == column
    assert words in found[0]["message"]
    assert f"[{code}]" in own.row("Qualification", name)["Flags"]


@pytest.mark.parametrize("name", CASES)
def test_r21_nothing_that_is_flagged_as_an_error_enters_outreach(worked, name):
    own, report = worked
    outreach = {row["Lead ID"] for row in own.rows("Outreach")}
    passed = own.row("Qualification", name)["Lead ID"] in outreach
    assert passed == (name in PASSING), of(own, report, name)


@pytest.mark.parametrize("name", FINE)
def test_r23_a_sound_decision_passes_with_its_record_to_outreach(worked, name):
    own, report = worked
    assert of(own, report, name) == []
    row, record = own.row("Qualification", name), own.row("Outreach", name)
    assert row["Flags"] is None
    assert row["Status"] == f"Handed to Outreach on {TUESDAY}"
    assert row["Decided on"] == datetime(2026, 3, 3)
    assert {title: record[title] for title in ("Lead ID", "Company", "Contact", "Buyer role")} == {
        "Lead ID": row["Lead ID"],
        "Company": row["Company"],
        "Contact": row["Contact"],
        "Buyer role": row["Role"],
    }
    assert record["Decision"] == "pursue"
    assert record["Evidence note"] == row["Evidence note"]
    assert record["Risk or missing evidence"] == row["Risk or missing evidence"]
    assert record["Status"] == "Choose an angle"


def test_r79_the_handoff_and_the_decision_are_logged_once_with_who_and_what(worked):
    own, _ = worked
    key = own.row("Qualification", "Sound")["Lead ID"]
    lines = [
        row for row in own.rows("Log") if row["Lead ID"] == key and row["Tab"] == "Qualification"
    ]
    assert [(row["Event"], row["By"]) for row in lines] == [
        ("decision seen", "Ben"),
        ("handoff to Outreach", "sheetsync"),
    ]
    assert "pursue: They grow and plan by hand" in lines[0]["Detail"]
    assert "Evidence note: “The careers page lists 14 open roles”" in lines[1]["Detail"]


def test_r19_what_is_rejected_shows_the_allowed_values_and_the_cell_stays(worked):
    own, report = worked
    assert own.row("Qualification", "Maybe")["Decision"] == "maybe"
    assert own.row("Qualification", "Maybe")["Status"] == "The decision is not allowed"
    (found,) = (f for f in of(own, report, "Maybe") if f["code"] == "QL001")
    assert "“maybe” is not allowed; expected pursue, nurture or skip" in found["message"]


def test_r76_a_lead_that_waits_for_a_decision_is_in_the_list_and_leaves_it(tmp_path):
    own = team(tmp_path / "sales.xlsx", lead("Open"))
    own.sync("--no-ai")
    assert "QL011" in own.codes("Open", "Qualification", own.sync("--no-ai", today=TUESDAY))
    assert own.row("Qualification", "Open")["Flags"] is None, "a wait is no fault of the row"
    decide(own, {"Open": DECIDED})
    assert "QL011" not in own.codes("Open", "Qualification", own.sync("--no-ai", today=TUESDAY))


def test_r25_the_score_is_explained_criterion_by_criterion(tmp_path):
    own = team(tmp_path / "sales.xlsx", lead("Rated"), lead("Weak"))
    own.sync("--no-ai")
    decide(
        own,
        {
            "Rated": {
                "Fit: ICP match": "strong",
                "Fit: Buyer role": "partial",
                "Fit: Timing": "unknown",
            },
            "Weak": {"Fit: ICP match": "weak"},
        },
    )
    own.sync("--no-ai")
    row = own.row("Qualification", "Rated")
    assert row["Score"] == 40
    assert row["Score explained"].split("\n") == [
        "ICP match: strong, 3 of 3",
        "Buyer role: partial, 1 of 2",
        "Problem evidence: not rated, 0 of 3",
        "Timing: unknown, 0 of 2",
        "Together 4 of 10",
    ]
    weak = own.row("Qualification", "Weak")
    assert weak["Score"] == 0
    assert weak["Score explained"].endswith("Must have, but not met: ICP match")


def test_r73_a_score_or_a_suggestion_decides_nothing(tmp_path):
    own = team(tmp_path / "sales.xlsx", lead("Perfect"))
    own.sync()
    ratings = ("ICP match", "Buyer role", "Problem evidence", "Timing")
    decide(
        own,
        {"Perfect": {f"Fit: {name}": "strong" for name in ratings} | {"Accept suggestions": True}},
    )
    own.sync()
    row = own.row("Qualification", "Perfect")
    assert row["Score"] == 100
    assert row["Decision"] is None
    assert own.rows("Outreach") == []
    assert own.rows("CRM") == []


@pytest.fixture(scope="module")
def first(tmp_path_factory, home_of_the_session) -> Team:
    own = team(tmp_path_factory.mktemp("passed") / "sales.xlsx", lead("Nord"))
    own.sync("--no-ai")
    decide(own, {"Nord": DECIDED})
    own.sync("--no-ai", today=TUESDAY)
    return own


@pytest.fixture
def passed(first, tmp_path) -> Team:
    """A lead that has been handed to Outreach on Tuesday."""
    return first.copied(tmp_path)


@pytest.mark.parametrize("decision", ["nurture", "skip"])
def test_r26_a_change_to_nurture_or_skip_withdraws_the_lead_from_outreach(passed, decision):
    decide(passed, {"Nord": {"Decision": decision}})
    passed.sync("--no-ai", today="2026-03-04")
    row = passed.row("Outreach", "Nord")
    assert row["Status"] == f"Withdrawn: the decision is now {decision}"
    assert row["Decision"] == decision
    assert [line["Detail"] for line in passed.rows("Log") if line["Event"] == "withdrawn"] == [
        f"Unsent drafts withdrawn: the decision is now {decision}"
    ]
    assert passed.sync("--no-ai", today="2026-03-04")["changes"] == []
    decide(passed, {"Nord": DECIDED})
    passed.sync("--no-ai", today="2026-03-05")
    assert passed.row("Outreach", "Nord")["Status"] == "Choose an angle"
    assert passed.row("Outreach", "Nord")["Decision"] == "pursue"
    assert len(passed.rows("Outreach")) == 1


def test_r26_a_cleared_decision_withdraws_and_waits_again(passed):
    decide(passed, {"Nord": {"Decision": None}})
    report = passed.sync("--no-ai", today="2026-03-04")
    assert "QL011" in passed.codes("Nord", "Qualification", report)
    assert passed.row("Qualification", "Nord")["Decided on"] is None
    assert passed.row("Outreach", "Nord")["Status"] == "Withdrawn: nobody pursues it now"
    assert "decision withdrawn" in [line["Event"] for line in passed.rows("Log")]


def test_r28_an_angle_that_a_person_has_chosen_moves_the_row_on(passed):
    passed.types("Outreach", "Nord", {"Angle": "their second cross-dock"})
    passed.sync("--no-ai", today=TUESDAY)
    assert passed.row("Outreach", "Nord")["Status"] != "Choose an angle"


def test_r27_nurture_comes_back_on_its_date(tmp_path):
    own = team(tmp_path / "sales.xlsx", lead("Dated"), lead("Default"))
    own.sync("--no-ai")
    nurture = {"Decision": "nurture", "Reason": "no budget this year", "Decided by": "Ben"}
    decide(own, {"Dated": {**nurture, "Revisit on": date(2026, 4, 1)}, "Default": nurture})
    report = own.sync("--no-ai")
    assert own.codes("Dated", "Qualification", report) == set()
    assert own.row("Qualification", "Dated")["Status"] == "Nurture until 2026-04-01"
    assert own.row("Qualification", "Default")["Status"] == "Nurture until 2026-05-31"
    assert own.rows("Outreach") == []
    assert "QL012" not in own.codes(
        "Dated", "Qualification", own.sync("--no-ai", today="2026-03-31")
    )
    report = own.sync("--no-ai", today="2026-04-01")
    assert own.codes("Dated", "Qualification", report) == {"QL012"}
    assert own.codes("Default", "Qualification", report) == set()
    assert own.row("Qualification", "Dated")["Status"] == "Back from nurture: decide again"
    decide(own, {"Dated": {"Revisit on": date(2026, 9, 1)}})
    report = own.sync("--no-ai", today="2026-04-02")
    assert own.codes("Dated", "Qualification", report) == set()


def test_r27_nurture_without_any_date_is_flagged(tmp_path):
    own = team(tmp_path / "sales.xlsx", lead("Never"))
    own.types("Settings", "Nurture revisit (days)", {"Value": "never"})
    own.sync("--no-ai")
    decide(own, {"Never": {"Decision": "nurture", "Reason": "later", "Decided by": "Ben"}})
    report = own.sync("--no-ai")
    assert own.codes("Never", "Qualification", report) == {"QL006"}
    assert own.row("Qualification", "Never")["Status"] == "Nurture without a date"
    decide(own, {"Never": {"Revisit on": date(2026, 4, 1)}})
    assert own.codes("Never", "Qualification", own.sync("--no-ai")) == set()


def test_r27_skip_keeps_its_reason_and_is_not_researched_again(tmp_path):
    own = team(tmp_path / "sales.xlsx", lead("Nord"))
    own.sync("--no-ai")
    decide(own, {"Nord": {"Decision": "skip", "Reason": "too small", "Decided by": "Ben"}})
    own.sync("--no-ai")
    again = lead("Nord", Contact="Kim Li", Reachable_path="kim@nord.example")
    own.adds("Research", again)
    report = own.sync(today=TUESDAY)
    assert own.row("Qualification", "Nord")["Status"] == "Skipped"
    assert own.row("Qualification", "Nord")["Reason"] == "too small"
    assert own.row("Research", "L-0001")["AI note"] is None
    assert own.row("Research", "L-0001")["Status"] == "Decided in Qualification: skip"
    assert own.rows("Outreach") == []
    (found,) = (f for f in report["findings"] if f["lead_id"] == "L-0002" and f["code"] == "ID002")
    assert found["message"].endswith("L-0001 was skipped: too small.")


def test_r60_r74_changed_evidence_lapses_the_decision_until_it_is_made_again(passed):
    passed.types(
        "Research", "Nord", {"Source notes": "The careers page lists 14 open roles, still."}
    )
    report = passed.sync("--no-ai", today="2026-03-04")
    assert passed.codes("Nord", "Qualification", report) == {"EV001"}
    (found,) = (f for f in report["findings"] if f["code"] == "EV001")
    assert "Source notes changed after the decision of 2026-03-03" in found["message"]
    assert passed.row("Qualification", "Nord")["Status"] == "Decide again: the evidence has changed"
    assert passed.row("Outreach", "Nord")["Status"] == "On hold in Qualification: see EV001"
    assert "decision lapsed" in [line["Event"] for line in passed.rows("Log")]
    assert passed.sync("--no-ai", today="2026-03-04")["changes"] == []
    decide(passed, {"Nord": {"Decided by": "Ben, again"}})
    report = passed.sync("--no-ai", today="2026-03-05")
    assert passed.codes("Nord", "Qualification", report) == set()
    assert passed.row("Qualification", "Nord")["Decided on"] == datetime(2026, 3, 5)
    assert passed.row("Outreach", "Nord")["Status"] == "Choose an angle"


@pytest.mark.parametrize(
    ("was", "becomes", "stands"),
    [
        ({"Estimated_value": 60_000}, {"Estimated value": 90_000}, False),
        ({"Estimated_value": 60_000}, {"Estimated value": 55_000}, True),
        ({"Estimated_value": 60_000}, {"Sensitive": True}, False),
        ({"Sensitive": True}, {"Sensitive": True, "Estimated value": 20}, True),
        ({}, {"Estimated value": 60_000}, False),
    ],
)
def test_r71_r74_an_approval_is_for_the_account_as_it_was(tmp_path, was, becomes, stands):
    own = team(tmp_path / "sales.xlsx", lead("Nord", **was))
    own.sync("--no-ai")
    decide(own, {"Nord": {**DECIDED, "Account approved by": "Cleo"}})
    assert "QL009" not in {f["code"] for f in own.sync("--no-ai")["findings"]}
    own.types("Research", "Nord", becomes)
    codes = {f["code"] for f in own.sync("--no-ai")["findings"]}
    assert ("QL009" not in codes) == stands
    own.types("Qualification", "Nord", {"Account approved by": "Cleo, 4 March"})
    assert "QL009" not in {f["code"] for f in own.sync("--no-ai")["findings"]}


def test_r60_evidence_that_the_decision_did_not_cite_may_change(passed):
    passed.types("Research", "Nord", {"Relevance signal": "hired a new head of docks"})
    report = passed.sync("--no-ai", today="2026-03-04")
    assert passed.codes("Nord", "Qualification", report) == set()


def test_r60_a_note_that_is_grounded_later_is_tied_to_that_evidence(tmp_path):
    own = team(tmp_path / "sales.xlsx", lead("Nord"))
    own.sync("--no-ai")
    decide(own, {"Nord": DECIDED | {"Evidence note": "They run 120 trucks"}})
    assert own.codes("Nord", "Qualification", own.sync("--no-ai")) == {"QL004"}
    own.types("Research", "Nord", {"Source notes": "They run 120 trucks in Ohio."})
    own.sync("--no-ai")
    own.types("Research", "Nord", {"Source notes": "They once had 120 trucks, all sold now."})
    assert "EV001" in own.codes("Nord", "Qualification", own.sync("--no-ai"))


def test_r74_a_new_reason_is_a_new_decision_with_its_own_date(passed):
    decide(passed, {"Nord": {"Reason": "a better one"}})
    passed.sync("--no-ai", today="2026-03-06")
    assert passed.row("Qualification", "Nord")["Decided on"] == datetime(2026, 3, 6)
    seen = [line["Detail"] for line in passed.rows("Log") if line["Event"] == "decision seen"]
    assert len(seen) == 2


def test_r94_a_block_off_the_map_hands_nothing_on(tmp_path):
    own = team(tmp_path / "sales.xlsx", lead("Nord"))
    own.types("Start here", "Qualification", {"Current owner": None})
    own.sync()
    assert own.row("Qualification", "Nord")["AI ratings"] is None
    decide(own, {"Nord": DECIDED})
    own.sync()
    assert own.row("Qualification", "Nord")["Status"] == (
        "Pursue, but not handed on: Qualification is not automated (no owner)"
    )
    assert own.rows("Outreach") == []


def test_a_lead_whose_research_is_no_longer_complete_is_not_handed_on(tmp_path):
    own = team(tmp_path / "sales.xlsx", lead("Nord"))
    own.sync("--no-ai")
    decide(own, {"Nord": DECIDED})
    own.types("Research", "Nord", {"Role": None})
    own.sync("--no-ai")
    assert own.row("Qualification", "Nord")["Status"] == (
        "Pursue, but not handed on: the research is no longer complete"
    )
    assert own.rows("Outreach") == []


def test_r80_rows_without_their_upstream_record_are_flagged(passed):
    passed.adds("Qualification", {"Company": "Typed in"})
    passed.adds("Outreach", {"Company": "Typed in, too"})
    with passed.editing() as book:
        book["Research"].delete_rows(3)
    report = passed.sync("--no-ai", today="2026-03-04")
    assert passed.codes("Nord", "Qualification", report) == {"HO002"}
    assert passed.codes("Nord", "Outreach", report) == {"HO002"}
    assert "HO002" in passed.codes("Typed in", "Qualification", report)
    assert "HO002" in passed.codes("Typed in, too", "Outreach", report)
    assert passed.row("Qualification", "Nord")["Status"] == "Not taken up: no lead in Research"
    assert passed.row("Outreach", "Nord")["Status"] == "Not taken up: no lead in Qualification"


def test_r8_with_default_settings_nothing_is_decided_and_nothing_is_sent(tmp_path):
    own = team(tmp_path / "sales.xlsx", lead("Nord"))
    for _ in range(2):
        report = own.sync()
        written = [change["column"] for change in report["changes"] if change["kind"] == "set"]
        person = {
            "Decision",
            "Reason",
            "Decided by",
            "Approved by",
            "Sent on",
            "Accept suggestions",
        }
        assert not person & set(written)
    assert own.row("Qualification", "Nord")["Decision"] is None
    assert own.rows("Outreach") == []


def test_r20_status_names_a_decision_that_does_not_count_yet(worked):
    own, _ = worked
    assert own.row("Qualification", "Nameless")["Status"] == "Pursue, once Decided by is filled in"
    assert own.row("Research", "Nameless")["Status"] == f"Handed to Qualification on {MONDAY}"


# Requirements that the tests above prove, by the numbers in their names:
# R8 R19 R20 R21 R22 R23 R24 R25 R26 R27 R28 R60 R69 R70
# R71 R73 R74 R76 R79 R80 R94
