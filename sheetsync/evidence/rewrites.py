"""The few ways in which a sentence is turned around and still says the same.

Each construction yields the claim's own words in another order, which must then
read along the quote like any other claim: voice ("led the round", "led by"), an
adjunct in front ("In May, …"), a share ("31 of your 140 staff are …"), an agent
("Tom owns the budget"), and a date, which may stand anywhere in its own clause.
"""

from collections.abc import Iterator

from sheetsync.evidence import lexicon
from sheetsync.evidence.checks import is_time
from sheetsync.evidence.counting import parted, word_like
from sheetsync.evidence.dated_items import dated_items
from sheetsync.evidence.ergatives import phrase_end, self_moved
from sheetsync.evidence.item_before import of_item_before
from sheetsync.evidence.listed import listed, without_owner
from sheetsync.evidence.moved import moved
from sheetsync.evidence.noted import noted
from sheetsync.evidence.nouns import noun_turns
from sheetsync.evidence.past_notes import in_the_past
from sheetsync.evidence.redated import without_date
from sheetsync.evidence.reordered import reordered
from sheetsync.evidence.standing import place_of_key
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.trades_noted import does_what_is_noted
from sheetsync.evidence.turns import turns
from sheetsync.evidence.under_labels import under_label
from sheetsync.evidence.verbs import verb_turns
from sheetsync.evidence.words import UNCHANGED_PAST, Form, Kind

Tokens = tuple[Token, ...]
_PERIODS = frozenset(
    "year quarter half month months end start beginning close ended ending to of fiscal financial".split()
)
_LONGEST_PERIOD = 7
_ENDS_THING = frozenset({Kind.PREPOSITION, Kind.POINT})


def rewrites(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Yield other orders of a claim's words that mean the same."""
    yield from moved(claim, statement)
    yield from does_what_is_noted(claim, statement)
    dated = without_date(claim, statement)
    for turned in (claim, *dated, *_time_last(claim), *without_owner(claim, statement)):
        if turned is not claim:
            yield turned
        yield from _adjunct_last(turned)
        yield from _adjunct_first(turned)
        yield from _active(turned)
        yield from _passive(turned)
        yield from self_moved(turned)
        yield from noun_turns(turned, statement)
        yield from _inverted(turned)
        yield from _agent(turned, statement)
        yield from _label_first(turned, statement)
        yield from _role_behind_name(turned)
        yield from noted(turned, statement)
        yield from turns(turned, statement)
        yield from in_the_past(turned, statement)
        yield from listed(turned, statement)
        yield from dated_items(turned, statement)
        yield from under_label(turned, statement)
        yield from of_item_before(turned, statement)
        yield from reordered(turned, statement)
        yield from verb_turns(turned, statement)


def _adjunct_last(claim: Tokens) -> Iterator[Tokens]:
    """Read "On mobile your page loads" as "your page loads on mobile"."""
    if not claim or claim[0].kind is not Kind.PREPOSITION:
        return
    body, end = parted(claim)
    comma = next((n for n, t in enumerate(body) if t.low == ","), 0)
    period = _period_end(body)
    if period:
        yield body[period:] + body[:period] + end
    if comma:
        yield body[comma + 1 :] + body[:comma] + end
    items = [n for n, t in enumerate(body) if t.kind in {Kind.WORD, Kind.NUMBER}]
    if items:
        item = items[0]
        if comma > item:
            yield body[item + 1 : comma] + body[: item + 1] + body[comma:] + end
        yield body[item + 1 :] + body[: item + 1] + end


def _time_last(claim: Tokens) -> Iterator[Tokens]:
    """Read "In 2018 you bought a crane" as "you bought a crane in 2018", and "May-June 2025" too."""
    stop = int(claim[0].kind is Kind.PREPOSITION)
    while stop < len(claim) and (is_time(claim[stop]) or claim[stop].low in {"to", "-"}):
        stop += 1
    if stop < 2 or stop + 2 >= len(claim) or not is_time(claim[stop - 1]):
        return
    body, end = parted(claim)
    start = stop + (claim[stop].low == ",")
    yield (*body[start:], *claim[:stop], *end)


def _period_end(body: Tokens) -> int:
    """Return where "In the year to March 2025" ends, in front of the clause; 0 without one."""
    for at, token in enumerate(body[:_LONGEST_PERIOD]):
        if is_time(token):
            return at + 1 if at + 1 < len(body) and body[at + 1].low != "," else 0
        if token.kind not in {Kind.PREPOSITION, Kind.ARTICLE} and token.low not in _PERIODS:
            return 0
    return 0


def _adjunct_first(claim: Tokens) -> Iterator[Tokens]:
    """Read "Your page loads slowly on mobile" as "on mobile your page …"."""
    places = [n for n, t in enumerate(claim) if t.kind is Kind.PREPOSITION and n > 1]
    if not places:
        return
    body, end = parted(claim)
    yield body[places[-1] :] + body[: places[-1]] + end
    for at in places[:-1]:
        if is_time(body[at + 1]):
            yield body[at : at + 2] + body[:at] + body[at + 2 :] + end


def _active(claim: Tokens) -> Iterator[Tokens]:
    """Read "X was bought by Y in May" as "Y bought X in May"."""
    for at in range(1, len(claim) - 3):
        if (
            claim[at].kind is Kind.BE
            and (
                claim[at + 1].form is Form.PAST
                or (claim[at].low in lexicon.BE_NOW and claim[at + 1].low in UNCHANGED_PAST)
            )
            and claim[at + 2].low == "by"
        ):
            stop = phrase_end(claim, at + 3)
            verb = claim[at + 1]
            if claim[at].low in lexicon.BE_NOW:
                verb = verb._replace(low=verb.key, form=Form.BASE)
            yield (*claim[at + 3 : stop], verb, *claim[:at], *claim[stop:])
            return


def _passive(claim: Tokens) -> Iterator[Tokens]:
    """Read "Y led the round" as "the round led by Y", with "was" where the quote has it."""
    at = next(
        (n for n, t in enumerate(claim) if n and t.form is Form.PAST and t.kind is Kind.WORD), 0
    )
    if not at or at + 1 >= len(claim) or any(t.kind is Kind.BE for t in claim[:at]):
        return
    stop = phrase_end(claim, at + 1)
    if stop + 1 < len(claim) and claim[stop].low == "of":
        stop = phrase_end(claim, stop + 1)
    verb = claim[at]
    by = verb._replace(text="by", low="by", key="by", kind=Kind.PREPOSITION, form=Form.OPEN)
    was = verb._replace(text="was", low="was", key="was", kind=Kind.BE, form=Form.OPEN)
    thing, agent, rest = claim[at + 1 : stop], claim[:at], claim[stop:]
    for last in range(stop + 1, len(claim)):
        if claim[stop].low in {"in", "for"} and (claim[last].kind in _ENDS_THING):
            yield (*claim[at + 1 : last], was, verb, by, *agent, *claim[last:])
    if len(thing) == 1 and thing[0].low == "us":
        yield (verb, by, *agent, *rest)
    yield (*thing, was, verb, by, *agent, *rest)
    if thing and thing[0].kind is Kind.PERSON and thing[0].low != "your":
        for end in range(at + 3, len(claim)):
            if claim[end].kind in {Kind.PREPOSITION, Kind.POINT}:
                yield (thing[0], was, verb, *claim[at + 2 : end], by, *agent, *claim[end:])


def passive_things(claim: Tokens) -> Iterator[Tokens]:
    """Read "Y led the round" as the thing "round led by Y", which may stand inside a sentence."""
    for turned in _passive(claim):
        yield tuple(t for t in turned if t.text != "was" or t.kind is not Kind.BE)


def _inverted(claim: Tokens) -> Iterator[Tokens]:
    """Read "Tom is the budget owner" as "the budget owner is Tom", "since 2018" behind both."""
    since = next((n for n, t in enumerate(claim) if t.low == "since"), len(claim))
    end = claim[-1:] if claim[-1].low == "." and since == len(claim) else ()
    body, tail = claim[: since - len(end)], claim[since:] or end
    verbs = [n for n, t in enumerate(body) if t.kind is Kind.BE]
    defined = len(verbs) == 1 and _definite(body[verbs[0] + 1 :])
    placed = any(t.kind is Kind.PREPOSITION and t.low != "of" for t in body)
    if len(verbs) == 1 and (defined or not placed):
        at = verbs[0]
        start = at - 1 if at and body[at].low == "been" and body[at - 1].kind is Kind.HAVE else at
        yield (*body[at + 1 :], body[at], *body[:start], *tail)
        if start < at and tail:
            behind, stop = parted(tail)
            link = word_like(body[at], "is")
            yield (*body[at + 1 :], *behind, link, *body[:start], *stop)


def _definite(words: Tokens) -> bool:
    """Find "your distributor in France" behind "is", which tells who, not where."""
    thing = len(words) > 2 and (words[0].kind is Kind.PERSON or words[0].low == "the")
    return thing and words[1].kind is Kind.WORD and words[1].form is Form.BASE


def _agent(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "Tom owns the budget" as "budget owner is Tom"."""
    agents = {t.key for t in statement.tokens if t.low in {"owner", "holder", "sponsor"}}
    at = next((n for n, t in enumerate(claim) if n and t.key in agents and t.low[-1:] == "s"), 0)
    if not at:
        return
    verb, (body, end) = claim[at], parted(claim)
    link = verb._replace(text="is", low="is", key="is", kind=Kind.BE, form=Form.OPEN)
    thing = body[at + 1 :]
    yield (*thing, verb, link, *claim[:at], *end)
    of = word_like(verb, "of")
    yield (verb, of, *thing, link, *claim[:at], *end)


def _label_first(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "You have 200 Instagram followers" as "Instagram: 200 followers"."""
    if len(statement.tokens) < 3:
        return
    if statement.tokens[1].low != ":" and statement.tokens[1].kind is not Kind.NUMBER:
        return
    label = statement.tokens[0].key
    at = place_of_key({label}, claim)
    if at and claim[at - 1].kind is Kind.NUMBER:
        yield (claim[at], *claim[:at], *claim[at + 1 :])


def _role_behind_name(claim: Tokens) -> Iterator[Tokens]:
    """Read "Your CFO, Tom Weller, owns" as "Tom Weller, CFO, owns", and that as "CFO Tom Weller"."""
    commas = [n for n, t in enumerate(claim) if t.low == ","]
    if len(commas) < 2 or commas[0] > 4:
        return
    first, second = commas[0], commas[1]
    title = tuple(t for t in claim[first + 1 : second] if t.kind is Kind.WORD)
    if title and title[-1].key in lexicon.ROLE_KEYS and all(t.capital for t in claim[:first]):
        yield (*title, *claim[:first], *claim[second + 1 :])
    role = tuple(t for t in claim[:first] if t.kind is Kind.WORD or t.kind is Kind.PREPOSITION)
    name = claim[first + 1 : second]
    if role and name and all(t.capital for t in name):
        yield (*name, claim[first], *role, claim[second], *claim[second + 1 :])
