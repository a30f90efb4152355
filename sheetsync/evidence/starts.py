"""Walk back from the first matched word of a statement over what need not be claimed.

A title before a name, a date in front, "the careers page lists": a claim may
begin behind them as behind nothing.
"""

from collections.abc import Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.checks import is_soft, is_time
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind

_OPENERS = frozenset("\"'[-*•]")
_LONGEST_TITLE = 3
_HAVE_NOW = frozenset({"has", "have", "'ve"})


def led_alike(preposition: Token, skipped: Sequence[Token]) -> bool:
    """Say whether the statement has the claim's preposition in front of the same word."""
    known = next((t for t in reversed(skipped) if t.kind is not Kind.ARTICLE), None)
    return known is not None and _same_word(preposition.low, known.low)


def half_of_subject(tokens: Sequence[Token], near: int, at: int) -> bool:
    """Find "[Hull and] Leeds have 40 vans", a count that two names share."""
    if near < 1 or tokens[near].low not in {"and", "&"}:
        return False
    names = tokens[near - 1].capital and tokens[at].capital
    return names and any(t.quantity is not None and not is_time(t) for t in tokens[at:])


def clause_start(lead: Sequence[Token], statement: Statement, at: int, token: Token) -> int:
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
            or (known.low in lexicon.FREE_ADJECTIVES and near == 0 and not token.capital)
            or (near <= _LONGEST_TITLE and _titles(tokens[near:at]))
            or (known.kind is Kind.WORD and not known.capital and _titled(tokens[near:at], token))
        ):
            break
        near -= 1
    if near >= 0 and (_own_source(tokens[: near + 1]) or _dated(tokens[: near + 1])):
        return -1
    return near


def _same_word(said: str, known: str) -> bool:
    pair = {said, known}
    if len(pair) == 1 or pair <= lexicon.PLACE:
        return True
    return any(pair <= words for words in (lexicon.BE_NOW, lexicon.BE_PAST, _HAVE_NOW))


def _titles(words: Sequence[Token]) -> bool:
    """Find "Plant manager" or "Lee's brother" in front of a name."""
    if words[-1].key not in lexicon.ROLE_KEYS and words[-1].low not in lexicon.APPOSED:
        return False
    return all(t.kind in {Kind.WORD, Kind.PERSON, Kind.CLITIC} or t.low == "-" for t in words)


def _titled(words: Sequence[Token], name: Token) -> bool:
    """Find "finance director" in front of a name inside a sentence."""
    plain = all(t.kind is Kind.WORD and not t.capital for t in words)
    return plain and name.capital and len(words) <= _LONGEST_TITLE and _titles(words)


def _dated(lead: Sequence[Token]) -> bool:
    """Find "On 3 March" or "In a post of 3 March" in front of a sentence, without a comma."""
    if lead[0].kind is not Kind.PREPOSITION or not is_time(lead[-1]):
        return False
    return all(is_soft(t) or t.form is Form.BASE for t in lead)


def _own_source(lead: Sequence[Token]) -> bool:
    """Say whether all that is left out names where the lead itself says it."""
    items = [t for t in lead if not is_soft(t) and t.kind is not Kind.PERSON]
    return bool(items) and all(t.low in lexicon.OWN_SOURCES for t in items)
