"""The demo workbook: invented leads, played day by day as a team would have worked on them.

Each day of ``templates/demo.yaml`` people type something and then a sync runs at
that day, so every status, date and line of the Log is the real thing.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sheetsync import resources
from sheetsync.ai.offline import OfflineDrafter
from sheetsync.book import Position, TabEdit
from sheetsync.books.xlsx import XlsxBook
from sheetsync.books.xlsx_layout import lay_out
from sheetsync.cells import Scalar
from sheetsync.clock import Clock
from sheetsync.contract import Contract
from sheetsync.errors import BookError, ContractError
from sheetsync.snapshot import Snapshot, take
from sheetsync.sync import sync

FILE = "sheetsync-demo.xlsx"

_DAYS = re.compile(r"([+-]\d+)d")


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
    story = resources.template_yaml("demo.yaml")
    today = clock.at(_zone(story["start"])).date()
    beside = path.with_name(f".{FILE}.new.xlsx")
    beside.unlink(missing_ok=True)
    book = XlsxBook(beside)
    book.create(lay_out(contract, rows=_dated(story["start"], today)))
    try:
        for day in story["days"]:
            _play(book, contract, day, today)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
        beside.with_name(f"{beside.stem}.bak.xlsx").unlink(missing_ok=True)
    return path, True


def _zone(start: Mapping[str, Any]) -> ZoneInfo:
    """The time zone of the story's own Settings, in which its days are counted."""
    rows = start.get("Settings", ())
    named = [row.get("Value") for row in rows if row.get("Setting") == "Time zone"]
    return ZoneInfo(str(named[0])) if named and named[0] else ZoneInfo("UTC")


def _play(book: XlsxBook, contract: Contract, day: Mapping[str, Any], today: date) -> None:
    """Let people type what they typed on one day, then sync on that day."""
    reading = book.read()
    snapshot = take(reading, contract)
    edits = [
        *(
            _added(snapshot, tab, _dated({tab: rows}, today)[tab])
            for tab, rows in day.get("add", {}).items()
        ),
        *(_filled(snapshot, tab, rows, today) for tab, rows in day.get("fill", {}).items()),
    ]
    if edits:
        book.write(reading, edits)
    then = Clock.system(today=today + timedelta(days=day["day"]))
    sync(book, contract, then, OfflineDrafter())


def _added(snapshot: Snapshot, title: str, rows: list[dict[str, Scalar]]) -> TabEdit:
    tab = snapshot.tabs[title]
    cells: dict[Position, Scalar] = {
        (tab.next_row + place, tab.places[column]): value
        for place, row in enumerate(rows)
        for column, value in row.items()
    }
    return TabEdit(tab.grid.title, cells, model_row=tab.rows[-1] if tab.rows else None)


def _filled(snapshot: Snapshot, title: str, rows: Mapping[str, Any], today: date) -> TabEdit:
    """Fill cells of the rows that name a company."""
    tab = snapshot.tabs[title]
    row_of = dict(zip(tab.values("Company"), tab.rows, strict=True))
    cells: dict[Position, Scalar] = {}
    for company, values in rows.items():
        if company not in row_of:
            raise ContractError(
                f"templates/demo.yaml fills {title} for “{company}”, which has no row there.",
                not_done="No demo was made.",
                next_step="Correct the story, or delete your own copy of the file.",
            )
        for column, value in _dated({title: [values]}, today)[title][0].items():
            cells[row_of[company], tab.places[column]] = value
    return TabEdit(tab.grid.title, cells)


def _dated(tabs: Mapping[str, Any], today: date) -> dict[str, list[dict[str, Scalar]]]:
    """Turn day counts such as ``+3d`` into dates."""
    return {
        tab: [{column: _day(value, today) for column, value in row.items()} for row in rows]
        for tab, rows in tabs.items()
    }


def _day(value: Scalar, today: date) -> Scalar:
    found = _DAYS.fullmatch(value) if isinstance(value, str) else None
    return today + timedelta(days=int(found[1])) if found else value
