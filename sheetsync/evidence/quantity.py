"""What a number, an amount of money or a date is, and when one bears out another.

Values are exact (``Decimal``); nothing is ever compared as a float. A bound
("over", "up to", "about") belongs to its number and is never lost.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Bound(StrEnum):
    """How a number is meant."""

    EXACT = ""
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    NEARLY = "nearly"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its sort, or a date with the parts that were given.

    Attributes:
        sort: ``card``, ``ord``, ``money``, ``date``, ``share`` or ``literal``.
        value: The number itself; ``None`` for dates and literals.
        unit: Currency code of money, parts of a share ("/3"), the text itself of a literal.
        bound: How the number is meant.
        date: Year, month and day, each ``None`` where it was not given.
        grouped: Written with digits and separators or a scale, so it is no year.
    """

    sort: str
    value: Decimal | None = None
    unit: str = ""
    bound: Bound = Bound.EXACT
    date: tuple[int | None, int | None, int | None] = (None, None, None)
    grouped: bool = False

    @property
    def year(self) -> int | None:
        """Return the year that a bare four-digit number may be."""
        if self.sort == "date":
            return self.date[0]
        if self.sort == "card" and self.value is not None and not self.grouped:
            return int(self.value) if 1000 <= self.value <= 2999 and self.value % 1 == 0 else None
        return None


def bears_out(quote: Quantity, claim: Quantity) -> bool:
    """Say whether the quote's quantity makes the claim's true.

    Formats may differ, a date may leave parts out, and a rounded number needs
    its "over" or "about" and true arithmetic. Never the other way round: a
    claim may not be more exact than its quote.
    """
    if quote.sort == "date":
        return _date_bears_out(quote, claim)
    if claim.sort != quote.sort and not (quote.sort == "money" and claim.sort == "card"):
        return False
    if claim.sort == quote.sort and claim.unit != quote.unit:
        return False
    if claim.bound is quote.bound:
        return claim.value == quote.value
    if quote.bound is not Bound.EXACT or quote.sort == "ord":
        return False
    return quote.value is not None and _rounds_to(quote.value, claim)


def _date_bears_out(quote: Quantity, claim: Quantity) -> bool:
    if claim.bound is not quote.bound:
        return False
    if claim.sort != "date":
        return claim.year is not None and claim.year == quote.date[0]
    return all(map(_fits, claim.date, quote.date))


def _fits(said: int | None, known: int | None) -> bool:
    """Say whether a part of a date is left out, or the one that is known."""
    return said is None or said == known


def _rounds_to(exact: Decimal, claim: Quantity) -> bool:
    """Check a rounded claim against an exact number.

    Half and a tenth are our limits, not arithmetic: "over 10" is true of 900
    and still misleads.
    """
    said = claim.value
    if said is None or exact <= 0:
        return False
    match claim.bound:
        case Bound.OVER:
            return exact > said >= exact / 2
        case Bound.AT_LEAST:
            return exact >= said >= exact / 2
        case Bound.UNDER | Bound.NEARLY:
            return exact < said <= exact * Decimal("1.1")
        case Bound.ABOUT:
            return said == exact or (abs(said - exact) <= exact / 20 and _rounder(said, exact))
        case Bound.AT_MOST | Bound.EXACT:
            return False


def _rounder(said: Decimal, exact: Decimal) -> bool:
    """Say whether ``said`` is ``exact`` with fewer significant digits."""
    digits = len(said.normalize().as_tuple().digits)
    step = Decimal(10) ** (exact.adjusted() - digits + 1)
    return (exact / step).to_integral_value() * step == said
