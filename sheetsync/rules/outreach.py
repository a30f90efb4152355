"""Outreach: what truthful first message? Angle, then personalization, then send discipline (R28).

A message may go out only when its signal is verified, the gate passes it or a
person vouches for it, someone has approved it as it is, and every send check
holds. People send; here it is only said whether they may, and kept what they sent.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sheetsync import state
from sheetsync.ai.columns import OpenJob, open_jobs, suggestion
from sheetsync.ai.jobs import for_tab
from sheetsync.ai.messages import variant_text
from sheetsync.cells import Scalar
from sheetsync.check import Table
from sheetsync.desk import Desk
from sheetsync.events import Event
from sheetsync.identity import Identity
from sheetsync.lead import Lead, as_text
from sheetsync.message import Message, Wording, keep_sent, weigh
from sheetsync.rules.qualification import Passage
from sheetsync.settle import READY, STATUS, Work, grow
from sheetsync.state import State

OUTREACH = "Outreach"


@dataclass(frozen=True, slots=True)
class FirstTouch:
    """The handoff record to Follow-up (R31), and whether there is anything to follow up yet.

    Attributes:
        planned_on: When the next touch is due.
        sent_on: When the first message went out, ``None`` before.
        sent_message: Its frozen text.
        ready: May the first message go out as far as its content is concerned?
    """

    lead_id: str
    variant: str
    signal: str
    stop_condition: str
    planned_on: date | None
    sent_on: date | None
    sent_message: str
    ready: bool


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
    """Say which AI cells need an answer: angles first, drafts once a person has chosen one."""
    context = desk.context
    if not context.model or not context.gates[OUTREACH].automated or work.table.tab.refused:
        return []
    every = for_tab(context.contract[OUTREACH])
    cells = work.table.cells
    ids = work.identity.ids
    open_rows = [
        index
        for index, lead_id in enumerate(ids)
        if index not in work.identity.frozen
        and lead_id in desk.leads
        and (passage := desk.passages.get(lead_id)) is not None
        and passage.record is not None
        and desk.positions[lead_id].may_send
        and not cells["Sent on"][index]
    ]

    def inputs_of(index: int) -> Mapping[str, str]:
        lead = desk.leads[ids[index]]
        project = desk.context.project
        return {
            "Company": lead.company,
            "Contact": lead.contact,
            "Buyer role": lead.role,
            "Verified signal": _signal(work, index, lead, desk)[0],
            "Probable problem": lead.problem,
            "Source notes": lead.notes,
            "Angle": cells["Angle"][index],
            "Our claims": desk.evidence[ids[index]].get("Our claims", ""),
            "Sender": project.sender_name,
            "Address": project.sender_address,
            "Opt-out sentence": project.opt_out_sentence,
        }

    angle = [index for index in open_rows if cells["Angle"][index]]
    first = [spec for spec in every if spec.job == "e"]
    drafts = [spec for spec in every if spec.job != "e"]
    return [
        *open_jobs(work, first, context.model, open_rows, inputs_of, today=context.today),
        *open_jobs(work, drafts, context.model, angle, inputs_of, today=context.today),
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
        row = _Row(work, index, lead, passage, desk)
        touches[lead_id] = row.judge(events)
        for title, value in row.cells.items():
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


def _signal(work: Work, index: int, lead: Lead, desk: Desk) -> tuple[str, bool]:
    """The lead's signal, and whether it is verified: found word for word, or vouched for (R34)."""
    if not lead.signal:
        return "", False
    from sheetsync.evidence.quotes import find_quote

    stored = desk.evidence[lead.lead_id]
    found = any(
        lead.signal in text or find_quote(text, lead.signal) is not None
        for column, text in stored.items()
        if column not in ("Relevance signal", "Our claims", "Company", "Contact", "Role")
    )
    verified = found or _vouched(work, index, lead.signal)
    return (lead.signal if verified else ""), verified


def _vouched(work: Work, index: int, signal: str) -> bool:
    """Does somebody's word stand for this signal? A name is for the signal of its day (R74)."""
    by = str(work.table.cells["Signal vouched by"][index])
    if not by:
        work.remember(index, "vouched", None)
        return False
    who, what = state.digest([by])[:8], state.digest([signal])[:8]
    kept = work.states[index].get("vouched")
    if not (isinstance(kept, list) and kept[:1] == [who]):
        work.remember(index, "vouched", kept := [who, what])
    return kept == [who, what]


class _Row:
    """One row of Outreach while it is judged."""

    def __init__(self, work: Work, index: int, lead: Lead, passage: Passage, desk: Desk) -> None:
        self.work, self.index, self.lead, self.passage, self.desk = work, index, lead, passage, desk
        self.cells: dict[str, Scalar] = {}
        self.sent_on: date | None = work.table.cells["Sent on"][index]
        self.position = desk.positions[lead.lead_id]

    def judge(self, events: list[Event]) -> FirstTouch:
        """Raise the row's flags, fill its computed cells, and say what Follow-up gets."""
        signal, verified = _signal(self.work, self.index, self.lead, self.desk)
        self.cells["Verified signal"] = signal
        message = self._message()
        self._note_approval(message, events)
        self.cells["Draft check"] = message.check
        content = self._content_troubles(message, verified=verified)
        sending = self._sending_troubles()
        sent = self._sent(message, content, events)
        planned = self._planned(ready=not content)
        self.cells["Planned next touch"] = planned
        if sent or self.passage.record is None or not self.position.may_send:
            ready = "no: sent" if sent else f"no: {self._closed()}"
        else:
            troubles = [*content, *sending]
            ready = f"no: {'; '.join(troubles)}" if troubles else "yes"
        self.cells["Ready to send"] = ready
        self._to_do(message, ready)
        self.cells[STATUS] = self._status(message, ready, events)
        return FirstTouch(
            lead_id=self.lead.lead_id,
            variant=self._cell("Variant"),
            signal=signal,
            stop_condition=self._cell("Stop condition"),
            planned_on=planned,
            sent_on=self.sent_on,
            sent_message=str(self.cells["Sent message"] or ""),
            ready=not content and self.passage.record is not None and self.position.may_send,
        )

    def _to_do(self, message: Message, ready: str) -> None:
        """Put what a person does next with a sound message into To do."""
        if self.sent_on is not None or not self.position.may_send:
            return
        if ready == "yes":
            self.work.flag(self.index, "OU010", "Ready: send it and enter the day.", "Sent on")
        elif message.text and message.passed and not message.approval:
            self.work.flag(self.index, "OU011", "Read the message and approve it.", "Approved by")

    def _message(self) -> Message:
        own, variant = self._cell("Final message"), self._cell("Variant")
        wording = Wording(own, own)
        if not own and self._cell("Angle"):
            draft = suggestion(self.work, "AI draft", self.index)
            others = suggestion(self.work, "AI variants", self.index)
            before = (self._cell("AI draft"), self._cell("AI variants"))
            wording = Wording(variant_text(draft, others, variant), variant_text(*before, variant))
        stored = self.desk.evidence[self.lead.lead_id]
        return weigh(self.work, self.index, wording, stored, self.desk.exempt)

    def _note_approval(self, message: Message, events: list[Event]) -> None:
        """Keep who approved which text, once for each approval (R74)."""
        given = self.work.states[self.index].get("approval", {}) if message.approval else {}
        mark = f"{given['who']}{given['mark']}" if message.approval == "given" and given else None
        if mark is not None and self.work.states[self.index].get("noted") != mark:
            by = self._cell("Approved by")
            detail = f"{message.check}: {' '.join(message.text.split())}"
            events.append(self._event("approved", detail, by=by))
            self.work.remember(self.index, "noted", mark)
        elif mark is None and self.sent_on is None:
            self.work.remember(self.index, "noted", None)

    def _content_troubles(self, message: Message, *, verified: bool) -> list[str]:
        """What is wrong with the message itself; each is flagged while nothing is sent."""
        found: list[str] = []
        if self.passage.record is None:
            return [self._closed()]
        found += [f"{title} cannot be read" for title in self.work.unreadable(self.index)]
        if not self._cell("Angle"):
            found.append(self._trouble("OU001", "no angle chosen", "Angle"))
        if not verified:
            by = self._cell("Signal vouched by")
            why = f"; {by}'s word was for another signal" if by else ""
            found.append(
                self._trouble("OU003", f"the signal is not verified{why}", "Signal vouched by")
            )
        if not message.text:
            found.append("no message yet")
        elif not message.passed:
            found.append(self._trouble("OU002", message.check, "Final message"))
        if message.text and not self._cell("Variant"):
            found.append(self._trouble("OU009", "no variant named", "Variant"))
        return [*found, *self._unfinished(message)]

    def _unfinished(self, message: Message) -> list[str]:
        """What people have not settled yet: approval, stop condition, next touch."""
        found: list[str] = []
        if message.changed:
            why = f"{' and '.join(message.changed)} changed after the approval"
            found.append(self._trouble("EV001", why, "Approved by"))
        if message.approval == "lapsed":
            why = "the approval was for another text or other evidence"
            found.append(self._trouble("OU008", why, "Approved by"))
        elif not message.approval:
            found.append("not approved")
        if not self._cell("Stop condition"):
            found.append("no stop condition set")
        cadence = self.desk.context.project.cadence
        if self.work.table.cells["Next touch on"][self.index] is None and not cadence:
            found.append(self._trouble("OU006", "no next touch planned", "Next touch on"))
        return found

    def _sending_troubles(self) -> list[str]:
        """What keeps the message from going out now, whatever it says."""
        found: list[str] = []
        hit = self.desk.suppression.hit(self.lead.path)
        if hit:
            found.append(f"on Do not contact ({hit})")
            # The list has stopped the sequence already, so this is flagged whatever its position.
            if self.sent_on is None and self.passage.record is not None:
                self.work.flag(self.index, "OU004", f"On Do not contact ({hit}).", "Lead ID")
        other = self.desk.elsewhere.get(self.lead.lead_id)
        if other:
            found.append(f"{other} has an open sequence to the same address")
        moment = self.desk.moment_trouble()
        return [*found, moment] if moment else found

    def _sent(self, message: Message, content: Sequence[str], events: list[Event]) -> bool:
        """Keep what went out, and hand the lead to Follow-up (R31)."""
        stopped = self.position.why if self.position.forbids else ""
        sent = keep_sent(self.work, self.index, message, troubles=content, stopped=stopped)
        self.cells["Sent message"] = sent.text if sent else None
        if sent is None:
            return False
        if self.sent_on is not None and self.sent_on > self.desk.context.today:
            self.work.flag(self.index, "SY002", "Sent on lies in the future.", "Sent on")
        if sent.new:
            by = self._cell("Approved by") or "a person"
            events.append(self._event("sent", f"First message on {self.sent_on}", by=by))
            record = {
                "Sent message": sent.text,
                "Message variant": self._cell("Variant"),
                "Verified signal": str(self.cells["Verified signal"]),
                "Next touch": str(self._planned(ready=True) or ""),
                "Stop condition": self._cell("Stop condition"),
            }
            events.append(self._event("handoff to Follow-up", as_text(record)))
        return True

    def _planned(self, *, ready: bool) -> date | None:
        """When the second touch is due: the person's date, else by the cadence."""
        chosen: date | None = self.work.table.cells["Next touch on"][self.index]
        cadence = self.desk.context.project.cadence
        if chosen is not None or not cadence:
            return chosen
        if self.sent_on is not None:
            return self.desk.days.after(self.sent_on, cadence[0])
        if not ready:
            self.work.remember(self.index, "ready", None)
            return None
        since = state.day(self.work.states[self.index], "ready") or self.desk.context.today
        self.work.remember(self.index, "ready", since.isoformat())
        return self.desk.days.after(since, cadence[0])

    def _closed(self) -> str:
        """Why this row is not being worked on."""
        if self.passage.hold:
            return f"on hold in Qualification: {self.passage.hold}"
        if self.passage.record is None:
            decision = self.passage.decision
            return f"the decision is now {decision}" if decision else "nobody pursues it now"
        return self.position.why

    def _status(self, message: Message, ready: str, events: list[Event]) -> str:
        if self.sent_on is not None:
            where = f": {self.position.why}" if self.position.why else ""
            return f"Sent on {self.sent_on.isoformat()}{where}"
        if self.passage.record is None and not self.passage.hold:
            if self.work.states[self.index].get("withdrawn") != (self.passage.decision or "none"):
                self.work.remember(self.index, "withdrawn", self.passage.decision or "none")
                events.append(
                    self._event("withdrawn", f"Unsent drafts withdrawn: {self._closed()}")
                )
            return f"Withdrawn: {self._closed()}"
        self.work.remember(self.index, "withdrawn", None)
        if self.passage.hold:
            return f"On hold in Qualification: {self.passage.hold}"
        if not self.position.may_send:
            return f"Not sent: {self.position.why}"
        if ready == "yes":
            return "Ready to send"
        if not self._cell("Angle"):
            return "Choose an angle"
        if not message.text:
            return "Waits for a draft"
        return "Not ready yet"

    def _cell(self, title: str) -> str:
        return str(self.work.table.cells[title][self.index])

    def _trouble(self, code: str, why: str, column: str) -> str:
        """Flag the row while the message is unsent, and give the words for Ready to send."""
        if self.sent_on is None and self.position.may_send:
            self.work.flag(self.index, code, f"{why[0].upper()}{why[1:]}.", column)
        return why

    def _event(self, event: str, detail: str, by: str = "sheetsync") -> Event:
        return Event(event, OUTREACH, self.lead.lead_id, detail, by)
