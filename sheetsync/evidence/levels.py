"""Say how a level moved in the other ways that mean the same: "rose 9%" is "was up 9%"."""

from collections.abc import Iterator

from sheetsync.evidence import lexicon
from sheetsync.evidence.counting import LEVELS, RISES, amount_at, mark_like, parted, word_like
from sheetsync.evidence.standing import place_of_key
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind

Tokens = tuple[Token, ...]


def risen(claim: Tokens) -> Iterator[Tokens]:
    """Yield each other way of telling a rise or a fall."""
    yield from _risen(claim)
    yield from _risen_to(claim)
    yield from _risen_from(claim)


def exceeding(claim: Tokens) -> Iterator[Tokens]:
    """Read "7% more than the year before" as "up 7% on the year before"."""
    for at in range(2, len(claim) - 2):
        more = claim[at].low in {"more", "less", "fewer"} and claim[at + 1].low == "than"
        if more and claim[at - 1].key == "percent" and claim[at - 2].kind is Kind.NUMBER:
            way = word_like(claim[at], "up" if claim[at].low == "more" else "down")
            amount = claim[at - 2 : at]
            yield (*claim[: at - 2], way, *amount, word_like(way, "on"), *claim[at + 2 :])


def _risen(claim: Tokens) -> Iterator[Tokens]:
    """Read "visits rose 9%" as "visits were up 9%", and the other way round."""
    for at, token in enumerate(claim[:-1]):
        if not at:
            continue
        by = at + 1 + (claim[at + 1].low == "by")
        if token.key in LEVELS and token.form is Form.PAST and amount_at(claim, by):
            way = "up" if token.key in RISES else "down"
            for was in ("was", "were"):
                yield (*claim[:at], word_like(token, was), word_like(token, way), *claim[by:])
        ways = {"up": "rose", "down": "fell"}
        if token.low in lexicon.BE_PAST and claim[at + 1].low in ways and amount_at(claim, at + 2):
            yield (*claim[:at], word_like(token, ways[claim[at + 1].low]), *claim[at + 2 :])


def _risen_to(claim: Tokens) -> Iterator[Tokens]:
    """Read "revenue grew 11% to £3m in 2024" as "revenue was £3m in 2024, up 11%"."""
    at = place_of_key(LEVELS, claim)
    if not at or claim[at].form is not Form.PAST:
        return
    by = at + 1 + ([t.low for t in claim[at + 1 : at + 2]] == ["by"])
    change = amount_at(claim, by)
    to = by + len(change)
    level = amount_at(claim, to + 1)
    if not change or not level or claim[to].low != "to":
        return
    way = word_like(claim[at], "up" if claim[at].key in RISES else "down")
    body, end = parted(claim)
    rest = body[to + 1 + len(level) :]
    was = word_like(way, "was")
    yield (*claim[:at], was, *level, *rest, mark_like(way, ","), way, *change, *end)


def _risen_from(claim: Tokens) -> Iterator[Tokens]:
    """Read "the rate rose from 55% to 61%" as "the rate was 61%, up from 55%"."""
    at = place_of_key(LEVELS, claim)
    start = amount_at(claim, at + 2)
    to = at + 2 + len(start)
    level = amount_at(claim, to + 1)
    fronted = [t.low for t in (*claim[at + 1 : at + 2], *claim[to : to + 1])]
    if not at or claim[at].form is not Form.PAST or not level or fronted != ["from", "to"]:
        return
    way = word_like(claim[at], "up" if claim[at].key in RISES else "down")
    body, end = parted(claim)
    rest = body[to + 1 + len(level) :]
    was, pause = word_like(way, "was"), mark_like(way, ",")
    yield (*claim[:at], was, *level, *rest, pause, way, claim[at + 1], *start, *end)
