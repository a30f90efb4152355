"""The week's numbers: what is saved, how it moved, and what the last change did."""

from collections import Counter
from collections.abc import Iterable, Mapping

from sheetsync.review.agenda import HEADLINE, LAST_CHANGE, LEAKS
from sheetsync.review.facts import Facts
from sheetsync.review.items import Item, figures, overdue, states
from sheetsync.review.leaks import Leak, lost, weakest
from sheetsync.rules.crm import CRM

_MEASURES: Mapping[str, tuple[str, ...]] = {
    "tighter target segment": ("incomplete research", "pursued", "skipped"),
    "clearer scorecard rule": ("waiting for a decision", "pursued", "nurtured"),
    "better opener": ("sent", "positive", "negative"),
    "stricter stop rule": ("overdue", "replies waiting", "stopped"),
    "cleaner CRM field": ("CRM flags", "overdue", "nothing scheduled"),
}
"""By kind of change, the numbers that it is meant to move (R90)."""

_LEADS_SHOWN = 2_000
"""Most leads that one cell of the column Leads names."""


def count(facts: Facts, found: Iterable[Leak], moved: int, decisions: int) -> dict[str, int]:
    """All numbers of the week by name, as they are saved when it opens."""
    states_now = states(facts)
    decided = Counter(passage.decision for passage in facts.passages.values())
    kinds = Counter(
        step.kind or "neutral" for own in facts.steps.values() for step in own if step.answered
    )
    due = Counter(str(record.get("Due")) for record in facts.records.values())
    crm = facts.said.get(CRM, {})
    return {
        "moved": moved,
        "decisions": decisions,
        "leads": len(facts.leads),
        **{f"state {state}": number for state, number in states_now.items()},
        **{f"leak {block}": number for block, number in lost(found).items()},
        "incomplete research": states_now.get("In research", 0),
        "waiting for a decision": states_now.get("To decide", 0),
        "pursued": decided["pursue"],
        "nurtured": decided["nurture"],
        "skipped": decided["skip"],
        "sent": sum(len(facts.sent(lead_id)) for lead_id in facts.steps),
        "positive": kinds["positive"],
        "negative": kinds["negative"],
        "overdue": len(overdue(facts)),
        "nothing scheduled": due["nothing scheduled"],
        "replies waiting": sum(bool(own.undecided) for own in facts.positions.values()),
        "stopped": states_now.get("Stopped", 0),
        "CRM flags": sum(len(said) for said in crm.values()),
    }


def headline(now: Mapping[str, int], before: Mapping[str, int], found: list[Leak]) -> list[Item]:
    """What moved, where leads stand, and where they stop, each beside the week before (R91, R92)."""
    moved = {name: _beside(now[name], before.get(name)) for name in ("moved", "decisions")}
    standing = {
        name.removeprefix("state "): _beside(number, before.get(name) if before else None)
        for name, number in now.items()
        if name.startswith("state ")
    }
    gone = {
        name.removeprefix("state "): _beside(0, number)
        for name, number in before.items()
        if name.startswith("state ") and name not in now
    }
    rows = [
        Item(HEADLINE, "Records moved and decisions made", (), figures(moved)),
        Item(HEADLINE, "Where leads stand", (), figures(standing | gone)),
    ]
    weak = weakest(found)
    for leak in found:
        number: dict[str, object] = {"leads": len(leak.leads)}
        if leak.block == weak and leak.leads:
            number["most stop here"] = f"read the guide to {weak} in the tab Guide"
        rows.append(Item(LEAKS, leak.item, leak.leads[:_LEADS_SHOWN], figures(number)))
    return rows


def last_change(
    week: str, change: str, owner: str, before: Mapping[str, int], now: Mapping[str, int]
) -> Item:
    """What the change of an earlier week did to the numbers that it was meant to move (R90)."""
    names = _MEASURES.get(change, ())
    numbers = {name: f"{before[name]} → {now[name]}" for name in names if name in before}
    return Item(LAST_CHANGE, f"{week}: {change} ({owner})", (), figures(numbers))


def _beside(now: int, before: int | None) -> str:
    if before is None:
        return str(now)
    return f"{now} ({now - before:+d})" if now != before else f"{now} (as before)"
