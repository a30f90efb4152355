"""Read "You are hiring a planner": true where the lead's own page or job ad looks for one.

A page for jobs may tell other things too ("300 staff, 4 offices"), so between its
name and the planner there must be a word for jobs, and nothing but jobs.
"""

from collections.abc import Iterator, Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.checks import is_soft, is_time
from sheetsync.evidence.counting import word_like
from sheetsync.evidence.standing import place_of
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind, analyse

Tokens = tuple[Token, ...]

_HIRING = frozenset({"hiring", "recruiting", "advertising", "seeking", "looking", "searching"})
_JOBS = frozenset(
    "job jobs vacancy vacancies opening openings hiring recruiting role roles position positions "
    "ad advert wanted indeed greenhouse stepstone workable".split()
)
_ROLES = frozenset(analyse(word).key for word in ("role", "position", "vacancy", "job", "opening"))
_LISTED = frozenset({Kind.WORD, Kind.POINT, Kind.ARTICLE, Kind.LINK, Kind.NUMBER})
_WAS = lexicon.BE_PAST | {"had", "did"}
_LATEST = 6


def hiring(claim: Sequence[Token]) -> Iterator[Tokens]:
    """Yield what a claim says that the lead hires: "six planners" and "six roles for planners"."""
    claim = _among(claim)
    at = next((n for n, t in enumerate(claim[:_LATEST]) if t.low in _HIRING), 0)
    if not at or not any(t.kind is Kind.PERSON for t in claim[:at]):
        return
    if any(t.kind not in {Kind.PERSON, Kind.BE} and t.low not in _ALSO for t in claim[:at]):
        return
    if any(t.low in lexicon.BE_PAST for t in claim[:at]):
        return
    rest = tuple(claim[at + 1 :])
    if rest and rest[0].low == "for":
        rest = rest[1:]
    elif claim[at].low in {"looking", "searching", "advertising"}:
        return
    if not rest:
        return
    yield rest
    if rest[0].kind is Kind.NUMBER and not any(t.key in _ROLES for t in rest):
        roles = word_like(rest[0], "roles")
        yield (rest[0], roles, word_like(rest[0], "for"), *rest[1:])


def _among(claim: Sequence[Token]) -> Sequence[Token]:
    """Read "Among the people you are hiring are two bakers" as "you are hiring two bakers"."""
    lows = [t.low for t in claim[:3]]
    if lows[:1] != ["among"] or lows[-1] not in _SOUGHT:
        return claim
    at = place_of(_HIRING, claim[:_LATEST])
    link = at + 1 + ([t.low for t in claim[at + 1 : at + 2]] == ["for"])
    if at and link < len(claim) and claim[link].low in lexicon.BE_NOW:
        return (*claim[3 : at + 1], *claim[at + 1 : link], *claim[link + 1 :])
    return claim


_SOUGHT = frozenset("people roles jobs positions staff colleagues those".split())
_ALSO = frozenset({"currently", "now", "also", "actively"})


_SHUT = frozenset(
    "filled closed expired withdrawn paused frozen cancelled deleted removed old".split()
)


def still_open(tokens: Sequence[Token]) -> bool:
    """Say whether nothing in a statement tells that its jobs are taken."""
    return all(t.low not in _SHUT for t in tokens)


def wanted(rest: Sequence[Token]) -> bool:
    """Find "wanted" behind what a job ad looks for."""
    words = [t for t in rest if t.kind is not Kind.POINT]
    return len(words) == 1 and words[0].low in {"wanted", "sought", "needed", "required"}


def advertised(skipped: Sequence[Token], following: Sequence[Token] = ()) -> bool:
    """Say whether these words of a statement lead to what a job ad looks for.

    Args:
        skipped: The words before.
        following: The first words of it, which may say that it is jobs.
    """
    colon = next((n for n, t in enumerate(skipped) if t.low == ":"), 0)
    if colon and skipped[-1].low in {";", ",", "and", "a", "an"}:
        plain = all(t.kind in _LISTED and t.form is not Form.PAST for t in skipped[colon:])
        return plain and advertised(skipped[:colon])
    known = _JOBS | lexicon.OWN_SOURCES | lexicon.SOURCE_KINDS | {"open", "new", "them", "dated"}
    words = [t for t in skipped if not (is_soft(t) or is_time(t))]
    if not any(t.low in _JOBS for t in (*words, *following)):
        return False
    if any(t.form is Form.PAST for t in words) or any(t.low in _WAS for t in skipped):
        return False
    return all(t.low in known or t.kind in {Kind.NUMBER, Kind.PERSON} for t in words)
