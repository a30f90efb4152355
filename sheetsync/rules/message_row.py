"""A row with a message to send: what Outreach and Follow-up judge alike.

The message is weighed, what is wrong with it or not settled by people is named,
and what a person has sent is frozen. Whether a row is ready is for its tab to say.
"""

import re
from collections.abc import Sequence
from datetime import date

from sheetsync.cells import Scalar
from sheetsync.desk import Desk
from sheetsync.events import Event
from sheetsync.lead import Lead
from sheetsync.message import Message, Sent, Wording, keep_sent, weigh
from sheetsync.rules.row import Row
from sheetsync.sequence import Position
from sheetsync.work import Work

_NO_WORD = re.compile(r"\W+")


def settled(position: Position, sent_on: date | None) -> str:
    """Say why people need no further draft of a message, as the rest of a sentence.

    Returns:
        ``""`` while one may yet be needed: a pause ends, and what holds a lead is settled.
    """
    if sent_on is not None:
        return "the message is sent"
    return position.why if position.standing in ("stopped", "live") else ""


class MessageRow(Row):
    """One row with a message while it is judged.

    Attributes:
        desk: What is known of all leads at once.
        position: Where the lead's sequence stands.
        sent_on: When a person sent the message, ``None`` before.
        computed: The row's computed cells by column, filled while it is judged.
    """

    def __init__(self, work: Work, index: int, lead: Lead, desk: Desk) -> None:
        super().__init__(work, index, lead)
        self.desk = desk
        self.position: Position = desk.positions[lead.lead_id]
        self.sent_on: date | None = work.table.cells["Sent on"][index]
        self.computed: dict[str, Scalar] = {}
        self.who = desk.owners.get(lead.lead_id, "")

    def trouble(self, code: str, why: str, column: str) -> str:
        """Flag the row while the message is unsent, and give the words for Ready to send."""
        if self.sent_on is None and self.position.may_send:
            self.flag(code, f"{why[0].upper()}{why[1:]}.", column)
        return why

    def weighed(self, wording: Wording) -> Message:
        """The message, as the evidence gate and people's names leave it."""
        stored = self.desk.evidence[self.lead.lead_id]
        return weigh(self.work, self.index, wording, stored, self.desk.exempt)

    def circumstances(self) -> list[str]:
        """What keeps any message from going out here and now, whatever it says."""
        gate = self.desk.context.gates[self.work.title]
        off = f"{self.work.title} is not automated: {gate.reason}" if not gate.automated else ""
        other = self.desk.elsewhere.get(self.lead.lead_id, "")
        return list(filter(None, (off, other, self.desk.moment_trouble())))

    def text_troubles(self, message: Message) -> list[str]:
        """What is wrong with the text itself."""
        if not message.text:
            return ["no message yet"]
        open_ = self.sent_on is None and self.position.may_send
        lacking = self._lacking(message.text)
        if open_ and lacking:
            self.flag("OU015", f"The message lacks {' and '.join(lacking)}.", "Final message")
        if message.passed:
            return []
        if open_:
            self.flag("OU002", message.in_full, "Final message")
        return [message.check]

    def _lacking(self, text: str) -> list[str]:
        """What of the team's footer a message does not hold, however it is set and broken up."""
        project, said = self.desk.context.project, _words(text)
        footer = {
            "the opt-out sentence": project.opt_out_sentence,
            "your postal address": project.sender_address,
        }
        return [name for name, line in footer.items() if line and _words(line) not in said]

    def approval_troubles(self, message: Message) -> list[str]:
        """Why nobody's approval stands for the message as it is."""
        found: list[str] = []
        if message.changed:
            why = f"{' and '.join(message.changed)} changed after the approval"
            found.append(self.trouble("EV001", why, "Approved by"))
        if message.approval == "lapsed":
            why = "the approval was for another text or other evidence"
            found.append(self.trouble("OU008", why, "Approved by"))
        elif not message.approval:
            found.append("not approved")
        return found

    def note_approval(self, message: Message, events: list[Event]) -> None:
        """Keep who approved which text, once for each approval (R74)."""
        given = self.own.get("approval", {}) if message.approval else {}
        mark = f"{given['who']}{given['mark']}" if message.approval == "given" and given else None
        if mark is not None and self.own.get("noted") != mark:
            by = self.cell("Approved by")
            detail = f"{message.check}: {' '.join(message.text.split())}"
            events.append(self.event("approved", detail, by=by))
            self.keep("noted", mark)
        elif mark is None and self.sent_on is None:
            self.keep("noted", None)

    @property
    def ready_words(self) -> str:
        """What a person is told who may send now: through which channel, and to whom."""
        channel = "" if self.lead.channel in ("", "other") else f" by {self.lead.channel}"
        return f"Ready to send{channel} to {self.lead.path}"

    def readiness(self, troubles: Sequence[str]) -> str:
        """The words of Ready to send: yes, if nothing is wrong and the day's cap has room (R30)."""
        if troubles:
            return f"no: {'; '.join(troubles)}"
        if self.desk.allowance.take():
            return "yes"
        cap = self.desk.allowance.cap
        return f"no: the daily cap of {cap} is reached by what is sent today or ready elsewhere"

    def freeze(self, message: Message, troubles: Sequence[str]) -> Sent | None:
        """Keep what a person has marked as sent; ``None`` while nothing is (R33)."""
        stopped = self.position.why if self.position.forbids else ""
        sent = keep_sent(self.work, self.index, message, troubles=troubles, stopped=stopped)
        self.computed["Sent message"] = sent.text if sent else None
        if self.sent_on is not None and self.sent_on > self.desk.context.today:
            self.flag(
                "SY002",
                "Sent on lies in the future; the message counts as sent until you correct it.",
                "Sent on",
            )
        return sent


def _words(text: str) -> str:
    """The words of a text alone: neither commas nor line breaks nor capitals count."""
    return f" {' '.join(_NO_WORD.split(text.casefold())).strip()} "
