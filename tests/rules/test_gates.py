"""R68 to R72: five decisions belong to people; no rule, score or model takes one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from sheetsync.ai.jobs import Answer, Job
from sheetsync.ai.offline import OfflineDrafter
from sheetsync.rules.gates import GATES, HumanGate
from tests.memory_team import SmallTeam, at
from tests.rules.cases import Run, Step, adds, on, runs, types
from tests.workbooks import whole


@dataclass(frozen=True)
class Held:
    """A lead before one of the gates.

    Attributes:
        stage: Where it comes from.
        comes: What brings it before the gate.
        nameless: The decision, without a name.
        named: The name that opens the gate.
        through: Has the lead passed?
    """

    stage: str
    comes: tuple[Step | Run, ...]
    nameless: tuple[Step, ...]
    named: tuple[Step, ...]
    through: str


HELD = {
    "FU001": Held("due", (types("Follow-up", Reply_text="Who are you?"), runs()),
                  (types("Follow-up", Reply_decision="continue"),),
                  (types("Follow-up", Decided_by="Ben", Approved_by="Ben, again"),), "ready again"),
    "QL007": Held("handed", (types("Research", Segment="Rail"), adds("Segments", Segment="Rail")),
                  (types("Segments", "Rail", Approved_on=on(1), Valid_until=on(30)),),
                  (types("Segments", "Rail", Approved_by="Cleo"),), "in Outreach"),
    "QL008": Held("handed", (types("Qualification", Risk_or_missing_evidence="Missing: budget"),),
                  (types("Qualification", Accept_suggestions=True),),
                  (types("Qualification", Missing_evidence_accepted_by="Cleo"),), "in Outreach"),
    "QL009": Held("handed", (types("Research", Sensitive=True, Estimated_value=90_000),),
                  (types("Qualification", Accept_suggestions=True),),
                  (types("Qualification", Account_approved_by="Cleo"),), "in Outreach"),
    "CR004": Held("sent", (), (types("CRM", Deal_stage="Won", Accept_suggestions=True),),
                  (types("CRM", Deal_confirmed_by="Cleo"),), "won"),
}  # fmt: skip

DECISION = {
    "Decision": "pursue",
    "Reason": "they grow",
    "Evidence note": "14 open roles",
    "Decided by": "Ben",
}


class Eager:
    """A model that answers like the offline drafter, but urges wherever it can."""

    name = "eager"

    def answer(self, jobs: Sequence[Job]) -> Sequence[Answer]:
        said = {
            "AI suggested decision": "pursue",
            "AI missing evidence": "none found",
            "AI reply kind": "positive",
            "AI next action": "unknown",
        }
        drafts = OfflineDrafter().answer(jobs)
        return [
            replace(draft, cells={title: said.get(title, text) for title, text in draft.cells.items()})
            for draft in drafts
        ]  # fmt: skip


def before(code: str) -> SmallTeam:
    """A team with a model that urges, its lead before the gate, and the decision without a name."""
    held = HELD[code]
    team = at(held.stage)
    team.model = Eager()
    go(team, held.comes)
    if held.stage == "handed":
        given = team.says("Qualification", "Risk or missing evidence") or "none found"
        team.types("Qualification", {**DECISION, "Risk or missing evidence": given})
    go(team, held.nameless)
    team.sync()
    return team


def go(team: SmallTeam, way: Sequence[Step | Run]) -> None:
    for step in way:
        if isinstance(step, Run):
            team.sync(step.day)
        else:
            step.do(team, "Nordhafen")


def passed(team: SmallTeam) -> str:
    """How far the lead has come."""
    if team.rows("CRM") and team.says("CRM", "Stage") == "Won":
        return "won"
    if team.rows("Follow-up"):
        return "ready again" if team.says("Follow-up", "Ready to send") == "yes" else ""
    return "in Outreach" if team.rows("Outreach") else ""


def test_each_of_the_five_decisions_of_people_has_its_gate():
    assert {gate.requirement for gate in GATES.values()} == {"R68", "R69", "R70", "R71", "R72"}
    assert HELD.keys() == GATES.keys()


@pytest.mark.parametrize("gate", GATES.values(), ids=lambda gate: f"{gate.requirement} {gate.what}")
def test_r68_r69_r70_r71_r72_the_row_waits_until_a_named_person_has_decided(gate: HumanGate):
    team = before(gate.code)
    assert gate.code in {finding.code for finding in team.outcome.findings}
    assert passed(team) == ""
    go(team, HELD[gate.code].named)
    team.sync()
    assert gate.code not in {finding.code for finding in team.outcome.findings}
    assert passed(team) == HELD[gate.code].through


@pytest.mark.parametrize("gate", GATES.values(), ids=lambda gate: f"{gate.requirement} {gate.what}")
def test_r73_the_cells_that_open_a_gate_belong_to_people(gate: HumanGate):
    for title in (gate.column, gate.name):
        assert whole()[gate.tab].spec(title).owner == "person"


@pytest.mark.parametrize("gate", GATES.values(), ids=lambda gate: f"{gate.requirement} {gate.what}")
def test_r76_what_waits_at_a_gate_is_in_the_list_of_decisions(gate: HumanGate):
    team = before(gate.code)
    (line,) = (row for row in team.rows("To do") if row["Code"] == gate.code)
    assert (line["Kind"], line["Company"]) == ("decision", "Nordhafen")
    assert line["Who"]
    assert line["How to fix"]
    assert line["Age (days)"] == 0


@pytest.mark.parametrize("code", ["QL007", "QL008", "QL009"])
def test_r70_r74_a_name_that_is_taken_back_closes_the_gate_again(code: str):
    team = before(code)
    go(team, HELD[code].named)
    team.sync()
    gate = GATES[code]
    team.types(gate.tab, {gate.name: None}, "Rail" if gate.tab == "Segments" else "Nordhafen")
    team.sync()
    assert code in team.codes("Qualification")
    assert team.says("Outreach", "Status").startswith("On hold in Qualification")


# Requirements that the tests above prove, by the numbers in their names:
# R68 R69 R70 R71 R72 R73 R74 R76
