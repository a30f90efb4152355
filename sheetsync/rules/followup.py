"""Follow-up: touch, pause or stop? One row a planned touch; a reply holds everything.

The next touch exists before the current one is done (R32). What a reply means is
a person's decision (R68); an opt-out and a bounce stop without waiting for it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sheetsync.ai.columns import OpenJob, open_jobs
from sheetsync.ai.jobs import for_tab
from sheetsync.cells import Scalar
from sheetsync.check import Table
from sheetsync.desk import Desk
from sheetsync.events import Event
from sheetsync.identity import Identity
from sheetsync.lead import Lead
from sheetsync.rules.first_message import FirstTouch
from sheetsync.rules.message_row import settled
from sheetsync.rules.steps import UNHEARD, last_rows, sent_days, sent_messages
from sheetsync.rules.touch import Touch
from sheetsync.sequence import Heard
from sheetsync.state import State
from sheetsync.work import READY, STATUS, Work, grow

FOLLOWUP = "Follow-up"


@dataclass(frozen=True, slots=True)
class Arrival:
    """A touch that gets its row in this run."""

    lead: Lead
    number: int


def begin(
    table: Table,
    identity: Identity,
    states: Sequence[State],
    arrivals: Sequence[Arrival],
) -> Work:
    """Set up the tab, with a row for each touch that is planned in this run."""
    records = [
        {
            "Touch ID": f"{arrival.lead.lead_id}/{arrival.number}",
            "Lead ID": arrival.lead.lead_id,
            "Company": arrival.lead.company,
            "Contact": arrival.lead.contact,
        }
        for arrival in arrivals
    ]
    return grow(table, identity, states, records, key="Touch ID")


def arrivals(
    identity: Identity, table: Table, first: Mapping[str, FirstTouch], desk: Desk
) -> list[Arrival]:
    """Say which touches are to be planned now: the one after each that is sent or may be soon.

    A message that a person has approved can go out at any hour, so the one after it
    gets its row in the same run (R32).
    """
    here: dict[str, int] = defaultdict(lambda: 1)
    sent: dict[str, int] = {lead: 1 for lead, touch in first.items() if touch.sent_on}
    approved: set[tuple[str, int]] = set()
    for index, touch_id in enumerate(identity.ids):
        lead_id, _, number = touch_id.partition("/")
        if not number.isdecimal():
            continue
        here[lead_id] = max(here[lead_id], int(number))
        if table.cells["Sent on"][index] is not None:
            sent[lead_id] = max(sent.get(lead_id, 0), int(number))
        elif table.cells["Approved by"][index]:
            approved.add((lead_id, int(number)))
    found: list[Arrival] = []
    for lead_id, touch in first.items():
        lead, position = desk.leads.get(lead_id), desk.positions[lead_id]
        if lead is None:
            continue
        done = max(sent.get(lead_id, 0), 1 if touch.ready else 0)
        if lead_id in sent and (lead_id, done + 1) in approved:
            done += 1
        wanted = min(done + 1, desk.context.project.sequence_length)
        # A reply to the last message needs a row to be pasted on, so the second row always comes.
        open_ = position.may_send or (sent.get(lead_id) == 1 and here[lead_id] == 1)
        if done and open_:
            found += [Arrival(lead, number) for number in range(here[lead_id] + 1, wanted + 1)]
    return found


def jobs(work: Work, desk: Desk, first: Mapping[str, FirstTouch]) -> list[OpenJob]:
    """Say which AI cells need an answer: the next touch (h) of each running sequence.

    Where a touch is sent, or people have stopped, a blank cell will stay so and says why.
    """
    context = desk.context
    if not context.model or not context.gates[FOLLOWUP].automated or work.table.tab.refused:
        return []
    cells, ids = work.table.cells, work.identity.ids
    messages, sent_on = sent_messages(work, first), sent_days(work, first)

    def before_is_sent(touch_id: str) -> bool:
        lead_id, _, number = touch_id.partition("/")
        return number.isdecimal() and int(number) - 1 in sent_on[lead_id]

    def inputs_of(index: int) -> Mapping[str, str]:
        lead_id, _, number = ids[index].partition("/")
        lead, project = desk.leads[lead_id], desk.context.project
        return {
            "Company": lead.company,
            "Contact": lead.contact,
            "Touch": number,
            "Sent so far": "\n\n".join(text for n, text in messages[lead_id] if n < int(number)),
            "Verified signal": first[lead_id].signal,
            "Probable problem": desk.evidence[lead_id].get("Probable problem", ""),
            "Relevance signal": desk.evidence[lead_id].get("Relevance signal", ""),
            "Evidence note": desk.evidence[lead_id].get("Evidence note", ""),
            "Source notes": lead.notes,
            "Our claims": desk.evidence[lead_id].get("Our claims", ""),
            "Sender": project.sender_name,
            "Address": project.sender_address,
            "Opt-out sentence": project.opt_out_sentence,
        }

    after_sent = {
        index: desk.positions[touch_id.partition("/")[0]]
        for index, touch_id in enumerate(ids if not desk.unset else ())
        if index not in work.identity.frozen
        and touch_id.partition("/")[0] in first
        and touch_id.partition("/")[0] in desk.leads
        and before_is_sent(touch_id)
    }
    active = [
        index
        for index, position in after_sent.items()
        if position.standing == "running" and cells["Sent on"][index] is None
    ]
    over = {
        index: why
        for index, position in after_sent.items()
        if (why := settled(position, cells["Sent on"][index]))
    }
    every = for_tab(context.contract[FOLLOWUP])
    touch = [spec for spec in every if spec.job == "h"]
    reply = [spec for spec in every if spec.job == "i"]
    replied = [
        index
        for index, text in enumerate(cells["Reply text"])
        if text and index not in work.identity.frozen
    ]
    today = context.today
    return [
        *open_jobs(work, touch, context.model, active, inputs_of, today=today, skipped=over),
        *open_jobs(
            work,
            reply,
            context.model,
            replied,
            lambda index: {"Reply text": cells["Reply text"][index]},
            today=today,
        ),
    ]


def rule(
    work: Work, desk: Desk, first: Mapping[str, FirstTouch], kinds: Mapping[int, Heard]
) -> tuple[dict[str, date], list[Event]]:
    """Run the rules of Follow-up on every row.

    Returns:
        When each lead's next unsent touch is due, and what happened.
    """
    tab = work.table.tab
    computed = ("Draft check", "Ready to send", "Sent message", STATUS)
    titles = (*desk.context.contract[FOLLOWUP].handoff, "Touch", "Window ends", *computed)
    columns: dict[str, list[Scalar]] = {title: list(tab.values(title)) for title in titles}
    events: list[Event] = []
    messages = sent_messages(work, first)
    sent_on = sent_days(work, first)
    last = last_rows(work)
    planned: dict[str, date] = {}
    for index, touch_id in enumerate(work.identity.ids):
        lead_id, _, number = touch_id.partition("/")
        if index in work.identity.frozen:
            columns[STATUS][index] = "Frozen: the Touch ID is not clear"
            columns[READY][index] = "no: the Touch ID is not clear"
            continue
        if index in work.withheld:
            continue
        if lead_id not in first or lead_id not in desk.leads or not number.isdecimal():
            message = f"No row in Outreach has the Lead ID {lead_id or '(blank)'}."
            work.flag(index, "HO002", message, "Touch ID")
            columns[STATUS][index] = "Not taken up: no lead in Outreach"
            columns[READY][index] = "no: no lead in Outreach"
            continue
        heard = kinds.get(index, UNHEARD)
        row = Touch(work, index, desk=desk, first=first[lead_id], heard=heard)
        row.judge(messages[lead_id], sent_on[lead_id], events, is_last=last[lead_id] == index)
        for title, value in row.computed.items():
            columns[title][index] = value
        due = row.computed["Due on"]
        if row.sent_on is None and isinstance(due, date):
            planned[lead_id] = min(due, planned.get(lead_id, due))
    work.cells.update(columns)
    return planned, events
