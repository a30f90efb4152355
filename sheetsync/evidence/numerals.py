"""Read numbers, in digits or spelled: "1,200", "1.2k", "twelve hundred", "3rd", "twenty-first".

Whatever cannot be read for certain stays a literal, which equals only itself.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from sheetsync.evidence.figures import numeric_date, thousands_behind
from sheetsync.evidence.quantity import Quantity
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import analyse

Reading = tuple[int, Quantity | None]
"""How many tokens a quantity takes, and the quantity; nothing was read at ``None``."""

_UNITS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 20 + 10 * place
    for place, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
}
_SCALES = {
    "hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "mn": 10**6, "mln": 10**6, "mio": 10**6, "mrd": 10**9, "bn": 10**9, "tn": 10**12, "dozen": 12,
}  # fmt: skip
GLUED = {"k": 1_000, "mn": 10**6, "m": 10**6, "mm": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12}
ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
        "twentieth".split(),
        start=1,
    )
}
MEASURES = {
    form: unit
    for unit, forms in {
        "second": "s sec secs second seconds", "minute": "min mins minute minutes",
        "hour": "h hr hrs hour hours", "kilometre": "km kms kilometre kilometres kilometer kilometers",
        "mile": "mi mile miles", "kilogram": "kg kgs kilogram kilograms", "pound": "lb lbs",
        "gigabyte": "gb gigabyte gigabytes", "terabyte": "tb terabyte terabytes",
        "megabyte": "mb megabyte megabytes", "metre": "m metre metres meter meters",
        "percent": "% pct percent", "pp": "pp", "times": "x times", "millisecond": "ms",
        "foot": "ft foot feet", "inch": "in inch inches",
        "sqm": "sqm m2 m²", "sqft": "sqft ft2 ft²", "sqkm": "sqkm km2 km²",
    }.items()
    for form in forms.split()
} | {
    form: analyse(unit).key
    for unit, forms in {
        "tonne": "t tonnes", "gram": "g grams", "hectare": "ha hectares", "day": "d days",
        "litre": "l ltr ltrs litres liter liters", "hectolitre": "hl hectolitres hectoliters",
        "centimetre": "cm centimetres centimeter centimeters", "piece": "pcs pieces",
        "millimetre": "mm millimetres millimeter millimeters",
        "kilowatt": "kw kilowatts", "megawatt": "mw megawatts",
    }.items()
    for form in (unit, *forms.split())
}  # fmt: skip
NO_UNITS_GLUED = frozenset({"D", "G", "T", "L"})
"""Capitals glued to a number that are no unit: "3D", "5G"."""
UNITS = frozenset(MEASURES.values())
"""Keys of the units of measure, whatever they are written like."""
_ISO_MONTH = 7
"""Characters of "2025-11"."""
_NUMBERED = frozenset(
    "no no. nr nos number ref reference # / order tender case lot invoice file law act rule directive "
    "regulation resolution decision permit contract bid version v batch series model ticket id".split()
)
"""What has a number, so that "2025-11" behind it is no month."""
_SPLIT = re.compile(r"([\d.,':/]+)(.*)", re.DOTALL)
_LONGEST_NUMBER = 20
"""Characters beyond which a number is kept as a literal: no amount in sales is longer, and
the 28 digits that ``Decimal`` reckons with leave room for its scale and a tenth of it."""
SPELLED = (
    frozenset(_UNITS)
    | frozenset(_TENS)
    | frozenset(ORDINALS)
    | frozenset({"hundred", "thousand", "million", "billion", "trillion", "dozen"})
)
"""Words with which a spelled number may begin."""


def digits_at(tokens: Sequence[Token], at: int) -> Reading:
    """Read a number in digits, with its scale: "1,200", "1.2k", "12.5 million", "3rd"."""
    token = tokens[at]
    low = token.low
    parts = _SPLIT.match(low)
    if low[4:5] == "-" and len(low) == _ISO_MONTH:
        known = at and tokens[at - 1].low in _NUMBERED
        if known:
            return 1, Quantity("literal", unit=low)
        return 1, Quantity("date", date=(int(low[:4]), int(low[5:]), None))
    if low.count("-") == 2:
        year, month, day = (int(part) for part in low.split("-"))
        return 1, Quantity("date", date=(year, month, day))
    if parts is None or len(low) > _LONGEST_NUMBER:
        return 1, Quantity("literal", unit=low)
    when = numeric_date(low)
    if when is not None:
        return 1, when
    digits, tail = parts.groups()
    digits = digits.replace("'", ",")
    groups = 0 if tail else thousands_behind(tokens, at)
    digits += "".join(t.low for t in tokens[at + 1 : at + 1 + groups])
    plain = digits.replace(",", "")
    if plain.count(".") > 1 or ":" in plain or "/" in plain:
        return 1, Quantity("literal", unit=low)
    value = Decimal(plain)
    grouped = "," in digits or "." in digits or groups > 0
    if tail in {"st", "nd", "rd", "th"}:
        return 1, Quantity("ord", value)
    glued = GLUED.get(tail) or _SCALES.get(tail)
    if glued is not None:
        return 1, Quantity("card", value * glued, grouped=True)
    if tail and (tail not in MEASURES or token.text[-1] in NO_UNITS_GLUED):
        return 1, Quantity("literal", unit=low)
    size, scale = _scale_behind(tokens, at + 1 + groups)
    return 1 + groups + size, Quantity("card", value * scale, grouped=grouped or scale != 1)


def _scale_behind(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    size, scale = 0, 1
    while at + size < len(tokens) and size < 3:
        step = _SCALES.get(tokens[at + size].low)
        if step is None:
            hyphen = tokens[at + size].low == "-" and at + size + 1 < len(tokens)
            step = _SCALES.get(tokens[at + size + 1].low) if hyphen else None
            if step is None:
                break
            size += 1
        scale *= step
        size += 1
    return size, scale


def ordinal_at(tokens: Sequence[Token], at: int) -> Reading:
    """Read "third"; the "second" of a time has been read with its number before."""
    return 1, Quantity("ord", Decimal(ORDINALS[tokens[at].low]))


def spelled_at(tokens: Sequence[Token], at: int) -> Reading:
    """Read a spelled number: "twenty-three", "twelve hundred", "a hundred and five"."""
    total = part = size = 0
    wordy = False
    ahead = at
    while ahead < len(tokens):
        low = tokens[ahead].low
        more = _counted_on(part, low)
        if wordy and (_compounds(tokens, ahead) or (more is not None and not part and not total)):
            break
        if more is not None:
            part = more
        elif low in ORDINALS and wordy and _tens(part) and ORDINALS[low] < 10:
            return ahead + 1 - at, Quantity("ord", Decimal(total + part + ORDINALS[low]))
        elif low in _SCALES:
            scale = _SCALES[low]
            part = max(part, 1) * scale
            if low == "dozen":
                size = ahead + 1 - at
                break
            if scale >= 1_000:
                total, part = total + part, 0
        elif low in {"-", "and"} and wordy and _continues(tokens, ahead, part):
            ahead += 1
            continue
        else:
            break
        wordy = True
        ahead += 1
        size = ahead - at
    return size, Quantity("card", Decimal(total + part), grouped=True)


def _counted_on(part: int, low: str) -> int | None:
    """Add a number below a hundred where a spelled number goes on with it."""
    if low in _TENS and part % 100 == 0:
        return part + _TENS[low]
    if low in _UNITS and (part % 100 == 0 or (_tens(part) and _UNITS[low] < 10)):
        return part + _UNITS[low]
    return None


def _tens(part: int) -> bool:
    """Say whether a number ends with "twenty" to "ninety", so that a digit may follow."""
    return part % 100 >= 20 and part % 10 == 0


def _compounds(tokens: Sequence[Token], at: int) -> bool:
    """Find the "five" of "ten five-star hotels", which is no part of the "ten"."""
    if tokens[at].low not in _UNITS | ORDINALS or tokens[at - 1].low == "-":
        return False
    behind = tokens[at + 1 :]
    if len(behind) < 2 or behind[0].low != "-":
        return False
    return behind[1].low not in _SCALES and behind[1].low not in _UNITS


def _continues(tokens: Sequence[Token], ahead: int, part: int) -> bool:
    """Say whether a hyphen or "and" goes on with the same spelled number."""
    following = next((t.low for t in tokens[ahead + 1 :]), "")
    if tokens[ahead].low == "-":
        return following in _SCALES or (following in _UNITS | ORDINALS and _tens(part))
    return part >= 100 and part % 100 == 0 and (following in _UNITS or following in _TENS)
