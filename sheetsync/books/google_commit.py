"""One batch of changes behind the fence, sent until it is known what became of it."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from sheetsync.book import Grid, TabEdit
from sheetsync.books.google_errors import GoogleBusy, GoogleRefused, NoAnswer, no_answer, unsettled
from sheetsync.books.google_fence import fenced, read_fence
from sheetsync.books.google_reading import SheetReading, with_values
from sheetsync.books.google_requests import POST_IMAGE, inserted_rows, post_ranges
from sheetsync.cells import Scalar
from sheetsync.errors import BookError, StaleBook, UnsafeBook

if TYPE_CHECKING:
    from sheetsync.books.google_client import SheetsClient

_SENDS = 4
_FRESH_S = 120.0
"""Seconds after the last look in which so many other writes that the fence forgets its own
generation cannot have happened; later, such as after a laptop's sleep, it is read first."""


class Commits:
    """Sends batches to one spreadsheet, each carried out once or not at all.

    Args:
        client: The way to Google.
        spreadsheet: The id of the spreadsheet.
        name: How messages call it.
        token: Makes a name for a write that no other write ever has.
        wall: The time of day in seconds, which goes on while a laptop sleeps.
    """

    def __init__(
        self,
        client: "SheetsClient",
        spreadsheet: str,
        name: str,
        *,
        token: Callable[[], str] = lambda: uuid4().hex,
        wall: Callable[[], float] = time.time,
    ) -> None:
        self._client, self._id, self._name = client, spreadsheet, name
        self._token, self._wall = token, wall
        self._looked_at = wall()

    def looked(self) -> None:
        """Take note that the spreadsheet has just been looked at."""
        self._looked_at = self._wall()

    def commit(
        self,
        reading: SheetReading,
        requests: Sequence[Mapping[str, Any]],
        edits: Sequence[TabEdit],
    ) -> tuple[dict[str, Any] | None, SheetReading]:
        """Send one batch until it is known whether it was carried out.

        Returns:
            The answer, ``None`` if it was lost though the batch was carried out; and what
            the spreadsheet then holds as far as it is known.
        """
        token = self._token()
        body: dict[str, Any] = {"requests": fenced(requests, reading.fence, token, self._id)}
        ranges = post_ranges(edits, reading)
        if ranges:  # without any, the whole spreadsheet would come back
            body |= {
                "includeSpreadsheetInResponse": True,
                "responseIncludeGridData": True,
                "responseRanges": ranges,
            }
        answer: dict[str, Any] | None = None
        for _ in range(_SENDS):
            if self._wall() - self._looked_at > _FRESH_S and self._carried_out(reading, token):
                break
            try:
                answer = self._client.write(self._id, body, fields=POST_IMAGE)
                break
            except (NoAnswer, GoogleRefused) as trouble:
                if isinstance(trouble, GoogleRefused) and trouble.status != 400:
                    raise
                if self._carried_out(reading, token):
                    break
                if isinstance(trouble, GoogleRefused):
                    raise _why_refused(self._name, trouble) from None
        else:
            raise NoAnswer(
                f"Google did not answer for {self._name}, {_SENDS} times.",
                not_done="Nothing was written, as far as can be seen.",
                next_step="Run the command again in a few minutes.",
            )
        fence = reading.fence.advanced(token, self._id)
        return answer, with_values(
            replace(reading, fence=fence, copy_of=""), _after(reading, edits)
        )

    def _carried_out(self, reading: SheetReading, token: str) -> bool:
        """Find out by the fence whether a batch was carried out.

        Raises:
            StaleBook: Another run was faster; the batch can never be carried out now.
            NoAnswer: It cannot be found out now.
        """
        try:
            answer = self._client.read(self._id, "", params={"fields": "developerMetadata"})
        except GoogleBusy:
            raise no_answer(self._name, "the connection was lost meanwhile") from None
        fence = read_fence(answer.get("developerMetadata", ()))
        if token in fence.tokens.values():
            return True
        if fence.generation != reading.fence.generation:
            raise StaleBook(
                f"Another sync has just written to {self._name}.",
                not_done="This one stepped back: nothing was written.",
                next_step="Run the command again if something is still to be done.",
            )
        return False


def _after(reading: SheetReading, edits: Sequence[TabEdit]) -> dict[str, Grid]:
    """The edited tabs as they now are, if nobody has changed them meanwhile."""
    grids = {grid.title: grid for grid in reading.grids}
    made: dict[str, Grid] = {}
    for edit in edits:
        grid = grids[edit.title]
        columns: list[list[Scalar]] = [list(column) for column in grid.columns]
        height = grid.height
        for first, count in inserted_rows(edit, grid, reading.sheets[edit.title]):
            if first < height:
                height += count
                for column in columns:
                    column[first:first] = [None] * count
        longest = max([height, *(row + 1 for row, _ in edit.cells)])
        width = max([len(columns), *(place + 1 for _, place in edit.cells)])
        columns += [[None] * height for _ in range(width - len(columns))]
        for column in columns:
            column.extend([None] * (longest - height))
        height = longest
        for (row, place), value in edit.cells.items():
            columns[place][row] = value
        links = grid.links if edit.links is None else edit.links
        made[edit.title] = replace(grid, columns=columns, height=height, links=links)
    return made


def _why_refused(name: str, refused: GoogleRefused) -> BookError:
    """Say what a refused batch means; nothing of it was carried out."""
    reason = refused.reason.casefold()
    if "10000000" in reason or "10,000,000" in reason:
        return UnsafeBook(
            f"{name} is full: Google allows 10 million cells in a spreadsheet.",
            not_done="Nothing was written.",
            next_step="Delete empty rows and columns at the ends of the tabs, then sync again.",
        )
    if "protected" in reason:
        return refused
    return unsettled(name, f"Google refused the write ({refused.reason[:120]})")
