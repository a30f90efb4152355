"""Judge the verb of a subject that a claim fills in for a note: "You are …", "You had …"."""

from collections.abc import Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.cast import COMPANY
from sheetsync.evidence.checks import Check, Slip, is_soft, is_time
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.subjects import counted_then, labels_another
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind, analyse

_GRADED = frozenset(analyse(word).key for word in ("rate", "rank", "name"))
_HONOURED = frozenset({"named", "awarded", "shortlisted", "nominated", "founded", "elected"})
_FELT = frozenset(
    "worried concerned pleased frustrated annoyed committed satisfied disappointed overwhelmed "
    "excited convinced surprised tired stretched understaffed located".split()
)
_TITLED = frozenset(analyse(word).key for word in ("rate", "name"))


def filled_verb(
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
        if names_role(statement, at) or labels_another(statement, at):
            return Slip(Check.BINDING, token.text)
        active = statement.tokens[at].form is Form.PAST and token.form is Form.PAST
        if active and not _passive(statement, near, at):
            return Slip(Check.POLARITY, verb.text)
    past = verb.low in lexicon.BE_PAST | {"had"}
    return (
        Slip(Check.POLARITY, verb.text)
        if past and not _past_there(verb, statement, near, at)
        else None
    )


def _past_there(verb: Token, statement: Statement, near: int, at: int) -> bool:
    """Say whether a note tells the past too: with the same verb, as a deed, or by its date."""
    if verb.low == "had":
        past = counted_then(statement.tokens[at:])
    else:
        past = _done_then(statement, at, near)
    same = lexicon.BE_PAST if verb.low in lexicon.BE_PAST else {verb.low}
    return past or any(t.low in same for t in statement.tokens[max(near, 0) : at])


def _done_then(statement: Statement, at: int, near: int) -> bool:
    """Find "Founded in 1998", bare or behind the company: a participle with its date is past."""
    tokens = statement.tokens
    aside = near > 0 and tokens[near].low == "," and tokens[near - 1].key == COMPANY
    if near >= 0 and not aside:
        return False
    verb = statement.tokens[at]
    behind = {t.low for t in statement.tokens[at + 1 :]}
    if not aside and verb.low == "no." and any(map(is_time, statement.tokens)):
        return True
    numbered = at + 1 < len(statement.tokens) and statement.tokens[at + 1].low == "no."
    told = numbered or not behind.isdisjoint({"by", "of", "one", "among"})
    if not aside and verb.low in _HONOURED and told:
        return True
    rest = statement.tokens[at + 1 : at + 8]
    when = next((n for n, t in enumerate(rest) if n and is_time(t)), 0)
    dated = when > 0 and rest[when - 1].low in {"in", "on"}
    dated = dated and all(is_soft(t) or t.capital for t in rest[:when])
    return verb.form is Form.PAST and dated


def _passive(statement: Statement, near: int, at: int) -> bool:
    """Find "is based in" or a bare "Based in", a participle led on by a preposition."""
    if at:
        return statement.tokens[near if near >= 0 else at - 1].kind is Kind.BE
    follower = statement.tokens[at + 1] if at + 1 < len(statement.tokens) else None
    if statement.tokens[at].key in _GRADED or statement.tokens[at].low in _FELT:
        return True
    return follower is not None and follower.kind is Kind.PREPOSITION


def names_role(statement: Statement, at: int) -> bool:
    """Find "New CEO since May", which does not say who it is."""
    return any(t.key in lexicon.ROLE_KEYS for t in statement.tokens[at : at + 3])
