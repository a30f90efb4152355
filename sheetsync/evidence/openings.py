"""Where in a sentence of evidence a claim may begin, and what it may leave out before.

A quote can be cut so that it says the opposite ("[No] budget this year", "[plans
to] replace"), so the sentence before the cut counts too.
"""

from collections.abc import Sequence
from enum import Enum

from sheetsync.evidence import lexicon
from sheetsync.evidence.cast import COMPANY, CONTACT
from sheetsync.evidence.checks import Check, Slip, goes_on, is_soft, is_time
from sheetsync.evidence.columns import Voice
from sheetsync.evidence.denials import CLAUSE_ENDS, governs
from sheetsync.evidence.doers import anothers
from sheetsync.evidence.filled_verbs import filled_verb, names_role
from sheetsync.evidence.grammar import REPORTING_KEYS
from sheetsync.evidence.headed import of_another, told_by_another
from sheetsync.evidence.hearsay import reports, said_by_others
from sheetsync.evidence.starts import (
    clause_start,
    described,
    half_of_subject,
    led_alike,
)
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.subjects import (
    OWN,
    of_name_before,
    ours_to_fill,
)
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.vacancies import advertised, still_open
from sheetsync.evidence.words import Form, Kind, analyse

_POSTED = frozenset(
    analyse(word).key
    for word in ("report", "post", "record", "generate", "employ", "operate", "has", "have")
)
"""Verbs whose object a firm may be said to have: "it reported revenue of 5 million"."""

_EMPLOYED = frozenset(analyse(word).key for word in ("operate", "employ"))
"""Those of them whose object may have a name of its own, "operates Kolb clinics", and which it
may have lost since: "operated 40 vans"."""

_RUMOURED = frozenset("rumour rumor rumours rumors unconfirmed gossip speculation".split())
"""Labels that take back all that stands behind them."""
_WHENEVER = frozenset({"when", "whenever", "where", "wherever"})
_POLITE = frozenset({"maybe", "perhaps", "please", "can", "could", "would", "might", "may"})
_WISHED = frozenset({"maybe", "perhaps", "please"})


class Shape(Enum):
    """What a claim is, which says where in a sentence it may begin."""

    SENTENCE = "sentence"
    THING = "thing"
    REQUEST = "request"
    REPORTED = "reported"
    VACANCY = "vacancy"


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
    taken_back = _taken_back(tokens, at, shape)
    if taken_back is not None:
        return Slip(Check.POLARITY, taken_back.text)
    if shape is Shape.VACANCY:
        sought = advertised(skipped, tokens[at + 1 : at + 3]) and still_open(tokens)
        return None if sought else Slip(Check.BINDING, token.text)
    plain = shape in {Shape.SENTENCE, Shape.THING}
    if plain and anothers(lead, token, tokens, at, thing=shape is Shape.THING):
        return Slip(Check.BINDING, token.text)
    near = clause_start(lead, statement, at, token)
    told = plain and at and reports(statement.index) and said_by_others(tokens[:at])
    if told or (plain and told_by_another(tokens, at)):
        return Slip(Check.ATTRIBUTION, token.text)
    labels = at + 1 < len(tokens) and tokens[at + 1].low == ":"
    placed = bool(lead) and lead[-1].kind is Kind.PREPOSITION and not labels
    if placed and not led_alike(lead[-1], tokens[:at]):
        return Slip(Check.BINDING, token.text)
    if half_of_subject(tokens, near, at):
        return Slip(Check.BINDING, token.text)
    if near >= 0 and not _may_begin(statement, near, shape=shape):
        return Slip(Check.BINDING, token.text)
    if subject and not _may_fill(lead, statement, near, at):
        return Slip(Check.BINDING, token.text)
    return filled_verb(lead, statement, near, at, token)


def _taken_back(tokens: Sequence[Token], at: int, shape: Shape) -> Token | None:
    """Return what in front of a match makes it no fact: "no", "plans to", "Rumour:"."""
    skipped = tokens[:at]
    if skipped and skipped[0].low in _WHENEVER and _goes_for(skipped):
        return skipped[0]
    for place, other in enumerate(skipped):
        if other.low in _RUMOURED:
            return other
        follower = tokens[place + 1]
        beside = (follower, skipped[place - 1]) if place else (follower,)
        asks = other.low in _WISHED or _asking(other, beside)
        polite = shape is Shape.REQUEST and other.low in _POLITE and asks
        polite = polite or (shape is Shape.REQUEST and _wants_to_know(skipped, place))
        if other.kind is Kind.MARKED and not polite and governs(other, skipped):
            return other
    return None


def _goes_for(front: Sequence[Token]) -> bool:
    """Say whether "When the grid fails," tells when alone the rest is so, not when it once was."""
    past = any(t.form is Form.PAST or t.low in lexicon.BE_PAST or is_time(t) for t in front)
    return any(t.low == "," for t in front) and not past


def _may_fill(lead: Sequence[Token], statement: Statement, near: int, at: int) -> bool:
    """Say whether the lead may be put as the subject of what the statement leaves without one."""
    tokens = statement.tokens
    yours = statement.voice is Voice.NOTES or names_role(statement, at)
    begins = yours and near >= 0 and tokens[near].low == ";" and any(t.low == "your" for t in lead)
    if begins and not of_another(tokens[:near]):
        return True
    return not of_name_before(tokens, near, at) and ours_to_fill(statement, at)


def _wants_to_know(skipped: Sequence[Token], at: int) -> bool:
    """Find the "if" of "could you tell me if", which only asks."""
    told = at > 1 and skipped[at].low in {"if", "whether"}
    return told and skipped[at - 1].low in {"me", "us", "know"} and skipped[at - 2].low in _TELL


_TELL = frozenset({"tell", "let", "me", "us"})


def _asking(modal: Token, beside: Sequence[Token]) -> bool:
    """Tell "can you send" and "we would like" from "Mira may send", which asks for nothing."""
    follower, before = beside[0], beside[1] if len(beside) > 1 else None
    if follower.kind is Kind.PERSON or follower.key == "we":
        return True
    would = before is not None and before.kind is Kind.PERSON and modal.low == "would"
    return would or (before is not None and before.key == "we")


def abbreviated(token: Token) -> bool:
    """Say whether the full stop of "U.S." or "No." may have been taken for a sentence's end."""
    return token.text.endswith(".") or token.low == "no."


def _may_begin(statement: Statement, near: int, *, shape: Shape) -> bool:
    """A claim begins where a clause begins; a thing may be named from inside one."""
    before, following = statement.tokens[near], statement.tokens[near + 1]
    ended = abbreviated(before) and not following.text[:1].islower()
    ended = ended or (before.low in CLAUSE_ENDS and not goes_on(statement.tokens, near))
    if ended or shape is Shape.REQUEST:
        return True
    lead = statement.tokens[: near + 1]
    if shape is Shape.REPORTED:
        return all(
            t.key in REPORTING_KEYS or is_soft(t) or t.key in {"us", "me", CONTACT, COMPANY}
            for t in lead
        )
    if before.key in REPORTING_KEYS and statement.voice is Voice.NOTES:
        return all(t.key in {CONTACT, "that"} for t in lead[:-1])
    if shape is Shape.SENTENCE and described(lead, statement.tokens[near + 1 :]):
        return True
    if shape is Shape.SENTENCE:
        thing = statement.tokens[near + 1].kind in {Kind.NUMBER, Kind.WORD, Kind.ARTICLE}
        owner = near - 2 if near > 1 and lead[-2].low in lexicon.COLLECTIVES else near - 1
        head = next((t for t in statement.tokens[near + 1 :] if t.kind is not Kind.ARTICLE), before)
        named = before.key in _EMPLOYED and (head.capital or before.form is Form.PAST)
        return (
            thing and not named and before.key in _POSTED and owner >= 0 and lead[owner].key in OWN
        )
    if lead[0].key in OWN and all(t.kind in {Kind.PERSON, Kind.LINK} or t.capital for t in lead):
        return True
    one = before.quantity is not None and before.quantity.value == 1
    if near == 0 and one:
        return True
    while near > 0 and before.kind in {Kind.NUMBER, Kind.ARTICLE}:
        near -= 1
        before = statement.tokens[near]
    return is_soft(before) or before.form in {Form.PAST, Form.ING} or before.key in OWN
