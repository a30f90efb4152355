"""CRM: can the next person act? Each record follows from what happened, whoever updates it.

Stage, last action, next step and note are computed from the events of all tabs;
a person's own entries come first. A live stage counts only once someone has put
their name to it (R72).
"""

from collections.abc import Mapping, Sequence

from sheetsync.ai.columns import OpenJob, open_jobs
from sheetsync.ai.jobs import for_tab
from sheetsync.cells import Scalar
from sheetsync.check import Table
from sheetsync.desk import Desk
from sheetsync.events import Event
from sheetsync.identity import Identity
from sheetsync.rules.happened import Happened
from sheetsync.rules.record import Record
from sheetsync.state import State
from sheetsync.work import STATUS, Work, grow

CRM = "CRM"

_COMPUTED = (
    "Company",
    "Contact",
    "Stage",
    "Stage since",
    "Last action",
    "Last action on",
    "Next step",
    "Next step on",
    "Next step owner",
    "Short note",
    "Due",
    "Reply status",
    "Objection or question",
    "Stop or pause",
    STATUS,
)


def begin(
    table: Table,
    identity: Identity,
    states: Sequence[State],
    desk: Desk,
) -> Work:
    """Set up the tab, with a row for each lead that is pursued or nurtured now."""
    here = set(identity.ids)
    records = [
        {"Lead ID": lead_id, "Company": lead.company, "Contact": lead.contact}
        for lead_id, lead in desk.leads.items()
        if lead_id not in here
        and lead_id in desk.passages
        and desk.passages[lead_id].decision in ("pursue", "nurture")
    ]
    return grow(table, identity, states, records)


def confirmed_stages(table: Table | None) -> dict[str, str]:
    """The deal stage of each lead that a person has confirmed; Lost and Nurture need no name."""
    if table is None:
        return {}
    cells = table.cells
    return {
        lead_id: stage
        for lead_id, stage, by in zip(
            cells["Lead ID"], cells["Deal stage"], cells["Deal confirmed by"], strict=True
        )
        if stage and (by or stage in ("Lost", "Nurture"))
    }


def jobs(work: Work, desk: Desk) -> list[OpenJob]:
    """Say which AI cells need an answer: clean note (j) and next action (k)."""
    context = desk.context
    if not context.model or not context.gates[CRM].automated or work.table.tab.refused:
        return []
    cells = work.table.cells
    active = [
        index
        for index, lead_id in enumerate(work.identity.ids)
        if lead_id in desk.leads and index not in work.identity.frozen
    ]

    def inputs_of(index: int) -> Mapping[str, str]:
        return {
            "Company": desk.leads[work.identity.ids[index]].company,
            "Conversation notes": cells["Conversation notes"][index],
        }

    specs = for_tab(context.contract[CRM])
    return open_jobs(work, specs, context.model, active, inputs_of, today=context.today)


def rule(work: Work, desk: Desk, happened: Mapping[str, Happened]) -> list[Event]:
    """Run the rules of CRM on every row."""
    tab = work.table.tab
    columns: dict[str, list[Scalar]] = {title: list(tab.values(title)) for title in _COMPUTED}
    events: list[Event] = []
    for index, lead_id in enumerate(work.identity.ids):
        if index in work.identity.frozen:
            columns[STATUS][index] = "Frozen: the Lead ID is not clear"
            continue
        if index in work.withheld:
            continue
        lead, passage = desk.leads.get(lead_id), desk.passages.get(lead_id)
        if lead is None or passage is None:
            message = f"No row in Qualification has the Lead ID {lead_id or '(blank)'}."
            work.flag(index, "HO002", message, "Lead ID")
            columns[STATUS][index] = "Not taken up: no lead in Qualification"
            continue
        record = Record(work, index, lead, passage, desk)
        record.judge(happened.get(lead_id, Happened()), events)
        for title, value in record.computed.items():
            columns[title][index] = value
    work.cells["Lead ID"] = list(work.identity.ids)
    work.cells.update(columns)
    return events
