"""Take off who reports it: "Nautica reported that …", "Your annual report puts … at 12%".

Then the statement must name that source for just these words: in a label before them, in the
first bracket behind them, or in the line "Source: …" below.
"""

from collections.abc import Iterator, Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.attested import KINDS, LATEST, LONGEST_LABEL, TELLS
from sheetsync.evidence.checks import is_soft, is_time
from sheetsync.evidence.counting import amount_at, word_like
from sheetsync.evidence.press import PARTICLES
from sheetsync.evidence.standing import place_of
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Kind

Tokens = tuple[Token, ...]

_PUTS = frozenset({"puts", "put"})
_GIVES = frozenset({"gives", "give", "gave"})
_CAUGHT = frozenset("caught read saw enjoyed loved liked spotted found".split())


def sourced(tokens: Sequence[Token]) -> Iterator[tuple[Tokens, Tokens]]:
    """Yield what a sentence says that a source says, with the words of the source."""
    timed = all(map(is_time, tokens[1:2]))
    front = 2 if tokens[0].low in {"on", "in"} and timed else 0
    at = place_of(TELLS | _PUTS, tokens[:LATEST])
    source = tuple(tokens[:at])
    if at and _names_source(source[front:], has=tokens[at].kind is Kind.HAVE):
        rest = tuple(tokens[at + 1 :])
        if tokens[at].low in _PUTS:
            yield from ((core, source) for core in _put(rest))
        elif rest:
            yield rest[1:] if rest[0].low == "that" else rest, source
            yield from ((core, source) for core in _valued(rest))
            if tokens[at].low in _GIVES:
                yield from ((core, source) for core in _given(rest))
    yield from _quoted(tokens)
    yield from _told_behind(tokens)
    yield from _per(tokens)
    yield from _sought(tokens)
    yield from _piece(tokens)
    on = tokens[0].low in {"on", "in"} and not front
    stop = next((n for n, t in enumerate(tokens[:LATEST]) if n > 1 and _begins(t)), None)
    if on and stop is not None and _names_source(tokens[1:stop]):
        yield tuple(tokens[stop + (tokens[stop].low == ",") :]), tuple(tokens[1:stop])


def seen_in(tokens: Sequence[Token]) -> Iterator[tuple[Tokens, Tokens]]:
    """Read what is behind "I saw on": "your status page 2 incidents in May"."""
    for stop, token in enumerate(tokens[:LATEST]):
        begins = token.kind in {Kind.NUMBER, Kind.ARTICLE, Kind.PERSON} or token.low in {":", '"'}
        if stop and begins and not is_time(token):
            if _names_source(tokens[:stop]):
                yield tuple(tokens[stop + (token.low == ":") :]), tuple(tokens[:stop])
            return


def _per(tokens: Sequence[Token]) -> Iterator[tuple[Tokens, Tokens]]:
    """Read "Per your annual report, …" and "As per Radio X, …"."""
    at = 1 if tokens[0].low == "as" else 0
    if len(tokens) < at + 4 or tokens[at].low != "per":
        return
    comma = place_of({","}, tokens[:LATEST])
    source = tuple(tokens[at + 1 : comma])
    if source and _names_source(source):
        yield tuple(tokens[comma + 1 :]), source


def _sought(tokens: Sequence[Token]) -> Iterator[tuple[Tokens, Tokens]]:
    """Read "Your Kolb ad of 3 May is for a baker" as "a baker" of what that ad has."""
    at = next((n for n, t in enumerate(tokens[:LONGEST_LABEL]) if t.low in {"is", "was"}), 0)
    source = tuple(tokens[:at])
    if not at or [t.low for t in tokens[at + 1 : at + 2]] != ["for"]:
        return
    if any(t.low in _ADS for t in source) and _names_source(source):
        yield tuple(tokens[at + 2 :]), source


_ADS = frozenset({"ad", "advert", "vacancy", "posting", "listing", "post"})


def _piece(tokens: Sequence[Token]) -> Iterator[tuple[Tokens, Tokens]]:
    """Read "Caught the Radio X piece: …" as what Radio X tells."""
    at = next((n for n, t in enumerate(tokens[:4]) if t.low in _CAUGHT), None)
    if at is None or any(t.low not in {"i", "we", "just", "'ve", "have"} for t in tokens[:at]):
        return
    colon = place_of({":"}, tokens[:LONGEST_LABEL])
    source = tuple(tokens[at + 1 : colon])
    if source and any(t.low in KINDS for t in source) and _names_source(source):
        yield tuple(tokens[colon + 1 :]), source


def _told_behind(tokens: Sequence[Token]) -> Iterator[tuple[Tokens, Tokens]]:
    """Read "Planning is slow, I gather from Radio X" and "…, says Radio X" as what Radio X tells."""
    comma = next((n for n in range(len(tokens) - 1, 1, -1) if tokens[n].low == ","), 0)
    told = tokens[comma + 1 :]
    if not comma or len(told) < 2:
        return
    lows = [t.low for t in told]
    if lows[0] in {"i", "we"} and lows[1] in _GATHERED and lows[2:3] in (["from"], ["in"]):
        name = told[3:]
    elif lows[0] in TELLS or lows[0] == "per":
        name = told[1:]
    else:
        at = next((n for n, low in enumerate(lows) if n and low in TELLS), 0)
        when = told[at + 1 :]
        name = told[:at] if all(is_soft(t) or is_time(t) for t in when) else ()
        name = (*name, *when) if name else ()
    if name and _names_source(name):
        yield tuple(tokens[:comma]), tuple(name)


_GATHERED = frozenset({"gather", "read", "saw", "see", "learned", "learnt", "understand"})


def _quoted(tokens: Sequence[Token]) -> Iterator[tuple[Tokens, Tokens]]:
    """Read 'A Kolb reviewer wrote in May: "…"' as what a label with Kolb and May quotes."""
    colon = next((n for n, t in enumerate(tokens[:LONGEST_LABEL]) if t.low == ":"), 0)
    if not colon or [t.low for t in tokens[colon + 1 : colon + 2]] != ['"']:
        return
    seen = tokens[0].low in {"i", "we"} and tokens[1].low in _SEEN
    front = [t for t in tokens[2 * seen : colon] if t.low not in TELLS | _WRITERS]
    if [t.low for t in front[:3]] == ["in", "your", "words"]:
        front = front[3:]
    if any(t.kind is Kind.PERSON and t.low == "you" for t in tokens[:colon]):
        return
    if any(not (is_soft(t) or is_time(t)) for t in front):
        yield tuple(tokens[colon + 1 :]), tuple(front)


_WRITERS = frozenset({"reviewer", "review", "reviewers", "one", "customer", "user", "it"})
_SEEN = frozenset({"noticed", "saw", "read", "found", "spotted"})


def _begins(token: Token) -> bool:
    return token.low in {",", "you", "your"} or token.kind is Kind.ARTICLE


def _names_source(words: Sequence[Token], *, has: bool = False) -> bool:
    """Say whether words may name a source: a name, or a page, report or post.

    Args:
        words: What stands before the verb.
        has: The verb is "has", which a page may do and a firm does otherwise.
    """
    if not words or any(t.kind in {Kind.BE, Kind.HAVE, Kind.MARKED, Kind.LINK} for t in words):
        return False
    if any(t.kind is Kind.PERSON and (n or t.low != "your") for n, t in enumerate(words)):
        return False
    named = [t for t in words if not (is_soft(t) or is_time(t) or t.kind is Kind.PERSON)]
    page = any(t.low in KINDS | lexicon.OWN_SOURCES for t in named)
    return bool(named) and (page or (not has and _is_name(named)))


def _is_name(words: Sequence[Token]) -> bool:
    """Say whether words are a name, such as "Radio X" and "Puerto al Día"."""
    ends = words[0].capital and words[-1].capital
    return ends and all(t.capital or t.low in PARTICLES for t in words)


def _put(rest: Tokens) -> Iterator[Tokens]:
    """Read "puts your wage costs at 43%" as "your wage costs are 43%"."""
    at = place_of({"at"}, rest)
    if at and amount_at(rest, at + 1):
        for link in ("are", "is"):
            yield (*rest[:at], word_like(rest[at], link), *rest[at + 1 :])


def _valued(rest: Tokens) -> Iterator[Tokens]:
    """Read "shows costs of £1m" as "costs were £1m"."""
    at = place_of({"of"}, rest)
    if at and amount_at(rest, at + 1):
        for link in ("were", "was", "are", "is"):
            yield (*rest[:at], word_like(rest[at], link), *rest[at + 1 :])


def _given(rest: Tokens) -> Iterator[Tokens]:
    """Read "gives your show 310k downloads" as "your show has 310k downloads"."""
    at = next((n for n, t in enumerate(rest) if n and t.kind is Kind.NUMBER), 0)
    if at and all(t.kind is not Kind.PREPOSITION for t in rest[:at]):
        for verb in ("has", "have"):
            yield (*rest[:at], word_like(rest[at], verb), *rest[at:])
