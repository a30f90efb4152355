"""Say a claim in the shorter words that notes and web pages have for it.

"You are hiring a baker" is "Job ad: Baker" on a page, and "your page lists 9 jobs"
is "Page: 9 jobs". Each reading changes words of the claim, never of the evidence, and
must then read along a statement like any other claim.
"""

from collections.abc import Callable, Iterator, Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.arrows import arrowed
from sheetsync.evidence.counting import LEVELS, mark_like, word_like
from sheetsync.evidence.honours import honoured
from sheetsync.evidence.levels import exceeding, risen
from sheetsync.evidence.plainer import plainly
from sheetsync.evidence.standing import full_stop, place_of
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind

Tokens = tuple[Token, ...]

_SAID = frozenset({"said", "says", "told", "wrote", "writes"})
_LISTS = frozenset({"lists", "shows", "has", "mentions", "advertises", "includes", "list", "says"})
_LATEST = 8


def worded(claim: Sequence[Token]) -> Iterator[Tokens]:
    """Yield each other wording of a claim that says the same."""
    lows = {token.low for token in claim}
    tokens = tuple(claim)
    if "including" in lows:
        tokens = included(tokens)
        yield tokens
    for words, wording in _WORDINGS:
        if not lows.isdisjoint(words):
            yield from wording(tokens)
    yield from plainly(tokens)
    if not lows.isdisjoint({"up", "down"}) or not LEVELS.isdisjoint(t.key for t in tokens):
        yield from risen(tokens)


def _having_none(claim: Tokens) -> Iterator[Tokens]:
    """Read "You don't have a portal" as "You have no portal", and the other way round."""
    for at, token in enumerate(claim[:-2]):
        denied = token.kind is Kind.DO and claim[at + 1].low == "not"
        if denied and claim[at + 2].low == "have":
            stop = at + 3
            stop += stop < len(claim) and claim[stop].low in {"a", "an", "any"}
            no = word_like(token, "no")
            yield (*claim[:at], claim[at + 2], no, *claim[stop:])
        if token.kind is Kind.HAVE and claim[at + 1].low == "no":
            do = word_like(token, "do")
            yield (*claim[:at], do, word_like(do, "not"), token, *claim[at + 2 :])


def _not_yet_done(claim: Tokens) -> Iterator[Tokens]:
    """Read "A head has not been named" as "Head not named", a note without its verb."""
    for at, token in enumerate(claim[:-3]):
        lows = [t.low for t in claim[at + 1 : at + 3]]
        done = claim[at + 3].form is Form.PAST
        if at and token.low in {"has", "have"} and lows == ["not", "been"] and done:
            yield (*claim[:at], claim[at + 1], *claim[at + 3 :])
        if at and token.kind is Kind.BE and lows[0] == "not" and claim[at + 2].form is Form.PAST:
            yield (*claim[:at], *claim[at + 1 :])


def _though(claim: Tokens) -> Iterator[Tokens]:
    """Read "You use Kolb, though not all are live" as "You use Kolb, not all are live"."""
    at = next(n for n, t in enumerate(claim) if t.low in _CONTRASTS)
    if at and claim[at - 1].low == ",":
        yield (*claim[:at], *claim[at + 1 :])


_CONTRASTS = frozenset({"though", "although"})


def _nothing_before(claim: Tokens) -> Iterator[Tokens]:
    """Read "Nothing can happen before May" as "Nothing before May" and "Not before May"."""
    at = next(n for n, t in enumerate(claim) if t.low == "nothing")
    lows = [t.low for t in claim[at + 1 : at + 4]]
    if lows != ["can", "happen", "before"]:
        return
    yield (*claim[: at + 1], *claim[at + 3 :])
    yield (*claim[:at], word_like(claim[at], "not"), *claim[at + 3 :])


def _there_will_be(claim: Tokens) -> Iterator[Tokens]:
    """Read "There will be no decision before May" as "There is no decision before May"."""
    lows = [t.low for t in claim]
    when = any(t.low in {"before", "until", "till"} for t in claim[4:])
    if not when or lows[0] != "there":
        return
    there, will = claim[:2]
    link = word_like(will, "is")
    if lows[1:4] == ["will", "be", "no"]:
        yield (there, link, *claim[3:])
    elif lows[1:4] == ["will", "not", "be"] and lows[4] in {"a", "an", "any"}:
        yield (there, link, word_like(link, "no"), *claim[5:])


def _left(claim: Tokens) -> Iterator[Tokens]:
    """Read "You left Kolb in 2023" as "Churned from Kolb in 2023" and the like."""
    at = place_of({"left"}, claim[:3])
    stop = at + 1
    while stop < len(claim) and claim[stop].capital and claim[stop].kind is Kind.WORD:
        stop += 1
    name, rest = claim[at + 1 : stop], claim[stop:]
    if not at or claim[0].kind is not Kind.PERSON or not name:
        return
    churned = word_like(claim[at], "churned")
    yield (churned, word_like(churned, "from"), *name, *rest)
    when = [t for t in rest if t.kind is Kind.NUMBER]
    if len(when) != 1 or any(t.kind is Kind.WORD for t in rest) or rest[0].low != "in":
        return
    label = (word_like(churned, "previous"), word_like(churned, "vendor"), mark_like(churned, ":"))
    for verb in (churned, claim[at]):
        yield (*label, *name, mark_like(verb, "("), verb, *when)


def _employing(claim: Tokens) -> Iterator[Tokens]:
    """Read "You employ 90 people" as "You have 90 people"."""
    for at, token in enumerate(claim[:-2]):
        number, people = claim[at + 1 : at + 3]
        counted = token.low == "employ" and number.kind is Kind.NUMBER
        if counted and people.low in {"staff", "people", "employees"}:
            have, staff = word_like(token, "have"), word_like(people, "employees")
            yield (*claim[:at], have, *claim[at + 1 :])
            yield (*claim[:at], have, number, staff, *claim[at + 3 :])


def _collected(claim: Tokens) -> Iterator[Tokens]:
    """Read "a fleet of 58 vans" as "58 vans"."""
    for at in range(len(claim) - 2):
        of = claim[at].low in lexicon.COLLECTIVES and claim[at + 1].low == "of"
        if of and claim[at + 2].kind is Kind.NUMBER and at and claim[at - 1].low == "a":
            yield (*claim[: at - 1], *claim[at + 2 :])
            return


def included(claim: Tokens) -> Tokens:
    """Read "9 jobs, including 3 for bakers" as "9 jobs, 3 of them bakers"."""
    at = next(n for n, t in enumerate(claim) if t.low == "including")
    if at + 2 >= len(claim) or claim[at + 1].kind is not Kind.NUMBER:
        return claim
    rest = claim[at + 2 :]
    if rest[0].low in {"for", "in"}:
        rest = rest[1:] if rest[0].low == "for" else rest
    them = (word_like(claim[at], "of"), word_like(claim[at], "them"))
    comma = () if claim[at - 1].low == "," else (mark_like(claim[at], ","),)
    return (*claim[:at], *comma, claim[at + 1], *them, *rest)


def _unsaid(claim: Tokens) -> Iterator[Tokens]:
    """Read "Lee Park said on Radio X that …" as 'Lee Park on Radio X: …'."""
    at = place_of(_SAID, claim[:_LATEST])
    ends = (n for n in range(at + 1, len(claim)) if claim[n].low in {"that", '"', ","})
    that = next(ends, 0)
    if not at or not that or claim[0].low in {"you", "i", "we"}:
        return
    if all(t.capital or t.kind is not Kind.WORD for t in claim[at + 1 : that]):
        yield (*claim[:at], *claim[at + 1 : that], mark_like(claim[that], ":"), *claim[that + 1 :])


def _taken(claim: Tokens) -> Iterator[Tokens]:
    """Read "It takes you 15 days to close the books" as "closing the books takes 15 days"."""
    at = place_of({"takes", "took"}, claim)
    rest = claim[at + 1 :]
    if not at or not rest:
        return
    if rest[0].low == "you":
        rest = rest[1:]
        if claim[0].low != "it":
            yield (*claim[: at + 1], *rest)
    to = next((n for n, t in enumerate(rest) if t.low == "to"), 0)
    if claim[0].low != "it" or at != 1 or not to or to + 1 >= len(rest):
        return
    end = full_stop(rest)
    done = rest[to + 1]._replace(form=Form.OPEN)
    thing = rest[to + 2 : len(rest) - len(end)]
    yield (done, *thing, claim[at], *rest[:to], *end)
    if thing:
        yield (*thing, claim[at], *rest[: to + 2], *end)


def _participle(claim: Tokens) -> Iterator[Tokens]:
    """Read ", which added nine sites" as ", adding nine sites"."""
    for at, token in enumerate(claim[:-1]):
        if token.low == "which" and at and claim[at - 1].low == ",":
            verb = claim[at + 1]
            if verb.form is Form.PAST and verb.kind is Kind.WORD:
                yield (*claim[:at], verb._replace(form=Form.ING), *claim[at + 2 :])


def _labelled(claim: Tokens) -> Iterator[Tokens]:
    """Read "Your careers page lists 9 jobs" as "Careers page: 9 jobs"."""
    at = place_of(_LISTS, claim[:_LATEST])
    items = [t for t in claim[:at] if t.kind is Kind.WORD]
    if items and all(t.low in lexicon.OWN_SOURCES | lexicon.SOURCE_KINDS for t in items):
        yield (*claim[:at], mark_like(claim[at], ":"), *claim[at + 1 :])


def _one_of(claim: Tokens) -> Iterator[Tokens]:
    """Read "one of your ferries sank" as "a ferry of yours sank"."""
    for at in range(len(claim) - 4):
        lows = [t.low for t in claim[at : at + 3]]
        thing = claim[at + 3]
        if lows == ["one", "of", "your"] and thing.kind is Kind.WORD and thing.low[-1] == "s":
            you = claim[at + 2]._replace(low="you", text="you")
            yield (*claim[:at], word_like(thing, "a"), thing, claim[at + 1], you, *claim[at + 4 :])


def _ranged(claim: Tokens) -> Iterator[Tokens]:
    """Read "from May to July 2026" as "May-July 2026", and "40 to 50 vans" as "40-50 vans"."""
    for at in range(len(claim) - 3):
        first, to, last = claim[at + 1 : at + 4]
        dates = all(t.quantity is not None and t.quantity.sort == "date" for t in (first, last))
        counts = all(t.quantity is not None and t.quantity.sort == "card" for t in (first, last))
        if counts and to.low == "to" and claim[at].low != "from":
            yield (*claim[: at + 2], mark_like(to, "-"), *claim[at + 3 :])
        if dates and (claim[at].low, to.low) in {("from", "to"), ("between", "and")}:
            yield (*claim[:at], first, mark_like(to, "-"), *claim[at + 3 :])


_WORDINGS: tuple[tuple[frozenset[str], Callable[[Tokens], Iterator[Tokens]]], ...] = (
    (frozenset({"not", "no"}), _having_none),
    (frozenset({"not"}), _not_yet_done),
    (_CONTRASTS, _though),
    (frozenset({"employ"}), _employing),
    (frozenset({"nothing"}), _nothing_before),
    (frozenset({"there"}), _there_will_be),
    (frozenset({"left"}), _left),
    (lexicon.COLLECTIVES, _collected),
    (_SAID, _unsaid),
    (frozenset({"takes", "took"}), _taken),
    (frozenset({"which"}), _participle),
    (frozenset({"than"}), exceeding),
    (_LISTS, _labelled),
    (frozenset({"from", "between", "to"}), _ranged),
    (frozenset({"from"}), arrowed),
    (frozenset({"one"}), _one_of),
    (frozenset({"rating", "score", "won"}), honoured),
)
"""Words that must stand in a claim, and what can be said otherwise then."""
