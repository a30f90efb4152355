"""Take off "Congratulations on …" and "Thanks for …", and see who is congratulated.

Only the lead and its contact are; what somebody else is congratulated on must be told of them.
"""

from collections.abc import Iterator, Sequence

from sheetsync.evidence.counting import word_like
from sheetsync.evidence.framed import Framed
from sheetsync.evidence.openings import Shape
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind

Tokens = tuple[Token, ...]

_CONGRATS = frozenset(
    "congrats congratulations kudos compliments thanks thank bravo props chapeau".split()
)
_PRAISE = (
    *(("well", "done"), ("nicely", "done"), ("hats", "off"), ("good", "going")),
    *((how, what) for how in ("nice", "great", "good") for what in ("work", "job", "one")),
)
_WARM = frozenset("many warm warmest huge big belated heartfelt hearty my our very".split())
_ALL_OF_YOU = frozenset(
    "to you and your team the whole all everyone everybody again so much very , there here".split()
)
_LATEST = 10
_HELPERS = frozenset({"have", "'ve", "had", "just", "recently"})
_LINKS = frozenset({"that", "which"})


def congratulated(tokens: Sequence[Token]) -> list[Framed]:
    """Return what the lead is congratulated on; nothing when the sentence congratulates nobody."""
    cold = [n for n, t in enumerate(tokens[:3]) if t.low not in _WARM]
    if not cold:
        return []
    start = cold[0]
    if tuple(t.low for t in tokens[start : start + 2]) in _PRAISE:
        start += 1
    elif tokens[start].low not in _CONGRATS:
        return []
    on = next(
        (n for n in range(start, min(len(tokens), _LATEST)) if tokens[n].low in {"on", "for"}), 0
    )
    core = tuple(tokens[on + 1 :])
    if not on or not core:
        return []
    called = tokens[start + 1 : on]
    if all(t.kind is Kind.PERSON or t.low in _ALL_OF_YOU for t in called):
        said = (*_done(core), *_you_did(core), *_doing(core), *_by_another(core))
        return [Framed(core, Shape.THING), *map(Framed, said)]
    named = tuple(called[1:] if called[0].low in {"to", ","} else called)
    named = named[:-1] if named and named[-1].low == "," else named
    if named and all(t.capital and t.kind is Kind.WORD for t in named) and core[0].form is Form.ING:
        return [Framed((*named, *core))]
    return []


def _you(like: Token) -> Token:
    return word_like(like, "you")._replace(kind=Kind.PERSON)


def _done(core: Tokens) -> Iterator[Tokens]:
    """Read "the 90 shifts reached in May" as "you reached the 90 shifts in May"."""
    at = next((n for n, t in enumerate(core) if n > 1 and t.form is Form.PAST), 0)
    plain = all(t.kind in {Kind.WORD, Kind.NUMBER, Kind.ARTICLE, Kind.POINT} for t in core[:at])
    behind = core[at + 1 :]
    if at and plain and behind and behind[0].kind in {Kind.PREPOSITION, Kind.POINT}:
        yield (_you(core[at]), core[at], *core[:at], *core[at + 1 :])


def _you_did(core: Tokens) -> Iterator[Tokens]:
    """Read "the grant you received from Kolb" as "you received the grant from Kolb"."""
    at = next((n for n, t in enumerate(core) if n > 1 and t.low == "you"), 0)
    verb = at + 1
    while verb < len(core) and core[verb].low in _HELPERS:
        verb += 1
    if not at or verb >= len(core) or core[verb].form is not Form.PAST:
        return
    thing = core[: at - (core[at - 1].low in _LINKS)]
    if all(t.kind not in {Kind.BE, Kind.HAVE, Kind.MARKED} for t in thing):
        yield (*core[at : verb + 1], *thing, *core[verb + 1 :])


def _doing(core: Tokens) -> Iterator[Tokens]:
    """Read "opening a depot in May", of which only one who did is told, as "you opened …"."""
    first, *rest = core
    if first.form is Form.ING and first.kind is Kind.WORD and rest:
        yield (_you(first), first._replace(form=Form.PAST), *rest)


def _by_another(core: Tokens) -> Iterator[Tokens]:
    """Read "Kolb picking you for a framework" as it stands: Kolb did it."""
    at = next((n for n, t in enumerate(core[:_LATEST]) if t.form is Form.ING), 0)
    if at and all(t.capital and t.kind is Kind.WORD for t in core[:at]):
        yield core
