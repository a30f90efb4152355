"""What Qualification says of one lead, as every later block reads it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


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
