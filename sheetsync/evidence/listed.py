"""Say a claim as the item of a list or the value of a label that notes have for it.

"Carrier: Kolb", "vans on paper until 2023, now online", "Facebook 9k fans, TikTok 4k
fans": such items have no verb, and whose and when they are must follow from the note.
"""

from collections.abc import Iterator, Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.by_place import counted_there
from sheetsync.evidence.columns import Voice
from sheetsync.evidence.counting import parted
from sheetsync.evidence.standing import place_of
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind

Tokens = tuple[Token, ...]

_STARTS = frozenset({",", ";", ".", "\n", "("})
_ENDS = frozenset({",", ";", ".", "\n", "(", "and"})
_PLACES = frozenset({"on", "at", "in"})
_LONGEST_LABEL = 4


def listed(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Yield the claim in each form that an item of a list may have."""
    yield from counted_there(claim, statement)
    if len(statement.numbers) > 1:
        yield from _each_place(claim, statement)
    if ":" in statement.index:
        yield from _value(claim, statement)
        yield from _place_first(claim, statement)
        yield from _due(claim, statement)


def without_owner(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "Your payroll is on Kolb" as "40 vans; payroll on Kolb", a list of the lead's own."""
    if claim[0].low != "your" or statement.voice is not Voice.PUBLIC or len(claim) < 4:
        return
    known = statement.tokens
    for place in statement.index.get(";", ()):
        if place + 1 < len(known) and known[place + 1].key == claim[1].key:
            if own_list(known[: place + 1]):
                yield claim[1:]
            return


def own_list(before: Sequence[Token]) -> bool:
    """Say whether these items of a list tell of nobody but the lead.

    They have no verb and no label, nobody is named but behind a preposition, and there is no
    word for anybody else.
    """
    depth = 0
    for at, token in enumerate(before):
        depth += (token.low == "(") - (token.low == ")")
        if token.low in lexicon.APPOSED or token.low.removesuffix("s") in lexicon.APPOSED:
            return False
        if depth:
            continue
        if token.kind in {Kind.BE, Kind.HAVE, Kind.DO, Kind.CLITIC} or token.low == ":":
            return False
        if token.low == "by" and before[at + 1].capital:
            return False
        led = at and (before[at - 1].kind in _NAME_LEADS or before[at - 1].low in {"/", "-"})
        named = token.capital and token.kind is Kind.WORD
        if named and at and not led and not before[at - 1].capital:
            return False
        if named and not at and not _leads_item(before[1]):
            return False
    return True


_NAME_LEADS = frozenset({Kind.PREPOSITION, Kind.ARTICLE, Kind.NUMBER})


def _leads_item(follower: Token) -> bool:
    """Say whether the first word of a list is a common noun: "Permits for vans", "Van depots"."""
    plain = follower.kind in {Kind.WORD, Kind.NUMBER}
    return plain or follower.low in {"-", "for", "of"}


def _each_place(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "You have 9k fans on TikTok" as "TikTok 9k fans", one item of such a list."""
    body, end = parted(claim)
    on = next((n for n, t in enumerate(body) if t.low in _PLACES and n > 1), len(body))
    start = next((n for n, t in enumerate(body[:on]) if t.kind is Kind.NUMBER), on)
    place, told = body[on + 1 :], body[start:on]
    if len(told) < 2 or not place or not all(t.capital and t.kind is Kind.WORD for t in place):
        return
    if any(t.kind is Kind.WORD for t in body[:start]):
        return
    known, size = statement.tokens, len(place)
    item = [t.key for t in (*place, *told)]
    for at in statement.index.get(place[0].key, ()):
        stop = at + len(item)
        if [t.key for t in known[at:stop]] != item or known[at + size].quantity != told[0].quantity:
            continue
        opened = not at or known[at - 1].low in _STARTS
        closed = stop == len(known) or known[stop].low in _ENDS
        if opened and closed and _like_items(known[:at]):
            yield (*place, *told, *end)


def _like_items(before: Sequence[Token]) -> bool:
    """Say whether the items before are built alike: names, counts and what they count."""
    plain = {Kind.WORD, Kind.NUMBER, Kind.POINT}
    if any(t.kind is Kind.WORD and t.capital for t in before[1:2]):
        return False
    return all(t.kind in plain and t.form is not Form.PAST and t.low != ":" for t in before)


def _labels(known: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield where each label begins and where its colon is."""
    for colon, token in enumerate(known):
        if token.low != ":":
            continue
        start = colon
        while start and known[start - 1].kind is Kind.WORD and known[start - 1].form is Form.BASE:
            start -= 1
        before = known[start - 1] if start else None
        led = before is None or before.low in _STARTS or before.kind is Kind.PERSON
        if led and 0 < colon - start <= _LONGEST_LABEL and own_list(known[: max(start, 0)]):
            yield start, colon


def _value(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "Kolb and Nord are your carriers" as "Carriers: Kolb, the big haulier Nord"."""
    be = place_of(lexicon.BE_NOW, claim)
    if not be or [t.low for t in claim[be + 1 : be + 2]] not in (["your"], ["the"]):
        return
    if any(t.kind is Kind.PERSON for t in claim[:be]):
        return
    known = statement.tokens
    for start, colon in _labels(known):
        stop = be + 2 + colon - start
        if [t.key for t in claim[be + 2 : stop]] != [t.key for t in known[start:colon]]:
            continue
        label, rest = known[start : colon + 1], claim[stop:]
        if any(t.low in {"and", ","} for t in claim[:be]):
            last = _all_named(claim[:be], known, colon)
            if last:
                yield (*label, *known[colon + 1 : last], *rest)
        else:
            yield (*claim[be + 2 : stop], known[colon], *claim[:be], *rest)


def _split(words: Sequence[Token]) -> list[list[Token]]:
    """Part a list of things at its commas and at "and"."""
    parts: list[list[Token]] = [[]]
    for token in words:
        if token.low in {",", "and", "&"}:
            parts.append([])
        elif token.kind is not Kind.ARTICLE:
            parts[-1].append(token)
    return [part for part in parts if part]


def _all_named(said: Sequence[Token], known: Sequence[Token], colon: int) -> int:
    """Return where the last of the named values of a label ends; 0 when one is not there.

    What a value is may stand in front of its name, in lower case: "the haulier Nord".
    """
    stop = next(
        (n for n in range(colon, len(known)) if known[n].low in {";", ".", "\n"}), len(known)
    )
    values, last = _split(known[colon + 1 : stop]), 0
    for name in _split(said):
        keys = [t.key for t in name]
        for value in values:
            title = value[: len(value) - len(keys)]
            if [t.key for t in value[len(title) :]] == keys and all(map(_title, title)):
                last = max(last, known.index(value[-1]) + 1)
                break
        else:
            return 0
    return last


def _title(token: Token) -> bool:
    return token.kind is Kind.WORD and token.form is Form.BASE and not token.capital


def _place_first(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "Your last post on Kolb was in May" as "Kolb: last post in May"."""
    known = statement.tokens
    colon = next(n for n, t in enumerate(known) if t.low == ":")
    label = [t.low for t in known[:colon]]
    for at in range(len(claim) - colon) if 0 < colon <= _LONGEST_LABEL else ():
        stop = at + 1 + colon
        if claim[at].low not in _PLACES or [t.low for t in claim[at + 1 : stop]] != label:
            continue
        if not all(t.capital for t in claim[at + 1 : stop]):
            return
        paused = not at and [t.low for t in claim[stop : stop + 1]] == [","]
        rest = claim[stop + paused :]
        said = (*claim[:at], *rest)
        if said and said[0].low == "your":
            said = said[1:]
        yield (*claim[at + 1 : stop], known[colon], *said)
        if at and said and sum(t.low == ":" for t in known) == 1:
            yield said
        return


def _due(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "New yards are due in Hull (May)" as "New yards due: Hull (May)"."""
    known = statement.tokens
    be = place_of(lexicon.BE_NOW, claim)
    colon = next(n for n, t in enumerate(known) if t.low == ":")
    label = [t.key for t in known[:colon]]
    start = int(claim[0].low in {"your", "the"})
    said = (*claim[start:be], *claim[be + 1 :])
    if not be or not label or len(said) <= colon or [t.key for t in said[:colon]] != label:
        return
    if said[colon].low in _PLACES:
        yield (*said[:colon], known[colon], *said[colon + 1 :])
