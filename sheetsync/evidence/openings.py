"""Where in a sentence of evidence a claim may begin, and what it may leave out before.

A quote can be cut so that it says the opposite ("[No] budget this year", "[plans
to] replace"), so the sentence before the cut counts too.
"""

from collections.abc import Sequence
from enum import Enum

from sheetsync.evidence import lexicon
from sheetsync.evidence.cast import COMPANY, CONTACT, YOU
from sheetsync.evidence.checks import Check, Slip, is_soft
from sheetsync.evidence.columns import Voice
from sheetsync.evidence.grammar import REPORTING_KEYS
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind, analyse

_OPENERS = frozenset("\"'[-*•]")
_CLAUSE_ENDS = frozenset(';:\n("-,)].!?') | {"and", "but", "so"}
_SENTENCE_ENDS = frozenset(".!?")
_OWN = frozenset({COMPANY, CONTACT, YOU}) | lexicon.COMPANY_PRONOUNS
_APPOSITION = 2
"""Commas around "a family firm" in "Ostwind, a family firm, runs …"."""

_LONGEST_TITLE = 3
_GRADED = frozenset(analyse(word).key for word in ("rate", "rank", "name"))
_POLITE = frozenset({"maybe", "perhaps", "please", "can", "could", "would", "might", "may"})
_WHOLE_CONDITIONS = frozenset(
    {"if", "unless", "whether", "provided", "providing", "assuming", "once", "depending", "pending"}
)
"""Conditions in front of a sentence, which hold for all of it."""


class Shape(Enum):
    """What a claim is, which says where in a sentence it may begin."""

    SENTENCE = "sentence"
    THING = "thing"
    REQUEST = "request"
    REPORTED = "reported"


def before_first(
    lead: Sequence[Token],
    statement: Statement,
    at: int,
    token: Token,
    *,
    shape: Shape,
) -> Slip | None:
    """Judge the start of the match.

    Args:
        lead: The claim's tokens before its first matched word.
        statement: The evidence.
        at: Position of the first matched token there.
        token: The claim's first matched word.
        shape: What the claim is.
    """
    tokens = statement.tokens
    skipped = tokens[:at]
    subject = any(t.kind is Kind.PERSON for t in lead)
    for other in skipped:
        polite = shape is Shape.REQUEST and other.low in _POLITE
        if other.kind is Kind.MARKED and not polite and _governs(other, skipped):
            return Slip(Check.POLARITY, other.text)
    near = _clause_start(lead, statement, at, token)
    if near >= 0 and not _may_begin(statement, near, shape=shape):
        return Slip(Check.BINDING, token.text)
    if subject and not _ours_to_fill(statement, at):
        return Slip(Check.BINDING, token.text)
    return _lead_grammar(lead, statement, near, at, token)


def _clause_start(lead: Sequence[Token], statement: Statement, at: int, token: Token) -> int:
    """Walk back over what need not be claimed: articles, the same small words, a title."""
    tokens = statement.tokens
    said = [t.key for t in lead if t.kind is not Kind.ARTICLE]
    near = at - 1
    while near >= 0:
        known = tokens[near]
        if said and is_soft(known) and _same_word(said[-1], known.key):
            said.pop()
        elif not (
            known.kind is Kind.ARTICLE
            or known.low in _OPENERS
            or (known.key in lexicon.ROLE_KEYS and token.capital)
            or (known.low == "-" and near + 1 < at)
            or (near <= _LONGEST_TITLE and _titles(tokens[near:at]))
        ):
            break
        near -= 1
    if near >= 0 and (_own_source(tokens[: near + 1]) or _dated(tokens[: near + 1])):
        return -1
    return near


def _same_word(said: str, known: str) -> bool:
    return said == known or {said, known} <= lexicon.PLACE


def _titles(words: Sequence[Token]) -> bool:
    """Find "Plant manager" in front of a name."""
    return words[-1].key in lexicon.ROLE_KEYS and all(
        t.kind is Kind.WORD or t.low == "-" for t in words
    )


def _dated(lead: Sequence[Token]) -> bool:
    """Find "On 3 March" in front of a sentence, without a comma."""
    last = lead[-1].quantity
    return (
        len(lead) == 2
        and lead[0].kind is Kind.PREPOSITION
        and last is not None
        and (last.sort == "date" or last.year is not None)
    )


def _own_source(lead: Sequence[Token]) -> bool:
    """Say whether all that is left out names where the lead itself says it."""
    items = [t for t in lead if not is_soft(t) and t.kind is not Kind.PERSON]
    return bool(items) and all(t.low in lexicon.OWN_SOURCES for t in items)


def _lead_grammar(
    lead: Sequence[Token], statement: Statement, near: int, at: int, token: Token
) -> Slip | None:
    """Judge the verb of a subject that was filled in: "You are …", "You have …"."""
    verb = next((t for t in lead if t.kind in {Kind.BE, Kind.HAVE, Kind.DO}), None)
    if verb is None or not any(t.kind is Kind.PERSON for t in lead):
        return None
    if verb.kind is Kind.BE:
        if _names_role(statement, at):
            return Slip(Check.BINDING, token.text)
        active = statement.tokens[at].form is Form.PAST and token.form is Form.PAST
        if active and not _passive(statement, near, at):
            return Slip(Check.POLARITY, verb.text)
    if verb.low in lexicon.BE_PAST | {"had"}:
        return Slip(Check.POLARITY, verb.text)
    return None


def _passive(statement: Statement, near: int, at: int) -> bool:
    """Find "is based in" or a bare "Based in", a participle led on by a preposition."""
    if near >= 0:
        return statement.tokens[near].kind is Kind.BE
    follower = statement.tokens[at + 1] if at + 1 < len(statement.tokens) else None
    if statement.tokens[at].key in _GRADED:
        return True
    return follower is not None and follower.kind is Kind.PREPOSITION


def _names_role(statement: Statement, at: int) -> bool:
    """Find "New CEO since May", which does not say who it is."""
    return any(t.key in lexicon.ROLE_KEYS for t in statement.tokens[at : at + 3])


def _governs(marked: Token, skipped: Sequence[Token]) -> bool:
    """Say whether a negation, hedge or condition reaches over the cut."""
    place = next(n for n, t in enumerate(skipped) if t is marked)
    rest = skipped[place + 1 :]
    if marked.low in _WHOLE_CONDITIONS or (place == 0 and marked.low in {"until", "till"}):
        return not any(t.low in _SENTENCE_ENDS for t in rest)
    lows = [t.low for t in rest]
    if "that" in lows:
        return _SENTENCE_ENDS.isdisjoint(lows)
    if "(" in lows and ")" in lows[lows.index("(") :]:
        lows = lows[: lows.index("(")] + lows[lows.index(")", lows.index("(")) + 1 :]
    if lows.count(",") == _APPOSITION:
        lows = [low for low in lows if low != ","]
    return _CLAUSE_ENDS.isdisjoint(lows)


def abbreviated(token: Token) -> bool:
    """Say whether the full stop of "U.S." or "No." may have been taken for a sentence's end."""
    return token.text.endswith(".") or token.low == "no."


def _may_begin(statement: Statement, near: int, *, shape: Shape) -> bool:
    """A claim begins where a clause begins; a thing may be named from inside one."""
    before = statement.tokens[near]
    if before.low in _CLAUSE_ENDS or abbreviated(before) or shape is Shape.REQUEST:
        return True
    lead = statement.tokens[: near + 1]
    if shape is Shape.REPORTED:
        return all(
            t.key in REPORTING_KEYS or is_soft(t) or t.key in {"us", "me", CONTACT} for t in lead
        )
    if before.key in REPORTING_KEYS and statement.voice is Voice.NOTES:
        return all(t.key in {CONTACT, "that"} for t in lead[:-1])
    if shape is Shape.SENTENCE:
        return False
    if lead[0].key in _OWN and all(t.kind in {Kind.PERSON, Kind.LINK} or t.capital for t in lead):
        return True
    while near > 0 and before.kind in {Kind.NUMBER, Kind.ARTICLE}:
        near -= 1
        before = statement.tokens[near]
    return is_soft(before) or before.form in {Form.PAST, Form.ING} or before.key in _OWN


def _ours_to_fill(statement: Statement, at: int) -> bool:
    """Say whether a subject may be filled in: the notes leave it out, nobody else has it."""
    first = next((t for t in statement.tokens if not is_soft(t)), None)
    if first is None or first is statement.tokens[at] or first.key in _OWN:
        return True
    skipped = [t for t in statement.tokens[:at] if not is_soft(t)]
    if any(
        t.capital and t is not first and t.quantity is None for t in skipped if t.key not in _OWN
    ):
        return statement.tokens[0].form is Form.PAST
    if first.form is not Form.BASE or first.quantity is not None or not first.capital:
        return True
    return len(skipped) > 1 and statement.tokens[at - 1].low == ":"
