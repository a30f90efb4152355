"""The shorthand of notes, spelled out: "w/" is "with", "wk" is "week", "til" is "until".

Only what is short for one word whatever the trade; and letters with a mark above them are
read as those without, because notes are often typed without.
"""

import unicodedata
from functools import lru_cache

SPELLED_OUT = {
    short: word
    for word, shorts in {
        "with": "w/",
        "without": "w/o",
        "software": "s/w",
        "hardware": "h/w",
        "until": "til 'til till",
        "through": "thru",
        "about": "abt",
        "week": "wk",
        "weeks": "wks",
        "year": "yr",
        "years": "yrs",
        "month": "mth",
        "months": "mths",
        "received": "rec'd recd",
        "national": "nat'l natl",
        "international": "int'l intl",
        "government": "gov't govt",
        "management": "mgmt",
        "manager": "mgr",
        "managers": "mgrs",
        "average": "avg",
        "including": "incl",
        "excluding": "excl",
        "account": "acct",
        "accounts": "accts",
        "message": "msg",
        "messages": "msgs",
        "meeting": "mtg",
        "meetings": "mtgs",
        "appointment": "appt",
        "quantity": "qty",
        "people": "ppl",
        "headquarters": "hq",
        "facebook": "fb",
        "instagram": "insta",
        "manufacturing": "mfg",
        "building": "bldg",
        "christmas": "xmas x-mas",
        "minutes": "mins",
    }.items()
    for short in shorts.split()
}

STOPPED = frozenset("mio mrd incl excl avg".split())
"""Shorthand whose full stop never ends a sentence: "2.9 Mio. EUR"."""


@lru_cache(maxsize=1 << 14)
def spelled_out(low: str) -> str:
    """Return the whole word of a lower-case one, without marks above its letters."""
    if not low.isascii():
        letters = unicodedata.normalize("NFD", low)
        low = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return SPELLED_OUT.get(low, low)
