"""Say whether a claim may put the lead as the subject that a note leaves out."""

from collections.abc import Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.cast import COMPANY, CONTACT, YOU
from sheetsync.evidence.checks import is_soft
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
    if any(t.key == CONTACT and t.low not in POSSESSIVES for t in statement.tokens[head:at]):
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


def _does(tokens: Sequence[Token], at: int) -> bool:
    """Find "Accepts Kolb and Lexim; stopped …": both verbs leave out the same subject."""
    first, second, verb = tokens[0], tokens[1], tokens[at]
    finite = first.kind is Kind.WORD and first.low.endswith("s") and first.form is Form.BASE
    finite = finite and not first.low.endswith(_DOERS) and first.key not in _NOUNS
    object_ = second.capital or second.kind in {Kind.NUMBER, Kind.ARTICLE}
    return finite and object_ and tokens[at - 1].low == ";" and verb.form is Form.PAST
