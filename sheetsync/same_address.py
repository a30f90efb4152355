"""Several leads at one address: one of them is written to, and an answer there counts for all."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from sheetsync.lead import Lead
from sheetsync.rules.passage import Passage
from sheetsync.sequence import Position, Step
from sheetsync.suppression import fold


def held_elsewhere(
    leads: Mapping[str, Lead],
    passages: Mapping[str, Passage],
    positions: Mapping[str, Position],
    steps: Mapping[str, Sequence[Step]],
) -> dict[str, str]:
    """Leads that may not be written to because of another one at the same address, and why.

    Of several leads at one address the one that was written to first keeps it, or
    else the one that came first. An answer there that nobody has decided on, or that
    ended in a stop, counts for all of them.
    """
    found = _answered_elsewhere(leads, positions, steps)
    by_path: dict[str, list[tuple[date, str]]] = defaultdict(list)
    for lead_id, passage in passages.items():
        lead = leads.get(lead_id)
        if lead is None or not lead.path or passage.decision != "pursue":
            continue
        if positions[lead_id].standing in ("stopped", "done"):
            continue
        sent = [step.sent_on for step in steps.get(lead_id, ()) if step.sent_on is not None]
        by_path[fold(lead.path)].append((min(sent, default=date.max), lead_id))
    for members in by_path.values():
        keeper = min(members)[1]
        for _, lead_id in members:
            if lead_id != keeper:
                found.setdefault(lead_id, f"{keeper} has an open sequence to the same address")
    return found


def _answered_elsewhere(
    leads: Mapping[str, Lead],
    positions: Mapping[str, Position],
    steps: Mapping[str, Sequence[Step]],
) -> dict[str, str]:
    why: dict[str, dict[str, str]] = defaultdict(dict)
    for lead_id, own in steps.items():
        if lead_id not in leads or not leads[lead_id].path:
            continue
        path = fold(leads[lead_id].path)
        if positions[lead_id].undecided:
            why[path][lead_id] = f"a reply to {lead_id} at the same address waits for a decision"
        elif any(step.decision == "stop" for step in own):
            why[path][lead_id] = f"{lead_id} at the same address was stopped"
    found: dict[str, str] = {}
    for lead_id, lead in leads.items():
        others = [w for other, w in why.get(fold(lead.path), {}).items() if other != lead_id]
        if lead.path and others:
            found[lead_id] = others[0]
    return found
