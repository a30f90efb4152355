"""What becomes of a plan when people have typed since it was made."""

import itertools

import pytest

from sheetsync.ai.offline import OfflineDrafter
from sheetsync.clock import Clock
from sheetsync.plan import AppendRow, SetCell
from sheetsync.portions import first_portion
from sheetsync.rebase import Overtaken, Rebased, rebase
from sheetsync.snapshot import take
from sheetsync.sync import Outcome, look
from tests.memory_team import SmallTeam, at
from tests.workbooks import lead, whole

NORD, SOUTH, WEST = "Nordhafen", "Südhafen", "Westmole"


@pytest.fixture
def team() -> SmallTeam:
    """Two leads in Outreach and a new one in Research, with work for a sync on each."""
    own = at("decided", NORD, SOUTH)
    for name in (NORD, SOUTH):
        own.types("Outreach", {"Angle": "the yard", "Stop condition": "an answer"}, name)
    own.adds("Research", lead(WEST))
    return own


def planned(team: SmallTeam) -> Outcome:
    from datetime import date

    clock = Clock.system(today=date.fromisoformat(team.day))
    return look(team.book, whole(), clock, OfflineDrafter())


def rebased(team: SmallTeam, outcome: Outcome) -> Rebased:
    now = take(team.book.read(), whole())
    return rebase(outcome.plan, outcome.snapshot, now)


def leads(done: Rebased, tab: str) -> set[str]:
    return {change.key for change in done.plan.changes if change.tab == tab}


def swap(team: SmallTeam, tab: str, one: str, other: str) -> None:
    """Drag one row to where the other is, and the other to where the one was."""
    own = team.tab(tab)
    first, second = team._row(own, one), team._row(own, other)
    columns = own.grid.columns
    cells = {(first, c): column[second] for c, column in enumerate(columns)}
    cells |= {(second, c): column[first] for c, column in enumerate(columns)}
    team.book.type(tab, cells)


def test_a_book_that_nobody_touched_keeps_its_whole_plan(team):
    outcome = planned(team)
    done = rebased(team, outcome)
    assert (done.plan.changes, done.dropped, done.leads) == (outcome.plan.changes, 0, frozenset())
    assert done.plan.links == outcome.plan.links


def test_a_row_that_moved_is_followed_by_its_id(team):
    outcome = planned(team)
    swap(team, "Outreach", NORD, SOUTH)
    done = rebased(team, outcome)
    own = team.tab("Outreach")
    written = [c for c in done.plan.changes if isinstance(c, SetCell) and c.tab == "Outreach"]
    assert {c.key for c in written} == {"L-0001", "L-0002"}
    for change in written:
        assert own.grid.columns[own.places["Lead ID"]][change.row] == change.key


def test_a_new_lead_is_followed_by_what_stands_in_its_row(team):
    outcome = planned(team)
    swap(team, "Research", NORD, WEST)
    done = rebased(team, outcome)
    given = [c for c in done.plan.changes if isinstance(c, SetCell) and c.column == "Lead ID"]
    own = team.tab("Research")
    assert [own.grid.columns[own.places["Company"]][c.row] for c in given] == [WEST]


def test_what_rests_on_a_lead_that_somebody_edits_is_given_up_in_every_tab(team):
    outcome = planned(team)
    assert "L-0001" in {c.key for c in outcome.plan.changes if c.tab == "Outreach"}
    team.types("Research", {"Source notes": "Something else entirely."}, NORD)
    done = rebased(team, outcome)
    assert done.leads == {"L-0001"}
    assert done.dropped > 0
    for tab in ("Research", "Qualification", "Outreach", "Follow-up", "CRM"):
        assert "L-0001" not in leads(done, tab)
    assert "L-0002" in leads(done, "Outreach")
    assert not leads(done, "To do"), "the list tells of all leads; the next run makes it"
    assert done.plan.links == {}


def test_a_lead_at_the_same_address_is_given_up_too(team):
    path = team.row("Research", NORD)["Reachable path"]
    team.types("Research", {"Reachable path": path}, SOUTH)
    outcome = planned(team)
    team.types("Outreach", {"Angle": "another"}, NORD)
    assert rebased(team, outcome).leads >= {"L-0001", "L-0002"}


def test_leads_that_come_to_one_address_by_the_edit_itself_are_given_up_too(team):
    outcome = planned(team)
    path = team.row("Research", NORD)["Reachable path"]
    team.types("Research", {"Reachable path": path}, SOUTH)
    assert rebased(team, outcome).leads >= {"L-0001", "L-0002"}


def test_a_deleted_row_takes_its_changes_with_it(team):
    outcome = planned(team)
    own = team.tab("Outreach")
    row = team._row(own, NORD)
    team.book.type("Outreach", {(row, c): None for c in range(len(own.grid.columns))})
    done = rebased(team, outcome)
    assert "L-0001" not in leads(done, "Outreach") | leads(done, "CRM")


def test_an_id_that_stands_twice_names_no_row(team):
    outcome = planned(team)
    own = team.tab("Outreach")
    row = team._row(own, NORD)
    copied = {(own.next_row, c): column[row] for c, column in enumerate(own.grid.columns)}
    team.book.type("Outreach", copied)
    assert "L-0001" not in leads(rebased(team, outcome), "Outreach")


def test_rows_are_appended_below_what_has_been_typed_since(team):
    outcome = planned(team)
    added = [c for c in outcome.plan.changes if isinstance(c, AppendRow) and c.tab == "Log"]
    assert added
    team.book.type("Log", {(added[0].row, 0): "somebody's note"})
    done = rebased(team, outcome)
    rows = [c.row for c in done.plan.changes if isinstance(c, AppendRow) and c.tab == "Log"]
    assert rows[0] == added[0].row + 1
    assert rows == list(range(rows[0], rows[0] + len(rows)))


def test_the_log_tells_what_is_left_of_the_plan(team):
    outcome = planned(team)
    team.types("Research", {"Role": "Boss"}, NORD)
    done = rebased(team, outcome)
    log = [c for c in done.plan.changes if isinstance(c, AppendRow) and c.tab == "Log"]
    last = str(log[-1].cells["Detail"])
    rest = [c for c in done.plan.changes if c.tab != "Log"]
    appended = sum(isinstance(c, AppendRow) for c in rest)
    assert f"Cells written: {len(rest) - appended}; rows added: {appended}" in last
    assert f"somebody was typing: {done.dropped}" in last
    assert "L-0001" not in {c.cells.get("Lead ID") for c in log}


def test_when_everybody_is_typing_nothing_is_left_not_even_a_line_in_the_log(team):
    outcome = planned(team)
    for name in (NORD, SOUTH, WEST):
        team.types("Research", {"Role": "Boss"}, name)
    assert rebased(team, outcome).plan.is_empty


@pytest.mark.parametrize(
    ("tab", "who", "cells"),
    [
        ("Settings", "Daily cap", {"Value": 3}),
        ("Start here", "Outreach", {"Stop rule": "another"}),
        ("Segments", "Freight", {"Approved by": None}),
        ("Our claims", None, {"Claim": "We also plan berths."}),
        ("Do not contact", None, {"Address or domain": "nordhafen.example"}),
        ("Scorecard", None, {"Criterion": "Budget", "Weight": 2}),
    ],
)
def test_what_every_lead_rests_on_asks_for_a_new_plan(team, tab, who, cells):
    outcome = planned(team)
    if who is None:
        team.adds(tab, cells)
    else:
        team.types(tab, cells, who)
    with pytest.raises(Overtaken, match="changed while it was being worked through") as told:
        rebased(team, outcome)
    assert told.value.exit_code == 3


def test_a_list_that_was_only_sorted_asks_for_nothing(team):
    outcome = planned(team)
    own = team.tab("Settings")
    names = [str(value) for value in own.values("Setting")]
    swap(team, "Settings", names[0], names[1])
    assert rebased(team, outcome).plan.changes


def test_columns_that_moved_are_found_again_and_one_that_is_gone_asks_for_a_new_plan(team):
    outcome = planned(team)
    own = team.tab("Outreach")
    places = own.places["Angle"], own.places["Stop condition"]
    columns = own.grid.columns
    cells = {(r, places[0]): columns[places[1]][r] for r in range(own.grid.height)}
    cells |= {(r, places[1]): columns[places[0]][r] for r in range(own.grid.height)}
    team.book.type("Outreach", cells)
    assert "L-0001" in leads(rebased(team, outcome), "Outreach")
    team.book.type("Outreach", {(own.header, places[0]): "Why"})
    with pytest.raises(Overtaken, match="Outreach"):
        rebased(team, outcome)


def test_a_plan_is_cut_into_writes_that_keep_rows_whole(team):
    plan = planned(team).plan
    parts, rest = [], plan
    while not rest.is_empty:
        part, rest = first_portion(rest, 3_000)
        parts.append(part)
    assert len(parts) > 2
    assert [c for part in parts for c in part.changes] == list(plan.changes)
    rows = [{(c.tab, c.row) for c in part.changes} for part in parts]
    for one, other in itertools.pairwise(rows):
        assert not one & other
    assert {t: own for part in parts for t, own in part.links.items()} == plan.links
    assert first_portion(plan, None)[0] == plan
    assert first_portion(plan, None)[1].is_empty
