"""Outreach receives the leads to pursue, and gives them up when the decision changes (R26)."""

from collections.abc import Mapping, Sequence

from sheetsync.cells import Scalar
from sheetsync.check import Table
from sheetsync.context import Context
from sheetsync.events import Event
from sheetsync.identity import Identity
from sheetsync.rules.qualification import Passage
from sheetsync.settle import STATUS, Work, grow
from sheetsync.state import State

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


def rule(work: Work, context: Context, passages: Mapping[str, Passage]) -> list[Event]:
    """Keep each row's handoff record current, and withdraw what is no longer pursued."""
    tab = work.table.tab
    titles = (*context.contract[OUTREACH].handoff, STATUS)
    columns: dict[str, list[Scalar]] = {title: list(tab.values(title)) for title in titles}
    events: list[Event] = []
    for index, lead_id in enumerate(work.identity.ids):
        if index in work.identity.frozen:
            columns[STATUS][index] = "Frozen: the Lead ID is not clear"
            continue
        if index in work.withheld:
            continue
        passage = passages.get(lead_id)
        if passage is None:
            message = (
                f"No row in Qualification has the Lead ID {lead_id}, or it is frozen there."
                if lead_id
                else "This row has no Lead ID: leads begin in Research."
            )
            work.flag(index, "HO002", message, "Lead ID")
            columns[STATUS][index] = "Not taken up: no lead in Qualification"
            continue
        if passage.record is not None:
            for title, text in passage.record.items():
                columns[title][index] = text
        elif not passage.hold:
            columns["Decision"][index] = passage.decision or "none"
        columns[STATUS][index] = _status(work, index, passage, events)
    work.cells.update(columns)
    return events


def _status(work: Work, index: int, passage: Passage, events: list[Event]) -> str:
    own = work.states[index]
    if passage.record is not None:
        work.remember(index, "withdrawn", None)
        if work.table.cells["Angle"][index]:
            return "Angle chosen"
        return "Choose an angle"
    if passage.hold:
        return f"On hold in Qualification: {passage.hold}"
    why = f"the decision is now {passage.decision}" if passage.decision else "nobody pursues it now"
    if own.get("withdrawn") != (passage.decision or "none"):
        work.remember(index, "withdrawn", passage.decision or "none")
        lead_id = work.identity.ids[index]
        events.append(Event("withdrawn", OUTREACH, lead_id, f"Unsent drafts withdrawn: {why}"))
    return f"Withdrawn: {why}"
