"""The limit: what any program must do at least to take people's edits up, written by hand.

It reads every tab with calamine, parses people's columns by type, checks them with plain
masks, compares the computed cells that follow from a look-up or a sum (each block's handoff
record, the score) with what stands there, and patches those that differ into the file. It
judges nothing: no findings in words, no evidence, no duplicates, no drafts, no To do.
"""

import gc
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

Rule = tuple[Any, ...]
"""``("text", longest)``, ``("choice", *allowed)``, ``("number", low, high)``, ``("date",)``, ``("tick",)``."""

_LONG, _NAME, _LINE = ("text", 50_000), ("text", 120), ("text", 300)
_TEXT = ("text", 5_000)
_FIT: Rule = ("choice", "strong", "partial", "weak", "unknown")

RULES: Mapping[str, Mapping[str, Rule]] = {
    "Research": {
        "Company": ("text", 200), "Website": ("text", 500), "Contact": ("text", 200), "Role": ("text", 200),
        "Segment": ("text", 80), "Channel": ("choice", "email", "phone", "linkedin", "form", "other"),
        "Reachable path": ("text", 500), "Source notes": _LONG, "Source URL": ("text", 2000),
        "Probable problem": _LONG, "Relevance signal": _LONG, "Signal source": ("text", 2000),
        "Confidence": ("choice", "low", "medium", "high"), "Estimated value": ("number", 0, 1e12),
        "Sensitive": ("tick",), "Accept suggestions": ("tick",),
    },
    "Qualification": {
        "Fit: ICP match": _FIT, "Fit: Buyer role": _FIT, "Fit: Problem evidence": _FIT, "Fit: Timing": _FIT,
        "Decision": ("choice", "pursue", "nurture", "skip"), "Reason": ("text", 1000), "Evidence note": _LONG,
        "Risk or missing evidence": _LONG, "Missing evidence accepted by": _NAME, "Account approved by": _NAME,
        "Decided by": _NAME, "Revisit on": ("date",), "Accept suggestions": ("tick",),
    },
    "Outreach": {
        "Signal vouched by": _NAME, "Angle": _LINE, "Variant": ("text", 20), "Final message": _TEXT,
        "Vouched by": _NAME, "Approved by": _NAME, "Next touch on": ("date",), "Stop condition": _TEXT,
        "Sent on": ("date",),
    },
    "Follow-up": {
        "Final message": _TEXT, "Vouched by": _NAME, "Approved by": _NAME, "Sent on": ("date",),
        "Reply text": _LONG, "Reply received on": ("date",),
        "Reply decision": ("choice", "stop", "pause", "continue", "live"), "Decided by": _NAME,
        "Resume on": ("date",), "Stop cause": ("choice", "reply", "opt-out", "bounce", "timing", "fit", "other"),
        "Next action": _TEXT, "Next action on": ("date",), "Owner": _NAME,
    },
    "CRM": {
        "Owner": _NAME, "Deal stage": ("choice", "Meeting", "Proposal", "Won", "Lost", "Nurture"),
        "Deal confirmed by": _NAME, "Deal value": ("number", 0, 1e12), "Conversation notes": _LONG, "Note": _LONG,
        "Next action": _LINE, "Next action on": ("date",), "Lost reason": _LINE, "Accept suggestions": ("tick",),
    },
}  # fmt: skip
"""What people's columns of the five blocks may hold; a test compares it with the contract."""

KEYS = {"Research": "Lead ID", "Qualification": "Lead ID", "Outreach": "Lead ID",
        "Follow-up": "Touch ID", "CRM": "Lead ID"}  # fmt: skip

HANDOFF = ("Company", "Contact", "Role", "Segment", "Channel", "Relevance signal",
           "Probable problem", "Confidence")  # fmt: skip
POINTS = {"strong": 1.0, "partial": 0.5}


@dataclass(frozen=True, slots=True)
class Taken:
    """What an arm read and wrote, so that the arms can be held against each other.

    Attributes:
        rows: Filled rows by tab.
        bad: People's cells that break their column's rule, by tab.
        wrote: Computed cells written.
    """

    rows: Mapping[str, int]
    bad: Mapping[str, int]
    wrote: int


class _Tab:
    """One tab: its columns by header, and where its first row stands."""

    def __init__(self, rows: list[list[Any]], key: str) -> None:
        self.header = next(place for place, row in enumerate(rows[:30]) if key in row)
        self.places = {title: place for place, title in enumerate(rows[self.header]) if title}
        self.columns: list[Sequence[Any]] = list(zip(*rows[self.header + 1 :], strict=True))
        self.edits: dict[tuple[int, int], Any] = {}

    def __getitem__(self, title: str) -> Sequence[Any]:
        return self.columns[self.places[title]] if self.columns else ()

    def put(self, title: str, index: int, value: Any) -> None:
        self.edits[self.header + 1 + index, self.places[title]] = value


def run(path: Path) -> Taken:
    """Take the edits of a workbook up."""
    from python_calamine import load_workbook

    from sheetsync.book import Grid, Reading, TabEdit
    from sheetsync.books.xlsx import XlsxBook

    gc.disable()  # millions of fresh values, and no cycle among them
    data = path.read_bytes()
    book = load_workbook(BytesIO(data))
    raw = {
        name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for name in book.sheet_names
    }
    tabs = {title: _Tab(raw[title], key) for title, key in KEYS.items()}
    bad = {title: _parse(tab, RULES[title]) for title, tab in tabs.items()}
    scorecard = _Tab(raw["Scorecard"], "Criterion")
    _hand_on(tabs, list(zip(scorecard["Criterion"], scorecard["Weight"], strict=True)))
    edits = [TabEdit(title, tab.edits) for title, tab in tabs.items() if tab.edits]
    wrote = sum(len(edit.cells) for edit in edits)
    if edits:
        log, moment = _Tab(raw["Log"], "Run"), datetime(2026, 3, 16, 12)
        below = log.header + 1 + len(log["Run"])
        line: dict[str, Any] = {
            "Time": moment,
            "Run": "limit",
            "Event": "sync",
            "Detail": f"{wrote} cells written",
        }
        cells = {(below, log.places[title]): value for title, value in line.items()}
        edits.append(TabEdit("Log", cells))
        grids = tuple(Grid(title, (), len(rows)) for title, rows in raw.items())
        XlsxBook(path).write(Reading(str(path), sha256(data).hexdigest(), grids), edits)
    rows = {title: sum(1 for key in tab[KEYS[title]] if key != "") for title, tab in tabs.items()}
    return Taken(rows, bad, wrote)


def _parse(tab: _Tab, rules: Mapping[str, Rule]) -> int:
    """Read people's columns by type; a cell that breaks its rule counts as blank."""
    bad = 0
    for title, rule in rules.items():
        values = list(tab[title])
        blank: Any = False if rule[0] == "tick" else "" if rule[0] in ("text", "choice") else None
        if rule[0] == "text":
            values = [v.strip() if v.__class__ is str else str(v) for v in values]
            wrong = [i for i, v in enumerate(values) if len(v) > rule[1]]
        elif rule[0] == "choice":
            values = [v.strip() if v.__class__ is str else str(v) for v in values]
            allowed = {"", *rule[1:]}
            wrong = [i for i, v in enumerate(values) if v not in allowed]
        elif rule[0] == "number":
            low, high = rule[1:]
            wrong = [
                i
                for i, v in enumerate(values)
                if v != "" and (v.__class__ not in (int, float) or not low <= v <= high)
            ]
        elif rule[0] == "date":
            wrong = [i for i, v in enumerate(values) if v != "" and not isinstance(v, date)]
        else:
            wrong = [i for i, v in enumerate(values) if v != "" and v.__class__ is not bool]
        for index in wrong:
            values[index] = blank
        tab.columns[tab.places[title]] = values
        bad += len(wrong)
    ids = [key for key in tab.columns[0] if key != ""]
    return bad + len(ids) - len(set(ids))


def _hand_on(tabs: Mapping[str, _Tab], criteria: Sequence[tuple[str, float]]) -> None:
    """Compute what follows from the block before, and keep what differs from the cells."""
    research, judged, outreach = tabs["Research"], tabs["Qualification"], tabs["Outreach"]
    records = dict(
        zip(research["Lead ID"], zip(*(research[t] for t in HANDOFF), strict=True), strict=True)
    )
    stands = zip(*(judged[title] for title in HANDOFF), strict=True)
    for index, (lead, now) in enumerate(zip(judged["Lead ID"], stands, strict=True)):
        wanted = records.get(lead)
        if wanted is not None and wanted != now and all(wanted):
            _differ(judged, index, HANDOFF, wanted, now)
    total = sum(weight for _, weight in criteria)
    ratings = zip(*(judged[f"Fit: {name}"] for name, _ in criteria), strict=True)
    scores = zip(judged["Score"], judged["Score explained"], strict=True)
    for index, (given, score) in enumerate(zip(ratings, scores, strict=True)):
        points, lines = 0.0, []
        for (name, weight), rating in zip(criteria, given, strict=True):
            earned = weight * POINTS.get(rating, 0.0)
            points += earned
            lines.append(f"{name}: {rating or 'not rated'}, {earned:g} of {weight:g}")
        lines.append(f"Together {points:g} of {total:g}")
        worth = float(round(100 * points / total))
        if score[0] != worth or not str(score[1]).startswith("\n".join(lines)):
            judged.put("Score", index, worth)
            judged.put("Score explained", index, "\n".join(lines))
    titles = ("Decision", "Decided by", "Reason", "Evidence note", "Risk or missing evidence")
    decisions = dict(
        zip(judged["Lead ID"], zip(*(judged[t] for t in titles), strict=True), strict=True)
    )
    passed = ("Company", "Contact", "Buyer role", "Evidence note", "Risk or missing evidence")
    stands = zip(*(outreach[title] for title in passed), strict=True)
    for index, (lead, now) in enumerate(zip(outreach["Lead ID"], stands, strict=True)):
        if lead in records and lead in decisions and all(decisions[lead]):
            wanted = (*records[lead][:3], *decisions[lead][3:])
            if decisions[lead][0] == "pursue" and wanted != now and all(wanted):
                _differ(outreach, index, passed, wanted, now)
    for tab in (tabs["Follow-up"], tabs["CRM"]):
        stands = zip(tab["Company"], tab["Contact"], strict=True)
        for index, (lead, now) in enumerate(zip(tab["Lead ID"], stands, strict=True)):
            if lead in records and records[lead][:2] != now:
                _differ(tab, index, HANDOFF[:2], records[lead][:2], now)


def _differ(tab: _Tab, index: int, titles: Sequence[str], wanted: Any, now: Any) -> None:
    for title, value, before in zip(titles, wanted, now, strict=True):
        if value != before:
            tab.put(title, index, value)
