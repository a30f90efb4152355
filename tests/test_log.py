"""The Log: every handoff, decision, refusal and AI job, once; only ever added to."""

import json
from datetime import datetime
from typing import Any

import pytest

from sheetsync import logbook
from sheetsync.books.xlsx import XlsxBook
from sheetsync.check import check
from sheetsync.snapshot import take
from tests.workbooks import DECIDED, MONDAY, Team, lead, team, whole


@pytest.fixture(scope="module")
def first(tmp_path_factory, home_of_the_session) -> Team:
    own = team(tmp_path_factory.mktemp("log") / "sales.xlsx", lead("Nord"))
    own.sync()
    own.types("Qualification", "Nord", DECIDED)
    own.sync(today="2026-03-03")
    return own


@pytest.fixture
def logged(first, tmp_path) -> Team:
    return first.copied(tmp_path)


def lines(own: Team) -> list[dict[str, Any]]:
    return own.rows("Log")


def test_r77_r79_the_log_tells_a_leads_way_in_order_each_step_once(logged):
    first_two = ("Research", "Qualification", None)
    told = [(row["Event"], row["Tab"], row["Lead ID"], row["By"]) for row in lines(logged)]
    assert [line for line in told if line[1] in first_two] == [
        ("lead added", "Research", "L-0001", "sheetsync"),
        ("AI job", "Research", "L-0001", "offline drafter"),
        ("handoff to Qualification", "Research", "L-0001", "sheetsync"),
        ("AI job", "Qualification", "L-0001", "offline drafter"),
        ("sync", None, None, "sheetsync"),
        ("decision seen", "Qualification", "L-0001", "Ben"),
        ("handoff to Outreach", "Qualification", "L-0001", "sheetsync"),
        ("sync", None, None, "sheetsync"),
    ]


def test_r77_a_handoff_record_holds_exactly_its_fields(logged):
    details = {row["Event"]: row["Detail"] for row in lines(logged)}
    fields = [part.split(": ")[0] for part in details["handoff to Qualification"].split(" · ")]
    assert fields == [
        "Lead ID", "Company", "Contact", "Role", "Segment", "Channel",
        "Relevance signal", "Probable problem", "Confidence",
    ]  # fmt: skip
    fields = [part.split(": ")[0] for part in details["handoff to Outreach"].split(" · ")]
    assert fields == [
        "Lead ID", "Company", "Contact", "Buyer role", "Decision",
        "Evidence note", "Risk or missing evidence",
    ]  # fmt: skip


def test_each_line_has_its_time_and_each_run_its_name(logged):
    rows = lines(logged)
    assert rows[0]["Time"] == datetime(2026, 3, 2, 12)
    assert rows[-1]["Time"] == datetime(2026, 3, 3, 12)
    assert len({row["Run"] for row in rows}) == 2
    assert rows[0]["Run"].startswith("20260302-1200-")


def test_a_jobs_line_names_the_model_and_the_cost(logged):
    job = next(row for row in lines(logged) if row["Event"] == "AI job")
    assert job["Detail"].startswith(
        "Job a (Compress public facts into a short note) by offline drafter, USD 0.00"
    )


def test_a_run_that_writes_nothing_adds_no_line(logged):
    before = len(lines(logged))
    assert logged.sync(today="2026-03-03")["receipt"]["rows_appended"] == 0
    assert len(lines(logged)) == before


def test_lines_are_only_ever_added(logged):
    before = lines(logged)
    logged.types("Qualification", "Nord", {"Decision": "skip"})
    logged.sync(today="2026-03-04")
    assert lines(logged)[: len(before)] == before
    events = [row["Event"] for row in lines(logged)[len(before) :]]
    assert events[:2] == ["decision seen", "withdrawn"]
    assert events[-1] == "sync"


def test_what_a_team_typed_into_the_log_stays_and_lines_go_below_it(logged):
    with logged.editing() as book:
        book["Log"].cell(15, 9).value = "our own remark"
    logged.adds("Research", lead("Bolt"))
    logged.sync("--no-ai", today="2026-03-04")
    with logged.editing() as book:
        assert book["Log"].cell(15, 9).value == "our own remark"
        assert book["Log"].cell(16, 3).value == "lead added"


def test_a_refusal_is_logged_once_for_as_long_as_it_lasts(logged):
    logged.adds("Research", lead("Typed") | {"Lead ID": "L-0099"})
    for _ in range(2):
        logged.sync("--no-ai", today="2026-03-04")
    refused = [row for row in lines(logged) if row["Event"] == "refused"]
    assert [row["Detail"] for row in refused] == [
        "Lead ID L-0099 was typed by hand; sheetsync gives the ids; the row is frozen. [ID001]"
    ]


def test_more_refusals_than_the_list_shows_are_logged_once_all_the_same(tmp_path):
    rows = [{"Lead ID": f"X{n}", "Company": f"Firm {n}"} for n in range(305)]
    own = team(tmp_path / "sales.xlsx")
    with own.editing() as book:
        sheet = book["Research"]
        for number, row in enumerate(rows, start=3):
            sheet.cell(number, 1).value = row["Lead ID"]
            sheet.cell(number, 2).value = row["Company"]
    own.sync("--no-ai")
    assert own.sync("--no-ai")["changes"] == []


def test_the_command_log_shows_all_or_one_lead(logged):
    told = logged.run("log")
    assert told.exit_code == 0
    assert len(told.stdout.splitlines()) == len(lines(logged))
    assert "L-0001 · Qualification · decision seen: pursue" in told.stdout
    from click.testing import CliRunner

    from sheetsync.cli import main

    one = CliRunner().invoke(main, ["log", "l-0001", str(logged.path), "--format", "json"])
    events = [row["event"] for row in json.loads(one.stdout)]
    assert events == [row["Event"] for row in lines(logged) if row["Lead ID"] == "L-0001"]
    assert "handoff to Outreach" in events
    none = CliRunner().invoke(main, ["log", "L-0404", str(logged.path)])
    assert none.exit_code == 2
    assert "has no line of L-0404" in none.stderr


def test_a_workbook_without_a_log_is_synced_all_the_same(logged):
    with logged.editing() as book:
        del book["Log"]
    logged.types("Research", "Nord", {"Role": "COO"})
    logged.sync("--no-ai", today="2026-03-04")
    assert logged.row("Qualification", "Nord")["Role"] == "COO"
    assert logged.run("log").exit_code == 2


def test_how_many_leads_are_expected_follows_what_was_accepted(logged):
    with logged.editing() as book:
        sheet = book["Log"]
        for row, (event, detail) in enumerate(
            [("mass change accepted", "many leads"), ("mass change accepted", "7 leads stand")],
            start=sheet.max_row + 1,
        ):
            sheet.cell(row, 3).value, sheet.cell(row, 6).value = event, detail
    table = check(take(XlsxBook(logged.path).read(), whole()))["Log"]
    assert logbook.leads_expected(table) == 7
    assert logbook.known_ids(table) == {"L-0001"}
    assert logbook.known_ids(None) == frozenset()
    assert logbook.of_lead(table, "L-0001")[0].event == "lead added"


def test_a_second_sync_on_the_same_day_leaves_the_file_as_it_is(logged):
    before = logged.path.read_bytes()
    for options in ((), ("--no-ai",)):
        logged.sync(*options, today="2026-03-03")
        assert logged.path.read_bytes() == before
    assert MONDAY < "2026-03-03"


# Requirements that the tests above prove, by the numbers in their names:
# R77 R79
