"""What one call works on: the spreadsheet, who calls, and the sources of chance and time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from random import Random
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tests.sheets_server.calculate import Calculator
from tests.sheets_server.formulas import canonical
from tests.sheets_server.locales import Locale, locale
from tests.sheets_server.model import Formula, Json, Sheet, Spreadsheet, Value
from tests.sheets_server.refusals import PROTECTED, Refusal
from tests.sheets_server.switches import Switches


@dataclass(slots=True)
class Call:
    """The surroundings of one request.

    Attributes:
        book: The copy that the request may change; it is kept only if all goes well.
        account: The address of whoever calls.
        owner: Whether the file belongs to that account.
        clock: The moment in UTC, with its zone.
        fetch: Finds another spreadsheet by its id, for copies between files.
        left_out: What the answer shows of no cell, row or column, so that it is not worked out.
    """

    book: Spreadsheet
    account: str
    owner: bool
    random: Random
    clock: Callable[[], datetime]
    switches: Switches
    fetch: Callable[[str], Spreadsheet]
    left_out: frozenset[str] = frozenset()

    @property
    def locale(self) -> Locale:
        """How the spreadsheet writes numbers and dates."""
        return locale(str(self.book.properties.get("locale", "en_US")))

    def now(self) -> datetime:
        """The moment in the spreadsheet's own zone, without a zone."""
        zone = "UTC"
        if self.switches.now_in_own_zone:
            zone = str(self.book.properties.get("timeZone", "Etc/GMT"))
        try:
            return self.clock().astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        except ZoneInfoNotFoundError:
            return self.clock().replace(tzinfo=None)

    def calculator(self) -> Calculator:
        """The values of the spreadsheet as it stands."""
        return Calculator(self.book, self.now)

    def new_id(self, taken: set[int]) -> int:
        """A positive int32 that is not taken, as Google draws them."""
        while True:
            number = self.random.randrange(1, 2**31)
            if number not in taken:
                return number

    def sheet(self, sheet_id: int) -> Sheet:
        """A tab with a grid by its id.

        Raises:
            Refusal: There is none.
        """
        found = self.book.sheet(sheet_id)
        if found is None or found.is_object:
            raise Refusal(f"No grid with id: {sheet_id}")
        return found

    def kept(self, value: Value) -> Value:
        """A value as the spreadsheet keeps it: the references of a formula are tidied."""
        if not isinstance(value, Formula):
            return value

        def spelt(title: str) -> str:
            sheet = self.book.titled(title)
            return title if sheet is None else sheet.title

        return Formula(canonical(value.text, spelt))

    def may_edit(self, protection: Json) -> bool:
        """Whether the caller may write inside a protected range."""
        if self.owner or protection.get("warningOnly"):
            return True
        return self.account in (protection.get("editors") or {}).get("users", [])

    def guard(self, sheet: Sheet, top: int, left: int, bottom: int, right: int) -> None:
        """Refuse a write into cells that are protected against the caller.

        Raises:
            Refusal: As the Sheets service words it.
        """
        for protection in sheet.objects.get("protectedRanges", []):
            if self.may_edit(protection):
                continue
            if not _touches(protection["range"], top, left, bottom, right):
                continue
            free = protection.get("unprotectedRanges", [])
            if not any(_covers(area, top, left, bottom, right) for area in free):
                raise Refusal(PROTECTED)


def _sides(area: Json) -> tuple[int, int, float, float]:
    return (
        area.get("startRowIndex", 0),
        area.get("startColumnIndex", 0),
        area.get("endRowIndex", float("inf")),
        area.get("endColumnIndex", float("inf")),
    )


def _touches(area: Json, top: int, left: int, bottom: int, right: int) -> bool:
    a, b, c, d = _sides(area)
    return a < bottom and top < c and b < right and left < d


def _covers(area: Json, top: int, left: int, bottom: int, right: int) -> bool:
    a, b, c, d = _sides(area)
    return a <= top and b <= left and bottom <= c and right <= d
