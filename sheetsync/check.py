"""Read each cell by its declared type, and show Pandera the columns that may break a rule.

A cell that cannot be used is one finding and counts as blank; it never hides
another problem and never stops the run.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from sheetsync.cells import Scalar, to_text
from sheetsync.contract import ColumnSpec
from sheetsync.finding import Finding
from sheetsync.pandera_check import broken_checks, plainly_fine
from sheetsync.snapshot import Snapshot, Tab
from sheetsync.typed_column import PARSE


@dataclass(frozen=True, slots=True)
class Table:
    """One tab with its cells read by type.

    Attributes:
        tab: Where the cells stand.
        cells: Values by column title, each in the order of ``tab.rows``. Text and
            choices are stripped strings (blank is ``""``), ticks are booleans
            (blank is ``False``), numbers and dates are ``None`` when blank.
        findings: Every cell that could not be used.
        tested: What Pandera said of the people's cells.
    """

    tab: Tab
    cells: "Cells"
    findings: tuple[Finding, ...]
    tested: "Tested"

    def __len__(self) -> int:
        return len(self.tab.rows)


@dataclass(frozen=True, slots=True)
class Tested:
    """What Pandera says of a tab's cells, to be remembered for equal cells.

    Attributes:
        mark: Names the cells.
        broken: Column, index of the row and what was expected, for each cell that failed.
    """

    mark: str
    broken: tuple[tuple[str, int, str], ...]


class Cells(dict[str, list[Any]]):
    """Columns by title. A computed column is read when a rule first asks for it."""

    def __init__(self, tab: Tab) -> None:
        super().__init__()
        self._tab = tab

    def __missing__(self, title: str) -> list[Any]:
        spec = self._tab.contract.spec(title)
        self[title] = PARSE[spec.type](self._tab.values(title)).values
        return self[title]


def check(snapshot: Snapshot, known: Iterable[Tested] = ()) -> Mapping[str, Table]:
    """Read and check every tab of the snapshot.

    Args:
        snapshot: The book.
        known: What Pandera has said before under the same contract; it is not asked
            about the same cells again.

    Returns:
        A table for each tab by title, in the order of the contract.
    """
    before = {tested.mark: tested for tested in known}
    return {title: _check_tab(tab, before) for title, tab in snapshot.tabs.items()}


def _check_tab(tab: Tab, known: Mapping[str, Tested]) -> Table:
    cells = Cells(tab)
    problems: list[_Problem] = []
    for spec, title in _columns(tab):
        if spec.owner in ("person", "row"):
            raw = tab.values(title)
            parsed = PARSE[spec.type](raw)
            cells[title] = parsed.values
            problems += [
                _Problem(spec, title, index, raw[index], expected)
                for index, expected in parsed.bad.items()
            ]
    specs = _to_test(tab, cells)
    mark = _mark(tab.title, specs, cells)
    tested = known.get(mark) or Tested(mark, broken_checks(specs, cells))
    problems += [
        _Problem(specs[title], title, index, cells[title][index], expected)
        for title, index, expected in tested.broken
    ]
    for problem in problems:
        cells[problem.title][problem.index] = _blank(problem.spec)
    findings = tuple(_finding(tab, problem) for problem in problems)
    return Table(tab=tab, cells=cells, findings=findings, tested=tested)


def _columns(tab: Tab) -> list[tuple[ColumnSpec, str]]:
    """Every column of the tab with its own title, those that are missing included."""
    own = [(spec, spec.title) for spec in tab.contract.columns if spec.each is None]
    known = {title for _, title in own}
    return own + [(tab.contract.spec(title), title) for title in tab.places if title not in known]


@dataclass(frozen=True, slots=True)
class _Problem:
    """A cell that cannot be used, and what was expected there."""

    spec: ColumnSpec
    title: str
    index: int
    value: Scalar
    expected: str


def _finding(tab: Tab, problem: _Problem) -> Finding:
    shown = " ".join(to_text(problem.value).split())
    shown = shown if len(shown) <= 40 else shown[:39] + "…"
    ids = tab.places.get("Lead ID")
    row = tab.rows[problem.index]
    lead = tab.grid.columns[ids][row] if ids is not None else None
    return Finding(
        code=problem.spec.code,
        tab=tab.title,
        message=f"{problem.title}: “{shown}” {problem.expected}.",
        row=row,
        lead_id=to_text(lead).strip(),
        column=problem.title,
    )


def _blank(spec: ColumnSpec) -> Any:
    return {"text": "", "choice": "", "tick": False}.get(spec.type)


def _to_test(tab: Tab, cells: Mapping[str, list[Any]]) -> dict[str, ColumnSpec]:
    """The people's columns that are not plainly fine, their choices in the contract's spelling."""
    specs: dict[str, ColumnSpec] = {}
    for spec, title in _columns(tab):
        if spec.owner in ("person", "row") and any(cells[title]):
            if spec.type == "choice":
                cells[title][:] = _own_spelling(cells[title], spec.isin or ())
            if not plainly_fine(spec, cells[title]):
                specs[title] = spec
    return specs


def _mark(title: str, specs: Mapping[str, ColumnSpec], cells: Mapping[str, list[Any]]) -> str:
    """Name what Pandera is shown of a tab: equal marks are equal cells."""
    shown = blake2b(title.encode(), digest_size=16)
    for column in specs:
        shown.update(repr((column, cells[column])).encode("utf-8", "surrogatepass"))
    return shown.hexdigest()


def _own_spelling(values: Sequence[str], allowed: Sequence[str]) -> list[str]:
    """Take a choice typed in other letters' case as the choice that it is."""
    spelling = {choice.casefold(): choice for choice in allowed}
    return [spelling.get(value.casefold(), value) for value in values]
