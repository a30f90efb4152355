"""A cell that stays blank because people have decided says so; one that is not that far says nothing."""

import pytest

from sheetsync.ai.jobs import Answer, JobState
from sheetsync.ai.offline import OfflineDrafter
from tests.memory_team import NORD, THU, SmallTeam, at
from tests.rules.cases import on
from tests.rules.test_outreach_codes import PROVEN
from tests.workbooks import DECIDED, lead

ANGLE = {"Angle": "the yard", "Stop condition": "an answer"}


class Away:
    """A service that cannot be reached but for some jobs."""

    name = OfflineDrafter.name

    def __init__(self, *there):
        self.there = there

    def answer(self, jobs):
        waits = Answer({}, state=JobState.WAITING, why="the service is away")
        drafts = OfflineDrafter().answer(jobs)
        pairs = zip(jobs, drafts, strict=True)
        return [draft if job.spec.job in self.there else waits for job, draft in pairs]


def said(team, tab, letter):
    """What AI evidence says of a job, without its letter; ``""`` for nothing."""
    lines = team.says(tab, "AI evidence").split("\n")
    begin = f"(job {letter}: "
    return next((x.removeprefix(begin)[:-1] for x in lines if x.startswith(begin)), "")


def waiting(steps=0):
    """A lead whose AI cells all wait; with one step it is decided on, with two it has its angle."""
    team = SmallTeam(lead(NORD), model=Away())
    for tab, cells in (("Qualification", DECIDED), ("Outreach", ANGLE))[:steps]:
        team.types(tab, cells)
        team.sync()
    return team


def settled(team):
    """Sync, and once more: nothing is left to write."""
    team.sync()
    assert team.sync().plan.is_empty


def test_what_waited_for_an_answer_waits_no_more_once_a_person_has_decided():
    team = waiting()
    assert said(team, "Qualification", "c").startswith("waiting: ")
    assert "AI002" in team.codes("Qualification")
    team.types("Qualification", DECIDED)
    settled(team)
    for letter in "cd":
        assert said(team, "Qualification", letter) == "skipped: the decision is made: pursue"
    assert "AI002" not in team.codes("Qualification")
    assert team.says("Qualification", "AI ratings") == "", "skipping is never shown as success"


def test_a_lead_that_is_skipped_says_so_in_research_where_a_cell_is_blank():
    team = waiting()
    team.types("Qualification", {**DECIDED, "Decision": "skip", "Reason": "too small"})
    settled(team)
    assert said(team, "Research", "a") == "skipped: the lead is skipped in Qualification"
    assert said(team, "Research", "b") == "skipped: the lead is skipped in Qualification"


def test_a_decision_that_is_taken_back_has_the_cell_filled_and_the_word_taken_back():
    team = waiting()
    team.types("Qualification", DECIDED)
    team.sync()
    team.types("Qualification", {"Decision": None})
    team.model = OfflineDrafter()
    settled(team)
    assert team.says("Qualification", "AI ratings")
    assert said(team, "Qualification", "c").startswith("offline drafter, ")


@pytest.mark.parametrize(
    ("tab", "cells", "why"),
    [
        ("Do not contact", {"Address or domain": "nordhafen.example", "Reason": "Rival"},
         "on Do not contact (nordhafen.example: Rival)"),
        ("Qualification", {"Decision": "nurture"}, "the decision is now nurture"),
        ("Outreach", {"Final message": PROVEN, "Sent on": on(2)}, "the message is sent"),
        ("CRM", {"Deal stage": "Won", "Deal confirmed by": "Ben"},
         "a live opportunity, in a person's hands"),
    ],
)  # fmt: skip
def test_a_draft_that_nobody_needs_any_more_is_skipped_with_the_reason(tab, cells, why):
    team = waiting(2)
    assert said(team, "Outreach", "f").startswith("waiting: ")
    if tab == "Do not contact":
        team.adds(tab, cells)
    else:
        team.types(tab, cells)
    settled(team)
    assert {said(team, "Outreach", letter) for letter in "efg"} == {f"skipped: {why}"}


def test_a_next_touch_that_a_person_stopped_is_skipped_with_the_reason():
    team = at("sent")
    team.types("Follow-up", {"AI next touch": None})
    team.model = Away()
    team.sync(THU)
    assert said(team, "Follow-up", "h").startswith("waiting: ")
    stop = {"Reply decision": "stop", "Stop cause": "fit", "Decided by": "Ben"}
    team.types("Follow-up", {"Reply text": "No.", **stop})
    settled(team)
    assert said(team, "Follow-up", "h") == "skipped: stopped: fit"
    assert said(team, "Follow-up", "i").startswith("waiting: "), "the reply is read all the same"


def test_a_row_that_is_not_that_far_or_only_pauses_says_nothing_of_skipping():
    team = waiting(1)
    team.adds("Do not contact", {"Address or domain": "nordhafen.example"})
    settled(team)
    assert said(team, "Outreach", "e").startswith("skipped: ")
    assert said(team, "Outreach", "f") == "", "no angle was ever chosen"
    team = at("sent")
    team.types("Follow-up", {"AI next touch": None, "Reply text": "Later.", "Resume on": on(30)})
    team.types("Follow-up", {"Reply decision": "pause", "Decided by": "Ben"})
    settled(team)
    assert "skipped" not in team.says("Follow-up", "AI evidence")


def test_what_is_filled_stays_as_it_is_and_so_does_a_persons_word_in_ai_evidence():
    team = SmallTeam(lead(NORD))
    before = team.says("Qualification", "AI evidence")
    team.types("Qualification", DECIDED)
    settled(team)
    assert team.says("Qualification", "AI evidence") == before
    team = waiting()
    team.types("Qualification", {**DECIDED, "AI evidence": "We know them."})
    settled(team)
    assert team.says("Qualification", "AI evidence") == "We know them."
    assert "SY004" not in team.codes("Qualification")


def test_a_block_that_is_not_automated_waits_for_the_map_and_writes_nothing_in_its_rows():
    team = waiting()
    team.types("Start here", {"Current owner": None}, "Qualification")
    team.types("Qualification", DECIDED)
    settled(team)
    assert said(team, "Qualification", "c").startswith("waiting: ")
    assert "Qualification" in team.outcome.off
