"""Say out the places that a cell has in short: "S. London", "Exports to NO + SE", "UK firms".

Each reading stands beside the cell's own words, so that a draft may use either. A code of two
letters is a country only in a list of such codes, behind a word that leads to places.
"""

from collections.abc import Iterator, Sequence

from sheetsync.evidence.counting import word_like
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind

_COMPASS = {"n": "north", "s": "south", "e": "east", "w": "west"}
_REGIONS = frozenset(
    "london wales yorkshire sussex ireland korea africa america carolina dakota virginia germany "
    "england scotland midlands lothian lanarkshire ayrshire devon somerset lincolnshire anglia "
    "europe italy france spain india asia australia macedonia holland brabant jutland tyrol kent "
    "essex norfolk suffolk dorset cornwall cumbria wiltshire oxfordshire hampshire lancashire "
    "finland sweden norway denmark poland portugal bavaria java sumatra sulawesi".split()
)
"""What has a north and a south, and is no surname that "S." would be the initial of."""

_COUNTRIES = {
    "NO": "norway", "SE": "sweden", "DK": "denmark", "FI": "finland", "IS": "iceland",
    "DE": "germany", "AT": "austria", "CH": "switzerland", "FR": "france", "ES": "spain",
    "PT": "portugal", "IT": "italy", "NL": "netherlands", "BE": "belgium", "LU": "luxembourg",
    "PL": "poland", "CZ": "czechia", "SK": "slovakia", "HU": "hungary", "RO": "romania",
    "BG": "bulgaria", "GR": "greece", "SI": "slovenia", "RS": "serbia", "IE": "ireland",
    "EE": "estonia", "LV": "latvia", "LT": "lithuania", "TR": "turkey", "UA": "ukraine",
    "UK": "uk", "GB": "uk",
}  # fmt: skip
_WORDS_TOO = frozenset({"NO", "IS", "AT", "IT", "BE"})
"""Codes that are words as well, so that others must stand beside them."""

_LEADS = frozenset("to into in across for from within : serves sells ships exports markets".split())
_JOINS = frozenset({",", "+", "&", "/", "and"})
_FEWEST = 2
_UNIONS = frozenset({"uk", "usa", "eu"})
_BEHIND = frozenset({Kind.POINT, Kind.PREPOSITION, Kind.BE, Kind.HAVE, Kind.LINK, Kind.MARKED})


def places_in_full(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield a statement with its places said out, if it has any in short."""
    lows = {token.low for token in tokens}
    if not lows.isdisjoint(_COMPASS):
        yield from _by_compass(tokens)
    yield from _by_code(tokens)
    if not lows.isdisjoint(_UNIONS):
        yield from _of_union(tokens)


def _by_compass(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Read "S. London" as "South London"."""
    found = list(tokens)
    for at, token in enumerate(tokens[:-1]):
        way = _COMPASS.get(token.low)
        if way is not None and token.capital and tokens[at + 1].low in _REGIONS:
            found[at] = _named(token, way)
    if found != list(tokens):
        yield found


def _by_code(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Read "to NO + SE" as "to Norway and Sweden"."""
    found = list(tokens)
    for at, lead in enumerate(tokens, start=1):
        if lead.low not in _LEADS:
            continue
        stop, codes = at, 0
        while stop < len(tokens) and tokens[stop].text in _COUNTRIES:
            codes += 1
            stop += 1
            if stop + 1 < len(tokens) and tokens[stop].low in _JOINS:
                stop += tokens[stop + 1].text in _COUNTRIES
        sure = any(t.text in _COUNTRIES and t.text not in _WORDS_TOO for t in tokens[at:stop])
        if codes >= _FEWEST and sure:
            for n in range(at, stop):
                token = tokens[n]
                if token.text in _COUNTRIES:
                    found[n] = _named(token, _COUNTRIES[token.text])
                elif token.low == "/":
                    found[n] = word_like(token, "and")
    if found != list(tokens):
        yield found


def _named(token: Token, name: str) -> Token:
    """Put a name for a short form, which keeps its place and its capital."""
    word = word_like(token, name)
    return word._replace(text=token.text, kind=Kind.WORD, form=Form.BASE)


def _of_union(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Read "40 UK crane firms" as "40 crane firms in the UK", and the other way round."""
    for at, token in enumerate(tokens):
        if token.low not in _UNIONS:
            continue
        stop = _thing_end(tokens, at + 1)
        if stop and (not at or tokens[at - 1].low not in {"-", "'s"}):
            place = (word_like(token, "in"), token)
            yield [*tokens[:at], *tokens[at + 1 : stop], *place, *tokens[stop:]]
            return
        led = at - 1 - (tokens[at - 1].low == "the")
        if led > 0 and tokens[led].low == "in" and _ends_here(tokens, at + 1):
            start = led
            while start and _names_thing(tokens[start - 1]):
                start -= 1
            thing = tokens[start:led]
            plain = bool(thing) and not any(t.capital or t.form is Form.PAST for t in thing)
            counted = start > 0 and tokens[start - 1].kind in {Kind.NUMBER, Kind.PREPOSITION}
            if plain and counted and thing[-1].low.endswith("s"):
                yield [*tokens[:start], token, *thing, *tokens[at + 1 :]]
            return


def _thing_end(tokens: Sequence[Token], at: int) -> int:
    """Return where "crane firms" ends, a plural behind which no word goes on; 0 without one."""
    stop = at
    while stop < len(tokens) and _names_thing(tokens[stop]):
        token = tokens[stop]
        if token.capital or token.form is Form.PAST:
            return 0
        stop += 1
    last = tokens[stop - 1]
    ended = last.low.endswith("s") and last.kind is Kind.WORD
    return stop if ended and _ends_here(tokens, stop) else 0


def _names_thing(token: Token) -> bool:
    return token.kind in {Kind.WORD, Kind.CLITIC} or token.low == "'"


def _ends_here(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or (tokens[at].kind in _BEHIND and tokens[at].low not in {"-", "/"})
