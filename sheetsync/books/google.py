"""The Google Sheets Book: reads a spreadsheet in two requests, writes behind a fence.

People type while a run is going. A write therefore claims the next generation, goes out
as one atomic batch, and is looked at in the same answer: if a row or a column moved in
that very moment, what went astray is put right at once (``google_landing``).
"""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from sheetsync.book import Reading, TabEdit, Written
from sheetsync.books.google_address import address
from sheetsync.books.google_commit import Commits
from sheetsync.books.google_errors import GoogleRefused, unsettled
from sheetsync.books.google_fence import nothing
from sheetsync.books.google_landing import Repair, repair_of, went_astray
from sheetsync.books.google_look import looked_at
from sheetsync.books.google_reading import (
    STRUCTURE,
    SheetReading,
    grid_titles,
    quoted,
    reading_of,
    with_values,
)
from sheetsync.books.google_requests import (
    VALUE,
    requests_of,
)
from sheetsync.cells import to_serial
from sheetsync.errors import BookError, StaleBook

if TYPE_CHECKING:
    from sheetsync.books.google_client import SheetsClient

FLUSH = 2_000_000
"""Bytes of one write; Google recommends at most 2 MB (Google Sheets API, usage limits)."""

_RENDER = {
    "majorDimension": "COLUMNS",
    "valueRenderOption": "UNFORMATTED_VALUE",
    "dateTimeRenderOption": "SERIAL_NUMBER",
}
_READS = 3
_REPAIRS = 3


class GoogleBook:
    """A Google Sheet as a :class:`sheetsync.book.Book`.

    Args:
        client: The way to Google.
        spreadsheet: The id of the spreadsheet.
        token: Makes a name for a write that no other write ever has.
        wall: The time of day in seconds, which goes on while a laptop sleeps.
    """

    def __init__(
        self,
        client: "SheetsClient",
        spreadsheet: str,
        *,
        token: Callable[[], str] = lambda: uuid4().hex,
        wall: Callable[[], float] = time.time,
    ) -> None:
        self._client = client
        self._id = spreadsheet
        self._commits = Commits(client, spreadsheet, self.name, token=token, wall=wall)

    @property
    def name(self) -> str:
        """The address under which people open it."""
        return address(self._id)

    @property
    def identity(self) -> str:
        """The same address."""
        return address(self._id)

    @property
    def account(self) -> str:
        """The address to share the sheet with; ``""`` if it is not known."""
        return self._client.account

    @property
    def flush(self) -> int:
        """Bytes of one write."""
        return FLUSH

    def fetch(self) -> "SheetContent":
        """Ask for the structure, then for all values: two requests.

        Raises:
            BookError: The spreadsheet cannot be reached, or its tabs are being renamed.
        """
        for _ in range(_READS):
            structure = self._client.read(self._id, "", params={"fields": STRUCTURE})
            titles = grid_titles(structure)
            if not titles:
                return SheetContent(reading_of(self.name, self._id, structure, {}))
            ranges = [quoted(title) for title in titles]
            try:
                values = self._client.read(
                    self._id, "/values:batchGet", params={"ranges": ranges, **_RENDER}
                )
            except GoogleRefused as refused:
                if refused.status != 400:
                    raise
                continue  # a tab was renamed or deleted between the two requests
            return SheetContent(reading_of(self.name, self._id, structure, values))
        raise unsettled(self.name, "its tabs were renamed each time it was read")

    def read(self) -> SheetReading:
        """Read every tab.

        Raises:
            BookError: As for :meth:`fetch`.
        """
        return self.fetch().read()

    def standing(self) -> dict[str, Any]:
        """The tabs with their sizes and protected ranges, without any cell.

        Raises:
            BookError: As for :meth:`fetch`.
        """
        fields = (
            "sheets(properties(sheetId,title,gridProperties(rowCount,columnCount)),"
            "protectedRanges(description,warningOnly,requestingUserCanEdit))"
        )
        return self._client.read(self._id, "", params={"fields": fields})

    def try_writing(self) -> None:
        """Make sure that the sheet may be edited, by a request that finds nothing to delete.

        Raises:
            BookError: It may not be edited.
        """
        self._client.write(self._id, {"requests": nothing()})

    def latest(self, reading: Reading) -> Reading:
        """Look at all values once more, in one request.

        The tabs are asked for by their ids, so that one that was renamed cannot be taken
        for another.

        Raises:
            StaleBook: A tab is gone, or has another title.
            BookError: As for :meth:`read`.
        """
        assert isinstance(reading, SheetReading)
        ids = {sheet.id: title for title, sheet in reading.sheets.items()}
        if not ids:
            return reading
        body = {"dataFilters": [{"gridRange": {"sheetId": each}} for each in ids], **_RENDER}
        try:
            answer = self._client.read(self._id, "/values:batchGetByDataFilter", body=body)
        except GoogleRefused as refused:
            if refused.status != 400:
                raise
            raise unsettled(self.name, "a tab was deleted") from None
        self._commits.looked()
        return looked_at(reading, answer, ids, self.name)

    def write(self, reading: Reading, edits: Sequence[TabEdit]) -> Written:
        """Write all edits or none, behind the fence, and make sure where they came.

        Raises:
            StaleBook: Another run has written meanwhile; nothing of this one was.
            BookError: Google refuses, or it cannot be known whether it was carried out.
        """
        assert isinstance(reading, SheetReading)
        heights = {grid.title: grid.height for grid in reading.grids}
        wanted = [
            _plain(each, heights[each.title])
            for each in edits
            if each.cells or each.links is not None or each.shown
        ]
        if not wanted:
            return Written(reading.digest, reading=reading)
        answer, after = self._commits.commit(reading, requests_of(wanted, reading), wanted)
        planned, fence, repaired = after, after.fence, 0
        for _ in range(_REPAIRS):
            if answer is not None:
                wanted = went_astray(wanted, reading, answer.get("updatedSpreadsheet", {}))
                if not wanted:
                    break
            now = self.read()
            if now.fence.generation != fence.generation:
                raise self._left_astray()
            repair = repair_of(wanted, reading, now)
            if not repair.cells:
                break
            repaired += repair.cells
            reading, wanted = now, list(repair.edits)
            try:
                answer, after = self._commits.commit(now, _repairing(repair, now), wanted)
            except StaleBook:
                raise self._left_astray() from None
            fence = after.fence
        else:
            raise self._left_astray()
        # What is written next is planned on this picture; where rows have moved meanwhile is
        # seen by the look before it.
        known = with_values(replace(planned, fence=fence), {})
        return Written(known.digest, repaired, known)

    def _left_astray(self) -> BookError:
        return BookError(
            f"{self.name} was written while its rows were being moved, and somebody was faster "
            "than the correction.",
            not_done="Some computed cells may stand in another row than their own.",
            next_step="Wait until nobody sorts the sheet, run “sheetsync sync” again, and look "
            "at the first lines of To do.",
        )

    def extend(self, reading: SheetReading, requests: Sequence[Mapping[str, Any]]) -> None:
        """Add tabs and columns, all of them or none.

        Args:
            reading: What they were planned on.
            requests: What adds them, see :mod:`sheetsync.books.google_layout`.

        Raises:
            StaleBook: As for :meth:`write`.
            BookError: As for :meth:`write`.
        """
        self._commits.commit(reading, requests, ())

    def restore(self, reading: Reading, digest: str) -> bool:  # noqa: ARG002 - of the protocol
        """No copy of a Google Sheet is kept: its own version history has them."""
        return False


@dataclass(frozen=True, slots=True)
class SheetContent:
    """A spreadsheet as it was at one moment, as :class:`sheetsync.book.Fetched`."""

    reading: SheetReading

    @property
    def digest(self) -> str:
        """The digest of the reading."""
        return self.reading.digest

    def read(self) -> SheetReading:
        """Every tab."""
        return self.reading


def _plain(edit: TabEdit, height: int) -> TabEdit:
    """The same edit in values as Google gives them back: a date is its day number.

    Args:
        edit: The edit.
        height: Rows of the tab; what lies below them is new.
    """
    new = frozenset(row for row, _ in edit.cells if row >= height)
    cells = {
        at: to_serial(value) if isinstance(value, date) else None if value == "" else value
        for at, value in edit.cells.items()
    }
    return replace(edit, cells=cells, added=edit.added | new)


def _repairing(repair: Repair, now: SheetReading) -> list[dict[str, Any]]:
    """The repair's cells as values, and a person's formulas as they were."""
    requests = requests_of(repair.edits, now)
    for title, formulas in repair.formulas.items():
        for (row, column), formula in formulas.items():
            start = {"sheetId": now.sheets[title].id, "rowIndex": row, "columnIndex": column}
            cell = {VALUE: {"formulaValue": formula}}
            update = {"start": start, "rows": [{"values": [cell]}], "fields": VALUE}
            requests.append({"updateCells": update})
    return requests
