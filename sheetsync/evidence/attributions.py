"""Take off "you said that …" and "you asked for …": then only what they said can prove the rest."""

from collections.abc import Sequence
from dataclasses import replace

from sheetsync.evidence.framed import Attribution, Framed
from sheetsync.evidence.openings import Shape
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Kind

FILLERS = frozenset(
    {"just", "also", "recently", "have", "'ve", "had", "was", "were", "am", "'m", "then"}
)
"""Words between a subject and its verb that say nothing."""

_SAID = frozenset(
    "said say wrote write mentioned mention told noted explained shared replied added".split()
)
_QUESTION_WORDS = frozenset({"where", "what", "how", "when", "which", "who"})
_ASKING_WORDS = _QUESTION_WORDS | {"if", "whether"}
_MODALS = frozenset({"would", "could", "can", "will"})
_ASKED = frozenset("asked requested suggested proposed wanted".split())


def attributed(tokens: Sequence[Token], lows: Sequence[str]) -> list[Framed]:
    """Take off "you said that" or "you asked for"; nothing when it is neither."""
    at = 1
    while at < len(lows) and lows[at] in FILLERS:
        at += 1
    if at >= len(lows) or lows[at] not in _SAID | _ASKED:
        return []
    asked = lows[at] in _ASKED or (lows[at] == "told" and lows[at + 2 : at + 3] == ["to"])
    at += 1
    if lows[at : at + 1] in (["me"], ["us"], ["in"]):
        at += 1
        if lows[at - 1] == "in":
            at += 2
    if lows[at : at + 1] in (["that"], ["for"], ["about"], ["if"], ["whether"], [","]):
        at += 1
    core = tuple(tokens[at:])
    if asked:
        whether = not _ASKING_WORDS.isdisjoint(lows[at - 1 : at + 1])
        framed = Framed(core, Shape.REQUEST, Attribution.ASKED, question=whether)
        return [replace(framed, core=said) for said in _asked_for(core) if said]
    if not core:
        return []
    cores = [core, core[1:]] if core[0].low == "it" and core[1:] else [core]
    return [Framed(said, Shape.REPORTED, Attribution.SAID) for said in cores]


def _asked_for(core: tuple[Token, ...]) -> list[tuple[Token, ...]]:
    """Return what they asked for, and a question in the order in which they put it."""
    plain = core
    if plain and plain[0].low in {"i", "we", "to"}:
        plain = plain[1:]
    if plain and plain[0].low == "to":
        plain = plain[1:]
    if plain and plain[0].low in _QUESTION_WORDS:
        plain = _inverted(plain)
    cores = [plain, plain[1:]] if plain[1:] and plain[0].low == "it" else [plain]
    if core[1:] and core[1].low in _MODALS:
        cores.append((core[1], core[0], *core[2:]))
    return cores


def _leads_question(token: Token) -> bool:
    return token.kind in {Kind.BE, Kind.HAVE} or token.low in _MODALS


def _inverted(core: tuple[Token, ...]) -> tuple[Token, ...]:
    """Read "where our data is hosted" as "where is our data hosted", which they asked."""
    at = next((n for n, t in enumerate(core) if _leads_question(t)), 0)
    return (core[0], core[at], *core[1:at], *core[at + 1 :]) if at else core
