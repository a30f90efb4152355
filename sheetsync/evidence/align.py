"""Walk a claim along one statement of evidence, word by word, in order.

Every word of the claim that carries content must be met by the same word of the
statement, each further on than the one before; what stands between two of them
is judged by :mod:`sheetsync.evidence.gaps`. There is no score and no threshold:
a claim is either a reading of the statement, or there is a first difference.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sheetsync.evidence import lexicon
from sheetsync.evidence.cast import COMPANY, CONTACT, YOU
from sheetsync.evidence.checks import Check, Ends, Slip, is_soft
from sheetsync.evidence.columns import Voice
from sheetsync.evidence.endings import after_last
from sheetsync.evidence.gaps import between
from sheetsync.evidence.grammar import REPORTING_KEYS
from sheetsync.evidence.openings import Shape, before_first
from sheetsync.evidence.quantity import bears_out
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind

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
        found = _positions(claim, place, statement)
        if within is not None and token.kind is not Kind.PERSON:
            found = [at for at in found if _inside(statement.tokens[at], within)]
        walk.step(place, found[:_LONGEST_MATCHES])
        if not walk.live and not walk.unstarted:
            return walk.slip or _missing(token)
    return _finished(claim, statement, walk.live, walk.slip)


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
        if may_be_added(self.claim[place]):
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
            if wrong is None:
                return at, None
        said_next = claim[place + 1] if place + 1 < len(claim) else None
        known_next = tokens[at + 1] if at + 1 < len(tokens) else None
        for (was, behind), first in self.live.items():
            if behind >= at:
                continue
            ends = Ends(claim[was], tokens[behind], claim[place], tokens[at], said_next, known_next)
            wrong = between(claim[was + 1 : place], tokens[behind + 1 : at], ends)
            if wrong is None:
                return first, None
        return None, wrong


def _finished(
    claim: Sequence[Token],
    statement: Statement,
    live: dict[tuple[int, int], int],
    slip: Slip | None,
) -> Alignment | Slip:
    for (place, at), first in live.items():
        wrong = after_last(claim, place, statement, first, at)
        if wrong is None:
            return Alignment(first, at)
        slip = wrong
    return slip or Slip(Check.WORDS, claim[-1].text)


def _inside(token: Token, within: tuple[int, int]) -> bool:
    return within[0] <= token.start and token.end <= within[1]


def may_be_added(token: Token) -> bool:
    """Names of the lead may be added as a subject; nothing else may, but "also"."""
    return token.kind is Kind.PERSON or token.low in lexicon.FREE_ADDED


def _missing(token: Token) -> Slip:
    if token.kind is Kind.NUMBER:
        return Slip(Check.QUANTITY, token.text)
    if token.kind is Kind.MARKED:
        return Slip(Check.POLARITY, token.text)
    return Slip(Check.NAME if token.capital else Check.WORDS, token.text)


def positions(token: Token, statement: Statement) -> Sequence[int]:
    """Find where a claim's word, number or person stands in a statement, tense apart."""
    if token.kind is Kind.NUMBER and token.quantity is not None:
        return [
            at
            for at in statement.numbers
            if (known := statement.tokens[at].quantity) is not None
            and bears_out(known, token.quantity)
        ]
    if token.kind is Kind.PERSON:
        return _persons(token, statement)
    found = statement.index.get(token.key, ())
    if token.key in lexicon.COMPANY_PRONOUNS:
        return [*found, *statement.index.get(COMPANY, ())]
    return found


def _persons(token: Token, statement: Statement) -> list[int]:
    if token.key == CONTACT:
        names: tuple[str, ...] = (CONTACT, YOU)
    elif token.key == COMPANY:
        names = (COMPANY, YOU, *lexicon.COMPANY_PRONOUNS)
    else:
        names = (COMPANY, CONTACT, YOU, *lexicon.YOUR_PRONOUNS, *lexicon.COMPANY_PRONOUNS)
    if statement.voice is not Voice.THEIRS:
        names = tuple(name for name in names if name != YOU)
    return sorted(at for name in names for at in statement.index.get(name, ()))


def _positions(claim: Sequence[Token], place: int, statement: Statement) -> Sequence[int]:
    token = claim[place]
    found = positions(token, statement)
    if token.kind is Kind.PERSON and any(t.key in REPORTING_KEYS for t in claim[:place]):
        return sorted([*found, *statement.index.get("we", ())])
    if token.quantity is not None or token.kind is Kind.PERSON:
        return found
    return [at for at in found if _same_form(claim, place, statement.tokens[at], at)]


def _same_form(claim: Sequence[Token], place: int, quote: Token, at: int) -> bool:
    """Let inflections pass that leave the fact alone: number, agreement, gerund."""
    token = claim[place]
    if token.low == quote.low:
        return True
    if token.capital and quote.capital and place and at and not _plural(token.low, quote.low):
        return False
    said, known = token.form, quote.form
    if said is known or Form.OPEN in {said, known}:
        return True
    before = claim[place - 1] if place else None
    if said is Form.PAST and before is not None and before.kind is Kind.HAVE:
        return any(t.low == "since" for t in claim)
    if Form.PAST not in {said, known}:
        return True
    if said is Form.ING:
        return before is None or before.kind is not Kind.BE
    return said is Form.BASE and before is not None and before.low == "did"


def _plural(one: str, other: str) -> bool:
    return (
        one + "s" == other or other + "s" == one or one.replace(".", "") == other.replace(".", "")
    )
