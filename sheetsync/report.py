"""What a run says to people: findings, plans and receipts as text."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sheetsync.ai.jobs import Model, Spent
from sheetsync.ai.paid import Paid
from sheetsync.receipt import Receipt
from sheetsync.rules.catalogue import BLOCKS, CATALOGUE, Code, Kind
from sheetsync.rules.gates import GATES
from sheetsync.rules.map import Lost

_EXAMPLES = 3

_STRUCTURE = ("SY001", "SY005", "SY006")
"""Flags that keep a whole tab from being written: said in full, before all else."""

_DID: Mapping[str, tuple[str, str]] = {
    "lead added": ("lead added", "leads added"),
    "handoff to Qualification": ("lead handed to Qualification", "leads handed to Qualification"),
    "handoff to Outreach": ("lead handed to Outreach", "leads handed to Outreach"),
    "handoff to Follow-up": ("first message seen as sent", "first messages seen as sent"),
    "reply seen": ("reply taken in", "replies taken in"),
    "decision seen": ("decision taken in", "decisions taken in"),
    "decision lapsed": ("decision lapsed", "decisions lapsed"),
    "withdrawn": ("lead withdrawn", "leads withdrawn"),
    "review opened": ("weekly review opened", "weekly reviews opened"),
    "review decided": ("decision of the review taken in", "decisions of the review taken in"),
    "review closed": ("weekly review closed", "weekly reviews closed"),
}
"""What a run did, in the words of its users, by the name of its event."""


def ai_text(answers: int, spent: Spent, model: Model | None) -> list[str]:
    """What a plan says of AI: the answers that are there, and what a sync would ask and pay."""
    if not isinstance(model, Paid):
        return (
            [f"AI cells: {answers:,} answers by the offline drafter, USD 0.00."] if answers else []
        )
    lines = [f"AI cells: {counted(answers, 'answer')} paid for already."] if answers else []
    if spent.calls:
        cost = f"about USD {spent.cost_usd:.4f}" if model.priced else "at a price that is not known"
        lines.append(
            f"A sync would ask {model.name} {counted(spent.calls, 'question')}: about "
            f"{spent.tokens:,} tokens, {cost}. A draft that the evidence check holds is written "
            f"again, twice at most. “sheetsync sync --limit 3” tries three rows first."
        )
    return lines


def spent_text(spent: Spent, model: Model | None) -> list[str]:
    """What a sync says of what it has asked and paid; nothing where it asked nobody."""
    if not isinstance(model, Paid) or not spent.calls:
        return []
    cost = f"USD {spent.cost_usd:.4f}" if model.priced else "its price is not known"
    return [f"Asked {model.name}: {counted(spent.calls, 'call')}, {spent.tokens:,} tokens, {cost}."]


def unanswered_text(findings: Sequence[Mapping[str, Any]]) -> list[str]:
    """What a sync says of AI columns that have no answer, and why, tab by tab."""
    lines = [
        f"{finding['tab']}: {finding['message']}"
        for finding in findings
        if finding["code"] == "AI002"
    ]
    failed = sum(finding["code"] == "AI001" for finding in findings)
    if failed:
        lines.append(
            f"{counted(failed, 'AI answer')} failed; the column AI evidence says why, row by row."
        )
    return lines


def stepped_text(receipt: Receipt) -> list[str]:
    """Say what a run stepped around, because people were working in the book; nothing if nothing."""
    lines: list[str] = []
    if receipt.dropped:
        told = counted(receipt.dropped, "change")
        lines.append(f"{told} left for the next sync: somebody was typing in those rows.")
    if receipt.repaired:
        told = counted(receipt.repaired, "cell")
        lines.append(f"{told} put right at once: rows were moved in the moment of the write.")
    return lines


def findings_text(findings: Sequence[Mapping[str, Any]], *, verbose: bool) -> list[str]:
    """Findings as lines: one paragraph a code, worst first, with examples or (verbose) all."""
    if not findings:
        return ["Nothing to flag."]
    groups: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for finding in findings:
        groups[finding["code"]].append(finding)
    rank = {"error": 0, "warning": 1, "info": 2}
    lines: list[str] = []
    for code in sorted(groups, key=lambda c: (rank[CATALOGUE[c].severity], c)):
        found, entry = groups[code], CATALOGUE[code]
        places = "place" if len(found) == 1 else "places"
        lines += ["", f"{code} {entry.severity}, {len(found):,} {places}: {entry.meaning}"]
        shown = found if verbose else found[:_EXAMPLES]
        lines += [f"  {_place(finding)}: {finding['message']}" for finding in shown]
        if len(found) > len(shown):
            lines.append(f"  … and {len(found) - len(shown):,} more (--verbose lists them all)")
        lines.append(f"  → {entry.fix}")
    return lines[1:]


def _place(finding: Mapping[str, Any]) -> str:
    parts = [str(finding["tab"])]
    if finding["row"]:
        parts.append(f"row {finding['row']}")
    if finding["lead_id"]:
        parts.append(str(finding["lead_id"]))
    return ", ".join(parts)


def plan_text(
    changes: Sequence[Mapping[str, Any]], *, verbose: bool, asks: bool = False
) -> list[str]:
    """A plan as lines: per tab how much changes, with examples or (verbose) everything.

    Args:
        changes: The changes as JSON values.
        verbose: List them all.
        asks: Would a sync ask a model, whose answers change the workbook as well?
    """
    if not changes and asks:
        return ["Nothing to change but what a model would answer."]
    if not changes:
        return ["Nothing to change: a sync would leave the workbook as it is."]
    lines: list[str] = []
    by_tab: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for change in changes:
        by_tab[change["tab"]].append(change)
    for tab, own in by_tab.items():
        kinds = Counter(change["kind"] for change in own)
        parts = []
        if kinds["set"]:
            parts.append(f"{kinds['set']:,} cell{'s' if kinds['set'] != 1 else ''} to write")
        if kinds["append"]:
            parts.append(f"{kinds['append']:,} row{'s' if kinds['append'] != 1 else ''} to add")
        lines.append(f"{tab}: {', '.join(parts)}")
        if tab == "To do" and not verbose:
            lines[-1] = f"To do: rebuilt, {counted(len(own), 'change')}"
            continue
        shown = own if verbose else own[:_EXAMPLES]
        lines += [f"  {_change_line(change)}" for change in shown]
        if len(own) > len(shown):
            lines.append(f"  … and {len(own) - len(shown):,} more (--verbose lists them all)")
    return lines


def _change_line(change: Mapping[str, Any]) -> str:
    who = f"{change['lead_id']} · " if change["lead_id"] else ""
    if change["kind"] == "append":
        cells = "; ".join(
            f"{title}: {_short(value)}"
            for title, value in change["after"].items()
            if title not in ("Lead ID", "Sync state")
        )
        return f"+ {who}{_short(cells, 150)}"
    return f"{who}{change['column']}: {_short(change['before'])} → {_short(change['after'])}"


def _short(value: Any, limit: int = 60) -> str:
    text = "(blank)" if value in (None, "") else " ".join(str(value).split())
    return text if len(text) <= limit else text[: limit - 1] + "…"


def did_text(did: Mapping[str, int]) -> list[str]:
    """What the run did with leads, on one line; nothing if it did nothing with them."""
    parts = [
        f"{did[event]:,} {one if did[event] == 1 else many}"
        for event, (one, many) in _DID.items()
        if did.get(event)
    ]
    return [f"This run: {', '.join(parts)}."] if parts else []


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: 1 cell, 2 cells."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def summary_text(
    findings: Sequence[Mapping[str, Any]], lost: Mapping[str, Lost], off: Sequence[str]
) -> list[str]:
    """What needs a person now, and where most leads stop (R95).

    Args:
        findings: As :func:`~sheetsync.report_json.findings_json` gives them.
        lost: Per block how many leads stop there.
        off: Blocks that the Map keeps from being automated; it comes first (R98).
    """
    counts = Counter(CATALOGUE[finding["code"]].kind for finding in findings)
    errors = sum(finding["severity"] == "error" for finding in findings)
    lines = [f"! {f['message']}" for f in findings if f["code"] in _STRUCTURE]
    if off:
        lines.append(f"First: fill in Start here for {', '.join(off)}.")
        lines.append("Until then AI and handoffs stay off there, and leads leak there.")
    named: tuple[tuple[Kind, str, str], ...] = (
        ("overdue", "item overdue", "items overdue"),
        ("decision", "decision waiting", "decisions waiting"),
        ("problem", "problem to solve", "problems to solve"),
        ("gap", "gap to fill", "gaps to fill"),
    )
    parts = [
        f"{counts[kind]:,} {one if counts[kind] == 1 else many}"
        for kind, one, many in named
        if counts[kind]
    ]
    if parts:
        lines.append(f"Needs a person now: {', '.join(parts)}.")
        if errors:
            stops = "1 of them stops" if errors == 1 else f"{errors:,} of them stop"
            lines.append(f"{stops} a lead until solved.")
    worst = max(
        (title for title, tally in lost.items() if tally.stopped),
        key=lambda title: lost[title].stopped or 0,
        default=None,
    )
    if worst is not None:
        tally = lost[worst]
        lines.append(
            f"Most leads stop in {worst}: {tally.stopped:,} of {tally.active:,}. "
            f"Its guide is in the tab Guide."
        )
    return lines


def code_text(code: Code) -> list[str]:
    """One flag code, explained."""
    gate = GATES.get(code.code)
    decided = (
        [f"A person decides {gate.what}: in {gate.tab}, {gate.column}, recorded in {gate.name}."]
        if gate
        else []
    )
    return [
        f"{code.code} ({code.severity}, {BLOCKS[code.code[:2]]}): {code.meaning}",
        f"How to fix: {code.fix}",
        f"Serves {code.serves}; "
        + {
            "error": "an error keeps the row from its next step.",
            "warning": "a warning does not stop anything.",
            "info": "for information; it stands in To do only.",
        }[code.severity],
        *decided,
    ]
