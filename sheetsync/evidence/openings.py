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
from sheetsync.evidence.grammar import REPORTING_KEYS
from sheetsync.evidence.headed import told_by_another
from sheetsync.evidence.hearsay import reports, said_by_others
from sheetsync.evidence.starts import (
    clause_start,
    described,
    half_of_subject,
    initials,
    led_alike,
)
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.subjects import OWN, ours_to_fill
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.vacancies import advertised, still_open
from sheetsync.evidence.words import Form, Kind, analyse

_GRADED = frozenset(analyse(word).key for word in ("rate", "rank", "name"))
_HONOURED = frozenset({"named", "awarded", "shortlisted", "nominated", "founded", "elected"})
_FELT = frozenset(
    "worried concerned pleased frustrated annoyed committed satisfied disappointed overwhelmed "
    "excited convinced surprised tired stretched understaffed located".split()
)
_TITLED = frozenset(analyse(word).key for word in ("rate", "name"))
_POSTED = frozenset(
    analyse(word).key
    for word in ("report", "post", "record", "generate", "employ", "operate", "has", "have")
)
"""Verbs whose object a firm may be said to have: "it reported revenue of 5 million"."""

_EMPLOYED = frozenset(analyse(word).key for word in ("operate", "employ"))
"""Those of them whose object may have a name of its own: "operates Kolb clinics"."""


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
    for place, other in enumerate(skipped):
        follower = tokens[place + 1]
        beside = (follower, skipped[place - 1]) if place else (follower,)
        asks = other.low in _WISHED or _asking(other, beside)
        polite = shape is Shape.REQUEST and other.low in _POLITE and asks
        polite = polite or (shape is Shape.REQUEST and _wants_to_know(skipped, place))
        if other.kind is Kind.MARKED and not polite and governs(other, skipped):
            return Slip(Check.POLARITY, other.text)
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
    yours = statement.voice is Voice.NOTES or _names_role(statement, at)
    begins = yours and near >= 0 and tokens[near].low == ";" and any(t.low == "your" for t in lead)
    if subject and not begins and not ours_to_fill(statement, at):
        return Slip(Check.BINDING, token.text)
    return _lead_grammar(lead, statement, near, at, token)


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


def _lead_grammar(
    lead: Sequence[Token], statement: Statement, near: int, at: int, token: Token
) -> Slip | None:
    """Judge the verb of a subject that was filled in: "You are …", "You have …"."""
    verb = next((t for t in lead if t.kind in {Kind.BE, Kind.HAVE, Kind.DO}), None)
    if not any(t.kind is Kind.PERSON for t in lead):
        was = verb is not None and verb.low in lexicon.BE_PAST
        known = any(t.low in lexicon.BE_PAST for t in statement.tokens[max(near, 0) : at])
        return Slip(Check.POLARITY, token.text) if was and not known else None
    if verb is None:
        done_to = near < 0 and token.form is Form.PAST and token.key in _TITLED
        return Slip(Check.POLARITY, token.text) if done_to else None
    if verb.kind is Kind.DO and token.low != "not":
        done = any(t.kind is Kind.DO for t in statement.tokens[max(near, 0) : at])
        return None if done else Slip(Check.WORDS, verb.text)
    if verb.kind is Kind.BE:
        if _names_role(statement, at):
            return Slip(Check.BINDING, token.text)
        active = statement.tokens[at].form is Form.PAST and token.form is Form.PAST
        if active and not _passive(statement, near, at):
            return Slip(Check.POLARITY, verb.text)
    if verb.low in lexicon.BE_PAST and _done_then(statement, at, near):
        return None
    if any(t.low == verb.low for t in statement.tokens[max(near, 0) : at]):
        return None
    if verb.low in lexicon.BE_PAST | {"had"}:
        return Slip(Check.POLARITY, verb.text)
    return None


def _done_then(statement: Statement, at: int, near: int) -> bool:
    """Find "Founded in 1998", bare or behind the company: a participle with its date is past."""
    if near >= 0 and not (
        near and statement.tokens[near].low == "," and statement.tokens[near - 1].key == COMPANY
    ):
        return False
    verb = statement.tokens[at]
    behind = {t.low for t in statement.tokens[at + 1 :]}
    if near < 0 and verb.low == "no." and any(map(is_time, statement.tokens)):
        return True
    if near < 0 and verb.low in _HONOURED and not behind.isdisjoint({"by", "of", "one", "among"}):
        return True
    rest = statement.tokens[at + 1 : at + 8]
    when = next((n for n, t in enumerate(rest) if n and is_time(t)), 0)
    dated = when > 0 and rest[when - 1].low in {"in", "on"}
    dated = dated and all(is_soft(t) or t.capital for t in rest[:when])
    return verb.form is Form.PAST and dated


def _passive(statement: Statement, near: int, at: int) -> bool:
    """Find "is based in" or a bare "Based in", a participle led on by a preposition."""
    if near >= 0:
        return statement.tokens[near].kind is Kind.BE
    follower = statement.tokens[at + 1] if at + 1 < len(statement.tokens) else None
    if statement.tokens[at].key in _GRADED or statement.tokens[at].low in _FELT:
        return True
    return follower is not None and follower.kind is Kind.PREPOSITION


def _names_role(statement: Statement, at: int) -> bool:
    """Find "New CEO since May", which does not say who it is."""
    return any(t.key in lexicon.ROLE_KEYS for t in statement.tokens[at : at + 3])


def abbreviated(token: Token) -> bool:
    """Say whether the full stop of "U.S." or "No." may have been taken for a sentence's end."""
    return token.text.endswith(".") or token.low == "no."


def _may_begin(statement: Statement, near: int, *, shape: Shape) -> bool:
    """A claim begins where a clause begins; a thing may be named from inside one."""
    before, following = statement.tokens[near], statement.tokens[near + 1]
    ended = abbreviated(before) and not following.text[:1].islower()
    name = statement.tokens[near + 2 : near + 3]
    if name and before.kind is Kind.PREPOSITION and initials(following, name[0]):
        return True
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
        named = before.key in _EMPLOYED and head.capital
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
