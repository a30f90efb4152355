"""One CRM record while it is worked out: stage, next step, who and when.

Everything follows from what happened; a person's own entries come first. A live
stage counts only once someone has put their name to it (R72).
"""

from datetime import date, timedelta

from sheetsync import state
from sheetsync.ai.columns import effective, suggestion
from sheetsync.cells import Scalar
from sheetsync.desk import Desk
from sheetsync.events import Event
from sheetsync.lead import Lead, as_text
from sheetsync.review.agenda import MEETINGS, OVERDUE
from sheetsync.review.rulings import Ruling
from sheetsync.rules.happened import Happened
from sheetsync.rules.passage import Passage
from sheetsync.rules.row import Row
from sheetsync.rules.ruled import standing_ruling
from sheetsync.sequence import DECIDE, STOPS_AT_ONCE, Position
from sheetsync.work import STATUS, Work

_ADVANCES = ("Deal stage", "Deal confirmed by", "Next action", "Next action on")
"""Who changes one of these has advanced the deal as the review asked (R87)."""

CLOSED = ("Won", "Lost")
"""Stages that need no next action (R55); a nurtured lead has its revisit date."""


class Record(Row):
    """One row of CRM while it is worked out."""

    def __init__(self, work: Work, index: int, lead: Lead, passage: Passage, desk: Desk) -> None:
        super().__init__(work, index, lead)
        self.passage, self.desk = passage, desk
        self.computed: dict[str, Scalar] = {}
        self.position: Position = desk.positions[lead.lead_id]
        self.today = desk.context.today
        self.new_owner: Ruling | None = None
        self.advanced: Ruling | None = None

    def judge(self, happened: Happened, events: list[Event]) -> None:
        """Fill the row's computed cells and raise its flags."""
        self._take_rulings()
        self.who = owner = self._owner(happened)
        stage = self._stage(happened)
        moved, since = self._since(stage)
        last, last_on = self._last(happened, stage, since)
        step, step_on = self._next(happened, stage, since)
        if self.advanced is not None and stage not in CLOSED:
            step = "Advance it: choose the next Deal stage"
            step_on = step_on or self.advanced.on
        step_on = self._moved(step_on, stage)
        due = self._due(stage, step_on)
        if moved:
            record = {
                "Stage": moved,
                "Last action": last,
                "Next action on": str(step_on or ""),
                "Overdue": "yes" if due == "overdue" else "no",
                "Movement": stage if stage in (*CLOSED, "Nurture") else "",
            }
            events.append(self.event("stage", as_text(record)))
        note = self._note(stage, last, last_on)
        self.computed |= {
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
            "Reply status": happened.reply_status,
            "Objection or question": happened.asked,
            "Stop or pause": self.position.why
            if self.position.standing in ("stopped", "paused", "held")
            else "",
        }
        self._flags(stage, step, step_on, owner, last_on)
        self.computed[STATUS] = _sentence(stage, due, step, step_on, owner)

    def _take_rulings(self) -> None:
        """What the weekly review decided on this record, while nobody has entered anything since."""
        rulings, lead_id = self.desk.context.rulings, self.lead.lead_id
        owner = rulings.on(OVERDUE, lead_id, "change owner")
        stage = rulings.on(MEETINGS, lead_id, "advance")
        self.new_owner = standing_ruling(self.work, self.index, "owner", owner, ("Owner",))
        self.advanced = standing_ruling(self.work, self.index, "advance", stage, _ADVANCES)

    def _moved(self, on: date | None, stage: str) -> date | None:
        """The day of the next step, no earlier than the review has moved it to (R86, R87)."""
        if on is None or stage in CLOSED:
            return on
        ruling = self.desk.context.rulings.on(OVERDUE, self.lead.lead_id, "touch", "pause")
        days = [r.until or r.on for r in (ruling, self.advanced) if r is not None]
        return max([on, *days])

    def _stage(self, happened: Happened) -> str:
        own = self.cell("Deal stage")
        if own and not self.cell("Deal confirmed by") and own not in ("Lost", "Nurture"):
            message = f"“{own}” counts once Deal confirmed by is filled in."
            self.flag("CR004", message, "Deal confirmed by")
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
        kept = self.own.get("stage")
        if isinstance(kept, list) and len(kept) == 2 and kept[0] == stage:
            return "", date.fromisoformat(kept[1])
        self.keep("stage", [stage, self.today.isoformat()])
        before = f"{kept[0]} → " if isinstance(kept, list) and kept else ""
        return f"{before}{stage}", self.today

    def _last(self, happened: Happened, stage: str, since: date) -> tuple[str, date | None]:
        """The newest thing that happened; a stage that a person has set is one of them (R50)."""
        last, last_on = happened.last(self.passage.decision)
        if stage != self.cell("Deal stage") or (last_on is not None and last_on > since):
            return last, last_on
        by = self.cell("Deal confirmed by")
        return f"{stage}, confirmed by {by}" if by else f"Deal stage set to {stage}", since

    def _next(self, happened: Happened, stage: str, since: date) -> tuple[str, date | None]:
        """The person's next action here, else in Follow-up, else what is planned."""
        closed = stage in CLOSED
        if self._silenced(stage):
            return "", None
        own = self.cell("Next action")
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
        if position.undecided or position.standing == "held":
            return position.settle or DECIDE, self._held_since(happened)
        if position.standing == "paused":
            return "Resume the sequence", position.until
        if not any(step.sent_on for step in happened.steps):
            first = happened.first
            ready_on = first.ready_on if first is not None and first.ready else None
            return "Send the first message", ready_on
        if position.may_send and happened.planned_on is not None:
            return "Send the next touch", happened.planned_on
        return "", None

    def _silenced(self, stage: str) -> bool:
        """May nobody write to this lead again, so that no step is left to anyone?"""
        return stage == "Lost" and self.position.cause in STOPS_AT_ONCE

    def _revisit(self, since: date) -> date | None:
        """When a nurtured lead comes back: by Qualification, a pause, or the team's setting."""
        days = self.desk.context.project.nurture_revisit
        planned = since + timedelta(days=days) if days is not None else None
        return self.passage.revisit or self.position.until or planned

    def _held_since(self, happened: Happened) -> date | None:
        days = [s.heard_on for s in happened.steps if s.number in self.position.undecided]
        return max((day for day in days if day is not None), default=self.today)

    def _owner(self, happened: Happened) -> str:
        block = "Follow-up" if any(s.sent_on for s in happened.steps) else "Outreach"
        gates = self.desk.context.gates
        return (
            (self.new_owner.comment.split("\n")[0].strip() if self.new_owner else "")
            or self.cell("Owner")
            or happened.follow_up[2]
            or gates[self.work.title].owner
            or gates[block].owner
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
                self.flag("CR005", message, "Note")
            return own if len(own) <= cap else own[: cap - 1].rstrip() + "…"
        happened = f"{last} on {last_on.isoformat()}" if last and last_on else stage
        decided = last.startswith("Decided: ") and self.position.cause == "fit"
        why = f"; {self.position.why}" if self.position.why and not decided else ""
        return f"{happened}{why}."[:cap]

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
                self.flag("CR001", message, "Next action on")
            if not owner:
                self.flag("CR006", "Nobody owns the next step.", "Owner")
        if stage not in CLOSED and on is not None and on < self.today:
            message = f"“{step or 'Next step'}” was due on {on.isoformat()}."
            self.flag("CR002", message, "Next action on", since=on)
        if stage not in CLOSED:
            self._stale(last_on)
        elif self._silenced(stage) and self.cell("Next action"):
            message = f"Next action still stands, but nothing may follow: {self.position.why}."
            self.flag("CR003", message, "Next action")

    def _stale(self, last_on: date | None) -> None:
        """Notice a person's next action that is older than what has happened since (R50)."""
        own = state.digest(
            [self.cell("Next action"), str(self.work.table.cells["Next action on"][self.index])]
        )[:10]
        if not self.cell("Next action"):
            self.keep("action", None)
            return
        kept = self.own.get("action")
        if not (isinstance(kept, list) and len(kept) == 2 and kept[0] == own):
            self.keep("action", [own, self.today.isoformat()])
            return
        entered = date.fromisoformat(kept[1])
        if last_on is not None and last_on > entered:
            message = f"Next action is of {entered.isoformat()}; something happened on {last_on.isoformat()}."
            self.flag("CR003", message, "Next action")


def _sentence(stage: str, due: str, step: str, on: date | None, owner: str) -> str:
    """The record in one sentence, without codes (R51)."""
    if due == "closed":
        return f"{stage}: closed"
    if due == "nothing scheduled":
        return f"{stage}: nothing scheduled"
    who = owner or "nobody"
    when = on.isoformat() if on else ""
    return f"{stage}: {who} – {step or 'next step'} – {when} ({due})"
