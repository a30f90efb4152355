"""Plans: what a sync would do, exactly; a person's cell cannot be in one, and nothing old is applied."""

import json
from datetime import date, datetime
from typing import Any

import pytest

from sheetsync.apply import apply
from sheetsync.books.xlsx import XlsxBook
from sheetsync.errors import StaleBook, UnsafeChange, UsageError
from sheetsync.plan import (
    AddColumn,
    AppendRow,
    Change,
    Plan,
    SetCell,
    SetLink,
    build,
    from_json,
    to_json,
)
from sheetsync.snapshot import take
from tests.workbooks import DECIDED, Team, contents, lead, team, whole


def busy(path) -> Team:
    """A workbook in which a sync has something of every kind to do."""
    own = team(path, lead("Acme"), lead("Bolt", Role=None))
    own.sync()
    own.types("Qualification", "Acme", DECIDED)
    own.types("Research", "Bolt", {"Role": "COO"})
    own.adds("Research", lead("Cargo", Confidence=None))
    own.adds("Scorecard", {"Criterion": "Budget"})
    with own.editing() as book:
        book["Research"].insert_rows(3)
    return own


@pytest.fixture(scope="module")
def first(tmp_path_factory, home_of_the_session) -> Team:
    return busy(tmp_path_factory.mktemp("plan") / "sales.xlsx")


@pytest.fixture
def due(first, tmp_path) -> Team:
    return first.copied(tmp_path)


def test_p12_plan_lists_exactly_what_sync_then_writes_and_writes_nothing(due):
    before = due.path.read_bytes()
    now = ("--now", "2026-03-03T09:30")
    planned = json.loads(due.run("plan", "--format", "json", *now).stdout)
    assert due.path.read_bytes() == before
    assert sorted(path.name for path in due.path.parent.glob("*.xlsx")) == ["sales.xlsx"]
    synced = json.loads(due.run("sync", "--format", "json", *now).stdout)
    assert planned["changes"] == synced["changes"]
    assert planned["findings"] == synced["findings"]
    assert planned["ai"] == synced["ai"] == {"calls": 0, "tokens": 0, "cost_usd": 0.0}
    kinds = [change["kind"] for change in planned["changes"]]
    assert synced["receipt"]["cells_written"] == kinds.count("set")
    assert synced["receipt"]["rows_appended"] == kinds.count("append")
    assert {"tab": "Qualification", "column": "Fit: Budget"}.items() <= next(
        change for change in planned["changes"] if change["column"] == "Fit: Budget"
    ).items()


def test_p12_every_planned_change_is_what_stands_in_the_file_afterwards(due):
    report = due.sync(today="2026-03-03")
    for change in report["changes"]:
        if change["tab"] in ("Research", "Qualification", "Outreach") and change["lead_id"]:
            row = due.row(change["tab"], change["lead_id"])
            told = (
                change["after"]
                if change["kind"] == "append"
                else {change["column"]: change["after"]}
            )
            for title, value in told.items():
                found = row[title]
                shown = found.date().isoformat() if isinstance(found, datetime) else found
                if title == "Status" and "(state)" in row:
                    shown = f"{found} · state: {row['(state)']}"
                assert shown == value, change


def test_p9_everything_that_people_typed_is_there_afterwards(due):
    before = contents(due.path)
    due.sync(today="2026-03-03")
    after = contents(due.path)
    for tab in whole().tabs:
        titles = {column.title for column in tab.columns if column.owner == "person"}
        header = next(
            row for row in before[tab.tab] if len(titles & set(row)) == len(titles - {"Fit: …"})
        )
        places = [
            place
            for place, title in enumerate(header)
            if title in titles or str(title).startswith("Fit:")
        ]
        for old, new in zip(before[tab.tab], after[tab.tab], strict=False):
            assert [old[place] for place in places] == [new[place] for place in places]


def test_p10_a_second_sync_writes_nothing_and_leaves_the_file_byte_for_byte(due):
    due.sync(today="2026-03-03")
    before, stamp = due.path.read_bytes(), due.path.stat().st_mtime_ns
    report = due.sync(today="2026-03-03")
    assert report["changes"] == []
    assert (report["receipt"]["cells_written"], report["receipt"]["rows_appended"]) == (0, 0)
    assert due.path.read_bytes() == before
    assert due.path.stat().st_mtime_ns == stamp
    told = due.run("sync", "--today", "2026-03-03")
    assert "0 changes; nothing was written." in told.stdout
    told = due.run("plan", "--today", "2026-03-03")
    assert "Nothing to change" in told.stdout


def test_p12_a_saved_plan_is_applied_as_it_was_and_only_to_the_book_it_was_made_on(due, tmp_path):
    saved = tmp_path / "plan.json"
    now = ("--now", "2026-03-03T09:30")
    due.run("plan", "-o", str(saved), *now)
    twin = due.path.with_name("twin.xlsx")
    twin.write_bytes(due.path.read_bytes())
    told = due.run("sync", "--plan", str(saved))
    assert told.exit_code == 0, told.output
    Team(twin).run("sync", *now)
    assert contents(due.path) == contents(twin)
    again = due.run("sync", "--plan", str(saved))
    assert again.exit_code == 3
    assert "has changed since this plan was made" in again.stderr
    saved.write_text(saved.read_text().replace("COO", "CEO"))
    changed = due.run("sync", "--plan", str(saved))
    assert changed.exit_code == 2
    assert "not a plan that sheetsync saved, or it was changed" in changed.stderr


CHANGES: list[Change] = [
    SetCell("Research", "L-0001", 2, "Status", None, "Handed"),
    SetCell("Qualification", "L-0001", 2, "Decided on", date(2026, 3, 1), datetime(2026, 3, 2, 9)),
    AppendRow("Log", "L-0001", 5, {"Time": datetime(2026, 3, 2), "Event": "x"}),
    AddColumn("Qualification", "Fit: Budget", 14, 1),
    SetLink("To do", "", 1, "What", "", "'Research'!A3"),
]


def planned(*changes: Change) -> Plan:
    return build(
        run="r", book="digest", contract=whole(), changes=changes, links={"To do": {(1, "What"): "'Research'!A3"}}
    )  # fmt: skip


def test_a_plan_survives_being_saved():
    plan = planned(*CHANGES)
    assert from_json(to_json(plan)) == plan
    assert not plan.is_empty
    assert planned().is_empty


def test_a_plan_is_in_the_order_of_the_tabs_and_rows():
    assert [change.tab for change in planned(*reversed(CHANGES)).changes] == [
        "Research", "Qualification", "Qualification", "To do", "Log",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"plan": {}, "checksum": "x"}', "null"])
def test_what_is_no_plan_is_refused(text):
    with pytest.raises(UsageError, match="not a plan that sheetsync saved"):
        from_json(text)


@pytest.mark.parametrize(
    "change",
    [
        SetCell("Qualification", "L-0001", 2, "Decision", None, "pursue"),
        SetCell("Qualification", "L-0001", 2, "Fit: Timing", None, "strong"),
        SetCell("Research", "L-0001", 2, "Our own column", None, "x"),
        SetCell("Do not contact", "", 2, "Reason", None, "x"),
        AppendRow("Research", "L-0001", 9, {"Lead ID": "L-0001", "Company": "Acme"}),
        SetLink("Research", "L-0001", 2, "Company", "", "'CRM'!A1"),
        AddColumn("Qualification", "Decision", 9, 1),
    ],
)
def test_r73_a_plan_that_addresses_a_persons_cell_cannot_be_built_nor_applied(due, change):
    with pytest.raises(UnsafeChange, match="which the sync does not own"):
        planned(change)
    book = XlsxBook(due.path)
    snapshot = take(book.read(), whole())
    forged = Plan("r", snapshot.reading.digest, whole().version, (change,))
    before = due.path.read_bytes()
    with pytest.raises(UnsafeChange):
        apply(forged, snapshot, book, whole())
    assert due.path.read_bytes() == before


def test_a_plan_for_another_contract_or_another_state_is_stale(due):
    book = XlsxBook(due.path)
    snapshot = take(book.read(), whole())
    digest, version = snapshot.reading.digest, whole().version
    for plan in (Plan("r", "other", version, ()), Plan("r", digest, "other", ())):
        with pytest.raises(StaleBook, match="has changed since this plan was made"):
            apply(plan, snapshot, book, whole())
    receipt = apply(Plan("r", digest, version, ()), snapshot, book, whole())
    assert (receipt.cells_written, receipt.digest) == (0, "")


def test_an_open_workbook_is_not_written_and_the_holder_is_named(due):
    (due.path.parent / ".~lock.sales.xlsx#").write_text(",Maria,desk,02.03.2026 09:05,;")
    before = due.path.read_bytes()
    told = due.run("sync", "--today", "2026-03-03")
    assert told.exit_code == 75
    assert "Maria" in told.stderr
    assert due.path.read_bytes() == before
    assert due.run("plan", "--today", "2026-03-03").exit_code == 0


def test_text_that_looks_like_a_formula_is_written_as_text(tmp_path):
    typed: dict[str, Any] = {
        "Contact": "=1+1",
        "Role": "+49 30 1",
        "Relevance_signal": "@ops opened",
    }
    own = team(tmp_path / "sales.xlsx")
    with own.editing() as book:
        from tests.workbooks import add

        add(book["Research"], lead("Acme", **typed))
        for cell in book["Research"][3]:
            if cell.value == "=1+1":
                cell.data_type = "s"
    own.sync("--no-ai")
    with own.editing() as book:
        sheet = book["Qualification"]
        cells = {cell.value: cell.data_type for cell in sheet[3] if cell.value}
    assert cells["=1+1"] == "s"
    assert cells["+49 30 1"] == "s"
    assert cells["@ops opened"] == "s"


def test_the_text_of_a_plan_counts_and_shows_examples(due):
    told = due.run("plan", "--today", "2026-03-03")
    assert "rows to add" in told.stdout
    assert "cells to write" in told.stdout
    assert "answers by the offline drafter, USD 0.00" in told.stdout
    every = due.run("plan", "--today", "2026-03-03", "--verbose")
    assert len(every.stdout.splitlines()) > len(told.stdout.splitlines())


@pytest.mark.no_cover
def test_a_tab_that_is_full_takes_no_row_and_says_so(tmp_path):
    own = team(tmp_path / "sales.xlsx", lead("Acme"))
    with own.editing() as book:
        book["Log"].cell(1_048_576, 1).value = "stray"
    before = own.path.read_bytes()
    told = own.run("sync", "--no-ai")
    assert told.exit_code == 4
    assert "Log is full" in told.stderr
    assert own.path.read_bytes() == before


# Requirements that the tests above prove, by the numbers in their names:
# R73
