"""What the frame of a claim asks of the statement: who says it there, and what else it says."""

from collections.abc import Sequence

from sheetsync.evidence.align import Alignment
from sheetsync.evidence.asides import held_there
from sheetsync.evidence.attested import attested
from sheetsync.evidence.cast import COMPANY, CONTACT
from sheetsync.evidence.checks import Check, Slip, is_time
from sheetsync.evidence.columns import Voice, is_talk
from sheetsync.evidence.disowned import disowned, doubted_behind
from sheetsync.evidence.doubts import doubted
from sheetsync.evidence.framed import Attribution, Framed
from sheetsync.evidence.grammar import REPORTING_KEYS
from sheetsync.evidence.lexicon import ROLE_KEYS
from sheetsync.evidence.novelty import begun
from sheetsync.evidence.openings import Shape
from sheetsync.evidence.our_deeds import our_deed
from sheetsync.evidence.places import positions
from sheetsync.evidence.promises import unsaid
from sheetsync.evidence.questions import QUESTION_STARTS
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.taken_back import taken_back
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind

_ADDRESSED = frozenset("asked asks told tells requested".split())
"""Behind them stands whom somebody asked: "asked Kolb for a quote", "told Mira that"."""

_PLACED = frozenset(
    "over about behind under above beside opposite around past near inside outside".split()
)
_OWNS = frozenset({Kind.PERSON, Kind.ARTICLE, Kind.CLITIC})
_CLAUSE_ENDS = frozenset({",", ";", "-", ":", "."})


def allowed(framed: Framed, statements: Sequence[Statement]) -> Sequence[Statement]:
    """Keep the statements that the frame allows to prove the claim."""
    if framed.source:
        source = [t for t in framed.source if t.kind is Kind.WORD]
        days = [t for t in framed.source if t.kind is Kind.NUMBER]
        statements = [s for s in statements if _stands(source, s)]
        statements = [s for s in statements if all(positions(t, s) for t in days)]
    if framed.core[-1].low != "?":
        statements = [s for s in statements if s.voice is Voice.THEIRS or not _asks(s)]
    if framed.question:
        statements = [s for s in statements if s.voice is not Voice.THEIRS or _asks(s)]
    if framed.ours:
        return [s for s in statements if s.voice is Voice.OURS]
    if framed.written:
        return [s for s in statements if s.voice is Voice.THEIRS]
    talk = framed.talk
    if talk is not None:
        statements = [
            s for s in statements if s.voice is Voice.NOTES and held_there(talk, s.passage)
        ]
    if framed.needs_note:
        return [s for s in statements if s.voice is Voice.NOTES]
    if framed.attribution is Attribution.NOBODY:
        return statements
    said = {t.key for t in framed.core}
    return [s for s in statements if s.voice is Voice.THEIRS or _reports(s, said)]


def unmet(framed: Framed, statement: Statement, found: Alignment) -> Slip | None:
    """Say what a frame asks of a statement that bears the claim out and is not met there."""
    tokens, first, last = statement.tokens, found.first, found.last
    if (found_back := _found_back(framed, statement, first, last)) is not None:
        return found_back
    if framed.fresh and not begun(tokens, first, last):
        return Slip(Check.WORDS, "new")
    if framed.bare and not _verbless(framed, statement, found):
        return Slip(Check.BINDING, tokens[last].text)
    headed = framed.heads and not _heads(statement, first)
    told = framed.shape is not Shape.REQUEST and _told_of(framed.core, tokens, first, last)
    if headed or told or our_deed(framed.core, statement, first) or _titled(framed.core, tokens):
        return Slip(Check.BINDING, tokens[first].text)
    if framed.talked and not (is_talk(statement.passage.column) or _ended(tokens[last + 1 :])):
        return Slip(Check.BINDING, tokens[last].text)
    if framed.alone and not _alone(statement, found):
        return Slip(Check.BINDING, tokens[last].text)
    if statement.voice is Voice.OURS and (left_out := unsaid(framed.core, statement, found)):
        return Slip(Check.POLARITY, left_out.text)
    if _only_asked(framed, statement, last):
        return Slip(Check.ATTRIBUTION, tokens[last].text)
    if framed.origin and not attested(framed.origin, statement, first, last):
        return Slip(Check.ATTRIBUTION, framed.origin[-1].text)
    return None


def _found_back(framed: Framed, statement: Statement, first: int, last: int) -> Slip | None:
    """What around the match takes it back; of what is wanted or sought only a doubt does."""
    core, tokens = framed.core, statement.tokens
    said = {t.low for t in core}
    if framed.shape is Shape.REQUEST:
        return None
    if framed.shape is Shape.VACANCY:
        beside = doubted(core, tokens, first, last)
        doubt = beside or doubted_behind(statement.passage, said, done=True)
        return Slip(Check.POLARITY, doubt.text) if doubt is not None else None
    told = (*core, *tokens[: last + 1])
    done = any(t.form is Form.PAST and t.kind is Kind.WORD for t in told)
    return taken_back(core, tokens, first, last) or disowned(statement, first, said, done=done)


def _asks(statement: Statement) -> bool:
    """Say whether a note is a question: "Kolb for payroll?" proves nothing."""
    tokens = statement.tokens
    return tokens[-1].low == "?" and all(t.low != '"' for t in tokens)


def _only_asked(framed: Framed, statement: Statement, last: int) -> bool:
    """Find "Is Kolb slow?" of a reply behind "you wrote that Kolb is slow".

    What stands in a clause of its own before the question is told: "We use Kolb, does it fit?".
    """
    if statement.voice is not Voice.THEIRS or not _asks(statement):
        return False
    if framed.shape is Shape.REQUEST or framed.core[-1].low == "?":
        return False
    tokens = statement.tokens
    start = max((n + 1 for n in range(last + 1) if tokens[n].low in _CLAUSE_ENDS), default=0)
    told = tokens[start].kind is not Kind.LINK and tokens[start].low not in QUESTION_STARTS
    return not (told and any(t.low in _CLAUSE_ENDS for t in tokens[last + 1 : -1]))


def _verbless(framed: Framed, statement: Statement, found: Alignment) -> bool:
    """Say whether a note has no verb where the claim has none, and goes on with none."""
    said = {t.low for t in framed.core}
    taken = statement.tokens[found.first : found.last + 1]
    silent = all(t.kind not in {Kind.BE, Kind.HAVE, Kind.DO} or t.low in said for t in taken)
    return silent and not _goes_on(statement, found.last)


def _alone(statement: Statement, found: Alignment) -> bool:
    """Say whether a note of facts, not of a talk, says this and nothing more."""
    before, behind = statement.tokens[: found.first], statement.tokens[found.last + 1 :]
    if is_talk(statement.passage.column) or not all(t.kind is Kind.POINT for t in before):
        return False
    return not behind or behind[0].low in {".", ";", "\n"}


def _ended(rest: Sequence[Token]) -> bool:
    """Say whether a note ends here, or goes on in a bracket."""
    return not rest or rest[0].low in {".", ";", "(", ")"}


def _heads(statement: Statement, first: int) -> bool:
    """Say whether nobody but the lead stands in front of a note's first words."""
    return all(t.kind is Kind.POINT or t.key == COMPANY for t in statement.tokens[:first])


def _titled(core: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """Find "your founder, Mira," where a note of the founder does not name the contact."""
    named = any(
        one.key in ROLE_KEYS and (two.key == CONTACT or (two.low == "," and three.key == CONTACT))
        for one, two, three in zip(core, core[1:], core[2:], strict=False)
    )
    return named and all(t.key != CONTACT for t in tokens)


def _told_of(core: Sequence[Token], tokens: Sequence[Token], first: int, last: int) -> bool:
    """Find "30 % of" or "Demand for" before "your vans": what follows is not said of the vans.

    A clause of their own behind them is: "a fire in the depot, which was sold".
    """
    if not any(t.kind in {Kind.BE, Kind.HAVE} or t.form is Form.PAST for t in core):
        return False
    at = next((n for n in range(first - 1, 0, -1) if not _owns(tokens[n])), 0)
    if any(t.low in {",", "which", "that", "who"} for t in tokens[first:last]):
        return False
    inner = tokens[at].kind is Kind.PREPOSITION or tokens[at].low in _PLACED
    return at > 0 and (tokens[at].low == "of" or (core[0].low == "your" and inner))


def _owns(token: Token) -> bool:
    return token.kind in _OWNS or token.low in {"'s", "its", "their"}


def _goes_on(statement: Statement, last: int) -> bool:
    """Say whether a note says more of a thing than where it is: "on Sage, until May"."""
    rest = [t for t in statement.tokens[last + 1 :] if t.low not in {")", "]"}]
    if not rest or rest[0].low in {".", ";", "\n"}:
        return False
    if rest[0].low not in {",", "and", "&", "("}:
        return True
    return any(
        t.form is Form.PAST or t.kind in {Kind.BE, Kind.HAVE, Kind.MARKED} or is_time(t)
        for t in rest
    )


def _stands(source: Sequence[Token], statement: Statement) -> bool:
    """Say whether the words of a source stand together in a statement."""
    return any(
        all(at + n in positions(t, statement) for n, t in enumerate(source))
        for at in (positions(source[0], statement) if source else ())
    )


def _reports(statement: Statement, said: set[str]) -> bool:
    """Say whether our own notes begin with what the lead told us, and nobody else.

    Args:
        statement: A statement.
        said: What the claim says that they said.
    """
    if statement.voice is not Voice.NOTES:
        return False
    tokens = statement.tokens
    at = next((n for n, t in enumerate(tokens) if t.key != CONTACT), 0)
    first, to = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if at and first.low == ":":
        return True
    if to is not None and first.low in _ADDRESSED:
        named = to.capital and to.kind is Kind.WORD and to.quantity is None
        if (to.key == CONTACT and not at) or (named and to.key not in said):
            return False
    finite = first.form is Form.PAST or first.low.endswith("s")
    if any(t.low in {"off", "down", "up"} for t in statement.tokens[1:3]):
        return False
    return first.key in REPORTING_KEYS and finite
