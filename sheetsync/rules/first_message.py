"""One first message while it is judged, and what Follow-up gets of it.

A message may go out only when its signal is verified, the gate passes it or a
person vouches for it, someone has approved it as it is, and every send check
holds. People send; here it is only said whether they may, and kept what they sent.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sheetsync import state
from sheetsync.ai.columns import suggestion
from sheetsync.ai.messages import variant_text
from sheetsync.desk import Desk
from sheetsync.events import Event
from sheetsync.lead import Lead, as_text
from sheetsync.message import Message, Wording
from sheetsync.rules.message_row import MessageRow
from sheetsync.rules.passage import Passage
from sheetsync.rules.verified_signal import verified_signal
from sheetsync.work import STATUS, Work


@dataclass(frozen=True, slots=True)
class FirstTouch:
    """The handoff record to Follow-up (R31), and whether there is anything to follow up yet.

    Attributes:
        planned_on: When the next touch is due.
        sent_on: When the first message went out, ``None`` before.
        sent_message: Its frozen text.
        ready: May the first message go out as far as its content is concerned?
        ready_on: The business day from which it could go out, while it is not sent.
    """

    lead_id: str
    variant: str
    signal: str
    stop_condition: str
    planned_on: date | None
    sent_on: date | None
    sent_message: str
    ready: bool
    ready_on: date | None = None


class FirstMessage(MessageRow):
    """One row of Outreach while it is judged."""

    def __init__(self, work: Work, index: int, lead: Lead, passage: Passage, desk: Desk) -> None:
        super().__init__(work, index, lead, desk)
        self.passage = passage

    def judge(self, events: list[Event]) -> FirstTouch:
        """Raise the row's flags, fill its computed cells, and say what Follow-up gets."""
        signal, verified = verified_signal(self.work, self.index, self.lead, self.desk)
        self.computed["Verified signal"] = signal
        message = self._message()
        self.note_approval(message, events)
        self.computed["Draft check"] = message.check
        content = self._content_troubles(message, verified=verified)
        sending = self._sending_troubles()
        sent = self._sent(message, content, events)
        ready_on = self._ready_on(ready=not content)
        planned = self._planned(ready_on)
        self.computed["Planned next touch"] = planned
        if sent or self.passage.record is None or not self.position.may_send:
            ready = "no: sent" if sent else f"no: {self._closed()}"
        else:
            ready = self.readiness([*content, *sending])
        self.computed["Ready to send"] = ready
        self._to_do(message, ready)
        self.computed[STATUS] = self._status(message, ready, events)
        return FirstTouch(
            lead_id=self.lead.lead_id,
            variant=self.cell("Variant"),
            signal=signal,
            stop_condition=self.cell("Stop condition"),
            planned_on=planned,
            sent_on=self.sent_on,
            sent_message=str(self.computed["Sent message"] or ""),
            ready=not content and self.passage.record is not None and self.position.may_send,
            ready_on=ready_on,
        )

    def _to_do(self, message: Message, ready: str) -> None:
        """Put what a person does next with a sound message into To do."""
        if self.sent_on is not None or not self.position.may_send:
            return
        if ready == "yes":
            self.flag("OU010", f"{self.ready_words}: send it and enter the day.", "Sent on")
        elif message.text and message.passed and not message.approval:
            self.flag("OU011", "Read the message and approve it.", "Approved by")

    def _message(self) -> Message:
        own, variant = self.cell("Final message"), self.cell("Variant")
        wording = Wording(own, own)
        if not own and self.cell("Angle"):
            draft = suggestion(self.work, "AI draft", self.index)
            others = suggestion(self.work, "AI variants", self.index)
            before = (self.cell("AI draft"), self.cell("AI variants"))
            wording = Wording(variant_text(draft, others, variant), variant_text(*before, variant))
        return self.weighed(wording)

    def _content_troubles(self, message: Message, *, verified: bool) -> list[str]:
        """What is wrong with the message itself; each is flagged while nothing is sent."""
        found: list[str] = []
        if self.passage.record is None:
            return [self._closed()]
        found += [f"{title} cannot be read" for title in self.work.unreadable(self.index)]
        if not self.cell("Angle"):
            found.append(self.trouble("OU001", "no angle chosen", "Angle"))
        if not verified:
            by = self.cell("Signal vouched by")
            why = f"; {by}'s word was for another signal" if by else ""
            found.append(
                self.trouble("OU003", f"the signal is not verified{why}", "Signal vouched by")
            )
        found += self.text_troubles(message)
        if message.text:
            found += self._subject_troubles()
        if message.text and not self.cell("Variant"):
            found.append(self.trouble("OU009", "no variant named", "Variant"))
        found += self._review_troubles()
        fields = {title: self.cell(title) for title in ("Variant", "Stop condition")}
        found += self.fits(self.desk.context.project.handoff_cap, fields)
        return [*found, *self._unfinished(message)]

    def _review_troubles(self) -> list[str]:
        """What the weekly review decided about this angle's variant (R85)."""
        angle, variant = self.cell("Angle"), self.cell("Variant")
        ruling = self.desk.context.rulings.on_variant(angle, variant, "stop", "rewrite")
        if not angle or not variant or ruling is None:
            return []
        if ruling.decision == "stop":
            why = f"{ruling.source} stopped variant {variant} of this angle"
            return [self.trouble("OU013", why, "Variant")]
        if self.cell("Final message"):
            return []
        why = f"{ruling.source} asks to rewrite variant {variant} of this angle"
        return [self.trouble("OU014", why, "Final message")]

    def _subject_troubles(self) -> list[str]:
        """A subject that is more than the company's name goes through the gate as well."""
        subject = suggestion(self.work, "AI subject", self.index)
        if not subject or subject == self.lead.company:
            return []
        from sheetsync.evidence.gate import judge
        from sheetsync.evidence.verdict import Draft, VerdictKind

        verdict = judge(Draft(subject), self.desk.evidence[self.lead.lead_id])
        if verdict.kind is VerdictKind.OK:
            return []
        return [self.trouble("OU002", f"the subject is {verdict.cell_line}", "AI subject")]

    def _unfinished(self, message: Message) -> list[str]:
        """What people have not settled yet: approval, stop condition, next touch."""
        found = self.approval_troubles(message)
        if not self.cell("Stop condition"):
            why = "no stop condition set"
            last = message.approval == "given"  # until then there is enough else to do first
            found.append(self.trouble("OU012", why, "Stop condition") if last else why)
        cadence = self.desk.context.project.cadence
        if self.work.table.cells["Next touch on"][self.index] is None and not cadence:
            found.append(self.trouble("OU006", "no next touch planned", "Next touch on"))
        return found

    def _sending_troubles(self) -> list[str]:
        """What keeps the message from going out now, whatever it says."""
        found: list[str] = []
        hit = self.desk.suppression.hit(self.lead.path)
        if hit:
            found.append(f"on Do not contact ({hit})")
            # The list has stopped the sequence already, so this is flagged whatever its position.
            if self.sent_on is None and self.passage.record is not None:
                self.flag("OU004", f"On Do not contact ({hit}).", "Lead ID")
        return found + self.circumstances()

    def _sent(self, message: Message, content: Sequence[str], events: list[Event]) -> bool:
        """Keep what went out, and hand the lead to Follow-up (R31)."""
        sent = self.freeze(message, content)
        if sent is None:
            return False
        if sent.new:
            by = self.cell("Approved by") or "a person"
            events.append(self.event("sent", f"First message on {self.sent_on}", by=by))
            record = {
                "Sent message": sent.text,
                "Message variant": self.cell("Variant"),
                "Verified signal": str(self.computed["Verified signal"]),
                "Next touch": str(self._planned(self.desk.context.today) or ""),
                "Stop condition": self.cell("Stop condition"),
            }
            events.append(self.event("handoff to Follow-up", as_text(record)))
        return True

    def _ready_on(self, *, ready: bool) -> date | None:
        """Since when the message could go out; kept, so that a message nobody sends is late."""
        if self.sent_on is not None:
            return None
        if not ready:
            self.keep("ready", None)
            return None
        since = state.day(self.own, "ready") or self.desk.context.today
        self.keep("ready", since.isoformat())
        return self.desk.days.on_or_after(since)

    def _planned(self, ready_on: date | None) -> date | None:
        """When the second touch is due: the person's date, else by the cadence."""
        chosen: date | None = self.work.table.cells["Next touch on"][self.index]
        cadence = self.desk.context.project.cadence
        if chosen is not None or not cadence:
            return chosen
        if self.sent_on is not None:
            return self.desk.days.after(self.sent_on, cadence[0])
        return self.desk.days.after(ready_on, cadence[0]) if ready_on is not None else None

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
            if self.own.get("withdrawn") != (self.passage.decision or "none"):
                self.keep("withdrawn", self.passage.decision or "none")
                events.append(self.event("withdrawn", f"Unsent drafts withdrawn: {self._closed()}"))
            return f"Withdrawn: {self._closed()}"
        self.keep("withdrawn", None)
        if self.passage.hold:
            return f"On hold in Qualification: {self.passage.hold}"
        if not self.position.may_send:
            return f"Not sent: {self.position.why}"
        if ready == "yes":
            return self.ready_words
        if not self.cell("Angle"):
            return "Choose an angle"
        if not message.text:
            return "Waits for a draft"
        return "Not ready yet"
