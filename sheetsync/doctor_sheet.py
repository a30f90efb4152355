"""What ``doctor`` says of a Google Sheet: credentials, sharing, quota, protection. Nothing is changed."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from sheetsync.cells import normal_header
from sheetsync.contract import Contract
from sheetsync.doctor_check import Check
from sheetsync.errors import SheetsyncError
from sheetsync.report import counted

if TYPE_CHECKING:
    from sheetsync.books.google import GoogleBook
    from sheetsync.books.google_reading import SheetReading

_CELLS = 10_000_000
"""Cells that a spreadsheet may have (Google Docs Editors Help, "Files you can store")."""

_NEARLY_FULL = 0.9
_SHOWN = 3


def opened(
    spreadsheet: str, environment: Mapping[str, str]
) -> "tuple[list[Check], GoogleBook | None]":
    """Say whether there are credentials, and whether they open the sheet.

    Returns:
        The checks, and the book if it can be read.
    """
    from sheetsync.books.google import GoogleBook
    from sheetsync.books.google_access import connect

    try:
        book = GoogleBook(connect(environment), spreadsheet)
    except SheetsyncError as error:
        return [Check("Credentials", error.what, error.next_step)], None
    who = book.account or "the credentials of this machine"
    checks = [Check("Credentials", f"sheetsync asks as {who}.")]
    try:
        reading = book.read()
    except SheetsyncError as error:
        return [*checks, Check("Sharing", error.what, error.next_step)], None
    told = f"“{reading.title}” can be read."
    return [*checks, Check("Sharing", told)], book


def surroundings(book: "GoogleBook", contract: Contract) -> Iterator[Check]:
    """Say what stands in the way of writing to a sheet that can be read."""
    try:
        structure = book.standing()
    except SheetsyncError as error:
        yield Check("Protection", error.what, error.next_step)
        return
    yield _writable(book)
    yield _protection(structure, contract, book.account)
    yield _room(structure)
    reading = book.read()
    yield _copy(reading)
    tabs = len(reading.grids)
    yield Check(
        "Quota",
        f"A sync of {counted(tabs, 'tab')} asks 2 to 3 times and writes once for each 2 MB; "
        "Google allows an account 60 reads and 60 writes a minute.",
    )


def _writable(book: "GoogleBook") -> Check:
    try:
        book.try_writing()
    except SheetsyncError as error:
        return Check("Editing", error.what, error.next_step)
    return Check("Editing", "The sheet can be written to.")


def _protection(structure: Mapping[str, Any], contract: Contract, account: str) -> Check:
    """Look for ranges on our tabs that only warn nobody: they would refuse a sync's write."""
    ours = {normal_header(tab.tab) for tab in contract.tabs}
    closed: list[str] = []
    for sheet in structure.get("sheets", ()):
        title = sheet["properties"]["title"]
        if normal_header(title) not in ours:
            continue
        closed += [
            f"{title} ({each.get('description') or 'no description'})"
            for each in sheet.get("protectedRanges", ())
            if not each.get("warningOnly") and not each.get("requestingUserCanEdit")
        ]
    if not closed:
        return Check("Protection", "No protected range keeps the sync from writing.")
    who = account or "the account that sheetsync uses"
    more = f" and {len(closed) - _SHOWN} more" if len(closed) > _SHOWN else ""
    return Check(
        "Protection",
        f"Protected ranges keep the sync from writing: {'; '.join(closed[:_SHOWN])}{more}.",
        f"Open Data → Protect sheets and ranges, and allow {who} to edit, or set them to show "
        "a warning only.",
    )


def _room(structure: Mapping[str, Any]) -> Check:
    sizes = [sheet["properties"].get("gridProperties", {}) for sheet in structure["sheets"]]
    cells = sum(size.get("rowCount", 0) * size.get("columnCount", 0) for size in sizes)
    told = f"The sheet has {cells:,} cells of the {_CELLS:,} that Google allows."
    if cells > _CELLS * _NEARLY_FULL:
        return Check("Room", told, "Delete empty rows and columns at the ends of the tabs.")
    return Check("Room", told)


def _copy(reading: "SheetReading") -> Check:
    if not reading.copy_of:
        return Check("Original", "The sheet is the one that was first synced.")
    return Check(
        "Original",
        "The sheet is a copy of another one that is synced.",
        "If this copy is to be worked on, run “sheetsync sync” on it once with --accept.",
    )
