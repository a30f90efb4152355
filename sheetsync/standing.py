"""The one state of a lead, computed from what happened to it over all tabs (R7).

Every tab that shows a lead begins its Status with this state, so that it reads
the same everywhere. People's entries that contradict each other are flagged.
"""

from dataclasses import dataclass
from typing import Literal

from sheetsync.lead import Lead
from sheetsync.rules.passage import Passage
from sheetsync.sequence import Position

State = Literal[
    "In research",
    "To decide",
    "Skipped",
    "Nurture",
    "On hold",
    "In outreach",
    "In follow-up",
    "Reply to decide",
    "Paused",
    "Stopped",
    "Finished",
    "Live",
    "Won",
    "Lost",
]


@dataclass(frozen=True, slots=True)
class Standing:
    """One lead's state, and what contradicts it.

    Attributes:
        state: The one state.
        conflict: A sentence naming two entries that cannot both be true, ``""`` for none.
    """

    state: State
    conflict: str = ""


def standing(
    lead: Lead, passage: Passage | None, position: Position, *, contacted: bool, stage: str
) -> Standing:
    """Say which state a lead is in.

    Args:
        lead: What Research says.
        passage: What Qualification says, ``None`` while it has no row there.
        position: Where its sequence stands.
        contacted: Has anything been sent?
        stage: The deal stage that a person has confirmed in CRM, ``""`` for none.
    """
    closed: dict[str, State] = {"Won": "Won", "Lost": "Lost", "Nurture": "Nurture"}
    decision = passage.decision if passage is not None else ""
    conflict = ""
    if stage in ("Meeting", "Proposal", "Won") and decision in ("skip", "nurture"):
        conflict = f"CRM says {stage}, Qualification says {decision}."
    elif stage in ("Meeting", "Proposal") and position.cause in ("opt-out", "bounce"):
        conflict = f"CRM says {stage}, but the lead has {position.why}."
    if stage in closed:
        return Standing(closed[stage], conflict)
    if stage:
        return Standing("Live", conflict)
    if lead.skipped:
        return Standing("Skipped", conflict)
    if passage is None or lead.handed is None:
        return Standing("In research", conflict)
    return Standing(_by_sequence(passage, position, contacted=contacted), conflict)


def _by_sequence(passage: Passage, position: Position, *, contacted: bool) -> State:
    decided: dict[str, State] = {"skip": "Skipped", "nurture": "Nurture"}
    if position.standing == "stopped" and position.cause != "fit":
        return "Stopped"
    if passage.back:
        return "To decide"
    if passage.decision in decided:
        return decided[passage.decision]
    if position.undecided:
        return "Reply to decide"
    if passage.hold:
        return "On hold"
    if not passage.decision:
        return "To decide"
    by_standing: dict[str, State] = {
        "live": "Live",
        "paused": "Paused",
        "held": "On hold",
        "done": "Finished",
        "stopped": "Stopped",
    }
    return by_standing.get(position.standing, "In follow-up" if contacted else "In outreach")
