"""The Map: which block is automated, which is working, and where leads are lost (R93 to R98).

A block without owner, output or rule is not automated: its AI jobs and the
handoffs out of it stay off, and the reason is shown (R94).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sheetsync.cells import Scalar, normal_header, to_text
from sheetsync.check import Table
from sheetsync.contract import Contract
from sheetsync.finding import Finding
from sheetsync.identity import Identity
from sheetsync.settle import Settled, settle
from sheetsync.work import FLAGS, Work

MAP = "Start here"

_STATUS = re.compile(
    r"working|automated|not automated: (?:no owner|no output|no rule|no row on the Map"
    r"|the Map cannot be read|missing rule: ).*",
    re.DOTALL,
)
_NO_REASON = re.compile(r"does not apply[\s:.,–—-]*", re.IGNORECASE)
_FLAG = re.compile(r"\[[A-Z]{2}\d{3}\]$")


@dataclass(frozen=True, slots=True)
class Gate:
    """What the Map says of one block.

    Attributes:
        owner: Who answers for it, ``""`` for nobody.
        missing: What keeps it from being automated; empty when nothing does.
    """

    owner: str
    missing: tuple[str, ...]

    @property
    def automated(self) -> bool:
        """May AI jobs and handoffs run?"""
        return not self.missing

    @property
    def reason(self) -> str:
        """Why not, such as ``no owner, no rule``."""
        return ", ".join(self.missing)


@dataclass(frozen=True, slots=True)
class Lost:
    """How many leads stop in a block (``None``: not counted), are in it, and have errors."""

    stopped: int | None
    active: int
    errors: int


def read_gates(table: Table | None, contract: Contract) -> Mapping[str, Gate]:
    """Read the Map. A block whose row is missing is not automated.

    Returns:
        A gate for each of the five blocks, by title, in the order of the chain.
    """
    gates = {tab.tab: Gate("", ("no row on the Map",)) for tab in contract.blocks}
    if table is None or table.tab.refused:
        return MappingProxyType({title: Gate("", ("the Map cannot be read",)) for title in gates})
    names = {normal_header(title): title for title in gates}
    seen: set[str] = set()
    for index, text in enumerate(table.cells["Block"]):
        title = names.get(normal_header(text))
        if title is not None and title not in seen:
            seen.add(title)
            gates[title] = _gate(table, index)
    return MappingProxyType(gates)


def _gate(table: Table, index: int) -> Gate:
    owner: str = table.cells["Current owner"][index]
    output: str = table.cells["Current output"][index]
    rule: str = table.cells["Missing rule"][index]
    stop: str = table.cells["Stop rule"][index]
    missing: list[str] = []
    if not owner:
        missing.append("no owner")
    if not output:
        missing.append("no output")
    if not rule or not stop or _NO_REASON.fullmatch(stop):
        missing.append("no rule")
    elif rule.casefold() != "none":
        missing.append(f"missing rule: {rule}")
    return Gate(owner, tuple(missing))


def settle_map(
    table: Table, contract: Contract, gates: Mapping[str, Gate], lost: Mapping[str, Lost]
) -> Settled:
    """Compute the Map's own cells.

    Args:
        table: The tab Start here.
        contract: For each block's decision.
        gates: What :func:`read_gates` said.
        lost: Per block title, how many leads stop there; blocks that are left out
            show a blank.
    """
    count = len(table)
    work = Work(
        table, count, Identity([""] * count, frozenset(), frozenset(), ()), [{}] * count, ours=_ours
    )
    work.take_up(table.findings)
    columns: dict[str, list[Scalar]] = {
        "Decision": list(table.tab.values("Decision")),
        "Leads lost here": list(table.tab.values("Leads lost here")),
        "Status": list(table.tab.values("Status")),
    }
    statuses = {title: _status(gate, lost.get(title)) for title, gate in gates.items()}
    titles = {normal_header(title): title for title in gates}
    seen: set[str] = set()
    for index, text in enumerate(table.cells["Block"]):
        title = titles.get(normal_header(text))
        if title is None or title in seen:
            _further_block(work, index, text, statuses)
            continue
        seen.add(title)
        tally = lost.get(title)
        block = contract[title].block
        columns["Decision"][index] = block.decides if block else ""
        columns["Leads lost here"][index] = tally.stopped if tally else None
        columns["Status"][index] = statuses[title]
        if not gates[title].automated:
            message, gap = _not_automated(title, gates[title]), _first_gap(table, index)
            work.flag(index, "MP001", message, gap, who=gates[title].owner)
    for title in gates:
        if title not in seen:
            work.general.append(Finding("MP001", MAP, _not_automated(title, gates[title])))
    work.cells.update(columns)
    return settle(work)


def _status(gate: Gate, tally: Lost | None) -> str:
    if not gate.automated:
        return f"not automated: {gate.reason}"
    return "automated" if tally is not None and tally.errors else "working"


def _not_automated(title: str, gate: Gate) -> str:
    return (
        f"{title} is not automated: {gate.reason}. Its AI jobs and handoffs stay off, "
        "and leads leak there."
    )


def _first_gap(table: Table, index: int) -> str:
    columns = ("Current owner", "Current output", "Missing rule", "Stop rule")
    blank = next((title for title in columns if not table.cells[title][index]), "")
    if blank:
        return blank
    return "Stop rule" if _NO_REASON.fullmatch(table.cells["Stop rule"][index]) else "Missing rule"


def _further_block(work: Work, index: int, text: str, statuses: Mapping[str, str]) -> None:
    """Refuse a sixth block until all five are working (R5)."""
    behind = [title for title, status in statuses.items() if status != "working"]
    if behind:
        work.flag(
            index,
            "MP002",
            f"“{text}” is not taken up: {', '.join(behind)} "
            f"{'is' if len(behind) == 1 else 'are'} not working yet.",
            "Block",
        )


def _ours(title: str, value: Scalar) -> bool:
    """Recognise what the sync wrote: the Map has no Sync state to keep marks in."""
    text = to_text(value)
    if title == "Status":
        return _STATUS.fullmatch(text) is not None
    if title == "Leads lost here":
        return isinstance(value, int | float) and not isinstance(value, bool)
    return title == FLAGS and all(_FLAG.search(line) for line in text.split("\n"))
