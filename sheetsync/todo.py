"""The To do tab: everything that needs a person now, most urgent first, each row a link to its cell.

The tab is rebuilt every run. How long something has been open is known from the
tab itself: a line that stood there before keeps its date (R76).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sheetsync.cells import Scalar, a1, safe_text
from sheetsync.check import Table
from sheetsync.contract import Contract
from sheetsync.finding import Finding
from sheetsync.plan import AppendRow, Change, SetCell, SetLink
from sheetsync.rules.catalogue import CATALOGUE, Code
from sheetsync.rules.map import Gate
from sheetsync.settle import same
from sheetsync.snapshot import Snapshot, Tab

TODO = "To do"

LISTED = 300
"""Most lines of one code; past that one line says how many more there are. Decisions, overdue
items and refused rows are all listed, however many."""

_REFUSED = "ID001"
"""A refusal is logged once: it is known as an old one by its line in this list."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list, without its dates."""

    priority: int
    finding: Finding
    code: Code
    who: str
    company: str

    @property
    def name(self) -> tuple[str, str, str, str]:
        """What makes it the same line in the next run."""
        return (self.code.code, self.finding.tab, self.finding.lead_id, self.finding.message)


def build_lines(
    findings: Iterable[Finding],
    *,
    gates: Mapping[str, Gate],
    companies: Mapping[str, str],
) -> list[Line]:
    """Turn findings into lines, most urgent first.

    Args:
        findings: Everything that was found.
        gates: The Map, for who answers.
        companies: Company by Lead ID.
    """
    lines = [
        Line(
            priority=_priority(CATALOGUE[finding.code]),
            finding=finding,
            code=CATALOGUE[finding.code],
            who=finding.who or (gates[finding.tab].owner if finding.tab in gates else ""),
            company=companies.get(finding.lead_id, ""),
        )
        for finding in findings
    ]
    lines.sort(
        key=lambda line: (line.priority, line.code.code, line.finding.tab, line.finding.row or 0)
    )
    return _shortened(lines)


def _priority(code: Code) -> int:
    """1 is what stops the sync itself, then what is late, decisions, errors, gaps, hints."""
    if code.code[:2] in ("SY", "ID", "MP") and code.severity == "error":
        return 1
    if code.kind in ("overdue", "decision"):
        return 2 if code.kind == "overdue" else 3
    if code.severity == "error":
        return 4 if code.kind == "problem" else 5
    return 6


def _shortened(lines: Sequence[Line]) -> list[Line]:
    """Keep the list to what a person can finish: a long run of one code becomes one line."""
    counts = Counter(line.code.code for line in lines)
    seen: Counter[str] = Counter()
    kept: list[Line] = []
    for line in lines:
        code = line.code
        seen[code.code] += 1
        listed = code.kind in ("decision", "overdue") or code.code == _REFUSED
        if listed or seen[code.code] <= LISTED:
            kept.append(line)
        elif seen[code.code] == LISTED + 1:
            more = counts[code.code] - LISTED
            message = (
                f"{more:,} more like these: filter Flags in {line.finding.tab} by {code.code}."
            )
            finding = Finding(code.code, line.finding.tab, message)
            kept.append(replace(line, finding=finding, company=""))
    return kept


def plan_lines(
    table: Table, lines: Sequence[Line], snapshot: Snapshot, contract: Contract, today: date
) -> tuple[list[Change], dict[tuple[int, str], str] | None]:
    """Rebuild the tab.

    Returns:
        The changes, and the links of the whole tab if any link changes, else ``None``.
    """
    known = since_of(table)
    changes: list[Change] = []
    links: dict[tuple[int, str], str] = {}
    rows = list(table.tab.rows)
    now = {title: table.tab.values(title) for title in contract[TODO].by_title}
    free = table.tab.next_row
    for place, line in enumerate(lines):
        since = line.finding.since or known.get(line.name) or today
        wanted = _cells(line, since, today)
        row = rows[place] if place < len(rows) else free + place - len(rows)
        if place < len(rows):
            changes += _difference(row, {title: now[title][place] for title in now}, wanted)
        else:
            filled = {title: value for title, value in wanted.items() if value not in (None, "")}
            changes.append(AppendRow(TODO, line.finding.lead_id, row, filled))
        target = _target(line.finding, snapshot)
        if target:
            links[row, "What"] = target
    for place in range(len(lines), len(rows)):
        changes += _difference(rows[place], {title: now[title][place] for title in now}, {})
    column = table.tab.places["What"]
    before = {
        row: target for (row, place), target in table.tab.grid.links.items() if place == column
    }
    changes += [
        SetLink(TODO, "", row, "What", before.get(row, ""), links.get((row, "What"), ""))
        for row in rows
        if before.get(row, "") != links.get((row, "What"), "")
    ]
    return changes, links if changes else None


def _difference(row: int, now: Mapping[str, Scalar], wanted: Mapping[str, Scalar]) -> list[Change]:
    key = str(wanted.get("Lead ID") or "")
    return [
        SetCell(TODO, key, row, title, before, None if after == "" else after)
        for title, before in now.items()
        if not same(before, after := wanted.get(title))
    ]


def _cells(line: Line, since: date, today: date) -> dict[str, Scalar]:
    finding = line.finding
    return {
        "Priority": line.priority,
        "Kind": line.code.kind,
        "Code": line.code.code,
        "What": safe_text(finding.message, limit=1000),
        "How to fix": line.code.fix,
        "Who": line.who,
        "Tab": finding.tab,
        "Lead ID": finding.lead_id,
        "Company": line.company,
        "Since": since,
        "Age (days)": max((today - since).days, 0),
    }


def since_of(table: Table) -> dict[tuple[str, str, str, str], date]:
    """Since when each line of the last run has been open."""
    cells = table.cells
    names = zip(cells["Code"], cells["Tab"], cells["Lead ID"], cells["What"], strict=True)
    return {
        name: since for name, since in zip(names, cells["Since"], strict=True) if since is not None
    }


def _target(finding: Finding, snapshot: Snapshot) -> str:
    """The cell that a line links to, such as ``'Research'!G5``."""
    tab: Tab | None = snapshot.tabs.get(finding.tab)
    if tab is None:
        return ""
    row = finding.row if finding.row is not None else tab.header
    place = tab.places.get(finding.column, tab.places.get(tab.contract.key or "", 0))
    title = tab.grid.title.replace("'", "''")
    return f"'{title}'!{a1(row, place)}"
