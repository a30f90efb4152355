"""Read what is written in digits only: "17/02/2026", "19.11.2025", "15 000".

Where the order of day and month cannot be told ("03/09/2025"), nothing is read: such a date
equals only itself.
"""

import re
from collections.abc import Sequence

from sheetsync.evidence.quantity import Quantity
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Kind

_DATE = re.compile(r"(\d{1,2})([./])(\d{1,2})\2((?:19|20)\d\d)")
_YEAR_FIRST = re.compile(r"((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})")
_MONTH = re.compile(r"(\d\d)/((?:19|20)\d\d)")
_MONTHS, _DAYS = range(1, 13), range(1, 32)
_BEFORE = frozenset(
    {Kind.POINT, Kind.PREPOSITION, Kind.ARTICLE, Kind.BE, Kind.HAVE, Kind.LINK, Kind.PERSON}
)
"""What stands in front of a number, and is no name that may end with digits."""

_MONEY = frozenset({"€", "eur", "sek", "nok", "dkk", "pln", "czk", "chf", "usd", "zar", "kr"})


def numeric_date(low: str) -> Quantity | None:
    """Read a date in digits; ``None`` when it is none, or when it may be two dates.

    With full stops the day stands first (DIN 5008), unless no month has that number.
    """
    match = _YEAR_FIRST.fullmatch(low)
    if match is not None:
        return _dated(int(match[1]), int(match[2]), int(match[3]))
    match = _MONTH.fullmatch(low)
    if match is not None and int(match[1]) in _MONTHS:
        return Quantity("date", date=(int(match[2]), int(match[1]), None))
    match = _DATE.fullmatch(low)
    if match is None:
        return None
    one, other, year = int(match[1]), int(match[3]), int(match[4])
    if other in _MONTHS and (match[2] == "." or one not in _MONTHS or one == other):
        return _dated(year, other, one)
    if one in _MONTHS and other not in _MONTHS:
        return _dated(year, one, other)
    return None


def _dated(year: int, month: int, day: int) -> Quantity | None:
    known = month in _MONTHS and day in _DAYS
    return Quantity("date", date=(year, month, day)) if known else None


def thousands_behind(tokens: Sequence[Token], at: int) -> int:
    """Count the further tokens of "15 000" and "1 306", a number with spaces in it.

    "Hall 12 300 vans" is two numbers, so the number must not stand behind a word, unless
    zeros or a currency show that it is one.
    """
    first, stop = tokens[at], at + 1
    if len(first.low) > 3 or not first.low.isdecimal() or first.low.startswith("0"):
        return 0
    while stop < len(tokens) and _group(tokens[stop]) and _spaced(tokens, stop):
        stop += 1
    groups = stop - at - 1
    free = at == 0 or tokens[at - 1].kind in _BEFORE
    money = stop < len(tokens) and tokens[stop].low in _MONEY
    return groups if free or money or tokens[stop - 1].low == "000" else 0


def _group(token: Token) -> bool:
    return token.kind is Kind.NUMBER and len(token.low) == 3 and token.low.isdecimal()


def _spaced(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].start == tokens[at - 1].end + 1
