"""Say a claim in plainer words: parts of a whole, followers, what is in use, what it covers.

Like :mod:`sheetsync.evidence.wordings`, each reading changes words of the claim, never of
the evidence, and must then read along a statement like any other claim.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from sheetsync.evidence.cast import COMPANY
from sheetsync.evidence.counting import amount_at, as_count, mark_like, of_them, parted, word_like
from sheetsync.evidence.standing import place_of
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Kind

Tokens = tuple[Token, ...]

_WHOSE = frozenset({"your", "the", "its", "their"})
_GENERATION = 3


def plainly(claim: Sequence[Token]) -> Iterator[Tokens]:
    """Yield each plainer wording of a claim."""
    lows, tokens = {token.low for token in claim}, tuple(claim)
    for word, wording in _WORDINGS:
        if word in lows:
            yield from wording(tokens)


def _of_the_whole(claim: Tokens) -> Iterator[Tokens]:
    """Read "Of your 9 vans, 3 are old" as "3 of your 9 vans are old" and "9 vans, 3 old".

    "On your page" may stand behind the whole, which then is what the page lists.
    """
    comma = next((n for n, t in enumerate(claim) if t.low == ","), len(claim))
    if claim[0].low != "of" or comma < _GENERATION or comma + 2 >= len(claim):
        return
    of, *_ = claim
    whole, rest = claim[1:comma], claim[comma + 1 :]
    if rest[0].kind is not Kind.NUMBER or rest[1].kind is not Kind.BE:
        return
    on = next((n for n, t in enumerate(whole) if t.kind is Kind.PREPOSITION), len(whole))
    for thing in (whole, whole[:on]):
        part = (rest[0], of, *thing, *rest[1:])
        yield part
        counted = as_count(part)
        if not counted:
            return
        yield from (counted, of_them(counted))
        if thing != whole and whole[on].low in {"on", "in"} and whole[on + 1].low in _WHOSE:
            page = (*whole[on + 1 :], mark_like(of, ":"))
            yield (*page, *counted)
            yield (*whole[on + 1 :], word_like(of, "lists"), *counted)


def _as_label(claim: Tokens) -> Iterator[Tokens]:
    """Read "8 of your 12 yards are certified" as "certified yards: 8 out of 12"."""
    body, end = parted(claim)
    if len(body) < _GENERATION * 2 or body[0].kind is not Kind.NUMBER or body[1].low != "of":
        return
    start = 2 + (body[2].low in _WHOSE)
    be = next((n for n, t in enumerate(body) if n > start + 1 and t.low in {"are", "is"}), None)
    if be is None or body[start].kind is not Kind.NUMBER:
        return
    thing, sort = body[start + 1 : be], body[be + 1 :]
    if not sort or any(t.kind is not Kind.WORD and t.low != "-" for t in (*thing, *sort)):
        return
    number, of, *_ = body
    out = word_like(of, "out")
    for link in ((of,), (out, of)):
        yield (*sort, *thing, mark_like(out, ":"), number, *link, body[start], *end)


def _out_of(claim: Tokens) -> Iterator[Tokens]:
    """Read "8 out of your 12 yards" as "8 of your 12 yards"."""
    for at in range(1, len(claim) - 1):
        out = claim[at].low == "out" and claim[at + 1].low == "of"
        if out and claim[at - 1].kind is Kind.NUMBER:
            plain = (*claim[:at], *claim[at + 1 :])
            yield plain
            yield from _as_label(plain)


def _followed(claim: Tokens) -> Iterator[Tokens]:
    """Read "900 people follow you on Kolb" as "You have 900 followers on Kolb"."""
    for at, token in enumerate(claim[:-1]):
        if at != 2 or token.low != "follow" or claim[at + 1].kind is not Kind.PERSON:
            continue
        if claim[0].kind is Kind.NUMBER and claim[1].low in {"people", "users", "accounts"}:
            have, followers = word_like(token, "have"), word_like(token, "followers")
            yield (claim[at + 1], have, claim[0], followers, *claim[at + 2 :])


def _is_theirs(token: Token) -> bool:
    return token.key == COMPANY or token.low in {"you", "your"}


def _in_use(claim: Tokens) -> Iterator[Tokens]:
    """Read "Kolb is in use at your yard" as "You use Kolb at your yard"."""
    at = place_of({"is", "are"}, claim[:-2])
    if not at or [t.low for t in claim[at + 1 : at + 3]] != ["in", "use"]:
        return
    rest = claim[at + 3 :]
    if len(rest) > 1 and rest[0].low in {"at", "by", "with"} and _is_theirs(rest[1]):
        owns = rest[1].low == "your" or (len(rest) > 2 and rest[2].low == "'s")
        if not owns:
            rest = rest[2:]
    you = word_like(claim[at], "you")._replace(kind=Kind.PERSON)
    yield (you, word_like(claim[at], "use"), *claim[:at], *rest)


def _generation(claim: Tokens) -> Iterator[Tokens]:
    """Read "a family firm in its third generation" as "a family firm, third generation".

    So with "a third-generation family firm", and "your firm is a family firm".
    """
    at = next(n for n, t in enumerate(claim) if t.low == "generation")
    start = at - 1
    if start < 1 or claim[start].quantity is None:
        dashed = start > 1 and claim[start].low == "-"
        if dashed and claim[start - 1].quantity is not None:
            stop = at + 1
            while stop < len(claim) and claim[stop].kind is Kind.WORD:
                stop += 1
            told = (mark_like(claim[at], ","), claim[start - 1], claim[at])
            yield (*claim[: start - 1], *claim[at + 1 : stop], *told, *claim[stop:])
        return
    led = start
    while led and claim[led - 1].low in {"in", "the", *_WHOSE}:
        led -= 1
    plain = (*claim[:led], mark_like(claim[at], ","), *claim[start:])
    yield plain
    be = next((n for n, t in enumerate(plain) if t.low == "is"), None)
    if be == 2 and plain[0].low == "your" and plain[1].low in {"firm", "company", "business"}:
        you = plain[0]._replace(text="you", low="you")
        yield (you, *plain[be:])


def _covered(claim: Tokens) -> Iterator[Tokens]:
    """Read "The recall in May covered 90 tyres" as "Recall in May: 90 tyres"."""
    at = next(n for n, t in enumerate(claim) if t.low in {"covered", "covers"})
    front = claim[:at]
    counted = at + 1 < len(claim) and claim[at + 1].kind is Kind.NUMBER
    if counted and front and all(t.kind is not Kind.MARKED for t in front):
        yield (*front, mark_like(claim[at], ":"), *claim[at + 1 :])


def _before_that(claim: Tokens) -> Iterator[Tokens]:
    """Read "and on Kolb before that" as "; before that Kolb"."""
    at = place_of({"before"}, claim[:-1])
    if not at or claim[at + 1].low != "that":
        return
    start = at
    while start and claim[start - 1].capital and claim[start - 1].kind is Kind.WORD:
        start -= 1
    name, led = claim[start:at], start
    while led and claim[led - 1].low in {"on", "with", "and", ","}:
        led -= 1
    if name and led < start:
        mark = mark_like(claim[at], ";")
        yield (*claim[:led], mark, *claim[at : at + 2], *name, *claim[at + 2 :])


def _among(claim: Tokens) -> Iterator[Tokens]:
    """Read "Your clients include Kolb and Nord" as "Kolb and Nord are your clients".

    So with "You count Kolb and Nord among your clients", "clients such as Kolb".
    """
    body, end = parted(claim)
    lows = [t.low for t in body]
    names: Tokens = ()
    label: Tokens = ()
    if lows[:1] == ["your"]:
        at = next((n for n, low in enumerate(lows) if low in {"include", "includes"}), len(body))
        label, names = body[1:at], body[at + 1 :]
    elif lows[:2] == ["you", "count"] and "among" in lows:
        at = lows.index("among")
        label, names = body[at + 2 :], body[2:at]
    elif lows[:2] == ["you", "have"] and ("such", "as") in pairwise(lows):
        at = lows.index("such")
        label, names = body[2:at], body[at + 2 :]
    plain = all(t.kind is Kind.WORD and not t.capital for t in label)
    if label and names and plain and all(_in_list(t) for t in names):
        link = word_like(names[0], "are")
        yield (*names, link, word_like(names[0], "your"), *label, *end)


def _in_list(token: Token) -> bool:
    return (token.capital and token.kind is Kind.WORD) or token.low in {",", "and", "&"}


def shares(claim: Tokens) -> Iterator[Tokens]:
    """Read "Tea is 70% of your sales, coffee 20%" as "70% of your sales is tea, 20% coffee"."""
    body, end = parted(claim)
    at = next(
        (n for n, t in enumerate(body) if n and (t.kind is Kind.BE or t.low == "account-for")), None
    )
    if at is None:
        return
    amount = amount_at(body, at + 1)
    of = at + 1 + len(amount)
    if len(amount) < 2 or of >= len(body) or body[of].low != "of":
        return
    if any(t.kind is not Kind.WORD for t in body[:at]):
        return
    stop = next((n for n in range(of, len(body)) if body[n].low in {",", "and"}), len(body))
    link = body[at] if body[at].kind is Kind.BE else word_like(body[at], "is")
    turned: list[Token] = [*amount, *body[of:stop], link, *body[:at]]
    while stop < len(body):
        joint = [t for t in body[stop : stop + 2] if t.low in {",", "and"}]
        start = stop + len(joint)
        number = next((n for n in range(start, len(body)) if body[n].kind is Kind.NUMBER), None)
        if number is None:
            return
        part, thing = amount_at(body, number), body[start:number]
        if not thing or any(t.kind is not Kind.WORD for t in thing):
            return
        turned.extend((*joint, *part, *thing))
        stop = number + len(part)
    yield (*turned, *end)


_WORDINGS: tuple[tuple[str, Callable[[Tokens], Iterator[Tokens]]], ...] = (
    ("of", _of_the_whole),
    ("of", _as_label),
    ("out", _out_of),
    ("follow", _followed),
    ("use", _in_use),
    ("generation", _generation),
    ("covered", _covered),
    ("covers", _covered),
    ("before", _before_that),
    ("account-for", shares),
    ("include", _among),
    ("includes", _among),
    ("among", _among),
    ("such", _among),
)
"""The word that must stand in a claim, and what can be said plainer then."""
