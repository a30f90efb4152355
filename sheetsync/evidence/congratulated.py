"""Take off "Congratulations on …" and "Thanks for …", and see who is congratulated.

Only the lead and its contact are; what somebody else is congratulated on must be told of them.
"""

from collections.abc import Sequence

from sheetsync.evidence.framed import Framed
from sheetsync.evidence.openings import Shape
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind

_CONGRATS = frozenset("congrats congratulations kudos compliments thanks thank bravo".split())
_WARM = frozenset("many warm warmest huge big belated heartfelt hearty my our".split())
_ALL_OF_YOU = frozenset(
    "to you and your team the whole all everyone everybody again so much very , there here".split()
)
_LATEST = 10


def congratulated(tokens: Sequence[Token]) -> list[Framed]:
    """Return what the lead is congratulated on; nothing when the sentence congratulates nobody."""
    start = next((n for n, t in enumerate(tokens[:3]) if t.low not in _WARM), 0)
    if tokens[start].low not in _CONGRATS:
        return []
    on = next(
        (n for n, t in enumerate(tokens[:_LATEST]) if n > start and t.low in {"on", "for"}), 0
    )
    core = tuple(tokens[on + 1 :])
    if not on or not core:
        return []
    called = tokens[start + 1 : on]
    if all(t.kind is Kind.PERSON or t.low in _ALL_OF_YOU for t in called):
        return [Framed(core, Shape.THING)]
    named = tuple(called[1:] if called[0].low in {"to", ","} else called)
    named = named[:-1] if named[-1:] and named[-1].low == "," else named
    if named and all(t.capital and t.kind is Kind.WORD for t in named) and core[0].form is Form.ING:
        return [Framed((*named, *core))]
    return []
