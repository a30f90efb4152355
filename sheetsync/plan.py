"""What a run will change, as sorted data: nothing here reads or writes a book.

A plan that addresses a person's cell cannot be built (promise 1 of the sync).
It can be saved as JSON and read back; a checksum guards it on the way.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from sheetsync.cells import Scalar
from sheetsync.contract import Contract, TabContract, family_prefix
from sheetsync.errors import UnsafeChange, UsageError


@dataclass(frozen=True, slots=True)
class SetCell:
    """Write one computed cell, if the cell still holds what was read.

    Attributes:
        tab: Title of the tab.
        key: Lead ID (or Touch ID) of the row, ``""`` where rows have none.
        row: Sheet row counted from zero, as read.
        column: Title of the column.
        before: What the cell held when it was read.
        after: What it will hold; ``None`` empties it.
    """

    tab: str
    key: str
    row: int
    column: str
    before: Scalar
    after: Scalar


@dataclass(frozen=True, slots=True)
class AppendRow:
    """Add a row below everything that the tab holds."""

    tab: str
    key: str
    row: int
    cells: Mapping[str, Scalar]


@dataclass(frozen=True, slots=True)
class AddColumn:
    """Give a family its column for a new value, such as ``Fit: Budget``.

    Attributes:
        place: Sheet column that gets the header, counted from zero; it is blank.
        row: Sheet row of the header.
    """

    tab: str
    column: str
    place: int
    row: int


@dataclass(frozen=True, slots=True)
class SetLink:
    """Point an existing row's link at another cell, because rows have moved."""

    tab: str
    key: str
    row: int
    column: str
    before: str
    after: str


Change = SetCell | AppendRow | AddColumn | SetLink

_FIELDS = {
    kind: tuple(each.name for each in fields(kind))
    for kind in (SetCell, AppendRow, AddColumn, SetLink)
}


@dataclass(frozen=True, slots=True)
class Plan:
    """All changes of one run, and what they were planned on.

    Attributes:
        run: Name of the run: its time and the start of the book's digest.
        book: Digest of the book as read; the plan is good for that state alone.
        contract: Version of the contract.
        changes: In the order of the tabs and rows.
        links: In-workbook links of whole tabs that change: tab to (row, column) to target.
    """

    run: str
    book: str
    contract: str
    changes: tuple[Change, ...]
    links: Mapping[str, Mapping[tuple[int, str], str]] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Is there nothing to write?"""
        return not self.changes


def build(
    *,
    run: str,
    book: str,
    contract: Contract,
    changes: Iterable[Change],
    links: Mapping[str, Mapping[tuple[int, str], str]],
) -> Plan:
    """Put changes in order, after making sure that none addresses a person's cell.

    Raises:
        UnsafeChange: A change would write a person's column, or a tab or column
            that the contract does not know. Nothing has been written.
    """
    plan = Plan(run, book, contract.version, tuple(changes), links)
    assert_owned(plan, contract)
    order = {tab.tab: tab.order for tab in contract.tabs}
    ordered = sorted(plan.changes, key=lambda c: (order[c.tab], c.row, isinstance(c, AppendRow)))
    return replace(plan, changes=tuple(ordered))


def assert_owned(plan: Plan, contract: Contract) -> None:
    """Refuse a plan that addresses anything but what the sync itself owns.

    A tab's links are written as a whole, so the whole tab must be the sync's.
    """
    for change in plan.changes:
        tab = contract.by_title.get(change.tab)
        match change:
            case SetCell(column=column) | SetLink(column=column):
                columns: Sequence[str] = (column,)
            case AppendRow(cells=cells):
                columns = tuple(cells)
            case AddColumn(column=column):
                columns = () if tab is not None and _in_family(column, tab) else (column,)
        for column in columns:
            spec = tab.by_title.get(column) if tab is not None else None
            appended = isinstance(change, AppendRow) and spec is not None and spec.owner == "row"
            if spec is None or not (spec.written_by_sync or appended):
                raise _not_owned(column, change.tab)
    _assert_links_owned(plan, contract)


def _assert_links_owned(plan: Plan, contract: Contract) -> None:
    for title, links in plan.links.items():
        tab = contract.by_title.get(title)
        if tab is None or not all(column.written_by_sync for column in tab.columns):
            raise _not_owned("all links", title)
        for _, column in links:
            if column not in tab.by_title:
                raise _not_owned(column, title)


def _in_family(column: str, tab: TabContract) -> bool:
    families = [family_prefix(spec) for spec in tab.columns if spec.each is not None]
    return any(column.startswith(prefix) and column != prefix for prefix in families)


def _not_owned(column: str, tab: str) -> UnsafeChange:
    return UnsafeChange(
        f"The plan addresses “{column}” in {tab}, which the sync does not own.",
        not_done="Nothing was written.",
        next_step="This is a fault in sheetsync; please report it with this sentence.",
    )


def to_json(plan: Plan) -> str:
    """Save a plan, with a checksum over its content."""
    body: dict[str, Any] = {
        "run": plan.run,
        "book": plan.book,
        "contract": plan.contract,
        "changes": [
            {"is": type(change).__name__}
            | {name: _plain(getattr(change, name)) for name in _FIELDS[type(change)]}
            for change in plan.changes
        ],
        "links": [
            [tab, row, column, target]
            for tab, links in plan.links.items()
            for (row, column), target in links.items()
        ],
        "linked": sorted(plan.links),
    }
    return json.dumps({"plan": body, "checksum": _checksum(body)}, ensure_ascii=False)


def from_json(text: str) -> Plan:
    """Read a saved plan back.

    Raises:
        UsageError: The text is no plan, or was changed after it was saved.
    """
    kinds = {"SetCell": SetCell, "AppendRow": AppendRow, "AddColumn": AddColumn, "SetLink": SetLink}
    try:
        whole = json.loads(text)
        body = whole["plan"]
        links: dict[str, dict[tuple[int, str], str]] = {tab: {} for tab in body["linked"]}
        for tab, row, column, target in body["links"]:
            links[tab][row, column] = target
        changes = tuple(
            kinds[change["is"]](**{k: _typed(v) for k, v in change.items() if k != "is"})
            for change in body["changes"]
        )
        plan = Plan(body["run"], body["book"], body["contract"], changes, links)
        genuine = whole["checksum"] == _checksum(body)
    except (ValueError, KeyError, TypeError, RecursionError):
        genuine = False
    if not genuine:
        raise UsageError(
            "This file is not a plan that sheetsync saved, or it was changed afterwards.",
            not_done="Nothing was written.",
            next_step="Make a new one with “sheetsync plan -o FILE”.",
        )
    return plan


def _plain(value: Any) -> Any:
    """Dates as marked text, everything else as JSON has it."""
    if value.__class__ is str:
        return value
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, datetime):
        return {"datetime": value.isoformat()}
    return {"date": value.isoformat()} if isinstance(value, date) else value


def _typed(value: Any) -> Any:
    if isinstance(value, dict):
        if set(value) == {"datetime"}:
            return datetime.fromisoformat(value["datetime"])
        if set(value) == {"date"}:
            return date.fromisoformat(value["date"])
        return {key: _typed(item) for key, item in value.items()}
    return value


def _checksum(body: Any) -> str:
    return sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
