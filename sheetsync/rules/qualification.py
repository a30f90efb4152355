"""Qualification: pursue, nurture or skip? A person decides; every pass to Outreach is earned.

A decision counts when it is allowed and someone has put their name to it. A
pursue passes on only with a reason, a grounded evidence note, its risks named,
and the three approvals that belong to people: segment, missing evidence, account.
"""

from collections.abc import Mapping, Sequence

from sheetsync.ai.columns import OpenJob, open_jobs
from sheetsync.ai.jobs import for_tab
from sheetsync.cells import Scalar
from sheetsync.check import Table
from sheetsync.context import Context
from sheetsync.events import Event
from sheetsync.identity import Identity
from sheetsync.lead import Lead
from sheetsync.rules.decision import Decision
from sheetsync.rules.lists import Segments
from sheetsync.rules.passage import Passage
from sheetsync.rules.research import Routing
from sheetsync.rules.scorecard import Criterion, score
from sheetsync.state import State
from sheetsync.work import STATUS, Work, grow

QUALIFICATION = "Qualification"


def read_routing(table: Table | None, identity: Identity | None) -> dict[str, Routing]:
    """Read, before any rule runs, what people have decided about each lead."""
    if table is None or identity is None:
        return {}
    cells = table.cells
    found: dict[str, Routing] = {}
    for index, lead_id in enumerate(identity.ids):
        counts = cells["Decided by"][index] and index not in identity.frozen
        decision = cells["Decision"][index] if counts else ""
        found[lead_id] = Routing(decision, cells["Reason"][index], seen=True)
    return found


def begin(
    table: Table, identity: Identity, states: Sequence[State], arriving: Sequence[Lead]
) -> Work:
    """Set up the tab, with a row for each lead that Research hands over in this run."""
    return grow(table, identity, states, [lead.record for lead in arriving])


def jobs(
    work: Work, context: Context, leads: Mapping[str, Lead], criteria: Sequence[Criterion]
) -> list[OpenJob]:
    """Say which AI cells need an answer (jobs c and d): rows that nobody has decided yet.

    Of those that somebody has decided, the ones with a blank cell say so.
    """
    if not context.model or not context.gates[QUALIFICATION].automated or work.table.tab.refused:
        return []
    scorecard = "\n".join(criterion.line for criterion in criteria)
    cells = work.table.cells

    def inputs_of(index: int) -> Mapping[str, str]:
        lead = leads[work.identity.ids[index]]
        return {
            "Company": lead.company,
            "Contact": lead.contact,
            "Role": lead.role,
            "Source notes": lead.notes,
            "Relevance signal": lead.signal,
            "Probable problem": lead.problem,
            "Scorecard": scorecard,
        }

    rows = [
        index
        for index, lead_id in enumerate(work.identity.ids)
        if lead_id in leads and index not in work.identity.frozen and index not in work.withheld
    ]
    decided = {i for i in rows if cells["Decision"][i] and cells["Decided by"][i]}
    return open_jobs(
        work,
        for_tab(context.contract[QUALIFICATION]),
        context.model,
        (index for index in rows if index not in decided),
        inputs_of,
        today=context.today,
        skipped={index: f"the decision is made: {cells['Decision'][index]}" for index in decided},
    )


def rule(
    work: Work,
    context: Context,
    leads: Mapping[str, Lead],
    criteria: Sequence[Criterion],
    segments: Segments,
) -> tuple[dict[str, Passage], list[Event]]:
    """Run the rules of Qualification on every row.

    Returns:
        Per lead what passes to Outreach, and what happened.
    """
    table, tab = work.table, work.table.tab
    record_columns = context.contract[QUALIFICATION].handoff
    columns: dict[str, list[Scalar]] = {title: list(tab.values(title)) for title in record_columns}
    for title in (*record_columns, "Score", "Score explained", "Decided on", STATUS):
        columns.setdefault(title, list(tab.values(title)))
    fits = {criterion.name: _ratings(table, criterion.column) for criterion in criteria}
    passages: dict[str, Passage] = {}
    events: list[Event] = []
    for index, lead_id in enumerate(work.identity.ids):
        if index in work.identity.frozen:
            columns[STATUS][index] = "Frozen: the Lead ID is not clear"
            continue
        lead = leads.get(lead_id)
        if lead is None:
            columns[STATUS][index] = _orphan(work, index, lead_id)
            continue
        if index in work.withheld:
            passages[lead_id] = Passage("", None, "merged cells cover its row")
            continue
        row = Decision(work, index, lead, context)
        if lead.complete or index >= work.existing:
            for title, text in lead.record.items():
                columns[title][index] = text
        elif row.decision in ("", "pursue"):
            message = "The research of this lead is no longer complete; the record stays as it was."
            work.flag(index, "QL014", message, "Lead ID")
        columns["Score"][index], columns["Score explained"][index] = score(
            criteria, {name: ratings[index] for name, ratings in fits.items()}
        )
        passage = row.judge(segments, events)
        columns["Decided on"][index] = row.decided_on
        columns[STATUS][index] = row.status(passage)
        passages[lead_id] = passage
    work.cells.update(columns)
    return passages, events


def _ratings(table: Table, column: str) -> list[str]:
    """A criterion's ratings, whatever the case of its header; blank while it has no column."""
    for title in table.tab.places:
        if title.casefold() == column.casefold():
            return table.cells[title]
    return [""] * len(table)


def _orphan(work: Work, index: int, lead_id: str) -> str:
    message = (
        f"No row in Research has the Lead ID {lead_id}, or it is frozen there."
        if lead_id
        else "This row has no Lead ID: leads begin in Research."
    )
    work.flag(index, "HO002", message, "Lead ID")
    return "Not taken up: no lead in Research"
