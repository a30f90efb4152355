"""May this week's review close? Every reason why not, in plain words.

Each overdue record has to be moved (R86), and exactly one change chosen, with its
owner and what and why (R88, R89).
"""

from collections.abc import Collection, Sequence

from sheetsync.review.agenda import CHANGE, OVERDUE
from sheetsync.review.entries import Entry
from sheetsync.review.rulings import counts

_NAMED = 5


def refusals(entries: Sequence[Entry], late: Collection[str]) -> list[str]:
    """Say what keeps a week's review from closing.

    Args:
        entries: The week's rows.
        late: Leads whose record is overdue now.

    Returns:
        One clause for each reason; empty when it may close.
    """
    moved = {
        lead
        for entry in entries
        if entry.area is OVERDUE and entry.decision and not counts(entry)
        for lead in entry.leads
    }
    left = sorted(set(late) - moved)
    found: list[str] = []
    if left:
        named = ", ".join(left[:_NAMED])
        more = f" and {len(left) - _NAMED} more" if len(left) > _NAMED else ""
        are = "1 overdue record is" if len(left) == 1 else f"{len(left)} overdue records are"
        found.append(f"{are} not moved ({named}{more}): choose {OVERDUE.allowed}")
    return found + change_troubles(entries)


def change_troubles(entries: Sequence[Entry]) -> list[str]:
    """Why there is not exactly one change, with an owner and a reason (R88, R89)."""
    chosen = [entry for entry in entries if entry.area is CHANGE and entry.decision]
    if not chosen:
        return [f"no change is chosen in “{CHANGE.title}”: choose one of {CHANGE.allowed}"]
    kinds = [kind for entry in chosen for kind in _named(entry.decision) or [entry.decision]]
    if len(chosen) > 1 or len(kinds) > 1:
        return [f"{max(len(chosen), len(kinds))} changes are entered; keep exactly one"]
    (entry,) = chosen
    if not entry.allowed:
        return [f"“{entry.decision}” is no change; choose one of {CHANGE.allowed}"]
    missing = [
        what
        for what, text in (
            ("its owner (Decided by)", entry.by),
            ("what and why (Comment)", entry.comment),
        )
        if not text
    ]
    return [f"the one change lacks {' and '.join(missing)}"] if missing else []


def _named(text: str) -> list[str]:
    """The kinds of change that a text names, in any spelling of capitals."""
    return [kind for kind in CHANGE.decisions if kind.casefold() in text.casefold()]
