"""Join the tokens of each number, amount of money and date into one.

"EUR 12.5 million" and "€12.5M" become the same quantity, with its bound ("over",
"up to") and, behind it, the one name of its unit of measure.
"""

from collections.abc import Sequence
from dataclasses import replace

from sheetsync.evidence.dates import MONTHS, month_at, with_date
from sheetsync.evidence.numerals import (
    GLUED,
    MEASURES,
    NO_UNITS_GLUED,
    ORDINALS,
    SPELLED,
    Reading,
    digits_at,
    ordinal_at,
    spelled_at,
)
from sheetsync.evidence.quantity import Bound, Quantity
from sheetsync.evidence.rates import RATE_ENDS, SHARE_STARTS, per_like, rate_ends, share_at
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind

_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR"}
_CODES = {
    "usd": "USD", "eur": "EUR", "gbp": "GBP", "jpy": "JPY", "inr": "INR", "chf": "CHF",
    "sek": "SEK", "nok": "NOK", "dkk": "DKK", "pln": "PLN", "cad": "CAD", "aud": "AUD",
    **{
        code: code.upper()
        for code in (
            "aed ars bdt bgn clp egp ghs huf idr ils isk kes krw kzt lkr myr ngn php pkr qar ron rsd "
            "sar thb twd tzs uah ugx vnd"
        ).split()
    },
    "sgd": "SGD", "nzd": "NZD", "czk": "CZK", "brl": "BRL", "cny": "CNY", "zar": "ZAR", "hkd": "HKD",
}  # fmt: skip
_NAMED = {
    "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "pounds": "GBP",
    "yen": "JPY", "rupees": "INR",
}  # fmt: skip
_BOUNDS = {
    tuple(phrase.split()): bound
    for bound, phrases in {
        Bound.ABOUT: ("about", "around", "approximately", "approx", "approx .", "roughly", "circa", "some", "~", "≈", "close to", "somewhere around", "in the region of"),
        Bound.OVER: ("over", "more than", "above", "upwards of", "in excess of", "exceeding", "greater than", ">", "well over", "just over", "just more than", "slightly over", "slightly more than", "a little over", "north of"),
        Bound.UNDER: ("under", "less than", "fewer than", "below", "<", "well under"),
        Bound.NEARLY: ("nearly", "almost", "just under", "close on"),
        Bound.AT_LEAST: ("at least", "no less than", "no fewer than", "not less than", "a minimum of", "minimum"),
        Bound.AT_MOST: ("up to", "at most", "no more than", "not more than", "as many as", "as much as", "a maximum of", "maximum"),
    }.items()
    for phrase in phrases
}  # fmt: skip
_BEHIND: dict[tuple[str, ...], Bound] = {
    ("or", "more"): Bound.AT_LEAST,
    ("or", "less"): Bound.AT_MOST,
    ("or", "fewer"): Bound.AT_MOST,
    ("or", "so"): Bound.ABOUT,
}
_NO_UNITS = frozenset({"in", "In", "D", "G", "PCs"})
"""What stands behind a number and is no unit there: "3 D prints", "40 PCs", "12 in Hull"."""
_BOUND_ENDS = frozenset(phrase[-1] for phrase in _BOUNDS)
_LONGEST_BOUND = max(map(len, _BOUNDS))
_STARTERS = SPELLED | frozenset(_SIGNS) | frozenset(_CODES)
_TELLING = _STARTERS | frozenset(SHARE_STARTS) | frozenset(MONTHS) | frozenset(RATE_ENDS)
"""Words that may belong to a quantity; most words of a text do not."""


def read_quantities(tokens: Sequence[Token]) -> list[Token]:
    """Join the tokens of each quantity into one NUMBER token, in order."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.kind is not Kind.NUMBER and token.low not in _TELLING:
            found.append(_each_unit(token, found) if token.low in MEASURES else token)
            at += 1
            continue
        size, quantity = at, None
        if token.low in SHARE_STARTS:
            size, quantity = share_at(tokens, at)
        if quantity is None and (token.kind is Kind.NUMBER or token.low in _STARTERS):
            size, quantity = _number_at(tokens, at)
        elif token.low in MONTHS:
            size, quantity = month_at(tokens, at, found)
        if token.low in RATE_ENDS:
            following = tokens[at + 1] if at + 1 < len(tokens) else None
            if rate_ends(token, found, following):
                at += 1
                continue
        if quantity is None:
            sign = token.low in _SIGNS
            found.append(token._replace(kind=Kind.WORD) if sign else token)
            at += 1
            continue
        at = _finish(tokens, at, size, quantity, found)
    return found


def _each_unit(token: Token, found: list[Token]) -> Token:
    """Give the "kilogram" of "EUR 3 per kilogram" the one name of that unit, as behind a number."""
    counted = found[-2].quantity if len(found) > 1 else None
    if counted is None or len(token.low) < _SHORTEST_UNIT or token.text in _NO_UNITS:
        return token
    if counted.sort == "money" and found[-1].low in {"/", "a"}:
        found[-1] = per_like(found[-1])
    if found[-1].low != "per":
        return token
    return token._replace(key=MEASURES[token.low], kind=Kind.WORD, form=Form.BASE)


_SHORTEST_UNIT = 2


def _finish(
    tokens: Sequence[Token], at: int, size: int, quantity: Quantity, found: list[Token]
) -> int:
    """Add one quantity token, with its bound, its glued unit and its date parts."""
    quantity, size = _money_behind(tokens, at, size, quantity)
    quantity, start, end = with_date(tokens, at, size, quantity, found)
    size = end - at
    bound, before = _bound_before(found)
    if bound is Bound.EXACT:
        bound, more = _bound_behind(tokens, at + size)
        size += more
    quantity = replace(quantity, bound=bound) if bound is not Bound.EXACT else quantity
    start = start if before is None else before
    last = tokens[at + size - 1]
    text = " ".join(token.text for token in tokens[at : at + size])
    found.append(
        Token(text, text.casefold(), "#", Kind.NUMBER, Form.BASE, start, last.end, quantity)
    )
    at += size
    return _unit_behind(tokens, at, last, found)


def _number_at(tokens: Sequence[Token], at: int) -> Reading:
    token = tokens[at]
    if token.kind is Kind.NUMBER:
        return digits_at(tokens, at)
    if token.low in _SIGNS or token.low in _CODES:
        return _money_at(tokens, at)
    if token.low in ORDINALS:
        return ordinal_at(tokens, at)
    return spelled_at(tokens, at)


def _money_at(tokens: Sequence[Token], at: int) -> Reading:
    """Read a currency sign or code with the number behind it."""
    code = _SIGNS.get(tokens[at].low) or _CODES[tokens[at].low]
    ahead = at + 1
    if tokens[at].low in _CODES and ahead < len(tokens) and tokens[ahead].low in _SIGNS:
        ahead += 1
    if ahead >= len(tokens) or tokens[ahead].kind is not Kind.NUMBER:
        return ahead, None
    size, quantity = digits_at(tokens, ahead)
    if quantity is None or quantity.sort != "card":
        return size, None
    return ahead - at + size, Quantity("money", quantity.value, code)


def _money_behind(
    tokens: Sequence[Token], at: int, size: int, quantity: Quantity
) -> tuple[Quantity, int]:
    """Read "12 million euros" as the amount that "€12M" is."""
    if quantity.sort != "card" or at + size >= len(tokens):
        return quantity, size
    low = tokens[at + size].low
    code = _CODES.get(low) or _NAMED.get(low) or _sign_behind(tokens, at + size)
    if code is None:
        return quantity, size
    return Quantity("money", quantity.value, code), size + 1


def _sign_behind(tokens: Sequence[Token], at: int) -> str | None:
    """Read the sign of "19 000 €" unless it belongs to a number behind it."""
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    if follower is not None and follower.kind is Kind.NUMBER:
        return None
    return _SIGNS.get(tokens[at].low)


def _bound_before(found: list[Token]) -> tuple[Bound, int | None]:
    """Take "over" or "up to" off the tokens in front of a number, with its offset."""
    if found and found[-1].low in _BOUND_ENDS:
        for length in range(min(_LONGEST_BOUND, len(found)), 0, -1):
            bound = _BOUNDS.get(tuple(token.low for token in found[-length:]))
            if bound is not None:
                start = found[-length].start
                del found[-length:]
                return bound, start
    return Bound.EXACT, None


def _bound_behind(tokens: Sequence[Token], at: int) -> tuple[Bound, int]:
    """Read "200+" and "5 or more", with the number of tokens that say so."""
    following = tuple(token.low for token in tokens[at : at + 2])
    if following[:1] == ("+",):
        return Bound.OVER, 1
    bound = _BEHIND.get(following, Bound.EXACT)
    return bound, 0 if bound is Bound.EXACT else 2


def _unit_behind(tokens: Sequence[Token], at: int, last: Token, found: list[Token]) -> int:
    """Give a unit its one name where it stands behind a number: "6.2 s", "6.2s", "88%"."""
    tail = last.low.lstrip("0123456789.,:/") if last.kind is Kind.NUMBER else ""
    if tail in MEASURES and tail not in GLUED and last.text[-1] not in NO_UNITS_GLUED:
        unit = MEASURES[tail]
        found.append(Token(tail, tail, unit, Kind.WORD, Form.BASE, last.end - len(tail), last.end))
        return at
    if at < len(tokens):
        hyphen = (
            tokens[at].low == "-" and tokens[at].end == tokens[min(at + 1, len(tokens) - 1)].start
        )
        token = tokens[at + hyphen]
        unit = MEASURES.get(token.low, "")
        written = token.text in _NO_UNITS or (hyphen and len(token.low) == 1)
        if unit and not written:
            found.extend(tokens[at : at + hyphen])
            found.append(token._replace(key=unit, kind=Kind.WORD, form=Form.BASE))
            return at + hyphen + 1
    return at
