"""Qualification: pursue, nurture or skip? A person decides; every pass to Outreach is earned.

A decision counts when it is allowed and someone has put their name to it. A
pursue passes on only with a reason, a grounded evidence note, its risks named,
and the three approvals that belong to people: segment, missing evidence, account.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sheetsync import state
from sheetsync.ai.columns import OpenJob, effective, open_jobs
from sheetsync.ai.jobs import NONE_FOUND, for_tab
from sheetsync.cells import Scalar
from sheetsync.check import Table
from sheetsync.context import Context
from sheetsync.events import Event
from sheetsync.identity import Identity
from sheetsync.lead import Lead, as_text
from sheetsync.rules.grounding import cited
from sheetsync.rules.lists import Segments
from sheetsync.rules.research import Routing
from sheetsync.rules.scorecard import Criterion, score
from sheetsync.settle import STATUS, Work, grow
from sheetsync.state import State

QUALIFICATION = "Qualification"

_DECISION_COLUMNS = ("Decision", "Reason", "Evidence note", "Decided by")
"""What a person changes to decide again; an approval alone is no new decision."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What Qualification hands to Outreach, or why it withdraws a lead.

    Attributes:
        decision: The decision that counts now: pursue, nurture, skip, or ``""``.
        record: The handoff record (R23) when the lead passes, else ``None``.
        hold: Why a pursued lead does not pass right now, ``""`` if it does.
        decided_on: When the decision was first seen.
        revisit: When a nurtured lead comes back.
        back: Has that day come, so that the lead waits for a decision again?
    """

    decision: str
    record: Mapping[str, str] | None
    hold: str
    decided_on: date | None = None
    revisit: date | None = None
    back: bool = False


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
    """Say which AI cells need an answer (jobs c and d): rows that nobody has decided yet."""
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

    active = (
        index
        for index, lead_id in enumerate(work.identity.ids)
        if lead_id in leads
        and index not in work.identity.frozen
        and index not in work.withheld
        and not (cells["Decision"][index] and cells["Decided by"][index])
    )
    specs = for_tab(context.contract[QUALIFICATION])
    return open_jobs(work, specs, context.model, active, inputs_of, today=context.today)


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
        row = _Row(work, index, lead, context)
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


class _Row:
    """One row of Qualification while it is judged."""

    def __init__(self, work: Work, index: int, lead: Lead, context: Context) -> None:
        cells = work.table.cells
        self.work, self.index, self.lead, self.context = work, index, lead, context
        self.decision: str = cells["Decision"][index]
        self.by: str = cells["Decided by"][index]
        self.reason: str = cells["Reason"][index]
        self.revisit: date | None = cells["Revisit on"][index]
        self.decided_on: date | None = None
        self.lapsed = False
        self.note = self.risks = ""
        self.suggested: frozenset[str] = frozenset()

    def judge(self, segments: Segments, events: list[Event]) -> Passage:
        """Raise the row's flags and say what passes on."""
        own = self.work.states[self.index]
        if not self.decision:
            if own.get("decided"):
                events.append(self._event("decision withdrawn", "The Decision cell was cleared"))
            self._keep("decided", None)
            self._keep("passed", None)
            since = self.lead.handed
            self._flag("QL011", "Waits for a decision: pursue, nurture or skip.", "Decision", since)
            self._segment_named()
            return Passage("", None, "")
        self.note, note_is = effective(self.work, self.index, "Evidence note", "AI evidence note")
        self.risks, risks_are = effective(
            self.work, self.index, "Risk or missing evidence", "AI missing evidence"
        )
        origins = {"Evidence note": note_is, "Risk or missing evidence": risks_are}
        self.suggested = frozenset(title for title, whose in origins.items() if whose == "ai")
        if not self.by:
            self._flag(
                "QL010", f"“{self.decision}” counts once Decided by is filled in.", "Decided by"
            )
        if not self.reason:
            self._flag("QL002", f"“{self.decision}” has no reason.", "Reason")
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
            self._flag("QL003", "The evidence note is missing.", "Evidence note")
        elif not sources:
            self._flag(
                "QL004",
                "The evidence note quotes nothing from the lead's research.",
                "Evidence note",
            )
        self._risk()
        self._segment_named()
        if self.lead.segment:
            trouble = segments.trouble(self.lead.segment)
            if trouble:
                self._flag("QL007", trouble, "Segment")
        self._account()

    def _account(self) -> None:
        """A sensitive or high-value account needs a name, given for no less than it is now (R74)."""
        value, limit = self.lead.value or 0.0, self.context.project.high_value_from
        by = self._cell("Account approved by")
        who = state.digest([by])[:8]
        kept: Any = self.work.states[self.index].get("account")
        if not by:
            self._keep("account", None)
        elif not (isinstance(kept, list) and len(kept) == 3 and kept[0] == who):
            self._keep("account", kept := [who, value, self.lead.sensitive])
        reasons = ["is marked sensitive"] if self.lead.sensitive else []
        if value >= limit:
            reasons.append(f"is worth {value:,.0f} (high value from {limit:,.0f})")
        if not reasons:
            return
        if not by:
            message = f"The account {' and '.join(reasons)}, and nobody has approved it."
            self._flag("QL009", message, "Account approved by")
        elif (limit <= value > kept[1]) or (self.lead.sensitive and not kept[2]):
            message = (
                f"The account {' and '.join(reasons)}, and was worth less or not sensitive when "
                f"{by} approved it; approve it again, for example by adding the date."
            )
            self._flag("QL009", message, "Account approved by")

    def _evidence(self) -> tuple[str, ...]:
        """The evidence cells behind the note; those of the standing decision are not searched again."""
        decided = self.work.states[self.index].get("decided", {})
        if decided.get("n") == state.digest([self.note]) and decided.get("c"):
            sources = tuple(decided["c"])
            if decided.get("e") == self._digests(sources):
                return sources
        return cited(self.note, self.lead.evidence) if self.note else ()

    def _digests(self, sources: Sequence[str]) -> list[str]:
        """A mark of each cited cell, to name the ones that change."""
        return [state.digest([self.lead.evidence.get(title, "")])[:10] for title in sources]

    def _risk(self) -> None:
        if not self.risks:
            message = "Risk or missing evidence is blank; list it or write “none found”."
            self._flag("QL005", message, "Risk or missing evidence")
            return
        if self.risks.strip(" .").casefold() == NONE_FOUND:
            return
        lines = [line.strip() for line in self.risks.split("\n") if line.strip()]
        missing = [line for line in lines if not line.casefold().startswith("risk:")]
        by = self._cell("Missing evidence accepted by")
        who, what = state.digest([by])[:8], state.digest(missing)[:8]
        kept = self.work.states[self.index].get("accepted")
        if by and missing and not (isinstance(kept, list) and kept[0] == who):
            self._keep("accepted", kept := [who, what])
        # A name stands for what was missing when it was given, not for what came later (R74).
        if missing and not (by and isinstance(kept, list) and kept[1] == what):
            first = missing[0] if len(missing[0]) <= 80 else missing[0][:79] + "…"
            more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
            message = f"Evidence is missing and nobody has signed for it: “{first}”{more}."
            self._flag("QL008", message, "Missing evidence accepted by")

    def _nurture(self) -> None:
        if self.revisit is None and self.context.project.nurture_revisit is None:
            self._flag("QL006", "Nurture has no date on which the lead comes back.", "Revisit on")

    def _segment_named(self) -> None:
        if not self.lead.segment:
            self._flag("QL013", "The lead names no segment.", "Segment")

    def _remember(self, events: list[Event]) -> None:
        """Stamp the decision and what it rests on; notice when it must be made again (R74)."""
        own = self.work.states[self.index]
        before = own.get("decided", {})
        decision = state.digest(
            [
                *(str(self._cell(title)) for title in _DECISION_COLUMNS),
                self.note,
            ]
        )
        if before.get("h") == decision:
            self.decided_on = state.day(before, "on")
            sources = before.get("c", [])
            if not sources and self.note:
                # Not found when the decision was made: it rests on whatever proves it from now on.
                sources = list(cited(self.note, self.lead.evidence))
                self._keep("decided", {**before, "c": sources, "e": self._digests(sources)})
                return
            pairs = zip(sources, before.get("e", []), self._digests(sources), strict=False)
            changed = [title for title, then, now in pairs if then != now]
            self.lapsed = self.decision == "pursue" and bool(changed)
            if self.lapsed:
                names = " and ".join(changed)
                message = f"{names} changed after the decision of {before.get('on')}; decide again."
                self._flag("EV001", message, "Decided by")
                if own.get("passed"):
                    self._keep("passed", None)
                    events.append(self._event("decision lapsed", message))
            return
        sources = list(cited(self.note, self.lead.evidence)) if self.note else []
        self.decided_on = self.context.today
        on = self.context.today.isoformat()
        note, evidence = state.digest([self.note]), self._digests(sources)
        self._keep("decided", {"h": decision, "n": note, "c": sources, "e": evidence, "on": on})
        detail = f"{self.decision}: {self.reason}" + (
            f" · Evidence: {self.note}" if self.note else ""
        )
        events.append(self._event("decision seen", detail, by=self.by))

    def _passage(self, events: list[Event]) -> Passage:
        own = self.work.states[self.index]
        counts = self.decision if self.by and not self.lapsed else ""
        if self.decision != "pursue":
            self._keep("passed", None)
            revisit = self.comes_back if counts == "nurture" else None
            back = revisit is not None and self.context.today >= revisit
            if revisit is not None and back:
                message = f"Back from nurture since {revisit.isoformat()}: decide again."
                self._flag("QL012", message, "Decision", revisit)
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
        if not own.get("passed"):
            self._keep("passed", self.context.today.isoformat())
            events.append(self._event("handoff to Outreach", as_text(record, self.suggested)))
        return Passage(counts, record, "", self.decided_on)

    def _hold(self) -> str:
        """Why a pursued lead does not pass right now."""
        for title, text in (("Evidence note", self.note), ("Risk or missing evidence", self.risks)):
            cap = self.context.project.handoff_cap
            if len(text) > cap:
                message = f"{title} has {len(text):,} characters; at most {cap:,} are handed on."
                self._flag("HO001", message, title)
        codes = self.work.codes(self.index)
        if codes:
            return f"see {', '.join(codes)}"
        if not self.lead.complete:
            return "the research is no longer complete"
        gate = self.context.gates[QUALIFICATION]
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
        return f"Handed to Outreach on {self.work.states[self.index]['passed']}"

    def _cell(self, title: str) -> str:
        return str(self.work.table.cells[title][self.index])

    def _flag(self, code: str, message: str, column: str, since: date | None = None) -> None:
        self.work.flag(self.index, code, message, column, since)

    def _keep(self, key: str, value: Any) -> None:
        self.work.remember(self.index, key, value)

    def _event(self, event: str, detail: str, by: str = "sheetsync") -> Event:
        return Event(event, QUALIFICATION, self.lead.lead_id, detail, by)
