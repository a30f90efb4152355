"""Give a note the verb that it leaves out, where only one verb can be meant.

"Bid for a dock turned down Feb 2025" was turned down, "Booked out till May" is booked out,
"Ofsted rated Good" rated the lead. What may as well be somebody's own deed ("Kolb cancelled in
May") is left as it stands.
"""

from collections.abc import Iterator, Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.cast import COMPANY
from sheetsync.evidence.checks import is_time
from sheetsync.evidence.counting import word_like
from sheetsync.evidence.greetings import HELLO
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind

_TURNED_DOWN = frozenset(
    "rejected refused declined cancelled canceled postponed suspended dropped shelved withdrawn "
    "abandoned delayed scrapped axed deferred turned knocked".split()
)
"""What was done to a thing of :data:`_UNDERTAKINGS`, which does none of it itself."""

_UNDERTAKINGS = frozenset(
    "bid tender grant application contract lease permit licence license loan extension order project "
    "appeal proposal funding plan scheme request visa consent planning permission move merger launch "
    "range line service route product trial pilot event show festival tour course campaign programme "
    "program upgrade refit rebuild expansion conversion".split()
)
_INSIDE = frozenset({Kind.WORD, Kind.NUMBER, Kind.ARTICLE, Kind.PREPOSITION, Kind.CLITIC})
_BEHIND = frozenset({Kind.POINT, Kind.PREPOSITION})
_WHEN = frozenset({"last", "this", "again", "after", "twice", "once"})
_LASTING = frozenset("until till since pending indefinitely for".split())

_CLOSED = frozenset({"shut", "closed"})
_WHY = frozenset({"after", "until", "till", "because", "due"})
_OVER = ("reopen", "re-open", "open again", "back open")
_FULL = frozenset({"booked", "sold", "swamped", "snowed", "tied", "inundated", "overrun"})
_HOW_FULL = frozenset({"out", "up", "under", "solid", "until", "till"})
_FULL_ENDS = frozenset("until till through on every for in at most".split())

_BODIES = frozenset("ofsted cqc estyn hiqa rqia".split())
"""Who inspects and grades, and deals with nobody else's things."""

_GRADED = frozenset({":", "rated", "graded", "judged"})
_GRADES = frozenset({"good", "outstanding", "inadequate", "requires", "excellent", "adequate"})
_BY_OTHERS = frozenset({"rated", "graded", "inspected", "audited", "shortlisted"})
_NONE = frozenset({"none", "nothing"})
_OPENERS = HELLO | {"thanks", "sorry"}


def in_full(tokens: Sequence[Token], last: str, cell: str) -> Iterator[list[Token]]:
    """Yield a note with the verb that it leaves out.

    Args:
        tokens: One sentence of our notes or of a page.
        last: The sentence before it, which may be about somebody else.
        cell: The whole cell, where it may tell that something is over.
    """
    lows = {token.low for token in tokens}
    if not lexicon.APPOSED.isdisjoint(last.casefold().replace(".", "").split()):
        return
    yield from _by_first_word(tokens)
    if not lows.isdisjoint(_TURNED_DOWN):
        yield from _turned_down(tokens)
    if not lows.isdisjoint(_CLOSED):
        yield from _is_closed(tokens, cell)
    if "per" in lows:
        yield from _rate_behind(tokens)
    if "since" in lows:
        yield from _none_since(tokens)


def _by_first_word(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield what a note says whose first word tells which verb it leaves out."""
    head = tokens[0]
    first = head.low
    if first in _FULL:
        yield from _is_full(tokens)
    elif first in _BODIES:
        yield from _rated(tokens)
    elif first in _BY_OTHERS and _done_once(tokens):
        yield [word_like(head, "was"), *tokens]
    elif first == "ex":
        yield from _left(tokens)


def in_reply(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield a reply without its greeting, and "swamped until May" with its verb."""
    rest, first = list(tokens), tokens[0].low
    if first in _OPENERS and len(rest) > 3:
        named = rest[1].capital and rest[1].kind is Kind.WORD and rest[2].low in {",", "-"}
        if named or rest[1].low in {",", "-"}:
            rest = rest[3 if named else 2 :]
    if rest[0].low in _FULL:
        yield from _is_full(rest)
    if len(rest) != len(tokens):
        yield rest


def _turned_down(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Read "Bid for a dock turned down Feb 2025" as "Bid for a dock was turned down Feb 2025"."""
    at = next(n for n, t in enumerate(tokens) if t.low in _TURNED_DOWN)
    if not at or not _LASTING.isdisjoint(t.low for t in tokens[at:]):
        return
    stop = at + 1
    if tokens[at].low in {"turned", "knocked"}:
        if stop >= len(tokens) or tokens[stop].low not in {"down", "back"}:
            return
        stop += 1
    if _ends_deed(tokens, stop) and _is_thing(tokens[:at], _UNDERTAKINGS):
        yield [*tokens[:at], word_like(tokens[at], "was"), *tokens[at:]]


def _is_thing(words: Sequence[Token], heads: frozenset[str]) -> bool:
    """Say whether words are one thing of these kinds, with its phrases and no verb."""
    if any(t.kind not in _INSIDE and t.low not in {"-", "planning"} for t in words):
        return False
    if any(t.form is Form.PAST and t.kind is Kind.WORD for t in words):
        return False
    stop = next((n for n, t in enumerate(words) if t.kind is Kind.PREPOSITION), len(words))
    return stop > 0 and words[stop - 1].low.removesuffix("s") in heads


def _ends_deed(tokens: Sequence[Token], at: int) -> bool:
    """Say whether no object stands here: the end, a phrase, a time."""
    if at >= len(tokens):
        return True
    token = tokens[at]
    return token.kind in _BEHIND or token.low in _WHEN or is_time(token)


def _is_closed(tokens: Sequence[Token], cell: str) -> Iterator[list[Token]]:
    """Read "Hide no. 3 shut after a storm" as "Hide no. 3 is shut after a storm", if it still is."""
    at = next(n for n, t in enumerate(tokens) if t.low in _CLOSED)
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if not at or behind is None or behind.low not in _WHY:
        return
    low = cell.casefold()
    dated = behind.low in {"after", "because", "due"} and any(map(is_time, tokens))
    if dated or any(word in low for word in _OVER):
        return
    front = tokens[:at]
    plain = all(t.kind in {Kind.WORD, Kind.NUMBER, Kind.ARTICLE} for t in front)
    if plain and all(t.form is Form.BASE or t.kind is not Kind.WORD for t in front):
        yield [*front, word_like(tokens[at], "is"), *tokens[at:]]


def _is_full(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Read "Booked out till May" as "is booked out till May"."""
    if len(tokens) < 2 or tokens[1].low not in _HOW_FULL:
        return
    head, how = tokens[:2]
    behind = tokens[2] if len(tokens) > 2 else None
    ended = behind is None or behind.kind is Kind.POINT or behind.low in _FULL_ENDS
    if ended or how.low in {"until", "till"}:
        yield [word_like(head, "is"), *tokens]


def _rated(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Read "Ofsted rated Good, Nov 2023" and "Ofsted: Good" as "Ofsted rated you Good"."""
    at = 2 if any(t.low in _GRADED for t in tokens[1:2]) else 1
    if at >= len(tokens) or tokens[at].low not in _GRADES:
        return
    if any(t.kind in {Kind.BE, Kind.HAVE, Kind.DO} for t in tokens):
        return
    stop = at
    while stop < len(tokens) and tokens[stop].kind is Kind.WORD:
        stop += 1
    behind = next((t for t in tokens[stop:] if t.kind is not Kind.PREPOSITION), None)
    if behind is not None and behind.kind is not Kind.POINT and not is_time(behind):
        return
    like = tokens[1]
    verb = word_like(like, "rated")
    you = word_like(like, "you")._replace(key=COMPANY, kind=Kind.PERSON)
    yield [tokens[0], verb, you, *tokens[at:]]
    was, by = word_like(like, "was"), word_like(like, "by")
    yield [you, was, verb, *tokens[at:stop], by, tokens[0], *tokens[stop:]]


def _done_once(tokens: Sequence[Token]) -> bool:
    """Find "Rated Good by Ofsted, Nov 2023": by whom, when, and no other verb."""
    by = any(t.low == "by" for t in tokens)
    small = {Kind.BE, Kind.HAVE, Kind.DO}
    return by and any(map(is_time, tokens)) and all(t.kind not in small for t in tokens)


def _left(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Read "Ex-Kolb planner (left 2016)" as "left Kolb 2016"."""
    start = 1 + ([t.low for t in tokens][1:2] == ["-"])
    stop = start
    while stop < len(tokens) and tokens[stop].capital and tokens[stop].kind is Kind.WORD:
        stop += 1
    left = next((n for n, t in enumerate(tokens) if n >= stop and t.low == "left"), None)
    if stop == start or left is None or tokens[left - 1].low not in {"(", ","}:
        return
    inner = tokens[stop : left - 1]
    when = [t for t in tokens[left + 1 :] if t.kind not in {Kind.POINT, Kind.PREPOSITION}]
    plain = all(t.kind is Kind.WORD and not t.capital for t in inner)
    if plain and len(when) == 1 and is_time(when[0]):
        yield [tokens[left], *tokens[start:stop], *when]


def _rate_behind(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Read "900 t per year of green waste" as "900 t of green waste per year"."""
    for at in range(1, len(tokens) - 3):
        if tokens[at].low != "per" or tokens[at + 2].low != "of":
            continue
        stop = at + 3
        while stop < len(tokens) and (tokens[stop].kind is Kind.WORD or tokens[stop].low == "-"):
            stop += 1
        if stop > at + 3 and any(t.kind is Kind.NUMBER for t in tokens[:at]):
            rate, thing = tokens[at : at + 2], tokens[at + 2 : stop]
            yield [*tokens[:at], *thing, *rate, *tokens[stop:]]
        return


def _none_since(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Read "Complaints in 2022, none since" as "were complaints in 2022, none since"."""
    at = next((n for n, t in enumerate(tokens) if t.low == "in"), 0)
    front, rest = tokens[:at], tokens[at + 1 :]
    if len(rest) < 4 or not is_time(rest[0]):
        return
    plain = all(t.kind is Kind.WORD and t.form is not Form.PAST for t in front)
    told = [t.low for t in rest[1:]]
    if plain and front and told[0] in {",", "-", ";"} and told[1] in _NONE and told[2] == "since":
        small = lexicon.APPOSED
        if all(t.low.removesuffix("s") not in small for t in front):
            yield [word_like(front[0], "were"), *tokens]
