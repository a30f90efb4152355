"""Say whether a claim may put the lead as the subject that a note leaves out."""

from collections.abc import Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.cast import COMPANY, CONTACT, YOU
from sheetsync.evidence.checks import is_soft, is_time
from sheetsync.evidence.profiles import describes_lead
from sheetsync.evidence.starts import own_source
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind, analyse

_DOERS = ("ers", "ors", "ists", "ants", "ents", "ees")
"""Endings of those who do it, which are no verbs: "Suppliers", "Clients"."""

_NOUNS = frozenset(analyse(word).key for word in lexicon.APPOSED | lexicon.SITES)

POSSESSIVES = frozenset({"its", "their", "your", "our", "my", "his", "her"})

OWN = frozenset({COMPANY, CONTACT, YOU}) | lexicon.COMPANY_PRONOUNS


def ours_to_fill(statement: Statement, at: int) -> bool:
    """Say whether a subject may be filled in: the notes leave it out, nobody else has it."""
    if all(is_soft(t) or t.low in lexicon.FREE_ADJECTIVES for t in statement.tokens[:at]):
        return True
    if own_source(statement.tokens[:at]) and statement.tokens[0].low not in lexicon.SAYING:
        return True
    head = next((n for n, t in enumerate(statement.tokens) if not is_soft(t)), at)
    first, following = statement.tokens[head], statement.tokens[head + 1 : head + 2]
    if any(_names_contact(statement.tokens, n) for n in range(head, at)):
        return True
    if first.key in OWN and head != at:
        return first.low not in POSSESSIVES and not any(t.low == "'s" for t in following)
    if head == at or describes_lead(statement.tokens, at):
        return True
    skipped = [t for t in statement.tokens[:at] if not is_soft(t)]
    if any(t.capital and t is not first and not t.quantity for t in skipped if t.key not in OWN):
        return statement.tokens[0].form is Form.PAST or _does(statement.tokens, at)
    if first.form is not Form.BASE or first.quantity is not None or not first.capital:
        return True
    return len(skipped) > 1 and statement.tokens[at - 1].low == ":"


def _names_contact(tokens: Sequence[Token], at: int) -> bool:
    """Find the contact, but not "Mira's" of "Mira's daughter"."""
    owns = tokens[at + 1].low == "'s" and tokens[at].low not in {"she", "he"}
    return tokens[at].key == CONTACT and tokens[at].low not in POSSESSIVES and not owns


def _does(tokens: Sequence[Token], at: int) -> bool:
    """Find "Accepts Kolb and Lexim; stopped …": both verbs leave out the same subject."""
    first, second, verb = tokens[0], tokens[1], tokens[at]
    finite = first.kind is Kind.WORD and first.low.endswith("s") and first.form is Form.BASE
    finite = finite and not first.low.endswith(_DOERS) and first.key not in _NOUNS
    object_ = second.capital or second.kind in {Kind.NUMBER, Kind.ARTICLE}
    return finite and object_ and tokens[at - 1].low == ";" and verb.form is Form.PAST


def of_name_before(tokens: Sequence[Token], near: int, at: int) -> bool:
    """Find "for Kolb, a" in front of "customer since 2021", which is said of Kolb."""
    if near < 2 or tokens[near].low != ",":
        return False
    if not any(t.kind is Kind.ARTICLE for t in tokens[near:at]):
        return False
    name = tokens[near - 1]
    return name.capital and name.kind is Kind.WORD and name.quantity is None


def labels_another(statement: Statement, at: int) -> bool:
    """Find "Main donor: Kolb", which says of Kolb what a claim would say of the lead."""
    tokens = statement.tokens
    colon = next((n for n in range(at + 1, at + 4) if n < len(tokens) and tokens[n].low == ":"), 0)
    if not colon or colon + 1 >= len(tokens) or not tokens[colon + 1].capital:
        return False
    return all(t.kind is Kind.WORD and t.form is Form.BASE for t in tokens[at:colon])


def counted_then(rest: Sequence[Token]) -> bool:
    """Find "90 lockers in Hull at the end of 2024": so many they had at that time."""
    ends = (n for n, t in enumerate(rest) if t.kind is Kind.POINT and t.low != "-")
    stop = next(ends, len(rest))
    clause = rest[:stop]
    counted = rest[0].kind is Kind.NUMBER and not is_time(rest[0])
    if not counted and rest[0].low != "no":
        return False
    if any(t.kind in {Kind.BE, Kind.HAVE, Kind.DO, Kind.MARKED} for t in clause[1:]):
        return False
    return any(
        is_time(t) and n and clause[n - 1].kind is Kind.PREPOSITION and clause[n - 1].low != "by"
        for n, t in enumerate(clause)
    )
