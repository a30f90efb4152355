"""The demo workbook: invented leads, played day by day as a team would have worked on them.

Each day of ``templates/demo.yaml`` people type something and then a sync runs at
that day, so every status, date and line of the Log is the real thing.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sheetsync import resources
from sheetsync.ai.offline import OfflineDrafter
from sheetsync.book import Book, Position, TabEdit
from sheetsync.books.xlsx import XlsxBook
from sheetsync.books.xlsx_layout import lay_out
from sheetsync.cells import Scalar, to_text
from sheetsync.clock import Clock
from sheetsync.contract import Contract
from sheetsync.errors import BookError, ContractError
from sheetsync.review.agenda import CHANGE, CLOSE, OVERDUE, REVIEW
from sheetsync.review.weeks import week_of
from sheetsync.snapshot import Tab, take
from sheetsync.sync import sync
from sheetsync.workdays import Workdays

FILE = "sheetsync-demo.xlsx"

_DAYS = re.compile(r"([+-]\d+)d|-(\d+)b")
_OWNER = re.compile(r"owner: ([^·]+?)(?: ·|$)")
_MONDAY_TO_FRIDAY = frozenset(range(5))
"""The business days of the story, as its Settings have them."""


@dataclass(frozen=True, slots=True)
class _Almanac:
    """What the story's day counts mean: ``-3d`` in days, ``-3b`` in business days before today.

    Counted in business days a story comes out alike on every day of the year: what was
    sent on ``-6b`` is due again on ``-3b``, whatever weekends and holidays lie between.
    """

    today: date
    workdays: Workdays

    def day(self, count: str) -> date:
        """The date that a count stands for."""
        found = _DAYS.fullmatch(count)
        if found is None:
            raise ContractError(
                f"templates/demo.yaml counts “{count}”, which is no count of days.",
                not_done="No demo was made.",
                next_step="Write it as in -3d (days) or -3b (business days before today).",
            )
        if found[1]:
            return self.today + timedelta(days=int(found[1]))
        day, left = self.today, int(found[2])
        while left:
            day -= timedelta(days=1)
            left -= self.workdays.is_open(day)
        return day

    def row(self, cells: Mapping[str, Scalar]) -> dict[str, Scalar]:
        """A row with its counts turned into dates."""
        return {
            column: self.day(value) if isinstance(value, str) and _DAYS.fullmatch(value) else value
            for column, value in cells.items()
        }


def make(folder: Path, contract: Contract, clock: Clock) -> tuple[Path, bool]:
    """Make the demo workbook in a folder, unless it is there already.

    Args:
        folder: Where to; made if it is missing.
        contract: The tabs.
        clock: "Today" for the demo's relative dates.

    Returns:
        The workbook's path, and whether it was made now.

    Raises:
        BookError: The folder cannot be written.
    """
    path = folder / FILE
    if path.exists():
        return path, False
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BookError(
            f"The folder {folder} cannot be made: {error.strerror or error}.",
            not_done="No demo was made.",
            next_step="Name another folder: sheetsync demo FOLDER.",
        ) from None
    beside = path.with_name(f".{FILE}.new.xlsx")
    beside.unlink(missing_ok=True)
    book = XlsxBook(beside)
    book.create(lay_out(contract, rows=first_rows(clock)))
    try:
        play(book, contract, clock)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
        beside.with_name(f"{beside.stem}.bak.xlsx").unlink(missing_ok=True)
    return path, True


def first_rows(clock: Clock) -> dict[str, list[dict[str, Scalar]]]:
    """What the story's team has filled in before its first day, by tab."""
    start = resources.template_yaml("demo.yaml")["start"]
    almanac = _almanac(start, clock)
    return {tab: [almanac.row(cells) for cells in own] for tab, own in start.items()}


def play(book: Book, contract: Contract, clock: Clock) -> None:
    """Play the story in a book that holds :func:`first_rows`: people type, and each day is synced.

    Raises:
        BookError: The book cannot be read or written.
    """
    story = resources.template_yaml("demo.yaml")
    almanac = _almanac(story["start"], clock)
    changes = iter(story.get("reviews", ()))
    days = [(almanac.day(day["day"]), day) for day in story["days"]]
    for place, (then, day) in enumerate(days):
        _play(book, contract, day, almanac, clock)
        over = place + 1 < len(days) and week_of(days[place + 1][0]) != week_of(then)
        if over:
            _review(book, contract, next(changes, None), Clock(clock.started, today=then))


def _almanac(start: Mapping[str, Any], clock: Clock) -> "_Almanac":
    return _Almanac(
        clock.at(ZoneInfo(_setting(start, "Time zone") or "UTC")).date(),
        Workdays(_MONDAY_TO_FRIDAY, _setting(start, "Holidays country")),
    )


def _setting(start: Mapping[str, Any], name: str) -> str:
    """A value of the story's own Settings, ``""`` if it sets none."""
    rows = start.get("Settings", ())
    return next((str(row["Value"]) for row in rows if row["Setting"] == name), "")


def _play(
    book: Book, contract: Contract, day: Mapping[str, Any], almanac: _Almanac, clock: Clock
) -> None:
    """Let people type what they typed on one day, then sync on that day."""
    reading = book.read()
    tabs = take(reading, contract).tabs
    add, fill = day.get("add", {}), day.get("fill", {})
    edits = [
        _typed(tabs[title], add.get(title, ()), fill.get(title, {}), almanac)
        for title in {**add, **fill}
    ]
    if edits:
        book.write(reading, edits)
    then = almanac.day(day["day"])
    # The last day is the one on which the demo is made: at that very moment, so that the sync
    # that comes after it finds nothing to change.
    moment = clock if then == almanac.today else Clock(clock.started, today=then)
    sync(book, contract, moment, OfflineDrafter())


def _review(book: Book, contract: Contract, change: Mapping[str, Any] | None, clock: Clock) -> None:
    """Let the team hold its review on the last day that it works in a week, and close it.

    Each overdue record stays with its owner, who moves it; the story names the one change.
    """
    if change is None:
        return
    reading = book.read()
    tab = take(reading, contract).tabs[REVIEW]
    cells: dict[Position, Scalar] = {}
    rows = zip(tab.rows, *(tab.values(t) for t in ("Area", "Status", "Numbers")), strict=True)
    for row, area, status, numbers in rows:
        if status != "open":
            continue
        if area == OVERDUE.title:
            owner = _OWNER.search(str(numbers))
            decided = ("change owner", change["Decided by"], owner[1] if owner else "")
        elif area == CHANGE.title:
            decided = (change["Decision"], change["Decided by"], change["Comment"])
        elif area == CLOSE.title:
            decided = ("close", change["Decided by"], "")
        else:
            continue
        titles = ("Decision", "Decided by", "Comment")
        cells |= {
            (row, tab.places[title]): text
            for title, text in zip(titles, decided, strict=True)
            if text
        }
    if cells:
        edits = [TabEdit(tab.grid.title, cells)]
        if "edit" in change:
            edits.append(_edited(take(reading, contract).tabs, change["edit"]))
        book.write(reading, edits)
        sync(book, contract, clock, OfflineDrafter())


def _edited(tabs: Mapping[str, Tab], edit: Mapping[str, Any]) -> TabEdit:
    """The cell in which the team makes its one change."""
    tab = tabs[edit["tab"]]
    row = dict(zip(_names(tab), tab.rows, strict=True))[edit["row"]]
    return TabEdit(tab.grid.title, {(row, tab.places[edit["column"]]): edit["value"]})


def _typed(
    tab: Tab,
    added: Sequence[Mapping[str, Scalar]],
    filled: Mapping[str, Mapping[str, Scalar]],
    almanac: _Almanac,
) -> TabEdit:
    """Rows below the last one, and cells of the rows that the story names."""
    row_of = dict(zip(_names(tab), tab.rows, strict=True)) if filled else {}
    unknown = sorted(filled.keys() - row_of.keys())
    if unknown:
        raise ContractError(
            f"templates/demo.yaml fills {tab.title} for “{unknown[0]}”, which has no row there.",
            not_done="No demo was made.",
            next_step="Correct the story, or delete your own copy of the file.",
        )
    rows = [(row_of[name], cells) for name, cells in filled.items()]
    cells: dict[Position, Scalar] = {
        (row, tab.places[column]): value
        for row, own in [*rows, *enumerate(added, start=tab.next_row)]
        for column, value in almanac.row(own).items()
    }
    return TabEdit(tab.grid.title, cells, model_row=tab.rows[-1] if added and tab.rows else None)


def _names(tab: Tab) -> list[str]:
    """How the story calls a tab's rows: by company, a touch by company and number, as in ``Nord / 2``."""
    column = "Company" if "Company" in tab.places else str(tab.contract.key)
    names = map(to_text, tab.values(column))
    if "Touch" not in tab.places:
        return list(names)
    return [f"{n} / {to_text(t)}" for n, t in zip(names, tab.values("Touch"), strict=True)]
