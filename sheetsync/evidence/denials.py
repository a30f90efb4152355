"""Say how far a word reaches that takes back, doubts or limits what a sentence says.

"No budget this year" denies a budget to its end, "Unless blocked, Kolb opens" holds for
all of its sentence, and "no vans, but trucks" lets the trucks go free.
"""

from collections.abc import Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.checks import goes_on
from sheetsync.evidence.sentences import MAYBE_LAST
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Kind

CLAUSE_ENDS = frozenset(';:\n("-,)].!?') | {"and", "but", "so"}
_SENTENCE_ENDS = frozenset(".!?")
_APPOSITION = 2
"""Commas around "a family firm" in "Ostwind, a family firm, runs …"."""
_WHOLE_CONDITIONS = frozenset(
    {"if", "unless", "whether", "provided", "providing", "assuming", "once", "depending", "pending"}
)
"""Conditions in front of a sentence, which hold for all of it."""

_CONDITIONAL = frozenset(
    "if unless provided providing assuming pending depending subject conditional contingent".split()
)
"""What makes a whole sentence hold only some day, when it stands behind a pause."""

_LONGEST_LABEL = 4
_PLAIN_LABELS = lexicon.QUANTIFIERS | {"about"}
"""Words of labels that leave what is behind as it is: "About:", "All depots:"."""

_IN_LABELS = frozenset({Kind.WORD, Kind.PREPOSITION, Kind.ARTICLE, Kind.NUMBER, Kind.MARKED})


def governs(marked: Token, skipped: Sequence[Token]) -> bool:
    """Say whether a negation, hedge or condition reaches over the cut."""
    place = next(n for n, t in enumerate(skipped) if t is marked)
    rest = skipped[place + 1 :]
    lows = [
        t.low
        for n, t in enumerate(rest)
        if t.low != "." or not n or rest[n - 1].low not in MAYBE_LAST
    ]
    if marked.low not in _PLAIN_LABELS and (_labels(rest) or _alone(marked, rest)):
        return _SENTENCE_ENDS.isdisjoint(lows)
    if marked.low in _WHOLE_CONDITIONS or (place == 0 and marked.low in {"until", "till"}):
        return _SENTENCE_ENDS.isdisjoint(lows)
    if "that" in lows:
        return _SENTENCE_ENDS.isdisjoint(lows)
    if "(" in lows and ")" in lows[lows.index("(") :]:
        lows = lows[: lows.index("(")] + lows[lows.index(")", lows.index("(")) + 1 :]
    if lows.count(",") == _APPOSITION:
        lows = [low for low in lows if low != ","]
    return CLAUSE_ENDS.isdisjoint(lows)


def _alone(marked: Token, rest: Sequence[Token]) -> bool:
    """Find the dash of "Planned - 40 vans", which is no hyphen, and the bars of "Planned // …"."""
    mark = rest[0] if rest else marked
    return mark.low in {"-", ";"} and mark.text != ";" and mark.start > marked.end


def _labels(rest: Sequence[Token]) -> bool:
    """Find the end of a label such as "Planned:" and "Not in use:", which holds for all behind."""
    lows = [t.low for t in rest[: _LONGEST_LABEL + 1]]
    return ":" in lows and all(t.kind in _IN_LABELS for t in rest[: lows.index(":")])


def condition_behind(rest: Sequence[Token]) -> Token | None:
    """Find ", subject to planning" behind more that is left out: it holds for the whole."""
    for at, token in enumerate(rest[:-1]):
        if token.low in {".", ";", "!", "?", "\n"} and not goes_on(rest, at):
            return None
        if token.low in {",", "(", "-"} and rest[at + 1].low in _CONDITIONAL:
            return rest[at + 1]
    return None
