"""Take off what only says how or when we learned it: "When we spoke, …", and "…, I read" behind.

Where it names a talk ("on our call of 12 February"), the notes must have that talk, and no
other one nearer to what was said.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sheetsync.evidence.checks import is_soft, is_time
from sheetsync.evidence.counting import word_like
from sheetsync.evidence.quantities import read_quantities
from sheetsync.evidence.quantity import bears_out
from sheetsync.evidence.sentences import sentence_spans
from sheetsync.evidence.standing import place_of
from sheetsync.evidence.statements import Passage
from sheetsync.evidence.tokens import Token, lex
from sheetsync.evidence.words import Kind

Tokens = tuple[Token, ...]

_HOW_KNOWN = frozenset({"from", "as"})
_FROM_WHAT = frozenset(
    "from what as far i we it have had see saw read can could tell know understand gather heard "
    "here my our notes research records".split()
)
_LEARNED = frozenset("read see saw gather understand understood hear heard notice noticed".split())
_SAID = frozenset({"said", "wrote", "told", "explained", "mentioned", "noted"})
_TO_US = frozenset({"us", "me"})
_SHORTEST = 5
"""Words of a sentence and what stands behind it: "Kolb is slow, you said"."""
_NOTED_WHERE = frozenset({"at", "on", "in", "during"})
_SPOKE = frozenset("spoke talked met chatted".split())
_OURS = frozenset({"our", "the", "a"})
_WHICH = frozenset({"last", "first", "recent", "latest", "short", "quick", "brief"})
_PHONED = frozenset("call phone telephone tel called phoned rang zoom teams video".split())
_SCREENS = frozenset({"zoom", "teams", "video"})
_CALLED = _SCREENS | {"phone", "telephone", "call"}
_SAT = frozenset("met meet meeting visit visited coffee lunch dinner breakfast".split())
_TALKED = frozenset("chat conversation talk spoke talked chatted".split())
_TALKS = _PHONED | _SAT | _TALKED
_LONGEST = 14


def without_aside(tokens: Sequence[Token]) -> Iterator[tuple[Tokens, Tokens | None]]:
    """Yield a sentence without its aside.

    Returns:
        The rest, and what the notes must say of the talk: dates, places, "call"; ``None``
        when the aside names no talk.
    """
    comma = next((n for n, t in enumerate(tokens[:_LONGEST]) if t.low == ","), 0)
    head = tokens[:comma]
    if [t.low for t in head[:2]] == ["according", "to"] and _our_own(head[2:]):
        yield tuple(tokens[comma + 1 :]), None
    if len(head) > 1 and head[0].low in _HOW_KNOWN and all(t.low in _FROM_WHAT for t in head):
        yield tuple(tokens[comma + 1 :]), None
    if [t.low for t in tokens[:5]] == ["no", "need", "to", "be", "sorry"]:
        yield (*_wrote(tokens[4]), *tokens[4:]), None
    if tokens[0].low == "noted" and any(t.low == ":" for t in tokens[2:_LONGEST]):
        yield tuple(tokens[1 + (tokens[1].low in _NOTED_WHERE) :]), None
    yield from _said_behind(tokens)
    yield from _said_between(tokens)
    tail = _learned_behind(tokens)
    if tail:
        yield tuple(tokens[:tail]), None
    stop = comma or place_of({"you"}, tokens[:_LONGEST])
    if stop and _names_talk(tokens[:stop]):
        known = (t for t in tokens[:stop] if not is_soft(t) and t.low not in _SAYS_NOTHING)
        yield tuple(tokens[stop + (stop == comma) :]), tuple(known)


_SAYS_NOTHING = _TALKED | _WHICH | {"we", "our", "when", "over", "after"}


def _our_own(words: Sequence[Token]) -> bool:
    """Find "my research" and "our notes"."""
    lows = [t.low for t in words]
    return (
        len(lows) > 1 and lows[0] in {"my", "our"} and lows[1] in {"research", "notes", "records"}
    )


def _wrote(like: Token) -> Tokens:
    """Make "You wrote", which only what they wrote can prove."""
    you = word_like(like, "you")
    return (you._replace(kind=Kind.PERSON), word_like(like, "wrote"))


def _said_behind(tokens: Sequence[Token]) -> Iterator[tuple[Tokens, None]]:
    """Read '"Planning is slow", you said' as 'You said "planning is slow"'."""
    words = [n for n, t in enumerate(tokens) if t.low not in {".", "!", ","}]
    if len(words) < _SHORTEST:
        return
    who, verb = words[-2:]
    if tokens[verb].low in _TO_US:
        who, verb = words[-3:-1]
    if tokens[who].low != "you" or tokens[verb].low not in _SAID:
        return
    stop = who - (tokens[who - 1].low == "as")
    if tokens[stop - 1].low == '"' and tokens[0].low == '"':
        yield (tokens[who], tokens[verb], *tokens[:stop]), None
    elif tokens[stop - 1].low == ",":
        yield (tokens[who], tokens[verb], *tokens[: stop - 1]), None


def _said_between(tokens: Sequence[Token]) -> Iterator[tuple[Tokens, None]]:
    """Read "Kolb, you said, is slow" as "You said Kolb is slow"."""
    commas = [n for n, t in enumerate(tokens[:_LONGEST]) if t.low == ","]
    for first, second in pairwise(commas):
        inner = tokens[first + 1 : second]
        inner = inner[1:] if inner and inner[0].low == "as" else inner
        said = [t.low for t in inner[:1]] == ["you"] and len(inner) in {2, 3}
        if said and inner[1].low in _SAID and all(t.low in _TO_US for t in inner[2:]):
            yield (*inner[:2], *tokens[:first], *tokens[second + 1 :]), None


def _learned_behind(tokens: Sequence[Token]) -> int:
    """Return where ", I read" begins at the end of a sentence; 0 when there is none."""
    words = [n for n, t in enumerate(tokens) if t.low not in {".", "!"}]
    if len(words) < 5:
        return 0
    comma, who, verb = (tokens[n].low for n in words[-3:])
    return words[-3] if comma == "," and who in {"i", "we"} and verb in _LEARNED else 0


def _names_talk(head: Sequence[Token]) -> bool:
    """Find "When we spoke", "On our call on 12 February" and "Over coffee at Expo"."""
    lows = [t.low for t in head]
    if lows[:2] == ["when", "we"]:
        return len(lows) > 2 and lows[2] in _SPOKE
    if lows[0] == "over" and not _SAT.isdisjoint(lows[1:2]):
        return True
    at = 1 if _OURS.isdisjoint(lows[1:2]) else 2
    if lows[0] in {"on", "over", "by"} and not _CALLED.isdisjoint(lows[at : at + 1]):
        return True
    if lows[0] not in {"on", "in", "during", "at", "after"} or lows[1:2] != ["our"]:
        return False
    following = (_WHICH | _TALKS).intersection
    while at < len(lows) and lows[at] in _WHICH | _PHONED and following(lows[at + 1 : at + 2]):
        at += 1
    return at < len(lows) and lows[at] in _TALKS


def held_there(known: Sequence[Token], passage: Passage) -> bool:
    """Say whether the talk nearest to a passage of our notes is the one that is named.

    Args:
        known: What is named of it.
        passage: The passage that tells what was said.
    """
    if not known:
        return True
    before = passage.cell[: passage.start + len(passage.text)]
    for start, end in reversed(list(sentence_spans(before))):
        found = read_quantities(lex(before[start:end]))
        if any(t.low in _TALKS or is_time(t) or _is_day(t) for t in found):
            return all(_stands(token, found) for token in known)
    return False


def _is_day(token: Token) -> bool:
    """Find "6/10" and "4.2.", which in notes may be a day."""
    return token.quantity is not None and token.quantity.sort == "literal" and "/" in token.low


def _stands(token: Token, found: Sequence[Token]) -> bool:
    if token.low in _SCREENS:
        return any(t.low == token.low for t in found)
    for kinds in (_PHONED, _SAT):
        if token.low in kinds:
            return any(t.low in kinds for t in found)
    if token.quantity is not None:
        said = token.quantity
        return any(t.quantity is not None and bears_out(t.quantity, said) for t in found)
    return any(t.key == token.key for t in found)
