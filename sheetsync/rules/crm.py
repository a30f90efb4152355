"""CRM: can the next person act? Each record follows from what happened, whoever updates it.

Stage, last action, next step and note are computed from the events of all tabs;
a person's own entries come first. A live stage counts only once someone has put
their name to it (R72).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sheetsync import state
from sheetsync.ai.columns import OpenJob, effective, open_jobs, suggestion
from sheetsync.ai.jobs import for_tab
from sheetsync.cells import Scalar
from sheetsync.check import Table
from sheetsync.desk import Desk
from sheetsync.events import Event
from sheetsync.identity import Identity
from sheetsync.lead import Lead, as_text
from sheetsync.rules.outreach import FirstTouch
from sheetsync.rules.qualification import Passage
from sheetsync.sequence import STOPS_AT_ONCE, Position, Step
from sheetsync.settle import STATUS, Work, grow
from sheetsync.state import State

CRM = "CRM"
CLOSED = ("Won", "Lost")
"""Stages that need no next action (R55); a nurtured lead has its revisit date."""

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


@dataclass(frozen=True, slots=True)
class Happened:
    """What the earlier tabs say of one lead.

    Attributes:
        steps: Its touches, replies and decisions.
        first: What Outreach says.
        planned_on: When the next unsent touch is due, if one is planned.
        decided_on: When Qualification decided.
        asked: The buyer's objection or question, as read from the last reply.
        follow_up: The person's next action, its date and owner from Follow-up.
    """

    steps: Sequence[Step] = ()
    first: FirstTouch | None = None
    planned_on: date | None = None
    decided_on: date | None = None
    asked: str = ""
    follow_up: tuple[str, date | None, str] = ("", None, "")


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
        record = _Record(work, index, lead, passage, desk)
        record.judge(happened.get(lead_id, Happened()), events)
        for title, value in record.cells.items():
            columns[title][index] = value
    work.cells["Lead ID"] = list(work.identity.ids)
    work.cells.update(columns)
    return events


class _Record:
    """One CRM record while it is worked out."""

    def __init__(self, work: Work, index: int, lead: Lead, passage: Passage, desk: Desk) -> None:
        self.work, self.index, self.lead, self.passage, self.desk = work, index, lead, passage, desk
        self.cells: dict[str, Scalar] = {}
        self.position: Position = desk.positions[lead.lead_id]
        self.today = desk.context.today

    def judge(self, happened: Happened, events: list[Event]) -> None:
        """Fill the row's computed cells and raise its flags."""
        stage = self._stage(happened)
        last, last_on = self._last(happened)
        moved, since = self._since(stage)
        step, step_on = self._next(happened, stage, since)
        owner = self._owner(happened)
        due = self._due(stage, step_on)
        if moved:
            record = {
                "Stage": moved,
                "Last action": last,
                "Next action on": str(step_on or ""),
                "Overdue": "yes" if due == "overdue" else "no",
                "Movement": stage if stage in (*CLOSED, "Nurture") else "",
            }
            events.append(Event("stage", CRM, self.lead.lead_id, as_text(record)))
        note = self._note(stage, last, last_on)
        self.cells |= {
            "Company": self.lead.company,
            "Contact": self.lead.contact,
            "Stage": stage,
            "Stage since": since,
            "Last action": last,
            "Last action on": last_on,
            "Next step": step,
            "Next step on": step_on,
            "Next step owner": owner,
            "Short note": note,
            "Due": due,
            "Reply status": self._reply_status(happened),
            "Objection or question": happened.asked,
            "Stop or pause": self.position.why
            if self.position.standing in ("stopped", "paused", "held")
            else "",
        }
        self._flags(stage, step, step_on, owner, last_on)
        self.cells[STATUS] = _sentence(stage, due, step, step_on, owner)

    def _stage(self, happened: Happened) -> str:
        own = self._cell("Deal stage")
        if own and not self._cell("Deal confirmed by") and own not in ("Lost", "Nurture"):
            message = f"“{own}” counts once Deal confirmed by is filled in."
            self.work.flag(self.index, "CR004", message, "Deal confirmed by")
            own = ""
        if own:
            return own
        if self.passage.decision == "nurture" or self.position.cause == "timing":
            return "Nurture"
        if self.passage.decision == "skip" or self.position.standing == "stopped":
            return "Lost"
        if any(s.answered and s.kind not in ("out-of-office", "bounce") for s in happened.steps):
            return "In conversation"
        return "Contacted" if any(s.sent_on for s in happened.steps) else "New"

    def _since(self, stage: str) -> tuple[str, date]:
        """Since when the stage holds, and how it got there if that is new in this run."""
        kept = self.work.states[self.index].get("stage")
        if isinstance(kept, list) and len(kept) == 2 and kept[0] == stage:
            return "", date.fromisoformat(kept[1])
        self.work.remember(self.index, "stage", [stage, self.today.isoformat()])
        before = f"{kept[0]} → " if isinstance(kept, list) and kept else ""
        return f"{before}{stage}", self.today

    def _last(self, happened: Happened) -> tuple[str, date | None]:
        """The newest thing that happened, whoever did it."""
        found: list[tuple[date, int, str]] = []
        if happened.decided_on is not None:
            found.append((happened.decided_on, 0, f"Decided: {self.passage.decision or 'open'}"))
        for step in happened.steps:
            if step.sent_on is not None:
                what = "First message sent" if step.number == 1 else f"Touch {step.number} sent"
                found.append((step.sent_on, step.number * 2, what))
            if step.answered and step.received_on is not None:
                kind = f" ({step.kind})" if step.kind else ""
                found.append((step.received_on, step.number * 2 + 1, f"Reply received{kind}"))
        if not found:
            return "", None
        day, _, what = max(found)
        return what, day

    def _next(self, happened: Happened, stage: str, since: date) -> tuple[str, date | None]:
        """The person's next action here, else in Follow-up, else what is planned."""
        closed = stage in CLOSED
        own = self._cell("Next action")
        if not own and not closed and self.work.table.cells["Accept suggestions"][self.index]:
            own = suggestion(self.work, "AI next action", self.index)
        own_on: date | None = self.work.table.cells["Next action on"][self.index]
        if own or own_on is not None or closed:
            return own, own_on
        theirs, theirs_on, _ = happened.follow_up
        if theirs or theirs_on is not None:
            return theirs, theirs_on
        position = self.position
        if stage == "Nurture":
            return "Decide again in Qualification", self._revisit(since)
        if position.undecided:
            return "Decide what the reply means", self._held_since(happened)
        if position.standing == "held":
            return "Settle what holds it in Qualification", happened.decided_on or self.today
        if position.standing == "paused":
            return "Resume the sequence", position.until
        if not any(step.sent_on for step in happened.steps):
            return "Send the first message", self.today if self._ready(happened) else None
        if position.may_send and happened.planned_on is not None:
            return "Send the next touch", happened.planned_on
        return "", None

    def _revisit(self, since: date) -> date | None:
        """When a nurtured lead comes back: by Qualification, a pause, or the team's setting."""
        days = self.desk.context.project.nurture_revisit
        planned = since + timedelta(days=days) if days is not None else None
        return self.passage.revisit or self.position.until or planned

    def _held_since(self, happened: Happened) -> date | None:
        days = [s.received_on for s in happened.steps if s.number in self.position.undecided]
        return max((day for day in days if day is not None), default=self.today)

    def _ready(self, happened: Happened) -> bool:
        return happened.first is not None and happened.first.ready

    def _owner(self, happened: Happened) -> str:
        block = "Follow-up" if any(s.sent_on for s in happened.steps) else "Outreach"
        gates = self.desk.context.gates
        return (
            self._cell("Owner") or happened.follow_up[2] or gates[CRM].owner or gates[block].owner
        )

    def _due(self, stage: str, on: date | None) -> str:
        """Four states for open records, and closed (R53)."""
        if stage in CLOSED:
            return "closed"
        if on is None:
            return "nothing scheduled"
        if on < self.today:
            return "overdue"
        return "today" if on == self.today else "upcoming"

    def _note(self, stage: str, last: str, last_on: date | None) -> str:
        own, _ = effective(self.work, self.index, "Note", "AI clean note")
        cap = self.desk.context.project.short_note_cap
        if own:
            if len(own) > cap:
                message = f"The note has {len(own):,} characters; at most {cap:,} are kept."
                self.work.flag(self.index, "CR005", message, "Note")
            return own if len(own) <= cap else own[: cap - 1].rstrip() + "…"
        happened = f"{last} on {last_on.isoformat()}" if last and last_on else stage
        why = f"; {self.position.why}" if self.position.why else ""
        return f"{happened}{why}."[:cap]

    def _reply_status(self, happened: Happened) -> str:
        replied = [step for step in happened.steps if step.answered]
        if not replied:
            return ""
        last = replied[-1]
        said = last.kind or "reply"
        if last.kind in STOPS_AT_ONCE:
            return f"{last.kind}: stopped"
        return f"{said}: {last.decision}" if last.decision else f"{said}: waits for a decision"

    def _flags(
        self, stage: str, step: str, on: date | None, owner: str, last_on: date | None
    ) -> None:
        if stage not in CLOSED:
            if on is None:
                over = self.position.standing == "done"
                message = (
                    f"Nothing is scheduled, and {self.position.why or 'the sequence is over'}: plan "
                    "a next action, or choose Nurture or Lost in Deal stage."
                    if over
                    else "Nothing is scheduled."
                )
                self.work.flag(self.index, "CR001", message, "Next action on")
            if not owner:
                self.work.flag(self.index, "CR006", "Nobody owns the next step.", "Owner")
        if stage not in CLOSED and on is not None and on < self.today:
            message = f"“{step or 'Next step'}” was due on {on.isoformat()}."
            self.work.flag(self.index, "CR002", message, "Next action on", since=on)
        if stage not in CLOSED:
            self._stale(last_on)

    def _stale(self, last_on: date | None) -> None:
        """Notice a person's next action that is older than what has happened since (R50)."""
        own = state.digest(
            [self._cell("Next action"), str(self.work.table.cells["Next action on"][self.index])]
        )[:10]
        if not self._cell("Next action"):
            self.work.remember(self.index, "action", None)
            return
        kept = self.work.states[self.index].get("action")
        if not (isinstance(kept, list) and len(kept) == 2 and kept[0] == own):
            self.work.remember(self.index, "action", [own, self.today.isoformat()])
            return
        entered = date.fromisoformat(kept[1])
        if last_on is not None and last_on > entered:
            message = f"Next action is of {entered.isoformat()}; something happened on {last_on.isoformat()}."
            self.work.flag(self.index, "CR003", message, "Next action")

    def _cell(self, title: str) -> str:
        return str(self.work.table.cells[title][self.index])


def _sentence(stage: str, due: str, step: str, on: date | None, owner: str) -> str:
    """The record in one sentence, without codes (R51)."""
    if due == "closed":
        return f"{stage}: closed"
    if due == "nothing scheduled":
        return f"{stage}: nothing scheduled"
    who = owner or "nobody"
    when = on.isoformat() if on else ""
    return f"{stage}: {who} – {step or 'next step'} – {when} ({due})"
