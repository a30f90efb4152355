"""One touch while it is judged: when is it due, may it go out, does it repeat an earlier one?

The limits on number and window are hard (R37, R38): they are flagged whether or
not the touch has been sent.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache

from sheetsync.ai.columns import suggestion
from sheetsync.desk import Desk
from sheetsync.events import Event
from sheetsync.message import Message, Wording, without
from sheetsync.review.agenda import OVERDUE
from sheetsync.rules.first_message import FirstTouch
from sheetsync.rules.message_row import MessageRow
from sheetsync.rules.reply_decision import judge_reply
from sheetsync.sequence import Heard
from sheetsync.work import STATUS, Work

_REPEATS = 0.8
"""Share of a message's five-word runs that stand in an earlier one, from which it repeats it."""

_RUN = 5


class Touch(MessageRow):
    """One row of Follow-up while it is judged."""

    def __init__(
        self, work: Work, index: int, *, desk: Desk, first: FirstTouch, heard: Heard
    ) -> None:
        super().__init__(work, index, desk.leads[first.lead_id], desk)
        self.first, self.heard = first, heard
        self.number = int(work.identity.ids[index].partition("/")[2])

    def judge(
        self,
        messages: Sequence[tuple[int, str]],
        sent: Mapping[int, date],
        events: list[Event],
        *,
        is_last: bool,
    ) -> None:
        """Raise the row's flags and fill its computed cells."""
        before = dict(messages).get(self.number - 1, "")
        previous = sent.get(self.number - 1)
        due = self._due(self.number, sent)
        ruling = self.desk.context.rulings.on(OVERDUE, self.lead.lead_id, "touch")
        if ruling is not None and self.sent_on is None and due is not None:
            due = max(due, ruling.on)
        ends = self._window_ends(sent.get(1))
        self.computed |= {
            "Touch ID": f"{self.lead.lead_id}/{self.number}",
            "Lead ID": self.lead.lead_id,
            "Touch": self.number,
            "Company": self.lead.company,
            "Contact": self.lead.contact,
            "Variant": self.first.variant,
            "Verified signal": self.first.signal,
            "Previous message": before,
            "Due on": due,
            "Window ends": ends,
            "Stop condition": self.first.stop_condition,
        }
        judge_reply(self, self.heard, events, cap=self.desk.context.project.handoff_cap)
        message = self._message()
        self.note_approval(message, events)
        self.computed["Draft check"] = message.check
        troubles = self._troubles(message, previous, due, ends)
        self._repeats(message, [text for number, text in messages if number < self.number])
        self._sent(message, troubles, events)
        closed = "" if self.position.may_send else self.position.why
        if self.sent_on is not None:
            self.computed["Ready to send"] = "no: sent"
        elif closed:
            self.computed["Ready to send"] = f"no: {closed}"
        else:
            self.computed["Ready to send"] = self.readiness(troubles)
        self._to_do(message, due if previous is not None else None)
        self.computed[STATUS] = self._status(due, is_last=is_last)

    def _repeats(self, message: Message, earlier: Sequence[str]) -> None:
        """Flag a message that says again what an earlier one said, the team's footer aside."""
        footer = self.desk.exempt
        text = without(message.text, footer)
        open_ = self.sent_on is None and self.position.may_send
        if open_ and any(_says_again(text, without(t, footer)) for t in earlier):
            self.flag("FU007", "The message repeats an earlier one.", "Final message")

    def _to_do(self, message: Message, due: date | None) -> None:
        """Put what a person does next with a touch that is due into To do."""
        open_ = self.sent_on is None and self.position.may_send
        if not open_ or due is None or self.desk.context.today < due:
            return
        if self.computed["Ready to send"] == "yes":
            self.flag("OU010", f"{self.ready_words}: send it and enter the day.", "Sent on", due)
        elif message.text and message.passed and not message.approval:
            self.flag("OU011", "Read the message and approve it.", "Approved by", due)

    def _due(self, number: int, sent: Mapping[int, date]) -> date | None:
        """When a touch is due: by the person's date, else by the cadence from the one before it.

        While the one before it is not sent, the day on which that one is due counts.
        """
        if number <= 2:
            return self.first.planned_on
        cadence = self.desk.context.project.cadence
        previous = sent.get(number - 1) or self._due(number - 1, sent)
        if previous is None or not cadence:
            return None
        step = cadence[min(number - 2, len(cadence) - 1)]
        return self.desk.days.after(previous, step)

    def _window_ends(self, first_sent: date | None) -> date | None:
        days = self.desk.context.project.window_days
        return first_sent + timedelta(days=days) if first_sent and days else None

    def _message(self) -> Message:
        own, before = self.cell("Final message"), self.cell("AI next touch")
        drafted = suggestion(self.work, "AI next touch", self.index)
        wording = Wording(own or drafted, own or before)
        return self.weighed(wording)

    def _troubles(
        self, message: Message, previous: date | None, due: date | None, ends: date | None
    ) -> list[str]:
        """Every check that keeps this touch from going out."""
        today = self.desk.context.today
        found = [f"“{name}” is not set in Settings" for name in self.desk.unset]
        found += [f"{title} cannot be read" for title in self.work.unreadable(self.index)]
        found += self._over_limits(ends)
        if previous is None:
            found.append("the touch before it is not sent")
        elif due is None or today < due:
            found.append(f"due on {due.isoformat()}" if due else "no due date")
        elif self.sent_on is None and self.position.may_send and today > due:
            self.flag("FU008", f"The touch was due on {due.isoformat()}.", "Sent on", due)
        found += self.text_troubles(message)
        found += self.approval_troubles(message)
        hit = self.desk.suppression.hit(self.lead.path)
        if hit:
            found.append(f"on Do not contact ({hit})")
        return found + self.circumstances()

    def _over_limits(self, ends: date | None) -> list[str]:
        """The hard limits (R37, R38): flagged whether or not the touch has been sent."""
        length, day = self.desk.context.project.sequence_length, self.sent_on
        found: list[str] = []
        if self.number > length:
            found.append(f"the sequence has {length} touches at most")
            self.flag(
                "FU006", f"Touch {self.number} is over the {length} that are allowed.", "Touch ID"
            )
        on = day or self.desk.context.today
        open_ = self.position.standing in ("waiting", "running", "done")
        if ends is not None and on > ends and (day is not None or open_):
            found.append(f"the window ended on {ends.isoformat()}")
            self.flag("FU005", f"The window ended on {ends.isoformat()}.", "Window ends")
        return found

    def _sent(self, message: Message, troubles: Sequence[str], events: list[Event]) -> None:
        sent = self.freeze(message, troubles)
        if sent is not None and sent.new:
            detail = f"Touch {self.number} on {self.sent_on}: {sent.text}"
            events.append(self.event("sent", detail, by=self.cell("Approved by") or "a person"))

    def _status(self, due: date | None, *, is_last: bool) -> str:
        if self.sent_on is not None:
            return f"Sent on {self.sent_on.isoformat()}" + (
                f"; {self.position.why}" if is_last and self.position.why else ""
            )
        standing = self.position
        if standing.standing == "live":
            return "Live: a person takes it from here"
        if not standing.may_send:
            why = standing.why
            known = why.startswith(standing.standing)
            return (
                f"{why[0].upper()}{why[1:]}"
                if known
                else f"{standing.standing.capitalize()}: {why}"
            )
        if self.computed["Ready to send"] == "yes":
            return self.ready_words
        return f"Planned for {due.isoformat()}" if due else "Planned"


def _says_again(text: str, earlier: str) -> bool:
    """Does a message say an earlier one again (R46)?"""
    runs, before = _runs(text), _runs(earlier)
    if not runs:
        return False
    return len(runs & before) >= _REPEATS * len(runs)


@lru_cache(maxsize=4_096)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = text.casefold().split()
    return frozenset(zip(*(words[start:] for start in range(_RUN)), strict=False))
