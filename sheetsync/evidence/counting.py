"""Ways of counting and measuring that say the same as plainer ones.

Unlike :mod:`sheetsync.evidence.rewrites` they add or drop words of their own, and
need no look at the evidence.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sheetsync.evidence.checks import is_time
from sheetsync.evidence.standing import place_of, place_of_key
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind, analyse

Tokens = tuple[Token, ...]

_SHARED_BY = frozenset({"are", "is", "work", "have", "has", "come"})
_SHARED_THEN = frozenset({"were", "was", "came"})
_DEVICES = frozenset({"mobile", "desktop"})
_WHOSE = frozenset({"your", "the", "its", "their", "our"})
RISES = frozenset(analyse(word).key for word in ("rise", "grow", "increase", "climb"))
FALLS = frozenset(analyse(word).key for word in ("fall", "decline", "drop", "decrease", "shrink"))
_FELL = ("fell", "dropped", "declined")
LEVELS = RISES | FALLS
"""What levels do."""


def otherwise(claim: Sequence[Token]) -> Iterator[Tokens]:
    """Yield each other way of counting, measuring or reporting that says the same."""
    lows, keys = {token.low for token in claim}, {token.key for token in claim}
    if not lows.isdisjoint({"them", "which", "whom"}):
        yield counted(claim)
        yield from _of_which(claim)
    if not keys.isdisjoint(FALLS):
        yield from _fallen(claim)
    if "of" in lows:
        parts = as_count(claim)
        if parts:
            yield from (parts, of_them(parts))
    if "to" in lows:
        yield measured(claim)
        if not lows.isdisjoint(_DEVICES):
            yield from _on_device(claim)
    if "from" in lows:
        yield from levelled(claim)
        if not lows.isdisjoint({"up", "down"}):
            yield from unlevelled(claim)
    if not lows.isdisjoint({"told", "said"}):
        yield from said_in(claim)


_LONGEST_FRONT = 8
"""Words of a phrase in front: "As of 1 May 2025,"."""


def as_count(claim: Sequence[Token], *, dated: bool = False) -> Tokens:
    """Read "Only 31 of your 140 staff are engineers" as "140 staff, 31 engineers".

    Args:
        claim: The claim.
        dated: It says when, so that they may also have been.

    Returns:
        Nothing when it is no such share, or when "only" is not borne out: the
        part must then be less than half of the whole.
    """
    comma = next((n for n, t in enumerate(claim[:_LONGEST_FRONT]) if t.low == ","), 0)
    if comma and (claim[0].kind is Kind.PREPOSITION or claim[0].low == "as"):
        inner = as_count(claim[comma + 1 :], dated=any(map(is_time, claim[:comma])))
        body, end = parted(inner)
        return (*body, *claim[:comma], *end) if inner else ()
    body = tuple(claim[1:] if claim and claim[0].low == "only" else claim)
    amount = amount_at(body, 0)
    size = len(amount)
    part_of = amount[0].quantity if amount else None
    if len(body) < 6 or part_of is None or body[size].low != "of":
        return ()
    whole = next((n for n in range(size + 1, 5) if body[n].quantity is not None), None)
    dated = dated or any(map(is_time, claim))
    link = place_of(_SHARED_BY | _SHARED_THEN if dated else _SHARED_BY, body)
    if whole is None or link <= whole + 1:
        return ()
    if any(t.low not in _WHOSE for t in body[size + 1 : whole]):
        return ()
    all_of = body[whole].quantity
    if all_of is None or part_of.value is None or all_of.value is None:
        return ()
    if len(body) < len(claim) and part_of.value * 2 >= all_of.value:
        return ()
    has = body[link].kind is Kind.HAVE
    done = [t.form for t in body[link + 2 : link + 3]] == [Form.PAST]
    if has and [t.low for t in body[link + 1 : link + 2]] == ["been"]:
        if not done:
            return ()
        has, link = False, link + 1
    rest = (word_like(body[link], "with"), *body[link + 1 :]) if has else body[link + 1 :]
    return (*body[whole:link], mark_like(body[link], ","), *body[:size], *rest)


def of_them(parts: Tokens) -> Tokens:
    """Read "140 staff, 31 in Bonn" as "140 staff, 31 of them in Bonn"."""
    comma = next(t for t in parts if t.low == ",")
    at = parts.index(comma) + 2
    return (*parts[:at], word_like(comma, "of"), word_like(comma, "them"), *parts[at:])


def measured(claim: Sequence[Token]) -> Tokens:
    """Read "the page takes 6 s to load" as "the page load 6 s"; nothing when it is not that."""
    at = next((n for n, t in enumerate(claim) if t.key in {"take", "tak"}), 0)
    rest = claim[at + 1 :]
    to = place_of({"to"}, rest)
    if at and to and to + 1 < len(rest) and rest[0].kind is Kind.NUMBER:
        return (*claim[:at], rest[to + 1], *rest[:to], *rest[to + 2 :])
    return ()


def _on_device(claim: Sequence[Token]) -> Iterator[Tokens]:
    """Read "your mobile cart takes 6 s to load" as "your cart page load 6 s on mobile"."""
    body, end = parted(tuple(claim))
    at = place_of(_DEVICES, body)
    behind = body[at + 1 :]
    if not at or body[at - 1].low not in _WHOSE or not behind or behind[0].kind is not Kind.WORD:
        return
    where = (word_like(body[at], "on"), body[at])
    moved = (*body[:at], *behind, *where, *end)
    timed = measured(moved)
    if timed:
        yield timed
        noun = timed[at]
        if noun.low != "page" and timed[at + 1].low == "load":
            yield (*timed[: at + 1], word_like(noun, "page"), *timed[at + 1 :])


def _fallen(claim: Sequence[Token]) -> Iterator[Tokens]:
    """Read "fell from 97% to 93%" as "dropped from 97% to 93%" and "declined …"."""
    for at, (token, behind) in enumerate(pairwise(claim)):
        by = behind.low in {"from", "by", "to"}
        amount = amount_at(claim, at + 1 + by)
        level = len(amount) > 1 or (by and amount)
        if at and token.key in FALLS and token.low in _FELL and level:
            for fell in _FELL:
                if fell != token.low:
                    yield (*claim[:at], word_like(token, fell), *claim[at + 1 :])


def counted(claim: Sequence[Token]) -> Tokens:
    """Read "14 vans, 5 of them electric" as "14 vans, 5 electric"."""
    for at in range(len(claim) - 2):
        if (
            claim[at].kind is Kind.NUMBER
            and claim[at + 1].low == "of"
            and claim[at + 2].low == "them"
        ):
            return (*claim[: at + 1], *claim[at + 3 :])
    return ()


def _of_which(claim: Sequence[Token]) -> Iterator[Tokens]:
    """Read "52 shops, 8 of which opened" as "52 shops, 8 of them opened"."""
    for at, token in enumerate(claim[:-1]):
        counted = at > 1 and claim[at - 1].low == "of" and claim[at - 2].kind is Kind.NUMBER
        if counted and token.low in {"which", "whom"}:
            yield (*claim[:at], word_like(token, "them"), *claim[at + 1 :])


def word_like(like: Token, low: str) -> Token:
    """Make a token of another word that stands where ``like`` does."""
    word = analyse(low)
    return Token(low, low, word.key, word.kind, word.form, like.start, like.end)


def mark_like(like: Token, mark: str) -> Token:
    """Make a token of a mark that stands where ``like`` does."""
    return like._replace(
        text=mark, low=mark, key=mark, kind=Kind.POINT, form=Form.BASE, quantity=None
    )


def parted(claim: Tokens) -> tuple[Tokens, Tokens]:
    """Part a claim from the full stop at its end."""
    size = len(claim) - (bool(claim) and claim[-1].low == ".")
    return claim[:size], claim[size:]


def amount_at(tokens: Sequence[Token], at: int) -> Tokens:
    """Return the number at a place with its unit; nothing when there is none."""
    if at >= len(tokens) or tokens[at].kind is not Kind.NUMBER:
        return ()
    unit = at + 1 < len(tokens) and tokens[at + 1].key == "percent"
    return tuple(tokens[at : at + 1 + unit])


def levelled(claim: Sequence[Token]) -> Iterator[Tokens]:
    """Read "X rose from 18% to 21%" as "X 21%, up from 18%"."""
    for way, keys in (("up", RISES), ("down", FALLS)):
        at = place_of_key(keys, claim)
        before = amount_at(claim, at + 2)
        if not at or not before or claim[at + 1].low != "from":
            continue
        to = at + 2 + len(before)
        after = amount_at(claim, to + 1)
        if not after or claim[to].low != "to":
            continue
        comma = claim[to]._replace(text=",", low=",", key=",", kind=Kind.POINT)
        rest = claim[to + 1 + len(after) :]
        up_from = (comma, word_like(claim[to], way), claim[at + 1], *before)
        yield (*claim[:at], *after, *up_from, *rest)
        if rest and rest[0].kind is Kind.PREPOSITION:
            yield (*claim[:at], *after, *rest, *up_from)


def unlevelled(claim: Sequence[Token]) -> Iterator[Tokens]:
    """Read "X was 21%, up from 18%" as "X rose from 18% to 21%"."""
    at = place_of({"up", "down"}, claim)
    before = amount_at(claim, at + 2)
    if not at or not before or claim[at + 1].low != "from" or claim[at - 1].low != ",":
        return
    verb = next((n for n, t in enumerate(claim[:at]) if t.low in {"was", "were"}), 0)
    after = amount_at(claim, verb + 1)
    if not verb or not after:
        return
    grew = word_like(claim[at], "grew" if claim[at].low == "up" else "fell")
    to = word_like(claim[at], "to")
    when = claim[verb + 1 + len(after) : at - 1]
    rest = claim[at + 2 + len(before) :]
    yield (*claim[:verb], grew, claim[at + 1], *before, to, *after, *when, *rest)


def said_in(claim: Sequence[Token]) -> Iterator[Tokens]:
    """Read "told The Baker that" as "said in The Baker", and the other way round."""
    for at, (one, other) in enumerate(pairwise(claim)):
        if one.low == "told" and other.capital:
            yield (*claim[:at], word_like(one, "said"), word_like(one, "in"), *claim[at + 1 :])
        if one.low == "said" and other.low in {"in", "to"} and at + 2 < len(claim):
            yield (*claim[:at], word_like(one, "told"), *claim[at + 2 :])
