"""Invented workbooks of a team at work, in the state that a sync leaves behind.

Nothing is faked that the sync can make itself: people's cells are typed in as a team
would, block by block, and the real sync runs after each, until it has nothing more to
write. Everything follows from the number of leads and a seed.
"""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

from benchmarks import people
from benchmarks.people import TODAY
from benchmarks.staged import StagedBook
from sheetsync.ai.offline import OfflineDrafter
from sheetsync.book import Book, Position, TabEdit
from sheetsync.books.xlsx import XlsxBook
from sheetsync.books.xlsx_layout import lay_out
from sheetsync.cells import Scalar
from sheetsync.clock import Clock
from sheetsync.contract import Contract, load
from sheetsync.snapshot import Snapshot, Tab, take
from sheetsync.sync import look, sync

CACHE = Path(__file__).parent / ".cache"
SEED = 7
ROUNDS = 6
"""Most syncs that a book may need before one has nothing to write."""


def book(leads: int, *, cache: Path = CACHE, seed: int = SEED) -> Path:
    """Give the workbook of a team with this many leads, made once and then kept.

    Returns:
        Its path. Do not change the file: measure on copies.
    """
    contract = load()
    path = cache / f"team-{leads}-{seed}-{_made_by(contract)}.xlsx"
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f"making-{path.name}")
        beside.unlink(missing_ok=True)
        _make(XlsxBook(beside), contract, leads, random.Random(seed))
        beside.replace(path)
    else:  # the sync may have learnt something since the book was made
        _settle(XlsxBook(path), contract)
    path.with_name(f"{path.stem}.bak.xlsx").unlink(missing_ok=True)
    path.with_name(f"making-{path.stem}.bak.xlsx").unlink(missing_ok=True)
    return path


def fresh(leads: int, *, cache: Path = CACHE, seed: int = SEED) -> Path:
    """Give a workbook as an import leaves it: a full Research, every other block empty."""
    contract = load()
    path = cache / f"fresh-{leads}-{seed}-{_made_by(contract)}.xlsx"
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        _begin(XlsxBook(path), contract, leads, random.Random(seed))
        path.with_name(f"{path.stem}.bak.xlsx").unlink(missing_ok=True)
    return path


def people_edit(path: Path, *, share: float = 0.01, seed: int = SEED) -> int:
    """Let people change one cell on each of some rows, spread over the five blocks.

    Returns:
        How many rows were edited.
    """
    target, rng = XlsxBook(path), random.Random(seed + 1)
    reading = target.read()
    snapshot = take(reading, load())
    count = len(snapshot.tabs["Research"].rows)
    chosen = rng.sample(range(1, count), max(1, round(count * share)))
    cells: dict[str, dict[Position, Scalar]] = {}
    signals = dict(_by_id(snapshot.tabs["Research"], "Relevance signal"))
    for place, index in enumerate(chosen):
        title, column, text = people.EDITS[place % len(people.EDITS)]
        tab = snapshot.tabs[title]
        value = text(rng)
        if column == "Evidence note":
            value += f": {signals[str(tab.values('Lead ID')[index])]}"
        cells.setdefault(title, {})[tab.rows[index], tab.places[column]] = value
    target.write(reading, [TabEdit(snapshot.tabs[t].grid.title, own) for t, own in cells.items()])
    path.with_name(f"{path.stem}.bak.xlsx").unlink(missing_ok=True)
    return len(chosen)


def _made_by(contract: Contract) -> str:
    """Name what a book is made from: the code here and the contract."""
    sources = (Path(__file__), Path(people.__file__))
    parts = [*(path.read_bytes() for path in sources), contract.version.encode()]
    return sha256(b"".join(parts)).hexdigest()[:8]


def _begin(target: XlsxBook, contract: Contract, leads: int, rng: random.Random) -> None:
    """Lay out the tabs and type in the team's own lists and Research."""
    approved = TODAY - timedelta(days=60)
    does_not_apply = "does not apply: nothing is sent from here"
    stops = (does_not_apply, does_not_apply, "a reply", "a reply or a bounce", does_not_apply)
    rows: dict[str, list[dict[str, Scalar]]] = {
        "Start here": [
            {
                "Block": block.tab,
                "Current owner": people.OWNERS[place % len(people.OWNERS)],
                "Current output": block.block.output if block.block else "",
                "Missing rule": "none",
                "Stop rule": stop,
            }
            for place, (block, stop) in enumerate(zip(contract.blocks, stops, strict=True))
        ],
        "Segments": [
            {"Segment": name, "Who it covers": name, "Approved by": "Cleo", "Approved on": approved}
            for name in people.SEGMENTS
        ],
        "Our claims": [{"Claim": "We plan docks for 40 sites in Europe", "Approved by": "Cleo"}],
        "Do not contact": [
            {"Address or domain": "rival.example", "Reason": "competitor", "Added by": "Ana"}
        ],
    }
    target.create(lay_out(contract, rows=rows))
    _type(target, contract, "Research", (people.lead(number, rng) for number in range(leads)))


def _make(target: XlsxBook, contract: Contract, leads: int, rng: random.Random) -> None:
    """Play the team's work, block by block."""
    _begin(target, contract, leads, rng)
    book = StagedBook(target)
    _sync(book, contract, days_ago=14)
    stages: Sequence[tuple[int, Mapping[str, _Typed]]] = (
        (12, {"Qualification": people.decision}),
        (11, {"Outreach": people.message}),
        (10, {"Outreach": people.sent}),
        (6, {"Follow-up": people.touch, "CRM": people.record}),
    )
    for days_ago, blocks in stages:
        for title, typed in blocks.items():
            _fill(book, contract, title, typed, rng)
        _sync(book, contract, days_ago=days_ago)
    _spoil(book, contract, rng)
    _settle(book, contract)
    book.save()
    _settle(target, contract)


def _sync(target: Book, contract: Contract, *, days_ago: int) -> int:
    clock = Clock.system(today=TODAY - timedelta(days=days_ago))
    _, receipt = sync(target, contract, clock, OfflineDrafter())
    return receipt.cells_written + receipt.rows_appended


def _settle(target: Book, contract: Contract) -> None:
    for _ in range(ROUNDS):
        if not _sync(target, contract, days_ago=0):
            return
    left = look(target, contract, Clock.system(today=TODAY), OfflineDrafter()).plan.changes[:3]
    raise RuntimeError(f"{target.name} does not come to rest; the sync still writes {left}")


def _type(
    target: XlsxBook, contract: Contract, title: str, rows: Iterator[Mapping[str, Scalar]]
) -> None:
    """Add rows to a tab."""
    reading = target.read()
    tab = take(reading, contract).tabs[title]
    cells: dict[Position, Scalar] = {
        (tab.next_row + place, tab.places[column]): value
        for place, row in enumerate(rows)
        for column, value in row.items()
    }
    target.write(reading, [TabEdit(tab.grid.title, cells)])


_Typed = Callable[[Mapping[str, Scalar], random.Random], dict[str, Scalar]]
"""From a lead's Research row to what a person types about it into one block."""


def _fill(target: Book, contract: Contract, title: str, typed: _Typed, rng: random.Random) -> None:
    """Type people's cells on every lead's row of a block; the sync has made the rows."""
    reading = target.read()
    snapshot = take(reading, contract)
    tab = snapshot.tabs[title]
    rows = dict(zip(tab.values("Lead ID"), tab.rows, strict=True))
    cells: dict[Position, Scalar] = {}
    for lead in _leads(snapshot):
        for column, value in typed(lead, rng).items():
            if value is not None:
                cells[rows[lead["Lead ID"]], tab.places[column]] = value
    target.write(reading, [TabEdit(tab.grid.title, cells)])


def _leads(snapshot: Snapshot) -> Iterator[dict[str, Scalar]]:
    tab = snapshot.tabs["Research"]
    columns = {title: tab.values(title) for title in tab.contract.by_title}
    for index in range(len(tab.rows)):
        yield {title: values[index] for title, values in columns.items()}


def _by_id(tab: Tab, title: str) -> Iterator[tuple[str, str]]:
    for lead_id, value in zip(tab.values("Lead ID"), tab.values(title), strict=True):
        yield str(lead_id), str(value or "")


def _spoil(target: Book, contract: Contract, rng: random.Random) -> None:
    """Put a slip of the pen on about one row in two hundred, and at least one on each of three tabs."""
    slips: Sequence[tuple[str, str, Scalar]] = (
        ("Research", "Estimated value", "ask Dana"),
        ("CRM", "Next action on", "soon"),
        ("Follow-up", "Reply decision", "maybe"),
    )
    reading = target.read()
    snapshot = take(reading, contract)
    edits: list[TabEdit] = []
    for title, column, value in slips:
        tab = snapshot.tabs[title]
        chosen = rng.sample(list(tab.rows), max(1, len(tab.rows) // 600))
        cells: dict[Position, Scalar] = {(row, tab.places[column]): value for row in chosen}
        edits.append(TabEdit(tab.grid.title, cells))
    target.write(reading, edits)
