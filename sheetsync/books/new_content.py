"""What the tabs of a new book hold: their rows, and their columns with families written out.

Pure, from the contract and the team's own lists; knows no spreadsheet.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from sheetsync import look
from sheetsync.cells import Scalar
from sheetsync.contract import Contract, TabContract, default_rows

Rows = Mapping[str, Sequence[Mapping[str, Scalar]]]
"""Rows by tab title, each a value by column title."""

NO_ROWS: Rows = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class NewTab:
    """One tab as it is laid out.

    Attributes:
        contract: What it is.
        columns: Its columns from the first one, hidden spares among them.
        rows: Its first rows, each a value by column title.
    """

    contract: TabContract
    columns: tuple[look.LaidColumn, ...]
    rows: tuple[Mapping[str, Scalar], ...]

    @property
    def head(self) -> int:
        """The header's row, from zero."""
        return look.header_row(self.contract)

    def place(self, title: str) -> int:
        """A column's place by its title, from zero; families under their full titles."""
        return [column.title for column in self.columns].index(title)


def new_tabs(contract: Contract, lists: Rows = NO_ROWS) -> Mapping[str, NewTab]:
    """Say what every tab holds when it is new.

    Args:
        contract: The tabs.
        lists: Rows that stand in place of a tab's default rows; the criteria of a team's
            own Scorecard, for one, give Qualification its columns.

    Returns:
        The tabs by title, in the contract's order.
    """
    rows = {tab.tab: _rows_of(contract, tab, lists) for tab in contract.tabs}
    families = _families(contract, rows)
    return {
        tab.tab: NewTab(tab, look.laid_columns(tab, families), rows[tab.tab])
        for tab in contract.tabs
    }


def _rows_of(contract: Contract, tab: TabContract, lists: Rows) -> tuple[Mapping[str, Scalar], ...]:
    """The rows of one tab; the Map's say what each block decides."""
    found = tuple(lists.get(tab.tab, default_rows(tab)))
    if tab.rows != "map":
        return found
    decisions = {block.tab: block.block.decides for block in contract.blocks if block.block}
    return tuple({"Decision": decisions.get(str(row.get("Block")), ""), **row} for row in found)


def _families(contract: Contract, rows: Rows) -> Mapping[str, Sequence[str]]:
    """The values behind each family of columns, each once, in order."""
    sources = {column.each for tab in contract.tabs for column in tab.columns if column.each}
    found: dict[str, Sequence[str]] = {}
    for source in sources:
        title, column = source.split(".", 1)
        values = (str(row.get(column) or "").strip() for row in rows[title])
        found[source] = list(dict.fromkeys(value for value in values if value))
    return found
