"""A change that a team thinks about: one person's cell, put into what was read and nowhere else.

Only the tabs in which a team makes its one change of the week can be named:
Settings, Scorecard, Segments and the Map. Nothing here writes to a book.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sheetsync.cells import Scalar, normal_header, to_text
from sheetsync.errors import UsageError
from sheetsync.snapshot import Snapshot, Tab

COLUMNS: Mapping[str, str] = {
    "Settings": "Value",
    "Scorecard": "Weight",
    "Segments": "Approved by",
    "Start here": "Stop rule",
}
"""The tabs that can be named, and the column that is meant when none is."""

EXAMPLE = "--set “Settings/Sequence length=3”"

_TICKS: Mapping[str, bool] = dict.fromkeys(("true", "yes", "x", "1"), True) | dict.fromkeys(
    ("false", "no", "0"), False
)


@dataclass(frozen=True, slots=True)
class Change:
    """One cell as it would be.

    Attributes:
        tab: Title of the tab.
        row: What the row is called: a setting, a criterion, a segment, a block.
        column: Title of the column.
        place: Sheet row and column of the cell, counted from zero.
        before: What the cell holds.
        after: What it would hold; ``None`` for nothing.
    """

    tab: str
    row: str
    column: str
    place: tuple[int, int]
    before: Scalar
    after: Scalar

    @property
    def name(self) -> str:
        """The cell as a person finds it."""
        return f"{self.tab}, row “{self.row}”, column {self.column}"


def read_changes(wanted: Iterable[str], snapshot: Snapshot) -> tuple[Change, ...]:
    """Find the cells that texts such as ``Settings/Sequence length=3`` mean.

    Args:
        wanted: ``Tab/Row=value`` or ``Tab/Row/Column=value``. Case and spaces around
            the names do not count; a row's own name may hold a slash.
        snapshot: The book as read.

    Raises:
        UsageError: A name is not known, and which ones are; or a cell is named twice.
    """
    found: list[Change] = []
    for text in wanted:
        change = _read(text, snapshot)
        if any(other.name == change.name for other in found):
            raise UsageError(
                f"{change.name}, is given two values.",
                not_done="Nothing was worked out.",
                next_step="Give one of them.",
            )
        found.append(change)
    return tuple(found)


def put(changes: Iterable[Change], snapshot: Snapshot) -> Snapshot:
    """The book as it would be: the same reading with the cells changed, in memory only."""
    tabs = dict(snapshot.tabs)
    for change in changes:
        tab = tabs[change.tab]
        row, place = change.place
        columns = [*tab.grid.columns]
        cells = [*columns[place]]
        cells[row] = change.after
        columns[place] = cells
        tabs[change.tab] = replace(tab, grid=replace(tab.grid, columns=columns))
    return replace(snapshot, tabs=tabs)


def _read(text: str, snapshot: Snapshot) -> Change:
    name, sign, value = text.partition("=")
    titles = {normal_header(title): title for title in COLUMNS}
    first, slash, rest = name.partition("/")
    if not (sign and slash):
        raise UsageError(
            f"“{text}” names no cell and value.",
            not_done="Nothing was worked out.",
            next_step=f"Write it as Tab/Row=value, such as {EXAMPLE}.",
        )
    title = titles.get(normal_header(first))
    if title is None:
        raise _unknown(f"“{first.strip()}” is no tab that can be tried out", COLUMNS)
    tab = snapshot.tabs.get(title)
    if tab is None or tab.refused:
        raise UsageError(
            f"The tab {title} of {snapshot.reading.name} is missing or not in order.",
            not_done="Nothing was worked out.",
            next_step="Run “sheetsync doctor”, which says what to mend.",
        )
    row, own, column = _named(tab, rest)
    place = tab.places[column]
    after = _typed(value.strip(), tab.contract.spec(column).type)
    return Change(title, own, column, (row, place), tab.grid.columns[place][row], after)


def _named(tab: Tab, rest: str) -> tuple[int, str, str]:
    """Find a row by its name and a column by its title: sheet row, row's name, column."""
    names = [to_text(value).strip() for value in tab.values(tab.contract.key or "")]
    rows: dict[str, tuple[int, str]] = {}
    for row, name in zip(tab.rows, names, strict=True):
        rows.setdefault(normal_header(name), (row, name))  # of two equal ones the upper counts
    whole = rows.get(normal_header(rest))
    if whole is not None:
        return *whole, COLUMNS[tab.title]
    named, slash, header = rest.rpartition("/")
    found = rows.get(normal_header(named)) if slash else None
    if found is None:
        wanted = (named if slash else rest).strip()
        raise _unknown(f"{tab.title} has no row “{wanted}”", filter(None, names))
    own = [
        spec.title
        for spec in tab.contract.columns
        if spec.owner == "person" and spec.title != tab.contract.key
    ]
    column = next((t for t in own if normal_header(t) == normal_header(header)), None)
    if column is None:
        raise _unknown(f"{tab.title} has no column “{header.strip()}” that people fill in", own)
    return *found, column


def _unknown(what: str, allowed: Iterable[str]) -> UsageError:
    return UsageError(
        f"{what}.",
        not_done="Nothing was worked out.",
        next_step=f"Name one of these: {', '.join(_once(allowed))}.",
    )


def _once(names: Iterable[str]) -> Sequence[str]:
    return list(dict.fromkeys(names))


def _typed(text: str, kind: str) -> Scalar:
    """A tick as a tick and a blank as nothing; the rest is read as if a person had typed it."""
    if not text:
        return None
    return _TICKS.get(text.casefold(), text) if kind == "tick" else text
