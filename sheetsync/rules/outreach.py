"""Outreach: what truthful first message? Angle, then personalization, then send discipline (R28).

Each lead that Qualification hands over has a row; each message sent is handed on
to Follow-up with the touch that comes after it.
"""

from collections.abc import Mapping, Sequence

from sheetsync.ai.columns import OpenJob, open_jobs
from sheetsync.ai.jobs import for_tab
from sheetsync.cells import Scalar
from sheetsync.check import Table
from sheetsync.desk import Desk
from sheetsync.events import Event
from sheetsync.identity import Identity
from sheetsync.rules.first_message import FirstMessage, FirstTouch
from sheetsync.rules.message_row import settled
from sheetsync.rules.passage import Passage
from sheetsync.rules.verified_signal import verified_signal
from sheetsync.state import State
from sheetsync.work import READY, STATUS, Work, grow

OUTREACH = "Outreach"


def begin(
    table: Table,
    identity: Identity,
    states: Sequence[State],
    passages: Mapping[str, Passage],
) -> Work:
    """Set up the tab, with a row for each lead that Qualification hands over in this run."""
    here = set(identity.ids)
    arriving = [
        passage.record
        for lead_id, passage in passages.items()
        if passage.record is not None and lead_id not in here
    ]
    return grow(table, identity, states, arriving)


def jobs(work: Work, desk: Desk) -> list[OpenJob]:
    """Say which AI cells need an answer: angles first, drafts once a person has chosen one.

    Where a message is sent, or people have stopped, blank cells will stay so and say why.
    """
    context = desk.context
    if not context.model or not context.gates[OUTREACH].automated or work.table.tab.refused:
        return []
    every = for_tab(context.contract[OUTREACH])
    cells = work.table.cells
    ids = work.identity.ids
    rows = [
        index
        for index, lead_id in enumerate(ids)
        if index not in work.identity.frozen and lead_id in desk.leads and lead_id in desk.passages
    ]
    open_rows = [
        index
        for index in rows
        if desk.passages[ids[index]].record is not None
        and desk.positions[ids[index]].may_send
        and not cells["Sent on"][index]
    ]
    over = {
        index: why
        for index in rows
        if (why := settled(desk.positions[ids[index]], cells["Sent on"][index]))
    }

    def inputs_of(index: int) -> Mapping[str, str]:
        lead = desk.leads[ids[index]]
        project = desk.context.project
        return {
            "Company": lead.company,
            "Contact": lead.contact,
            "Buyer role": lead.role,
            "Verified signal": verified_signal(work, index, lead, desk)[0],
            "Probable problem": lead.problem,
            "Source notes": lead.notes,
            "Angle": cells["Angle"][index],
            "Our claims": desk.evidence[ids[index]].get("Our claims", ""),
            "Sender": project.sender_name,
            "Address": project.sender_address,
            "Opt-out sentence": project.opt_out_sentence,
            "Stopped variants": ", ".join(context.rulings.stopped(cells["Angle"][index])),
        }

    angle = [index for index in open_rows if cells["Angle"][index]]
    first = [spec for spec in every if spec.job == "e"]
    drafts = [spec for spec in every if spec.job != "e"]
    return [
        *open_jobs(
            work, first, context.model, open_rows, inputs_of, today=context.today, skipped=over
        ),
        *open_jobs(
            work, drafts, context.model, angle, inputs_of, today=context.today, skipped=over
        ),
    ]


def rule(work: Work, desk: Desk) -> tuple[dict[str, FirstTouch], list[Event]]:
    """Run the rules of Outreach on every row.

    Returns:
        Per lead the handoff record to Follow-up, and what happened.
    """
    tab = work.table.tab
    titles = (
        *desk.context.contract[OUTREACH].handoff,
        "Verified signal",
        "Planned next touch",
        "Draft check",
        "Ready to send",
        "Sent message",
        STATUS,
    )
    columns: dict[str, list[Scalar]] = {title: list(tab.values(title)) for title in titles}
    touches: dict[str, FirstTouch] = {}
    events: list[Event] = []
    for index, lead_id in enumerate(work.identity.ids):
        if index in work.identity.frozen:
            columns[STATUS][index] = "Frozen: the Lead ID is not clear"
            columns[READY][index] = "no: the Lead ID is not clear"
            continue
        if index in work.withheld:
            continue
        passage, lead = desk.passages.get(lead_id), desk.leads.get(lead_id)
        if passage is None or lead is None:
            columns[STATUS][index] = _orphan(work, index, lead_id)
            columns[READY][index] = "no: no lead in Qualification"
            continue
        if passage.record is not None:
            for title, text in passage.record.items():
                columns[title][index] = text
        elif not passage.hold:
            columns["Decision"][index] = passage.decision or "none"
        row = FirstMessage(work, index, lead, passage, desk)
        touches[lead_id] = row.judge(events)
        for title, value in row.computed.items():
            columns[title][index] = value
    work.cells.update(columns)
    return touches, events


def _orphan(work: Work, index: int, lead_id: str) -> str:
    message = (
        f"No row in Qualification has the Lead ID {lead_id}, or it is frozen there."
        if lead_id
        else "This row has no Lead ID: leads begin in Research."
    )
    work.flag(index, "HO002", message, "Lead ID")
    return "Not taken up: no lead in Qualification"
