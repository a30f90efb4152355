"""Take light verbs out of a claim: "You run 46 trucks" says no more than a note "46 trucks".

A verb that only says that the lead has a thing, or that a level is what it is, adds nothing to
a bare note. One that says what is done with it ("you sell 46 trucks") does, and stays.
"""

from collections.abc import Iterator

from sheetsync.evidence import lexicon
from sheetsync.evidence.checks import is_time
from sheetsync.evidence.counting import amount_at, parted, word_like
from sheetsync.evidence.standing import begins_with_who
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind, analyse

Tokens = tuple[Token, ...]

_HOLDS = frozenset(analyse(word).key for word in ("run", "operate", "hold", "count", "contain"))
_OFFERS = frozenset({"offer", "offers", "provide", "provides", "have", "has"})
_SHARES = frozenset({("stands", "for"), ("stand", "for")})
_REACHES = {"came": "was", "comes": "is", "amounted": "was", "amounts": "is", "come": "are"}
_COME = {"come": "are", "comes": "is"}
_BY_WHICH = frozenset({"via", "from", "through", "by"})
"""Behind a share they tell how it comes: "70% of bookings via Kolb"."""
_PAST_TOTALS = frozenset({"totalled", "totaled"})
_BOUND = frozenset({"from", "by"})
"""Who else may be the one that offers it: "free training from Kolb"."""


def lightly(claim: Tokens) -> Iterator[Tokens]:
    """Yield a claim with its light verb as plain "have" or "be"."""
    for at, token in enumerate(claim[:-1]):
        if not at:
            continue
        yield from _counting(claim, at)
        yield from _amounting(claim, at)
        following = claim[at + 1]
        if (token.kind, following.low) == (Kind.BE, "among") and claim[at + 2 :]:
            body, end = parted(claim)
            yield (*body[at + 2 :], token, *claim[:at], *end)
        if token.low in _COME and (amount_at(claim, 0) or claim[0].low == "half"):
            led = at + 1 + (following.low == "in")
            if led < len(claim) and claim[led].low in _BY_WHICH:
                yield from _being(claim, at, led, _COME[token.low])
            elif following.low == "in":
                yield from _being(claim, at, at + 1, _COME[token.low])
        held = token.kind is Kind.BE and following.low == "at" and at == 1
        if held and token.low in lexicon.BE_NOW and at + 2 < len(claim) and _counts(claim[at + 2]):
            yield (*claim[:at], word_like(token, "have"), *claim[at + 2 :])
        if token.low in {"include", "includes"}:
            yield from _being(claim, at, at + 1, "is")
        if (token.low, following.low) in {("takes", "place"), ("take", "place")}:
            yield from _being(claim, at, at + 2, "is")


def _counting(claim: Tokens, at: int) -> Iterator[Tokens]:
    """Read "You run 46 trucks" as "You have 46 trucks", "the staff numbers 46" as "staff of 46"."""
    token = claim[at]
    if not _counts(claim[at + 1]):
        return
    if token.key in _HOLDS and token.kind is Kind.WORD and token.form is not Form.ING:
        had = "had" if token.form is Form.PAST else "have"
        yield (*claim[:at], word_like(token, had), *claim[at + 1 :])
    if token.low in {"numbers", "totals"}:
        yield from _being(claim, at, at + 1, "is")
        yield (*claim[:at], word_like(token, "of"), *claim[at + 1 :])


def _amounting(claim: Tokens, at: int) -> Iterator[Tokens]:
    """Read "came to £5m", "stands for 9%" and "totalled 40" as "was £5m", "is 9%", "was 40"."""
    token, following = claim[at], claim[at + 1]
    if token.low in _REACHES and following.low == "to" and amount_at(claim, at + 2):
        yield from _being(claim, at, at + 2, _REACHES[token.low])
    if token.low == "account-for" and len(amount_at(claim, at + 1)) > 1:
        yield from _being(claim, at, at + 1, "is")
    if token.low in _PAST_TOTALS and amount_at(claim, at + 1):
        yield from _being(claim, at, at + 1, "was")
    if (token.low, following.low) in _SHARES and len(amount_at(claim, at + 2)) > 1:
        yield from _being(claim, at, at + 2, "is")


def _being(claim: Tokens, at: int, rest: int, link: str) -> Iterator[Tokens]:
    plural = {"is": "are", "was": "were"}
    for low in (link, plural.get(link, "")):
        if low:
            yield (*claim[:at], word_like(claim[at], low), *claim[rest:])


def _counts(token: Token) -> bool:
    return token.kind is Kind.NUMBER and not is_time(token)


_AGENTS = lexicon.ORGANISATIONS | {"seller", "designer", "breeder", "packer", "bottler", "owner"}


def as_agent(claim: Tokens) -> Iterator[Tokens]:
    """Read "You make trolleys" as "maker of trolleys"."""
    if len(claim) < 3 or not begins_with_who(claim):
        return
    verb = claim[1]
    base = verb.low.removesuffix("s")
    stem = base.removesuffix("e")
    for noun in (base + "r", stem + "er", stem + "or", base.removesuffix("y") + "ier"):
        if noun in _AGENTS:
            agent = word_like(verb, noun)
            yield (agent, word_like(verb, "of"), *claim[2:])
            stop = next((n for n, t in enumerate(claim) if n > 2 and t.kind is not Kind.WORD), 0)
            yield (*claim[2:stop], agent, *claim[stop:])


def offered(claim: Tokens) -> Iterator[Tokens]:
    """Read "You offer free returns" as "free returns", a note of nothing else.

    Only a thing without a name: who "offers Kolb" may as well use it.
    """
    if len(claim) < 4 or not begins_with_who(claim):
        return
    rest = claim[2:] if claim[1].low in _OFFERS else ()
    if rest and rest[0].kind is Kind.ARTICLE:
        rest = rest[1:]
    if not rest or rest[0].capital or rest[0].kind is not Kind.WORD:
        return
    if not any(t.low in _BOUND for t in rest):
        yield rest
