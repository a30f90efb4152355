"""What the earlier tabs say of one lead: all that its CRM record follows from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sheetsync.rules.first_message import FirstTouch
from sheetsync.sequence import STOPS_AT_ONCE, Step


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

    @property
    def reply_status(self) -> str:
        """What the last reply was, and what was decided on it."""
        replied = [step for step in self.steps if step.answered]
        if not replied:
            return ""
        last = replied[-1]
        said = last.kind or "reply"
        if last.kind in STOPS_AT_ONCE:
            return f"{last.kind}: stopped"
        return f"{said}: {last.decision}" if last.decision else f"{said}: waits for a decision"

    def last(self, decision: str) -> tuple[str, date | None]:
        """The newest thing that happened, whoever did it, and when."""
        found: list[tuple[date, int, str]] = []
        if self.decided_on is not None:
            found.append(
                (
                    self.decided_on,
                    0,
                    f"Decided: {decision}" if decision else "Decided; the decision is open again",
                )
            )
        for step in self.steps:
            if step.sent_on is not None:
                what = "First message sent" if step.number == 1 else f"Touch {step.number} sent"
                found.append((step.sent_on, step.number * 2, what))
            if step.answered and step.heard_on is not None:
                kind = f" ({step.kind})" if step.kind else ""
                unsaid = "" if step.received_on else "; its day is not entered"
                what = f"Reply received{kind}{unsaid}"
                found.append((step.heard_on, step.number * 2 + 1, what))
        if not found:
            return "", None
        day, _, what = max(found)
        return what, day
