"""How a what-if is told: a headline, a line a lead, the flags, and how to adopt it; or as JSON."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sheetsync.cells import to_text
from sheetsync.report import counted
from sheetsync.rules.catalogue import CATALOGUE
from sheetsync.what_if import Difference, WhatIf
from sheetsync.what_if_change import Change
from sheetsync.what_if_fate import ADVICE

_SHOWN = 2
"""Differences of one lead that are shown on its line; the rest is counted."""

_LEADS = 40
"""Leads that are listed; the rest is counted."""

_LONGEST = 100
"""Characters of what stands before or after an arrow."""


def as_text(found: WhatIf, *, verbose: bool) -> list[str]:
    """The answer as lines, what matters most first.

    Args:
        found: What a change would come to.
        verbose: Show every difference of a lead, not the first ones only.
    """
    lines = [_headline(found), *(_changed(change) for change in found.changes)]
    by_lead: dict[str, list[Difference]] = defaultdict(list)
    for difference in found.differences:
        by_lead[difference.lead_id].append(difference)
    moved = [own for lead_id, own in by_lead.items() if lead_id in found.elsewhere]
    advised = [own for lead_id, own in by_lead.items() if lead_id in found.advised]
    for title, leads in (("Elsewhere:", moved), ("Only advised otherwise:", advised)):
        if leads:
            lines += ["", title, *_leads(leads, verbose=verbose)]
    if found.flags:
        lines += ["", "Flags:"]
    for flag in found.flags:
        parts = [
            f"{word} {len(leads):,}"
            for word, leads in (("raised", flag.raised), ("gone", flag.gone))
            if leads
        ]
        lines.append(f"  {flag.code} {', '.join(parts)}: {CATALOGUE[flag.code].meaning}")
    how = [_adopted(change) for change in found.changes]
    last = "Nothing was written. To adopt it:"
    return [*lines, "", *([f"{last} {how[0]}"] if len(how) == 1 else [last, *how])]


def _headline(found: WhatIf) -> str:
    if not found.considered:
        return "There is no lead to compare: none has an event in the Log in these weeks (--weeks 0 takes all)."
    number = f"{len(found.elsewhere):,}" if found.elsewhere else "None"
    line = f"{number} of {counted(found.considered, 'lead')} would have gone elsewhere."
    if found.advised:
        line += f" {counted(len(found.advised), 'lead')} would only have been advised otherwise."
    return line


def _changed(change: Change) -> str:
    blank = "blank, so that the default counts" if change.tab == "Settings" else "blank"
    before, after = (to_text(v).strip() or blank for v in (change.before, change.after))
    return f"With {change.name}: {before} → {after}."


def _leads(leads: Sequence[list[Difference]], *, verbose: bool) -> list[str]:
    shown = leads if verbose else leads[:_LEADS]
    lines = [_lead(own, verbose=verbose) for own in shown]
    if len(shown) < len(leads):
        lines.append(f"  … and {len(leads) - len(shown):,} more (--verbose lists them all)")
    return lines


def _lead(differences: list[Difference], *, verbose: bool) -> str:
    """One lead on one line; advice comes last, and only where there is room."""
    ordered = sorted(differences, key=lambda d: d.what in ADVICE)
    shown = ordered if verbose else ordered[:_SHOWN]
    first = differences[0]
    most = None if verbose else _LONGEST
    parts = [f"{d.what}: {_cut(d.before, most)} → {_cut(d.after, most)}" for d in shown]
    more = len(ordered) - len(shown)
    tail = f"; and {more} more" if more else ""
    return f"  {first.lead_id}  {first.company}: {'; '.join(parts)}{tail}"


def _cut(text: str, most: int | None) -> str:
    text = " ".join(text.split()) or "none"
    return text if most is None or len(text) <= most else text[: most - 1].rstrip() + "…"


def _adopted(change: Change) -> str:
    if change.after is None:
        return f"empty the cell in {change.name}."
    return f"type {to_text(change.after)} into {change.name}."


def as_json(found: WhatIf) -> dict[str, Any]:
    """The documented JSON; what there is none of is null."""
    return {
        "changed": [
            {
                "lead_id": d.lead_id,
                "company": d.company,
                "what": d.what,
                "before": d.before or None,
                "after": d.after or None,
            }
            for d in found.differences
        ],
        "flags": [
            {
                "code": flag.code,
                "raised": [lead or None for lead in flag.raised],
                "gone": [lead or None for lead in flag.gone],
            }
            for flag in found.flags
        ],
        "settings": [
            {
                "tab": change.tab,
                "row": change.row,
                "column": change.column,
                "before": to_text(change.before) or None,
                "after": to_text(change.after) or None,
            }
            for change in found.changes
        ],
        "leads": {"considered": found.considered, "elsewhere": len(found.elsewhere)},
    }
