"""One tab while its rules run: the cells, the flags and the memory that they fill.

Nothing is decided here of what becomes of the cells: that is ``settle``.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sheetsync import state
from sheetsync.cells import Scalar
from sheetsync.check import Cells, Table
from sheetsync.finding import Finding
from sheetsync.identity import Identity
from sheetsync.rules.catalogue import CATALOGUE, Code
from sheetsync.state import State

FLAGS = "Flags"
STATUS = "Status"
STATE = "Sync state"
READY = "Ready to send"

_RANK = {"error": 0, "warning": 1, "info": 2}


@dataclass(slots=True)
class Work:
    """One tab while its rules run. The rules fill ``cells``, ``ai``, ``states`` and flags.

    Attributes:
        table: The tab as read, followed by the rows that this run appends.
        existing: How many of the rows stand in the book already.
        identity: The rows' ids and which rows are frozen.
        states: Each row's Sync state; changed through :meth:`remember` alone.
        cells: Computed columns: title to one value a row.
        ai: AI columns: title to values of the rows (by index) that get an answer.
        by_row: Findings by row index.
        general: Findings of the whole tab.
        touched: Rows (by index) whose state has changed.
        withheld: Rows (by index) that are not written at all.
        only: The columns that may change at all; ``None`` for every computed one.
        ours: How a tab without Sync state recognises what the sync wrote there.
    """

    table: Table
    existing: int
    identity: Identity
    states: Sequence[State]
    cells: dict[str, list[Scalar]] = field(default_factory=dict)
    ai: dict[str, dict[int, Scalar]] = field(default_factory=dict)
    by_row: dict[int, list[Finding]] = field(default_factory=dict)
    general: list[Finding] = field(default_factory=list)
    touched: set[int] = field(default_factory=set)
    withheld: frozenset[int] = frozenset()
    only: frozenset[str] | None = None
    ours: Callable[[str, Scalar], bool] | None = None
    _raw: dict[str, list[Scalar]] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The tab's title."""
        return self.table.tab.title

    def flag(
        self,
        index: int,
        code: str,
        message: str,
        column: str = "",
        since: date | None = None,
        *,
        who: str = "",
    ) -> None:
        """Raise a flag on a row."""
        self.by_row.setdefault(index, []).append(
            Finding(
                code=code,
                tab=self.title,
                message=message,
                row=self.table.tab.rows[index],
                lead_id=self.identity.ids[index].split("/")[0],
                column=column,
                since=since,
                who=who,
            )
        )

    def remember(self, index: int, key: str, value: Any) -> None:
        """Keep a value in a row's Sync state; ``None`` drops it."""
        own = self.states[index]
        if own.get(key) == value:
            return
        self.touched.add(index)
        if value is None:
            del own[key]
        else:
            own[key] = value

    def raw(self, title: str) -> list[Scalar]:
        """A column as it stands in the book; ``None`` for the rows that this run appends."""
        if title not in self._raw:
            self._raw[title] = self.table.tab.values(title)
        return self._raw[title]

    def take_up(self, findings: Iterable[Finding]) -> None:
        """Put findings of reading and identity to their rows."""
        index_of = {row: index for index, row in enumerate(self.table.tab.rows)}
        for finding in findings:
            index = index_of.get(finding.row) if finding.row is not None else None
            if index is None:
                self.general.append(finding)
            else:
                lead_id = self.identity.ids[index].split("/")[0]
                self.by_row.setdefault(index, []).append(replace(finding, lead_id=lead_id))

    def blocked(self, index: int) -> bool:
        """Does an error stand on the row?"""
        return any(
            CATALOGUE[finding.code].severity == "error" for finding in self.by_row.get(index, ())
        )

    def unreadable(self, index: int) -> list[str]:
        """Columns of the row whose cell cannot be read, so that its content is not known."""
        found = self.by_row.get(index, ())
        return sorted({f.column for f in found if f.code == "SY002"})

    def errors(self, index: int) -> list[Code]:
        """The error codes on the row with their meaning, in order."""
        return [CATALOGUE[code] for code in self.codes(index)]

    def codes(self, index: int) -> list[str]:
        """The error codes on the row, in order."""
        found = {f.code for f in self.by_row.get(index, ()) if severity(f) == 0}
        return sorted(found)


def states_of(table: Table) -> list[State]:
    """Read every row's Sync state; blank where the tab has none."""
    return [state.load(cell) for cell in table.tab.values(STATE)]


def extend(table: Table, records: Sequence[Mapping[str, str]]) -> Table:
    """Add rows that this run appends, so that the rules see them like any other row."""
    if not records:
        return table
    first = table.tab.next_row
    rows = (*table.tab.rows, *range(first, first + len(records)))
    blanks: Mapping[str, Any] = {"text": "", "choice": "", "tick": False}
    tab = replace(table.tab, rows=rows)
    cells = Cells(tab)
    for title in (*table.tab.places, *table.cells):
        blank = blanks.get(tab.contract.spec(title).type)
        cells[title] = [*table.cells[title], *(record.get(title) or blank for record in records)]
    return replace(table, tab=tab, cells=cells)


def grow(
    table: Table,
    identity: Identity,
    states: Sequence[State],
    records: Sequence[Mapping[str, str]],
    *,
    key: str = "Lead ID",
) -> Work:
    """Set up a tab whose rows the sync appends, with the rows that arrive in this run.

    Args:
        table: The tab as read.
        identity: The ids of its rows.
        states: Their Sync states.
        records: Handoff records of the rows that are not there yet.
        key: The column that identifies a row.
    """
    new = [record[key] for record in records]
    whole = Identity([*identity.ids, *new], frozenset(), identity.frozen, identity.findings)
    every = [*states, *({"id": lead_id} for lead_id in new)]
    work = Work(extend(table, records), len(table), whole, every)
    for index, lead_id in enumerate(identity.ids):
        if lead_id and index not in identity.frozen:
            work.remember(index, "id", lead_id)
    work.take_up((*table.findings, *identity.findings))
    return work


def severity(finding: Finding) -> int:
    """Rank a finding: 0 an error, 1 a warning, 2 a hint."""
    return _RANK[CATALOGUE[finding.code].severity]
