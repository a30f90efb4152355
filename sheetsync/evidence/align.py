"""Walk a claim along one statement of evidence, word by word, in order.

Every word of the claim that carries content must be met by the same word of the
statement, each further on than the one before; what stands between two of them
is judged by :mod:`sheetsync.evidence.gaps`. There is no score and no threshold:
a claim is either a reading of the statement, or there is a first difference.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sheetsync.evidence import lexicon
from sheetsync.evidence.cast import COMPANY
from sheetsync.evidence.checks import Check, Ends, Slip, is_soft
from sheetsync.evidence.endings import after_last
from sheetsync.evidence.gains import gone_after
from sheetsync.evidence.gaps import between
from sheetsync.evidence.grammar import REPORTING_KEYS
from sheetsync.evidence.openings import Shape, before_first
from sheetsync.evidence.places import places
from sheetsync.evidence.scope import dated_deed, made_past, made_present, of_its_time, scope_lost
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.subjects import POSSESSIVES
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.vacancies import wanted
from sheetsync.evidence.words import Form, Kind, analyse

_BELONGS = frozenset(analyse(word).key for word in ("join", "leave", "run", "lead", "meet"))
_VERBS = frozenset({Kind.BE, Kind.HAVE, Kind.DO})
_BEFORE_SUBJECTS = frozenset({Kind.LINK, Kind.POINT, Kind.MARKED, Kind.PERSON})
_COMPARES = frozenset({"than", "like", "unlike"})
_SOON = frozenset({"before", "first", "beforehand", "soon", "then", "too", "again", "today"})
_LONGEST_MATCHES = 64
"""Most positions of one word that are followed; a longer list means a hostile cell."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """A claim that reads along a statement.

    Attributes:
        first: Position of the first matched token of the statement.
        last: Position of the last one.
    """

    first: int
    last: int


def align(
    claim: Sequence[Token],
    statement: Statement,
    *,
    shape: Shape = Shape.SENTENCE,
    within: tuple[int, int] | None = None,
) -> Alignment | Slip:
    """Match a claim to a statement.

    Args:
        claim: Tokens of one claim, its frame ("I saw that") removed.
        statement: What it must be a reading of.
        shape: Whether the claim is a sentence, a thing, or what somebody asked for.
        within: Offsets in the passage between which the matched words must lie; the
            subject may stand before them.

    Returns:
        The matched range, or the first difference that no path avoids.
    """
    walk = _Walk(claim, statement, shape)
    for place, token in enumerate(claim):
        if is_soft(token):
            continue
        found = places(claim, place, statement)
        if within is not None and token.kind is not Kind.PERSON:
            found = [at for at in found if _inside(statement.tokens[at], within)]
        walk.step(place, found[:_LONGEST_MATCHES])
        if not walk.live and not walk.unstarted:
            return walk.slip or _missing(token)
    return _finished(walk)


class _Walk:
    """The ways in which a claim can be matched so far.

    Attributes:
        live: For each last match (place in the claim, position in the statement),
            the position where that way began.
        unstarted: Whether every word so far may have been added by the claim.
        slip: The first difference of the way that came furthest.
    """

    __slots__ = ("claim", "live", "shape", "slip", "statement", "unstarted")

    def __init__(self, claim: Sequence[Token], statement: Statement, shape: Shape) -> None:
        self.claim = claim
        self.statement = statement
        self.shape = shape
        self.live: dict[tuple[int, int], int] = {}
        self.unstarted = True
        self.slip: Slip | None = None

    def step(self, place: int, found: Sequence[int]) -> None:
        """Go on to the next word that carries content."""
        reached: dict[tuple[int, int], int] = {}
        slip: Slip | None = None
        for at in found:
            first, wrong = self._reach(place, at)
            if first is not None:
                reached[place, at] = first
            slip = wrong or slip
        if may_be_added(self.claim[place]) and not _object(self.claim, place):
            reached |= {way: first for way, first in self.live.items() if way not in reached}
        else:
            self.unstarted = False
            self.slip = slip
        self.live = reached

    def _reach(self, place: int, at: int) -> tuple[int | None, Slip | None]:
        """Return where a way to this match began, or why there is none."""
        claim, tokens, wrong = self.claim, self.statement.tokens, None
        if self.unstarted:
            lead = claim[:place]
            wrong = before_first(lead, self.statement, at, claim[place], shape=self.shape)
            then = of_its_time(claim, tokens, at) or dated_deed(lead, tokens, at)
            if wrong is None and then:
                wrong = Slip(Check.POLARITY, claim[place].text)
            if wrong is None:
                return at, None
        said_next = claim[place + 1] if place + 1 < len(claim) else None
        known_next = tokens[at + 1] if at + 1 < len(tokens) else None
        for (was, behind), first in self.live.items():
            if behind >= at:
                continue
            ends = Ends(claim[was], tokens[behind], claim[place], tokens[at], said_next, known_next)
            added = claim[was + 1 : place]
            wrong = between(added, tokens[behind + 1 : at], ends)
            if wrong is None and scope_lost(added, tokens, first, behind, at):
                wrong = Slip(Check.POLARITY, tokens[behind + 1].text)
            if wrong is None and added and _other_time(added, claim, tokens, behind, at):
                wrong = Slip(Check.POLARITY, claim[was + 1].text)
            if wrong is None:
                return first, None
        return None, wrong


def _other_time(
    added: Sequence[Token], claim: Sequence[Token], tokens: Sequence[Token], behind: int, at: int
) -> bool:
    """Say whether a verb that the claim adds moves what was so to today, or today to the past."""
    present = made_present(added, tokens[behind + 1 : at]) or dated_deed(added, tokens, at)
    return present or made_past(added, claim, tokens, behind, at)


def _finished(walk: _Walk) -> Alignment | Slip:
    claim, statement, slip = walk.claim, walk.statement, walk.slip
    for (place, at), first in walk.live.items():
        wrong = after_last(claim, place, statement, first, at)
        rest = statement.tokens[at + 1 :]
        kept = walk.shape is Shape.THING or any(t.kind is Kind.HAVE for t in claim[:place])
        if wrong is None and kept and gone_after(rest):
            wrong = Slip(Check.POLARITY, claim[place].text)
        sought = walk.shape is Shape.VACANCY and wanted(rest)
        if wrong is None or sought or (walk.shape is Shape.REQUEST and _only_where(rest)):
            return Alignment(first, at)
        slip = wrong
    return slip or Slip(Check.WORDS, claim[-1].text)


def _only_where(rest: Sequence[Token]) -> bool:
    """Find "to Jo" and "before" behind what they asked for: where to, and by when."""
    words = [t for t in rest if t.kind is not Kind.POINT]
    if len(words) == 1:
        return words[0].low in _SOON
    return len(words) == 2 and words[0].low == "to" and words[1].form is Form.BASE


def _inside(token: Token, within: tuple[int, int]) -> bool:
    return within[0] <= token.start and token.end <= within[1]


def may_be_added(token: Token) -> bool:
    """Names of the lead may be added as a subject; nothing else may, but "also"."""
    return token.kind is Kind.PERSON or token.low in lexicon.FREE_ADDED


def _object(claim: Sequence[Token], place: int) -> bool:
    """Say whether a name of the lead is no subject here: "founded Ostwind", "in Ostwind"."""
    token, before = claim[place], claim[place - 1] if place else None
    if token.kind is not Kind.PERSON or before is None:
        return False
    if token.low in POSSESSIVES and token.key != COMPANY:
        return False
    if before.low == "," and _called_out(claim[: place - 1]):
        return True
    following = claim[place + 1] if place + 1 < len(claim) else None
    owns = following is not None and following.low == "'s"
    led = before.kind is Kind.PREPOSITION or before.low in _COMPARES
    if led and before.low != "as" and not owns:
        return True
    if following is not None and following.kind in _VERBS and _subject_stands(before, token):
        return True
    if owns or (following is not None and following.kind in _VERBS):
        return False
    if all(is_soft(t) or t.kind is Kind.PERSON for t in claim[:place]):
        return before.kind is Kind.PREPOSITION and before.low != "as"
    return before.kind not in _BEFORE_SUBJECTS and before.key not in _BELONGS


def _called_out(front: Sequence[Token]) -> bool:
    """Find "Vans" in front of ", you are red": a bare thing, no phrase that leads to a subject."""
    return all(
        t.kind is Kind.ARTICLE or (t.kind is Kind.WORD and t.form is Form.BASE) for t in front
    )


def _subject_stands(before: Token, token: Token) -> bool:
    """Find "planning" in front of "you are slow": the subject of that verb stands there already.

    Only where the writer put it there, not where a reading turned the claim around.
    """
    named = before.kind is Kind.WORD or (before.kind is Kind.MARKED and before.form is Form.ING)
    thing = named and before.form is not Form.PAST and before.start < token.start
    return thing and before.key not in REPORTING_KEYS and before.low not in lexicon.FREE_ADDED


def _missing(token: Token) -> Slip:
    if token.kind is Kind.NUMBER:
        return Slip(Check.QUANTITY, token.text)
    if token.kind is Kind.MARKED:
        return Slip(Check.POLARITY, token.text)
    return Slip(Check.NAME if token.capital else Check.WORDS, token.text)
