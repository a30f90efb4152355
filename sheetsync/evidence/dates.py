"""Read dates around the name of a month: "4 February 2025", "Feb 4, 2025", "in May".

"May", "march" and "sun" are also words, so a month is read only where it stands
like one.
"""

from collections.abc import Sequence

from sheetsync.evidence.numerals import Reading, digits_at
from sheetsync.evidence.quantity import Bound, Quantity
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind

MONTHS = {
    name[:size]: number
    for number, name in enumerate(
        "january february march april may june july august september october november "
        "december".split(),
        start=1,
    )
    for size in (3, len(name))
} | {"sept": 9}
_MONTH_LEADS = frozenset(
    "in since by until till last this next of from to early late mid during for before after every".split()
)


def month_at(tokens: Sequence[Token], at: int, found: list[Token]) -> Reading:
    """Read a month's name where it is one: "may", "march" and "sun" are also words."""
    token = tokens[at]
    size = 1
    if at + 1 < len(tokens) and tokens[at + 1].low == "." and len(token.low) <= 4:
        size = 2
    near_day = bool(found) and _day(found[-1].quantity) is not None
    after = tokens[at + size] if at + size < len(tokens) else None
    near_number = after is not None and after.kind is Kind.NUMBER
    short_year = after is not None and after.low == "'"
    ranged = len(found) > 1 and found[-1].low == "-" and _is_date(found[-2])
    if size == 1 and token.low in _FIRST_NAMES and _is_name(tokens, at):
        return size, None
    if token.capital and (short_year or ranged or _to_month(tokens, at + size)):
        return size, Quantity("date", date=(None, MONTHS[token.low], None))
    led = at > 0 and tokens[at - 1].low in _MONTH_LEADS
    short = size > 1 and token.capital
    if not (short or (token.capital and (led or near_number or near_day))):
        doubtful = token.low in {"may", "march", "mar", "dec", "jan", "sep", "nov", "oct"}
        if doubtful and not (
            near_day or (near_number and after is not None and len(after.low) == 4)
        ):
            return size, None
        if len(token.low) <= 3 and token.low != "may" and not (near_day or near_number):
            return size, None
    return size, Quantity("date", date=(None, MONTHS[token.low], None))


_FIRST_NAMES = frozenset({"jan", "may", "june", "april", "august"})
_TALKED_TO = frozenset("speak speaks spoke talk talked write wrote reach thanks".split())


def _is_name(tokens: Sequence[Token], at: int) -> bool:
    """Find the "Jan" of "speak to Jan Petty" and "run by Jan Petty", who is no month."""
    name = tokens[at + 1] if at + 1 < len(tokens) else None
    if name is None or at < 2 or not tokens[at].capital:
        return False
    if not name.capital or name.kind is not Kind.WORD or name.low in MONTHS:
        return False
    led, verb = tokens[at - 1].low, tokens[at - 2]
    done = verb.form is Form.PAST and verb.kind is Kind.WORD
    return (led == "to" and verb.low in _TALKED_TO) or (led == "by" and done)


def _is_date(token: Token) -> bool:
    return token.quantity is not None and token.quantity.sort == "date"


def _to_month(tokens: Sequence[Token], at: int) -> bool:
    """Find the "-Jun" of "Jan-Jun 2026"."""
    return at + 1 < len(tokens) and tokens[at].low == "-" and tokens[at + 1].low in MONTHS


def _day(quantity: Quantity | None) -> int | None:
    if quantity is None or quantity.value is None or quantity.sort not in {"card", "ord"}:
        return None
    day = quantity.value
    return int(day) if 1 <= day <= 31 and day % 1 == 0 and quantity.bound is Bound.EXACT else None


def with_date(
    tokens: Sequence[Token], at: int, size: int, quantity: Quantity, found: list[Token]
) -> tuple[Quantity, int, int]:
    """Join day, month and year around a month's name."""
    start, end = tokens[at].start, at + size
    if quantity.sort != "date" or quantity.date[0] is not None:
        return quantity, start, end
    month = quantity.date[1]
    day = None
    if found and (day := _day(found[-1].quantity)) is not None:
        start = found.pop().start
    elif (
        len(found) > 1
        and found[-1].low in {"of", "the"}
        and (day := _day(found[-2].quantity)) is not None
    ):
        found.pop()
        start = found.pop().start
    if day is None and end < len(tokens) and tokens[end].kind is Kind.NUMBER:
        _, ahead = digits_at(tokens, end)
        if (day := _day(ahead)) is not None:
            end += 1
    year, end = _year_behind(tokens, end)
    return Quantity("date", date=(year, month, day)), start, end


def _year_behind(tokens: Sequence[Token], end: int) -> tuple[int | None, int]:
    ahead = end
    short = tokens[end + 1] if end + 1 < len(tokens) and tokens[end].low == "'" else None
    if short is not None and len(short.low) == 2 and short.low.isdecimal():
        return 2000 + int(short.low), end + 2
    while ahead < len(tokens) and tokens[ahead].low in {",", "of"} and ahead == end:
        ahead += 1
    if ahead < len(tokens) and tokens[ahead].kind is Kind.NUMBER and len(tokens[ahead].low) == 4:
        _, quantity = digits_at(tokens, ahead)
        if quantity is not None and quantity.year is not None:
            return quantity.year, ahead + 1
    return None, end
