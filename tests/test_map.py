"""The Map: five blocks with owner, output and rules; what is missing keeps a block off, and is said."""

from datetime import date
from typing import Any

import pytest

from tests.workbooks import (
    BLOCKS,
    DECIDED,
    FILLED_MAP,
    Team,
    contents,
    header_of,
    lead,
    row_of,
    team,
    whole,
)


@pytest.fixture(scope="module")
def first(tmp_path_factory, home_of_the_session) -> Team:
    own = team(tmp_path_factory.mktemp("map") / "sales.xlsx")
    own.sync()
    return own


@pytest.fixture
def mapped(first, tmp_path) -> Team:
    """A workbook without leads whose Map is filled in."""
    return first.copied(tmp_path)


def statuses(own: Team) -> dict[str, str]:
    return {row["Block"]: row["Status"] for row in own.rows("Start here")}


def flags(report: Any, code: str) -> list[str]:
    return [f["message"] for f in report["findings"] if f["code"] == code]


def test_r1_r93_the_map_has_exactly_the_five_blocks_in_their_order(mapped):
    assert [row["Block"] for row in mapped.rows("Start here")] == list(BLOCKS)
    assert tuple(tab.tab for tab in whole().blocks) == BLOCKS


def test_r2_each_block_shows_its_decision_on_the_map_and_both_on_its_tab(mapped):
    for tab in whole().blocks:
        assert tab.block is not None
        assert mapped.row("Start here", tab.tab)["Decision"] == tab.block.decides
        banner = str(contents(mapped.path)[tab.tab][0][0])
        assert tab.block.decides in banner
        assert tab.block.output[1:] in banner


def test_r6_a_filled_block_without_errors_is_working(mapped):
    assert set(statuses(mapped).values()) == {"working"}
    assert flags(mapped.sync(), "MP001") == []


def test_r4_r94_an_empty_map_names_every_block_and_that_leads_leak_there(tmp_path):
    own = team(tmp_path / "sales.xlsx", filled=False)
    report = own.sync()
    messages = flags(report, "MP001")
    assert [message.split(" is not automated")[0] for message in messages] == list(BLOCKS)
    assert all("no owner, no output, no rule" in message for message in messages)
    assert all("leads leak there" in message for message in messages)
    assert set(statuses(own).values()) == {"not automated: no owner, no output, no rule"}


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("Current owner", None, "no owner"),
        ("Current output", None, "no output"),
        ("Missing rule", None, "no rule"),
        ("Missing rule", "when to give up", "missing rule: when to give up"),
        ("Stop rule", None, "no rule"),
        ("Stop rule", "does not apply", "no rule"),
        ("Stop rule", "Does not apply: ", "no rule"),
    ],
)
def test_r3_r94_each_gap_of_a_block_is_named_at_its_cell(mapped, column, value, reason):
    mapped.types("Start here", "Outreach", {column: value})
    report = mapped.sync()
    assert statuses(mapped)["Outreach"] == f"not automated: {reason}"
    (found,) = (f for f in report["findings"] if f["code"] == "MP001")
    assert found["column"] == column
    assert f"Outreach is not automated: {reason}." in found["message"]
    assert "[MP001]" in mapped.row("Start here", "Outreach")["Flags"]


def test_r3_a_gap_that_is_filled_is_gone(mapped):
    mapped.types("Start here", "Outreach", {"Current owner": None})
    mapped.sync()
    mapped.types("Start here", "Outreach", FILLED_MAP[2])
    mapped.sync()
    assert statuses(mapped)["Outreach"] == "working"
    assert mapped.row("Start here", "Outreach")["Flags"] is None


def test_r3_none_is_resolved_in_any_case(mapped):
    mapped.types("Start here", "CRM", {"Missing rule": "None", "Stop rule": "closed: won or lost"})
    mapped.sync()
    assert statuses(mapped)["CRM"] == "working"


def test_r6_an_error_on_an_active_row_makes_a_block_automated_but_not_working(tmp_path):
    own = team(tmp_path / "sales.xlsx", lead("Norole", Role=None), lead("Sound"))
    own.sync()
    assert statuses(own) | {"Research": "automated"} == statuses(own)
    own.types("Research", "Norole", {"Role": "COO"})
    own.sync()
    assert statuses(own)["Research"] == "working"
    own.types("Qualification", "Sound", {**DECIDED, "Reason": None})
    own.sync()
    assert statuses(own)["Qualification"] == "automated"


def test_r6_an_error_in_outreach_counts_too(mapped):
    mapped.adds("Outreach", {"Company": "Typed in"})
    report = mapped.sync()
    assert "HO002" in mapped.codes("Typed in", "Outreach", report)
    assert statuses(mapped)["Outreach"] == "automated"


def test_r5_a_sixth_block_is_refused_until_all_five_are_working(mapped):
    mapped.adds("Start here", {"Block": "Partners"})
    assert flags(mapped.sync(), "MP002") == [], "all five are working"
    mapped.types("Start here", "CRM", {"Current owner": None})
    mapped.types("Start here", "Research", {"Stop rule": None})
    (message,) = flags(mapped.sync(), "MP002")
    assert message == "“Partners” is not taken up: Research, CRM are not working yet."
    mapped.types("Start here", "Research", FILLED_MAP[0])
    (message,) = flags(mapped.sync(), "MP002")
    assert message == "“Partners” is not taken up: CRM is not working yet."


def test_r4_a_block_whose_row_is_gone_is_named(mapped):
    with mapped.editing() as book:
        book["Start here"].delete_rows(row_of(book["Start here"], "Outreach"))
    (message,) = flags(mapped.sync(), "MP001")
    assert message.startswith("Outreach is not automated: no row on the Map.")


def test_a_second_row_of_a_block_does_not_count(mapped):
    mapped.adds("Start here", {"Block": "research"})
    mapped.types("Start here", "Research", {"Current owner": None})
    assert len(flags(mapped.sync(), "MP001")) == 1


def test_r95_the_map_counts_where_leads_stop_and_the_run_names_the_worst(tmp_path):
    own = team(
        tmp_path / "sales.xlsx", lead("One", Role=None), lead("Two", Role=None), lead("Three")
    )
    own.sync()
    own.types("Qualification", "Three", {**DECIDED, "Evidence note": None})
    told = own.run("sync", "--today", "2026-03-02")
    assert "Most leads stop in Research: 2 of 3. Its guide is in the tab Guide." in told.stdout
    lost = {row["Block"]: row["Leads lost here"] for row in own.rows("Start here")}
    assert (lost["Research"], lost["Qualification"]) == (2, 1)


def test_r96_a_lead_that_waits_too_long_is_a_leak(tmp_path):
    own = team(tmp_path / "sales.xlsx", lead("Slow"))
    own.sync()
    assert own.row("Start here", "Qualification")["Leads lost here"] == 0
    own.sync(today="2026-03-20")
    assert own.row("Start here", "Qualification")["Leads lost here"] == 1


def test_r97_the_weak_block_leads_to_its_guide(mapped):
    with mapped.editing() as book:
        links = {
            cell.value: cell.hyperlink.location
            for cell in book["Start here"]["A"]
            if cell.hyperlink
        }
        assert set(links) == set(BLOCKS)
        row = int(links["Outreach"].rpartition("A")[2])
        assert "Outreach" in str(book["Guide"].cell(row, 1).value)


def test_r98_init_asks_for_the_map_first(tmp_path):
    told = Team(tmp_path / "new.xlsx").run("init")
    assert told.exit_code == 0
    assert "Next: fill in the Map in the tab Start here" in told.stdout
    assert told.stdout.index("Map") < told.stdout.index("import")


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("Decision", "We decide otherwise"),
        ("Status", "working on it since May"),
        ("Status", "not automated: Ana is on leave"),
        ("Leads lost here", "a few"),
        ("Flags", "ask Ana"),
    ],
)
def test_sy004_a_persons_text_in_a_computed_cell_of_the_map_stays(mapped, column, text):
    mapped.types("Start here", "Research", {column: text, "Current owner": None})
    report = mapped.sync()
    assert mapped.row("Start here", "Research")[column] == text
    assert "SY004" in mapped.codes("Research", "Start here", report)
    mapped.types("Start here", "Research", {column: None, "Current owner": "Ana"})
    report = mapped.sync()
    assert mapped.codes("Research", "Start here", report) == set()
    assert mapped.row("Start here", "Research")["Status"] == "working"


def test_a_map_that_cannot_be_read_switches_every_block_off(mapped):
    with mapped.editing() as book:
        sheet = book["Start here"]
        for cell in sheet[header_of(sheet)]:
            if cell.value == "Missing rule":
                cell.value = "What is missing"
    mapped.adds("Research", lead("Nord"))
    report = mapped.sync()
    found = {f["code"] for f in report["findings"] if f["tab"] == "Start here"}
    assert found == {"SY001", "MP001"}
    assert mapped.row("Research", "Nord")["Status"] == (
        "Complete; waits because Research is not automated (the Map cannot be read)"
    )
    assert mapped.rows("Qualification") == []


def test_r69_segments_and_claims_say_whether_they_are_approved(mapped):
    mapped.adds(
        "Our claims",
        {"Claim": "We serve 40 ports", "Approved by": "Cleo"},
        {"Claim": "We are fast"},
    )
    mapped.adds("Segments", {"Segment": "Rail"}, {"Who it covers": "nobody yet"})
    mapped.sync()
    said = {row["Claim"]: row["Status"] for row in mapped.rows("Our claims")}
    assert said == {
        "We serve 40 ports": "approved",
        "We are fast": "waits for approval: put a name into Approved by",
    }
    assert mapped.row("Segments", "Freight")["Status"] == "approved"
    assert mapped.rows("Segments")[-1]["Status"] is None
    mapped.types("Segments", "Freight", {"Valid until": date(2026, 3, 5)})
    mapped.sync()
    assert mapped.row("Segments", "Freight")["Status"] == "approved until 2026-03-05"
    mapped.sync(today="2026-03-06")
    assert mapped.row("Segments", "Freight")["Status"].startswith("expired on 2026-03-05: ")
    mapped.types("Segments", "Freight", {"Status": "approved by Cleo in person"})
    report = mapped.sync(today="2026-03-06")
    assert mapped.row("Segments", "Freight")["Status"] == "approved by Cleo in person"
    assert "SY004" in mapped.codes("Freight", "Segments", report)


# Requirements that the tests above prove, by the numbers in their names:
# R1 R2 R3 R4 R5 R6 R69 R93 R94 R95 R96 R97 R98
