"""People who edit the spreadsheet in the browser while a program works on it.

A person's edit goes through the same engine as a request but past quota, faults and the
account's limits. ``Between`` runs edits between any two requests.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.sheets_server import a1, batch, values
from tests.sheets_server.call import Call
from tests.sheets_server.model import Json, Sheet, Spreadsheet
from tests.sheets_server.moving import moved
from tests.sheets_server.requests_sorting import sort

if TYPE_CHECKING:
    from tests.sheets_server.server import Server

Edit = Callable[[], object]


@dataclass(slots=True)
class Between:
    """Edits that wait for their moment."""

    count: int = 0
    _waiting: list[tuple[str, int, Edit]] = field(default_factory=list)

    def before(self, edit: Edit, *, matching: str = "", skip: int = 0) -> None:
        """Run an edit just before a request.

        Args:
            edit: What a person does.
            matching: Part of the method's id or path of that request; empty for any.
            skip: Matching requests that pass first.
        """
        self._waiting.append((matching, skip, edit))

    def run(self, text: str) -> None:
        """Run what is due before the request that ``text`` names."""
        self.count += 1
        due, still = [], []
        for matching, skip, edit in self._waiting:
            if matching not in text:
                still.append((matching, skip, edit))
            elif skip:
                still.append((matching, skip - 1, edit))
            else:
                due.append(edit)
        self._waiting = still
        for edit in due:
            edit()


@dataclass(slots=True)
class Person:
    """Somebody with the spreadsheet open; rows and columns are counted from zero."""

    server: "Server"
    key: str
    account: str

    def _edit(self, change: Callable[[Call], object]) -> None:
        call = self.server.call(self.server.books[self.key].copy(), self.account, owner=True)
        change(call)
        self.server.keep(call.book)

    def _sheet(self, call: Call, title: str) -> Sheet:
        found = call.book.titled(title)
        assert found is not None, f"no tab is called {title}"
        return found

    def request(self, kind: str, body: Json) -> None:
        """Anything that a kind of batchUpdate request does."""
        self._edit(lambda call: batch.HANDLERS[kind](call, body))

    def _tab(self, title: str) -> Sheet:
        sheet = self.server.books[self.key].titled(title)
        assert sheet is not None, f"no tab is called {title}"
        return sheet

    def _on(self, title: str) -> int:
        return self._tab(title).id

    def type(self, title: str, row: int, column: int, text: Any) -> None:
        """Type into a cell; ``""`` clears it."""
        self._edit(
            lambda call: values.put(
                call, self._sheet(call, title), row, column, text, "USER_ENTERED"
            )
        )

    def paste(self, title: str, row: int, column: int, block: list[list[Any]]) -> None:
        """Paste a block of values over what stands there."""

        def change(call: Call) -> None:
            for r, line in enumerate(block, start=row):
                for c, value in enumerate(line, start=column):
                    values.put(call, self._sheet(call, title), r, c, value, "USER_ENTERED")

        self._edit(change)

    def _span(self, title: str, dimension: str, start: int, count: int) -> Json:
        return {
            "sheetId": self._on(title),
            "dimension": dimension,
            "startIndex": start,
            "endIndex": start + count,
        }

    def _insert(self, title: str, dimension: str, before: int, count: int) -> None:
        span = self._span(title, dimension, before, count)
        last = before == len(self._tab(title).lines(dimension))
        self.request("insertDimension", {"range": span, "inheritFromBefore": last})

    def insert_rows(self, title: str, before: int, count: int = 1) -> None:
        """Insert rows above a row, or below the last one."""
        self._insert(title, "ROWS", before, count)

    def delete_rows(self, title: str, first: int, count: int = 1) -> None:
        """Delete rows."""
        self.request("deleteDimension", {"range": self._span(title, "ROWS", first, count)})

    def drag_rows(self, title: str, first: int, count: int, to: int) -> None:
        """Drag rows to before another one."""
        source = self._span(title, "ROWS", first, count)
        self.request("moveDimension", {"source": source, "destinationIndex": to})

    def insert_columns(self, title: str, before: int, count: int = 1) -> None:
        """Insert columns left of a column, or right of the last one."""
        self._insert(title, "COLUMNS", before, count)

    def delete_columns(self, title: str, first: int, count: int = 1) -> None:
        """Delete columns."""
        self.request("deleteDimension", {"range": self._span(title, "COLUMNS", first, count)})

    def drag_columns(self, title: str, first: int, count: int, to: int) -> None:
        """Drag columns to before another one."""
        source = self._span(title, "COLUMNS", first, count)
        self.request("moveDimension", {"source": source, "destinationIndex": to})

    def hide_columns(self, title: str, first: int, count: int = 1) -> None:
        """Hide columns."""
        body = {"range": self._span(title, "COLUMNS", first, count), "fields": "hiddenByUser"}
        self.request("updateDimensionProperties", {**body, "properties": {"hiddenByUser": True}})

    def sort(
        self,
        title: str,
        column: int,
        *,
        first: int = 1,
        descending: bool = False,
        visible: bool = False,
    ) -> None:
        """Sort all rows from ``first`` on; ``visible`` sorts through the filter."""

        def change(call: Call) -> None:
            sheet = self._sheet(call, title)
            area = a1.Area(sheet, first, 0, len(sheet.rows), len(sheet.columns))
            order = "DESCENDING" if descending else "ASCENDING"
            sort(call, area, [{"dimensionIndex": column, "sortOrder": order}], only_visible=visible)

        self._edit(change)

    def cut_rows(self, title: str, first: int, count: int, to: int) -> None:
        """Cut whole rows and paste them over others."""

        def change(call: Call) -> None:
            sheet = self._sheet(call, title)
            wide = len(sheet.columns)
            source = a1.Area(sheet, first, 0, first + count, wide)
            moved(call, source, a1.Area(sheet, to, 0, to + count, wide))

        self._edit(change)

    def rename_tab(self, title: str, new: str) -> None:
        """Give a tab another title."""
        body = {"properties": {"sheetId": self._on(title), "title": new}, "fields": "title"}
        self.request("updateSheetProperties", body)

    def duplicate_tab(self, title: str) -> None:
        """Duplicate a tab."""
        self.request("duplicateSheet", {"sourceSheetId": self._on(title)})

    def delete_tab(self, title: str) -> None:
        """Delete a tab."""
        self.request("deleteSheet", {"sheetId": self._on(title)})

    def protect(self, title: str, area: str = "", *, editors: tuple[str, ...] = ()) -> None:
        """Protect a tab, or a range of it, so that only this person and ``editors`` may edit."""
        name = a1.quoted(title) + (f"!{area}" if area else "")
        found = a1.parse(self.server.books[self.key], name).json()
        body = {"range": found, "editors": {"users": list(editors)}}
        self.request("addProtectedRange", {"protectedRange": body})

    def share(self, account: str, role: str = "writer") -> None:
        """Let another account see or edit the file."""
        file = self.server.files[self.key]
        file.permissions[account] = {
            "kind": "drive#permission",
            "id": account,
            "type": "user",
            "role": role,
            "emailAddress": account,
        }

    def unshare(self, account: str) -> None:
        """Take an account's access away."""
        file = self.server.files[self.key]
        for key, one in list(file.permissions.items()):
            if one.get("emailAddress") == account:
                del file.permissions[key]

    def bin(self) -> None:
        """Put the file into the bin."""
        self.server.files[self.key].trashed = True

    def undo(self) -> None:
        """Take the last change back, whoever made it."""
        self.restore(-1)

    def restore(self, version: int) -> None:
        """Go back to an earlier state; -1 is the one before the last change."""
        old: Spreadsheet = self.server.history[self.key][version].copy()
        old.next_line = max(old.next_line, self.server.books[self.key].next_line)
        self.server.keep(old)
