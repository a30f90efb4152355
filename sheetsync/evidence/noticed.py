"""Count the words that only say how we came to know it: "I saw that", "Looks like", "Loved that".

They say nothing of the lead. "It looks like" says less than what is behind it, so that who
proves that has proven the whole.
"""

from collections.abc import Container, Sequence

from sheetsync.evidence.attributions import FILLERS

SUBJECTS = frozenset({"i", "we"})
_NOTICED = frozenset(
    "saw see read noticed notice understand heard hear learned learnt spotted gather know realise "
    "realize remember".split()
)
_NOTICING = frozenset("seeing reading hearing learning".split())
_PLEASED = frozenset(
    "great nice good glad happy impressive exciting interesting pleased wonderful impressed excited "
    "sorry delighted lovely fantastic brilliant amazing fun thrilled cool".split()
)
_LIKED = frozenset("love loved like liked enjoyed admire admired appreciate appreciated".split())
_WHAT = frozenset({"that", "how"})
_VERY = frozenset({"so", "really", "very", "truly", "absolutely", "also", "just", "particularly"})
_SEEMS = frozenset({"looks", "sounds", "seems", "appears"})
_IT_IS = (["it", "is"], ["it", "'s"], ["it", "was"])
_WORTH_SAYING = frozenset({"that", "about", "of", "how", "in", "on"})
_THEIRS = frozenset({"you", "your", "the"})


def met(lows: Sequence[str]) -> int:
    """Count the words of "It was great to meet", up to the verb."""
    at = _very(lows, 2 if lows[:2] in _IT_IS else 0)
    if _one_of(lows, at, _PLEASED):
        at += 1
        if lows[at : at + 1] == ["to"]:
            return at + 1 if lows[at + 1 : at + 2] in (["meet"], ["speak"], ["talk"]) else 0
        return at if lows[at : at + 1] in (["meeting"], ["speaking"], ["talking"]) else 0
    return 0


def together(lows: Sequence[str]) -> bool:
    """Find "We met" and "We had a call": notes leave out who did only what both sides do."""
    at = 1
    while at < len(lows) and (lows[at] in FILLERS or lows[at] in _BRIEFLY):
        at += 1
    if lows[at - 1] == "had":
        return not _TALKS.isdisjoint(lows[at : at + 4])
    return at < len(lows) and lows[at] in _TOGETHER


_BRIEFLY = frozenset({"briefly", "both", "first", "last"})
_TOGETHER = frozenset(
    "met meet spoke spoken talked chatted discussed exchanged connected sat ran bumped".split()
)
_TALKS = frozenset("call chat coffee lunch meeting conversation talk demo dinner".split())


def noticed(lows: Sequence[str]) -> int:
    """Count the words of "I noticed that", "Great to see that", "Saw that", "Looks like".

    Args:
        lows: The first words of a sentence.

    Returns:
        Their number; 0 when the sentence begins with what it tells.
    """
    seems = _seems(lows)
    if seems:
        return seems
    at = _subject(lows)
    pleased = _pleased(lows, at)
    if at == 0 and not pleased:
        at = _very(lows, 0)
    if lows[at : at + 2] == ["came", "across"]:
        return at + 2
    if _one_of(lows, at, _LIKED):
        return _liked(lows, at)
    at = pleased or at
    verbs = _NOTICING if pleased and lows[at - 1] != "to" else _NOTICED
    if at >= len(lows) or lows[at] not in verbs:
        return 0
    following = lows[at + 1] if at + 1 < len(lows) else ""
    if following in _WORTH_SAYING:
        return at + 2
    return at + 1 if at or following in _THEIRS else 0


def _subject(lows: Sequence[str]) -> int:
    """Count the words of "I also" and, in front of "great to see", of "It is"."""
    if lows[0] not in SUBJECTS:
        return 2 if lows[:2] in _IT_IS and _pleased(lows, 2) else 0
    at = 1
    while at < len(lows) and (lows[at] in FILLERS or lows[at] in _VERY):
        at += 1
    return at


def _one_of(lows: Sequence[str], at: int, words: Container[str]) -> bool:
    return at < len(lows) and lows[at] in words


def _very(lows: Sequence[str], at: int) -> int:
    return at + 1 if _one_of(lows, at, _VERY) else at


def _pleased(lows: Sequence[str], at: int) -> int:
    """Count the words up to the verb of "so great to see" and "great seeing"; 0 for others."""
    at = _very(lows, at)
    if not _one_of(lows, at, _PLEASED):
        return 0
    if lows[at + 1 : at + 2] == ["to"]:
        return at + 2
    return _one_of(lows, at + 1, _NOTICING) and at + 1


def _liked(lows: Sequence[str], at: int) -> int:
    """Count the words of "Loved that", "Loved seeing that" and "Loved reading about"."""
    following = lows[at + 1 : at + 2]
    if following and following[0] in _NOTICING:
        return at + 2 + (lows[at + 2 : at + 3] in (["that"], ["about"], ["how"], ["of"]))
    if following and following[0] in _WHAT:
        return at + 2
    return at + 1 if following == ["your"] else 0


def _seems(lows: Sequence[str]) -> int:
    """Count the words of "Looks like", "It seems that" and "Sounds as if"."""
    at = 1 if lows[0] == "it" else 0
    if not _one_of(lows, at, _SEEMS):
        return 0
    behind = lows[at + 1 : at + 3]
    if behind[:1] == ["like"]:
        return at + 2
    if behind in (["as", "if"], ["as", "though"]):
        return at + 3
    return at + 2 if at and behind[:1] == ["that"] else 0
