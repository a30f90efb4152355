"""The whole server without a network: one call in, one answer out.

Everything is in memory and repeatable: the same seed, clock and calls give the same answers.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from random import Random
from threading import RLock
from typing import Any

from tests.sheets_server import checking, creating, discovery, drive, fields, methods
from tests.sheets_server.call import Call
from tests.sheets_server.counts import Counts, counted
from tests.sheets_server.faults import Answer, Faults
from tests.sheets_server.files import File
from tests.sheets_server.model import Json, Spreadsheet
from tests.sheets_server.people import Between, Person
from tests.sheets_server.quota import Quota
from tests.sheets_server.refusals import Refusal, not_built, not_found
from tests.sheets_server.switches import Switches

ACCOUNT = "robot@example-project.iam.gserviceaccount.com"
KEPT_REVISIONS = 100


class Server:
    """Spreadsheets in memory behind the Sheets v4 and Drive v3 methods.

    Args:
        seed: Start of everything drawn by chance (ids).
        quota: The limits; ``None`` means none.
        switches: What Google leaves open.
        account: Who calls, unless a call says otherwise.
        clock: The time in UTC, with its zone.
    """

    def __init__(
        self,
        *,
        seed: int = 0,
        quota: Quota | None = None,
        switches: Switches | None = None,
        account: str = ACCOUNT,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.random = Random(seed)
        self.quota = quota
        self.switches = switches or Switches()
        self.account = account
        self.clock = clock
        self.faults = Faults(repeats=self.switches.duplicate_delivery_repeats)
        self.between = Between()
        self.files: dict[str, File] = {}
        self.books: dict[str, Spreadsheet] = {}
        self.history: dict[str, list[Spreadsheet]] = {}
        self.trace: list[tuple[str, str, int]] = []
        self._lock = RLock()

    def handle(
        self,
        method: str,
        path: str,
        query: Mapping[str, str | Sequence[str]] | None = None,
        body: Any = None,
        *,
        account: str | None = None,
    ) -> Answer:
        """Answer one call.

        Args:
            method: GET, POST, PUT, PATCH or DELETE.
            path: The path, percent-encoded, without the query.
            query: Parameters by name; several values of one as a sequence.
            body: The decoded JSON, or bytes for an upload; ``None`` for none.
            account: Who calls.

        Returns:
            The status, and the body: JSON, text where a fault spoils it, the bytes of an
            exported file, or ``None``.

        Raises:
            Cut: A planned fault resets the connection.
            NoAnswer: A planned fault lets the client wait in vain.
        """
        given = {
            key: [value] if isinstance(value, str) else list(value)
            for key, value in (query or {}).items()
        }
        with self._lock:
            found = discovery.match(method, path)
            text = f"{method} {found.id if found else ''} {path}"
            self.between.run(text)

            def act() -> Answer:
                return self._answer(method, path, found, given, body, account or self.account)

            status, answer = self.faults.around(text, act)
            self.trace.append((method, path, status))
            return status, answer

    def _answer(
        self,
        verb: str,
        path: str,
        method: discovery.Method | None,
        query: Mapping[str, list[str]],
        body: Any,
        account: str,
    ) -> Answer:
        try:
            if method is None:
                return drive.answer(self, verb, path, query, body, account)
            if self.quota is not None:
                read, seconds = methods.is_read(method.id), self.clock().timestamp()
                self.quota.take(read=read, user=account, seconds=seconds)
            return 200, self._sheets(method, query, body, account)
        except Refusal as refusal:
            return refusal.code, refusal.body()

    def _sheets(
        self, method: discovery.Method, query: Mapping[str, list[str]], body: Any, account: str
    ) -> Any:
        params = checking.query(method, query)
        known: Json = {}
        if method.request is not None:
            inner = method.id.endswith(("values.update", "values.append"))
            known = checking.checked(body or {}, method.request, at="data" if inner else "")
        if method.id == "sheets.spreadsheets.create":
            book = self.create(known, account)
            answer: Any = methods.get(self.call(book, account), method, params, {})
            return methods.masked(answer, method, params)
        action = methods.METHODS.get(method.id)
        if action is None:
            raise not_built(f"the method {method.id}")
        key = method.path["spreadsheetId"]
        self.file(key, account, write=not methods.is_read(method.id) and "copyTo" not in method.id)
        if method.id.endswith("copyTo"):
            key = known.get("destinationSpreadsheetId", "")
            self.file(key, account, write=True)
        if methods.is_read(method.id):
            call = self.call(self.books[key], account)
            call.left_out = _left_out(params)
            return methods.masked(action(call, method, params, known), method, params)
        call = self.call(self.books[key].copy(), account)
        call.left_out = _left_out(params)
        answer = methods.masked(action(call, method, params, known), method, params)
        self.keep(call.book)
        return answer

    def create(self, body: Json, account: str) -> Spreadsheet:
        """Make a spreadsheet and its file.

        Raises:
            Refusal: As :func:`creating.fill`.
        """
        book = creating.empty(creating.new_key(self.random), "")
        call = self.call(book, account, owner=True)
        creating.fill(call, body)
        self.files[book.id] = File.new(book.id, account, self.clock())
        self.keep(book)
        return book

    def call(self, book: Spreadsheet, account: str, *, owner: bool | None = None) -> Call:
        """The surroundings of a request on a spreadsheet."""
        known = self.files.get(book.id)
        owns = known is not None and known.owner == account
        return Call(
            book=book,
            account=account,
            owner=owns if owner is None else owner,
            random=self.random,
            clock=self.clock,
            switches=self.switches,
            fetch=lambda key: self.books[key],
        )

    def keep(self, book: Spreadsheet) -> None:
        """Let a state be the current one; the one before stays in the history."""
        if book.id in self.books:
            book.revision = self.books[book.id].revision + 1
            past = self.history.setdefault(book.id, [])
            past.append(self.books[book.id])
            del past[:-KEPT_REVISIONS]
        self.books[book.id] = book
        self.files[book.id].modified = self.clock()

    def file(self, key: str, account: str, *, write: bool = False) -> File:
        """A file that an account may see, or change.

        Raises:
            Refusal: 404 where there is none, 403 where it is not shared.
        """
        found = self.files.get(key)
        if found is None or (found.trashed and self.switches.trashed_is_gone):
            raise not_found()
        if key not in self.books:
            told = "This operation is not supported for this document"
            raise Refusal(told, status="FAILED_PRECONDITION")
        if not found.allows(account, write=write):
            raise Refusal("The caller does not have permission", code=403)
        return found

    def person(self, key: str, account: str = "") -> Person:
        """Somebody who edits a spreadsheet in the browser; the owner if not named."""
        return Person(self, key, account or self.files[key].owner)

    def counted(self, since: int = 0) -> Counts:
        """The requests answered so far, by class; those from ``trace[since]`` on."""
        return counted(self.trace[since:])

    def rows(self, key: str, title: str) -> list[int]:
        """The oracle: the identities of a tab's physical rows, from the top."""
        sheet = self.books[key].titled(title)
        assert sheet is not None, title
        return [row.id for row in sheet.rows]


_COSTLY = {
    "effectiveFormat": ("rowData", "values"),
    "effectiveValue": ("rowData", "values"),
    "formattedValue": ("rowData", "values"),
    "rowMetadata": (),
    "columnMetadata": (),
}
"""What takes long to work out, and where it stands in grid data."""


def _left_out(params: Mapping[str, Any]) -> frozenset[str]:
    """What the field mask of a request does not ask for."""
    if not params.get("fields"):
        return frozenset()
    mask = fields.parse(params["fields"])
    return frozenset(
        name
        for name, inside in _COSTLY.items()
        if not any(
            fields.names(mask, *above, "sheets", "data", *inside, name)
            for above in ((), ("updatedSpreadsheet",))
        )
    )
