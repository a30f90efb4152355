"""Where leads stop: per block the kinds of leaks, each with the leads behind its number (R95, R96)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sheetsync.review.facts import Facts
from sheetsync.rules.crm import CRM
from sheetsync.rules.followup import FOLLOWUP
from sheetsync.rules.outreach import OUTREACH
from sheetsync.rules.qualification import QUALIFICATION
from sheetsync.rules.research import RESEARCH


@dataclass(frozen=True, slots=True)
class Leak:
    """One way in which leads stop in a block.

    Attributes:
        block: The block's title.
        kind: What is missing, in plain words.
        leads: The leads that stop there, by id.
    """

    block: str
    kind: str
    leads: tuple[str, ...]

    @property
    def item(self) -> str:
        """How the review calls it."""
        return f"{self.block}: {self.kind}"


def leaks(facts: Facts) -> list[Leak]:
    """Count every kind of leak, in the order of the chain; kinds without a lead included."""
    unrouted = [
        lead_id for lead_id, lead in facts.leads.items() if lead.handed is None and not lead.skipped
    ]
    held = [lead_id for lead_id, passage in facts.passages.items() if passage.hold]
    unready = [
        lead_id
        for lead_id, ready in facts.ready.items()
        if _in_outreach(facts, lead_id) and ready != "yes"
    ]
    waiting = [lead_id for lead_id, own in facts.positions.items() if own.undecided]
    found = (
        (RESEARCH, "unrouted", unrouted),
        (QUALIFICATION, "not decided in time", facts.with_code(RESEARCH, "RS004")
         + facts.with_code(QUALIFICATION, "RS004")),
        (QUALIFICATION, "no evidence, or held for another reason", held),
        (OUTREACH, "message not ready", unready),
        (OUTREACH, "no next touch", facts.with_code(OUTREACH, "OU006")),
        (FOLLOWUP, "reply not decided", waiting),
        (FOLLOWUP, "touch overdue", facts.with_code(FOLLOWUP, "FU008")),
        (FOLLOWUP, "sent after an answer", facts.with_code(FOLLOWUP, "FU002")),
        (CRM, "stale or overdue record", facts.with_code(CRM, "CR001", "CR002", "CR003")),
    )  # fmt: skip
    return [Leak(block, kind, tuple(sorted(set(leads)))) for block, kind, leads in found]


def lost(found: Iterable[Leak]) -> dict[str, int]:
    """Per block how many leads stop there; a lead with two leaks counts once."""
    by_block: dict[str, set[str]] = {}
    for leak in found:
        by_block.setdefault(leak.block, set()).update(leak.leads)
    return {block: len(leads) for block, leads in by_block.items()}


def weakest(found: Sequence[Leak]) -> str:
    """The block in which most leads stop, the earlier of two; ``""`` when none does."""
    counts = lost(found)
    most = max(counts.values(), default=0)
    return next((block for block, count in counts.items() if count == most), "") if most else ""


def _in_outreach(facts: Facts, lead_id: str) -> bool:
    passage, position = facts.passages.get(lead_id), facts.positions.get(lead_id)
    return (
        passage is not None
        and passage.record is not None
        and position is not None
        and position.may_send
        and not facts.sent(lead_id)
    )
