"""One decision while it is judged: does it count, does it still stand, does its lead pass?

A decision counts when it is allowed and someone has put their name to it. It rests
on the evidence that its note quotes; when that changes it has to be made again (R74).
"""

from collections.abc import Sequence
from datetime import date, timedelta

from sheetsync import state
from sheetsync.ai.columns import effective
from sheetsync.context import Context
from sheetsync.events import Event
from sheetsync.lead import Lead, as_text
from sheetsync.review.agenda import QUALIFIED
from sheetsync.review.rulings import Ruling
from sheetsync.rules.approvals import require_acceptance, require_account, require_segment
from sheetsync.rules.grounding import cited
from sheetsync.rules.lists import Segments
from sheetsync.rules.passage import Passage
from sheetsync.rules.row import Row
from sheetsync.rules.ruled import standing_ruling
from sheetsync.work import Work

_DECISION_COLUMNS = ("Decision", "Reason", "Evidence note", "Decided by")
"""What a person changes to decide again; an approval alone is no new decision."""


class Decision(Row):
    """One row of Qualification while it is judged."""

    def __init__(self, work: Work, index: int, lead: Lead, context: Context) -> None:
        super().__init__(work, index, lead)
        cells = work.table.cells
        self.context = context
        self.decision: str = cells["Decision"][index]
        self.by: str = cells["Decided by"][index]
        self.reason: str = cells["Reason"][index]
        self.revisit: date | None = cells["Revisit on"][index]
        self.ruling = self._ruled()
        self.decided_on: date | None = None
        self.lapsed = False
        self.note = self.risks = ""
        self.suggested: frozenset[str] = frozenset()

    def _ruled(self) -> Ruling | None:
        """Let the weekly review's decision come before the row's own, until that is changed (R84)."""
        found = self.context.rulings.on(
            QUALIFIED, self.lead.lead_id, "move to nurture", "reject", "approve outreach"
        )
        ruling = standing_ruling(self.work, self.index, "review", found, _DECISION_COLUMNS)
        if ruling is None or self.decision != "pursue":
            return None
        if ruling.decision != "approve outreach":
            self.decision = "skip" if ruling.decision == "reject" else "nurture"
            self.by, self.reason = ruling.by, ruling.comment or ruling.source
            self.revisit = ruling.until or self.revisit
        return ruling

    def judge(self, segments: Segments, events: list[Event]) -> Passage:
        """Raise the row's flags and say what passes on."""
        if not self.decision:
            if self.own.get("decided"):
                events.append(self.event("decision withdrawn", "The Decision cell was cleared"))
            self.keep("decided", None)
            self.keep("passed", None)
            since = self.lead.handed
            self.flag("QL011", "Waits for a decision: pursue, nurture or skip.", "Decision", since)
            self._segment_named()
            return Passage("", None, "")
        self.note, note_is = effective(self.work, self.index, "Evidence note", "AI evidence note")
        self.risks, risks_are = effective(
            self.work, self.index, "Risk or missing evidence", "AI missing evidence"
        )
        origins = {"Evidence note": note_is, "Risk or missing evidence": risks_are}
        self.suggested = frozenset(title for title, whose in origins.items() if whose == "ai")
        if not self.by:
            self.flag(
                "QL010", f"“{self.decision}” counts once Decided by is filled in.", "Decided by"
            )
        if not self.reason:
            self.flag("QL002", f"“{self.decision}” has no reason.", "Reason")
        if self.decision == "pursue":
            self._pursue(segments)
        elif self.decision == "nurture":
            self._nurture()
        if self.by:
            self._remember(events)
        return self._passage(events)

    def _pursue(self, segments: Segments) -> None:
        sources = self._evidence()
        if not self.note:
            self.flag("QL003", "The evidence note is missing.", "Evidence note")
        elif not sources:
            self.flag(
                "QL004",
                "The evidence note quotes nothing from the lead's research.",
                "Evidence note",
            )
        require_acceptance(self, self.risks)
        self._segment_named()
        require_segment(self, segments)
        approver = self.ruling.by if self.ruling is not None else ""
        require_account(self, self.context, approver)

    def _nurture(self) -> None:
        if self.revisit is None and self.context.project.nurture_revisit is None:
            self.flag("QL006", "Nurture has no date on which the lead comes back.", "Revisit on")

    def _segment_named(self) -> None:
        if not self.lead.segment:
            self.flag("QL013", "The lead names no segment.", "Segment")

    def _evidence(self) -> tuple[str, ...]:
        """The evidence cells behind the note; those of the standing decision are not searched again."""
        decided = self.own.get("decided", {})
        if decided.get("n") == state.digest([self.note]) and decided.get("c"):
            sources = tuple(decided["c"])
            if decided.get("e") == self._digests(sources):
                return sources
        return cited(self.note, self.lead.evidence) if self.note else ()

    def _digests(self, sources: Sequence[str]) -> list[str]:
        """A mark of each cited cell, to name the ones that change."""
        return [state.digest([self.lead.evidence.get(title, "")])[:10] for title in sources]

    def _remember(self, events: list[Event]) -> None:
        """Stamp the decision and what it rests on; notice when it must be made again (R74)."""
        before = self.own.get("decided", {})
        entered = [*(str(self.cell(title)) for title in _DECISION_COLUMNS), self.note]
        if self.decision != self.cell("Decision"):
            entered.append(self.ruling.name if self.ruling else "")
        decision = state.digest(entered)
        if before.get("h") == decision:
            self.decided_on = state.day(before, "on")
            sources = before.get("c", [])
            if not sources and self.note:
                # Not found when the decision was made: it rests on whatever proves it from now on.
                sources = list(cited(self.note, self.lead.evidence))
                self.keep("decided", {**before, "c": sources, "e": self._digests(sources)})
                return
            pairs = zip(sources, before.get("e", []), self._digests(sources), strict=False)
            changed = [title for title, then, now in pairs if then != now]
            self.lapsed = self.decision == "pursue" and bool(changed)
            if self.lapsed:
                names = " and ".join(changed)
                message = f"{names} changed after the decision of {before.get('on')}; decide again."
                self.flag("EV001", message, "Decided by")
                if self.own.get("passed"):
                    self.keep("passed", None)
                    events.append(self.event("decision lapsed", message))
            return
        sources = list(cited(self.note, self.lead.evidence)) if self.note else []
        self.decided_on = self.context.today
        on = self.context.today.isoformat()
        note, evidence = state.digest([self.note]), self._digests(sources)
        self.keep("decided", {"h": decision, "n": note, "c": sources, "e": evidence, "on": on})
        detail = f"{self.decision}: {self.reason}" + (
            f" · Evidence: {self.note}" if self.note else ""
        )
        events.append(self.event("decision seen", detail, by=self.by))

    def _passage(self, events: list[Event]) -> Passage:
        counts = self.decision if self.by and not self.lapsed else ""
        if self.decision != "pursue":
            self.keep("passed", None)
            revisit = self.comes_back if counts == "nurture" else None
            back = revisit is not None and self.context.today >= revisit
            if revisit is not None and back:
                message = f"Back from nurture since {revisit.isoformat()}: decide again."
                self.flag("QL012", message, "Decision", revisit)
            return Passage(counts, None, "", self.decided_on, revisit, back)
        hold = self._hold()
        if hold:
            return Passage(counts, None, hold, self.decided_on)
        record = {
            "Lead ID": self.lead.lead_id,
            "Company": self.lead.company,
            "Contact": self.lead.contact,
            "Buyer role": self.lead.role,
            "Decision": "pursue",
            "Evidence note": self.note,
            "Risk or missing evidence": self.risks,
        }
        if not self.own.get("passed"):
            self.keep("passed", self.context.today.isoformat())
            events.append(self.event("handoff to Outreach", as_text(record, self.suggested)))
        return Passage(counts, record, "", self.decided_on)

    def _hold(self) -> str:
        """Why a pursued lead does not pass right now."""
        fields = {"Evidence note": self.note, "Risk or missing evidence": self.risks}
        self.fits(self.context.project.handoff_cap, fields)
        codes = self.work.codes(self.index)
        if codes:
            return f"see {', '.join(codes)}"
        if not self.lead.complete:
            return "the research is no longer complete"
        gate = self.context.gates[self.work.title]
        return "" if gate.automated else f"Qualification is not automated ({gate.reason})"

    @property
    def comes_back(self) -> date | None:
        """When a nurtured lead comes back: the person's date, else the team's default (R27)."""
        days = self.context.project.nurture_revisit
        if self.revisit is not None or days is None or self.decided_on is None:
            return self.revisit
        return self.decided_on + timedelta(days=days)

    def status(self, passage: Passage) -> str:
        """Where the row stands, in plain words."""
        if not self.decision:
            if "QL001" in self.work.codes(self.index):
                return "The decision is not allowed"
            since = f" since {self.lead.handed.isoformat()}" if self.lead.handed else ""
            return f"Waits for a decision{since}"
        if self.lapsed:
            return "Decide again: the evidence has changed"
        if not self.by:
            return f"{self.decision.capitalize()}, once Decided by is filled in"
        if self.decision == "skip":
            return "Skipped"
        if self.decision == "nurture":
            back = self.comes_back
            if back is None:
                return "Nurture without a date"
            due = back <= self.context.today
            return "Back from nurture: decide again" if due else f"Nurture until {back.isoformat()}"
        if passage.hold:
            return f"Pursue, but not handed on: {passage.hold}"
        return f"Handed to Outreach on {self.own['passed']}"
