"""The sending half of the chain: Outreach, Follow-up and CRM, on one view of all leads.

Suppression, replies and stops are read over all tabs before any row is judged, so
that an answer or an opt-out anywhere holds everywhere in the same run.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sheetsync import state
from sheetsync.ai.columns import suggestion
from sheetsync.ai.jobs import NONE_FOUND
from sheetsync.cells import Scalar
from sheetsync.check import Table
from sheetsync.context import Context
from sheetsync.desk import Allowance, Desk
from sheetsync.identity import Identity
from sheetsync.lead import Lead
from sheetsync.review.agenda import OVERDUE
from sheetsync.review.rulings import Ruling
from sheetsync.rules.crm import CRM, confirmed_stages
from sheetsync.rules.first_message import FirstTouch
from sheetsync.rules.followup import FOLLOWUP
from sheetsync.rules.happened import Happened
from sheetsync.rules.lists import read_claims
from sheetsync.rules.outreach import OUTREACH
from sheetsync.rules.passage import Passage
from sheetsync.rules.qualification import QUALIFICATION
from sheetsync.rules.reply_decision import decided_before, first_seen, reply_mark
from sheetsync.rules.steps import steps_of
from sheetsync.same_address import held_elsewhere
from sheetsync.sequence import STOPS_AT_ONCE, Heard, Position, Rules, Step, position
from sheetsync.standing import Standing, standing
from sheetsync.state import State
from sheetsync.suppression import DO_NOT_CONTACT, fold, read_suppression
from sheetsync.work import Work
from sheetsync.workdays import Workdays

_KIND = "AI reply kind"


@dataclass(frozen=True, slots=True)
class Sending:
    """What the sending blocks rest on.

    Attributes:
        desk: One view of all leads.
        steps: Every lead's touches.
        kinds: What each reply (by row index in Follow-up) is read as.
        to_suppress: Rows for Do not contact that opt-outs and bounces bring.
    """

    desk: Desk
    steps: Mapping[str, Sequence[Step]]
    kinds: Mapping[int, Heard]
    to_suppress: tuple[Mapping[str, Scalar], ...]


def prepare(
    tables: Mapping[str, Table],
    context: Context,
    *,
    identity: Identity | None,
    states: Sequence[State],
    leads: Mapping[str, Lead],
    passages: Mapping[str, Passage],
) -> Sending:
    """Read where every lead stands before any row is judged.

    Args:
        tables: The book's tabs.
        context: Settings, today, the Map.
        identity: Ids of the rows of Follow-up, ``None`` without the tab.
        states: Their Sync states.
        leads: Every lead.
        passages: What Qualification says of each.
    """
    followup = tables.get(FOLLOWUP)
    kinds = reply_kinds(followup, states, context) if followup is not None else {}
    steps = steps_of(tables.get(OUTREACH), followup, identity, kinds)
    listed = read_suppression(tables.get(DO_NOT_CONTACT))
    stopped = [
        (leads[lead_id], step)
        for lead_id, own in steps.items()
        for step in own
        if step.kind in STOPS_AT_ONCE and lead_id in leads
    ]
    new = {
        fold(lead.path): (lead, step)
        for lead, step in reversed(stopped)
        if fold(lead.path) and not listed.hit(lead.path)
    }
    suppression = listed.and_also(
        (lead.path, f"{step.kind} of {lead.lead_id}") for lead, step in reversed(stopped)
    )
    live = _live(tables.get(CRM), context)
    positions: dict[str, Position] = {}
    for lead_id, lead in leads.items():
        own = steps.get(lead_id, ())
        ruling = _overdue_ruling(lead_id, passages.get(lead_id), context)
        rules = Rules(
            today=context.today,
            length=context.project.sequence_length,
            window_ends=_window_ends(own, context),
            suppressed=suppression.hit(lead.path),
            withdrawn=_withdrawn(passages.get(lead_id)),
            hold=passages[lead_id].hold if lead_id in passages else "",
            live=lead_id in live,
            ended=ruling.source if ruling and ruling.decision == "stop" else "",
            paused_until=ruling.until if ruling and ruling.decision == "pause" else None,
        )
        positions[lead_id] = position(own, rules)
    return Sending(
        desk=Desk(
            context=context,
            days=Workdays.of(context.project),
            leads=leads,
            passages=passages,
            positions=positions,
            evidence=_evidence(tables, leads, context.today),
            suppression=suppression,
            allowance=Allowance(context.project.daily_cap, _sent_today(steps, context.today)),
            elsewhere=held_elsewhere(leads, passages, positions, steps),
            owners=_owners(tables),
            unread=tuple(
                title
                for title in (DO_NOT_CONTACT, FOLLOWUP, CRM)
                if title not in tables or tables[title].tab.refused
            ),
        ),
        steps=steps,
        kinds=kinds,
        to_suppress=tuple(
            {
                "Address or domain": lead.path,
                "Reason": f"{step.kind} of {lead.lead_id}",
                "Since": step.heard_on or context.today,
                "Added by": "sheetsync",
            }
            for lead, step in new.values()
        ),
    )


def reply_kinds(table: Table, states: Sequence[State], context: Context) -> dict[int, Heard]:
    """Read what kind each pasted reply is; an unchanged reply is not read again.

    An opt-out and a bounce found here stop at once, whatever a model says of them, and so
    do those that a person has named in ``AI reply kind``. What a model alone takes for one
    holds as any answer does, until a person has decided (R68).
    """
    cells, kinds = table.cells, table.tab.values(_KIND)
    found: dict[int, Heard] = {}
    for index, text in enumerate(cells["Reply text"]):
        if not text and cells["Reply received on"][index] is None:
            continue
        own = states[index] if index < len(states) else {}
        changed = decided_before(table, index, own)
        mark = reply_mark(table, index)
        known = own.get("kind")
        said = cells[_KIND][index].casefold()
        if said in STOPS_AT_ONCE and not (text and _suggested(kinds[index], own)):
            kind, resume_on = said, None
        elif not text:
            kind, resume_on = "", None
        elif isinstance(known, list) and len(known) == 3 and known[0] == mark:
            kind, resume_on = str(known[1]), state.day({"on": known[2]}, "on")
        else:
            from sheetsync.replies.reply import read_reply

            sentence = context.project.opt_out_sentence
            read = read_reply(text, today=context.today, opt_out_sentence=sentence)
            kind, resume_on = read.kind, read.resume_on
        seen_on = first_seen(own, mark) or context.today
        found[index] = Heard(kind, resume_on, changed, seen_on)
    return found


def _suggested(kind: Scalar, own: State) -> bool:
    """Is the kind of a reply what the sync wrote there, and nobody's word?"""
    mark = state.stamp(_KIND, kind)
    return state.written(own).get(mark[:3]) == mark


def happened(
    sending: Sending,
    tables: Mapping[str, Table],
    first: Mapping[str, FirstTouch],
    planned: Mapping[str, date],
    work: Work | None = None,
) -> dict[str, Happened]:
    """Collect what CRM needs to know of each lead.

    Args:
        sending: What the sending blocks rest on.
        tables: The book's tabs.
        first: What Outreach says.
        planned: When each lead's next unsent touch is due.
        work: Follow-up with the answers of this run; ``None`` if it was not worked on.
    """
    asked: dict[str, str] = {}
    actions: dict[str, tuple[str, date | None, str]] = {}
    table = tables.get(FOLLOWUP)
    if table is not None:
        cells = table.cells
        for index, lead_id in enumerate(cells["Lead ID"]):
            action, on = cells["Next action"][index], cells["Next action on"][index]
            owner = cells["Owner"][index]
            if action or on or owner:
                actions[lead_id] = (action, on, owner)
            column = "AI objection or question"
            objection = suggestion(work, column, index) if work else cells[column][index]
            if objection and objection != NONE_FOUND:
                asked[lead_id] = objection
    desk = sending.desk
    return {
        lead_id: Happened(
            steps=sending.steps.get(lead_id, ()),
            first=first.get(lead_id),
            planned_on=planned.get(lead_id),
            decided_on=passage.decided_on,
            asked=asked.get(lead_id, ""),
            follow_up=actions.get(lead_id, ("", None, "")),
        )
        for lead_id, passage in desk.passages.items()
    }


def _overdue_ruling(lead_id: str, passage: Passage | None, context: Context) -> Ruling | None:
    """The review's stop or pause; a later decision in Qualification starts anew (R86)."""
    found = context.rulings.on(OVERDUE, lead_id, "stop", "pause")
    decided = passage.decided_on if passage is not None else None
    return None if found is None or (decided is not None and decided > found.on) else found


def _sent_today(steps: Mapping[str, Sequence[Step]], today: date) -> int:
    return sum(step.sent_on == today for own in steps.values() for step in own)


def _window_ends(steps: Sequence[Step], context: Context) -> date | None:
    days = context.project.window_days
    first = next((step.sent_on for step in steps if step.number == 1), None)
    return first + timedelta(days=days) if first is not None and days else None


def _withdrawn(passage: Passage | None) -> str:
    if passage is None or passage.record is not None or passage.hold:
        return ""
    return (
        f"the decision is now {passage.decision}" if passage.decision else "nobody pursues it now"
    )


def _live(table: Table | None, context: Context) -> frozenset[str]:
    """Leads whose deal has a confirmed live stage, or a result: they leave the sequence (R39)."""
    taken = {*context.project.live_stages, "Meeting", "Proposal", "Won", "Lost", "Nurture"}
    return frozenset(
        lead_id for lead_id, stage in confirmed_stages(table).items() if stage in taken
    )


def _owners(tables: Mapping[str, Table]) -> dict[str, str]:
    """Who a person has named as owner of each lead; what stands in CRM comes first."""
    return {
        lead_id: owner
        for title in (FOLLOWUP, CRM)
        if title in tables
        for lead_id, owner in zip(
            tables[title].cells["Lead ID"], tables[title].cells["Owner"], strict=True
        )
        if owner
    }


def _evidence(
    tables: Mapping[str, Table], leads: Mapping[str, Lead], today: date
) -> dict[str, dict[str, str]]:
    """Each lead's evidence cells over all tabs; an AI cell is never among them (R56)."""
    claims = read_claims(tables.get("Our claims"), today)
    found = {
        lead_id: {
            "Company": lead.company,
            "Contact": lead.contact,
            "Role": lead.role,
            **lead.evidence,
            **({"Our claims": claims} if claims else {}),
        }
        for lead_id, lead in leads.items()
    }
    sources = (
        (QUALIFICATION, ("Evidence note",)),
        (FOLLOWUP, ("Reply text",)),
        (CRM, ("Conversation notes", "Note")),
    )
    for title, columns in sources:
        table = tables.get(title)
        if table is None:
            continue
        for column in columns:
            for lead_id, text in zip(table.cells["Lead ID"], table.cells[column], strict=True):
                if text and lead_id in found:
                    before = found[lead_id].get(column)
                    found[lead_id][column] = f"{before}\n\n{text}" if before else text
    return found


def standings(sending: Sending, tables: Mapping[str, Table]) -> dict[str, Standing]:
    """The one state of each lead (R7)."""
    stages = confirmed_stages(tables.get(CRM))
    desk = sending.desk
    return {
        lead_id: standing(
            lead,
            desk.passages.get(lead_id),
            desk.positions[lead_id],
            contacted=any(step.sent_on for step in sending.steps.get(lead_id, ())),
            stage=stages.get(lead_id, ""),
        )
        for lead_id, lead in desk.leads.items()
    }
